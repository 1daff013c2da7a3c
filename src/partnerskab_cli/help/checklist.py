"""Pages on the checklist and on the marks of a partnership."""

from collections.abc import Iterable, Iterator

from ..diagnostics import SEVERITY_WORDS
from ..model.checklist import CHECKLIST, Item
from ..model.field import Field
from ..model.partnership_test import CRITERIA
from ..rules.registry import RULES
from ..text.localized import LANGUAGES, Text
from ..text.page import Block, Facts, Heading, HelpParagraph, HelpTable, Page, make_text
from .rules import RULE_HEAD, describe_source, format_message_template

CHECKLIST_TITLE = Text(da="Tjeklisten", en="The checklist")
ABOUT = Text(
    da="Tretten emner, det kan være nyttigt at vende og afklare, før I skriver under. De fem med * svarer enhver samarbejdsaftale på.",
    en="Thirteen topics that are worth turning over and settling before you sign. The five with * are answered by every cooperation agreement.",
)
HEAD = (Text(da="Nr.", en="No."), Text(da="Emne", en="Topic"), Text(da="Spørgsmål", en="Question"))
ITEM_TITLE = Text(da="Tjekliste {number} · {title}", en="Checklist {number} · {title}")
FIELDS = Text(da="Besvares i", en="Answered in")
CORE = Text(
    da="Hører til de fem, som enhver samarbejdsaftale og partnerskabsaftale svarer på.",
    en="One of the five that every cooperation and partnership agreement answers.",
)
RULES_TITLE = Text(da="Regler:", en="Rules:")
TEST_TITLE = Text(da="Er det et partnerskab? Seks kendetegn", en="Is it a partnership? Six marks")
TEST_ABOUT = Text(
    da="Kendetegnene er dem, som begge kilders definition af et partnerskab deler. De beskriver; de giver ingen fejl.",
    en="The marks are those that the definitions of both sources share. They describe; they give no errors.",
)
TEST_HEAD = (Text(da="Nr.", en="No."), Text(da="Kendetegn", en="Mark"), Text(da="Ses i", en="Shows in"))
TEST_SOURCE = "S3 Forskellige slags aftaler om samarbejde; S1 Nye visioner"


def build_checklist_page() -> Page:
    """The thirteen points."""
    rows = tuple((make_text(f"{item.number}{'*' if item.core else ''}"), item.title, item.ask) for item in CHECKLIST)
    return Page(CHECKLIST_TITLE, (HelpParagraph(ABOUT), HelpTable(HEAD, rows), Facts((describe_source("S3 Tjekliste"),))))


def build_item_page(item: Item) -> Page:
    """One point of the checklist."""
    return Page(ITEM_TITLE.format(number=item.number, title=item.title), tuple(build_item_blocks(item)))


def build_item_blocks(item: Item) -> Iterator[Block]:
    """The question, where it is answered, and the rules that look there."""
    yield HelpParagraph(item.ask)
    yield Facts(((FIELDS, format_keys(item.fields)), describe_source(f"S3 Tjekliste {item.number}")))
    if item.core:
        yield HelpParagraph(CORE)
    rows = tuple(
        (make_text(rule.code), SEVERITY_WORDS[rule.severity], format_message_template(rule.says))
        for rule in RULES
        if rule.item == item.number
    )
    if rows:
        yield Heading(RULES_TITLE, 3)
        yield HelpTable(RULE_HEAD, rows)


def build_partnership_page() -> Page:
    """The six marks of a partnership, and where each shows."""
    rows = tuple((make_text(str(criterion.number)), criterion.text, format_keys(criterion.fields)) for criterion in CRITERIA)
    return Page(TEST_TITLE, (HelpParagraph(TEST_ABOUT), HelpTable(TEST_HEAD, rows), Facts((describe_source(TEST_SOURCE),))))


def format_keys(fields: Iterable[Field]) -> Text:
    """Fields by their keys."""
    return Text(*(", ".join(f"`{field.get_key(language)}`" for field in fields) for language in LANGUAGES))

"""The suggested form of agreement as a page: the form, the sum, each reason, and what was not known."""

from collections.abc import Iterator

from ..guidance.forms import FORMS
from ..model.agreement import Agreement
from ..model.field import Field
from ..model.requirements import is_unanswered
from ..profile.recommend_form import FROM_COOPERATION, FROM_PARTNERSHIP, LOOKED_AT, Recommendation
from ..text.localized import LANGUAGES, Text, decapitalize, join_words
from ..text.page import Block, Heading, HelpParagraph, HelpTable, Page, make_text

TITLE = Text(da="Et bud: {form}", en="A suggestion: {form}")
ENOUGH = Text(da="Den er nok, når {when}.", en="It is enough when {when}.")
REASONS = Text(da="Sådan lægger det sig sammen", en="How it adds up")
HEAD = (Text(da="Point", en="Points"), Text(da="Fordi", en="Because"))
SUM = Text(da="i alt", en="in all")
NO_REASONS = Text(da="intet taler for at skrive mere ned", en="nothing speaks for writing more down")
SCALE = Text(
    da="0-{oral}: mundtlig aftale, eller tilskud hvis der er penge. {low}-{high}: samarbejdsaftale. "
    "{most} eller flere: partnerskabsaftale, hvis I vil udvikle noget nyt sammen, ellers samarbejdsaftale.",
    en="0-{oral}: an oral agreement, or a grant if there is money. {low}-{high}: a cooperation agreement. "
    "{most} or more: a partnership agreement if you want to develop something new together, else a cooperation agreement.",
)
OURS = Text(
    da="Pointene er værktøjets eget bud, ikke en regel. I vælger selv den form, der passer til opgaven og til jer.",
    en="The points are the tool's own suggestion, not a rule. You choose the form that fits the task and you.",
)
SAME = Text(da="Aftalen er skrevet som {form}; det passer.", en="The form of the agreement is {form}; that fits.")
OTHER = Text(da="Aftalen er skrevet som {form}. Det må den gerne være.", en="The form of the agreement is {form}. That is fine too.")
UNSAID = Text(
    da="Aftalen siger ikke noget om {fields}. Svarene kan ændre buddet.",
    en="The agreement says nothing of {fields}. The answers may change the suggestion.",
)


def build_recommendation_page(recommendation: Recommendation, agreement: Agreement | None = None) -> Page:
    """The suggestion, for an agreement or for answers given by hand."""
    return Page(
        TITLE.format(form=decapitalize(recommendation.form.value.label)), tuple(build_recommendation_blocks(recommendation, agreement))
    )


def build_recommendation_blocks(recommendation: Recommendation, agreement: Agreement | None) -> Iterator[Block]:
    """What the form is, the sum, and how sure it is."""
    yield HelpParagraph(FORMS[recommendation.form].text)
    yield HelpParagraph(ENOUGH.format(when=FORMS[recommendation.form].enough_when))
    yield Heading(REASONS)
    rows = [(make_text(str(reason.points)), reason.says) for reason in recommendation.reasons] or [(make_text("0"), NO_REASONS)]
    yield HelpTable(HEAD, (*rows, (make_text(str(recommendation.points)), SUM)))
    yield HelpParagraph(SCALE.format(oral=FROM_COOPERATION - 1, low=FROM_COOPERATION, high=FROM_PARTNERSHIP - 1, most=FROM_PARTNERSHIP))
    if agreement:
        yield from build_form_comparison(recommendation, agreement)
    yield HelpParagraph(OURS)


def build_form_comparison(recommendation: Recommendation, agreement: Agreement) -> Iterator[Block]:
    """The form the agreement has, and the questions that it leaves open."""
    yield HelpParagraph(
        (SAME if agreement.formality is recommendation.form else OTHER).format(form=decapitalize(agreement.formality.value.label))
    )
    if unsaid := [field for field in LOOKED_AT if is_unanswered(agreement, field)]:
        yield HelpParagraph(UNSAID.format(fields=format_field_keys(unsaid)))


def format_field_keys(fields: list[Field]) -> Text:
    """Fields by their keys."""
    return Text(*(join_words([f"`{field.get_key(language)}`" for field in fields], language) for language in LANGUAGES))

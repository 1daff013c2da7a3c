"""A rendered document against the record: whether it says what the agreement says, to the letter."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..errors import CommandError, Exit
from ..formats.terminal_style import TerminalStyle
from ..history.index import HistoryIndex
from ..model.agreement import Agreement
from ..render.registry import render_document
from ..source.files import decode_text, read_bytes
from ..source.parser import SourceFault
from ..text.localized import Text
from ..workspace.files import AgreementFile, Workspace
from ..workspace.make_documents import VARIANTS, make_agreement_document
from ..workspace.theme import load_templates, load_theme
from .signature_report import find_fingerprint_holder, report_fingerprint_matches
from .terminal import print_paragraph

PRINTED = re.compile("[0-9]{1,3}:[0-9a-f]{32}")
REVISION = re.compile(r"\b[0-9a-f]{12}\b")
NO_PRINT = Text(
    da="Dokumentet bærer ikke noget fingeraftryk, så det kan ikke prøves.",
    en="The document carries no fingerprint, so it cannot be tested.",
)
TO_THE_LETTER = Text(
    da="Dokumentet er ord for ord det, der udskrives af {path} nu med værktøjets egne skabeloner.",
    en="The document is word for word what {path} is rendered as now with the tool’s own templates.",
)
OWN_TEMPLATES = Text(
    da="Dokumentet bærer fingeraftrykket fra {path} og er lavet med samlingens egne skabeloner: {names}. De kan skrive noget andet, end aftalen "
    "siger, så det er ikke bekræftet, hvad der står. Sammenlign med en udskrift uden dem.",
    en="The document carries the fingerprint of {path} and was made with the collection’s own templates: {names}. They can print something "
    "other than the agreement says, so what it says is not confirmed. Compare it with a rendering without them.",
)
OTHERWISE = Text(
    da="Dokumentet bærer fingeraftrykket fra {path}, men er ikke ord for ord, som det udskrives nu. Sammenlign teksten, før I stoler på det: "
    "udskriv aftalen igen med partnerskab render {path}.",
    en="The document carries the fingerprint of {path}, but is not to the letter as it is rendered now. Compare the text before you trust it: "
    "render the agreement again with partnerskab render {path}.",
)


def verify_document(  # noqa: PLR0913, PLR0917 - the document, the record, and how to say it
    paper: Path,
    every: Sequence[AgreementFile],
    present: Mapping[str, Agreement],
    known: HistoryIndex,
    workspace: Workspace,
    style: TerminalStyle,
) -> int:
    """Say whether a document shows an agreement as it is."""
    text = read_document_text(paper)
    prints = dict.fromkeys(PRINTED.findall(text))
    if len(prints) != 1:
        print_paragraph(NO_PRINT.localize(style.language), style)
        return Exit.FOUND
    print_ = next(iter(prints))
    path = find_fingerprint_holder(print_, present)
    if path is None:
        return report_fingerprint_matches(print_, present, known, style)
    file, own = next(file for file in every if file.shown == path), load_templates(workspace.root)
    if text in iter_renderings(file, text, workspace, {}):
        print_paragraph(TO_THE_LETTER.localize(style.language, path=path), style)
        return Exit.DONE
    named = OWN_TEMPLATES.format(path=path, names=tuple(own)) if own and text in iter_renderings(file, text, workspace, own) else None
    print_paragraph((named or OTHERWISE.format(path=path)).localize(style.language), style)
    return Exit.FOUND


def read_document_text(paper: Path) -> str:
    """The text of a document.

    Raises:
        CommandError: it is not there, or is none.

    """
    data = read_bytes(paper, Path())
    text = data if isinstance(data, SourceFault) else decode_text(data)
    if isinstance(text, SourceFault):
        raise CommandError(
            Text(da="{path} kan ikke læses som et dokument.", en="{path} cannot be read as a document.").format(path=paper.as_posix()),
            Text(da="tjek stien; det skal være HTML fra partnerskab render", en="check the path; it must be HTML from partnerskab render"),
        )
    return text


MOST_REVISIONS = 3
"""The foot of a document names one; so many are looked for from its end, so that a text full of digits is no work."""


def iter_renderings(file: AgreementFile, text: str, workspace: Workspace, own: Mapping[str, str]) -> Iterator[str]:
    """The agreement as it is rendered now by some templates, in each variant; with the revision where the document names one."""
    appearance = load_theme(workspace)
    for revision in (None, *list(dict.fromkeys(reversed(REVISION.findall(text))))[:MOST_REVISIONS]):
        for variant in VARIANTS:
            if paper := make_agreement_document(file, workspace, variant, revision):
                yield render_document(paper, "html", appearance, own).decode()

"""`partnerskab new`: a new agreement, by questions and answers or as a commented skeleton."""

import os
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from ..agreement.readers import LONGEST_SLUG, SLUG
from ..errors import CommandError, Exit
from ..reading.record_folder import ENDINGS
from ..text import Language, Text, slug
from ..writing.atomic import create
from ..writing.drafting import drafted, name_of, waiting
from ..writing.interview import FORM, TITLE, Answers, Start
from ..writing.lines import Tree
from ..writing.replies import NOT_ID, Unclear, for_field, steps_to
from ..writing.scaffold import Steps
from .changing import apart
from .forms import form_named
from .manner import STRANGE, Manner, keys_asked
from .options import argument, option
from .privacy import refuse_new_numbers
from .record import Setting, agreements, language_of, setting, shown_path
from .saving import WRITTEN
from .screen import look_of, remark, safely

KEPT = Text(
    da="Kladden ligger i {path}; skriv videre i den, når I vil.", en="The draft is in {path}; go on writing in it whenever you like."
)
WAITING = Text(
    da="{count} {count:spørgsmål|spørgsmål} venter; partnerskab check {path} --output-format grouped viser dem.",
    en="{count} {count:question|questions} can wait; partnerskab check {path} --output-format grouped shows them.",
)
NOTHING = Text(da="Intet er skrevet.", en="Nothing was written.")
TAKEN = Text(da="Der er allerede en aftale »{id}«.", en="There is already an agreement “{id}”.")
OTHER = Text(da="vælg et andet navn", en="choose another name")
NO_NAME = Text(da="Der mangler et id.", en="An id is missing.")
NAME_IT = Text(da="skriv fx: partnerskab new gode-naboer --no-input", en="write for instance: partnerskab new good-neighbours --no-input")
NO_EQUALS = Text(da="Efter --set står FELT=SVAR.", en="After --set stands FIELD=ANSWER.")
LIKE_THIS = Text(da='skriv fx --set formål="Et sted at mødes"', en='write for instance --set purpose="A place to meet"')
NOT_AN_ANSWER = Text(da="»{value}« kan ikke stå i {field}.", en="“{value}” cannot stand in {field}.")


def new(  # noqa: PLR0913, PLR0917 - one parameter an option
    context: typer.Context,
    name: Annotated[
        str | None, argument(metavar="[ID]", da="aftalens id, eller stien til filen", en="the id, or the path to the file")
    ] = None,
    template: Annotated[
        str | None,
        option(
            "--template",
            metavar="FORM",
            da="stil ingen spørgsmål; skriv et skelet af den form",
            en="ask nothing; write a skeleton of that form",
        ),
    ] = None,
    form: Annotated[
        str | None,
        option(
            "--form",
            metavar="FORM",
            da="aftaleformen: mundtlig, tilskud, samarbejdsaftale eller partnerskabsaftale",
            en="the form of agreement: oral, grant, cooperation or partnership",
        ),
    ] = None,
    title: Annotated[
        str | None, option("--title", metavar="TITEL", da="hvad I kalder samarbejdet", en="what you call the cooperation")
    ] = None,
    public: Annotated[str | None, option("--public", metavar="NAVN", da="den offentlige part", en="the public party")] = None,
    voluntary: Annotated[
        list[str] | None,
        option("--voluntary", metavar="NAVN", da="den frivillige part; kan gentages", en="the voluntary party; may be repeated"),
    ] = None,
    start: Annotated[str | None, option("--start", metavar="DATO", da="hvornår I begynder", en="when you begin")] = None,
    end: Annotated[str | None, option("--end", metavar="DATO", da="hvornår den slutter", en="when it ends")] = None,
    answers: Annotated[
        list[str] | None,
        option("--set", metavar="FELT=SVAR", da="svar på ethvert spørgsmål; kan gentages", en="answer any question; may be repeated"),
    ] = None,
    keys: Annotated[
        str | None, option("--keys", metavar="SPROG", da="filens sprog: da eller en", en="the language of the file: da or en")
    ] = None,
    *,
    no_input: Annotated[bool, option("--no-input", da="stil ingen spørgsmål", en="ask no questions")] = False,
) -> int:
    """Write a new agreement: what is answered, and room for the rest. Nothing is overwritten."""
    manner: Manner = context.obj
    if template and form:
        raise apart("--template", "--form", Text(da="--template nævner selv formen", en="--template names the form itself"))
    where = setting([])
    look = look_of(manner, language_of(manner, where.profile))
    language = keys_asked(keys) or look.language
    known = {
        **partners(public, voluntary or []), **head(title, form if template is None else template),
        **told("period.start", start, language, "--start"), **told("period.end", end, language, "--end"), **given(answers or [], language),
    }  # fmt: skip
    begin = Start(where.profile, language, identity(name))
    folder = folder_of(name, where)
    if begin.name and (trouble := trouble_with(begin.name, where)):
        raise CommandError(trouble, OTHER)
    if template or no_input:
        return kept(begin, known, folder, where, manner, WRITTEN)
    from .asking import hold  # noqa: PLC0415 - only an interview needs it

    try:
        hold(begin, known, look, lambda word: trouble_with(word, where))
    except KeyboardInterrupt:
        if name_of(begin, known):
            kept(begin, known, folder, where, manner, KEPT)
        else:
            remark("\n" + NOTHING.said(look.language), manner)
        return Exit.INTERRUPTED
    return kept(begin, known, folder, where, manner, WRITTEN)


def kept(start: Start, answers: Answers, folder: Path, where: Setting, manner: Manner, says: Text) -> int:  # noqa: PLR0913, PLR0917 - what, where and how
    """Write what is known, under a name that is free, and say where it is.

    Raises:
        CommandError: it has no name, or it could not be written.

    """
    name = name_of(start, answers)
    if not name:
        raise CommandError(NO_NAME, NAME_IT)
    path = next(one for one in (folder / f"{name}{number}.yaml" for number in NUMBERS) if is_free(one, where))
    text = drafted(path.stem, start, answers, way_up(path.parent, where.root))
    refuse_new_numbers(b"", text.encode(), "")
    create(path, text.encode(), make=True)
    language, values = (
        language_of(manner, where.profile),
        {"path": shown_path(path), "paths": shown_path(path), "count": waiting(text, start.language)},
    )
    remark(safely(says.said(language, **values)), manner)
    if values["count"]:
        remark(safely(WAITING.said(language, **values)), manner)
    return Exit.DONE


NUMBERS = ("", *(f"-{number}" for number in range(2, 1000)))


def way_up(folder: Path, root: Path) -> str:
    """The way from a folder to the record, ending in a slash."""
    return Path(os.path.relpath(root, folder)).as_posix() + "/"


def folder_of(name: str | None, where: Setting) -> Path:
    """The folder of the new file: the one that was named with it, else that of the agreements."""
    return Path(name).parent if name and is_path(name) else where.folder


def is_path(name: str) -> bool:
    """Whether an agreement is named by its file."""
    return "/" in name or "\\" in name or name.endswith(ENDINGS)


def identity(name: str | None) -> str | None:
    """The id that was asked for.

    Raises:
        CommandError: it can be none.

    """
    wanted = Path(name).stem if name and is_path(name) else name
    if wanted is not None and not (re.fullmatch(SLUG, wanted) and len(wanted) <= LONGEST_SLUG):
        raise CommandError(NOT_AN_ANSWER.filled(value=wanted, field="id"), NOT_ID.filled(example=slug(wanted) or "kaffe-paa-kanden"))
    return wanted


def trouble_with(name: str, where: Setting) -> Text | None:
    """Why a name cannot be used: the record has an agreement of that name, or of one that some machines take for the same (`Kaffe`)."""
    folder = where.folder
    every = agreements([str(folder)]) if folder.is_dir() else []
    return TAKEN.filled(id=name) if any(name in {one.path.stem, slug(one.path.stem)} for one in every) else None


def is_free(path: Path, where: Setting) -> bool:
    """Whether nothing stands in the way of a new file."""
    return not os.path.lexists(path) and not trouble_with(path.stem, where)


def head(title: str | None, form: str | None) -> dict[Steps, Tree]:
    """What was said of the head of the file.

    Raises:
        CommandError: there is no such form.

    """
    known: dict[Steps, Tree] = {TITLE: title} if title else {}
    if form is not None:
        known[FORM] = form_named(form).name.lower()
    return known


def partners(public: str | None, voluntary: Sequence[str]) -> dict[Steps, Tree]:
    """The parties that were named."""
    known: dict[Steps, Tree] = {("partner", 0): public} if public else {}
    for number, name in enumerate(voluntary, 1):
        known[("partner", number)] = name
        if number > 1:
            known |= {("partner", number, "more"): "yes", ("partner", number, "side"): "voluntary"}
    return known


def given(words: Sequence[str], language: Language) -> dict[Steps, Tree]:
    """The answers that were given with `--set`.

    Raises:
        CommandError: there is no such field, or the answer cannot stand in it.

    """
    known: dict[Steps, Tree] = {}
    for word in words:
        way, equals, answer = word.partition("=")
        if not equals or not answer:
            raise CommandError(NO_EQUALS, LIKE_THIS)
        known |= told(way, answer, language)
    return known


def told(way: str, answer: str | None, language: Language, option: str = "") -> dict[Steps, Tree]:
    """The answer to one question, where it was given, with the option that has it for its own.

    Raises:
        CommandError: it cannot stand there.

    """
    if answer is None:
        return {}
    at, one, around = steps_to(way)
    made = for_field(one, unicodedata.normalize("NFC", answer), language, around)
    if isinstance(made, Unclear):
        raise CommandError((STRANGE if option else NOT_AN_ANSWER).filled(value=answer, field=way, option=option), made.says)
    return {at: made}

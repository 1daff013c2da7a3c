"""`partnerskab new`: a new agreement, by questions and answers or as a commented skeleton."""

import os
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from ...atomic import create_file
from ...create.answers import NOT_ID, InvalidAnswer, parse_answer_path, parse_field_answer
from ...create.draft import choose_draft_id, count_open_questions, render_answered_draft
from ...create.interview import FORM as FORM_FIELD, TITLE, Answers, InterviewStart
from ...create.scaffold import Steps
from ...edit.scalars import Tree
from ...errors import CommandError, Exit
from ...model.parsers import LONGEST_SLUG, SLUG
from ...source.agreements_folder import ENDINGS
from ...text.localized import Language, Text, slugify
from ...workspace.files import Workspace, choose_language, find_agreements, format_path, open_workspace
from ...workspace.global_options import STRANGE, GlobalOptions, parse_keys_option
from ...workspace.search_numbers import refuse_new_numbers
from ..edit_files import build_conflicting_options_error
from ..formality import FORM, TEMPLATE, parse_form
from ..options import KEYS, START, EndDate, argument, option
from ..output import WRITTEN
from ..terminal import choose_terminal_style, escape_lines, print_note

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
    template: Annotated[str | None, TEMPLATE] = None,
    form: Annotated[str | None, FORM] = None,
    title: Annotated[
        str | None, option("--title", metavar="TITEL", da="hvad I kalder samarbejdet", en="what you call the cooperation")
    ] = None,
    public: Annotated[str | None, option("--public", metavar="NAVN", da="den offentlige part", en="the public party")] = None,
    voluntary: Annotated[
        list[str] | None,
        option("--voluntary", metavar="NAVN", da="den frivillige part; kan gentages", en="the voluntary party; may be repeated"),
    ] = None,
    start: Annotated[str | None, START] = None,
    end: EndDate = None,
    answers: Annotated[
        list[str] | None,
        option("--set", metavar="FELT=SVAR", da="svar på ethvert spørgsmål; kan gentages", en="answer any question; may be repeated"),
    ] = None,
    keys: Annotated[str | None, KEYS.replace_help(da="filens sprog: {choices}", en="the language of the file: {choices}")] = None,
    *,
    no_input: Annotated[bool, option("--no-input", da="stil ingen spørgsmål", en="ask no questions")] = False,
) -> int:
    """Write a new agreement: what is answered, and room for the rest. Nothing is overwritten."""
    options: GlobalOptions = context.obj
    if template and form:
        raise build_conflicting_options_error(
            "--template", "--form", Text(da="--template nævner selv formen", en="--template names the form itself")
        )
    workspace = open_workspace([])
    style = choose_terminal_style(options, choose_language(options, workspace.profile))
    language = parse_keys_option(keys) or style.language
    known = {
        **collect_party_answers(public, voluntary or []), **collect_head_answers(title, form if template is None else template),
        **parse_option_answer("period.start", start, language, "--start"), **parse_option_answer("period.end", end, language, "--end"), **collect_set_answers(answers or [], language),
    }  # fmt: skip
    begin = InterviewStart(workspace.profile, language, parse_id(name))
    folder = choose_folder(name, workspace)
    if begin.name and (trouble := find_name_problem(begin.name, workspace)):
        raise CommandError(trouble, OTHER)
    if template or no_input:
        return write_new_agreement(begin, known, folder, workspace, options, WRITTEN)
    from ..prompts import run_interview  # noqa: PLC0415 - only an interview needs it

    try:
        run_interview(begin, known, style, lambda word: find_name_problem(word, workspace))
    except KeyboardInterrupt:
        if choose_draft_id(begin, known):
            write_new_agreement(begin, known, folder, workspace, options, KEPT)
        else:
            print_note("\n" + NOTHING.localize(style.language), options)
        return Exit.INTERRUPTED
    return write_new_agreement(begin, known, folder, workspace, options, WRITTEN)


def write_new_agreement(  # noqa: PLR0913, PLR0917 - what a new file is made of
    start: InterviewStart, answers: Answers, folder: Path, workspace: Workspace, options: GlobalOptions, says: Text
) -> int:
    """Write what is known, under a name that is free, and say where it is.

    Raises:
        CommandError: it has no name, or it could not be written.

    """
    name = choose_draft_id(start, answers)
    if not name:
        raise CommandError(NO_NAME, NAME_IT)
    path = next(path for path in (folder / f"{name}{number}.yaml" for number in NUMBERS) if is_free(path, workspace))
    text = render_answered_draft(path.stem, start, answers, make_relative_path(path.parent, workspace.root))
    refuse_new_numbers(b"", text.encode(), "")
    create_file(path, text.encode(), make=True)
    language, values = (
        choose_language(options, workspace.profile),
        {"path": format_path(path), "paths": format_path(path), "count": count_open_questions(text, start.language)},
    )
    print_note(escape_lines(says.localize(language, **values)), options)
    if values["count"]:
        print_note(escape_lines(WAITING.localize(language, **values)), options)
    return Exit.DONE


NUMBERS = ("", *(f"-{number}" for number in range(2, 1000)))


def make_relative_path(folder: Path, root: Path) -> str:
    """The way from a folder to the record, ending in a slash."""
    return Path(os.path.relpath(root, folder)).as_posix() + "/"


def choose_folder(name: str | None, workspace: Workspace) -> Path:
    """The folder of the new file: the one that was named with it, else that of the agreements."""
    return Path(name).parent if name and is_path(name) else workspace.folder


def is_path(name: str) -> bool:
    """Whether an agreement is named by its file."""
    return "/" in name or "\\" in name or name.endswith(ENDINGS)


def parse_id(name: str | None) -> str | None:
    """The id that was asked for.

    Raises:
        CommandError: it can be none.

    """
    wanted = Path(name).stem if name and is_path(name) else name
    if wanted is not None and not (re.fullmatch(SLUG, wanted) and len(wanted) <= LONGEST_SLUG):
        raise CommandError(NOT_AN_ANSWER.format(value=wanted, field="id"), NOT_ID.format(example=slugify(wanted) or "kaffe-paa-kanden"))
    return wanted


def find_name_problem(name: str, workspace: Workspace) -> Text | None:
    """Why a name cannot be used: the record has an agreement of that name, or of one that some machines take for the same (`Kaffe`)."""
    folder = workspace.folder
    every = find_agreements([str(folder)]) if folder.is_dir() else []
    return TAKEN.format(id=name) if any(name in {file.path.stem, slugify(file.path.stem)} for file in every) else None


def is_free(path: Path, workspace: Workspace) -> bool:
    """Whether nothing stands in the way of a new file."""
    return not os.path.lexists(path) and not find_name_problem(path.stem, workspace)


def collect_head_answers(title: str | None, form: str | None) -> dict[Steps, Tree]:
    """What was said of the head of the file.

    Raises:
        CommandError: there is no such form.

    """
    known: dict[Steps, Tree] = {TITLE: title} if title else {}
    if form is not None:
        known[FORM_FIELD] = parse_form(form).name.lower()
    return known


def collect_party_answers(public: str | None, voluntary: Sequence[str]) -> dict[Steps, Tree]:
    """The parties that were named."""
    known: dict[Steps, Tree] = {("partner", 0): public} if public else {}
    for number, name in enumerate(voluntary, 1):
        known[("partner", number)] = name
        if number > 1:
            known |= {("partner", number, "more"): "yes", ("partner", number, "side"): "voluntary"}
    return known


def collect_set_answers(words: Sequence[str], language: Language) -> dict[Steps, Tree]:
    """The answers that were given with `--set`.

    Raises:
        CommandError: there is no such field, or the answer cannot stand in it.

    """
    known: dict[Steps, Tree] = {}
    for word in words:
        way, equals, answer = word.partition("=")
        if not equals or not answer:
            raise CommandError(NO_EQUALS, LIKE_THIS)
        known |= parse_option_answer(way, answer, language)
    return known


def parse_option_answer(way: str, answer: str | None, language: Language, option: str = "") -> dict[Steps, Tree]:
    """The answer to one question, where it was given, with the option that has it for its own.

    Raises:
        CommandError: it cannot stand there.

    """
    if answer is None:
        return {}
    at, field, around = parse_answer_path(way)
    tree = parse_field_answer(field, unicodedata.normalize("NFC", answer), language, around)
    if isinstance(tree, InvalidAnswer):
        raise CommandError((STRANGE if option else NOT_AN_ANSWER).format(value=answer, field=way, option=option), tree.says)
    return {at: tree}

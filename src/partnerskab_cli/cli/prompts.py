"""The interview on a terminal or through a pipe: plain lines out, plain lines in."""

import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..create.answers import InvalidAnswer, format_answer_path, is_multiple, list_answer_options, parse_answer
from ..create.interview import DOUBTS, FORM, NAME, PARTIES, InterviewStart, Question, get_chosen_form, iter_questions
from ..create.scaffold import ScaffoldQuestion, Steps
from ..edit.scalars import Tree
from ..formats.terminal_style import BOLD, DIM, TerminalStyle, colorize, wrap_cells
from ..guidance.forms import FORMS
from ..help.fields import HINTS
from ..help.recommendation import OURS
from ..model.agreement import Agreement
from ..model.citations import cite_sources
from ..privacy.cpr import list_number_fields
from ..privacy.redact import redact_text
from ..rules.registry import BY_CODE
from ..text.localized import Language, Text, escape_control_characters, format_value
from .terminal import print_text

HOW = Text(
    da="Svar, og tryk Enter. Enter alene: det venter vi med. ? viser mere om spørgsmålet, < går et skridt tilbage. "
    "Ctrl-C stopper og gemmer kladden.",
    en="Answer, and press Enter. Enter alone: that can wait. ? shows more on the question, < goes one step back. "
    "Ctrl-C stops and keeps the draft.",
)
PERSONAL = Text(
    da="svaret indeholder et CPR-nummer; skriv det uden nummeret", en="the answer contains a CPR number; write it without the number"
)
EXAMPLE = Text(da="fx: {example}", en="for instance: {example}")
SEVERAL = Text(da="flere svar: sæt semikolon imellem", en="several answers: put semicolons between them")
YES_NO = Text(da="(j/n) ", en="(y/n) ")
YES, NO = Text(da="j", en="y"), Text(da="n", en="n")
WHY = Text(da="Hvorfor: {why}", en="Why: {why}")
SOURCE = Text(da="Kilde: {source}", en="Source: {source}")
IN_FILE = Text(da="I filen: {way}", en="In the file: {way}")
FITS = Text(da="{form}: nok, når {when}.", en="{form}: enough when {when}.")
LASTING = Text(
    da="Filen får det navn, og andre aftaler henviser til det. Små bogstaver, tal og bindestreg er nok.",
    en="The file gets that name, and other agreements refer to it. Small letters, digits and hyphens are enough.",
)
NO_MORE = Text(da="Der er ikke mere at sige om det.", en="There is no more to say of that.")
NOT_TEXT = Text(da="Det kunne jeg ikke læse som tekst; prøv igen.", en="I could not read that as text; try again.")
FIRST = Text(da="Det her er det første spørgsmål.", en="This is the first question.")
REVIEW = Text(da="Sådan ser det ud", en="This is what you have")
LATER = Text(da="venter", en="later")
KEEP = Text(
    da="Enter gemmer. Et nummer retter et svar, < går tilbage til det sidste.",
    en="Enter saves. A number mends an answer, < goes back to the last.",
)
NO_SUCH = Text(da="Svar med et nummer fra listen, eller tryk Enter.", en="Answer with a number of the list, or press Enter.")
CONTROL = re.compile(r"\x1b(?:\[[0-9;]*[A-Za-z~]|O[A-Z])|[\x00-\x08\x0b-\x1f\x7f]")
"""What arrow keys and the like leave in a line."""
MOST_SHOWN = 70


class InterviewEndedError(Exception):
    """There is nothing more to read."""


class InterviewState(NamedTuple):
    """An interview under way."""

    start: InterviewStart
    answers: dict[Steps, Tree]
    style: TerminalStyle
    refuse: Callable[[str], Text | None]
    """Why a name cannot be used, or nothing."""
    trail: list[Steps]
    """The questions that were asked, in order."""
    typed: dict[Steps, str]
    """What was typed, offered again where a question is asked again."""


def run_interview(start: InterviewStart, answers: dict[Steps, Tree], style: TerminalStyle, refuse: Callable[[str], Text | None]) -> None:
    """Ask until everything is answered or left for later, and the review is accepted; the answers are noted as they come."""
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="surrogateescape")
    talk = InterviewState(start, answers, style, refuse, [], {})
    print_paragraph(HOW, style)
    section: Text | None = None
    try:
        while (question := find_next_question(talk)) or not confirm_answers(talk):
            if question and question.section and question.section != section:
                section = question.section
                print_text("\n")
                print_paragraph(section, style, code=BOLD)
            if question:
                ask_question(question, talk)
    except InterviewEndedError:
        print_text("\n")


def find_next_question(talk: InterviewState) -> Question | None:
    """The first question without an answer."""
    return next((question for question in iter_questions(talk.start, talk.answers) if question.at not in talk.answers), None)


def ask_question(question: Question, talk: InterviewState) -> None:
    """Ask one question until there is an answer, or a step back."""
    show_question(question, talk.style)
    while True:
        typed = read_reply(format_prompt(question, talk))
        if typed == "<" and undo_answer(talk):
            return
        says = take_answer(question, typed, talk)
        if not says:
            return
        for words in says:
            print_paragraph(words, talk.style)


def take_answer(question: Question, typed: str | None, talk: InterviewState) -> list[Text]:
    """What there is to say of what was typed; nothing where it was an answer."""
    if typed is None:
        return [NOT_TEXT]
    if typed == "?":
        return list(explain_question(question, talk))
    return [FIRST] if typed == "<" else store_answer(question, typed, talk)


def store_answer(question: Question, typed: str, talk: InterviewState) -> list[Text]:
    """Note an answer, or say why it cannot be one."""
    text = typed or talk.typed.get(question.at) or question.usual
    tree: Tree | InvalidAnswer = parse_answer(question, text, talk.start.language) if text else ""
    if text != redact_text(text) and not (question.part and list_number_fields().intersection(question.part.field.spellings)):
        return [PERSONAL]
    if isinstance(tree, InvalidAnswer):
        return [tree.says]
    trouble = talk.refuse(str(tree)) if question.at == NAME else None
    if trouble:
        return [trouble]
    talk.answers[question.at] = tree
    talk.typed[question.at] = text
    talk.trail.append(question.at)
    return []


def undo_answer(talk: InterviewState) -> bool:
    """Take the last answer back, if there is one."""
    if talk.trail:
        talk.answers.pop(talk.trail.pop(), None)
        return True
    return False


def show_question(question: Question, style: TerminalStyle) -> None:
    """The question, with what may be answered."""
    print_text("\n")
    print_paragraph(question.ask, style)
    options = list_answer_options(question)
    for number, option in enumerate(options, 1):
        print_text(
            "".join(
                f"{line}\n"
                for line in wrap_cells(escape_control_characters(option.label.localize(style.language)), style, f"  {number} ", "    ")
            )
        )
    part = question.part
    if part and not options and (example := part.example.localize(style.language)):
        print_paragraph(EXAMPLE.format(example=example.strip('[]"')), style, code=DIM)
    if part and is_multiple(part.field):
        print_paragraph(SEVERAL, style, code=DIM)


def format_prompt(question: Question, talk: InterviewState) -> str:
    """What stands before the cursor: a yes or no, and what Enter means."""
    language = talk.style.language
    kept = talk.typed.get(question.at) or question.usual
    if question.yes_no:
        kept = {"yes": YES, "no": NO}[kept].localize(language) if kept in {"yes", "no"} else kept
    elif question.options:
        kept = next((str(number) for number, option in enumerate(question.options, 1) if option.key == kept), kept)
    return f"{YES_NO.localize(language) if question.yes_no else ''}{f'[{escape_control_characters(kept)}] ' if kept else ''}> "


def read_reply(words: str) -> str | None:
    """What is typed after a prompt, in one line; None where it is no text.

    Raises:
        OverError: there is nothing more.

    """
    print_text(words)
    line = sys.stdin.readline()
    if not line:
        raise InterviewEndedError
    text = unicodedata.normalize("NFC", CONTROL.sub("", line)).strip()
    return None if any("\ud800" <= letter <= "\udfff" for letter in text) else text


def explain_question(question: Question, talk: InterviewState) -> Iterator[Text]:
    """What helps to answer a question."""
    if question.part:
        yield from explain_field(question.part, talk.start.language)
    elif question.at == FORM:
        yield from (FITS.format(form=form.value.label, when=advice.enough_when) for form, advice in FORMS.items())
    elif question.at == NAME:
        yield LASTING
    else:
        yield {DOUBTS: OURS, PARTIES: BY_CODE["PRT01"].why}.get(question.section or NO_MORE, NO_MORE)


def explain_field(part: ScaffoldQuestion, language: Language) -> Iterator[Text]:
    """Why a field is asked for, what the sources say of it, and where the answer stands."""
    top = Agreement.names[str(part.at[0])]
    rule = BY_CODE.get(part.field.rule if part.field.rule != "STR10" else top.rule)
    if rule and rule.code != "STR10":
        yield WHY.format(why=rule.why)
    for hint in HINTS.get(part.field) or HINTS.get(top) or ():
        yield Text(da=f"- {hint.text.da}", en=f"- {hint.text.en}")
    yield SOURCE.format(source=cite_sources(part.field.source or top.source or "practice"))
    yield IN_FILE.format(way=format_answer_path(part.at, language))


def confirm_answers(talk: InterviewState) -> bool:
    """Show all answers, and ask whether they shall be kept; a number opens that question again."""
    asked = [question for question in iter_questions(talk.start, talk.answers) if is_listed(question)]
    print_text("\n" + colorize(REVIEW.localize(talk.style.language), BOLD, talk.style) + "\n")
    for number, question in enumerate(asked, 1):
        words = Text(da="{ask} {answer}", en="{ask} {answer}").format(ask=question.ask, answer=summarize_answer(question, talk))
        print_text(
            "".join(
                f"{line}\n"
                for line in wrap_cells(escape_control_characters(words.localize(talk.style.language)), talk.style, f"{number:>3} ", "    ")
            )
        )
    print_text("\n")
    print_paragraph(KEEP, talk.style)
    while typed := read_reply("> "):
        if typed == "<" and undo_answer(talk):
            return False
        if typed.isdecimal() and 1 <= int(typed) <= len(asked):
            talk.answers.pop(asked[int(typed) - 1].at, None)
            return False
        print_paragraph(NO_SUCH, talk.style)
    return True


def is_listed(question: Question) -> bool:
    """Whether a question is one of the answers themselves, and not on the way to them."""
    return not question.yes_no and question.at[0] not in {"weighed", "besides"}


def summarize_answer(question: Question, talk: InterviewState) -> Text | str:
    """An answer in a few words."""
    answer = talk.answers.get(question.at, "")
    if question.at == FORM:
        return get_chosen_form(talk.start, talk.answers).value.label
    if not answer:
        return Text(*(f"({each})" for each in LATER))
    for option in question.options:
        if option.key == answer:
            return Text(*(each.partition(":")[0] for each in option.label))
    text = talk.typed.get(question.at) or format_value(answer, talk.style.language)
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN].rsplit(' ', 1)[0]} …"


def print_paragraph(words: Text, style: TerminalStyle, code: str = "") -> None:
    """A paragraph."""
    lines = wrap_cells(escape_control_characters(words.localize(style.language)), style)
    print_text("".join(f"{colorize(line, code, style) if code else line}\n" for line in lines))

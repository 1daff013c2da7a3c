"""Markdown for the summary of a run or a comment: the verdict first, a table, and the findings folded away file by file."""

from collections.abc import Iterator, Sequence

from ..diagnostics import Diagnostic, Looked, Report, Severity
from ..text import Text
from .footer import UNCHECKED, sentences
from .inert import LONGEST, inert
from .look import Look
from .machine import bare, by_file

MOST_ROWS = 100
MOST_FINDINGS = 50
SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.ADVICE: "💡"}
CLEAN = "✅"
HEADS = (
    Text(da="Fil", en="File"),
    Text(da="Fejl", en="Errors"),
    Text(da="Advarsler", en="Warnings"),
    Text(da="Råd", en="Advice"),
    Text(da="Tjekliste", en="Checklist"),
)
ANSWERED = Text(da="{yes} af {all} punkter", en="{yes} of {all} points")
MORE_FILES = Text(da="{count} {count:fil|filer} mere er ikke vist her.", en="{count} more {count:file is|files are} not shown here.")
MORE_FINDINGS = Text(da="{count} fund mere", en="{count} more findings")
PLACE = Text(da="linje {line}", en="line {line}")


def markdown(report: Report, look: Look) -> str:
    """The whole, no longer than a comment may be; what does not fit is counted."""
    looked = report.looked
    found = [(path, looked.get(path, Looked(path)), about) for path, about in by_file(report).items()]
    parts = [verdict(report, look)]
    if found:
        parts.append("\n".join([*table(found[:MOST_ROWS], look), *more(len(found) - MOST_ROWS, look)]))
    foot = inert(UNCHECKED.said(look.language))
    room = LONGEST - sum(len(part) for part in parts) - len(foot)
    sections = [section(path, about, look) for path, _, about in found]
    fitting = list(within(sections, room))
    return "\n\n".join([*parts, *fitting, *more(len(sections) - len(fitting), look), foot]) + "\n"


def verdict(report: Report, look: Look) -> str:
    """A sign and the counts, as a heading."""
    sign = SIGNS[max(one.severity for one in report.diagnostics)] if report.diagnostics else CLEAN
    return f"### {sign} {inert(' '.join(one.said(look.language) for one in sentences(report)))}"


def table(found: Sequence[tuple[str, Looked, Sequence[Diagnostic]]], look: Look) -> Iterator[str]:
    """A row for each file in which something was found."""
    yield f"| {' | '.join(head.said(look.language) for head in HEADS)} |"
    yield "| --- | ---: | ---: | ---: | --- |"
    for path, file, about in found:
        counts = [str(sum(one.severity is severity for one in about)) for severity in SIGNS]
        yes = sum(mark.is_answer for mark in file.checklist)
        answered = ANSWERED.said(look.language, yes=yes, all=len(file.checklist)) if file.checklist else ""
        yield f"| {' | '.join([inert(bare(path)), *counts, answered])} |"


def section(path: str, about: Sequence[Diagnostic], look: Look) -> str:
    """The findings of one file, folded away below its name."""
    lines = [item(one, look) for one in about[:MOST_FINDINGS]]
    if len(about) > MOST_FINDINGS:
        lines.append(f"- {MORE_FINDINGS.said(look.language, count=len(about) - MOST_FINDINGS)}")
    return "\n".join([f"<details><summary>{inert(bare(path))} ({len(about)})</summary>", "", *lines, "", "</details>"])


def item(one: Diagnostic, look: Look) -> str:
    """A finding as a point of a list."""
    head = f"{SIGNS[one.severity]} **{one.severity.said(look.language)} {one.code}**"
    place = PLACE.said(look.language, line=one.span.line)
    return f"- {head}, {place}: {inert(one.message.said(look.language))} → {example(one.cure.said(look.language))}"


def example(text: str) -> str:
    """What to write; an example over several lines keeps its shape."""
    lines = ((line, len(line) - len(line.lstrip(" "))) for line in text.split("\n"))
    return "<br>".join("&nbsp;" * margin + inert(line) for line, margin in lines)


def within(sections: Sequence[str], room: int) -> Iterator[str]:
    """The first sections that fit into so many characters, whole."""
    for one in sections:
        room -= len(one) + 2
        if room < MOST_FINDINGS:
            return
        yield one


def more(count: int, look: Look) -> list[str]:
    """What is said of files that are not shown."""
    return ["", MORE_FILES.said(look.language, count=count)] if count > 0 else []

"""Markdown for the summary of a run or a comment: the verdict first, a table, and the findings folded away file by file."""

from collections.abc import Iterator, Sequence

from ..diagnostics import CheckedFile, Diagnostic, Report, Severity
from ..text.localized import Text
from ..text.markdown_escape import LONGEST, escape_markdown
from .footer import UNCHECKED, list_footer_counts
from .machine_readable import group_by_file, strip_dot_slash
from .terminal_style import TerminalStyle

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


def render(report: Report, style: TerminalStyle) -> str:
    """The whole, no longer than a comment may be; what does not fit is counted."""
    looked = report.looked
    files = [(path, looked.get(path, CheckedFile(path)), about) for path, about in group_by_file(report).items()]
    parts = [format_verdict(report, style)]
    if files:
        parts.append("\n".join([*format_file_table(files[:MOST_ROWS], style), *note_hidden_files(len(files) - MOST_ROWS, style)]))
    foot = escape_markdown(UNCHECKED.localize(style.language))
    room = LONGEST - sum(len(part) for part in parts) - len(foot)
    sections = [format_file_section(path, about, style) for path, _, about in files]
    fitting = list(take_fitting(sections, room))
    return "\n\n".join([*parts, *fitting, *note_hidden_files(len(sections) - len(fitting), style), foot]) + "\n"


def format_verdict(report: Report, style: TerminalStyle) -> str:
    """A sign and the counts, as a heading."""
    sign = SIGNS[max(diagnostic.severity for diagnostic in report.diagnostics)] if report.diagnostics else CLEAN
    return f"### {sign} {escape_markdown(' '.join(count.localize(style.language) for count in list_footer_counts(report)))}"


def format_file_table(texts: Sequence[tuple[str, CheckedFile, Sequence[Diagnostic]]], style: TerminalStyle) -> Iterator[str]:
    """A row for each file in which something was found."""
    yield f"| {' | '.join(head.localize(style.language) for head in HEADS)} |"
    yield "| --- | ---: | ---: | ---: | --- |"
    for path, file, about in texts:
        counts = [str(sum(diagnostic.severity is severity for diagnostic in about)) for severity in SIGNS]
        yes = sum(mark.is_answer for mark in file.checklist)
        answered = ANSWERED.localize(style.language, yes=yes, all=len(file.checklist)) if file.checklist else ""
        yield f"| {' | '.join([escape_markdown(strip_dot_slash(path)), *counts, answered])} |"


def format_file_section(path: str, about: Sequence[Diagnostic], style: TerminalStyle) -> str:
    """The findings of one file, folded away below its name."""
    lines = [format_finding_item(diagnostic, style) for diagnostic in about[:MOST_FINDINGS]]
    if len(about) > MOST_FINDINGS:
        lines.append(f"- {MORE_FINDINGS.localize(style.language, count=len(about) - MOST_FINDINGS)}")
    return "\n".join([f"<details><summary>{escape_markdown(strip_dot_slash(path))} ({len(about)})</summary>", "", *lines, "", "</details>"])


def format_finding_item(diagnostic: Diagnostic, look: TerminalStyle) -> str:
    """A finding as a point of a list."""
    head = f"{SIGNS[diagnostic.severity]} **{diagnostic.severity.localize(look.language)} {diagnostic.code}**"
    place = PLACE.localize(look.language, line=diagnostic.span.line)
    return f"- {head}, {place}: {escape_markdown(diagnostic.message.localize(look.language))} → {format_example_lines(diagnostic.cure.localize(look.language))}"


def format_example_lines(text: str) -> str:
    """What to write; an example over several lines keeps its shape."""
    lines = ((line, len(line) - len(line.lstrip(" "))) for line in text.split("\n"))
    return "<br>".join("&nbsp;" * margin + escape_markdown(line) for line, margin in lines)


def take_fitting(sections: Sequence[str], room: int) -> Iterator[str]:
    """The first sections that fit into so many characters, whole."""
    for section in sections:
        room -= len(section) + 2
        if room < MOST_FINDINGS:
            return
        yield section


def note_hidden_files(count: int, style: TerminalStyle) -> list[str]:
    """What is said of files that are not shown."""
    return ["", MORE_FILES.localize(style.language, count=count)] if count > 0 else []

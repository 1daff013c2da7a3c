"""JUnit XML, which every CI system shows: a suite for each file, a case for each point of the checklist and each other finding."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from ..diagnostics import CheckedFile, CompletionStatus, Diagnostic, Report, Severity
from ..text.localized import Text, escape_control_characters
from .concise import format_line, format_message
from .machine_readable import format_yaml_path, group_by_file, strip_dot_slash
from .terminal_style import TerminalStyle

UNANSWERED = Text(da="ikke besvaret; det kræves ikke af denne aftale", en="not answered; this agreement does not require it")
PARTLY = Text(da="delvist besvaret", en="partly answered")
ILLEGAL = re.compile("[\ufffe\uffff]")
"""What XML cannot hold, of all that is fit to be shown."""


def render(report: Report, style: TerminalStyle) -> str:
    """All suites; every number is counted from the cases that stand there."""
    root = ET.Element("testsuites", name="partnerskab")
    by_file = group_by_file(report)
    looked = {**{path: CheckedFile(path) for path in by_file}, **report.looked}
    subjects = Counter(file.subject for file in report.files)
    for path, file in sorted(looked.items()):
        name = file.subject if subjects[file.subject] == 1 and file.subject else strip_dot_slash(path)
        root.append(build_suite(clean_xml(name), file, by_file.get(path, []), report.points, style))
    count_cases(root)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def build_suite(
    name: str, file: CheckedFile, diagnostics: Sequence[Diagnostic], points: Sequence[Text], style: TerminalStyle
) -> ET.Element:
    """What was asked of one file."""
    element = ET.Element("testsuite", name=name)
    taken: Counter[str] = Counter()
    for title, mark, about in iter_cases(file, diagnostics, points, style):
        taken[title] += 1
        unique = title if taken[title] == 1 else f"{title} ({taken[title]})"
        case = ET.SubElement(element, "testcase", classname=name, name=clean_xml(unique), file=clean_xml(strip_dot_slash(file.path)))
        fill_case(case, mark, about, style)
    count_cases(element)
    return element


def iter_cases(
    file: CheckedFile, diagnostics: Sequence[Diagnostic], points: Sequence[Text], style: TerminalStyle
) -> Iterator[tuple[str, CompletionStatus | None, list[Diagnostic]]]:
    """The points of the checklist with what was found about them, then every other finding by itself."""
    listed = len(file.checklist)
    for item, (mark, title) in enumerate(zip(file.checklist, points, strict=False), 1):
        yield f"TJK{item:02} {title.localize(style.language)}", mark, [candidate for candidate in diagnostics if candidate.item == item]
    for diagnostic in diagnostics:
        if not (diagnostic.item and diagnostic.item <= listed):
            yield f"{diagnostic.code} {format_yaml_path(diagnostic.route)}".strip(), None, [diagnostic]


def fill_case(case: ET.Element, mark: CompletionStatus | None, about: Sequence[Diagnostic], style: TerminalStyle) -> None:
    """How a case went: an error fails it, an unanswered point was not tried, the rest is told beside it."""
    errors = [diagnostic for diagnostic in about if diagnostic.severity is Severity.ERROR]
    others = [format_line(diagnostic, style) for diagnostic in about if diagnostic.severity is not Severity.ERROR]
    if errors:
        failure = ET.SubElement(case, "failure", message=clean_xml(format_message(errors[0], style)), type=errors[0].code)
        failure.text = clean_xml("\n".join(format_line(error, style) for error in errors))
    elif mark in {CompletionStatus.NO, CompletionStatus.NOT_RELEVANT}:
        ET.SubElement(case, "skipped", message=(UNANSWERED if mark is CompletionStatus.NO else mark).localize(style.language))
    remarks = [PARTLY.localize(style.language)] if mark is CompletionStatus.PARTLY else []
    if remarks + others:
        ET.SubElement(case, "system-out").text = clean_xml("\n".join(remarks + others))


def count_cases(element: ET.Element) -> None:
    """Count the cases below an element and how they went."""
    for name, what in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
        element.set(name, str(sum(1 for _ in element.iter(what))))
    element.set("errors", "0")


def clean_xml(text: str) -> str:
    """Text that XML can hold and that steers no reader."""
    return ILLEGAL.sub("", "\n".join(escape_control_characters(part) for part in text.split("\n")))

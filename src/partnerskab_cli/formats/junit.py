"""JUnit XML, which every CI system shows: a suite for each file, a case for each point of the checklist and each other finding."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from ..diagnostics import Diagnostic, Looked, Mark, Report, Severity
from ..text import Text, shown
from .concise import line, told
from .look import Look
from .machine import bare, by_file, dotted

UNANSWERED = Text(da="ikke besvaret; det kræves ikke af denne aftale", en="not answered; this agreement does not require it")
PARTLY = Text(da="delvist besvaret", en="partly answered")
ILLEGAL = re.compile("[\ufffe\uffff]")
"""What XML cannot hold, of all that is fit to be shown."""


def junit(report: Report, look: Look) -> str:
    """All suites; every number is counted from the cases that stand there."""
    root = ET.Element("testsuites", name="partnerskab")
    found = by_file(report)
    looked = {**{path: Looked(path) for path in found}, **report.looked}
    subjects = Counter(file.subject for file in report.files)
    for path, file in sorted(looked.items()):
        name = file.subject if subjects[file.subject] == 1 and file.subject else bare(path)
        root.append(suite(clean(name), file, found.get(path, []), report.points, look))
    number(root)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def suite(name: str, file: Looked, found: Sequence[Diagnostic], points: Sequence[Text], look: Look) -> ET.Element:
    """What was asked of one file."""
    made = ET.Element("testsuite", name=name)
    taken: Counter[str] = Counter()
    for title, mark, about in cases(file, found, points, look):
        taken[title] += 1
        unique = title if taken[title] == 1 else f"{title} ({taken[title]})"
        case = ET.SubElement(made, "testcase", classname=name, name=clean(unique), file=clean(bare(file.path)))
        answer(case, mark, about, look)
    number(made)
    return made


def cases(
    file: Looked, found: Sequence[Diagnostic], points: Sequence[Text], look: Look
) -> Iterator[tuple[str, Mark | None, list[Diagnostic]]]:
    """The points of the checklist with what was found about them, then every other finding by itself."""
    listed = len(file.checklist)
    for item, (mark, title) in enumerate(zip(file.checklist, points, strict=False), 1):
        yield f"TJK{item:02} {title.said(look.language)}", mark, [one for one in found if one.item == item]
    for one in found:
        if not (one.item and one.item <= listed):
            yield f"{one.code} {dotted(one.route)}".strip(), None, [one]


def answer(case: ET.Element, mark: Mark | None, about: Sequence[Diagnostic], look: Look) -> None:
    """How a case went: an error fails it, an unanswered point was not tried, the rest is told beside it."""
    errors = [one for one in about if one.severity is Severity.ERROR]
    others = [line(one, look) for one in about if one.severity is not Severity.ERROR]
    if errors:
        failure = ET.SubElement(case, "failure", message=clean(told(errors[0], look)), type=errors[0].code)
        failure.text = clean("\n".join(line(one, look) for one in errors))
    elif mark in {Mark.NO, Mark.NOT_RELEVANT}:
        ET.SubElement(case, "skipped", message=(UNANSWERED if mark is Mark.NO else mark).said(look.language))
    remarks = [PARTLY.said(look.language)] if mark is Mark.PARTLY else []
    if remarks + others:
        ET.SubElement(case, "system-out").text = clean("\n".join(remarks + others))


def number(element: ET.Element) -> None:
    """Count the cases below an element and how they went."""
    for name, what in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
        element.set(name, str(sum(1 for _ in element.iter(what))))
    element.set("errors", "0")


def clean(text: str) -> str:
    """Text that XML can hold and that steers no reader."""
    return ILLEGAL.sub("", "\n".join(shown(one) for one in text.split("\n")))

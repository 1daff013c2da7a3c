"""The last lines of a check: how much was found, and what nobody checked."""

from ..diagnostics import CompletionStatus, Report, Severity
from ..text.localized import Text
from .terminal_style import BOLD, TerminalStyle, colorize, wrap_cells

COUNTS = Text(
    da="{files} {files:aftale|aftaler} er læst. {errors} fejl · {warnings} {warnings:advarsel|advarsler} · {advice} råd i {hit} {hit:aftale|aftaler}.",
    en="{files} {files:agreement|agreements} read. {errors} {errors:error|errors} · {warnings} {warnings:warning|warnings} · {advice} advice in {hit} {hit:agreement|agreements}.",
)
SEARCHED_COUNTS = Text(
    da="{files} {files:fil|filer} er gennemsøgt. {errors} fejl · {warnings} {warnings:advarsel|advarsler} · {advice} råd i {hit} {hit:fil|filer}.",
    en="{files} {files:file|files} searched. {errors} {errors:error|errors} · {warnings} {warnings:warning|warnings} · {advice} advice in {hit} {hit:file|files}.",
)
CLEAN = Text(
    da="{files} {files:aftale|aftaler} er læst. Ingen bemærkninger.",
    en="{files} {files:agreement|agreements} read. No findings.",
)
SEARCHED = Text(
    da="{files} {files:fil|filer} er gennemsøgt. Ingen bemærkninger.",
    en="{files} {files:file|files} searched. No findings.",
)
NOTHING = Text(da="Der er ingen aftaler at gennemgå.", en="There are no agreements to read.")
ANSWERED = Text(
    da="{answered} af {all} punkter på tjeklisten er besvaret.",
    en="{answered} of {all} checklist items answered.",
)
AVERAGE = Text(
    da="I gennemsnit er {answered} af {all} punkter på tjeklisten besvaret.",
    en="{answered} of {all} checklist items answered on average.",
)
FIXABLE = Text(da="{count} kan rettes med --fix.", en="{count} can be mended with --fix.")
UNSHOWN = Text(da="{count} råd mere er ikke vist.", en="{count} more {count:piece|pieces} of advice {count:is|are} not shown.")
REPEATED = Text(
    da="{count} fund mere af samme slags er ikke vist.",
    en="{count} more {count:finding|findings} of the same kind {count:is|are} not shown.",
)
EARLIER = Text(
    da="{count} af dem var der før ændringen.",
    en="{count} of them {count:was|were} there before the change.",
)
EARLIER_ONES = Text(da="Var der før ændringen:", en="There before the change:")
UNCHECKED = Text(
    da="Ikke kontrolleret: om teksterne er sande, og om aftalen er underskrevet på papir.",
    en="Not checked: whether the texts are true, and whether the agreement is signed on paper.",
)


def format_footer(report: Report, style: TerminalStyle) -> list[str]:
    """The counts and the caveat."""
    counts = " ".join(count.localize(style.language) for count in list_footer_counts(report))
    caveat = [] if is_search(report) else wrap_cells(UNCHECKED.localize(style.language), style)
    return [*(colorize(line, BOLD, style) for line in wrap_cells(counts, style)), *caveat]


def is_search(report: Report) -> bool:
    """Whether other files than agreements were searched, and nothing else was done."""
    return bool(report.files) and not any(file.agreement for file in report.files)


def list_footer_counts(report: Report) -> list[Text]:
    """What there is to count."""
    searched = is_search(report)
    agreements = {file.path for file in report.files if file.agreement or searched}
    if not report.diagnostics:
        return [(SEARCHED if searched else CLEAN).format(files=len(agreements)), *describe_answered(report)] if report.files else [NOTHING]
    counts = {
        "errors": report.count_severity(Severity.ERROR),
        "warnings": report.count_severity(Severity.WARNING),
        "advice": report.count_severity(Severity.ADVICE),
        "hit": len({diagnostic.path for diagnostic in report.diagnostics} & agreements),
        "files": len(agreements),
    }
    fixable = sum(bool(diagnostic.edits) for diagnostic in report.diagnostics)
    unshown = sum(file.unshown for file in report.files)
    repeated = sum(file.repeated for file in report.files)
    more = [
        words.format(count=count)
        for words, count in ((EARLIER, len(report.earlier)), (FIXABLE, fixable), (UNSHOWN, unshown), (REPEATED, repeated))
        if count
    ]
    return [(SEARCHED_COUNTS if searched else COUNTS).format(**counts), *describe_answered(report), *more]


def describe_answered(report: Report) -> list[Text]:
    """How many of the thirteen points are answered, on average where several agreements were read; what is not relevant is an answer."""
    lists = [file.checklist for file in report.files if file.checklist]
    if not lists:
        return []
    count = sum(mark in {CompletionStatus.YES, CompletionStatus.NOT_RELEVANT} for marks in lists for mark in marks)
    return [(AVERAGE if len(lists) > 1 else ANSWERED).format(answered=(2 * count + len(lists)) // (2 * len(lists)), all=len(lists[0]))]

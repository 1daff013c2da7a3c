"""The last lines of a check: how much was found, and what nobody checked."""

from ..diagnostics import Report, Severity
from ..text import Text
from .look import BOLD, Look, folded, painted

COUNTS = Text(
    da="{errors} fejl, {warnings} {warnings:advarsel|advarsler}, {advice} råd i {hit} af {files} {files:aftale|aftaler}.",
    en="{errors} {errors:error|errors}, {warnings} {warnings:warning|warnings}, {advice} {advice:piece|pieces} of advice in {hit} of {files} {files:agreement|agreements}.",
)
SEARCHED_COUNTS = Text(
    da="{errors} fejl, {warnings} {warnings:advarsel|advarsler}, {advice} råd i {hit} af {files} {files:fil|filer}.",
    en="{errors} {errors:error|errors}, {warnings} {warnings:warning|warnings}, {advice} {advice:piece|pieces} of advice in {hit} of {files} {files:file|files}.",
)
CLEAN = Text(
    da="{files} {files:aftale er|aftaler er} gennemgået; der er intet at bemærke.",
    en="{files} {files:agreement|agreements} read; there is nothing to remark on.",
)
SEARCHED = Text(
    da="{files} {files:fil|filer} er gennemsøgt; der er intet at bemærke.",
    en="{files} {files:file|files} searched; there is nothing to remark on.",
)
NOTHING = Text(da="Der er ingen aftaler at gennemgå.", en="There are no agreements to read.")
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


def footer(report: Report, look: Look) -> list[str]:
    """The counts and the caveat."""
    said = " ".join(one.said(look.language) for one in sentences(report))
    caveat = [] if is_search(report) else folded(UNCHECKED.said(look.language), look)
    return [*(painted(line, BOLD, look) for line in folded(said, look)), *caveat]


def is_search(report: Report) -> bool:
    """Whether other files than agreements were searched, and nothing else was done."""
    return bool(report.files) and not any(file.agreement for file in report.files)


def sentences(report: Report) -> list[Text]:
    """What there is to count."""
    searched = is_search(report)
    agreements = {file.path for file in report.files if file.agreement or searched}
    if not report.diagnostics:
        return [(SEARCHED if searched else CLEAN).filled(files=len(agreements)) if report.files else NOTHING]
    counts = {
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "advice": report.count(Severity.ADVICE),
        "hit": len({one.path for one in report.diagnostics} & agreements),
        "files": len(agreements),
    }
    fixable = sum(bool(one.edits) for one in report.diagnostics)
    unshown = sum(file.unshown for file in report.files)
    repeated = sum(file.repeated for file in report.files)
    more = [
        words.filled(count=count)
        for words, count in ((EARLIER, len(report.earlier)), (FIXABLE, fixable), (UNSHOWN, unshown), (REPEATED, repeated))
        if count
    ]
    return [(SEARCHED_COUNTS if searched else COUNTS).filled(**counts), *more]

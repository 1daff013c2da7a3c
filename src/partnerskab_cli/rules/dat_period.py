"""The beginning and the end: in the right order, in time, and agreed by those who must."""

from collections.abc import Iterator
from datetime import date

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.choices import Status
from ..model.deadlines import iter_notice_periods
from ..model.money import GrantPeriod
from ..model.parties import Signature
from ..model.people import PoliticalAnchoring
from ..model.record import Finding, field_path, make_finding
from ..model.status import find_last_end
from ..model.time import Period
from ..profile.profile import Profile
from ..text.localized import Text
from .required_fields import make_required_check
from .rule import ALWAYS, IN_FORCE, NOT_IDEA, WHEN_ENDED, CheckDates, Rule

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE


def backwards(agreement: Agreement) -> Iterator[Finding]:
    """Periods that end before they begin, of the agreement and of its grants."""
    period = agreement.period
    if period and period.end and period.end < period.start:
        yield make_finding(period, Period.end, start=period.start, end=period.end)
    for grant in agreement.grant:
        own = grant.grant_period
        if own and own.end < own.start:
            yield make_finding(own, GrantPeriod.end, start=own.start, end=own.end)


DAT01 = Rule(
    "DAT01",
    ERROR,
    says=Text(
        da="Slutdatoen {end} ligger før startdatoen {start}.",
        en="The end date {end} is before the start date {start}.",
    ),
    cure=Text(da="ret en af dem", en="mend one of them"),
    why=Text(
        da="En periode, der vender forkert, kan hverken følges eller fornyes; ofte er det årstallet.",
        en="A period the wrong way round can be neither followed nor renewed; often it is the year.",
    ),
    source="practice",
    bad="periode: {start: 2026-05-01, slut: 2026-01-01}",
    good="periode: {start: 2026-01-01, slut: 2027-05-01}",
    forms="SPTM",
    statuses=ALWAYS,
    after=("STR04b",),
    check=backwards,
)


def signed_too_late(agreement: Agreement) -> Iterator[Finding]:
    """Signatures after the agreement was over."""
    end = find_last_end(agreement)
    for signature in agreement.signatures:
        if end and signature.date > end:
            yield make_finding(signature, Signature.date, party=agreement.find_party_name(signature.party), date=signature.date, end=end)


DAT01B = Rule(
    "DAT01b",
    ERROR,
    says=Text(
        da="{party} skrev under {date}, efter at aftalen sluttede {end}.",
        en="{party} signed on {date}, after the agreement ended on {end}.",
    ),
    cure=Text(da="ret datoen for underskriften eller slutdatoen", en="mend the date of the signature or the end date"),
    why=Text(
        da="En underskrift gælder det, der skal ske, ikke det, der er forbi.",
        en="A signature is for what is to happen, not for what is over.",
    ),
    source="practice",
    bad="underskrifter: [{part: kommunen, dato: 2025-12-20}, {part: venner, dato: 2029-08-20}]",
    good="underskrifter: [{part: kommunen, dato: 2025-12-20}, {part: venner, dato: 2025-12-20}]",
    forms="PSTM",
    statuses=ALWAYS,
    after=("STR04b", "DAT01"),
    check=signed_too_late,
)


def expired(agreement: Agreement, moment: CheckDates) -> Iterator[Finding]:
    """An agreement that is called active and is past its end, extensions that come by themselves counted."""
    end = find_last_end(agreement)
    if agreement.period and end and end < moment.today:
        yield make_finding(agreement.period, Period.end, date=end, status=agreement.status)


DAT02 = Rule(
    "DAT02",
    WARNING,
    says=Text(
        da="Aftalen udløb {date}, men står som {status}.",
        en="The agreement expired on {date} but stands as {status}.",
    ),
    cure=Text(
        da="er den forlænget, så ret datoen; ellers skriv i `status`, om den er under genforhandling eller ophørt",
        en="if it was extended, mend the date; otherwise write in `status` whether it is in renegotiation or ended",
    ),
    why=Text(
        da="Når en aftale er løbet ud, uden at nogen har sagt det, ved hverken frivillige eller ansatte, hvad der gælder.",
        en="When an agreement has run out without anyone saying so, neither volunteers nor staff know what holds.",
    ),
    source="S1 Nye visioner",
    bad="periode: {start: 2024-01-01, slut: 2025-12-31}",
    good="periode: {start: 2024-01-01, slut: 2025-12-31}\nforlængelse: {automatisk: ja, længde: 1 år, højst: 2}",
    forms="SPTM",
    statuses=IN_FORCE,
    after=("DAT01",),
    check_on=expired,
)


def ends_soon(agreement: Agreement, profile: Profile, moment: CheckDates) -> Iterator[Finding]:
    """The last day to decide draws near, and no talks are planned."""
    end, today = find_last_end(agreement), moment.today
    if not (agreement.period and end and end >= today) or has_talks_ahead(agreement, today):
        return
    last = min((notice.subtract_from(end) for notice, _ in iter_notice_periods(agreement)), default=end)
    if (last - today).days <= profile.limits.warning_days:
        yield make_finding(agreement.period, Period.end, days=(end - today).days, last=last if last >= today else end)


def has_talks_ahead(agreement: Agreement, today: date) -> bool:
    """Whether the parties are renegotiating, or have a day for it."""
    planned = agreement.renegotiation and agreement.renegotiation.latest
    return agreement.status is Status.RENEGOTIATION or bool(planned and planned >= today)


DAT03 = Rule(
    "DAT03",
    WARNING,
    says=Text(da="Aftalen udløber om {days} {days:dag|dage}.", en="The agreement expires in {days} {days:day|days}."),
    cure=Text(
        da="tag stilling senest {last}: forny, forhandl eller stop",
        en="decide by {last}: renew, renegotiate or stop",
    ),
    why=Text(
        da="Varslet er den tid, I har lovet hinanden; når den er gået, er valget truffet for jer.",
        en="The notice is the time you promised each other; when it has passed, the choice is made for you.",
    ),
    source="S3 Tilbud til ældre i Århus",
    bad="periode: {start: 2025-05-01, slut: 2026-04-15}",
    good="periode: {start: 2025-05-01, slut: 2026-04-15}\ngenforhandling: {senest: 2026-03-20}",
    forms="SPTM",
    statuses=IN_FORCE,
    after=("DAT02",),
    check_by_on=ends_soon,
)

DAT04 = Rule(
    "DAT04",
    ADVICE,
    says=Text(da="Aftalen har ingen slutdato.", en="The agreement has no end date."),
    cure=Text(
        da="skriv en, eller `løbende: ja` og hvornår I ser på den igen (`genforhandling`)",
        en="write one, or `ongoing: yes` and when you look at it again (`renegotiation`)",
    ),
    why=Text(
        da="Partnerskaber er ofte tidsafgrænsede; en dato giver jer en anledning til at gøre det bedre.",
        en="Partnerships are often limited in time; a date gives you an occasion to do it better.",
    ),
    source="S1 Nye visioner; S0",
    bad="periode: {start: 2026-01-01}",
    good="periode: {start: 2026-01-01, løbende: ja}\ngenforhandling: {hver: 2 år}",
    forms="SP",
    statuses=NOT_IDEA,
    after=("STR10",),
    check=make_required_check(field_path(Agreement.period, Period.end)),
)


def ended_some_day(agreement: Agreement) -> Iterator[Finding]:
    """An ended agreement that does not say when."""
    if agreement.period is None:
        yield make_finding(agreement, Agreement.period)
    elif agreement.period.end is None:
        yield make_finding(agreement.period, Period.end)


DAT09 = Rule(
    "DAT09",
    ERROR,
    says=Text(da="Aftalen er ophørt, men der står ikke hvornår.", en="The agreement has ended, but it does not say when."),
    cure=Text(
        da="skriv dagen i `periode.slut`, og gerne under `evaluering.læring`, hvad I lærte",
        en="write the day in `period.end`, and under `evaluation.learning` what you learnt, if you will",
    ),
    why=Text(
        da="Regnskab, tavshedspligt og læring regnes fra den dag, det sluttede.",
        en="Accounts, confidentiality and learning are counted from the day it ended.",
    ),
    source="S3 Tjekliste 10",
    bad="status: ophørt\nperiode: {start: 2024-01-01}",
    good="status: ophørt\nperiode: {start: 2024-01-01, slut: 2025-12-31}",
    forms="SPTM",
    statuses=WHEN_ENDED,
    check=ended_some_day,
)


def signed_too_early(agreement: Agreement) -> Iterator[Finding]:
    """A signature before the committee had decided."""
    political = agreement.anchoring and agreement.anchoring.political
    first = min((signature.date for signature in agreement.signatures), default=None)
    if political and political.date and first and first < political.date:
        yield make_finding(political, PoliticalAnchoring.date, date=first, decided=political.date)


DAT10 = Rule(
    "DAT10",
    WARNING,
    says=Text(
        da="Den første underskrift er fra {date}, men aftalen er først besluttet politisk {decided}.",
        en="The first signature is dated {date}, but the political decision is dated {decided}.",
    ),
    cure=Text(da="tjek datoerne, eller skriv hvorfor i `hændelser`", en="check the dates, or write why in `log`"),
    why=Text(
        da="Et partnerskab indgås af udvalget; skriver nogen under før, er det ikke sikkert, at det gælder.",
        en="A partnership is entered into by the committee; if somebody signs before, it may not hold.",
    ),
    source="S1 Partnerskabsaftaler i Tønder Kommune",
    bad="underskrifter: [{part: kommunen, dato: 2025-06-02}, {part: venner, dato: 2025-08-20}]",
    good="underskrifter: [{part: kommunen, dato: 2025-08-20}, {part: venner, dato: 2025-08-20}]",
    forms="PSTM",
    statuses=IN_FORCE,
    check=signed_too_early,
)

RULES = (DAT01, DAT01B, DAT02, DAT03, DAT04, DAT09, DAT10)

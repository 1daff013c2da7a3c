"""Small records for the tests of the portfolio: agreements written as YAML, and the example record on its fixed day."""

from datetime import date
from functools import cache
from pathlib import Path

from partnerskab_cli.history.signature import fingerprint_if_signed
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.portfolio.portfolio import Portfolio, UnreadableFile, make_portfolio
from partnerskab_cli.profile.profile import Profile
from partnerskab_cli.source.profiles import merge_profiles, read_profile
from partnerskab_cli.source.source_file import parse_text, read_file
from partnerskab_cli.text.localized import Text

PROJECT = Path(__file__).parent.parent.parent
TODAY = date(2026, 3, 1)
PARTIES = """
parter:
  - {id: kommunen, navn: Tønder Kommune, side: offentlig, kontakt: {rolle: konsulent, stedfortræder: leder}}
  - {id: venner, navn: Vennerne, side: frivillig, kontakt: {rolle: formand}}
"""


def read(text: str, profile: Profile | None = None) -> Agreement:
    """An agreement of YAML."""
    record = parse_text(text, "kaffe.yaml", Agreement, (profile or neutral()).vocabulary).record
    assert record
    return record


def agreement(more: str = "", *, head: str = "id: kaffe\ntitel: Kaffe\nformalitet: samarbejdsaftale\nstatus: aktiv\n") -> Agreement:
    """An agreement of two parties and whatever else is given."""
    return read(f"{head}{PARTIES}{more}")


@cache
def neutral() -> Profile:
    """The neutral profile."""
    return read_profile("danmark")[0]


@cache
def own() -> Profile:
    """The profile of the example record."""
    return read_profile(str(PROJECT / "partnerskab.yaml"))[0]


def profile_of(text: str) -> Profile:
    """A profile of YAML that builds on the neutral one."""
    own = parse_text(text, "partnerskab.yaml", Profile).record
    assert own
    return merge_profiles(neutral(), own)


def whole(
    *agreements: Agreement, today: date = TODAY, profile: Profile | None = None, broken: tuple[UnreadableFile, ...] = ()
) -> Portfolio:
    """A portfolio of agreements."""
    read = [
        (agreement.id or f"nr-{number}", f"agreements/{agreement.id or number}.yaml", agreement)
        for number, agreement in enumerate(agreements)
    ]
    return make_portfolio(read, broken, profile or neutral(), today, fingerprint_if_signed)


@cache
def example() -> Portfolio:
    """The example record on its fixed day."""
    paths = sorted((PROJECT / "agreements").glob("*.yaml"))
    sheets = [(path, read_file(path, f"agreements/{path.name}", Agreement, PROJECT, own().vocabulary)) for path in paths]
    return make_portfolio(
        [(path.stem, sheet.path, sheet.record) for path, sheet in sheets if sheet.record], (), own(), TODAY, fingerprint_if_signed
    )


UNREAD = UnreadableFile("knækket", "agreements/knækket.yaml", 3, Text(da="YAML'en er brudt", en="the YAML is broken"))

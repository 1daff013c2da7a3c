"""Who has signed what stands now: a signature is party and role, and what `sign`, `check`, `verify` and the paper say of it agrees."""

import re
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from conftest import Ran, Runner
from gitrepo import Repo, repository
from hypothesis import given, strategies as st
from telling import agreement

from partnerskab_cli.history.signature import compute_content_fingerprint
from partnerskab_cli.model.parties import Signature
from partnerskab_cli.model.signing import DIGITS, Validity, determine_validity, find_signings, is_signed

CLEAN = (Path(__file__).parent.parent / "clean" / "samarbejdsaftale.yaml").read_text("utf-8").replace("id: samarbejdsaftale", "id: ven")
RULE = "    tegningsregel: [formand, kasserer]\n"
PARTNERSHIP = (Path(__file__).parent.parent / "clean" / "partnerskabsaftale.yaml").read_text("utf-8")


def with_rule(text: str = CLEAN, rule: str = RULE) -> str:
    """The agreement in which a rule says who signs for the association."""
    head, party, rest = text.partition("  - id: venner\n")
    assert party
    return head + party + rule + rest


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    result = repository(tmp_path / "repo")
    result.write("ven", text=CLEAN)
    return result


def read(repo: Repo) -> str:
    return (repo.path / "agreements" / "ven.yaml").read_text("utf-8")


def signed(repo: Repo, quick: Runner, role: str | None, *words: str, party: str = "venner", day: str = "2026-01-15") -> Ran:
    return quick("sign", "ven", "--party", party, "--date", day, *(("--role", role) if role else ()), *words, cwd=repo.path)


def signatures(repo: Repo) -> list[tuple[str, str | None, str | None, str]]:
    return [(str(signature.party), signature.role, signature.name, str(signature.date)) for signature in agreement(read(repo)).signatures]


@pytest.mark.parametrize("layout", ["", "underskrifter:\n", "underskrifter: [{part: venner, rolle: formand, dato: 2026-01-02}]\n"])
@pytest.mark.parametrize("roles", [("formand", "kasserer"), ("Kasserer", "formand", "næstformand")])
def test_every_role_of_a_party_keeps_its_signature(repo: Repo, quick: Runner, layout: str, roles: tuple[str, ...]) -> None:
    repo.write("ven", text=CLEAN + layout)
    for number, role in enumerate(roles, 3):
        done = signed(repo, quick, role, day=f"2026-01-0{number}")
        assert done.code == 0
    assert {role for _, role, _, _ in signatures(repo)} == set(roles) | ({"formand"} if layout.endswith("]\n") else set())
    assert len({signature.fingerprint for signature in agreement(read(repo)).signatures}) == 1


@pytest.mark.parametrize(("first", "again"), [("formand", "formand"), ("formand", "Formand"), ("formand", " formand "), (None, None)])
def test_the_same_role_on_another_day_replaces_and_says_what(repo: Repo, quick: Runner, first: str | None, again: str | None) -> None:
    signed(repo, quick, first)
    done = signed(repo, quick, again, day="2026-02-01")
    who = "Foreningen Følgevennerne (formand)" if first else "Foreningen Følgevennerne"
    assert f"Den afløser underskriften fra {who}, 15. januar 2026." in done.err
    assert signatures(repo) == [("venner", first, None, "2026-02-01")]


def test_the_same_role_on_other_content_replaces_and_says_what(repo: Repo, quick: Runner) -> None:
    signed(repo, quick, "formand")
    repo.write("ven", text=read(repo).replace("  varsel: 3 måneder", "  varsel: 1 måned"))
    done = signed(repo, quick, "formand")
    assert (done.code, "Den afløser underskriften fra Foreningen Følgevennerne (formand), 15. januar 2026." in done.err) == (0, True)
    assert quick("verify", "ven", cwd=repo.path).code == 0


def test_two_with_one_role_are_told_apart_by_name(repo: Repo, quick: Runner) -> None:
    signed(repo, quick, "bestyrelsesmedlem", "--name", "Ane Eksempel")
    signed(repo, quick, "bestyrelsesmedlem", "--name", "Bo Eksempel")
    assert [name for _, _, name, _ in signatures(repo)] == ["Ane Eksempel", "Bo Eksempel"]
    before = read(repo)
    unclear = signed(repo, quick, "bestyrelsesmedlem", day="2026-02-01")
    assert (unclear.code, read(repo)) == (2, before)
    assert "vælg med --name: Ane Eksempel eller Bo Eksempel" in unclear.err
    signed(repo, quick, "bestyrelsesmedlem", "--name", "Bo Eksempel", day="2026-02-01")
    assert [day for _, _, _, day in signatures(repo)] == ["2026-01-15", "2026-02-01"]


def test_a_signature_without_a_role_is_refused_where_it_could_be_several(repo: Repo, quick: Runner) -> None:
    repo.write("ven", text=with_rule())
    for _ in range(2):
        before = read(repo)
        done = signed(repo, quick, None)
        assert (done.code, read(repo)) == (2, before)
        assert "vælg med --role: formand eller kasserer" in done.err
        signed(repo, quick, "formand")


@pytest.mark.parametrize("ahead", [1, 40, 4000])
def test_a_day_that_has_not_come_is_refused_and_counts_for_nobody(repo: Repo, quick: Runner, ahead: int) -> None:
    day = date.today() + timedelta(days=ahead)  # noqa: DTZ011 - as the command takes it
    repo.write("ven", text=re.sub(r"slut: [0-9-]+", "løbende: ja", CLEAN))
    before = read(repo)
    done = signed(repo, quick, "formand", day=day.isoformat())
    assert (done.code, read(repo)) == (2, before)
    assert "er ikke kommet endnu" in done.err
    line = (
        f'underskrifter: {{part: venner, rolle: formand, dato: {day}, fingeraftryk: "{compute_content_fingerprint(agreement(before))}"}}\n'
    )
    repo.write("ven", text=before + line)
    assert "fejl SIG04" in quick("check", cwd=repo.path).out
    tested = quick("verify", "ven", cwd=repo.path)
    assert tested.code == 1
    assert "  gælder ikke    Foreningen Følgevennerne (formand), " in tested.out
    assert "  mangler        Foreningen Følgevennerne\n" in tested.out
    assert "1 gælder ikke mere" in tested.out
    assert "SIG04" not in quick("verify", "ven", "--today", day.isoformat(), cwd=repo.path).out


def test_a_party_has_signed_when_each_role_of_its_rule_has(repo: Repo, quick: Runner) -> None:
    repo.write("ven", text=with_rule())
    assert "Mangler endnu: Tønder Kommune og Foreningen Følgevennerne (kasserer)." in signed(repo, quick, "formand").err
    assert "  mangler        Foreningen Følgevennerne (kasserer)\n" in quick("verify", "ven", cwd=repo.path).out
    paper = quick("render", "ven", cwd=repo.path).out
    assert "Foreningen Følgevennerne (formand); endnu ikke af Tønder Kommune og Foreningen Følgevennerne (kasserer)" in paper
    assert "Mangler endnu: Tønder Kommune." in signed(repo, quick, "kasserer").err
    assert "Foreningen Følgevennerne; endnu ikke af Tønder Kommune" in quick("render", "ven", cwd=repo.path).out


@pytest.mark.parametrize("rule", ["formand og kasserer i forening", "[formand og kasserer i forening]"])
def test_a_rule_in_one_text_is_printed_and_one_signature_is_enough(repo: Repo, quick: Runner, rule: str) -> None:
    repo.write("ven", text=with_rule(rule=f"    tegningsregel: {rule}\n"))
    paper = quick("render", "ven", cwd=repo.path).out
    assert "Foreningen Følgevennerne (formand og kasserer i forening)" in paper
    assert "Mangler endnu: Tønder Kommune." in signed(repo, quick, "næstformand").err


@pytest.mark.parametrize(("given", "lacking"), [((), "formand og kasserer"), (("formand",), "kasserer"), (("kasserer",), "formand")])
def test_check_names_the_role_that_is_missing(tmp_path: Path, quick: Runner, given: tuple[str, ...], lacking: str) -> None:
    text = with_rule(PARTNERSHIP).partition("underskrifter:")[0]
    lines = "".join(f"  - {{part: venner, rolle: {role}, dato: 2025-08-20}}\n" for role in given)
    result = repository(tmp_path / "repo")
    result.write("partnerskabsaftale", text=f"{text}underskrifter:\n  - {{part: kommunen, dato: 2025-08-20}}\n{lines}")
    done = quick("check", "--today", "2026-03-01", "--select", "PRT06", cwd=result.path)
    assert done.out.count("PRT06") == 1
    for role in lacking.split(" og "):
        assert f"({role})" in done.out
    assert quick("verify", cwd=result.path).code == 1


@pytest.mark.parametrize("status", ["udkast", "aktiv"])
def test_the_last_signature_of_a_draft_says_what_comes_next(repo: Repo, quick: Runner, status: str) -> None:
    repo.write("ven", text=with_rule().replace("status: aktiv", f"status: {status}"))
    content = [
        signed(repo, quick, role, party=party).err for party, role in (("venner", "formand"), ("kommunen", "leder"), ("venner", "kasserer"))
    ]
    assert ["Alle har skrevet under; sæt `status: aktiv`." in item for item in content] == [False, False, status == "udkast"]


def test_an_earlier_signature_is_replaced_where_another_one_of_the_party_counts(repo: Repo, quick: Runner) -> None:
    signed(repo, quick, "formand")
    repo.write("ven", text=read(repo).replace("  varsel: 3 måneder", "  varsel: 1 måned"))
    signed(repo, quick, "næstformand")
    done = quick("verify", "ven", cwd=repo.path)
    assert done.code == 0
    assert "  afløst         Foreningen Følgevennerne (formand), 15. januar 2026" in done.out
    assert "1 underskrift gælder." in done.out
    assert "Gælder en tidligere tekst" in quick("render", "ven", cwd=repo.path).out


def test_the_place_is_kept_and_printed(repo: Repo, quick: Runner) -> None:
    repo.write("ven", text=CLEAN + "underskrifter: {part: venner, rolle: formand, dato: 2026-01-12, sted: Rømø}\n")
    before = compute_content_fingerprint(agreement(read(repo)))
    signed(repo, quick, "formand")
    (signature,) = agreement(read(repo)).signatures
    assert (signature.place, signature.fingerprint) == ("Rømø", before)
    assert "Rømø" in quick("render", "ven", cwd=repo.path).out


SIGNATURE = "underskrifter:\n  - {{part: kommunen, dato: {day}{more}}}\n"
STATES = {
    "nobody has signed": "",
    "one has": SIGNATURE.format(day="2025-08-20", more=""),
    "for other content": SIGNATURE.format(day="2025-08-20", more=f', fingeraftryk: "1:{"0" * 32}"'),
    "by an older method": SIGNATURE.format(day="2025-08-20", more=f', fingeraftryk: "0:{"0" * 32}"'),
    "after the end": SIGNATURE.format(day="2044-08-20", more=""),
    "by a stranger": "underskrifter: {part: nabo, dato: 2025-08-20}\n",
}
HISTORY_ONLY = "HIS handler om, hvordan aftalen er blevet til"


@pytest.mark.parametrize("before", ["aktiv", "udkast"])
@pytest.mark.parametrize("status", ["idé", "udkast", "aktiv", "genforhandling", "ophørt"])
@pytest.mark.parametrize("lines", STATES.values(), ids=list(STATES))
def test_verify_and_check_agree_or_verify_says_why(tmp_path: Path, quick: Runner, lines: str, status: str, before: str) -> None:
    result = repository(tmp_path / "repo")
    text = PARTNERSHIP.partition("underskrifter:")[0] + lines
    result.write("partnerskabsaftale", text=text.replace("status: aktiv", f"status: {before}"))
    result.commit(day="2025-09-01")
    result.write("partnerskabsaftale", text=text.replace("status: aktiv", f"status: {status}"))
    result.commit(day="2025-10-01")
    of_signatures = ("--select", "SIG", "--select", "PRT06", "--select", "DAT01b")
    checked = quick("check", "agreements/partnerskabsaftale.yaml", "--today", "2026-03-01", *of_signatures, cwd=result.path)
    tested = quick("verify", "--today", "2026-03-01", cwd=result.path)
    assert (tested.code == checked.code) or (tested.code == 1 and " HIS0" in tested.out)
    assert (HISTORY_ONLY in tested.out) == (" HIS0" in tested.out)


@pytest.mark.parametrize(("given", "due"), [(("venner",), False), (("kommunen",), False), (("venner", "kommunen"), True)])
def test_a_deadline_after_the_signature_has_a_day_once_all_have_signed(
    repo: Repo, quick: Runner, given: tuple[str, ...], *, due: bool
) -> None:
    paper = "leverancer: {part: venner, tekst: Et kort over stien, frist: {efter: underskrift, varighed: 2 måneder}}\n"
    lines = "".join(f"  - {{part: {party}, dato: 2026-01-1{number}}}\n" for number, party in enumerate(given))
    repo.write("ven", text=f"{CLEAN}{paper}underskrifter:\n{lines}")
    done = quick("deadlines", "--today", "2026-02-01", cwd=repo.path).out
    assert "Et kort over stien" in done
    assert ("11. marts 2026" in done) == due


def test_a_cut_fingerprint_does_not_renew_a_signature(repo: Repo, quick: Runner) -> None:
    signed(repo, quick, "formand")
    repo.commit(day="2026-01-15")
    other = read(repo).replace("  varsel: 3 måneder", "  varsel: 1 måned")
    (signature,) = agreement(other).signatures
    repo.write("ven", text=other.replace(str(signature.fingerprint), str(compute_content_fingerprint(agreement(other)))[:14]))
    assert "Skal skrive under igen: Foreningen Følgevennerne." in quick("diff", cwd=repo.path).out
    assert "SIG03b" in quick("check", "--today", "2026-03-01", cwd=repo.path).out


PRINTS = st.sampled_from(["now", "other", "cut", "none", "old"])
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
GIVEN = st.lists(
    st.tuples(st.sampled_from(["venner", "kommunen", "nabo"]), st.sampled_from(["formand", "kasserer", ""]), DAYS, PRINTS), max_size=6
)


@given(GIVEN)
def test_what_counts_is_whole_dated_and_by_each_who_must(given_signatures: list[tuple[str, str, date, str]]) -> None:
    record = agreement(with_rule())
    now, today = str(compute_content_fingerprint(record)), date(2026, 6, 1)
    prints = {"now": now, "other": f"1:{'0' * DIGITS}", "cut": now[:20], "none": None, "old": f"0:{now[2:]}"}
    given_now = tuple(
        Signature.of({"party": party, "role": role or None, "date": day, "fingerprint": prints[print_]})
        for party, role, day, print_ in given_signatures
    )
    signings = find_signings(type(record).of(record.__dict__ | {"signatures": given_now}), now, today)
    counts = {(party, role) for party, role, day, print_ in given_signatures if day <= today and print_ in {"now", "none"}}
    wanted = {"kommunen": any(party == "kommunen" for party, _ in counts)}
    wanted["venner"] = {("venner", "formand"), ("venner", "kasserer")} <= counts
    assert {str(item.party.id): item.is_signed for item in signings} == wanted
    assert is_signed(signings) == all(wanted.values())


def test_only_all_digits_of_the_same_method_hold() -> None:
    now = f"1:{'a1' * 16}"
    for count, digit in product(range(12, 65), ("a", "0")):
        print_ = (now + digit * 40)[: 2 + count] if count > DIGITS else now[: 2 + count]
        worth = determine_validity(Signature.of({"party": "venner", "date": date(2026, 1, 1), "fingerprint": print_}), now)
        assert (worth is Validity.HOLDS) == (print_ == now)

"""`partnerskab sign` and `verify`: a signature is written where it belongs, bound to the content, and tested."""

import re
from pathlib import Path

import pytest
from conftest import Ran, Runner
from gitrepo import Repo, repository
from telling import agreement

from partnerskab_cli.history.signature import compute_content_fingerprint

CLEAN = Path(__file__).parent.parent / "clean" / "samarbejdsaftale.yaml"
NEVER_BEGUN = (("status: aktiv", "status: ophørt"), ("start: 2026-01-01, slut", "slut"))
NOTICE = ("  varsel: 3 måneder", "  varsel: 1 måned")


def clean(*edits: tuple[str, str]) -> str:
    text = CLEAN.read_text("utf-8").replace("id: samarbejdsaftale", "id: ven")
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    result = repository(tmp_path / "repo")
    result.write("ven", text=clean())
    result.commit(day="2026-01-10")
    return result


def read(repo: Repo) -> str:
    return (repo.path / "agreements" / "ven.yaml").read_text("utf-8")


def signed(repo: Repo, quick: Runner, party: str = "venner", *words: str) -> Ran:
    return quick("sign", "ven", "--party", party, "--date", "2026-01-15", *words, cwd=repo.path)


def test_a_signature_is_written_and_nothing_else(repo: Repo, quick: Runner) -> None:
    before = read(repo)
    done = signed(repo, quick, "venner", "--role", "formand")
    print_ = compute_content_fingerprint(agreement(before))
    assert (done.code, done.out) == (0, "")
    assert f"Foreningen Følgevennerne har skrevet under på ven, 15. januar 2026. Fingeraftryk: {print_}." in done.err
    added = f"underskrifter:\n  - part: venner\n    rolle: formand\n    dato: 2026-01-15\n    fingeraftryk: {print_}\n"
    assert read(repo).replace(added, "") == before


def test_both_parties_sign_the_same_content(repo: Repo, quick: Runner) -> None:
    signed(repo, quick)
    signed(repo, quick, "Tønder Kommune")
    signatures = agreement(read(repo)).signatures
    assert [signature.party for signature in signatures] == ["venner", "kommunen"]
    assert len({signature.fingerprint for signature in signatures}) == 1


def test_signing_twice_writes_nothing(repo: Repo, quick: Runner) -> None:
    signed(repo, quick)
    before = read(repo)
    for words in ((), ("--date", "2026-01-15")):
        done = quick("sign", "ven", "--party", "venner", *words, cwd=repo.path)
        assert (done.code, read(repo)) == (0, before)
        assert "har allerede skrevet under på det, der står nu, 15. januar 2026." in done.err


def test_a_new_signature_takes_the_place_of_the_old_one(repo: Repo, quick: Runner) -> None:
    signed(repo, quick, "venner", "--role", "formand")
    repo.write("ven", text=read(repo).replace(*NOTICE))
    signed(repo, quick, "kommunen")
    quick("sign", "ven", "--party", "venner", "--date", "2026-02-01", cwd=repo.path)
    matches = {str(signature.party): signature for signature in agreement(read(repo)).signatures}
    assert len(agreement(read(repo)).signatures) == 2
    assert (matches["venner"].role, str(matches["venner"].date)) == ("formand", "2026-02-01")
    assert quick("verify", cwd=repo.path).code == 0


def test_a_signature_on_paper_is_bound_where_it_stands(repo: Repo, quick: Runner) -> None:
    line = "underskrifter: [{part: venner, rolle: formand, navn: Eksempel Eksempelsen, dato: 2026-01-12}] # på papir\n"
    repo.write("ven", text=clean() + line)
    assert signed(repo, quick).code == 0
    (signature,) = agreement(read(repo)).signatures
    assert (signature.role, signature.name, str(signature.date)) == ("formand", "Eksempel Eksempelsen", "2026-01-15")
    assert "# på papir" in read(repo)
    assert "\nunderskrifter: [{part: venner, rolle: formand, navn: Eksempel Eksempelsen, dato: 2026-01-15, fingeraftryk: " in read(repo)


@pytest.mark.parametrize(
    "shape",
    [
        "underskrifter: {part: kommunen, dato: 2026-01-12}\n",
        "underskrifter:\n- part: kommunen\n  dato: 2026-01-12\n",
        "underskrifter:\n  -   dato: 2026-01-12\n      part: kommunen\n",
        "underskrifter: []\n",
        "underskrifter:\n",
        "x_felt: 1",
    ],
)
def test_a_signature_finds_its_place_in_every_layout(repo: Repo, quick: Runner, shape: str) -> None:
    repo.write("ven", text=clean() + shape)
    before = agreement(read(repo)).signatures
    assert signed(repo, quick).code == 0
    after = agreement(read(repo)).signatures
    assert after[:-1] == before
    assert (after[-1].party, after[-1].fingerprint) == ("venner", compute_content_fingerprint(agreement(read(repo))))


def test_an_english_file_is_signed_in_english(repo: Repo, quick: Runner) -> None:
    text = "id: ven\ntitle: Friends\nformality: oral\nstatus: active\nparties:\n  - {id: a, name: Tønder Kommune, side: public}\n  - {id: b, name: Friends, side: voluntary}\npurpose: Coffee.\n"
    repo.write("ven", text=text)
    assert signed(repo, quick, "b", "--role", "chair").code == 0
    assert "signatures:\n  - party: b\n    role: chair\n    date: 2026-01-15\n    fingerprint: 1:" in read(repo)


def test_line_ends_and_a_byte_order_mark_stay(repo: Repo, quick: Runner) -> None:
    path = repo.path / "agreements" / "ven.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + clean().replace("\n", "\r\n").encode())
    assert signed(repo, quick).code == 0
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")


REFUSED = {
    "a party that is not there": (["--party", "nabo"], clean(), "»nabo« er ikke blandt parterne."),
    "content that cannot be read": (
        ["--party", "venner"],
        clean(("  varsel: 3 måneder", "  varsel: længe")),
        "Der er noget i agreements/ven.yaml",
    ),
    "a field nobody knows": (["--party", "venner"], clean(("ophør:\n", "ophøør:\n")), "Der er noget i agreements/ven.yaml"),
    "a text that a number sign cuts off": (
        ["--party", "venner"],
        clean(("titel: Følgeven", "titel: Sag #12 Følgeven")),
        "Der er noget i agreements/ven.yaml",
    ),
    "a text that a comma splits": (
        ["--party", "venner"],
        clean(("formål: Den, der", "forankring: {bestyrelse: Godkendt, i januar}\nformål: Den, der")).replace(
            "\nforankring:\n", "\nx_a:\n"
        ),
        "Der er noget i agreements/ven.yaml",
    ),
    "a file that is no agreement": (["--party", "venner"], "mål: [\n", "Der er noget i agreements/ven.yaml"),
    "an agreement that is over": (["--party", "venner"], clean(("status: aktiv", "status: ophørt")), "Aftalen er ophørt"),
    "an agreement that is over and never had a first day": (["--party", "venner"], clean(*NEVER_BEGUN), "Aftalen er ophørt"),
    "a day that is none": (["--party", "venner", "--date", "i går"], clean(), "»i går« efter --date er ikke en dato."),
    "no party at all": ([], clean(), "Der mangler --party."),
}


@pytest.mark.parametrize(("words", "text", "says"), REFUSED.values(), ids=list(REFUSED))
def test_what_cannot_be_signed_is_left_as_it_is(repo: Repo, quick: Runner, words: list[str], text: str, says: str) -> None:
    repo.write("ven", text=text)
    done = quick("sign", "ven", *words, cwd=repo.path)
    assert (done.code, done.out, read(repo)) == (2, "", text)
    assert done.err.startswith(f"fejl: {says}")


def test_a_comment_that_looks_like_one_hinders_nobody(repo: Repo, quick: Runner) -> None:
    repo.write("ven", text=clean(("i Toftlund", "i Toftlund # og omegn")))
    assert signed(repo, quick).code == 0


def test_an_agreement_that_is_not_there(repo: Repo, quick: Runner) -> None:
    assert quick("sign", "vem", "--party", "venner", cwd=repo.path).err.startswith("fejl: Der er ingen aftale »vem«.")


@pytest.mark.parametrize(
    "role", ['formand: "den"', "a, b", "{x}", "# nej", "- ja", "2026-01-01", "\x1b[31mrød", "æøå", "'", "!tag", "&a *a"]
)
def test_a_role_may_hold_anything_and_breaks_nothing(repo: Repo, quick: Runner, role: str) -> None:
    assert signed(repo, quick, "venner", f"--role={role}").code == 0
    (item,) = agreement(read(repo)).signatures
    assert item.role == role


def test_check_says_what_has_changed_since(repo: Repo, quick: Runner) -> None:
    signed(repo, quick)
    signed(repo, quick, "kommunen")
    assert "SIG01" not in quick("check", "--today", "2026-03-01", cwd=repo.path).out
    repo.write("ven", text=read(repo).replace(*NOTICE))
    done = quick("check", "--today", "2026-03-01", cwd=repo.path)
    assert done.code == 1
    assert done.out.count("SIG01") == 1
    assert "Det underskrevne indhold er ændret, efter at Foreningen Følgevennerne og Tønder Kommune skrev under." in done.out


def test_verify_names_what_has_changed_who_must_sign_and_who_wrote_it(repo: Repo, quick: Runner) -> None:
    signed(repo, quick)
    repo.commit(day="2026-01-15", author="Frida Formand")
    signed(repo, quick, "kommunen")
    repo.commit(day="2026-01-16", author="Kim Kommune")
    repo.write("ven", text=read(repo).replace(*NOTICE))
    quick("sign", "ven", "--party", "kommunen", "--date", "2026-02-01", cwd=repo.path)
    head = repo.commit(day="2026-02-01", author="Kim Kommune")
    done = quick("verify", "ven", cwd=repo.path)
    assert done.code == 1
    lines = done.out.split("\n")
    assert lines[0] == "agreements/ven.yaml: Følgeven til fritid i Toftlund"
    assert lines[2].startswith(
        "  gælder ikke    Foreningen Følgevennerne, 15. januar 2026; skrevet ind af Frida Formand 15. januar 2026, commit "
    )
    assert lines[3] == "                 siden da: Ophør · Opsigelsesvarsel: 3 måneder → 1 måned, kortere"
    assert lines[4] == f"  gælder         Tønder Kommune, 1. februar 2026; skrevet ind af Kim Kommune 1. februar 2026, commit {head[:10]}"
    assert "1 underskrift gælder, 1 gælder ikke mere." in lines
    assert re.search(
        r"fejl SIG01 `ophør` er ændret, efter at Foreningen Følgevennerne skrev under\. → Foreningen Følgevennerne skal skrive under igen",
        done.out,
    )


def test_nobody_is_said_to_have_written_a_signature_into_a_copy(repo: Repo, quick: Runner) -> None:
    signed(repo, quick)
    repo.commit(day="2026-01-15", author="Frida Formand")
    repo.write("kopi", text=read(repo))
    assert "skrevet ind af Frida Formand" in quick("verify", "ven", cwd=repo.path).out
    assert "skrevet ind af" not in quick("verify", "kopi", cwd=repo.path).out


def test_what_nobody_signed_may_change(repo: Repo, quick: Runner) -> None:
    signed(repo, quick)
    signed(repo, quick, "kommunen")
    text = read(repo).replace("status: aktiv", "status: genforhandling").replace("tovholder: formanden", "tovholder: kassereren")
    repo.write("ven", text=f"# en bemærkning\n{text}\nhændelser: {{dato: 2026-02-01, tekst: Vi mødtes.}}\n")
    done = quick("verify", cwd=repo.path)
    assert "\n2 underskrifter gælder.\n" in done.out
    assert "SIG01" not in done.out


def test_a_missing_signature_and_one_on_paper_are_said(repo: Repo, quick: Runner) -> None:
    repo.write("ven", text=clean() + "underskrifter: {part: kommunen, rolle: leder, dato: 2026-01-12}\n")
    done = quick("verify", "ven", cwd=repo.path)
    assert done.code == 0
    assert "  ikke bundet    Tønder Kommune (leder), 12. januar 2026; uden fingeraftryk, som på papir\n" in done.out
    assert "  mangler        Foreningen Følgevennerne\n" in done.out


@pytest.mark.parametrize("method", ["2", "9", "10"])
def test_changed_content_stays_an_error_where_its_fingerprint_names_a_newer_method(repo: Repo, quick: Runner, method: str) -> None:
    repo.write("ven", text=clean() + f'underskrifter: {{part: kommunen, dato: 2026-01-12, fingeraftryk: "{method}:{"9f" * 16}"}}\n')
    assert "fejl SIG03c Fingeraftrykket ved underskriften fra Tønder Kommune" in quick("verify", cwd=repo.path).out
    done = quick("check", "--today", "2026-03-01", cwd=repo.path)
    assert done.code == 1
    assert "SIG03c" in done.out


def test_an_older_method_is_no_mistake(repo: Repo, quick: Runner) -> None:
    repo.write("ven", text=clean() + 'underskrifter: {part: kommunen, dato: 2026-01-12, fingeraftryk: "0:9f2c41d07b6a"}\n')
    done = quick("verify", cwd=repo.path)
    assert done.code == 0
    assert "  ukendt         Tønder Kommune, 12. januar 2026; fingeraftrykket kan ikke sammenlignes" in done.out
    assert "advarsel SIG03" in done.out


def test_a_stranger_who_signed_is_an_error(repo: Repo, quick: Runner) -> None:
    repo.write("ven", text=clean() + "underskrifter: {part: nabo, dato: 2026-01-12}\n")
    assert "fejl SIG02 »nabo« har skrevet under" in quick("verify", cwd=repo.path).out


def test_the_newest_signature_of_a_party_is_the_one_that_counts(repo: Repo, quick: Runner) -> None:
    old = '  - {part: venner, dato: 2025-01-01, fingeraftryk: "1:000000000000"}\n'
    now = f'  - {{part: venner, dato: 2026-01-01, fingeraftryk: "{compute_content_fingerprint(agreement(clean()))}"}}\n'
    paper = "  - {part: venner, dato: 2026-02-01}\n"
    for signatures, code in ((old + now, 0), (now + old, 0), (old, 1), (old + paper, 0)):
        repo.write("ven", text=f"{clean()}underskrifter:\n{signatures}")
        assert quick("verify", cwd=repo.path).code == code, signatures


def test_verify_without_git_still_tests_the_content(tmp_path: Path, quick: Runner) -> None:
    folder = tmp_path / "agreements"
    folder.mkdir()
    (folder / "ven.yaml").write_text(clean(), encoding="utf-8")
    assert quick("sign", "ven", "--party", "venner").code == 0
    done = quick("verify")
    assert done.code == 0
    assert "1 underskrift gælder" in done.out
    assert done.err == (
        "Mappen her er ikke i et git-repository. Derfor kan jeg ikke se, hvem der skrev underskrifterne, eller hvad der var før.\n"
    )


def test_verify_before_the_first_commit_and_without_git_at_all(repo: Repo, quick: Runner, tmp_path: Path) -> None:
    empty = repository(tmp_path / "tom")
    empty.write("ven", text=clean())
    assert "Der er ingen commits" in quick("verify", cwd=empty.path).err
    done = quick("verify", cwd=repo.path, env={"PATH": ""})
    assert (done.code, "Der er ingen git på maskinen." in done.err) == (0, True)


def test_a_shallow_clone_is_said_to_know_less(repo: Repo, quick: Runner, tmp_path: Path) -> None:
    repo.write("ven", text=clean(NOTICE))
    repo.commit()
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.path}", str(tmp_path / "flad"))
    assert quick("verify", cwd=tmp_path / "flad").err.startswith("Kun de nyeste commits er hentet")


def test_nothing_is_not_verified(tmp_path: Path, quick: Runner) -> None:
    (tmp_path / "agreements").mkdir()
    assert quick("verify").code == 2
    assert quick("verify", "ven").code == 2


def test_a_file_that_cannot_be_read_is_not_verified(repo: Repo, quick: Runner) -> None:
    repo.write("ven", text="mål: [\n")
    done = quick("verify", cwd=repo.path)
    assert done.code == 1
    assert "agreements/ven.yaml: kan ikke læses; hvorfor står nedenfor" in done.out


FOUND = {"whole": slice(None), "without its method": slice(2, None)}


@pytest.mark.parametrize("part", FOUND.values(), ids=list(FOUND))
def test_a_typed_fingerprint_is_found(repo: Repo, quick: Runner, part: slice) -> None:
    print_ = str(compute_content_fingerprint(agreement(clean())))[part]
    done = quick("verify", "--fingerprint", print_, cwd=repo.path)
    assert (done.code, done.out) == (0, "Det er, hvad der står i agreements/ven.yaml nu: Følgeven til fritid i Toftlund.\n")
    repo.write("ven", text=clean(NOTICE))
    older = quick("verify", "ven", "--fingerprint", f" {print_[:7]} {print_[7:].upper()} ", cwd=repo.path)
    assert older.code == 1
    assert re.match(
        r"Det er, hvad der stod i agreements/ven\.yaml efter commit [0-9a-f]{10}, 10\. januar 2026\. Nu står der noget andet:\n", older.out
    )
    assert "  Ophør · Opsigelsesvarsel: 3 måneder → 1 måned, kortere\n" in older.out


@pytest.mark.parametrize("digits", [12, 13, 20, 31])
def test_few_digits_find_and_never_confirm(repo: Repo, quick: Runner, digits: int) -> None:
    whole = str(compute_content_fingerprint(agreement(clean())))
    done = quick("verify", "--fingerprint", whole[2 : 2 + digits], cwd=repo.path)
    assert done.code == 1
    assert f"agreements/ven.yaml begynder ligesom: Følgeven til fritid i Toftlund. Hele fingeraftrykket er {whole}." in done.out
    assert "Det er, hvad der står" not in done.out
    assert "ikke bevise, hvad den siger" in done.out
    repo.write("ven", text=clean(NOTICE))
    older = quick("verify", "--fingerprint", whole[: 2 + digits], cwd=repo.path)
    assert older.code == 1
    assert re.search(r"agreements/ven\.yaml begyndte ligesom efter commit [0-9a-f]{10}, 10\. januar 2026", older.out)


def test_digits_that_fit_several_agreements_are_said_to(repo: Repo, quick: Runner) -> None:
    repo.write("kopi", text=clean())
    done = quick("verify", "--fingerprint", str(compute_content_fingerprint(agreement(clean())))[2:14], cwd=repo.path)
    assert done.code == 1
    assert done.out.startswith("2 aftaler passer på de tegn.\n")
    assert {"agreements/kopi.yaml", "agreements/ven.yaml"} <= set(re.findall(r"agreements/\w+\.yaml", done.out))


@pytest.mark.parametrize("digits", [12, 20, 31])
def test_a_recorded_fingerprint_that_is_cut_proves_nothing(repo: Repo, quick: Runner, digits: int) -> None:
    print_ = str(compute_content_fingerprint(agreement(clean())))[: 2 + digits]
    repo.write("ven", text=clean() + f'underskrifter: {{part: kommunen, dato: 2026-01-12, fingeraftryk: "{print_}"}}\n')
    done = quick("verify", "ven", cwd=repo.path)
    assert done.code == 1
    assert "  beviser intet  Tønder Kommune, 12. januar 2026; fingeraftrykket er ikke helt" in done.out
    assert "  mangler        Tønder Kommune\n" in done.out
    assert f"fejl SIG03b Fingeraftrykket ved underskriften fra Tønder Kommune har {digits} tegn" in done.out
    assert "SIG03b" in quick("check", "--today", "2026-03-01", cwd=repo.path).out
    assert "ingen endnu" in quick("render", "ven", cwd=repo.path).out


def test_a_typed_fingerprint_of_nothing(repo: Repo, quick: Runner) -> None:
    done = quick("verify", "--fingerprint", "1:000000000000", cwd=repo.path)
    assert (done.code, done.out.split(",")[0]) == (1, "Det fingeraftryk har ingen af aftalerne")
    assert quick("verify", "--fingerprint", "hej", cwd=repo.path).code == 2


def test_a_document_is_held_against_the_record(repo: Repo, quick: Runner) -> None:
    paper = repo.path / "ven.html"
    paper.write_text(quick("render", "ven", "--to", "html", cwd=repo.path).out, encoding="utf-8")
    done = quick("verify", "ven.html", cwd=repo.path)
    assert (done.code, done.out) == (
        0,
        "Dokumentet er ord for ord det, der udskrives af agreements/ven.yaml nu med værktøjets egne skabeloner.\n",
    )
    paper.write_text(paper.read_text("utf-8").replace("3 måneder", "1 måned"), encoding="utf-8")
    forged = quick("verify", "ven.html", cwd=repo.path)
    assert forged.code == 1
    assert "er ikke ord for ord, som det udskrives nu" in forged.out
    repo.write("ven", text=clean(NOTICE))
    older = quick("verify", "ven.html", cwd=repo.path)
    assert older.code == 1
    assert "Nu står der noget andet" in older.out


FORGED = "<p>Kommunen betaler 900.000 kr.</p>"
HOSTILE = {
    "aftale.html.j2": f'<meta charset="utf-8"><h1>{{{{ document.title }}}}</h1>{FORGED}{{{{ document.fingerprint }}}}',
    "blocks.html.j2": '{% macro all(blocks, level, above="") %}' + FORGED + "{% endmacro %}",
    "frame.html.j2": f"{FORGED}{{% block about %}}{{% endblock %}}",
    "style.css": "main { display: none } body::before { content: 'Kommunen betaler 900.000 kr.' }",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_document_of_the_records_own_templates_is_never_confirmed(repo: Repo, quick: Runner, name: str) -> None:
    (repo.path / "templates").mkdir()
    (repo.path / "templates" / name).write_text(HOSTILE[name], encoding="utf-8")
    paper = repo.path / "ven.html"
    paper.write_text(quick("render", "ven", "--to", "html", cwd=repo.path).out, encoding="utf-8")
    done = quick("verify", "ven.html", cwd=repo.path)
    assert done.code == 1
    assert "ord for ord" not in done.out
    assert f"samlingens egne skabeloner: {name}." in done.out
    english = quick("--lang", "en", "verify", "ven.html", cwd=repo.path)
    assert (english.code, "word for word" in english.out) == (1, False)


def test_templates_that_the_document_was_not_made_with_are_no_matter(repo: Repo, quick: Runner) -> None:
    paper = repo.path / "ven.html"
    paper.write_text(quick("render", "ven", "--to", "html", cwd=repo.path).out, encoding="utf-8")
    (repo.path / "templates").mkdir()
    (repo.path / "templates" / "aftale.html.j2").write_text(HOSTILE["aftale.html.j2"], encoding="utf-8")
    assert "med værktøjets egne skabeloner" in quick("verify", "ven.html", cwd=repo.path).out


def test_a_revision_in_the_foot_is_found_behind_a_text_full_of_digits(repo: Repo, quick: Runner) -> None:
    digits = " ".join(f"{number:012x}" for number in range(10**11, 10**11 + 40))
    repo.write("ven", text=f"{clean()}øvrige_vilkår: {{tekst: Numre {digits}}}\n")
    repo.commit(day="2026-02-01")
    paper = repo.path / "ven.html"
    paper.write_text(quick("render", "ven", "--to", "html", "--revision", cwd=repo.path).out, encoding="utf-8")
    assert quick("verify", "ven.html", cwd=repo.path).code == 0


def test_a_document_without_a_fingerprint_and_one_that_is_none(repo: Repo, quick: Runner) -> None:
    (repo.path / "tom.html").write_text("<p>hej</p>", encoding="utf-8")
    assert quick("verify", "tom.html", cwd=repo.path).code == 1
    assert quick("verify", "væk.html", cwd=repo.path).code == 2
    assert quick("verify", "tom.html", "--fingerprint", "1:000000000000", cwd=repo.path).code == 2


def test_verify_sends_nobody_to_a_check_that_is_silent(repo: Repo, quick: Runner) -> None:
    repo.write("ven", text=clean(*NEVER_BEGUN))
    done = quick("verify", "ven", cwd=repo.path)
    assert "intet fingeraftryk: noget i aftalen" in done.out
    assert "partnerskab check" not in done.out

"""The command: what goes where, what is never written over, and what it says when it cannot."""

import os
from pathlib import Path

import pytest
from conftest import Runner

KAFFE = """id: kaffe
titel: Kaffe på kanden
formalitet: mundtlig
status: aktiv
formål: Et sted at mødes hver torsdag.
parter:
  - {id: kommunen, navn: Kommunen, side: offentlig, kontakt: {rolle: leder}}
  - {id: venner, navn: Vennerne, side: frivillig, kontakt: {rolle: formand}}
"""


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of two agreements."""
    folder = tmp_path / "agreements"
    folder.mkdir()
    (folder / "kaffe.yaml").write_text(KAFFE, "utf-8")
    (folder / "te.yaml").write_text(KAFFE.replace("id: kaffe", "id: te").replace("Kaffe på", "Te på"), "utf-8")
    return tmp_path


@pytest.mark.usefixtures("record")
class TestToStandardOutput:
    def test_an_agreement_by_its_id(self, run: Runner) -> None:
        done = run("render", "kaffe")
        assert (done.code, done.err) == (0, "")
        assert "\n# Kaffe på kanden\n" in done.out
        assert done.out.endswith("\n")
        assert not done.out.endswith("\n\n")

    def test_the_same_by_its_path_in_danish(self, run: Runner) -> None:
        assert run("udskriv", "agreements/kaffe.yaml", "--to", "html").out.startswith('<!DOCTYPE html>\n<html lang="da">')

    def test_several_need_a_folder(self, run: Runner) -> None:
        done = run("render", "agreements")
        assert (done.code, done.out) == (2, "")
        assert "-o" in done.err

    def test_an_unknown_id_names_the_nearest(self, run: Runner) -> None:
        done = run("render", "kafe")
        assert done.code == 2
        assert "»kaffe«" in done.err

    @pytest.mark.parametrize("words", [["--check"], ["--open"], ["--to", "odt"], ["--variant", "brev"]])
    def test_what_cannot_act_is_refused(self, run: Runner, words: list[str]) -> None:
        done = run("render", "kaffe", *words)
        assert (done.code, done.out) == (2, "")

    def test_an_agreement_that_cannot_be_read_says_where_to_look(self, run: Runner, record: Path) -> None:
        (record / "agreements" / "kaffe.yaml").write_text("a: [", "utf-8")
        done = run("render", "kaffe")
        assert done.code == 2
        assert "partnerskab check" in done.err


@pytest.mark.usefixtures("record")
class TestToAFolder:
    def test_every_agreement_gets_a_file_named_after_it(self, run: Runner, record: Path) -> None:
        done = run("render", "agreements", "--to", "html", "-o", "ud/html")
        assert (done.code, done.out) == (0, "")
        assert sorted(path.name for path in (record / "ud" / "html").iterdir()) == [".partnerskab-output", "kaffe.html", "te.html"]

    def test_a_second_run_writes_nothing(self, run: Runner, record: Path) -> None:
        run("render", "agreements", "-o", "ud")
        before = (record / "ud" / "te.md").stat().st_mtime_ns
        done = run("render", "agreements", "-o", "ud")
        assert "intet er skrevet" in done.err
        assert (record / "ud" / "te.md").stat().st_mtime_ns == before

    def test_check_says_what_is_stale_and_writes_nothing(self, run: Runner, record: Path) -> None:
        assert run("render", "agreements", "-o", "ud", "--check").code == 1
        assert not (record / "ud").exists()
        run("render", "agreements", "-o", "ud")
        assert run("render", "agreements", "-o", "ud", "--check").code == 0
        path = record / "agreements" / "te.yaml"
        path.write_text(path.read_text("utf-8").replace("torsdag", "fredag"), "utf-8")
        done = run("render", "agreements", "-o", "ud", "--check")
        assert (done.code, done.out) == (1, "ud/te.md er ikke, som den ville blive nu\n")

    def test_somebody_elses_file_stays(self, run: Runner, record: Path) -> None:
        (record / "ud").mkdir()
        (record / "ud" / "te.md").write_text("min egen\n", "utf-8")
        done = run("render", "agreements", "-o", "ud")
        assert done.code == 2
        assert "ud/te.md" in done.err
        assert [path.name for path in (record / "ud").iterdir()] == ["te.md"]
        assert (record / "ud" / "te.md").read_text("utf-8") == "min egen\n"

    def test_a_link_out_of_the_folder_is_not_followed(self, run: Runner, record: Path) -> None:
        (record / "ud").mkdir()
        (record / "kanarie").write_text("pip", "utf-8")
        (record / "ud" / "kaffe.md").symlink_to(record / "kanarie")
        done = run("render", "kaffe", "-o", "ud")
        assert done.code == 2
        assert (record / "kanarie").read_text("utf-8") == "pip"

    def test_a_file_is_no_folder(self, run: Runner, record: Path) -> None:
        (record / "ud").write_text("", "utf-8")
        assert run("render", "kaffe", "-o", "ud").code == 2

    @pytest.mark.parametrize("name", ["../../ude", "con", ".git/config", "-rf", "a/b", "æøå", "x" * 300, "aftale;rm", "nul.txt"])
    def test_an_id_never_leads_out_of_the_folder(self, run: Runner, record: Path, name: str) -> None:
        (record / "agreements" / "kaffe.yaml").write_text(KAFFE.replace("id: kaffe", f"id: {name!r}"), "utf-8")
        before = {path for path in record.rglob("*") if "ud" not in path.parts}
        run("render", "agreements/kaffe.yaml", "-o", "ud")
        assert {path for path in record.rglob("*") if "ud" not in path.parts} == before
        for path in (record / "ud").rglob("*") if (record / "ud").exists() else ():
            assert path.parent == record / "ud"
            assert path.stem.replace("-", "").isascii()
            assert path.stem != "con"


class TestTheRecord:
    def test_its_own_templates_style_and_logo_are_used(self, run: Runner, record: Path) -> None:
        (record / "partnerskab.yaml").write_text(
            "skema: 1\nkommune: Prøve Kommune\nudseende: {logo: vaaben.svg, farve: '#ffcc00', skrift: Georgia}\n"
            "tilgængelighedserklæring: https://kommune.example/was\n", "utf-8"
        )  # fmt: skip
        (record / "vaaben.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
        (record / "templates").mkdir()
        (record / "templates" / "aftale.md.j2").write_text(
            "<!-- partnerskab: {{ document.name }} -->\nBrev om {{ document.title }}\n", "utf-8"
        )
        page = run("render", "kaffe", "--to", "html").out
        assert '<img src="data:image/svg+xml;base64,' in page
        assert "--brand: #ffcc00" in page
        assert "--brand-text: #ffcc00" not in page, "yellow words on white cannot be read"
        assert '--own-face: "Georgia"' in page
        assert 'href="https://kommune.example/was"' in page
        assert run("render", "kaffe").out.endswith("Brev om Kaffe på kanden\n")

    def test_a_template_that_links_out_of_the_record_is_refused(self, run: Runner, record: Path) -> None:
        (record / "partnerskab.yaml").write_text("skema: 1\n", "utf-8")
        (record / "templates").mkdir()
        (record / "templates" / "aftale.md.j2").symlink_to("/etc/hostname")
        assert run("render", "kaffe").code == 2

    def test_other_agreements_go_by_their_titles(self, run: Runner, record: Path) -> None:
        path = record / "agreements" / "te.yaml"
        path.write_text(path.read_text("utf-8") + "relaterede: [kaffe, ukendt]\n", "utf-8")
        assert "Kaffe på kanden (kaffe) og ukendt" in run("render", "te").out


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_same_agreement_gives_the_same_file(run: Runner, project: Path, tmp_path: Path, form: str) -> None:
    files = set()
    for seed, zone in (("0", "UTC"), ("1", "Asia/Tokyo"), ("77", "America/Anchorage")):
        run(
            "render",
            "agreements/naboer-mod-ensomhed.yaml",
            "--to",
            form,
            "-o",
            str(tmp_path / zone),
            cwd=project,
            env={"PYTHONHASHSEED": seed, "TZ": zone},
        )
        files.add((tmp_path / zone / f"naboer-mod-ensomhed.{form}").read_bytes())
    assert len(files) == 1


PACKAGES = {"typst": "typst", "docx": "python-docx"}
"""The modules that formats need → the packages that hold them."""


@pytest.mark.parametrize(("form", "module"), [("pdf", "typst"), ("docx", "docx")])
def test_a_missing_extra_is_a_sentence_with_the_command(run: Runner, project: Path, tmp_path: Path, form: str, module: str) -> None:
    (tmp_path / f"{module}.py").write_text("raise ImportError\n", "utf-8")
    done = run("render", str(project / "agreements" / "kaffe-paa-kanden.yaml"), "--to", form, "-o", "ud", env={"PYTHONPATH": str(tmp_path)})
    assert (done.code, done.out) == (2, "")
    assert f"pip install '{PACKAGES[module]}" in done.err
    assert "partnerskab-cli" not in done.err
    assert not (tmp_path / "ud").exists()


@pytest.mark.parametrize("form", ["md", "html"])
def test_the_same_agreement_gives_the_same_bytes(run: Runner, project: Path, form: str) -> None:
    words = ("render", "agreements/naboer-mod-ensomhed.yaml", "--to", form)
    outs = {
        run(*words, cwd=project, env={"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}).out
        for seed, zone, locale in (("0", "UTC", "C.UTF-8"), ("1", "Asia/Tokyo", "C.UTF-8"), ("77", "America/Anchorage", "da_DK.UTF-8"))
    }
    assert len(outs) == 1
    assert os.linesep == "\n" or "\r\n" not in outs.pop()

"""What an editor shows with our schemas: yaml-language-server itself is asked at places in good and bad files, in both languages of keys."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import PROJECT, needs, node_module
from language_server import Editor

pytestmark = pytest.mark.outside
SCHEMAS = {"da": "aftale.da", "en": "agreement.en"}
GOOD = {
    "da": """# yaml-language-server: $schema=../schema/aftale.da.schema.json
id: kaffe
titel: Kaffe på kanden
formalitet: samarbejdsaftale
status: udkast
parter:
  - {id: kommunen, navn: Tønder Kommune, side: offentlig}
  - id: venner
    navn: Torsdagsvennerne
    side: frivillig
målgruppe: Ældre, der bor alene
mål:
  - tekst: 25 kommer hver uge.
    frist: 2026-12-31
ophør:
  varsel: 3 måneder
omraade: [sundhed]
brugerindflydelse: {ikke_relevant: Der er ingen faste brugere.}
x_egen: hvad vi vil
""",
    "en": """# yaml-language-server: $schema=../schema/agreement.en.schema.json
id: coffee
title: Coffee in the pot
formality: cooperation
status: draft
parties:
  - {id: municipality, name: Tønder Kommune, side: public}
  - id: friends
    name: The Thursday Friends
    side: voluntary
target_group: Older people who live alone
goals:
  - text: 25 come every week.
    deadline: 2026-12-31
termination:
  notice: 3 months
theme: [health]
user_influence: {not_relevant: There are no regular users.}
x_own: what we like
""",
}
BAD = {
    "da": """# yaml-language-server: $schema=../schema/aftale.da.schema.json
id: Kaffe!
titel: Kaffe
formalitet: samarbejde
status: aktvi
parter:
  - {id: kommunen, navn: Tønder Kommune, side: komune}
  - id: venner
    side: frivillig
    cvr: 12
periode: {start: 2026-02-30}
ophør:
  varsl: 3 måneder
mål: [{tekst: x, frist: snart}]
tilskud: {beløb: -5}
styring: {grad: 7}
budget: {post: kaffe}
""",
    "en": """# yaml-language-server: $schema=../schema/agreement.en.schema.json
id: Coffee!
title: Coffee
formality: cooperating
status: actve
parties:
  - {id: municipality, name: Tønder Kommune, side: pubic}
  - id: friends
    side: voluntary
    cvr: 12
period: {start: 2026-02-30}
termination:
  notise: 3 months
goals: [{text: x, deadline: soon}]
grant: {amount: -5}
control_and_risk: {degree: 7}
budget: {item: coffee}
""",
}


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    server = node_module("yaml-language-server", "bin", "yaml-language-server")
    needs(
        server and shutil.which("node"),
        "yaml-language-server is needed: npm install yaml-language-server, and NODE_PATH set to node_modules",
    )
    assert server
    root = tmp_path_factory.mktemp("record")
    shutil.copytree(PROJECT / "schema", root / "schema")
    with Editor(server, root) as opened:
        yield opened


@pytest.fixture(scope="module")
def underlined(editor: Editor) -> dict[str, set[tuple[int, str]]]:
    """What is underlined in the good and the bad files: line and message."""
    texts = {f"good.{language}": GOOD[language] for language in GOOD} | {f"bad.{language}": BAD[language] for language in BAD}
    result = {name: editor.opened(f"agreements/{name}.yaml", text) for name, text in texts.items()}
    return {name: {(item["range"]["start"]["line"], item["message"]) for item in these} for name, these in result.items()}


def test_nothing_is_underlined_in_a_good_file(underlined: dict[str, set[tuple[int, str]]]) -> None:
    assert underlined["good.da"] == set()
    assert underlined["good.en"] == set()


HOVERS = [
    ("da", "id: kaffe", "Hvilket korte navn skal filen have?"),
    ("da", "samarbejdsaftale", "`samarbejdsaftale`: Samarbejdsaftale"),
    ("da", "status", "Hvor langt er I?"),
    ("da", "parter", "Hvem er I?"),
    ("da", "id: venner", "Hvilket korte navn skal parten have i filen?"),
    ("da", "målgruppe", "Tjekliste 1: Behov og målgruppe"),
    ("da", "mål:", "Hvad skal være anderledes"),
    ("da", "frist", "Hvornår skal målet være nået?"),
    ("da", "ophør", "»Velfærd på flere måder«, 2005"),
    ("da", "varsel", "3 måneder"),
    ("en", "id: coffee", "Which short name shall the file have?"),
    ("en", "cooperation", "`cooperation`: Cooperation agreement"),
    ("en", "status", "How far have you come?"),
    ("en", "parties", "Who are you?"),
    ("en", "target_group", "Checklist 1: Needs and target group"),
    ("en", "termination", "How do you stop in good order"),
    ("en", "notice", "3 months"),
]


@pytest.mark.usefixtures("underlined")
@pytest.mark.parametrize(("language", "word", "words"), HOVERS)
def test_a_key_says_what_it_asks(editor: Editor, language: str, word: str, words: str) -> None:
    lines = GOOD[language].split("\n")
    line = next(number for number, text in enumerate(lines) if word in text and number)
    assert words in editor.hover(f"agreements/good.{language}.yaml", line, lines[line].index(word) + 1)


COMPLETIONS = [
    ("da", "type: ‸", "samskabelse", "samskabelse"),
    ("da", "formalitet: ‸", "mundtlig", "mundtlig"),
    ("da", "titel: Kaffe\n‸", "formål", "formål: ${1:Et sted at mødes"),
    ("da", "titel: Kaffe\n‸", "periode", "periode:\n  start: ${1:2026-01-01}"),
    ("da", "titel: Kaffe\n‸", "parter", "parter:\n  - id: ${1:venner}"),
    ("da", "parter:\n  - id: venner\n    ‸", "kontakt", "kontakt:\n  - rolle: ${1:formand}"),
    ("da", "parter:\n  - id: venner\n    ‸", "cvr", 'cvr: ${1:"12345674"}'),
    ("da", "parter:\n  - id: venner\n    side: ‸", "frivillig", "frivillig"),
    ("da", "ophør:\n  varsel: 3 måneder\n  ‸", "afvikling", "afvikling: ${1:Gæsterne får besked"),
    ("da", "ophør:\n  varsel: 3 måneder\n  form: ‸", "skriftligt", "skriftligt"),
    ("da", "merværdi:\n  - art: ‸", "mestring", "mestring"),
    ("da", "område:\n  - ‸", "ensomhed", "ensomhed"),
    ("da", "målgruppe:\n  børn_under_15: ‸", "nej", "nej"),
    ("da", "brugerindflydelse:\n  tekst: x\n  ‸", "peer_to_peer", "peer_to_peer"),
    ("en", "partnership_type: ‸", "co_creation", "co_creation"),
    ("en", "title: Coffee\n‸", "purpose", "purpose: ${1:A place to meet"),
    ("en", "parties:\n  - id: friends\n    ‸", "contacts", "contacts:\n  - role: ${1:chair}"),
    ("en", "termination:\n  notice: 3 months\n  ‸", "wind_down", "wind_down: ${1:The guests are told"),
    ("en", "added_value:\n  - kind: ‸", "coping", "coping"),
    ("en", "target_group:\n  children_under_15: ‸", "yes", "yes"),
]


@pytest.mark.parametrize("case", COMPLETIONS, ids=lambda case: f"{case[0]} {case[2]} after {case[1][:24]!r}")
def test_a_place_offers_what_may_stand_there(editor: Editor, case: tuple[str, str, str, str]) -> None:
    _, _, label, written = case
    offered = offers(editor, *case[:2], str(COMPLETIONS.index(case)))
    assert label in offered, sorted(offered)
    assert offered[label].startswith(written)


def offers(editor: Editor, language: str, text: str, name: str) -> dict[str, str]:
    """What is offered where the mark stands."""
    before, _, after = f"# yaml-language-server: $schema=../schema/{SCHEMAS[language]}.schema.json\n{text}\n".partition("‸")
    editor.opened(f"agreements/offers-{name}.yaml", before + after)
    return editor.completions(f"agreements/offers-{name}.yaml", before.count("\n"), len(before) - before.rfind("\n") - 1)


def test_what_stands_already_is_not_offered_again_and_other_spellings_never_are(editor: Editor) -> None:
    offered = offers(editor, "da", "titel: Kaffe\nomraade: sundhed\n‸", "spellings")
    assert not {"titel", "omraade", "maal", "termination", "ophoer"} & set(offered)


UNDERLINED = [
    ("da", 1, "Her skal stå et kort navn, som enhver maskine kan bruge: små bogstaver, tal og bindestreg."),
    ("da", 3, "Vælg mellem: mundtlig, tilskud, samarbejdsaftale eller partnerskabsaftale."),
    ("da", 4, "Vælg mellem: idé, udkast, aktiv, genforhandling eller ophørt."),
    ("da", 6, "Vælg mellem: offentlig, frivillig eller anden."),
    ("da", 7, "Her skal stå: id, navn og side."),
    ("da", 9, "Her skal stå et CVR-nummer på 8 cifre."),
    ("da", 10, "Her skal stå en dato."),
    ("da", 12, "Jeg kender ikke det felt her. Egne felter begynder med x_."),
    ("da", 13, "Her skal stå en dato."),
    ("da", 14, "Her skal stå et beløb."),
    ("da", 15, "Her skal stå et tal fra 1 til 5."),
    ("da", 16, "Her skal stå: post og beløb."),
    ("en", 1, "Here must stand a short name that every machine can use: small letters, digits and hyphens."),
    ("en", 3, "Choose from: oral, grant, cooperation or partnership."),
    ("en", 4, "Choose from: idea, draft, active, renegotiation or ended."),
    ("en", 6, "Choose from: public, voluntary or other."),
    ("en", 7, "Here must stand: id, name and side."),
    ("en", 9, "Here must stand a CVR number of 8 digits."),
    ("en", 10, "Here must stand a date."),
    ("en", 12, "I do not know that field here. Fields of your own begin with x_."),
    ("en", 13, "Here must stand a date."),
    ("en", 14, "Here must stand an amount."),
    ("en", 15, "Here must stand a number from 1 to 5."),
    ("en", 16, "Here must stand: item and amount."),
]


@pytest.mark.parametrize(("language", "line", "message"), UNDERLINED)
def test_a_slip_is_underlined_in_the_language_of_the_keys(
    underlined: dict[str, set[tuple[int, str]]], language: str, line: int, message: str
) -> None:
    assert (line, message) in underlined[f"bad.{language}"]


@pytest.mark.parametrize("language", SCHEMAS)
def test_nothing_else_is_underlined(underlined: dict[str, set[tuple[int, str]]], language: str) -> None:
    expected = {(line, message) for own, line, message in UNDERLINED if own == language}
    assert underlined[f"bad.{language}"] - expected == set()


EXAMPLES = sorted((PROJECT / "agreements").glob("*.yaml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_is_underlined_in_the_example_record(editor: Editor, path: Path) -> None:
    assert editor.opened(f"agreements/{path.name}", path.read_text("utf-8")) == []

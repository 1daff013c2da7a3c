"""Every kind of change, in the words a reviewer reads, and weighed."""

import pytest
from telling import BASE, agreement, changes, edited, told

from partnerskab_cli.difference import ChangeSignificance
from partnerskab_cli.history.diff import compare_agreements
from partnerskab_cli.history.signature import compute_content_fingerprint

SMALL, OTHER, HEAVY = ChangeSignificance
Edit = tuple[str, str]
Expected = tuple[ChangeSignificance, str]

CASES: dict[str, tuple[list[Edit], list[Expected]]] = {
    "notice is shortened": (
        [("  varsel: 5 måneder", "  varsel: 1 måned")], [(HEAVY, "Ophør · Opsigelsesvarsel: 5 måneder → 1 måned, kortere")]
    ),
    "notice is lengthened in another unit": (
        [("  varsel: 5 måneder", "  varsel: 1 år")], [(HEAVY, "Ophør · Opsigelsesvarsel: 5 måneder → 1 år, længere")]
    ),
    "notice is as long in another unit": (
        [("  varsel: 5 måneder", "  varsel: 12 måneder"), ("hver: 3 år", "hver: 36 måneder")],
        [(HEAVY, "Ophør · Opsigelsesvarsel: 5 måneder → 12 måneder, længere"), (HEAVY, "Genforhandling · Hver: 3 år → 36 måneder")],
    ),
    "notice is left out": ([("  varsel: 5 måneder\n", "")], [(HEAVY, "Ophør · Opsigelsesvarsel, fjernet: 5 måneder")]),
    "one party gets another notice": (
        [("varsel: 40 dage", "varsel: 50 dage")], [(HEAVY, "Ophør · Varsel for hver part 2 · Varsel: 40 dage → 50 dage, længere")]
    ),
    "nobody may give notice but one": (
        [("  af: [kommunen, lygter]", "  af: [lygter]")], [(HEAVY, "Ophør · Hvem kan sige op, fjernet: Tønder Kommune")]
    ),
    "notice is given by word of mouth": (
        [("  form: skriftligt", "  form: mundtligt")], [(HEAVY, "Ophør · Sådan siges op: Skriftligt → Mundtligt")]
    ),
    "an immediate end is added": (
        [("[ild i hegnet]", "[ild i hegnet, tyveri]")], [(HEAVY, "Ophør · Ophør med det samme, tilføjet: »tyveri«")]
    ),
    "the whole termination is set aside": (
        [(BASE[BASE.index("ophør:\n") : BASE.index("brugerindflydelse:")], "ophør: {ikke_relevant: Vi stopper aldrig.}\n")],
        [(
            HEAVY,
            ("Ophør: Opsigelsesvarsel: 5 måneder; Varsel for hver part: Part: Tønder Kommune; Varsel: 8 måneder og Part: Lygtetænderne; "
            "Varsel: 40 dage; Hvem kan sige op: Tønder Kommune og Lygtetænderne; Sådan siges op: Skriftligt; Ophør med det samme: »ild i hegnet«; "
            "Afvikling: »Lamperne pakkes ned med navn på.«; Gælder også bagefter: »tavshed om hvem der gik alene« → ikke relevant: Vi stopper aldrig."),
        )],
    ),
    "a goal is added": (
        [("mål:\n  - id: lys", "mål:\n  - tekst: Ingen falder.\n    frist: 2027-01-01\n  - id: lys")],
        [(HEAVY, "Mål, tilføjet: »Ingen falder.« (Frist: 1. januar 2027)")],
    ),
    "a goal is removed": (
        [("  - {tekst: Nogen hilser på broen., ansvarlig: kommunen}\n", "")],
        [(HEAVY, "Mål, fjernet: »Nogen hilser på broen.« (Ansvarlig: Tønder Kommune)")],
    ),
    "a goal is moved": (
        [
            ("  - {tekst: Nogen hilser på broen., ansvarlig: kommunen}\n", ""),
            ("mål:\n  - id: lys", "mål:\n  - {tekst: Nogen hilser på broen., ansvarlig: kommunen}\n  - id: lys"),
        ],
        [(SMALL, "Mål, flyttet fra nr. 1 til nr. 2: »Stien er oplyst hver aften.«")],
    ),
    "a goal gets a later deadline": (
        [("    frist: 2026-11-17", "    frist: 2027-02-17")],
        [(HEAVY, "Mål »Stien er oplyst hver aften.« · Frist: 17. november 2026 → 17. februar 2027, senere")],
    ),
    "a goal gets an earlier deadline": (
        [("    frist: 2026-11-17", "    frist: 2026-11-01")],
        [(HEAVY, "Mål »Stien er oplyst hver aften.« · Frist: 17. november 2026 → 1. november 2026, tidligere")],
    ),
    "a goal is said otherwise": (
        [("tekst: Stien er oplyst hver aften.", "tekst: Stien er oplyst hver lørdag.")],
        [(HEAVY, "Mål »Stien er oplyst hver aften.«: »Stien er oplyst hver aften.« → »Stien er oplyst hver lørdag.«")],
    ),
    "a goal gets another target": (
        [('måltal: "fyrretyve lamper"', "måltal: tyve lamper")],
        [(HEAVY, "Mål »Stien er oplyst hver aften.« · Måltal: »fyrretyve lamper« → »tyve lamper«")],
    ),
    "a goal gets another party": (
        [("    ansvarlig: lygter\n    resultat", "    ansvarlig: kommunen\n    resultat")],
        [(HEAVY, "Mål »Stien er oplyst hver aften.« · Ansvarlig: Lygtetænderne → Tønder Kommune")],
    ),
    "an indicator is dropped": (
        [("[tændte lamper, mørke pletter]", "[tændte lamper]")],
        [(HEAVY, "Mål »Stien er oplyst hver aften.« · Indikator, fjernet: »mørke pletter«")],
    ),
    "a milestone is put off": (
        [("frist: 2026-09-16", "frist: 2026-10-16")],
        [(HEAVY, "Mål »Stien er oplyst hver aften.« · Delmål »Der er lys på broen.« · Frist: 16. september 2026 → 16. oktober 2026, senere")],
    ),
    "the result of a goal is written down": (
        [("    resultat: {status: nået, tekst: Alle fyrre lyser nu., dato: 2026-11-18}\n", "")],
        [(OTHER, "Mål »Stien er oplyst hver aften.« · Resultat, fjernet: »Alle fyrre lyser nu.« (Status: Nået; Dato: 18. november 2026)")],
    ),
    "the result of a milestone changes": (
        [("resultat: {status: delvist, tekst: Fem hænger endnu skævt., dato: 2026-03-20}", "resultat: {status: nået, tekst: Fem hænger endnu skævt., dato: 2026-03-20}")],
        [(OTHER, "Mål »Stien er oplyst hver aften.« · Delmål »De første otte lamper hænger.« · Resultat · Status: Delvist nået → Nået")],
    ),
    "the grant goes up": (
        [('beløb: "25.000,75"', 'beløb: "30.000,75"')],
        [(HEAVY, "Tilskud 1 · Beløb: 25.000,75 EUR → 30.000,75 EUR, 5.000 EUR mere")],
    ),
    "the grant goes down": (
        [("  - {beløb: 900, ubrugt", "  - {beløb: 850, ubrugt")], [(HEAVY, "Tilskud 2 · Beløb: 900 kr. → 850 kr., 50 kr. mindre")]
    ),
    "the grant goes down by øre": (
        [("  - {beløb: 900, ubrugt", "  - {beløb: '899,50', ubrugt")], [(HEAVY, "Tilskud 2 · Beløb: 900 kr. → 899,50 kr., 0,50 kr. mindre")]
    ),
    "the grant is given in another currency": (
        [("    valuta: EUR\n", "    valuta: SEK\n")], [(HEAVY, "Tilskud 1 · Valuta: »EUR« → »SEK«")]
    ),
    "the grant is given for another time": ([("    pr: kvartal", "    pr: år")], [(HEAVY, "Tilskud 1 · Gælder for: i kvartalet → om året")]),
    "a grant is gone": (
        [("  - {beløb: 900, ubrugt: Resten bliver til boller.}\n", "")],
        [(HEAVY, "Tilskud, fjernet: Beløb: 900 kr.; Penge der ikke bliver brugt: »Resten bliver til boller.«")],
    ),
    "unspent money is paid back": (
        [("    ubrugt: overføres", "    ubrugt: tilbagebetales")],
        [(HEAVY, "Tilskud 1 · Penge der ikke bliver brugt: Overføres til næste år → Betales tilbage")],
    ),
    "a payment moves": (
        [("dato: 2026-02-24, beløb: 15000", "dato: 2026-03-24, beløb: 15000")],
        [(HEAVY, "Tilskud 1 · Udbetalinger 1 · Dato: 24. februar 2026 → 24. marts 2026, senere")],
    ),
    "a payment grows": (
        [("beløb: 10001", "beløb: 12001")], [(HEAVY, "Tilskud 1 · Udbetalinger »tredje kvartal 2026« · Beløb: 10.001 EUR → 12.001 EUR, 2.000 EUR mere")]
    ),
    "a condition is added": (
        [("betingelser: [olien er dansk]", "betingelser: [olien er dansk, lamperne slukkes]")],
        [(HEAVY, "Tilskud 1 · Betingelser, tilføjet: »lamperne slukkes«")],
    ),
    "the index is another percentage": (
        [('procent: "2,25"', 'procent: "2,5"')], [(HEAVY, "Tilskud 1 · Regulering · Procent: 2,25 % → 2,5 %, højere")]
    ),
    "accounts fall due later": (
        [("regnskab: {frist: 2027-04-25", "regnskab: {frist: 2027-05-25")],
        [(HEAVY, "Tilskud 1 · Regnskab · Frist: 25. april 2027 → 25. maj 2027, senere")],
    ),
    "accounts were received": (
        [(", modtaget: 2027-03-26", "")], [(OTHER, "Tilskud 1 · Regnskab · Modtaget, fjernet: 26. marts 2027")]
    ),
    "somebody else gives the grant": ([("    giver: fonden", "    giver: kommunen")], [(HEAVY, "Tilskud 1 · Giver: Marskfonden → Tønder Kommune")]),
    "a party is renamed": (
        [("navn: Lygtetænderne", "navn: Lygterne")], [(HEAVY, "Parter »Lygtetænderne« · Navn: »Lygtetænderne« → »Lygterne«")]
    ),
    "a party joins": (
        [("roller:\n", "  - {id: kirken, navn: Kirken, side: frivillig, kontakt: {rolle: graver}}\nroller:\n")],
        [(HEAVY, "Parter, tilføjet: Id: kirken; Navn: »Kirken«; Side: Frivillig; Kontakt: Rolle: »graver«")],
    ),
    "a party changes sides": (
        [("navn: Lygtetænderne, side: frivillig", "navn: Lygtetænderne, side: anden")], [(HEAVY, "Parter »Lygtetænderne« · Side: Frivillig → Anden")]
    ),
    "a party becomes another kind of organisation": (
        [("form: forening, tegningsregel", "form: netværk, tegningsregel")], [(OTHER, "Parter »Lygtetænderne« · Organisationsform: Forening → Netværk")]
    ),
    "a contact changes": (
        [("- rolle: aktivitetsleder", "- rolle: aktivitetschef")],
        [(OTHER, "Parter »Tønder Kommune« · Kontakt »Eksempel Eksempelsen« · Rolle: »aktivitetsleder« → »aktivitetschef«")],
    ),
    "a contact is shown in public": (
        [("        offentlig: ja", "        offentlig: nej")],
        [(OTHER, "Parter »Tønder Kommune« · Kontakt »Eksempel Eksempelsen« · Må vises offentligt: ja → nej")],
    ),
    "a funder drops out": (
        [("  - {id: skolen, navn: Skolen ved åen, rolle: henviser}\n", "")],
        [(HEAVY, "Andre roller, fjernet: Id: skolen; Navn: »Skolen ved åen«; Rolle: Henviser")],
    ),
    "the period is lengthened": (
        [("slut: 2028-02-29", "slut: 2029-02-28")], [(HEAVY, "Periode · Slut: 29. februar 2028 → 28. februar 2029, senere")]
    ),
    "the period is not open any more": ([(", løbende: ja}", "}")], [(HEAVY, "Periode · Løbende: ja → nej")]),
    "the purpose is another": (
        [("formål: At ingen går alene hjem i mørke.", "formål: At alle får en te.")],
        [(HEAVY, "Formål: »At ingen går alene hjem i mørke.« → »At alle får en te.«")],
    ),
    "a word of a long text is another": (
        [("brugerindflydelse: {tekst: Beboerne vælger ruten.", "brugerindflydelse: {tekst: Beboerne og naboerne vælger ruten sammen til hver ny sæson.")],
        [(HEAVY, "Brugerindflydelse: Beboerne {+og naboerne+} vælger [-ruten.-] {+ruten sammen til hver ny sæson.+}")],
    ),
    "a comma is gone from a signed text": (
        [("forrang: Aftalen lyser over bilagene.", "forrang: Aftalen lyser over bilagene")],
        [(HEAVY, "Forrang: »Aftalen lyser over bilagene.« → »Aftalen lyser over bilagene«")],
    ),
    "a comma is gone from a text that nobody signed": (
        [("- {dato: 2026-03-04, tekst: Broen fik sin første lampe.}", "- {dato: 2026-03-04, tekst: Broen fik sin første lampe}")],
        [(SMALL, "Hændelser »Broen fik sin første lampe.«: »Broen fik sin første lampe.« → »Broen fik sin første lampe«")],
    ),
    "lines of a text are broken elsewhere": (
        [("      Det glemmer vi ikke,\n      heller ikke", "      Det glemmer vi ikke, heller\n      ikke")],
        [(SMALL, "Parter »Tønder Kommune« · Ståsted: kun linjeskift og mellemrum")],
    ),
    "the title is another": (
        [("titel: Lanterneholdet i Bredebro", "titel: Lanterner i Bredebro")],
        [(OTHER, "Titel: »Lanterneholdet i Bredebro« → »Lanterner i Bredebro«")],
    ),
    "the status is another": ([("status: genforhandling", "status: aktiv")], [(OTHER, "Status: Genforhandling → Aktiv")]),
    "the form is another": (
        [("formalitet: partnerskabsaftale", "formalitet: samarbejdsaftale")], [(HEAVY, "Aftaleform: Partnerskabsaftale → Samarbejdsaftale")]
    ),
    "the id is another": ([("id: fuld-aftale", "id: halv-aftale")], [(HEAVY, "Id: fuld-aftale → halv-aftale")]),
    "a theme is added": ([("område: [ældre, ensomhed]", "område: [ældre, ensomhed, sundhed]")], [(OTHER, "Område, tilføjet: Sundhed")]),
    "themes change places": (
        [("område: [ældre, ensomhed]", "område: [ensomhed, ældre]")], [(SMALL, "Område, flyttet fra nr. 1 til nr. 2: Ældre")]
    ),
    "a place is added": ([("geografi: [Bredebro, Rømø]", "geografi: [Bredebro, Rømø, Højer]")], [(HEAVY, "Steder, tilføjet: »Højer«")]),
    "the need has another source": (
        [("kilde: trygmålingen fra efteråret", "kilde: borgermødet")], [(OTHER, "Behov · Kilde: »trygmålingen fra efteråret« → »borgermødet«")]
    ),
    "more are to be reached": ([("antal: 1200", "antal: 1500")], [(OTHER, "Målgruppe · Antal: 1200 → 1500, højere")]),
    "children are among them no more": (
        [("børn_under_15: ja", "børn_under_15: nej")], [(HEAVY, "Målgruppe · Børn under 15: ja → nej")]
    ),
    "a success criterion is dropped": (
        [("    - {tekst: Nye kommer til.}\n", "")], [(HEAVY, "Succeskriterier · For de frivillige, fjernet: »Nye kommer til.«")]
    ),
    "the coordinator is another": (
        [("tovholder: lampepasseren", "tovholder: formanden")], [(OTHER, "Organisering · Tovholder: »lampepasseren« → »formanden«")]
    ),
    "meetings are held more often": (
        [("hyppighed: hver 2. uge", "hyppighed: hver uge")], [(HEAVY, "Møder »Olieaften« · Hyppighed: hver 2. uge → hver uge, oftere")]
    ),
    "meetings are held less often": (
        [("hyppighed: hver 2. uge", "hyppighed: 2 om året")],
        [(HEAVY, "Møder »Olieaften« · Hyppighed: hver 2. uge → 2 gange om året, sjældnere")],
    ),
    "the next meeting is moved": (
        [("næste: 2026-05-22", "næste: 2026-05-29")], [(OTHER, "Møder »Olieaften« · Næste: 22. maj 2026 → 29. maj 2026, senere")]
    ),
    "there is more steering": ([("grad: 2", "grad: 4")], [(HEAVY, "Styring og risikovillighed · Grad af styring: 2 → 4, højere")]),
    "hours go down": (
        [('timer: "7,5"', "timer: 6")], [(HEAVY, "Bidrag »Tændere« · Timer: 7,5 → 6, lavere")]
    ),
    "a contribution in kind is worth more": (
        [('værdi: "12.345,50"', "værdi: 13000")],
        [(HEAVY, "Bidrag »Lamper og kroge« · Anslået værdi: 12.345,50 SEK → 13.000 SEK, 654,50 SEK mere")],
    ),
    "somebody else contributes": (
        [("{part: lygter, art: timer, tekst: Tændere", "{part: kommunen, art: timer, tekst: Tændere")],
        [(HEAVY, "Bidrag »Tændere« · Part: Lygtetænderne → Tønder Kommune")],
    ),
    "volunteers may do more": (
        [("frivillige_gør_ikke: [kører bil, reparerer stien]", "frivillige_gør_ikke: [kører bil]")],
        [(HEAVY, "Grænser · Frivillige gør ikke, fjernet: »reparerer stien«")],
    ),
    "the committee decided on another day": (
        [("dato: 2026-01-23, sag: punkt 12", "dato: 2026-01-30, sag: punkt 12")],
        [(OTHER, "Forankring · Politisk · Dato: 23. januar 2026 → 30. januar 2026, senere")],
    ),
    "a principle is lived otherwise": (
        [("  effekt: Vi tæller skridt.", "  effekt: Vi tæller smil.")], [(OTHER, "Holdepunkter »effekt«: »Vi tæller skridt.« → »Vi tæller smil.«")]
    ),
    "the policy is supported by one more action": (
        [("handlinger: [7]", "handlinger: [7, 8]")], [(OTHER, "Politik · Handlinger, tilføjet: 8")]
    ),
    "a free benefit is another": (
        [("frivillig: [indflydelse, Varme fingre.]", "frivillig: [indflydelse, Kolde tæer.]")],
        [(OTHER, "Udbytte · For de frivillige, fjernet: »Varme fingre.«"), (OTHER, "Udbytte · For de frivillige, tilføjet: »Kolde tæer.«")],
    ),
    "evaluations are fewer": (
        [("hvornår: 3-4 om året", "hvornår: 1 om året")], [(HEAVY, "Evaluering · Hvornår: 3-4 gange om året → hvert år, sjældnere")]
    ),
    "what the evaluation showed": (
        [("  resultat: Færre snublede.", "  resultat: Ingen snublede.")], [(OTHER, "Evaluering · Resultat: »Færre snublede.« → »Ingen snublede.«")]
    ),
    "an extension is longer": ([("længde: 14 måneder", "længde: 2 år")], [(HEAVY, "Forlængelse · Længde: 14 måneder → 2 år, længere")]),
    "insurance is registered": (
        [("registreret: 2026-01-13", "registreret: 2026-01-14")],
        [(OTHER, "Forsikring · På forsikringslisten: 13. januar 2026 → 14. januar 2026, senere")],
    ),
    "confidentiality is gone": (
        [("tavshedspligt: Det vi hører på stien bliver på stien.\n", "")],
        [(HEAVY, "Tavshedspligt, fjernet: »Det vi hører på stien bliver på stien.«")],
    ),
    "somebody else is responsible for data": (
        [("ansvar: hver_for_sig", "ansvar: fælles")], [(HEAVY, "Persondata · Dataansvarlig: Hver for sig → Fælles")]
    ),
    "steps of a dispute change places": (
        [
            ("  - {trin: Formanden laver suppe.}\n", ""),
            ("uenighed:\n", "uenighed:\n  - {trin: Formanden laver suppe.}\n"),
        ],
        [(HEAVY, "Hvis I bliver uenige, flyttet fra nr. 1 til nr. 2: »Vi går en tur.«")],
    ),
    "a deliverable becomes due on a day": (
        [("frist: {efter: underskrift, varighed: 2 måneder, gentages: 2 om året}", "frist: 2026-06-01")],
        [(HEAVY, "Leverancer »En sæk væger« · Frist: Efter: underskriften; Varighed: 2 måneder; Gentages: 2 gange om året → 1. juni 2026")],
    ),
    "a deliverable was handed in": (
        [(", afleveret: 2027-01-29", "")], [(OTHER, "Leverancer »Et kort over lamperne« · Afleveret, fjernet: 29. januar 2027")]
    ),
    "a line of the budget is dearer": (
        [("beløb: 4321, valuta: NOK", "beløb: 4331, valuta: NOK")],
        [(HEAVY, "Budget »Lampeolie« · Beløb: 4.321 NOK → 4.331 NOK, 10 NOK mere")],
    ),
    "it binds no more": ([("juridisk_bindende: ja", "juridisk_bindende: nej")], [(HEAVY, "Juridisk bindende: Ja → Nej")]),
    "it replaces another one too": (
        [("erstatter: [gammel-lygte]", "erstatter: [gammel-lygte, endnu-en]")], [(HEAVY, "Erstatter, tilføjet: endnu-en")]
    ),
    "a risk is found": (
        [("  - {tekst: Olien slipper op.}", "  - {tekst: Olien slipper op.}\n  - {tekst: Det sner.}")], [(OTHER, "Risici, tilføjet: »Det sner.«")]
    ),
    "somebody signs": (
        [("underskrifter:\n", "underskrifter:\n  - {part: lygter, dato: 2026-01-16}\n")],
        [(OTHER, "Underskrifter, tilføjet: Part: Lygtetænderne; Dato: 16. januar 2026")],
    ),
    "an annex may not be changed freely any more": (
        [("bilag/lampekort.pdf, kan_ændres: ja", "bilag/lampekort.pdf, kan_ændres: nej")],
        [(HEAVY, "Bilag »Lampekort« · Kan ændres uden ny underskrift: ja → nej")],
    ),
    "something happened": (
        [("hændelser:\n", "hændelser:\n  - {dato: 2026-03-06, tekst: Den hænger igen.}\n")],
        [(OTHER, "Hændelser, tilføjet: »Den hænger igen.« (Dato: 6. marts 2026)")],
    ),
    "a word means something else": (
        [("forklaring: Snoren i lampen.", "forklaring: Tråden i lampen.")],
        [(HEAVY, "Ordliste »væge« · Forklaring: »Snoren i lampen.« → »Tråden i lampen.«")],
    ),
    "a term is added": (
        [("øvrige_vilkår:\n", "øvrige_vilkår:\n  - {titel: Hunde, tekst: Hunde er velkomne.}\n")],
        [(HEAVY, "Øvrige vilkår, tilføjet: »Hunde er velkomne.« (Titel: »Hunde«)")],
    ),
    "a waiver ends later": (
        [("fordi: Stien er hemmelig., til: 2027-01-31", "fordi: Stien er hemmelig., til: 2027-02-28")],
        [(OTHER, "Undtagelser »TJK13« · Til: 31. januar 2027 → 28. februar 2027, senere")],
    ),
    "something can no longer be read": (
        [("forrang: Aftalen lyser over bilagene.", "forrang: [Aftalen, [lyser]]")],
        [(HEAVY, "Forrang: »Aftalen lyser over bilagene.« → noget, jeg ikke kan læse")],
    ),
    "three things at once": (
        [("status: genforhandling", "status: ophørt"), ("slut: 2028-02-29", "slut: 2026-06-30"), ("tovholder: lampepasseren", "tovholder: ingen")],
        [
            (OTHER, "Status: Genforhandling → Ophørt"),
            (HEAVY, "Periode · Slut: 29. februar 2028 → 30. juni 2026, tidligere"),
            (OTHER, "Organisering · Tovholder: »lampepasseren« → »ingen«"),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edits", "expected"), CASES.values(), ids=list(CASES))
def test_a_change_is_told_in_words_and_weighed(edits: list[Edit], expected: list[Expected]) -> None:
    assert told(changes(*edits)) == expected


@pytest.mark.parametrize("edits", [edits for edits, _ in CASES.values()], ids=list(CASES))
def test_it_is_material_exactly_where_the_fingerprint_is_another(edits: list[Edit]) -> None:
    old, new = agreement(BASE), agreement(edited(*edits))
    assert (compute_content_fingerprint(old) != compute_content_fingerprint(new)) == any(
        change.weight is HEAVY for change in compare_agreements(old, new)
    )


@pytest.mark.parametrize("edits", [edits for edits, _ in CASES.values()], ids=list(CASES))
def test_the_way_back_is_a_change_of_the_same_weights(edits: list[Edit]) -> None:
    old, new = agreement(BASE), agreement(edited(*edits))
    there, back = compare_agreements(old, new), compare_agreements(new, old)
    assert sorted(change.weight for change in there) == sorted(change.weight for change in back)


def test_every_kind_of_change_is_tried() -> None:
    assert len(CASES) >= 60


def test_english_says_it_too() -> None:
    matches = changes(("  varsel: 5 måneder", "  varsel: 1 måned"), ('beløb: "25.000,75"', 'beløb: "20.000,75"'))
    assert told(matches, "en") == [
        (HEAVY, "Termination · Notice: 5 months → 1 month, shorter"),
        (HEAVY, "Grant 1 · Amount: EUR 25,000.75 → EUR 20,000.75, EUR 5,000 less"),
    ]


def test_nothing_changes_into_itself() -> None:
    assert compare_agreements(agreement(BASE), agreement(BASE)) == ()


def test_a_change_knows_its_point_of_the_checklist() -> None:
    assert [change.item for change in changes(("  varsel: 5 måneder", "  varsel: 1 måned"))] == [10]

"""What the help tells of a command beyond its one line, and two examples of each."""

from collections.abc import Mapping
from typing import NamedTuple

from ..text.localized import Text
from .registry import COMMANDS


class CommandHelp(NamedTuple):
    """A few sentences, and two commands to try."""

    more: Text
    examples: tuple[Text, Text]


def make_example_command(da: str, en: str) -> Text:
    """A command as it is typed in either language."""
    return Text(da=f"partnerskab {da}", en=f"partnerskab {en}")


def build_command_help(name: str) -> Text:
    """What a command does, and what its help tells beyond that."""
    both = zip(COMMANDS[name].does, TOLD[name].more, strict=True)
    return Text(*(f"{does[0].upper()}{does[1:]}. {more}" for does, more in both))


TOLD: Mapping[str, CommandHelp] = {
    "check": CommandHelp(
        Text(
            da="Hvert fund står med sin linje, grunden og det, I kan skrive i stedet. Ingen aftale bliver ændret, medmindre I skriver `--fix`. "
            "Slutter med 1, når der er fejl.",
            en="Every finding comes with its line, the reason, and what to write instead. No agreement is changed unless you say `--fix`. "
            "Ends with 1 when there are errors.",
        ),
        (
            make_example_command("tjek", "check"),
            make_example_command("tjek agreements/kaffe-paa-kanden.yaml --diff", "check agreements/kaffe-paa-kanden.yaml --diff"),
        ),
    ),
    "new": CommandHelp(
        Text(
            da="I bliver kun spurgt om det, den valgte form har brug for, og Enter springer over. Ctrl-C gemmer kladden. Alle spørgsmål kan "
            "også besvares med et valg nedenfor.",
            en="You are asked only what the form you choose needs, and Enter skips a question. Ctrl-C keeps the draft. Every question can "
            "also be answered with an option below.",
        ),
        (
            make_example_command("ny", "new"),
            make_example_command("ny kaffe-paa-kanden --template samarbejdsaftale", "new kaffe-paa-kanden --template cooperation"),
        ),
    ),
    "fmt": CommandHelp(
        Text(
            da="Kommentarer følger med det, de handler om, og intet svar bliver ændret.",
            en="Comments stay with what they speak of, and no answer is changed.",
        ),
        (
            make_example_command("formater", "fmt"),
            make_example_command("formater --diff agreements/kaffe-paa-kanden.yaml", "fmt --diff agreements/kaffe-paa-kanden.yaml"),
        ),
    ),
    "explain": CommandHelp(
        Text(
            da="Her står grunden, kilden og et eksempel, der går godt, og et, der ikke gør. Mål, handlinger og holdepunkter er dem, jeres "
            "profil har.",
            en="You get the reason, the source, and one example that is fine and one that is not. Goals, actions and principles are those of "
            "your profile.",
        ),
        (
            make_example_command("forklar TJK10", "explain TJK10"),
            make_example_command("forklar ophør.varsel", "explain termination.notice"),
        ),
    ),
    "rules": CommandHelp(
        Text(
            da="Hver regel står med sin kode, sin vægt, sit punkt på tjeklisten og det, den siger. `partnerskab forklar KODE` siger mere om en "
            "af dem.",
            en="Each rule comes with its code, its weight, its point of the checklist and what it says. `partnerskab explain CODE` says more "
            "of one.",
        ),
        (
            make_example_command("regler", "rules"),
            make_example_command("regler --format json", "rules --format json"),
        ),
    ),
    "render": CommandHelp(
        Text(
            da="I får Markdown, hvis I ikke beder om andet. Aftalen er til at skrive under på, `udvalg` er sagen til udvalget på én side, og "
            "`borger` er siden til alle, kun med det, der må vises. Efter -o står en mappe eller en fil, hvis endelse bestemmer formatet. I en "
            "mappe fjernes dokumenter, som en tidligere kørsel skrev, og som aftalerne ikke længere giver.",
            en="You get Markdown unless you ask for something else. The agreement is for signing, `udvalg` is the case for the committee on "
            "one page, and `borger` is the page for everyone, with only what may be shown. After -o comes a folder, or a file whose ending "
            "decides the format. In a folder, documents that an earlier run wrote and the agreements no longer give are removed.",
        ),
        (
            make_example_command("udskriv kaffe-paa-kanden", "render kaffe-paa-kanden"),
            make_example_command("udskriv agreements --to html -o dokumenter", "render agreements --to html -o documents"),
        ),
    ),
    "guide": CommandHelp(
        Text(
            da="De handler om, hvad I vil, hvad I kan, og hvad der er værd at vide om den anden side.",
            en="They are about what you want, what you can do, and what is worth knowing of the other side.",
        ),
        (
            make_example_command("vejled --for forening", "guide --for association"),
            make_example_command("vejled --for kommune --to html > vejledning.html", "guide --for municipality --to html > guide.html"),
        ),
    ),
    "recommend": CommandHelp(
        Text(
            da="I kan se, hvordan svarene bliver lagt sammen. Det er et bud, ikke en regel: den mindste form, der er nok, er god nok.",
            en="You see how the answers are added up. It is a suggestion, no rule: the smallest form that is enough is good enough.",
        ),
        (
            make_example_command("anbefal kaffe-paa-kanden", "recommend kaffe-paa-kanden"),
            make_example_command("anbefal --grant --weekly", "recommend --grant --weekly"),
        ),
    ),
    "diff": CommandHelp(
        Text(
            da="Nævner I ingen revision, er det alt siden sidste commit. Linjeskift, kommentarer og rækkefølge tæller ikke. Til sidst står, hvem "
            "der skal skrive under igen.",
            en="Without a revision: all since the last commit. Line breaks, comments and order do not count. It ends with who must "
            "sign again.",
        ),
        (
            make_example_command("sammenlign", "diff"),
            make_example_command("sammenlign main...HEAD --format md", "diff main...HEAD --format md"),
        ),
    ),
    "portfolio": CommandHelp(
        Text(
            da="Uden navn får I overblikket. Hver rapport kan skrives til en fil, hvis endelse bestemmer formatet, og `--where` vælger de aftaler, I vil se.",
            en="Without a name you get the summary. Every report can be written to a file, whose ending decides the format, and `--where` picks the agreements you want to see.",
        ),
        (
            make_example_command("portefølje --where status=aktiv", "portfolio --where status=active"),
            make_example_command("portefølje økonomi -o økonomi.xlsx", "portfolio economy -o economy.xlsx"),
        ),
    ),
    "list": CommandHelp(
        Text(
            da="Til scripts: id'erne og intet andet. Hvert `--where` gør listen kortere.",
            en="For scripts: the ids and nothing else. Every `--where` makes the list shorter.",
        ),
        (
            make_example_command("liste", "list"),
            make_example_command(
                "liste --where område=ældre --where status=aktiv", "list --where theme=older_people --where status=active"
            ),
        ),
    ),
    "deadlines": CommandHelp(
        Text(
            da="Opsigelse, evaluering, regnskab, udbetaling, møder og det, I har lovet hinanden, med den, der skal gøre det.",
            en="Notice, evaluation, accounts, payments, meetings and what you have promised each other, with whoever is to do it.",
        ),
        (
            make_example_command("frister --within 90d", "deadlines --within 90d"),
            make_example_command("frister -o frister.ics", "deadlines -o deadlines.ics"),
        ),
    ),
    "done": CommandHelp(
        Text(
            da="Uden en nøgle ser I, hvad der kan noteres; nøglen er den, som `partnerskab frister` og kalenderen viser. Et møde kommer i aftalens log, og "
            "dets næste dag bliver flyttet. Et regnskab, en leverance og en evaluering får deres dag. Intet går tabt: en dag, der bliver "
            "afløst, kommer i loggen.",
            en="Without a key you see what can be noted; the key is the one that `partnerskab deadlines` and the calendar show. A meeting goes into "
            "the log of the agreement, and its next day is moved on. Accounts, a deliverable and an evaluation get their day. Nothing is "
            "lost: a day that is replaced goes into the log.",
        ),
        (
            make_example_command("gjort vaerested-toender", "done vaerested-toender"),
            make_example_command(
                "gjort vaerested-toender meeting.styregruppen --date 2026-01-14",
                "done vaerested-toender meeting.styregruppen --date 2026-01-14",
            ),
        ),
    ),
    "agenda": CommandHelp(
        Text(
            da="For et udkast: det, tjeklisten spørger om, og I ikke har svaret på. For en aftale i gang: mål, evaluering og problemer. Uden "
            "aftale: det årlige dialogmøde.",
            en="For a draft: what the checklist asks and you have not answered. For a running agreement: goals, evaluation and problems. "
            "Without an agreement: the yearly dialogue meeting.",
        ),
        (
            make_example_command("dagsorden kaffe-paa-kanden", "agenda kaffe-paa-kanden"),
            make_example_command("dagsorden -o dialogmøde.html", "agenda -o dialogue.html"),
        ),
    ),
    "show": CommandHelp(
        Text(
            da="Parterne, formålet, fristerne og de punkter på tjeklisten, I ikke har svaret helt på.",
            en="The parties, the purpose, the deadlines and the points of the checklist you have not quite answered.",
        ),
        (
            make_example_command("vis kaffe-paa-kanden", "show kaffe-paa-kanden"),
            make_example_command("vis --plain kaffe-paa-kanden", "show --plain kaffe-paa-kanden"),
        ),
    ),
    "site": CommandHelp(
        Text(
            da="Kun det, der må vises for alle, og kun aftaler med en tekst til borgerne. Siderne kan lægges på enhver webserver; alle "
            "foreninger får lige meget plads. En side, som aftalerne ikke længere giver, fjernes.",
            en="Only what may be shown to everyone, and only agreements with a text for the citizens. The pages can lie on any web server; "
            "every association gets the same room. A page that the agreements no longer give is removed.",
        ),
        (
            make_example_command("hjemmeside -o hjemmeside", "site -o site"),
            make_example_command("hjemmeside -o ældre --where område=ældre", "site -o older --where theme=older_people"),
        ),
    ),
    "schema": CommandHelp(
        Text(
            da="Med det viser fx VS Code felter, valg og fejl, mens I skriver. `partnerskab begynd` sætter det op for jer.",
            en="With it VS Code, for instance, shows fields, choices and faults while you write. `partnerskab init` sets it up for you.",
        ),
        (
            make_example_command("skema --keys da > aftale.schema.json", "schema --keys en > agreement.schema.json"),
            make_example_command("skema --for profile", "schema --for profile"),
        ),
    ),
    "sign": CommandHelp(
        Text(
            da="Et fingeraftryk binder underskriften til det, der er skrevet under på. Bliver det ændret, siger `partnerskab tjek` til. En ny "
            "underskrift afløser den, samme part har i samme rolle; en anden rolle får sin egen.",
            en="A fingerprint binds the signature to what was signed. If that changes, `partnerskab check` says so. A new signature replaces "
            "that of the same party in the same role; another role gets its own.",
        ),
        (
            make_example_command(
                "underskriv kaffe-paa-kanden --party venner --role formand", "sign kaffe-paa-kanden --party venner --role chair"
            ),
            make_example_command("underskriv kaffe-paa-kanden --party kommunen", "sign kaffe-paa-kanden --party kommunen"),
        ),
    ),
    "verify": CommandHelp(
        Text(
            da="I ser hver underskrift, hvem der skrev den ind i git, og hvad der er ændret siden. Et udskrevet dokument bliver holdt op mod "
            "aftalen. Slutter med 1, når noget ikke gælder længere.",
            en="You see every signature, who wrote it into git, and what has changed since. A rendered document is held against the "
            "agreement. Ends with 1 when something no longer holds.",
        ),
        (
            make_example_command("verificer", "verify"),
            make_example_command("verificer kaffe-paa-kanden", "verify kaffe-paa-kanden"),
        ),
    ),
    "renew": CommandHelp(
        Text(
            da="Mål og læring kommer med; datoer og underskrifter gør ikke. Den gamle aftale står, som den var.",
            en="Goals and learning come along; dates and signatures do not. The old agreement stays as it was.",
        ),
        (
            make_example_command("forny kaffe-2026", "renew kaffe-2026"),
            make_example_command("forny kaffe-2026 --id kaffe-2028 --end 2029-12-31", "renew kaffe-2026 --id kaffe-2028 --end 2029-12-31"),
        ),
    ),
    "end": CommandHelp(
        Text(
            da="Status bliver til ophørt, med dagen og det, I lærte. Filen bliver liggende som en del af det, I ved.",
            en="The status becomes ended, with the day and what you learnt. The file stays, as part of what you know.",
        ),
        (
            make_example_command("afslut kaffe-2026", "end kaffe-2026"),
            make_example_command(
                'afslut kaffe-2026 --date 2026-12-31 --learning "Gæsterne vil selv være værter."',
                'end kaffe-2026 --date 2026-12-31 --learning "The guests want to be hosts."',
            ),
        ),
    ),
    "import": CommandHelp(
        Text(
            da="Intet, der findes, bliver overskrevet. I ser, hvilket felt hver kolonne blev til, hvilke rækker der ikke er med, og hvad der ikke "
            "kunne læses. Med --map nævner I felterne ved den vej, de har på siden om felter, fx `tilskud.beløb`; foran det, der hører til en part, "
            "står `frivillig.` eller `offentlig.`, fx `frivillig.cvr`.",
            en="Nothing that exists is overwritten. You see which field each column became, which rows are left out, and what could not be read. "
            "With --map you name the fields by the path they have on the page of fields, such as `grant.amount`; what belongs to a party begins "
            "with `voluntary.` or `public.`, such as `voluntary.cvr`.",
        ),
        (
            make_example_command("hent bevillinger.csv --dry-run", "import bevillinger.csv --dry-run"),
            make_example_command(
                "hent bevillinger.csv --map kolonner.yaml --form tilskud", "import bevillinger.csv --map kolonner.yaml --form grant"
            ),
        ),
    ),
    "init": CommandHelp(
        Text(
            da="Skriver kun det, den nævner, og aldrig oven i noget. I Tønder følger steder, politik og holdepunkter med; andre kommuner "
            "begynder med den neutrale profil.",
            en="Writes only what it names, and never over anything. In Tønder the places, the policy and the principles come along; other "
            "municipalities begin with the neutral profile.",
        ),
        (
            make_example_command("begynd Tønder --dry-run", "init Tønder --dry-run"),
            make_example_command("begynd 550", "init 550"),
        ),
    ),
    "completion": CommandHelp(
        Text(
            da="Sæt linjen ind i jeres shells opstartsfil, så fuldfører Tab det, I er ved at skrive.",
            en="Put the line into the start-up file of your shell, and Tab completes what you are typing.",
        ),
        (
            Text(da='eval "$(partnerskab fuldfør bash)"', en='eval "$(partnerskab completion bash)"'),
            make_example_command("fuldfør fish | source", "completion fish | source"),
        ),
    ),
}

"""Contacts that look private."""

import re
from collections.abc import Callable, Iterator

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.parties import Contact
from ..model.record import Finding, make_finding
from ..profile.profile import Profile
from ..text.localized import Text
from .rule import Rule

MOBILE = r"(?:2\d|30|31|4[0-2]|5[0-3]|6[01]|71|81|9[1-3])\d{6}"
"""The series that are given out to mobile telephones."""
CALLED_MOBILE = r"(?i)(?<!\w)mobil(?:nummer|telefon)?(?!\w)|(?<!\w)mobile(?!\w)"


def make_private_contact_check(*, shown: bool) -> Callable[[Agreement, Profile], Iterator[Finding]]:
    """A check for contacts that look private: those that are shown to everyone, or those that are not."""

    def check(agreement: Agreement, profile: Profile) -> Iterator[Finding]:
        """The contacts with a private address or a mobile number."""
        domains = profile.get_word_list("private_mail_domains")
        for party in agreement.parties:
            for contact in party.contacts:
                if contact.public is not shown:
                    continue
                if contact.mail and contact.mail.rpartition("@")[2].lower() in domains:
                    yield make_finding(contact, Contact.mail, party=party.name)
                elif contact.phone and is_mobile_number(contact.phone):
                    yield make_finding(contact, Contact.phone, party=party.name)

    return check


def is_mobile_number(phone: str) -> bool:
    """Whether a telephone number belongs to a mobile telephone, as far as its first digits tell."""
    digits = re.sub(r"^(?:\+|00)45|\D", "", phone.replace(" ", ""))
    return bool(re.fullmatch(MOBILE, digits) or re.search(CALLED_MOBILE, phone))


def make_contact_example(contact: str) -> str:
    """Two parties, the association with a contact."""
    return (
        "parter:\n  - {id: kommunen, navn: Tønder Kommune, side: offentlig, kontakt: {rolle: frivilligkonsulent, stedfortræder: områdeleder}}\n"
        f"  - {{id: venner, navn: Torsdagsvennerne, side: frivillig, form: netværk, kontakt: {{rolle: tovholder, {contact}}}}}"
    )


JUR10 = Rule(
    "JUR10",
    Severity.ADVICE,
    says=Text(da="Kontakten hos {party} ser privat ud.", en="The contact at {party} looks private."),
    cure=Text(
        da="skriv helst en fælles postkasse eller et hovednummer",
        en="better write a shared mailbox or a main number",
    ),
    why=Text(
        da="Filen gemmes i git, og dér bliver en privat adresse liggende, også når personen er holdt op.",
        en="The file is kept in git, and there a private address remains, even when the person has left.",
    ),
    source="practice",
    bad=make_contact_example("mail: torsdagsvennerne@gmail.com"),
    good=make_contact_example("mail: kontakt@torsdagsvennerne.example"),
    check_by=make_private_contact_check(shown=False),
)

JUR10B = Rule(
    "JUR10b",
    Severity.WARNING,
    says=Text(
        da="Kontakten hos {party} ser privat ud og bliver vist for alle.",
        en="The contact at {party} looks private and is shown to everyone.",
    ),
    cure=Text(
        da="spørg personen først, eller skriv en fælles postkasse",
        en="ask the person first, or write a shared mailbox",
    ),
    why=Text(
        da="Det, der er markeret som offentligt, kommer med i oversigten og på hjemmesiden.",
        en="What is marked as public goes into the overview and on the website.",
    ),
    source="practice",
    bad=make_contact_example("telefon: mobil 20 00 00 00, offentlig: ja"),
    good=make_contact_example("telefon: foreningens hovednummer, offentlig: ja"),
    check_by=make_private_contact_check(shown=True),
)

RULES = (JUR10, JUR10B)

"""The chapters of the rules by the letters of their codes, in the order they are shown."""

from collections.abc import Mapping

from ..text.localized import Text

CHAPTERS: Mapping[str, Text] = {
    "STR": Text(da="Filen og dens opbygning", en="The file and its structure"),
    "TJK": Text(da="Tjeklisten", en="The checklist"),
    "PRT": Text(da="Partnerskab, relation og holdepunkter", en="Partnership, relation and principles"),
    "TYP": Text(da="Partnerskabstyper", en="Types of partnership"),
    "GRN": Text(da="Grænser for den frivillige indsats", en="Boundaries of the voluntary effort"),
    "JUR": Text(da="Jura og personoplysninger", en="Law and personal data"),
    "ØKO": Text(da="Økonomi", en="Economy"),
    "DAT": Text(da="Datoer og status", en="Dates and status"),
    "BUR": Text(da="Mindst muligt bureaukrati", en="Least possible bureaucracy"),
    "POR": Text(da="Alle aftaler under ét", en="All agreements together"),
    "UND": Text(da="Undtagelser", en="Waivers"),
    "PRO": Text(da="Kommunens profil", en="The municipality's profile"),
    "SIG": Text(da="Underskrifter", en="Signatures"),
    "HIS": Text(da="Historik", en="History"),
}

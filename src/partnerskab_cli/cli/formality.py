"""The form of an agreement as it is named on the command line."""

from ..errors import CommandError
from ..model.choices import Formality
from ..model.field import map_spellings_to_choices
from ..text.localized import LANGUAGES, OR, Text, fold, join_words
from ..workspace.global_options import CHOOSE
from .options import option

FORMS = Text(*(join_words([formality.get_key(language) for formality in Formality], language, OR) for language in LANGUAGES))
"""The forms of agreement, to choose from."""
FORM = option(
    "--form",
    metavar="FORM",
    da=f"aftaleformen: {FORMS.da}",
    en=f"the form of agreement: {FORMS.en}",
    choices=tuple(dict.fromkeys(formality.get_key(language) for language in LANGUAGES for formality in Formality)),
)
TEMPLATE = FORM._replace(names=("--template",)).replace_help(
    da="stil ingen spørgsmål; skriv et skelet af den form", en="ask nothing; write a skeleton of that form"
)
NO_FORM = Text(da="»{value}« er ingen aftaleform.", en="“{value}” is no form of agreement.")


def parse_form(word: str) -> Formality:
    """A form of agreement by its name in either language.

    Raises:
        CommandError: there is no such form.

    """
    form = map_spellings_to_choices(Formality).get(fold(word))
    if not isinstance(form, Formality):
        raise CommandError(NO_FORM.format(value=word), CHOOSE.format(choices=FORMS))
    return form

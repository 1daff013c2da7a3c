"""What the parser says of wrong words, in our own words. The classes are private to the parser, so they go by name."""

from typing import Any

from ..agreement.nearest import guess
from ..errors import CommandError
from ..page import plain
from ..text import Text
from .options import standing

HELP = Text(da="--help viser, hvad der kan stå", en="--help shows what may stand")


def misused(error: Exception, command: Any) -> CommandError | None:  # noqa: ANN401 - typer's command has no public type
    """The parser's complaint as ours, or nothing where it is no complaint."""
    match type(error).__name__:
        case "NoSuchOption":
            return no_such_option(str(getattr(error, "option_name", "")), command)
        case "MissingParameter":
            return missing(getattr(error, "param", None))
        case "BadOptionUsage":
            return needs_value(plain(str(getattr(error, "option_name", ""))))
        case "BadParameter":
            return bad_value(getattr(error, "param", None))
        case "UsageError":
            return CommandError(Text(da="Der står mere, end kommandoen tager imod.", en="There is more than the command takes."), HELP)
        case _:
            return None


def no_such_option(name: str, command: Any) -> CommandError:  # noqa: ANN401 - see `misused`
    """An option that the command does not have, with the nearest."""
    known = [word for one in command.params for word in (*one.opts, *one.secondary_opts) if word.startswith("-")]
    says = Text(da="Kommandoen har intet valg »{name}«.", en="The command has no option “{name}”.").filled(name=name)
    return CommandError(says, guess(name, (*known, "--lang", "--color", "--quiet", "--verbose", "--debug", "--help")) or HELP)


def named(parameter: Any) -> Text:  # noqa: ANN401 - see `misused`
    """A parameter as it is written."""
    if parameter is None:
        return plain("?")
    options = [word for word in parameter.opts if word.startswith("--")]
    return plain(options[0]) if options else standing(str(parameter.metavar or parameter.name).strip("[].…"))


def missing(parameter: Any) -> CommandError:  # noqa: ANN401 - see `misused`
    """Something the command cannot do without."""
    return CommandError(Text(da="Der mangler {name}.", en="{name} is missing.").filled(name=named(parameter)), HELP)


def needs_value(name: Text) -> CommandError:
    """An option without its value, or a switch with one."""
    return CommandError(Text(da="Værdien efter {name} passer ikke.", en="The value after {name} does not fit.").filled(name=name), HELP)


def bad_value(parameter: Any) -> CommandError:  # noqa: ANN401 - see `misused`
    """A value of the wrong kind."""
    return needs_value(named(parameter))

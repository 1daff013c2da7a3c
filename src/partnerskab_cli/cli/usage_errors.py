"""What the parser says of wrong words, in our own words. The classes are private to the parser, so they go by name."""

from typing import Any

from ..errors import CommandError
from ..text.localized import Text
from ..text.matching import suggest
from ..text.page import make_text
from ..workspace.global_options import MISSING as NOTHING_AFTER
from .options import split_metavar

HELP = Text(da="partnerskab {command} --help viser, hvad der kan stå", en="partnerskab {command} --help shows what may stand")


def translate_usage_error(error: Exception, command: Any) -> CommandError | None:  # noqa: ANN401 - typer's command has no public type
    """The parser's complaint as ours, or nothing where it is no complaint."""
    cure = HELP.format(command=command.name)
    match type(error).__name__:
        case "NoSuchOption":
            return build_unknown_option_error(str(getattr(error, "option_name", "")), command, cure)
        case "MissingParameter":
            return CommandError(MISSING.format(name=name_parameter(getattr(error, "param", None))), cure)
        case "BadOptionUsage":
            return CommandError(describe_value_error(str(getattr(error, "option_name", "")), command), cure)
        case "BadParameter":
            return CommandError(UNFIT.format(name=name_parameter(getattr(error, "param", None))), cure)
        case "UsageError":
            return CommandError(Text(da="Der står mere, end kommandoen tager imod.", en="There is more than the command takes."), cure)
        case _:
            return None


MISSING = Text(da="Der mangler {name}.", en="{name} is missing.")
UNFIT = Text(da="Værdien efter {name} passer ikke.", en="The value after {name} does not fit.")
SWITCH = Text(da="{option} står alene, uden en værdi.", en="{option} stands alone, without a value.")


def describe_value_error(name: str, command: Any) -> Text:  # noqa: ANN401 - see `translate_usage_error`
    """What is wrong with an option that lacks its value, or a switch that has one."""
    switches = [word for param in command.params if getattr(param, "is_flag", False) for word in (*param.opts, *param.secondary_opts)]
    return (SWITCH if name in switches else NOTHING_AFTER).format(option=name)


def build_unknown_option_error(name: str, command: Any, usual: Text) -> CommandError:  # noqa: ANN401 - see `translate_usage_error`
    """An option that the command does not have, with the nearest."""
    known = [word for param in command.params for word in (*param.opts, *param.secondary_opts) if word.startswith("-")]
    says = Text(da="Kommandoen har intet valg »{name}«.", en="The command has no option “{name}”.").format(name=name)
    return CommandError(says, suggest(name, (*known, "--lang", "--color", "--quiet", "--verbose", "--debug", "--help")) or usual)


def name_parameter(parameter: Any) -> Text:  # noqa: ANN401 - see `translate_usage_error`
    """A parameter as it is written."""
    if parameter is None:
        return make_text("?")
    options = [word for word in parameter.opts if word.startswith("--")]
    return make_text(options[0]) if options else split_metavar(str(parameter.metavar or parameter.name).strip("[].…"))

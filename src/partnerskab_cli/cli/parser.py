"""The parser of one command, made from its signature: options and arguments as typer wants them."""

import inspect
from collections.abc import Callable, Iterator
from types import FunctionType
from typing import Annotated, Any, cast, get_args, get_origin

import typer

from ..errors import CommandError, Exit
from ..lazy import load_function
from ..workspace.global_options import GlobalOptions
from .options import Parameter
from .registry import COMMANDS


def build_parser(name: str) -> Any:  # noqa: ANN401 - typer's command has no public type
    """The parser of one command; no other command is imported."""
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    app.command(name, add_help_option=False)(translate_signature(cast("FunctionType", load_function(COMMANDS[name].function))))
    return typer.main.get_command(app)


def run_parser(name: str, built: Any, words: list[str], options: GlobalOptions) -> int:  # noqa: ANN401 - see `build_parser`
    """Let the command run with its words."""
    from .progress import TerminalMonitor  # noqa: PLC0415 - only a command works long enough

    try:
        heard = options._replace(monitor=TerminalMonitor(options))
        code = built.main(args=words, prog_name=f"partnerskab {name}", standalone_mode=False, obj=heard)
    except CommandError:
        raise
    except typer.Exit as left:
        return left.exit_code
    except typer.Abort:
        return Exit.INTERRUPTED
    except Exception as error:
        from .usage_errors import translate_usage_error  # noqa: PLC0415 - only a slip needs it

        if misuse := translate_usage_error(error, built):
            raise misuse from error
        raise
    return int(code or Exit.DONE)


def translate_signature(function: FunctionType) -> Callable[..., Any]:
    """The same function with typer's options and arguments in place of ours."""
    copy = FunctionType(function.__code__, function.__globals__, function.__name__, function.__defaults__, function.__closure__)
    copy.__kwdefaults__, copy.__doc__ = function.__kwdefaults__, function.__doc__
    copy.__annotations__ = {name: translate_annotation(kind) for name, kind in function.__annotations__.items()}
    return copy


def translate_annotation(kind: Any) -> Any:  # noqa: ANN401 - an annotation has no type
    """`Annotated[str, Parameter(…)]` with what typer makes of the parameter."""
    parameter = find_parameter(kind)
    return kind if parameter is None else Annotated[get_args(kind)[0], translate_parameter(parameter)]


def translate_parameter(parameter: Parameter) -> Any:  # noqa: ANN401 - what typer makes of it
    """An option or an argument of typer's."""
    metavar = parameter.metavar or None
    return typer.Option(*parameter.names, metavar=metavar) if parameter.names else typer.Argument(metavar=metavar)


def find_parameter(kind: Any) -> Parameter | None:  # noqa: ANN401 - an annotation has no type
    """The declaration in an annotation, where it has one."""
    return next((item for item in get_args(kind) if isinstance(item, Parameter)), None) if get_origin(kind) is Annotated else None


def iter_parameters(name: str) -> Iterator[Parameter]:
    """The options and arguments of a command, in the order of its signature."""
    for parameter in inspect.signature(load_function(COMMANDS[name].function)).parameters.values():
        if declared := find_parameter(parameter.annotation):
            yield declared._replace(required=parameter.default is parameter.empty)

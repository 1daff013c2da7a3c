"""Templates: the tool's own and those of a record, run where they can reach nothing but the document."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from traceback import walk_tb
from typing import Any, Literal

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from ..errors import CommandError
from ..source.files import read_own_text
from ..text.localized import Text
from . import inline as hypertext, markdown
from .inline import sanitize_url

Form = Literal["md", "html"]
OURS, OWN = "partnerskab/", "templates/"
"""Before the name of a template of the tool, and of a record's own."""
REMOVED = ("safe", "urlize", "xmlattr", "forceescape", "random", "pprint")
"""What would let text come alive, or differ from run to run."""


def find_template_folder() -> Path:
    """Where the tool's own templates lie: in the package, or beside the source."""
    package = Path(__file__).parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent.parent / "templates"


class Sandbox(ImmutableSandboxedEnvironment):
    """Where templates run. What they may reach depends on the type of a value and the name alone, and is found out once for each."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - those of the engine
        super().__init__(**options)
        self.reached: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Whether a template may reach an attribute of a value."""
        key = type(obj), attr
        if key not in self.reached:
            self.reached[key] = super().is_safe_attribute(obj, attr, value)
        return self.reached[key]


@cache
def make_environment(form: Form, own: frozenset[tuple[str, str]]) -> Sandbox:
    """Where templates of one format run; the record's own by name and text. What they print is escaped by the format, whatever they are called."""
    texts = dict(own)
    sandbox = Sandbox(
        loader=FunctionLoader(lambda name: load_source(name, texts)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=finalize_value if form == "md" else None,
    )
    for name in REMOVED:
        sandbox.filters.pop(name, None)
    sandbox.globals.clear()
    sandbox.filters |= FILTERS[form]
    return sandbox


def load_source(name: str, own: Mapping[str, str]) -> tuple[str, str, None] | None:
    """The text of a template: the record's own, else ours; `partnerskab/…` is always ours."""
    if name in own:
        return own[name], OWN + name, None
    shipped = load_shipped(name.removeprefix(OURS))
    return (shipped, OURS + name.removeprefix(OURS), None) if shipped is not None else None


@cache
def load_shipped(name: str) -> str | None:
    """The text of one of our own templates; nothing of what lies anywhere else."""
    path = find_template_folder() / name
    return read_own_text(path) if path.parent == find_template_folder() and path.is_file() else None


def finalize_value(value: object) -> Markup:
    """What a Markdown template prints, fit for the start of a line unless a filter has made it ready."""
    return markdown.escape_line_start(value if isinstance(value, Markup | tuple) else str(value))


FILTERS: Mapping[Form, Mapping[str, Callable[..., object]]] = {
    "md": {"inline": markdown.escape_inline, "body": markdown.render_blocks},
    "html": {
        "url": sanitize_url,
        "words": hypertext.render_inlines,
        "lines": hypertext.render_paragraph,
        "isolated": hypertext.isolate_direction,
    },
}


def fill_template(name: str, form: Form, own: Mapping[str, str], values: Mapping[str, object]) -> str:
    """A template with its values.

    Raises:
        CommandError: a template of the record is wrong; it names the template and the line.

    """
    try:
        return make_environment(form, frozenset(own.items())).get_template(name).render(values)
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
        place = locate_template_error(error)
        if place is None:
            raise
        raise CommandError(
            WRONG.format(name=place[0], line=place[1], reason=describe_template_error(error)),
            Text(da="ret skabelonen, eller fjern den, så bruges vores egen", en="mend the template, or remove it, and ours is used"),
        ) from error


WRONG = Text(da="{name}:{line}: skabelonen kan ikke bruges: {reason}.", en="{name}:{line}: the template cannot be used: {reason}.")


def describe_template_error(error: Exception) -> str:
    """What is wrong, in the words of the template engine."""
    if isinstance(error, TemplateNotFound):
        return f"{error.name}?"
    return (str(error) or type(error).__name__).rstrip(".")


def locate_template_error(error: Exception) -> tuple[str, int] | None:
    """The template of the record and its line where it went wrong, or nothing where the fault is ours."""
    if isinstance(error, TemplateSyntaxError):
        return (error.filename, error.lineno) if error.filename and error.filename.startswith(OWN) else None
    steps = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    return next((step for step in reversed(steps) if step[0].startswith(OWN)), None)

"""Functions by name, imported when they are first called: a registry names many, and a run needs one."""

from collections.abc import Callable
from importlib import import_module
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")


def lazy(name: str) -> Callable[P, R]:
    """A function by its module below the package and its own name: `lazy("formats.json:json")`.

    Raises:
        ImportError, AttributeError: at the first call, where there is none of that name.

    """

    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        """Import it, and run it."""
        return cast("Callable[P, R]", load_function(name))(*args, **kwargs)

    return call


def load_function(name: str) -> Callable[..., object]:
    """The function itself, for who must see its signature."""
    module, _, function = name.partition(":")
    loaded: Callable[..., object] = getattr(import_module(f".{module}", __package__), function)
    return loaded

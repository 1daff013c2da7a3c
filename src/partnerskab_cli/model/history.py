"""What is known of an agreement's life besides what its file says: how it went, what it renews, what was signed."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from .choices import Status
from .field import Field


class Predecessor(NamedTuple):
    """An agreement that is replaced by others."""

    id: str
    end: date | None
    """Its last day, where it has one."""
    successors: tuple[str, ...]
    """The ids of the agreements in force that replace it, in order."""


class AgreementHistory(NamedTuple):
    """How an agreement came to be what it is."""

    statuses: tuple[Status, ...] = ()
    """Those it had before, the oldest first."""
    ids: tuple[str, ...] = ()
    """Likewise."""
    strangers: frozenset[str] = frozenset()
    """Ids that have belonged to agreements that are gone."""
    predecessors: Mapping[str, Predecessor] = {}
    """Those it replaces, by id."""
    signed: Mapping[str, tuple[Field, ...]] = {}
    """The parts of the agreement that have changed since content with that fingerprint was signed."""
    bound: tuple[str, ...] = ()
    """The names of parties whose signature was bound to the content and has been taken out, or its fingerprint with it."""

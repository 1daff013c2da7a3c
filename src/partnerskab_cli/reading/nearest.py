"""The known word that a misspelt one was meant to be, where readers look for it."""

from ..agreement.nearest import nearest as nearest

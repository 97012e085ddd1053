"""Algorithms on what changes from one time to another."""

from __future__ import annotations

from ...i18n import tr


def group() -> str:
    """The folder's name in the toolbox."""
    return tr("Change over time")

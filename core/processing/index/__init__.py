"""Algorithms for the open index."""

from __future__ import annotations

from ...i18n import tr


def group() -> str:
    """The folder's name in the toolbox."""
    return tr("Index")

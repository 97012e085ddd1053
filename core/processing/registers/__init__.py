"""Algorithms that read registers and count them."""

from __future__ import annotations

from ...i18n import tr


def group() -> str:
    """The folder's name in the toolbox."""
    return tr("Registers")

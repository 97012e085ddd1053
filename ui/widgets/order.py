"""Tab's way through widgets that were made after what stands below them."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QWidget


def tab_after(first: QWidget, *then: QWidget) -> None:
    """Let Tab go from ``first`` through ``then``, in their order, and on as before."""
    for before, after in zip((first, *then), then):
        QWidget.setTabOrder(before, after)

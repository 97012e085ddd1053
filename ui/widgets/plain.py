"""Widgets that show texts as they are written; all labels, tips and questions of the panel are made
here."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QMessageBox, QWidget

from ...core.plain_text import unmistakable


def plain_label(text: str = "") -> QLabel:
    """A label that shows every text as it is written."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    return label


def html_label() -> QLabel:
    """A label of HTML: whoever fills it escapes what came from outside (``plain_text.as_html``)."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    return label


def set_tip(widget: Any, text: str, *column: int) -> None:
    """Give a widget, or an item (in ``column``), a tip that shows ``text``."""
    widget.setToolTip(*column, unmistakable(text))


def ask(
    parent: Optional[QWidget],
    title: str,
    text: str,
    buttons: QMessageBox.StandardButtons,
    usual: Optional[QMessageBox.StandardButton] = None,
    grave: bool = False,
) -> QMessageBox.StandardButton:
    """Ask with ``text`` as it is written; the button pressed."""
    show = QMessageBox.warning if grave else QMessageBox.question
    return show(parent, title, unmistakable(text), buttons, *(() if usual is None else (usual,)))


def tell(parent: Optional[QWidget], title: str, text: str, grave: bool = False) -> None:
    """Show ``text`` as it is written, until it is closed."""
    (QMessageBox.warning if grave else QMessageBox.information)(parent, title, unmistakable(text))

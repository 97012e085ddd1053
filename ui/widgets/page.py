"""What the pages have in common: a note on what is there or missing, and one primary button."""

from __future__ import annotations

from typing import Optional

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFormLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ..session import Session
from .plain import plain_label


class Page(QScrollArea):
    """A scrolling page; a subclass fills ``self.column`` and says what it ``lacks``."""

    def __init__(self, session: Session, parent: Optional[QWidget] = None):
        super().__init__(parent)
        self.session = session
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(6, 6, 6, 6)
        self.note = plain_label()
        self.note.setWordWrap(True)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(self.note)
        self.setWidget(body)

    def lacks(self) -> str:
        """What is missing before the next step can be taken; empty when nothing is."""
        return ""

    def finished(self) -> bool:
        """Has the step been taken?"""
        return not self.lacks()

    def restore(self) -> None:
        """Show the choices of the project or monitor file just opened."""

    def refresh(self) -> None:
        """Show the session's state."""

    @staticmethod
    def group(title: str, collapsed: bool = False) -> "tuple[QgsCollapsibleGroupBox, QFormLayout]":
        """A collapsible group with a form in it."""
        box = QgsCollapsibleGroupBox(title)
        form = QFormLayout(box)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        box.setCollapsed(collapsed)
        return box, form

    @staticmethod
    def primary(text: str) -> QPushButton:
        """The page's main button."""
        button = QPushButton(text)
        button.setDefault(True)
        font = button.font()
        font.setBold(True)
        button.setFont(font)
        return button

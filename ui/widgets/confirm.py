"""A question asked in the page itself, which nothing waits for."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from ...core.i18n import tr
from .plain import plain_label


class Confirm(QFrame):
    """What will be done, and two buttons; hidden until something is asked, and when it is answered.

    Signals:
        confirmed: the user wants it.
    """

    confirmed = pyqtSignal()

    def __init__(self, do: str) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        column = QVBoxLayout(self)
        self.text = plain_label()
        self.text.setWordWrap(True)
        column.addWidget(self.text)
        row = QHBoxLayout()
        self.leave, self.do = QPushButton(tr("Leave as it is")), QPushButton(do)
        self.leave.setDefault(True)
        self.leave.clicked.connect(self.hide)
        self.do.clicked.connect(self._confirm)
        row.addWidget(self.leave, 1)
        row.addWidget(self.do)
        column.addLayout(row)
        self.hide()

    def ask(self, text: str) -> None:
        """Ask with ``text``; what was asked before is forgotten."""
        self.text.setText(text)
        self.show()
        self.leave.setFocus()

    def _confirm(self) -> None:
        self.hide()
        self.confirmed.emit()

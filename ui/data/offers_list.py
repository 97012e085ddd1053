"""Columns that could play a role, each with a yes and a no."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ...core.catalogue.registers.kinds import RegisterKind
from ...core.i18n import in_language, tr
from ..widgets.flow import FlowLayout
from ..widgets.plain import plain_label, set_tip

if TYPE_CHECKING:
    from ...core.registers.values.offers import Offer


class OffersList(QWidget):
    """A sentence and two buttons for every offer.

    Signals:
        taken, declined: the offer that the user said yes or no to.
    """

    taken, declined = pyqtSignal(object), pyqtSignal(object)

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def show_offers(self, offers: "Sequence[Offer]", kind: RegisterKind) -> None:
        """Show ``offers`` instead of those before."""
        while self.column.count():
            widget = self.column.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        for offer in offers:
            self.column.addWidget(self._row(offer, kind))
        self.setVisible(bool(offers))

    def _row(self, offer: "Offer", kind: RegisterKind) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 2, 0, 2)
        role = in_language(kind.column(offer.role).text)
        text = tr("The file's column {column} fits {role}.", column=offer.column, role=role)
        label = plain_label(f"{text} {offer.about}".strip())
        label.setWordWrap(True)
        column.addWidget(label)
        buttons = FlowLayout(6)
        for word, signal in ((tr("Use it"), self.taken), (tr("No, leave it"), self.declined)):
            button = QPushButton(word)
            button.setAccessibleName(f"{word}: {offer.column} → {role}")
            set_tip(button, f"{offer.column} → {role}")
            button.clicked.connect(partial(self._emit, signal, offer))
            buttons.addWidget(button)
        column.addLayout(buttons)
        return row

    @staticmethod
    def _emit(signal: "pyqtSignal", offer: "Offer", *_: object) -> None:
        signal.emit(offer)

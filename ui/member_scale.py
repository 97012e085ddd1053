"""The numbers an indicator's normalisation needs, in the indicator's unit."""

from __future__ import annotations

from typing import Dict, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QDoubleSpinBox, QFormLayout, QWidget

from ..core.catalogue.index_definitions import Method
from ..core.i18n import tr

MOST = 1e9


class MemberScale(QWidget):
    """A field per number; hidden where the normalisation needs none.

    Signals:
        edited: a number has changed; ask ``options``.
    """

    edited = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self.spins: Dict[str, QDoubleSpinBox] = {}
        for name, text, tip in (
                ("from", tr("Least disadvantaged at"),
                 tr("At this figure, or a better one, the area is not disadvantaged at all.")),
                ("to", tr("Most disadvantaged at"),
                 tr("At this figure, or a worse one, the area is as disadvantaged as can be.")),
                ("target", tr("Full distance at"),
                 tr("The figure that is one whole step from the least disadvantaged area."))):
            spin = QDoubleSpinBox()
            spin.setRange(-MOST, MOST)
            spin.setDecimals(2)
            spin.setKeyboardTracking(False)
            spin.setToolTip(tip)
            spin.valueChanged.connect(lambda _: self.edited.emit())
            self._form.addRow(text, spin)
            self.spins[name] = spin
        self.show_method(None)

    def show_method(self, method: Optional[Method], suffix: str = "") -> None:
        """Show the numbers of ``method``; nothing where it has none."""
        for name, spin in self.spins.items():
            has = method is not None and name in method.options
            spin.blockSignals(True)
            spin.setSuffix(suffix)
            spin.setValue(float(method.options[name]) if has else 0.0)
            spin.blockSignals(False)
            spin.setVisible(has)
            self._form.labelForField(spin).setVisible(has)
        self.setVisible(method is not None and any(name in method.options for name in self.spins))

    def options(self, method: Method) -> Dict[str, object]:
        """The options of ``method`` with the numbers as they stand here."""
        return {name: self.spins[name].value() if name in self.spins else value
                for name, value in method.options.items()}

"""The numbers an indicator's normalisation needs, in the indicator's unit."""

from __future__ import annotations

import math
from functools import partial
from typing import Dict, Optional, Tuple

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QDoubleSpinBox, QFormLayout, QWidget

from ...core.catalogue.index.definitions import Method
from ...core.i18n import tr
from ...core.numbers import number
from ..widgets.plain import plain_label, set_tip

MOST = 1e12
FEW, MANY = 2, 6
"""Decimals, where they say it all, and where they do not."""


class MemberScale(QWidget):
    """A field per number, and where the areas lie; hidden where the normalisation needs none.

    Signals:
        edited: the number of this name was changed to this.
    """

    edited = pyqtSignal(str, float)

    def __init__(self) -> None:
        super().__init__()
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self.spins: Dict[str, QDoubleSpinBox] = {}
        for name, text, tip in (
            (
                "from",
                tr("Least disadvantaged at"),
                tr("At this figure, or a better one, the area is not disadvantaged at all."),
            ),
            (
                "to",
                tr("Most disadvantaged at"),
                tr("At this figure, or a worse one, the area is as disadvantaged as can be."),
            ),
            (
                "target",
                tr("Full distance at"),
                tr("The figure that is one whole step from the least disadvantaged area."),
            ),
        ):
            spin = QDoubleSpinBox()
            spin.setRange(-MOST, MOST)
            spin.setKeyboardTracking(False)
            set_tip(spin, tip)
            spin.valueChanged.connect(partial(self.edited.emit, name))
            self._form.addRow(text, spin)
            self.spins[name] = spin
        self.range = plain_label()
        self.range.setWordWrap(True)
        self._form.addRow(self.range)
        self.show_method(None)

    def show_method(
        self,
        method: Optional[Method],
        suffix: str = "",
        figures: Optional[Tuple[float, float]] = None,
    ) -> None:
        """Show the numbers of ``method``, and the areas' lowest and highest figures; nothing where
        it has none."""
        for name, spin in self.spins.items():
            has = method is not None and name in method.options
            value = float(method.options[name]) if has else 0.0
            digits = _decimals(figures)
            spin.blockSignals(True)
            spin.setSuffix(suffix)
            spin.setDecimals(digits if round(value, digits) == value else MANY)
            spin.setValue(value)
            spin.blockSignals(False)
            spin.setVisible(has)
            self._form.labelForField(spin).setVisible(has)
        self.setVisible(method is not None and any(name in method.options for name in self.spins))
        self.range.setVisible(figures is not None)
        if figures is not None:
            low, high = (number(figure, _decimals(figures)) + suffix for figure in figures)
            self.range.setText(tr("The areas lie between {low} and {high}.", low=low, high=high))


def _decimals(figures: Optional[Tuple[float, float]]) -> int:
    """So many that figures in this range can be told apart."""
    span = 0.0 if figures is None else figures[1] - figures[0]
    return min(MANY, max(FEW, FEW - math.floor(math.log10(span)))) if span > 0 else FEW

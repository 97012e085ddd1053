"""What is said of finished figures: the units they are of, and whether they go before registers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QComboBox, QFormLayout

from ...core.i18n import tr
from ..widgets.plain import set_tip
from ..widgets.source_edit import SourceEdit

if TYPE_CHECKING:
    from ...core.gis.host.project_state import ProjectState

REGISTERS_FIRST, FIGURES_FIRST = "registers first", "figures first"
"""Those of ``pipeline.inputs``, which imports pandas and is not read with the window."""


class FigureChoices:
    """The rows of a form that concern finished figures.

    Attributes:
        units: the table of units and areas; order: which of two sources goes first.
    """

    def __init__(self, form: QFormLayout):
        self.units = SourceEdit(tr("Units and areas"))
        set_tip(
            self.units,
            tr(
                "A table with the columns unit, area and share: which area each housing "
                "department or other unit of the finished figures lies in, and how much of it."
            ),
        )
        form.addRow(tr("Units and areas"), self.units)
        self.order = QComboBox()
        self.order.addItem(tr("The register's"), REGISTERS_FIRST)
        self.order.addItem(tr("The finished figure"), FIGURES_FIRST)
        set_tip(
            self.order,
            tr(
                "Which is used where a register and the finished figures have the same figure of "
                "the same period. Differences are told."
            ),
        )
        form.addRow(tr("Of two figures"), self.order)

    def show(self, state: "ProjectState") -> None:
        """Show what ``state`` has."""
        self.units.blockSignals(True)
        self.units.set_value(state.figure_map)
        self.units.blockSignals(False)
        self.order.setCurrentIndex(max(0, self.order.findData(state.source_order)))

    def keep(self, state: "ProjectState") -> None:
        """Take over into ``state`` what is shown."""
        state.figure_map = self.units.value()
        state.source_order = self.order.currentData()

    def chosen(self) -> bool:
        """Is anything chosen that is not usual?"""
        return bool(self.units.value()) or self.order.currentIndex() > 0

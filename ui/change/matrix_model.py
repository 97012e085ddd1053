"""Areas × indicators as Qt's tables want them: texts, colours, and numbers to sort by."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt
from qgis.PyQt.QtGui import QBrush, QColor

from ...core.catalogue.index.colours import ramp_colour
from ...core.i18n import in_language, tr
from ...core.periods import period_text
from ...core.plain_text import unmistakable

if TYPE_CHECKING:
    import numpy as np

    from ...core.change.matrix import Matrix

SORT = Qt.ItemDataRole.UserRole
STEPS = 40
DARK, LIGHT, LIGHT_TEXT_BELOW = "#262626", "#FFFFFF", 0.5


class MatrixModel(QAbstractTableModel):
    """A ``Matrix``; the areas are the names of the rows."""

    def __init__(self) -> None:
        super().__init__()
        self.matrix: Optional[Matrix] = None
        self._shares: Optional[np.ndarray] = None

    def show_matrix(self, matrix: "Optional[Matrix]") -> None:
        """Show ``matrix`` from now on."""
        self.beginResetModel()
        self.matrix = matrix
        self._shares = None if matrix is None else matrix.shares
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        """Areas."""
        return 0 if self.matrix is None or parent.isValid() else len(self.matrix.areas)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        """Indicators."""
        return 0 if self.matrix is None or parent.isValid() else len(self.matrix.columns)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A figure as it is shown, its colour, and what it is."""
        if self.matrix is None or not index.isValid():
            return None
        row, column = index.row(), index.column()
        value = float(self.matrix.values[row, column])
        known = value == value
        if role == Qt.ItemDataRole.DisplayRole:
            from ...core.change.words import short

            return short(value, self.matrix.columns[column].indicator.unit)
        if role == SORT:
            return value if known else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.BackgroundRole and known:
            return _brushes(round(float(self._shares[row, column]) * STEPS))[0]
        if role == Qt.ItemDataRole.ForegroundRole and known:
            return _brushes(round(float(self._shares[row, column]) * STEPS))[1]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        return None

    def _tip(self, row: int, column: int) -> str:
        about = self.matrix.columns[column]
        name = list(self.matrix.names.values())[row]
        period = period_text(about.period)
        return unmistakable(f"{name}\n{in_language(about.indicator.name)}, {period}")

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The areas' names, and the indicators' with their units."""
        if self.matrix is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                name = list(self.matrix.names.values())[section]
                return name if role == Qt.ItemDataRole.DisplayRole else unmistakable(name)
            return None
        column = self.matrix.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            later = "" if column.period == self.matrix.period else f", {column.period}"
            return f"{column.heading}{later}"
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = (
                f"{column.heading} ({column.unit})",
                in_language(column.indicator.definition),
                tr("Figures of {period}", period=period_text(column.period)),
            )
            return unmistakable("\n".join(lines))
        return None


@lru_cache(maxsize=STEPS + 1)
def _brushes(step: int) -> "tuple[QBrush, QBrush]":
    """(ground, text) so far along the colour scale."""
    colour = QColor(ramp_colour(step / STEPS))
    bright = (0.299 * colour.red() + 0.587 * colour.green() + 0.114 * colour.blue()) / 255.0
    return QBrush(colour), QBrush(QColor(LIGHT if bright < LIGHT_TEXT_BELOW else DARK))

"""The month's matrix: sorted by a click, taken to a spreadsheet, its rows marked on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional

from qgis.PyQt.QtCore import QSortFilterProxyModel, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ...core.i18n import tr
from ...core.numbers import number
from ...core.periods import period_text
from ..widgets.plain import plain_label
from .matrix_model import SORT, MatrixModel

if TYPE_CHECKING:
    from ...core.change.matrix import Matrix

LEAST_HEIGHT, HEADER_LINES, COLUMN_WIDTH, NAME_WIDTH = 320, 5, 98, 112


class _Sorted(QSortFilterProxyModel):
    """Areas without a figure come last, whichever way is sorted."""

    def lessThan(self, left: object, right: object) -> bool:  # noqa: N802
        """By the figure."""
        mine, other = left.data(SORT), right.data(SORT)
        if mine is None or other is None:
            ascending = self.sortOrder() == Qt.SortOrder.AscendingOrder
            return (mine is not None) == ascending and mine is not other
        return mine < other


class MatrixPanel(QWidget):
    """Areas × indicators.

    Signals:
        picked: the area whose row was chosen.
        told: what was copied, in words.
    """

    picked = pyqtSignal(str)
    told = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__()
        self.model, self.sorted = MatrixModel(), _Sorted()
        self.sorted.setSourceModel(self.model)
        self.sorted.setSortRole(SORT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        self.summary, self.note = plain_label(), plain_label()
        for label in (self.summary, self.note):
            label.setWordWrap(True)
        self.view = QTableView()
        self.view.setModel(self.sorted)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setMinimumHeight(LEAST_HEIGHT)
        self.view.setAccessibleName(tr("Matrix of areas and indicators"))
        self._lay_out_headers()
        self.view.setSortingEnabled(True)
        self.view.selectionModel().selectionChanged.connect(self._tell_picked)
        copying = QAction(tr("Copy the marked rows"), self.view)
        copying.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copying.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copying.triggered.connect(self.copy_marked)
        self.view.addAction(copying)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.copy, self.by_name = QPushButton(tr("Copy to spreadsheet")), QPushButton(tr("By name"))
        self.copy.setToolTip(tr("All areas and indicators. Ctrl+C copies the marked rows."))
        self.by_name.setToolTip(tr("Put the areas back in the order of the area set."))
        self.copy.clicked.connect(self.copy_all)
        self.by_name.clicked.connect(self._unsort)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addWidget(self.by_name)
        row.addStretch(1)
        column.addWidget(self.summary)
        column.addLayout(row)
        column.addWidget(self.view)
        column.addWidget(self.note)
        self.clear()

    def _lay_out_headers(self) -> None:
        across, down = self.view.horizontalHeader(), self.view.verticalHeader()
        across.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )
        across.setDefaultSectionSize(COLUMN_WIDTH)
        across.setFixedHeight(int((HEADER_LINES + 0.6) * across.fontMetrics().height()))
        across.setHighlightSections(False)
        across.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        down.setFixedWidth(NAME_WIDTH)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(int(1.7 * self.view.fontMetrics().height()))

    def clear(self) -> None:
        """Show nothing."""
        self.model.show_matrix(None)
        self.summary.clear()
        self.note.clear()

    def show_matrix(self, matrix: "Matrix", area: str) -> None:
        """Show ``matrix``, the row of ``area`` marked; columns keep their widths and their
        order."""
        self.model.show_matrix(matrix)
        self.mark(area)
        self.summary.setText(
            tr(
                "{areas} areas, {indicators} indicators, {period}",
                areas=number(len(matrix.areas)),
                indicators=number(len(matrix.columns)),
                period=period_text(matrix.period),
            )
        )
        self.note.setText(
            tr(
                "Each indicator has its own colours, from its lowest figure to its highest: dark "
                "is high, and says nothing of good or bad."
            )
        )

    def mark(self, area: str) -> None:
        """Mark the row of ``area`` without telling."""
        matrix, chosen = self.model.matrix, self.view.selectionModel()
        if matrix is None or area in self._marked():
            return
        chosen.blockSignals(True)
        self.view.clearSelection()
        if area in matrix.areas:
            at = self.sorted.mapFromSource(self.model.index(matrix.areas.index(area), 0))
            self.view.selectRow(at.row())
        chosen.blockSignals(False)
        self.view.viewport().update()

    def _marked(self) -> List[str]:
        matrix = self.model.matrix
        return [] if matrix is None else [matrix.areas[row] for row in self._marked_rows()]

    def _marked_rows(self) -> List[int]:
        """The marked rows of the matrix, as they stand on the screen."""
        shown = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self._source_row(row) for row in shown]

    def _source_row(self, shown: int) -> int:
        return self.sorted.mapToSource(self.sorted.index(shown, 0)).row()

    def _unsort(self) -> None:
        self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        self.sorted.sort(-1)

    # -- copying -------------------------------------------------------------------------------

    def copy_all(self) -> None:
        """Put all rows, as they are sorted, on the clipboard."""
        self._copy([self._source_row(row) for row in range(self.sorted.rowCount())])

    def copy_marked(self) -> None:
        """Put the marked rows on the clipboard; all where none are."""
        rows = self._marked_rows()
        if rows:
            self._copy(rows)
        else:
            self.copy_all()

    def _copy(self, rows: List[int]) -> None:
        matrix: Optional[Matrix] = self.model.matrix
        if matrix is None or not rows:
            return
        from ...core.change.matrix import matrix_text

        QApplication.clipboard().setText(matrix_text(matrix, rows))
        self.told.emit(
            tr(
                "{count} areas and {indicators} indicators of {period} are on the clipboard. "
                "Internal – must not leave the municipality.",
                count=number(len(rows)),
                indicators=number(len(matrix.columns)),
                period=period_text(matrix.period),
            )
        )

    def _tell_picked(self, *_: object) -> None:
        marked = self._marked()
        if len(marked) == 1:
            self.picked.emit(marked[0])

"""The table of areas: sorted, filtered, and copied to a spreadsheet."""

from __future__ import annotations

from typing import Optional, Union

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import (
    QAbstractTableModel,
    QCollator,
    QItemSelectionModel,
    QLocale,
    QModelIndex,
    QSortFilterProxyModel,
    Qt,
    pyqtSignal,
)
from qgis.PyQt.QtGui import QColor, QGuiApplication, QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...core.i18n import language, tr
from ...core.numbers import number
from ...core.pipeline.shown.table import AreaTable, as_text
from ..widgets.plain import set_tip

ID, SORTED = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
LEAST_HEIGHT, NAME_WIDTH, WIDEST = 220, 130, 190
Number = Union[int, float]


class AreaModel(QAbstractTableModel):
    """An ``AreaTable`` as a model."""

    def __init__(self) -> None:
        super().__init__()
        self.table: Optional[AreaTable] = None

    def show_table(self, table: Optional[AreaTable]) -> None:
        """Show ``table``."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: Optional[QModelIndex] = None) -> int:  # noqa: N802
        """An area a row."""
        return 0 if self.table is None or (parent and parent.isValid()) else len(self.table.rows)

    def columnCount(self, parent: Optional[QModelIndex] = None) -> int:  # noqa: N802
        """The name, and the figures."""
        inside = parent is not None and parent.isValid()
        return 0 if self.table is None or inside else len(self.table.headings)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings, and what they mean."""
        if orientation != Qt.Orientation.Horizontal or self.table is None:
            return None
        heading = self.table.headings[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return heading.text
        return heading.tip if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Texts as they are read; numbers to sort by; the map's colour beside the first figure."""
        if self.table is None or not index.isValid():
            return None
        row, column = self.table.rows[index.row()], index.column()
        cell = row.cells[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == ID:
            return row.area
        if role == SORTED:
            return cell.text if cell.value is None and column == 0 else cell.value
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.tip or cell.text
        if role == Qt.ItemDataRole.DecorationRole and column == 1 and row.colour:
            return QColor(row.colour)
        if role == Qt.ItemDataRole.TextAlignmentRole and self.table.headings[column].numbers:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


class _Sorted(QSortFilterProxyModel):
    """Names in the language's order, numbers by size, areas without a figure last."""

    def __init__(self) -> None:
        super().__init__()
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterKeyColumn(-1)
        self._names = QCollator(QLocale(language()))
        self._names.setNumericMode(True)

    def lessThan(self, left: QModelIndex, right: QModelIndex) -> bool:  # noqa: N802
        """By number, else by name."""
        one, other = left.data(SORTED), right.data(SORTED)
        if isinstance(one, str) or isinstance(other, str):
            return self._names.compare(str(one or ""), str(other or "")) < 0
        ascending = self.sortOrder() == Qt.SortOrder.AscendingOrder
        nothing = float("inf") if ascending else float("-inf")
        return (nothing if one is None else one) < (nothing if other is None else other)


class AreaTableView(QWidget):
    """A line to filter by, the table, and a button that copies it.

    Signals:
        chosen: the area whose row was chosen. copied: what was copied, in words.
    """

    chosen = pyqtSignal(str)
    copied = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__()
        self.model, self.sorted = AreaModel(), _Sorted()
        self.sorted.setSourceModel(self.model)
        self.filter = QgsFilterLineEdit()
        self.filter.setShowSearchIcon(True)
        self.filter.setPlaceholderText(tr("Filter the areas"))
        self.filter.setAccessibleName(tr("Filter the areas"))
        self.filter.textChanged.connect(self.sorted.setFilterFixedString)
        self.copy = QToolButton()
        self.copy.setText(tr("Copy"))
        set_tip(self.copy, tr("Copy the table with its headings, to paste it into a spreadsheet"))
        self.copy.clicked.connect(self.copy_table)
        self.view = QTableView()
        self.view.setModel(self.sorted)
        self.view.setSortingEnabled(True)
        self.view.verticalHeader().setVisible(False)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setMinimumHeight(LEAST_HEIGHT)
        self.view.setWordWrap(False)
        self.view.setAccessibleName(tr("The areas"))
        self.view.setTabKeyNavigation(False)
        self.view.selectionModel().selectionChanged.connect(self._tell)
        copying = QAction(tr("Copy"), self.view)
        copying.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copying.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copying.triggered.connect(self.copy_table)
        self.view.addAction(copying)
        row = QHBoxLayout()
        row.addWidget(self.filter, 1)
        row.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.view)
        self._quiet, self._subject = False, ""

    def show_table(self, table: AreaTable) -> None:
        """Show ``table``; the order stays while it is of the same."""
        if table is self.model.table:
            return
        kind = str([heading.text for heading in table.headings])
        self._quiet = True
        self.model.show_table(table)
        self._quiet = False
        if kind != self._subject:
            self._subject = kind
            self.sorted.sort(0, Qt.SortOrder.AscendingOrder)
            self.view.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
            self._fit()

    def _fit(self) -> None:
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.view.resizeColumnsToContents()
        self.view.setColumnWidth(0, max(NAME_WIDTH, min(self.view.columnWidth(0), WIDEST)))
        for column in range(1, self.model.columnCount()):
            self.view.setColumnWidth(column, min(self.view.columnWidth(column), WIDEST))

    def clear(self) -> None:
        """Show nothing."""
        self._subject = ""
        self.model.show_table(None)

    def mark(self, area: str) -> None:
        """Mark the row of ``area``, and tell nobody."""
        self._quiet = True
        self.view.clearSelection()
        for row in range(self.sorted.rowCount()):
            index = self.sorted.index(row, 0)
            if index.data(ID) == area:
                flags = QItemSelectionModel.SelectionFlag
                self.view.selectionModel().select(index, flags.ClearAndSelect | flags.Rows)
                self.view.setCurrentIndex(index)
                self.view.scrollTo(index)
        self._quiet = False

    def areas(self) -> "list[str]":
        """The areas that are seen, in the order they stand."""
        return [self.sorted.index(row, 0).data(ID) for row in range(self.sorted.rowCount())]

    def marked(self) -> str:
        """The area whose row is marked; empty where none is."""
        rows = self.view.selectionModel().selectedRows()
        return str(rows[0].data(ID)) if rows else ""

    def copy_table(self) -> None:
        """Copy what is seen, in the order it stands, with headings."""
        table = self.model.table
        areas = self.areas()
        if table is None or not areas:
            return
        QGuiApplication.clipboard().setText(as_text(table, areas))
        self.copied.emit(
            tr(
                "{count} areas are copied. Paste them into a spreadsheet. Internal – must not "
                "leave the municipality.",
                count=number(len(areas)),
            )
        )

    def _tell(self, *_: object) -> None:
        if not self._quiet and self.marked():
            self.chosen.emit(self.marked())

"""What an index gives: counts by class, the table of areas, and why the marked one has its
score."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Callable, Dict, List, Optional, Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QPixmap
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.catalogue.index.colours import class_shades, has_matrix, matrix_shades
from ...core.catalogue.index.definitions import IndexDefinition
from ...core.i18n import tr
from ...core.numbers import number
from ...core.plain_text import as_html
from ..widgets.plain import html_label, plain_label, set_tip
from .contribution_bars import ContributionBars

if TYPE_CHECKING:
    import pandas as pd

ID = Qt.ItemDataRole.UserRole
AREA, CLASS, KEPT = range(3)


class _Sorted(QTableWidgetItem):
    """A cell that sorts by a number behind its text."""

    def __init__(self, text: str, value: Optional[float]):
        super().__init__(text)
        self._value = -math.inf if value is None else value

    def __lt__(self, other: QTableWidgetItem) -> bool:
        """By the number."""
        return self._value < getattr(other, "_value", -math.inf)


def swatch(colour: str) -> QIcon:
    """A small square of ``colour``."""
    picture = QPixmap(14, 14)
    picture.fill(QColor(colour))
    return QIcon(picture)


class IndexResult(QWidget):
    """Counts, table, and the explanation of one area.

    Signals:
        marked: the id of the area that was marked in the table.
    """

    marked = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.summary = html_label()
        self.warnings = plain_label()
        self.warnings.setWordWrap(True)
        self.warnings.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.areas = QTableWidget(0, 3)
        self.areas.setAccessibleName(tr("Areas by the index"))
        self.areas.setHorizontalHeaderLabels([tr("Area"), tr("Class"), tr("Certain")])
        self.areas.horizontalHeaderItem(KEPT).setToolTip(
            tr("The share of runs in which the area keeps its class")
        )
        self.areas.verticalHeader().setVisible(False)
        self.areas.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.areas.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.areas.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.areas.setSortingEnabled(True)
        self.areas.sortByColumn(AREA, Qt.SortOrder.AscendingOrder)
        self.areas.setMinimumHeight(180)
        self.areas.horizontalHeader().setSectionResizeMode(AREA, QHeaderView.ResizeMode.Stretch)
        self._fit(QHeaderView.ResizeMode.ResizeToContents)
        self.areas.itemSelectionChanged.connect(self._tell_marked)
        self.card = html_label()
        self.card.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bars = ContributionBars()
        for widget in (self.summary, self.areas, self.card, self.bars, self.warnings):
            column.addWidget(widget)
        self._rows: Dict[str, int] = {}

    def _fit(self, mode: QHeaderView.ResizeMode) -> None:
        for section in (CLASS, KEPT):
            self.areas.horizontalHeader().setSectionResizeMode(section, mode)

    def show_table(
        self, table: pd.DataFrame, definition: IndexDefinition, names: Dict[str, str]
    ) -> None:
        """Show ``table`` (``results.COLUMNS`` of one period); the marked area stays marked."""
        marked = self.marked_area()
        heading = tr("Status, dynamics") if has_matrix(definition) else tr("Class")
        self.areas.horizontalHeaderItem(CLASS).setText(heading)
        records = table.astype(object).where(table.notna(), None).to_dict("records")
        shades = {shade.value: shade for shade in class_shades(definition)}
        matrix = (
            {shade.value: shade for shade in matrix_shades(definition)}
            if has_matrix(definition)
            else {}
        )
        self.areas.blockSignals(True)
        self.areas.setSortingEnabled(False)
        self.areas.setColumnHidden(KEPT, all(area["kept"] is None for area in records))
        self.areas.clearSelection()
        self.areas.setRowCount(len(records))
        self._fit(
            QHeaderView.ResizeMode.Interactive
        )  # else every cell that is set measures all the others
        for row, area in enumerate(records):
            self._show_row(row, area, names, shades, matrix)
        self._fit(QHeaderView.ResizeMode.ResizeToContents)
        self.areas.setSortingEnabled(True)
        if marked:
            self.mark(marked)
        self.areas.blockSignals(False)
        if not self.marked_area():
            self.explain("", [], None)
        self._summarise(records, shades, matrix)

    def _show_row(
        self, row: int, area: dict, names: Dict[str, str], shades: dict, matrix: dict
    ) -> None:
        name = QTableWidgetItem(names.get(area["area_id"], area["area_id"]))
        name.setData(ID, area["area_id"])
        known = area["index_class"] is not None
        shown = _Sorted(area["class_label"] if known else "–", area["score"])
        tips = [tr("Score {score}", score=number(area["score"], 2))] if known else []
        if known:
            shade = shades[int(area["index_class"])]
            if area["dynamics_label"]:
                shown.setText(f"{area['class_label']}, {area['dynamics_label'].lower()}")
            if area["code"] is not None and int(area["code"]) in matrix:
                shade = matrix[int(area["code"])]
                tips.append(tr("Status and dynamics: code {code}", code=int(area["code"])))
            shown.setIcon(swatch(shade.colour))
        set_tip(shown, "\n".join(filter(None, [*tips, area["note"]])))
        kept = _Sorted(
            "" if area["kept"] is None else number(100 * area["kept"]) + " %", area["kept"]
        )
        kept.setTextAlignment(int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
        for column, item in ((AREA, name), (CLASS, shown), (KEPT, kept)):
            self.areas.setItem(row, column, item)

    def _summarise(self, records: List[dict], shades: dict, matrix: dict) -> None:
        numbers = [area["index_class"] for area in records]
        parts = [
            f"<span style='background:{shade.colour}'>&nbsp;&nbsp;&nbsp;</span>"
            f"&nbsp;{as_html(shade.name)}"
            f"&nbsp;<b>{numbers.count(value)}</b>"
            for value, shade in shades.items()
        ]
        without = numbers.count(None)
        if without:
            parts.append(as_html(tr("not scored")) + f"&nbsp;<b>{without}</b>")
        self.summary.setText(
            (as_html(tr("Status")) + ": " if matrix else "") + " &nbsp; ".join(parts)
        )

    def tell(self, sentences: Sequence[str]) -> None:
        """Show what the user must know about the index."""
        self.warnings.setText("\n\n".join(sentences))
        self.warnings.setVisible(bool(sentences))

    def explain(
        self, title: str, sentences: List[str], show: Optional[Callable[[ContributionBars], None]]
    ) -> None:
        """Show the card of the marked area: a title, sentences, and a waterfall where there is
        one."""
        lines = "<br/>".join(as_html(sentence) for sentence in sentences)
        self.card.setText(f"<b>{as_html(title)}</b><br/>{lines}" if title else "")
        self.bars.clear()
        if show is not None:
            show(self.bars)

    def marked_area(self) -> str:
        """The id of the marked area; empty where none is."""
        items = self.areas.selectedItems()
        return self.areas.item(items[0].row(), AREA).data(ID) if items else ""

    def mark(self, area: str) -> None:
        """Mark the row of ``area`` without telling."""
        self.areas.blockSignals(True)
        for row in range(self.areas.rowCount()):
            if self.areas.item(row, AREA).data(ID) == area:
                self.areas.selectRow(row)
        self.areas.blockSignals(False)

    def _tell_marked(self) -> None:
        area = self.marked_area()
        if area:
            self.marked.emit(area)

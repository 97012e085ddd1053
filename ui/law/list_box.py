"""The law's own list beside what stands: one area's criteria in both readings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Dict, List, Optional

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QVBoxLayout

from ...core.catalogue.law.dates import CURRENT
from ...core.catalogue.law.measured import figure_labels
from ...core.errors import SociodemografiError
from ...core.i18n import tr
from ...core.numbers import number, signed
from ...core.periods import year_of
from ..session import Session
from ..widgets.dated import dated
from ..widgets.narrow import narrow_combo
from ..widgets.plain import plain_label

if TYPE_CHECKING:
    import pandas as pd

    from .state_list_box import StateListBox
    from .what_if_box import WhatIfBox


class ListBox(QgsCollapsibleGroupBox):
    """A row per criterion: as things stand, the law's list of the year, their difference, and the
    state's list where one is chosen.

    The figures are those that ``what_if`` has read, and the state's list is that of ``state``.
    """

    def __init__(self, session: Session, what_if: "WhatIfBox", state: "StateListBox"):
        super().__init__(tr("The law's list beside it"))
        self.session, self._what_if, self._state = session, what_if, state
        self._period = ""
        self.area, self.note = narrow_combo(), plain_label()
        self.note.setWordWrap(True)
        self.table = QTableWidget()
        self.area.setAccessibleName(tr("Area"))
        self.table.setAccessibleName(self.title())
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().setVisible(False)
        column = QVBoxLayout(self)
        for widget in (self.area, self.table, self.note):
            column.addWidget(widget)
        self.area.currentIndexChanged.connect(self._show)
        what_if.read.connect(self._show)
        state.compared.connect(self._show)

    def show_areas(self, period: str, names: Dict[str, str]) -> None:
        """Show one of the areas (id → name) in ``period``, and the list of its year."""
        self._period, chosen = period, self.area.currentData()
        self.area.blockSignals(True)
        self.area.clear()
        for area, name in sorted(names.items(), key=lambda pair: pair[1]):
            self.area.addItem(name, area)
        self.area.setCurrentIndex(max(0, self.area.findData(chosen)))
        self.area.blockSignals(False)
        self._show()

    def choose(self, area: str) -> None:
        """Show ``area``."""
        if self.area.findData(area) >= 0:
            self.area.setCurrentIndex(self.area.findData(area))

    def forget(self) -> None:
        """Another project or file is open: nothing of the old one stays."""
        self.area.blockSignals(True)
        self.area.clear()
        self.area.blockSignals(False)
        self._clear()

    def _clear(self) -> None:
        self.table.setRowCount(0)
        self.note.clear()

    def _show(self, *_: object) -> None:
        self._clear()
        area, ground = self.area.currentData(), self._what_if.ground()
        if not self.isVisible() or not area or not self._period or ground is None:
            return
        from ...core.assessment.both_readings import side_by_side
        from ...core.pipeline.judging import judge, judge_lists
        from ...core.pipeline.what_if import of_one_area

        one, year = of_one_area(ground, area), year_of(self._period)
        try:
            judged_by, history = self.session.judged_by()
            choices = replace(judged_by, reading=CURRENT)
            now = judge(one.observations, choices, one.references, history, self._period)
            listed = judge_lists(one.observations, choices, one.references, history, years=[year])
        except SociodemografiError as error:
            self.note.setText(str(error))
            return
        self._fill(side_by_side(now, listed, self._state.placed), year)
        self.note.setText(_words(now, listed, year))

    def _fill(self, rows: "pd.DataFrame", year: int) -> None:
        heads = [
            tr("Criterion"),
            tr("As things stand"),
            tr("The list of {year}", year=year),
            tr("Difference"),
        ]
        with_state = rows["state"].notna().any()
        if with_state:
            heads.append(tr("The state's list"))
        self.table.setColumnCount(len(heads))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setRowCount(len(rows))
        for place, row in enumerate(rows.to_dict("records")):
            cells = [
                figure_labels().get(row["figure"], row["figure"]),
                dated(
                    row["current"],
                    row["current_period"],
                    row["current_age"],
                    told=row["current_approximated"],
                    mean=row["current_mean"],
                ),
                dated(row["list"], row["list_period"], row["list_age"], mean=row["list_mean"]),
                _or_dash(row["difference"], signed(row["difference"])),
            ]
            if with_state:
                cells.append(_or_dash(row["state"], f"{number(row['state'], 2)} %"))
            for column, text in enumerate(cells):
                self.table.setItem(place, column, QTableWidgetItem(text))
        self.table.resizeColumnsToContents()


def _or_dash(value: float, text: str) -> str:
    return "–" if value != value else text


def _words(now: "pd.DataFrame", listed: "pd.DataFrame", year: int) -> str:
    """What the two readings give, and what is noted of the list."""
    if not len(listed):
        return tr(
            "The list of {year} cannot be read: the residents of 1 January are missing.", year=year
        )
    lines: List[str] = [
        tr(
            "As things stand: {now}. By the law's own dates: {listed}.",
            now=_category(now),
            listed=_category(listed),
        )
    ]
    note: Optional[str] = listed["note"].iloc[0]
    return " ".join([*lines, note or ""])


def _category(table: "pd.DataFrame") -> str:
    row = table.iloc[0]
    if not row["decided"]:
        return tr("undecided")
    return str(row["label"]).lower() if row["label"] else tr("no category")

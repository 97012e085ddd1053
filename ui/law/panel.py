"""The law's reading: what to look at first, the state's list, the agreed steps, and what if."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List, Optional

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from ...core.catalogue.law.measured import criterion_label
from ...core.errors import SociodemografiError
from ...core.i18n import in_language, tr
from ..session import Session
from ..widgets.area_list import AreaList
from ..widgets.choices import fill_area_sets, fill_periods
from ..widgets.narrow import narrow_combo
from ..widgets.plain import plain_label
from .list_box import ListBox
from .state_list_box import StateListBox
from .what_if_box import WhatIfBox

if TYPE_CHECKING:
    import pandas as pd
    from qgis.PyQt.QtGui import QShowEvent

    from ...core.catalogue.law.staircases import Staircase


class LawPanel(QWidget):
    """Alerts, the state's list, steps and what-ifs of one area set and period.

    Signals:
        marked: (area set, area) that was chosen in a list.
    """

    marked = pyqtSignal(str, str)

    def __init__(self, session: Session):
        super().__init__()
        self.session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.area_set, self.period = narrow_combo(), narrow_combo()
        form.addRow(tr("Area set"), self.area_set)
        form.addRow(tr("Period"), self.period)
        column.addLayout(form)
        self.note = plain_label(tr("Indicative calculation: the ministry's list is the decision."))
        self.note.setWordWrap(True)
        column.addWidget(self.note)
        self.alerts, self.steps, self.stairs_note = AreaList(), AreaList(), plain_label()
        self.state_list, self.what_if = StateListBox(session), WhatIfBox(session)
        self.law_list = ListBox(session, self.what_if, self.state_list)
        self.stairs_note.setWordWrap(True)
        for box in (
            self._box(tr("Look at first"), self.alerts),
            self.law_list,
            self.state_list,
            self._box(tr("Staircase: agreed steps"), self.stairs_note, self.steps),
            self.what_if,
        ):
            column.addWidget(box)
        for areas in (self.alerts, self.state_list.areas, self.steps):
            areas.chosen.connect(self._mark)
        column.addStretch(1)
        self.area_set.currentIndexChanged.connect(self._show_set)
        self.period.currentIndexChanged.connect(self._show)

    @staticmethod
    def _box(title: str, *widgets: QWidget) -> QgsCollapsibleGroupBox:
        box = QgsCollapsibleGroupBox(title)
        inside = QVBoxLayout(box)
        for widget in widgets:
            inside.addWidget(widget)
        return box

    def refresh(self) -> None:
        """The area sets that were judged."""
        fill_area_sets(self.area_set, self.session)
        for widget in (
            self.area_set,
            self.period,
            self.alerts,
            self.steps,
            self.state_list,
            self.law_list,
            self.what_if,
        ):
            widget.setEnabled(bool(self.session.results))
        if self.isVisible():
            self._show_set()

    def forget(self) -> None:
        """Another project or file is open: nothing of the old one stays."""
        for label in (self.alerts, self.steps, self.stairs_note):
            label.clear()
        self.period.blockSignals(True)
        self.period.clear()
        self.period.blockSignals(False)
        self.state_list.forget()
        self.law_list.forget()
        self.what_if.forget()

    def _table(self) -> "Optional[pd.DataFrame]":
        return self.session.results.get(self.area_set.currentData())

    def _show_set(self, *_: object) -> None:
        table, chosen = self._table(), self.period.currentData() or self.session.state.shown_period
        fill_periods(self.period, () if table is None else table["period"].unique(), chosen)
        self._show()

    def _show(self, *_: object) -> None:
        table, period = self._table(), self.period.currentData()
        self.alerts.clear()
        self.steps.clear()
        if table is None or not period:
            return
        names = dict(zip(table["area_id"], table["name"]))
        self._show_alerts(table, period, names)
        self._show_steps(table[table["period"] <= period], period, names)
        self.state_list.show_table(table, period)
        self.what_if.show_areas(self.area_set.currentData(), period, names)
        self.law_list.show_areas(period, names)

    def _show_alerts(self, table: "pd.DataFrame", period: str, names: Dict[str, str]) -> None:
        from ...core.assessment.alerts import NEAR, alerts

        areas: Dict[str, List[str]] = {}
        for row in alerts(table, period, self.session.state.closeness_percent).to_dict("records"):
            figure = criterion_label(row["criterion"]) if row["kind"] == NEAR else ""
            areas.setdefault(row["area_id"], []).append(
                f"{figure}: {row['text']}" if figure else row["text"]
            )
        self.alerts.show_areas(
            areas, names, tr("No area is near a threshold, and none has changed category.")
        )

    def _show_steps(self, table: "pd.DataFrame", period: str, names: Dict[str, str]) -> None:
        from ...core.assessment.staircase import climb
        from ...core.catalogue.law.staircases import CATEGORY, staircase

        try:
            stairs = staircase(self.session.state.catalogue)
        except SociodemografiError as error:
            self.stairs_note.setText(str(error))
            return
        self.stairs_note.setText(_about(stairs))
        if stairs.basis != CATEGORY:
            try:
                table = self._classes(period)
            except SociodemografiError as error:
                self.stairs_note.setText(str(error))
                return
            if table is None:
                self.stairs_note.setText(
                    tr("The staircase goes by the classes of an index: judge one first.")
                )
                return
        found = climb(table, stairs)
        now = found[found["period"] == period].sort_values(
            ["step", "area_id"], ascending=[False, True]
        )
        areas: Dict[str, List[str]] = {}
        for row in now.to_dict("records"):
            text = f"{row['step_name']}. {row['action']}"
            if row["moved"]:
                text = ("↑ " if row["moved"] > 0 else "↓ ") + text
            elif row["waiting"]:
                text += " " + tr("Elsewhere for {count} months.", count=row["waiting"])
            areas[row["area_id"]] = [text]
        self.steps.show_areas(areas, names)

    def _classes(self, period: str) -> "Optional[pd.DataFrame]":
        """The classes of the index last judged for the area set, up to ``period``; None where there
        is none."""

        shelf = self.session.monitor().indices
        kept = shelf.definitions()
        kept = kept[kept["area_set"] == self.area_set.currentData()]
        if not len(kept):
            return None
        scores = shelf.scores(kept["index_id"].iloc[0], self.area_set.currentData())
        return scores[scores["period"] <= period]

    def _mark(self, area: str) -> None:
        self.marked.emit(self.area_set.currentData(), area)
        self.what_if.choose(area)
        self.law_list.choose(area)

    def showEvent(self, event: "Optional[QShowEvent]") -> None:  # noqa: N802
        """Work the lists out when the panel is seen."""
        super().showEvent(event)
        if self.session.results:
            self._show_set()


def _about(stairs: "Staircase") -> str:
    """The staircase's own note, and how long an area must stay before it moves."""
    note = in_language(stairs.note) if stairs.note.get("da") else ""
    waits = tr(
        "Months in a row before an area moves: up {up}, down {down}.",
        up=stairs.up_after,
        down=stairs.down_after,
    )
    return f"{note} {waits}" if note else waits

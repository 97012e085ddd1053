"""The law's reading: what to look at first, the state's list, the agreed steps, and what if."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List, Optional

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ...core.catalogue.law.measured import criterion_label
from ...core.errors import SociodemografiError
from ...core.i18n import in_language, tr
from ..session import Session
from ..widgets.area_list import AreaList
from ..widgets.plain import plain_label
from .list_box import ListBox
from .state_list_box import StateListBox
from .what_if_box import WhatIfBox

if TYPE_CHECKING:
    import pandas as pd
    from qgis.PyQt.QtGui import QShowEvent

    from ...core.catalogue.law.staircases import Staircase


class LawPanel(QWidget):
    """Alerts, the state's list, steps and what-ifs of the area set and period shown."""

    def __init__(self, session: Session):
        super().__init__()
        self.session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
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
        for box in (self.law_list, self.what_if):
            box.area.activated.connect(lambda _, box=box: self._mark(box.area.currentData() or ""))
        session.shown.changed.connect(self._seen)
        session.shown.picked.connect(self._area_picked)

    @staticmethod
    def _box(title: str, *widgets: QWidget) -> QgsCollapsibleGroupBox:
        box = QgsCollapsibleGroupBox(title)
        inside = QVBoxLayout(box)
        for widget in widgets:
            inside.addWidget(widget)
        return box

    def refresh(self) -> None:
        """What was judged."""
        for widget in (
            self.alerts,
            self.steps,
            self.state_list,
            self.law_list,
            self.what_if,
        ):
            widget.setEnabled(bool(self.session.judged))
        self._seen()

    def forget(self) -> None:
        """Another project or file is open: nothing of the old one stays."""
        for label in (self.alerts, self.steps, self.stairs_note):
            label.clear()
        self.state_list.forget()
        self.law_list.forget()
        self.what_if.forget()

    def _seen(self) -> None:
        if self.isVisible() and self.session.judged:
            self._show()

    def _show(self) -> None:
        shown = self.session.shown
        self.alerts.clear()
        self.steps.clear()
        table = self.session.assessments(shown.area_set, shown.period)
        if table is None:
            return
        names = dict(zip(table["area_id"], table["name"]))
        self._show_alerts(table, shown.period, names)
        self._show_steps(shown.period, names)
        self.state_list.show_areas(shown.area_set, shown.period, names)
        self.what_if.show_areas(shown.area_set, shown.period, names)
        self.law_list.show_areas(shown.period, names)
        self._area_picked()

    def _show_alerts(self, table: "pd.DataFrame", period: str, names: Dict[str, str]) -> None:
        import pandas as pd

        from ...core.assessment.alerts import NEAR, alerts

        area_set = self.session.shown.area_set
        earlier = [one for one in self.session.shown.periods if one < period]
        before = self.session.assessments(area_set, earlier[-1]) if earlier else None
        table = pd.concat([*([] if before is None else [before]), table])
        areas: Dict[str, List[str]] = {}
        try:
            near = self.session.judged_by()[0].closeness_percent
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        for row in alerts(table, period, near).to_dict("records"):
            figure = criterion_label(row["criterion"]) if row["kind"] == NEAR else ""
            areas.setdefault(row["area_id"], []).append(
                f"{figure}: {row['text']}" if figure else row["text"]
            )
        self.alerts.show_areas(
            areas, names, tr("No area is near a threshold, and none has changed category.")
        )

    def _show_steps(self, period: str, names: Dict[str, str]) -> None:
        from ...core.assessment.staircase import climb
        from ...core.catalogue.law.staircases import CATEGORY, staircase

        try:
            stairs = staircase(self.session.state.catalogue)
        except SociodemografiError as error:
            self.stairs_note.setText(str(error))
            return
        self.stairs_note.setText(_about(stairs))
        try:
            table = self._levels() if stairs.basis == CATEGORY else self._classes()
        except SociodemografiError as error:
            self.stairs_note.setText(str(error))
            return
        if table is None:
            self.stairs_note.setText(
                tr("The staircase goes by the classes of an index: judge one first.")
            )
            return
        table = table[table["period"] <= period]
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

    def _levels(self) -> "pd.DataFrame":
        """The risk levels of the area set in every period."""
        return self.session.monitor().in_force.levels(self.session.shown.area_set)

    def _classes(self) -> "Optional[pd.DataFrame]":
        """The classes of the index last judged for the area set; None where there is none."""
        shelf, area_set = self.session.monitor().indices, self.session.shown.area_set
        kept = shelf.definitions()
        kept = kept[kept["area_set"] == area_set]
        return shelf.scores(kept["index_id"].iloc[0], area_set) if len(kept) else None

    def _mark(self, area: str) -> None:
        self.session.shown.pick(area)

    def _area_picked(self) -> None:
        """Show the area that is looked at in the boxes that show one."""
        area = self.session.shown.area
        if area and self.isVisible():
            self.what_if.choose(area)
            self.law_list.choose(area)

    def showEvent(self, event: "Optional[QShowEvent]") -> None:  # noqa: N802
        """Work the lists out when the panel is seen."""
        super().showEvent(event)
        self._seen()


def _about(stairs: "Staircase") -> str:
    """The staircase's own note, and how long an area must stay before it moves."""
    note = in_language(stairs.note) if stairs.note.get("da") else ""
    waits = tr(
        "Months in a row before an area moves: up {up}, down {down}.",
        up=stairs.up_after,
        down=stairs.down_after,
    )
    return f"{note} {waits}" if note else waits

"""The law's reading: what to look at first, the agreed steps, and what if."""

from __future__ import annotations

import html
import math
from typing import Dict, List, Optional
from urllib.parse import quote, unquote

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..core.catalogue.risk_levels import risk_levels
from ..core.errors import SociodemografiError
from ..core.gis.style import figure_names
from ..core.i18n import in_language, number, tr
from .choices import fill_area_sets, fill_periods
from .narrow import narrow_combo
from .session import Session

MOST_AREAS = 60
NO_CHANGE, MOST_PERSONS = 0, 100_000
PERCENT_AS_IS = 100.0


def _list() -> QLabel:
    """Lines of text with links to areas, as long as they need to be."""
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    return label


def _lines(areas: Dict[str, List[str]], names: Dict[str, str]) -> str:
    """HTML: every area's name as a link, and its sentences under it; the first ``MOST_AREAS``."""
    parts = []
    for area, sentences in list(areas.items())[:MOST_AREAS]:
        told = "<br/>".join(html.escape(sentence) for sentence in sentences)
        parts.append(f"<a href='{html.escape(quote(area))}'>{html.escape(names.get(area, area))}</a><br/>{told}")
    if len(areas) > MOST_AREAS:
        parts.append(tr("… and {count} more areas.", count=number(len(areas) - MOST_AREAS)))
    return "<br/>".join(parts)


class LawPanel(QWidget):
    """Alerts, steps and what-ifs of one area set and period.

    Signals:
        marked: (area set, area) that was chosen in a list.
    """

    marked = pyqtSignal(str, str)

    def __init__(self, session: Session):
        super().__init__()
        self.session = session
        self._ground: Optional[object] = None
        self._ground_of: Optional[tuple] = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.area_set, self.period = narrow_combo(), narrow_combo()
        form.addRow(tr("Area set"), self.area_set)
        form.addRow(tr("Period"), self.period)
        column.addLayout(form)
        self.note = QLabel(tr("Indicative calculation: the ministry's list is the decision."))
        self.note.setWordWrap(True)
        column.addWidget(self.note)
        self.alerts, self.steps, self.stairs_note = _list(), _list(), QLabel()
        self.stairs_note.setWordWrap(True)
        for title, widgets in ((tr("Look at first"), [self.alerts]),
                               (tr("Staircase: agreed steps"), [self.stairs_note, self.steps])):
            box = QgsCollapsibleGroupBox(title)
            inside = QVBoxLayout(box)
            for widget in widgets:
                inside.addWidget(widget)
            column.addWidget(box)
        self.alerts.linkActivated.connect(self._mark)
        self.steps.linkActivated.connect(self._mark)
        column.addWidget(self._what_if())
        column.addStretch(1)
        self.area_set.currentIndexChanged.connect(self._show_set)
        self.period.currentIndexChanged.connect(self._show)

    def _what_if(self) -> QWidget:
        box = QgsCollapsibleGroupBox(tr("What if"))
        form = QFormLayout(box)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.area, self.figure, self.taken_in = narrow_combo(), narrow_combo(), narrow_combo()
        self.persons = QSpinBox()
        self.persons.setRange(-MOST_PERSONS, MOST_PERSONS)
        self.persons.setToolTip(tr("So many more (or fewer) persons; where the law takes the mean of two years, in "
                                   "each of them."))
        self.national = QDoubleSpinBox()
        self.national.setRange(NO_CHANGE, 100)
        self.national.setDecimals(2)
        self.national.setSuffix(" %")
        self.national.setSpecialValueText(tr("as it is"))
        self.region = QDoubleSpinBox()
        self.region.setRange(50, 200)
        self.region.setValue(PERCENT_AS_IS)
        self.region.setDecimals(1)
        self.region.setSuffix(" %")
        self.region.setToolTip(tr("100 % is the region's mean income as it is."))
        for text, widget in ((tr("Area"), self.area), (tr("Figure"), self.figure), (tr("More persons"), self.persons),
                             (tr("National convicted"), self.national), (tr("Income of the region"), self.region),
                             (tr("Take in"), self.taken_in)):
            form.addRow(text, widget)
        self.figure.addItem(tr("Residents"), "population")
        for figure, name in figure_names().items():
            if figure != "income":
                self.figure.addItem(name, figure)
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        form.addRow(self.answer)
        for combo in (self.area, self.figure, self.taken_in):
            combo.currentIndexChanged.connect(self._ask)
        for spin in (self.persons, self.national, self.region):
            spin.setKeyboardTracking(False)
            spin.valueChanged.connect(self._ask)
        self.what_if_box = box
        return box

    # -- what there is -------------------------------------------------------------------------

    def refresh(self) -> None:
        """The area sets that were judged."""
        fill_area_sets(self.area_set, self.session)
        for widget in (self.area_set, self.period, self.alerts, self.steps, self.what_if_box):
            widget.setEnabled(bool(self.session.results))
        if self.isVisible():
            self._show_set()

    def forget(self) -> None:
        """Another project or file is open: nothing of the old one stays."""
        self._ground, self._ground_of = None, None
        for label in (self.alerts, self.steps, self.stairs_note, self.answer):
            label.clear()
        for combo in (self.area, self.taken_in, self.period):
            combo.blockSignals(True)
            combo.clear()
            combo.blockSignals(False)
        for spin, value in ((self.persons, 0), (self.national, NO_CHANGE), (self.region, PERCENT_AS_IS)):
            spin.blockSignals(True)
            spin.setValue(value)
            spin.blockSignals(False)

    def _table(self) -> Optional[object]:
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
        self._fill_areas(names)
        self._ask()

    def _show_alerts(self, table: object, period: str, names: Dict[str, str]) -> None:
        from ..core.assessment.alerts import NEAR, alerts

        figures, areas = figure_names(), {}
        for row in alerts(table, period, self.session.state.closeness_percent).to_dict("records"):
            figure = figures.get(row["criterion"].replace("prevention_", "")) if row["kind"] == NEAR else None
            areas.setdefault(row["area_id"], []).append(f"{figure}: {row['text']}" if figure else row["text"])
        self.alerts.setText(_lines(areas, names) or tr("No area is near a threshold, and none has changed category."))

    def _show_steps(self, table: object, period: str, names: Dict[str, str]) -> None:
        from ..core.assessment.staircase import climb
        from ..core.catalogue.staircases import CATEGORY, staircase

        try:
            stairs = staircase(self.session.state.catalogue)
        except SociodemografiError as error:
            self.stairs_note.setText(str(error))
            return
        self.stairs_note.setText(" ".join(filter(None, (
            in_language(stairs.note) if stairs.note.get("da") else "",
            tr("Months in a row before an area moves: up {up}, down {down}.", up=stairs.up_after,
               down=stairs.down_after)))))
        if stairs.basis != CATEGORY:
            table = self._classes(period)
            if table is None:
                self.stairs_note.setText(tr("The staircase goes by the classes of an index: judge one first."))
                return
        found = climb(table, stairs)
        now = found[found["period"] == period].sort_values(["step", "area_id"], ascending=[False, True])
        areas = {}
        for row in now.to_dict("records"):
            text = f"{row['step_name']}. {row['action']}"
            if row["moved"]:
                text = ("↑ " if row["moved"] > 0 else "↓ ") + text
            elif row["waiting"]:
                text += " " + tr("Elsewhere for {count} months.", count=row["waiting"])
            areas[row["area_id"]] = [text]
        self.steps.setText(_lines(areas, names))

    def _classes(self, period: str) -> Optional[object]:
        """The classes of the index last judged for the area set, up to ``period``; None where there is none."""
        from ..core.store.index_shelf import IndexShelf
        from ..core.store.monitor_file import MonitorFile

        shelf = IndexShelf(MonitorFile(self.session.monitor_path))
        kept = shelf.definitions()
        kept = kept[kept["area_set"] == self.area_set.currentData()]
        if not len(kept):
            return None
        scores = shelf.scores(kept["index_id"].iloc[0], self.area_set.currentData())
        return scores[scores["period"] <= period]

    def _mark(self, link: str) -> None:
        area = unquote(link)
        self.marked.emit(self.area_set.currentData(), area)
        self.area.setCurrentIndex(self.area.findData(area))

    # -- what if -------------------------------------------------------------------------------

    def _fill_areas(self, names: Dict[str, str]) -> None:
        chosen = self.area.currentData()
        self.area.blockSignals(True)
        self.area.clear()
        for area, name in sorted(names.items(), key=lambda pair: pair[1]):
            self.area.addItem(name, area)
        self.area.setCurrentIndex(max(0, self.area.findData(chosen)))
        self.area.blockSignals(False)

    def _open_ground(self) -> Optional[object]:
        """What the areas are judged on, read when it is first asked for."""
        from ..core.pipeline.what_if import areas_to_take, ground_of
        from ..core.store.monitor_file import MonitorFile

        wanted = (self.area_set.currentData(), self.session.generation)
        if wanted != self._ground_of:
            monitor = MonitorFile(self.session.monitor_path)
            self._ground = ground_of(monitor, self.area_set.currentData())
            self._ground_of = wanted
            self.taken_in.blockSignals(True)
            self.taken_in.clear()
            self.taken_in.addItem(tr("nothing"), None)
            for area, name in areas_to_take(monitor):
                self.taken_in.addItem(name, area)
            self.taken_in.blockSignals(False)
        return self._ground

    def showEvent(self, event: object) -> None:  # noqa: N802
        """Work the lists out when the panel is seen."""
        super().showEvent(event)
        if self.session.results:
            self._show_set()

    def _ask(self, *_: object) -> None:
        """Judge the area as it is and as it would be, and say both."""
        from ..core.assessment.what_if import Change, References
        from ..core.pipeline.what_if import what_if

        area, period = self.area.currentData(), self.period.currentData()
        self.answer.clear()
        if not self.isVisible() or not area or not period or self.session.monitor_path is None:
            return
        changes = [Change(self.figure.currentData(), area, self.persons.value())] if self.persons.value() else []
        region = self.region.value()
        references = References(self.national.value() or None, None if region == PERCENT_AS_IS else region)
        try:
            ground = self._open_ground()
            taken = self.taken_in.currentData()
            found = what_if(ground, self.session.choices(), period, changes, references,
                            [tuple(taken)] if taken else [], area, history=self.session.history())
        except SociodemografiError as error:
            self.answer.setText(str(error))
            return
        row = found[found["area_id"] == area].to_dict("records")[0]
        self.answer.setText(tr(
            "As it is: {before} ({met_before} criteria). Then: {after} ({met_after} criteria).",
            before=_level(row["level_before"]), after=_level(row["level_after"]),
            met_before=_count(row["criteria_before"]), met_after=_count(row["criteria_after"])))


def _level(identifier: object) -> str:
    names = {level.id: in_language(level.name).lower() for level in risk_levels()}
    return names.get(identifier, "–")


def _count(found: object) -> str:
    return "–" if found is None or (isinstance(found, float) and math.isnan(found)) else number(found)

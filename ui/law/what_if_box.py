"""What if a figure, a reference or a boundary were otherwise."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Dict, List, Optional, Tuple

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QDoubleSpinBox, QFormLayout, QSpinBox

from ...core.catalogue.law.figures import PERSONS
from ...core.catalogue.law.measured import (
    against_nation,
    against_region,
    figure_labels,
    figures_of_law,
)
from ...core.catalogue.law.risk_levels import risk_levels
from ...core.errors import SociodemografiError
from ...core.i18n import in_language, tr
from ...core.numbers import number
from ..session import Session
from ..widgets.narrow import narrow_combo
from ..widgets.plain import plain_label

if TYPE_CHECKING:
    from ...core.pipeline.what_if import Area, Ground
    from ...core.store.monitor_file import MonitorFile

    Read = Tuple[Ground, List[Tuple[Area, str]]]

NO_CHANGE, MOST_PERSONS = 0, 100_000
PERCENT_AS_IS = 100.0


class WhatIfBox(QgsCollapsibleGroupBox):
    """One area judged as it is, and as it would be.

    Signals:
        read: what the areas are judged on has been read (``ground``).
    """

    read = pyqtSignal()

    def __init__(self, session: Session):
        super().__init__(tr("What if"))
        self.session = session
        self._area_set, self._period = "", ""
        self._ground: Optional[Ground] = None
        self._ground_of: Optional[Tuple[str, int]] = None
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.area, self.figure, self.taken_in = narrow_combo(), narrow_combo(), narrow_combo()
        self.persons = QSpinBox()
        self.persons.setRange(-MOST_PERSONS, MOST_PERSONS)
        self.persons.setToolTip(
            tr(
                "So many more (or fewer) persons; where the law takes the mean of two years, in "
                "each of them."
            )
        )
        self.nations = {one.id: _nation_box() for one in against_nation()}
        self.regions = {one.id: _region_box() for one in against_region()}
        for text, widget in (
            (tr("Area"), self.area),
            (tr("Figure"), self.figure),
            (tr("More persons"), self.persons),
            *self._reference_boxes(),
            (tr("Take in"), self.taken_in),
        ):
            form.addRow(text, widget)
        for figure, name in _movable():
            self.figure.addItem(name, figure)
        self.answer = plain_label()
        self.answer.setWordWrap(True)
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        form.addRow(self.answer)
        for combo in (self.area, self.figure, self.taken_in):
            combo.currentIndexChanged.connect(self._ask)
        for spin in (self.persons, *self.nations.values(), *self.regions.values()):
            spin.setKeyboardTracking(False)
            spin.valueChanged.connect(self._ask)

    def _reference_boxes(self) -> List[Tuple[str, QDoubleSpinBox]]:
        """What can be changed of nation and region, with what it is called."""
        known = figures_of_law()
        return [
            *((in_language(known[one].nation.label), box) for one, box in self.nations.items()),
            *((in_language(known[one].region.label), box) for one, box in self.regions.items()),
        ]

    def show_areas(self, area_set: str, period: str, names: Dict[str, str]) -> None:
        """Ask about the areas of ``area_set`` (id → name) in ``period``."""
        self._area_set, self._period = area_set, period
        chosen = self.area.currentData()
        self.area.blockSignals(True)
        self.area.clear()
        for area, name in sorted(names.items(), key=lambda pair: pair[1]):
            self.area.addItem(name, area)
        self.area.setCurrentIndex(max(0, self.area.findData(chosen)))
        self.area.blockSignals(False)
        self._ask()

    def choose(self, area: str) -> None:
        """Ask about ``area``."""
        if self.area.findData(area) >= 0:
            self.area.setCurrentIndex(self.area.findData(area))

    def forget(self) -> None:
        """Another project or file is open: nothing of the old one stays."""
        self._ground, self._ground_of = None, None
        self.answer.clear()
        for combo in (self.area, self.taken_in):
            combo.blockSignals(True)
            combo.clear()
            combo.blockSignals(False)
        for spin, value in (
            (self.persons, 0),
            *((box, NO_CHANGE) for box in self.nations.values()),
            *((box, PERCENT_AS_IS) for box in self.regions.values()),
        ):
            spin.blockSignals(True)
            spin.setValue(value)
            spin.blockSignals(False)

    def ground(self) -> "Optional[Ground]":
        """What the areas of the set shown are judged on; None while it is read, and where it cannot
        be."""
        return self._ground if self._ground_of == self._wanted() else None

    def _wanted(self) -> Tuple[str, int]:
        return (self._area_set, self.session.generation)

    def _open_ground(self) -> bool:
        """Is what the areas are judged on there? Read when it is first asked for; where that takes
        time, the question is asked again when it is there."""
        from ...core.pipeline.what_if import areas_to_take, ground_of

        area_set, wanted = self._area_set, self._wanted()
        if wanted == self._ground_of:
            return self._ground is not None
        self._ground = None

        def show(found: "Read", later: bool) -> None:
            self._ground, areas = found
            self.taken_in.blockSignals(True)
            self.taken_in.clear()
            self.taken_in.addItem(tr("nothing"), None)
            for area, name in areas:
                self.taken_in.addItem(name, area)
            self.taken_in.blockSignals(False)
            if later:
                self._ask()
            self.read.emit()

        def read(store: "MonitorFile") -> "Read":
            return ground_of(store, area_set), areas_to_take(store)

        self._ground_of = wanted
        if not self.session.fetch(tr("Reading the figures"), read, show, self._refused):
            self._ground_of = None
        return self._ground is not None

    def _refused(self, error: SociodemografiError) -> None:
        """Tell it, and ask again next time: it may have been mended meanwhile."""
        self._ground_of = None
        self.answer.setText(str(error))

    def seen(self) -> None:
        """Ask what could not be asked while a task was running."""
        if self.isVisible() and self._ground_of is None:
            self._ask()

    def _ask(self, *_: object) -> None:
        """Judge the area as it is and as it would be, and say both."""
        from ...core.assessment.what_if import FigureChange, References
        from ...core.pipeline.what_if import of_one_area, what_if

        area, period = self.area.currentData(), self._period
        self.answer.clear()
        if not self.isVisible() or not area or not period:
            return
        changes = (
            [FigureChange(self.figure.currentData(), area, self.persons.value())]
            if self.persons.value()
            else []
        )
        nations = {figure: box.value() for figure, box in self.nations.items()}
        regions = {figure: box.value() for figure, box in self.regions.items()}
        references = References(
            {figure: value for figure, value in nations.items() if value != NO_CHANGE},
            {figure: value for figure, value in regions.items() if value != PERCENT_AS_IS},
        )
        try:
            if not self._open_ground():
                return
            taken = self.taken_in.currentData()
            choices, history = self.session.judged_by()
            found = what_if(
                of_one_area(self._ground, area),
                choices,
                period,
                changes,
                references,
                [tuple(taken)] if taken else [],
                area,
                history=history,
            )
        except SociodemografiError as error:
            self.answer.setText(str(error))
            return
        row = found[found["area_id"] == area].to_dict("records")[0]
        self.answer.setText(
            tr(
                "As it is: {before} ({met_before} criteria). Then: {after} ({met_after} criteria).",
                before=_level(row["level_before"]),
                after=_level(row["level_after"]),
                met_before=_count(row["criteria_before"]),
                met_after=_count(row["criteria_after"]),
            )
        )


def _movable() -> List[Tuple[str, str]]:
    """(figure, its name) of those that persons can be moved in: counts of them, then shares."""
    known, labels = figures_of_law(), figure_labels()
    counts = [one for one in known.values() if one.unit == PERSONS]
    return [
        *((one.id, in_language(one.label)) for one in counts),
        *((figure, name) for figure, name in labels.items() if known[figure].share),
    ]


def _nation_box() -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(NO_CHANGE, 100)
    box.setDecimals(2)
    box.setSuffix(" %")
    box.setSpecialValueText(tr("as it is"))
    return box


def _region_box() -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(50, 200)
    box.setValue(PERCENT_AS_IS)
    box.setDecimals(1)
    box.setSuffix(" %")
    box.setToolTip(tr("100 % is the region's mean income as it is."))
    return box


def _level(identifier: object) -> str:
    names = {level.id: in_language(level.name).lower() for level in risk_levels()}
    return names.get(identifier, "–")


def _count(found: object) -> str:
    return (
        "–" if found is None or (isinstance(found, float) and math.isnan(found)) else number(found)
    )

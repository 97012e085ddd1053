"""What if a figure, a reference or a boundary were otherwise."""

from __future__ import annotations

import math
from typing import Dict, Optional

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDoubleSpinBox, QFormLayout, QSpinBox

from ...core.catalogue.law.risk_levels import risk_levels
from ...core.errors import SociodemografiError
from ...core.gis.maps.style import figure_names
from ...core.i18n import in_language, tr
from ...core.numbers import number
from ..session import Session
from ..widgets.narrow import narrow_combo
from ..widgets.plain import plain_label

NO_CHANGE, MOST_PERSONS = 0, 100_000
PERCENT_AS_IS = 100.0


class WhatIfBox(QgsCollapsibleGroupBox):
    """One area judged as it is, and as it would be."""

    def __init__(self, session: Session):
        super().__init__(tr("What if"))
        self.session = session
        self._area_set, self._period = "", ""
        self._ground: Optional[object] = None
        self._ground_of: Optional[tuple] = None
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
        for text, widget in (
            (tr("Area"), self.area),
            (tr("Figure"), self.figure),
            (tr("More persons"), self.persons),
            (tr("National convicted"), self.national),
            (tr("Income of the region"), self.region),
            (tr("Take in"), self.taken_in),
        ):
            form.addRow(text, widget)
        self.figure.addItem(tr("Residents"), "population")
        for figure, name in figure_names().items():
            if figure != "income":
                self.figure.addItem(name, figure)
        self.answer = plain_label()
        self.answer.setWordWrap(True)
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        form.addRow(self.answer)
        for combo in (self.area, self.figure, self.taken_in):
            combo.currentIndexChanged.connect(self._ask)
        for spin in (self.persons, self.national, self.region):
            spin.setKeyboardTracking(False)
            spin.valueChanged.connect(self._ask)

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
            (self.national, NO_CHANGE),
            (self.region, PERCENT_AS_IS),
        ):
            spin.blockSignals(True)
            spin.setValue(value)
            spin.blockSignals(False)

    def _open_ground(self) -> bool:
        """Is what the areas are judged on there? Read when it is first asked for; where that takes
        time, the question is asked again when it is there."""
        from ...core.pipeline.what_if import areas_to_take, ground_of

        area_set, wanted = self._area_set, (self._area_set, self.session.generation)
        if wanted == self._ground_of:
            return self._ground is not None
        self._ground = None

        def show(found: tuple, later: bool) -> None:
            self._ground, areas = found
            self.taken_in.blockSignals(True)
            self.taken_in.clear()
            self.taken_in.addItem(tr("nothing"), None)
            for area, name in areas:
                self.taken_in.addItem(name, area)
            self.taken_in.blockSignals(False)
            if later:
                self._ask()

        def read(store: object) -> tuple:
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
        from ...core.assessment.what_if import Change, References
        from ...core.pipeline.what_if import of_one_area, what_if

        area, period = self.area.currentData(), self._period
        self.answer.clear()
        if not self.isVisible() or not area or not period:
            return
        changes = (
            [Change(self.figure.currentData(), area, self.persons.value())]
            if self.persons.value()
            else []
        )
        region = self.region.value()
        references = References(
            self.national.value() or None, None if region == PERCENT_AS_IS else region
        )
        try:
            if not self._open_ground():
                return
            taken = self.taken_in.currentData()
            found = what_if(
                of_one_area(self._ground, area),
                self.session.choices(),
                period,
                changes,
                references,
                [tuple(taken)] if taken else [],
                area,
                history=self.session.history(),
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


def _level(identifier: object) -> str:
    names = {level.id: in_language(level.name).lower() for level in risk_levels()}
    return names.get(identifier, "–")


def _count(found: object) -> str:
    return (
        "–" if found is None or (isinstance(found, float) and math.isnan(found)) else number(found)
    )

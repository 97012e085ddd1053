"""Beregning: which indicators, by which rules."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import List

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLabel, QListWidget, QListWidgetItem

from ...core.catalogue.indicators import all_indicators
from ...core.catalogue.municipalities import municipalities
from ...core.catalogue.rule_sets import all_rule_sets
from ...core.errors import InputError
from ...core.i18n import in_language, number, tr
from ...core.version import plugin_version
from ..session import Session, thing_of
from .page import Page

ID = Qt.ItemDataRole.UserRole


class CalculationPage(Page):
    """Choices and the button that runs the job."""

    def __init__(self, session: Session):
        super().__init__(session)
        box, form = self.group(tr("Indicators"))
        self.indicators = QListWidget()
        self.indicators.setMaximumHeight(150)
        self.indicators.setWordWrap(True)
        for indicator in all_indicators():
            item = QListWidgetItem(in_language(indicator.name))
            item.setData(ID, indicator.id)
            item.setToolTip(in_language(indicator.definition))
            item.setCheckState(Qt.CheckState.Checked)
            self.indicators.addItem(item)
        form.addRow(self.indicators)
        self.column.addWidget(box)
        box, form = self.group(tr("Rules"))
        self.rule_set = QComboBox()
        self.rule_set.setMinimumContentsLength(14)
        self.rule_set.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.rule_set.addItem(tr("By the year of the period"), "auto")
        for rules in all_rule_sets():
            self.rule_set.addItem(in_language(rules.name), rules.id)
        self.closeness = QDoubleSpinBox()
        self.closeness.setRange(0, 50)
        self.closeness.setDecimals(1)
        self.closeness.setSuffix(" %")
        self.closeness.setToolTip(tr("An area is close when its figures are within this share of a threshold."))
        self.use_origin = QCheckBox(tr("Use the origin criterion"))
        self.use_origin.setToolTip(tr("EU Court, C-417/23 (18 December 2025): the criterion may be discrimination. "
                                      "Without it, categories that rest on it are not given."))
        self.fewer_years = QCheckBox(tr("Use the years there are"))
        self.fewer_years.setToolTip(tr("The law takes the mean of two years. Without an earlier year the figure is "
                                       "missing, unless this is checked; the result is then an approximation."))
        self.unknown = QCheckBox(tr("Unknown as basic school"))
        self.unknown.setToolTip(tr("Count unknown education as basic school"))
        form.addRow(tr("Rule set"), self.rule_set)
        form.addRow(tr("Close to a threshold"), self.closeness)
        for check in (self.use_origin, self.fewer_years, self.unknown):
            form.addRow(check)
        self.column.addWidget(box)
        disclaimer = QLabel(tr("Indicative calculation: the ministry's list is the decision."))
        disclaimer.setWordWrap(True)
        self.column.addWidget(disclaimer)
        self.compute = self.primary(tr("Compute"))
        self.compute.clicked.connect(self._compute)
        self.column.addWidget(self.compute)
        self.column.addStretch(1)

    def lacks(self) -> str:
        """Districts, then a register."""
        state = self.session.state
        if not state.area_sets or self.session.monitor_path is None:
            return tr("Waiting for districts (page Areas).")
        if not state.persons:
            return tr("Waiting for a person register (page Data).")
        return ""

    def finished(self) -> bool:
        """Something has been computed."""
        return bool(self.session.results)

    def restore(self) -> None:
        """The choices of the project just opened."""
        state = self.session.state
        self.rule_set.setCurrentIndex(max(0, self.rule_set.findData(state.rule_set)))
        self.closeness.setValue(state.closeness_percent)
        self.use_origin.setChecked(state.use_origin)
        self.fewer_years.setChecked(state.allow_fewer_years)
        self.unknown.setChecked(state.unknown_education_as_basic)
        for item in self._items():
            wanted = not state.indicators or item.data(ID) in state.indicators
            item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)

    def refresh(self) -> None:
        """What can be computed, or what is missing first."""
        for item in self._items():
            can = not self.session.servable or item.data(ID) in self.session.servable
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled if can
                          else Qt.ItemFlag.NoItemFlags)
        lacks = self.lacks()
        count = number(len(self.session.state.area_sets))
        self.note.setText(lacks or tr("Ready to count and judge {count} area sets.", count=count))
        self.compute.setEnabled(not lacks and not self.session.busy)

    def _items(self) -> List[QListWidgetItem]:
        return [self.indicators.item(row) for row in range(self.indicators.count())]

    def _keep_choices(self) -> None:
        state = self.session.state
        items = [item for item in self._items() if item.flags() & Qt.ItemFlag.ItemIsEnabled]
        checked = [item.data(ID) for item in items if item.checkState() == Qt.CheckState.Checked]
        if not checked:
            raise InputError(tr("No indicator is chosen."), tr("Tick at least one indicator."))
        state.indicators = [] if len(checked) == len(items) else checked
        state.rule_set = self.rule_set.currentData()
        state.closeness_percent = self.closeness.value()
        state.use_origin = self.use_origin.isChecked()
        state.allow_fewer_years = self.fewer_years.isChecked()
        state.unknown_education_as_basic = self.unknown.isChecked()
        self.session.save()

    def _compute(self) -> None:
        from ...core.errors import SociodemografiError
        from ...core.gis import jobs
        from ...core.gis.history import read_history_source
        from ...core.pipeline import Choices

        try:
            self._keep_choices()
        except InputError as error:
            self.session.failed.emit(error)
            return
        state = self.session.state
        municipality = municipalities().get(state.municipality)
        choices = Choices(
            period=state.period, indicators=tuple(state.indicators), rule_set=state.rule_set,
            region=municipality.region if municipality else "", municipality=state.municipality,
            use_origin=state.use_origin, closeness_percent=state.closeness_percent,
            allow_fewer_years=state.allow_fewer_years, unknown_education_as_basic=state.unknown_education_as_basic)
        try:
            layer = QgsProject.instance().mapLayer(state.history)
            history = read_history_source(layer or state.history) if state.history else None
            sources = [thing_of(v) if v else None for v in (state.persons, state.addresses, state.references)]
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        work = partial(jobs.compute, Path(state.monitor), list(state.area_sets), *sources, history, dict(state.mapping),
                       choices, plugin_version(), QgsProject.instance().transformContext())
        self.session.run(tr("Counting and judging"), lambda progress, feedback: work(progress), self._publish)

    def _publish(self, computed: object, warnings: list) -> None:
        from ...core.errors import SociodemografiError
        from ...core.gis.layers import publish_risk_maps
        from ...core.store.monitor_file import MonitorFile

        state = self.session.state
        store = MonitorFile(state.monitor)
        periods = sorted({p for table in computed.assessments.values() for p in table["period"]})
        state.shown_period = periods[-1]
        try:
            publish_risk_maps(QgsProject.instance(), store, [store.load_area_set(i) for i in state.area_sets], periods)
        except SociodemografiError as error:
            self.session.failed.emit(error)
            return
        self.session.load_results()
        self.session.save()
        widest = max(computed.placed, key=computed.placed.get)
        self.session.done.emit(
            tr("{placed} of {rows} rows placed in {name}, {periods} periods.",
               placed=number(computed.placed[widest]), rows=number(computed.rows),
               name=self.session.set_names.get(widest, widest), periods=number(len(periods))), warnings)

"""How an index is worked out: normalisation, aggregation, missing figures, baseline, classes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Dict, Mapping, Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFormLayout, QSpinBox, QWidget

from ...core.catalogue.index.definitions import (
    Classes,
    IndexDefinition,
    Member,
    Method,
    needed,
    without_goals,
)
from ...core.catalogue.index.methods import FROZEN, GIVEN, default_options, method_name, methods
from ...core.catalogue.index.traits import aggregation_traits, class_traits, normalisation_traits
from ...core.i18n import tr
from ...core.periods import period_text
from ..widgets.plain import set_tip

AT_FIRST = {"from": 0.0, "to": 100.0, "target": 100.0}
"""Every indicator gets numbers of its own."""


class IndexMethod(QWidget):
    """The declared steps of an index, as choices.

    Signals:
        edited: a choice has changed; ask ``apply_to``.
    """

    edited = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.combos: Dict[str, QComboBox] = {}
        for key, text in (
            ("weighting", tr("Weights")),
            ("normalisation", tr("Normalisation")),
            ("area", tr("Reference area")),
            ("themes", tr("Within a theme")),
            ("index", tr("Between themes")),
            ("missing", tr("Missing figures")),
            ("baseline", tr("Measured against")),
            ("period", tr("Frozen at")),
            ("classes", tr("Classes")),
        ):
            combo = QComboBox()
            combo.setMinimumContentsLength(12)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.currentIndexChanged.connect(self._changed)
            combo.currentTextChanged.connect(partial(set_tip, combo))
            form.addRow(text, combo)
            self.combos[key] = combo
        self.share = self._spin(QDoubleSpinBox(), 1, 100, " %")
        self.share.setDecimals(0)
        form.insertRow(6, tr("Least weight present"), self.share)
        self.count = self._spin(QSpinBox(), 2, 20, "")
        form.addRow(tr("Number of classes"), self.count)
        self.population = self._spin(QSpinBox(), 0, 100_000, "")
        self.population.setToolTip(tr("Smaller areas get no score and do not move the others'."))
        form.addRow(tr("Least residents"), self.population)
        self.shrinkage = QCheckBox(tr("Even out small areas"))
        self.shrinkage.setToolTip(
            tr("Empirical Bayes: a share that rests on few persons counts less.")
        )
        self.shrinkage.toggled.connect(self._changed)
        form.addRow(self.shrinkage)
        self._form = form
        self._quiet = False

    def _spin(
        self, spin: "QSpinBox | QDoubleSpinBox", low: int, high: int, suffix: str
    ) -> "QSpinBox | QDoubleSpinBox":
        spin.setRange(low, high)
        spin.setSuffix(suffix)
        spin.setKeyboardTracking(False)
        spin.valueChanged.connect(self._changed)
        return spin

    def show_definition(
        self, definition: IndexDefinition, periods: Sequence[str], areas: Mapping[str, str]
    ) -> None:
        """Show the choices of ``definition``; it can be frozen at one of ``periods``, and held
        against one of ``areas`` (id → name)."""
        self._quiet = True
        self._fill("weighting", list(methods("weighting")), definition.weighting)
        self._fill("normalisation", list(methods("normalisation")), definition.normalisation.name)
        held = self.combos["area"]
        held.clear()
        for area, name in sorted(areas.items(), key=lambda pair: pair[1]):
            held.addItem(name, area)
        chosen = definition.normalisation.options.get("area")
        held.setCurrentIndex(
            held.findData(chosen) if chosen else 0
        )  # none where the area is another set's
        for key, method in (
            ("themes", definition.theme_aggregation),
            ("index", definition.index_aggregation),
        ):
            self._fill(key, list(methods("aggregation")), method.name, "aggregation")
        self._fill("missing", list(methods("missing")), definition.missing.name)
        self._fill(
            "baseline",
            [b for b in methods("baseline") if b != GIVEN or definition.baseline == GIVEN],
            definition.baseline,
        )
        self._fill(
            "classes",
            list(methods("classes"))
            if definition.classes.cuts
            else sorted(filter(_can_be_begun, methods("classes")), key=_by_cuts),
            definition.classes.method,
        )
        frozen = self.combos["period"]
        frozen.clear()
        for period in sorted(periods, reverse=True):
            frozen.addItem(period_text(period), period)
        frozen.setCurrentIndex(
            frozen.findData(definition.baseline_period) if definition.baseline_period else 0
        )
        self.share.setValue(100 * definition.missing.options.get("share", _usual_share()))
        self.count.setValue(definition.classes.number)
        self.population.setValue(definition.minimum_population)
        self.shrinkage.setChecked(definition.shrinkage)
        self._quiet = False
        self._show_what_matters()

    def show_weighting(self, weighting: str) -> None:
        """Show that weights are ``weighting`` now, and leave the other choices alone."""
        self._quiet = True
        self.combos["weighting"].setCurrentIndex(self.combos["weighting"].findData(weighting))
        self._quiet = False

    def _fill(self, key: str, choices: Sequence[str], chosen: str, step: str = "") -> None:
        combo = self.combos[key]
        combo.clear()
        for choice in choices:
            combo.addItem(method_name(step or key, choice), choice)
        combo.setCurrentIndex(combo.findData(chosen))

    def _changed(self, *_: object) -> None:
        if not self._quiet:
            self._show_what_matters()
            self.edited.emit()

    def _show_what_matters(self) -> None:
        for widget, shown in (
            (self.combos["area"], _is_of_area(self._data("normalisation"))),
            (self.share, _has_share(self._data("missing"))),
            (self.combos["period"], self._data("baseline") == FROZEN),
            (self.count, self._data("classes") and not _by_cuts(self._data("classes"))),
        ):
            widget.setVisible(bool(shown))
            self._form.labelForField(widget).setVisible(bool(shown))

    def _data(self, key: str) -> str:
        return self.combos[key].currentData() or ""

    def _method(self, key: str, step: str, now: Method) -> Method:
        name = self._data(key)
        return now if name == now.name else Method(name, dict(default_options(step, name)))

    def apply_to(self, definition: IndexDefinition) -> IndexDefinition:
        """``definition`` with the choices made here."""
        missing = self._method("missing", "missing", definition.missing)
        if _has_share(missing.name) and self.share.value() != round(100 * missing.options["share"]):
            missing = Method(missing.name, {"share": self.share.value() / 100.0})
        baseline = self._data("baseline")
        normalisation = self._normalisation(definition.normalisation)
        if normalisation.name != definition.normalisation.name:
            definition = without_goals(definition)
        aggregations = {
            key: self._method(key, "aggregation", now)
            for key, now in (
                ("themes", definition.theme_aggregation),
                ("index", definition.index_aggregation),
            )
        }
        if any(aggregation_traits(m.name).above is not None for m in aggregations.values()):
            normalisation = _lifted(normalisation)
            definition = _with_lifted_members(definition)
        return replace(
            definition,
            weighting=self._data("weighting"),
            normalisation=normalisation,
            theme_aggregation=aggregations["themes"],
            index_aggregation=aggregations["index"],
            missing=missing,
            baseline=baseline,
            baseline_period=self._frozen_at(definition) if baseline == FROZEN else "",
            classes=self._classes(definition.classes),
            minimum_population=self.population.value(),
            shrinkage=self.shrinkage.isChecked(),
        )

    def _frozen_at(self, definition: IndexDefinition) -> str:
        """The month chosen; the definition's own where it is none of those there are."""
        return self._data("period") or definition.baseline_period

    def _normalisation(self, now: Method) -> Method:
        method = self._method("normalisation", "normalisation", now)
        lacking = {name: AT_FIRST[name] for name in needed(method) if name not in method.options}
        held = {}
        if _is_of_area(method.name):
            held = {"area": self._data("area") or method.options.get("area", "")}
        return replace(method, options={**method.options, **lacking, **held})

    def _classes(self, now: Classes) -> Classes:
        method = self._data("classes")
        if not _by_cuts(method):
            count = self.count.value()
            return Classes(method, (), count, now.labels if len(now.labels) == count else ())
        if now.cuts:
            return replace(now, method=method)
        return Classes(method, ((-1.0, False), (1.0, True), (1.5, True)), 0, ())


def _by_cuts(classes: str) -> bool:
    return class_traits(classes).cuts


def _can_be_begun(classes: str) -> bool:
    """Cuts in scores are taken over from a definition that has them; nobody begins with them."""
    return not class_traits(classes).in_scores


def _is_of_area(normalisation: str) -> bool:
    return bool(normalisation) and normalisation_traits(normalisation).of_area


def _has_share(missing: str) -> bool:
    return bool(missing) and "share" in default_options("missing", missing)


def _usual_share() -> float:
    policy = next(filter(_has_share, methods("missing")))
    return float(default_options("missing", policy)["share"])


def _with_lifted_members(definition: IndexDefinition) -> IndexDefinition:
    def lifted(member: Member) -> Member:
        own = member.normalisation
        return member if own is None else replace(member, normalisation=_lifted(own))

    themes = (
        replace(theme, members=tuple(map(lifted, theme.members))) for theme in definition.themes
    )
    return replace(definition, themes=tuple(themes))


def _lifted(method: Method) -> Method:
    """A scale from 0, or below, begins at 1 instead: some means need numbers above zero."""
    lowest = normalisation_traits(method.name).lowest
    if not isinstance(lowest, str) or method.options[lowest] > 0:
        return method
    return replace(method, options={**method.options, "low": 1.0, "high": 100.0})

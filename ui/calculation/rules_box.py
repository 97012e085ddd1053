"""By which rules the areas are judged."""

from __future__ import annotations

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFormLayout

from ...core.catalogue.law.dates import CURRENT, PERIOD
from ...core.catalogue.law.recommended import AUTO, RECOMMENDED, JudgingRules
from ...core.catalogue.law.rule_sets import all_rule_sets, rule_set_faults
from ...core.gis.host.project_state import ProjectState
from ...core.i18n import in_language, tr
from ..widgets.narrow import narrow_combo
from ..widgets.plain import plain_label, set_tip
from ..widgets.undo_row import UndoRow

MOST_PERCENT = 50


class RulesBox(QgsCollapsibleGroupBox):
    """Rule set, reading, what is near a threshold, and what the law leaves open."""

    def __init__(self) -> None:
        super().__init__(tr("Rules"))
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.rule_set, self.reading = _rule_sets(), _readings()
        self.closeness = QDoubleSpinBox()
        self.closeness.setRange(0, MOST_PERCENT)
        self.closeness.setDecimals(1)
        self.closeness.setSuffix(" %")
        self.closeness.setKeyboardTracking(False)
        self.closeness.setToolTip(
            tr("An area is close when its figures are within this share of a threshold.")
        )
        self.use_origin = _check(
            tr("Use the origin criterion"),
            tr(
                "EU Court, C-417/23 (18 December 2025): the criterion may be discrimination. "
                "Without it, categories that rest on it are not given."
            ),
        )
        self.fewer_years = _check(
            tr("Use the years there are"),
            tr(
                "The law takes the mean of two years. Without an earlier year the figure is "
                "missing, unless this is checked; the result is then an approximation."
            ),
        )
        self.unknown = _check(
            tr("Unknown as basic school"), tr("Count unknown education as basic school")
        )
        form.addRow(tr("Rule set"), self.rule_set)
        for fault in rule_set_faults():
            told = plain_label(str(fault))
            told.setWordWrap(True)
            form.addRow(told)
        form.addRow(tr("Reading"), self.reading)
        form.addRow(tr("Close to a threshold"), self.closeness)
        self.undo: "UndoRow[JudgingRules]" = UndoRow(tr("Rules"), self.rules, self._choose)
        for row in (self.use_origin, self.fewer_years, self.unknown, self.undo):
            form.addRow(row)
        for combo in (self.rule_set, self.reading):
            combo.currentIndexChanged.connect(self.undo.changed)
        self.closeness.valueChanged.connect(self.undo.changed)
        for check in (self.use_origin, self.fewer_years, self.unknown):
            check.toggled.connect(self.undo.changed)

    def rules(self) -> JudgingRules:
        """The rules as they are chosen."""
        return JudgingRules(
            self.rule_set.currentData(),
            self.reading.currentData(),
            self.closeness.value(),
            self.use_origin.isChecked(),
            self.fewer_years.isChecked(),
            self.unknown.isChecked(),
        )

    def _choose(self, rules: JudgingRules) -> None:
        self.rule_set.setCurrentIndex(max(0, self.rule_set.findData(rules.rule_set)))
        self.reading.setCurrentIndex(max(0, self.reading.findData(rules.reading)))
        self.closeness.setValue(rules.closeness_percent)
        self.use_origin.setChecked(rules.use_origin)
        self.fewer_years.setChecked(rules.allow_fewer_years)
        self.unknown.setChecked(rules.unknown_education_as_basic)

    def show_state(self, state: ProjectState) -> None:
        """Show the rules of the project just opened; what was chosen before is not come back to."""
        self._choose(
            JudgingRules(
                state.rule_set,
                state.reading,
                state.closeness_percent,
                state.use_origin,
                state.allow_fewer_years,
                state.unknown_education_as_basic,
            )
        )
        self.undo.begin(RECOMMENDED)

    def keep_in(self, state: ProjectState) -> None:
        """Keep what is chosen in the project's state."""
        rules = self.rules()
        state.rule_set, state.reading = rules.rule_set, rules.reading
        state.closeness_percent, state.use_origin = rules.closeness_percent, rules.use_origin
        state.allow_fewer_years = rules.allow_fewer_years
        state.unknown_education_as_basic = rules.unknown_education_as_basic


def _rule_sets() -> QComboBox:
    combo = narrow_combo()
    combo.addItem(tr("By the year of the period"), AUTO)
    for rules in all_rule_sets():
        combo.addItem(in_language(rules.name), rules.id)
    return combo


def _readings() -> QComboBox:
    combo = QComboBox()
    combo.addItem(tr("as things stand"), CURRENT)
    combo.addItem(tr("the same month"), PERIOD)
    combo.setToolTip(
        tr(
            "As things stand, every criterion is judged on the newest figure known in the "
            "month; in the same month, on figures of that month alone. The law's own list "
            "stands beside it on the page Assessment."
        )
    )
    return combo


def _check(text: str, tip: str) -> QCheckBox:
    check = QCheckBox(text)
    set_tip(check, tip)
    return check

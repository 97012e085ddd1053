"""What the panel and the map show, chosen in one place above the pages."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QComboBox, QGridLayout, QWidget

from ...core.i18n import in_language, tr
from ...core.periods import period_text
from ..session import Session
from ..shown.choice import CHANGE, INDEX, INDICATOR, LAW
from .narrow import narrow_combo
from .plain import set_tip

SHORT = 4
"""The least letters of a combo: three stand beside each other in a narrow panel."""


class ShownBar(QWidget):
    """Area set, period and theme, and the theme's subject; hidden where there is nothing to
    show."""

    def __init__(self, session: Session):
        super().__init__()
        self.session = session
        grid = QGridLayout(self)
        grid.setContentsMargins(6, 2, 6, 2)
        grid.setSpacing(3)
        self.area_set, self.period, self.theme = (narrow_combo() for _ in range(3))
        self.indicator, self.since = narrow_combo(), narrow_combo()
        for combo, name, tip in (
            (self.area_set, tr("Area set"), tr("The areas that map and pages show")),
            (self.period, tr("Period"), tr("The period that map and pages show")),
            (self.theme, tr("The map shows"), tr("What the map is coloured by")),
            (self.indicator, tr("Indicator"), tr("The indicator that the map shows")),
            (self.since, tr("Compare with…"), tr("The period that the change is since")),
        ):
            combo.setMinimumContentsLength(SHORT)
            combo.setAccessibleName(name)
            set_tip(combo, tip)
        grid.addWidget(self.area_set, 0, 0)
        grid.addWidget(self.period, 0, 1)
        grid.addWidget(self.theme, 1, 0)
        grid.addWidget(self.indicator, 1, 1)
        grid.addWidget(self.since, 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for combo, chosen in (
            (self.area_set, "area_set"),
            (self.period, "period"),
            (self.theme, "theme"),
            (self.indicator, "indicator"),
            (self.since, "compared_with"),
        ):
            combo.currentIndexChanged.connect(
                lambda _, combo=combo, chosen=chosen: session.shown.show(
                    **{chosen: combo.currentData() or ""}
                )
            )
        session.changed.connect(self.refresh)
        session.shown.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the choice, and what there is to choose among."""
        shown = self.session.shown
        self.setVisible(bool(shown.area_set))
        if not shown.area_set:
            return
        _fill(self.area_set, {one: name for one, name in shown.area_sets.items()}, shown.area_set)
        _fill(self.period, {p: period_text(p) for p in reversed(shown.periods)}, shown.period)
        themes = {LAW: tr("the law")}
        if shown.theme == INDEX or self.session.indices:
            themes[INDEX] = tr("an index")
        themes[INDICATOR] = tr("an indicator")
        if len(shown.periods) > 1:
            themes[CHANGE] = tr("change")
        texts = {one: tr("Map: {theme}", theme=text) for one, text in themes.items()}
        _fill(self.theme, texts, shown.theme)
        of_figures = shown.theme in (INDICATOR, CHANGE)
        self.indicator.setVisible(of_figures)
        self.since.setVisible(shown.theme == CHANGE)
        if of_figures:
            table = self.session.table
            one = table.indicator()
            names = {one.id: in_language(one.name) for one in table.indicators()}
            _fill(self.indicator, names, "" if one is None else one.id)
            earlier = [one for one in reversed(shown.periods) if one < shown.period]
            since = {p: tr("since {period}", period=period_text(p)) for p in earlier}
            _fill(self.since, since, shown.compared_with)


def _fill(combo: QComboBox, entries: "dict[str, str]", chosen: str) -> None:
    """Let ``entries`` (value → text) be chosen among, and show the one chosen; nobody is told."""
    combo.blockSignals(True)
    if [combo.itemData(n) for n in range(combo.count())] != list(entries) or [
        combo.itemText(n) for n in range(combo.count())
    ] != list(entries.values()):
        combo.clear()
        for value, text in entries.items():
            combo.addItem(text, value)
    combo.setCurrentIndex(combo.findData(chosen))
    combo.blockSignals(False)

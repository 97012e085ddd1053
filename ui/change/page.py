"""Udvikling: one area's trend, all areas beside each other, what has moved, and the month's
matrix."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Optional

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy, QTabWidget

from ...core.errors import SociodemografiError
from ...core.gis.host.settings import profile_catalogue
from ...core.i18n import in_language, tr
from ...core.packages import NEEDED, missing
from ...core.periods import is_year
from ..session import Session
from ..widgets.narrow import narrow_combo
from ..widgets.ordered import by_name
from ..widgets.page import Page
from .boundaries import BoundariesChoice
from .changes import ChangesPanel
from .matrix import MatrixPanel
from .month_slider import MonthSlider
from .multiples import MultiplesPanel
from .reader import ChangeReader
from .trend import TrendPanel

if TYPE_CHECKING:
    from ...core.change.matrix import Matrix
    from ...core.gis.jobs.change import Trend


class ChangePage(Page):
    """Indicator, area and period; what they give in four tabs.

    Area set, area, period and indicator are what is shown: the map, its page and this one show the
    same.
    """

    ID, PLACE, COUNTED = "change", 45, True
    NARROW_ICON = "/histogram.svg"

    def __init__(self, session: Session):
        super().__init__(session)
        self.trend: Optional[Trend] = None
        self.reader = ChangeReader(session)
        box, form = self.group(tr("Shown"))
        self.indicator, self.area = narrow_combo(), narrow_combo()
        for text, combo in (
            (tr("Indicator"), self.indicator),
            (tr("Area"), self.area),
        ):
            form.addRow(text, combo)
        self.area.setToolTip(tr("Or select an area on the map."))
        self.boundaries = BoundariesChoice(form)
        self.months = MonthSlider()
        form.addRow(self.months)
        self.column.addWidget(box)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(False)
        self.one, self.all = TrendPanel(), MultiplesPanel()
        self.changes, self.matrix = ChangesPanel(), MatrixPanel()
        for panel, title, tip in (
            (self.one, tr("Trend"), tr("The chosen area over time")),
            (self.all, tr("All"), tr("All areas beside each other, on one axis")),
            (self.changes, tr("12 mo."), tr("What has changed in 12 months")),
            (self.matrix, tr("Matrix"), tr("Matrix of areas and indicators")),
        ):
            self.tabs.setTabToolTip(self.tabs.addTab(panel, title), tip)
        self.column.addWidget(self.tabs, 1)
        self._fit(0)
        self._connect()

    def _connect(self) -> None:
        self.indicator.currentIndexChanged.connect(self._choose_indicator)
        self.boundaries.combo.currentIndexChanged.connect(self._load)
        self.area.currentIndexChanged.connect(self._choose_area)
        self.months.chosen.connect(lambda period: self.session.shown.show(period=period))
        self.one.month.connect(self._choose_month)
        for panel in (self.all, self.changes, self.matrix):
            panel.picked.connect(self._pick)
        self.matrix.told.connect(lambda text: self.session.done.emit(text, []))
        self.tabs.currentChanged.connect(self._fit)
        self.tabs.currentChanged.connect(self._show)
        self.reader.trend.connect(self._take)
        self.reader.month.connect(self._take_month)
        self.reader.refused.connect(self._refuse)
        self.session.shown.picked.connect(self._area_picked)
        self.session.shown.changed.connect(self._shown_changed)
        self.session.ended.connect(self._later)

    # -- what the dock asks --------------------------------------------------------------------

    @staticmethod
    def title() -> str:
        """The page's name."""
        return tr("Change")

    def lacks(self) -> str:
        """A run."""
        return "" if self.session.shown.area_set else tr("Nothing computed yet.")

    def finished(self) -> bool:
        """Nothing is done here, and nothing waits for it."""
        return False

    def restore(self) -> None:
        """Forget what belonged to another file."""
        self.trend = None
        self.reader.forget()
        self.boundaries.show_days(())
        for combo in (self.indicator, self.area):
            _fill(combo, [], "")
        for panel in (self.one, self.all, self.changes, self.matrix):
            panel.clear()

    def refresh(self) -> None:
        """The area sets of the newest run."""
        self.note.setText(self.lacks() or tr("Internal – must not leave the municipality"))
        here = bool(self.session.shown.area_set)
        for widget in (self.indicator, self.area, self.months, self.tabs):
            widget.setEnabled(here)
        if not here:
            self.restore()
        self._seen()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Read the figures when the page is first seen."""
        super().showEvent(event)
        self._seen()

    def _later(self) -> None:
        """When all have heard that the task ended."""
        QTimer.singleShot(0, self._seen)

    def _seen(self) -> None:
        if self.isVisible() and not missing(*NEEDED) and self.session.shown.area_set:
            self._load()

    def _fit(self, shown: int) -> None:
        """Let the page be as long as the tab that is shown, not as the longest."""
        for position in range(self.tabs.count()):
            policy = (
                QSizePolicy.Policy.Preferred if position == shown else QSizePolicy.Policy.Ignored
            )
            self.tabs.widget(position).setSizePolicy(policy, policy)
        self.tabs.updateGeometry()

    # -- reading -------------------------------------------------------------------------------

    @property
    def _folder(self) -> str:
        """The municipality's own catalogue: the project's, else the profile's."""
        return self.session.state.catalogue or str(profile_catalogue())

    def _load(self, *_: object) -> None:
        """Read the series of the chosen indicator, unless it is there already."""
        shown = self.session.shown
        area_set = shown.area_set
        if area_set and self.isVisible():
            self.reader.ask_trend(area_set, shown.indicator, self._folder, self.boundaries.chosen)
            if self.trend is not None and self.trend.there.area_set == area_set:
                self._show()

    def _choose_indicator(self, *_: object) -> None:
        self.session.shown.show(indicator=self.indicator.currentData() or "")

    def _take(self, trend: "Trend") -> None:
        """Show a series that was read; what was chosen stays chosen where it is there."""
        ordered = by_name(trend.there.names)
        place = {area: n for n, area in enumerate(ordered)}
        there = replace(trend.there, names=ordered)
        lines = sorted(trend.lines, key=lambda one: place[one.area])
        self.trend = trend = replace(trend, there=there, lines=lines)
        chosen = self.session.shown.indicator  # another, where it was chosen meanwhile
        has = chosen in [one.id for one in there.indicators]
        _fill(
            self.indicator,
            [(in_language(one.name), one.id) for one in there.indicators],
            chosen if has else trend.indicator.id,
        )
        wanted = self.session.shown.area or self.area.currentData()
        _fill(self.area, [(name, area) for area, name in there.names.items()], wanted or "")
        self.boundaries.show_days(trend.days)
        months = [period for period in there.periods if not is_year(period)]
        self.months.show_periods(months or there.periods, self.session.shown.period)
        self._show()

    def _take_month(self, matrix: "Matrix") -> None:
        if self.trend is not None:
            self.matrix.show_matrix(matrix, self.area.currentData() or "")

    def _refuse(self, error: SociodemografiError) -> None:
        self.session.failed.emit(error)

    # -- showing -------------------------------------------------------------------------------

    def _show(self, *_: object) -> None:
        """Show the chosen area and period in the tab that is seen."""
        trend, panel = self.trend, self.tabs.currentWidget()
        area, period = self.area.currentData() or "", self.months.period
        if trend is None or not period or not self.isVisible():
            return
        if panel is self.one:
            self.one.show_area(trend, area, trend.period_at(period))
        elif panel is self.all:
            self.all.show_all(trend, area, trend.period_at(period))
        elif panel is self.changes:
            self.changes.show_all(trend, area, trend.period_at(period))
        else:
            self.matrix.mark(area)
            self.reader.ask_month(trend.there, period, self._folder)

    def _choose_month(self, month: str) -> None:
        """The month, where there are figures of it."""
        if self.months.has(month):
            self.session.shown.show(period=month)

    def _shown_changed(self) -> None:
        shown = self.session.shown
        self.months.show_period(shown.period)
        if self.trend is not None and self.trend.there.area_set != shown.area_set:
            self.boundaries.show_days(())
        if self.isVisible():
            self._load()

    def _choose_area(self, *_: object) -> None:
        self._pick(self.area.currentData() or "")

    def _pick(self, area: str) -> None:
        if area:
            self.session.shown.pick(area)

    def _area_picked(self) -> None:
        area = self.session.shown.area
        if not area or self.trend is None:
            return
        self.area.blockSignals(True)
        self.area.setCurrentIndex(self.area.findData(area))
        self.area.blockSignals(False)
        self._show()


def _fill(combo: QComboBox, entries: "list[tuple[str, str]]", wanted: str) -> None:
    """(text, what it stands for), ``wanted`` chosen where it is there; nobody is told."""
    combo.blockSignals(True)
    combo.clear()
    for text, value in entries:
        combo.addItem(text, value)
    combo.setCurrentIndex(max(0, combo.findData(wanted)) if entries else -1)
    combo.blockSignals(False)

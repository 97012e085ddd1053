"""What the window shows: one area set, one period, one theme and one area, the same on the map and
on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.gis.host.project_state import ProjectState
from ...core.gis.maps.themes import CHANGE, INDEX, INDICATOR, LAW, THEMES

if TYPE_CHECKING:
    from ...core.store.results import Results

__all__ = ["CHANGE", "INDEX", "INDICATOR", "LAW", "THEMES", "Shown"]


class Shown(QObject):
    """The one choice of what is shown. Pages and map follow it, and change it by ``show`` and
    ``pick``.

    What is shown is kept in the project's state, but for the area.

    Signals:
        changed: another area set, period or theme is shown, or another subject of the theme.
        picked: another area is looked at (``area``).
    """

    changed = pyqtSignal()
    picked = pyqtSignal()

    def __init__(self, parent: QObject, state: ProjectState):
        super().__init__(parent)
        self.area = ""
        self._judged: Dict[str, List[str]] = {}
        self._names: Dict[str, str] = {}
        self._periods: List[str] = []
        self.forget(state)

    def forget(self, state: ProjectState) -> None:
        """Another project or file is open: ``state`` is where its choice is kept. Nobody is
        told."""
        self._state, self.area = state, ""
        self._judged, self._names, self._periods = {}, {}, []

    # -- what there is to choose among ---------------------------------------------------------

    def offer(self, results: "Results") -> None:
        """Choose among what the file has now; what was chosen stays where it is there, a choice
        that is gone is the first area set and its newest period. Nobody is told."""
        judged, counted = results.judged, results.periods
        sets = [one for one in self._state.area_sets if one in results.set_names]
        self._judged = judged or {one: counted for one in sets if counted}
        self._names, self._periods = results.set_names, counted
        self._settle()

    @property
    def area_sets(self) -> Dict[str, str]:
        """Area set id → name of those that can be shown."""
        return {one: self._names.get(one, one) for one in self._judged}

    @property
    def periods(self) -> List[str]:
        """The periods that the area set can be shown in, ascending."""
        return self._judged.get(self.area_set, [])

    # -- what is shown -------------------------------------------------------------------------

    @property
    def area_set(self) -> str:
        """The id of the area set; empty where there is nothing to show."""
        return self._state.shown_set if self._state.shown_set in self._judged else ""

    @property
    def set_name(self) -> str:
        """The area set's name."""
        return self.area_sets.get(self.area_set, "")

    @property
    def period(self) -> str:
        """The period; empty where there is nothing to show."""
        return self._state.shown_period if self.area_set else ""

    @property
    def theme(self) -> str:
        """One of ``THEMES``: what colours the map."""
        return self._state.shown_theme

    @property
    def indicator(self) -> str:
        """The indicator that is shown where one is; empty before one was chosen."""
        return self._state.shown_indicator

    @property
    def index(self) -> str:
        """The index that is shown where one is."""
        return self._state.index

    @property
    def compared_with(self) -> str:
        """The period that a change is shown since; a year before where none was chosen, or the one
        chosen is not before the period."""
        before = [period for period in self.periods if period < self.period]
        if self._state.compared_with in before:
            return self._state.compared_with
        return _a_year_before(self.period, before)

    def show(
        self,
        area_set: str = "",
        period: str = "",
        theme: str = "",
        indicator: str = "",
        index: str = "",
        compared_with: str = "",
    ) -> None:
        """Show what is named; the rest stays. What is not there is passed over, and nobody is told
        where nothing changes."""
        state = self._state
        before = self._choice()
        if area_set in self._judged and area_set != state.shown_set:
            state.shown_set, self.area = area_set, ""  # an area is one of its set
        if theme in THEMES:
            state.shown_theme = theme
        state.shown_indicator = indicator or state.shown_indicator
        state.index = index or state.index
        state.compared_with = compared_with or state.compared_with
        if period in self.periods:
            state.shown_period = period
        self._settle()
        if self._choice() != before:
            self.changed.emit()

    def pick(self, area: str, area_set: str = "") -> None:
        """Look at ``area``, of another ``area_set`` where one is named."""
        self.show(area_set=area_set)
        if area != self.area:
            self.area = area
            self.picked.emit()

    def _choice(self) -> "tuple[str, ...]":
        return (
            *(self.area_set, self.period, self.theme, self.indicator, self.index),
            self.compared_with,
        )

    def _settle(self) -> None:
        """Let the choice be one that there is."""
        state = self._state
        if not self._judged:
            return
        if state.shown_set not in self._judged:
            state.shown_set, self.area = next(iter(self._judged)), ""
        if state.shown_period not in self.periods:
            state.shown_period = self.periods[-1] if self.periods else ""
        if state.shown_theme not in THEMES:
            state.shown_theme = LAW


def _a_year_before(period: str, before: List[str]) -> str:
    """The period a year before ``period`` where it is among those ``before``, else the last of
    them."""
    year = f"{int(period[:4]) - 1}{period[4:]}" if period else ""
    return year if year in before else (before[-1] if before else "")

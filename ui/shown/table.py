"""The table behind what is shown: the map is coloured by it, the page Map lists it, cards and
pictures read from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Dict, List, Mapping, Optional, Tuple

from ...core.errors import SociodemografiError
from ...core.gis.host.settings import profile_catalogue
from .choice import CHANGE, INDEX, INDICATOR, LAW

if TYPE_CHECKING:
    import pandas as pd

    from ...core.areas.area_set import AreaSet
    from ...core.catalogue.index.definitions import IndexDefinition
    from ...core.catalogue.indicators.definitions import Indicator
    from ...core.pipeline.shown.table import AreaTable
    from ..session import Session

Key = Tuple[object, ...]
MOST_PERIODS = 12
"""Classes go by the figures of so many periods, over all the time there is."""


@dataclass(frozen=True)
class Trial:
    """An index that is being worked on: its scores of one period (``index.results.COLUMNS``)."""

    definition: "IndexDefinition"
    area_set: "AreaSet"
    period: str
    scores: "pd.DataFrame"
    kept: bool


class ShownTable:
    """Makes the table of the session's choice, once for each choice.

    Attributes:
        trial: the index that is being worked on, while its page is seen.
    """

    def __init__(self, session: "Session"):
        self._session = session
        self.trial: Optional[Trial] = None
        self._trials = 0
        self._tables: Dict[Key, AreaTable] = {}
        self._kept: Dict[Key, Optional[IndexDefinition]] = {}
        self._held: Dict[Key, Tuple[Indicator, ...]] = {}
        self._sets: Dict[Key, AreaSet] = {}
        self._ends: Dict[Key, List[float]] = {}

    def forget(self) -> None:
        """Another file is open, or the file has been changed."""
        for kept in (self._tables, self._kept, self._held, self._sets, self._ends):
            kept.clear()

    def begin_trial(self, trial: Trial) -> None:
        """``trial`` is worked on."""
        self.trial = trial
        self._trials += 1

    def end_trial(self) -> None:
        """No index is worked on."""
        self.trial = None

    # -- what there is -------------------------------------------------------------------------

    @property
    def folder(self) -> str:
        """The municipality's own catalogue: the project's, else the profile's."""
        return self._session.state.catalogue or str(profile_catalogue())

    def indicators(self) -> "Tuple[Indicator, ...]":
        """The indicators that the area set shown has figures of, in the catalogue's order; none
        where they cannot be read, which is told."""
        from ...core.pipeline.changing import known_by_id

        area_set = self._session.shown.area_set
        key = (self._session.generation, area_set, self.folder)
        if key not in self._held:
            try:
                there = self._session.monitor().in_force.periods(area_set)
                known = known_by_id(self.folder)
            except SociodemografiError as error:
                self._session.failed.emit(error)
                return ()
            self._held[key] = tuple(one for one in known.values() if one.id in there)
        return self._held[key]

    def indicator(self) -> "Optional[Indicator]":
        """The indicator that is chosen where the area set has it, else its first."""
        every = self.indicators()
        chosen = self._session.shown.indicator
        return next((one for one in every if one.id == chosen), next(iter(every), None))

    def index(self) -> "Optional[IndexDefinition]":
        """The index to show: the trial's, else the kept one that is chosen; None where none is."""
        if self._trial_here() is not None:
            return self._trial_here().definition
        shown = self._session.shown
        key = (self._session.generation, shown.area_set, shown.index)
        if key not in self._kept:
            try:
                shelf = self._session.monitor().indices
                self._kept[key] = shelf.definition(shown.index, shown.area_set)
            except SociodemografiError as error:
                self._session.failed.emit(error)
                return None
        return self._kept[key]

    def areas(self) -> "AreaSet":
        """The area set shown, in the boundaries that the period was counted in.

        Raises:
            StoreError: it cannot be read.
        """
        shown = self._session.shown
        key = (self._session.generation, shown.area_set, shown.period)
        if key not in self._sets:
            store, counted = self._session.monitor(), self._counted()
            self._sets[key] = (
                store.areas.load_counted(shown.area_set, shown.period, counted)
                if counted
                else store.areas.load(shown.area_set)
            )
        return self._sets[key]

    def _counted(self) -> List[str]:
        rows = self._session.assessments(self._session.shown.area_set, self._session.shown.period)
        return [] if rows is None else [str(area) for area in rows["area_id"]]

    def _trial_here(self) -> Optional[Trial]:
        shown, trial = self._session.shown, self.trial
        if trial is None or shown.theme != INDEX:
            return None
        here = (trial.area_set.id, trial.period) == (shown.area_set, shown.period)
        return trial if here else None

    # -- the table -----------------------------------------------------------------------------

    def table(self) -> "Optional[AreaTable]":
        """What is shown; None where there is nothing, or it cannot be read, which is told."""
        shown, trial = self._session.shown, self._trial_here()
        if not shown.area_set or not shown.period:
            return None
        about: Mapping[str, Tuple[object, ...]] = {
            LAW: (),
            INDEX: (shown.index, self._trials if trial is not None else 0),
            INDICATOR: (shown.indicator, self.folder),
            CHANGE: (shown.indicator, self.folder, shown.compared_with),
        }
        key = (self._session.generation, shown.area_set, shown.period, shown.theme)
        key = (*key, *about[shown.theme])
        if key not in self._tables:
            try:
                made = self._made(trial)
            except SociodemografiError as error:
                self._session.failed.emit(error)
                return None
            if made is None:
                return None
            self._tables = {key: made}
        return self._tables[key]

    def _made(self, trial: Optional[Trial]) -> "Optional[AreaTable]":
        from ...core.pipeline.shown.figures import change_table, figure_table
        from ...core.pipeline.shown.index import index_table
        from ...core.pipeline.shown.law import law_table

        shown = self._session.shown
        store = self._session.monitor()
        if shown.theme == LAW:
            rows = self._session.assessments(shown.area_set, shown.period)
            if rows is None:
                return None
            reading = store.in_force.judged_as().get("reading") or ""
            return law_table(rows, shown.period, str(reading))
        if shown.theme == INDEX:
            definition = self.index()
            if definition is None:
                return None
            scores = (
                store.indices.scores(definition.id, shown.area_set)
                if trial is None
                else trial.scores.assign(name=trial.scores["area_id"].map(_names(trial.area_set)))
            )
            scores = scores[scores["period"] == shown.period]
            return index_table(definition, scores, shown.period, not (trial is None or trial.kept))
        indicator = self.indicator()
        if indicator is None:
            return None
        names = _names(self.areas())
        if shown.theme == INDICATOR:
            return figure_table(store, shown.area_set, names, indicator, shown.period)
        since = shown.compared_with
        return change_table(store, shown.area_set, names, indicator, shown.period, since)

    def ends(self) -> List[float]:
        """The upper ends of the classes of the figures shown, without the last: of an indicator
        the same in every period; of a change as far below zero as above."""
        from ...core.pipeline.shown.figures import breaks_of, even_breaks

        table, indicator = self.table(), self.indicator()
        if table is None or indicator is None:
            return []
        if self._session.shown.theme == CHANGE:
            return even_breaks(tuple(table.values.values()))
        area_set = self._session.shown.area_set
        key = (self._session.generation, area_set, indicator.id)
        if key not in self._ends:
            try:
                in_force = self._session.monitor().in_force
                every = in_force.periods(area_set, [indicator.id]).get(indicator.id, [])
                some = every[:: 1 + (len(every) - 1) // MOST_PERIODS]
                figures = in_force.observations(area_set, [indicator.id], some)
            except SociodemografiError as error:
                self._session.failed.emit(error)
                return []
            self._ends[key] = breaks_of(tuple(figures["value"]))
        return self._ends[key]


def _names(area_set: "AreaSet") -> Dict[str, str]:
    return dict(zip(area_set.areas["area_id"], area_set.areas["name"]))

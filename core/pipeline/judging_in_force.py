"""The figures in force judged: the periods that changed, and those that rest on them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Any, Dict, Iterator, List, Mapping, Optional, Sequence, Set, Tuple

import pandas as pd

from ..catalogue.law.dates import LIST
from ..catalogue.law.measured import judged_indicators
from ..i18n import tr
from ..periods import is_year, month_number, month_of, year_of, year_text, years_before
from ..store.monitor_file import MonitorFile
from ..store.runs.reader import Reader
from ..store.runs.runs import Judged
from .inputs import Choices, rules_of
from .judged_areas import in_their_months
from .judging import judge, judge_lists, remembered, with_dates
from .needed_figures import (
    Series,
    figures_needed,
    is_from,
    judged_periods,
    list_years,
    months_approximated,
    newest_of,
    of_list_dates,
)

JUDGING_CHOICES = (
    *("rule_set", "use_origin", "closeness_percent", "allow_fewer_years"),
    *("unknown_education_as_basic", "region", "reading"),
)
"""The columns of ``runs`` that say how everything in the file is judged."""
History = Dict[Tuple[str, int], str]


def choices_of(choices: Choices) -> Dict[str, Any]:
    """How it is judged, as the columns of ``runs``."""
    return {name: getattr(choices, name) for name in JUDGING_CHOICES}


class JudgingInForce:
    """Judges what the figures in force say (``store.runs.runs.Judge``), and keeps what it judged
    and told.

    All of the file is judged in one way: where the choices are others than the addition's before,
    every period is judged anew; else a period whose means rest on a deleted month stays as it was
    judged when the month was there. Beside the periods, the list of every year that can be served
    is judged by the law's own dates.

    Args:
        choices: how to judge; None for as the newest addition that stands did.

    Attributes:
        judged: area set id → assessments of the periods judged anew.
        lists: area set id → of the lists judged anew.
        told: what a user must know of the figures, each sentence once.
    """

    def __init__(self, choices: Optional[Choices] = None):
        self._choices = choices or Choices()
        self._as_chosen = choices is None
        self._law = [indicator.id for indicator in judged_indicators()]
        self.judged: Dict[str, pd.DataFrame] = {}
        self.lists: Dict[str, pd.DataFrame] = {}
        self.told: Dict[str, None] = {}

    def __call__(self, reader: Reader, changed: Mapping[str, Sequence[str]]) -> Judged:
        """The assessments of what changed, and of what rests on it."""
        if self._as_chosen:
            self._choices = _chosen(reader)
        references = reader.references()
        choices, before = choices_of(self._choices), reader.judged_as()
        again = any(choices.get(name) != value for name, value in before.items())
        history, gone = reader.history(), reader.forgotten()
        judged_in: Dict[str, Sequence[str]] = {}
        lists_in: Dict[str, Sequence[str]] = {}
        for area_set in reader.area_sets():
            series = reader.periods(area_set, self._law)
            first = None if again else self._first_changed(changed.get(area_set, ()), series)
            served = list_years(series, self._choices.rule_set)
            lists_in[area_set] = [year_text(year) for year in served]
            listed = set(reader.categories_of_lists(area_set)["period"])
            since = _first_other(first, lists_in[area_set], listed)
            lists = self._lists(reader, area_set, series, served, since, references, history)
            if lists is not None:
                self.lists[area_set] = lists
            if self._choices.reading == LIST:
                judged_in[area_set] = lists_in[area_set]
                if lists is not None:
                    self.judged[area_set] = lists
                continue
            judged_in[area_set] = judged_periods(series)
            stands = set(reader.judged(area_set))
            since = _first_other(first, judged_in[area_set], stands)
            wanted = [p for p in judged_in[area_set] if since is None or is_from(p, since)]
            if gone and not again:
                left = gone - {period for every in series.values() for period in every}
                stands -= set(changed.get(area_set, ()))
                wanted = [
                    p for p in wanted if p not in stands or not self._rests_on(p, left, series)
                ]
            if wanted:
                self.judged[area_set] = self._assessed(
                    reader, area_set, series, wanted, references, history
                )
        if self._choices.reading == LIST and not any(judged_in.values()):
            no_list = tr(
                "No list can be judged by the law's own dates yet: no residents of a 1 January are "
                "there. What came is kept, and is judged when they come."
            )
            self.told[no_list] = None
        return Judged(self.judged, self.lists, choices, judged_in, lists_in)

    def _rests_on(self, period: str, gone: Set[str], series: Series) -> bool:
        """Is ``period`` judged on a mean with a month that was deleted (storage limitation)?"""
        rules = rules_of(year_of(period), self._choices.rule_set)
        years = max(rules.averaging_years.values())
        if any(years_before(period, n) in gone for n in range(1, years)):
            return True
        return bool(months_approximated(period, series, rules, years) & gone)

    def _first_changed(self, periods: Sequence[str], series: Series) -> str:
        """The first period from which on something may be judged otherwise; empty where nothing
        is."""
        return min(periods if series else (), key=month_number, default="")

    def _assessed(
        self,
        reader: Reader,
        area_set: str,
        series: Series,
        wanted: Sequence[str],
        references: Optional[pd.DataFrame],
        history: History,
    ) -> pd.DataFrame:
        """The ``wanted`` periods judged: those whose rules' memory the file fills with what it
        knows of the years before; of the others the years before are looked at where lists were
        given."""
        observations = figures_needed(reader, area_set, series, newest_of, wanted)
        first = min(map(month_number, wanted))
        januaries = [p for p in judged_periods(series) if is_january(p) and month_number(p) < first]
        known = {**self._remembered(reader.categories(area_set, januaries)), **history}
        years = {year for _, year in history}
        years |= {year_of(p) for p in [*januaries, *wanted] if is_january(p)}
        parts = []
        for filled, mine in self._by_memory(wanted, years):
            part = judge(
                observations,
                self._choices,
                references,
                known if filled or history else None,
                told=self.told,
                periods=mine,
            )
            parts.append(part)
            for key, category in self._remembered(part).items():
                known.setdefault(key, category)
        own = {period: {name: [period] for name in series} for period in wanted}
        todays = reader.todays_areas(area_set)
        table = in_their_months(pd.concat(parts, ignore_index=True), observations, own, todays)
        return with_dates(table)

    def _remembered(self, part: pd.DataFrame) -> History:
        january = part[part["period"].map(is_january).to_numpy(dtype=bool)]
        found: History = {}
        for year, rows in january.groupby("year", sort=True):
            rules = rules_of(int(str(year)), self._choices.rule_set)
            for area, category in remembered(rows, rules).items():
                found.setdefault((area, int(str(year))), category)
        return found

    def _by_memory(
        self, periods: Sequence[str], years: Set[int]
    ) -> Iterator[Tuple[bool, List[str]]]:
        """The ``periods`` in time, those together that have lists (of ``years``) of all years that
        their rules look back at, and those that lack some."""
        filled = {year: self._memory_is_filled(year, years) for year in map(year_of, periods)}
        in_time = sorted(periods, key=year_of)
        for one, together in groupby(in_time, key=lambda period: filled[year_of(period)]):
            yield one, list(together)

    def _memory_is_filled(self, year: int, years: Set[int]) -> bool:
        rules = rules_of(year, self._choices.rule_set)
        back = max((category.memory_years for category in rules.categories), default=0)
        return back > 0 and all(year - n in years for n in range(1, back))

    def _lists(
        self,
        reader: Reader,
        area_set: str,
        series: Series,
        served: Sequence[int],
        first: Optional[str],
        references: Optional[pd.DataFrame],
        history: History,
    ) -> Optional[pd.DataFrame]:
        """The lists of ``area_set`` of the years ``served`` that may say something else now; None
        where none does."""
        since = 0 if not first else year_of(first)
        again = [] if first == "" else [year for year in served if year >= since]
        if not again:
            return None
        before = reader.categories_of_lists(area_set)
        of_dates = partial(of_list_dates, self._choices.rule_set)
        observations = figures_needed(reader, area_set, series, of_dates, again)
        before = before[(before["year"] < again[0]) & before["year"].isin(list(served))]
        known = {**self._remembered(before), **history}
        years = {*again, *before["year"].tolist(), *(year for _, year in history)}
        parts = []
        for filled, mine in self._by_memory([year_text(year) for year in again], years):
            part = judge_lists(
                observations,
                self._choices,
                references,
                known if filled or history else None,
                years=[year_of(one) for one in mine],
                with_others=False,
            )
            parts.append(part)
            for key, category in self._remembered(part).items():
                known.setdefault(key, category)
        own = {
            year_text(year): {name: of_dates(name, ps, [year]) for name, ps in series.items()}
            for year in again
        }
        todays = reader.todays_areas(area_set)
        table = in_their_months(pd.concat(parts, ignore_index=True), observations, own, todays)
        return with_dates(table) if len(table) else None


def _first_other(first: Optional[str], periods: Sequence[str], stands: Set[str]) -> Optional[str]:
    """The first period from which on to judge: ``first`` (None: all; empty: nothing changed), or
    where something is to be judged that does not stand, or stands that is to go, already there."""
    if first is None:
        return None
    periods_again: List[str] = [*stands.symmetric_difference(periods), *([first] if first else [])]
    return min(periods_again, key=month_number) if periods_again else ""


def is_january(period: str) -> bool:
    """Is it a 1 January, as which a year counts?"""
    return is_year(period) or month_of(period) == 1


def choices_in_force(store: MonitorFile) -> Choices:
    """How what stands in the file was judged; as recommended where that is not known. Raises
    ``StoreError``."""
    return _of_columns(store.in_force.judged_as())


def _chosen(reader: Reader) -> Choices:
    """How the newest addition that stands was judged."""
    return _of_columns(reader.chosen(JUDGING_CHOICES))


def _of_columns(chosen: Mapping[str, Any]) -> Choices:
    usual: Dict[str, Any] = choices_of(Choices())
    return replace(Choices(), **{name: type(usual[name])(value) for name, value in chosen.items()})

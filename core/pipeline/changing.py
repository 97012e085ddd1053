"""What has changed: series and matrices of what the monitor file holds."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ..areas.area_set import AreaSet
from ..catalogue.indicators.definitions import Indicator
from ..catalogue.law.municipalities import municipalities
from ..catalogue.own import catalogue
from ..change.beside import LAW_COLUMNS, Beside
from ..change.matrix import Matrix, matrix
from ..change.series import COLUMNS, GAP, series
from ..errors import InputError
from ..i18n import tr
from ..measures.windows import ROLLING, TWO_YEARS, YEAR, over_window
from ..periods import is_year, month_number, year_of
from ..progress import Progress, Silent, checkpoint
from ..store.monitor_file import MonitorFile
from ..store.runs.revisions import provisional
from .casting_series import AS_COUNTED, boundaries_of, cast_observations

PARTITION = "partition"
OVER = (ROLLING, YEAR, TWO_YEARS)
"""What months can be put together over in a series: the windows whose periods are months or
years."""


@dataclass(frozen=True)
class Held:
    """What a monitor file has of one area set.

    Attributes:
        names: area id → name, in the order of the set.
        indicators: those that have observations, in the catalogue's order.
        periods: all periods, the oldest first; a year stands before its January.
        gone: area id → name of those that the set had and has no more: they stay in their months.
    """

    area_set: str
    names: Mapping[str, str]
    indicators: Tuple[Indicator, ...]
    periods: Tuple[str, ...]
    gone: Mapping[str, str] = field(default_factory=dict)

    @property
    def newest(self) -> str:
        """The newest month; the newest year where there are years alone."""
        months = [period for period in self.periods if not is_year(period)]
        return (months or list(self.periods))[-1]


def known_by_id(folder: str = "") -> Dict[str, Indicator]:
    """The catalogue with the municipality's own of ``folder``, by id."""
    own = folder if folder and Path(folder).is_dir() else ""
    return {indicator.id: indicator for indicator in catalogue(own)}


def held(store: MonitorFile, area_set: str, folder: str = "") -> Held:
    """What ``store`` has of ``area_set``.

    Raises:
        InputError: the file has no such area set, or nothing was counted for it; says which it has.
        StoreError: the file cannot be read.
    """
    sets = store.areas.sets()
    if area_set not in set(sets["area_set"]):
        raise InputError(
            tr("The monitor file has no area set {name}.", name=area_set),
            tr("Choose one of {choices}.", choices=", ".join(sets["area_set"]) or "-"),
        )
    there = store.in_force.held(area_set)
    if not len(there):
        raise InputError(
            tr("Nothing has been counted for the area set {name}.", name=area_set),
            tr("Compute first."),
        )
    ids = set(there["indicator"])
    periods = sorted(set(there["period"]), key=lambda p: (month_number(p), not is_year(p)))
    names = {area: name for one, _, area, name in store.areas.names() if one == area_set}
    indicators = tuple(one for one in known_by_id(folder).values() if one.id in ids)
    return Held(area_set, names, indicators, tuple(periods), store.areas.gone(area_set))


def asked(there: Held, indicators: Sequence[str], areas: Sequence[str] = ()) -> List[Indicator]:
    """The ``indicators`` that are asked for, all where none are named.

    Raises:
        InputError: one of them, or of the ``areas``, is not there; says what is.
    """
    known = {one.id: one for one in there.indicators}
    for wanted, has in ((indicators, list(known)), (areas, [*there.names, *there.gone])):
        unknown = [one for one in wanted if one not in has]
        if unknown:
            raise InputError(
                tr(
                    "The area set {name} has no {unknown} in the monitor file.",
                    name=there.area_set,
                    unknown=", ".join(unknown),
                ),
                tr("Choose among {choices}.", choices=", ".join(has)),
            )
    return [known[one] for one in indicators] if indicators else list(known.values())


def read_series(
    store: MonitorFile,
    there: Held,
    indicators: Sequence[Indicator],
    areas: Sequence[str] = (),
    municipality: str = "",
    progress: Optional[Progress] = None,
    over: str = "",
    boundaries: str = AS_COUNTED,
) -> pd.DataFrame:
    """The series of ``indicators`` in ``areas`` (all where none are named), one after the other.

    The municipality is what the areas of the set add up to, where it covers the municipality
    without overlap; else those of the first set of the file that does.

    Args:
        municipality: its code, by which its region and its own reference values are known; that of
            the area set where it is empty.
        over: put months together first, one of ``OVER``; such figures are none that the law judges.
        boundaries: cast all periods onto those of one date (``casting_series.boundaries_of``).
    Returns:
        DataFrame ``series.COLUMNS``.
    Raises:
        InputError: there were no boundaries on that date, an area is not among them, or months are
            to be put together too.
        StoreError: the file cannot be read.
    """
    progress = progress or Silent()
    sets = store.areas.sets()
    about = sets[sets["area_set"] == there.area_set].iloc[0]
    code = municipality or str(about["municipality"] or "")
    home = municipalities().get(code)
    references, region = store.in_force.references(), home.region if home else ""
    covering = _covering(sets, there.area_set)
    target = _target(store, there, boundaries, over)
    gone = there.gone if target is None else {}
    names = there.names if target is None else names_in(target)
    asked(replace(there, names=names, gone=gone), [], areas)
    parts = []
    for step, indicator in enumerate(indicators):
        checkpoint(progress)
        progress.report(step / len(indicators), tr("Reading the figures"))
        observations = (
            _observations(store, there.area_set, indicator, over)
            if target is None
            else cast_observations(store, target, indicator, progress)
        )
        whole = None
        if covering:
            whole = (
                observations[observations["area_id"].isin(list(names))]
                if covering == there.area_set
                else _observations(store, covering, indicator, over, gone=False)
            )
        beside = Beside(whole=whole, references=references, region=region, municipality=code)
        part = series(
            observations,
            indicator,
            {**names, **gone},
            areas,
            beside,
            there.newest,
            *_known_of(store, there.area_set, indicator.id),
        )
        parts.append(_while_there(part, gone))
    filled = [
        part.assign(**dict.fromkeys(LAW_COLUMNS, np.nan)) if over else part
        for part in parts
        if len(part)
    ]
    return pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(columns=list(COLUMNS))


def _while_there(table: pd.DataFrame, gone: Mapping[str, str]) -> pd.DataFrame:
    """``table`` (``series.COLUMNS``) without the gaps of areas that are ``gone`` after their last
    figure: nothing is due of them."""
    of_gone = table["area_id"].isin(list(gone)).to_numpy(dtype=bool)
    if not of_gone.any():
        return table
    figures = table[of_gone & (table["status"] != GAP).to_numpy(dtype=bool)]
    last = {
        key: max(rows) for key, rows in figures.groupby(["area_id", "kind"], sort=False)["period"]
    }
    keys = zip(table["area_id"], table["kind"], table["period"])
    after = np.array([period > last.get((area, kind), "") for area, kind, period in keys])
    return table[~(of_gone & after)]


def _target(store: MonitorFile, there: Held, boundaries: str, over: str) -> Optional[AreaSet]:
    """The boundaries to cast onto; None where each period stays in its own."""
    if not boundaries:
        return None
    if over:
        raise InputError(
            tr("Figures over several months cannot be cast onto other boundaries."),
            tr("Leave one of the two out."),
        )
    return boundaries_of(store, there.area_set, boundaries)


def names_in(area_set: AreaSet) -> Dict[str, str]:
    """Area id → name, in the order of the set."""
    return dict(zip(area_set.areas["area_id"], area_set.areas["name"]))


def _observations(
    store: MonitorFile, area_set: str, indicator: Indicator, over: str, gone: bool = True
) -> pd.DataFrame:
    """The figures in force of one indicator, put together ``over`` months where asked for."""
    observations = store.in_force.observations(area_set, [indicator.id], gone=gone)
    if not over:
        return observations
    return over_window(observations.drop(columns="area"), over, [indicator])


def _known_of(
    store: MonitorFile, area_set: str, indicator: str
) -> Tuple[Dict[str, str], List[str]]:
    """(period → what tells the definition its figures were counted by from others, the periods that
    are provisional)."""
    parts = store.in_force.parts(area_set, [indicator])
    revisions = store.runs.revisions(area_set=area_set)
    revisions = revisions[revisions["indicator"] == indicator]
    definitions = dict(zip(parts["period"], parts["definition"].fillna("")))
    return definitions, sorted(period for _, period in provisional(parts, revisions))


def _covering(sets: pd.DataFrame, area_set: str) -> str:
    """The set whose areas add up to the municipality; empty where there is none."""
    partitions = sets.loc[sets["kind"] == PARTITION, "area_set"].tolist()
    return area_set if area_set in partitions else (partitions[0] if partitions else "")


def within(table: pd.DataFrame, first: str, last: str) -> pd.DataFrame:
    """The rows of ``table`` from the period ``first`` to ``last``, both with; a year lies within
    where all of it does. An end that is empty is open."""
    starts = table["period"].map(month_number)
    ends = starts + table["period"].map(lambda p: 11 if is_year(p) else 0)
    low = month_number(first) if first else None
    high = None if not last else month_number(last) + (11 if is_year(last) else 0)
    keep = pd.Series(True, index=table.index)
    if low is not None:
        keep &= starts >= low
    if high is not None:
        keep &= ends <= high
    return table[keep]


def read_matrix(
    store: MonitorFile,
    there: Held,
    period: str,
    known: Mapping[str, Indicator],
    indicators: Sequence[str] = (),
    with_years: bool = False,
) -> Matrix:
    """Areas × indicators of ``period``, with those of its areas that are gone; the rest as
    ``change.matrix.matrix`` says.

    Raises:
        InputError: nothing was counted for the period; says which there are.
        StoreError: the file cannot be read.
    """
    if period not in there.periods:
        raise InputError(
            tr(
                "The area set {name} has no figures of {period}.",
                name=there.area_set,
                period=period,
            ),
            tr("Choose among {choices}.", choices=", ".join(there.periods)),
        )
    wanted = [period]
    if with_years and not is_year(period):
        wanted += [p for p in there.periods if is_year(p) and year_of(p) < year_of(period)]
    observations = store.in_force.observations(there.area_set, indicators, wanted, gone=True)
    counted = set(observations.loc[observations["period"] == period, "area_id"])
    gone = {area: name for area, name in there.gone.items() if area in counted}
    return matrix(observations, period, {**there.names, **gone}, known, indicators, with_years)

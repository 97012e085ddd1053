"""Step 2b: judge the areas by an open index, tell how certain that is, and keep it in the monitor
file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import List, Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ..catalogue.index.definitions import IndexDefinition
from ..catalogue.index.presets import origin_notes
from ..catalogue.indicators.definitions import Indicator
from ..errors import InputError, TooFewAreasError
from ..i18n import tr
from ..index.certainty.intervals import interval
from ..index.certainty.small_numbers import small_number_units
from ..index.certainty.stability import Stability, StabilityChoices, stability
from ..index.composite import not_counted, signs
from ..index.cube import Cube, cube_of
from ..index.dynamics import Judged, judge_index
from ..index.explanation import double_counting
from ..index.results import index_table
from ..index.segregation import Segregation, segregation
from ..index.steps.classes import Breaks
from ..progress import Part, Progress
from ..store.monitor_file import MonitorFile
from .judging import with_dates


@dataclass(frozen=True)
class Indexed:
    """What an index gave for one area set.

    Attributes:
        stable: how stable in ``period``; None where it was not asked, or cannot be told.
        warnings: what a user must see.
        kept: it lies in the monitor file.
    """

    judged: Judged
    period: str
    stable: Optional[Stability]
    warnings: Tuple[str, ...]
    kept: bool = False

    @cached_property
    def table(self) -> pd.DataFrame:
        """``results.COLUMNS`` of all periods."""
        return index_table(self.judged, self.stable, self.period)


def cube_in(monitor: MonitorFile, area_set: str) -> Cube:
    """The figures of the newest run of ``area_set``, one row per area of the set.

    Raises:
        InputError: nothing was counted for it.
    """
    observations = monitor.in_force.observations(area_set)
    if not len(observations):
        raise InputError(
            tr("Nothing has been counted for the area set {name}.", name=area_set),
            tr("Compute first."),
        )
    return cube_of(observations)


def figures_of_area(
    cube: Cube, indicators: Sequence[str], period: str, area: str, known: Mapping[str, Indicator]
) -> pd.DataFrame:
    """The figures behind one area's score.

    Returns:
        ``indicator``, ``value`` and ``low``, ``high`` (95 % interval) in its unit, ``count`` (the
        denominator); NaN where they are not known, the interval also where the figure is no share
        or rate.
    """
    at, column, units = (
        cube.periods.index(period),
        cube.areas.index(area),
        small_number_units(known),
    )
    rows: List[tuple] = []
    for one in indicators:
        value = float(cube.values[one][at, column])
        if one not in units or one not in cube.numerators or one not in cube.denominators:
            rows.append((one, value, np.nan, np.nan, np.nan))
            continue
        having, whole = cube.numerators[one][at, [column]], cube.denominators[one][at, [column]]
        low, high = interval(having, whole, *units[one])
        rows.append((one, value, float(low[0]), float(high[0]), float(whole[0])))
    return pd.DataFrame(rows, columns=["indicator", "value", "low", "high", "count"])


def unevenness(
    cube: Cube, indicator: str, period: str, known: Mapping[str, Indicator]
) -> Optional[Segregation]:
    """How unevenly those whom a share counts live over the areas; None where it is no share of
    counted persons."""
    about = known.get(indicator)
    if (
        about is None
        or about.unit != "percent"
        or indicator not in cube.numerators
        or indicator not in cube.denominators
    ):
        return None
    at = cube.periods.index(period)
    having, whole = cube.numerators[indicator][at], cube.denominators[indicator][at]
    return None if np.any(having > whole) else segregation(having, whole)


def countable(definition: IndexDefinition, cube: Cube) -> Tuple[IndexDefinition, List[str]]:
    """``definition`` without the indicators that ``cube`` has no figures of, and those; themes left
    empty go too.

    Raises:
        InputError: nothing is left.
    """
    lacking = list(not_counted(definition, cube))
    themes = [
        replace(theme, members=tuple(m for m in theme.members if m.indicator not in lacking))
        for theme in definition.themes
    ]
    themes = [theme for theme in themes if theme.members]
    if not themes:
        raise InputError(
            tr("None of the indicators of the index has been counted."),
            tr("Count them on the page Calculation, or choose others."),
        )
    return replace(definition, themes=tuple(themes)), lacking


def run_index(
    cube: Cube,
    definition: IndexDefinition,
    known: Mapping[str, Indicator],
    progress: Progress,
    period: str = "",
    periods: Optional[Sequence[str]] = None,
    choices: Optional[StabilityChoices] = None,
    natural_breaks: Optional[Breaks] = None,
) -> Indexed:
    """Score ``definition`` on ``cube``.

    Args:
        period: the period whose stability is told; the newest when empty.
        choices: how stability is drawn; None: not at all.
    Raises:
        SociodemografiError: the definition does not fit the figures; says how.
    """
    sign_of = signs(definition, known)
    judged = judge_index(cube, definition, sign_of, periods, natural_breaks)
    at = period or judged.status.periods[-1]
    warnings = [
        *origin_notes(definition, known),
        *judged.status.warnings,
        *judged.warnings,
        *double_counting(judged.status, at, known),
    ]
    stable = None
    if choices is not None:
        progress.report(0.1, tr("Computing the index {count} times", count=choices.runs))
        try:
            stable = stability(
                cube,
                judged.status,
                at,
                small_number_units(known),
                sign_of,
                choices,
                Part(progress, 0.1, 0.95),
            )
        except TooFewAreasError as error:  # the other months stand
            warnings.append(tr("The stability cannot be told. {why}", why=error.message))
    return Indexed(judged, at, stable, tuple(warnings))


def keep_index(monitor: MonitorFile, area_set: str, indexed: Indexed) -> None:
    """Keep ``indexed`` in the monitor file, with the dates QGIS' time needs; raises
    ``StoreError``."""
    monitor.indices.save(indexed.judged.status.definition, area_set, with_dates(indexed.table))

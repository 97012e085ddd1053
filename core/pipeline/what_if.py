"""What if, on what was counted: figures, references and boundaries of the newest run, with one
thing otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Dict, List, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ..assessment.categories import History
from ..assessment.criteria import Options
from ..assessment.what_if import AS_THEY_ARE, FigureChange, References, changed, compare
from ..catalogue.law.dates import LIST, PERIOD
from ..catalogue.law.measured import judged_indicators
from ..catalogue.law.recommended import AUTO
from ..catalogue.law.rule_sets import rule_set
from ..catalogue.law.rules import RuleSet
from ..errors import InputError
from ..i18n import tr
from ..measures.atom_counts import AtomCounts
from ..measures.figures import law_figures
from ..measures.list_figures import list_figures, years_served
from ..period_lists import periods_text
from ..periods import year_of, year_text, years_before
from ..store.monitor_file import MonitorFile
from .inputs import Choices, rules_of

Area = Tuple[str, str]
"""(area set id, area id)."""


@dataclass(frozen=True)
class Ground:
    """What the newest run of one area set counted: the law's ``observations``, the ``references``,
    and the sums by ``atoms`` that boundaries are made of (None where the file has none)."""

    area_set: str
    observations: pd.DataFrame
    references: Optional[pd.DataFrame]
    atoms: Optional[AtomCounts]


def ground_of(monitor: MonitorFile, area_set: str) -> Ground:
    """What ``area_set`` is judged on.

    Raises:
        InputError: the law's indicators were not counted for it.
    """
    law = [indicator.id for indicator in judged_indicators()]
    observations = monitor.in_force.observations(area_set, law)
    if not len(observations):
        raise InputError(
            tr("The law's indicators have not been counted for {name}.", name=area_set),
            tr("Compute first."),
        )
    references, atoms = monitor.in_force.references(), monitor.in_force.atoms(law)
    return Ground(area_set, observations, references, atoms)


def of_one_area(ground: Ground, area: str) -> Ground:
    """``ground`` with the figures of ``area`` alone: an area is judged by its own, so this is much
    less work."""
    return replace(ground, observations=ground.observations[ground.observations["area_id"] == area])


def with_areas(
    ground: Ground, area: str, taken_in: Sequence[Area] = (), left_out: Sequence[Area] = ()
) -> Ground:
    """``ground`` with the boundary of ``area`` drawn otherwise: with other areas, of any set, taken
    in or left out.

    Figures are added up by atom, so areas may overlap and nobody counts twice. Only the months
    whose sums by atom are kept can be told.

    Raises:
        InputError: the sums by atom are not in the file, or an area is not there.
    """
    if ground.atoms is None:
        raise InputError(
            tr("The monitor file has no building blocks to draw another boundary of."),
            tr("Compute again."),
        )
    atoms = set(_atoms(ground.atoms, (ground.area_set, area)))
    for other in taken_in:
        atoms |= set(_atoms(ground.atoms, other))
    for other in left_out:
        atoms -= set(_atoms(ground.atoms, other))
    if not atoms:
        raise InputError(tr("Nobody would be left in the area."), tr("Leave out less."))
    chosen = np.array(sorted(atoms), dtype="int64")
    rows = [
        _row(ground.atoms, area, chosen, period, indicator.id, indicator.scale)
        for period in ground.atoms.periods
        for indicator in judged_indicators()
        if (period, indicator.id) in ground.atoms.values
    ]
    rest = ground.observations[ground.observations["area_id"] != area]
    drawn = pd.DataFrame(
        rows, columns=["area_id", "period", "indicator", "numerator", "denominator", "value"]
    )
    return replace(ground, observations=pd.concat([rest, drawn], ignore_index=True))


def _atoms(counts: AtomCounts, area: Area) -> np.ndarray:
    area_set, identifier = area
    ids = list(counts.area_ids.get(area_set, ()))
    if identifier not in ids:
        raise InputError(
            tr("The monitor file has no area {area} in {name}.", area=identifier, name=area_set),
            tr("Choose another area."),
        )
    atoms, areas = counts.members[area_set]
    return atoms[areas == ids.index(identifier)]


def _row(
    counts: AtomCounts,
    area: str,
    atoms: np.ndarray,
    period: str,
    indicator: str,
    scale: Optional[float],
) -> Tuple[object, ...]:
    sums: Dict[str, float] = {
        name: float(amounts[atoms].sum())
        for name, amounts in counts.values[(period, indicator)].items()
        if name in ("numerator", "denominator")
    }
    numerator, denominator = sums["numerator"], sums.get("denominator", float("nan"))
    if scale is None:
        return (area, period, indicator, float("nan"), float("nan"), numerator)
    value = scale * numerator / denominator if denominator > 0 else float("nan")
    return (area, period, indicator, numerator, denominator, value)


def figures_of(ground: Ground, choices: Choices, period: str) -> pd.DataFrame:
    """The law's figures of ``period``, one row per area, as ``criteria.assess`` takes them, in the
    reading of the ``choices``; by the law's own dates ``period`` is the year of a list."""
    rules, given = rules_of(year_of(period), choices.rule_set), ground.observations
    against = (ground.references, choices.region, choices.allow_fewer_years)
    if choices.reading == LIST:
        years = [year for year in years_served(given, rules) if year == year_of(period)]
        return list_figures(given, rules, years, *against)
    if choices.reading == PERIOD:
        # means are taken over the same month of the years
        given = given[given["period"].str[4:] == period[4:]]
    return law_figures(given, rules, *against, choices.reading, [period])


def what_if(
    ground: Ground,
    choices: Choices,
    period: str,
    changes: Sequence[FigureChange] = (),
    references: References = AS_THEY_ARE,
    taken_in: Sequence[Area] = (),
    area: str = "",
    left_out: Sequence[Area] = (),
    history: Optional[History] = None,
) -> pd.DataFrame:
    """The categories of ``period`` as they are and as they would be
    (``assessment.what_if.compare``).

    Args:
        area: the area whose boundary ``taken_in`` and ``left_out`` change.
    """
    if choices.reading == LIST:
        period = year_text(year_of(period))
    before = figures_of(ground, choices, period)
    if period not in set(before["period"]):
        raise InputError(
            tr("The period {period} was not counted.", period=period), tr("Choose another period.")
        )
    drawn = before
    if taken_in or left_out:
        _refuse_forgotten(ground, period, rules_of(year_of(period), choices.rule_set))
        drawn = figures_of(with_areas(ground, area, taken_in, left_out), choices, period)
    after = changed(drawn, changes, references)
    rules = None if choices.rule_set == AUTO else rule_set(choices.rule_set)
    return compare(
        before, after, rules, Options(choices.use_origin, choices.closeness_percent), history
    )


def _refuse_forgotten(ground: Ground, period: str, rules: RuleSet) -> None:
    """Refuse a boundary in a month, or with a year before that ``rules`` look at, whose sums by
    atom are no longer kept, though the figures are: the two readings would rest on different
    years."""
    kept = set(ground.atoms.periods) if ground.atoms is not None else {period}
    counted = set(ground.observations["period"])
    years = max(rules.averaging_years.values())
    wanted = [
        period,
        *(p for p in (years_before(period, back) for back in range(1, years)) if p in counted),
    ]
    gone = [p for p in wanted if p not in kept]
    if gone:
        raise InputError(
            tr(
                "The building blocks of {periods} are not kept, so no other boundary can be drawn "
                "then.",
                periods=periods_text(gone),
            ),
            tr("Choose one of the newest months."),
        )


def areas_to_take(monitor: MonitorFile) -> List[Tuple[Area, str]]:
    """Every area of every set in the file, with a name to choose it by."""
    return [
        ((area_set, area), f"{name} ({of})") for area_set, of, area, name in monitor.areas.names()
    ]

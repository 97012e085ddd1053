"""Figures of one area set as arrays: periods × areas, one array per indicator."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, List, Mapping, Sequence, Tuple

import numpy as np
import pandas as pd

from ..periods import months_before

POPULATION = "population"


@dataclass(frozen=True)
class Cube:
    """Figures of one area set.

    Attributes:
        areas, periods: the ids, and the periods ascending.
        values: indicator → (periods, areas) float64 in the indicator's unit, NaN where not known.
        numerators, denominators: the same shape, in counts, where they are known.
        population: residents, (periods, areas); all NaN where not counted.
    """

    areas: Tuple[str, ...]
    periods: Tuple[str, ...]
    values: Mapping[str, np.ndarray]
    population: np.ndarray
    numerators: Mapping[str, np.ndarray] = field(default_factory=dict)
    denominators: Mapping[str, np.ndarray] = field(default_factory=dict)

    def at(self, periods: Sequence[str]) -> "Cube":
        """The same for ``periods`` alone (which must be there)."""
        if tuple(periods) == self.periods:
            return self
        rows = [self.periods.index(period) for period in periods]

        def taken(arrays: Mapping[str, np.ndarray]) -> Dict[str, np.ndarray]:
            return {name: array[rows] for name, array in arrays.items()}

        return Cube(
            self.areas,
            tuple(periods),
            taken(self.values),
            self.population[rows],
            taken(self.numerators),
            taken(self.denominators),
        )


def cube_of(observations: pd.DataFrame) -> Cube:
    """The cube of the ``observations`` of one area set (``counting.OBSERVATION_COLUMNS``), not
    broken down.

    Areas stand as they do in ``observations``.
    """
    areas = tuple(pd.unique(observations["area_id"]))
    periods = tuple(sorted(pd.unique(observations["period"])))
    row = pd.Categorical(observations["period"], categories=periods).codes
    column = pd.Categorical(observations["area_id"], categories=areas).codes
    found: Dict[str, Dict[str, np.ndarray]] = {"value": {}, "numerator": {}, "denominator": {}}
    for indicator, places in observations.groupby("indicator", sort=False).indices.items():
        for name, arrays in found.items():
            array = np.full((len(periods), len(areas)), np.nan)
            array[row[places], column[places]] = observations[name].to_numpy(dtype="float64")[
                places
            ]
            if name == "value" or not np.isnan(array).all():
                arrays[str(indicator)] = array
    empty = np.full((len(periods), len(areas)), np.nan)
    return Cube(
        areas,
        periods,
        found["value"],
        found["value"].get(POPULATION, empty),
        found["numerator"],
        found["denominator"],
    )


def whole_periods(cube: Cube, indicators: Sequence[str]) -> List[str]:
    """The periods in which every one of ``indicators`` has figures."""
    return [
        period
        for row, period in enumerate(cube.periods)
        if all(not np.isnan(cube.values[one][row]).all() for one in indicators)
    ]


def changes(cube: Cube, months: int) -> Cube:
    """How much every figure has changed since ``months`` before, in its own unit (percentage points
    for shares).

    Only periods whose earlier period is there too; the population is that of the later one.
    """
    pairs = [(period, months_before(period, months)) for period in cube.periods]
    kept = [(now, then) for now, then in pairs if then in cube.periods]
    now, then = cube.at([a for a, _ in kept]), cube.at([b for _, b in kept])
    return Cube(
        cube.areas,
        now.periods,
        {name: now.values[name] - then.values[name] for name in cube.values},
        now.population,
    )

"""One pass over the persons: numerators and denominators of every indicator, area set and period.

Counts add up over pieces of a register, so a register of any size is counted piece by piece.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ..areas.area_set import AreaSet
from ..areas.location import Location, locate
from ..catalogue.indicators import Indicator, columns_needing_a_value, filter_columns
from ..i18n import tr
from ..progress import Progress, Silent, checkpoint
from ..registers.addresses import AddressList
from ..registers.persons import PersonRegister
from .filters import mask

OBSERVATION_COLUMNS = ("area_id", "period", "indicator", "numerator", "denominator", "value")


@dataclass
class Findings:
    """What was placed and what was not, per period.

    Attributes:
        rows: period → persons read.
        placed: (area set id, period) → persons in at least one area of the set.
        unplaced: (area set id, period, reason) → persons; reasons ``no_key`` (no address key or
            coordinates), ``not_in_list`` (key not in the address list), ``no_coordinates`` (address
            without coordinates), ``outside`` (in no area of the set).
        missing: (period, column) → persons without a value that an indicator needs of them.
    """

    rows: Counter = field(default_factory=Counter)
    placed: Counter = field(default_factory=Counter)
    unplaced: Counter = field(default_factory=Counter)
    missing: Counter = field(default_factory=Counter)

    def of_period(self, period: str) -> "Findings":
        """What was found in ``period`` alone."""
        return Findings(
            Counter({p: n for p, n in self.rows.items() if p == period}),
            Counter({key: n for key, n in self.placed.items() if key[1] == period}),
            Counter({key: n for key, n in self.unplaced.items() if key[1] == period}),
            Counter({key: n for key, n in self.missing.items() if key[0] == period}),
        )

    def total_unplaced(self, area_set: str) -> "Counter":
        """Reason → persons over all periods for ``area_set``."""
        total: Counter = Counter()
        for (identifier, _, reason), persons in self.unplaced.items():
            if identifier == area_set:
                total[reason] += persons
        return total


def reason_text(reason: str) -> str:
    """The reason a person was not placed, in the user's language."""
    return {
        "no_key": tr("no address key or coordinates"),
        "not_in_list": tr("address key not in the address list"),
        "no_coordinates": tr("address without coordinates"),
        "outside": tr("outside every area"),
    }[reason]


class AddressPlaces:
    """The areas of every address of a list, found once for all periods."""

    def __init__(self, addresses: Optional[AddressList], area_sets: Sequence[AreaSet], progress: Progress):
        self.area_sets = area_sets
        self._addresses, self._progress = addresses, progress
        self._of_set = {
            s.id: locate(addresses.x, addresses.y, s, progress) for s in area_sets
        } if addresses is not None else {}

    def of_rows(self, table: pd.DataFrame) -> "Tuple[Dict[str, Location], Dict[str, np.ndarray]]":
        """Per area set the location of each row; and per reason the rows that have no point at all."""
        rows = len(table)
        nowhere = np.full(rows, -1, dtype="int64")
        has_point = np.zeros(rows, dtype=bool)
        point_of: Dict[str, Location] = {}
        if "x" in table and "y" in table:
            x, y = table["x"].to_numpy(), table["y"].to_numpy()
            has_point = ~(np.isnan(x) | np.isnan(y))
            quiet = Silent()
            point_of = {s.id: locate(x, y, s, quiet) for s in self.area_sets}
            for warning in quiet.warnings:
                self._progress.warn(warning)
        keyed = np.zeros(rows, dtype=bool)
        address = nowhere
        if self._addresses is not None and "address_key" in table:
            keys = table["address_key"]
            positions = self._addresses.keys.get_indexer(keys.cat.categories.astype(object))
            codes = keys.cat.codes.to_numpy()
            keyed = codes >= 0
            address = np.append(positions, -1)[codes]
        use_address = ~has_point & (address >= 0)
        located = {}
        for area_set in self.area_sets:
            layers: List[np.ndarray] = []
            if has_point.any():
                layers = list(point_of[area_set.id].layers)
            if use_address.any():
                layers = _combine(layers, self._of_set[area_set.id].take(np.where(use_address, address, -1)).layers)
            located[area_set.id] = Location(layers or [np.full(rows, -1, dtype="int32")])
        with_coordinates = has_point.copy()
        if use_address.any():
            known = ~(np.isnan(self._addresses.x) | np.isnan(self._addresses.y))
            with_coordinates |= use_address & np.append(known, False)[address]
        lost = ~has_point
        reasons = {
            "no_key": lost & ~keyed,
            "not_in_list": lost & keyed & (address < 0),
            "no_coordinates": use_address & ~with_coordinates,
        }
        return located, reasons


def _combine(first: List[np.ndarray], second: Sequence[np.ndarray]) -> List[np.ndarray]:
    """Layers of rows placed by point and of rows placed by address (never both) as one."""
    depth = max(len(first), len(second))
    empty = np.full(len(second[0]), -1, dtype="int32")
    padded = [list(layers) + [empty] * (depth - len(layers)) for layers in (first, second)]
    return [np.where(a >= 0, a, b) for a, b in zip(*padded)]


def weights(indicator: Indicator, table: pd.DataFrame) -> "Tuple[np.ndarray, np.ndarray]":
    """Per row the contribution to ``indicator``'s numerator and denominator (float64 arrays).

    ``count``: 1 where population and filter hold, over 1 where the population holds.
    ``sum``: the column within the population (missing counts 0), over 1 where the population holds.
    ``mean``: the column where population holds and a value is there, over 1 in the same rows.
    """
    population = mask(indicator.population, table)
    if indicator.numerator_kind == "count":
        return (population & mask(indicator.numerator, table)).astype(float), population.astype(float)
    values = table[indicator.numerator].to_numpy(dtype="float64")
    given = population & ~np.isnan(values)
    numerator = np.where(given, values, 0.0)
    return numerator, (given if indicator.numerator_kind == "mean" else population).astype(float)


def known(indicator: Indicator, table: pd.DataFrame) -> np.ndarray:
    """Rows (float64, 1 or 0) of the population that have a value the numerator reads.

    Where nobody has one the figure is missing, not zero.
    """
    population = mask(indicator.population, table)
    if indicator.numerator_kind != "count":
        return (population & table[indicator.numerator].notna().to_numpy()).astype(float)
    for column in columns_needing_a_value(indicator.numerator):
        population &= table[column].notna().to_numpy()
    return population.astype(float)


def missing_values(indicator: Indicator, table: pd.DataFrame) -> Dict[str, np.ndarray]:
    """Column → rows (boolean) that lack a value the indicator needs.

    A column of the population filter is needed of everyone whom the filter's other tests hold for, a
    column of the numerator of the population. A missing value in a mean is no fault: it says that the
    person has none (income).
    """
    tests = indicator.population.get("all", [indicator.population])
    lacking = {}
    for column in filter_columns(indicator.population):
        others = {"all": [test for test in tests if column not in filter_columns(test)]}
        lacking[column] = table[column].isna().to_numpy() & mask(others, table)
    if indicator.numerator_kind == "mean":
        return lacking
    numerator = filter_columns(indicator.numerator) if indicator.numerator_kind == "count" else {indicator.numerator}
    population = mask(indicator.population, table)
    lacking.update({column: population & table[column].isna().to_numpy() for column in numerator})
    return lacking


class Sums:
    """Numerators, denominators and known values summed by area and period for one area set and indicator."""

    def __init__(self, areas: int):
        self._areas = areas
        self._of_period: Dict[str, np.ndarray] = defaultdict(lambda: np.zeros((3, areas)))

    def add(self, layers: Sequence[np.ndarray], periods: "List[Tuple[str, Optional[np.ndarray]]]",
            *contributions: np.ndarray) -> None:
        """Add the rows' contributions to numerator, denominator and persons with a known value.

        ``periods`` gives each period with its rows (None: all rows).
        """
        for period, rows in periods:
            sums = self._of_period[period]
            for layer in layers:
                area = layer if rows is None else layer[rows]
                bins = area + 1
                for line, weight in enumerate(contributions):
                    part = weight if rows is None else weight[rows]
                    sums[line] += np.bincount(bins, weights=part, minlength=self._areas + 1)[1:]

    def of(self, period: str) -> np.ndarray:
        """A (3, areas) array: numerators, denominators and persons with a known value in ``period``."""
        return self._of_period[period]


def _periods_of(table: pd.DataFrame) -> "List[Tuple[str, Optional[np.ndarray]]]":
    column = table["period"].cat
    codes = column.codes.to_numpy()
    used = np.unique(codes)
    if len(used) == 1:
        return [(column.categories[used[0]], None)]
    return [(column.categories[code], np.flatnonzero(codes == code)) for code in used]


def _note_findings(findings: Findings, table: pd.DataFrame, located: Mapping[str, Location],
                   reasons: Mapping[str, np.ndarray], lacking: Mapping[str, np.ndarray],
                   periods: "List[Tuple[str, Optional[np.ndarray]]]") -> None:
    no_point = np.logical_or.reduce(list(reasons.values()))
    for period, rows in periods:
        chosen = slice(None) if rows is None else rows
        findings.rows[period] += len(table) if rows is None else len(rows)
        for column, without in lacking.items():
            persons = int(without[chosen].sum())
            if persons:
                findings.missing[(period, column)] += persons
        for identifier, location in located.items():
            placed = location.layers[0] >= 0
            findings.placed[(identifier, period)] += int(placed[chosen].sum())
            for reason, lost in {**reasons, "outside": ~placed & ~no_point}.items():
                persons = int(lost[chosen].sum())
                if persons:
                    findings.unplaced[(identifier, period, reason)] += persons


def count(register: PersonRegister, addresses: Optional[AddressList], area_sets: Sequence[AreaSet],
          indicators: Sequence[Indicator], progress: Progress,
          periods: Optional[Sequence[str]] = None) -> "Tuple[Dict[str, pd.DataFrame], Findings]":
    """Observations of ``indicators`` for every area set, and what could not be placed.

    Args:
        periods: count these alone; all periods of the register when None.
    Returns:
        Area set id → DataFrame with ``OBSERVATION_COLUMNS``: every area × period × indicator;
        ``numerator`` and ``denominator`` in persons (income: kroner and persons); ``value`` =
        100 × numerator / denominator in percent, kroner for income, NaN where nobody is counted or
        nobody has a value in the column the numerator reads;
        ``population`` has persons as numerator and value, and no denominator. Never rounded.
    Raises:
        InputError: a cell cannot be read; names file, row and field.
        CancelledError: the user stopped.
    """
    columns = sorted({c for i in indicators for c in i.columns} | {"x", "y", "address_key", "period", "age"})
    places = AddressPlaces(addresses, area_sets, progress)
    findings = Findings()
    sums = {(s.id, i.id): Sums(len(s.areas)) for s in area_sets for i in indicators}
    for table in register.pieces(columns, progress):
        checkpoint(progress)
        if periods is not None:
            table = table[table["period"].isin(list(periods)).to_numpy()].reset_index(drop=True)
        if not len(table):
            continue
        located, reasons = places.of_rows(table)
        of_period = _periods_of(table)
        lacking: Dict[str, np.ndarray] = {}
        for indicator in indicators:
            for column, rows in missing_values(indicator, table).items():
                lacking[column] = lacking[column] | rows if column in lacking else rows
        _note_findings(findings, table, located, reasons, lacking, of_period)
        for indicator in indicators:
            contributions = (*weights(indicator, table), known(indicator, table))
            for area_set in area_sets:
                sums[(area_set.id, indicator.id)].add(located[area_set.id].layers, of_period, *contributions)
    found = sorted(findings.rows)
    return {s.id: _observations(s, indicators, found, sums) for s in area_sets}, findings


def _observations(area_set: AreaSet, indicators: Sequence[Indicator], periods: Sequence[str],
                  sums: "Mapping[Tuple[str, str], Sums]") -> pd.DataFrame:
    blocks = []
    for period in periods:
        for indicator in indicators:
            numerator, denominator, with_value = sums[(area_set.id, indicator.id)].of(period)
            blocks.append(pd.DataFrame({
                "area_id": area_set.area_ids,
                "period": period,
                "indicator": indicator.id,
                "numerator": numerator,
                "denominator": denominator if indicator.scale is not None else np.nan,
                "value": _value(indicator, numerator, denominator, with_value),
            }))
    if not blocks:
        return pd.DataFrame(columns=list(OBSERVATION_COLUMNS))
    return pd.concat(blocks, ignore_index=True)


def _value(indicator: Indicator, numerator: np.ndarray, denominator: np.ndarray,
           with_value: np.ndarray) -> np.ndarray:
    if indicator.scale is None:
        return numerator
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(with_value > 0, indicator.scale * numerator / denominator, np.nan)

"""One figure from two sources, a register and a table of finished figures: which is used, and how
far they are apart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Dict, FrozenSet, List, Sequence, Set, Tuple

import numpy as np
import pandas as pd

from ...catalogue.indicators.definitions import Indicator
from ...catalogue.protection.parts import PART
from ...i18n import in_language, tr
from ...measures.atom_counts import AtomCounts
from ...measures.observations import COUNTED, FACET_COLUMNS, NOBODY, OF_FIGURES, SOURCE
from ...numbers import number, shortest
from ...registers.problems import ReadingProblem

KEYS = ["area_id", "period", "indicator"]
POPULATION = "population"
MOST_DECIMALS = 6
SLACK = 1e-9
Pair = Tuple[str, str]
"""Indicator and period."""


@dataclass(frozen=True)
class Difference:
    """How far two sources are apart in one indicator.

    Attributes:
        figures: how many differ by more than rounding; largest: the largest difference, in the
            indicator's unit; where: the area and period it is of; areas: those that have any.
    """

    indicator: Indicator
    figures: int
    largest: float
    where: Tuple[str, str] = ("", "")
    areas: FrozenSet[str] = frozenset()

    @property
    def amount(self) -> str:
        """The largest difference with its unit."""
        unit = {"percent": tr("percentage points"), "kroner": tr("kroner")}
        amount = shortest(float(f"{self.largest:.3g}"))
        return f"{amount} {unit.get(self.indicator.unit, '')}".strip()

    def problem(self, file: str) -> ReadingProblem:
        """It as a note on the table ``file``."""
        return ReadingProblem(
            file=file,
            role="value",
            field="value",
            message=tr(
                "the registers give other figures of {indicator}, at most {difference} away",
                indicator=in_language(self.indicator.name),
                difference=self.amount,
            ),
            next_step=tr("Find out which source is right, and choose the order of sources."),
            rows=self.figures,
            first_row=0,
            blocks=False,
            reason="two_sources",
        )

    def sentence(self, used: str) -> str:
        """It in words; ``used`` names the source that is used."""
        return tr(
            "{indicator}: {count} figures differ by more than rounding between the registers and "
            "the finished figures, by at most {difference}; {used} are used.",
            indicator=in_language(self.indicator.name),
            count=number(self.figures),
            difference=self.amount,
            used=used,
        )


def pairs_of(table: pd.DataFrame) -> FrozenSet[Pair]:
    """Every indicator and period of ``table``."""
    distinct = table[["indicator", "period"]].drop_duplicates()
    return frozenset(zip(distinct["indicator"], distinct["period"]))


def known_pairs(observations: pd.DataFrame) -> FrozenSet[Pair]:
    """The indicators and periods that ``observations`` know of any area."""
    return pairs_of(observations[observations["status"].isin([COUNTED, NOBODY])])


def in_pairs(table: pd.DataFrame, wanted: "FrozenSet[Pair] | Set[Pair]") -> np.ndarray:
    """Which rows of ``table`` are of the ``wanted`` indicators and periods."""
    pairs = zip(table["indicator"], table["period"])
    return np.fromiter((pair in wanted for pair in pairs), dtype=bool, count=len(table))


def differences(
    counted: pd.DataFrame,
    finished: pd.DataFrame,
    given: pd.DataFrame,
    indicators: Sequence[Indicator],
) -> List[Difference]:
    """How far observations of two sources are apart by more than rounding, by indicator.

    Args:
        counted, finished: observations of one area set, not broken down.
        given: the finished figures as they are written, whose decimals say how they are rounded.
    """
    both = counted[[*KEYS, "value"]].merge(finished[[*KEYS, "value"]], on=KEYS)
    both["apart"] = (both["value_x"] - both["value_y"]).abs()
    found = []
    for indicator in indicators:
        rows = both[(both["indicator"] == indicator.id) & both["apart"].notna()]
        if not len(rows):
            continue
        written = given.loc[given["indicator"] == indicator.id, "value"].dropna().to_numpy()
        room = _rounding(written) + SLACK * rows["value_x"].abs()
        beyond = rows[rows["apart"] > room]
        if len(beyond):
            most = beyond.loc[beyond["apart"].idxmax()]
            where = (str(most["area_id"]), str(most["period"]))
            areas = frozenset(beyond["area_id"])
            found.append(Difference(indicator, len(beyond), float(most["apart"]), where, areas))
    return found


def _rounding(written: np.ndarray) -> float:
    """Half of the last decimal that numbers are written with; 0 where they are not rounded."""
    for decimals in range(MOST_DECIMALS + 1):
        if np.allclose(np.round(written, decimals), written, rtol=SLACK, atol=SLACK):
            return 0.5 * 10.0**-decimals
    return 0.0


def merged(found: Sequence[Difference]) -> List[Difference]:
    """The differences of several area sets together, by indicator."""
    by_id: Dict[str, Difference] = {}
    for one in found:
        known = by_id.get(one.indicator.id)
        if known is not None:
            larger = max(known, one, key=lambda each: each.largest)
            one = replace(
                larger, figures=known.figures + one.figures, areas=known.areas | one.areas
            )
        by_id[one.indicator.id] = one
    return list(by_id.values())


def figures_first(
    counted: pd.DataFrame, finished: pd.DataFrame
) -> Tuple[pd.DataFrame, pd.DataFrame, FrozenSet[Pair]]:
    """(the rows of ``counted`` that stay, those of ``finished`` that are used, the indicators and
    periods in which any finished figure takes the place of a counted one): a finished figure goes
    before the counted one of its area, and a counted one before none.
    """
    whole = _whole(counted)
    there = finished["value"].notna() | (finished["status"] == NOBODY)
    known = whole & counted["status"].isin([COUNTED, NOBODY])
    beats = pd.MultiIndex.from_frame(finished.loc[there, KEYS])
    has = pd.MultiIndex.from_frame(counted.loc[known, KEYS])
    mine = pd.MultiIndex.from_frame(finished[KEYS])
    used = finished[there.to_numpy() | ~mine.isin(has)]
    replacing = [beats, pd.MultiIndex.from_frame(used[KEYS])]
    keys = pd.MultiIndex.from_frame(counted[KEYS])
    out = whole & np.logical_or.reduce([keys.isin(those) for those in replacing])
    return counted[~out], used, pairs_of(counted[out])


def without_pairs(
    counted: pd.DataFrame, finished: pd.DataFrame
) -> Tuple[pd.DataFrame, FrozenSet[Pair]]:
    """(``counted`` without the rows, not broken down, that know nothing and that ``finished`` has
    figures of; their indicators and periods)."""
    out = _whole(counted) & in_pairs(counted, pairs_of(finished))
    return counted[~out], pairs_of(counted[out])


def _whole(observations: pd.DataFrame) -> np.ndarray:
    if FACET_COLUMNS[0] not in observations:
        return np.ones(len(observations), dtype=bool)
    return (observations[FACET_COLUMNS[0]] == "").to_numpy(dtype=bool)


def without_taken(atoms: AtomCounts, taken: FrozenSet[Pair]) -> AtomCounts:
    """``atoms`` without the sums of the indicators and periods ``taken`` by finished figures, and
    of their parts: a figure that is shown must be what its sums by atom say. Residents stay, which
    every area is judged by.
    """
    gone = {pair for pair in taken if pair[0] != POPULATION}
    if not gone:
        return atoms
    return atoms.of_keys(
        {key for key in atoms.values if (key[1].split(PART)[0], key[0]) not in gone}
    )


def of_figures(table: pd.DataFrame) -> pd.DataFrame:
    """``table`` marked as finished figures."""
    return table.assign(**{SOURCE: OF_FIGURES})

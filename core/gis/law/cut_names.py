"""Names that a shapefile has cut to ten letters, and which column of ``countindicators`` each of
them was.

Names are cut as GDAL does it (``OGRShapeLayer::CreateField``): the first ten letters; where they
are taken, eight letters and ``_1`` … ``_9``. A number tells a column only by the order they were
written in, so a row of numbered names is read only where it is exactly what one way of writing
gives, and its figures agree.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import Callable, Dict, List, Mapping, Sequence, Set, Tuple

from ...catalogue.law.measured import figures_of_law
from ...catalogue.law.rule_sets import all_rule_sets

LETTERS, STEM = 10, 8
Column = Callable[[str], Sequence[float]]


@dataclass(frozen=True)
class _Written:
    """What ``figures.with_comparisons`` writes of one indicator of the law after ``<id>``,
    ``<id>_numerator`` and ``<id>_denominator``, in its order.

    Attributes:
        mean: the field with its own mean of years, or empty.
        nation, region: the fields with the nation's figure and in percent of the region's, or
            empty.
        others: the fields with the means that rules take besides.
    """

    indicator: str
    mean: str
    nation: str
    region: str
    others: Tuple[str, ...]

    @property
    def comparisons(self) -> List[str]:
        """The fields that stand before the details of means."""
        return [name for name in (self.mean, self.nation, self.region) if name]


def _written() -> Dict[str, _Written]:
    """Indicator → what is written of it."""
    found: Dict[str, _Written] = {}
    for figure in figures_of_law().values():
        years = dict.fromkeys(rules.averaging_years.get(figure.id, 1) for rules in all_rule_sets())
        own = figure.mean_years
        found[figure.indicator] = _Written(
            indicator=figure.indicator,
            mean=figure.mean_field(own) if own > 1 else "",
            nation=figure.nation_field if figure.nation is not None else "",
            region=figure.region_field if figure.region is not None else "",
            others=tuple(figure.mean_field(one) for one in years if one not in (1, own)),
        )
    return found


@dataclass(frozen=True)
class CutNames:
    """Column → field of those that were cut; and indicator → fields of which it cannot be told
    what they were."""

    columns: Mapping[str, str]
    unclear: Mapping[str, Tuple[str, ...]]


def cut(written: Sequence[str]) -> List[str]:
    """The names that columns written in this order get in a shapefile."""
    found: List[str] = []
    taken: Set[str] = set()
    for name in written:
        tries = [
            name[:LETTERS],
            *(f"{name[:STEM]}_{number}" for number in range(1, 10)),
            *(f"{name[:STEM]}{number}" for number in range(10, 100)),
        ]
        free = next((one for one in tries if one.lower() not in taken), name)
        taken.add(free.lower())
        found.append(free)
    return found


def cut_names(
    names: Sequence[str], periods: Callable[[], Sequence[str]], column: Column
) -> CutNames:
    """What the cut ones among a table's ``names`` were.

    Args:
        periods: gives the period of every row (or the same text), to tell a national figure by.
        column: the figures of a field, one per row.
    """
    by_lower = {name.lower(): name for name in names}
    columns: Dict[str, str] = {}
    unclear: Dict[str, Tuple[str, ...]] = {}
    for indicator, written in _written().items():
        family = _family(written, by_lower)
        if not family:
            continue
        sole = {short: whole for short, whole in _sole(written).items() if short in family}
        columns.update({whole: by_lower[short] for short, whole in sole.items()})
        rest = family - set(sole)
        found = _as_written(written, rest, by_lower)
        if found and _agrees(written, {**columns, **found}, by_lower, periods, column):
            columns.update(found)
        elif rest:
            unclear[indicator] = tuple(by_lower[short] for short in sorted(rest))
    return CutNames(columns, unclear)


def _writings(written: _Written) -> List[List[str]]:
    """The ways the columns of an indicator are written, in their order."""
    one = written.indicator
    whole = [one, f"{one}_numerator", f"{one}_denominator"]
    if written.region and not written.mean:
        return [whole + written.comparisons, written.comparisons]
    details = [
        after for others in _subsets(written.others) for after in _details(written.mean, others)
    ]
    ways = [whole + written.comparisons + after for after in details]
    return ways if written.comparisons else [*ways, [one]]


def _subsets(names: Sequence[str]) -> List[List[str]]:
    """Every choice of ``names``, in their order: which means are written depends on the years."""
    sizes = range(len(names) + 1)
    return [list(some) for size in sizes for some in itertools.combinations(names, size)]


def _details(mean: str, others: Sequence[str]) -> List[List[str]]:
    """What may stand behind the comparisons: nothing (versions before 0.6), the means'
    denominators, and how many years there were."""
    found: List[List[str]] = [] if others else [[]]
    for endings in (("_denominator",), ("_denominator", "_years")):
        own = [f"{mean}{ending}" for ending in endings] if mean else []
        more = [name + ending for name in others for ending in ("", *endings)]
        if own or more:
            found.append(own + more)
    return found


def _known(written: _Written) -> List[str]:
    return list(dict.fromkeys(name for way in _writings(written) for name in way))


def _family(written: _Written, by_lower: Mapping[str, str]) -> Set[str]:
    """The names of the table that are cut ones of an indicator."""
    known = _known(written)
    long = [name for name in known if len(name) > LETTERS]
    firsts, stems = {name[:LETTERS] for name in long}, {re.escape(name[:STEM]) for name in long}
    numbered = re.compile(rf"^({'|'.join(sorted(stems))})(_[1-9]|[1-9]\d)$") if stems else None
    return {
        name
        for name in by_lower
        if name not in known and (name in firsts or (numbered is not None and numbered.match(name)))
    }


def _sole(written: _Written) -> Dict[str, str]:
    """First ten letters that one column alone begins with → the column."""
    long = [name for name in _known(written) if len(name) > LETTERS]
    return {
        name[:LETTERS]: name
        for name in long
        if sum(one[:LETTERS] == name[:LETTERS] for one in _known(written)) == 1
    }


def _as_written(written: _Written, rest: Set[str], by_lower: Mapping[str, str]) -> Dict[str, str]:
    """Column → field, where ``rest`` is just what one way of writing gives; empty where none or
    several do. Of several the one holds that writes the names that are there uncut, and no
    other."""
    sole, fitting = set(_sole(written)), []
    there = {name for name in _known(written) if name in by_lower and len(name) <= LETTERS}
    for way in _writings(written):
        shorts = [short.lower() for short in cut(way)]
        pairs = {
            whole: short
            for whole, short in zip(way, shorts)
            if short != whole and short not in sole
        }
        if rest and set(pairs.values()) == rest:
            uncut = {whole for whole, short in zip(way, shorts) if short == whole}
            fitting.append(
                (uncut == there, {whole: by_lower[short] for whole, short in pairs.items()})
            )
    chosen = [columns for exact, columns in fitting if exact or len(fitting) == 1]
    return chosen[0] if len(chosen) == 1 else {}


def _agrees(
    written: _Written,
    columns: Mapping[str, str],
    by_lower: Mapping[str, str],
    periods: Callable[[], Sequence[str]],
    column: Column,
) -> bool:
    """Is the figure its numerator over its denominator, and the national figure one for each
    period?"""

    def of(name: str) -> Sequence[float]:
        field = columns.get(name) or by_lower.get(name)
        return column(field) if field else ()

    one = written.indicator
    shares = list(zip(of(one), of(f"{one}_numerator"), of(f"{one}_denominator")))
    if any(
        not abs(100.0 * having - share * whole) <= 1e-6 * max(1.0, whole)
        for share, having, whole in shares
        if whole > 0
    ):
        return False
    national: Dict[str, Set[float]] = {}
    for period, value in zip(periods(), of(written.nation)) if written.nation else ():
        if value == value:
            national.setdefault(period, set()).add(value)
    names = (written.mean, *written.others)
    means = [value for name in names for value in of(name) if value == value]
    return all(len(found) == 1 and max(found) <= 100 for found in national.values()) and all(
        0 <= value <= 100 for value in means
    )

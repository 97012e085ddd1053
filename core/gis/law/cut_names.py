"""Names that a shapefile has cut to ten letters, and which column of ``countindicators`` each of
them was.

Names are cut as GDAL does it (``OGRShapeLayer::CreateField``): the first ten letters; where they
are taken, eight letters and ``_1`` … ``_9``. A number tells a column only by the order they were
written in, so a row of numbered names is read only where it is exactly what one way of writing
gives, and its figures agree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Callable, Dict, List, Mapping, Sequence, Set, Tuple

LETTERS, STEM = 10, 8
WRITTEN: Mapping[str, Tuple[str, ...]] = {
    "population": (),
    "nonwestern": (),
    "no_work": ("no_work_2y",),
    "basic_education": (),
    "convicted": ("convicted_2y", "convicted_nation_2y"),
    "income": ("income_region_pct",),
}
"""What stands after ``<figure>``, ``<figure>_numerator``, ``<figure>_denominator``:
``figures.with_comparisons``."""
Column = Callable[[str], Sequence[float]]


@dataclass(frozen=True)
class CutNames:
    """Column → field of those that were cut; and figure → fields of which it cannot be told what
    they were."""

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
    for figure in WRITTEN:
        family = _family(figure, by_lower)
        if not family:
            continue
        sole = {short: whole for short, whole in _sole(figure).items() if short in family}
        columns.update({whole: by_lower[short] for short, whole in sole.items()})
        rest = family - set(sole)
        found = _as_written(figure, rest, by_lower)
        if found and _agrees(figure, {**columns, **found}, by_lower, periods, column):
            columns.update(found)
        elif rest:
            unclear[figure] = tuple(by_lower[short] for short in sorted(rest))
    return CutNames(columns, unclear)


def _writings(figure: str) -> List[List[str]]:
    """The ways the columns of ``figure`` are written, in their order."""
    whole = [figure, f"{figure}_numerator", f"{figure}_denominator"]
    if not WRITTEN[figure]:
        return [whole, [figure]]
    before = whole + list(WRITTEN[figure])
    if figure == "income":
        return [before, list(WRITTEN[figure])]
    two, four = f"{figure}_2y", f"{figure}_4y"
    return [
        before + after
        for after in (
            [],
            [f"{two}_denominator"],
            [f"{two}_denominator", f"{two}_years"],
            [f"{two}_denominator", four, f"{four}_denominator"],
            [f"{two}_denominator", f"{two}_years", four, f"{four}_denominator", f"{four}_years"],
        )
    ]


def _known(figure: str) -> List[str]:
    return list(dict.fromkeys(name for written in _writings(figure) for name in written))


def _family(figure: str, by_lower: Mapping[str, str]) -> Set[str]:
    """The names of the table that are cut ones of ``figure``."""
    known = _known(figure)
    long = [name for name in known if len(name) > LETTERS]
    firsts, stems = {name[:LETTERS] for name in long}, {re.escape(name[:STEM]) for name in long}
    numbered = re.compile(rf"^({'|'.join(sorted(stems))})(_[1-9]|[1-9]\d)$") if stems else None
    return {
        name
        for name in by_lower
        if name not in known and (name in firsts or (numbered is not None and numbered.match(name)))
    }


def _sole(figure: str) -> Dict[str, str]:
    """First ten letters that one column alone begins with → the column."""
    long = [name for name in _known(figure) if len(name) > LETTERS]
    return {
        name[:LETTERS]: name
        for name in long
        if sum(one[:LETTERS] == name[:LETTERS] for one in _known(figure)) == 1
    }


def _as_written(figure: str, rest: Set[str], by_lower: Mapping[str, str]) -> Dict[str, str]:
    """Column → field, where ``rest`` is just what one way of writing gives; empty where none or
    several do. Of several the one holds that writes the names that are there uncut, and no
    other."""
    sole, fitting = set(_sole(figure)), []
    there = {name for name in _known(figure) if name in by_lower and len(name) <= LETTERS}
    for written in _writings(figure):
        shorts = [short.lower() for short in cut(written)]
        pairs = {
            whole: short
            for whole, short in zip(written, shorts)
            if short != whole and short not in sole
        }
        if rest and set(pairs.values()) == rest:
            uncut = {whole for whole, short in zip(written, shorts) if short == whole}
            fitting.append(
                (uncut == there, {whole: by_lower[short] for whole, short in pairs.items()})
            )
    chosen = [columns for exact, columns in fitting if exact or len(fitting) == 1]
    return chosen[0] if len(chosen) == 1 else {}


def _agrees(
    figure: str,
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

    shares = list(zip(of(figure), of(f"{figure}_numerator"), of(f"{figure}_denominator")))
    if any(
        not abs(100.0 * having - share * whole) <= 1e-6 * max(1.0, whole)
        for share, having, whole in shares
        if whole > 0
    ):
        return False
    national: Dict[str, Set[float]] = {}
    for period, value in zip(periods(), of("convicted_nation_2y")) if figure == "convicted" else ():
        if value == value:
            national.setdefault(period, set()).add(value)
    means = [
        value for name in (f"{figure}_2y", f"{figure}_4y") for value in of(name) if value == value
    ]
    return all(len(found) == 1 and max(found) <= 100 for found in national.values()) and all(
        0 <= value <= 100 for value in means
    )

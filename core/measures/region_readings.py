"""What figures are held against: the nation's, or the region's, and while a region becomes part of
another both readings of it and which is used."""

from __future__ import annotations

from typing import List, NamedTuple, Optional, Sequence

import numpy as np
import pandas as pd

from ..catalogue.law.regions import Region, region_name, region_on
from ..i18n import tr
from ..periods import is_year, reference_date, years_before
from .reference_values import REGION, WORKED_OUT, known_values, values_of_code, values_of_years

NATION = "nation"


class Held:
    """What rows are held against: the nation's figure, or a region's.

    The value known in the period, of a figure that is the period's own or a month's; that of the
    year itself where an earlier year's figure serves.

    Args:
        level: ``nation`` or ``region``.
        judged: the period that each row is judged in. of: the period that its figure is of, empty
            where there is none: then the one judged stands in.
    """

    def __init__(
        self,
        references: Optional[pd.DataFrame],
        level: str,
        indicator: str,
        judged: Sequence[str],
        of: Sequence[str],
    ):
        self._asked = (references, level, indicator)
        self._pairs = [(p, source or p) for p, source in zip(judged, of)]

    def years(self, back: Sequence[int], code: str = "") -> np.ndarray:
        """The values (of the region ``code``) in the rows' periods so many years ``back``: (years,
        rows).

        Raises:
            InputError: the table has other regions than ``code``, or several and none is asked for.
        """
        pairs = list(dict.fromkeys(self._pairs))
        periods = {pair: [years_before(pair[1], years) for years in back] for pair in pairs}
        earlier = {pair for pair in pairs if is_year(pair[1]) and pair[1] != pair[0]}
        wanted = sorted({p for pair in pairs if pair not in earlier for p in periods[pair]})
        years = sorted({p for pair in earlier for p in periods[pair]})
        known = values_of_code(*self._asked, wanted, code).to_dict() if wanted else {}
        of_years = values_of_years(*self._asked, years, code).to_dict() if years else {}
        found = {
            pair: [(of_years if pair in earlier else known)[p] for p in periods[pair]]
            for pair in pairs
        }
        return np.array([found[pair] for pair in self._pairs]).reshape(-1, len(back)).T


class RegionReadings(NamedTuple):
    """The region's value in each row, and the other reading's where a region has become part of
    another by the row's period.

    Attributes:
        values, codes: of the reading used: the new region's where it has a value (its own, or
            worked out from its parts by their persons), else the old one's.
        others, other_codes: of the other; NaN and empty where there is none.
    """

    values: np.ndarray
    codes: np.ndarray
    others: np.ndarray
    other_codes: np.ndarray


def region_readings(
    references: Optional[pd.DataFrame],
    indicator: str,
    judged: Sequence[str],
    of: Sequence[str],
    code: str = "",
) -> RegionReadings:
    """Both readings of the region ``code`` (the only one of the table where it is empty) in rows
    as ``Held`` has them; raises ``InputError`` as that does."""
    rows, held = len(judged), Held(references, REGION, indicator, judged, of)
    table = known_values(references, REGION, indicator)
    there = set() if table is None else set(table["code"])
    asked = code or (next(iter(there)) if len(there) == 1 else "")
    new = {period: _now(asked, period) for period in dict.fromkeys(judged)}
    now = np.array([getattr(new[period], "code", "") for period in judged], dtype=object)
    begins_new = bool(asked) and asked not in there and all(one in there for one in now)
    values = np.full(rows, np.nan)
    if rows and not begins_new:
        values = held.years([0], code)[0]
    codes = np.full(rows, asked, dtype=object)
    others, other_codes = np.full(rows, np.nan), np.full(rows, "", dtype=object)
    for region in sorted({one for one in now if one and one in there}):
        of_new = held.years([0], region)[0]
        taken = (now == region) & ~np.isnan(of_new)
        both = taken & ~np.isnan(values)
        others[both], other_codes[both] = values[both], asked
        values, codes = np.where(taken, of_new, values), np.where(taken, region, codes)
    return RegionReadings(values, codes, others, other_codes)


def _now(code: str, period: str) -> Optional[Region]:
    """The region that has taken the place of ``code`` by ``period``, None where none has."""
    region = region_on(code, reference_date(period)) if code else None
    return region if region is not None and region.code != code else None


def regions_told(
    references: Optional[pd.DataFrame],
    indicator: str,
    judged: Sequence[str],
    of: Sequence[str],
    code: str = "",
) -> List[str]:
    """A sentence for each of the rows of ``region_readings`` in whose period a region has become
    part of another: which of the two it is held against; empty for the others."""
    table = known_values(references, REGION, indicator)
    if table is None or not len(table):
        return [""] * len(judged)
    there = list(dict.fromkeys(table["code"]))
    asked = code or (there[0] if len(there) == 1 else "")
    new = {period: _now(asked, period) for period in dict.fromkeys(judged)}
    if not any(new.values()):
        return [""] * len(judged)
    used = region_readings(references, indicator, judged, of, code).codes
    said = {
        (period, one): _sentence(table, asked, now, one)
        for period, one in dict.fromkeys(zip(judged, used))
        for now in (new[period],)
        if now is not None
    }
    return [said.get(pair, "") for pair in zip(judged, used)]


def _sentence(table: pd.DataFrame, asked: str, now: Region, used: str) -> str:
    old = region_name(asked)
    if used != now.code:
        return tr(
            "Income is held against {old}, which became part of {new} on {date}: the reference "
            "table has no values of {new}.",
            old=old,
            new=now.name,
            date=now.valid_from,
        )
    if table.loc[table["code"] == now.code, WORKED_OUT].all():
        return tr(
            "Income is held against {new}, which {old} became part of on {date}; its mean is "
            "worked out from {parts} by their numbers of persons.",
            parts=", ".join(map(region_name, now.parts)),
            old=old,
            new=now.name,
            date=now.valid_from,
        )
    return tr(
        "Income is held against {new}, which {old} became part of on {date}.",
        old=old,
        new=now.name,
        date=now.valid_from,
    )

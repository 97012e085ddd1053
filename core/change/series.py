"""The series of one indicator: every area from its first period to the last that should be there,
with what it is set against and how it has moved in twelve months."""

from __future__ import annotations

from typing import Collection, Dict, List, Mapping, Optional, Sequence, Set

import numpy as np
import pandas as pd

from ..catalogue.indicators.definitions import Indicator
from ..index.certainty.small_numbers import small_number_units
from ..measures.observations import COUNTED, NOBODY, UNKNOWN
from ..periods import years_before
from .beside import LAW_COLUMNS, Beside, law_of, municipality_of, reference_of
from .noise import Counted, difference
from .periods_due import MONTHS, YEARS, due_periods

GAP = "gap"
"""The status of a period that should be there and is not; the others are ``observations``'."""
COLUMNS = (
    *("area_id", "name", "indicator", "kind", "period"),
    *("value", "numerator", "denominator", "status", "last_figure", "new_definition"),
    *("provisional", "cast"),
    *("municipality", "municipality_from", "region", "nation"),
    *LAW_COLUMNS,
    *("change_from", "change", "change_low", "change_high", "more_than_noise"),
)
NUMBERS = ["value", "numerator", "denominator"]


def series(
    observations: pd.DataFrame,
    indicator: Indicator,
    names: Mapping[str, str],
    areas: Sequence[str] = (),
    beside: Optional[Beside] = None,
    until: str = "",
    definitions: Optional[Mapping[str, str]] = None,
    provisional: Collection[str] = (),
) -> pd.DataFrame:
    """The series of ``indicator`` in ``areas`` (all of ``names`` where none are named).

    Figures of months and figures of whole years are two series of their own. A period between an
    area's first and the last that should be there (``periods_due.due_periods``) that has no
    observation is a row of status ``gap`` without figures: a missing figure is never a zero.

    Args:
        observations: of one area set, not broken down: ``area_id``, ``period``, ``indicator``,
            ``numerator``, ``denominator``, ``value``, and ``status`` and ``cast`` where they are
            kept.
        names: area id → name, in the order the areas are to stand.
        beside: what the figures are set against; nothing where it is None.
        until: the newest period of the monitor, to see that a source has stopped.
        definitions: period → what tells its definition from another; nothing is known of those
            that are not named, or empty.
        provisional: the periods whose figures are usually revised later.
    Returns:
        DataFrame ``COLUMNS``, by area (in the order of ``names``), kind and period:

        - ``kind`` ``month`` or ``year``; ``value`` in the indicator's unit, ``numerator`` and
          ``denominator`` in counts; NaN where not known.
        - ``last_figure``: where there is no value, the period of the area's last before it; empty
          where it has none, or there is a value.
        - ``new_definition``: True where the definition is another than that of the figures before:
          the series breaks there, and no change is told across it.
        - ``provisional``: True where there is a figure that is usually revised later.
        - ``cast``: by what a figure that was counted in other boundaries was cast onto these
          (``atoms``, ``persons``, ``area``); empty where it is as it was counted.
        - ``municipality`` (``municipality_from`` ``sum``, ``reference`` or empty), ``region`` and
          ``nation`` in the unit; NaN where not known.
        - ``law_value``, ``threshold``, ``prevention_threshold``: see ``beside.law_of``.
        - ``change`` in the unit since ``change_from``, twelve months (or a year) before; NaN and
          empty where that has no value. ``change_low``, ``change_high``: 95 % interval, of shares
          and rates with numerators alone; ``more_than_noise`` True, False, or None where there is
          no interval (``noise`` says what it is, and is not).
    """
    ids = [area for area in names if not areas or area in set(areas)]
    every = observations[observations["indicator"] == indicator.id]
    yearly = every["period"].astype(str).str.len() == len("YYYY")
    mine = every[every["area_id"].isin(ids)]
    parts = []
    for kind, rows in ((MONTHS, every[~yearly]), (YEARS, every[yearly])):
        due = due_periods(indicator, list(rows["period"].unique()), until)
        rows = rows[rows["area_id"].isin(ids)]
        if len(rows):
            parts.append(_whole_series(rows, due, kind))
    if not parts:
        return pd.DataFrame(columns=list(COLUMNS))
    table = pd.concat(parts, ignore_index=True)
    order = {area: place for place, area in enumerate(ids)}
    place = table["area_id"].map(order)
    table = table.assign(place=place, name=table["area_id"].map(names), indicator=indicator.id)
    table = table.sort_values(["place", "kind", "period"], kind="stable", ignore_index=True)
    table = _with_last_figure(table)
    table = _set_beside(table, mine, indicator, beside or Beside())
    table = _with_changes(table, indicator, definitions or {})
    soon = table["period"].isin(list(provisional)) & table["value"].notna()
    table = table.assign(provisional=soon)
    return table[list(COLUMNS)]


def _whole_series(rows: pd.DataFrame, due: Sequence[str], kind: str) -> pd.DataFrame:
    """Every ``due`` period of every area that has ``rows``, from its first on."""
    first = rows.groupby("area_id", sort=False)["period"].min()
    every = sorted(set(due) | set(rows["period"]))
    grid = pd.MultiIndex.from_product([first.index, every], names=["area_id", "period"])
    keys = grid.to_frame(index=False)
    keys = keys[keys["period"] >= keys["area_id"].map(first)]
    kept = ["area_id", "period", *NUMBERS, *(n for n in ("status", "cast") if n in rows)]
    once = rows[kept].drop_duplicates(["area_id", "period"], keep="last")
    table = keys.merge(once, how="left", indicator="there")
    missing = (table.pop("there") == "left_only").to_numpy()
    found = _status(table) if "status" not in table else table["status"]
    how = table["cast"].where(table["value"].notna(), "") if "cast" in table else ""
    return table.assign(kind=kind, status=found.mask(missing, GAP), cast=how)


def _status(table: pd.DataFrame) -> pd.Series:
    """What the status must have been, where it was not kept."""
    nobody = (table["denominator"] == 0).to_numpy()
    known = table["value"].notna().to_numpy()
    status = np.select([known, nobody], [COUNTED, NOBODY], UNKNOWN)
    return pd.Series(status.astype(object), index=table.index)


def _with_last_figure(table: pd.DataFrame) -> pd.DataFrame:
    known = table["value"].notna()
    last = table["period"].where(known)
    last = last.groupby([table["area_id"], table["kind"]], sort=False).ffill()
    return table.assign(last_figure=last.where(~known).fillna(""))


def _set_beside(
    table: pd.DataFrame, mine: pd.DataFrame, indicator: Indicator, beside: Beside
) -> pd.DataFrame:
    periods: List[str] = sorted(table["period"].unique())
    whole, source = municipality_of(beside, indicator, periods)
    columns: Dict[str, pd.Series] = {
        "municipality": table["period"].map(whole),
        "municipality_from": table["period"].map(source),
    }
    for level in ("region", "nation"):
        columns[level] = table["period"].map(reference_of(beside, level, indicator.id, periods))
    table = table.assign(**columns)
    law = law_of(mine, indicator, beside)
    table = table.merge(law, on=["area_id", "period"], how="left")
    return table.astype({column: "float64" for column in LAW_COLUMNS})


def breaks_of(periods: Sequence[str], definitions: Mapping[str, str]) -> Set[str]:
    """The ``periods`` (all of one kind, ascending) whose definition is another than the one before,
    of those that are known."""
    known = [period for period in periods if definitions.get(period)]
    return {b for a, b in zip(known, known[1:]) if definitions[a] != definitions[b]}


def _with_changes(
    table: pd.DataFrame, indicator: Indicator, definitions: Mapping[str, str]
) -> pd.DataFrame:
    """``table`` with where its definition changed, and what was added since the same period of the
    year before where that is of the same definition."""
    by_key = table.set_index(["area_id", "period"])
    earlier = [years_before(period, 1) for period in table["period"]]
    before = by_key[NUMBERS].reindex(pd.MultiIndex.from_arrays([table["area_id"], earlier]))
    change = table["value"].to_numpy() - before["value"].to_numpy()
    then_by, now_by = ([definitions.get(p, "") for p in ps] for ps in (earlier, table["period"]))
    across = np.array([bool(a and b and a != b) for a, b in zip(then_by, now_by)], dtype=bool)
    change = np.where(across, np.nan, change)
    broken: Set[str] = set()
    for _, rows in table.groupby("kind"):
        broken |= breaks_of(sorted(rows["period"].unique()), definitions)
    low = high = np.full(len(table), np.nan)
    more = np.full(len(table), None, dtype=object)
    units = small_number_units({indicator.id: indicator})
    if indicator.id in units:
        scale, events = units[indicator.id]
        then = Counted(before["numerator"].to_numpy(), before["denominator"].to_numpy())
        now = Counted(table["numerator"].to_numpy(), table["denominator"].to_numpy())
        found = difference(then, now, scale, events)
        both = ~np.isnan(change)
        low, high = (np.where(both, end, np.nan) for end in (found.low, found.high))
        more = found.more_than_noise
        more[~both] = None
    return table.assign(
        new_definition=table["period"].isin(broken),
        change_from=np.where(np.isnan(change), "", np.array(earlier, dtype=object)),
        change=change,
        change_low=low,
        change_high=high,
        more_than_noise=more,
    )

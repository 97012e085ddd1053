"""The areas by one indicator: its figures in a period, and what has changed since another."""

from __future__ import annotations

import math
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ...catalogue.indicators.definitions import Indicator
from ...change.noise import Counted, difference
from ...change.words import change_text, interval_text, noise_text, short, unit_text
from ...i18n import in_language, tr
from ...index.certainty.small_numbers import small_number_units
from ...numbers import number
from ...periods import is_year, period_text
from ...store.monitor_file import MonitorFile
from .law import level_label
from .table import AreaTable, Cell, Heading, Row

NUMBERS = ("numerator", "denominator", "value")


def period_at(period: str, there: Sequence[str]) -> str:
    """The period to show in ``period``: itself where it is ``there``; of figures of whole years
    alone the newest that was over by then; empty where there is none."""
    if period in there:
        return period
    over = [one for one in there if is_year(one) and one < period[:4]]
    return max(over) if over and not is_year(period) else ""


def figure_table(
    store: MonitorFile, area_set: str, names: Mapping[str, str], indicator: Indicator, period: str
) -> AreaTable:
    """The figures of ``indicator`` in ``period``, or of the newest whole year over by then.

    Args:
        names: area id → name of every area of the set, in the order of the rows.
    Raises:
        StoreError: the file cannot be read.
    """
    at = period_at(period, store.in_force.periods(area_set, [indicator.id]).get(indicator.id, []))
    figures = _figures(store, area_set, indicator, at)
    name, unit = in_language(indicator.name), indicator.unit
    rows, sentences, values = [], {}, {}
    for area, called in names.items():
        one = figures.get(area, {})
        value = float(one.get("value", math.nan))
        cells = [Cell(called), Cell(short(value, unit), _known(value))]
        cells += [_count(one.get(column)) for column in ("numerator", "denominator")]
        rows.append(Row(area, tuple(cells)))
        sentences[area] = f"{name}: {short(value, unit)}{_of(one)}"
        values[area] = value
    return AreaTable(
        subject=name,
        period=at or period,
        note="" if at else tr("No figures of {period}.", period=period_text(period)),
        headings=(
            Heading(tr("Area"), numbers=False),
            Heading(tr("{name} ({unit})", name=name, unit=unit_text(unit))),
            Heading(tr("Numerator")),
            Heading(tr("Denominator")),
        ),
        rows=tuple(rows),
        values={area: value for area, value in values.items() if not math.isnan(value)},
        sentences=sentences,
    )


def change_table(
    store: MonitorFile,
    area_set: str,
    names: Mapping[str, str],
    indicator: Indicator,
    period: str,
    since: str,
) -> AreaTable:
    """What has changed in ``indicator`` from ``since`` to ``period``, and which areas have another
    level, or meet other criteria.

    Raises:
        StoreError: the file cannot be read.
    """
    there = store.in_force.periods(area_set, [indicator.id]).get(indicator.id, [])
    now, before = period_at(period, there), period_at(since, there)
    table = pd.DataFrame(
        {
            **_columns(_figures(store, area_set, indicator, before), names, "before"),
            **_columns(_figures(store, area_set, indicator, now), names, "now"),
        },
        index=list(names),
    )
    moved = _moved(table, indicator)
    crossed = _crossed(store, area_set, since, period)
    name, unit = in_language(indicator.name), indicator.unit
    rows, sentences = [], {}
    for area, called in names.items():
        one, move = table.loc[area], moved.loc[area]
        change, level = float(move["change"]), crossed.get(area, "")
        ends = interval_text(float(move["low"]), float(move["high"]), unit)
        words = ", ".join(filter(None, (change_text(change, unit), noise_text(move["more"]))))
        cells = (
            Cell(called),
            Cell(short(one["value_before"], unit), _known(one["value_before"])),
            Cell(short(one["value_now"], unit), _known(one["value_now"])),
            Cell(
                words or "–",
                _known(change),
                tr("95 % interval {ends}", ends=ends) if ends else "",
            ),
            Cell(level, float(bool(level))),
        )
        rows.append(Row(area, cells))
        both = f"{short(one['value_before'], unit)} → {short(one['value_now'], unit)}"
        sentences[area] = f"{name}: {both}" + (f" ({words})" if words else "")
        if level:
            sentences[area] += f". {level}"
    return AreaTable(
        subject=tr("{name}, change since {period}", name=name, period=period_text(before or since)),
        period=now or period,
        note="" if now and before else _lacking(period if not now else since),
        headings=(
            Heading(tr("Area"), numbers=False),
            Heading(period_text(before or since)),
            Heading(period_text(now or period)),
            Heading(
                tr("Change ({unit})", unit=unit_text(unit)),
                tr("What is told as more than chance lies outside a 95 % interval around zero"),
            ),
            Heading(tr("Level and criteria"), numbers=False),
        ),
        rows=tuple(rows),
        values={str(a): float(c) for a, c in moved["change"].items() if not math.isnan(c)},
        sentences=sentences,
    )


def _lacking(period: str) -> str:
    return tr("No figures of {period}.", period=period_text(period)) if period else ""


def _figures(
    store: MonitorFile, area_set: str, indicator: Indicator, period: str
) -> Dict[str, Mapping[Any, Any]]:
    """Area → its numbers."""
    if not period:
        return {}
    table = store.in_force.observations(area_set, [indicator.id], [period])
    return {str(row["area_id"]): row for row in table.to_dict("records")}


def _columns(
    figures: Mapping[str, Mapping[Any, Any]], names: Mapping[str, str], when: str
) -> Dict[str, List[float]]:
    return {
        f"{column}_{when}": [float(figures.get(a, {}).get(column, math.nan)) for a in names]
        for column in NUMBERS
    }


def _moved(table: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """``change`` in the unit, ``low`` and ``high`` of its interval, ``more`` than noise or None."""
    change = (table["value_now"] - table["value_before"]).to_numpy(dtype="float64")
    low = high = np.full(len(table), np.nan)
    more = np.full(len(table), None, dtype=object)
    units = small_number_units({indicator.id: indicator})
    if indicator.id in units:
        scale, events = units[indicator.id]
        before, now = (
            Counted(
                table[f"numerator_{when}"].to_numpy(dtype="float64"),
                table[f"denominator_{when}"].to_numpy(dtype="float64"),
            )
            for when in ("before", "now")
        )
        found = difference(before, now, scale, events)
        known = ~np.isnan(change)
        low, high = np.where(known, found.low, np.nan), np.where(known, found.high, np.nan)
        more = found.more_than_noise
        more[~known] = None
    columns = {"change": change, "low": low, "high": high, "more": more}
    return pd.DataFrame(columns, index=table.index)


def _crossed(store: MonitorFile, area_set: str, since: str, period: str) -> Dict[str, str]:
    """Area → which level it had and has, and which criteria it meets now and did not, or did and
    does not; not named where nothing is otherwise."""
    if not since or since == period:
        return {}
    before, now = (
        {
            row["area_id"]: row
            for row in store.in_force.assessments(area_set, one).to_dict("records")
        }
        for one in (since, period)
    )
    found: Dict[str, str] = {}
    for area, row in now.items():
        if area not in before:
            continue
        was, said = before[area], []
        if row["risk_level"] != was["risk_level"]:
            said.append(f"{level_label(was)} → {level_label(row)}")
        said += _criteria(was, row)
        if said:
            found[str(area)] = "; ".join(said)
    return found


def _criteria(was: Mapping[Any, Any], row: Mapping[Any, Any]) -> List[str]:
    from ...catalogue.law.measured import criterion_label
    from ...catalogue.law.rule_sets import rule_set

    said = []
    rules = rule_set(row["rule_set"])
    for criterion in rules.criteria.values():
        before, now = (_outcome(one.get(f"met_{criterion.id}")) for one in (was, row))
        if before is not None and now is not None and before != now:
            label = criterion_label(criterion.id)
            if criterion not in rules.leading:
                label += f" ({criterion.paragraph})"
            said.append(
                tr("{criterion}: now met", criterion=label)
                if now
                else tr("{criterion}: no longer met", criterion=label)
            )
    return said


def _outcome(found: object) -> Optional[bool]:
    return None if found is None or found != found else bool(found)


def _of(one: Mapping[Any, Any]) -> str:
    """`` (12 of 34)`` where both are known."""
    numerator, denominator = (_known(one.get(c, math.nan)) for c in ("numerator", "denominator"))
    if numerator is None or denominator is None:
        return ""
    return " " + tr(
        "({numerator} of {denominator})",
        numerator=number(numerator, _decimals(numerator)),
        denominator=number(denominator, _decimals(denominator)),
    )


def _count(found: object) -> Cell:
    value = _known(found)
    return Cell("–" if value is None else number(value, _decimals(value)), value)


def _decimals(value: float) -> int:
    return 0 if float(value).is_integer() else 1


def _known(found: Any) -> Optional[float]:
    if found is None:
        return None
    value = float(found)
    return None if math.isnan(value) else value


def breaks_of(values: Tuple[float, ...], count: int = 5) -> List[float]:
    """The upper ends of classes of about equally many of ``values``, without the last; equal values
    stand in one class."""
    known = np.array([value for value in values if not math.isnan(value)])
    if not len(known):
        return []
    ends = np.quantile(known, [step / count for step in range(1, count)], method="nearest")
    return sorted({float(end) for end in ends if end < known.max()})


def even_breaks(changes: Tuple[float, ...]) -> List[float]:
    """The upper ends of five classes around zero, without the last: the middle one holds the third
    of ``changes`` that is nearest to it, the outer ones the third that is farthest."""
    sizes = np.array([abs(change) for change in changes if not math.isnan(change) and change])
    if not len(sizes):
        return []
    near, far = (float(np.quantile(sizes, share)) for share in (1 / 3, 2 / 3))
    ends = [near] if near == far else [near, far]
    return [-end for end in reversed(ends)] + ends

"""What if: one figure, one reference or one boundary other than it is, and the category that
follows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ..catalogue.law.figures import PERSONS
from ..catalogue.law.measured import (
    against_nation,
    against_region,
    figure_name,
    figures_of_law,
)
from ..catalogue.law.rules import RuleSet
from ..errors import InputError
from ..i18n import tr
from ..numbers import number
from .categories import History
from .criteria import AS_THE_LAW, Options, assess
from .thresholds import EQUAL_WITHIN, denominators

COLUMNS = (
    "area_id",
    "category_before",
    "category_after",
    "level_before",
    "level_after",
    "criteria_before",
    "criteria_after",
    "moved",
)


@dataclass(frozen=True)
class FigureChange:
    """One thing otherwise.

    Attributes:
        figure: one of the law's.
        area: the area, or empty for all.
        persons: so many more (or fewer) persons in the numerator, in each of the years the law
            takes the mean of; for a figure of persons (residents) so many of them.
        value: the figure itself instead, in its unit.
    """

    figure: str
    area: str = ""
    persons: float = 0.0
    value: Optional[float] = None


@dataclass(frozen=True)
class References:
    """References otherwise; those not named are as they are.

    Attributes:
        nation: figure → what the nation's is instead (percent).
        region: figure → what the region's is instead, in percent of what it is.
    """

    nation: Mapping[str, float] = field(default_factory=dict)
    region: Mapping[str, float] = field(default_factory=dict)


AS_THEY_ARE = References()


def changed(
    table: pd.DataFrame, changes: Sequence[FigureChange], references: References = AS_THEY_ARE
) -> pd.DataFrame:
    """``table`` (the figures ``criteria.assess`` takes) with ``changes`` and ``references``.

    Raises:
        InputError: a figure or an area is not there, persons are to be added where the denominator
            is not known, or a share would leave 0-100 percent.
    """
    result = table.copy()
    for change in changes:
        rows = _rows(result, change)
        if change.value is not None:
            result.loc[rows, change.figure] = float(change.value)
        elif figures_of_law()[change.figure].unit == PERSONS:
            # they are in every share that is of all of them
            shares = [f for f in figures_of_law().values() if f.whole == change.figure]
            columns = [change.figure, *(share.denominator_column for share in shares)]
            result.loc[rows, [c for c in columns if c in result]] += change.persons
        else:
            moved = result.loc[rows, change.figure] + 100.0 * change.persons / _denominator(
                result, rows, change
            )
            for end in (0.0, 100.0):  # the last person is taken exactly
                moved = moved.mask((moved - end).abs() <= EQUAL_WITHIN * 100.0, end)
            result.loc[rows, change.figure] = moved
        _check(result.loc[rows], change)
    return _held_against(result, references)


def _held_against(table: pd.DataFrame, references: References) -> pd.DataFrame:
    """``table`` with the figures of nation and region that ``references`` have instead."""
    for figure in against_nation():
        if figure.id in references.nation:
            table[figure.nation_column] = float(references.nation[figure.id])
    for figure in against_region():
        percent = references.region.get(figure.id, 100.0)
        if not percent > 0:
            raise InputError(
                tr("The region's income must be above zero."),
                tr("Write percent of what it is, for example 103."),
            )
        if figure.id in references.region:
            table[figure.id] = table[figure.id] * 100.0 / percent
    return table


def _rows(table: pd.DataFrame, change: FigureChange) -> pd.Series:
    if change.figure not in figures_of_law():
        raise InputError(
            tr("{figure} is no figure of the law.", figure=change.figure),
            tr("Use one of {choices}.", choices=", ".join(figures_of_law())),
        )
    if change.figure not in table:
        raise InputError(
            tr("The table has no figure {figure}.", figure=change.figure),
            tr("Choose another figure."),
        )
    rows = (table["area_id"] == change.area) if change.area else pd.Series(True, index=table.index)
    if not rows.any():
        raise InputError(
            tr("The table has no area {area}.", area=change.area),
            tr(
                "Choose one of its areas: {choices}.",
                choices=", ".join(map(str, table["area_id"][:20])),
            ),
        )
    return rows


def _denominator(table: pd.DataFrame, rows: pd.Series, change: FigureChange) -> pd.Series:
    found = pd.Series(denominators(table, change.figure), index=table.index)[rows]
    figure = figures_of_law()[change.figure]
    if not figure.share or found.isna().any():
        name = figure.whole or figure.denominator_column
        raise InputError(
            tr("How many persons {figure} rests on is not known.", figure=change.figure),
            tr("Give the figure itself instead, or a field {field}.", field=name),
        )
    return found


def _check(rows: pd.DataFrame, change: FigureChange) -> None:
    figures = rows[change.figure]
    if (figures < 0).any() or (figures_of_law()[change.figure].share and (figures > 100).any()):
        raise InputError(
            tr(
                "{figure} would be {value}.",
                figure=figure_name(change.figure),
                value=number(float(figures.iloc[0]), 1),
            ),
            tr("Move fewer persons."),
        )


def merged(table: pd.DataFrame, area: str, others: Sequence[str]) -> pd.DataFrame:
    """``table`` with ``others`` taken into ``area`` (areas that do not overlap); their own rows go.

    Residents add up, shares are weighted by their denominators; a share whose denominator is not
    known is missing. Income, a mean over taxpayers, is weighted by ``income_denominator`` too.

    Raises:
        InputError: an area is not there.
    """
    wanted = [area, *others]
    parts = table[table["area_id"].isin(wanted)]
    lacking = [name for name in wanted if name not in set(parts["area_id"])]
    if lacking:
        raise InputError(
            tr("The table has no area {area}.", area=", ".join(lacking)),
            tr(
                "Choose one of its areas: {choices}.",
                choices=", ".join(map(str, table["area_id"][:20])),
            ),
        )
    whole = parts[parts["area_id"] == area].iloc[0].copy()
    added = [figure.id for figure in figures_of_law().values() if figure.unit == PERSONS]
    for figure in (f for f in figures_of_law() if f in table and f not in added):
        weights = denominators(parts, figure)
        values = parts[figure].to_numpy(dtype="float64")
        someone = weights != 0  # an area with nobody to share out has no share, and needs none
        whole[figure] = (
            ((weights * values)[someone].sum() / weights.sum()) if weights.sum() > 0 else np.nan
        )
    for name in (c for c in parts if c in added or str(c).endswith("_denominator")):
        whole[name] = parts[name].sum(min_count=len(parts))
    rest = table[~table["area_id"].isin(wanted)]
    return pd.concat([pd.DataFrame([whole]), rest], ignore_index=True)[list(table.columns)]


def compare(
    before: pd.DataFrame,
    after: pd.DataFrame,
    rules: Optional[RuleSet] = None,
    options: Options = AS_THE_LAW,
    history: Optional[History] = None,
) -> pd.DataFrame:
    """The categories of the figures ``before`` and ``after``, by area.

    Returns:
        ``COLUMNS``: categories (missing where undecided), risk levels, how many criteria are met,
        and whether the level moved; areas of ``after``.
    """
    first = assess(before, rules, options, history).set_index("area_id")
    second = (
        first
        if after.equals(before)
        else assess(after, rules, options, history).set_index("area_id")
    )
    rows = [_compared(area, first, second) for area in second.index]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _compared(area: str, first: pd.DataFrame, second: pd.DataFrame) -> Tuple[object, ...]:
    now = second.loc[area].to_dict()
    was = first.loc[area].to_dict() if area in first.index else {}
    return (
        area,
        was.get("category"),
        now["category"],
        was.get("risk_level"),
        now["risk_level"],
        was.get("criteria_met"),
        now["criteria_met"],
        was.get("risk_level") != now["risk_level"],
    )

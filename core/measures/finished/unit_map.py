"""Finished figures of other units than areas, such as housing departments, added up to the areas
that a mapping table says they lie in."""

from __future__ import annotations

from typing import List, Sequence

import pandas as pd

from ...areas.area_set import AreaSet
from ...catalogue.indicators.definitions import Indicator
from ...errors import InputError
from ...i18n import tr
from ...numbers import number, shortest
from ...progress import Progress
from .carrying_over import added_up
from .codes import areas_of, positions
from .sharing_out import refuse_what_cannot

SLACK = 1e-9
"""What the arithmetic of doubles may add to a sum of shares."""
SHOWN = 5


def is_mapped(figures: pd.DataFrame, units: pd.DataFrame, area_set: AreaSet) -> bool:
    """Does the mapping table ``units`` (``figure_map.COLUMNS``) lead any of ``figures`` to an area
    of ``area_set``?"""
    here = units[areas_of(units["area"], area_set) >= 0]
    return bool(len(here)) and bool((positions(figures["area_code"], [_names(here)]) >= 0).any())


def by_units(
    figures: pd.DataFrame,
    units: pd.DataFrame,
    area_set: AreaSet,
    indicators: Sequence[Indicator],
    progress: Progress,
) -> pd.DataFrame:
    """``figures`` (as ``completed`` gives them) of the ``units`` (``figure_map.COLUMNS``), added up
    by the areas of ``area_set``: numerators and denominators times the share that lies there,
    values worked out anew.

    An area that lacks the figure of a unit has none; that is told, and so are figures of no unit
    and shares of units outside the areas.

    Returns:
        The same columns; ``area`` is the position in ``area_set``.
    Raises:
        InputError: the shares of a unit sum to more than 1, a unit has a figure twice, or one that
            cannot be added up (a percentage without denominator, a median); names file and row.
    """
    place = areas_of(units["area"], area_set)
    here = units.assign(target=place)[place >= 0]
    _tell_foreign(units[place < 0], area_set, progress)
    _check_sums(here, area_set, progress)
    names = _names(here)
    own = positions(figures["area_code"], [names])
    every = positions(figures["area_code"], [_names(units)])
    _tell_unmapped(figures[every < 0], progress)
    mine = figures[own >= 0].assign(own=own[own >= 0])
    refuse_what_cannot(mine, indicators)
    refuse_twice(mine, ["own", "period", "indicator"])
    shares = here[["target", "share"]].assign(own=positions(here["unit"], [names]), needed=True)
    found = added_up(mine, shares, area_set, indicators)
    _tell_lacking(found, mine, shares, names, area_set, progress)
    return found.reindex(columns=[*figures.columns, "area"])


def refuse_twice(figures: pd.DataFrame, keys: Sequence[str]) -> None:
    """Raise ``InputError`` where a figure stands more than once in ``figures``; names it."""
    twice = figures[figures.duplicated(list(keys))]
    if len(twice):
        row = twice.iloc[0]
        raise InputError(
            tr(
                "The finished figures have {indicator} of area {area} in {period} more than once.",
                indicator=row["indicator"],
                area=row["area_code"],
                period=row["period"],
            ),
            tr("Keep one row for each area, period and indicator."),
        )


def _names(units: pd.DataFrame) -> List[str]:
    return list(dict.fromkeys(units["unit"]))


def _check_sums(here: pd.DataFrame, area_set: AreaSet, progress: Progress) -> None:
    """Refuse units that are more than whole, and tell those that are less."""
    sums = here.groupby("unit", sort=False)["share"].sum()
    above = sums[sums > 1 + SLACK]
    if len(above):
        row = here[here["unit"] == above.index[0]].iloc[-1]
        raise InputError(
            tr(
                "{file}, row {row}, field {field}: the parts of the unit {unit} sum to {sum}, more "
                "than the whole.",
                file=row["file"],
                row=row["row"],
                field="share",
                unit=row["unit"],
                sum=shortest(round(float(above.iloc[0]), 6)),
            ),
            tr("Write the part (0-1) of the unit that lies in each area, at most 1 in all."),
        )
    below = (1 - sums[sums < 1 - SLACK]).sort_values(ascending=False, kind="stable")
    if len(below):
        parts = [f"{unit} ({number(100 * lost, 1)} %)" for unit, lost in below.head(SHOWN).items()]
        progress.warn(
            tr(
                "{count} units lie partly outside the areas of {name}, and that part of their "
                "figures is in no area: {units}.",
                count=number(len(below)),
                name=area_set.name,
                units=", ".join(parts) + (" …" if len(below) > SHOWN else ""),
            )
        )


def _tell_foreign(foreign: pd.DataFrame, area_set: AreaSet, progress: Progress) -> None:
    areas = list(dict.fromkeys(foreign["area"]))
    if areas:
        progress.warn(
            tr(
                "{name}: {count} areas of the table of units and areas are no areas of it: "
                "{areas}.",
                name=area_set.name,
                count=number(len(areas)),
                areas=_some(areas),
            )
        )


def _tell_unmapped(lost: pd.DataFrame, progress: Progress) -> None:
    units = list(dict.fromkeys(lost["area_code"]))
    if units:
        progress.warn(
            tr(
                "{count} units of the finished figures are not in the table of units and areas, "
                "and their figures are in no area: {units}.",
                count=number(len(units)),
                units=_some(units),
            )
        )


def _tell_lacking(
    found: pd.DataFrame,
    mine: pd.DataFrame,
    shares: pd.DataFrame,
    names: Sequence[str],
    area_set: AreaSet,
    progress: Progress,
) -> None:
    """Say how many figures are missing for want of a unit's, and which units lack some."""
    without = found.loc[found["lacking"], ["target", "period", "indicator"]]
    silent = sorted(set(shares["target"]) - set(found["target"]))
    if not len(without) and not silent:
        return
    keys = ["own", "period", "indicator"]
    given = mine.loc[mine["numerator"].notna() | (mine["denominator"] == 0) | mine["hidden"], keys]
    wanted = without.merge(shares[["target", "own"]], on="target")
    both = wanted.merge(given.drop_duplicates(), on=keys, how="left", indicator=True)
    lacking = set(both.loc[both["_merge"] == "left_only", "own"])
    lacking |= set(shares.loc[shares["target"].isin(silent), "own"])
    progress.warn(
        tr(
            "{name}: {count} figures are missing, and {areas} areas have none at all, because "
            "units of theirs have none: {units}.",
            name=area_set.name,
            count=number(len(without)),
            areas=number(len(silent)),
            units=_some([names[own] for own in sorted(lacking)]),
        )
    )


def _some(texts: Sequence[object]) -> str:
    return ", ".join(map(str, texts[:SHOWN])) + (" …" if len(texts) > SHOWN else "")

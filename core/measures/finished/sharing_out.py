"""Amounts of some places shared out among others: what can be added up is added up, what cannot is
refused or missing.

A percentage can be shared out only with its denominator: the mean of two percentages is not the
percentage of the whole. A median cannot at all.
"""

from __future__ import annotations

from typing import Sequence

import numpy as np
import pandas as pd

from ...areas.overlap import SLIVER
from ...catalogue.indicators.definitions import Indicator
from ...errors import InputError
from ...i18n import in_language, tr

AMOUNTS = ("numerator", "denominator")
MEDIAN = "median"


def needed(shares: pd.DataFrame) -> pd.Series:
    """Which rows of ``shares`` (``own``, ``target``, ``share``, ``weight``) the figure of their
    target cannot do without: more than a sliver of what it is shared out from, or of itself."""
    whole = shares.groupby("target")["weight"].transform("sum")
    return (shares["share"] > SLIVER) | (shares["weight"] > SLIVER * whole)


def shared_out(
    figures: pd.DataFrame,
    shares: pd.DataFrame,
    keys: Sequence[str],
    amounts: Sequence[str] = AMOUNTS,
    marks: Sequence[str] = (),
) -> pd.DataFrame:
    """The ``amounts`` of ``figures`` added up by target.

    Args:
        figures: ``own``, the ``keys``, ``amounts`` (numbers, NaN unknown) and ``marks``
            (booleans); a place has each of the keys once.
        shares: ``own``, ``target``, ``share`` (0-1) and ``needed`` (boolean).
        keys: what figures are added up within: period, indicator and the like.
    Returns:
        A row for each target and key that any share is of: ``target``, the ``keys``, the
        ``amounts`` (NaN where a needed part is not known), the ``marks`` (true where any needed
        part's is), and ``lacking``, whether a needed part is not there.
    """
    keys, amounts, marks = list(keys), list(amounts), list(marks)
    joined = figures.merge(shares, on="own")
    by = ["target", *keys]
    for name in amounts:
        joined[f"{name}?"] = joined[name].isna() & joined["needed"]
        joined[name] = joined[name] * joined["share"]
    for mark in marks:
        joined[mark] = joined[mark] & joined["needed"]
    unknown = [f"{name}?" for name in amounts]
    groups = joined.groupby(by, sort=False, observed=True)
    sums = groups[amounts].sum(min_count=1)
    any_of = groups[[*unknown, *marks]].any()
    for name in amounts:
        sums[name] = sums[name].mask(any_of[f"{name}?"])
    for mark in marks:
        sums[mark] = any_of[mark]
    wanted = shares.loc[shares["needed"]].groupby("target").size()
    there = groups["needed"].sum().to_numpy()
    sums = sums.reset_index()
    asked = wanted.reindex(sums["target"], fill_value=0).to_numpy()
    return sums.assign(lacking=there < asked)


def values_of(
    numerator: pd.Series, denominator: pd.Series, indicator: pd.Series, known: Sequence[Indicator]
) -> np.ndarray:
    """The values of figures by their indicator: ``scale`` × numerator / denominator, of a plain
    count the count; NaN where the denominator is 0."""
    scale = indicator.map({i.id: i.scale for i in known}).to_numpy("float64")
    with np.errstate(invalid="ignore", divide="ignore"):
        divided = scale * numerator.to_numpy("float64") / denominator.to_numpy("float64")
    divided[~np.isfinite(divided)] = np.nan
    return np.where(np.isnan(scale), numerator.to_numpy("float64"), divided)


def refuse_what_cannot(figures: pd.DataFrame, known: Sequence[Indicator]) -> None:
    """Refuse ``figures`` (``figure_reader.COLUMNS``) that cannot be shared out or added up.

    Raises:
        InputError: a median, or a figure that is divided by something without its parts; names the
            first by file and row.
    """
    given = ~figures["hidden"] & (figures["value"].notna() | figures["numerator"].notna())
    name_of = {i.id: in_language(i.name) for i in known}
    median = figures["indicator"].isin([i.id for i in known if i.numerator_kind == MEDIAN])
    found = figures[given & median]
    if len(found):
        row = found.iloc[0]
        raise InputError(
            tr(
                "{where}{indicator} is a median, and medians of several areas cannot be added up "
                "or shared out.",
                where=_where(row, "value"),
                indicator=name_of[row["indicator"]],
            ),
            tr("Give the figures of the areas themselves."),
        )
    divided = figures["indicator"].isin([i.id for i in known if i.scale is not None])
    lacking = figures["denominator"].isna() | figures["numerator"].isna()
    found = figures[given & divided & lacking]
    if len(found):
        row = found.iloc[0]
        raise InputError(
            tr(
                "{where}{indicator} is given for other areas or units and without denominators, "
                "so it cannot be carried over or added up.",
                where=_where(row, "denominator"),
                indicator=name_of[row["indicator"]],
            ),
            tr("Give the denominators too, or figures for the areas themselves."),
        )


def _where(row: pd.Series, field: str) -> str:
    """File, row and field of a figure that was read from a file, with what parts them from the
    sentence."""
    if "file" not in row:
        return ""
    return tr("{file}, row {row}, field {field}: ", file=row["file"], row=row["row"], field=field)

"""Observations of old areas cast onto new ones."""

from __future__ import annotations

from typing import Dict, List, Sequence

import numpy as np
import pandas as pd

from ...areas.crosswalk import CERTAIN_FIRST, KEY, Crosswalk
from ...areas.overlap import SLIVER
from ...areas.versions import OUTLINE
from ...catalogue.indicators.definitions import Indicator
from ...i18n import in_language, tr
from ...numbers import number
from ...progress import Progress
from ..observations import (
    COUNTED,
    FINISHED,
    HIDDEN,
    NO_DENOMINATOR,
    NOBODY,
    SOURCE,
    UNKNOWN,
)
from .sharing_out import MEDIAN, needed, shared_out, values_of

CAST = "cast"
NOT_ADDITIVE, NOT_COVERED, OVERLAP = "not_additive", "not_covered", "overlap"
"""What ``status`` says of a figure that could not be cast: a median; a part of the new area lies in
no old one; old areas lie over each other in it."""
SUMMED = ("numerator", "denominator", "persons")


def cast(
    observations: pd.DataFrame,
    crosswalk: Crosswalk,
    indicators: Sequence[Indicator],
    progress: Progress,
) -> pd.DataFrame:
    """``observations`` (``observations.COLUMNS``, perhaps with facets and ``source``) of the old
    areas of ``crosswalk``, on its new ones.

    Numerators, denominators and persons are shared out, values worked out anew. A new area that is
    an old one has its figures as they were, medians and percentages without denominators too.
    Elsewhere these are missing, and so is what old areas do not cover, lie over each other in, hide
    or do not know: ``status`` says which. Households cannot be added up and are not known.

    Returns:
        The same columns and ``cast``, how the figure came to the new area: the least certain of
        ``crosswalk.CERTAIN_FIRST`` that it was shared out by.
    """
    keys = [c for c in ("period", "indicator", "facet", "facet_value") if c in observations]
    columns = [*observations.columns, CAST]
    about = [i for i in indicators if i.id in set(observations["indicator"])]
    of_old = observations["area_id"].isin(list(crosswalk.old.area_ids))
    known = observations["indicator"].isin([i.id for i in about])
    _tell_left_out(observations, of_old, known, crosswalk, progress)
    figures = observations[of_old & known]
    parts = [_as_they_were(figures, crosswalk), _elsewhere(figures, crosswalk, about, keys)]
    parts = [part.reindex(columns=columns) for part in parts if len(part)]
    if not parts:
        return observations[:0].assign(**{CAST: ""})
    found = pd.concat(parts, ignore_index=True)
    order = {area: place for place, area in enumerate(crosswalk.new.area_ids)}
    places = found["area_id"].map(order).to_numpy("int64")
    periods = pd.factorize(found["period"], sort=True)[0]
    found = found.iloc[np.lexsort((places, periods))].reset_index(drop=True)
    _tell_missing(found, crosswalk, about, progress)
    return found


def _as_they_were(figures: pd.DataFrame, crosswalk: Crosswalk) -> pd.DataFrame:
    """The figures of the areas that are the same in both sets."""
    table = crosswalk.table
    same = table[table["by"].isin([KEY, OUTLINE])].set_index("from_area")
    mine = figures[figures["area_id"].isin(same.index)]
    areas = mine["area_id"]
    return mine.assign(
        area_id=areas.map(same["to_area"]).astype(object), **{CAST: areas.map(same["by"])}
    )


def _elsewhere(
    figures: pd.DataFrame, crosswalk: Crosswalk, about: Sequence[Indicator], keys: List[str]
) -> pd.DataFrame:
    """The figures of the other new areas."""
    table = crosswalk.table
    table = table[~table["to_area"].isin(list(crosswalk.kept.values()))]
    figures = figures[figures["area_id"].isin(table["from_area"])]
    if not len(figures):
        return figures
    shares = table.rename(columns={"from_area": "own", "to_area": "target"})
    shares = shares.assign(needed=needed(shares))
    sums = shared_out(
        _as_amounts(figures, about).rename(columns={"area_id": "own"}),
        shares[["own", "target", "share", "needed"]],
        keys,
        SUMMED,
        ("hidden", "unknown", "without", "finished"),
        [name for name in ("vintage", SOURCE) if name in figures],
    )
    if "vintage" in sums:
        sums["vintage"] = sums["vintage"].str.rpartition("+")[2]  # the latest
    certainty = shares["by"].map({by: place for place, by in enumerate(CERTAIN_FIRST)})
    weakest = certainty.groupby(shares["target"]).max()
    cover = crosswalk.cover.set_index("to_area").reindex(sums["target"])
    scaled = sums["indicator"].isin([i.id for i in about if i.scale is not None]).to_numpy()
    median = sums["indicator"].isin([i.id for i in about if i.numerator_kind == MEDIAN])
    status = np.select(
        [
            median.to_numpy(),
            (cover["twice"] > SLIVER).to_numpy(),
            (cover["covered"] < 1 - SLIVER).to_numpy(),
            sums["hidden"].to_numpy(),
            (sums["lacking"] | sums["unknown"]).to_numpy(),
            scaled & (sums["without"] | sums["denominator"].isna()).to_numpy(),
            sums["numerator"].isna().to_numpy(),
            scaled & (sums["denominator"] == 0).to_numpy(),
            sums["finished"].to_numpy(),
        ],
        [
            NOT_ADDITIVE,
            OVERLAP,
            NOT_COVERED,
            HIDDEN,
            UNKNOWN,
            NO_DENOMINATOR,
            UNKNOWN,
            NOBODY,
            FINISHED,
        ],
        COUNTED,
    ).astype(object)
    there = np.isin(status, [COUNTED, FINISHED])
    known = there | (status == NOBODY)
    value = values_of(sums["numerator"], sums["denominator"], sums["indicator"], about)
    more: Dict[str, object] = {
        name: sums[name].where(pd.Series(known, index=sums.index)) for name in SUMMED
    }
    return sums.assign(
        area_id=sums["target"],
        value=np.where(there, value, np.nan),
        households=np.nan,
        status=status,
        **{CAST: np.array(CERTAIN_FIRST, dtype=object)[weakest.reindex(sums["target"])]},
        **more,
    )


def _as_amounts(figures: pd.DataFrame, about: Sequence[Indicator]) -> pd.DataFrame:
    """``figures`` with what cannot be added up taken out of the sums, and why."""
    status, denominator = figures["status"], figures["denominator"]
    scaled = figures["indicator"].isin([i.id for i in about if i.scale is not None])
    nobody = scaled & (denominator == 0)
    unknown = status.isin([UNKNOWN, NOT_COVERED, OVERLAP, NOT_ADDITIVE]) & ~nobody
    return figures.assign(
        hidden=status == HIDDEN,
        unknown=unknown,
        without=scaled & ((status == NO_DENOMINATOR) | denominator.isna()) & ~unknown,
        finished=status == FINISHED,
        numerator=figures["numerator"].mask(unknown).mask(nobody, 0.0),
    )


def _tell_left_out(
    observations: pd.DataFrame,
    of_old: pd.Series,
    known: pd.Series,
    crosswalk: Crosswalk,
    progress: Progress,
) -> None:
    lost = observations.loc[~of_old, "area_id"].drop_duplicates()
    if len(lost):
        progress.warn(
            tr(
                "{count} area codes of the figures are no areas of {name} and are left out: "
                "{areas}.",
                count=number(len(lost)),
                name=crosswalk.old.name,
                areas=", ".join(map(str, lost.iloc[:5])) + (" …" if len(lost) > 5 else ""),
            )
        )
    strange = sorted(set(observations.loc[~known, "indicator"]))
    if strange:
        progress.warn(
            tr(
                "Indicators that the catalogue does not have cannot be cast: {names}.",
                names=", ".join(map(str, strange[:8])),
            )
        )


def _tell_missing(
    found: pd.DataFrame, crosswalk: Crosswalk, about: Sequence[Indicator], progress: Progress
) -> None:
    """Say which figures are missing on the new boundaries, and why."""
    anew = found[~found[CAST].isin([KEY, OUTLINE])]
    names = {i.id: in_language(i.name) for i in about}
    for status, text in (
        (NOT_ADDITIVE, tr("medians cannot be added up")),
        (NO_DENOMINATOR, tr("they have no denominators")),
        (NOT_COVERED, tr("a part of the area lies in no old one")),
        (OVERLAP, tr("old areas lie over each other there")),
        (HIDDEN, tr("their source hides a part of them")),
        (UNKNOWN, tr("a part of them is not known")),
    ):
        rows = anew[anew["status"] == status]
        if len(rows):
            of = list(dict.fromkeys(names[one] for one in rows["indicator"]))
            progress.warn(
                tr(
                    "{count} figures are missing in {name}, for {reason}: {indicators}.",
                    count=number(len(rows)),
                    name=crosswalk.new.name,
                    reason=text,
                    indicators=", ".join(of[:5]) + (" …" if len(of) > 5 else ""),
                )
            )

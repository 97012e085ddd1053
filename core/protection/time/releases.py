"""Earlier releases: what has been shown cannot be taken back, so it binds what may be shown now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Collection, Dict, List, Mapping, Optional, Sequence, Set, Tuple

import numpy as np
import pandas as pd

from ...catalogue.protection.entries import ROUNDING, SUPPRESSION
from ...errors import InputError
from ...i18n import tr
from ...measures.atom_counts import AtomCounts
from ...periods import month_number
from ..statuses import KEPT, SHOWN
from ..system.places import areas_of

CELL_COLUMNS = (
    "release",
    "area_set",
    "area_id",
    "period",
    "indicator",
    "numerator",
    "denominator",
    "value",
    "status",
)
SAME_WITHIN = 0.1 + 1e-6
"""Counts are kept as they were shown, full-time persons to one decimal."""
ALMOST_SAME = 1e-6
Place = Tuple[str, str]


@dataclass(frozen=True)
class Releases:
    """The releases in the ledger that the new one's readers may know.

    Attributes:
        about: one row per release: ``release``, ``audience``, ``method``, ``period``, ``created``;
            oldest first.
        cells: every figure of them (``CELL_COLUMNS``); hidden ones have no figures.
        geometry: (release, area set) → fingerprint of the boundaries it used.
    """

    about: pd.DataFrame
    cells: pd.DataFrame
    geometry: Dict[Tuple[str, str], str]

    def known_to(self, audience: int) -> "Releases":
        """Those that readers of an edition for ``audience`` know: for it, or for a wider one."""
        return self._only(self.about[self.about["audience"] >= audience])

    @property
    def ids(self) -> List[str]:
        """The releases, oldest first."""
        return self.about["release"].tolist()

    def without(self, others: "Releases") -> "Releases":
        """Those that are not among ``others``."""
        about = self.about[~self.about["release"].isin(others.ids)]
        return self._only(about)

    def by(self, method: str) -> "Releases":
        """Those made by a method."""
        return self._only(self.about[self.about["method"] == method])

    def _only(self, about: pd.DataFrame) -> "Releases":
        keep = set(about["release"])
        return Releases(
            about,
            self.cells[self.cells["release"].isin(list(keep))],
            {key: value for key, value in self.geometry.items() if key[0] in keep},
        )

    def of_period(self, period: str) -> pd.DataFrame:
        """The figures released of ``period``; of a figure released twice the newest."""
        return self._by_period.get(period, self.cells[:0])

    @cached_property
    def _by_period(self) -> Dict[str, pd.DataFrame]:
        return {
            str(period): cells.drop_duplicates(["area_set", "area_id", "indicator"], keep="last")
            for period, cells in self.cells.groupby("period")
        }

    def shown_from(self, indicator: str, upto: str) -> Dict[Place, str]:
        """Place → the period whose value of ``indicator`` was last shown of it, in releases of
        periods to ``upto``."""
        rows = self.cells[(self.cells["indicator"] == indicator) & (self.cells["status"] == SHOWN)]
        found: Dict[Place, str] = {}
        for area_set, area, period in zip(rows["area_set"], rows["area_id"], rows["period"]):
            if month_number(period) <= month_number(upto):
                found[(area_set, area)] = max(
                    period, found.get((area_set, area), period), key=month_number
                )
        return found

    def period_before(self, period: str, indicator: str) -> Optional[str]:
        """The latest period before ``period`` of which figures of ``indicator`` were released."""
        earlier = [
            p for p in self._periods.get(indicator, ()) if month_number(p) < month_number(period)
        ]
        return max(earlier, key=month_number) if earlier else None

    def period_after(self, period: str, indicator: str) -> Optional[str]:
        """The first period after ``period`` of which figures of ``indicator`` were released."""
        later = [
            p for p in self._periods.get(indicator, ()) if month_number(p) > month_number(period)
        ]
        return min(later, key=month_number) if later else None

    def neighbours(self, period: str, indicator: str) -> Set[str]:
        """The periods before and after that were released of ``indicator``."""
        return {
            near
            for near in (
                self.period_before(period, indicator),
                self.period_after(period, indicator),
            )
            if near is not None
        }

    @cached_property
    def _periods(self) -> Dict[str, Sequence[str]]:
        """Indicator → the periods it was released of."""
        return self.cells.groupby("indicator")["period"].unique().to_dict()


def no_releases() -> Releases:
    """An empty ledger."""
    return Releases(
        pd.DataFrame(columns=["release", "audience", "method", "period", "created"]),
        pd.DataFrame(columns=list(CELL_COLUMNS)),
        {},
    )


def check_boundaries(releases: Releases, period: str, fingerprints: Dict[str, str]) -> None:
    """Raise ``InputError`` unless every area set released of ``period`` or of the periods before
    and after it is among those counted now, with the same boundaries: what it gives away together
    with the new one could not be known else."""
    periods = {period}.union(
        *(releases.neighbours(period, one) for one in releases.cells["indicator"].unique())
    )
    for release, when in zip(releases.about["release"], releases.about["period"]):
        for (of, area_set), fingerprint in releases.geometry.items():
            if of != release or when not in periods:
                continue
            if area_set not in fingerprints:
                raise InputError(
                    tr(
                        "Release {release} shows {period} for the area set {name}, which was not "
                        "counted now.",
                        release=release,
                        period=when,
                        name=area_set,
                    ),
                    tr(
                        "Count that area set along with the others, so that the two can be checked "
                        "together."
                    ),
                )
            if fingerprints[area_set] != fingerprint:
                raise InputError(
                    tr(
                        "The boundaries of {name} have changed since release {release}.",
                        name=area_set,
                        release=release,
                    ),
                    tr("Count the old boundaries along with the new ones, under their old name."),
                )


def check_method(
    releases: Releases,
    period: str,
    method: str,
    indicators: Collection[str],
    kernel: Collection[str],
) -> None:
    """Raise ``InputError`` where the two methods would meet: of one month two versions tell more
    than each, and a rounded table is no protection beside another month's. ``kernel``: core
    demographics, the same by both."""
    near = {one: {period} | releases.neighbours(period, one) for one in indicators}
    for release, of, when in zip(
        releases.about["release"], releases.about["method"], releases.about["period"]
    ):
        told = set(releases.cells.loc[releases.cells["release"] == release, "indicator"])
        shared = {one for one in told & set(indicators) if when in near[one]}
        if when == period and of != method and indicators:
            shared = told - set(kernel)
        if shared and (of != method or (of == ROUNDING and when != period)):
            raise InputError(
                tr(
                    "Release {release} of {period} shows {indicator} by another method, or rounded "
                    "for another month.",
                    release=release,
                    period=when,
                    indicator=min(shared),
                ),
                tr(
                    "Rounded tables stand alone. Use the edition {release} was made by.",
                    release=release,
                ),
            )


def same_rounding(
    releases: Releases, period: str, counts: Mapping[Tuple[str, str, str, str], float]
) -> None:
    """Raise ``InputError`` where one of the rounded ``counts`` (area set, area, indicator, kind →
    count) differs from the one released of ``period``: together two roundings tell more than
    one."""
    cells = releases.by(ROUNDING).of_period(period)
    for kind in ("numerator", "denominator"):
        for *key, shown in zip(
            cells["area_set"], cells["area_id"], cells["indicator"], cells[kind]
        ):
            if abs(counts.get((*key, kind), np.nan) - shown) > ALMOST_SAME:
                raise _revised(period, key[2])


def released_indicators(releases: Releases, period: str) -> Set[str]:
    """The indicators of which figures of ``period`` were shown."""
    cells = releases.of_period(period)
    return set(cells.loc[cells["status"] == SHOWN, "indicator"])


def released_numbers(releases: Releases, period: str) -> Set[Tuple[str, str, str, str]]:
    """(area set, area, indicator, kind) of every number that was shown of ``period``; a figure
    without counts, such as a mean, tells its sum."""
    cells = releases.of_period(period)
    return shown_numbers(cells[cells["status"] == SHOWN])


def kept_counts(
    releases: Releases, period: str
) -> Dict[Tuple[str, str, str], List[Tuple[float, float]]]:
    """(area set, area, indicator) → (numerator, denominator) of every value that releases of
    ``period`` carried over; those of different audiences may have carried different ones."""
    cells = releases.cells[
        (releases.cells["period"] == period) & (releases.cells["status"] == KEPT)
    ]
    found: Dict[Tuple[str, str, str], List[Tuple[float, float]]] = {}
    for *cell, have, whole in zip(
        cells["area_set"],
        cells["area_id"],
        cells["indicator"],
        cells["numerator"].astype("float64"),
        cells["denominator"].astype("float64"),
    ):
        found.setdefault(tuple(cell), []).append((have, whole))
    return found


def shown_numbers(figures: pd.DataFrame) -> Set[Tuple[str, str, str, str]]:
    """(area set, area, indicator, kind) of every number that ``figures`` (``CELL_COLUMNS`` but the
    release) tell.

    A share or a mean tells its numerator as well as the number itself does.
    """
    found = set()
    for kind, there in (
        ("numerator", figures["numerator"].notna() | figures["value"].notna()),
        ("denominator", figures["denominator"].notna()),
    ):
        rows = figures[there]
        found |= {(*key, kind) for key in zip(rows["area_set"], rows["area_id"], rows["indicator"])}
    return found


def agrees(releases: Releases, period: str, counts: AtomCounts) -> None:
    """Raise ``InputError`` where a count of ``period`` differs from the one released: revised
    figures of a period that is out would show who was added or taken away."""
    cells = releases.by(SUPPRESSION).of_period(period)
    cells = cells[(cells["status"] == SHOWN) & cells["numerator"].notna()]
    inside = {place.key: place.atoms for place in areas_of(counts)}
    for area_set, area, indicator, *shown in zip(
        cells["area_set"],
        cells["area_id"],
        cells["indicator"],
        cells["numerator"],
        cells["denominator"],
    ):
        now = counts.values.get((period, indicator))
        if now is None:
            continue
        atoms = inside.get((area_set, area), np.zeros(0, dtype="int64"))
        for name, number in zip(("numerator", "denominator"), shown):
            if (
                name in now
                and not np.isnan(number)
                and abs(now[name][atoms].sum() - number) > SAME_WITHIN
            ):
                raise _revised(period, indicator)


def agrees_without_counts(releases: Releases, period: str, table: pd.DataFrame) -> None:
    """The same as ``agrees`` of means, medians and finished figures, which an edition's ``table``
    shows again."""
    keys = ["area_set", "area_id", "indicator"]
    then, now = (
        figures[
            (figures["status"] == SHOWN) & figures["numerator"].isna() & figures["value"].notna()
        ]
        for figures in (releases.of_period(period), table)
    )
    both = then.merge(now, on=keys, suffixes=("", "_now"))
    revised = both[(both["value"] - both["value_now"]).abs() > ALMOST_SAME]
    if len(revised):
        raise _revised(period, revised["indicator"].iloc[0])


def _revised(period: str, indicator: str) -> InputError:
    return InputError(
        tr(
            "The figures of {period} have been revised since they were released ({indicator}).",
            period=period,
            indicator=indicator,
        ),
        tr(
            "Release a later period instead; a second version of a released one would show the "
            "difference."
        ),
    )


def area_keys(cells: pd.DataFrame, indicator: str, status: Sequence[str]) -> Set[Tuple[str, str]]:
    """The places of ``indicator`` with one of ``status``."""
    rows = cells[(cells["indicator"] == indicator) & cells["status"].isin(list(status))]
    return set(zip(rows["area_set"], rows["area_id"]))

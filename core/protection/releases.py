"""Earlier releases: what has been shown cannot be taken back, so it binds what may be shown now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Optional, Sequence, Set, Tuple

import numpy as np
import pandas as pd

from ..errors import InputError
from ..i18n import tr
from ..measures.atom_counts import AtomCounts
from ..registers.periods import month_number

CELL_COLUMNS = ("release", "area_set", "area_id", "period", "indicator", "numerator", "denominator", "value", "status")
SHOWN, HIDDEN, KEPT = "shown", "hidden", "carried"
"""``status`` of a figure in an edition: shown, hidden, or the value shown before, carried over."""
SAME_WITHIN = 1e-6
Key = Tuple[str, str, str]


@dataclass(frozen=True)
class Releases:
    """The releases in the ledger that the new one's readers may know.

    Attributes:
        about: one row per release: ``release``, ``audience``, ``period``, ``created``; oldest first.
        cells: every figure of them (``CELL_COLUMNS``); hidden ones have no figures.
        geometry: (release, area set) → fingerprint of the boundaries it used.
    """

    about: pd.DataFrame
    cells: pd.DataFrame
    geometry: Dict[Tuple[str, str], str]

    def known_to(self, audience: int) -> "Releases":
        """Those that readers of an edition for ``audience`` know: for it, or for a wider one."""
        about = self.about[self.about["audience"] >= audience]
        keep = set(about["release"])
        return Releases(about, self.cells[self.cells["release"].isin(list(keep))],
                        {key: value for key, value in self.geometry.items() if key[0] in keep})

    @property
    def ids(self) -> List[str]:
        """The releases, oldest first."""
        return self.about["release"].tolist()

    def of_period(self, period: str) -> pd.DataFrame:
        """The figures released of ``period``; of a figure released twice the newest."""
        cells = self.cells[self.cells["period"] == period]
        return cells.drop_duplicates(["area_set", "area_id", "indicator"], keep="last")

    def period_before(self, period: str) -> Optional[str]:
        """The latest period before ``period`` that was released."""
        earlier = [p for p in self.about["period"].unique() if month_number(p) < month_number(period)]
        return max(earlier, key=month_number) if earlier else None

    def period_after(self, period: str) -> Optional[str]:
        """The first period after ``period`` that was released."""
        later = [p for p in self.about["period"].unique() if month_number(p) > month_number(period)]
        return min(later, key=month_number) if later else None


def no_releases() -> Releases:
    """An empty ledger."""
    return Releases(pd.DataFrame(columns=["release", "audience", "period", "created"]),
                    pd.DataFrame(columns=list(CELL_COLUMNS)), {})


def check_boundaries(releases: Releases, period: str, fingerprints: Dict[str, str]) -> None:
    """Raise ``InputError`` unless every area set released of ``period`` or of the periods before and after it is
    among those counted now, with the same boundaries: what it gives away together with the new one could not be known
    else."""
    periods = {period, releases.period_before(period), releases.period_after(period)}
    for release, when in zip(releases.about["release"], releases.about["period"]):
        for (of, area_set), fingerprint in releases.geometry.items():
            if of != release or when not in periods:
                continue
            if area_set not in fingerprints:
                raise InputError(
                    tr("Release {release} shows {period} for the area set {name}, which was not counted now.",
                       release=release, period=when, name=area_set),
                    tr("Count that area set along with the others, so that the two can be checked together."))
            if fingerprints[area_set] != fingerprint:
                raise InputError(
                    tr("The boundaries of {name} have changed since release {release}.", name=area_set,
                       release=release),
                    tr("Count the old boundaries along with the new ones, under their old name."))


def released_numbers(releases: Releases, period: str) -> Set[Tuple[str, str, str, str]]:
    """(area set, area, indicator, kind) of every number that was shown of ``period``."""
    cells = releases.of_period(period)
    shown = cells[cells["status"] == SHOWN]
    found = set()
    for kind in ("numerator", "denominator"):
        there = shown[shown[kind].notna()]
        found |= {(*key, kind) for key in zip(there["area_set"], there["area_id"], there["indicator"])}
    return found


def agrees(releases: Releases, period: str, counts: AtomCounts) -> None:
    """Raise ``InputError`` where the municipality's own totals of ``period`` differ from those released: revised
    figures of a period that is out would show who was added or taken away."""
    cells = releases.of_period(period)
    totals = cells[(cells["area_set"] == "") & (cells["status"] == SHOWN)]
    for indicator, numerator in zip(totals["indicator"], totals["numerator"]):
        now = counts.values.get((period, indicator))
        if now is None or np.isnan(numerator):
            continue
        if abs(float(np.round(now["numerator"].sum(), 1)) - numerator) > 0.1 + SAME_WITHIN:
            raise InputError(
                tr("The figures of {period} have been revised since they were released ({indicator}).", period=period,
                   indicator=indicator),
                tr("Release a later period instead; a second version of a released one would show the difference."))


def area_keys(cells: pd.DataFrame, indicator: str, status: Sequence[str]) -> Set[Tuple[str, str]]:
    """The places of ``indicator`` with one of ``status``."""
    rows = cells[(cells["indicator"] == indicator) & cells["status"].isin(list(status))]
    return set(zip(rows["area_set"], rows["area_id"]))

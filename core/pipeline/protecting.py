"""Step 3: an edition that may leave the municipality, made of the newest run of the monitor
file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Sequence

from ..areas.area_set import AreaSet, fingerprint
from ..catalogue.own import catalogue
from ..catalogue.protection.parts import with_parts
from ..catalogue.protection.rules import Profile, profile
from ..errors import InputError
from ..i18n import tr
from ..measures.atom_counts import AtomCounts
from ..packages import FOR_DISCLOSURE, require
from ..progress import Part, Progress
from ..protection.edition import Edition
from ..protection.system.places import TooSmall, areas_of, residents_of, too_small
from ..protection.time.releases import Releases
from ..store.monitor_file import MonitorFile


@dataclass(frozen=True)
class Prepared:
    """An edition with what it was made of.

    Attributes:
        area_sets: id → area set, with geometry.
        too_small: areas under the gate, smallest first.
        run: the run of the monitor file.
    """

    edition: Edition
    counts: AtomCounts
    area_sets: Dict[str, AreaSet]
    too_small: Sequence[TooSmall]
    run: int

    @property
    def names(self) -> Dict[str, str]:
        """Area set id → name."""
        return {identifier: area_set.name for identifier, area_set in self.area_sets.items()}


def periods_of(monitor: "str | Path | MonitorFile") -> List[str]:
    """The periods of the newest run that an edition can be made of, the newest first; no figure is
    read.

    Raises:
        StoreError: the file cannot be read, or was counted by an earlier version.
    """
    store = monitor if isinstance(monitor, MonitorFile) else MonitorFile(monitor)
    return list(reversed(store.runs.periods())) if store.runs.newest() else []


def prepare_edition(
    monitor: "str | Path", profile_id: str, period: str, own_catalogue: str, progress: Progress
) -> Prepared:
    """The edition of ``period`` (the newest where empty) for the profile ``profile_id``, audited.

    Raises:
        InputError: scipy is not installed, nothing was counted, or the edition cannot be made;
            says why.
        AttackError: the audit was not carried through.
    """
    require(*FOR_DISCLOSURE)
    from ..protection.making import make_edition

    store = MonitorFile(monitor)
    run = store.runs.newest()
    if not run:
        raise InputError(
            tr("The monitor file {file} has no counted figures.", file=str(monitor)),
            tr("Compute first."),
        )
    chosen: Profile = profile(profile_id, own_catalogue)
    kept = store.runs.periods()
    when = period or kept[-1]
    if when not in kept:
        raise InputError(
            tr("{period} was not counted.", period=when),
            tr("Choose one of {choices}.", choices=", ".join(reversed(kept))),
        )
    releases: Releases = store.ledger.releases()
    # a release is compared with the months released before and after it, and with no other
    wanted = sorted({when, *releases.about["period"]} & set(store.runs.periods(like=when)))
    counts, observations = store.runs.counted(wanted, like=when)
    area_sets = {
        identifier: store.areas.load_counted(identifier, when, area_ids)
        for identifier, area_ids in counts.area_ids.items()
    }
    progress.report(0.05, tr("Protecting and auditing"))
    indicators = with_parts(
        catalogue(own_catalogue),
        {name for _, name in counts.values} | set(releases.cells["indicator"]),
    )
    edition = make_edition(
        counts,
        observations,
        indicators,
        when,
        chosen,
        Part(progress, 0.05, 1.0),
        releases,
        {i: fingerprint(s) for i, s in area_sets.items()},
    )
    residents, homes = residents_of(counts, when)
    small = too_small(areas_of(counts), residents, homes, chosen) if chosen.protects else []
    return Prepared(edition, counts, area_sets, small, run)

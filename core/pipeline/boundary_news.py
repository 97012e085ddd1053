"""What changes in the boundaries of an area set that the monitor file has figures of: told before
they are kept, for what was counted before stays in the boundaries of its time."""

from __future__ import annotations

from typing import Dict, List, Sequence

import pandas as pd

from ..areas.area_set import AreaSet, fingerprint
from ..areas.versions import GONE, NEW, OUTLINE, REDRAWN, RENAMED, versions_of
from ..i18n import tr
from ..numbers import number
from ..progress import Progress
from ..store.monitor_file import MonitorFile

MOST_NAMED = 5


def tell_changed_boundaries(monitor: MonitorFile, area_set: AreaSet, progress: Progress) -> None:
    """Warn of the areas of ``area_set`` that are others than in ``monitor``, where it has figures
    of the set; nothing where the file or the set is new.

    Raises:
        StoreError: the file cannot be read.
    """
    if not monitor.path.exists() or not len(monitor.in_force.held(area_set.id)):
        return
    before = monitor.areas.load(area_set.id)
    if fingerprint(before) == fingerprint(area_set):
        return
    found = versions_of(before, area_set, progress)
    _tell_other_ids(found, area_set, progress)
    words: Dict[str, str] = {
        REDRAWN: tr("redrawn"),
        RENAMED: tr("renamed"),
        NEW: tr("new"),
        GONE: tr("gone"),
    }
    told: List[str] = []
    for change, word in words.items():
        rows = found[found["change"] == change]
        if len(rows):
            names = (rows["to_name"].where(rows["to_name"] != "", rows["from_name"])).tolist()
            told.append(f"{number(len(rows))} {word} ({_some(names)})")
    if told:
        progress.warn(
            tr(
                "The boundaries of {name} are others than in the monitor file: {changes}. What was "
                "counted before stays in the boundaries of its time.",
                name=area_set.name,
                changes="; ".join(told),
            )
        )


def _tell_other_ids(found: pd.DataFrame, area_set: AreaSet, progress: Progress) -> None:
    """Say which areas have another id than the file knows them by, and go on as they were."""
    both = (found["from_area"] != "") & (found["to_area"] != "")
    rows = found[both & (found["from_area"] != found["to_area"])]
    if len(rows):
        keys = [tr("outline") if by == OUTLINE else by for by in sorted(set(rows["by"]))]
        changes = [f"{was} → {now}" for was, now in zip(rows["from_area"], rows["to_area"])]
        progress.warn(
            tr(
                "{count} areas of {name} have another id than in the monitor file ({changes}). "
                "They are the same by {keys}, and their series go on under the new id.",
                count=number(len(rows)),
                name=area_set.name,
                changes=_some(changes),
                keys=", ".join(keys),
            )
        )


def _some(texts: Sequence[str]) -> str:
    return ", ".join(texts[:MOST_NAMED]) + (", …" if len(texts) > MOST_NAMED else "")

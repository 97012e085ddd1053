"""Which area set of the monitor file a layer of areas is: the one in the file whose areas it has,
or one of its own."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import Collection, Dict, List

from ..areas.area_set import AreaSet
from ..areas.versions import pairs
from ..i18n import tr
from ..progress import Progress
from ..store.monitor_file import MonitorFile

SPELT = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
LONGEST = 40


def as_in_file(area_set: AreaSet, monitor: MonitorFile, wanted: str, progress: Progress) -> AreaSet:
    """``area_set`` under the id it has in ``monitor``.

    Args:
        wanted: the id that the user says. Where empty: of the sets that there are figures of, the
            one that has the most areas of ``area_set`` (``areas.versions.pairs``); where none has
            any, an id made of the layer's name, which is told.
    Raises:
        StoreError: the file cannot be read, or is no monitor file.
    """
    if wanted:
        return replace(area_set, id=wanted)
    if not monitor.path.exists():
        return area_set
    monitor.check_writable()
    known = monitor.areas.sets()["area_set"].tolist()
    counted = [one for one in known if len(monitor.in_force.held(one))]
    if not counted:
        return area_set
    shared: Dict[str, int] = {
        one: len(pairs(monitor.areas.load(one), area_set, progress)) for one in counted
    }
    most = max(shared, key=lambda one: shared[one])
    if shared[most]:
        return replace(area_set, id=most)
    made = _id_of(area_set.name, known)
    progress.warn(
        tr(
            "The areas of {name} are none of those in the monitor file ({sets}): no id, key or "
            "outline is the same. They become an area set of their own, {id}. If they are new "
            "areas of a set that is there, take this addition back and give its id as AREA_SET.",
            name=area_set.name,
            sets=", ".join(counted),
            id=made,
        )
    )
    return replace(area_set, id=made)


def _id_of(name: str, taken: Collection[str]) -> str:
    """An id made of ``name`` that is not ``taken``: small letters, numbers and underscores."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(SPELT))
    plain = re.sub(r"[^a-z0-9]+", "_", plain.encode("ascii", "ignore").decode()).strip("_")
    first = plain[:LONGEST] or "areas"
    ids: List[str] = [first, *(f"{first}_{n}" for n in range(2, len(taken) + 3))]
    return next(one for one in ids if one not in taken)

"""Which area set of the monitor file a layer of areas is: the one in the file whose areas it has,
or one of its own."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import Collection, List

from ..areas.area_set import AreaSet
from ..areas.identity import id_beside_others, is_same_place
from ..areas.versions import pairs
from ..i18n import tr
from ..progress import Progress
from ..store.monitor_file import MonitorFile

SPELT = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
LONGEST = 40


def as_in_file(
    area_set: AreaSet,
    monitor: MonitorFile,
    progress: Progress,
    wanted: str = "",
    municipality: str = "",
) -> AreaSet:
    """``area_set`` under the id it has in ``monitor``.

    Args:
        wanted: the id that the user says. Where empty: of the sets that there are figures of, the
            one that has the most areas of ``area_set`` (``areas.versions.pairs``); where none has
            any, an id of its own, which is told: made of the layer's name, or, where the file's
            areas are another place's, of the ``municipality``.
    Raises:
        StoreError: the file cannot be read, or is no monitor file.
    """
    if wanted:
        return replace(area_set, id=wanted)
    if not monitor.path.exists():
        return area_set
    monitor.check_writable()
    known = monitor.areas.sets()["area_set"].tolist()
    counted = {one: monitor.areas.load(one) for one in known if len(monitor.in_force.held(one))}
    here = {one: kept for one, kept in counted.items() if is_same_place(kept, area_set)}
    shared = {one: len(pairs(kept, area_set, progress)) for one, kept in here.items()}
    most = max(shared, key=lambda one: shared[one], default="")
    if most and shared[most]:
        return replace(area_set, id=most)
    if not counted:
        return area_set
    made = _id_of(area_set.name, known)
    if not here:
        made = id_beside_others(area_set, municipality, monitor.areas.find)
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

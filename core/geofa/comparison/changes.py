"""What is to be changed in GeoFA, object by object, and the theme as it would be then."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any, Dict, Iterable, List, Mapping, Optional, Set, Tuple

import pandas as pd

from ...catalogue.geofa.themes import Theme
from ...errors import InputError
from ...i18n import tr
from ..server import SERVICE

INSERT, UPDATE, UNCHANGED, MISSING, END = "insert", "update", "unchanged", "missing", "end"
CLOSED_STATUS: int = SERVICE["closed_status"]


@dataclass(frozen=True)
class ObjectChange:
    """One object.

    Attributes:
        kind: ``insert``, ``update``, ``unchanged``, ``missing`` (in GeoFA alone) or ``end``
            (missing, and picked).
        objekt_id: in GeoFA; of an insert the id it is going to have, so that a second attempt meets
            the first.
        versions_id: the version the comparison saw, empty for an insert.
        label: number and name, for people.
        row: the row of the source (from 1), None where the object is in GeoFA alone.
        attributes: column → (before, after) of the columns that change.
        values: column → value as it is to be sent: all of an insert, and who registers with an
            update.
        before, after: geometry (WKB, EPSG:25832); ``after`` is empty where it does not change.
        status: the ``statuskode`` GeoFA has.
        usual: columns of an insert that the source does not give and that get their usual value.
    """

    kind: str
    objekt_id: str
    versions_id: str
    label: str
    row: Optional[int] = None
    attributes: "Mapping[str, Tuple[object, object]]" = field(default_factory=dict)
    values: Mapping[str, object] = field(default_factory=dict)
    before: bytes = b""
    after: bytes = b""
    status: Optional[int] = None
    usual: Tuple[str, ...] = ()

    @property
    def sent_values(self) -> Mapping[str, object]:
        """Column → value as it is sent, the geometry apart."""
        return {**self.values, **{name: after for name, (_, after) in self.attributes.items()}}

    @property
    def geometry_changes(self) -> bool:
        """Is another geometry to be registered for an object there is?"""
        return self.kind == UPDATE and bool(self.after)


@dataclass(frozen=True)
class Comparison:
    """All objects of a source and of GeoFA, matched."""

    theme: Theme
    municipality: str
    changes: Tuple[ObjectChange, ...]

    def of_kind(self, *kinds: str) -> List[ObjectChange]:
        """The changes of ``kinds``, in order."""
        return [change for change in self.changes if change.kind in kinds]

    @property
    def to_send(self) -> List[ObjectChange]:
        """What sending would change."""
        return self.of_kind(INSERT, UPDATE, END)

    def counts(self) -> Mapping[str, int]:
        """How many of each kind."""
        found = Counter(change.kind for change in self.changes)
        return {kind: found.get(kind, 0) for kind in (INSERT, UPDATE, UNCHANGED, MISSING, END)}

    def ending(self, ids: Iterable[str], by_status: bool = True) -> "Comparison":
        """The comparison with the missing objects ``ids`` picked to be ended.

        Args:
            by_status: the object stays, with the status Ikke gældende, as GeoFA's rules for the
                administrative life of an object want it; otherwise its last version is ended and it
                is seen in the history alone.
        Raises:
            InputError: an id is not among the missing.
        """
        picked = {str(i).strip().lower() for i in ids}
        strange = sorted(picked - {change.objekt_id for change in self.of_kind(MISSING)})
        if strange:
            raise InputError(
                tr(
                    "{ids} is not among the objects GeoFA has and the source lacks.",
                    ids=", ".join(strange[:3]),
                ),
                tr("Only such objects can be ended. Compare again and pick from the list."),
            )

        def ended(change: ObjectChange) -> ObjectChange:
            if change.kind != MISSING or change.objekt_id not in picked:
                return change
            if not by_status:
                return replace(change, kind=END)
            return replace(
                change, kind=UPDATE, attributes={"statuskode": (change.status, CLOSED_STATUS)}
            )

        return replace(self, changes=tuple(map(ended, self.changes)))


def resulting(comparison: Comparison, current: pd.DataFrame) -> pd.DataFrame:
    """The theme as it would be once all is sent: ``current``'s user columns, ``wkb``, ``row`` and
    ``objekt_id``.

    Objects that are in GeoFA alone have negative row numbers.
    """
    there = {str(row["objekt_id"]).lower(): row for row in current.to_dict("records")}
    names = [column.name for column in comparison.theme.user_columns]
    rows: List[Dict[str, Any]] = []
    seen: Set[str] = set()
    for change in comparison.changes:
        seen.add(change.objekt_id)
        if change.kind != END:
            kept = there.get(change.objekt_id, {})
            row = {**{name: kept.get(name) for name in names}, **change.sent_values}
            row["objekt_id"] = change.objekt_id
            row["wkb"] = change.after or change.before
            row["row"] = change.row or -len(rows) - 1
            rows.append(row)
    last = -len(rows)
    for position, (identifier, kept) in enumerate(there.items(), start=1):
        if identifier not in seen:
            row = {name: kept[name] for name in names}
            row["objekt_id"] = identifier
            row["wkb"] = kept["wkb"]
            row["row"] = last - position
            rows.append(row)
    return pd.DataFrame(rows, columns=[*names, "objekt_id", "wkb", "row"], dtype=object)

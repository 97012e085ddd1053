"""What registration would change: a table of one's own beside what GeoFA has.

Every update makes a version in GeoFA, so what is unchanged is never sent; what is missing is never ended unless it is
picked object by object.
"""

from __future__ import annotations

import hashlib
import uuid
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Dict, Iterable, List, Mapping, Optional, Sequence, Tuple

import pandas as pd

from ..catalogue import files
from ..catalogue.municipalities import municipalities
from ..catalogue.themes import Theme
from ..errors import InputError
from ..i18n import tr
from . import shapes
from .server import SERVICE

INSERT, UPDATE, UNCHANGED, MISSING, END = "insert", "update", "unchanged", "missing", "end"
NOT_COMPARED = ("bruger_id",)
"""Who registered last is sent with a change and is none in itself."""
CLOSED_STATUS: int = files.need(SERVICE, "closed_status", "geofa.json")
NAMESPACE = uuid.UUID("6f0a1c4e-5f0e-5d57-9a52-5b2f0c5e6300")


@dataclass(frozen=True)
class Change:
    """One object.

    Attributes:
        kind: ``insert``, ``update``, ``unchanged``, ``missing`` (in GeoFA alone) or ``end`` (missing, and picked).
        objekt_id: in GeoFA; of an insert the id it is going to have, so that a second attempt meets the first.
        versions_id: the version the comparison saw, empty for an insert.
        label: number and name, for people.
        row: the row of the source (from 1), None where the object is in GeoFA alone.
        attributes: column → (before, after) of the columns that change.
        values: column → value as it is to be sent: all of an insert, and who registers with an update.
        before, after: geometry (WKB, EPSG:25832); ``after`` is empty where it does not change.
        status: the ``statuskode`` GeoFA has.
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
    changes: Tuple[Change, ...]

    def of_kind(self, *kinds: str) -> List[Change]:
        """The changes of ``kinds``, in order."""
        return [change for change in self.changes if change.kind in kinds]

    @property
    def to_send(self) -> List[Change]:
        """What sending would change."""
        return self.of_kind(INSERT, UPDATE, END)

    def counts(self) -> Mapping[str, int]:
        """How many of each kind."""
        found = Counter(change.kind for change in self.changes)
        return {kind: found.get(kind, 0) for kind in (INSERT, UPDATE, UNCHANGED, MISSING, END)}

    def ending(self, ids: Iterable[str], by_status: bool = True) -> "Comparison":
        """The comparison with the missing objects ``ids`` picked to be ended.

        Args:
            by_status: the object stays, with the status Ikke gældende, as GeoFA's rules for the administrative life of
                an object want it; otherwise its last version is ended and it is seen in the history alone.
        Raises:
            InputError: an id is not among the missing.
        """
        picked = {str(i).strip().lower() for i in ids}
        strange = sorted(picked - {change.objekt_id for change in self.of_kind(MISSING)})
        if strange:
            raise InputError(
                tr("{ids} is not among the objects GeoFA has and the source lacks.", ids=", ".join(strange[:3])),
                tr("Only such objects can be ended. Compare again and pick from the list."))

        def ended(change: Change) -> Change:
            if change.kind != MISSING or change.objekt_id not in picked:
                return change
            if not by_status:
                return replace(change, kind=END)
            return replace(change, kind=UPDATE, attributes={"statuskode": (change.status, CLOSED_STATUS)})

        return replace(self, changes=tuple(map(ended, self.changes)))


def plain(value: object, kind: str) -> object:
    """``value`` as GeoFA's column of the type ``kind`` compares it; nothing is None."""
    if value is None or value != value or (isinstance(value, str) and not value.strip()):
        return None
    if kind == "integer":
        return int(float(value))
    if kind == "numeric":
        return round(float(value), 6)
    if kind == "date":
        return str(value)[:10]
    return str(value).strip().lower() if kind == "uuid" else str(value).strip()


def label_of(row: Mapping[str, object], theme: Theme) -> str:
    """Number and name of an object, or its id."""
    number = row.get(theme.fields["number"]) if theme.fields["number"] else None
    parts = [str(part).strip() for part in (number, row.get(theme.fields["name"])) if part is not None and part == part]
    if len(parts) == 2 and parts[0] in parts[1].split():
        parts = parts[1:]
    return " ".join(filter(None, parts)) or str(row.get("objekt_id") or "?")


def defaults(theme: Theme, municipality: str, user: str) -> "Mapping[str, object]":
    """What a new object gets in mandatory columns that the source leaves empty: the municipality's CVR number, the
    user, origin "model calculation", in force, visible to all, and the theme's usual type."""
    authority = municipalities()[municipality].cvr if municipality else None
    chosen = {"cvr_kode": authority, "bruger_id": user or None, theme.fields["type"]: theme.default_type,
              **files.need(SERVICE, "defaults", "geofa.json")}
    return {name: value for name, value in chosen.items() if value is not None}


def compare(theme: Theme, municipality: str, wanted: pd.DataFrame, current: pd.DataFrame,
            user: str = "") -> Comparison:
    """``wanted`` beside ``current``.

    Objects are matched on ``objekt_id``, then ``noegle``, then number, type and grades. A column ``wanted`` lacks is
    not touched. Missing are the current objects in force of the types the source has.

    Args:
        wanted: any of the theme's user columns, ``objekt_id`` where known, ``wkb`` (empty: the geometry is not
            touched) and ``row`` (from 1).
        current: all objects of the municipality (``GeofaClient.current`` without a status).
        user: who registers (``bruger_id``), where the source does not say.
    Raises:
        InputError: an ``objekt_id`` GeoFA does not have, a key used twice, or a new object without geometry; names
            the rows.
    """
    columns = {c.name: c.type for c in theme.user_columns if c.name in wanted}
    rows = [{"objekt_id": None, **row} for row in wanted.to_dict("records")]
    for row in rows:
        row.update({name: plain(row[name], kind) for name, kind in columns.items()})
        row["objekt_id"] = plain(row["objekt_id"], "uuid")
    known = {str(row["objekt_id"]).lower(): row for row in current.to_dict("records")}
    usual = defaults(theme, municipality, user)
    matched = _match(theme, rows, known)
    changes = []
    for position, (row, identifier) in enumerate(zip(rows, matched)):
        new = _insert(theme, municipality, row, columns, usual) if identifier is None else None
        if new is not None and new.objekt_id in known:  # sent before, and the answer was lost
            identifier = matched[position] = new.objekt_id
        changes.append(new if identifier is None else _beside(theme, row, known[identifier], columns, user))
    _refuse_twins(changes)
    changes += _missing(theme, rows, known, {identifier for identifier in matched if identifier})
    return Comparison(theme, municipality, tuple(changes))


# -- matching ------------------------------------------------------------------------------------


def _match(theme: Theme, rows: List[dict], known: Mapping[str, dict]) -> List[Optional[str]]:
    """The ``objekt_id`` each row belongs to, None for a new object."""
    matched = [_by_id(row, known) for row in rows]
    _refuse_doubles(rows, matched, ("objekt_id",))
    for key in theme.keys:
        taken = {identifier for identifier in matched if identifier}
        there = _by_key({i: r for i, r in known.items() if i not in taken and r["statuskode"] != CLOSED_STATUS}, key)
        found = [there.get(_key(row, key), []) if before is None else [before] for row, before in zip(rows, matched)]
        for row, several in zip(rows, found):
            if len(several) > 1:
                raise InputError(
                    tr("Row {row}: {count} objects in GeoFA have {key}.", row=row["row"], count=len(several),
                       key=_key_text(row, key)),
                    tr("Give the row its objekt_id, or mend the key in GeoFA."))
        matched = [several[0] if several else None for several in found]
        _refuse_doubles(rows, matched, key)
    return matched


def _by_id(row: dict, known: Mapping[str, dict]) -> Optional[str]:
    identifier = row["objekt_id"]
    if identifier is not None and identifier not in known:
        raise InputError(
            tr("Row {row}: GeoFA has no object with the objekt_id {id} in this municipality.", row=row["row"],
               id=identifier),
            tr("GeoFA skips such rows without a word. Empty the objekt_id to register a new object, or fetch the "
               "theme again: the object may have been ended."))
    return identifier


def _key(row: Mapping[str, object], key: Sequence[str]) -> Optional[tuple]:
    values = tuple(row.get(name) for name in key)
    return None if any(value is None or value != value for value in values) else values


def _key_text(row: Mapping[str, object], key: Sequence[str]) -> str:
    return ", ".join(f"{name} {row.get(name)}" for name in key)


def _by_key(known: Mapping[str, dict], key: Sequence[str]) -> "Dict[tuple, List[str]]":
    found: Dict[tuple, List[str]] = {}
    for identifier, row in known.items():
        value = _key(row, key)
        if value is not None:
            found.setdefault(value, []).append(identifier)
    return found


def _refuse_doubles(rows: List[dict], matched: List[Optional[str]], key: Sequence[str]) -> None:
    first: Dict[str, dict] = {}
    for row, identifier in zip(rows, matched):
        if identifier is None:
            continue
        if identifier in first:
            raise InputError(
                tr("Rows {first} and {second} are the same object in GeoFA ({key}).", first=first[identifier]["row"],
                   second=row["row"], key=_key_text(row, key)),
                tr("Leave one of them out, or give each its own key."))
        first[identifier] = row


# -- changes -------------------------------------------------------------------------------------


def _beside(theme: Theme, row: dict, there: dict, columns: Mapping[str, str], user: str) -> Change:
    differing = {
        name: (plain(there[name], kind), row[name]) for name, kind in columns.items()
        if name not in NOT_COMPARED and plain(there[name], kind) != row[name]
    }
    new = shapes.rounded(row["wkb"], theme.geometry_type) if row["wkb"] else b""
    moved = bool(new) and not shapes.same(there["wkb"], new)
    return Change(
        UPDATE if differing or moved else UNCHANGED, str(there["objekt_id"]), str(there["versions_id"]),
        label_of({**there, **{k: v for k, v in row.items() if v is not None}}, theme), row["row"], differing,
        {name: who for name in NOT_COMPARED if (who := row.get(name) or user) and who != there[name]}, there["wkb"],
        new if moved else b"")


def _insert(theme: Theme, municipality: str, row: dict, columns: Mapping[str, str],
            usual: Mapping[str, object]) -> Change:
    if not row["wkb"]:
        raise InputError(
            tr("Row {row} is no object in GeoFA yet, and it has no geometry.", row=row["row"]),
            tr("Draw the district, or give the row the objekt_id, noegle, or number and type of one that is there."))
    wkb = shapes.rounded(row["wkb"], theme.geometry_type)
    values = {**usual, **{name: usual.get(name) if row[name] is None else row[name] for name in columns}}
    identifier = new_id(theme, municipality, values, wkb)
    return Change(INSERT, identifier, "", label_of({**row, "objekt_id": identifier}, theme), row["row"], {}, values,
                  b"", wkb)


def new_id(theme: Theme, municipality: str, values: Mapping[str, object], wkb: bytes) -> str:
    """The ``objekt_id`` of a new object: the same for the same content, so that sending it again is the same object."""
    words = [theme.code, municipality]
    words += [f"{name}={values[name]}" for name in sorted(values) if name not in NOT_COMPARED]
    content = "\n".join(words).encode("utf-8") + b"\n" + wkb
    return str(uuid.uuid5(NAMESPACE, hashlib.sha256(content).hexdigest()))


def _refuse_twins(changes: Sequence[Change]) -> None:
    first: Dict[str, Change] = {}
    for change in changes:
        if change.kind == INSERT:
            if change.objekt_id in first:
                raise InputError(
                    tr("Rows {first} and {second} are equal in all they hold.", first=first[change.objekt_id].row,
                       second=change.row),
                    tr("Leave one of them out."))
            first[change.objekt_id] = change


def _missing(theme: Theme, rows: List[dict], known: Mapping[str, dict], matched: "set[str]") -> List[Change]:
    types = {row.get(theme.fields["type"]) for row in rows} | {
        known[identifier][theme.fields["type"]] for identifier in matched}
    return [
        Change(MISSING, str(row["objekt_id"]), str(row["versions_id"]), label_of(row, theme), before=row["wkb"],
               status=row["statuskode"])
        for identifier, row in known.items()
        if identifier not in matched and row["statuskode"] != CLOSED_STATUS and row[theme.fields["type"]] in types
    ]


def resulting(comparison: Comparison, current: pd.DataFrame) -> pd.DataFrame:
    """The theme as it would be once all is sent: ``current``'s user columns, ``wkb``, ``row`` and ``objekt_id``.

    Objects that are in GeoFA alone have negative row numbers.
    """
    there = {str(row["objekt_id"]).lower(): row for row in current.to_dict("records")}
    names = [column.name for column in comparison.theme.user_columns]
    rows, seen = [], set()
    for change in comparison.changes:
        seen.add(change.objekt_id)
        if change.kind != END:
            kept = there.get(change.objekt_id, {})
            rows.append({**{name: kept.get(name) for name in names}, **change.sent_values,
                         "objekt_id": change.objekt_id, "wkb": change.after or change.before,
                         "row": change.row or -len(rows) - 1})
    rows += [{**{name: row[name] for name in names}, "objekt_id": identifier, "wkb": row["wkb"], "row": -len(rows) - n}
             for n, (identifier, row) in enumerate(there.items(), start=1) if identifier not in seen]
    return pd.DataFrame(rows, columns=[*names, "objekt_id", "wkb", "row"], dtype=object)

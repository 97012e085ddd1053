"""What registration would change: a table of one's own beside what GeoFA has.

Every update makes a version in GeoFA, so what is unchanged is never sent; what is missing is never
ended unless it is picked object by object.
"""

from __future__ import annotations

import hashlib
import uuid
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Dict, Iterable, List, Mapping, Optional, Sequence, Tuple

import pandas as pd

from ...catalogue import files
from ...catalogue.geofa.themes import Theme
from ...catalogue.law.municipalities import municipalities
from ...errors import InputError
from ...i18n import tr
from .. import shapes
from ..server import SERVICE
from .matching import match, refuse_doubles

INSERT, UPDATE, UNCHANGED, MISSING, END = "insert", "update", "unchanged", "missing", "end"
NOT_COMPARED = ("bruger_id",)
"""Who registered last is sent with a change and is none in itself."""
CLOSED_STATUS: int = files.need(SERVICE, "closed_status", "geofa.json")
NAMESPACE = uuid.UUID("6f0a1c4e-5f0e-5d57-9a52-5b2f0c5e6300")


@dataclass(frozen=True)
class Change:
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

        def ended(change: Change) -> Change:
            if change.kind != MISSING or change.objekt_id not in picked:
                return change
            if not by_status:
                return replace(change, kind=END)
            return replace(
                change, kind=UPDATE, attributes={"statuskode": (change.status, CLOSED_STATUS)}
            )

        return replace(self, changes=tuple(map(ended, self.changes)))


def plain(value: object, kind: str) -> object:
    """``value`` as GeoFA's column of the type ``kind`` compares it; nothing is None.

    What is no value of the type stays as it is, so that the rules can tell it.
    """
    if value is None or value != value or (isinstance(value, str) and not value.strip()):
        return None
    try:
        return PLAIN.get(kind, _plain_text)(value)
    except (TypeError, ValueError, OverflowError):
        return value


def _plain_text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def _plain_integer(value: object) -> object:
    number = float(value)
    return int(number) if number.is_integer() else value


PLAIN = {
    "integer": _plain_integer,
    "numeric": lambda value: round(float(value), 2),
    "date": lambda value: str(value)[:10],
    "uuid": lambda value: str(value).strip("{} ").lower(),
}


def label_of(row: Mapping[str, object], theme: Theme) -> str:
    """Number and name of an object, or its id."""
    number = row.get(theme.fields["number"]) if theme.fields["number"] else None
    parts = [
        str(part).strip()
        for part in (number, row.get(theme.fields["name"]))
        if part is not None and part == part
    ]
    if len(parts) == 2 and parts[0] in parts[1].split():
        parts = parts[1:]
    return " ".join(filter(None, parts)) or str(row.get("objekt_id") or "?")


def defaults(theme: Theme, municipality: str, user: str) -> "Mapping[str, object]":
    """What a new object gets in mandatory columns that the source leaves empty: the municipality's
    CVR number, the user, origin "model calculation", in force, visible to all, and the theme's
    usual type."""
    authority = municipalities()[municipality].cvr if municipality else None
    chosen = {
        "cvr_kode": authority,
        "bruger_id": user or None,
        theme.fields["type"]: theme.default_type,
        **files.need(SERVICE, "defaults", "geofa.json"),
    }
    return {
        name: value
        for name, value in chosen.items()
        if value is not None and name not in theme.explicit
    }


def compare(
    theme: Theme, municipality: str, wanted: pd.DataFrame, current: pd.DataFrame, user: str = ""
) -> Comparison:
    """``wanted`` beside ``current``.

    Objects are matched as ``matching.match`` says; a row without a type has the theme's usual one.
    A column ``wanted`` lacks is not touched. Missing are the current objects in force of the types
    the source has.

    Args:
        wanted: any of the theme's user columns, ``objekt_id`` where known, ``wkb`` (empty: the
            geometry is not touched) and ``row`` (from 1).
        current: all objects of the municipality (``GeofaClient.current`` without a status).
        user: who registers (``bruger_id``), where the source does not say.
    Raises:
        InputError: an ``objekt_id`` GeoFA does not have, a key used twice, or a new object without
            geometry; names the rows.
    """
    columns = {c.name: c.type for c in theme.user_columns if c.name in wanted}
    usual = defaults(theme, municipality, user)
    rows = [_plain_row(theme, {"objekt_id": None, **row}) for row in wanted.to_dict("records")]
    known = {
        row["objekt_id"]: row
        for row in (_plain_row(theme, row) for row in current.to_dict("records"))
    }
    named = {row["objekt_id"] for row in rows}
    in_force = {
        i: row for i, row in known.items() if row["statuskode"] != CLOSED_STATUS or i in named
    }
    typed = [
        {**row, theme.fields["type"]: row.get(theme.fields["type"]) or theme.default_type}
        for row in rows
    ]
    matched = match(theme, typed, in_force)
    changes = []
    for position, (row, identifier) in enumerate(zip(rows, matched)):
        new = _insert(theme, municipality, row, columns, usual) if identifier is None else None
        if new is not None and new.objekt_id in known:  # sent before, and the answer was lost
            identifier = matched[position] = new.objekt_id
        changes.append(
            new if identifier is None else _beside(theme, row, known[identifier], columns, user)
        )
    refuse_doubles(rows, matched, ("objekt_id",))
    _refuse_twins(changes)
    changes += _missing(theme, typed, known, {identifier for identifier in matched if identifier})
    return Comparison(theme, municipality, tuple(changes))


def _plain_row(theme: Theme, row: Mapping[str, object]) -> dict:
    """``row`` with its values as they are compared."""
    kinds = {column.name: column.type for column in theme.user_columns}
    changed = {name: plain(value, kinds[name]) for name, value in row.items() if name in kinds}
    return {**row, **changed, "objekt_id": plain(row["objekt_id"], "uuid")}


# -- changes -------------------------------------------------------------------------------------


def _beside(theme: Theme, row: dict, there: dict, columns: Iterable[str], user: str) -> Change:
    differing = {
        name: (there[name], row[name])
        for name in columns
        if name not in NOT_COMPARED and there[name] != row[name]
    }
    new = shapes.rounded(row["wkb"], theme.geometry_type) if row["wkb"] else b""
    moved = bool(new) and not shapes.same(there["wkb"], new)
    return Change(
        UPDATE if differing or moved else UNCHANGED,
        str(there["objekt_id"]),
        str(there["versions_id"]),
        label_of({**there, **{k: v for k, v in row.items() if v is not None}}, theme),
        row["row"],
        differing,
        {
            name: who
            for name in NOT_COMPARED
            if (who := user or row.get(name)) and who != there[name]
        },
        there["wkb"],
        new if moved else b"",
    )


def _insert(
    theme: Theme, municipality: str, row: dict, columns: Iterable[str], usual: Mapping[str, object]
) -> Change:
    if not row["wkb"]:
        raise InputError(
            tr("Row {row} is no object in GeoFA yet, and it has no geometry.", row=row["row"]),
            tr(
                "Draw the district, or give the row the objekt_id, noegle, or number and type of "
                "one that is there."
            ),
        )
    wkb = shapes.rounded(row["wkb"], theme.geometry_type)
    given = {name: row[name] for name in columns if row[name] is not None}
    values = {**{name: None for name in columns}, **usual, **given}
    identifier = new_id(theme, municipality, values, wkb)
    return Change(
        INSERT,
        identifier,
        "",
        label_of({**row, "objekt_id": identifier}, theme),
        row["row"],
        {},
        values,
        b"",
        wkb,
        usual=tuple(name for name in usual if name not in given),
    )


def new_id(theme: Theme, municipality: str, values: Mapping[str, object], wkb: bytes) -> str:
    """The ``objekt_id`` of a new object: the same for the same content, so that sending it again is
    the same object."""
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
                    tr(
                        "Rows {first} and {second} are equal in all they hold.",
                        first=first[change.objekt_id].row,
                        second=change.row,
                    ),
                    tr("Leave one of them out."),
                )
            first[change.objekt_id] = change


def _missing(
    theme: Theme, rows: List[dict], known: Mapping[str, dict], matched: "set[str]"
) -> List[Change]:
    types = {row.get(theme.fields["type"]) for row in rows} | {
        known[identifier][theme.fields["type"]] for identifier in matched
    }
    return [
        Change(
            MISSING,
            str(row["objekt_id"]),
            str(row["versions_id"]),
            label_of(row, theme),
            before=row["wkb"],
            status=row["statuskode"],
        )
        for identifier, row in known.items()
        if identifier not in matched
        and row["statuskode"] != CLOSED_STATUS
        and row[theme.fields["type"]] in types
    ]


def resulting(comparison: Comparison, current: pd.DataFrame) -> pd.DataFrame:
    """The theme as it would be once all is sent: ``current``'s user columns, ``wkb``, ``row`` and
    ``objekt_id``.

    Objects that are in GeoFA alone have negative row numbers.
    """
    there = {str(row["objekt_id"]).lower(): row for row in current.to_dict("records")}
    names = [column.name for column in comparison.theme.user_columns]
    rows, seen = [], set()
    for change in comparison.changes:
        seen.add(change.objekt_id)
        if change.kind != END:
            kept = there.get(change.objekt_id, {})
            rows.append(
                {
                    **{name: kept.get(name) for name in names},
                    **change.sent_values,
                    "objekt_id": change.objekt_id,
                    "wkb": change.after or change.before,
                    "row": change.row or -len(rows) - 1,
                }
            )
    rows += [
        {
            **{name: row[name] for name in names},
            "objekt_id": identifier,
            "wkb": row["wkb"],
            "row": -len(rows) - n,
        }
        for n, (identifier, row) in enumerate(there.items(), start=1)
        if identifier not in seen
    ]
    return pd.DataFrame(rows, columns=[*names, "objekt_id", "wkb", "row"], dtype=object)

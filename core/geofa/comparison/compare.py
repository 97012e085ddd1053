"""What registration would change: a table of one's own, compared with what GeoFA has.

Every update makes a version in GeoFA, so what is unchanged is never sent; what is missing is never
ended unless it is picked object by object.
"""

from __future__ import annotations

import hashlib
import uuid
from typing import Any, Dict, Iterable, List, Mapping, Sequence, Set

import pandas as pd

from ...catalogue.geofa.themes import Theme
from ...catalogue.law.municipalities import municipalities
from ...errors import InputError
from ...i18n import tr
from .. import shapes
from ..server import SERVICE
from .changes import (
    CLOSED_STATUS,
    INSERT,
    MISSING,
    UNCHANGED,
    UPDATE,
    Comparison,
    ObjectChange,
)
from .matching import Row, match, refuse_doubles
from .plain import label_of, plain

NOT_COMPARED = ("bruger_id",)
"""Who registered last is sent with a change and is none in itself."""
NAMESPACE = uuid.UUID("6f0a1c4e-5f0e-5d57-9a52-5b2f0c5e6300")
"""Of the ids of new objects; never change it: an object sent twice would become two."""


def defaults(theme: Theme, municipality: str, user: str) -> "Mapping[str, object]":
    """What a new object gets in mandatory columns that the source leaves empty: the municipality's
    CVR number, the user, origin "model calculation", in force, visible to all, and the theme's
    usual type."""
    authority = municipalities()[municipality].cvr if municipality else None
    chosen = {
        "cvr_kode": authority,
        "bruger_id": user or None,
        theme.column_of("type"): theme.default_type,
        **SERVICE["defaults"],
    }
    return {
        name: value
        for name, value in chosen.items()
        if value is not None and name not in theme.explicit
    }


def compare(
    theme: Theme, municipality: str, wanted: pd.DataFrame, current: pd.DataFrame, user: str = ""
) -> Comparison:
    """What sending ``wanted`` would change in ``current``.

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
    columns = [column.name for column in theme.user_columns if column.name in wanted]
    usual = defaults(theme, municipality, user)
    rows = [_plain_row(theme, {"objekt_id": None, **row}) for row in wanted.to_dict("records")]
    plain_rows = [_plain_row(theme, row) for row in current.to_dict("records")]
    known: Dict[str, Row] = {row["objekt_id"]: row for row in plain_rows}
    named = {row["objekt_id"] for row in rows}
    in_force = {
        i: row for i, row in known.items() if row["statuskode"] != CLOSED_STATUS or i in named
    }
    kind = theme.column_of("type")
    typed = [{**row, kind: row.get(kind) or theme.default_type} for row in rows]
    matched = match(theme, typed, in_force)
    changes: List[ObjectChange] = []
    for position, (row, identifier) in enumerate(zip(rows, matched)):
        if identifier is None:
            new = _insert(theme, municipality, row, columns, usual)
            if new.objekt_id not in known:
                changes.append(new)
                continue
            # it was sent before, and the answer was lost
            identifier = matched[position] = new.objekt_id
        changes.append(_update(theme, row, known[identifier], columns, user))
    refuse_doubles(rows, matched, ("objekt_id",))
    _refuse_twins(changes)
    changes += _missing(theme, typed, known, {identifier for identifier in matched if identifier})
    return Comparison(theme, municipality, tuple(changes))


def _plain_row(theme: Theme, row: Mapping[Any, Any]) -> Dict[str, Any]:
    """``row`` with its values as they are compared."""
    kinds = {column.name: column.type for column in theme.user_columns}
    changed = {name: plain(value, kinds[name]) for name, value in row.items() if name in kinds}
    return {**row, **changed, "objekt_id": plain(row["objekt_id"], "uuid")}


# -- changes -------------------------------------------------------------------------------------


def _update(theme: Theme, row: Row, there: Row, columns: Iterable[str], user: str) -> ObjectChange:
    """The change of an object GeoFA has, ``there``, to what ``row`` says; or that it is none."""
    differing = {
        name: (there[name], row[name])
        for name in columns
        if name not in NOT_COMPARED and there[name] != row[name]
    }
    registered_by = {name: user or row.get(name) for name in NOT_COMPARED}
    new = shapes.rounded(row["wkb"], theme.geometry_type) if row["wkb"] else b""
    moved = bool(new) and not shapes.same(there["wkb"], new)
    given = {name: value for name, value in row.items() if value is not None}
    return ObjectChange(
        kind=UPDATE if differing or moved else UNCHANGED,
        objekt_id=str(there["objekt_id"]),
        versions_id=str(there["versions_id"]),
        label=label_of({**there, **given}, theme),
        row=row["row"],
        attributes=differing,
        values={n: who for n, who in registered_by.items() if who and who != there[n]},
        before=there["wkb"],
        after=new if moved else b"",
    )


def _insert(
    theme: Theme,
    municipality: str,
    row: Row,
    columns: Iterable[str],
    usual: Mapping[str, object],
) -> ObjectChange:
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
    return ObjectChange(
        kind=INSERT,
        objekt_id=identifier,
        versions_id="",
        label=label_of({**row, "objekt_id": identifier}, theme),
        row=row["row"],
        values=values,
        after=wkb,
        usual=tuple(name for name in usual if name not in given),
    )


def new_id(theme: Theme, municipality: str, values: Mapping[str, object], wkb: bytes) -> str:
    """The ``objekt_id`` of a new object: the same for the same content, so that sending it again is
    the same object."""
    words = [theme.code, municipality]
    words += [f"{name}={values[name]}" for name in sorted(values) if name not in NOT_COMPARED]
    content = "\n".join(words).encode("utf-8") + b"\n" + wkb
    return str(uuid.uuid5(NAMESPACE, hashlib.sha256(content).hexdigest()))


def _refuse_twins(changes: Sequence[ObjectChange]) -> None:
    first: Dict[str, ObjectChange] = {}
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
    theme: Theme, rows: Sequence[Row], known: Mapping[str, Row], matched: Set[str]
) -> List[ObjectChange]:
    """What is in GeoFA alone: in force, and of a type that the source has at all, for a source may
    hold one type and say nothing of the others."""
    kind = theme.column_of("type")
    types = {row.get(kind) for row in rows} | {known[identifier][kind] for identifier in matched}
    return [
        ObjectChange(
            kind=MISSING,
            objekt_id=str(row["objekt_id"]),
            versions_id=str(row["versions_id"]),
            label=label_of(row, theme),
            before=row["wkb"],
            status=row["statuskode"],
        )
        for identifier, row in known.items()
        if identifier not in matched and row["statuskode"] != CLOSED_STATUS and row[kind] in types
    ]

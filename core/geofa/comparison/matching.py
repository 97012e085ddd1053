"""Which object of GeoFA a row of the municipality's own means: by ``objekt_id``, else by the
theme's keys."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from osgeo import ogr

from ...catalogue.geofa.themes import Theme
from ...errors import InputError
from ...i18n import tr

Row = Mapping[str, Any]
"""An object: column → value, ``objekt_id``, ``wkb`` and, of one's own, ``row``."""
TYPE_AND_GRADES = ("type", "grade_from", "grade_to")


def match(theme: Theme, rows: Sequence[Row], known: "Mapping[str, Row]") -> List[Optional[str]]:
    """The ``objekt_id`` each row belongs to, None for a new object.

    A key fits where type and grades agree too, as far as both sides know them; where none does, the
    type is enough, for grades may be what changes. Of several rows with one ``objekt_id`` (a
    district that was split) the largest is the object and the others are new.

    Args:
        rows: with plain values; ``objekt_id`` (None where unknown), ``wkb`` and ``row``.
        known: GeoFA's objects in force by ``objekt_id``, with plain values.
    Raises:
        InputError: an ``objekt_id`` GeoFA does not have, a key that fits several objects, or one
            that two rows share.
    """
    matched = _by_id(rows, known)
    for key in theme.keys:
        for parts in (TYPE_AND_GRADES, TYPE_AND_GRADES[:1]):
            _by_one_key(theme, rows, known, matched, key, parts)
            refuse_doubles(rows, matched, key)
    _refuse_shared_keys(theme, rows)
    return matched


def _by_one_key(
    theme: Theme,
    rows: Sequence[Row],
    known: "Mapping[str, Row]",
    matched: List[Optional[str]],
    key: Sequence[str],
    parts: Sequence[str],
) -> None:
    """Fill ``matched`` where ``key`` fits one object that is not taken yet and agrees in
    ``parts``."""
    taken = {identifier for identifier in matched if identifier}
    there = _by_key({i: row for i, row in known.items() if i not in taken}, key)
    for position, row in enumerate(rows):
        value = _key(row, key)
        if matched[position] is not None or value is None:
            continue
        fits = [i for i in there.get(value, ()) if _agree(theme, row, known[i], parts)]
        if len(fits) > 1:
            raise InputError(
                tr(
                    "Row {row}: {count} objects in GeoFA have {key}.",
                    row=row["row"],
                    count=len(fits),
                    key=_text(row, key),
                ),
                tr("Give the row its objekt_id, or mend the key in GeoFA."),
            )
        matched[position] = fits[0] if fits else None


def _by_id(rows: Sequence[Row], known: "Mapping[str, Row]") -> List[Optional[str]]:
    largest: Dict[str, int] = {}
    for position, row in enumerate(rows):
        identifier = row["objekt_id"]
        if identifier is None:
            continue
        if identifier not in known:
            raise InputError(
                tr(
                    "Row {row}: GeoFA has no object with the objekt_id {id} in this municipality.",
                    row=row["row"],
                    id=identifier,
                ),
                tr(
                    "GeoFA skips such rows without a word. Empty the objekt_id to register a new "
                    "object, or fetch the "
                    "theme again: the object may have been ended."
                ),
            )
        if identifier not in largest or _size(row) > _size(rows[largest[identifier]]):
            largest[identifier] = position
    return [
        row["objekt_id"] if largest.get(row["objekt_id"]) == position else None
        for position, row in enumerate(rows)
    ]


def _size(row: Row) -> float:
    return ogr.CreateGeometryFromWkb(row["wkb"]).GetArea() if row["wkb"] else 0.0


def _key(row: Row, key: Sequence[str]) -> Optional[tuple]:
    values = tuple(row.get(name) for name in key)
    return None if any(value is None for value in values) else values


def _text(row: Row, key: Sequence[str]) -> str:
    return ", ".join(f"{name} {row.get(name)}" for name in key)


def _by_key(known: "Mapping[str, Row]", key: Sequence[str]) -> "Dict[tuple, List[str]]":
    found: Dict[tuple, List[str]] = {}
    for identifier, row in known.items():
        value = _key(row, key)
        if value is not None:
            found.setdefault(value, []).append(identifier)
    return found


def _agree(theme: Theme, row: Row, other: Row, parts: Sequence[str] = TYPE_AND_GRADES) -> bool:
    """Are type and grades (``parts``) the same, as far as both rows know them?"""
    names = [theme.fields.get(part) for part in parts]
    pairs = [(row.get(name), other.get(name)) for name in names if name]
    return all(a is None or b is None or a == b for a, b in pairs)


def refuse_doubles(
    rows: Sequence[Row], matched: Sequence[Optional[str]], key: Sequence[str]
) -> None:
    """Raise ``InputError`` where two rows are the same object."""
    first: Dict[str, Row] = {}
    for row, identifier in zip(rows, matched):
        if identifier is None:
            continue
        if identifier in first:
            raise InputError(
                tr(
                    "Rows {first} and {second} are the same object in GeoFA ({key}).",
                    first=first[identifier]["row"],
                    second=row["row"],
                    key=_text(row, key),
                ),
                tr("Leave one of them out, or give each its own key."),
            )
        first[identifier] = row


def _refuse_shared_keys(theme: Theme, rows: Sequence[Row]) -> None:
    """Raise ``InputError`` where two rows have a key in common, so that nobody could tell them
    apart afterwards."""
    for key in theme.keys:
        seen: "Dict[tuple, List[Tuple[Row, int]]]" = {}
        for row in rows:
            value = _key(row, key)
            for other, number in seen.get(value, ()) if value is not None else ():
                if _agree(theme, row, other):
                    raise InputError(
                        tr(
                            "Rows {first} and {second} have the same key: {key}.",
                            first=number,
                            second=row["row"],
                            key=_text(row, key),
                        ),
                        tr(
                            "Give each its own key. After a split the new part needs a key of its "
                            "own; parts of one "
                            "district belong in one row, as a multipolygon."
                        ),
                    )
            if value is not None:
                seen.setdefault(value, []).append((row, row["row"]))

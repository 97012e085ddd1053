"""Values and names of objects in the form in which they are compared and shown."""

from __future__ import annotations

from typing import Any, Callable, Mapping

from ...catalogue.geofa.themes import Theme


def plain(value: Any, kind: str) -> Any:
    """``value`` as GeoFA's column of the type ``kind`` compares it; nothing is None.

    What is no value of the type stays as it is, so that the rules can tell it.
    """
    if value is None or value != value or (isinstance(value, str) and not value.strip()):
        return None
    try:
        return PLAIN.get(kind, _plain_text)(value)
    except (TypeError, ValueError, OverflowError):
        return value


def _plain_text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def _plain_integer(value: Any) -> Any:
    number = float(value)
    return int(number) if number.is_integer() else value


PLAIN: Mapping[str, Callable[[Any], Any]] = {
    "integer": _plain_integer,
    "numeric": lambda value: round(float(value), 2),  # as many decimals as GeoFA's column has
    "date": lambda value: str(value)[:10],
    "uuid": lambda value: str(value).strip("{} ").lower(),
}


def label_of(row: Mapping[Any, Any], theme: Theme) -> str:
    """Number and name of an object, or its id."""
    columns = [theme.fields["number"], theme.fields["name"]]
    values = [row.get(column) for column in columns if column]
    parts = [str(value).strip() for value in values if value is not None and value == value]
    if len(parts) == 2 and parts[0] in parts[1].split():
        parts = parts[1:]
    return " ".join(filter(None, parts)) or str(row.get("objekt_id") or "?")

"""The canonical columns of each kind of register."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Mapping, Optional, Tuple

from . import files


@dataclass(frozen=True)
class Column:
    """A canonical column: its name, type, bounds, code list and the names it goes by in files.

    ``codes`` maps the canonical code to the spellings accepted for it (type ``code``), or to a
    Danish text (type ``education``). ``personal`` columns are never shown, logged or stored.
    """

    name: str
    type: str
    text: Mapping[str, str]
    aliases: Tuple[str, ...]
    required: bool
    personal: bool
    minimum: Optional[float]
    maximum: Optional[float]
    unit: str
    codes: Mapping[str, object]


@dataclass(frozen=True)
class RegisterKind:
    """A kind of register, ``persons``, ``addresses`` or ``references``."""

    kind: str
    text: Mapping[str, str]
    columns: Tuple[Column, ...]
    missing_values: Tuple[str, ...]

    def column(self, name: str) -> Column:
        """The column with the canonical ``name``."""
        return next(column for column in self.columns if column.name == name)

    @property
    def names(self) -> Tuple[str, ...]:
        """The canonical names in order."""
        return tuple(column.name for column in self.columns)


@cache
def register_kind(kind: str) -> RegisterKind:
    """The register kind ``kind`` of the catalogue."""
    file = f"registers/{kind}.json"
    entry = files.read(file)
    columns = tuple(
        Column(
            files.need(c, "name", file),
            files.need(c, "type", file),
            files.need(c, "name_text", file),
            tuple(files.need(c, "aliases", file)),
            c.get("required", False),
            c.get("personal", False),
            c.get("minimum"),
            c.get("maximum"),
            c.get("unit", ""),
            c.get("codes", {}),
        )
        for c in files.need(entry, "columns", file)
    )
    return RegisterKind(
        files.need(entry, "kind", file),
        files.need(entry, "name", file),
        columns,
        tuple(files.need(entry, "missing_values", file)),
    )

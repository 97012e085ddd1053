"""The canonical columns of each kind of register."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any, Mapping, Optional, Sequence, Tuple

from ...i18n import in_language
from .. import files

COUNTED_KINDS = ("persons", "households", "dwellings", "moves", "events", "children")
"""The registers with a row per thing, in the order the panel shows them."""
ALL_KINDS = (*COUNTED_KINDS, "figures", "references", "addresses")
SIDE_TABLES = ("figure_map", "inhabited_addresses")
"""Small tables that say something of areas; nothing is counted in them."""


@dataclass(frozen=True)
class Column:
    """A canonical column: its name, type, bounds, code list and the names it goes by in files.

    ``codes`` maps the canonical code to the spellings accepted for it (type ``code``), or to a
    Danish text (type ``education``). ``personal`` columns are never shown, logged or stored.
    ``usual`` says between which numbers the median of a numeric column lies; ``by`` names the
    column whose texts say what each number is of.
    """

    name: str
    type: str
    text: Mapping[str, str]
    aliases: Tuple[str, ...] = ()
    required: bool = False
    personal: bool = False
    minimum: Optional[float] = None
    maximum: Optional[float] = None
    unit: str = ""
    codes: Mapping[str, object] = field(default_factory=dict)
    width: int = 0
    usual: Tuple[float, ...] = ()
    by: str = ""

    @property
    def hidden(self) -> bool:
        """Must no cell of it ever be shown?"""
        return self.personal or self.type == "identifier"


@dataclass(frozen=True)
class Derived:
    """A column made of others: ``rule`` names a function of ``registers/columns/derived.py``."""

    name: str
    rule: str
    sources: Tuple[str, ...]
    column: Optional[Column]
    values: Mapping[str, float]


@dataclass(frozen=True)
class RegisterKind:
    """A kind of register, as ``resources/catalogue/registers`` declares it.

    Attributes:
        places: rows have a place, which is looked up among the areas.
        flow: rows happen in a period (moves, events) instead of standing at a date.
        period_from: the date column that says the period, or empty; earliest: the first day it may
            have.
        needs: groups of columns of which one is needed.
        household: columns that say which household a row is of, best first.
        unique: identifiers that stand once in a period.
        total_rows: area codes that are no areas but totals.
        parts: (part, whole) columns, where a part is never larger.
        plausible: column → the mean a whole municipality has between; outside it the column may be
            turned.
    """

    kind: str
    text: Mapping[str, str]
    about: Mapping[str, str]
    unit_text: Mapping[str, str]
    columns: Tuple[Column, ...]
    missing_values: Tuple[str, ...]
    derived: Tuple[Derived, ...]
    places: bool
    flow: bool
    period_from: str
    earliest: str
    needs: Tuple[Tuple[str, ...], ...]
    household: Tuple[str, ...]
    unique: Tuple[str, ...]
    total_rows: Tuple[str, ...]
    parts: Tuple[Tuple[str, str], ...]
    plausible: Mapping[str, Tuple[float, float]]
    source: str

    def column(self, name: str) -> Column:
        """The column with the canonical ``name``."""
        return next(column for column in self.columns if column.name == name)

    def title(self, name: str) -> str:
        """What the column ``name`` is called, in the user's language."""
        return in_language(self.column(name).text) if name in self.names else name

    @property
    def names(self) -> Tuple[str, ...]:
        """The canonical names in order."""
        return tuple(column.name for column in self.columns)

    @property
    def countable(self) -> Mapping[str, Column]:
        """The columns a filter or a sum may read, by name, those made of others included."""
        own = {
            c.name: c
            for c in self.columns
            if c.type not in ("identifier", "key", "date", "period", "digits")
        }
        return {**own, **{d.name: d.column for d in self.derived if d.column is not None}}

    def with_derived(self, names: Sequence[str]) -> frozenset:
        """``names`` and what can be made of them."""
        have = set(names)
        for derived in self.derived:
            if set(derived.sources) <= have or (
                derived.rule == "address_key" and set(derived.sources[:3]) <= have
            ):
                have.add(derived.name)
        return frozenset(have)


def _column(entry: Mapping[str, Any]) -> Column:
    return Column(
        name=entry["name"],
        type=entry["type"],
        text=entry["name_text"],
        aliases=tuple(entry.get("aliases", ())),
        required=entry.get("required", False),
        personal=entry.get("personal", False),
        minimum=entry.get("minimum"),
        maximum=entry.get("maximum"),
        unit=entry.get("unit", ""),
        codes=entry.get("codes", {}),
        width=entry.get("width", 0),
        usual=tuple(entry.get("usual", ())),
        by=entry.get("by", ""),
    )


def _derived(entry: Mapping[str, Any], columns: Sequence[Column]) -> Derived:
    name = entry["name"]
    same = next((column for column in columns if column.name == name), None)
    column = _column(entry) if "type" in entry else same
    return Derived(
        name=name,
        rule=entry["rule"],
        sources=tuple(entry["from"]),
        column=column if column is not None and column.type != "key" else None,
        values=entry.get("values", {}),
    )


@cache
def register_kind(kind: str) -> RegisterKind:
    """The register kind ``kind`` of the catalogue."""
    entry = files.read(f"registers/{kind}.json")
    columns = tuple(_column(column) for column in entry["columns"])
    plausible: Mapping[str, Sequence[float]] = entry.get("plausible", {})
    return RegisterKind(
        kind=entry["kind"],
        text=entry["name"],
        about=entry["text"],
        unit_text=entry["unit_text"],
        columns=columns,
        missing_values=tuple(entry["missing_values"]),
        derived=tuple(_derived(one, columns) for one in entry.get("derived", ())),
        places=entry.get("places", False),
        flow=entry.get("flow", False),
        period_from=entry.get("period_from", ""),
        earliest=entry.get("earliest", ""),
        needs=tuple(tuple(group) for group in entry.get("needs", ())),
        household=tuple(entry.get("household", ())),
        unique=tuple(entry.get("unique", ())),
        total_rows=tuple(entry.get("total_rows", ())),
        parts=tuple((part, whole) for part, whole in entry.get("parts", ())),
        plausible={column: (low, high) for column, (low, high) in plausible.items()},
        source=entry["source"],
    )

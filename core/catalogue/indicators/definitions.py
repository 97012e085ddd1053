"""Indicators as data: whom they count, what they sum, in which unit, and who may see them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from functools import cache
from typing import (
    Any,
    Dict,
    Iterable,
    Mapping,
    Optional,
    Sequence,
    Tuple,
    Union,
    cast,
)

from ...errors import CatalogueError, InputError
from ...i18n import tr
from .. import files
from ..registers.kinds import COUNTED_KINDS, register_kind
from .entries import file_names
from .filters import EVERYONE, Filter, check_filter, column_of, filter_columns

UNITS = {
    "persons": None,
    "percent": 100.0,
    "per_1000": 1000.0,
    "kroner": 1.0,
    "years": 1.0,
    "m2": 1.0,
    "ratio": 1.0,
}
"""Unit → what numerator / denominator is multiplied by; None where the value is the count
itself."""
NUMERATORS = ("count", "sum", "mean", "median", "finished")
DIRECTIONS = ("higher_is_worse", "lower_is_worse", "neutral")
DISCLOSURE_CLASSES = ("ordinary", "confidential", "special")
SHARING = ("municipality", "authorities", "public")
FORMAT, SCHEMA = 1, "indicator.schema.json"


@dataclass(frozen=True)
class Indicator:
    """One indicator.

    Attributes:
        register: the kind of register its numerator is counted in.
        population: filter that says whose numerator it is, and unless ``denominator`` says
            otherwise who is in the denominator.
        numerator_kind: ``count`` (filter within the population), ``sum`` of a column, ``mean`` or
            ``median`` of a column over those who have a value, or ``finished`` (comes as a figure).
        numerator: a filter for ``count``, else a column name (empty for ``finished``).
        where: filter on the rows summed (``sum``).
        denominator_register, denominator_population: who the numerator is set against.
        denominator_sum: the column summed in the denominator, empty where rows are counted.
        averaging_years: how many years the law takes the mean of.
        smallest_area: ``persons`` and ``rule`` (texts) the source sets, or None.
        disclosure_class: ``ordinary``, ``confidential`` (income, benefits, social matters) or
            ``special`` (GDPR articles 9 and 10: origin, health, convictions).
        sharing: who may have it: the ``municipality`` alone, other ``authorities``, the ``public``.
        valid_from, valid_to: ISO dates the definition holds for; empty is open.
        variants: other numerators the user may choose, by name.
        theme: the group it is shown in.
        own: made by the municipality.
        part_of: the indicator this is a part of by facets; parts_sharing: who may have numbers by
            those facets.
    """

    id: str
    name: Mapping[str, str]
    definition: Mapping[str, str]
    register: str
    population: Filter
    numerator_kind: str
    numerator: Union[str, Filter]
    where: Filter
    denominator_register: str
    denominator_population: Filter
    denominator_sum: str
    unit: str
    direction: str
    averaging_years: int
    source: Mapping[str, str]
    frequency: str
    lag_months: int
    smallest_area: Optional[Mapping[str, Any]]
    disclosure_class: str
    sharing: str
    valid_from: str
    valid_to: str
    law: str
    legal_note: Mapping[str, str]
    variants: Mapping[str, Dict[str, Any]]
    theme: Mapping[str, str]
    own: bool = False
    part_of: str = ""
    parts_sharing: str = "public"

    @property
    def scale(self) -> Optional[float]:
        """100 for percent, 1,000 for rates, 1 for kroner and the like, None for plain counts."""
        return UNITS[self.unit]

    @property
    def flow(self) -> bool:
        """Does it count what happens in a period (moves, events)?"""
        return register_kind(self.register).flow

    def columns_of(self, register: str) -> Tuple[str, ...]:
        """The columns of ``register`` the indicator needs, sorted."""
        used = set()
        if register == self.register:
            used |= filter_columns(self.population) | filter_columns(self.where)
            if self.numerator_kind == "count":
                used |= filter_columns(cast(Filter, self.numerator))
            elif self.numerator:
                used.add(cast(str, self.numerator))
        if register == self.denominator_register:
            used |= filter_columns(self.denominator_population)
            if self.denominator_sum:
                used.add(self.denominator_sum)
        return tuple(sorted(used))

    @property
    def registers(self) -> Tuple[str, ...]:
        """The kinds of register it is counted in."""
        return tuple(dict.fromkeys((self.register, self.denominator_register)))

    def with_variant(self, name: str) -> "Indicator":
        """The same indicator with the numerator of the variant ``name``."""
        if name not in self.variants:
            raise InputError(
                tr(
                    "The indicator {indicator} has no variant {variant}.",
                    indicator=self.id,
                    variant=name,
                ),
                tr("Choose one of {choices}.", choices=", ".join(self.variants) or "-"),
            )
        kind, numerator, where = _numerator(
            self.variants[name]["numerator"], self.register, self.id, ""
        )
        return replace(self, numerator_kind=kind, numerator=numerator, where=where)


def parse(
    entry: Dict[str, Any], file: str, theme: Optional[Mapping[str, str]] = None, own: bool = False
) -> Indicator:
    """The indicator of one catalogue entry; raises ``CatalogueError`` naming file and key."""
    files.check(entry, SCHEMA, file, "indicator")
    return _indicator(entry, file, theme or {}, own)


def parse_file(content: Any, file: str, own: bool = False) -> Tuple[Indicator, ...]:
    """The indicators of a catalogue file; raises ``CatalogueError`` naming file and path."""
    files.check(content, SCHEMA, file)
    return tuple(_indicator(entry, file, content["theme"], own) for entry in content["indicators"])


def _indicator(entry: Dict[str, Any], file: str, theme: Mapping[str, str], own: bool) -> Indicator:
    identifier, register = entry["id"], entry["register"]
    check_filter(entry["population"], register_kind(register), identifier, file)
    kind, numerator, where = _numerator(entry["numerator"], register, identifier, file)
    variants = entry.get("variants", {})
    for variant in variants.values():
        _numerator(variant["numerator"], register, identifier, file)
    denominator_register, denominator_population, denominator_sum = _denominator(entry, file)
    return Indicator(
        id=identifier,
        name=entry["name"],
        definition=entry["definition"],
        register=register,
        population=entry["population"],
        numerator_kind=kind,
        numerator=numerator,
        where=where,
        denominator_register=denominator_register,
        denominator_population=denominator_population,
        denominator_sum=denominator_sum,
        unit=entry["unit"],
        direction=entry["direction"],
        averaging_years=int(entry["averaging_years"]),
        source=entry["source"],
        frequency=entry["frequency"],
        lag_months=int(entry["lag_months"]),
        smallest_area=entry["smallest_area"],
        disclosure_class=entry["disclosure_class"],
        sharing=entry["sharing"],
        valid_from=_date(entry, "valid_from", file),
        valid_to=_date(entry, "valid_to", file),
        law=entry.get("law", ""),
        legal_note=entry.get("legal_note", {}),
        variants=variants,
        theme=theme,
        own=own,
    )


def _numerator(
    node: Dict[str, Any], register: str, entry: str, file: str
) -> "Tuple[str, Union[str, Filter], Filter]":
    """(kind, filter or column, filter on the rows summed) of a numerator."""
    kind = next(kind for kind in NUMERATORS if kind in node)
    if kind == "finished":
        return kind, "", EVERYONE
    about, where = register_kind(register), node.get("where", EVERYONE)
    check_filter(where, about, entry, file)
    if kind == "count":
        check_filter(node["count"], about, entry, file)
    else:
        column_of(node[kind], about, entry, file)
    return kind, node[kind], where


def _denominator(entry: Dict[str, Any], file: str) -> Tuple[str, Filter, str]:
    """(register, population, column summed) of a denominator."""
    node, register = entry.get("denominator", {}), entry["register"]
    other = node.get("register", register)
    population = node.get("population", entry["population"] if other == register else EVERYONE)
    if other not in COUNTED_KINDS and other != register:
        raise CatalogueError(
            tr(
                "The catalogue file {file} has the unknown {key} {found} in {entry}.",
                file=file,
                key="register",
                found=other,
                entry=entry["id"],
            ),
            tr("Use one of {choices}.", choices=" ".join(COUNTED_KINDS)),
        )
    check_filter(population, register_kind(other), entry["id"], file)
    if "sum" in node:
        column_of(node["sum"], register_kind(other), entry["id"], file)
    return other, population, node.get("sum", "")


def _date(entry: Dict[str, Any], key: str, file: str) -> str:
    try:
        return datetime.date.fromisoformat(entry[key]).isoformat() if entry[key] else ""
    except ValueError:
        raise CatalogueError(
            tr(
                "The catalogue file {file} has no date in {key} of {entry}.",
                file=file,
                key=key,
                entry=entry["id"],
            ),
            tr("Write YYYY-MM-DD, or null."),
        ) from None


@cache
def all_indicators() -> Tuple[Indicator, ...]:
    """Every indicator of the catalogue: the law's first, then by theme."""
    return tuple(indicator for name in file_names() for indicator in _indicators_in(name))


@cache
def _indicators_in(name: str) -> Tuple[Indicator, ...]:
    content = files.read(name)
    theme = content["theme"]
    return tuple(_indicator(entry, name, theme, False) for entry in content["indicators"])


def chosen(
    identifiers: Optional[Iterable[str]] = None, known: Optional[Sequence[Indicator]] = None
) -> Tuple[Indicator, ...]:
    """The indicators with ``identifiers`` in the catalogue's order; all when None or empty.

    Args:
        known: the catalogue; the plugin's own when None.
    Raises:
        InputError: an id is not in the catalogue.
    """
    wanted = list(identifiers or ())
    known = all_indicators() if known is None else known
    unknown = sorted(set(wanted) - {indicator.id for indicator in known})
    if unknown:
        raise InputError(
            tr("The catalogue has no indicator {name}.", name=", ".join(unknown)),
            tr("Choose among {choices}.", choices=", ".join(i.id for i in known)),
        )
    return tuple(i for i in known if not wanted or i.id in wanted)

"""Indicators as data: whom they count, what they sum, in which unit, and who may see them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from functools import cache
from typing import Iterable, Mapping, Optional, Sequence, Tuple

from ...errors import CatalogueError, InputError
from ...i18n import tr
from .. import files
from ..registers.kinds import ALL_KINDS, COUNTED_KINDS, register_kind
from .filters import EVERYONE, check_filter, column_of, filter_columns

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
FREQUENCIES = ("daily", "monthly", "quarterly", "yearly", "per_election")
DISCLOSURE_CLASSES = ("ordinary", "confidential", "special")
SHARING = ("municipality", "authorities", "public")
FORMAT = 1


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
    population: dict
    numerator_kind: str
    numerator: object
    where: dict
    denominator_register: str
    denominator_population: dict
    denominator_sum: str
    unit: str
    direction: str
    averaging_years: int
    source: Mapping[str, str]
    frequency: str
    lag_months: int
    smallest_area: Optional[Mapping[str, object]]
    disclosure_class: str
    sharing: str
    valid_from: str
    valid_to: str
    law: str
    legal_note: Mapping[str, str]
    variants: Mapping[str, dict]
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
                used |= filter_columns(self.numerator)
            elif self.numerator:
                used.add(self.numerator)
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


def _one_of(entry: dict, key: str, choices: Sequence[str], file: str) -> str:
    found = files.need(entry, key, file)
    if found not in choices:
        raise CatalogueError(
            tr(
                "The catalogue file {file} has the unknown {key} {found} in {entry}.",
                file=file,
                key=key,
                found=str(found),
                entry=str(entry.get("id", "?")),
            ),
            tr("Use one of {choices}.", choices=" ".join(choices)),
        )
    return found


def _numerator(node: object, register: str, entry: str, file: str) -> Tuple[str, object, dict]:
    """(kind, filter or column, filter on the rows summed) of a numerator."""
    kinds = [kind for kind in NUMERATORS if isinstance(node, dict) and kind in node]
    if len(kinds) != 1:
        raise CatalogueError(
            tr(
                "The catalogue file {file} must give one numerator in {entry}.",
                file=file,
                entry=entry,
            ),
            tr("Use one of {choices}.", choices=" ".join(NUMERATORS)),
        )
    kind, where = kinds[0], node.get("where", EVERYONE)
    if kind == "finished":
        return kind, "", EVERYONE
    about = register_kind(register)
    check_filter(where, about, entry, file)
    if kind == "count":
        check_filter(node["count"], about, entry, file)
    else:
        column_of(node[kind], about, entry, file)
    return kind, node[kind], where


def _denominator(entry: dict, register: str, file: str) -> Tuple[str, dict, str]:
    """(register, population, column summed) of a denominator."""
    node = entry.get("denominator", {})
    other = node.get("register", register)
    population = node.get("population", entry["population"] if other == register else EVERYONE)
    if other not in COUNTED_KINDS and other != register:
        raise CatalogueError(
            tr(
                "The catalogue file {file} has the unknown {key} {found} in {entry}.",
                file=file,
                key="register",
                found=str(other),
                entry=str(entry["id"]),
            ),
            tr("Use one of {choices}.", choices=" ".join(COUNTED_KINDS)),
        )
    check_filter(population, register_kind(other), entry["id"], file)
    if "sum" in node:
        column_of(node["sum"], register_kind(other), entry["id"], file)
    return other, population, node.get("sum", "")


def _date(entry: dict, key: str, file: str) -> str:
    text = files.need(entry, key, file) or ""
    try:
        return datetime.date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise CatalogueError(
            tr(
                "The catalogue file {file} has no date in {key} of {entry}.",
                file=file,
                key=key,
                entry=str(entry.get("id", "?")),
            ),
            tr("Write YYYY-MM-DD, or null."),
        ) from None


def _texts(entry: dict, key: str, file: str) -> Mapping[str, str]:
    texts = files.need(entry, key, file)
    if not isinstance(texts, dict) or not all(
        isinstance(texts.get(c), str) and texts[c].strip() for c in ("da", "en")
    ):
        raise CatalogueError(
            tr(
                "The catalogue file {file} lacks a Danish or English text in {key} of {entry}.",
                file=file,
                key=key,
                entry=str(entry.get("id", "?")),
            ),
            tr("Write both da and en."),
        )
    return texts


def _whole(entry: dict, key: str, least: int, file: str) -> int:
    found = files.need(entry, key, file)
    if not isinstance(found, int) or isinstance(found, bool) or found < least:
        raise CatalogueError(
            tr(
                "The catalogue file {file} has no whole number in {key} of {entry}.",
                file=file,
                key=key,
                entry=str(entry.get("id", "?")),
            ),
            tr("Write a number from {least}.", least=least),
        )
    return found


def parse(
    entry: dict, file: str, theme: Optional[Mapping[str, str]] = None, own: bool = False
) -> Indicator:
    """The indicator of one catalogue entry; raises ``CatalogueError`` naming file and key."""
    identifier = files.need(entry, "id", file)
    register = _one_of(entry, "register", ALL_KINDS, file)
    about = register_kind(register)
    population = files.need(entry, "population", file)
    check_filter(population, about, identifier, file)
    kind, numerator, where = _numerator(
        files.need(entry, "numerator", file), register, identifier, file
    )
    unit = _one_of(entry, "unit", tuple(UNITS), file)
    variants = entry.get("variants", {})
    for variant in variants.values():
        _numerator(variant.get("numerator"), register, identifier, file)
    return Indicator(
        identifier,
        _texts(entry, "name", file),
        _texts(entry, "definition", file),
        register,
        population,
        kind,
        numerator,
        where,
        *_denominator(entry, register, file),
        unit,
        _one_of(entry, "direction", DIRECTIONS, file),
        _whole(entry, "averaging_years", 1, file),
        _texts(entry, "source", file),
        _one_of(entry, "frequency", FREQUENCIES, file),
        _whole(entry, "lag_months", 0, file),
        files.need(entry, "smallest_area", file),
        _one_of(entry, "disclosure_class", DISCLOSURE_CLASSES, file),
        _one_of(entry, "sharing", SHARING, file),
        _date(entry, "valid_from", file),
        _date(entry, "valid_to", file),
        entry.get("law", ""),
        entry.get("legal_note", {}),
        variants,
        theme or {},
        own,
    )


def parse_file(content: dict, file: str, own: bool = False) -> Tuple[Indicator, ...]:
    """The indicators of a catalogue file."""
    form = files.need(content, "format", file)
    if form != FORMAT:
        raise CatalogueError(
            tr(
                "The catalogue file {file} is written in the format {found}; this version reads "
                "{known}.",
                file=file,
                found=str(form),
                known=FORMAT,
            ),
            tr("Update the plugin, or fetch an older file."),
        )
    theme = files.need(content, "theme", file)
    return tuple(
        parse(entry, file, theme, own) for entry in files.need(content, "indicators", file)
    )


@cache
def all_indicators() -> Tuple[Indicator, ...]:
    """Every indicator of the catalogue: the law's first, then by theme."""
    names = sorted(
        files.names("indicators"), key=lambda name: (not name.endswith("statutory.json"), name)
    )
    return tuple(indicator for name in names for indicator in parse_file(files.read(name), name))


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

"""Indicators as data: whom they count, what they sum, in which unit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Iterable, List, Mapping, Optional, Tuple

from ..errors import CatalogueError, InputError
from ..i18n import tr
from . import files

UNITS = {"persons": None, "percent": 100.0, "kroner": 1.0}
NUMERATORS = ("count", "sum", "mean")
FILTER_OPERATORS = ("=", "in", "between", ">=", "<=", ">", "<", "missing")


@dataclass(frozen=True)
class Indicator:
    """One indicator.

    Attributes:
        population: filter that says who is in the denominator (see ``check_filter``).
        numerator_kind: ``count`` (filter within the population), ``sum`` of a column, or ``mean``
            of a column over those who have a value.
        numerator: a filter for ``count``, else a column name.
        scale: what numerator / denominator is multiplied by; None where the value is the count.
        averaging_years: how many years the law takes the mean of.
        variants: other numerators the user may choose, by name.
    """

    id: str
    name: Mapping[str, str]
    definition: Mapping[str, str]
    unit: str
    direction: str
    population: dict
    numerator_kind: str
    numerator: object
    averaging_years: int
    law: str
    variants: Mapping[str, dict]

    @property
    def scale(self) -> Optional[float]:
        """100 for percent, 1 for kroner, None for plain counts."""
        return UNITS[self.unit]

    @property
    def columns(self) -> Tuple[str, ...]:
        """The register columns the indicator needs, sorted."""
        used = filter_columns(self.population)
        if self.numerator_kind == "count":
            used |= filter_columns(self.numerator)
        else:
            used.add(self.numerator)
        return tuple(sorted(used))

    def with_variant(self, name: str) -> "Indicator":
        """The same indicator with the numerator of the variant ``name``."""
        if name not in self.variants:
            raise InputError(
                tr("The indicator {indicator} has no variant {variant}.", indicator=self.id, variant=name),
                tr("Choose one of {choices}.", choices=", ".join(self.variants) or "-"),
            )
        entry = {**self.__dict__}
        entry["numerator_kind"], entry["numerator"] = _numerator(self.variants[name]["numerator"], self.id, "")
        return Indicator(**entry)


def filter_tests(node: dict) -> List[dict]:
    """The single tests (column, operator, value) of a filter."""
    for joiner in ("all", "any"):
        if joiner in node:
            return [test for child in node[joiner] for test in filter_tests(child)]
    return filter_tests(node["not"]) if "not" in node else [node]


def filter_columns(node: dict) -> set:
    """The columns a filter reads."""
    return {test["column"] for test in filter_tests(node)}


def columns_needing_a_value(node: dict) -> set:
    """The columns of a filter that say nothing where they are empty: all but those tested for being so."""
    return filter_columns(node) - {test["column"] for test in filter_tests(node) if test["operator"] == "missing"}


def check_filter(node: dict, entry: str, file: str) -> None:
    """Raise ``CatalogueError`` unless ``node`` is a filter.

    A filter is ``{"all": […]}``, ``{"any": […]}``, ``{"not": …}`` or a test
    ``{"column": …, "operator": …, "value": …}``; an empty ``all`` holds for everyone.
    """
    for joiner in ("all", "any"):
        if isinstance(node, dict) and isinstance(node.get(joiner), list):
            for child in node[joiner]:
                check_filter(child, entry, file)
            return
    if isinstance(node, dict) and "not" in node:
        check_filter(node["not"], entry, file)
        return
    if not isinstance(node, dict) or "column" not in node or node.get("operator") not in FILTER_OPERATORS:
        raise CatalogueError(
            tr("The catalogue file {file} has a filter that cannot be read in {entry}.", file=file, entry=entry),
            tr("A filter needs column and operator, one of {choices}.", choices=" ".join(FILTER_OPERATORS)),
            str(node),
        )
    if node["operator"] != "missing" and "value" not in node:
        raise CatalogueError(
            tr("The catalogue file {file} has a filter without value in {entry}.", file=file, entry=entry),
            tr("Add the key value."),
        )


def _numerator(node: dict, entry: str, file: str) -> Tuple[str, object]:
    kinds = [kind for kind in NUMERATORS if kind in node]
    if len(kinds) != 1:
        raise CatalogueError(
            tr("The catalogue file {file} must give one numerator in {entry}.", file=file, entry=entry),
            tr("Use one of {choices}.", choices=" ".join(NUMERATORS)),
        )
    if kinds[0] == "count":
        check_filter(node["count"], entry, file)
    return kinds[0], node[kinds[0]]


def parse(entry: dict, file: str) -> Indicator:
    """The indicator of one catalogue entry; raises ``CatalogueError`` naming file and key."""
    identifier = files.need(entry, "id", file)
    unit = files.need(entry, "unit", file)
    if unit not in UNITS:
        raise CatalogueError(
            tr("The catalogue file {file} has the unknown unit {unit} in {entry}.", file=file, unit=unit,
               entry=identifier),
            tr("Use one of {choices}.", choices=" ".join(UNITS)),
        )
    population = files.need(entry, "population", file)
    check_filter(population, identifier, file)
    kind, numerator = _numerator(files.need(entry, "numerator", file), identifier, file)
    return Indicator(
        identifier,
        files.need(entry, "name", file),
        files.need(entry, "definition", file),
        unit,
        files.need(entry, "direction", file),
        population,
        kind,
        numerator,
        files.need(entry, "averaging_years", file),
        entry.get("law", ""),
        entry.get("variants", {}),
    )


@cache
def all_indicators() -> Tuple[Indicator, ...]:
    """Every indicator of the catalogue, in its order."""
    return tuple(
        parse(entry, name)
        for name in files.names("indicators")
        for entry in files.need(files.read(name), "indicators", name)
    )


def chosen(identifiers: Optional[Iterable[str]] = None) -> Tuple[Indicator, ...]:
    """The indicators with ``identifiers`` in the catalogue's order; all when None or empty.

    Raises:
        InputError: an id is not in the catalogue.
    """
    wanted = list(identifiers or ())
    known = all_indicators()
    unknown = sorted(set(wanted) - {indicator.id for indicator in known})
    if unknown:
        raise InputError(
            tr("The catalogue has no indicator {name}.", name=", ".join(unknown)),
            tr("Choose among {choices}.", choices=", ".join(i.id for i in known)),
        )
    return tuple(i for i in known if not wanted or i.id in wanted)

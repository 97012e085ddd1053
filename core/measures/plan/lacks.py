"""Which rows lack a value that an indicator needs of them: they count as unknown, and are told."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Dict, List, Optional

from ...catalogue.indicators.definitions import Indicator
from ...catalogue.indicators.filters import (
    columns_needing_a_value,
    filter_columns,
    filter_text,
)
from .terms import adds_something, counted_by, summed_in_the_same_rows


@dataclass(frozen=True)
class Lack:
    """The rows without a value in ``column`` that need one.

    Attributes:
        where: the rows that need it, a filter as text
            (``catalogue.indicators.filters.filter_text``).
        undecided: a filter as text; only rows of which it is not known whether it holds lack
            anything. Empty where the cell is needed whatever else is known.
    """

    column: str
    where: str
    undecided: str = ""

    @cached_property
    def node(self) -> dict:
        """The filter of the rows that need it."""
        return json.loads(self.where)

    @cached_property
    def question(self) -> Optional[dict]:
        """The filter that must be undecided; None for none."""
        return json.loads(self.undecided) if self.undecided else None


def lacks_of(indicator: Indicator) -> List[Lack]:
    """What rows of the numerator's register may lack for ``indicator``, one entry per column.

    A column of the population filter is needed of everyone whom the filter's other tests hold for,
    a column of the numerator of the population. A missing value in a mean or median is no fault: it
    says that the person has none (income). A column the population itself asks to be filled is none
    either.
    """
    population = indicator.population
    tests = population.get("all", [population])
    asked_for = _asked_to_be_filled(population)
    found: Dict[str, Lack] = {}
    for column in sorted(filter_columns(population) - asked_for):
        others = {"all": [test for test in tests if column not in filter_columns(test)]}
        found[column] = Lack(column, filter_text(others))
    if indicator.numerator_kind in ("mean", "median"):
        return list(found.values())
    everyone, is_sum = filter_text(population), indicator.numerator_kind == "sum"
    test = adds_something(indicator) if is_sum else counted_by(indicator)
    needing_a_value = columns_needing_a_value(test)
    for column in sorted(filter_columns(test) - asked_for):
        undecided = filter_text(test)
        # a row whose other columns settle the test lacks nothing; but a column tested for being
        # empty settles it by being empty, so there the test says nothing of whether it is needed
        found[column] = Lack(column, everyone, undecided if column in needing_a_value else "")
    for column in summed_in_the_same_rows(indicator) if is_sum else ():
        found[column] = Lack(column, everyone)
    return list(found.values())


def _asked_to_be_filled(node: dict) -> "set[str]":
    """The columns that ``node`` asks not to be missing."""
    inner: Optional[dict] = node.get("not")
    if inner is not None and inner.get("operator") == "missing":
        return {inner["column"]}
    found: "set[str]" = set()
    for child in node.get("all", ()):
        found |= _asked_to_be_filled(child)
    return found

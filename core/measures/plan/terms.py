"""What has to be added up for an indicator: terms, many of which several indicators share."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Dict, Iterable, Optional, Tuple

import numpy as np

from ...catalogue.indicators.definitions import Indicator
from ...catalogue.indicators.filters import (
    both,
    columns_needing_a_value,
    filter_columns,
    filter_text,
    for_certain,
)
from ..engines.masks import Masks


@dataclass(frozen=True)
class Term:
    """A sum over the rows of a register.

    Attributes:
        register: the kind of register.
        where: the rows, a filter as text (``catalogue.filters.filter_text``).
        column: what is added up; empty for the number of rows.
        given: columns that must have a value in a row for it to count.
        decided: a filter as text of which it must be known whether it holds; empty for none.
    """

    register: str
    where: str
    column: str = ""
    given: Tuple[str, ...] = ()
    decided: str = ""

    @cached_property
    def node(self) -> dict:
        """The filter."""
        return json.loads(self.where)

    def rows(self, masks: Masks) -> np.ndarray:
        """The rows that count (boolean)."""
        rows = masks(self.node)
        for column in self.given:
            rows = rows & masks.given(column)
        return rows & masks.decided(json.loads(self.decided)) if self.decided else rows


RECORD_KEY = "record_key"
"""The column of a table with the key of every row's person (cell-key method)."""


def keyed(term: Term) -> Term:
    """The sum of the keys of the rows that ``term`` counts."""
    return replace(term, column=RECORD_KEY)


@dataclass(frozen=True)
class Remainder:
    """The rows of ``whole`` that are not in ``part``: those of a group who have not what is
    counted."""

    whole: Term
    part: Term

    @property
    def register(self) -> str:
        """The kind of register."""
        return self.whole.register

    def rows(self, masks: Masks) -> np.ndarray:
        """The rows that count (boolean)."""
        return self.whole.rows(masks) & ~self.part.rows(masks)


def _term(
    register: str,
    where: dict,
    column: str = "",
    given: Iterable[str] = (),
    decided: Optional[dict] = None,
) -> Term:
    return Term(
        register,
        filter_text(where),
        column,
        tuple(sorted(given)),
        "" if decided is None else filter_text(decided),
    )


@dataclass(frozen=True)
class Plan:
    """The terms of one indicator.

    Attributes:
        concerned: the rows of the population, in the numerator's register.
        known: those of them that have a value the numerator reads; where some are concerned and
            none is known the figure is missing, not zero.
        behind: the rows of the denominator, whose persons and households stand behind the number.
    """

    indicator: Indicator
    numerator: Term
    denominator: Term
    concerned: Term
    known: Term
    behind: Term

    @property
    def terms(self) -> Tuple[Term, ...]:
        """All of them."""
        return (self.numerator, self.denominator, self.concerned, self.known, self.behind)


def plan(indicator: Indicator) -> Plan:
    """The terms of ``indicator`` (any but a finished one).

    ``count``: rows where population and numerator hold, over rows of the denominator's population.
    ``sum``: the column where population and ``where`` hold, over the same; a row whose share is not
    known adds nothing and is told.
    ``mean``, ``median``: the column in the population, over the rows that have a value.
    """
    register, population = indicator.register, indicator.population
    behind = _term(indicator.denominator_register, indicator.denominator_population)
    denominator = behind
    if indicator.denominator_sum:
        denominator = _term(
            indicator.denominator_register,
            indicator.denominator_population,
            indicator.denominator_sum,
            [indicator.denominator_sum],
        )
    if indicator.numerator_kind == "count":
        numerator = _term(register, both(population, for_certain(indicator.numerator)))
        known = _term(register, population, decided=indicator.numerator)
    elif indicator.numerator_kind == "sum":
        parts = [indicator.numerator, *_in_the_same_rows(indicator)]
        numerator = _term(
            register, both(population, for_certain(indicator.where)), indicator.numerator, parts
        )
        if filter_columns(indicator.where):
            known = _term(register, population, "", parts[1:], _adds_something(indicator))
        else:
            known = _term(register, population, "", parts)
    else:
        numerator = _term(register, population, indicator.numerator, [indicator.numerator])
        denominator = known = behind = _term(register, population, "", [indicator.numerator])
    return Plan(indicator, numerator, denominator, _term(register, population), known, behind)


def _in_the_same_rows(indicator: Indicator) -> Tuple[str, ...]:
    """The column that a sum over a sum is divided by, where both are of the same rows: a row
    without it is in neither, for a part without its whole would make the ratio too large."""
    same = (indicator.register, indicator.population) == (
        indicator.denominator_register,
        indicator.denominator_population,
    )
    return (indicator.denominator_sum,) if same and indicator.denominator_sum else ()


def _adds_something(indicator: Indicator) -> dict:
    """A filter that holds where a row adds to the sum: it is decided where the row's share of the
    sum is known. Whoever has none of what is summed adds nothing, and neither does who is not among
    those summed."""
    return {
        "all": [
            indicator.where,
            {"not": {"column": indicator.numerator, "operator": "=", "value": 0}},
        ]
    }


def missing_values(indicator: Indicator, masks: Masks) -> Dict[str, np.ndarray]:
    """Column → rows (boolean) that lack a value the indicator needs.

    A column of the population filter is needed of everyone whom the filter's other tests hold for,
    a column of the numerator of the population. A missing value in a mean or median is no fault: it
    says that the person has none (income). A column the population itself asks to be filled is none
    either.
    """
    tests = indicator.population.get("all", [indicator.population])
    lacking = {}
    for column in filter_columns(indicator.population) - _asked_to_be_filled(indicator.population):
        others = {"all": [test for test in tests if column not in filter_columns(test)]}
        lacking[column] = ~masks.given(column) & masks(others)
    if indicator.numerator_kind in ("mean", "median"):
        return lacking
    population = masks(indicator.population)
    is_sum = indicator.numerator_kind == "sum"
    test = _adds_something(indicator) if is_sum else indicator.numerator
    undecided = population & ~masks.decided(test)
    for column in filter_columns(test) - _asked_to_be_filled(indicator.population):
        lacking[column] = (
            undecided if column in columns_needing_a_value(test) else population
        ) & ~masks.given(column)
    for column in _in_the_same_rows(indicator) if is_sum else ():
        lacking[column] = population & ~masks.given(column)
    return lacking


def _asked_to_be_filled(node: dict) -> set:
    """The columns that ``node`` asks not to be missing."""
    inner: Optional[dict] = node.get("not")
    if inner is not None and inner.get("operator") == "missing":
        return {inner["column"]}
    return (
        set().union(*(_asked_to_be_filled(child) for child in node.get("all", ())))
        if "all" in node
        else set()
    )

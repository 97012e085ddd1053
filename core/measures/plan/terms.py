"""What has to be added up for an indicator: terms, many of which several indicators share."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Iterable, Optional, Tuple, Union, cast

from ...catalogue.indicators.definitions import Indicator
from ...catalogue.indicators.filters import both, filter_columns, filter_text, for_certain


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

    @cached_property
    def question(self) -> Optional[dict]:
        """The filter that must be decided; None for none."""
        return json.loads(self.decided) if self.decided else None


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


Rows = Union[Term, Remainder]
"""What says of every row of a register whether it counts."""


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
        numerator = _term(register, both(population, for_certain(counted_by(indicator))))
        known = _term(register, population, decided=counted_by(indicator))
    elif indicator.numerator_kind == "sum":
        column, same_rows = summed_by(indicator), summed_in_the_same_rows(indicator)
        given = [column, *same_rows]
        numerator = _term(register, both(population, for_certain(indicator.where)), column, given)
        if filter_columns(indicator.where):
            # whoever is certainly not among those summed adds nothing, so the sum is known of a row
            # without the column too
            known = _term(register, population, "", same_rows, adds_something(indicator))
        else:
            known = _term(register, population, "", given)
    else:
        column = summed_by(indicator)
        numerator = _term(register, population, column, [column])
        denominator = known = behind = _term(register, population, "", [column])
    concerned = _term(register, population)
    return Plan(indicator, numerator, denominator, concerned, known, behind)


def counted_by(indicator: Indicator) -> dict:
    """The filter of an indicator whose numerator is counted."""
    return cast(dict, indicator.numerator)


def summed_by(indicator: Indicator) -> str:
    """The column of an indicator whose numerator is a sum, mean or median."""
    return cast(str, indicator.numerator)


def summed_in_the_same_rows(indicator: Indicator) -> Tuple[str, ...]:
    """The column that a sum over a sum is divided by, where both are of the same rows: a row
    without it is in neither, for a part without its whole would make the ratio too large."""
    same = (indicator.register, indicator.population) == (
        indicator.denominator_register,
        indicator.denominator_population,
    )
    return (indicator.denominator_sum,) if same and indicator.denominator_sum else ()


def adds_something(indicator: Indicator) -> dict:
    """A filter that holds where a row adds to the sum: it is decided where the row's share of the
    sum is known. Whoever has none of what is summed adds nothing, and neither does who is not among
    those summed."""
    return {
        "all": [
            indicator.where,
            {"not": {"column": summed_by(indicator), "operator": "=", "value": 0}},
        ]
    }

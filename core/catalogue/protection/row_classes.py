"""What filters imply of each other: the classes of rows that they tell apart.

Every column has finitely many values that the filters can tell apart: its codes, the numbers
between two that a filter names, and no value at all. Going through the columns one by one, filters
that are decided drop out and rows of which the same is left to decide are one class. What is left
in the end is which filters a row can be in together; so unions, complements, codes that exclude
each other and populations inside another follow from the definitions alone.
"""

from __future__ import annotations

import operator
from dataclasses import dataclass
from itertools import product
from math import ceil, floor, prod
from typing import (
    Any,
    Dict,
    FrozenSet,
    Iterable,
    List,
    Mapping,
    Optional,
    Sequence,
    Tuple,
    Union,
)

from ..indicators.filters import NUMERIC, Filter, filter_columns, filter_tests
from ..registers.kinds import Column

MOST_STATES = 4000
"""So many part-decided sets of filters are followed at the most."""
COMPARED = {">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt}
OTHER = object()
"""A code or text that no filter names."""
Value = Any
Formula = Union[bool, Tuple[Any, ...]]
"""A filter of which a part is decided: true, false, or (joiner, parts) over tests (column, number
of the test)."""
SHARE_OF = "part of "
"""Before a column between 0 and 1 that is added up: a row is in it for that part, and not for the
rest."""


def base_columns(node: Filter) -> FrozenSet[str]:
    """The columns a filter reads; the part of a column that is added up reads the column."""
    return frozenset(_base(name) for name in filter_columns(node))


def _base(name: str) -> str:
    return name[len(SHARE_OF) :] if name.startswith(SHARE_OF) else name


class TooManyClassesError(Exception):
    """The filters tell more classes apart than can be followed."""


@dataclass(frozen=True)
class RowClass:
    """Rows that no filter tells apart: the positions of the filters that hold, and the group of the
    first columns that they are of (rows of which the same is left to decide once those are
    known)."""

    holds: FrozenSet[int]
    group: int


def row_classes(
    nodes: Sequence[Filter],
    columns: Mapping[str, Column],
    first: Sequence[str] = (),
    most: int = MOST_STATES,
) -> List[RowClass]:
    """The classes of rows that ``nodes`` (filters) tell apart; rows in none of them are left out.

    Args:
        columns: name → column of the register.
        first: columns whose values make the groups.
        most: more classes are not followed.
    Raises:
        TooManyClassesError: there are more.
    """
    used = sorted(set().union(*(base_columns(node) for node in nodes)))
    order = [name for name in used if name in first] + _by_closeness(
        [n for n in used if n not in first], nodes
    )
    tests = _Tests(nodes, columns)
    states: Dict[Tuple[Formula, ...], None] = {tuple(tests.formula(node) for node in nodes): None}
    at = sum(name in first for name in order)
    states = _decided(states, order[:at], tests, most)
    found: Dict[RowClass, None] = {}
    for group, state in enumerate(states):
        for end in _decided({state: None}, order[at:], tests, most):
            holds = frozenset(n for n, value in enumerate(end) if value is True)
            if holds:
                found[RowClass(holds, group)] = None
        if len(found) > most:
            raise TooManyClassesError
    return list(found)


def shared_groups(
    blocks: Sequence[Sequence[Filter]], shared: Sequence[str], columns: Mapping[str, Column]
) -> List[Filter]:
    """Filters over the columns ``shared`` that every block of filters can tell apart, without
    overlap: rows of one of them have the same left to decide in every block. What a block counts of
    one, every other block counts of it.

    Raises:
        TooManyClassesError: the values of ``shared`` are too many.
    """
    every = [node for nodes in blocks for node in nodes]
    tests = _Tests(every, columns)
    kinds = {name: tests.told_apart(name) for name in shared}
    names = [name for name in shared if kinds[name]]
    if prod(len(kinds[name]) for name in names) > MOST_STATES:
        raise TooManyClassesError
    start = tuple(tests.formula(node) for node in every)
    groups: Dict[Tuple[Formula, ...], List[Filter]] = {}
    for chosen in product(*(range(len(kinds[name])) for name in names)):
        state = start
        for name, number in zip(names, chosen):
            state = tuple(tests.decide(one, name, number) for one in state)
        if any(value is not False for value in state):
            groups.setdefault(state, []).append(
                {
                    "all": [
                        test for name, number in zip(names, chosen) for test in kinds[name][number]
                    ]
                }
            )
    return [{"any": parts} for parts in groups.values()]


def _by_closeness(names: Sequence[str], nodes: Sequence[Filter]) -> List[str]:
    """The columns in an order in which those of one filter stand near each other, so that few
    filters are open."""
    together = [base_columns(node) & set(names) for node in nodes]
    left = list(names)
    found: List[str] = []
    while left:
        open_now = [some for some in together if some & set(found) and some - set(found)]
        name = min(left, key=lambda n: (-sum(n in some for some in open_now), n))
        left.remove(name)
        found.append(name)
    return found


def _decided(
    states: Dict[Tuple[Formula, ...], None], names: Iterable[str], tests: "_Tests", most: int
) -> Dict[Tuple[Formula, ...], None]:
    """The states after the values of the columns ``names`` are known, in every way they can be."""
    for name in names:
        after: Dict[Tuple[Formula, ...], None] = {}
        for state in states:
            for number in range(tests.kinds(name)):
                after[tuple(tests.decide(one, name, number) for one in state)] = None
        if len(after) > most:
            raise TooManyClassesError
        states = after
    return states


class _Tests:
    """The tests of filters, and which values of each column they tell apart."""

    def __init__(self, nodes: Sequence[Filter], columns: Mapping[str, Column]):
        self._of: Dict[str, List[Filter]] = {}
        self._columns = columns
        for node in nodes:
            for test in filter_tests(node):
                of = self._of.setdefault(_base(test["column"]), [])
                if test not in of:
                    of.append(test)
        self._points = {
            name: list(
                dict.fromkeys(
                    tuple(_holds(test, part if test["column"] != name else value) for test in of)
                    for value, part in _values_and_parts(columns[name], name, of)
                )
            )
            for name, of in self._of.items()
        }

    def kinds(self, name: str) -> int:
        """How many kinds of values the tests of the column tell apart."""
        return len(self._points.get(name, ()))

    def told_apart(self, name: str) -> List[List[Filter]]:
        """Of each kind of values of the column, the tests and negated tests that hold for it
        alone."""
        return [
            [test if yes else {"not": test} for test, yes in zip(self._of[name], answers)]
            for answers in self._points.get(name, ())
        ]

    def formula(self, node: Filter) -> Formula:
        """``node`` with its tests named by column and number."""
        for joiner in ("all", "any"):
            if joiner in node:
                return _joined(joiner, [self.formula(child) for child in node[joiner]])
        if "not" in node:
            return _negated(self.formula(node["not"]))
        name = _base(node["column"])
        return ("test", name, self._of[name].index(node))

    def decide(self, formula: Formula, name: str, number: int) -> Formula:
        """What is left of ``formula`` when the column ``name`` has its value ``number``."""
        if isinstance(formula, bool):
            return formula
        kind = formula[0]
        if kind == "test":
            return self._points[name][number][formula[2]] if formula[1] == name else formula
        if kind == "not":
            return _negated(self.decide(formula[1], name, number))
        return _joined(kind, [self.decide(part, name, number) for part in formula[1]])


def _joined(joiner: str, parts: Sequence[Formula]) -> Formula:
    settles = joiner == "any"
    left: Dict[Formula, None] = {}
    for part in parts:
        if part is settles:
            return settles
        if not isinstance(part, bool):
            left[part] = None
    if not left:
        return not settles
    return next(iter(left)) if len(left) == 1 else (joiner, tuple(sorted(left, key=repr)))


def _negated(part: Formula) -> Formula:
    if isinstance(part, bool):
        return not part
    return part[1] if part[0] == "not" else ("not", part)


def _values_and_parts(
    column: Column, name: str, tests: Sequence[Filter]
) -> List[Tuple[Value, Optional[int]]]:
    """Values of a column of every kind that its ``tests`` can tell apart, each with whether the row
    is in what is added up: with 0 or no value it is not, with 1 it is, and between it is for a
    part."""
    own = [test for test in tests if test["column"] == name]
    if len(own) == len(tests):
        return [(value, None) for value in _values(column, own)]
    ends = [{"column": name, "operator": "in", "value": [0, 1]}]
    return [
        (value, part)
        for value in _values(column, [*own, *ends])
        for part in ((0,) if value in (None, 0) else (1,) if value == 1 else (0, 1))
    ]


def _values(column: Column, tests: Sequence[Filter]) -> List[Value]:
    """Values of a column of every kind that its ``tests`` can tell apart; None is no value."""
    named = [
        value
        for test in tests
        if "value" in test
        for value in (test["value"] if isinstance(test["value"], list) else [test["value"]])
    ]
    if column.type == "boolean":
        return [None, 0, 1]
    if column.type not in NUMERIC:
        codes = list(column.codes) if column.codes else []
        rest: List[Value] = [code for code in codes if code not in named] if codes else [OTHER]
        return [None, *dict.fromkeys(named), *rest[:1]]
    return [None, *_numbers(column, sorted(set(float(v) for v in named)))]


def _numbers(column: Column, named: Sequence[float]) -> List[float]:
    """``named`` numbers, and one of every gap between and around them that the column can have."""
    ends = [float(end) for end in (column.minimum, column.maximum) if end is not None]
    near: List[float]
    if column.type == "integer":
        near = [number for v in named for number in (floor(v) - 1, floor(v), ceil(v), ceil(v) + 1)]
    else:
        gaps = [(a + b) / 2 for a, b in zip(named, named[1:])]
        near = [*named, *gaps, *(v - 1 for v in named[:1]), *(v + 1 for v in named[-1:])]
    low = float("-inf") if column.minimum is None else float(column.minimum)
    high = float("inf") if column.maximum is None else float(column.maximum)
    return [v for v in [*near, *ends, *([] if near or ends else [0.0])] if low <= v <= high]


def _holds(test: Filter, value: Value) -> bool:
    """Does the test hold for a row with ``value``? No value holds in none but ``missing``."""
    how: str = test["operator"]
    wanted: Any = test.get("value")
    if how == "missing" or value is None:
        return how == "missing" and value is None
    if value is OTHER:
        return False
    if how == "in":
        return any(_same(value, one) for one in wanted)
    if how == "=":
        return _same(value, wanted)
    if how == "between":
        return bool(wanted[0] <= value <= wanted[1])
    return bool(COMPARED[how](value, wanted))


def _same(value: Value, wanted: Value) -> bool:
    if isinstance(value, str) or isinstance(wanted, str):
        return str(value) == str(wanted)
    return bool(value == wanted)

"""Does one filter say more than another? Then its rows lie within the other's."""

from __future__ import annotations

import math
from typing import Any, FrozenSet, List, Optional, Tuple

from ..indicators.filters import Filter, filter_text


def implies(narrow: Filter, wide: Filter) -> bool:
    """Do all rows of ``narrow`` hold in ``wide`` too, as far as their tests tell?

    True is certain; False may only mean that it cannot be told (alternatives, tests of several
    columns).
    """
    tests = _conjunction(narrow)
    return all(any(_test_implies(ours, theirs) for ours in tests) for theirs in _conjunction(wide))


def _conjunction(node: Filter) -> List[Filter]:
    """The tests that must all hold."""
    return (
        [test for child in node["all"] for test in _conjunction(child)] if "all" in node else [node]
    )


def _test_implies(ours: Filter, theirs: Filter) -> bool:
    if filter_text(ours) == filter_text(theirs):
        return True
    inner = theirs.get("not")
    if inner is not None:  # a test that compares holds only where there is a value
        return (
            inner.get("operator") == "missing"
            and ours.get("column") == inner["column"]
            and ours.get("operator") not in (None, "missing")
        )
    if "column" not in ours or ours["column"] != theirs.get("column"):
        return False
    first, second = _values(ours), _values(theirs)
    if first is not None and second is not None:
        return first <= second
    low, high = _range(ours), _range(theirs)
    return low is not None and high is not None and low[0] >= high[0] and low[1] <= high[1]


def _values(test: Filter) -> Optional[FrozenSet[Any]]:
    operator = test.get("operator")
    if operator == "in":
        return frozenset(test["value"])
    return frozenset([test["value"]]) if operator == "=" else None


def _range(test: Filter) -> Optional[Tuple[Tuple[float, int], Tuple[float, int]]]:
    """(from, to), each with how far it lies within (1 open below, −1 open above); None for no
    range."""
    operator, value = test.get("operator"), test.get("value")
    numbers: List[Any] = value if isinstance(value, list) else [value]
    if not all(isinstance(number, (int, float)) for number in numbers):
        return None
    if operator == "in":
        return (min(numbers), 0), (max(numbers), 0)
    if operator == "between":
        return (numbers[0], 0), (numbers[1], 0)
    first = numbers[0]
    ends = {
        "=": ((first, 0), (first, 0)),
        ">=": ((first, 0), (math.inf, 0)),
        ">": ((first, 1), (math.inf, 0)),
        "<=": ((-math.inf, 0), (first, 0)),
        "<": ((-math.inf, 0), (first, -1)),
    }
    return ends.get(str(operator))

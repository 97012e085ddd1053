"""Does one filter say more than another? Then its rows lie within the other's."""

from __future__ import annotations

import math
from typing import List, Optional, Tuple

from ..indicators.filters import filter_text


def implies(narrow: dict, wide: dict) -> bool:
    """Do all rows of ``narrow`` hold in ``wide`` too, as far as their tests tell?

    True is certain; False may only mean that it cannot be told (alternatives, tests of several
    columns).
    """
    tests = _conjunction(narrow)
    return all(any(_test_implies(ours, theirs) for ours in tests) for theirs in _conjunction(wide))


def _conjunction(node: dict) -> List[dict]:
    """The tests that must all hold."""
    return (
        [test for child in node["all"] for test in _conjunction(child)] if "all" in node else [node]
    )


def _test_implies(ours: dict, theirs: dict) -> bool:
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


def _values(test: dict) -> Optional[frozenset]:
    operator = test.get("operator")
    if operator == "in":
        return frozenset(test["value"])
    return frozenset([test["value"]]) if operator == "=" else None


def _range(test: dict) -> Optional[Tuple[Tuple[float, int], Tuple[float, int]]]:
    """(from, to), each with how far it lies within (1 open below, −1 open above); None for no
    range."""
    operator, value = test.get("operator"), test.get("value")
    numbers = value if isinstance(value, list) else [value]
    if not all(isinstance(number, (int, float)) for number in numbers):
        return None
    if operator == "in":
        return (min(value), 0), (max(value), 0)
    ends = {
        "=": lambda: ((value, 0), (value, 0)),
        "between": lambda: ((value[0], 0), (value[1], 0)),
        ">=": lambda: ((value, 0), (math.inf, 0)),
        ">": lambda: ((value, 1), (math.inf, 0)),
        "<=": lambda: ((-math.inf, 0), (value, 0)),
        "<": lambda: ((-math.inf, 0), (value, -1)),
    }
    return ends[operator]() if operator in ends else None

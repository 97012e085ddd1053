"""A reader who can subtract: what editions tell, worked out from the definitions alone.

Nothing here comes from ``protection/``. The reader knows the boundaries, what the indicators' filters mean, and what is
printed. He writes down one unknown for every place that no border divides and every way a row can be, and asks an
exact programme for the values a number can have.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import Dict, List, Mapping, Optional, Sequence, Set, Tuple

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

Row = Mapping[str, object]
OPTIMAL, INFEASIBLE = 0, 2


def holds(node: dict, row: Row) -> bool:
    """Does a filter hold for a row? Worked out on the spot, as the concept model says it."""
    if "all" in node:
        return all(holds(child, row) for child in node["all"])
    if "any" in node:
        return any(holds(child, row) for child in node["any"])
    if "not" in node:
        return not holds(node["not"], row)
    value, wanted, operator = row.get(node["column"]), node.get("value"), node["operator"]
    if operator == "missing" or value is None:
        return operator == "missing" and value is None
    if operator in ("=", "in"):
        return value in (wanted if operator == "in" else [wanted])
    return {
        "between": lambda: wanted[0] <= value <= wanted[1],
        ">=": lambda: value >= wanted,
        "<=": lambda: value <= wanted,
        ">": lambda: value > wanted,
        "<": lambda: value < wanted,
    }[operator]()


@dataclass(frozen=True)
class Definition:
    """An indicator as it is defined: whom it is set against, and who of them counts."""

    id: str
    population: dict
    numerator: dict
    denominator: Optional[dict] = None
    known: bool = False

    def counts(self, row: Row) -> Tuple[bool, bool]:
        """(in the numerator, in the denominator)."""
        return (
            holds(self.population, row) and holds(self.numerator, row),
            holds(self.denominator or self.population, row),
        )


@dataclass
class Reader:
    """What one reader knows of one month, and how many values numbers can have for him.

    Args:
        definitions: of all indicators. domain: column → every value it can have, None for none.
        places: (area set, area) → the places within; the municipality has empty ids.
    """

    definitions: Sequence[Definition]
    domain: Mapping[str, Sequence[object]]
    places: Mapping[Tuple[str, str], Sequence[int]]
    pieces: int
    facts: List[Tuple[np.ndarray, float, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        names = list(self.domain)
        ways: Dict[Tuple[Tuple[bool, bool], ...], None] = {}
        for values in itertools.product(*(self.domain[name] for name in names)):
            row = dict(zip(names, values))
            ways[tuple(one.counts(row) for one in self.definitions)] = None
        self.ways = list(ways)
        self._of = {
            (one.id, kind): np.array(
                [way[n][kind == "denominator"] for way in self.ways], dtype=float
            )
            for n, one in enumerate(self.definitions)
            for kind in ("numerator", "denominator")
        }

    def column(self, places: Sequence[int], indicator: str, kind: str) -> np.ndarray:
        """The unknowns that make up a number; ``rest`` is who is set against and does not count."""
        if kind == "rest":
            ways = self._of[(indicator, "denominator")] - self._of[(indicator, "numerator")]
        else:
            ways = self._of[(indicator, kind)]
        found = np.zeros((self.pieces, len(self.ways)))
        found[list(places)] = ways
        return found.ravel()

    def told(
        self,
        place: Tuple[str, str],
        indicator: str,
        kind: str,
        low: float,
        high: Optional[float] = None,
    ) -> None:
        """Note a printed number, or between what it is known to be."""
        self.facts.append(
            (self.column(self.places[place], indicator, kind), low, low if high is None else high)
        )

    def values(
        self, wanted: Sequence[np.ndarray], enough: Sequence[int], facts: "Optional[list]" = None
    ) -> List[Set[int]]:
        """Of every ``wanted`` column the whole values it can have; looked for until there are ``enough``."""
        facts = self.facts if facts is None else facts
        rows = {(*column.tolist(), low, high) for column, low, high in facts}
        table = np.array(sorted(rows)) if rows else np.zeros((0, len(wanted[0]) + 2))
        matrix, low, high = sparse.csr_matrix(table[:, :-2]), table[:, -2], table[:, -1]
        columns = np.array(wanted)
        seen: List[Set[int]] = [set() for _ in wanted]

        def ask(objective: np.ndarray, more: "list") -> Optional[float]:
            limits = [LinearConstraint(matrix, low, high)] if len(low) else []
            found = milp(
                objective,
                constraints=[*limits, *more],
                integrality=np.ones(columns.shape[1]),
                bounds=Bounds(0, 400),
            )
            if found.status == INFEASIBLE:
                return None
            if found.status != OPTIMAL:
                raise AssertionError(found.message)
            for values, value in zip(seen, np.round(columns @ np.round(found.x))):
                values.add(int(value))
            return float(np.round(objective @ np.round(found.x)))

        for n, column in enumerate(columns):
            if len(seen[n]) >= enough[n]:
                continue
            top, bottom = ask(-column, []), ask(column, [])
            if top is None:
                raise AssertionError("what is known contradicts itself")
            for value in range(int(bottom) + 1, int(-top)):
                if len(seen[n]) >= enough[n]:
                    break
                if value not in seen[n]:
                    ask(np.zeros(len(column)), [LinearConstraint(column[None, :], value, value)])
        return seen

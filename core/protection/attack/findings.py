"""What is attacked, and what the attack finds."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Dict, List, Tuple

import numpy as np

from .bounds import Column


@dataclass(frozen=True)
class Guarded:
    """A number that must not be known.

    Attributes:
        name: its position among the numbers of its system.
        column: its inner cells.
        value: its true value.
        values: at least so many values must be possible (counts).
        below, above: the possible values must reach so far to each side (sums).
        whole: a whole number.
    """

    name: int
    column: Column
    value: float
    values: int = 2
    below: float = 0.0
    above: float = 0.0
    whole: bool = True


@dataclass(frozen=True)
class Exposed:
    """A guarded number that the audit does not clear: what it can be (of whole numbers ``found``
    many), and the published numbers that give it away (positions in ``Known``, hardest first)."""

    guarded: Guarded
    lower: float
    upper: float
    by: Tuple[int, ...]
    found: int = 1

    def no_worse(self) -> Guarded:
        """The number guarded against being narrowed further."""
        one = self.guarded
        return replace(
            one,
            values=self.found if one.whole else 1,
            below=min(one.below, one.value - self.lower),
            above=min(one.above, self.upper - one.value),
        )


@dataclass
class Audit:
    """The outcome.

    Attributes:
        exposed: what is not safe; empty means that everything is.
        checked: guarded numbers attacked.
        rows, numbers: the size of the system after like rows were merged.
        programmes, whole_programmes: linear and integer programmes solved.
        possible: name of a guarded count → so many values it can have, at least.
        worlds: rows found that a reader cannot rule out.
    """

    exposed: List[Exposed] = field(default_factory=list)
    checked: int = 0
    rows: int = 0
    numbers: int = 0
    programmes: int = 0
    whole_programmes: int = 0
    possible: Dict[int, int] = field(default_factory=dict)
    worlds: List[np.ndarray] = field(default_factory=list)

    def add(self, other: "Audit") -> None:
        """Join the outcome of another system; what is possible has names of its own system and is
        left out."""
        self.exposed += other.exposed
        for name in ("checked", "rows", "numbers", "programmes", "whole_programmes"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

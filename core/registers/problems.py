"""Cells that cannot be read, told one kind at a time instead of stopping at the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Tuple


@dataclass
class Problem:
    """One kind of fault in one column of one file.

    Attributes:
        rows: how many cells; first_row: the first of them, as the user counts.
        blocks: the register cannot be counted before the user decides to go on without the cells.
    """

    file: str
    role: str
    field: str
    message: str
    next_step: str
    rows: int
    first_row: int
    blocks: bool = True


class Problems:
    """Collects what a strict reader would refuse; the cells then count as unknown."""

    def __init__(self) -> None:
        self._kept: Dict[Tuple[str, str, str], Problem] = {}

    def add(self, problem: Problem) -> None:
        """Note ``problem``; the same fault in another part of the same file adds up."""
        key = (problem.file, problem.role, problem.message)
        known = self._kept.get(key)
        if known is None:
            self._kept[key] = problem
        else:
            known.rows += problem.rows

    def all(self) -> List[Problem]:
        """What was found, in the order it was met."""
        return list(self._kept.values())

"""What protecting a system of numbers comes to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, List

import numpy as np

from ..attack.findings import Audit
from ..system.numbers import NumberKey


@dataclass
class Protected:
    """The outcome for one family.

    Attributes:
        hidden: number → why (``reasons``).
        audit: what the attack on it found; nothing exposed means that it is safe.
        unsafe: numbers that are given away by what is known already.
        primary: numbers that must not be known, the virtual ones included.
        columns: numbers in the system.
        narrowest: the fewest values that a guarded count can have, where its group allows so many.
        open_groups: guarded counts of groups so small that all values are fewer; all of them are
            possible.
        narrow_anyway: guarded numbers that the known totals alone leave fewer values; the release
            takes none away.
    """

    hidden: Dict[NumberKey, str] = field(default_factory=dict)
    audit: Audit = field(default_factory=Audit)
    unsafe: List[NumberKey] = field(default_factory=list)
    primary: int = 0
    columns: int = 0
    narrowest: float = np.inf
    open_groups: int = 0
    narrow_anyway: int = 0

    @property
    def safe(self) -> bool:
        """May it be released?"""
        return not self.unsafe and not self.audit.exposed

    def add(self, other: "Protected") -> None:
        """Join the outcome of another family."""
        self.hidden.update(other.hidden)
        self.audit.add(other.audit)
        self.unsafe += other.unsafe
        self.primary += other.primary
        self.columns += other.columns
        self.narrowest = min(self.narrowest, other.narrowest)
        self.open_groups += other.open_groups
        self.narrow_anyway += other.narrow_anyway

"""An edition: the figures of one period as one audience may have them, and the proof that nobody is
in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Dict, Mapping, Optional, Tuple

import pandas as pd

from ..catalogue.indicators.definitions import Indicator
from ..catalogue.protection.rules import Profile
from .statuses import HIDDEN, KEPT
from .system.places import Cell
from .system.relations import Relations

if TYPE_CHECKING:  # how an edition is made needs scipy, to read it does not
    from .methods.protected import Protected
    from .methods.rounded import Rounded


@dataclass(frozen=True)
class Edition:
    """The figures of one period for one audience.

    Attributes:
        table: ``COLUMNS``; hidden figures are not in it, only their ``status``; the municipality
            has empty ids.
        reasons: (area set, area, indicator) → why hidden; for the municipality alone, never in what
            is written.
        outcome: what the audit found, of all families together.
        left_out: indicators the profile does not share.
        households_known: were households counted?
        releases: the ledger's releases that were taken into account. systems: families protected on
            their own.
        fingerprints: area set → fingerprint of its boundaries.
        rounded: what rounding gave; None where figures are hidden instead.
        relations: how the numbers hang together by their definitions, as far as that was taken into
            account.
        carried_within: a value carried over is at most so far from the new one.
    """

    profile: Profile
    period: str
    table: pd.DataFrame
    reasons: Dict[Cell, str]
    outcome: Protected
    indicators: Tuple[Indicator, ...]
    left_out: Tuple[str, ...]
    households_known: bool
    releases: Tuple[str, ...] = ()
    systems: int = 0
    fingerprints: Mapping[str, str] = field(default_factory=dict)
    rounded: Optional[Rounded] = None
    relations: Tuple[Relations, ...] = ()
    carried_within: float = 0.0

    @property
    def safe(self) -> bool:
        """May it leave the municipality?"""
        return self.profile.protects and self.outcome.safe

    @property
    def hidden(self) -> int:
        """How many figures are hidden."""
        return int((self.table["status"] == HIDDEN).sum())

    @property
    def carried(self) -> int:
        """How many figures keep the value of the release before."""
        return int((self.table["status"] == KEPT).sum())

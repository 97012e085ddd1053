"""What was taken into account of how numbers hang together, for the certificate to name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Tuple


@dataclass(frozen=True)
class Relations:
    """How the numbers of one family hang together by their definitions.

    Attributes:
        register: the kind of register. reads: its columns that the definitions read. indicators:
            their ids.
        classes: classes of rows that the definitions tell apart, over which everything is added up.
        whole: False where only some of what follows from the definitions was taken into account.
    """

    register: str
    reads: Tuple[str, ...]
    indicators: Tuple[str, ...]
    classes: int
    whole: bool

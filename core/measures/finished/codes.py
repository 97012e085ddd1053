"""Codes of areas and units as they are written in tables."""

from __future__ import annotations

from collections import defaultdict
from typing import Dict, Iterable, Sequence, Set

import numpy as np
import pandas as pd

from ...areas.area_set import AreaSet
from ...registers.written.keys import whole_number


def areas_of(codes: pd.Series, area_set: AreaSet) -> np.ndarray:
    """The area (position, -1 where there is none) of each code: by id, ``objekt_id`` or name, else
    without zeros in front where one alone has it so."""
    names = (area_set.areas[column] for column in ("area_id", "objekt_id", "name"))
    return positions(codes, [column.astype(str).tolist() for column in names])


def positions(codes: pd.Series, names: Iterable[Sequence[str]]) -> np.ndarray:
    """The position of each code in the ``names``, several lists of one length whose first have it
    before the others; -1 where none has it."""
    exact: Dict[str, int] = {}
    bare: Dict[str, Set[int]] = defaultdict(set)
    for column in names:
        for position, text in enumerate(column):
            if text:
                exact.setdefault(text, position)
                bare[text.lstrip("0")].add(position)
    alone = {text: next(iter(places)) for text, places in bare.items() if text and len(places) == 1}
    texts = [
        text if text in exact else whole_number(text) for text in codes.astype(str).str.strip()
    ]
    return np.array(
        [exact.get(text, alone.get(text.lstrip("0"), -1)) for text in texts], dtype="int64"
    )

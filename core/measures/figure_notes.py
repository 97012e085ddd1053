"""What a reader must know of a figure that is not quite what the law asks for: a sentence per row,
kept to the end."""

from __future__ import annotations

from typing import Dict, List

import numpy as np
import pandas as pd

from ..catalogue.law.measured import figure_name
from ..i18n import tr

NOTE = "figure_note"
"""The column of a table of figures; ``criteria.assess`` adds it to ``note``."""
PARTED = "\n"


def add_note(table: pd.DataFrame, rows: np.ndarray, sentence: str) -> None:
    """Add ``sentence`` to ``NOTE`` of ``rows`` (a mask) of ``table``, in place."""
    if NOTE not in table:
        table[NOTE] = ""
    if np.any(rows):
        before = table.loc[rows, NOTE]
        table.loc[rows, NOTE] = before.where(before == "", before + PARTED) + sentence


def sentences(table: pd.DataFrame) -> List[str]:
    """Every sentence once, in the order of the rows."""
    found: Dict[str, None] = {}
    for note in table[NOTE].unique() if NOTE in table else ():
        found.update(dict.fromkeys(one for one in note.split(PARTED) if one))
    return list(found)


def few_years_note(figure: str, count: int, years: int) -> str:
    """A mean that rests on fewer years than the law's: of a ``figure``, the nation's (by its
    column) or an indicator."""
    name = figure_name(figure)
    return tr(
        "{figure}: the mean of {count} of the {years} years that the law takes.",
        figure=name[:1].upper() + name[1:],
        count=count,
        years=years,
    )

"""What a reader must know of a figure that is not quite what the law asks for: a sentence per row,
kept to the end."""

from __future__ import annotations

from typing import Dict, List

import numpy as np
import pandas as pd

from ..catalogue.law.dates import WHOLE_YEAR, Approximation, ListDate
from ..catalogue.law.figures import LawFigure
from ..catalogue.law.measured import figure_name
from ..i18n import capitalised, in_language, tr
from ..periods import day_text, period_text, year_text

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
    return tr(
        "{figure}: the mean of {count} of the {years} years that the law takes.",
        figure=_capital(figure),
        count=count,
        years=years,
    )


def too_old_note(figure: LawFigure, period: str) -> str:
    """The newest figure, of ``period``, that is not used: it is older than the rule sets let it
    be."""
    return tr(
        "{figure}: the newest figure, of {period}, is more than {months} months old and is not "
        "used.",
        figure=_capital(figure.id),
        period=period_text(period),
        months=figure.serves.oldest_months,
    )


def approximated_note(figure: LawFigure, by: Approximation, period: str) -> str:
    """What stands in for a figure that is missing or too old: not the law's own."""
    return tr(
        "{figure}: {approximated}, up to {period}; the yearly figure is missing or too old.",
        figure=_capital(figure.id),
        approximated=in_language(by.label),
        period=period_text(period),
    )


def missing_note(figure: LawFigure, dates: ListDate, year: int, name: str = "") -> str:
    """A figure that the list takes and nobody has: of ``year``, and when it usually comes; the
    nation's or the region's where that has a ``name``."""
    wanted = year_text(year)
    if dates.moment != WHOLE_YEAR:
        wanted = day_text(f"{wanted}-{dates.moment}")
    month = figure.serves.comes(year)
    name = capitalised(name) if name else _capital(figure.id)
    if not month:
        return tr("{figure}: the one of {date} is missing.", figure=name, date=wanted)
    return tr(
        "{figure}: the one of {date} is missing; it usually comes in {month}.",
        figure=name,
        date=wanted,
        month=period_text(month),
    )


def not_the_year_note(figure: LawFigure, year: int, period: str) -> str:
    """A month's figure (of the year up to ``period``) that stands in for that of a ``year``."""
    return tr(
        "{figure}: the year up to {period}, not the yearly figure of {year}.",
        figure=_capital(figure.id),
        period=period_text(period),
        year=year,
    )


def _capital(figure: str) -> str:
    return capitalised(figure_name(figure))

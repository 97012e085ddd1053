"""What the user must know about one judgement, in the user's language."""

from __future__ import annotations

from typing import Dict, List, Mapping, Optional, Sequence

import numpy as np
import pandas as pd

from ..catalogue.law.measured import figure_name, figures_of_law
from ..catalogue.law.nation import possible_share
from ..catalogue.law.rules import RuleSet
from ..i18n import tr
from ..measures.figure_notes import PARTED
from ..numbers import number
from ..periods import period_text
from .categories import History, Outcomes
from .criteria_words import missing_year
from .thresholds import numbers


def notes(
    rules: RuleSet,
    table: pd.DataFrame,
    outcomes: Outcomes,
    margins: Mapping[str, np.ndarray],
    decided: np.ndarray,
    history: Optional[History],
    figure_notes: Sequence[str],
) -> List[str]:
    """A text per row of ``table``: how it was judged, what it lacks, and what was noted of its
    figures (``figure_notes``)."""
    found = []
    for row, noted in enumerate(figure_notes):
        text = _note(rules, table, outcomes, row, bool(decided[row]), history)
        found.append(f"{text} {noted.replace(PARTED, ' ')}" if noted else text)
    for row, sentence in _of_print(rules, table, outcomes, margins).items():
        found[row] += " " + sentence
    return found


def _of_print(
    rules: RuleSet, table: pd.DataFrame, outcomes: Outcomes, margins: Mapping[str, np.ndarray]
) -> Dict[int, str]:
    """Row → what is said where a criterion was decided by the national shares that a published
    threshold lets be."""
    found: Dict[int, str] = {}
    for criterion in rules.criteria.values():
        by_print = ~np.isnan(outcomes.met[criterion.id]) & np.isnan(margins[criterion.id])
        for row in np.flatnonzero(by_print):
            span = possible_share(criterion.figure, int(table["year"].iloc[row]))
            if span is not None:
                found[int(row)] = tr(
                    "The national share of convicted is known from a rounded threshold alone: from "
                    "{low} to {high} percent.",
                    low=number(span[0], 4),
                    high=number(span[1], 4),
                )
    return found


def _note(
    rules: RuleSet,
    table: pd.DataFrame,
    outcomes: Outcomes,
    row: int,
    decided: bool,
    history: Optional[History],
) -> str:
    sentences = [tr("Indicative calculation: the ministry's list is the decision.")]
    if outcomes.left_out:
        sentences.append(
            tr(
                "Computed without the origin criterion (EU Court, C-417/23); categories that rest "
                "on it are not given."
            )
        )
    if not decided:
        lacking = _lacking(rules, table, outcomes, row)
        if lacking:
            names = "; ".join(_named(rules, table, row, figure) for figure in lacking)
            sentences.append(tr("Undecided. Missing: {figures}.", figures=names))
        else:
            sentences.append(tr("Undecided: the category of earlier years is missing."))
    if history is None and any(c.memory_years for c in rules.categories):
        sentences.append(tr("Earlier years were not looked at."))
    return " ".join(sentences)


def _named(rules: RuleSet, table: pd.DataFrame, row: int, figure: str) -> str:
    """What a figure is called; with the year that is missing where the newest of its mean is
    there."""
    known = figures_of_law().get(figure)
    if known is None or not {known.id, known.period_column} <= set(table):
        return figure_name(figure)
    cells = {name: table[name].iloc[row] for name in (known.id, known.period_column)}
    for criterion in rules.criteria.values():
        if criterion.figure == figure:
            year = missing_year(cells, criterion)
            if year is not None:
                return tr(
                    "{figure} ({period})", figure=figure_name(figure), period=period_text(year)
                )
    return figure_name(figure)


def _lacking(rules: RuleSet, table: pd.DataFrame, outcomes: Outcomes, row: int) -> List[str]:
    """The figures, and national figures, without which the criteria of ``row`` are not known."""
    lacking = {rules.floor.figure} if np.isnan(outcomes.floor[row]) else set()
    for identifier, criterion in rules.criteria.items():
        if identifier in outcomes.left_out or not np.isnan(outcomes.met[identifier][row]):
            continue
        figure = figures_of_law()[criterion.figure]
        of_nation = criterion.times_national and not np.isnan(numbers(table, figure.id)[row])
        lacking.add(figure.nation_column if of_nation else figure.id)
    return sorted(lacking)

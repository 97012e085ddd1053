"""The figures that the law measures, of every time: their names, what they can be, and the
indicators behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List, Mapping, Tuple

from ...i18n import in_language
from .. import files
from .figures import LawFigure, Span
from .rule_files import the_law
from .rule_sets import leading_criteria

if TYPE_CHECKING:
    from ..indicators.definitions import Indicator

REFERENCES = "registers/references.json"


def figures_of_law() -> Mapping[str, LawFigure]:
    """Every figure by id, in the order in which the law came to measure them."""
    return the_law().figures


def against_nation() -> List[LawFigure]:
    """The figures that criteria set against the nation's."""
    return [figure for figure in figures_of_law().values() if figure.nation is not None]


def against_region() -> List[LawFigure]:
    """The figures in percent of the region's."""
    return [figure for figure in figures_of_law().values() if figure.region is not None]


def approximated_figures() -> List[LawFigure]:
    """The figures that something else may stand in for."""
    return [figure for figure in figures_of_law().values() if figure.approximated_by is not None]


def law_indicators() -> "Tuple[Indicator, ...]":
    """The indicators that the law's figures are counted from, in the catalogue's order."""
    from ..indicators.definitions import all_indicators

    wanted = {figure.indicator for figure in figures_of_law().values()}
    return tuple(indicator for indicator in all_indicators() if indicator.id in wanted)


def judged_indicators() -> "Tuple[Indicator, ...]":
    """The indicators that areas are judged on: the law's (``law_indicators``), and those that stand
    in for them where they are missing."""
    from ..indicators.definitions import all_indicators

    by = [figure.approximated_by for figure in approximated_figures()]
    instead = {one.indicator for one in by if one is not None}
    law = {one.id for one in law_indicators()}
    return tuple(one for one in all_indicators() if one.id in law | instead)


def figure_name(column: str) -> str:
    """What a figure, the nation's (by its column) or an indicator is called in a sentence, in the
    user's language."""
    from ..indicators.definitions import all_indicators

    for figure in against_nation():
        if column == figure.nation_column and figure.nation is not None:
            return in_language(figure.nation.name)
    indicator = figures_of_law()[column].indicator if column in figures_of_law() else column
    return next((in_language(one.name) for one in all_indicators() if one.id == indicator), column)


def figure_labels() -> Mapping[str, str]:
    """Short names of the figures that criteria look at, in the user's language: those of the newest
    rules first."""
    leading = [criterion.figure for criterion in leading_criteria().values()]
    return {one: in_language(figures_of_law()[one].label) for one in leading}


def criterion_label(identifier: str) -> str:
    """The short name of the figure that a criterion of any time looks at, in the user's
    language."""
    known = figures_of_law()
    for rules in the_law().rule_sets:
        if identifier in rules.criteria:
            return in_language(known[rules.criteria[identifier].figure].label)
    return identifier


def spans() -> Mapping[str, Span]:
    """Figure → the least and the most that it can be; the nation's figures too, by their columns,
    as the reference register has them."""
    found: Dict[str, Span] = {one.id: one.span for one in figures_of_law().values()}
    given = files.read(REFERENCES)["spans"]
    for figure in against_nation():
        least, most = given["of_indicator"].get(figure.indicator) or given["of_unit"][figure.unit]
        found[figure.nation_column] = (float(least), float(most))
    return found

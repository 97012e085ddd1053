"""Reads the rule set files together: their rules, the figures they measure, and what is wrong.

A file that cannot be used is left out and told; the others serve without it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Dict, List, Mapping, Tuple

from ...errors import CatalogueError
from ...i18n import tr
from .. import files
from ..indicators.entries import Entry, IndicatorEntries
from .figures import LawFigure, parse_figures, refusal
from .rules import RuleSet, check_measured, parse

FOLDER = "rulesets"


@dataclass(frozen=True)
class Law:
    """The rule sets, oldest first, the figures they measure by id, and what is wrong with the files
    that were left out."""

    rule_sets: Tuple[RuleSet, ...]
    figures: Mapping[str, LawFigure]
    faults: Tuple[CatalogueError, ...]


def read_law(root: Path = files.ROOT) -> Law:
    """The rule set files of the catalogue ``root``, and their faults."""
    known = IndicatorEntries()
    faults: List[CatalogueError] = []
    contents: Dict[str, Mapping[str, Any]] = {}
    for name in files.names(FOLDER, root):
        try:
            contents[name] = files.read(name, root)
        except CatalogueError as error:
            faults.append(error)
    figures = _figures(contents, known, faults)
    sets: Dict[str, RuleSet] = {}
    for name, content in contents.items():
        try:
            rules = parse(content, name)
            check_measured(rules, figures, known, name)
            _check_ids(rules, sets, name)
            _check_own_years(rules, name)
            sets[name] = rules
        except CatalogueError as error:
            faults.append(error)
    return Law(_in_years(sets, contents, faults), figures, tuple(faults))


def _figures(
    contents: Mapping[str, Mapping[str, Any]],
    known: Mapping[str, Entry],
    faults: List[CatalogueError],
) -> Dict[str, LawFigure]:
    """The figures of all files: also of those whose rules turn out faulty, for the others'."""
    figures: Dict[str, LawFigure] = {}
    described: Dict[str, str] = {}
    for name, content in contents.items():
        try:
            own = parse_figures(content.get("figures", {}), known, name)
            for identifier in own:
                if identifier in described:
                    raise refusal(
                        name,
                        f"figures.{identifier}",
                        tr("{file} describes it already.", file=described[identifier]),
                    )
        except CatalogueError as error:
            faults.append(error)
            continue
        figures.update(own)
        described.update(dict.fromkeys(own, name))
    for figure in figures.values():
        if figure.whole and figure.whole not in figures:
            faults.append(
                refusal(
                    described[figure.id],
                    f"figures.{figure.id}.denominator",
                    tr("{figure} is no figure of the law.", figure=figure.whole),
                    tuple(figures),
                )
            )
    return {
        identifier: figure
        for identifier, figure in figures.items()
        if not figure.whole or figure.whole in figures
    }


def _check_ids(rules: RuleSet, sets: Mapping[str, RuleSet], name: str) -> None:
    """Refuse an id that another rule set has, and a criterion that measures another figure there:
    both have one column in a result."""
    for other_name, other in sets.items():
        if other.id == rules.id:
            raise refusal(name, "id", tr("{file} has it already.", file=other_name))
        for criterion in rules.criteria.values():
            same = other.criteria.get(criterion.id)
            if same is not None and same.figure != criterion.figure:
                raise refusal(
                    name,
                    f"criteria.{criterion.id}.figure",
                    tr("in {file} it is {figure}.", file=other_name, figure=same.figure),
                )


def _check_own_years(rules: RuleSet, name: str) -> None:
    if rules.last_year is not None and rules.last_year < rules.first_year:
        raise refusal(name, "list_years", tr("the last year is before the first."))


def _in_years(
    sets: Mapping[str, RuleSet],
    contents: Mapping[str, Mapping[str, Any]],
    faults: List[CatalogueError],
) -> Tuple[RuleSet, ...]:
    """``sets`` by their years. One without a last year ends where the next begins; one that begins
    before the last has ended is left out, and a year that none is behind is told."""
    kept: List[Tuple[str, RuleSet]] = []
    for name, rules in sorted(sets.items(), key=lambda pair: (pair[1].first_year, pair[0])):
        if not kept:
            kept.append((name, rules))
            continue
        before_name, before = kept[-1]
        ends = rules.first_year - 1 if before.last_year is None else before.last_year
        if rules.first_year <= ends or rules.first_year == before.first_year:
            faults.append(
                refusal(
                    name,
                    "list_years",
                    tr("the years overlap those of {file}.", file=before_name),
                )
            )
            continue
        kept[-1] = (before_name, replace(before, last_year=ends))
        kept.append((name, rules))
        _tell_gap(name, rules, ends, contents, sets, faults)
    return tuple(rules for _, rules in kept)


def _tell_gap(
    name: str,
    rules: RuleSet,
    ends: int,
    contents: Mapping[str, Mapping[str, Any]],
    sets: Mapping[str, RuleSet],
    faults: List[CatalogueError],
) -> None:
    """Tell the years between ``ends`` and ``rules``, where no file that was left out is behind
    them: that one is told already."""
    years = [content["list_years"] for other, content in contents.items() if other not in sets]
    left_out = [(first, last) for first, last in years if first is not None]
    missing = [
        year
        for year in range(ends + 1, rules.first_year)
        if not any(first <= year <= (last or year) for first, last in left_out)
    ]
    if missing:
        faults.append(
            refusal(
                name,
                "list_years",
                tr(
                    "no rules are given for the years before it: {years}.",
                    years=", ".join(map(str, missing)),
                ),
            )
        )


@cache
def the_law() -> Law:
    """The rule set files of the plugin, read once."""
    return read_law()

"""Step 2: judge the areas by the law; and the whole job into the monitor file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Dict, Iterable, List, Mapping, Optional, Sequence, Set, Tuple

import pandas as pd

from ..assessment.criteria import Options, assess
from ..assessment.other_region import by_other_regions
from ..catalogue.law.dates import LIST
from ..catalogue.law.measured import law_indicators
from ..catalogue.law.rule_sets import (
    all_rule_sets,
    category_names,
    rule_set,
    rule_set_faults,
    rule_set_for_year,
)
from ..catalogue.law.rules import RuleSet
from ..errors import InputError
from ..i18n import in_language, tr
from ..measures.figure_notes import sentences
from ..measures.figures import law_figures
from ..measures.list_figures import list_figures, years_served
from ..measures.self_check.check import as_table, warned
from ..periods import day_after, reference_date, year_of
from ..progress import Listening, Part, Progress
from ..store.monitor_file import MonitorFile
from ..store.runs.runs import Run
from .counting.count_areas import Counted, count_areas, whole_of
from .inputs import AUTO, Choices, Inputs

POPULATION = "population"


def _warn_of_variants(counted: Counted, choices: Choices, progress: Progress) -> None:
    """Tell where the rules of the time count unknown education and this run does not."""
    if choices.unknown_education_as_basic:
        return
    periods = {p for table in counted.observations.values() for p in table["period"]}
    years = {year_of(p) for p in ([counted.period] if counted.period else periods)}
    for identifier in {_rules_of(year, choices.rule_set).id for year in years}:
        rules = rule_set(identifier)
        if any(criterion.variant for criterion in rules.criteria.values()):
            progress.warn(
                tr(
                    "{rules}: the law of the time counts unknown education as basic school, and "
                    "this run does "
                    "not. The choice can be made before computing.",
                    rules=in_language(rules.name),
                )
            )


def _rules_of(year: int, choice: str) -> RuleSet:
    return rule_set_for_year(year) if choice == AUTO else rule_set(choice)


def judge(
    observations: pd.DataFrame,
    choices: Choices,
    references: Optional[pd.DataFrame] = None,
    history: Optional[Mapping[Tuple[str, int], str]] = None,
    period: Optional[str] = None,
    told: Optional[Dict[str, None]] = None,
) -> pd.DataFrame:
    """Step 2: the law's figures and the category of every area and period of one area set.

    With ``period`` that period alone is judged; earlier ones serve it as ``choices.reading`` says.
    The reading ``list`` gives the lists' years (``judge_lists``), with ``period`` that of its year.
    ``told`` is filled with what a user must know of the figures (``figure_notes``).

    Periods are judged by year, oldest first; a category of 1 January counts as that year's where
    ``history`` does not say.

    Returns:
        The columns of ``law_figures`` and ``assess``.
    """
    if choices.reading == LIST:
        of_year = None if period is None else [year_of(period)]
        return judge_lists(observations, choices, references, history, told, of_year)
    wanted = set(observations["period"]) if period is None else {period}
    years = sorted({year_of(p) for p in wanted})
    rules = {year: _rules_of(year, choices.rule_set) for year in years}
    figures = {
        r.id: law_figures(
            observations,
            r,
            references,
            choices.region,
            choices.allow_fewer_years,
            choices.reading,
            wanted,
        )
        for r in {r.id: r for r in rules.values()}.values()
    }
    known = None if history is None else dict(history)
    options = Options(choices.use_origin, choices.closeness_percent)
    parts = []
    for year in years:
        table = figures[rules[year].id]
        here = table["year"] == year
        part = _assessed(table[here], rules[year], options, known, told)
        parts.append(part)
        january = part[part["period"].isin([f"{year}", f"{year}-01"])]
        _remember(known, january, rules[year], year)
    return pd.concat(parts, ignore_index=True)


def judge_lists(
    observations: pd.DataFrame,
    choices: Choices,
    references: Optional[pd.DataFrame] = None,
    history: Optional[Mapping[Tuple[str, int], str]] = None,
    told: Optional[Dict[str, None]] = None,
    years: Optional[Sequence[int]] = None,
) -> pd.DataFrame:
    """The law's own reading: the category of every area on the list of every year that can be
    served, which is where the residents of 1 January are there (and, with ``years``, of those).

    ``choices.reading`` is not looked at. The memory of earlier years is ``history``, and where it
    does not say, the lists judged before. ``told`` as in ``judge``.

    Returns:
        The columns of ``list_figures`` and ``assess``, by year, then area; ``period`` is the year
        of the list. No rows where no year can be served.
    """
    known = None if history is None else dict(history)
    options = Options(choices.use_origin, choices.closeness_percent)
    parts = []
    for year, rules in _lists_served(observations, choices.rule_set):
        if years is not None and year not in years and history is None:
            continue
        table = list_figures(
            observations, rules, [year], references, choices.region, choices.allow_fewer_years
        )
        asked = years is None or year in years
        part = _assessed(table, rules, options, known, told if asked else None)
        _remember(known, part, rules, year)
        if asked:
            parts.append(part)
    if not parts:
        newest = rule_set_for_year(None) if choices.rule_set == AUTO else rule_set(choices.rule_set)
        return assess(list_figures(observations, newest, []), newest, options, known)
    return pd.concat(parts, ignore_index=True)


def _lists_served(observations: pd.DataFrame, choice: str) -> List[Tuple[int, RuleSet]]:
    """The years whose list can be judged, ascending, with their rules; by the year's own rules no
    year before the first list."""
    if choice != AUTO:
        return [(year, rule_set(choice)) for year in years_served(observations, rule_set(choice))]
    return sorted(
        (year, rules)
        for rules in all_rule_sets()
        for year in years_served(observations, rules)
        if rules.first_year <= year and (rules.last_year is None or year <= rules.last_year)
    )


def _assessed(
    table: pd.DataFrame,
    rules: RuleSet,
    options: Options,
    known: Optional[Mapping[Tuple[str, int], str]],
    told: Optional[Dict[str, None]],
) -> pd.DataFrame:
    judged = assess(table, rules, options, known)
    noted, flips = by_other_regions(judged, rules, options, known)
    if told is not None:
        told.update(dict.fromkeys([*sentences(table), *flips]))
    return noted


def _remember(
    known: Optional[Dict[Tuple[str, int], str]], part: pd.DataFrame, rules: RuleSet, year: int
) -> None:
    """Add the categories of ``part`` to what is ``known`` of ``year``, where it does not say: those
    that are decided, and those that are certain and grave enough for a memory, whatever graver one
    is left open."""
    if known is None:
        return
    order = [category.id for category in rules.categories]
    remembered = [order.index(c.memory_category) for c in rules.categories if c.memory_years]
    enough = order[min(remembered) :] if remembered else []
    certain = part[part["decided"].astype(bool) | part["category"].isin(enough)]
    for area, category in zip(certain["area_id"], certain["category"]):
        known.setdefault((area, year), category)


def run_monitor(
    inputs: Inputs,
    choices: Choices,
    monitor: MonitorFile,
    progress: Progress,
    plugin_version: str = "",
    checks: Optional[pd.DataFrame] = None,
) -> Run:
    """The whole job: count, judge, and keep the result in the monitor file.

    Args:
        checks: the findings of the self-check the user went on from (``self_check.as_table``), kept
            with the run together with what is told while it counts.
    Raises:
        SociodemografiError: says what to do; the monitor file is as it was.
    """
    monitor.check_writable()
    heard = Listening(progress)
    progress = heard
    for fault in rule_set_faults():
        progress.warn(str(fault))
    progress.report(0.0, tr("Placing and counting persons"))
    if choices.indicators and POPULATION not in choices.indicators:
        choices = replace(choices, indicators=(POPULATION, *choices.indicators))
    counted = count_areas(
        inputs, choices, Part(progress, 0.0, 0.85), with_atoms=True, released=_released(monitor)
    )
    progress.report(0.85, tr("Judging the areas"))
    _warn_of_variants(counted, choices, progress)
    told: Dict[str, None] = {}
    assessments = {
        identifier: judge(
            _law_rows(table), choices, counted.references, inputs.history, counted.period, told
        )
        for identifier, table in counted.observations.items()
        if len(_law_rows(table))
    }
    for sentence in told:
        progress.warn(sentence)
    if not any(map(len, assessments.values())):
        raise (
            _no_list()
            if choices.reading == LIST
            else InputError(
                tr(
                    "The person register has no rows for the period {period}.",
                    period=counted.period or "-",
                ),
                tr("Check the period, or leave it empty to count all periods of the register."),
            )
        )
    assessments = {
        identifier: with_dates(table) for identifier, table in assessments.items() if len(table)
    }
    observations = {
        identifier: counted.of_period(table) for identifier, table in counted.observations.items()
    }
    about = {
        "plugin_version": plugin_version,
        "rule_set": choices.rule_set,
        "use_origin": choices.use_origin,
        "closeness_percent": choices.closeness_percent,
        "allow_fewer_years": choices.allow_fewer_years,
        "unknown_education_as_basic": choices.unknown_education_as_basic,
        "municipality": choices.municipality,
        "persons_source": ", ".join(delivery.name for delivery in inputs.deliveries),
        "went_on": choices.go_on,
        "areas_counted": sum(len(s.areas) for s in inputs.area_sets),
    }
    result = Run(
        about=about,
        observations=observations,
        assessments=assessments,
        findings=counted.findings,
        references=counted.references,
        deliveries=counted.records,
        checks=_with_told(checks, heard.warnings, inputs),
        atoms=counted.atoms,
    )
    progress.report(0.92, tr("Writing the monitor file"))
    monitor.runs.save(result, list(inputs.area_sets))
    progress.report(1.0)
    return result


def _no_list() -> InputError:
    return InputError(
        tr("No list can be judged by the law's own dates: no residents of a 1 January are there."),
        tr("Give the residents of January, or choose another reading."),
    )


def _with_told(
    checks: Optional[pd.DataFrame], warnings: Sequence[str], inputs: Inputs
) -> pd.DataFrame:
    """``checks`` and what was told while the registers were counted, each sentence once."""
    known = as_table([]) if checks is None else checks
    said = list(known.itertuples(index=False))
    told = as_table(warned(warnings, said, inputs.registers_by_source()))
    parts = [part for part in (known, told) if len(part)]
    return pd.concat(parts, ignore_index=True) if parts else known


def _released(monitor: MonitorFile) -> Set[str]:
    """The periods that the monitor file's ledger has released; none where the file is new."""
    return set(monitor.ledger.releases().about["period"]) if monitor.path.exists() else set()


def with_dates(assessments: pd.DataFrame) -> pd.DataFrame:
    """``assessments`` (not empty) with ``period_start`` and ``period_end`` (ISO dates, end
    exclusive) for QGIS."""
    periods = assessments["period"].tolist()
    start = {period: reference_date(period).isoformat() for period in set(periods)}
    end = {period: day_after(period).isoformat() for period in set(periods)}
    return assessments.assign(
        period_start=[start[period] for period in periods],
        period_end=[end[period] for period in periods],
    )


def _law_rows(observations: pd.DataFrame) -> pd.DataFrame:
    """The rows of the law's indicators, not broken down."""
    law = observations["indicator"].isin([indicator.id for indicator in law_indicators()])
    return whole_of(observations[law])


def history_of(rows: "Iterable[Tuple[Any, Any, Any]]") -> Dict[Tuple[str, int], str]:
    """(area_id, list year) → category id from rows (area, year, category).

    Categories may be ids or the names of the time; a row without a category is a year not known.

    Raises:
        InputError: a year is no number, or a category is none; names the row.
    """
    history: Dict[Tuple[str, int], str] = {}
    names = category_names()
    for row, (area, year, category) in enumerate(rows, start=1):
        if category is None or not str(category).strip():
            continue
        identifier = names.get(str(category).strip().lower())
        if identifier is None:
            raise InputError(
                tr("The history table, row {row}: the category is not known.", row=row),
                tr("Use one of {choices}.", choices=", ".join(sorted(set(names.values())))),
            )
        try:
            history[(str(area), int(year))] = identifier
        except (TypeError, ValueError):
            raise InputError(
                tr("The history table, row {row}: the year is not a number.", row=row),
                tr("Write the list year with four digits in the column year."),
            ) from None
    return history


def levels_by_area(assessments: pd.DataFrame, period: str) -> Mapping[str, List[str]]:
    """Risk level → area ids of ``period``."""
    rows = assessments[assessments["period"] == period]
    return {str(level): part["area_id"].tolist() for level, part in rows.groupby("risk_level")}

"""The whole job, one function per step: districts and register in, judged areas out.

The steps are called by the dock, by Processing and by Python alike.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Dict, Iterable, List, Mapping, Optional, Sequence, Tuple

import pandas as pd

from .areas.area_set import AreaSet
from .assessment.criteria import Options, assess
from .catalogue.indicators import Indicator, chosen
from .catalogue.rule_sets import RuleSet, all_rule_sets, category_names, rule_set, rule_set_for_year
from .errors import InputError
from .i18n import in_language, number, tr
from .measures.counting import Findings, count, reason_text
from .measures.figures import law_figures
from .measures.references import read_references
from .progress import Part, Progress
from .registers.addresses import read_addresses
from .registers.periods import normal_period, years_before
from .registers.persons import PersonRegister, open_persons, usable
from .registers.sources import RegisterSource
from .store.monitor_file import MonitorFile, Run

AUTO = "auto"
LONGEST_MEAN = max(c.averaging_years for rules in all_rule_sets() for c in rules.criteria.values())


@dataclass(frozen=True)
class Inputs:
    """What the municipality hands in.

    Attributes:
        area_sets: the areas to count, several sets at once.
        persons: sources of person rows; ``mapping`` says which column is what (the rest is guessed).
        addresses: sources of the address list, empty when persons have coordinates.
        references: sources of national and regional values, empty when there are none.
        history: (area_id, list year) → category, None when earlier years are not to be looked at.
    """

    area_sets: Sequence[AreaSet]
    persons: Sequence[RegisterSource]
    addresses: Sequence[RegisterSource] = ()
    references: Sequence[RegisterSource] = ()
    mapping: Mapping[str, str] = field(default_factory=dict)
    history: Optional[Mapping[Tuple[str, int], str]] = None


@dataclass(frozen=True)
class Choices:
    """How to count and judge; the defaults follow the law.

    Attributes:
        period: count this period alone (``2026-01``); also the period of files that name none.
        indicators: ids; empty for all that the register has columns for.
        rule_set: ``auto`` (by the year of each period) or the id of a rule set.
        region: region code for references that hold several regions.
        allow_fewer_years: take the mean of the years there are where the law wants more.
        unknown_education_as_basic: count unknown education as basic school.
    """

    period: str = ""
    indicators: Tuple[str, ...] = ()
    rule_set: str = AUTO
    region: str = ""
    municipality: str = ""
    use_origin: bool = True
    closeness_percent: float = 5.0
    allow_fewer_years: bool = False
    unknown_education_as_basic: bool = False


@dataclass(frozen=True)
class Counted:
    """Observations by area set id, what was not placed, and the references used.

    Where one period was asked for (``period``), the same month of earlier years is counted too, for
    the law's means; ``of_period`` leaves those out again.
    """

    observations: Dict[str, pd.DataFrame]
    findings: Findings
    references: Optional[pd.DataFrame]
    period: Optional[str]

    def of_period(self, table: pd.DataFrame) -> pd.DataFrame:
        """The rows of ``table`` in the period asked for; all where none was."""
        return table if self.period is None else table[table["period"] == self.period].reset_index(drop=True)


def count_areas(inputs: Inputs, choices: Choices, progress: Progress) -> Counted:
    """Step 1: place the persons and count the indicators.

    Raises:
        InputError: names file, row or field; nothing has been written.
    """
    addresses = read_addresses(inputs.addresses, Part(progress, 0.0, 0.05)) if inputs.addresses else None
    references = read_references(inputs.references, Part(progress, 0.05, 0.06)) if inputs.references else None
    register = open_persons(inputs.persons, inputs.mapping, choices.period, addresses is not None)
    indicators = _countable(register, choices, progress)
    wanted = _period_asked_for(choices)
    observations, findings = count(
        register, addresses, inputs.area_sets, indicators, Part(progress, 0.06, 1.0),
        None if wanted is None else [years_before(wanted, back) for back in range(LONGEST_MEAN)],
    )
    if wanted is not None:
        findings = findings.of_period(wanted)
    _refuse_empty(findings, register, wanted)
    warn_of(findings, inputs.area_sets, progress)
    return Counted(observations, findings, references, wanted)


def _period_asked_for(choices: Choices) -> Optional[str]:
    if not choices.period:
        return None
    period = normal_period(choices.period)
    if period is None:
        raise InputError(
            tr("{period} is not a period.", period=choices.period), tr("Write a month as YYYY-MM, for example 2026-01.")
        )
    return period


def _countable(register: PersonRegister, choices: Choices, progress: Progress) -> Tuple[Indicator, ...]:
    """The chosen indicators; without a choice those the register can serve, the rest warned of."""
    indicators = tuple(
        i.with_variant("unknown_as_basic") if choices.unknown_education_as_basic and "unknown_as_basic" in i.variants
        else i for i in chosen(choices.indicators)
    )
    served = usable(indicators, register)
    for indicator in indicators:
        if indicator not in served:
            lacking = ", ".join(sorted(set(indicator.columns) - register.columns))
            if choices.indicators:
                raise InputError(
                    tr("The indicator {indicator} needs the column {columns}, which the register does not have.",
                       indicator=indicator.id, columns=lacking),
                    tr("Map a column to it, or leave the indicator out."),
                )
            progress.warn(
                tr("{indicator} is left out: the register has no column for {columns}.", indicator=indicator.id,
                   columns=lacking)
            )
    return tuple(served)


def _refuse_empty(findings: Findings, register: PersonRegister, period: Optional[str]) -> None:
    if findings.rows:
        return
    known = sorted({p for p in register.periods if p})
    raise InputError(
        tr("The register has no rows for the period {period}.", period=period or "-"),
        tr("It has files for {periods}.", periods=", ".join(known)) if known
        else tr("Check the period, or leave it empty to count all periods of the register."),
    )


def warn_of(findings: Findings, area_sets: Sequence[AreaSet], progress: Progress) -> None:
    """Tell what was placed and what was not, in numbers."""
    read = sum(findings.rows.values())
    for area_set in area_sets:
        lost = findings.total_unplaced(area_set.id)
        if not lost:
            continue
        placed = sum(n for (s, _), n in findings.placed.items() if s == area_set.id)
        reasons = ", ".join(f"{number(n)} {reason_text(r)}" for r, n in sorted(lost.items(), key=lambda kv: -kv[1]))
        progress.warn(
            tr("{name}: {placed} of {read} rows placed. Not placed: {reasons}.", name=area_set.name,
               placed=number(placed), read=number(read), reasons=reasons)
        )
    lacking: Dict[str, int] = defaultdict(int)
    for (_, column), persons in findings.missing.items():
        lacking[column] += persons
    for column, persons in lacking.items():
        progress.warn(
            tr("{count} rows have no value in {column}.", count=number(persons), column=column)
        )


def _warn_of_variants(counted: Counted, choices: Choices, progress: Progress) -> None:
    """Tell where the rules of the time count unknown education and this run does not."""
    if choices.unknown_education_as_basic:
        return
    periods = {p for table in counted.observations.values() for p in table["period"]}
    years = {int(p[:4]) for p in ([counted.period] if counted.period else periods)}
    for identifier in {_rules_of(year, choices.rule_set).id for year in years}:
        rules = rule_set(identifier)
        if any(criterion.variant for criterion in rules.criteria.values()):
            progress.warn(tr("{rules}: the law of the time counts unknown education as basic school, and this run does "
                             "not. The choice can be made before computing.", rules=in_language(rules.name)))


def _rules_of(year: int, choice: str) -> RuleSet:
    return rule_set_for_year(year) if choice == AUTO else rule_set(choice)


def judge(observations: pd.DataFrame, choices: Choices, references: Optional[pd.DataFrame] = None,
          history: Optional[Mapping[Tuple[str, int], str]] = None, period: Optional[str] = None) -> pd.DataFrame:
    """Step 2: the law's figures and the category of every area and period of one area set.

    With ``period`` that period alone is judged; earlier ones serve its means.

    Periods are judged by year, oldest first; a category of 1 January counts as that year's where
    ``history`` does not say.

    Returns:
        The columns of ``law_figures`` and ``assess``.
    """
    wanted = set(observations["period"]) if period is None else {period}
    years = sorted({int(p[:4]) for p in wanted})
    rules = {year: _rules_of(year, choices.rule_set) for year in years}
    figures = {
        r.id: law_figures(observations, r, references, choices.region, choices.allow_fewer_years)
        for r in rules.values()
    }
    known = None if history is None else dict(history)
    options = Options(choices.use_origin, choices.closeness_percent)
    parts = []
    for year in years:
        table = figures[rules[year].id]
        here = (table["year"] == year) & table["period"].isin(list(wanted))
        part = assess(table[here], rules[year], options, known)
        parts.append(part)
        if known is not None:
            january = part[part["decided"].astype(bool) & part["period"].isin([f"{year}", f"{year}-01"])]
            for area, category in zip(january["area_id"], january["category"]):
                known.setdefault((area, year), category)
    return pd.concat(parts, ignore_index=True)


def run(inputs: Inputs, choices: Choices, monitor: MonitorFile, progress: Progress,
        plugin_version: str = "") -> Run:
    """The whole job: count, judge, and keep the result in the monitor file.

    Raises:
        SociodemografiError: says what to do; the monitor file is as it was.
    """
    monitor.check_writable()
    progress.report(0.0, tr("Placing and counting persons"))
    counted = count_areas(inputs, choices, Part(progress, 0.0, 0.85))
    progress.report(0.85, tr("Judging the areas"))
    _warn_of_variants(counted, choices, progress)
    assessments = {
        identifier: _with_dates(judge(table, choices, counted.references, inputs.history, counted.period))
        for identifier, table in counted.observations.items()
    }
    observations = {identifier: counted.of_period(table) for identifier, table in counted.observations.items()}
    about = {
        "plugin_version": plugin_version,
        "rule_set": choices.rule_set,
        "use_origin": choices.use_origin,
        "closeness_percent": choices.closeness_percent,
        "allow_fewer_years": choices.allow_fewer_years,
        "unknown_education_as_basic": choices.unknown_education_as_basic,
        "municipality": choices.municipality,
        "persons_source": _source_names(inputs.persons),
        "areas_counted": sum(len(s.areas) for s in inputs.area_sets),
    }
    result = Run(about, observations, assessments, counted.findings, counted.references)
    progress.report(0.92, tr("Writing the monitor file"))
    monitor.save_run(result, list(inputs.area_sets))
    progress.report(1.0)
    return result


def _source_names(sources: Sequence[RegisterSource]) -> str:
    names = [source.name for source in sources]
    return names[0] if len(names) == 1 else f"{names[0]} … {names[-1]} ({len(names)})"


def _with_dates(assessments: pd.DataFrame) -> pd.DataFrame:
    """``assessments`` with ``period_start`` and ``period_end`` (ISO dates, end exclusive) for QGIS' time."""
    months = assessments["period"].where(assessments["period"].str.len() > 4, assessments["period"] + "-01")
    start = pd.PeriodIndex(months, freq="M").to_timestamp()
    span = assessments["period"].str.len().map(lambda length: 1 if length > 4 else 12)
    end = pd.PeriodIndex(months, freq="M") + span.to_numpy()
    return assessments.assign(
        period_start=start.strftime("%Y-%m-%d"), period_end=end.to_timestamp().strftime("%Y-%m-%d")
    )


def history_of(rows: "Iterable[Tuple[object, object, object]]") -> Dict[Tuple[str, int], str]:
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
    return {level: part["area_id"].tolist() for level, part in rows.groupby("risk_level")}


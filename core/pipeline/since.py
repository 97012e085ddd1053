"""Since last: what the newest addition brought, and what it means for one area set."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Dict, List, Mapping, NamedTuple, Optional, Sequence, Set, Tuple

import pandas as pd

from ..catalogue.indicators.definitions import Indicator
from ..catalogue.law.dates import Serving
from ..catalogue.law.measured import figures_of_law, law_indicators
from ..catalogue.law.recommended import RECOMMENDED
from ..catalogue.law.rule_sets import rule_set_for_year
from ..catalogue.registers.kinds import COUNTED_KINDS, register_kind
from ..change.expected import Came, Due, Source, Usual, calendar, usual_of
from ..change.series import breaks_of
from ..change.since import Level, Moved, Pair, levels, moved, pairs_of, rejudged
from ..errors import SociodemografiError
from ..i18n import in_language
from ..periods import is_year
from ..progress import Progress, Silent, checkpoint
from ..store.figures.blocks import FIGURES
from ..store.monitor_file import MonitorFile
from ..store.runs.revisions import Revised, provisional, revised
from ..store.runs.standing import Addition, newest_addition
from .changing import known_by_id

DAY = len("YYYY-MM-DD")
MOST_REVISED_AREAS, MOST_REVISED_FIGURES = 10, 3


@dataclass(frozen=True)
class NewDefinition:
    """A series that is counted by another definition from ``period`` on; was it the newest addition
    that ``brought`` it?"""

    indicator: str
    period: str
    brought: bool


class RevisedFigure(NamedTuple):
    """A figure of an area that was another before, both in the indicator's unit."""

    area_id: str
    indicator: str
    period: str
    was: float
    value: float


@dataclass(frozen=True)
class Since:
    """What one area set's page says.

    Attributes:
        addition: the newest that stands; None where nothing was added.
        names: area id → name. indicators: id → indicator.
        now, before: the newest period that is judged, and the one before it; empty where there is
            none.
        levels: what happened to areas between the two.
        rejudged: the newest period judged before the addition, where that is judged otherwise by
            what it brought; by_addition: what happened to areas so, which the two periods, both
            judged with it, do not show.
        pairs: which figures were compared; moved: those that moved more than chance.
        revised: what the newest addition changed in figures that were there.
        revised_most: its figures that were changed most, an area at a time.
        provisional: period → the indicators whose figures of it are usually revised later.
        calendar: what is expected of each source.
        new_definitions: where series break, the newest period first.
    """

    area_set: str
    addition: Optional[Addition]
    names: Mapping[str, str] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    now: str = ""
    before: str = ""
    levels: Sequence[Level] = ()
    rejudged: str = ""
    by_addition: Sequence[Level] = ()
    pairs: Sequence[Pair] = ()
    moved: Sequence[Moved] = ()
    revised: Sequence[Revised] = ()
    revised_most: Sequence[RevisedFigure] = ()
    provisional: Mapping[str, Sequence[str]] = field(default_factory=dict)
    calendar: Sequence[Due] = ()
    new_definitions: Sequence[NewDefinition] = ()


def since_last(
    store: MonitorFile,
    area_set: str,
    folder: str = "",
    within_percent: float = RECOMMENDED.closeness_percent,
    today: Optional[datetime.date] = None,
    progress: Optional[Progress] = None,
) -> Since:
    """What is new in ``area_set`` since the addition before the newest.

    Args:
        folder: the municipality's own catalogue. within_percent: what is near a threshold.
    Raises:
        StoreError: the file cannot be read.
    """
    progress, today = progress or Silent(), today or datetime.date.today()
    addition = newest_addition(store)
    if addition is None:
        return Since(area_set, None)
    known = known_by_id(folder)
    law = {one.id for one in law_indicators()}
    parts = store.in_force.parts(area_set)
    revisions = store.runs.revisions(area_set=area_set)
    breaks = _breaks(parts)
    checkpoint(progress)
    mine = parts[parts["run"] == addition.number]
    pairs = pairs_of(parts, set(zip(mine["indicator"], mine["period"])), known, law, breaks)
    judged = store.in_force.judged(area_set)
    now, before = (judged[-1] if judged else ""), (judged[-2] if len(judged) > 1 else "")
    told: List[Level] = []
    if before:
        told = levels(
            pd.concat([store.in_force.assessments(area_set, p) for p in (before, now)]),
            now,
            before,
            within_percent,
        )
    period, by_addition = _by_addition(store, addition, area_set, within_percent)
    checkpoint(progress)
    brought = {(row.indicator, row.period) for row in mine.itertuples()}
    soon: Dict[str, List[str]] = {}
    for indicator, period in sorted(provisional(parts, revisions)):
        soon.setdefault(period, []).append(indicator)
    return Since(
        area_set=area_set,
        addition=addition,
        names={area: name for one, _, area, name in store.areas.names() if one == area_set},
        indicators=known,
        now=now,
        before=before,
        levels=told,
        rejudged=period,
        by_addition=by_addition,
        pairs=pairs,
        moved=moved(_compared(store, area_set, pairs), pairs),
        revised=[
            one for one in revised(revisions[revisions["run"] == addition.number]) if one.figures
        ],
        revised_most=_revised_most(store, area_set, revisions, addition.number, known),
        provisional=soon,
        calendar=calendar(_sources(store, parts, known, today), today),
        new_definitions=[
            NewDefinition(indicator, period, (indicator, period) in brought)
            for indicator, period in sorted(breaks, key=lambda one: (one[1], one[0]), reverse=True)
        ],
    )


def _by_addition(
    store: MonitorFile, addition: Addition, area_set: str, within_percent: float
) -> Tuple[str, Sequence[Level]]:
    """The period that ``addition`` judged otherwise, and what happened to areas so."""
    stood = store.runs.judged_before(addition.number, area_set)
    if not len(stood):
        return "", ()
    period = str(stood["period"].iloc[0])
    return period, rejudged(stood, store.in_force.assessments(area_set, period), within_percent)


def _revised_most(
    store: MonitorFile,
    area_set: str,
    revisions: pd.DataFrame,
    run: int,
    known: Mapping[str, Indicator],
) -> List[RevisedFigure]:
    """The figures that ``run`` changed most, beside what they were: of the few areas that changed
    most, the first few of each."""
    mine = revisions[(revisions["run"] == run) & (revisions["areas"] > 0)]
    found: List[Tuple[float, RevisedFigure]] = []
    for indicator, rows in mine.groupby("indicator", sort=False):
        if indicator not in known:
            continue
        periods = sorted(set(rows["period"]))
        before = store.in_force.earlier(area_set, str(indicator))
        before = before[before["period"].isin(periods)].drop_duplicates(
            ["area_id", "period"], keep="last"
        )
        now = store.in_force.observations(area_set, [str(indicator)], periods)
        both = now.merge(before, on=["area_id", "period"], suffixes=("", "_was"))
        both = both[(both["value"] != both["value_was"]) & both["value_was"].notna()]
        for row in both[both["value"].notna()].itertuples():
            size = abs(row.value - row.value_was) / max(abs(row.value), abs(row.value_was))
            one = RevisedFigure(
                str(row.area_id), str(indicator), str(row.period), row.value_was, row.value
            )
            found.append((float(size), one))
    by_area: Dict[str, List[RevisedFigure]] = {}
    for _, one in sorted(found, key=lambda each: -each[0]):
        by_area.setdefault(one.area_id, []).append(one)
    some = list(by_area.values())[:MOST_REVISED_AREAS]
    return [one for figures in some for one in figures[:MOST_REVISED_FIGURES]]


def _breaks(parts: pd.DataFrame) -> Set[Tuple[str, str]]:
    """(indicator, period) where another definition than of the figures before begins."""
    found = set()
    years = parts["period"].map(is_year)
    for (indicator, _), rows in parts.groupby(["indicator", years], sort=False):
        definitions = dict(zip(rows["period"], rows["definition"].fillna("")))
        found |= {(str(indicator), p) for p in breaks_of(sorted(definitions), definitions)}
    return found


def _compared(store: MonitorFile, area_set: str, pairs: Sequence[Pair]) -> pd.DataFrame:
    """The figures of the periods that are compared, those alone."""
    by_periods: Dict[Tuple[str, str], List[str]] = {}
    for pair in pairs:
        by_periods.setdefault((pair.before, pair.now), []).append(pair.indicator.id)
    tables = [
        store.in_force.observations(area_set, indicators, periods)
        for periods, indicators in by_periods.items()
    ]
    if not tables:
        return store.in_force.observations(area_set, [], [""])
    return pd.concat(tables, ignore_index=True)


# -- what is expected ------------------------------------------------------------------------------


def _sources(
    store: MonitorFile, parts: pd.DataFrame, known: Mapping[str, Indicator], today: datetime.date
) -> List[Source]:
    """The registers that came, the finished indicators, what a register has no longer, and what
    the law needs and never came."""
    serving = _of_law(today)
    registers = _registers(store, known)
    finished = parts["source"].fillna("").str.startswith(FIGURES)
    sources = list(registers.values())
    for indicator, rows in parts.groupby("indicator", sort=False):
        one = known.get(str(indicator))
        if one is None:
            continue
        newest = max(rows["period"])
        kind, last = one.register, ""
        if kind in registers:
            last = max(came.period for came in registers[kind].came)
        of_table = bool(finished[rows.index].any()) and not (
            kind in registers and not finished[rows.index[rows["period"] == newest][0]]
        )
        if of_table or (last and newest < last and len(newest) == len(last)):
            came = tuple(
                Came(str(p), _day(str(v))) for p, v in zip(rows["period"], rows["vintage"])
            )
            sources.append(_source(one, came, serving))
    there = set(parts["indicator"])
    return sources + [
        _source(known[one], (), serving) for one in serving if one in known and one not in there
    ]


def _source(one: Indicator, came: Tuple[Came, ...], serving: Mapping[str, Serving]) -> Source:
    return Source(
        (in_language(one.name),),
        came,
        usual_of(one, serving.get(one.id)),
        one.flow,
        one.id in serving,
    )


def _of_law(today: datetime.date) -> Dict[str, Serving]:
    """The indicators that the rules of today measure, and when their figures usually come."""
    try:
        rules = rule_set_for_year(today.year)
    except SociodemografiError:  # no rules cover the year
        return {}
    leading = [*rules.leading, rules.floor]
    figures = figures_of_law()
    return {
        figures[one.figure].indicator: figures[one.figure].serves
        for one in leading
        if one.figure in figures
    }


def _registers(store: MonitorFile, known: Mapping[str, Indicator]) -> Dict[str, Source]:
    """Every kind of register that was counted in an addition that stands."""
    runs, table = store.runs.all(), store.deliveries.all()
    standing = set(runs.loc[runs["undone"].fillna("") == "", "run"])
    table = table[table["run"].isin(standing) & table["register"].isin(COUNTED_KINDS)]
    table = table[table["period"].fillna("") != ""]
    found = {}
    for kind, rows in table.groupby("register", sort=False):
        came = tuple(Came(str(p), str(d)[:DAY]) for p, d in zip(rows["period"], rows["received"]))
        mine = [one for one in known.values() if one.register == kind]
        step = min((usual_of(one).step or 1 for one in mine), default=1)
        lag = min((one.lag_months for one in mine), default=0)
        about = register_kind(str(kind))
        found[str(kind)] = Source((in_language(about.text),), came, Usual(step, lag), about.flow)
    return found


def _day(vintage: str) -> str:
    """The day (ISO) of a vintage: the first of a month or year that says no more."""
    return vintage[:DAY] if len(vintage) >= DAY else (vintage + "-01-01")[:DAY]

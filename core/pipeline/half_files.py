"""Months that seem to have been delivered in part: areas that emptied, and residents that changed
more than is usual for the file. Told, never refused."""

from __future__ import annotations

from typing import Dict, List, Mapping, Set, Tuple

import pandas as pd

from ..i18n import capitalised, tr
from ..measures.findings import Findings
from ..measures.self_check.jumps import unusual_step
from ..numbers import number, signed
from ..periods import is_year, period_text
from ..progress import Progress
from ..registers.problems import ReadingProblem
from ..store.monitor_file import MonitorFile
from ..store.runs.revisions import POPULATION
from .counting.count_areas import Counted
from .inputs import Inputs

FEWEST_BEFORE = 20
"""An area with fewer residents the period before may empty of itself."""
NAMED = 5
PERSONS = "persons"


def rows_of_file(monitor: MonitorFile) -> Dict[str, Dict[str, float]]:
    """By kind of register: month → rows it was counted from, by the additions that stand; nothing
    where the file is new."""
    if not monitor.path.exists():
        return {}
    runs, table = monitor.runs.all(), monitor.deliveries.all()
    standing = runs.loc[runs["undone"].fillna("") == "", "run"]
    table = table[table["run"].isin(standing) & (table["period"].fillna("") != "")]
    found: Dict[str, Dict[str, float]] = {}
    for one in table.sort_values("run", kind="stable").itertuples():
        if not is_year(str(one.period)):
            found.setdefault(str(one.register), {})[str(one.period)] = float(one.rows)
    return found


def tell_half_files(
    monitor: MonitorFile, counted: Counted, inputs: Inputs, progress: Progress
) -> List[str]:
    """Warn of months of ``counted`` that look like half a file beside the month before, in what
    comes with them or in ``monitor``, and note them in the findings.

    Returns:
        The sentences, one of all area sets once.
    Raises:
        StoreError: the file cannot be read.
    """
    said: Dict[str, None] = {}
    for area_set in inputs.area_sets:
        table = counted.observations.get(area_set.id)
        if table is None or not len(table):
            continue
        names = dict(zip(area_set.areas["area_id"], area_set.areas["name"]))
        coming, residents = _residents(monitor, area_set.id, table)
        for period, sentence in _sentences(coming, residents, names).items():
            if sentence not in said:
                said[sentence] = None
                progress.warn(sentence)
                _note(sentence, period, counted.findings, inputs)
    return list(said)


def _residents(
    monitor: MonitorFile, area_set: str, table: pd.DataFrame
) -> Tuple[Set[str], pd.DataFrame]:
    """The months that come, and residents by area (rows) and month (columns): theirs, and those
    that the file has."""
    if "facet" in table:
        table = table[table["facet"].fillna("") == ""]
    columns = ["area_id", "period", "value"]
    mine = table[(table["indicator"] == POPULATION) & ~table["period"].map(is_year).astype(bool)]
    coming, parts = set(mine["period"]), [mine[columns]]
    if coming and monitor.path.exists():
        months = [
            p for every in monitor.in_force.periods(area_set, [POPULATION]).values() for p in every
        ]
        months = [p for p in months if not is_year(p) and p not in coming]
        if months:
            there = monitor.in_force.observations(area_set, [POPULATION], months)
            parts.insert(0, there[columns])
    every = pd.concat(parts, ignore_index=True)
    wide = every.pivot_table("value", "area_id", "period", aggfunc="last", observed=True)
    return coming, wide.fillna(0.0)


def _sentences(
    coming: Set[str], residents: pd.DataFrame, names: Mapping[str, str]
) -> Dict[str, str]:
    """Month → what is unusual in it; none where nothing is."""
    totals = residents.sum().to_dict()
    found = {}
    there = [str(period) for period in residents]
    for period in sorted(coming & set(there)):
        earlier = [one for one in there if one < period]
        if not earlier:
            continue
        said = []
        step = unusual_step(totals, period)
        if step is not None:
            said.append(
                tr(
                    "residents {before} → {after} ({share} %) since {earlier}, which is unusual "
                    "for the file",
                    before=number(step.before),
                    after=number(step.after),
                    share=signed(100 * step.share),
                    earlier=period_text(step.earlier),
                )
            )
        was, now = residents[earlier[-1]], residents[period]
        emptied = residents.index[(was >= FEWEST_BEFORE) & (now == 0)]
        if len(emptied):
            said.append(_emptied([names.get(area, area) for area in emptied], earlier[-1]))
        if said:
            found[period] = tr(
                "{period}: {what}. Check that the file is whole; it is added as it is.",
                period=capitalised(period_text(period)),
                what="; ".join(said),
            )
    return found


def _emptied(names: List[str], before: str) -> str:
    text = "; ".join(names[:NAMED])
    if len(names) > NAMED:
        text = tr("{named} and {count} more", named=text, count=number(len(names) - NAMED))
    period = period_text(before)
    if len(names) == 1:
        return tr(
            "one area that had residents in {period} has none ({names})", period=period, names=text
        )
    return tr(
        "{count} areas that had residents in {period} have none ({names})",
        count=number(len(names)),
        period=period,
        names=text,
    )


def _note(sentence: str, period: str, findings: Mapping[str, Findings], inputs: Inputs) -> None:
    if PERSONS not in findings:
        return
    delivery = inputs.delivery(PERSONS)
    findings[PERSONS].told.append(
        ReadingProblem(
            file=delivery.name if delivery is not None else "",
            role="",
            field="",
            message=sentence,
            next_step=tr("Check that the file is whole before it is added."),
            rows=findings[PERSONS].rows.get(period, 0),
            first_row=0,
            blocks=False,
            reason="half_file",
        )
    )

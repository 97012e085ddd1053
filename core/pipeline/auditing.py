"""A released table attacked again: what it shows, against what the municipality knows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Tuple

import pandas as pd

from ..catalogue.own import catalogue
from ..catalogue.protection.entries import ROUNDING
from ..catalogue.protection.parts import with_parts
from ..catalogue.protection.rules import profile
from ..errors import InputError
from ..files import cure_of_reading
from ..i18n import tr
from ..numbers import number
from ..packages import FOR_DISCLOSURE, require
from ..plain_text import written_in_spreadsheet
from ..progress import Progress
from ..protection.certificate import NotSafeError
from ..protection.time.releases import shown_numbers
from ..store.monitor_file import MonitorFile

COLUMNS = ("area_set", "area_id", "period", "indicator", "numerator", "denominator", "value")
FIGURES = COLUMNS[-3:]


@dataclass(frozen=True)
class Audited:
    """What was attacked: figures shown, numbers that must not be known, programmes solved."""

    shown: int
    guarded: int
    programmes: int


def audit_table(
    monitor: "str | Path",
    table: "str | Path",
    profile_id: str,
    own_catalogue: str,
    progress: Progress,
) -> Audited:
    """Attack the figures of ``table`` (an edition's ``udgave.csv``, or one of the same columns).

    Raises:
        InputError: scipy is not installed, or the table or its period is not known here; names
            file, row or column.
        NotSafeError: something in it can be worked out, or is shown that must not be.
    """
    require(*FOR_DISCLOSURE)
    from ..protection.table_attack import attack_table

    rules = profile(profile_id, own_catalogue)
    if rules.method == ROUNDING:
        raise InputError(
            tr("A rounded table hides nothing that could be attacked."),
            tr("Choose the edition that the table was made for, if it hides figures."),
        )
    figures, period = _read(Path(table))
    store = MonitorFile(monitor)
    kept = store.runs.periods()
    if period not in kept:
        raise InputError(
            tr("{period} was not counted.", period=period),
            tr("Choose one of {choices}.", choices=", ".join(reversed(kept))),
        )
    counts, _ = store.runs.counted([period], like=period)
    unknown = sorted(set(figures["area_set"]) - set(counts.area_ids) - {""})
    if unknown:
        raise InputError(
            tr(
                "{file} shows the area set {name}, which the newest run did not count.",
                file=Path(table).name,
                name=unknown[0],
            ),
            tr("Count it along with the others."),
        )
    shown = shown_numbers(figures)
    known = with_parts(catalogue(own_catalogue), {name for _, name in counts.values})
    indicators = [i for i in known if i.id in set(figures["indicator"])]
    outcome = attack_table(counts, indicators, period, rules, shown, progress)
    found = len(outcome.unsafe) + len(outcome.audit.exposed)
    if found:
        raise NotSafeError(
            tr(
                "{count} numbers that must not be known are shown in {file} or can be worked out "
                "from it.",
                count=number(found),
                file=Path(table).name,
            ),
            tr("Do not release it. Publish an edition from the monitor file instead."),
        )
    return Audited(
        len(shown), outcome.primary, outcome.audit.programmes + outcome.audit.whole_programmes
    )


def _read(path: Path) -> Tuple[pd.DataFrame, str]:
    """(the figures of the table, its one period)."""
    try:
        table = pd.read_csv(path, sep=";", dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (OSError, ValueError):
        raise InputError(
            tr("The table {file} cannot be read.", file=path.name),
            cure_of_reading(path, tr("Choose the udgave.csv of an edition.")),
        ) from None
    lacking = [name for name in COLUMNS if name not in table]
    if lacking:
        raise InputError(
            tr("{file} lacks the column {column}.", file=path.name, column=lacking[0]),
            tr("Choose the udgave.csv of an edition."),
        )
    if table["period"].nunique() != 1:
        raise InputError(
            tr("{file} holds several periods.", file=path.name), tr("Audit one period at a time.")
        )
    for name in set(table) - set(FIGURES):
        table[name] = table[name].map(written_in_spreadsheet)
    for name in FIGURES:
        table[name] = table[name].str.strip().replace("", None)
    return table, table["period"].iloc[0]

"""The self-check of a register, before anything is counted.

Nothing here tells who a person is or where one lives: examples of keys are their shape, digits
shown as 9 and letters as a.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import asdict, dataclass
from typing import Dict, List, Mapping, Optional, Sequence, Set, Tuple

import numpy as np
import pandas as pd

from ...catalogue.registers.kinds import RegisterKind
from ...i18n import in_language, tr
from ...numbers import number
from ...periods import is_year, month_number, month_numbers, months_between
from ...progress import Part, Progress, checkpoint
from ...registers.problems import ReadingProblems, sentence
from ...registers.tables.register import Register
from ..findings import day_sentences, reason_text
from ..plan.places import PLACE_COLUMNS, Places
from ..repeats import Seen
from ..table_periods import periods_of
from .profiled import Profiled

ERROR, WARNING, INFO = "error", "warning", "info"
REFUSED = "refused"
"""What nobody can go on from: it must be corrected."""
COLUMNS = (
    "register",
    "check",
    "severity",
    "file",
    "period",
    "field",
    "rows",
    "share",
    "text",
    "next_step",
)
STANDARD_DEVIATIONS = 3.0
FEWEST_CHANGES = 4
SMALLEST_JUMP = 0.02
SHAPES_SHOWN = 3
ALIKE, MANY_ALIKE = 20, 0.01
"""No household has so many rows of a period, and so large a part of them."""


@dataclass(frozen=True)
class Check:
    """One finding.

    Attributes:
        severity: ``error`` (counting stops unless the user goes on without the cells), ``warning``,
            ``info``.
        share: of the rows read (0-1), NaN where it says nothing.
        text: what was found; next_step: what to do.
    """

    register: str
    check: str
    severity: str
    file: str
    period: str
    field: str
    rows: int
    share: float
    text: str
    next_step: str


def check_register(
    register: Register,
    places: Optional[Places],
    progress: Progress,
    previous: Optional[Register] = None,
    standard_deviations: float = STANDARD_DEVIATIONS,
) -> List[Check]:
    """Everything worth knowing about ``register`` before it is counted.

    Args:
        places: the areas and the address list; None where there are none yet.
        previous: an earlier delivery, to find jumps against.
        standard_deviations: how far a change must be from the earlier changes to be a jump.
    Returns:
        Findings, the gravest first.
    Raises:
        CancelledError: the user stopped.
    """
    problems = ReadingProblems()
    looked = _Looked(register, places)
    every = dict.fromkeys(
        (*register.kind.names, *(derived.name for derived in register.kind.derived))
    )
    days: Dict[str, Set[str]] = {}
    places_somewhere = register.any_columns & {*PLACE_COLUMNS, "period"}
    columns = [name for name in every if name in register.columns | places_somewhere]
    for table in register.pieces(columns, Part(progress, 0.0, 0.9), problems):
        checkpoint(progress)
        if len(table):
            looked.at(table)
        for period, of_piece in table.attrs["days"].items():
            days.setdefault(period, set()).update(of_piece)
    findings = _Findings(register.kind.kind, sum(looked.seen.rows.values()))
    findings.all += checks_of(problems, register.kind.kind, findings.total)
    _say_unplaced(looked, findings)
    _say_repeats(looked, findings, progress)
    _say_parts(looked, findings)
    _say_months(looked, findings)
    _say_together(looked, findings)
    _say_columns(looked.seen, register, findings)
    _say_periods(looked.seen, register, findings)
    for text, grave in day_sentences(days, in_language(register.kind.text).lower()):
        findings.say(
            "reference_day",
            WARNING if grave else INFO,
            0,
            text,
            tr("Nothing, where that is as it should be."),
        )
    _say_directions(
        looked.seen,
        register.kind.plausible,
        findings,
        tr("The column may be coded the other way round (1 for no), or be another one."),
    )
    _say_directions(
        looked.seen,
        {c.name: (c.usual[0], c.usual[1]) for c in register.kind.columns if c.usual},
        findings,
        tr(
            "The numbers may be in another unit (thousands of kroner, a share for a percentage), "
            "or the "
            "column be another one."
        ),
    )
    earlier = _profiled(previous, columns, progress) if previous is not None else None
    _say_jumps(looked.seen, earlier, register.kind, standard_deviations, findings)
    progress.report(1.0)
    order = {ERROR: 0, WARNING: 1, INFO: 2}
    return sorted(findings.all, key=lambda check: (order[check.severity], -check.rows))


class _Findings:
    """The findings of one register as they are made."""

    def __init__(self, register: str, total: int):
        self.all: List[Check] = []
        self.register, self.total = register, total

    def say(
        self,
        check: str,
        severity: str,
        rows: int,
        text: str,
        next_step: str,
        file: str = "",
        period: str = "",
        field: str = "",
    ) -> None:
        """Add a finding."""
        share = rows / self.total if self.total else float("nan")
        self.all.append(
            Check(self.register, check, severity, file, period, field, rows, share, text, next_step)
        )


class _Looked:
    """What one pass over the rows has seen."""

    def __init__(self, register: Register, places: Optional[Places]):
        self.kind, self.places = register.kind, places
        self.repeats = Seen(
            register, [name for name in register.kind.unique if name in register.any_columns]
        )
        self.seen = Profiled(register.kind)
        self.unplaced: Counter = Counter()
        self.shapes: Counter = Counter()
        self.parts_over: Counter = Counter()
        self.other_month, self.together = 0, Counter()

    def at(self, table: pd.DataFrame) -> None:
        """Look at a table."""
        self.seen.add(table)
        self.repeats.add(table, periods_of(table))
        for part, whole in self.kind.parts:
            if part in table and whole in table:
                self.parts_over[(part, whole)] += int((table[part] > table[whole]).sum())
        for name in (
            name for name in self.kind.household if name in table and table[name].dtype == "uint64"
        ):
            for period, ids in table[name].groupby(table["period"], observed=True):
                said, rows = np.unique(ids.to_numpy(), return_counts=True)
                many = (rows >= ALIKE) & (said != 0)
                self.together.update(
                    {(name, period, one): int(n) for one, n in zip(said[many], rows[many])}
                )
        date = self.kind.period_from
        if date in table:
            said = table["period"].cat
            months = np.array([*map(month_number, said.categories), -1])[said.codes.to_numpy()]
            happened = month_numbers(table[date])
            by_month = np.array([*(not is_year(period) for period in said.categories), False])[
                said.codes.to_numpy()
            ]
            self.other_month += int(
                (happened.notna().to_numpy() & by_month & (happened.to_numpy() != months)).sum()
            )
        if self.places is not None:
            self._places_of(table, self.places)

    def _places_of(self, table: pd.DataFrame, places: Places) -> None:
        placed = places.of_rows(table)
        for reason, rows in placed.reasons.items():
            self.unplaced[("", reason)] += int(rows.sum())
        if "address_key" in table:
            lost = table.loc[placed.reasons["not_in_list"], "address_key"].astype(object)
            self.shapes.update(shape_of(str(key)) for key in lost.iloc[:10_000])
        somewhere = ~np.logical_or.reduce(list(placed.reasons.values()))
        for area_set in places.area_sets:
            outside = somewhere & (placed.located[area_set.id].layers[0] < 0)
            self.unplaced[(area_set.name, "outside")] += int(outside.sum())


def as_table(checks: Sequence[Check]) -> pd.DataFrame:
    """One row per finding with ``COLUMNS``."""
    return pd.DataFrame([asdict(check) for check in checks], columns=list(COLUMNS))


def stops(checks: Sequence[Check]) -> bool:
    """Must the user decide before the register can be counted?"""
    return any(check.severity == ERROR and check.check != REFUSED for check in checks)


def warned(
    warnings: Sequence[str], said: Sequence[Check], registers: Mapping[str, str]
) -> List[Check]:
    """What was told while registers were read (how a file was understood, what was left out), as
    findings, but for what is ``said`` already.

    Args:
        registers: name of a file or layer → its register kind; what names none of them is of no
            register.
    """
    found = []
    for text in warnings:
        if not any(text.startswith(check.text) for check in said):
            names = [name for name in registers if name in text]
            register = registers[max(names, key=len)] if names else ""
            found.append(Check(register, "told", WARNING, "", "", "", 0, float("nan"), text, ""))
    return found


def checks_of(problems: ReadingProblems, register: str, total: int) -> List[Check]:
    """The cells of the register kind ``register`` that cannot be read, of ``total`` rows, as
    findings."""
    findings = _Findings(register, total)
    for problem in problems.all():
        findings.say(
            "unreadable" if problem.blocks else "remark",
            ERROR if problem.blocks else WARNING,
            problem.rows,
            sentence(problem)
            if problem.reason
            else tr(
                "{count} cells in {field}: {message} (first in row {row}).",
                count=number(problem.rows),
                field=problem.field,
                message=problem.message,
                row=problem.first_row,
            ),
            problem.next_step,
            problem.file,
            "",
            problem.role,
        )
    return findings.all


def shape_of(key: str) -> str:
    """The shape of a key: digits as 9, letters as a, the rest as it is."""
    return re.sub(r"[^\W\d_]", "a", re.sub(r"\d", "9", key))


def _unplaced_next_step(reason: str) -> str:
    return {
        "no_key": tr("Fill the address key or the coordinates, or go on without these rows."),
        "unknown_code": tr("Use the areas' ids or objekt_id."),
        "not_in_list": tr(
            "Check that the keys have the form of the address list, and that the list is new "
            "enough."
        ),
        "no_coordinates": tr("Fetch an address list with coordinates of every address."),
        "outside": tr(
            "They live outside the areas. That is right where the areas do not cover the "
            "municipality."
        ),
    }[reason]


def _say_unplaced(looked: _Looked, findings: _Findings) -> None:
    free = (
        {s.name for s in looked.places.area_sets if s.kind == "free"}
        if looked.places is not None
        else set()
    )
    for (area_set, reason), rows in looked.unplaced.items():
        if not rows:
            continue
        text = tr(
            "{count} rows cannot be placed: {reason}.",
            count=number(rows),
            reason=reason_text(reason),
        )
        if reason == "not_in_list" and looked.shapes:
            text += " " + tr(
                "Their keys look like {shapes}.",
                shapes=", ".join(
                    f"{shape} ({number(count)})"
                    for shape, count in looked.shapes.most_common(SHAPES_SHOWN)
                ),
            )
        findings.say(
            f"unplaced_{reason}",
            INFO if area_set in free else WARNING,
            rows,
            f"{area_set}: {text}" if area_set else text,
            _unplaced_next_step(reason),
        )


def _say_repeats(looked: _Looked, findings: _Findings, progress: Progress) -> None:
    for one in looked.repeats.found(progress):
        severity = ERROR if one.blocks else INFO if one.is_quiet else WARNING
        findings.say(
            one.check,
            severity,
            one.rows,
            one.text,
            one.next_step,
            one.file,
            ", ".join(one.periods),
            one.field,
        )


def _say_together(looked: _Looked, findings: _Findings) -> None:
    """An identifier that a large part of the rows share is no household's: ``0`` may be written
    where there is none."""
    for (name, period, _), rows in looked.together.items():
        if rows >= MANY_ALIKE * looked.seen.rows[period]:
            findings.say(
                "shared_id",
                WARNING,
                rows,
                tr(
                    "{count} rows have one and the same {column}, and count as one household.",
                    count=number(rows),
                    column=name,
                ),
                tr("If it stands for none, leave those cells empty."),
                "",
                period,
                name,
            )


def _say_months(looked: _Looked, findings: _Findings) -> None:
    """Of what happens (moves, events) the column with the period goes before the date."""
    if looked.other_month:
        findings.say(
            "other_month",
            WARNING,
            looked.other_month,
            tr(
                "The date of {count} rows lies in another month than their period, which they are "
                "counted in.",
                count=number(looked.other_month),
            ),
            tr("Leave the column with the period unmapped, where the date is right."),
        )


def _say_parts(looked: _Looked, findings: _Findings) -> None:
    for (part, whole), rows in looked.parts_over.items():
        if rows:
            findings.say(
                "parts",
                WARNING,
                rows,
                tr(
                    "In {count} rows {part} is larger than {whole}.",
                    count=number(rows),
                    part=part,
                    whole=whole,
                ),
                tr("Check that the two columns are mapped the right way round."),
                "",
                "",
                part,
            )


def _say_columns(seen: Profiled, register: Register, findings: _Findings) -> None:
    filled: Counter = Counter()
    for (column, _), rows in seen.filled.items():
        filled[column] += rows
    gaps: List[str] = []
    constant: List[str] = []
    for name in (name for name in register.kind.names if name in filled and name != "period"):
        title = in_language(register.kind.column(name).text)
        if not filled[name]:
            findings.say(
                "empty",
                WARNING,
                findings.total,
                tr("The column {name} is empty.", name=title),
                tr("Leave it unmapped, or map the right column."),
                "",
                "",
                name,
            )
        elif filled[name] > 1 and len(seen.distinct[name]) < 2:
            constant.append(name)
        if 0 < filled[name] < findings.total:
            gaps.append(f"{title} ({number(findings.total - filled[name])})")
    if constant:
        titles = (in_language(register.kind.column(name).text) for name in constant)
        findings.say(
            "constant",
            INFO,
            max(filled[name] for name in constant),
            tr("The same value in every row: {names}.", names=", ".join(titles)),
            tr("Check that the right columns are mapped to them."),
            "",
            "",
            ", ".join(constant),
        )
    if gaps:
        findings.say(
            "missing",
            INFO,
            0,
            tr("Rows without a value: {names}.", names=", ".join(gaps)),
            tr("They count as unknown where an indicator asks."),
        )


def _say_periods(seen: Profiled, register: Register, findings: _Findings) -> None:
    months = sorted(period for period in seen.rows if not is_year(period))
    if register.kind.flow or len(months) < 3:
        return
    gaps = [period for period in months_between(months[0], months[-1]) if period not in seen.rows]
    yearly = len({period[4:] for period in months}) == 1
    if gaps and not yearly:
        findings.say(
            "missing_periods",
            WARNING,
            0,
            tr(
                "{count} months between {first} and {last} are missing: {months}.",
                count=number(len(gaps)),
                first=months[0],
                last=months[-1],
                months=", ".join(gaps[:12]),
            ),
            tr("Add the months' files. Figures over several months will lack them."),
        )


def _say_directions(
    seen: Profiled,
    plausible: Mapping[str, Tuple[float, float]],
    findings: _Findings,
    next_step: str,
) -> None:
    for column, (low, high) in plausible.items():
        filled = sum(n for (name, _), n in seen.filled.items() if name == column)
        if filled < 100:
            continue
        mean = sum(value for (name, _), value in seen.sums.items() if name == column) / filled
        if not low <= mean <= high:
            findings.say(
                "direction",
                WARNING,
                filled,
                tr(
                    "The mean of {column} is {mean}; a whole municipality lies between {low} and "
                    "{high}.",
                    column=column,
                    mean=number(mean, 2),
                    low=number(low, 2),
                    high=number(high, 2),
                ),
                next_step,
                "",
                "",
                column,
            )


def _profiled(register: Register, columns: Sequence[str], progress: Progress) -> Profiled:
    seen = Profiled(register.kind)
    for table in register.pieces(columns, Part(progress, 0.9, 1.0), ReadingProblems()):
        checkpoint(progress)
        if len(table):
            seen.add(table)
    return seen


def _say_jumps(
    seen: Profiled,
    earlier: Optional[Profiled],
    kind: RegisterKind,
    limit: float,
    findings: _Findings,
) -> None:
    """Jumps of the new periods: those the delivery before lacks, else the newest.

    How many rows there are, and how many cells are filled, is looked at in every period of a
    register of what stands at a date.
    """
    always = () if kind.flow else ("rows", "filled")
    before = earlier.series() if earlier is not None else {}
    new = set(seen.rows) - set(earlier.rows) if earlier is not None else set(sorted(seen.rows)[-1:])
    for (column, what), figures in seen.series().items():
        joined = {**before.get((column, what), {}), **figures}
        periods = sorted(joined)
        values = np.array([joined[period] for period in periods])
        changes = np.diff(values)
        for position in range(FEWEST_CHANGES, len(changes)):
            period = periods[position + 1]
            if period not in new and (what not in always or period not in figures):
                continue
            spread = float(np.std(changes[:position], ddof=1))
            size = abs(changes[position] - float(np.mean(changes[:position])))
            least = SMALLEST_JUMP if _is_share(what) else SMALLEST_JUMP * abs(values[position])
            if size > limit * spread and size > least:
                title = in_language(kind.column(column).text) if column in kind.names else column
                name = (
                    tr("the number of rows")
                    if what == "rows"
                    else f"{title} ({_figure_text(what)})"
                )
                decimals = 0 if what == "rows" else 3
                findings.say(
                    "jump",
                    WARNING,
                    0,
                    tr(
                        "{name} goes from {before} to {after} in {period}: more than {limit} "
                        "standard deviations from "
                        "the changes before.",
                        name=name,
                        before=number(values[position], decimals),
                        after=number(values[position + 1], decimals),
                        period=period,
                        limit=number(limit, 1),
                    ),
                    tr("Check the delivery against the one before."),
                    "",
                    period,
                    column,
                )


def _is_share(what: str) -> bool:
    return what == "filled" or what.startswith("=")


def _figure_text(what: str) -> str:
    return {"filled": tr("share filled"), "mean": tr("mean")}.get(what, what)

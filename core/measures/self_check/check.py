"""What the self-check finds: one line each, with what to do about it."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass, replace
from typing import Collection, Dict, List, Mapping, Sequence, Tuple

import pandas as pd

from ...i18n import tr
from ...numbers import number
from ...period_lists import periods_text
from ...registers.problems import ReadingProblems, sentence

ERROR, WARNING, INFO = "error", "warning", "info"
VALUES = "values"
"""Values that nobody has said the meaning of."""
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
GRAVEST_FIRST = {ERROR: 0, WARNING: 1, INFO: 2}


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


def by_kind(checks: Sequence[Check]) -> List[Check]:
    """``checks`` with those of one kind in one line: what is found in the same field of several
    files or months is told once, with its rows together, how often, and in which periods. What is
    found twice in one place is two findings."""
    groups: Dict[Tuple[str, ...], List[Check]] = {}
    for one in checks:
        key = (one.register, one.check, one.severity, one.field, one.next_step)
        groups.setdefault(key, []).append(one)
    found: List[Check] = []
    for same in groups.values():
        places = {(one.file, one.period) for one in same}
        found += [_together(same)] if 1 < len(same) == len(places) else same
    return found


def _together(same: Sequence[Check]) -> Check:
    first = max(same, key=lambda one: one.rows)
    periods = sorted({one.period for one in same if one.period})
    text = (
        tr(
            "{text} So it is {count} times, in {periods}.",
            text=first.text,
            count=number(len(same)),
            periods=periods_text(periods),
        )
        if periods
        else tr("{text} So it is {count} times.", text=first.text, count=number(len(same)))
    )
    files = list(dict.fromkeys(one.file for one in same))
    return replace(
        first, text=text, rows=sum(one.rows for one in same), file=" / ".join(files), share=math.nan
    )


class CheckList:
    """The findings of one register as they are made.

    Args:
        register: its kind. total: its rows.
    """

    def __init__(self, register: str, total: int):
        self.checks: List[Check] = []
        self.register, self.total = register, total

    def add(
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
        """Add a finding about so many ``rows``."""
        self.checks.append(
            Check(
                register=self.register,
                check=check,
                severity=severity,
                file=file,
                period=period,
                field=field,
                rows=rows,
                share=rows / self.total if self.total else float("nan"),
                text=text,
                next_step=next_step,
            )
        )

    def gravest_first(self) -> List[Check]:
        """All of them, and of equally grave ones those of most rows first."""
        return sorted(self.checks, key=lambda check: (GRAVEST_FIRST[check.severity], -check.rows))


def as_table(checks: Sequence[Check]) -> pd.DataFrame:
    """One row per finding with ``COLUMNS``."""
    return pd.DataFrame([asdict(check) for check in checks], columns=list(COLUMNS))


def stops(checks: Sequence[Check]) -> bool:
    """Must the user decide before the register can be counted?"""
    return any(check.severity == ERROR and check.check != REFUSED for check in checks)


def without_answered(
    checks: Sequence[Check], register: str, open_roles: Collection[str]
) -> List[Check]:
    """``checks`` without the questions about values of ``register`` that are answered: those of
    roles that are not open any more."""
    return [
        check
        for check in checks
        if not (
            check.check == VALUES and check.register == register and check.field not in open_roles
        )
    ]


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
        if any(text.startswith(check.text) for check in said):
            continue
        names = [name for name in registers if name in text]
        findings = CheckList(registers[max(names, key=len)] if names else "", 0)
        findings.add("told", WARNING, 0, text, "")
        found += findings.checks
    return found


def checks_of(problems: ReadingProblems, register: str, total: int) -> List[Check]:
    """The cells of the register kind ``register`` that cannot be read, of ``total`` rows, as
    findings."""
    findings = CheckList(register, total)
    for problem in problems.all():
        text = tr(
            "{count} cells in {field}: {message} (first in row {row}).",
            count=number(problem.rows),
            field=problem.field,
            message=problem.message,
            row=problem.first_row,
        )
        findings.add(
            "unreadable" if problem.blocks else "remark",
            ERROR if problem.blocks else WARNING,
            problem.rows,
            sentence(problem) if problem.reason else text,
            problem.next_step,
            file=problem.file,
            field=problem.role,
        )
    return findings.checks

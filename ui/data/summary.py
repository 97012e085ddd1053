"""What looking the registers through found, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Sequence

from ...core.i18n import tr
from ...core.numbers import number
from ...core.periods import period_text
from ..session import Session

if TYPE_CHECKING:
    from ...core.gis.jobs.data import RegistersLookedThrough
    from ...core.measures.self_check.check import Check


def summary_of(found: "RegistersLookedThrough") -> str:
    """What was looked through, and what can be counted, in numbers."""
    grave = {
        severity: sum(check.severity == severity for check in found.checks)
        for severity in ("error", "warning")
    }
    text = tr(
        "{count} registers with {files} files looked through. Errors: {errors}. Warnings: "
        "{warnings}. {servable} indicators can be counted.",
        count=number(len(found.previews)),
        files=number(sum(preview.sources for preview in found.previews.values())),
        errors=number(grave["error"]),
        warnings=number(grave["warning"]),
        servable=number(len(found.servable)),
    )
    if len(found.periods) == 1:
        text += " " + tr("Period {period}.", period=period_text(found.periods[0]))
    elif found.periods:
        text += " " + tr(
            "Periods {first} to {last}.",
            first=period_text(found.periods[0]),
            last=period_text(found.periods[-1]),
        )
    return text


def grave_of(found: "RegistersLookedThrough") -> List[str]:
    """The errors and the warnings, in sentences."""
    from ...core.measures.self_check.check import ERROR, WARNING

    return [
        f"{check.text} {check.next_step}".strip()
        for severity in (ERROR, WARNING)
        for check in found.checks
        if check.severity == severity
    ]


def next_step(session: Session, checks: "Sequence[Check]") -> str:
    """What is to be done with the registers before the job can go on; empty where nothing is."""
    if not session.state.area_sets or session.judged:
        return ""
    if any(check.severity == "error" for check in checks) and not session.state.go_on:
        return tr("Correct what the self-check found, or go on in spite of it.")
    if not session.state.registers:
        return tr("Choose the register of residents, or finished figures.")
    return "" if session.servable else tr("Load the register, and look at its columns.")


def waiting_text(session: Session) -> str:
    """That no register is chosen, and what the file has without one; empty where one is."""
    if session.state.registers:
        return ""
    if not session.periods:
        return tr("No register chosen yet.")
    return tr(
        "The file has figures from {first} to {last}. Choose a register to add to them.",
        first=period_text(session.periods[0]),
        last=period_text(session.periods[-1]),
    )

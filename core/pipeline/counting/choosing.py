"""Which indicators are counted: those asked for, of which there is what they need."""

from __future__ import annotations

from typing import Collection, Dict, List, Mapping, Optional, Sequence, Tuple

from ...catalogue.indicators.definitions import Indicator, chosen
from ...catalogue.law.measured import law_indicators
from ...errors import InputError
from ...i18n import tr
from ...measures.halves import of_two_registers
from ...progress import Progress
from ...registers.tables.register import Register
from ...registers.written.periods import normal_period
from ..inputs import ALL, Choices
from .finished_figures import FINISHED_FIGURES


def period_asked_for(choices: Choices) -> Optional[str]:
    """The one period to count, in its normal form; None for all.

    Raises:
        InputError: it is no period.
    """
    if not choices.period:
        return None
    period = normal_period(choices.period)
    if period is None:
        raise InputError(
            tr("{period} is not a period.", period=choices.period),
            tr("Write a month as YYYY-MM, for example 2026-01."),
        )
    return period


def countable(
    registers: Mapping[str, Register],
    finished: Collection[str],
    choices: Choices,
    known: Sequence[Indicator],
    progress: Progress,
    halves: bool = False,
) -> Tuple[Indicator, ...]:
    """The chosen indicators; without a choice those the registers can serve, the rest of theirs
    warned of.

    Args:
        finished: the indicators that come as finished figures.
        known: the catalogue's.
        halves: is one register enough for an indicator of two, whose other half the monitor file
            has or will get (``rates_of``)?
    Raises:
        InputError: an indicator that was chosen cannot be counted.
    """
    half = {i.id for i in rates_of(registers, choices, known)} if halves else set()
    served: List[Indicator] = []
    left_out: Dict[str, List[str]] = {}
    finished_alone: Dict[str, List[str]] = {}
    for indicator in _wanted(choices, known):
        lacking = lacking_of(indicator, registers)
        if not lacking or indicator.id in finished:
            served.append(indicator)
            if lacking and indicator.numerator_kind != "finished":
                finished_alone[indicator.id] = lacking
        elif indicator.id in half:
            continue
        elif choices.indicators:
            raise InputError(
                tr(
                    "The indicator {indicator} needs {columns}, which the registers do not have.",
                    indicator=indicator.id,
                    columns=", ".join(lacking),
                ),
                tr("Map a column to it, or leave the indicator out."),
            )
        elif indicator.register in registers:
            left_out[indicator.id] = lacking
    if finished_alone:
        progress.warn(
            tr(
                "Taken from the finished figures, for want of columns or registers: {names}.",
                names=_with_lacks(finished_alone),
            )
        )
    if left_out:
        progress.warn(
            tr("Left out, for want of columns or registers: {names}.", names=_with_lacks(left_out))
        )
    return tuple(served)


def rates_of(
    registers: Mapping[str, Register], choices: Choices, known: Sequence[Indicator]
) -> Tuple[Indicator, ...]:
    """The chosen indicators of two registers that one of the ``registers`` can serve at least."""
    return tuple(
        indicator
        for indicator in _wanted(choices, known)
        if of_two_registers(indicator)
        and any(
            kind in registers and set(indicator.columns_of(kind)) <= registers[kind].columns
            for kind in indicator.registers
        )
    )


def _wanted(choices: Choices, known: Sequence[Indicator]) -> List[Indicator]:
    """The indicators of the choice or its scope, in the variants chosen."""
    of_law = {indicator.id for indicator in law_indicators()}
    wanted = []
    for indicator in chosen(choices.indicators, known):
        if not choices.indicators and choices.scope != ALL and indicator.id not in of_law:
            continue
        if choices.unknown_education_as_basic and "unknown_as_basic" in indicator.variants:
            indicator = indicator.with_variant("unknown_as_basic")
        wanted.append(indicator)
    return wanted


def _with_lacks(lacks: Mapping[str, Sequence[str]]) -> str:
    return "; ".join(f"{indicator} ({', '.join(lacking)})" for indicator, lacking in lacks.items())


def lacking_of(indicator: Indicator, registers: Mapping[str, Register]) -> List[str]:
    """The columns (or whole registers) that ``indicator`` needs and that are not there."""
    if indicator.numerator_kind == "finished":
        return [FINISHED_FIGURES]
    lacking = []
    for kind in indicator.registers:
        if kind not in registers:
            lacking.append(kind)
        else:
            columns = sorted(set(indicator.columns_of(kind)) - registers[kind].columns)
            lacking += [column if kind == "persons" else f"{kind}.{column}" for column in columns]
    return lacking

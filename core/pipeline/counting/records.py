"""The record of what came, in which state, and by which definitions it was counted."""

from __future__ import annotations

import hashlib
from typing import Collection, Dict, List, Mapping, Optional, Sequence

from ...catalogue.indicators.definitions import Indicator
from ...catalogue.indicators.filters import filter_text
from ...measures.findings import Findings
from ...registers.delivery import record
from ..inputs import Inputs
from .finished_figures import FINISHED_FIGURES, FinishedFigures


def records(
    inputs: Inputs,
    findings: Mapping[str, Findings],
    finished: Optional[FinishedFigures],
    indicators: Sequence[Indicator],
    from_registers: Collection[Indicator],
    taken: Collection[str] = (),
) -> List[dict]:
    """A record per delivery, and period of it (``registers.delivery.record``).

    Args:
        from_registers: those of the ``indicators`` that were counted; the others are finished.
        taken: ids of those of them that finished figures have taken the place of in some period.
    """
    rows = []
    for delivery in inputs.deliveries:
        kind = delivery.register
        of_periods = dict(findings[kind].rows) if kind in findings else {}
        if kind == FINISHED_FIGURES and finished is not None:
            of_periods = finished.table["period"].value_counts().to_dict()
        used = [
            (i.id, _definition_text(i))
            for i in indicators
            if (i in from_registers and kind in i.registers)
            or (kind == FINISHED_FIGURES and (i not in from_registers or i.id in taken))
        ]
        days = findings[kind].days if kind in findings else None
        rows += record(delivery, of_periods, used, days=days)
    return rows


def digests(indicators: Sequence[Indicator]) -> Dict[str, str]:
    """Indicator → twelve hexadecimal digits of its definition: others where it is another."""
    return {
        one.id: hashlib.sha256(_definition_text(one).encode("utf-8")).hexdigest()[:12]
        for one in indicators
    }


def _definition_text(indicator: Indicator) -> str:
    """All that a figure depends on, so that another definition has another text."""
    numerator = indicator.numerator
    if isinstance(numerator, dict):
        numerator = filter_text(numerator)
    parts = (
        indicator.register,
        filter_text(indicator.population),
        indicator.numerator_kind,
        numerator,
        filter_text(indicator.where),
        indicator.denominator_register,
        filter_text(indicator.denominator_population),
        indicator.denominator_sum,
        indicator.unit,
    )
    return "\n".join(str(part) for part in parts)

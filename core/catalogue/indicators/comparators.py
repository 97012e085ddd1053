"""Named comparators: StatBank tables that come near an indicator, each saying how it differs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Mapping, Optional, Sequence, Tuple

from ...errors import InputError
from ...i18n import tr
from .. import files
from .choices import COMPARATORS_FILE


@dataclass(frozen=True)
class Comparator:
    """A comparator.

    Attributes:
        indicator: the indicator it comes near.
        levels: ``nation``, ``region``, ``municipality``.
        table, area_variable: StatBank's names.
        selection: the other variables' codes.
        numerator, denominator: the codes that are summed; None where the cell is the figure itself,
            or the denominator comes from ``denominator_table`` (table, area_variable, selection,
            and the quarter of the year it is taken in).
        scale: what the quotient or the cell is multiplied by; 1 for cells.
        differs: how it differs from the indicator's definition.
    """

    id: str
    indicator: str
    levels: Tuple[str, ...]
    table: str
    area_variable: str
    selection: Mapping[str, Sequence[str]]
    numerator: Optional[Mapping[str, Sequence[str]]]
    denominator: Optional[Mapping[str, Sequence[str]]]
    denominator_table: Optional[Mapping[str, Any]]
    scale: float
    differs: Mapping[str, str]


@cache
def all_comparators() -> Mapping[str, Comparator]:
    """Id → comparator."""
    return {
        entry["id"]: _comparator(entry) for entry in files.read(COMPARATORS_FILE)["comparators"]
    }


def _comparator(entry: Mapping[str, Any]) -> Comparator:
    return Comparator(
        id=entry["id"],
        indicator=entry["indicator"],
        levels=tuple(entry["levels"]),
        table=entry["table"],
        area_variable=entry["area_variable"],
        selection=entry["selection"],
        numerator=entry["numerator"],
        denominator=entry["denominator"],
        denominator_table=entry.get("denominator_table"),
        scale=entry["scale"],
        differs=entry["differs"],
    )


def comparator(identifier: str) -> Comparator:
    """The comparator ``identifier``; raises ``InputError`` where there is none."""
    if identifier not in all_comparators():
        raise InputError(
            tr("There is no comparator {name}.", name=identifier),
            tr("Choose among {choices}.", choices=", ".join(all_comparators())),
        )
    return all_comparators()[identifier]

"""What is told of a count: what was placed, what was not, and what was read as what."""

from __future__ import annotations

from collections import defaultdict
from typing import Dict, Sequence

from ...areas.area_set import AreaSet
from ...catalogue.registers.kinds import register_kind
from ...i18n import in_language, tr
from ...measures.findings import Findings, day_sentences, reason_text
from ...numbers import number
from ...progress import Progress
from ...registers.problems import sentence


def warn_of(
    findings: Findings, kind: str, area_sets: Sequence[AreaSet], progress: Progress
) -> None:
    """Tell what was placed and what was not in the register ``kind``, in numbers."""
    name = in_language(register_kind(kind).text).lower()
    _warn_of_unplaced(findings, name, area_sets, progress)
    by_house = sum(findings.by_house.values())
    if by_house:
        progress.warn(
            tr(
                "{count} rows are placed by house number: the address list lacks their floor and "
                "door.",
                count=number(by_house),
            )
        )
    by_zeros = sum(findings.by_zeros.values())
    if by_zeros:
        progress.warn(
            tr(
                "{count} rows are placed by an area code whose zeros in front were lost, and are "
                "put back.",
                count=number(by_zeros),
            )
        )
    for text, _ in day_sentences(findings.days, name):
        progress.warn(text)
    for problem in findings.told:
        progress.warn(sentence(problem))
    for repeat in findings.repeats:
        progress.warn(f"{repeat.text} {repeat.next_step}")
    _warn_of_values(findings, progress)


def _warn_of_unplaced(
    findings: Findings, register: str, area_sets: Sequence[AreaSet], progress: Progress
) -> None:
    read = sum(findings.rows.values())
    for area_set in area_sets:
        lost = findings.total_unplaced(area_set.id)
        if not lost:
            continue
        placed = sum(rows for (of, _), rows in findings.placed.items() if of == area_set.id)
        most_first = sorted(lost.items(), key=lambda entry: -entry[1])
        reasons = [f"{number(rows)} {reason_text(reason)}" for reason, rows in most_first]
        progress.warn(
            tr(
                "{name}, {register}: {placed} of {read} rows placed. Not placed: {reasons}.",
                name=area_set.name,
                register=register,
                placed=number(placed),
                read=number(read),
                reasons=", ".join(reasons),
            )
        )


def _warn_of_values(findings: Findings, progress: Progress) -> None:
    """Tell of cells that could not be read, and of those that are empty."""
    for column, rows in findings.unreadable.items():
        progress.warn(
            tr(
                "{count} cells in {column} could not be read and count as unknown.",
                count=number(rows),
                column=column,
            )
        )
    lacking: Dict[str, int] = defaultdict(int)
    for (_, column), rows in findings.missing.items():
        lacking[column] += rows
    for column, rows in lacking.items():
        progress.warn(
            tr("{count} rows have no value in {column}.", count=number(rows), column=column)
        )

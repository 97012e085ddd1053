"""Finished figures: counts or percentages by area, as Landsbyggefonden and Statistics Denmark
deliver them.

Three layouts are read: a row per area, period and indicator; a column per indicator; a column per
year.
"""

from __future__ import annotations

from typing import Mapping, Optional, Sequence

import pandas as pd

from ...catalogue.indicators.definitions import Indicator
from ...catalogue.registers.kinds import register_kind
from ...i18n import tr
from ...numbers import number
from ...progress import Part, Progress
from ..problems import ReadingProblems, warn
from ..sources import RegisterSource
from .figure_columns import figure_columns
from .figure_reader import FigureReader


def read_figures(
    sources: Sequence[RegisterSource],
    mapping: Mapping[str, str],
    indicators: Sequence[Indicator],
    progress: Progress,
    period: str = "",
    problems: Optional[ReadingProblems] = None,
    notes: Optional[ReadingProblems] = None,
) -> pd.DataFrame:
    """The finished figures of ``sources``.

    Args:
        mapping: role → column. Besides the canonical roles ``value:<indicator>``,
            ``numerator:<indicator>`` and ``denominator:<indicator>`` name columns that hold one
            indicator; ``=text`` in place of a column says it for the whole file
            (``{"indicator": "=turnout", "period": "=2025"}``).
        period: of files that do not say theirs.
        problems: collects cells that are no number; None refuses them.
        notes: collects what is left out or taken to mean something, which is told through
            ``progress`` too.
    Returns:
        DataFrame ``area_code``, ``period``, ``indicator`` (texts), ``value``, ``numerator``,
        ``denominator`` (float64, NaN where not given), ``hidden`` (the source hides the figure),
        ``file`` and ``row``, where it stands.
    Raises:
        InputError: a column is missing, an indicator unknown, or a cell no number; names file, row,
            field.
    """
    kind = register_kind("figures")
    known = {indicator.id: indicator for indicator in indicators}
    parts, skipped, found = [], 0, ReadingProblems()
    for position, source in enumerate(sources):
        part = Part(progress, position / len(sources), (position + 1) / len(sources))
        reader = FigureReader(
            source=source,
            kind=kind,
            columns=figure_columns(source, kind, mapping, known, period),
            indicators=known,
            problems=problems,
            notes=found,
            progress=part,
        )
        table, totals = reader.table()
        parts.append(table)
        skipped += totals
    if skipped:
        progress.warn(
            tr(
                "{count} rows with totals are left out of the finished figures.",
                count=number(skipped),
            )
        )
    warn(found, progress)
    if notes is not None:
        for note in found.all():
            notes.add(note)
    return pd.concat(parts, ignore_index=True)

"""The areas by an index that the monitor file keeps."""

from __future__ import annotations

import math
from typing import Any, Dict, List, Optional

import pandas as pd

from ...catalogue.index.colours import class_shades, has_matrix
from ...catalogue.index.definitions import IndexDefinition
from ...i18n import in_language, tr
from ...numbers import number
from .table import AreaTable, Cell, Heading, Row


def index_table(
    definition: IndexDefinition, scores: pd.DataFrame, period: str, trial: bool = False
) -> AreaTable:
    """The table of ``scores`` (``index.results.COLUMNS`` of ``period``, and the areas' ``name``).

    Args:
        trial: the index is being worked on, and not kept.
    """
    colours = {shade.value: shade.colour for shade in class_shades(definition)}
    rows: List[Row] = []
    sentences: Dict[str, str] = {}
    index = in_language(definition.name)
    matrix = has_matrix(definition)
    for row in scores.to_dict("records"):
        place, score, kept = (_known(row[one]) for one in ("index_class", "score", "kept"))
        label = str(row["class_label"] or "–")
        if matrix and row["dynamics_label"]:
            label += f", {str(row['dynamics_label']).lower()}"
        cells = (
            Cell(str(row["name"])),
            Cell(label, place, str(row["note"] or "")),
            Cell("–" if score is None else number(score, 2), score),
            Cell("–" if kept is None else f"{number(100 * kept)} %", kept),
        )
        rows.append(Row(str(row["area_id"]), cells, "" if place is None else colours[int(place)]))
        sentences[str(row["area_id"])] = f"{index}: {label}"
    return AreaTable(
        subject=tr("{index} (trial)", index=index) if trial else index,
        period=period,
        note=tr("An index signals, it does not judge."),
        headings=(
            Heading(tr("Area"), numbers=False),
            Heading(tr("Status, dynamics") if matrix else tr("Class"), numbers=False),
            Heading(tr("Score"), tr("The index' value on its own scale")),
            Heading(tr("Certain"), tr("The share of runs in which the area keeps its class")),
        ),
        rows=tuple(rows),
        values={},
        sentences=sentences,
    )


def _known(found: Any) -> Optional[float]:
    if found is None or pd.isna(found):
        return None
    value = float(found)
    return None if math.isnan(value) else value

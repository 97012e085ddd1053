"""A monitor file as a municipality has it: ten months were never delivered, and education comes once a year, of two areas."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from geofa_sociodemografi.core.pipeline.adding import add_period
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.sources import TableSource
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.helpers import grid, inputs, persons
from tests.unit.invented_town import joined, people, slices

AREAS = tuple(grid(3, 2).areas["area_id"])
MONTHS = ("2025-01", "2025-12", "2026-01")
EDUCATION = [
    ("c0r0", "2023", "basic_education", 41.0, 400),
    ("c1r0", "2023", "basic_education", 44.0, 380),
    ("c0r0", "2024", "basic_education", 43.5, 400),
    ("c1r0", "2024", "basic_education", 44.5, 380),
]
_made = {}


def town(path: Path) -> Path:
    """The file at ``path``: the area sets ``grid``, which covers the town, and ``slices``."""
    if not _made:
        register = joined(*(people(seed, month) for seed, month in enumerate(MONTHS, 1)))
        figures = TableSource(
            "tal",
            pd.DataFrame(
                EDUCATION, columns=["area_code", "period", "indicator", "value", "denominator"]
            ),
        )
        given = inputs([grid(3, 2), slices()], [persons(**register)], figures=[figures])
        add_period(given, Choices(allow_fewer_years=True), MonitorFile(path), Silent(), "test")
        _made["file"] = path.read_bytes()
    path.write_bytes(_made["file"])
    return path

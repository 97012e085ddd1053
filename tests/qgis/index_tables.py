"""Tables of an invented town for the index's algorithms, and the rows they give back."""

from __future__ import annotations

import csv

import pytest
from geofa_sociodemografi.core.gis.host.compat import value
from qgis.core import QgsVectorLayer

from tests.qgis.inputs import rows as rows_of
from tests.unit.index_town import INDICATORS, observations


def rows(layer):
    """The rows with None for NULL."""
    return [{name: value(cell) for name, cell in row.items()} for row in rows_of(layer)]


def table(path, columns, *lines):
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(columns)
        writer.writerows(lines)
    return QgsVectorLayer(str(path), path.stem, "ogr")


@pytest.fixture
def wide(tmp_path):
    """The invented areas, one row each and period, with counts."""
    long = observations()
    lines = []
    for (period, area), part in long.groupby(["period", "area_id"]):
        by = part.set_index("indicator")
        lines.append(
            [area, period, 500]
            + [by.loc[i, c] for i in INDICATORS for c in ("value", "numerator", "denominator")]
        )
    return table(
        tmp_path / "areas.csv",
        ["area_id", "period", "population"]
        + [f"{i}{s}" for i in INDICATORS for s in ("", "_numerator", "_denominator")],
        *lines,
    )

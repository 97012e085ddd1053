"""Editions protected, published and audited through ``processing.run``."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException

from tests.qgis.edition_files import FILES
from tests.unit.invented_town import FEW_AREA, monitor


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return monitor(tmp_path_factory.mktemp("town") / "monitor.gpkg")


def test_the_three_algorithms(town, tmp_path, algorithm):
    own = shutil.copy(town, tmp_path / "monitor.gpkg")
    common = {"MONITOR": str(own), "PROFILE": "parter", "PERIOD": ""}
    protected = algorithm("protect", **common)
    rows = [
        dict(zip(protected["OUTPUT"].fields().names(), f.attributes()))
        for f in protected["OUTPUT"].getFeatures()
    ]
    assert protected["HIDDEN"] == sum(r["status"] == "hidden" for r in rows) > 0
    algorithm.outputs.update({"publishedition": (), "auditrelease": ()})
    made = algorithm(
        "publishedition",
        **common,
        INDICATOR="no_work",
        AREA_SET="grid",
        PURPOSE="p",
        FOLDER=str(tmp_path / "ud"),
    )
    assert {p.name for p in Path(made["FOLDER"]).iterdir()} == FILES
    table = Path(made["FOLDER"]) / "udgave.csv"
    audited = algorithm("auditrelease", MONITOR=str(own), PROFILE="parter", TABLE=str(table))
    assert audited["SHOWN"] > 0 and audited["GUARDED"] > 0
    text = table.read_text("utf-8-sig").splitlines()
    column = text[0].split(";").index("numerator")
    for row, line in enumerate(text):
        cells = line.split(";")
        if cells[0] == "grid" and cells[2] == FEW_AREA and cells[5] == "employed":
            cells[column], cells[column + 1] = "2", "3"
            text[row] = ";".join(cells)
    table.write_text("\r\n".join(text), "utf-8-sig")
    with pytest.raises(QgsProcessingException, match="numbers that must not be known"):
        algorithm("auditrelease", MONITOR=str(own), PROFILE="parter", TABLE=str(table))
    with pytest.raises(QgsProcessingException, match="does not hold"):
        algorithm(
            "publishedition",
            **common,
            INDICATOR="placements",
            PURPOSE="p",
            FOLDER=str(tmp_path / "ud"),
        )


def test_an_edition_is_published_in_a_folder_named_from_here(
    town, tmp_path, algorithm, monkeypatch
):
    """QGIS writes whole paths into a project, which the audit must know as the edition's own."""
    shutil.copy(town, tmp_path / "monitor.gpkg")
    monkeypatch.chdir(tmp_path)
    algorithm.outputs["publishedition"] = ()
    made = algorithm(
        "publishedition", MONITOR="monitor.gpkg", PROFILE="parter", PURPOSE="p", FOLDER="ud"
    )
    assert {p.name for p in (tmp_path / made["FOLDER"]).iterdir()} == FILES

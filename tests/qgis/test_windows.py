"""What a municipality does on Windows with its layers on the map: every file put in place under the sharing rules."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pandas as pd
import pytest
from geofa_sociodemografi.core import files, strays
from geofa_sociodemografi.core.catalogue.registers.kinds import register_kind
from geofa_sociodemografi.core.errors import InputError, StoreError
from geofa_sociodemografi.core.geofa.sending.receipt import RECEIPT_COLUMNS
from geofa_sociodemografi.core.gis.editions import unfinished
from geofa_sociodemografi.core.gis.jobs.start import example_area_sets
from geofa_sociodemografi.core.gis.maps.map_image import save_map_image
from geofa_sociodemografi.core.gis.maps.project_layers import extent_of
from geofa_sociodemografi.core.gis.sources.register_source import sources_of
from geofa_sociodemografi.core.gis.sources.table_layer import table_layer
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsProcessingException,
    QgsProject,
    QgsSettings,
    QgsVectorLayer,
)

from tests.qgis.inputs import GOOD, SQUARE, count, polygons, register
from tests.qgis.test_dock import (  # noqa: F401 (fixtures)
    NO_WRITE_AHEAD_LOG,
    compute,
    dock,
    load,
    made,
    wait,
)
from tests.unit.helpers import grid
from tests.windows import open_paths


@pytest.fixture
def impatient(monkeypatch):
    """No test waits for seconds."""
    monkeypatch.setattr(files, "WAITS", (0.01,) * 3)
    monkeypatch.setattr(files, "WAITS_OF_WINDOW", (0.01,) * 3)


def drawn():
    """Read every layer of the project as a map does: QGIS keeps open what it read by."""
    layers = list(QgsProject.instance().mapLayers().values())
    for layer in layers:
        extent_of(layer)
    return layers


def contents(folder):
    return {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def is_open(path):
    return str(path) in open_paths()


# -- the example ---------------------------------------------------------------------------------


def make_again(dock):  # noqa: F811
    dock.page("start").residents.setValue(1_000)
    dock.page("start").example.click()
    wait(lambda: not dock.session.busy)
    return dock.said[-1]


def test_the_example_is_made_again_while_its_monitor_file_is_on_the_map(made):  # noqa: F811
    load(made)
    compute(made)
    assert len(drawn()) > 3 and is_open(made.session.state.monitor)
    before = contents(made.page("start").folder)
    assert "ready: 1,000 residents" in make_again(made)
    after = contents(made.page("start").folder)
    assert set(before) == set(after) and all(
        before[p] != after[p] for p in before if p.parts[0] == "persons"
    )
    assert not [p for p in made.page("start").folder.parent.iterdir() if ".part-" in p.name]


def test_the_example_with_its_districts_on_the_map_stays_whole_and_says_what_to_do(made, impatient):  # noqa: F811
    districts = made.page("start").folder / "districts.gpkg"
    layer = QgsVectorLayer(f"{districts}|layername=boligomraader", "boliger", "ogr")
    QgsProject.instance().addMapLayer(layer)
    drawn()
    before = contents(made.page("start").folder)
    error = make_again(made)
    assert (
        isinstance(error, StoreError)
        and "districts.gpkg" in error.message
        and "left as it is" in error.message
    )
    assert (
        "Remove its layers from the project" in error.next_step
        and "another folder" in error.next_step
    )
    assert contents(made.page("start").folder) == before


def test_the_examples_areas_are_read_while_its_districts_are_held_open(example):
    """QGIS 3.22 cannot open a file again that others hold and that it has turned to a write-ahead log."""
    districts = Path(example.districts)
    held = [
        QgsVectorLayer(f"{districts}|layername={name}", name, "ogr")
        for name in ("boligomraader", "t_5713_prog_stat_dis", "t_5710_born_skole_dis")
    ]
    features = [layer.getFeatures() for layer in held]
    assert all(next(one).isValid() for one in features)
    for _ in range(2):
        assert len(example_area_sets(example, Silent())) == 3
    assert districts.read_bytes()[18:20] == NO_WRITE_AHEAD_LOG


# -- the monitor file ----------------------------------------------------------------------------


def test_a_monitor_file_shown_on_the_map_is_saved_again_and_again(made):  # noqa: F811
    load(made)
    compute(made)
    store = MonitorFile(made.session.state.monitor)
    shown = drawn()
    run = store.runs.newest()
    compute(made)
    assert store.runs.newest() == run + 1 and all(layer.isValid() for layer in shown)
    drawn()
    store.check_writable()
    store.receipts.save(pd.DataFrame([dict.fromkeys(RECEIPT_COLUMNS, "a")]))
    store.areas.save([store.areas.load(made.session.state.area_sets[0])])
    assert len(store.receipts.all()) == 1
    assert {p.name for p in store.path.parent.iterdir() if p.name.startswith(".")} == set()


def test_a_new_monitor_file_waits_for_a_scanner(tmp_path, monkeypatch):
    """On a disk without links, as a network drive is one."""
    real, refused = os.rename, []

    def refused_once(work, target):
        if not refused:
            refused.append(target)
            raise PermissionError(13, "held", str(target))
        real(work, target)

    def no_links(work, target):
        raise OSError(95, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(os, "rename", refused_once)
    MonitorFile(tmp_path / "ny.gpkg").areas.save([grid(2, 2)])
    assert refused and [p.name for p in tmp_path.iterdir()] == ["ny.gpkg"]


# -- what is read is closed ----------------------------------------------------------------------


def test_a_workbook_that_was_counted_can_be_saved_in_excel(algorithm, tmp_path):
    """Two handles stayed open after each run, until Python collected its garbage."""
    workbook, areas = tmp_path / "borgere.xlsx", polygons(SQUARE)
    pd.read_csv(register(tmp_path, GOOD), sep=";").to_excel(workbook, index=False)
    for _ in range(2):
        algorithm("countindicators", AREAS=areas, AREA_ID_FIELD="id", PERSONS=str(workbook))
        assert not is_open(workbook)
    workbook.replace(tmp_path / "gemt.xlsx")


def test_a_file_given_to_an_algorithm_is_let_go_of(algorithm, example, tmp_path):
    """QGIS would keep it open for a minute."""
    districts = Path(shutil.copy(example.districts, tmp_path / "d.gpkg"))
    count(algorithm, example, f"{districts}|layername=boligomraader")
    assert not is_open(districts)


@pytest.mark.parametrize("ending", ["csv", "xlsx", "gpkg"])
def test_a_small_table_is_read_and_closed(tmp_path, ending):
    path = tmp_path / f"historik.{ending}"
    table = pd.DataFrame(
        {"area": ["B01", "Æ2"], "year": [2020, 2021], "category": ["udsat", "ingen"]}
    )
    written(table, path)
    layer = table_layer(str(path))
    assert not is_open(path) and [f["area"] for f in layer.getFeatures()] == ["B01", "Æ2"]
    assert layer.sourceName() == str(path)
    path.unlink()


def written(table, path):
    """Write ``table`` as a stranger would."""
    if path.suffix == ".csv":
        table.to_csv(path, index=False)
    elif path.suffix == ".xlsx":
        table.to_excel(path, index=False)
    else:
        from osgeo import gdal

        table.to_csv(path.with_suffix(".txt.csv"), index=False)
        gdal.VectorTranslate(str(path), str(path.with_suffix(".txt.csv")))


def test_a_register_in_a_geopackage_is_closed_when_its_rows_are_read(tmp_path):
    path = tmp_path / "borgere.gpkg"
    written(
        pd.DataFrame({"x": [1.0] * 5, "y": [2.0] * 5, "age": [3] * 5, "period": ["2026-01"] * 5}),
        path,
    )
    (source,) = sources_of(str(path), QgsCoordinateTransformContext())
    kind = register_kind("persons")
    for _ in range(2):
        assert sum(len(piece) for _, piece in source.pieces({"age": "age"}, kind, Silent())) == 5
    half = source.pieces({"age": "age"}, kind, Silent())
    next(half)
    half.close()
    del source, half
    assert not is_open(path)


# -- what is written over ------------------------------------------------------------------------


def test_a_picture_that_is_shown_elsewhere_stays_whole_and_the_user_is_told(
    housing, tmp_path, impatient
):
    QgsProject.instance().addMapLayer(housing)
    path = tmp_path / "kort.png"

    def save():
        save_map_image(QgsProject.instance(), [housing], path, "t", "u", "k")

    save()
    before = path.read_bytes()
    with path.open("rb"), pytest.raises(StoreError) as refused:
        save()
    assert "kort.png" in refused.value.message and "open" in refused.value.next_step
    assert contents(tmp_path) == {Path("kort.png"): before}
    save()
    path = tmp_path / "ingen" / "kort.png"
    with pytest.raises(StoreError) as refused:
        save()
    assert "is not there" in refused.value.next_step


@pytest.mark.parametrize("ending", ["gpkg", "csv", "xlsx"])
def test_a_result_is_not_written_over_a_file_that_is_open(algorithm, tmp_path, impatient, ending):
    path = tmp_path / f"tal.{ending}"
    path.write_bytes(b"somebody's")
    given = {"AREAS": polygons(SQUARE), "AREA_ID_FIELD": "id", "PERSONS": register(tmp_path, GOOD)}
    with path.open("rb"), pytest.raises(QgsProcessingException) as refused:
        algorithm("countindicators", **given, OBSERVATIONS=str(path))
    said = str(refused.value)
    assert path.name in said and ("Excel" in said) == (ending != "gpkg") and "open" in said
    assert path.read_bytes() == b"somebody's"
    algorithm("countindicators", **given, OBSERVATIONS=str(path))
    assert path.read_bytes() != b"somebody's"


def test_a_table_open_in_excel_is_to_be_closed_there(tmp_path, monkeypatch):
    path = tmp_path / "historik.xlsx"
    path.write_bytes(b"no workbook")
    with pytest.raises(InputError, match="Choose a CSV file"):
        table_layer(str(path))

    def denied(name, *args, **kwargs):
        raise PermissionError(13, "Permission denied", str(name))

    monkeypatch.setattr("builtins.open", denied)
    with pytest.raises(InputError, match="probably Excel. Close it there"):
        table_layer(str(path))


# -- the next start ------------------------------------------------------------------------------


def test_the_next_start_ends_what_was_broken_off(tmp_path):
    import geofa_sociodemografi

    from tests.qgis.test_plugin import Iface

    stray = tmp_path / ".udgave-0123abcd"
    stray.mkdir()
    (stray / "udgave.gpkg").touch()
    for one in (stray / "udgave.gpkg", stray):
        os.utime(one, (time.time() - 2 * strays.SECONDS_KEPT,) * 2)
    QgsSettings().setValue(
        unfinished.KEY, str(tmp_path), QgsSettings.Section.Plugins
    )  # as read from an ini file
    plugin = geofa_sociodemografi.classFactory(Iface())
    plugin._tidy()
    wait(lambda: not unfinished.is_remembered(), 30)
    assert not list(tmp_path.iterdir())

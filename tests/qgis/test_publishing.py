"""Editions as files: everything written is opened again, and what is hidden is in no byte of it."""

from __future__ import annotations

import csv
import json
import re
import shutil
import sqlite3
import struct
import subprocess
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pytest
from geofa_sociodemografi.core.errors import InputError, StoreError
from geofa_sociodemografi.core.gis.editions import publishing
from geofa_sociodemografi.core.gis.editions.audit import Allowed, LeakError, audit_files
from geofa_sociodemografi.core.gis.editions.classes import class_breaks, shown_values
from geofa_sociodemografi.core.gis.editions.merging import merged, neighbours_of, suggestions
from geofa_sociodemografi.core.gis.editions.publishing import release, stage, subject_of
from geofa_sociodemografi.core.pipeline.protecting import prepare_edition
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.protection.certificate import NotSafeError
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from osgeo import ogr
from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsProject,
    QgsVectorLayer,
)

from tests.qgis.edition_files import FILES
from tests.unit.helpers import grid
from tests.unit.invented_town import CANARY_INCOME, CANARY_SHARE, FEW_AREA, LAST, monitor

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return monitor(tmp_path_factory.mktemp("town") / "monitor.gpkg")


@pytest.fixture(scope="module")
def prepared(town):
    return prepare_edition(town, "parter", "", "", Silent())


SCALES = {}


@pytest.fixture
def published(town, prepared, tmp_path, monkeypatch):
    """(prepared, subject, folder with the files) of an edition for the parties, its own copy of the monitor file.

    Whatever is written to the folder for temporary files while it is made lies in ``temporary``.
    """
    (tmp_path / "temporary").mkdir()
    for name in ("TMPDIR", "TMP", "TEMP"):
        monkeypatch.setenv(name, str(tmp_path / "temporary"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    own = shutil.copy(town, tmp_path / "monitor.gpkg")
    folder = tmp_path / "ud å"
    folder.mkdir()
    subject = subject_of(prepared, "no_work", "grid")
    told = []
    monkeypatch.setattr(publishing, "audit_files", lambda *a: told.append(a[-1]) or audit_files(*a))
    found = release(stage(prepared, folder, "dagsorden"), subject, own)
    SCALES[found.folder] = told[0]
    return prepared, subject, found.folder


def allowed(prepared):
    """Every number that the protected table shows."""
    table = prepared.edition.table
    return {
        round(float(n), 6)
        for name in ("numerator", "denominator", "value")
        for n in table[name].dropna()
    }


def test_an_edition_is_nine_files_and_nothing_else(published, town):
    _, _, folder = published
    assert {path.name for path in folder.rglob("*")} == FILES
    assert {path.name for path in folder.parent.iterdir()} == {folder.name}


def test_every_number_in_the_tables_is_the_editions(published):
    prepared, _, folder = published
    known = allowed(prepared)
    with sqlite3.connect(folder / "udgave.gpkg") as connection:
        names = [n for (n,) in connection.execute("SELECT table_name FROM gpkg_contents")]
        assert set(names) == {"grid", "slices", "tal"}
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
        for name in names:
            cursor = connection.execute(f'SELECT * FROM "{name}"')
            columns = [c[0] for c in cursor.description]
            for row in cursor:
                for column, value in zip(columns, row):
                    if isinstance(value, float):
                        assert round(value, 6) in known, (name, column)
    with (folder / "udgave.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            for column in ("numerator", "denominator", "value"):
                assert not row[column] or round(float(row[column].replace(",", ".")), 6) in known
            assert row["status"] != "Hidden for disclosure control" or not row["value"]
    sheets = pd.read_excel(folder / "udgave.xlsx", sheet_name=None, header=None)
    assert len(sheets) == 2
    for value in next(iter(sheets.values())).to_numpy().ravel():
        assert not isinstance(value, float) or value != value or round(value, 6) in known
    with zipfile.ZipFile(folder / "udgave.xlsx") as archive:
        assert not [
            n for n in archive.namelist() if "pivot" in n or "external" in n or "comments" in n
        ]


def test_every_number_in_report_and_map_is_the_editions(published):
    """The text of the PDFs as a reader extracts it: areas' names hold none, so a number is a figure or a heading."""
    prepared, subject, folder = published
    certificate = json.loads((folder / "certifikat.json").read_text(encoding="utf-8"))
    words = (folder / "certifikat.txt").read_text(encoding="utf-8")
    told = set(NUMBER.findall(words)) | set(NUMBER.findall(str(certificate["certificate"])))
    told |= {f"{n:g}" for n in allowed(prepared)} | {f"{n:,.0f}" for n in allowed(prepared)}
    told |= {f"{b:g}" for b in class_breaks(shown_values(prepared.edition, subject))}
    told |= {"2026", "64", "18"} | set(NUMBER.findall(" ".join(prepared.names.values())))
    for name in ("kort.pdf", "rapport.pdf"):
        done = subprocess.run(
            ["pdftotext", "-layout", str(folder / name), "-"],
            capture_output=True,
            text=True,
            check=True,
        )
        assert "Hidden for disclosure control" in done.stdout
        for line in done.stdout.splitlines():
            if re.search(r"\b(km|m)\s*$", line):  # the scale bar
                continue
            for area in prepared.area_sets["grid"].area_ids:
                line = line.replace(area, "")
            assert set(NUMBER.findall(line)) <= told, line


@pytest.fixture
def logged():
    """Everything said in QGIS' message log meanwhile."""
    said = []
    log = QgsApplication.messageLog()

    def keep(text, tag, level):
        said.append(f"{tag}: {text}")

    log.messageReceived.connect(keep)
    yield said
    log.messageReceived.disconnect(keep)


def test_what_is_hidden_is_in_no_byte_under_output_temp_or_profile_nor_logged(
    logged, published, tmp_path, capfd
):
    """Canaries: an income and a share that only hidden figures have, as text and as binary."""
    prepared, _, folder = published
    out, err = capfd.readouterr()
    (tmp_path / "temporary" / "log").write_text("\n".join([*logged, out, err]), encoding="utf-8")
    hidden_share = 4 * CANARY_SHARE
    internal = prepare_edition(tmp_path / "monitor.gpkg", "intern", "", "", Silent()).edition.table
    values = set(internal["value"].round(6)) | set(internal["numerator"].round(6))
    assert {CANARY_INCOME, round(hidden_share, 6)} <= values, "the canaries are not in the input"
    texts = ["271828", "271.828", "271,828", "2.8731", "2,8731", "2.9 ", "0.7182"]
    needles = [t.encode() for t in texts] + [t.encode("utf-16-le") for t in texts]
    for value in (
        CANARY_INCOME,
        3 * CANARY_INCOME,
        hidden_share,
        CANARY_SHARE,
        100 * hidden_share / 120,
    ):
        needles += [struct.pack("<d", value), struct.pack(">d", value)]
    looked_at = 0
    for place in (folder, tmp_path / "temporary", Path(QgsApplication.qgisSettingsDirPath())):
        for path in [p for p in place.rglob("*") if p.is_file()]:
            content = path.read_bytes()
            if path.suffix in (".qgz", ".xlsx"):
                with zipfile.ZipFile(path) as archive:
                    content += b"".join(archive.read(n) for n in archive.namelist())
            looked_at += 1
            for needle in needles:
                assert needle not in content, (path.name, needle)
    assert looked_at > len(FILES) and not list(tmp_path.glob("*-wal")) + list(
        tmp_path.glob("*-shm")
    )


def test_the_project_shows_the_editions_own_file(published):
    prepared, subject, folder = published
    moved = folder.rename(folder.parent / "flyttet")
    project = QgsProject.instance()
    assert project.read(str(moved / "udgave.qgz"))
    layer = next(iter(project.mapLayers().values()))
    assert (
        layer.isValid()
        and layer.featureCount() == 6
        and Path(layer.source().split("|")[0]).parent == moved
    )
    texts = [item.label() for item in layer.renderer().legendSymbolItems()]
    assert texts.count("Hidden for disclosure control") == 1
    few = next(f for f in layer.getFeatures() if f["area_id"] == FEW_AREA)
    assert few["no_work_status"] == "Hidden for disclosure control" and not few["no_work"]
    assert project.layoutManager().printLayouts()
    assert project.viewSettings().defaultViewExtent().contains(layer.extent()), (
        "it opens where the areas are"
    )


def test_the_project_opens_at_its_areas_and_speaks_the_readers_words(published):
    """As the file says it: the window's map, title, legend, names of columns, and tips."""
    prepared, subject, folder = published
    with zipfile.ZipFile(folder / "udgave.qgz") as archive:
        name = next(one for one in archive.namelist() if one.endswith(".qgs"))
        written = ElementTree.fromstring(archive.read(name))
    window = next(one for one in written.iter("mapcanvas") if one.get("name") == "theMapCanvas")
    box = [float(window.find(f"extent/{side}").text) for side in ("xmin", "ymin", "xmax", "ymax")]
    source = ogr.Open(str(folder / "udgave.gpkg"))
    shape = source.GetLayerByName("grid").GetExtent()
    assert box[0] < shape[0] and box[1] < shape[2] and box[2] > shape[1] and box[3] > shape[3]
    assert box[2] - box[0] < 2.5 * (shape[1] - shape[0])
    layer = next(one for one in written.iter("maplayer"))
    aliases = {one.get("field"): one.get("name") for one in layer.iter("alias")}
    assert aliases["no_work"].endswith("(percent)") and aliases["name"] == "Name"
    assert all(alias for field, alias in aliases.items() if field not in ("fid", "ogc_fid"))
    assert layer.find("layername").text.endswith("(percent)")
    project = QgsProject.instance()
    assert project.read(str(folder / "udgave.qgz"))
    shown = next(iter(project.mapLayers().values()))
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(shown))
    tips = {}
    for feature in shown.getFeatures():
        context.setFeature(feature)
        tips[feature["area_id"]] = QgsExpression.replaceExpressionText(
            shown.mapTipTemplate(), context
        )
    assert "Hidden for disclosure control" in tips[FEW_AREA]
    told = next(f for f in shown.getFeatures() if f["no_work"])
    assert f"{told['no_work']:.1f} %" in tips[told["area_id"]].replace(",", ".")


LEAKS = {
    "udgave.csv": lambda path: path.write_text(
        path.read_text("utf-8-sig") + "grid;g;c;n;2026-01;x;y;7;7;7;z;Vist\r\n", "utf-8-sig"
    ),
    "udgave.gpkg": lambda path: put(path, "grid", "no_work", 2.8731),
    "kort.svg": lambda path: path.write_text(
        path.read_text("utf-8").replace("</svg>", "<text>4711</text></svg>"), "utf-8"
    ),
    "certifikat.json": lambda path: path.write_text(
        path.read_text("utf-8").replace('"passed"', '"3"'), "utf-8"
    ),
    "udgave.gpkg-wal": lambda path: path.write_bytes(b"journal"),
}


def put(path, table, field, value):
    """Write ``value`` into the last row of a layer."""
    source = ogr.Open(str(path), 1)
    layer = source.GetLayerByName(table)
    feature = list(layer)[-1]
    feature[field] = value
    layer.SetFeature(feature)


@pytest.mark.parametrize("name", list(LEAKS))
def test_a_file_that_tells_more_stops_the_release(published, name):
    prepared, subject, folder = published
    certificate = json.loads((folder / "certifikat.json").read_text(encoding="utf-8"))
    content = publishing.Content(prepared.edition, prepared.area_sets, certificate)
    scale = SCALES[folder]
    audit_files(content, subject, folder, scale)
    LEAKS[name](folder / name)
    with pytest.raises(LeakError, match=name):
        audit_files(content, subject, folder, scale)


def test_a_cell_that_is_no_one_number_is_a_leak_and_no_crash(published):
    """Digits with several points are a date or a version, and none of the edition's figures."""
    prepared, _, folder = published
    certificate = json.loads((folder / "certifikat.json").read_text(encoding="utf-8"))
    allowed = Allowed(publishing.Content(prepared.edition, prepared.area_sets, certificate))
    assert allowed.cell(f"{next(iter(allowed.numbers))}")
    assert not allowed.cell("12.5.3") and not allowed.cell("1.234,5")


def test_a_hidden_sheet_or_a_class_limit_of_the_true_values_is_found(published):
    prepared, subject, folder = published
    certificate = json.loads((folder / "certifikat.json").read_text(encoding="utf-8"))
    content = publishing.Content(prepared.edition, prepared.area_sets, certificate)
    scale = SCALES[folder]
    from openpyxl import load_workbook

    book = load_workbook(folder / "udgave.xlsx")
    sheet = book.create_sheet("skjult")
    sheet.sheet_state = "hidden"
    sheet["A1"] = 2.8731
    kept = (folder / "udgave.xlsx").read_bytes()
    book.save(folder / "udgave.xlsx")
    with pytest.raises(LeakError, match="udgave.xlsx"):
        audit_files(content, subject, folder, scale)
    (folder / "udgave.xlsx").write_bytes(kept)
    with zipfile.ZipFile(folder / "udgave.qgz") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(folder / "udgave.qgz", "w") as archive:
        for name, part in parts.items():
            archive.writestr(
                name, part.replace(b"&quot;no_work&quot; >= ", b"&quot;no_work&quot; >= 2.8731")
            )
    with pytest.raises(LeakError, match="udgave.qgz"):
        audit_files(content, subject, folder, scale)


def test_the_ledger_keeps_what_was_released_and_binds_the_next(published, tmp_path):
    prepared, _, folder = published
    kept = MonitorFile(tmp_path / "monitor.gpkg").ledger.releases()
    assert kept.about["place"].tolist() == [folder.name] and kept.about["purpose"].tolist() == [
        "dagsorden"
    ]
    assert len(kept.cells) == len(prepared.edition.table)
    assert kept.cells[kept.cells["status"] == "hidden"][["numerator", "value"]].isna().all().all()
    again = prepare_edition(tmp_path / "monitor.gpkg", "parter", "", "", Silent()).edition
    assert again.releases == tuple(kept.ids)


@pytest.mark.parametrize("broken", ["write_map_and_report", "audit_files", "os.replace"])
def test_a_release_that_fails_leaves_neither_file_nor_entry(
    town, prepared, tmp_path, monkeypatch, broken
):
    def fail(*_):
        raise OSError("no room")

    own = shutil.copy(town, tmp_path / "monitor.gpkg")
    folder = tmp_path / "ud"
    folder.mkdir()
    staged = stage(prepared, folder, "p")
    monkeypatch.setattr(publishing.os if "." in broken else publishing, broken.split(".")[-1], fail)
    with pytest.raises(StoreError):
        release(staged, subject_of(prepared), own)
    monkeypatch.undo()
    assert not list(folder.iterdir()) and MonitorFile(own).ledger.releases().ids == []


def test_the_internal_edition_is_never_written(town, tmp_path):
    internal = prepare_edition(town, "intern", "", "", Silent())
    with pytest.raises(NotSafeError):
        stage(internal, tmp_path, "p")
    assert not list(tmp_path.iterdir())
    with pytest.raises(InputError, match="does not exist"):
        stage(internal, tmp_path / "borte", "p")


def test_small_areas_get_neighbours_and_a_merged_area_set(prepared):
    areas = grid(3, 2)
    around = neighbours_of(areas, Silent())
    assert around["c0r0"] == {"c1r0", "c0r1"} and around["c1r1"] == {"c0r1", "c2r1", "c1r0"}
    groups = suggestions(prepared, "grid", Silent())
    assert groups == [frozenset({"c1r1", "c2r1"})]
    made = merged(areas, groups)
    assert (
        made.area_ids == ["c0r0", "c1r0", "c2r0", "c0r1", "c1r1+c2r1"] and made.id == "grid-samlet"
    )


def test_the_written_layers_open_in_qgis(published):
    _, _, folder = published
    layer = QgsVectorLayer(f"{folder / 'udgave.gpkg'}|layername=slices", "s", "ogr")
    assert (
        layer.isValid()
        and layer.featureCount() == 3
        and {f["period"] for f in layer.getFeatures()} == {LAST}
    )

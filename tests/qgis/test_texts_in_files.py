"""Names and answers from outside are texts in what is written: editions, tables of Processing, the picture of the map."""

from __future__ import annotations

import csv
import json
import re
import shutil
import zipfile
from dataclasses import replace

import pytest
from geofa_sociodemografi.core.areas.area_set import make_area_set
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.gis.editions import publishing
from geofa_sociodemografi.core.gis.editions.audit import LeakError, audit_files
from geofa_sociodemografi.core.gis.editions.publishing import release, stage, subject_of
from geofa_sociodemografi.core.gis.editions.tables import Content
from geofa_sociodemografi.core.pipeline.protecting import prepare_edition
from geofa_sociodemografi.core.progress import Silent
from qgis.core import (
    QgsProject,
    QgsVectorLayer,
)

from tests.qgis.test_texts_from_outside import TEXTS, polygon_layer
from tests.unit.invented_town import monitor

# -- files of an edition ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return monitor(tmp_path_factory.mktemp("town") / "monitor.gpkg")


@pytest.fixture(scope="module")
def plain_edition(town):
    return prepare_edition(town, "parter", "", "", Silent())


def named(prepared, texts):
    """``prepared`` with ``texts`` as the names of its areas, area sets and indicators."""
    sets, at = {}, 0
    for identifier, area_set in prepared.area_sets.items():
        table = area_set.areas.copy()
        table["name"] = [texts[(at + n) % len(texts)] for n in range(len(table))]
        at += len(table)
        sets[identifier] = make_area_set(identifier, texts[at % len(texts)], area_set.kind, table)
    indicators = [
        replace(one, name={"da": texts[n % len(texts)], "en": texts[n % len(texts)]})
        for n, one in enumerate(prepared.edition.indicators)
    ]
    return replace(
        prepared, area_sets=sets, edition=replace(prepared.edition, indicators=indicators)
    )


SCALES = []


def published(prepared, town, folder):
    """Where the edition lies; what its scale bar says is in ``SCALES``."""
    own = shutil.copy(town, folder / "monitor.gpkg")
    (folder / "ud").mkdir()
    return release(
        stage(prepared, folder / "ud", "p"), subject_of(prepared, "no_work", "grid"), own
    ).folder


STRANGE = ("\t=1+1", "\r=2", "to\nlinjer", "\u00a0=1", "\uff1d1", "  -1", "x\x01y")


@pytest.mark.parametrize("turn", range(5))
@pytest.mark.parametrize("writer", ["openpyxl", "GDAL"])
def test_an_edition_of_such_names_is_published_with_every_text_a_text(
    plain_edition, town, tmp_path, monkeypatch, writer, turn
):
    import sys

    if writer == "GDAL":
        monkeypatch.setitem(sys.modules, "openpyxl", None)
    texts = (TEXTS + STRANGE)[turn * 5 :] + (TEXTS + STRANGE)[: turn * 5]
    prepared = named(plain_edition, texts)
    folder = published(prepared, town, tmp_path)
    monkeypatch.undo()
    names = {n for s in prepared.area_sets.values() for n in s.areas["name"]}
    with (folder / "udgave.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    for row in rows:
        for column in ("name", "area_set_name", "indicator_name"):
            assert (
                row[column][:1] not in "=+-@\t\r\uff1d" and row[column].lstrip()[:1] not in "=+-@"
            )
    stripped = {
        row["name"][1:] if row["name"][:2] in ("'=", "'+", "'-", "'@", "''") else row["name"]
        for row in rows
    }
    assert {n for n in names if n in TEXTS} <= stripped
    with zipfile.ZipFile(folder / "udgave.xlsx") as archive:
        for part in archive.namelist():
            if part.startswith("xl/worksheets/"):
                assert not re.search(rb"<f[ >/]", archive.read(part)), "a formula"
    from openpyxl import load_workbook

    sheet = load_workbook(folder / "udgave.xlsx").worksheets[0]
    cells = [cell for line in sheet.iter_rows(min_row=2) for cell in line if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert {n for n in names if n in TEXTS} <= {cell.value for cell in cells}
    assert (
        all(cell.quotePrefix for cell in cells if str(cell.value).startswith("="))
        or writer == "GDAL"
    )
    layer = QgsVectorLayer(f"{folder / 'udgave.gpkg'}|layername=grid", "g", "ogr")
    assert {f["name"] for f in layer.getFeatures()} == set(prepared.area_sets["grid"].areas["name"])
    assert "apostrophe" in (folder / "certifikat.txt").read_text(encoding="utf-8")
    project = QgsProject.instance()
    assert project.read(str(folder / "udgave.qgz"))
    assert "&lt;" in next(iter(project.mapLayers().values())).mapTipTemplate()


@pytest.mark.parametrize("turn", range(3))
def test_ids_of_such_texts_go_the_whole_way(tmp_path, turn):
    """Areas and area sets whose ids are what a layer says: counted, protected, published, selected."""
    from geofa_sociodemografi.core.gis.maps.project_layers import area_expression
    from geofa_sociodemografi.core.pipeline.auditing import _read

    from tests.unit.helpers import grid

    ids = [text for text in TEXTS if "|" not in text][turn * 5 :] + list(TEXTS[: turn * 5])
    squares = grid(3, 2)
    table = squares.areas.assign(area_id=ids[:6], name=ids[:6])
    identifier = ids[6].replace("|", " ")
    town = monitor(
        tmp_path / "monitor.gpkg", area_sets=[make_area_set(identifier, ids[6], "partition", table)]
    )
    prepared = prepare_edition(town, "parter", "", "", Silent())
    (tmp_path / "ud").mkdir()
    folder = release(
        stage(prepared, tmp_path / "ud", "p"), subject_of(prepared, "no_work", identifier), town
    ).folder
    project = QgsProject.instance()
    assert project.read(str(folder / "udgave.qgz"))
    (layer,) = project.mapLayers().values()
    assert layer.isValid() and {feature["area_id"] for feature in layer.getFeatures()} == set(
        ids[:6]
    )
    for area in ids[:6]:
        layer.selectByExpression(area_expression(area))
        assert [feature["area_id"] for feature in layer.selectedFeatures()] == [area]
    audited = _read(folder / "udgave.csv")[0]
    assert set(audited["area_id"]) == {*ids[:6], ""} and identifier in set(audited["area_set"])


def test_a_cell_that_would_be_computed_stops_the_release(
    plain_edition, town, tmp_path, monkeypatch
):
    from openpyxl import load_workbook

    monkeypatch.setattr(
        publishing, "audit_files", lambda *a: SCALES.append(a[-1]) or audit_files(*a)
    )
    folder = published(plain_edition, town, tmp_path)
    content = Content(
        plain_edition.edition,
        plain_edition.area_sets,
        json.loads((folder / "certifikat.json").read_text(encoding="utf-8")),
    )
    subject, scale = subject_of(plain_edition, "no_work", "grid"), SCALES[-1]
    audit_files(content, subject, folder, scale)
    whole = (folder / "udgave.csv").read_bytes()
    (folder / "udgave.csv").write_bytes(whole.replace(b"c0r0", b"=c0r0"))
    with pytest.raises(LeakError, match="udgave.csv"):
        audit_files(content, subject, folder, scale)
    (folder / "udgave.csv").write_bytes(whole)
    book = load_workbook(folder / "udgave.xlsx")
    book.worksheets[1]["A40"] = "=1+1"
    book.save(folder / "udgave.xlsx")
    with pytest.raises(LeakError, match="udgave.xlsx"):
        audit_files(content, subject, folder, scale)


def test_the_table_of_an_edition_is_read_back_without_its_marks(tmp_path):
    from geofa_sociodemografi.core.pipeline.auditing import _read

    path = tmp_path / "udgave.csv"
    path.write_text(
        "area_set;area_id;period;indicator;numerator;denominator;value\n'-sæt;'=1;2026-01;no_work;-1;5;2\n",
        encoding="utf-8-sig",
    )
    table, _ = _read(path)
    assert table.iloc[0].tolist() == ["-sæt", "=1", "2026-01", "no_work", "-1", "5", "2"]


# -- a layer without a heading ---------------------------------------------------------------------


def test_a_layer_without_a_heading_tells_nothing_of_the_person_in_it(tmp_path, algorithm, housing):
    from geofa_sociodemografi.core.gis.sources.register_source import sources_of
    from qgis.core import QgsCoordinateTransformContext, QgsProcessingException

    rows = [
        "010170-1234;Anna Opfundet;Nørregade 12;k",
        "020280-4321;Bo Opfundet;Sdr. Boulevard 4;m",
    ]
    (tmp_path / "borgere.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    source = (
        tmp_path / "borgere.csv"
    ).as_uri() + "?type=csv&delimiter=;&useHeader=Yes&geomType=none&encoding=UTF-8"
    for layer in (
        QgsVectorLayer(source, "borgere", "delimitedtext"),
        QgsVectorLayer(str(tmp_path / "borgere.csv"), "borgere", "ogr"),
    ):
        assert layer.isValid()
        with pytest.raises(InputError) as error:
            sources_of(layer, QgsCoordinateTransformContext())
        for call, more in (
            ("countindicators", {"AREAS": housing, "AREA_ID_FIELD": "noegle", "PERSONS": layer}),
            ("stylerisk", {"INPUT": layer, "FIELD": "risk_level"}),
        ):
            with pytest.raises(QgsProcessingException) as refused:
                algorithm(call, **more)
            said = f"{error.value} {refused.value} {' '.join(algorithm.said)}"
            assert not [
                part for part in ("010170", "1234", "Opfundet", "Nørregade") if part in said
            ], said


# -- tables of Processing --------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "ods", "gpkg"])
def test_a_table_that_processing_writes_keeps_its_texts(tmp_path, suffix):
    """The audit of districts writes the names it is given; the example's areas with names of TEXTS."""
    import pandas as pd
    from geofa_sociodemografi.core.gis.sources.workbook_cells import read_cells
    from geofa_sociodemografi.core.processing.base import SociodemografiAlgorithm
    from geofa_sociodemografi.core.processing.tables import write_table
    from qgis.core import QgsProcessingContext, QgsProcessingParameterFeatureSink

    class Writes(SociodemografiAlgorithm):
        ID = "writes"

        def displayName(self):
            return "w"

        def initAlgorithm(self, configuration=None):
            self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", "o"))

        def compute(self, parameters, context, feedback):
            texts = [*TEXTS, "of:=1+1"]
            return {
                "OUTPUT": write_table(
                    self,
                    parameters,
                    "OUTPUT",
                    context,
                    pd.DataFrame({"navn": texts, "tal": range(len(texts))}),
                )
            }

    import processing

    path = tmp_path / f"ud.{suffix}"
    processing.run(Writes(), {"OUTPUT": str(path)}, context=QgsProcessingContext())
    if suffix == "csv":
        with path.open(encoding="utf-8", newline="") as file:
            cells = [row["navn"] for row in csv.DictReader(file)]
        assert not [cell for cell in cells if cell[:1] in "=+-@"]
        assert [
            cell[1:] if cell[:2] in ("'=", "'+", "'-", "'@", "''") else cell for cell in cells
        ] == [*TEXTS, "of:=1+1"]
    elif suffix == "xlsx":
        (sheet,) = read_cells(path).values()
        assert [row[0] for _, row in sheet[1:]] == [*TEXTS, "of:=1+1"]
        with zipfile.ZipFile(path) as archive:
            assert b"<f" not in archive.read("xl/worksheets/sheet1.xml")
    elif suffix == "ods":
        with zipfile.ZipFile(path) as archive:
            assert b"table:formula" not in archive.read("content.xml")
    else:
        layer = QgsVectorLayer(str(path), "x", "ogr")
        assert [feature["navn"] for feature in layer.getFeatures()] == [*TEXTS, "of:=1+1"]


# -- the picture of the map ------------------------------------------------------------------------


def test_a_picture_of_unprotected_figures_says_so_across_its_foot(tmp_path):
    from geofa_sociodemografi.core.gis.maps.map_image import EDITION, mark_of, save_map_image
    from geofa_sociodemografi.core.gis.maps.project_layers import ROLE, ROLE_AREAS
    from qgis.PyQt.QtGui import QColor, QImage

    internal, edition, other, outlines = (polygon_layer("x") for _ in range(4))
    edition.setCustomProperty(EDITION, "Offentlig udgave, januar 2026")
    other.setCustomProperty(EDITION, "Udgave for parter, januar 2026")
    outlines.setCustomProperty(ROLE, ROLE_AREAS)
    said = "Internal – must not leave the municipality"
    assert mark_of([internal, outlines]) == mark_of([internal, edition]) == mark_of([]) == said
    assert (
        mark_of([edition, outlines]) == "Offentlig udgave, januar 2026"
        and mark_of([edition, other]) == said
    )
    save_map_image(
        QgsProject.instance(), [internal, outlines], tmp_path / "kort.png", "t", "u", "kilde"
    )
    picture = QImage(str(tmp_path / "kort.png"))
    row = int(picture.height() * 203.6 / 210)
    dark = sum(picture.pixelColor(x, row).lightness() < 60 for x in range(picture.width()))
    assert dark == picture.width(), "the mark does not go from edge to edge"
    letters = sum(
        picture.pixelColor(x, y).lightness() > 200
        for y in range(row, int(picture.height() * 209 / 210))
        for x in range(picture.width() // 4, 3 * picture.width() // 4)
    )
    assert letters > 500 and picture.pixelColor(5, row) == QColor("#262626")


def test_the_editions_own_layer_says_which_edition_it_is(plain_edition, town, tmp_path):
    from geofa_sociodemografi.core.gis.maps.map_image import mark_of

    folder = published(plain_edition, town, tmp_path)
    project = QgsProject.instance()
    assert project.read(str(folder / "udgave.qgz"))
    assert mark_of(list(project.mapLayers().values())) == "Municipal parties edition, January 2026"

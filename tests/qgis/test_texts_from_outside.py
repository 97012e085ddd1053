"""Names and answers from outside are shown as written by the real parts of QGIS: bar, log, tips, labels, layouts, files."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import threading
import time
import unicodedata
import zipfile
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from geofa_sociodemografi.core import pipeline
from geofa_sociodemografi.core.areas.area_set import make_area_set
from geofa_sociodemografi.core.errors import InputError, ServiceError
from geofa_sociodemografi.core.gis import publishing
from geofa_sociodemografi.core.gis.edition_audit import LeakError, audit_files
from geofa_sociodemografi.core.gis.edition_tables import Content
from geofa_sociodemografi.core.gis.map_image import map_layout
from geofa_sociodemografi.core.gis.publishing import release, stage, subject_of
from geofa_sociodemografi.core.gis.style import map_tip, style_risk, tip_as_text
from geofa_sociodemografi.core.progress import Silent
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsLayoutExporter,
    QgsMessageLog,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMapTip, QgsMessageBar, QgsMessageLogViewer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QTextDocument
from qgis.PyQt.QtWidgets import QApplication, QPlainTextEdit, QTextBrowser

from tests.unit.invented_town import monitor

TEXTS = (
    '=HYPERLINK("http://127.0.0.1:9/","her")', '=WEBSERVICE("http://127.0.0.1:9/")', "+cmd|' /C calc'!A0", "@SUM(A1:A9)",
    "-1+1", '<img src="file:///etc/hostname">', "<script>document.title='x'</script>", "<b>fed</b>", "[% 1+1 %]",
    "[% @project_path %]", '@var "name"', "&amp; &lt;b&gt;", "{0} {name} %1", "'apostrof", "$x^2$", "a|b", "Å & Ø",
)


def pump(condition=lambda: False, seconds=1.0):
    """Let events run until ``condition`` holds or the time is over."""
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)


def seen(html_or_text):
    """What a widget that guesses shows of it."""
    document = QTextDocument()
    if Qt.mightBeRichText(html_or_text):
        document.setHtml(html_or_text)
    else:
        document.setPlainText(html_or_text)
    assert "<img" not in document.toHtml()
    return document.toPlainText()


# -- bar, log, labels, tips ------------------------------------------------------------------------


@pytest.mark.parametrize("text", TEXTS)
def test_the_message_bar_and_the_log_show_a_servers_answer_as_written(text):
    from geofa_sociodemografi.ui.messages import show_error, show_result

    bar, log = QgsMessageBar(), QgsMessageLogViewer()
    said = f"Serveren svarede {text}"
    for show in (lambda: show_error(bar, ServiceError(said, "Prøv igen.", text)), lambda: show_result(bar, said, [text])):
        item = show()
        (browser,) = item.findChildren(QTextBrowser)
        assert browser.toPlainText() == said and "<img" not in browser.document().toHtml()
        assert text in seen(item.toolTip()) or not item.toolTip()
    pump(seconds=0.05)
    logged = "\n".join(pane.toPlainText() for pane in log.findChildren(QPlainTextEdit))
    assert said in logged and logged.count(text) >= 3


def test_the_log_would_show_html_and_the_bar_would_draw_a_picture():
    """The oracle: without care QGIS does both."""
    bar, log = QgsMessageBar(), QgsMessageLogViewer()
    item = bar.createMessage("", 'x <img src="file:///etc/hostname">')
    assert "<img" in item.findChildren(QTextBrowser)[0].document().toHtml() if bar.pushWidget(item) else False
    QgsMessageLog.logMessage("x <b>fed</b>", "A")
    pump(seconds=0.05)
    assert "x fed" in "\n".join(pane.toPlainText() for pane in log.findChildren(QPlainTextEdit))


@pytest.mark.parametrize("text", TEXTS)
def test_labels_tips_cards_and_questions_show_names_as_written(text, monkeypatch):
    from geofa_sociodemografi.ui import plain
    from geofa_sociodemografi.ui.area_card import card_html
    from geofa_sociodemografi.ui.area_list import AreaList
    from geofa_sociodemografi.ui.findings_table import FindingsTable
    from qgis.PyQt.QtWidgets import QMessageBox, QPushButton, QTreeWidgetItem

    label = plain.plain_label(text)
    assert label.textFormat() == Qt.TextFormat.PlainText and label.text() == text
    button, item = QPushButton(), QTreeWidgetItem(["x"])
    plain.set_tip(button, text)
    plain.set_tip(item, text, 0)
    assert seen(button.toolTip()) == seen(item.toolTip(0)) == text
    asked = []
    for name in ("question", "warning", "information"):
        monkeypatch.setattr(QMessageBox, name, lambda *a: asked.append(a[2]))
    plain.ask(None, "t", text, None)
    plain.tell(None, "t", text, grave=True)
    assert [seen(one) for one in asked] == [text, text]
    card = QTextDocument()
    card.setHtml(card_html({"name": text, "period": "2026-01", "label": text, "note": text, "rule_set": "2021"}))
    assert card.toPlainText().count(text) == 3
    areas = AreaList()
    areas.show_areas({text: [text]}, {text: text})
    card.setHtml(areas.text())
    assert card.toPlainText().splitlines() == [text, text]
    table = FindingsTable()
    table.show_checks([type("Check", (), {"severity": "error", "text": text, "next_step": text, "file": text, "rows": 1,
                                          "register": "persons"})])
    assert seen(table.item(0, 0).toolTip()) == "\n".join([text] * 3)


def test_no_label_of_the_panel_guesses():
    from geofa_sociodemografi.ui.dock import SociodemografiDock
    from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QWidget

    dock = SociodemografiDock()
    headings = []  # what stands beside a field is the plugin's own text
    for form in dock.findChildren(QFormLayout):
        for row in range(form.rowCount()):
            item = form.itemAt(row, QFormLayout.ItemRole.LabelRole)
            headings += [item.widget()] if item is not None else []
    ours = [label for label in dock.findChildren(QLabel) if label not in headings and isinstance(
        label.parent(), QWidget) and type(label.parent()).__name__ not in ("QMessageBar", "QgsMessageBar", "QSpinBox")]
    guessing = [label.text() for label in ours if label.textFormat() == Qt.TextFormat.AutoText and label.text()]
    assert len(ours) > 20 and guessing == []
    dock.disconnect_project()


# -- map tips --------------------------------------------------------------------------------------


@pytest.fixture
def stranger():
    """A server on loopback that counts who comes."""
    came = []

    class Listen(BaseHTTPRequestHandler):
        def do_GET(self):
            came.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Listen)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", came
    server.shutdown()
    server.server_close()


def polygon_layer(name, fields="field=name:string&field=label:string&field=risk_level:string"):
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:25832&{fields}", "Områder", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes([name] * layer.fields().count())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(500_000, 6_200_000, 500_100, 6_200_100)))
    layer.dataProvider().addFeatures([feature])
    return layer


def show_tip(layer):
    """QGIS' own map tip of the layer's feature; returns the widget, which must be kept."""
    QgsProject.instance().addMapLayer(layer)
    canvas = QgsMapCanvas()
    canvas.resize(200, 200)
    canvas.setDestinationCrs(layer.crs())
    canvas.setLayers([layer])
    canvas.setExtent(QgsRectangle(500_000, 6_200_000, 500_100, 6_200_100))
    canvas.show()
    tip = QgsMapTip()
    tip.showMapTip(layer, QgsPointXY(500_050, 6_200_050), QPoint(100, 100), canvas)
    return canvas, tip


def test_a_name_with_a_script_reaches_nobody_from_the_map_tip(stranger):
    address, came = stranger
    name = f"<script>document.location='{address}/script'</script><img src='{address}/picture'>"
    raw = polygon_layer(name)
    kept = [show_tip(raw)]
    pump(lambda: bool(came), 20)
    assert came, "the oracle does not see what QGIS' own tip does"
    kept[0][1].clear(kept[0][0])
    pump(seconds=0.5)
    came.clear()
    for dress in (lambda layer: style_risk(layer, "risk_level"), tip_as_text):
        layer = polygon_layer(name)
        dress(layer)
        kept.append(show_tip(layer))
        pump(seconds=1.0)
    assert came == []


def tip_of(layer, text):
    feature = next(layer.getFeatures())
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    shown = QTextDocument()
    shown.setHtml(QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context))
    assert "<img" not in shown.toHtml()
    return shown.toPlainText()


@pytest.mark.parametrize("text", TEXTS)
def test_map_tips_show_names_labels_and_own_texts_as_written(text):
    from geofa_sociodemografi.core.catalogue.index_presets import presets
    from geofa_sociodemografi.core.gis.index_style import index_tip

    layer = polygon_layer(text)
    style_risk(layer, "risk_level")
    assert tip_of(layer, text).count(text) == 2
    plain = polygon_layer(text)
    tip_as_text(plain)
    assert tip_of(plain, text) == text
    indexed = polygon_layer(text, "field=name:string&field=class_label:string&field=note:string&field=dynamics_label:string"
                                  "&field=kept:string")
    indexed.dataProvider().changeAttributeValues({1: {4: None}})
    definition = replace(presets()[0], name={"da": text, "en": text})
    indexed.setMapTipTemplate(index_tip(definition))
    assert tip_of(indexed, text).count(text) >= 4  # name, index, class, note; dynamics in small letters


def test_a_tip_of_an_earlier_version_goes_and_the_users_own_stays():
    from geofa_sociodemografi.core.gis.style import renew_tip

    layer, new = polygon_layer("x"), map_tip(["name"], "risk_level")
    layer.setMapTipTemplate('<b>[% "name" %]</b><br/>...')
    renew_tip(layer, new)
    assert layer.mapTipTemplate() == new
    layer.setMapTipTemplate("my own")
    renew_tip(layer, new)
    assert layer.mapTipTemplate() == "my own"


def test_every_layer_the_plugin_shows_has_a_tip_of_text(tmp_path, algorithm, example, housing):
    from geofa_sociodemografi.core.catalogue.themes import theme
    from geofa_sociodemografi.core.gis.layers import publish_outlines
    from geofa_sociodemografi.core.gis.theme_layer import dress
    from geofa_sociodemografi.core.store.monitor_file import MonitorFile

    made = MonitorFile(monitor(tmp_path / "m.gpkg"))
    outlines = publish_outlines(QgsProject.instance(), made, made.load_area_set("grid"))
    about = theme("5713")
    districts = QgsVectorLayer("MultiPolygon?crs=EPSG:25832&" + "&".join(
        f"field={c.name}:string" for c in about.columns if c.type != "geometry"), "d", "memory")
    dress(districts, about)
    for layer in (outlines, districts):
        assert "&lt;" in layer.mapTipTemplate()


def test_results_of_processing_get_a_tip_of_text(example, housing):
    from geofa_sociodemografi.core.processing.base import PLAIN_TIPS

    layer = polygon_layer("<b>x</b>")
    PLAIN_TIPS.postProcessLayer(layer, None, None)
    assert tip_of(layer, "<b>x</b>") == "<b>x</b>"


# -- layouts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", TEXTS)
def test_layouts_show_texts_as_written(tmp_path, text):
    layer = polygon_layer(text)
    style_risk(layer, "risk_level")
    layout = map_layout(QgsProject.instance(), [layer], QgsRectangle(500_000, 6_200_000, 500_100, 6_200_100), text,
                        text, text, legend_title=text)
    settings = QgsLayoutExporter.PdfExportSettings()
    from geofa_sociodemografi.core.gis import compat

    settings.textRenderFormat = compat.TEXT_AS_TEXT
    QgsLayoutExporter(layout).exportToPdf(str(tmp_path / "x.pdf"), settings)
    done = subprocess.run(["pdftotext", "-raw", str(tmp_path / "x.pdf"), "-"], capture_output=True, text=True, check=True)
    found = re.sub(r"[\s\u2060]+", "", unicodedata.normalize("NFKC", done.stdout))
    # three labels and the map's label; the legend's title where it needs one line
    assert found.count(re.sub(r"\s+", "", text)) >= (5 if len(text) < 25 else 4), done.stdout


# -- files of an edition ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return monitor(tmp_path_factory.mktemp("town") / "monitor.gpkg")


@pytest.fixture(scope="module")
def plain_edition(town):
    return pipeline.prepare_edition(town, "parter", "", "", Silent())


def named(prepared, texts):
    """``prepared`` with ``texts`` as the names of its areas, area sets and indicators."""
    sets, at = {}, 0
    for identifier, area_set in prepared.area_sets.items():
        table = area_set.areas.copy()
        table["name"] = [texts[(at + n) % len(texts)] for n in range(len(table))]
        at += len(table)
        sets[identifier] = make_area_set(identifier, texts[at % len(texts)], area_set.kind, table)
    indicators = [replace(one, name={"da": texts[n % len(texts)], "en": texts[n % len(texts)]})
                  for n, one in enumerate(prepared.edition.indicators)]
    return replace(prepared, area_sets=sets, edition=replace(prepared.edition, indicators=indicators))


SCALES = []


def published(prepared, town, folder):
    """Where the edition lies; what its scale bar says is in ``SCALES``."""
    own = shutil.copy(town, folder / "monitor.gpkg")
    (folder / "ud").mkdir()
    return release(stage(prepared, folder / "ud", "p"), subject_of(prepared, "no_work", "grid"), own).folder


STRANGE = ("\t=1+1", "\r=2", "to\nlinjer", "\u00a0=1", "\uff1d1", "  -1", "x\x01y")


@pytest.mark.parametrize("turn", range(5))
@pytest.mark.parametrize("writer", ["openpyxl", "GDAL"])
def test_an_edition_of_such_names_is_published_with_every_text_a_text(plain_edition, town, tmp_path, monkeypatch, writer,
                                                                      turn):
    import sys

    if writer == "GDAL":
        monkeypatch.setitem(sys.modules, "openpyxl", None)
    texts = (TEXTS + STRANGE)[turn * 5:] + (TEXTS + STRANGE)[:turn * 5]
    prepared = named(plain_edition, texts)
    folder = published(prepared, town, tmp_path)
    monkeypatch.undo()
    names = {n for s in prepared.area_sets.values() for n in s.areas["name"]}
    with (folder / "udgave.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    for row in rows:
        for column in ("name", "area_set_name", "indicator_name"):
            assert row[column][:1] not in "=+-@\t\r\uff1d" and row[column].lstrip()[:1] not in "=+-@"
    stripped = {row["name"][1:] if row["name"][:2] in ("'=", "'+", "'-", "'@", "''") else row["name"] for row in rows}
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
    assert all(cell.quotePrefix for cell in cells if str(cell.value).startswith("=")) or writer == "GDAL"
    layer = QgsVectorLayer(f"{folder / 'udgave.gpkg'}|layername=grid", "g", "ogr")
    assert {f["name"] for f in layer.getFeatures()} == set(prepared.area_sets["grid"].areas["name"])
    assert "apostrophe" in (folder / "certifikat.txt").read_text(encoding="utf-8")
    project = QgsProject.instance()
    assert project.read(str(folder / "udgave.qgz"))
    assert "&lt;" in next(iter(project.mapLayers().values())).mapTipTemplate()


@pytest.mark.parametrize("turn", range(3))
def test_ids_of_such_texts_go_the_whole_way(tmp_path, turn):
    """Areas and area sets whose ids are what a layer says: counted, protected, published, selected."""
    from geofa_sociodemografi.core.gis.layers import area_expression
    from geofa_sociodemografi.core.pipeline.auditing import _read

    from tests.unit.helpers import grid

    ids = [text for text in TEXTS if "|" not in text][turn * 5:] + list(TEXTS[:turn * 5])
    squares = grid(3, 2)
    table = squares.areas.assign(area_id=ids[:6], name=ids[:6])
    identifier = ids[6].replace("|", " ")
    town = monitor(tmp_path / "monitor.gpkg", area_sets=[make_area_set(identifier, ids[6], "partition", table)])
    prepared = pipeline.prepare_edition(town, "parter", "", "", Silent())
    (tmp_path / "ud").mkdir()
    folder = release(stage(prepared, tmp_path / "ud", "p"), subject_of(prepared, "no_work", identifier), town).folder
    project = QgsProject.instance()
    assert project.read(str(folder / "udgave.qgz"))
    (layer,) = project.mapLayers().values()
    assert layer.isValid() and {feature["area_id"] for feature in layer.getFeatures()} == set(ids[:6])
    for area in ids[:6]:
        layer.selectByExpression(area_expression(area))
        assert [feature["area_id"] for feature in layer.selectedFeatures()] == [area]
    audited = _read(folder / "udgave.csv")[0]
    assert set(audited["area_id"]) == {*ids[:6], ""} and identifier in set(audited["area_set"])


def test_a_cell_that_would_be_computed_stops_the_release(plain_edition, town, tmp_path, monkeypatch):
    from openpyxl import load_workbook

    monkeypatch.setattr(publishing, "audit_files", lambda *a: SCALES.append(a[-1]) or audit_files(*a))
    folder = published(plain_edition, town, tmp_path)
    content = Content(plain_edition.edition, plain_edition.area_sets,
                      json.loads((folder / "certifikat.json").read_text(encoding="utf-8")))
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
    path.write_text("area_set;area_id;period;indicator;numerator;denominator;value\n'-sæt;'=1;2026-01;no_work;-1;5;2\n",
                    encoding="utf-8-sig")
    table, _ = _read(path)
    assert table.iloc[0].tolist() == ["-sæt", "=1", "2026-01", "no_work", "-1", "5", "2"]


# -- a layer without a heading ---------------------------------------------------------------------


def test_a_layer_without_a_heading_tells_nothing_of_the_person_in_it(tmp_path, algorithm, housing):
    from geofa_sociodemografi.core.gis.register_source import sources_of
    from qgis.core import QgsCoordinateTransformContext, QgsProcessingException

    rows = ["010170-1234;Anna Opfundet;Nørregade 12;k", "020280-4321;Bo Opfundet;Sdr. Boulevard 4;m"]
    (tmp_path / "borgere.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    source = (tmp_path / "borgere.csv").as_uri() + "?type=csv&delimiter=;&useHeader=Yes&geomType=none&encoding=UTF-8"
    for layer in (QgsVectorLayer(source, "borgere", "delimitedtext"),
                  QgsVectorLayer(str(tmp_path / "borgere.csv"), "borgere", "ogr")):
        assert layer.isValid()
        with pytest.raises(InputError) as error:
            sources_of(layer, QgsCoordinateTransformContext())
        for call, more in (("countindicators", {"AREAS": housing, "AREA_ID_FIELD": "noegle", "PERSONS": layer}),
                           ("stylerisk", {"INPUT": layer, "FIELD": "risk_level"})):
            with pytest.raises(QgsProcessingException) as refused:
                algorithm(call, **more)
            said = f"{error.value} {refused.value} {' '.join(algorithm.said)}"
            assert not [part for part in ("010170", "1234", "Opfundet", "Nørregade") if part in said], said


# -- tables of Processing --------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "ods", "gpkg"])
def test_a_table_that_processing_writes_keeps_its_texts(tmp_path, suffix):
    """The audit of districts writes the names it is given; the example's areas with names of TEXTS."""
    import pandas as pd
    from geofa_sociodemografi.core.gis.workbook_cells import read_cells
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
            return {"OUTPUT": write_table(self, parameters, "OUTPUT", context, pd.DataFrame(
                {"navn": texts, "tal": range(len(texts))}))}

    import processing

    path = tmp_path / f"ud.{suffix}"
    processing.run(Writes(), {"OUTPUT": str(path)}, context=QgsProcessingContext())
    if suffix == "csv":
        with path.open(encoding="utf-8", newline="") as file:
            cells = [row["navn"] for row in csv.DictReader(file)]
        assert not [cell for cell in cells if cell[:1] in "=+-@"]
        assert [cell[1:] if cell[:2] in ("'=", "'+", "'-", "'@", "''") else cell for cell in cells] == [*TEXTS, "of:=1+1"]
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
    from geofa_sociodemografi.core.gis.layers import ROLE, ROLE_AREAS
    from geofa_sociodemografi.core.gis.map_image import EDITION, mark_of, save_map_image
    from qgis.PyQt.QtGui import QColor, QImage

    internal, edition, other, outlines = (polygon_layer("x") for _ in range(4))
    edition.setCustomProperty(EDITION, "Offentlig udgave, januar 2026")
    other.setCustomProperty(EDITION, "Udgave for parter, januar 2026")
    outlines.setCustomProperty(ROLE, ROLE_AREAS)
    said = "Internal – must not leave the municipality"
    assert mark_of([internal, outlines]) == mark_of([internal, edition]) == mark_of([]) == said
    assert mark_of([edition, outlines]) == "Offentlig udgave, januar 2026" and mark_of([edition, other]) == said
    save_map_image(QgsProject.instance(), [internal, outlines], tmp_path / "kort.png", "t", "u", "kilde")
    picture = QImage(str(tmp_path / "kort.png"))
    row = int(picture.height() * 203.6 / 210)
    dark = sum(picture.pixelColor(x, row).lightness() < 60 for x in range(picture.width()))
    assert dark == picture.width(), "the mark does not go from edge to edge"
    letters = sum(picture.pixelColor(x, y).lightness() > 200 for y in range(row, int(picture.height() * 209 / 210))
                  for x in range(picture.width() // 4, 3 * picture.width() // 4))
    assert letters > 500 and picture.pixelColor(5, row) == QColor("#262626")


def test_the_editions_own_layer_says_which_edition_it_is(plain_edition, town, tmp_path):
    from geofa_sociodemografi.core.gis.map_image import mark_of

    folder = published(plain_edition, town, tmp_path)
    project = QgsProject.instance()
    assert project.read(str(folder / "udgave.qgz"))
    assert mark_of(list(project.mapLayers().values())) == "Municipal parties edition, January 2026"

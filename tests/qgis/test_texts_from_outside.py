"""Names and answers from outside are shown as written by the real parts of QGIS: bar, log, tips, labels, layouts, files."""

from __future__ import annotations

import re
import subprocess
import threading
import time
import unicodedata
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from geofa_sociodemografi.core.errors import ServiceError
from geofa_sociodemografi.core.gis.maps.map_image import map_layout
from geofa_sociodemografi.core.gis.maps.style import map_tip, style_risk, tip_as_text
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
    '=HYPERLINK("http://127.0.0.1:9/","her")',
    '=WEBSERVICE("http://127.0.0.1:9/")',
    "+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "-1+1",
    '<img src="file:///etc/hostname">',
    "<script>document.title='x'</script>",
    "<b>fed</b>",
    "[% 1+1 %]",
    "[% @project_path %]",
    '@var "name"',
    "&amp; &lt;b&gt;",
    "{0} {name} %1",
    "'apostrof",
    "$x^2$",
    "a|b",
    "Å & Ø",
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
    from geofa_sociodemografi.ui.widgets.messages import show_error, show_result

    bar, log = QgsMessageBar(), QgsMessageLogViewer()
    said = f"Serveren svarede {text}"
    for show in (
        lambda: show_error(bar, ServiceError(said, "Prøv igen.", text)),
        lambda: show_result(bar, said, [text]),
    ):
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
    assert (
        "<img" in item.findChildren(QTextBrowser)[0].document().toHtml()
        if bar.pushWidget(item)
        else False
    )
    QgsMessageLog.logMessage("x <b>fed</b>", "A")
    pump(seconds=0.05)
    assert "x fed" in "\n".join(pane.toPlainText() for pane in log.findChildren(QPlainTextEdit))


@pytest.mark.parametrize("text", TEXTS)
def test_labels_tips_cards_and_questions_show_names_as_written(text, monkeypatch):
    from geofa_sociodemografi.ui.map.area_card import card_html
    from geofa_sociodemografi.ui.widgets import plain
    from geofa_sociodemografi.ui.widgets.area_list import AreaList
    from geofa_sociodemografi.ui.widgets.findings_table import FindingsTable
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
    card.setHtml(
        card_html(
            text,
            "2026-01",
            {"label": text, "note": text, "rule_set": "2021", "decided": True},
        )
    )
    assert card.toPlainText().count(text) == 3
    areas = AreaList()
    areas.show_areas({text: [text]}, {text: text})
    card.setHtml(areas.text())
    assert card.toPlainText().splitlines() == [text, text]
    table = FindingsTable()
    table.show_checks(
        [
            type(
                "Check",
                (),
                {
                    "severity": "error",
                    "text": text,
                    "next_step": text,
                    "file": text,
                    "rows": 1,
                    "register": "persons",
                    "check": "values",
                    "field": text,
                    "period": "2026-01",
                },
            )
        ]
    )
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
    ours = [
        label
        for label in dock.findChildren(QLabel)
        if label not in headings
        and isinstance(label.parent(), QWidget)
        and type(label.parent()).__name__ not in ("QMessageBar", "QgsMessageBar", "QSpinBox")
    ]
    guessing = [
        label.text()
        for label in ours
        if label.textFormat() == Qt.TextFormat.AutoText and label.text()
    ]
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
    from geofa_sociodemografi.core.catalogue.index.presets import presets
    from geofa_sociodemografi.core.gis.maps.index_style import index_tip

    layer = polygon_layer(text)
    style_risk(layer, "risk_level")
    assert tip_of(layer, text).count(text) == 2
    plain = polygon_layer(text)
    tip_as_text(plain)
    assert tip_of(plain, text) == text
    indexed = polygon_layer(
        text,
        "field=name:string&field=class_label:string&field=note:string&field=dynamics_label:string"
        "&field=kept:string",
    )
    indexed.dataProvider().changeAttributeValues({1: {4: None}})
    definition = replace(presets()[0], name={"da": text, "en": text})
    indexed.setMapTipTemplate(index_tip(definition))
    assert (
        tip_of(indexed, text).count(text) >= 4
    )  # name, index, class, note; dynamics in small letters


def test_a_tip_of_an_earlier_version_goes_and_the_users_own_stays():
    from geofa_sociodemografi.core.gis.maps.style import renew_tip

    layer, new = polygon_layer("x"), map_tip(["name"], "risk_level")
    layer.setMapTipTemplate('<b>[% "name" %]</b><br/>...')
    renew_tip(layer, new)
    assert layer.mapTipTemplate() == new
    layer.setMapTipTemplate("my own")
    renew_tip(layer, new)
    assert layer.mapTipTemplate() == "my own"


def test_every_layer_the_plugin_shows_has_a_tip_of_text(tmp_path, algorithm, example, housing):
    from geofa_sociodemografi.core.catalogue.geofa.themes import theme
    from geofa_sociodemografi.core.gis.districts.theme_layer import dress
    from geofa_sociodemografi.core.gis.maps.layers import publish_outlines
    from geofa_sociodemografi.core.store.monitor_file import MonitorFile

    made = MonitorFile(monitor(tmp_path / "m.gpkg"))
    outlines = publish_outlines(QgsProject.instance(), made, made.areas.load("grid"))
    about = theme("5713")
    districts = QgsVectorLayer(
        "MultiPolygon?crs=EPSG:25832&"
        + "&".join(f"field={c.name}:string" for c in about.columns if c.type != "geometry"),
        "d",
        "memory",
    )
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
    layout = map_layout(
        QgsProject.instance(),
        [layer],
        QgsRectangle(500_000, 6_200_000, 500_100, 6_200_100),
        text,
        text,
        text,
        legend_title=text,
    )
    settings = QgsLayoutExporter.PdfExportSettings()
    from geofa_sociodemografi.core.gis.host import compat

    settings.textRenderFormat = compat.TEXT_AS_TEXT
    QgsLayoutExporter(layout).exportToPdf(str(tmp_path / "x.pdf"), settings)
    done = subprocess.run(
        ["pdftotext", "-raw", str(tmp_path / "x.pdf"), "-"],
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.sub(r"[\s\u2060]+", "", unicodedata.normalize("NFKC", done.stdout))
    # three labels and the map's label; the legend's title where it needs one line
    assert found.count(re.sub(r"\s+", "", text)) >= (5 if len(text) < 25 else 4), done.stdout

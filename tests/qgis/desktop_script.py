"""Runs inside the real QGIS (``qgis --code``): clicks through the dock and writes what it saw."""

import json
import os
import time
import traceback
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QEventLoop, Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface, plugins, reloadPlugin

OUT = Path(os.environ["SOCIODEMOGRAFI_OUT"])
RESIDENTS = int(os.environ.get("SOCIODEMOGRAFI_RESIDENTS", "2000"))
NAME = "geofa_sociodemografi"
LONGEST_SLEEP = 100
"""Milliseconds the window sleeps at most, where nothing happens, before it looks again."""
COUNTED = (
    *("population", "no_work", "nonwestern", "convicted", "basic_education", "median_income"),
    *("income", "public_support", "unemployed", "neet", "youth_education"),
    *("child_low_income", "lone_parent_children", "lived_five_years", "vacant"),
)
"""What is ticked: the law's indicators, the index's, and one of the dwellings. Protecting all 84 takes minutes."""
seen = {"steps": []}


def step(name):
    """Tell those who watch from outside what is done from now on; how long is theirs to limit."""
    seen["steps"].append([name, round(time.process_time(), 1)])
    (OUT / "step.txt").write_text(name, encoding="utf-8")


def wait(condition, what):
    """Let QGIS live until ``condition`` holds."""
    step(what)
    clock = QTimer()
    clock.start(LONGEST_SLEEP)
    while not condition():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return True


def draw():
    """Let QGIS draw its map from the beginning to the end."""
    canvas, drawn = iface.mapCanvas(), []
    canvas.mapCanvasRefreshed.connect(lambda: drawn.append(True))
    canvas.refresh()
    wait(lambda: drawn, "drawing the map")


def picture(name):
    """A picture of the main window, when the map is drawn."""
    QApplication.processEvents()  # what was just clicked may want a new map
    wait(lambda: not iface.mapCanvas().isDrawing(), f"drawing {name}")
    iface.mainWindow().grab().save(str(OUT / f"{name}.png"))


def themes_in_browser():
    """The names under GeoFA in the Browser."""
    model = iface.browserModel()
    nodes = [model.index(row, 0) for row in range(model.rowCount())]
    node = next(index for index in nodes if model.data(index) == "GeoFA")
    model.fetchMore(node)
    wait(lambda: model.rowCount(node) >= 9, "GeoFA in the Browser")
    return [model.data(model.index(child, 0, node)) for child in range(model.rowCount(node))]


def walk():
    """The whole way: example, load, compute, map; then reload the plugin twice."""
    plugin = plugins[NAME]
    seen["iface"] = type(iface).__name__
    seen["themes"] = themes_in_browser()
    plugin._action.setChecked(True)
    dock = plugin._dock
    picture("start")
    dock.page("start").folder = OUT / "Eksempel kommune"
    dock.page("start").residents.setValue(RESIDENTS)
    dock.page("start").counted.setChecked(False)
    dock.page("start").example.click()
    seen["made"] = wait(lambda: not dock.session.busy, "making the example")
    picture("areas")
    dock.page("data").load.click()
    seen["loaded"] = wait(lambda: not dock.session.busy, "loading")
    picture("data")
    dock.page("data").verticalScrollBar().setValue(dock.page("data").verticalScrollBar().maximum())
    picture("findings")
    dock.go_to("calculation")
    picture("calculation")
    page = dock.page("calculation")
    page.indicators.tree.setCurrentItem(next(page.indicators.items()))
    page.copy.click()
    wait(page.editor.isVisible, "opening the indicator editor")
    page.editor.grab().save(str(OUT / "editor.png"))
    seen["editor"] = page.editor.identifier.text()
    page.editor.close()
    for item in page.indicators.items():
        wanted = item.data(0, Qt.ItemDataRole.UserRole) in COUNTED
        item.setCheckState(0, Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
    page.compute.click()
    seen["computed"] = wait(lambda: not dock.session.busy, "computing")
    page = dock.page("map")
    wait(lambda: dock.stack.currentWidget() is page and page.areas.areas(), "the map page")
    seen["page"] = type(dock.stack.currentWidget()).__name__
    seen["areas"] = len(page.areas.areas())
    page.areas.view.selectRow(2)
    iface.messageBar().clearWidgets()
    draw()
    picture("map")
    seen["layers"] = sorted(layer.name() for layer in QgsProject.instance().mapLayers().values())
    seen["result"] = dock.result.text()
    look_since(dock)
    follow(dock)
    judge(dock)
    publish(dock)
    step("reloading the plugin")
    for _ in range(2):
        reloadPlugin(NAME)
        QApplication.processEvents()
    seen["reloaded"] = plugins[NAME] is not plugin and plugins[NAME]._dock is None


def look_since(dock):
    """Look at what is new since last."""
    page = dock.page("since")
    dock.go_to(page.ID)
    wait(lambda: not dock.session.busy and page.since is not None, "reading what is new")
    picture("since")
    seen["since"] = [page.since.now, page.since.before, len(page.since.calendar)]
    dock.go_to("calculation")
    page = dock.page("calculation")
    page.newest.back.click()
    page.kept.setCollapsed(False)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    picture("newest")
    page.newest.confirm.leave.click()


def follow(dock):
    """Look at one area's trend, at all areas beside each other, at what moved, and at the matrix."""
    page = dock.page("change")
    dock.go_to(page.ID)
    wait(lambda: not dock.session.busy and page.trend is not None, "reading the series")
    page.indicator.setCurrentIndex(page.indicator.findData("no_work"))
    wait(lambda: page.trend.indicator.id == "no_work", "reading another series")
    page.area.setCurrentIndex(2)
    picture("trend")
    seen["trend"] = page.one.said.text()
    for tab in range(1, page.tabs.count()):
        page.tabs.setCurrentIndex(tab)
        wait(lambda: not dock.session.busy, "reading the month")
        picture(f"change_{tab}")
    seen["matrix"] = page.matrix.summary.text()


def judge(dock):
    """Build an index with the map following, judge it, and look at the law's side."""
    page = dock.page("assessment")
    dock.go_to(page.ID)
    wait(lambda: not dock.session.busy and page.index.definition is not None, "opening the index")
    dock.shown.area_set.setCurrentIndex(
        dock.shown.area_set.findText("Basisdistrikter", Qt.MatchFlag.MatchStartsWith)
    )
    wait(lambda: not dock.session.busy, "reading the index's figures")
    iface.messageBar().clearWidgets()
    picture("index")
    spin = page.index.members.weights["unemployed"]
    spin.setValue(3.0)
    seen["weight"] = round(100 * page.index.definition.effective_weights()["unemployed"])
    page.index.judge.click()
    seen["judged"] = wait(lambda: not dock.session.busy, "judging") and dock.result.text()
    iface.messageBar().clearWidgets()
    page.index.result.areas.selectRow(3)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    picture("judged")
    page.index.shown.setCurrentIndex(1)
    page.index.method_box.setCollapsed(False)
    page.index.members_box.setCollapsed(True)
    page.verticalScrollBar().setValue(0)
    picture("method")
    page.tabs.setCurrentIndex(1)
    dock.shown.area_set.setCurrentIndex(0)
    wait(lambda: not dock.session.busy, "reading the law's areas")
    page.law.what_if.persons.setValue(200)
    page.law.state_list.source.set_value(str(state_list(page.session)))
    picture("law")
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    picture("what_if")
    seen["state_list"] = page.law.state_list.summary.text()
    wait(lambda: not dock.session.busy and page.law.what_if.answer.text(), "asking what if")
    seen["what_if"] = page.law.what_if.answer.text()


def state_list(session):
    """An invented list of the first area set's areas, by name: their own figures of 2026, a little off."""
    tables = [session.assessments(one, "2026-01") for one in session.judged]
    table = next(table for table in tables if table["no_work"].notna().any())
    path = OUT / "statens liste.csv"
    lines = [
        f"{name};2026;{work + 0.4:.1f};{schooled - 9:.1f}".replace(".", ",")
        for name, work, schooled in table[["name", "no_work", "basic_education"]].itertuples(
            index=False
        )
    ]
    path.write_text("\n".join(["area;year;no_work_pct;basic_edu_pct", *lines]), encoding="utf-8")
    return path


def publish(dock):
    """Check an edition for the municipal parties and publish it."""
    page = dock.page("disclosure")
    dock.go_to(page.ID)
    picture("disclosure")
    page.profile.setCurrentIndex(page.profile.findData("parter"))
    page.check.click()
    seen["checked"] = wait(lambda: not dock.session.busy, "protecting") and page.summary.text()
    picture("checked")
    folder = OUT / "udgaver"
    folder.mkdir()
    page.purpose.setText("Dagsorden")
    page.publish_in(str(folder))
    wait(lambda: not dock.session.busy, "protecting once more, publishing")
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    picture("published")
    seen["cut_off"] = [
        type(page).__name__
        for page in dock.pages
        if page.widget().minimumSizeHint().width() > page.viewport().width()
    ]
    seen["published"] = sorted(path.name for path in folder.glob("*/*"))


def go():
    """Walk, tell, and leave."""
    try:
        iface.mainWindow().resize(1366, 768)
        walk()
    except Exception:  # noqa: BLE001 (whatever it was is told in seen.json)
        seen["error"] = traceback.format_exc()
    (OUT / "seen.json").write_text(json.dumps(seen, ensure_ascii=False), encoding="utf-8")
    step("leaving QGIS")
    QgsProject.instance().clear()
    iface.actionExit().trigger()


QTimer.singleShot(1000, go)

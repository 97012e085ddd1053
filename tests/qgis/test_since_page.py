"""Since last through the dock: months added and taken back, figures alone, what is told, and where it leads."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

import pandas as pd
import pytest
from geofa_sociodemografi.core.gis.host.project_state import ProjectState
from geofa_sociodemografi.core.gis.maps.project_layers import ROLE_RISK, ROLE_TIME, existing
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from geofa_sociodemografi.core.store.opening import wholeness
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QApplication

from tests.qgis.test_dock import all_assessments, dock  # noqa: F401 (a fixture)
from tests.qgis.test_dock import wait as wait_long
from tests.unit.helpers import grid
from tests.unit.test_adding import LAW, REFERENCES

GRID = grid(2, 1)
MANY, FEW = 1_200, 500


def wait(condition):
    wait_long(condition, 60)


def idle(dock):
    wait(lambda: not dock.session.busy)


def register(path, month, c0r0=MANY, c1r0=FEW):
    """A person register as a municipality has it: residents and origin, no convictions, education or income."""
    rows = ["period;x;y;age;origin"]
    for column, count in ((0, c0r0), (1, c1r0)):
        x = 500_005 + 10 * column
        rows += [
            f"{month};{x};6200005;40;{'ikke_vestlig' if n % 3 == 0 else 'dansk'}"
            for n in range(count)
        ]
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def figures(path, of_indicators=LAW):
    rows = [
        (area, year, indicator, str(value).replace(".", ","))
        for area in GRID.area_ids
        for indicator, of_years in of_indicators.items()
        for year, value in of_years.items()
    ]
    table = pd.DataFrame(rows, columns=["area_code", "period", "indicator", "value"])
    table.to_csv(path, sep=";", index=False)
    return path


@pytest.fixture
def town(dock, tmp_path):
    """A dock with a monitor file of two squares, and reference values."""
    path = tmp_path / "monitor.gpkg"
    MonitorFile(path).areas.save([GRID])
    dock.tmp = tmp_path
    dock.session.open_monitor(path, ProjectState(monitor=str(path), area_sets=["grid"]))
    references = tmp_path / "referencer.csv"
    REFERENCES.assign(
        value=REFERENCES["value"].astype(str).str.replace(".", ",", regex=False)
    ).to_csv(references, sep=";", index=False)
    dock.page("data").references.set_value(str(references))
    idle(dock)
    return dock


def add(dock, persons=None, table=None):
    """Choose, load and compute, as a user does."""
    data = dock.page("data")
    data.persons.set_value(str(persons or ""))
    data.registers["figures"].set_value(str(table or ""))
    data.load.click()
    idle(dock)
    dock.go_to("calculation")
    QApplication.processEvents()
    said = dock.page("calculation").adds.text()
    dock.page("calculation").compute.click()
    idle(dock)
    return said


def month(dock, period, **residents):
    return add(dock, register(dock.tmp / f"{period}.csv", period, **residents))


def layer(role=ROLE_RISK):
    return existing(QgsProject.instance(), role, "grid")


def shown(role=ROLE_RISK):
    return sorted({feature["period"] for feature in layer(role).getFeatures()})


def open_page(dock):
    dock.go_to("since")
    wait(lambda: not dock.session.busy and dock.page("since").since is not None)
    return dock.page("since")


def test_figures_alone_then_a_register_without_them_decide_by_the_laws_dates(town):
    said = add(town, table=figures(town.tmp / "tal.csv"))
    assert said == "Becomes the first figures of the monitor file. 2024, 2025 are new."
    assert "12 finished figures added: 2024, 2025." in town.result.text(), town.said
    assert "Nothing can be judged yet" in town.result.text()
    assert not all_assessments(town, "grid")["decided"].any()
    page = open_page(town)
    assert page.boxes["calendar"].isVisible() and "Never delivered." in page.calendar.text()
    assert month(town, "2026-01").startswith("Is added to the monitor file, which has 2024, 2025.")
    table = all_assessments(town, "grid")
    big = table[table["area_id"] == "c0r0"].iloc[0]
    assert big["decided"] and big["category"] != "" and big["no_work"] == pytest.approx(41.5)
    assert big["convicted_period"] == "2025" and big["met_income"] == 1 and shown() == ["2026-01"]
    assert town.session.coming == ["2026-01"]
    lists = MonitorFile(town.session.state.monitor).in_force.lists("grid")
    assert lists["period"].unique().tolist() == ["2026"] and lists["decided"].all()


def test_a_month_is_added_the_map_has_all_months_and_it_is_taken_back(town):
    add(town, register(town.tmp / "a.csv", "2026-01"), figures(town.tmp / "tal.csv"))
    assert town.stack.currentWidget() is town.page("map"), "the first is seen on the map"
    said = month(town, "2026-02", c0r0=MANY + 20)
    assert said == (
        "Is added to the monitor file, which has January 2026, the years 2024, 2025. February 2026 is new."
    )
    assert town.stack.currentWidget() is town.page("since"), "what was added, in what is new"
    assert shown() == ["2026-02"] and shown(ROLE_TIME) == ["2026-01", "2026-02"]
    begin = QgsProject.instance().timeSettings().temporalRange().begin()
    assert begin.toString("yyyy-MM") == "2026-01"
    # an older month: the map still shows the newest of the file, and all of them over time
    said = month(town, "2025-12")
    assert "December 2025 is new." in said and shown() == ["2026-02"]
    assert shown(ROLE_TIME) == ["2025-12", "2026-01", "2026-02"]
    page = town.page("calculation")
    town.go_to("calculation")
    assert "December 2025. From 2025-12.csv." in page.newest.about.text()
    assert page.newest.confirm.isHidden()
    page.newest.back.click()
    assert page.newest.confirm.isVisible()
    assert "What it replaced comes back" in page.newest.confirm.text.text()
    page.newest.confirm.leave.click()
    assert page.newest.confirm.isHidden() and town.session.newest.number == 3
    for gone, left in (("December 2025", ["2026-01", "2026-02"]), ("February 2026", ["2026-01"])):
        page.newest.back.click()
        page.newest.confirm.do.click()
        idle(town)
        assert town.result.text().startswith(f"Taken back: {gone}. The monitor file has ")
        assert town.stack.currentWidget() is page, "one stays where one took it back"
        assert town.session.judged["grid"] == left
        assert shown(ROLE_TIME) == left and shown() == left[-1:]
        assert town.shown.period.count() == len(left)
    page.newest.back.click()
    page.newest.confirm.do.click()
    idle(town)
    assert not town.session.judged and layer() is None and layer(ROLE_TIME) is None
    assert page.newest.isHidden() and "no figures now" in town.result.text()
    assert town.page("since").lacks() == "Nothing has been added yet."
    month(town, "2026-01")
    assert shown() == ["2026-01"]


def test_a_month_that_comes_again_is_told_before_and_in_numbers_after(town):
    month(town, "2026-01")
    month(town, "2026-02")
    said = month(town, "2026-01", c0r0=MANY + 7)
    assert "January 2026 comes again: the edition before stays in the file." in said
    told = town.page("calculation").newest.brought.text()
    assert told == town.result.text()
    assert "1,707 of 1,707 rows placed in grid: January 2026. January 2026: " in told
    assert told.endswith("were revised. Residents 1,700 → 1,707.")
    town.go_to("calculation")
    town.page("calculation").newest.see.click()
    page = open_page(town)
    assert page.boxes["revised"].isVisible()
    assert page.revised.text().startswith("January 2026: ")


def test_each_line_leads_to_its_area_on_the_map_and_on_every_page(town):
    add(town, register(town.tmp / "a.csv", "2026-01", c0r0=700), figures(town.tmp / "tal.csv"))
    month(town, "2026-02", c1r0=980)
    page = open_page(town)
    assert page.boxes["levels"].title() == "Levels and thresholds (2 areas)"
    assert "From no category to " in page.levels.text() and "href='c0r0'" in page.levels.text()
    town.session.shown.show(period="2026-01")
    page.levels.linkActivated.emit("c0r0")
    assert [feature["area_id"] for feature in layer().selectedFeatures()] == ["c0r0"]
    assert (town.session.shown.area_set, town.session.shown.area) == (
        "grid",
        "c0r0",
    ) and shown() == ["2026-02"]
    town.go_to("map")
    assert "c0r0" in town.page("map").card.text()


def test_the_map_looks_at_the_area(town):
    from qgis.gui import QgsMapCanvas

    month(town, "2026-01")
    page, town.session.canvas = open_page(town), QgsMapCanvas()
    town.session.canvas.setDestinationCrs(layer().crs())
    page._pick("c1r0")
    extent = town.session.canvas.extent()
    assert extent.contains(layer().getFeature(layer().allFeatureIds()[0]).geometry().boundingBox())
    assert 30 < extent.height() < 200 and abs(extent.center().x() - 500_015) < 1


def test_a_large_file_is_read_in_the_background(town, monkeypatch):
    month(town, "2026-01")
    monkeypatch.setattr(wholeness, "SMALL_BYTES", 0)
    town.session.generation += 1
    town.page("since").since = None
    town.go_to("since")
    assert town.session.busy
    wait(lambda: town.page("since").since is not None)


def test_months_too_old_are_named_before_they_are_deleted(town):
    for period in ("2023-01", "2023-06", "2026-01"):
        month(town, period)
    page = town.page("calculation")
    town.go_to("calculation")
    page.kept.setCollapsed(False)
    QApplication.processEvents()
    box = page.storage
    assert box.years.value() == 5 and not box.delete.isEnabled()
    assert box.says.text().startswith("No month is older than that")
    box.years.setValue(2)
    assert box.says.text().startswith("Deletes June 2023. January of each year stays")
    box.delete.click()
    assert box.confirm.text.text() == "Delete June 2023? It cannot be undone."
    box.confirm.do.click()
    idle(town)
    assert town.result.text() == "Deleted: June 2023." and town.stack.currentWidget() is page
    assert town.session.judged["grid"] == ["2023-01", "2026-01"]
    assert shown(ROLE_TIME) == ["2023-01", "2026-01"] and not box.delete.isEnabled()
    assert box.before.text().endswith(": 1 months deleted, all older than 2 years.")
    box.vintages.setValue(4)
    store = MonitorFile(town.session.state.monitor)
    assert store.settings.all() == {"vintages_kept": "4", "monthly_years": "2"}


@pytest.mark.parametrize("width", [320, 360])
def test_the_pages_fit_a_narrow_panel(town, width):
    add(town, register(town.tmp / "a.csv", "2026-01", c0r0=700), figures(town.tmp / "tal.csv"))
    month(town, "2026-02")
    town.resize(width, 700)
    town.page("calculation").kept.setCollapsed(False)
    town.page("calculation").newest.back.click()
    for name in ("since", "calculation"):
        town.go_to(name)
        QApplication.processEvents()
        assert town.page(name).widget().minimumSizeHint().width() <= width - 14, name


def test_another_file_leaves_nothing_of_the_old_one(town, tmp_path):
    month(town, "2026-01")
    open_page(town)
    town.session.open_monitor(tmp_path / "new.gpkg")
    page = town.page("since")
    assert page.since is None and not page.boxes["calendar"].isVisible()
    assert town.session.newest is None and town.session.periods == []

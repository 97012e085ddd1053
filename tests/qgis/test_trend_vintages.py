"""The page Change where months came several times: what was before stands as hollow points, and the newest months are dashed."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

import pytest
from geofa_sociodemografi.core.change.lines import lines_of
from geofa_sociodemografi.core.change.vintages import earlier_figures
from geofa_sociodemografi.core.gis.host.project_state import ProjectState
from geofa_sociodemografi.core.pipeline.adding import add_period, undo_period
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from matplotlib.backend_bases import MouseEvent

from tests.qgis.test_change_page import axes_of, choose, wait
from tests.qgis.test_dock import dock  # noqa: F401 (a fixture)
from tests.unit.helpers import grid, inputs, persons
from tests.unit.invented_town import people

MONTHS = [f"2026-0{month}" for month in range(1, 7)]
REVISED = {"2026-03": (0, 20, 50), "2026-04": (0, 30), "2026-05": (0, 25)}
"""Months that came several times, each time with so many residents more in c0r0."""
BEFORE = [("2026-03", 400.0), ("2026-03", 420.0), ("2026-04", 400.0), ("2026-05", 400.0)]
_made = {}


def add(path, month, more=0):
    made = inputs([grid(3, 2)], [persons(**people(1, month, moved_in=more))])
    add_period(made, Choices(), MonitorFile(path), Silent())


@pytest.fixture
def town(tmp_path):
    path = tmp_path / "monitor.gpkg"
    if not _made:
        for month in MONTHS:
            for more in REVISED.get(month, (0,)):
                add(path, month, more)
        _made["file"] = path.read_bytes()
    path.write_bytes(_made["file"])
    return path


@pytest.fixture
def page(dock, town):
    dock.session.open_monitor(
        town, ProjectState(monitor=str(town), area_sets=["grid"], shown_period="2026-03")
    )
    wait(lambda: not dock.session.busy)
    dock.go_to("change")
    shown = dock.page("change")
    wait(lambda: shown.trend is not None)
    choose(shown.indicator, "population")
    choose(shown.area, "c0r0")
    return shown


def before(path, area="c0r0"):
    store = MonitorFile(path).in_force
    found = earlier_figures(
        store.earlier("grid", "population"), store.observations("grid", ["population"])
    )
    found = found[found["area_id"] == area]
    return list(zip(found["period"], found["value"]))


def test_what_was_in_force_before_is_kept_as_long_as_it_is_a_vintage(town):
    assert before(town) == BEFORE
    assert before(town, "c1r0") == []  # it came again as it was
    undo_period(MonitorFile(town), Silent())  # June
    undo_period(MonitorFile(town), Silent())  # May, the second time
    assert before(town) == BEFORE[:3]
    for more in (60, 70):
        add(town, "2026-03", more)
    assert before(town) == [("2026-03", 450.0), ("2026-03", 460.0), ("2026-04", 400.0)]


def test_earlier_figures_are_hollow_points_and_provisional_months_are_dashed(page):
    (axes,) = axes_of(page.one.chart)
    drawn = {str(line.get_label()): line for line in axes.get_lines()}
    rings = drawn["Before it was revised"]
    assert rings.get_linestyle() == "None" and rings.get_alpha() < 0.6
    assert rings.get_markerfacecolor() != rings.get_color()
    assert list(rings.get_ydata()) == [value for _, value in BEFORE]
    own, soon = drawn["c0r0"], drawn["c0r0, provisional"]
    # residents of March and later were revised upwards whenever they were: January was not
    settled = [y == y for y in own.get_ydata()]
    assert settled == [True, True, False, False, False, False]
    assert [y == y for y in soon.get_ydata()] == [False, True, True, True, True, True]
    assert soon.get_linestyle() != own.get_linestyle() == "-"
    low, high = axes.get_ylim()
    assert low < 400 and high > 450


def test_the_tip_and_the_sentence_say_what_it_was(page):
    said = page.one.said.text()
    assert said.startswith("March 2026: 450 (provisional).")
    assert "Before it was revised: 420 (counted " in said and "), 400 (counted " in said
    tip = page.one.chart._tip
    assert tip(12 * 2026 + 2.3).startswith("March 2026: 450 (provisional)\nBefore it was revised:")
    assert tip(12 * 2026 + 0.0) == "January 2026: 400"
    assert tip(12 * 2030 + 0.0) == ""
    axes_of(page.one.chart)
    canvas = page.one.chart._canvas
    (axes,) = canvas.figure.axes
    x, y = axes.transData.transform((12 * 2026 + 3, 420))
    moved = MouseEvent("motion_notify_event", canvas, x, y)
    canvas.callbacks.process("motion_notify_event", moved)
    assert "April 2026: 430 (provisional)" in canvas.toolTip()


def test_a_provisional_month_after_a_gap_is_a_point_alone(page):
    table = page.trend.table
    table = table[(table["area_id"] == "c0r0")].copy()
    table.loc[table["period"] == "2026-04", "value"] = float("nan")
    table["provisional"] = table["period"] == "2026-05"
    (lines,) = lines_of(table)
    assert lines.provisional == (12 * 2026 + 4.0,)
    assert [y == y for y in lines.unsettled[1]] == [False] * 4 + [True, False]
    assert [y == y for y in lines.settled[1]] == [True, True, True, False, False, True]

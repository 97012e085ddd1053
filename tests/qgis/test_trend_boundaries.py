"""The page Change where boundaries were moved: all periods on one date's, with a mark on what was counted in others."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

import pytest
from geofa_sociodemografi.core.gis.host.project_state import ProjectState
from geofa_sociodemografi.ui.change import trend as trend_module

from tests.qgis.test_change_page import axes_of, choose, wait
from tests.qgis.test_dock import dock  # noqa: F401 (a fixture)
from tests.unit.test_casting_series import add, districts, districts_of


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "monitor.gpkg"
    add(path, "2026-01", districts_of(10, "2025-01-01"))
    add(path, "2026-02", districts_of(20, "2026-02-01"))
    add(path, "2026-03", districts_of(20, "2026-02-01"))
    return path


def opened(dock, path):
    state = ProjectState(monitor=str(path), area_sets=["districts", "grid"], shown_period="2026-01")
    dock.session.open_monitor(path, state)
    wait(lambda: not dock.session.busy)
    dock.go_to("change")
    page = dock.page("change")
    wait(lambda: page.trend is not None)
    page.session.shown.show(area_set="districts")
    wait(lambda: page.trend.there.area_set == "districts")
    choose(page.indicator, "population")
    choose(page.area, "west")
    return page


def cast_onto(page, boundaries):
    choose(page.boundaries.combo, boundaries)
    wait(lambda: not page.session.busy)


def labels(page):
    (axes,) = axes_of(page.one.chart)
    return {str(line.get_label()): line for line in axes.get_lines()}


def test_all_periods_are_shown_on_one_dates_boundaries_with_a_mark(dock, path):
    page = opened(dock, path)
    combo = page.boundaries.combo
    assert not combo.isHidden()
    assert [combo.itemText(n) for n in range(3)] == ["As counted", "Today's", "From 1 January 2025"]
    assert "Cast onto other boundaries" not in labels(page)
    counted = page.one.said.text()
    cast_onto(page, "today")
    marks = labels(page)["Cast onto other boundaries"]
    assert list(marks.get_xdata()) == [12 * 2026.0] and marks.get_marker() == "s"
    assert page.one.said.text() != counted
    note = "cast onto these: 1 added up anew from building blocks."
    assert note in page.one.notes.text()
    tip = page.one.chart._tip(12 * 2026.0)
    assert tip.endswith("Cast onto these boundaries, added up anew from building blocks.")
    cast_onto(page, "2025-01-01")
    assert list(labels(page)["Cast onto other boundaries"].get_xdata()) == [24313.0, 24314.0]
    assert page.one.said.text() == counted
    page.session.shown.show(area_set="grid")
    wait(lambda: page.trend.there.area_set == "grid")
    assert combo.isHidden() and page.boundaries.chosen == ""


def test_what_is_shared_out_by_area_alone_has_a_mark_of_its_own(dock, path, tmp_path, monkeypatch):
    page = opened(dock, path)
    moved = tmp_path / "other.gpkg"
    add(moved, "2026-01", districts(10, "2025-01-01"), beside=False)
    add(moved, "2026-02", districts(15, "2026-02-01"), beside=False)
    page = opened(dock, moved)
    cast_onto(page, "today")
    assert labels(page)["Cast by share of area alone"].get_marker() == "x"
    assert "1 by share of area alone, as if people lived evenly." in page.one.notes.text()
    monkeypatch.setattr(trend_module, "charts_lack", lambda: ["matplotlib"])
    page._show()
    table = page.one.table
    cells = [table.item(row, 4).text() for row in range(table.rowCount())]
    assert cells == ["", "by share of area alone, as if people lived evenly"]

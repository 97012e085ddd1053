"""The page Change through its real widgets: trend, all areas, 12 months, matrix, and the map that follows."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

import pytest
from geofa_sociodemografi.core.gis.host.project_state import ProjectState
from geofa_sociodemografi.core.gis.maps.layers import publish_risk_maps
from geofa_sociodemografi.core.gis.maps.project_layers import ROLE_RISK, existing
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from geofa_sociodemografi.core.store.opening import wholeness
from geofa_sociodemografi.ui.change import trend as trend_module
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtWidgets import QApplication

from tests.qgis.change_town import AREAS, town
from tests.qgis.test_dock import dock  # noqa: F401 (a fixture)
from tests.qgis.test_dock import wait as wait_long

ID = Qt.ItemDataRole.UserRole


def wait(condition):
    wait_long(condition, 60)


def opened(dock, tmp_path):
    path = town(tmp_path / "monitor.gpkg")
    store = MonitorFile(path)
    sets = [store.areas.load(one) for one in ("grid", "slices")]
    publish_risk_maps(QgsProject.instance(), store, sets, ["2025-01", "2025-12", "2026-01"])
    dock.session.open_monitor(
        path, ProjectState(monitor=str(path), area_sets=["grid", "slices"], shown_period="2026-01")
    )
    wait(lambda: not dock.session.busy)
    dock.go_to("change")
    page = dock.page("change")
    page.dock = dock
    wait(lambda: page.trend is not None)
    return page


@pytest.fixture
def page(dock, tmp_path):
    return opened(dock, tmp_path)


def choose(combo, data):
    combo.setCurrentIndex(combo.findData(data))


def layer(area_set="grid"):
    return existing(QgsProject.instance(), ROLE_RISK, area_set)


def selected():
    return [feature["area_id"] for feature in layer().selectedFeatures()]


def axes_of(chart):
    chart._canvas.draw()
    return chart._canvas.figure.axes


def test_the_page_stands_with_all_there_is_chosen_and_drawn(page):
    assert page.session.shown.area_set == "grid" and page.months.period == "2026-01"
    assert [page.area.itemData(row) for row in range(page.area.count())] == sorted(AREAS)
    counted = {page.indicator.itemData(row) for row in range(page.indicator.count())}
    assert {"no_work", "basic_education"} <= counted and "burglary" not in counted
    choose(page.indicator, "no_work")
    (axes,) = axes_of(page.one.chart)
    labels = [line.get_label() for line in axes.get_lines()]
    assert page.area.currentText() in labels and "Municipality" in labels
    assert any(label.startswith("The law's threshold (40.0 %)") for label in labels)
    own = axes.get_lines()[labels.index(page.area.currentText())]
    assert len(own.get_xdata()) == 13 and sum(y != y for y in own.get_ydata()) == 10
    assert page.one.table.isHidden()
    said = page.one.said.text()
    assert said.startswith("January 2026: ") and "since January 2025, " in said
    assert "(95 % interval " in said and page.one.chart.accessibleDescription() == said
    assert "Missing: February 2025, March 2025" in page.one.notes.text()
    assert "and 6 more. Last figure January 2025." in page.one.notes.text()


def test_an_area_chosen_here_is_selected_on_the_map_and_one_selected_there_is_chosen_here(page):
    choose(page.area, "c1r0")
    assert selected() == ["c1r0"]
    layer().selectByExpression("\"area_id\" = 'c2r0'")
    assert page.area.currentData() == "c2r0" and page.one.heading.text().startswith("c2r0")
    card = page.dock.page("map")
    page.dock.go_to("map")
    assert card.areas.marked() == "c2r0" and "c2r0" in card.card.text()
    card.areas.view.selectRow(0)
    page.dock.go_to("change")
    assert page.area.currentData() == card.areas.areas()[0]


def test_the_month_drives_map_chart_and_tables_together(page):
    choose(page.indicator, "no_work")
    choose(page.area, "c1r0")
    page.months.slider.setValue(page.months.slider.value() - 1)
    assert page.months.label.text() == "December 2025"
    wait(lambda: page.session.state.shown_period == "2025-12")
    assert {f["period"] for f in layer().getFeatures()} == {"2025-12"} and selected() == ["c1r0"]
    assert page.one.said.text().startswith("December 2025: ")
    assert page.dock.shown.period.currentData() == "2025-12"
    page.tabs.setCurrentIndex(3)
    assert page.matrix.model.matrix.period == "2025-12"
    # and the other way
    page.dock.shown.period.setCurrentText("January 2025")
    assert page.months.period == "2025-01" and page.matrix.model.matrix.period == "2025-01"
    page.tabs.setCurrentIndex(0)
    page.one.chart.clicked.emit(None, 12 * 2026 + 0.3)
    assert page.months.period == "2026-01"
    page.one.chart.clicked.emit(None, 12 * 2025 + 5.0)  # never delivered: the slider stays
    assert page.months.period == "2026-01"


def test_all_areas_have_one_axis_and_a_click_chooses(page):
    choose(page.indicator, "no_work")
    page.tabs.setCurrentIndex(1)
    drawn = axes_of(page.all.chart)
    assert len(drawn) == len(AREAS) and len({axes.get_ylim() for axes in drawn}) == 1
    assert [axes.get_title(loc="left") for axes in drawn] == sorted(AREAS)
    page.all.chart.clicked.emit(drawn[3], 24300.0)
    assert page.area.currentData() == sorted(AREAS)[3] and page.all.on.isHidden()


def test_what_moved_in_twelve_months_is_told_in_words(page):
    choose(page.indicator, "no_work")
    page.tabs.setCurrentIndex(2)
    table = page.changes.areas
    assert table.rowCount() == len(AREAS)
    cells = {table.item(row, 0).data(ID): table.item(row, 2) for row in range(table.rowCount())}
    rows = page.trend.table
    for row in rows[rows["period"] == "2026-01"].to_dict("records"):
        text = cells[row["area_id"]].text()
        assert ("more than chance" in text) == (row["more_than_noise"] is True)
        assert text.split("\n")[0].startswith(("Risen by", "Fallen by", "Unchanged"))
        assert "95 % interval" in cells[row["area_id"]].toolTip()
    assert "of 6 areas have moved more than chance" in page.changes.summary.text()
    table.selectRow(2)
    assert page.area.currentData() == table.item(2, 0).data(ID) and selected() == [
        page.area.currentData()
    ]
    choose(page.indicator, "population")
    assert "6 areas can be compared" in page.changes.summary.text()
    choose(page.indicator, "no_work")
    page.session.shown.show(period="2025-12")
    assert "No figures of December 2025 can be compared" in page.changes.summary.text()
    assert {table.item(row, 2).text() for row in range(table.rowCount())} == {"–"}


def test_yearly_figures_of_a_few_areas_are_points_and_a_series_of_their_own(page):
    choose(page.indicator, "basic_education")
    choose(page.area, "c0r0")
    (axes,) = axes_of(page.one.chart)
    points = [line for line in axes.get_lines() if "whole years" in str(line.get_label())]
    assert [list(line.get_ydata()) for line in points] == [[41.0, 43.5]]
    assert points[0].get_linestyle() == "None"
    assert page.one.said.text().startswith(
        "2024: 43.5 %. Risen by 2.5 percentage points since 2023, "
    )
    choose(page.area, "c2r0")
    assert page.one.said.text() == "This area has no figures of the indicator."
    assert page.one.chart.isHidden()
    page.tabs.setCurrentIndex(2)
    assert page.changes.areas.rowCount() == 2
    page.tabs.setCurrentIndex(3)
    columns = {c.indicator.id: c.period for c in page.matrix.model.matrix.columns}
    assert columns["basic_education"] == "2024" and columns["no_work"] == "2026-01"
    place = list(columns).index("basic_education")
    across = Qt.Orientation.Horizontal
    assert page.matrix.model.headerData(place, across).endswith(", 2024")


def test_the_matrix_sorts_is_coloured_within_an_indicator_and_marks_the_map(page):
    page.tabs.setCurrentIndex(3)
    panel, model = page.matrix, page.matrix.model
    matrix = model.matrix
    place = [c.indicator.id for c in matrix.columns].index("no_work")
    values = matrix.values[:, place]
    grounds = [model.index(row, place).data(Qt.ItemDataRole.BackgroundRole) for row in range(6)]
    light = [brush.color().lightness() for brush in grounds]
    assert light[values.argmax()] == min(light) and light[values.argmin()] == max(light)
    panel.view.sortByColumn(place, Qt.SortOrder.DescendingOrder)
    shown = [panel.sorted.index(row, place).data(ID) for row in range(6)]
    assert shown == sorted(values, reverse=True)
    panel.view.selectRow(0)
    assert page.area.currentData() == matrix.areas[values.argmax()] == selected()[0]
    panel.by_name.click()
    assert panel._source_row(0) == 0


def test_areas_without_a_figure_come_last_whichever_way_is_sorted(page):
    page.tabs.setCurrentIndex(3)
    panel, matrix = page.matrix, page.matrix.model.matrix
    place = [c.indicator.id for c in matrix.columns].index("basic_education")
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        panel.view.sortByColumn(place, order)
        shown = [panel.sorted.index(row, place).data(ID) for row in range(6)]
        assert None not in shown[:2] and shown[2:] == [None] * 4
    assert panel.sorted.index(5, place).data() == "–"
    assert panel.sorted.index(5, place).data(Qt.ItemDataRole.BackgroundRole) is None


def test_the_matrix_is_copied_whole_or_in_marked_rows(page):
    page.tabs.setCurrentIndex(3)
    panel = page.matrix
    panel.copy.click()
    lines = QApplication.clipboard().text().strip("\n").split("\n")
    assert len(lines) == 1 + len(AREAS) and lines[0].startswith("Area\t")
    assert "are on the clipboard. Internal" in page.dock.said[-1]
    panel.view.selectRow(1)
    (copying,) = panel.view.actions()
    copying.trigger()
    lines = QApplication.clipboard().text().strip("\n").split("\n")
    assert len(lines) == 2 and lines[1].startswith("c0r1\t")


def test_another_area_set_keeps_the_indicator_and_takes_the_municipality_of_the_whole(page):
    choose(page.indicator, "no_work")
    whole = page.trend.table.set_index("period")["municipality"]["2026-01"].iloc[0]
    page.session.shown.show(area_set="slices")
    assert page.indicator.currentData() == "no_work" and page.area.count() == 3
    assert page.trend.table.set_index("period")["municipality"]["2026-01"].iloc[0] == whole
    choose(page.area, "west")
    assert [f["area_id"] for f in layer("slices").selectedFeatures()] == ["west"]


def test_without_matplotlib_a_table_stands_there_with_a_sentence(page, monkeypatch):
    lack = lambda: ["matplotlib"]  # noqa: E731
    monkeypatch.setattr(trend_module, "charts_lack", lack)
    monkeypatch.setattr("geofa_sociodemografi.ui.change.multiples.charts_lack", lack)
    choose(page.indicator, "no_work")
    assert page.one.chart.isHidden() and not page.one.table.isHidden()
    assert "The figures are shown as a table. This step needs the Python package matplotlib" in (
        page.one.lacking.text()
    )
    assert page.one.table.rowCount() == 13 and page.one.table.item(0, 0).text() == "January 2026"
    assert page.one.table.item(1, 1).text().endswith("%")
    assert page.one.table.item(5, 1).text() == "not delivered"
    page.tabs.setCurrentIndex(1)
    assert page.all.chart.isHidden() and "matplotlib" in page.all.note.text()


def test_the_wheel_scrolls_and_changes_nothing(page):
    choose(page.indicator, "no_work")
    page.tabs.setFocus()
    for widget in (page.indicator, page.area, page.months.slider, page.one.chart._canvas):
        before = (page.indicator.currentIndex(), page.area.currentIndex(), page.months.period)
        event = QWheelEvent(
            QPointF(5, 5),
            QPointF(widget.mapToGlobal(QPoint(5, 5))),
            QPoint(0, 0),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)
        now = (page.indicator.currentIndex(), page.area.currentIndex(), page.months.period)
        assert now == before


def test_a_large_file_is_read_in_the_background(dock, tmp_path, monkeypatch):
    monkeypatch.setattr(wholeness, "SMALL_BYTES", 0)
    page = opened(dock, tmp_path)
    wait(lambda: not dock.session.busy)
    choose(page.indicator, "income")
    assert page.trend.indicator.id != "income" and dock.session.busy
    wait(lambda: page.trend.indicator.id == "income")
    page.tabs.setCurrentIndex(3)
    wait(lambda: not dock.session.busy and page.matrix.model.matrix is not None)
    # what was asked for while something ran is read when that has ended
    choose(page.indicator, "no_work")
    assert dock.session.busy
    choose(page.indicator, "income")
    wait(lambda: not dock.session.busy and page.trend.indicator.id == "income")
    assert page.indicator.currentData() == "income"


def test_another_monitor_file_leaves_nothing_of_the_old_one(page, tmp_path):
    choose(page.area, "c1r0")
    page.session.open_monitor(tmp_path / "new.gpkg")
    assert page.trend is None and page.indicator.count() == 0 and page.area.count() == 0
    assert page.one.chart.isHidden() and page.session.shown.area == ""
    assert page.lacks() == "Nothing computed yet." and not page.finished()


def _again(folder):
    path = town(folder / "again.gpkg")
    return path, ProjectState(monitor=str(path), area_sets=["grid"])


def test_a_file_that_has_gone_is_told(page, tmp_path):
    QgsProject.instance().clear()
    page.session.open_monitor(*_again(tmp_path))
    page.dock.go_to("change")
    wait(lambda: page.trend is not None)
    QgsProject.instance().removeAllMapLayers()  # Windows keeps what is a layer
    (tmp_path / "again.gpkg").unlink()
    choose(page.indicator, "income")
    assert "again.gpkg" in str(page.dock.said[-1])


@pytest.mark.parametrize("width", [320, 420])
def test_the_page_fits_a_narrow_panel(page, width):
    page.dock.resize(width, 700)
    for tab in range(4):
        page.tabs.setCurrentIndex(tab)
        QApplication.processEvents()
        assert page.widget().minimumSizeHint().width() <= width - 14
    steps = [button for button in page.dock.steps.buttons() if not button.icon() or button.text()]
    for button in steps:
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text())

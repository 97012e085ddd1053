"""Months beside yearly figures, what a municipality has, through Processing and the dock: by the law's own dates and as things stand."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

import numpy as np
import pytest
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtWidgets import QApplication

from tests.qgis.inputs import rows
from tests.qgis.test_dock import all_assessments, dock, wait  # noqa: F401 (a fixture)

AREAS = ("01", "02")
RESIDENTS = 1200


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Two areas of 1,200 residents in two Januaries, a tenth of them outside work; convictions,
    education and income as yearly figures."""
    folder = tmp_path_factory.mktemp("måned og år")
    layer = QgsVectorLayer("Polygon?crs=EPSG:25832&field=id:string(10)", "omr", "memory")
    for place, area in enumerate(AREAS):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([area])
        x = 560_000 + 1000 * place
        feature.setGeometry(
            QgsGeometry.fromWkt(
                f"Polygon(({x} 6230000, {x + 1000} 6230000, {x + 1000} 6231000, {x} 6231000, "
                f"{x} 6230000))"
            )
        )
        layer.dataProvider().addFeatures([feature])
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "omr"
    QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(folder / "base.gpkg"), QgsProject.instance().transformContext(), options
    )
    (folder / "persons").mkdir()
    for month in ("2025-01", "2026-01"):
        lines = ["person_id;period;area_code;age;sex;origin;outside_work;student"]
        for n in range(RESIDENTS * len(AREAS)):
            origin = "ikke_vestlig" if n % 8 < 2 else "dansk"
            lines.append(f"P{n};{month};{AREAS[n % 2]};40;m;{origin};{int(n % 20 < 2)};0")
        (folder / "persons" / f"persons_{month}.csv").write_text("\n".join(lines), "utf-8")
    lines = ["area_code;period;indicator;value"]
    for area in AREAS:
        for year, convicted in (("2023", "2,6"), ("2024", "2,2"), ("2025", "2,4")):
            lines += [
                f"{area};{year};convicted;{convicted}",
                f"{area};{year};basic_education;65,0",
                f"{area};{year};income;200000",
            ]
    (folder / "figures.csv").write_text("\n".join(lines), encoding="utf-8")
    lines = ["level;code;period;indicator;value"]
    for year in ("2023", "2024", "2025"):
        lines += [f"nation;;{year};convicted;0,7", f"region;1083;{year};income;380000"]
    (folder / "reference.csv").write_text("\n".join(lines), encoding="utf-8")
    return folder


@pytest.fixture
def situation(request):
    """The small situation, and the one of the shared cases where they lie beside the checkout."""
    if request.param == "small":
        return request.getfixturevalue("small")
    shared = request.getfixturevalue("shared")
    return shared / "cases" / "30-months-beside-yearly-figures"


BOTH = pytest.mark.parametrize("situation", ["small", "shared"], indirect=True)


def given(folder):
    return {
        "AREAS": f"{folder / 'base.gpkg'}|layername=omr",
        "AREA_ID_FIELD": "id",
        "PERSONS": str(folder / "persons"),
        "FIGURES": str(folder / "figures.csv"),
        "REFERENCE": str(folder / "reference.csv"),
        "MUNICIPALITY": "0461",
    }


def run(algorithm, folder, path, **more):
    algorithm("runmonitor", OUTPUT=str(path), **given(folder), **more)
    monitor = MonitorFile(path)
    (area_set,) = monitor.areas.sets()["area_set"]
    return monitor.in_force.assessments(area_set)


@BOTH
def test_the_list_of_2026_through_runmonitor(algorithm, situation, tmp_path):
    table = run(algorithm, situation, tmp_path / "m.gpkg", READING="list")
    assert sorted(set(table["period"])) == ["2025", "2026"] and len(table) == 2 * len(
        set(table["area_id"])
    )
    for row in table[table["period"] == "2026"].to_dict("records"):
        assert row["convicted"] == pytest.approx(2.3), "the mean of 2024 and 2025"
        assert row["convicted_national"] == pytest.approx(0.7) and row["met_convicted"] == 1
        assert row["basic_education"] == 65 and row["met_basic_education"] == 1
        assert row["income"] == pytest.approx(52.63, abs=0.005) and row["met_income"] == 1
        assert (row["convicted_period"], row["convicted_age"]) == ("2025", 12)
        assert (row["population_period"], row["population_age"]) == ("2026-01", 11)
        assert row["decided"] and row["category"] in ("udsat", "parallelsamfund")
        assert row["period_start"] == "2026-01-01"


@BOTH
def test_as_things_stand_is_what_runmonitor_does_unless_told_otherwise(
    algorithm, situation, tmp_path
):
    table = run(algorithm, situation, tmp_path / "m.gpkg")
    for row in table[table["period"] == "2026-01"].to_dict("records"):
        assert row["convicted"] == pytest.approx(2.3) and row["decided"]
        assert (row["convicted_period"], row["convicted_age"]) == ("2025", 1)
        assert row["income_region"] == "1083" and row["income"] == pytest.approx(100 * 20 / 38)
    for row in table[table["period"] == "2025-01"].to_dict("records"):
        assert (row["convicted"], row["convicted_period"]) == (pytest.approx(2.4), "2024")
    same = run(algorithm, situation, tmp_path / "p.gpkg", READING="period")
    now = same[same["period"] == "2026-01"]
    assert not now["decided"].any() and now["convicted"].isna().all()


def test_a_list_without_residents_of_january_is_kept_and_told(algorithm, small, tmp_path):
    folder = tmp_path / "persons"
    folder.mkdir()
    text = (small / "persons" / "persons_2026-01.csv").read_text("utf-8")
    (folder / "persons_2026-02.csv").write_text(text.replace("2026-01", "2026-02"), "utf-8")
    parameters = {**given(small), "PERSONS": str(folder), "READING": "list"}
    algorithm("runmonitor", OUTPUT=str(tmp_path / "m.gpkg"), **parameters)
    assert any("no residents of a 1 January" in text for text in algorithm.said)
    (name,) = MonitorFile(tmp_path / "m.gpkg").areas.sets()["area_set"]
    assert MonitorFile(tmp_path / "m.gpkg").in_force.periods(name)["population"] == ["2026-02"]


@pytest.mark.parametrize(
    ("reading", "convicted", "age"),
    [("list", 1.0, 12), ("current", 1.0, 1), ("period", None, None)],
)
def test_a_table_with_periods_is_read_the_same_way(algorithm, small, reading, convicted, age):
    counted = algorithm("countindicators", **given(small))["OUTPUT"]
    assessed = algorithm("assesscriteria", INPUT=counted, READING=reading, CRITERIA="memory:")
    found = {(row["area_id"], row["period"]): row for row in rows(assessed["OUTPUT"])}
    row = found[("01", "2026-01")]
    assert row["met_convicted"] == convicted and row["met_income"] == convicted
    assert row["decided"] == (convicted is not None)
    assert row.get("convicted_age") == age
    criteria = {
        (one["area_id"], one["period"], one["criterion"]): one["value"]
        for one in rows(assessed["CRITERIA"])
    }
    if convicted:
        assert criteria[("01", "2026-01", "convicted")] == pytest.approx(2.3)


def test_without_a_field_of_periods_the_reading_changes_nothing(algorithm, small):
    counted = algorithm("countindicators", **given(small))["OUTPUT"]
    layer = QgsVectorLayer("None?field=area:string&field=convicted:double", "tal", "memory")
    for area, value in (("a", 2.5), ("a", None)):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([area, value])
        layer.dataProvider().addFeatures([feature])
    given_national = {"INPUT": layer, "CONVICTED_NATIONAL": "0.7"}
    tables = [
        rows(algorithm("assesscriteria", **given_national, READING=reading)["OUTPUT"])
        for reading in ("current", "period", "list")
    ]
    assert tables[0] == tables[1] == tables[2] and tables[0][0]["met_convicted"] == 1
    assert counted.featureCount()


# -- the dock -----------------------------------------------------------------------------------------


def through_the_dock(dock, folder, path):
    dock.page("start").begin(path)
    areas, data = dock.page("areas"), dock.page("data")
    layer = QgsVectorLayer(f"{folder / 'base.gpkg'}|layername=omr", "omr", "ogr")
    QgsProject.instance().addMapLayer(layer)
    areas.municipality.setCurrentIndex(areas.municipality.findData("0461"))
    areas._choose_municipality()
    areas.layer.setLayer(layer)
    areas.id_field.setField("id")
    areas.use.click()
    wait(lambda: not dock.session.busy)
    data.registers["persons"].set_value(str(folder / "persons"))
    data.registers["figures"].set_value(str(folder / "figures.csv"))
    data.references.set_value(str(folder / "reference.csv"))
    data.load.click()
    wait(lambda: not dock.session.busy)
    dock.page("calculation").compute.click()
    wait(lambda: not dock.session.busy)
    assert dock.session.judged, dock.said
    return all_assessments(dock, dock.session.state.area_sets[0])


def cells(table):
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


@BOTH
def test_the_dock_judges_as_things_stand_and_shows_the_laws_list_beside_it(
    dock, situation, tmp_path
):
    from geofa_sociodemografi.ui.map.area_card import card_html

    table = through_the_dock(dock, situation, tmp_path / "m.gpkg")
    now = table[table["period"] == "2026-01"]
    assert now["decided"].all() and now["convicted"].to_numpy() == pytest.approx(2.3)
    row = now.iloc[0].to_dict()
    card = card_html(row["name"], "2026-01", row)
    assert (
        "2.3 % (mean of 2024 and 2025, 1 month old)" in card
        and "65.0 % (2025, 1 month old)" in card
    )
    assert "(January 2026)" in card, "of the residents"
    tip_layer = next(
        one
        for one in QgsProject.instance().mapLayers().values()
        if "convicted_period" in one.mapTipTemplate()
    )
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(tip_layer))
    feature = next(f for f in tip_layer.getFeatures() if f["period"] == "2026-01")
    context.setFeature(feature)
    tip = QgsExpression.replaceExpressionText(tip_layer.mapTipTemplate(), context)
    assert "2.3 % (mean of 2 years to 2025, 1 month old)" in tip and "(2026-01)" in tip
    state = tmp_path / "liste.csv"
    state.write_text("area,year,convicted_pct\n01,2026,2.51\n", encoding="utf-8")
    dock.go_to("assessment")
    page = dock.page("assessment")
    page.tabs.setCurrentIndex(page.tabs.indexOf(page.law))
    QApplication.processEvents()
    wait(lambda: not dock.session.busy)
    law = page.law
    dock.session.shown.show(period="2026-01")
    law._mark("01")
    wait(lambda: law.law_list.table.rowCount() > 0)
    found = {row[0]: row[1:] for row in cells(law.law_list.table)}
    assert found["Convicted"] == [
        "2.3 % (mean of 2024 and 2025, 1 month old)",
        "2.3 % (mean of 2024 and 2025, 12 months old)",
        "+0.0",
    ]
    assert found["Basic school only"][1] == "65.0 % (2025, 12 months old)"
    assert found["Income, of the region"][0] == "52.6 % (2025, 1 month old)"
    assert law.law_list.table.horizontalHeaderItem(2).text() == "The list of 2026"
    law.state_list.source.set_value(str(state))
    found = {row[0]: row[1:] for row in cells(law.law_list.table)}
    assert found["Convicted"][-1] == "2.51 %" and found["Basic school only"][-1] == "–"
    assert "By the law's own dates" in law.law_list.note.text()


def test_the_page_calculation_asks_for_the_reading_and_keeps_it(dock, small, tmp_path):
    through_the_dock(dock, small, tmp_path / "m.gpkg")
    page = dock.page("calculation")
    assert page.rules.reading.currentData() == dock.session.choices().reading == "current"
    page.rules.reading.setCurrentIndex(page.rules.reading.findData("period"))
    page.compute.click()
    wait(lambda: not dock.session.busy)
    now = (
        all_assessments(dock, dock.session.state.area_sets[0])
        .set_index(["area_id", "period"])
        .loc[("01", "2026-01")]
    )
    assert not now["decided"] and np.isnan(now["convicted"])
    assert dock.session.state.reading == "period"
    page.rules.reading.setCurrentIndex(page.rules.reading.findData("current"))
    page.restore()
    assert page.rules.reading.currentData() == "period"

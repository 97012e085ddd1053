"""Area sets on the page Areas: layers of one's own, renamed, removed, and of two municipalities."""

from __future__ import annotations

import pytest
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

from tests.qgis.test_dock import compute, dock, load, made, wait  # noqa: F401 (fixtures)


def sogne(name="Sogne", east=0):
    """Parishes as an export has them: a row number first, the municipality, then the code and the
    name."""
    fields = "field=fid:integer&field=kommune:string&field=sognekode:string&field=sognenavn:string"
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:25832&{fields}", name, "memory")
    features = []
    for row, (code, called) in enumerate((("7001", "Vor Frue"), ("7002", "Dalum")), start=1):
        feature, x = QgsFeature(layer.fields()), 580_000 + east + 1000 * row
        feature.setAttributes([row, "0461", code, called])
        corners = ((x, 0), (x + 900, 0), (x + 900, 900), (x, 900), (x, 0))
        ring = ", ".join(f"{a} {6_135_000 + b}" for a, b in corners)
        feature.setGeometry(QgsGeometry.fromWkt(f"Polygon(({ring}))"))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer


def use(made, layer, municipality):  # noqa: F811
    page = made.page("areas")
    made.session.state.municipality = municipality
    page.layer.setLayer(layer)
    page.use.click()
    wait(lambda: not made.session.busy)
    return page


def store(made):  # noqa: F811
    return MonitorFile(made.session.state.monitor)


def test_a_layer_is_taken_by_its_code_and_name_and_not_its_row_number(made):  # noqa: F811
    page = use(made, sogne(), "0461")
    assert page.id_field.currentField() == "sognekode"
    assert page.name_field.currentField() == "sognenavn"
    kept = store(made).areas.load("0461-Sogne").areas
    assert kept["area_id"].tolist() == ["7001", "7002"]
    assert kept["name"].tolist() == ["Vor Frue", "Dalum"]


def test_two_municipalities_stand_beside_each_other(made):  # noqa: F811
    use(made, sogne(), "0461")
    use(made, sogne(east=50_000), "0751")
    again = use(made, sogne(), "0461")
    found = store(made).areas.sets()["area_set"].tolist()
    assert [one for one in found if "Sogne" in one] == ["0751-Sogne", "0461-Sogne"]
    assert again.sets.count() == 5


def test_a_set_is_renamed_here_on_the_map_and_for_the_next_fetch(made):  # noqa: F811
    page = use(made, sogne(), "0461")
    page.kept.give_name("0461-Sogne", "Odenses sogne")
    texts = [page.sets.item(row).text() for row in range(page.sets.count())]
    assert any(text.startswith("Odenses sogne: 2 areas") for text in texts)
    layers = [layer.name() for layer in QgsProject.instance().mapLayers().values()]
    assert "Odenses sogne, outlines" in layers and "Sogne, outlines" not in layers
    use(made, sogne(), "0461")
    assert store(made).areas.load("0461-Sogne").name == "Odenses sogne"
    layers = [layer.name() for layer in QgsProject.instance().mapLayers().values()]
    assert layers.count("Odenses sogne, outlines") == 1


def test_a_set_is_removed_with_its_layer_and_refused_while_it_has_figures(made):  # noqa: F811
    page = use(made, sogne(), "0461")
    page.kept.take_away("0461-Sogne")
    assert "0461-Sogne" not in made.session.state.area_sets and page.sets.count() == 3
    layers = [layer.name() for layer in QgsProject.instance().mapLayers().values()]
    assert "Sogne" in layers and "Sogne, outlines" not in layers, "their own layer stays"
    load(made)
    compute(made)
    counted = made.session.state.area_sets[0]
    page.kept.take_away(counted)
    assert "has figures" in made.said[-1].message and counted in made.session.state.area_sets
    assert store(made).areas.find(counted) is not None


@pytest.mark.parametrize("chosen", [False, True])
def test_the_buttons_wait_for_a_set(made, chosen):  # noqa: F811
    page = made.page("areas")
    page.sets.setCurrentRow(0 if chosen else -1)
    assert page.kept.rename.isEnabled() == page.kept.remove.isEnabled() == chosen
    assert page.kept.minimumSizeHint().width() <= 300


def test_a_run_of_another_place_does_not_replace_the_areas(algorithm, tmp_path):
    files = {}
    for code, east in (("0461", 0), ("0751", 50_000)):
        people = tmp_path / f"borgere_{code}_2026-01.csv"
        x = 580_000 + east + 1500
        people.write_text(f"x;y;age\n{x};6135500;40\n", encoding="utf-8")
        files[code] = (sogne(east=east), str(people))
    for code, (areas, people) in files.items():
        algorithm(
            "runmonitor",
            AREAS=areas,
            AREA_ID_FIELD="sognekode",
            PERSONS=people,
            MUNICIPALITY=code,
            INDICATORS="population",
            OUTPUT=str(tmp_path / "m.gpkg"),
        )
    kept = MonitorFile(tmp_path / "m.gpkg").areas.sets()["area_set"].tolist()
    assert kept == ["areas", "0751-areas"]

"""Figures through a change of boundaries, and from units to areas, in Processing and in the window."""

from __future__ import annotations

import csv

import pytest
from qgis.core import NULL, QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer

from tests.qgis.inputs import GOOD, SQUARE, polygons, register, rows
from tests.qgis.test_dock import dock, load, made  # noqa: F401 (fixtures)

WEST = "Polygon((660000 6268000, 660500 6268000, 660500 6269000, 660000 6269000, 660000 6268000))"
EAST = "Polygon((660500 6268000, 661000 6268000, 661000 6269000, 660500 6269000, 660500 6268000))"
FAR = "Polygon((670000 6268000, 671000 6268000, 671000 6269000, 670000 6269000, 670000 6268000))"
FIGURES = (
    "area;period;indicator;numerator;denominator;value\n"
    "0;2025;convicted;4;40;\n0;2025;population;80;;\n1;2025;turnout;;;55,5\n"
)


def points(*given):
    layer = QgsVectorLayer("Point?crs=EPSG:25832&field=beboere:integer", "adresser", "memory")
    features = []
    for x, y, persons in given:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([persons])
        feature.setGeometry(QgsGeometry.fromWkt(f"Point({x} {y})"))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def test_figures_of_old_areas_are_cast_onto_new_ones(algorithm, tmp_path):
    found = algorithm(
        "crosswalk",
        OLD_AREAS=polygons(SQUARE, FAR, ids=["0", "1"]),
        OLD_ID_FIELD="id",
        NEW_AREAS=polygons(WEST, EAST, FAR, ids=["w", "e", "f"]),
        NEW_ID_FIELD="id",
        ADDRESSES=points((660_100, 6_268_100, 3), (660_900, 6_268_100, 1)),
        FIGURES=register(tmp_path, FIGURES, "tal.csv"),
        CAST="memory:",
    )
    table = rows(found["OUTPUT"])
    assert [(r["from_area"], r["to_area"], r["share"], r["weight"], r["by"]) for r in table] == [
        ("0", "w", 0.75, 3.0, "persons"),
        ("0", "e", 0.25, 1.0, "persons"),
        ("1", "f", 1.0, table[2]["weight"], "outline"),
    ]
    cast = {(r["area_id"], r["indicator"]): r for r in rows(found["CAST"])}
    assert cast["w", "convicted"]["numerator"] == 3 and cast["w", "convicted"]["value"] == 10
    assert cast["e", "population"]["value"] == 20 and cast["e", "population"]["cast"] == "persons"
    assert cast["f", "turnout"]["value"] == 55.5 and cast["f", "turnout"]["cast"] == "outline"


def test_without_addresses_the_shares_are_by_area_and_it_is_said(algorithm):
    found = algorithm(
        "crosswalk", OLD_AREAS=polygons(SQUARE), NEW_AREAS=polygons(WEST), OLD_ID_FIELD="id"
    )
    assert [(r["share"], r["by"]) for r in rows(found["OUTPUT"])] == [(0.5, "area")]
    assert "CAST" not in found or not found["CAST"]
    said = " ".join(algorithm.said)
    assert "shared out by area, as if people lived evenly" in said and "0 (50.0 %)" in said


def test_a_list_of_addresses_may_be_a_text_file_and_its_column_named(algorithm, tmp_path):
    listed = "x;y;hoveder\n660100;6268100;9\n660900;6268100;1\n"
    found = algorithm(
        "crosswalk",
        OLD_AREAS=polygons(SQUARE),
        NEW_AREAS=polygons(WEST, EAST),
        ADDRESSES=register(tmp_path, listed, "adresser.csv"),
        PERSONS_FIELD="hoveder",
    )
    assert [r["share"] for r in rows(found["OUTPUT"])] == [0.9, 0.1]
    for text, column, says in (
        (listed, "folk", "has no column folk"),
        ("x;y;personer\n660100;6268100;-4\n", "", "row 2, field personer"),
        ("x;personer\n660100;4\n", "", "no column for Northing"),
    ):
        with pytest.raises(QgsProcessingException, match=says):
            algorithm(
                "crosswalk",
                OLD_AREAS=polygons(SQUARE),
                NEW_AREAS=polygons(WEST, EAST),
                ADDRESSES=register(tmp_path, text, "andre.csv"),
                PERSONS_FIELD=column,
            )


def test_units_are_added_up_and_the_order_of_sources_is_chosen(algorithm, tmp_path):
    figures = (
        "afdeling;period;indicator;numerator;denominator\n"
        "11;2026-01;turnout;5;10\n12;2026-01;turnout;1;10\n11;2026-01;population;7;\n"
        "12;2026-01;population;2;\n"
    )
    asked = {
        "AREAS": polygons(SQUARE),
        "PERSONS": register(tmp_path, GOOD),
        "FIGURES": register(tmp_path, figures, "lbf.csv"),
        "FIGURE_MAP": register(
            tmp_path, "afdeling;område;andel\n11;0;\n12;0;0,5\n", "afdelinger.csv"
        ),
        "INDICATORS": "population,turnout",
    }
    for order, population, source in (
        (None, 1, "register:persons"),
        ("figures first", 8, "figures"),
    ):
        found = algorithm(
            "countindicators",
            **asked,
            **({"SOURCE_ORDER": order} if order else {}),
        )
        table = {r["indicator"]: r for r in rows(found["OBSERVATIONS"])}
        assert table["turnout"]["numerator"] == 5.5 and table["turnout"]["denominator"] == 15
        assert table["turnout"]["source"] == "figures"
        assert table["population"]["value"] == population
        assert table["population"]["source"] == source
        assert any("units lie partly outside" in text for text in algorithm.said)
        assert any("differ by more than rounding" in text for text in algorithm.said)


def test_the_window_keeps_the_table_of_units_and_the_order(made, tmp_path):  # noqa: F811
    page = made.page("data")
    areas = made.session.monitor().areas.load(made.session.state.area_sets[0]).area_ids
    with (tmp_path / "lbf.csv").open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream, delimiter=";")
        out.writerow(["afdeling", "period", "indicator", "numerator", "denominator"])
        out.writerows([[n, "2026-01", "turnout", 10, 20] for n in (1, 2)])
    units = tmp_path / "afdelinger.csv"
    units.write_text(f"afdeling;område\n1;{areas[0]}\n2;{areas[0]}\n", encoding="utf-8")
    page.registers["figures"].set_value(str(tmp_path / "lbf.csv"))
    page.of_figures.units.set_value(str(units))
    page.of_figures.order.setCurrentIndex(1)
    load(made)
    state = made.session.state
    assert state.figure_map == str(units) and state.source_order == "figures first"
    assert made.session.choices().source_order == "figures first"
    assert "turnout" in made.session.servable
    assert made.session.chosen_sources().figure_map == str(units)
    page.restore()
    assert page.of_figures.units.value() == str(units) and page.of_figures.chosen()
    assert not page.more.isCollapsed()
    units.write_text("afdeling;område;andel\n1;x;7\n", encoding="utf-8")
    load(made)
    assert any("row 2, field andel" in str(text) for text in made.said)


def test_a_percentage_without_its_denominator_is_missing_on_other_boundaries(algorithm, tmp_path):
    found = algorithm(
        "crosswalk",
        OLD_AREAS=polygons(SQUARE),
        NEW_AREAS=polygons(WEST, EAST),
        FIGURES=register(tmp_path, "area;period;indicator;value\n0;2025;convicted;12\n", "t.csv"),
        CAST="memory:",
    )
    table = rows(found["CAST"])
    assert [r["status"] for r in table] == ["no_denominator"] * 2
    assert [r["value"] for r in table] == [NULL, NULL]
    assert any("they have no denominators" in text for text in algorithm.said)

"""Geometry rules beside shapely's answer, and what mending does and leaves alone."""

from __future__ import annotations

import itertools

import numpy as np
import pandas as pd
import pytest
import shapely
from geofa_sociodemografi.core.catalogue.geofa.themes import theme
from geofa_sociodemografi.core.gis.districts.checks import SLIVER_M2, check_geometry
from geofa_sociodemografi.core.gis.districts.mending import mend
from geofa_sociodemografi.core.progress import Silent
from qgis.core import QgsGeometry, QgsVectorLayer

from tests.services.geofa.districts import shape, table
from tests.unit.helpers import multipolygon_wkb, polygon_wkb, square

THEME = theme("5713")


def check(rows, about=THEME, border=None):
    return check_geometry(about, rows, Silent(), border)


def of(problems, rule):
    return [problem for problem in problems if problem.rule == rule]


def jittered(seed):
    """A 5 × 5 grid in which some shared corners are moved for one of their districts alone."""
    random = np.random.default_rng(seed)
    rows = table(range(1, 26))
    for position in range(25):
        x, y = 580_000 + position % 5 * 200, 6_130_000 + position // 5 * 200
        ring = np.array(square(x, y, 200), dtype=float)
        for corner in range(4):
            if random.random() < 0.2:
                ring[corner] += random.choice([0.002, 0.3, 8.0]) * random.uniform(-1, 1, 2)
        rows.at[position, "wkb"] = multipolygon_wkb(polygon_wkb(np.round(ring, 3).tolist()))
    return rows


@pytest.mark.parametrize("seed", range(12))
def test_overlaps_and_holes_are_those_shapely_finds(seed):
    rows = jittered(seed)
    shapes = [shapely.from_wkb(wkb) for wkb in rows["wkb"]]
    overlaps = sorted(
        round(a.intersection(b).area, 3)
        for a, b in itertools.combinations(shapes, 2)
        if a.intersection(b).area > 0.001
    )
    whole = shapely.union_all(shapes)
    parts = whole.geoms if whole.geom_type == "MultiPolygon" else [whole]
    holes = sorted(
        round(shapely.Polygon(ring).area, 3)
        for part in parts
        for ring in part.interiors
        if shapely.Polygon(ring).area > 0.001
    )
    found = check(rows)
    for rule, expected in (("overlap", overlaps), ("hole", holes)):
        sizes = sorted(round(shapely.from_wkb(p.place).area, 3) for p in of(found, rule))
        assert sizes == pytest.approx(expected, abs=0.002), rule
        assert all(
            (p.severity == "warning") == p.can_mend == (shapely.from_wkb(p.place).area < SLIVER_M2)
            for p in of(found, rule)
        )


@pytest.mark.parametrize("seed", range(12))
def test_mending_leaves_no_sliver_and_moves_nothing_else(seed):
    rows = jittered(seed)
    before = check(rows)
    mended = mend(THEME, rows, before, Silent())
    after = check(mended.wanted)
    assert len([p for p in after if p.can_mend]) <= len(mended.left)
    large = [p for p in before if p.rule in ("overlap", "hole") and not p.can_mend]
    assert len([p for p in after if p.rule in ("overlap", "hole") and not p.can_mend]) <= len(large)
    for old, new in zip(rows["wkb"], mended.wanted["wkb"]):
        assert (
            shapely.from_wkb(old).symmetric_difference(shapely.from_wkb(new)).area < 5 * SLIVER_M2
        )
    assert rows.equals(jittered(seed)), "the table given is as it was"


def test_one_type_may_lie_over_another_and_grades_over_others():
    rows = pd.concat([table([1, 2]), table([1, 2], prog_distrikt_type_kode=12)], ignore_index=True)
    assert of(check(rows), "overlap") == []
    schools = theme("5710")
    lower = {"udd_distrikt_type_kode": 5, "starttrin_kode": 11, "sluttrin_kode": 6, "wkb": shape(1)}
    upper = {**lower, "starttrin_kode": 7, "sluttrin_kode": 9}
    both = pd.DataFrame([{**lower, "row": 1}, {**upper, "row": 2}], dtype=object)
    assert of(check(both, schools), "overlap") == []
    shared = pd.DataFrame(
        [{**lower, "row": 1}, {**upper, "starttrin_kode": 6, "row": 2}], dtype=object
    )
    assert len(of(check(shared, schools), "overlap")) == 1
    assert (
        of(
            check(
                pd.DataFrame(
                    [{"forening_type_kode": 7, "wkb": shape(1), "row": n} for n in (1, 2)],
                    dtype=object,
                ),
                theme("5700"),
            ),
            "overlap",
        )
        == []
    )


def test_every_grade_is_covered_by_itself():
    schools = theme("5710")

    def district(number, first, last):
        return {
            "udd_distrikt_type_kode": 5,
            "starttrin_kode": first,
            "sluttrin_kode": last,
            "wkb": shape(number),
        }

    ring = [district(r * 25 + c, 11, 9) for r in range(3) for c in (1, 2, 3) if (r, c) != (1, 2)]
    rows = pd.DataFrame([*ring, district(27, 11, 6), district(27, 7, 9)], dtype=object)
    rows["row"] = range(1, len(rows) + 1)
    assert of(check(rows, schools), "hole") == [], "every grade has its district everywhere"
    assert len(of(check(rows.iloc[:-1], schools), "hole")) == 1, (
        "grades 7-9 have none in the middle"
    )


def test_a_draft_may_lie_over_what_is_in_force():
    rows = pd.concat([table([1, 2]), table([1], statuskode=2)], ignore_index=True)
    (overlap,) = of(check(rows), "overlap")
    assert overlap.severity == "warning" and not overlap.can_mend


def test_neighbours_that_touch_and_overlap_and_points_outside_have_places_that_can_be_written(
    algorithm,
):
    rows = table([1, 2])
    touching = [
        (580_200, 6_130_000),
        (580_400, 6_130_000),
        (580_400, 6_130_200),
        (580_200, 6_130_200),
        (580_200, 6_130_150),
        (580_190, 6_130_150),
        (580_190, 6_130_050),
        (580_200, 6_130_050),
    ]
    rows.at[1, "wkb"] = multipolygon_wkb(polygon_wkb(touching))
    (overlap,) = of(check(rows), "overlap")
    assert shapely.from_wkb(overlap.place).geom_type in ("Polygon", "MultiPolygon")
    homes = pd.DataFrame(
        [
            {
                "botilbud_type_kode": 13,
                "row": 1,
                "wkb": shapely.to_wkb(shapely.MultiPoint([(590_000, 6_130_000)])),
            }
        ],
        dtype=object,
    )
    border = QgsGeometry.fromWkt(
        "POLYGON((580000 6130000, 580600 6130000, 580600 6130200, 580000 6130200, 580000 6130000))"
    )
    (outside,) = of(check(homes, theme("5715"), border), "outside")
    assert (
        shapely.from_wkb(outside.place).geom_type in ("Polygon", "MultiPolygon")
        and outside.severity == "error"
    )


def test_what_is_wrong_in_geofa_already_keeps_no_key_from_being_sent():
    from geofa_sociodemografi.core.geofa.comparison.compare import compare
    from geofa_sociodemografi.core.gis.districts.checks import check_result

    bow = multipolygon_wkb(
        polygon_wkb(
            [(580_000, 6_130_000), (580_100, 6_130_100), (580_100, 6_130_000), (580_000, 6_130_100)]
        )
    )
    columns = [c.name for c in THEME.columns if c.type != "geometry"]
    current = pd.DataFrame(
        [
            {
                **{name: None for name in columns},
                "objekt_id": "a",
                "versions_id": "v",
                "statuskode": 3,
                "prog_distrikt_type_kode": 11,
                "noegle": "k",
                "wkb": bow,
            }
        ],
        dtype=object,
    )
    keys = pd.DataFrame([{"noegle": "k", "link": "https://x", "wkb": b"", "row": 1}], dtype=object)
    found = check_result(compare(THEME, "0461", keys, current), current, Silent())
    assert "validity" in {p.rule for p in found} and {p.severity for p in found} == {"warning"}
    assert mend(THEME, keys, found, Silent()).left == tuple(p for p in found if p.can_mend)


def test_a_sliver_is_mended_in_its_own_type_alone():
    rows = pd.concat([table([1, 2]), table([1], prog_distrikt_type_kode=12)], ignore_index=True)
    rows["row"] = [1, 2, 3]
    rows.at[0, "wkb"] = shape(1, 0.003)
    mended = mend(THEME, rows, check(rows), Silent())
    assert len(mended.texts) == 1 and mended.wanted["wkb"][2] == rows["wkb"][2]
    assert of(check(mended.wanted), "overlap") == []


def test_closed_districts_overlap_nobody():
    rows = pd.concat([table([1]), table([1], statuskode=4)], ignore_index=True)
    assert of(check(rows), "overlap") == []


@pytest.mark.parametrize(
    ("wkb", "rule", "says"),
    [
        (b"", "no_geometry", "no geometry"),
        (multipolygon_wkb(polygon_wkb(square(580_000, 6_130_000, 31))), "size", "961 m²; 1,000 m²"),
        (
            multipolygon_wkb(
                polygon_wkb(
                    [
                        (580_000, 6_130_000),
                        (580_100, 6_130_100),
                        (580_100, 6_130_000),
                        (580_000, 6_130_100),
                    ]
                )
            ),
            "validity",
            "not valid",
        ),
        (
            multipolygon_wkb(polygon_wkb(square(580_000, 6_130_000, 0.0001))),
            "validity",
            "Nothing is left",
        ),
    ],
)
def test_geometry_that_cannot_be_registered(wkb, rule, says):
    rows = table([1])
    rows.at[0, "wkb"] = wkb
    found = check(rows)
    assert rule in {p.rule for p in found} and any(says in p.text for p in found)
    assert all(p.severity == "error" and p.next_step and p.row == 1 for p in found)


def test_a_bow_tie_is_a_persons_decision_and_a_spike_is_mended():
    rows = table([1, 2])
    rows.at[0, "wkb"] = multipolygon_wkb(
        polygon_wkb(
            [(580_000, 6_130_000), (580_100, 6_130_100), (580_100, 6_130_000), (580_000, 6_130_100)]
        )
    )
    ring = [
        (580_200, 6_130_000),
        (580_400, 6_130_000),
        (580_400, 6_130_100),
        (580_500, 6_130_100),
        (580_400, 6_130_100),
        (580_400, 6_130_200),
        (580_200, 6_130_200),
    ]
    rows.at[1, "wkb"] = multipolygon_wkb(polygon_wkb(ring))
    mended = mend(THEME, rows, check(rows), Silent())
    assert len(mended.texts) == 1 and "Distrikt 2: the geometry was made valid" in mended.texts[0]
    assert [p.row for p in mended.left] == [1] and mended.wanted["wkb"][0] == rows["wkb"][0]
    assert shapely.from_wkb(mended.wanted["wkb"][1]).area == 40_000


def test_the_municipality_must_be_covered_and_not_left():
    border = QgsGeometry.fromWkt(
        "POLYGON((580000 6130000, 580600 6130000, 580600 6130200, 580000 6130200, 580000 6130000))"
    )
    covered = check(table([1, 2, 3]), border=border)
    assert of(covered, "hole") == [] and of(covered, "outside") == []
    (hole,) = of(check(table([1, 3]), border=border), "hole")
    assert shapely.from_wkb(hole.place).area == 40_000
    (part,) = of(
        check(pd.concat([table([1]), table([51])], ignore_index=True), border=border), "hole"
    )
    assert "covers 33 % of the municipality" in part.text and part.severity == "warning"
    outside = of(check(table([1, 2, 3, 4, 12]), border=border), "outside")
    assert [(p.label, p.severity) for p in outside] == [
        ("Distrikt 4", "warning"),
        ("Distrikt 12", "error"),
    ]


def test_the_algorithm_lists_problems_with_places_and_writes_the_mended(algorithm):
    rows = table([1, 2, 3])
    rows.at[0, "wkb"] = shape(1, 0.003)
    layer = QgsVectorLayer(
        "MultiPolygon?crs=EPSG:25832&field=prog_distrikt_nr:integer&field=prog_distrikt_navn:string"
        "&field=prog_distrikt_type_kode:integer&field=note:string",
        "d",
        "memory",
    )
    from qgis.core import QgsFeature

    for row in rows.to_dict("records"):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([row["prog_distrikt_nr"], row["prog_distrikt_navn"], 11, "2 borgere"])
        geometry = QgsGeometry()
        geometry.fromWkb(row["wkb"])
        feature.setGeometry(geometry)
        layer.dataProvider().addFeature(feature)
    done = algorithm("checkdistricts", INPUT=layer, THEME="5713", MUNICIPALITY="461")
    found = {(f["rule"], f["severity"]): f for f in done["OUTPUT"].getFeatures()}
    assert set(found) == {("small_figure", "error"), ("overlap", "warning")}
    assert found["overlap", "warning"].geometry().area() == pytest.approx(0.6, abs=0.01)
    done = algorithm(
        "checkdistricts", INPUT=layer, THEME="5713", MUNICIPALITY="461", MEND=True, MENDED="memory:"
    )
    assert {f["rule"] for f in done["OUTPUT"].getFeatures()} == {"small_figure"} and done[
        "MENDED"
    ].featureCount() == 3
    assert any("of overlap with Distrikt 1 were taken away" in text for text in algorithm.said)

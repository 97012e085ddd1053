"""``series`` and ``matrix`` through Processing, over a file with a month that is missing and years beside months."""

from __future__ import annotations

import csv

import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.i18n import in_language
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from qgis.core import QgsProcessingException

from tests.qgis.change_town import AREAS, town
from tests.unit.test_casting_series import add, districts_of


@pytest.fixture
def path(tmp_path):
    return str(town(tmp_path / "monitor.gpkg"))


def rows(result, output="OUTPUT"):
    layer = result[output]
    names = [field.name() for field in layer.fields()]
    return [
        {
            n: (None if hasattr(v, "isNull") and v.isNull() else v)
            for n, v in zip(names, f.attributes())
        }
        for f in layer.getFeatures()
    ]


def test_a_series_has_gaps_limits_changes_and_what_is_more_than_chance(algorithm, path):
    result = algorithm("series", MONITOR=path, AREA_SET="grid", INDICATORS="no_work", AREAS="c0r0")
    found = {row["period"]: row for row in rows(result) if row["kind"] == "month"}
    assert list(found)[0] == "2025-01" and list(found)[-1] == "2026-01" and len(found) == 13
    gap, now = found["2025-06"], found["2026-01"]
    assert (gap["status"], gap["value"], gap["last_figure"]) == ("gap", None, "2025-01")
    assert (now["threshold"], now["prevention_threshold"]) == (40.0, 30.0)
    assert now["municipality_from"] == "sum" and now["change_from"] == "2025-01"
    assert now["more_than_noise"] in (True, False)
    assert (now["change_low"] <= now["change"] <= now["change_high"]) and result["GAPS"] == 10
    assert any("10 that should be there are missing" in text for text in algorithm.said)
    assert not [row for row in rows(result) if row["kind"] == "year"]


def test_years_stand_beside_months_in_a_series_of_their_own(algorithm, path):
    result = algorithm(
        "series", MONITOR=path, AREA_SET="grid", INDICATORS="basic_education,no_work"
    )
    found = rows(result)
    years = [row for row in found if row["kind"] == "year"]
    assert {row["indicator"] for row in years} == {"basic_education"}
    assert sorted({row["period"] for row in years}) == ["2023", "2024"]
    assert {row["area_id"] for row in years} < set(AREAS)  # the others have none


def test_a_span_of_periods_and_one_that_runs_backwards(algorithm, path):
    found = rows(
        algorithm(
            "series",
            MONITOR=path,
            AREA_SET="grid",
            INDICATORS="no_work",
            FIRST="2025-12",
            LAST="2026-01",
        )
    )
    assert {row["period"] for row in found} == {"2025-12", "2026-01"}
    assert any(row["change"] is not None for row in found)  # from a month before FIRST
    with pytest.raises(QgsProcessingException, match="earlier period as FIRST"):
        algorithm("series", MONITOR=path, AREA_SET="grid", FIRST="2026-01", LAST="2025-01")
    with pytest.raises(QgsProcessingException, match="FIRST: januar is not a period"):
        algorithm("series", MONITOR=path, AREA_SET="grid", FIRST="januar")


@pytest.mark.parametrize("name", ["series", "matrix"])
def test_what_is_not_there_is_named_with_what_is(algorithm, path, tmp_path, name):
    for wrong, said in (
        ({"AREA_SET": "elsewhere"}, "Choose one of .*grid"),
        ({"AREA_SET": ""}, "AREA_SET: the monitor file has 2 area sets"),
        ({"AREA_SET": "grid", "INDICATORS": "burglary"}, "Choose among population"),
        ({"AREA_SET": "grid", "MONITOR": str(tmp_path / "none.gpkg")}, "none.gpkg"),
    ):
        with pytest.raises(QgsProcessingException, match=said):
            algorithm(name, **{"MONITOR": path, **wrong})


def test_the_matrix_of_the_newest_month_on_the_map_and_in_a_spreadsheet(algorithm, path, tmp_path):
    csv_path = tmp_path / "Matrix å.csv"
    result = algorithm("matrix", MONITOR=path, AREA_SET="grid", SPREADSHEET=str(csv_path))
    layer = result["OUTPUT"]
    assert result["PERIOD"] == "2026-01" and layer.featureCount() == len(AREAS)
    assert layer.crs().authid() == "EPSG:25832" and layer.isSpatial()
    observed = MonitorFile(path).in_force.observations("grid", ["no_work"], ["2026-01"])
    wanted = observed.set_index("area_id")["value"].to_dict()
    assert {row["area_id"]: row["no_work"] for row in rows(result)} == pytest.approx(wanted)
    with open(csv_path, encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, delimiter=";"))
    assert len(lines) == 1 + len(AREAS) and lines[0][0] == "Area"
    named = in_language(next(i for i in all_indicators() if i.id == "no_work").name)
    place = lines[0].index(f"{named} (percent)")
    assert [float(line[place]) for line in lines[1:]] == pytest.approx([wanted[a] for a in AREAS])


def test_a_matrix_without_geometry_of_a_year_and_of_one_that_is_not_there(algorithm, path):
    result = algorithm(
        "matrix",
        MONITOR=path,
        AREA_SET="grid",
        PERIOD="2024",
        INDICATORS="basic_education",
        GEOMETRY=False,
    )
    assert not result["OUTPUT"].isSpatial()
    found = {row["area_id"]: row["basic_education"] for row in rows(result)}
    assert sum(value is None for value in found.values()) == len(AREAS) - 2
    with pytest.raises(QgsProcessingException, match="no figures of 2019.*2025-01"):
        algorithm("matrix", MONITOR=path, AREA_SET="grid", PERIOD="2019")


def test_a_spreadsheet_that_cannot_be_written_is_told(algorithm, path, tmp_path):
    with pytest.raises(QgsProcessingException, match="cannot be written"):
        algorithm(
            "matrix", MONITOR=path, AREA_SET="grid", SPREADSHEET=str(tmp_path / "no" / "m.csv")
        )


@pytest.mark.parametrize("over", ["rolling_12", "year", "two_years"])
def test_months_are_put_together_from_what_the_file_holds(algorithm, path, over):
    """By hand: shares over twelve months, over a year, and of a month and the same a year before."""
    from geofa_sociodemografi.core.store.monitor_file import MonitorFile

    given = {"MONITOR": path, "AREA_SET": "grid", "INDICATORS": "no_work", "AREAS": "c0r0"}
    found = {r["period"]: r for r in rows(algorithm("series", **given, OVER=over))}
    table = MonitorFile(path).in_force.observations("grid", ["no_work"])
    own = table[(table["area_id"] == "c0r0") & (table["period"].str.len() == 7)]
    parts = {p: (n, d) for p, n, d in zip(own["period"], own["numerator"], own["denominator"])}
    checked = 0
    for period, row in found.items():
        if over == "year":
            months = [f"{period}-{n:02d}" for n in range(1, 13)]
        elif len(period) == 4:
            continue
        else:
            year, month = int(period[:4]), int(period[5:])
            back = range(12) if over == "rolling_12" else (0, 12)
            months = [
                f"{(12 * year + month - 1 - b) // 12}-{(month - 1 - b) % 12 + 1:02d}" for b in back
            ]
        if row["value"] is not None and all(m in parts for m in months):
            n, d = (sum(parts[m][k] for m in months) for k in (0, 1))
            assert row["value"] == pytest.approx(100 * n / d)
            checked += 1
        assert row["threshold"] is None and row["law_value"] is None
    assert checked or over != "two_years"


def test_a_series_is_cast_onto_the_boundaries_of_today_or_a_date(algorithm, tmp_path):
    path = tmp_path / "moved.gpkg"
    add(path, "2026-01", districts_of(10, "2025-01-01"))
    add(path, "2026-02", districts_of(20, "2026-02-01"))
    given = {"MONITOR": str(path), "AREA_SET": "districts", "INDICATORS": "population"}
    cast = {
        when: {
            (row["area_id"], row["period"]): (row["value"], row["cast"])
            for row in rows(algorithm("series", **given, BOUNDARIES=when))
        }
        for when in ("", "today", "2025-06-30")
    }
    assert {how for _, how in cast[""].values()} <= {"", None}
    assert cast["today"]["west", "2026-01"][1] == "atoms"
    assert cast["today"]["west", "2026-02"] == cast[""]["west", "2026-02"]
    assert cast["2025-06-30"]["west", "2026-01"] == cast[""]["west", "2026-01"]
    assert cast["2025-06-30"]["west", "2026-02"][1] == "atoms"
    assert any("cast onto these: atoms 2." in text for text in algorithm.said)
    with pytest.raises(QgsProcessingException, match="BOUNDARIES: i går is not a date"):
        algorithm("series", **given, BOUNDARIES="i går")

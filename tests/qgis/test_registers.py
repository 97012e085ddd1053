"""The algorithms that import, check and count registers of every kind."""

from __future__ import annotations

import json

import pytest
from geofa_sociodemografi.core.catalogue import own
from geofa_sociodemografi.core.example.files import OTHER_REGISTERS
from geofa_sociodemografi.core.registers.delivery import load_profile
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from qgis.core import NULL, QgsProcessingException

from tests.package import SHARED
from tests.qgis.inputs import count, last_month, register, rows

OTHERS = {kind.upper(): kind for kind in OTHER_REGISTERS}


@pytest.fixture
def algorithm(algorithm):
    algorithm.outputs.update(importregister=("OUTPUT", "DELIVERY"), checkregister=("OUTPUT",))
    return algorithm


def everything(example):
    return {name: str(example.register(kind)) for name, kind in OTHERS.items()}


def test_all_indicators_of_all_registers_are_counted_at_once(algorithm, example, housing):
    counted = count(algorithm, example, housing, INDICATORS="all", **everything(example))
    observations = rows(counted["OBSERVATIONS"])
    newest = {o["indicator"] for o in observations if o["period"] == "2026-01"}
    assert len(newest) == 80 and {o["indicator"] for o in observations} - newest == {
        "turnout",
        "safe",
        "gp_contacts",
        "hospital_admissions",
        "library_borrowers",
    }
    evictions = [
        o for o in observations if o["indicator"] == "evictions" and o["period"] == "2026-01"
    ]
    assert len(evictions) == 10 and all(o["denominator"] > 0 for o in evictions)
    assert {o["status"] for o in observations} >= {"counted", "finished"}


def test_numbers_broken_down_add_up_to_the_whole(algorithm, example, housing):
    counted = count(
        algorithm,
        example,
        housing,
        INDICATORS="population,employed",
        FACETS="sex, sex*age_band, tenure",
    )
    observations = rows(counted["OBSERVATIONS"])
    whole = {
        (o["area_id"], o["indicator"]): o["numerator"] for o in observations if o["facet"] == ""
    }
    for facet in ("sex", "sex*age_band", "tenure"):
        for key, numerator in whole.items():
            parts = [
                o["numerator"]
                for o in observations
                if o["facet"] == facet and (o["area_id"], o["indicator"]) == key
            ]
            assert sum(parts) == numerator, (facet, key)
    assert {o["facet_value"] for o in observations if o["facet"] == "sex"} == {"k", "m"}
    assert len(rows(counted["OUTPUT"])) == 10
    with pytest.raises(QgsProcessingException, match="no facet height.*age_band"):
        count(algorithm, example, housing, FACETS="height")


def test_figures_over_twelve_months(algorithm, example, housing):
    counted = count(
        algorithm,
        example,
        housing,
        PERSONS=str(example.persons),
        INDICATORS="moves_in",
        MOVES=str(example.register("moves")),
        OVER="rolling_12",
    )
    by_period = {o["period"]: o for o in rows(counted["OBSERVATIONS"]) if o["area_id"] == "B01"}
    monthly = count(
        algorithm,
        example,
        housing,
        PERSONS=str(example.persons),
        INDICATORS="moves_in",
        MOVES=str(example.register("moves")),
    )
    months = [
        o
        for o in rows(monthly["OBSERVATIONS"])
        if o["area_id"] == "B01" and "2025-02" <= o["period"] <= "2026-01"
    ]
    assert len(months) == 12
    assert by_period["2026-01"]["numerator"] == sum(o["numerator"] for o in months)
    assert by_period["2024-06"]["value"] == NULL and by_period["2024-06"]["status"] == "incomplete"


def test_an_own_catalogue_is_counted(algorithm, example, housing, tmp_path):
    own.save_own(
        tmp_path,
        {
            **own.entry_of("employed"),
            "id": "unge_i_job",
            "population": {"column": "age", "operator": "between", "value": [18, 24]},
        },
    )
    counted = count(algorithm, example, housing, INDICATORS="unge_i_job", CATALOGUE=str(tmp_path))
    assert {o["indicator"] for o in rows(counted["OBSERVATIONS"])} == {"unge_i_job"}


def test_a_mapping_can_speak_of_several_registers(algorithm, example, housing, tmp_path):
    events = tmp_path / "sager.csv"
    events.write_text(
        "hvornår;slags;område\n03-01-2026;udsættelse;B01\n04-01-2026;underretning;B01\n",
        encoding="utf-8",
    )
    mapping = {
        "events": {"date": "hvornår", "type": "slags", "area_code": "område"},
        "persons": {"age": "age"},
    }
    counted = count(
        algorithm,
        example,
        housing,
        INDICATORS="notifications",
        EVENTS=str(events),
        MAPPING=json.dumps(mapping),
    )
    (first, *others) = [o for o in rows(counted["OBSERVATIONS"]) if o["period"] == "2026-01"]
    assert (first["area_id"], first["numerator"]) == ("B01", 1) and {
        o["numerator"] for o in others
    } == {0}
    with pytest.raises(QgsProcessingException, match="unknown register cats"):
        count(algorithm, example, housing, MAPPING='{"cats": {}}')


def test_an_indicator_whose_register_is_not_there_is_named(algorithm, example, housing):
    with pytest.raises(QgsProcessingException, match="evictions needs events, dwellings"):
        count(algorithm, example, housing, INDICATORS="evictions")


# -- import --------------------------------------------------------------------------------------


def test_import_writes_columns_record_and_profile_and_no_row(algorithm, example, tmp_path):
    profile, monitor = tmp_path / "cpr.json", tmp_path / "m.gpkg"
    done = algorithm(
        "importregister",
        SOURCE=last_month(example),
        KIND="persons",
        NAME="CPR-udtræk",
        PROFILE_OUTPUT=str(profile),
        MONITOR=str(monitor),
    )
    columns = {r["role"]: r for r in rows(done["OUTPUT"])}
    assert (
        columns["age"]["column"] == "age"
        and columns["age"]["filled"] == columns["age"]["rows"] > 5000
    )
    assert columns["birth_date"]["column"] == "" and "kontanthjaelp" in columns["benefit"]["codes"]
    (record,) = rows(done["DELIVERY"])
    assert (record["name"], record["period"]) == ("CPR-udtræk", "2026-01") and len(
        record["checksum"]
    ) == 64
    assert (
        load_profile(profile).mapping["age"] == "age"
        and len(MonitorFile(monitor).deliveries.all()) == 1
    )
    canary = (
        (example.persons / "persons_2026-01.csv")
        .read_text(encoding="utf-8")
        .splitlines()[1]
        .split(";")[0]
    )
    for path in tmp_path.iterdir():
        assert canary.encode() not in path.read_bytes()


def test_a_profile_is_used_again_on_the_next_delivery(algorithm, tmp_path):
    path = register(
        tmp_path, "Kørsel 7\nøst|nord|leveår\n660000|6268000|40\n", "januar_2026-01.csv"
    )
    profile = tmp_path / "p.json"
    profile.write_text(
        json.dumps(
            {
                "format": 1,
                "name": "Årlig",
                "register": "persons",
                "mapping": {"age": "leveår"},
                "reading": {"separator": "|", "header_row": 2},
            }
        ),
        encoding="utf-8",
    )
    done = algorithm("importregister", SOURCE=path, PROFILE=str(profile))
    assert {r["role"]: r["column"] for r in rows(done["OUTPUT"])}["age"] == "leveår"
    with pytest.raises(QgsProcessingException, match="of the register persons, not events"):
        algorithm("importregister", SOURCE=path, PROFILE=str(profile), KIND="events")


def test_finished_figures_can_be_written_as_they_were_read(algorithm, example):
    done = algorithm(
        "importregister", SOURCE=str(example.register("figures")), KIND="figures", TABLE="memory:"
    )
    assert {r["indicator"] for r in rows(done["TABLE"])} == {
        "turnout",
        "safe",
        "gp_contacts",
        "hospital_admissions",
        "library_borrowers",
    }


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"SEPARATOR": "x"}, "separator = 'x'"),
        ({"ENCODING": "ebcdic"}, "encoding = 'ebcdic'"),
        ({"MAPPING": '{"height": "x"}'}, "unknown role height"),
        ({"KIND": "events"}, "no column"),
    ],
)
def test_an_import_that_cannot_be_done_says_why(algorithm, tmp_path, more, says):
    path = register(tmp_path, "x;y;age;period\n660000;6268000;40;2026-01\n")
    with pytest.raises(QgsProcessingException, match=says):
        algorithm("importregister", SOURCE=path, **more)


# -- check ---------------------------------------------------------------------------------------


def test_the_example_has_no_errors(algorithm, example, housing):
    done = algorithm(
        "checkregister",
        REGISTER=str(example.persons),
        ADDRESSES=str(example.addresses),
        AREAS=housing,
        AREA_ID_FIELD="noegle",
    )
    assert done["ERRORS"] == 0
    assert {r["register"] for r in rows(done["OUTPUT"])} == {"persons"}


def test_what_is_wrong_is_a_table_with_the_way_on(algorithm, example, tmp_path):
    path = register(
        tmp_path, "address_key;age;sex;period\n04610855__18__1__tv;40;x;2026-01\nA1;400;m;2026-01\n"
    )
    done = algorithm("checkregister", REGISTER=path, ADDRESSES=str(example.addresses))
    found = {r["check"]: r for r in rows(done["OUTPUT"])}
    assert done["ERRORS"] == 2 and found["unplaced_not_in_list"]["rows"] == 2
    assert "0855" not in str(found) and all(r["next_step"] for r in found.values())
    with pytest.raises(QgsProcessingException, match="no rows to check"):
        algorithm("checkregister", REGISTER=path, KIND="references")


def test_jumps_against_the_delivery_before(algorithm, example, tmp_path):
    newest = sorted(example.persons.iterdir())[-1].read_text(encoding="utf-8").splitlines()
    half = register(tmp_path, "\n".join(newest[:2500]) + "\n", "persons_2026-01.csv")
    earlier = tmp_path / "før"
    earlier.mkdir()
    for file in sorted(example.persons.iterdir())[:-1]:
        (earlier / file.name).write_bytes(file.read_bytes())
    done = algorithm(
        "checkregister", REGISTER=half, ADDRESSES=str(example.addresses), PREVIOUS=str(earlier)
    )
    assert any(r["check"] == "jump" and "number of rows" in r["text"] for r in rows(done["OUTPUT"]))


@pytest.mark.parametrize("over", ["rolling_12", "quarter", "year", "two_years"])
def test_finished_figures_over_several_months_are_put_together_or_told(
    algorithm, example, housing, over, tmp_path
):
    months = [f"{year}-{month:02d}" for year in (2024, 2025) for month in range(1, 13)]
    table = register(
        tmp_path,
        "area_code;period;indicator;value;denominator\n"
        + "".join(f"B01;{period};turnout;{50 + n};200\n" for n, period in enumerate(months))
        + "B01;2025;safe;70;\n",
        "tal.csv",
    )
    counted = count(
        algorithm, example, housing, INDICATORS="population,turnout,safe", FIGURES=table, OVER=over
    )
    found = {
        (o["indicator"], o["period"]): o
        for o in rows(counted["OBSERVATIONS"])
        if o["area_id"] == "B01"
    }
    period, last = {"quarter": ("2025K4", 3), "year": ("2025", 12)}.get(over, ("2025-12", 12))
    values = [50 + n for n in range(24)]
    expected = (values[11] + values[23]) / 2 if over == "two_years" else sum(values[-last:]) / last
    assert found[("turnout", period)]["value"] == pytest.approx(expected)
    assert found[("turnout", period)]["status"] == "finished"
    assert any(
        ("whole years" in text or "without denominators" in text) and "70" not in text
        for text in algorithm.said
    )


CASE = SHARED / "data" / "cases" / "30-months-beside-yearly-figures"


@pytest.mark.skipif(not CASE.exists(), reason="the shared cases are not here")
def test_months_beside_yearly_figures(algorithm, tmp_path):
    given = {
        "AREAS": str(CASE / "base.gpkg"),
        "AREA_ID_FIELD": "id",
        "PERSONS": str(CASE / "persons"),
        "FIGURES": str(CASE / "figures.csv"),
        "REFERENCE": str(CASE / "reference.csv"),
        "MUNICIPALITY": "0461",
    }
    counted = algorithm("countindicators", **given)
    observations = rows(counted["OBSERVATIONS"])
    assert sum(o["numerator"] for o in observations if o["indicator"] == "population") == 9600
    by_key = {(r["area_id"], r["period"]): r for r in rows(counted["OUTPUT"])}
    for area in ("01", "02", "03", "10"):
        assert by_key[(area, "2025")]["convicted_2y"] == pytest.approx(2.3)
        assert by_key[(area, "2025")]["basic_education"] == 65
        assert round(by_key[(area, "2025")]["income_region_pct"], 2) == 52.63
    assert any("Taken from the finished figures" in text for text in algorithm.said)
    monitor = MonitorFile(
        algorithm("runmonitor", **given, OUTPUT=str(tmp_path / "m.gpkg"))["OUTPUT"]
    )
    assert monitor.runs.newest()
    assert any("undecided" in text and "2023 – 2025" in text for text in algorithm.said)

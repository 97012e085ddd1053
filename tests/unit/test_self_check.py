"""The self-check finds what is planted, and nothing in what is sound; and no identifier is ever told."""

from __future__ import annotations

import datetime
import json

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.measures.self_check.check import as_table, stops
from geofa_sociodemografi.core.measures.self_check.placing import shape_of
from geofa_sociodemografi.core.pipeline.adding import add_period
from geofa_sociodemografi.core.pipeline.checking import check_inputs
from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
from geofa_sociodemografi.core.pipeline.inputs import Choices, Inputs
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.delivery import (
    Delivery,
    DeliveryProfile,
    checksum,
    load_profile,
    profile_of,
    record,
    save_profile,
)
from geofa_sociodemografi.core.registers.reading import Reading
from geofa_sociodemografi.core.registers.sources import TableSource, file_sources
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.helpers import grid, inputs, write

X, Y = 500_005.0, 6_200_005.0
MONTHS = [f"2025-{m:02d}" for m in range(1, 11)]


def sound(months=MONTHS, people=200, **columns):
    rng = np.random.default_rng(1)
    rows = len(months) * people
    return pd.DataFrame(
        {
            "person_id": [f"P{n % people}" for n in range(rows)],
            "x": X,
            "y": Y,
            "age": rng.integers(0, 90, rows),
            "sex": rng.choice(["m", "k"], rows),
            "convicted": (rng.random(rows) < 0.02).astype(int),
            "period": np.repeat(months, people),
            **columns,
        }
    )


def check(frame, previous=None, kind="persons", area_set=None, addresses=(), profile=None):
    deliveries = [Delivery(kind, [TableSource("leverance.csv", frame)], profile)]
    given = Inputs([area_set or grid(1, 1)], deliveries, addresses=addresses)
    before = (
        {kind: Delivery(kind, [TableSource("før.csv", previous)])} if previous is not None else None
    )
    return check_inputs(given, Choices(), Silent(), before)[kind]


def kinds(checks):
    return {c.check for c in checks}


def test_a_sound_register_has_no_warnings():
    assert [c for c in check(sound()) if c.severity != "info"] == []


def test_codes_bounds_and_texts_are_counted_by_kind_and_stop_the_count():
    frame = sound().astype({"age": object, "convicted": object})
    frame.loc[3, "sex"] = "x"
    frame.loc[[5, 9], "sex"] = "hund"
    frame.loc[7, "age"] = 200
    frame.loc[8, "age"] = "ti"
    frame.loc[4, "convicted"] = "måske"
    checks = check(frame)
    wrong = {(c.field, c.rows) for c in checks if c.severity == "error"}
    assert wrong == {("sex", 3), ("age", 1), ("convicted", 1)} and stops(checks)
    assert any("first in row 5" in c.text for c in checks if c.field == "convicted"), "personal"
    assert any("hund (2), x (1)" in c.text for c in checks if c.field == "sex")


def test_the_user_can_go_on_and_the_run_says_so(tmp_path):
    frame = sound().astype({"sex": object})
    frame.loc[3, "convicted"] = 7
    given = inputs([grid(1, 1)], [TableSource("leverance.csv", frame)])
    with pytest.raises(InputError, match="row 4, field convicted"):
        count_areas(given, Choices(), Silent())
    store = MonitorFile(tmp_path / "m.gpkg")
    checks = as_table(check_inputs(given, Choices(), Silent())["persons"])
    silent = Silent()
    run = add_period(given, Choices(go_on=True), store, silent, checks=checks)
    assert run.findings["persons"].unreadable == {"convicted": 1}
    assert any("1 cells in convicted could not be read" in warning for warning in silent.warnings)
    import sqlite3

    with sqlite3.connect(tmp_path / "m.gpkg") as connection:
        assert connection.execute("SELECT went_on FROM runs").fetchone() == (1,)
        assert connection.execute(
            "SELECT count(*) FROM checks WHERE severity = 'error'"
        ).fetchone() == (1,)
        assert connection.execute(
            "SELECT persons FROM findings WHERE finding = 'unreadable convicted'"
        ).fetchone() == (1,)


def test_unreadable_cells_are_counted_over_files_and_by_register():
    people = sound().astype({"sex": object})
    people.loc[[3, 5], "convicted"] = 7
    events = pd.DataFrame(
        {"type": ["expulsion", "crime"], "x": X, "y": Y, "date": ["2025-01-05", "2025-01-09"]}
    )
    files = [TableSource("a.csv", people), TableSource("b.csv", people.assign(period="2025-11"))]
    given = Inputs(
        [grid(1, 1)],
        [Delivery("persons", files), Delivery("events", [TableSource("e.csv", events)])],
    )
    findings = count_areas(given, Choices(go_on=True), Silent()).findings
    assert findings["persons"].unreadable == {"convicted": 4}
    assert findings["events"].unreadable == {"type": 2}


def test_files_that_place_their_rows_in_different_ways_are_all_placed():
    keyed = sound(["2025-11"], 20).drop(columns=["x", "y"]).assign(area_code=grid(1, 1).area_ids[0])
    files = [TableSource("a.csv", sound()), TableSource("b.csv", keyed)]
    given = Inputs([grid(1, 1)], [Delivery("persons", files)])
    assert not {c.check for c in check_inputs(given, Choices(), Silent())["persons"]} & {
        "unplaced_no_key",
        "unplaced_no_coordinates",
        "unplaced_unknown_code",
        "unplaced_outside",
    }


def test_unreadable_finished_figures_are_told_when_the_user_goes_on():
    figures = pd.DataFrame(
        {
            "area_code": ["a", "b"],
            "period": "2025",
            "indicator": "mean_income",
            "value": ["250000", "hund"],
        }
    )
    given = inputs([grid(1, 1)], [TableSource("p.csv", sound())])
    given = Inputs(
        given.area_sets, [*given.deliveries, Delivery("figures", [TableSource("f.csv", figures)])]
    )
    silent = Silent()
    count_areas(given, Choices(go_on=True), silent)
    assert any("1 cells in f.csv, value" in warning for warning in silent.warnings)


def test_duplicates_empty_and_constant_columns():
    frame = sound(outside_work=None, student=0)
    frame.loc[1, "person_id"] = "P0"
    checks = check(frame)
    assert {"duplicates", "empty", "constant"} <= kinds(checks)
    twice = next(c for c in checks if c.check == "duplicates")
    assert (twice.rows, twice.period, twice.field) == (
        1,
        "2025-01",
        "person_id",
    ) and "P0" not in twice.text


def test_a_column_is_constant_by_all_its_rows_and_not_by_the_first_three():
    months, people = MONTHS[:2], 60
    households = [f"H{max(0, n - 2)}" for n in range(people)] * len(months)
    frame = sound(months, people, household_id=households, sex="m")
    [constant] = [c for c in check(frame) if c.check == "constant"]
    assert constant.field == "x, y, sex", "58 households, though the first three rows are one"
    same = sound(months, people, household_id=["", *["H"] * (people * len(months) - 1)])
    [constant] = [c for c in check(same) if c.check == "constant"]
    assert constant.field == "household_id, x, y", "a row without a household is none of its own"


def test_keys_that_do_not_match_are_told_by_reason_and_shape_alone():
    frame = (
        sound(["2025-01"], 4)
        .drop(columns=["x", "y"])
        .assign(address_key=["04610855__18__1__tv", "9999-17 b", "4610866 18", None])
    )
    spots = TableSource(
        "a", pd.DataFrame({"address_key": ["04610855__18__1__tv"], "x": [X], "y": [Y]})
    )
    checks = check(frame, addresses=[spots])
    lost = next(c for c in checks if c.check == "unplaced_not_in_list")
    assert lost.rows == 2 and "9999-99 a (1)" in lost.text and "9999999 99 (1)" in lost.text
    assert next(c for c in checks if c.check == "unplaced_no_key").rows == 1
    said = " ".join(c.text + c.next_step for c in checks)
    assert "0855" not in said and "9999-17" not in said


def test_rows_outside_a_partition_are_a_warning_and_outside_a_free_set_none():
    from tests.unit.helpers import areas, polygon_wkb, square

    frame = sound(x=X + 500)
    assert next(c for c in check(frame) if c.check == "unplaced_outside").severity == "warning"
    free = areas({"a": polygon_wkb(square(500_000, 6_200_000))}, "free", "free")
    assert (
        next(c for c in check(frame, area_set=free) if c.check == "unplaced_outside").severity
        == "info"
    )


def test_a_jump_against_the_delivery_before_is_told():
    earlier, new = sound(MONTHS[:8]), sound(["2025-09"], 320)
    jump = next(c for c in check(new, earlier) if c.check == "jump" and c.field == "")
    assert jump.period == "2025-09" and "200" in jump.text and "320" in jump.text
    assert "jump" not in kinds(check(sound(["2025-09"], 201), earlier))


def test_a_column_that_goes_missing_is_a_jump():
    frame = sound()
    frame.loc[frame["period"] == "2025-10", "convicted"] = None
    assert any(c.check == "jump" and c.field == "convicted" for c in check(frame))


def test_missing_months_are_told_and_yearly_registers_have_none():
    assert "missing_periods" in kinds(check(sound([m for m in MONTHS if m != "2025-04"])))
    assert "missing_periods" not in kinds(check(sound(["2023-01", "2024-01", "2025-01"])))


def test_a_column_coded_the_other_way_round_is_suspected():
    frame = sound()
    assert next(
        c for c in check(frame.assign(convicted=1 - frame["convicted"])) if c.check == "direction"
    ).field == ("convicted")


def test_parts_larger_than_wholes():
    frame = pd.DataFrame(
        {
            "household_id": ["a", "b"],
            "x": X,
            "y": Y,
            "persons": [2, 3],
            "children": [1, 4],
            "adults": [1, 1],
            "period": "2025-01",
        }
    )
    found = [c for c in check(frame, kind="households") if c.check == "parts"]
    assert [(c.field, c.rows) for c in found] == [("children", 1)]


def test_cpr_numbers_are_recognised_and_never_told():
    checks = check(sound(person_id="0101901234"))
    remark = next(c for c in checks if c.check == "remark")
    assert remark.severity == "warning" and "CPR" in remark.text
    assert "0101901234" not in as_table(checks).to_string()


def test_the_shape_of_a_key():
    assert shape_of("04610855_18A_st_ tv") == "99999999_99a_aa_ aa"


# -- deliveries ----------------------------------------------------------------------------------


def test_a_profile_is_saved_shared_and_used(tmp_path):
    profile = DeliveryProfile(
        "CPR-udtræk",
        "persons",
        {"age": "alder i år", "x": "øst", "y": "nord"},
        Reading(separator="|", header_row=2),
    )
    save_profile(profile, tmp_path / "cpr.json")
    assert load_profile(tmp_path / "cpr.json") == profile
    file = write(
        tmp_path / "udtræk_2025-01.csv", "Udtræk\nalder i år|øst|nord\n40|500005|6200005\n"
    )
    given = Inputs(
        [grid(1, 1)], [Delivery("persons", file_sources(file, profile.reading), profile)]
    )
    counted = count_areas(given, Choices(), Silent())
    assert counted.observations["grid"].set_index("indicator").loc["age_30_64", "numerator"] == 1
    assert [(r["name"], r["period"], r["rows"]) for r in counted.records] == [
        ("CPR-udtræk", "2025-01", 1)
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "not valid JSON .line 1"),
        ("[]", "no delivery profile"),
        ('{"format": 1, "register": "cats", "mapping": {}}', "no delivery profile"),
        ('{"format": 1, "register": "persons", "mapping": {"height": "h"}}', "unknown role height"),
        (
            '{"format": 1, "register": "persons", "mapping": {}, "reading": {"separator": "x"}}',
            "separator = 'x'",
        ),
        (
            '{"format": 1, "register": "persons", "mapping": {}, "reading": {"colour": "x"}}',
            "colour = 'x'",
        ),
    ],
)
def test_profiles_that_cannot_be_used_say_why(text, says):
    with pytest.raises(InputError, match=says):
        profile_of(text, "p.json")


def test_a_delivery_is_recorded_with_checksum_and_definitions(tmp_path):
    file = write(tmp_path / "p_2025-01.csv", "age;x;y\n40;500005;6200005\n")
    delivery = Delivery(
        "persons", file_sources(file), DeliveryProfile("Navn", "persons", {"age": "age"})
    )
    when = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)
    (row,) = record(delivery, {"2025-01": 1}, [("population", "everybody")], when)
    import hashlib

    assert (
        row["checksum"]
        == hashlib.sha256(file.read_bytes()).hexdigest()
        == checksum(delivery.sources)
    )
    assert row["received"].startswith("2026-01-02T03:04:05") and list(
        json.loads(row["definitions"])
    ) == ["population"]
    write(tmp_path / "p_2025-01.csv", "age;x;y\n41;500005;6200005\n")
    assert checksum(delivery.sources) != row["checksum"]


def test_deliveries_are_kept_for_ever_and_runs_are_not(tmp_path):
    store = MonitorFile(tmp_path / "m.gpkg")
    for _ in range(4):
        add_period(
            inputs([grid(1, 1)], [TableSource("p", sound(["2025-01"], 3))]),
            Choices(),
            store,
            Silent(),
        )
    assert len(store.deliveries.all()) == 4 and set(store.deliveries.all()["register"]) == {
        "persons"
    }
    assert len(store.in_force.assessments("grid")) == 1


def test_a_move_whose_date_lies_in_another_month_than_its_period_is_told():
    frame = pd.DataFrame(
        {
            "date": ["2026-01-05", "2025-11-30", "2026-01-31"],
            "direction": "ind",
            "x": X,
            "y": Y,
            "age": 30,
            "period": "2026-01",
        }
    )
    (found,) = [one for one in check(frame, kind="moves") if one.check == "other_month"]
    assert (found.rows, found.severity) == (1, "warning")
    assert "other_month" not in kinds(check(frame.drop(columns="period"), kind="moves"))
    assert "other_month" not in kinds(check(frame.assign(period="2025"), kind="moves"))


def test_an_identifier_that_many_rows_share_is_told_and_a_household_is_not():
    homes = [f"h{n % 50}" for n in range(2000)]  # four people each, the same in ten months
    assert "shared_id" not in kinds(check(sound(household_id=homes)))
    (found,) = [
        one
        for one in check(sound(household_id=["0"] * 60 + homes[60:]))
        if one.check == "shared_id"
    ]
    assert (found.rows, found.field, found.period, found.severity) == (
        60,
        "household_id",
        "2025-01",
        "warning",
    )

"""A criterion on an indicator the law had not looked at is one JSON file: a rule set of 2027 counts, judges, gives
margins, what-ifs and columns, without a line of Python. A faulty file beside it is told, and takes nothing down."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.package import ROOT

PARTS = ("core", "ui", "resources", "tests")
EMPLOYED = {
    "indicator": "employed",
    "unit": "percent",
    "label": {"da": "I arbejde", "en": "In work"},
    "span": [0, 100],
    "nation": {
        name: {"da": f"landets, {name}", "en": f"the nation's, {name}"}
        for name in ("name", "label", "field_label", "instead_label")
    },
    "list": {"months_after_january": 0, "decimals": 1, "source": "invented"},
}
CRITERION = {
    "figure": "employed",
    "operator": "<",
    "threshold": 60,
    "averaging_years": 2,
    "law": "§ 1, nr. 1: under 60 %",
}
OF_NATION = {
    "figure": "employed",
    "operator": "<",
    "times_national": 0.8,
    "averaging_years": 2,
    "law": "§ 1, nr. 2: under 0,8 gange landets",
}


def rules_of_2027():
    """The rules of 2021, with one criterion more that is counted."""
    content = json.loads((ROOT / "resources/catalogue/rulesets/2021.json").read_text("utf-8"))
    content.update(id="2027", list_years=[2027, None], figures={"employed": EMPLOYED})
    content["criteria"].update(employed=CRITERION, employed_of_nation=OF_NATION)
    content["counted"].append("employed")
    for category in content["categories"]:
        if "no_work" in category["of"]:
            category["of"].append("employed")
    return content


@pytest.fixture(scope="module")
def found(example, tmp_path_factory):
    folder = tmp_path_factory.mktemp("with 2027")
    copy = folder / "geofa_sociodemografi"
    for part in PARTS:
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.glob("*.*"):
        if path.is_file():
            shutil.copy(path, copy)
    rules = copy / "resources/catalogue/rulesets/2027.json"
    rules.write_text(json.dumps(rules_of_2027(), ensure_ascii=False), encoding="utf-8")
    faulty = {**rules_of_2027(), "id": "2050", "list_years": [2027, None], "figures": {}}
    rules.with_name("2050.json").write_text(json.dumps(faulty), encoding="utf-8")
    finished, state_list = folder / "finished.csv", folder / "list.csv"
    finished.write_text(
        "area_id;period;year;population;no_work;basic_education;employed_2y;employed_2y_denominator;employed_national\n"
        "a;2027-01;2027;1500;41;50;59;200;75\n"
        "b;2027-01;2027;1500;41;50;61;200;75\n"
        "c;2026-01;2026;1500;41;50;59;200;75\n",
        encoding="utf-8",
    )
    state_list.write_text("area;year;employed_pct\na;2027;61,2\n", encoding="utf-8")
    given = [folder / "profile", example.persons, example.addresses, example.references]
    given += [example.districts, finished, state_list, folder]
    done = subprocess.run(
        [sys.executable, "-m", "tests.qgis.new_rule_set_script", *map(str, given)],
        cwd=copy,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.strip().splitlines()[-1])


def by_area(rows):
    return {row["area_id"]: row for row in rows}


def test_it_is_counted_with_its_mean_and_judged_with_its_margins(found):
    counted, assessed = by_area(found["counted"]), by_area(found["assessed"])
    judged = {area: row for area, row in assessed.items() if row["met_employed"] is not None}
    assert judged
    for area, row in judged.items():
        share, persons = counted[area]["employed_2y"], counted[area]["employed_2y_denominator"]
        assert row["rule_set"] == "2027" and row["met_employed"] == (share < 60)
        assert row["margin_employed"] == pytest.approx(share - 60)
        assert row["margin_employed_persons"] == pytest.approx((share - 60) * persons / 100)
        assert row["criteria_counted"] == 5
    lines = [row for row in found["criteria"] if row["criterion"] == "employed"]
    assert {row["area_id"] for row in lines} == set(assessed)
    assert all("person" in row["text"] for row in lines if row["area_id"] in judged)


def test_the_job_of_every_month_keeps_it_in_the_monitor_file(found):
    assessed = by_area(found["assessed"])
    assert len(found["monitor"]) == len(assessed)
    for area, share, met in found["monitor"]:
        assert met == assessed[area]["met_employed"] and (share is None) == (met is None)


def test_finished_figures_are_read_and_judged_by_the_rules_of_their_year(found):
    rows = by_area(found["finished"])
    assert [rows[one]["rule_set"] for one in "abc"] == ["2027", "2027", "2021"]
    assert [rows[one]["met_employed"] for one in "abc"] == [True, False, None]
    assert [rows[one]["category"] for one in "ab"] == ["udsat", None]
    assert rows["a"]["margin_employed_persons"] == pytest.approx(-2.0)
    assert [rows[one]["met_employed_of_nation"] for one in "abc"] == [True, False, None]
    assert rows["b"]["margin_employed_of_nation_persons"] == pytest.approx(2.0)
    assert {"EMPLOYED", "EMPLOYED_NATIONAL"} <= set(found["parameters"])
    line = next(row for row in found["differences"] if row["criterion"] == "employed")
    assert (line["own"], line["state"], line["own_met"], line["state_met"]) == (59, 61.2, 1, 0)


def test_what_if_moves_it(found):
    moved = by_area(found["what_if"])
    judged = [row for row in found["assessed"] if row["met_employed"] is False]
    assert judged
    for row in judged:
        after = moved[row["area_id"]]
        assert after["criteria_after"] == after["criteria_before"] + 1


def test_the_map_tells_it(found):
    assert "In work" in found["tip"] and '"margin_employed"' in found["tip"]
    assert found["tip"].index("Basic school only") < found["tip"].index("In work")


def test_the_window_offers_it(found):
    assert found["movable"] == [
        *("Residents", "Outside work and education", "Convicted", "Basic school only"),
        *("Non-western origin", "In work"),
    ]
    assert found["nations"] == ["convicted", "employed"]


def test_a_faulty_file_is_told_at_every_door_and_takes_nothing_down(found):
    for said in found["said"]:
        assert any("2050.json: list_years: the years overlap" in text for text in said), said

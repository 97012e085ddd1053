"""What is delivered twice is told, or refused, by file and month: in the count as in the self-check."""

from __future__ import annotations

import shutil
import sqlite3

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.measures.repeats import seen
from geofa_sociodemografi.core.measures.repeats.seen import repeated
from geofa_sociodemografi.core.pipeline.adding import add_period
from geofa_sociodemografi.core.pipeline.checking import check_inputs
from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.sources import file_sources
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.helpers import grid, inputs, write

X, Y = 500_005, 6_200_005


def rows(people, x=X):
    return "person_id;x;y;age\n" + "".join(f"{one};{x};{Y};30\n" for one in people)


def given(folder, **others):
    return inputs(
        [grid(2, 1)],
        file_sources(folder),
        **{kind: file_sources(path) for kind, path in others.items()},
    )


def counted(folder, **choices):
    silent = Silent()
    found = count_areas(given(folder), Choices(indicators=("population",), **choices), silent)
    return (
        found.observations["grid"].set_index(["area_id", "period"])["numerator"],
        silent.warnings,
        found.findings["persons"],
    )


def checked(folder):
    return {c.check: c for c in check_inputs(given(folder), Choices(), Silent())["persons"]}


@pytest.mark.parametrize(
    "text",
    [
        rows("abc"),
        rows("abc").replace("person_id;", "").replace("a;", "").replace("b;", "").replace("c;", ""),
    ],
    ids=["with ids", "without ids"],
)
def test_the_same_file_twice_is_refused_or_told(tmp_path, text):
    write(tmp_path / "borgere_2026-01.csv", text)
    shutil.copy(tmp_path / "borgere_2026-01.csv", tmp_path / "borgere_2026-01 - Kopi.csv")
    said = "The files borgere_2026-01 - Kopi.csv and borgere_2026-01.csv are one and the same (2026-01)."
    with pytest.raises(InputError) as error:
        counted(tmp_path)
    assert error.value.message == said
    check = checked(tmp_path)["same_file"]
    assert (check.severity, check.text, check.period) == ("error", said, "2026-01")
    numbers, warnings, findings = counted(tmp_path, go_on=True)
    assert numbers["c0r0", "2026-01"] == 6 and any(said in warning for warning in warnings)
    assert findings.repeats[0].check == "same_file"


def test_a_corrected_edition_is_refused_by_its_identifiers(tmp_path):
    """Three of four stand in both: two editions of the month, whatever else has changed."""
    write(tmp_path / "borgere_2026-01.csv", rows("abcd"))
    write(tmp_path / "borgere_2026-01_rettet.csv", rows("abcx", X + 10))
    with pytest.raises(
        InputError, match="borgere_2026-01_rettet.csv both hold 2026-01: 3 rows stand in both"
    ):
        counted(tmp_path)
    write(tmp_path / "borgere_2026-01_rettet.csv", rows("a", X + 10))  # the corrected rows alone
    with pytest.raises(InputError, match="both hold 2026-01: 1 rows"):
        counted(tmp_path)
    assert checked(tmp_path)["same_month"].severity == "error"


def test_without_identifiers_a_corrected_edition_is_told(tmp_path):
    write(tmp_path / "a_2026-01.csv", f"x;y;age\n{X};{Y};30\n{X};{Y};40\n{X};{Y};50\n")
    write(tmp_path / "b_2026-01.csv", f"x;y;age\n{X};{Y};30\n{X};{Y};40\n{X};{Y};51\n")
    numbers, warnings, _ = counted(tmp_path)
    said = "The files a_2026-01.csv and b_2026-01.csv both hold 2026-01: 2 rows stand in both."
    assert numbers["c0r0", "2026-01"] == 6 and any(said in warning for warning in warnings)
    assert checked(tmp_path)["same_month"].severity == "warning"


def test_a_month_in_parts_is_counted_and_told(tmp_path):
    write(tmp_path / "nord_2026-01.csv", rows("abcd"))
    write(tmp_path / "syd_2026-01.csv", rows("efgh", X + 10))
    numbers, warnings, _ = counted(tmp_path)
    assert numbers["c0r0", "2026-01"] == numbers["c1r0", "2026-01"] == 4
    (told,) = [
        warning
        for warning in warnings
        if "nord_2026-01.csv and syd_2026-01.csv both hold 2026-01" in warning
    ]
    assert "no row stands in both" in told and "delivered in parts" in told
    assert checked(tmp_path)["month_in_parts"].severity == "info"
    write(tmp_path / "syd_2026-01.csv", rows("efgd", X + 10))  # d has moved
    numbers, warnings, findings = counted(tmp_path)
    assert {one.check: one.rows for one in findings.repeats} == {
        "same_things": 1,
        "duplicates": 1,
        "two_places": 1,
    }
    assert any(
        "1 values of person_id stand in more than one place in 2026-01" in warning
        for warning in warnings
    )
    assert {"same_things", "duplicates", "two_places"} <= set(checked(tmp_path))


def test_months_in_the_rows_are_seen_too(tmp_path):
    header = "person_id;period;x;y;age\n"
    write(tmp_path / "a.csv", header + f"a;2026-01;{X};{Y};1\nb;2026-02;{X};{Y};1\n")
    write(tmp_path / "b.csv", header + f"b;2026-02;{X};{Y};1\nc;2026-03;{X};{Y};1\n")
    with pytest.raises(InputError, match=r"a.csv and b.csv both hold 2026-02: 1 rows"):
        counted(tmp_path)
    assert counted(tmp_path, period="2026-03")[0]["c0r0", "2026-03"] == 1, (
        "a month that nobody asked for stops nothing"
    )


def test_one_person_twice_and_at_two_addresses_in_one_file(tmp_path):
    """a stands twice at one place, b at two, c once; the second months' a alone is no repeat."""
    place = f"{X};{Y};9\n"
    text = f"person_id;x;y;age\na;{place}a;{place}b;{place}b;{X + 10};{Y};9\nc;{place};{place}"
    write(tmp_path / "borgere_2026-01.csv", text)
    write(tmp_path / "borgere_2026-02.csv", rows("a"))
    store, silent = MonitorFile(tmp_path / "m.gpkg"), Silent()
    folder = tmp_path / "register"
    folder.mkdir()
    for file in tmp_path.glob("*.csv"):
        file.rename(folder / file.name)
    run = add_period(given(folder), Choices(), store, silent)
    assert [(one.check, one.rows) for one in run.findings["persons"].repeats] == [
        ("duplicates", 2),
        ("two_places", 1),
    ]
    assert any(
        "2 rows have an person_id that stands more than once in 2026-01" in warning
        for warning in silent.warnings
    )
    with sqlite3.connect(tmp_path / "m.gpkg") as connection:
        kept = dict(
            connection.execute(
                "SELECT finding, persons FROM findings WHERE finding LIKE '%person_id%'"
            )
        )
    assert kept == {"duplicates person_id": 2, "two_places person_id": 1}
    assert {c: checked(folder)[c].rows for c in ("duplicates", "two_places")} == {
        "duplicates": 2,
        "two_places": 1,
    }


@pytest.mark.parametrize("seed", range(20))
def test_the_repeats_of_random_registers_are_those_of_a_group_by(tmp_path, seed):
    rng = np.random.default_rng(seed)
    table = pd.DataFrame(
        {
            "person_id": rng.integers(0, 60, 80).astype(str),
            "x": X + 10 * rng.integers(0, 2, 80),
            "y": Y,
            "age": 9,
            "period": rng.choice(["2026-01", "2026-02"], 80),
        }
    )
    table.loc[rng.random(80) < 0.1, "person_id"] = ""
    table.to_csv(tmp_path / "borgere.csv", sep=";", index=False)
    known = table[table["person_id"] != ""]
    right = {}
    for period, part in known.groupby("period"):
        places = part.groupby("person_id")["x"].nunique()
        right[("duplicates", period)] = len(part) - part["person_id"].nunique()
        right[("two_places", period)] = int((places > 1).sum())
    _, _, findings = counted(tmp_path)
    assert {(one.check, *one.periods): one.rows for one in findings.repeats} == {
        k: n for k, n in right.items() if n
    }


def test_of_a_large_register_the_newest_month_is_looked_at_and_the_self_check_looks_at_all(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(seen, "LARGE_BYTES", 10)
    for month in ("2026-01", "2026-02"):
        write(tmp_path / f"borgere_{month}.csv", rows("aab"))
    assert [one.periods for one in counted(tmp_path)[2].repeats] == [("2026-02",)]
    assert [one.periods for one in counted(tmp_path, period="2026-01")[2].repeats] == [("2026-01",)]
    checks = check_inputs(given(tmp_path), Choices(), Silent())["persons"]
    assert sorted(c.period for c in checks if c.check == "duplicates") == ["2026-01", "2026-02"]


def test_repeated_counts_all_but_the_first_and_leaves_no_value_out():
    assert repeated([np.array([5, 0, 7, 5], "uint64"), np.array([5, 0, 7], "uint64")]) == 3
    assert repeated([]) == repeated([np.zeros(4, "uint64")]) == 0

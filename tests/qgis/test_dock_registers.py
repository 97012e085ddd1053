"""The Data page in QGIS: registers, their columns and reading, profiles and findings."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from tests.qgis.test_dock import ROLE, compute, dock, load, made  # noqa: F401 (fixtures)


@pytest.fixture
def strange(tmp_path):
    """A register whose columns nobody can guess."""
    path = tmp_path / "udtræk_2026-01.csv"
    path.write_text("aa;bb;cc\n660000;6268000;40\n660000;6268000;400\n", encoding="utf-8")
    return path


def choose(made, kind, path):  # noqa: F811
    made.page("data").registers[kind].set_value(str(path))


def column(made, role):  # noqa: F811
    row = next(
        r
        for r in range(made.page("data").mapping.rowCount())
        if made.page("data").mapping.item(r, 0).data(ROLE) == role
    )
    return made.page("data").mapping.cellWidget(row, 1)


def test_columns_that_cannot_be_guessed_are_chosen_by_hand_and_kept_as_a_profile(
    made,  # noqa: F811
    strange,
    tmp_path,
):
    choose(made, "persons", strange)
    load(made)
    assert (
        "where its rows are" in made.said[-1].message and made.page("data").mapping.rowCount() > 10
    )
    for role, name in (("x", "aa"), ("y", "bb"), ("age", "cc")):
        column(made, role).setCurrentIndex(column(made, role).findData(name))
    made.page("data").name.setText("Månedligt udtræk")
    load(made)
    assert "population" in made.session.servable and made.page("data").findings.rowCount() > 0
    assert (
        made.page("data").go_on.isVisibleTo(made.page("data")) and "Errors: 1" in made.result.text()
    )
    made.page("data").write_profile(tmp_path / "p.json")
    choose(made, "persons", tmp_path / "februar_2026-02.csv")
    (tmp_path / "februar_2026-02.csv").write_bytes(strange.read_bytes())
    made.session.state.mappings.clear()
    made.page("data").read_profile(tmp_path / "p.json")
    load(made)
    assert (
        made.session.state.mappings["persons"]["age"] == "cc"
        and made.page("data").name.text() == "Månedligt udtræk"
    )
    made.go_to("calculation")
    compute(made)
    assert "field cc" in made.said[-1].message
    made.page("data").go_on.setChecked(True)
    compute(made)
    assert made.session.judged
    with sqlite3.connect(made.session.state.monitor) as connection:
        assert connection.execute("SELECT went_on FROM runs ORDER BY run DESC").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM checks").fetchone()[0] > 0
        assert connection.execute(
            "SELECT name FROM deliveries WHERE register = 'persons' ORDER BY fid DESC"
        ).fetchone() == ("Månedligt udtræk",)


def test_a_layer_that_enters_the_project_forgets_nothing(made):  # noqa: F811
    load(made)
    made.page("data").name.setText("CPR")
    servable = list(made.session.servable)
    QgsProject.instance().addMapLayer(QgsVectorLayer("Point?crs=EPSG:25832", "nyt", "memory"))
    assert made.session.servable == servable and made.page("data").mapping.rowCount() > 10
    assert (
        made.page("data").persons.value().endswith("persons")
        and made.page("data").name.text() == "CPR"
    )


def test_next_months_file_is_read_as_this_months_and_lost_columns_are_told(made, tmp_path):  # noqa: F811
    load(made)
    column(made, "convicted").setCurrentIndex(0)
    newest = sorted(Path(made.session.state.registers["persons"]).iterdir())[-1]
    lines = newest.read_text(encoding="utf-8").replace("outside_work", "udenfor_nyt").splitlines()
    (tmp_path / "ny_2026-01.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    choose(made, "persons", tmp_path / "ny_2026-01.csv")
    load(made)
    state = made.session.state
    assert (
        state.mappings["persons"]["convicted"] == ""
        and state.mappings["persons"]["outside_work"] == ""
    )
    assert "no_work" not in made.session.servable


def test_every_register_has_its_columns_and_its_reading(made):  # noqa: F811
    load(made)
    kinds = [
        made.page("data").register.itemData(i) for i in range(made.page("data").register.count())
    ]
    assert kinds == ["persons", "households", "dwellings", "moves", "events", "children", "figures"]
    made.page("data").register.setCurrentIndex(kinds.index("events"))
    assert column(made, "type").currentData() == "type"
    made.page("data").reading.separator.setCurrentIndex(
        made.page("data").reading.separator.findData(";")
    )
    made.page("data").register.setCurrentIndex(0)
    assert (
        made.session.state.readings["events"] == {"separator": ";"}
        and made.page("data").reading.value() == {}
    )


def test_finished_figures_that_cannot_be_read_are_told_before_the_count(made, tmp_path):  # noqa: F811
    (tmp_path / "tal.csv").write_text(
        "area_code;period;indicator;value\na;2025;mean_income;hund\n", encoding="utf-8"
    )
    choose(made, "figures", tmp_path / "tal.csv")
    load(made)
    assert "Errors: 1" in made.result.text() and made.page("data").go_on.isVisibleTo(
        made.page("data")
    )


def test_finished_figures_show_their_columns_and_what_is_empty_is_not_left_out(made, tmp_path):  # noqa: F811
    tal = tmp_path / "tal.csv"
    tal.write_text("område;år;indikator;værdi\na;2025;income;210000\n", encoding="utf-8")
    choose(made, "figures", tal)
    load(made)
    page = made.page("data")
    page.register.setCurrentIndex(page.register.findData("figures"))
    shown = page.mapping.mapping()
    assert (shown["area_code"], shown["period"], shown["value"]) == ("område", "år", "værdi")
    # a role that the file has no column for was left out by nobody: the next file's may have it
    page.keep_choices()
    assert "numerator" not in made.session.state.mappings["figures"]

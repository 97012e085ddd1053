"""Words for codes through every door: the Data page, and the algorithms."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest
from qgis.core import QgsProject

from tests.qgis.inputs import SQUARE, polygons, rows
from tests.qgis.test_dock import ROLE, compute, dock, load, made, wait  # noqa: F401 (fixtures)

STATUS = ["I beskæftigelse", "Studerende", "Ledig", "Uden for arbejdsstyrken"]
X, Y = 660_500, 6_268_500


def people(path, month="2026-01", **columns):
    """A municipality's file: Danish words, semicolons, CPR numbers and names that nobody needs."""
    n = np.arange(200)
    table = pd.DataFrame(
        {
            "CPR-nr": [f"010180-{i:04d}" for i in n],
            "Navn": "Ane Ravn",
            "etrs89_oest": X,
            "etrs89_nord": Y,
            "Alder": 18 + n % 40,
            "Herkomst": np.where(n % 2, "Dansk oprindelse", "Indvandrer, ikke-vestlig"),
            "Uddannelse": np.where(n % 4, "Grundskole", "Erhvervsuddannelse"),
            "Beskæftigelse": [STATUS[i] for i in n % 4],
            **columns,
        }
    )
    file = path / f"borgere_{month}.csv"
    table.to_csv(file, sep=";", index=False, encoding="cp1252")
    return file


def choose(made, file):  # noqa: F811
    """The page with ``file`` as the one register, as nobody has said anything of it."""
    page, state = made.page("data"), made.session.state
    for kind, edit in page.registers.items():
        edit.set_value(str(file) if kind == "persons" else "")
    page.addresses.set_value("")
    state.mappings.clear()
    load(made)
    return page


def meaning(page, value):
    table = page.answers.values.table
    row = next(r for r in range(table.rowCount()) if table.item(r, 0).data(ROLE) == value)
    return table.cellWidget(row, 1)


def shown_texts(page):
    table = page.answers.values.table
    return [table.item(row, 0).text() for row in range(table.rowCount())]


def role_combo(page, role):
    table = page.mapping
    row = next(r for r in range(table.rowCount()) if table.item(r, 0).data(ROLE) == role)
    return table.cellWidget(row, 1)


def test_a_danish_file_needs_no_answer_and_gives_right_figures(made, tmp_path):  # noqa: F811
    page = choose(made, people(tmp_path))
    values = page.answers.values
    assert not values.open_roles() and values.isCollapsed() and not page.go_on.isVisibleTo(page)
    mapping = made.session.state.mappings["persons"]
    assert {r for r, c in mapping.items() if c == "Beskæftigelse"} == {
        "employed",
        "student",
        "unemployed",
    }
    assert mapping["origin"] == mapping["ancestry"] == "Herkomst"
    unused = page.answers.unused.text()
    assert "CPR-nr" in unused and "Navn" in unused and "010180" not in unused
    made.go_to("calculation")
    compute(made)
    results = made.session.judged
    assert results and not isinstance(made.said[-1], Exception), made.said[-1]


def test_a_guess_is_asked_used_when_said_and_remembered_next_month(made, tmp_path):  # noqa: F811
    words = ["Grundskole", "Ufaglært", "Skole"] * 66 + ["Grundskole"] * 2
    page = choose(made, people(tmp_path, Uddannelse=words))
    values = page.answers.values
    assert values.open_roles() == ["education"] and not values.isCollapsed()
    assert "2 values are not known, in 132 rows" in values.summary.text()
    assert page.go_on.isVisibleTo(page) and values.which.currentData() == "education"
    assert meaning(page, "Ufaglært").currentText() == "? Basic school"
    assert meaning(page, "Ufaglært").currentData() is None, "no guess is an answer"
    assert meaning(page, "Grundskole").currentData() == "10"
    values.use_guesses.click()
    assert made.session.state.values["persons"]["education"] == {"Ufaglært": "10"}
    combo = meaning(page, "Skole")
    combo.setCurrentIndex(combo.findData("10"))
    combo.activated.emit(combo.currentIndex())
    assert not values.open_roles() and values.summary.text() == "Every value has a meaning."
    assert not page.go_on.isVisibleTo(page), "an answered question is no error any more"
    page.write_profile(tmp_path / "p.json")
    said = json.loads((tmp_path / "p.json").read_text(encoding="utf-8"))["values"]
    assert said == {"education": {"Ufaglært": "10", "Skole": "10"}}
    made.session.state.values.clear()
    page.read_profile(tmp_path / "p.json")
    later = people(tmp_path, "2026-02", Uddannelse=["Ufaglært", "Skole", "Højskole", "?"] * 50)
    page.registers["persons"].set_value(str(later))
    load(made)
    assert [value.value for one in values._columns for value in values._open(one)] == [
        "?",
        "Højskole",
    ]
    values.leave_rest.click()
    assert made.session.state.values["persons"]["education"]["Højskole"] == ""
    made.go_to("calculation")
    compute(made)
    assert not isinstance(made.said[-1], Exception), made.said[-1]


def test_offers_are_taken_or_declined_for_good(made, tmp_path):  # noqa: F811
    page = choose(made, people(tmp_path))
    offers = page._previews["persons"].offers
    assert [(one.role, one.column) for one in offers] == [("outside_work", "Beskæftigelse")]
    role_combo(page, "origin").setCurrentIndex(0)  # the user wants no origin
    page.answers.offers.taken.emit(offers[0])
    wait(lambda: not made.session.busy)
    state = made.session.state
    assert state.mappings["persons"]["outside_work"] == "Beskæftigelse"
    assert state.values["persons"]["outside_work"]["Ledig"] == "1"
    assert state.mappings["persons"]["origin"] == "" and not page._previews["persons"].offers
    assert "no_work" in made.session.servable and "nonwestern" not in made.session.servable
    later = people(tmp_path, "2026-02", Ejerform=["Almen bolig", "Ejerbolig"] * 100)
    page.registers["persons"].set_value(str(later))
    load(made)
    assert [one.role for one in page._previews["persons"].offers] == ["tenure"]
    page.answers.offers.declined.emit(page._previews["persons"].offers[0])
    assert not page.answers.offers.isVisibleTo(page)
    load(made)
    assert not page._previews["persons"].offers
    assert state.declined["persons"] == {"origin": ["Herkomst"], "tenure": ["Ejerform"]}


@pytest.mark.parametrize("role", ["education", "tenure", "student"])
def test_a_column_of_persons_shows_no_value_in_the_panel(made, tmp_path, role):  # noqa: F811
    page = choose(made, people(tmp_path))
    for column in ("Navn", "CPR-nr"):
        combo = role_combo(page, role)
        combo.setCurrentIndex(combo.findData(column))
        load(made)
        seen = [page.answers.values.summary.text(), *shown_texts(page)]
        for table in (page.mapping, page.findings):
            seen += [
                table.item(r, c).text()
                for r in range(table.rowCount())
                for c in range(table.columnCount())
                if table.item(r, c) is not None
            ]
        assert not [text for text in seen if "Ane" in text or "010180" in text]
        assert page.go_on.isVisibleTo(page)


def test_the_page_fits_in_320_pixels(made, tmp_path):  # noqa: F811
    page = choose(made, people(tmp_path, Uddannelse=["Ufaglært", "Skole"] * 100))
    assert page.widget().minimumSizeHint().width() <= 320


def test_the_algorithms_list_values_and_take_answers(algorithm, tmp_path):
    algorithm.outputs.update(checkregister=("OUTPUT", "VALUES_OUTPUT"))
    file = people(tmp_path, Uddannelse=["Grundskole", "Ufaglært"] * 100)
    areas = polygons(SQUARE)
    QgsProject.instance().addMapLayer(areas)
    checked = algorithm("checkregister", REGISTER=str(file), AREAS=areas)
    table = rows(checked["VALUES_OUTPUT"])
    told = {(row["role"], row["value"]): (row["rows"], row["how"], row["code"]) for row in table}
    assert told[("education", "Ufaglært")] == (100, "guess", "10")
    assert told[("education", "Grundskole")] == (100, "certain", "10")
    assert told[("employed", "Ledig")] == (50, "certain", "0")
    assert not [value for _, value in told if "Ane" in value or value.startswith("0101")]
    assert checked["ERRORS"] == 1
    answers = json.dumps({"education": {"Ufaglært": "10"}})
    assert (
        algorithm("checkregister", REGISTER=str(file), AREAS=areas, VALUES=answers)["ERRORS"] == 0
    )
    counted = algorithm(
        "countindicators",
        AREAS=areas,
        PERSONS=str(file),
        INDICATORS="basic_education,employed",
        VALUES=answers,
    )
    found = {row["indicator"]: row["value"] for row in rows(counted["OBSERVATIONS"])}
    assert found == {"basic_education": 100.0, "employed": 25.0}

"""What the dock says of inputs that need a word: whole, in the panel, before anything is counted."""

from __future__ import annotations

import sqlite3

import pytest

from tests.qgis.test_dock import compute, dock, load, made  # noqa: F401 (fixtures)
from tests.qgis.test_dock_registers import choose

REFERENCES = "level;code;period;indicator;value\n"


def found(made):  # noqa: F811
    table = made.page("data").findings
    return [
        (table.item(row, 1).text(), table.item(row, 0).text()) for row in range(table.rowCount())
    ]


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_an_error_stands_whole_in_the_panel_with_the_way_on(made, tmp_path):  # noqa: F811
    choose(
        made,
        "persons",
        write(
            tmp_path / "q_2026-01.csv",
            'navn;x;y;age\n"A;660000;6268000;40\nB";660000;6268000;41\nC;660000;6268000;4\n',
        ),
    )
    load(made)
    assert made.said[-1].next_step and made.said[-1].next_step in made.result.text()
    assert made.result.isVisibleTo(made) and "q_2026-01.csv, line 2" in made.result.text()
    assert made.page("data").note.text().startswith("Press Load")
    choose(made, "persons", write(tmp_path / "r_2026-01.csv", "x;y;age\n660000;6268000;40\n"))
    load(made)
    assert "q_2026-01.csv" not in made.result.text() and made.result.text().endswith(
        "Periods January 2024 to January 2026."
    )


@pytest.mark.parametrize(
    "rows, said",
    [
        ("nation;;2025;convicted;0,0071\n", "0.0071 percent"),
        ("region;1084;2025;income;300000\nregion;1084;2025;income;310000\n", "row 3"),
    ],
)
def test_reference_values_that_counting_refuses_are_told_on_load(made, tmp_path, rows, said):  # noqa: F811
    made.page("data").references.set_value(write(tmp_path / "ref.csv", REFERENCES + rows))
    load(made)
    (finding,) = [text for register, text in found(made) if register == "Reference values"]
    assert said in finding and "Errors: 1" in made.result.text()
    assert not made.page("data").go_on.isVisibleTo(made.page("data"))  # nobody can go on from it
    compute(made)
    assert made.said[-1].message == finding and finding in made.result.text()


def test_what_is_left_out_of_references_is_told_on_load_and_kept_with_the_run(made, tmp_path):  # noqa: F811
    rows = "nation;;2025;fremmed;3\nregion;1084;2024;income;\nregion;1084;2025;income;400000\n"
    made.page("data").references.set_value(write(tmp_path / "ref.csv", REFERENCES + rows))
    load(made)
    told = [text for register, text in found(made) if register == "Reference values"]
    assert (
        len(told) == 2
        and any("fremmed" in text for text in told)
        and any("no value" in text for text in told)
    )
    made.session.state.indicators = ["population"]
    compute(made)
    with sqlite3.connect(made.session.state.monitor) as connection:
        kept = connection.execute(
            "SELECT text FROM checks WHERE register = 'references'"
        ).fetchall()
    assert sorted(text for (text,) in kept) == sorted(told)


def test_how_a_workbook_was_read_stands_in_the_self_check(made, tmp_path):  # noqa: F811
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    for row in (
        ("area_code", "period", "indicator", "value"),
        ("B01", "2026-01", "turnout", 0.5),
        ("B02", "2026-01", "turnout", 40),
    ):
        sheet.append(row)
    sheet.cell(2, 4).number_format = "0.0%"
    sheet.row_dimensions[3].hidden = True
    book.save(tmp_path / "tal.xlsx")
    choose(made, "figures", tmp_path / "tal.xlsx")
    load(made)
    told = [text for register, text in found(made) if register == "Finished figures"]
    assert sum("shown as percentages" in text for text in told) == 1
    assert sum("1 rows are hidden" in text for text in told) == 1
    assert len(set(told)) == len(told)


def test_the_municipality_of_areas_of_ones_own_is_the_one_chosen(made):  # noqa: F811
    combo = made.page("areas").municipality
    combo.setCurrentIndex(combo.findData("0461"))
    assert made.session.state.municipality != "0461"  # shown is not chosen
    combo.activated.emit(combo.currentIndex())
    assert made.session.state.municipality == "0461" and made.session.choices().region

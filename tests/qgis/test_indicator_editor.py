"""The municipality's own indicators, made in the panel."""

from __future__ import annotations

import pytest
from geofa_sociodemografi.core.catalogue import own
from qgis.PyQt.QtCore import Qt

from tests.qgis.test_dock import compute, dock, load, made, wait  # noqa: F401 (fixtures)

ID = Qt.ItemDataRole.UserRole


def mark(page, identifier):
    item = next(i for i in page.indicators.items() if i.data(0, ID) == identifier)
    page.indicators.tree.setCurrentItem(item)


@pytest.fixture
def editor(made, tmp_path):  # noqa: F811
    made.page("calculation").use_folder(str(tmp_path))
    load(made)
    mark(made.page("calculation"), "employed")
    made.page("calculation").copy.click()
    return made.page("calculation").editor


def test_copy_change_try_and_save(made, editor, tmp_path):  # noqa: F811
    editor.identifier.setText("unge_i_job")
    editor.names["da"].setText("Unge i job")
    editor.names["en"].setText("Young in work")
    table = editor.population.table
    assert table.rowCount() == 1 and table.cellWidget(0, 0).currentData() == "age"
    table.cellWidget(0, 2).setText("18;24")
    editor.direction.setCurrentIndex(editor.direction.findData("neutral"))
    editor.try_it.click()
    wait(lambda: not made.session.busy)
    assert "Housing areas (fictional), January 2026: numerator" in editor.result.text(), made.said
    editor.save.click()
    (saved,) = own.own_entries(tmp_path)
    assert saved["population"] == {"column": "age", "operator": "between", "value": [18, 24]}
    assert saved["direction"] == "neutral" and saved["numerator"] == {
        "count": {"column": "employed", "operator": "=", "value": 1}
    }
    assert "unge_i_job" in [i.data(0, ID) for i in made.page("calculation").indicators.items()]
    load(made)
    assert "unge_i_job" in made.session.servable
    compute(made)
    assert made.session.judged


def test_what_cannot_be_is_told_in_the_window_and_not_saved(made, editor, tmp_path):  # noqa: F811
    editor.identifier.setText("no_work")
    editor.save.click()
    assert "already an indicator no_work" in editor.bar.currentItem().text()
    editor.identifier.setText("unge_i_job")
    editor.population.table.cellWidget(0, 2).setText("mange;24")
    editor.save.click()
    assert (
        "mange is no number" in editor.bar.currentItem().text() and own.own_entries(tmp_path) == []
    )


def test_conditions_are_added_and_taken_away(made, editor):  # noqa: F811
    numerator = editor.numerator
    numerator.add.click()
    row = numerator.table.rowCount() - 1
    numerator.table.cellWidget(row, 0).setCurrentIndex(
        numerator.table.cellWidget(row, 0).findData("sex")
    )
    numerator.table.cellWidget(row, 1).setCurrentIndex(
        numerator.table.cellWidget(row, 1).findData("in")
    )
    numerator.table.cellWidget(row, 2).setText("m; k")
    assert numerator.filter() == {
        "all": [
            {"column": "employed", "operator": "=", "value": 1},
            {"column": "sex", "operator": "in", "value": ["m", "k"]},
        ]
    }
    numerator.table.setCurrentCell(row, 0)
    numerator.remove.click()
    assert numerator.filter() == {"column": "employed", "operator": "=", "value": 1}


def test_a_filter_of_several_levels_is_shown_as_json_and_kept(made, tmp_path):  # noqa: F811
    made.page("calculation").use_folder(str(tmp_path))
    mark(made.page("calculation"), "income")
    made.page("calculation").copy.click()
    editor = made.page("calculation").editor
    before = own.entry_of("income")["population"]
    assert (
        editor.population.text.isVisibleTo(editor.population)
        and editor.entry()["population"] == before
    )
    editor.population.text.setPlainText("{")
    editor.save.click()
    assert "not valid JSON" in editor.bar.currentItem().text()


def test_own_indicators_are_shared_as_one_file(made, tmp_path):  # noqa: F811
    own.save_own(tmp_path / "a", {**own.entry_of("employed"), "id": "unge_i_job"})
    own.export_own(tmp_path / "a", tmp_path / "del.json")
    made.page("calculation").use_folder(str(tmp_path / "b"))
    made.page("calculation").import_file(str(tmp_path / "del.json"))
    assert "unge_i_job" in [i.data(0, ID) for i in made.page("calculation").indicators.items()]
    assert "1 indicators are new" in made.result.text()


def test_an_own_indicator_can_be_removed_and_one_of_the_plugins_cannot(made, tmp_path):  # noqa: F811
    own.save_own(tmp_path, {**own.entry_of("employed"), "id": "unge_i_job"})
    made.page("calculation").use_folder(str(tmp_path))
    mark(made.page("calculation"), "employed")
    made.page("calculation").remove_marked()
    assert "not one of the municipality's own" in str(made.said[-1])
    mark(made.page("calculation"), "unge_i_job")
    made.page("calculation").remove_marked()
    assert own.own_entries(tmp_path) == [] and "unge_i_job" not in [
        i.data(0, ID) for i in made.page("calculation").indicators.items()
    ]

"""The law's side of the page Assessment: what if, and the state's list."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QApplication

from tests.qgis.assessment import page  # noqa: F401 (a fixture)
from tests.qgis.test_dock import all_assessments, dock  # noqa: F401 (a fixture)


def test_the_laws_side_answers_what_if(page):
    page.tabs.setCurrentIndex(1)
    QApplication.processEvents()
    law = page.law
    law.what_if.area.setCurrentIndex(law.what_if.area.findData("c0r0"))
    assert (
        law.what_if.answer.text()
        == "As it is: no category (0 criteria). Then: no category (0 criteria)."
        or "As it is" in law.what_if.answer.text()
    )
    before = law.what_if.answer.text()
    law.what_if.nations["convicted"].setValue(0.01)
    assert (
        "1 criteria)." in law.what_if.answer.text().split("Then")[1]
        and law.what_if.answer.text() != before
    )
    law.what_if.nations["convicted"].setValue(0.0)
    law.what_if.figure.setCurrentIndex(law.what_if.figure.findData("convicted"))
    law.what_if.persons.setValue(100_000)
    assert "would be" in law.what_if.answer.text()
    law.what_if.persons.setValue(0)
    law.what_if.taken_in.setCurrentIndex(law.what_if.taken_in.findText("c1r0 (grid)"))
    assert "Then" in law.what_if.answer.text()
    assert "Step 0" in law.steps.text() and "c0r0" in law.steps.text()
    law._mark("c1r0")
    assert law.what_if.area.currentData() == "c1r0"


def test_the_states_list_is_read_beside_the_own_figures(page, tmp_path):
    path = tmp_path / "liste.csv"
    own = all_assessments(page, "grid")
    now = own[(own["area_id"] == "c0r0") & (own["period"] == "2026-01")].iloc[0]
    path.write_text(
        f"area,year,no_work_pct,convicted_pct\nC0R0,2026,{now['no_work'] + 50:.1f},{now['convicted']:.2f}"
        "\nUkendt By,2026,10,10\nc1r0,2020,1,1\n",
        encoding="utf-8",
    )
    page.tabs.setCurrentIndex(1)
    QApplication.processEvents()
    law = page.law
    page.session.shown.show(period="2026-01")
    box = law.state_list
    assert "Choose the list" in box.summary.text()
    box.source.set_value(str(path))
    assert box.summary.text() == (
        "The list of 2026 has 1 of the areas here. 1 criteria are read alike, 1 differently. "
        "Of 2 it cannot be told. Not among the areas here: Ukendt By."
    )
    assert (
        "c0r0" in box.areas.text()
        and "(not met)" in box.areas.text()
        and "% on the list (met)" in box.areas.text()
    )
    told = box.areas.text()
    assert (
        "Convicted (§ 61 a, stk. 1, nr. 2; § 61 b, nr. 2): 1.750 % here (not known), 1.75 % on the list (not known)."
        in told
    )
    assert (
        "Outside work and education (§ 61 a, stk. 1, nr. 1): " in told
    )  # by § 61 b both say it is met
    assert page.session.state.state_list == str(path)
    path.write_text("area,year,no_work_pct\nc0r0,2026,mange\n", encoding="utf-8")
    page.session.shown.show(period="2025-01")
    assert (
        "row 1, field no_work_pct: text where a number is expected" in box.summary.text()
        and not box.areas.text()
    )
    for text, message in (
        ("area,year,no_work_pct\nc0r0,,1\n", "row 1: the list's year is missing"),
        ("area,year,no_work_pct\n,2025,1\n", "row 1: the area is missing"),
        ("area,year,no_work_pct\na,2025,1\na,2025,1\n", "row 2: the area is there twice"),
        ("area,year,no_work_pct\na,2025.5,1\n", "row 1: no rules are known for that year"),
        ("area,year,no_work_pct\na,1999,1\n", "row 1: no rules are known for that year"),
        ("area,year,no_work_pct\na,2026,inf\n", "row 1, field no_work_pct: text where a number"),
        ("area,year,no_work_pct\nc0r0,2025,1\n,,\nc0r0,2025,1\n", "row 3: the area is there twice"),
        ("area,year,no_work_pct\nc0r0,2026,1\n", "The list has no year up to 2025."),
        ("area,no_work_pct\nb,1\n", "no column year"),
        ("area,year\nb,2025\n", "no column no_work_pct"),
    ):
        path.write_text(text, encoding="utf-8")
        law._show()
        assert message in box.summary.text(), box.summary.text()
    path.write_text("area,year,no_work_pct\nc0r0,2014,90\n", encoding="utf-8")
    law._show()
    assert (
        "Outside work and education (L 45 (2013)): " in box.areas.text()
    )  # the rules of that list
    path.write_text(
        "area_id,navn,year,no_work_pct\n4711,<b>c0r0</b>,2025,1\n4712,c1r0,2025,1\n,,,\n",
        encoding="utf-8",
    )
    law._show()
    assert "has 1 of the areas" in box.summary.text() and "<b>c0r0</b>." in box.summary.text()
    box.source.set_value(str(tmp_path / "borte.csv"))
    assert "borte.csv cannot be read" in box.summary.text()
    page.session.open_monitor(tmp_path / "new.gpkg")
    assert not box.source.value() and not box.summary.text()


def listed(tmp_path):
    path = tmp_path / "liste.csv"
    path.write_text("area,year,no_work_pct\nc0r0,2026,40\n", encoding="utf-8")
    layer = QgsVectorLayer(str(path), "liste", "ogr")
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_a_list_that_leaves_the_project_is_not_replaced_by_its_neighbour(page, tmp_path):
    layer = listed(tmp_path)
    page.tabs.setCurrentIndex(1)
    box = page.law.state_list
    box.source.set_value(layer.id())
    assert "The list of 2026" in box.summary.text() and page.session.state.state_list == layer.id()
    QgsProject.instance().removeMapLayer(layer.id())
    assert (
        not box.source.value()
        and not page.session.state.state_list
        and "Choose the list" in box.summary.text()
    )


def test_a_project_that_closes_leaves_nothing_of_it_in_the_next(page, tmp_path):
    page.law.state_list.source.set_value(listed(tmp_path).id())
    assert QgsProject.instance().isDirty()
    QgsProject.instance().clear()
    assert QgsProject.instance().readEntry("geofa_sociodemografi", "state")[0] == ""
    assert page.session.state.monitor == "" and not page.law.state_list.source.value()

"""What is stale says so, findings are counted on the steps, and the next step always stands there."""
# ruff: noqa: F811 (fixtures of other modules)

from __future__ import annotations

from geofa_sociodemografi.core.gis.host.project_state import ProjectState, counted_by
from geofa_sociodemografi.core.measures.self_check.check import Check, by_kind
from qgis.PyQt.QtWidgets import QApplication

from tests.qgis.change_town import town
from tests.qgis.test_dock import (
    compute,
    dock,  # noqa: F401 (a fixture)
    load,
    made,  # noqa: F401 (a fixture)
    wait,
)


def signs(dock):
    """Page id → what stands before its name on its button."""
    found = {}
    for position, page in enumerate(dock.pages):
        text = dock.steps.button(position).text()
        if text:
            found[page.ID] = text.removesuffix(page.title()).strip()
    return found


def settle():
    for _ in range(3):
        QApplication.processEvents()


def test_a_changed_rule_marks_every_later_page_until_it_is_counted(dock, tmp_path):
    path = town(tmp_path / "monitor.gpkg")
    state = ProjectState(monitor=str(path), area_sets=["grid"], registers={"persons": "p.csv"})
    state.counted = counted_by(state)
    dock.session.open_monitor(path, state)
    wait(lambda: not dock.session.busy)
    before = signs(dock)
    assert before["calculation"] == before["map"] == "✓" and not dock.session.stale
    assert dock.next_step.isHidden()
    dock.page("calculation").rules.closeness.setValue(9.0)
    settle()
    after = signs(dock)
    assert dock.session.stale and dock.session.state.closeness_percent == 9.0
    assert after["calculation"] == after["map"] == "↻"
    assert after["areas"] == before["areas"] and after["data"] == before["data"]
    assert (
        "Changed since the last count"
        in dock.steps.button(dock.pages.index(dock.page("map"))).toolTip()
    )
    assert dock.next_step.text.startswith("Compute again")
    assert "calculation" in dock.next_step.label.text()
    dock.go_to("calculation")
    assert "<a" not in dock.next_step.label.text(), "the user is there"
    dock.page("calculation").rules.undo.undo.click()
    settle()
    assert signs(dock) == before and dock.next_step.isHidden()


def test_what_stands_was_judged_by_what_was_counted_not_by_what_is_chosen_next(dock, tmp_path):
    path = town(tmp_path / "monitor.gpkg")
    state = ProjectState(monitor=str(path), area_sets=["grid"], use_origin=False)
    dock.session.open_monitor(path, state)
    wait(lambda: not dock.session.busy)
    choices, history = dock.session.judged_by()
    assert choices.use_origin and choices.allow_fewer_years and history is None
    assert not dock.session.choices().use_origin


def test_the_next_step_leads_through_the_job(made):
    assert made.next_step.text.startswith("Load the register") or made.session.judged
    load(made)
    if not made.session.judged:
        assert made.next_step.text == "Compute."
        made.go_to("calculation")
        compute(made)
    assert made.session.judged and not made.session.stale and made.next_step.isHidden()
    made.session.state.mappings.setdefault("persons", {})["sex"] = "koen"
    made.session.touch()
    assert made.session.stale and made.next_step.text.startswith("Compute again")


def check(period, rows, severity="error", field="sex"):
    return Check(
        register="persons",
        check="values",
        severity=severity,
        file=f"{period}.csv",
        period=period,
        field=field,
        rows=rows,
        share=0.1,
        text=f"{rows} rows of {period} cannot be read.",
        next_step="Correct them.",
    )


def test_the_same_finding_of_many_months_is_one_line_with_rows_times_and_months():
    months = [f"2025-{month:02}" for month in range(1, 13)]
    found = by_kind(
        [*(check(m, n) for n, m in enumerate(months, 1)), check("2025-01", 5, field="age")]
    )
    assert len(found) == 2
    (first,) = [one for one in found if one.field == "sex"]
    assert first.rows == sum(range(1, 13)) and "12 times" in first.text
    assert "12 months: January 2025 – December 2025" in first.text
    (other,) = [one for one in found if one.field == "age"]
    assert other.text == "5 rows of 2025-01 cannot be read."


def test_findings_stand_as_a_number_on_the_step(made):
    load(made)
    page = made.page("data")
    page._checks = [
        check("2025-01", 3),
        check("2025-01", 1, "warning", "age"),
        check("x", 1, "info"),
    ]
    made.refresh()
    assert signs(made)["data"] == "2"
    page._checks = []
    made.refresh()
    assert signs(made)["data"] == "✓"

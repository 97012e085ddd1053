"""The tables behind map, page and card: against the monitor file's own figures, and by hand."""

from __future__ import annotations

import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.pipeline.shown.figures import (
    breaks_of,
    change_table,
    even_breaks,
    figure_table,
    period_at,
)
from geofa_sociodemografi.core.pipeline.shown.law import law_table, rules_text
from geofa_sociodemografi.core.pipeline.shown.table import as_text
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.qgis.change_town import AREAS, town

KNOWN = {one.id: one for one in all_indicators()}
NAMES = {area: f"Område {area}" for area in AREAS}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return MonitorFile(town(tmp_path_factory.mktemp("town") / "monitor.gpkg"))


def cells(table, area):
    return {head.text: cell for head, cell in zip(table.headings, table.of(area).cells)}


def test_the_laws_table_has_every_criterion_with_its_figure_threshold_and_margin(store):
    rows = store.in_force.assessments("grid", "2026-01")
    table = law_table(rows, "2026-01", "current")
    assert table.note == "Criteria from 2021 · as things stand"
    assert [row.area for row in table.rows] == rows["area_id"].tolist()
    one = rows.set_index("area_id").loc["c0r0"]
    shown = cells(table, "c0r0")
    work = next(text for text in shown if text.endswith(": threshold") and "work" in text)
    name = work[: -len(": threshold")]
    assert shown[name].value == pytest.approx(one["no_work"])
    assert shown[work].text == "40.0 %"
    assert shown[f"{name}: margin"].value == pytest.approx(40.0 - one["no_work"])
    assert shown[f"{name}: margin"].text[0] in "+−" and "threshold" in shown[name].tip
    assert shown["Residents"].value == one["population"]


def test_an_area_without_figures_has_dashes_and_is_sorted_as_nothing(store):
    rows = store.in_force.assessments("grid", "2026-01")
    blank = [c for c in rows if c.startswith(("margin_", "met_")) or c == "no_work"]
    shown = cells(law_table(rows.assign(**dict.fromkeys(blank)), "2026-01"), "c0r0")
    assert {c.text for h, c in shown.items() if h.endswith((": threshold", ": margin"))} == {"–"}
    assert rules_text(rows[:0]) == ""


def test_figures_are_those_of_the_file_and_a_yearly_one_is_the_newest_year_over(store):
    table = figure_table(store, "grid", NAMES, KNOWN["no_work"], "2025-12")
    there = store.in_force.observations("grid", ["no_work"], ["2025-12"]).set_index("area_id")
    assert table.values == pytest.approx(there["value"].to_dict())
    assert cells(table, "c1r0")["Numerator"].value == there.loc["c1r0", "numerator"]
    assert (
        table.sentences["c1r0"].endswith(
            f"({there.loc['c1r0', 'numerator']:.0f} of {there.loc['c1r0', 'denominator']:.0f})"
        )
        or "of" in table.sentences["c1r0"]
    )
    yearly = figure_table(store, "grid", NAMES, KNOWN["basic_education"], "2026-01")
    assert (yearly.period, yearly.values) == ("2024", {"c0r0": 43.5, "c1r0": 44.5})
    assert cells(yearly, "c2r0")["Denominator"].text == "–"


def test_a_period_without_figures_says_so(store):
    table = figure_table(store, "grid", NAMES, KNOWN["no_work"], "2019-01")
    assert not table.values and table.note == "No figures of January 2019."


def test_a_change_is_the_difference_and_tells_who_crossed_what(store):
    table = change_table(store, "grid", NAMES, KNOWN["no_work"], "2026-01", "2025-01")
    by_period = store.in_force.observations("grid", ["no_work"]).pivot(
        index="area_id", columns="period", values="value"
    )
    wanted = by_period["2026-01"] - by_period["2025-01"]
    assert table.values == pytest.approx(wanted.to_dict())
    before, now = (
        store.in_force.assessments("grid", p).set_index("area_id") for p in ("2025-01", "2026-01")
    )
    for row in table.rows:
        said = row.cells[4].text
        moved = before.loc[row.area, "risk_level"] != now.loc[row.area, "risk_level"]
        assert ("→" in said) == moved
        turned = [
            c
            for c in now
            if c.startswith("met_")
            and pd.notna(before.loc[row.area, c])
            and pd.notna(now.loc[row.area, c])
            and bool(before.loc[row.area, c]) != bool(now.loc[row.area, c])
        ]
        assert said.count("met") == len(turned)


def test_a_copied_table_has_headings_numbers_without_units_and_no_formulas(store):
    names = {**NAMES, "c0r0": "=2+2\tx"}
    table = figure_table(store, "grid", names, KNOWN["no_work"], "2026-01")
    lines = as_text(table, ["c1r0", "c0r0"]).strip("\n").split("\n")
    assert lines[0].split("\t")[0] == "Area" and len(lines) == 3
    assert lines[1].split("\t")[0] == NAMES["c1r0"]
    assert float(lines[1].split("\t")[1]) == pytest.approx(table.values["c1r0"])
    assert lines[2].startswith("'=2+2 x\t") and lines[2].count("\t") == 3


@pytest.mark.parametrize(
    "period, there, wanted",
    [
        ("2026-01", ["2025-12", "2026-01"], "2026-01"),
        ("2026-01", ["2024", "2025", "2026"], "2025"),
        ("2026-01", ["2025-12"], ""),
        ("2025", ["2024"], ""),
    ],
)
def test_the_period_shown_is_its_own_or_the_newest_year_over(period, there, wanted):
    assert period_at(period, there) == wanted


def test_classes_hold_equal_numbers_and_equal_figures_stand_together():
    ends = breaks_of(tuple(float(n) for n in range(1, 101)))
    sizes = [
        sum(low < n <= high for n in range(1, 101)) for low, high in zip([0, *ends], [*ends, 100])
    ]
    assert len(ends) == 4 and max(sizes) - min(sizes) <= 2
    assert breaks_of((5.0, 5.0, 5.0)) == [] and breaks_of(()) == []
    assert breaks_of((float("nan"), 1.0, 2.0)) == [1.0]
    ends = even_breaks((-3.0, -1.0, 1.0, 2.0, 3.0, 0.0))
    assert ends == [-e for e in reversed(ends)] and len(ends) == 4
    assert even_breaks((0.0, 0.0)) == []

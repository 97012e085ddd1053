"""One figure from a register and from a table: which is used, what is told, what an edition may hold."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pandas as pd
import pytest
from geofa_sociodemografi.core.measures.windows import over_window
from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
from geofa_sociodemografi.core.pipeline.inputs import FIGURES_FIRST, REGISTERS_FIRST, Choices
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.protection.standing_alone import hidden_alone
from geofa_sociodemografi.core.registers.sources import TableSource

from tests.unit.helpers import grid, inputs

AREA = grid(2, 1, identifier="areas")


def persons(**more):
    """Four persons in each of two areas, one convicted in the first."""
    return TableSource(
        "persons",
        pd.DataFrame(
            {
                "x": [500_005.0] * 4 + [500_015.0] * 4,
                "y": 6_200_005.0,
                "age": 40,
                "convicted": [1, 0, 0, 0, 0, 0, 0, 0],
                "period": "2026-01",
                **more,
            }
        ),
    )


def table(rows):
    return TableSource(
        "lbf",
        pd.DataFrame(rows, columns=["area", "period", "indicator", "value", "denominator"]),
    )


def counted(order, rows, register=None, choices=(), **more):
    silent = Silent()
    found = count_areas(
        inputs([AREA], [register or persons()], figures=[table(rows)]),
        Choices(source_order=order, **dict(choices)),
        silent,
        **more,
    )
    return found, silent.warnings


def of(found, indicator):
    rows = found.observations["areas"]
    return rows[rows["indicator"] == indicator].set_index("area_id")


BOTH = [
    ("c0r0", "2026-01", "convicted", 30.0, 4.0),
    ("c0r0", "2026-01", "turnout", 70.5, 10.0),
]


def test_registers_go_before_figures_unless_said_otherwise_and_the_source_stays():
    for order in (None, REGISTERS_FIRST):
        found, said = counted(order or Choices().source_order, BOTH)
        rows = of(found, "convicted")
        assert rows["value"].tolist() == [25, 0] and set(rows["source"]) == {"register:persons"}
        assert of(found, "turnout")["source"].tolist() == ["figures"]
        assert any("1 finished figures are not used" in text for text in said)
        (text,) = [text for text in said if "differ by more than rounding" in text]
        assert "1 figures" in text and "at most 5 percentage points" in text
        assert "those of the registers are used" in text


def test_figures_go_before_registers_where_they_are_asked_to():
    found, said = counted(FIGURES_FIRST, BOTH)
    rows = of(found, "convicted")
    assert rows["value"].to_dict() == {"c0r0": 30, "c1r0": 0}
    assert rows["source"].to_dict() == {"c0r0": "figures", "c1r0": "register:persons"}
    assert any("1 figures of the registers are not used" in text for text in said)
    of_table = next(r for r in found.records if r["register"] == "figures")
    assert set(json.loads(of_table["definitions"])) >= {"convicted", "turnout"}
    assert any("the finished figures are used" in text for text in said)
    assert len(
        found.observations["areas"].drop_duplicates(["area_id", "period", "indicator"])
    ) == len(found.observations["areas"])


def test_what_a_table_has_no_number_for_stays_the_registers():
    found, _ = counted(FIGURES_FIRST, [("c0r0", "2026-01", "convicted", None, 4.0)])
    rows = of(found, "convicted")
    assert rows["value"].tolist() == [25, 0] and set(rows["source"]) == {"register:persons"}


def test_a_register_that_knows_nothing_gives_way_to_the_figures():
    found, said = counted(REGISTERS_FIRST, BOTH, persons(convicted=None))
    rows = of(found, "convicted")
    assert rows.loc["c0r0", ["value", "source"]].tolist() == [30, "figures"]
    assert not [text for text in said if "finished figures are not used" in text]


@pytest.mark.parametrize(
    ("written", "told"), [(25.0, False), (25.4, True), (25.04, True), (25.0004, True), (24.0, True)]
)
def test_a_difference_is_told_where_it_is_more_than_rounding(written, told):
    found, said = counted(REGISTERS_FIRST, [("c0r0", "2026-01", "convicted", written, 4.0)])
    assert any("differ by more than rounding" in text for text in said) is told
    problems = [p for p in found.findings["figures"].told if p.reason == "two_sources"]
    assert len(problems) == told and (not told or problems[0].rows == 1)


def test_figures_that_cannot_be_compared_stop_nothing():
    twice = [*BOTH, BOTH[0]]
    found, _ = counted(REGISTERS_FIRST, twice)
    assert of(found, "convicted")["value"].tolist() == [25, 0]


def test_an_edition_is_made_of_no_sums_that_its_figures_do_not_have():
    kept, _ = counted(REGISTERS_FIRST, BOTH, with_atoms=True)
    assert ("2026-01", "convicted") in kept.atoms.values
    facets = {"facets": ("sex",)}.items()
    found, _ = counted(
        FIGURES_FIRST,
        [*BOTH, ("c0r0", "2026-01", "population", 5, None)],
        persons(sex=["m", "k"] * 4),
        facets,
        with_atoms=True,
    )
    names = {name for _, name in found.atoms.values}
    assert "population" in names and not {n for n in names if n.startswith("convicted")}
    assert {n for n in names if n.startswith("population|")}


def test_windows_say_which_sources_their_months_are_of():
    months = [f"2025-{m:02d}" for m in range(1, 13)]
    register = persons(period="2025-01")
    register = TableSource(
        "persons", pd.concat([register.table.assign(period=m) for m in months], ignore_index=True)
    )
    rows = [("c0r0", m, "convicted", 50.0, 4.0) for m in months[:6]]
    found, _ = counted(FIGURES_FIRST, rows, register)
    table = over_window(found.observations["areas"], "quarter", found.indicators)
    one = table[(table["indicator"] == "convicted") & (table["area_id"] == "c0r0")]
    assert one["source"].tolist() == ["figures"] * 2 + ["register:persons"] * 2
    year = over_window(found.observations["areas"], "year", found.indicators)
    one = year[(year["indicator"] == "convicted") & (year["area_id"] == "c0r0")]
    assert one["source"].tolist() == ["figures+register:persons"]


def test_a_counted_figure_that_stands_in_no_system_is_not_published():
    """Beside finished figures of other areas nobody knows what a counted one gives away."""
    systems = SimpleNamespace(
        of=lambda *kinds: [SimpleNamespace(id="convicted")],
        profile=SimpleNamespace(least_persons=lambda indicator: 5),
        period="2026-01",
        kinds={"convicted": ""},
    )
    rows = pd.DataFrame(
        {
            "area_id": ["a", "b", "c"],
            "period": "2026-01",
            "indicator": "convicted",
            "numerator": 20.0,
            "denominator": 50.0,
            "persons": 50.0,
        }
    )
    assert hidden_alone(systems, {"s": rows}, frozenset()) == {}
    rows["source"] = ["figures", "register:persons", "figures+register:persons"]
    assert hidden_alone(systems, {"s": rows}, frozenset()) == {
        ("s", "b", "convicted"): "unknown",
        ("s", "c", "convicted"): "unknown",
    }

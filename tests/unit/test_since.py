"""Since last: what an addition brought, from hand-made histories of a small town."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pandas as pd
import pytest
from geofa_sociodemografi.core.change.series import series
from geofa_sociodemografi.core.pipeline.adding import add_period, undo_period
from geofa_sociodemografi.core.pipeline.adding_words import (
    adding_text,
    addition_text,
    delivered_texts,
    periods_text,
    revised_text,
    take_back_text,
)
from geofa_sociodemografi.core.pipeline.changing import held, known_by_id, read_series
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.pipeline.since import since_last
from geofa_sociodemografi.core.pipeline.since_words import (
    compared_text,
    definition_sentences,
    due_sentence,
    level_sentences,
    moved_sentences,
    provisional_sentences,
)
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.delivery import Delivery
from geofa_sociodemografi.core.registers.sources import TableSource
from geofa_sociodemografi.core.store.monitor_file import MonitorFile
from geofa_sociodemografi.core.store.runs.revisions import provisional, revised
from geofa_sociodemografi.core.store.runs.standing import newest_addition

from tests.unit.helpers import grid, inputs, persons
from tests.unit.test_adding import LAW, REFERENCES

TODAY = datetime.date(2026, 3, 20)
WEST, SOUTH, SIDE = 500_000.0, 6_200_000.0, 10.0
AREAS = grid(2, 1)
MANY, FEW = 1_200, 500


def register(month, c0r0=MANY, c1r0=FEW, **columns):
    """Residents of two squares, every third from a non-western country, and further ``columns``."""
    x = [WEST + 5] * c0r0 + [WEST + SIDE + 5] * c1r0
    origin = ["ikke_vestlig" if n % 3 == 0 else "dansk" for n in range(len(x))]
    more = {name: [make(n) for n in range(len(x))] for name, make in columns.items()}
    return persons(x=x, y=[SOUTH + 5] * len(x), age=40, period=month, origin=origin, **more)


def add(path, *sources, figures=None):
    made = inputs([AREAS], list(sources)) if sources else inputs([AREAS], [])
    if not sources:
        made = replace(made, deliveries=[])
    if figures:
        made = replace(made, deliveries=[*made.deliveries, table(figures)])
        made = replace(made, references=[TableSource("r", REFERENCES.astype(str))])
    return add_period(made, Choices(), MonitorFile(path), Silent(), "t")


def table(of_indicators):
    rows = [
        (area, year, indicator, str(value).replace(".", ","))
        for area in AREAS.area_ids
        for indicator, of_years in of_indicators.items()
        for year, value in of_years.items()
    ]
    columns = ["area_code", "period", "indicator", "value"]
    return Delivery("figures", [TableSource("figures", pd.DataFrame(rows, columns=columns))])


def told(path, **more):
    return since_last(MonitorFile(path), "grid", today=TODAY, **more)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "m.gpkg"


# -- what came -------------------------------------------------------------------------------------


def test_nothing_is_new_where_nothing_was_added(path):
    MonitorFile(path).areas.save([AREAS])
    assert told(path).addition is None and newest_addition(MonitorFile(path)) is None


def test_what_came_is_told_with_its_periods_and_rows(path):
    add(path, register("2026-01"), figures=LAW)
    add(path, register("2026-02"))
    found = told(path)
    assert (found.now, found.before) == ("2026-02", "2026-01")
    assert found.addition.number == 2 and not found.addition.first
    assert delivered_texts(found.addition) == ["Persons: February 2026, 1,700 rows (persons)"]
    assert ": February 2026. From persons." in addition_text(found.addition)
    assert found.names == {"c0r0": "c0r0", "c1r0": "c1r0"}


# -- levels ----------------------------------------------------------------------------------------


def test_an_area_that_grows_over_the_floor_changes_level_and_one_near_it_is_told(path):
    add(path, register("2026-01", c0r0=700), figures=LAW)
    add(path, register("2026-02", c1r0=980))
    said = level_sentences(told(path))
    assert any("From no category to " in text for text in said["c0r0"]), said
    assert said["c1r0"] == ["20 residents below the 1,000 that the rules ask for"]
    # near already the month before: nothing new
    add(path, register("2026-03", c1r0=985))
    assert level_sentences(told(path)) == {}


def test_what_can_no_longer_be_decided_is_told_with_what_is_missing(path):
    add(path, register("2026-01"), figures=LAW)
    store = MonitorFile(path)
    judged = store.in_force.assessments("grid", "2026-01")
    now = judged.assign(period="2026-02", decided=0, note="convicted is missing")
    from geofa_sociodemografi.core.change.since import levels

    both = pd.concat([judged, now])
    found = {one.area_id: one.text for one in levels(both, "2026-02", "2026-01", 5.0)}
    assert found["c0r0"] == "Can no longer be decided. convicted is missing"
    back = {one.area_id: one.kind for one in levels(both, "2026-01", "2026-02", 5.0)}
    assert back["c0r0"] == "decided"
    assert levels(judged, "2026-01", "", 5.0) == []


def test_a_yearly_table_that_judges_months_anew_tells_what_it_changed_in_the_newest(path):
    add(path, register("2026-01"))
    add(path, register("2026-02"))
    add(path, figures=LAW)
    found = told(path)
    assert found.rejudged == "2026-02" and list(found.levels) == []
    said = level_sentences(found)
    sentence = said["c0r0"][0]
    assert sentence.startswith("February 2026, before and after the addition: Can be decided now: ")
    assert "c1r0" not in said  # too few residents: it is what it was
    # other figures of the same year: another category, from one decided to another decided
    low = {"no_work": {"2024": 1, "2025": 1}, "convicted": {"2024": 0, "2025": 0}}
    add(path, figures={**LAW, **low, "basic_education": {"2025": 5}})
    sentence = level_sentences(told(path))["c0r0"][0]
    assert sentence.startswith("February 2026, before and after the addition: From "), sentence
    assert sentence.endswith(" to no category"), sentence
    # what an addition of a newer month leaves as it was is not told
    add(path, register("2026-03"))
    assert told(path).rejudged == "" and level_sentences(told(path)) == {}
    # taken back, and what the addition before changed is told again
    undo_period(MonitorFile(path), Silent(), 5)
    assert told(path).rejudged == "2026-02"
    undo_period(MonitorFile(path), Silent(), 4)
    assert "Can be decided now" in level_sentences(told(path))["c0r0"][0]


# -- figures that moved ----------------------------------------------------------------------------


def share(part):
    return lambda n: int(n % 10 < part)


def test_figures_beyond_chance_are_told_the_laws_first_and_none_within(path):
    add(path, register("2026-01", convicted=share(1), low_income=share(2), outside_work=share(3)))
    add(path, register("2026-02", convicted=share(3), low_income=share(5), outside_work=share(3)))
    found = told(path)
    moved = [(one.area_id, one.pair.indicator.id) for one in found.moved]
    assert ("c0r0", "convicted") in moved and ("c0r0", "no_work") not in moved
    law = [one.pair.law for one in found.moved]
    assert law == sorted(law, reverse=True) and law[0] and not law[-1]
    (sentence,) = [
        text
        for text in moved_sentences(found)["c0r0"]
        if text.startswith(known_by_id()["convicted"].name["en"])
    ]
    assert "10.0 % → 30.0 % since January 2026 (change +" in sentence
    assert compared_text(found).startswith(f"{len(found.moved)} figures moved more than chance")


def test_a_month_before_the_newest_is_compared_with_nothing(path):
    add(path, register("2026-02", convicted=share(3)))
    add(path, register("2026-01", convicted=share(1)))
    found = told(path)
    assert found.moved == [] and found.pairs == []
    assert compared_text(found).startswith("The newest addition brought no newer period")


def test_figures_of_years_are_compared_with_the_year_before(path):
    add(path, register("2026-01"))
    figures = [
        ("c0r0", year, "no_work", value, 1_000) for year, value in (("2024", 30.0), ("2025", 45.0))
    ]
    columns = ["area_code", "period", "indicator", "value", "denominator"]
    source = TableSource("figures", pd.DataFrame(figures, columns=columns).astype(str))
    made = replace(inputs([AREAS], []), deliveries=[Delivery("figures", [source])])
    add_period(made, Choices(), MonitorFile(path), Silent())
    found = told(path)
    assert [(one.area_id, one.pair.before, one.pair.now) for one in found.moved] == [
        ("c0r0", "2024", "2025")
    ]


# -- what was revised ------------------------------------------------------------------------------


def test_a_month_delivered_again_is_revised_in_numbers_and_an_undone_one_is_as_it_was(path):
    add(path, register("2026-01"))
    add(path, register("2026-02"))
    add(path, register("2026-01", c0r0=MANY + 30))
    (one,) = told(path).revised
    assert (one.period, one.before, one.after) == ("2026-01", 1_700, 1_730)
    assert "Residents 1,700 → 1,730." in revised_text(one)
    assert revised_text(one).startswith("January 2026: ")
    assert "What it replaced comes back" in take_back_text(newest_addition(MonitorFile(path)))
    undo_period(MonitorFile(path), Silent(), 3)
    found = told(path)
    assert found.addition.number == 2 and found.revised == []
    residents = MonitorFile(path).in_force.observations("grid", ["population"], ["2026-01"])
    assert residents["value"].tolist() == [MANY, FEW]


def test_only_the_addition_that_was_shown_is_taken_back(path):
    from geofa_sociodemografi.core.errors import InputError

    add(path, register("2026-01"))
    add(path, register("2026-02"))
    with pytest.raises(InputError, match="another than the one shown"):
        undo_period(MonitorFile(path), Silent(), 1)
    assert MonitorFile(path).runs.newest() == 2


def history(*steps, indicator="population"):
    """(period, age in months when the figure that was changed came, before, after)."""
    rows = []
    for n, (period, age, before, after) in enumerate(steps):
        month = int(period[5:]) + age
        vintage = f"{int(period[:4]) + (month - 1) // 12}-{(month - 1) % 12 + 1:02d}-05"
        rows.append((n, "grid", period, indicator, n, 2, before, after, vintage))
    columns = ["run", "area_set", "period", "indicator", "before", "areas"]
    columns += ["total_before", "total_after", "vintage"]
    return pd.DataFrame(rows, columns=columns)


def parts(*rows):
    return pd.DataFrame(rows, columns=["indicator", "period", "vintage"])


RISING = (("2025-01", 1, 100, 103), ("2025-02", 1, 90, 95), ("2025-03", 1, 80, 81))


def test_months_that_always_rose_later_are_provisional_as_long_as_they_rose():
    there = parts(
        ("population", "2025-04", "2025-05-05"),
        ("population", "2025-03", "2025-06-05"),
        ("population", "2025", "2025-05-05"),
        ("employed", "2025-04", "2025-05-05"),
    )
    assert provisional(there, history(*RISING)) == {("population", "2025-04")}
    three_times = (*RISING, ("2025-01", 3, 103, 104))
    assert provisional(there, history(*three_times)) == {
        ("population", "2025-04"),
        ("population", "2025-03"),
    }


@pytest.mark.parametrize(
    "steps",
    [
        RISING[:2],
        (*RISING, ("2025-04", 1, 70, 60)),
        (("2025-01", 1, 110, 100), *RISING),
        (*RISING[:2], ("2025-02", 2, 95, 99)),
        (("2022", 1, 100, 103), ("2023", 1, 90, 95), ("2024", 1, 80, 81)),
    ],
    ids=["seldom", "one fell", "one fell first", "two months alone", "years"],
)
def test_what_has_no_habit_is_not_provisional(steps):
    steps = [one if len(one[0]) > 4 else (f"{one[0]}-01", *one[1:]) for one in steps]
    made = history(*steps)
    if len(steps) == 3 and steps[0][0] == "2022-01":
        made["period"] = made["period"].str[:4]
    assert provisional(parts(("population", "2025-05", "2025-06-05")), made) == set()


def test_months_delivered_three_times_make_the_newest_provisional_in_page_and_series(path):
    months = ["2026-01", "2026-02", "2026-03"]
    for month in months:
        for more in (0, 4, 9):
            add(path, register(month, c0r0=MANY + more))
    add(path, register("2026-04"))
    found = told(path)
    # all of this was added in one day, as old as the clock makes it
    soon = {period for period, ids in found.provisional.items() if "population" in ids}
    assert soon == {*months, "2026-04"} or soon == set(months) | {"2026-04"}
    assert provisional_sentences(found)[0].startswith("April 2026 is provisional for ")
    store = MonitorFile(path)
    there = held(store, "grid")
    shown = read_series(store, there, [known_by_id()["population"]], ["c0r0"])
    assert shown.set_index("period")["provisional"].tolist() == [True] * 4
    assert {one.figures for one in revised(store.runs.revisions())} != {0}


def test_a_gap_is_not_provisional():
    months = {"2026-01": 5.0, "2026-03": 6.0}
    rows = [("a", p, "population", v, None, v, "counted") for p, v in months.items()]
    columns = ["area_id", "period", "indicator", "numerator", "denominator", "value", "status"]
    found = series(
        pd.DataFrame(rows, columns=columns),
        known_by_id()["population"],
        {"a": "A"},
        provisional=["2026-02", "2026-03"],
    )
    assert dict(zip(found["period"], found["provisional"])) == {
        "2026-01": False,
        "2026-02": False,
        "2026-03": True,
    }


# -- what is missing -------------------------------------------------------------------------------


def test_a_municipality_that_lacks_half_is_told_what_the_law_needs(path):
    half = {name: LAW[name] for name in ("no_work", "income")}
    add(path, register("2026-01"), figures=half)
    by_name = {name: one for one in told(path).calendar for name in one.names}
    known = known_by_id()
    never = by_name[known["convicted"].name["en"]]
    assert never.last == "" and never.law and due_sentence(never).startswith("Never delivered. The")
    assert by_name[known["basic_education"].name["en"]].last == ""
    there = by_name[known["no_work"].name["en"]]
    assert (there.last, there.expected) == ("2025", "2026")
    persons_line = by_name["Persons"]
    assert (persons_line.last, persons_line.expected, persons_line.by) == (
        "2026-01",
        "2026-02",
        "2026-02-01",
    )
    assert due_sentence(persons_line).endswith(
        "February 2026 was expected 1 February 2026: 47 days late."
    )


def test_a_column_that_a_register_no_longer_has_is_a_gap_of_its_own(path):
    add(path, register("2026-01", convicted=share(1)))
    add(path, register("2026-02", convicted=share(1)))
    add(path, register("2026-03"))
    by_name = {name: one for one in told(path).calendar for name in one.names}
    assert by_name[known_by_id()["convicted"].name["en"]].last == "2026-02"
    assert by_name["Persons"].last == "2026-03"


def test_what_was_undone_was_never_delivered(path):
    add(path, register("2026-01"))
    add(path, register("2026-02"))
    undo_period(MonitorFile(path), Silent())
    (line,) = [one for one in told(path).calendar if one.names == ("Persons",)]
    assert line.last == "2026-01"


def test_a_definition_that_changed_is_told_and_not_compared(path, monkeypatch):
    add(path, register("2026-01", convicted=share(1)))
    from geofa_sociodemografi.core.pipeline import adding

    real = adding.digests
    monkeypatch.setattr(adding, "digests", lambda these: {**real(these), "convicted": "another"})
    add(path, register("2026-02", convicted=share(5)))
    found = told(path)
    assert [(one.indicator, one.period, one.brought) for one in found.new_definitions] == [
        ("convicted", "2026-02", True)
    ]
    assert "convicted" not in {one.pair.indicator.id for one in found.moved}
    (sentence,) = definition_sentences(found)
    assert "another definition from February 2026" in sentence


# -- words -----------------------------------------------------------------------------------------


def test_periods_are_named_when_few_and_counted_when_many():
    months = [f"2025-{month:02d}" for month in range(1, 13)]
    assert periods_text(months[:2]) == "January 2025, February 2025"
    assert periods_text(months) == "12 months: January 2025 – December 2025"
    assert periods_text(["2023", "2024", *months[:1]]) == "January 2025, the years 2023, 2024"


def test_what_will_be_added_is_said_without_counting():
    months = [f"2025-{month:02d}" for month in range(1, 13)]
    assert adding_text([], ["2026-01"]) == (
        "Becomes the first figures of the monitor file. January 2026 is new."
    )
    assert adding_text(months, ["2025-12", "2026-01"]) == (
        "Is added to the monitor file, which has 12 months: January 2025 – December 2025. January "
        "2026 is new. December 2025 comes again: the edition before stays in the file."
    )
    assert adding_text(months, []).endswith("December 2025.")


# -- half a file -----------------------------------------------------------------------------------


def test_a_month_that_lacks_half_of_the_file_is_told_and_added_all_the_same(path):
    add(path, register("2026-01"))
    whole = add(path, register("2026-02", c0r0=MANY + 10))
    assert list(whole.half) == []
    found = add(path, register("2026-03", c1r0=0))
    (said,) = found.half
    assert said.startswith("March 2026: residents 1,710 → 1,200 (−29.8 %) since February 2026")
    assert "one area that had residents in February 2026 has none (c1r0)" in said
    assert said in "\n".join(found.checks["text"])
    assert "2026-03" in MonitorFile(path).in_force.judged("grid")
    noted = [one for one in found.findings["persons"].told if one.reason == "half_file"]
    assert len(noted) == 1 and noted[0].rows == 1_200


def test_the_self_check_holds_rows_against_the_month_before_in_the_file(path):
    from geofa_sociodemografi.core.pipeline.checking import check_inputs
    from geofa_sociodemografi.core.pipeline.half_files import rows_of_file

    add(path, register("2026-01"))
    add(path, register("2026-02"))
    undone = add(path, register("2026-03", c1r0=0))
    undo_period(MonitorFile(path), Silent(), undone.number)
    filed = rows_of_file(MonitorFile(path))
    assert filed == {"persons": {"2026-01": 1_700.0, "2026-02": 1_700.0}}

    def rows_told(source):
        made = inputs([AREAS], [source])
        checks = check_inputs(made, Choices(), Silent(), of_file=filed)["persons"]
        return [one.text for one in checks if one.check == "rows_of_file"]

    assert rows_told(register("2026-03", c1r0=0)) == [
        "March 2026 has 1,200 rows, February 2026 had 1,700: −29.4 %."
    ]
    assert rows_told(register("2026-03")) == []


# -- counted and named -----------------------------------------------------------------------------


def test_what_was_revised_names_the_areas_with_the_largest_changes(path):
    from geofa_sociodemografi.core.pipeline.since_words import revised_sentences

    add(path, register("2026-01"))
    add(path, register("2026-02"))
    assert revised_sentences(told(path)) == {}
    add(path, register("2026-02", c0r0=MANY + 12, c1r0=FEW + 50))
    said = revised_sentences(told(path))
    assert list(said)[0] == "c1r0"  # changed most, of what it was
    assert any("500 → 550" in text and "(February 2026)" in text for text in said["c1r0"]), said


def test_a_backlog_that_is_being_added_is_neither_late_nor_stopped():
    from geofa_sociodemografi.core.change.expected import Came, Source, Usual, due

    monthly = Source(("Residents",), (Came("2025-05", "2026-03-19"),), Usual(1, 0))
    found = due(monthly, TODAY)
    assert (found.late, found.stopped, found.catching_up) == (0, False, True)
    assert due_sentence(found) == (
        "Last May 2025, delivered 19 March 2026. June 2025 and later are not added yet."
    )
    old = Source(("Residents",), (Came("2025-05", "2025-06-01"),), Usual(1, 0))
    assert due(old, TODAY).stopped and due(old, TODAY).late > 200


def test_names_with_commas_are_told_apart_and_headings_say_what_they_count():
    from geofa_sociodemografi.core.pipeline.since_words import (
        counted_areas,
        counted_figures,
        names_text,
    )

    assert names_text(["Without work, 18-64", "Convicted, 18 and over"]) == (
        "Without work, 18-64; Convicted, 18 and over"
    )
    assert counted_areas(1) == "1 area" and counted_areas(0) == ""
    assert counted_figures(12, 3) == "12 figures in 3 areas"


def test_finished_figures_are_told_by_their_number_and_not_as_rows(path):
    add(path, register("2026-01"))
    add(path, figures=LAW)
    (said,) = delivered_texts(newest_addition(MonitorFile(path)))
    assert ", 12 figures (figures)" in said, said

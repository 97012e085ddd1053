"""When figures come: rhythms, lateness, gaps, and sources that stopped, from hand-made deliveries."""

from __future__ import annotations

import datetime

import pytest
from geofa_sociodemografi.core.catalogue.law.dates import Serving
from geofa_sociodemografi.core.change.expected import Came, Source, Usual, calendar, due
from geofa_sociodemografi.core.periods import month_text, months_between

MONTHLY, YEARLY = Usual(1, 2), Usual(12, 14)
TODAY = datetime.date(2026, 3, 20)


def source(*came, usual=MONTHLY, **more):
    return Source(("Persons",), tuple(Came(*one) for one in came), usual, **more)


def monthly(first, last, day=6, months_later=0):
    """Each month delivered on ``day`` of the month itself, or so many later."""
    from geofa_sociodemografi.core.periods import month_number

    return [
        (m, f"{month_text(month_number(m) + months_later)}-{day:02d}")
        for m in months_between(first, last)
    ]


def test_a_monthly_source_has_its_own_rhythm_and_is_late_by_days():
    found = due(source(*monthly("2025-10", "2026-02")), TODAY)
    assert (found.last, found.delivered, found.step) == ("2026-02", "2026-02-06", 1)
    assert (found.expected, found.by) == ("2026-03", "2026-03-06")
    assert found.late == 14 and not found.stopped and found.missing == ()


def test_what_is_not_due_yet_is_not_late():
    found = due(source(*monthly("2025-10", "2026-03")), TODAY)
    assert (found.expected, found.by, found.late) == ("2026-04", "2026-04-06", 0)


def test_few_deliveries_go_by_the_catalogue():
    found = due(source(*monthly("2026-01", "2026-02")), TODAY)
    assert (found.expected, found.by, found.late) == ("2026-03", "2026-05-01", 0)


def test_many_months_delivered_on_one_day_say_nothing_of_how_late_they_come():
    came = [(m, "2026-03-01") for m in months_between("2024-01", "2026-02")]
    found = due(source(*came), TODAY)
    assert (found.step, found.by) == (1, "2026-05-01"), "the catalogue's lag"
    later = [*came, ("2026-03", "2026-03-10")]
    assert due(source(*later), TODAY).by == "2026-06-01"


def test_a_month_that_came_again_counts_when_it_first_came_and_tells_when_it_last_did():
    came = [*monthly("2025-10", "2026-02"), ("2026-02", "2026-03-15")]
    found = due(source(*came), TODAY)
    assert found.delivered == "2026-03-15" and found.by == "2026-03-06"


def test_a_source_that_stopped_is_a_gap_from_its_last_figure():
    came = source(*monthly("2025-06", "2025-10"))
    found = due(came, TODAY)
    assert found.stopped and found.last == "2025-10" and found.expected == "2025-11"
    assert found.late == (TODAY - datetime.date(2025, 11, 6)).days
    assert not due(came, datetime.date(2025, 12, 20)).stopped


def test_months_between_that_never_came_are_named():
    came = [one for one in monthly("2025-06", "2026-02") if one[0] not in ("2025-08", "2025-12")]
    assert due(source(*came), TODAY).missing == ("2025-08", "2025-12")


def test_a_register_of_each_january_is_yearly_and_lacks_no_month():
    came = [(f"{year}-01", f"{year}-02-10") for year in (2023, 2024, 2025)]
    found = due(source(*came), TODAY)
    assert (found.step, found.expected, found.missing) == (12, "2026-01", ())
    assert found.by == "2026-02-10" and found.late == 38 and not found.stopped


def test_what_happens_in_a_month_is_due_after_it():
    assert due(source(("2026-01", "2026-02-05"), flow=True), TODAY).by == "2026-05-01"


def test_figures_of_whole_years_come_by_the_law_where_it_says_so():
    law = Serving(24, years_after=1, month=11)
    usual = YEARLY._replace(law=law)
    found = due(source(("2024", "2025-11-20"), usual=usual, law=True), TODAY)
    assert (found.expected, found.by, found.late) == ("2025", "2026-11-01", 0)
    assert due(source(("2024", "2025-11-20"), usual=YEARLY), TODAY).by == "2027-03-01"


def test_what_comes_at_no_fixed_time_is_never_late():
    found = due(source(("2021", "2022-01-01"), usual=Usual(0, 1)), TODAY)
    assert (found.step, found.expected, found.late, found.stopped) == (0, "", 0, False)


def test_what_the_law_needs_and_never_came_is_late_since_it_should_have():
    usual = YEARLY._replace(law=Serving(24, years_after=1, month=11))
    found = due(source(usual=usual, law=True), TODAY)
    assert (found.last, found.expected, found.by) == ("", "2024", "2025-11-01")
    assert found.late == (TODAY - datetime.date(2025, 11, 1)).days
    assert due(source(usual=YEARLY), TODAY).expected == ""


def test_the_longest_late_stands_first_and_what_comes_together_in_one_line():
    late = Source(("A",), tuple(Came(*one) for one in monthly("2025-06", "2025-10")), MONTHLY)
    there = tuple(Came(*one) for one in monthly("2025-10", "2026-03"))
    lines = calendar([Source(("B",), there, MONTHLY), late, Source(("C",), there, MONTHLY)], TODAY)
    assert [one.names for one in lines] == [("A",), ("B", "C")]


@pytest.mark.parametrize("missed", [0, 1, 2])
def test_a_source_of_months_and_years_goes_by_its_months(missed):
    came = [*monthly("2025-10", month_text(12 * 2026 + 2 - missed)), ("2024", "2025-03-01")]
    assert due(source(*came), TODAY).last == month_text(12 * 2026 + 2 - missed)

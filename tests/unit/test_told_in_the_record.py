"""What is told while registers are read stands in the self-check and in the record, once."""

from __future__ import annotations

import sqlite3

import pytest
from geofa_sociodemografi.core import i18n
from geofa_sociodemografi.core.measures.self_check.check import (
    CheckList,
    as_table,
    stops,
    warned,
)
from geofa_sociodemografi.core.numbers import shortest
from geofa_sociodemografi.core.pipeline.adding import add_period
from geofa_sociodemografi.core.pipeline.checking import check_inputs
from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.progress import Listening, Silent
from geofa_sociodemografi.core.registers.problems import ReadingProblem, sentence
from geofa_sociodemografi.core.registers.sources import file_sources
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.helpers import grid, inputs

PERSONS = "x;y;age;period\n500005;6200005;30;{first}\n500005;6200005;30;{second}\n"


def checks(path, text):
    path.write_text(text, encoding="utf-8")
    return check_inputs(inputs([grid(1, 1)], file_sources(path)), Choices(), Silent())["persons"]


def test_the_day_that_a_period_is_written_as_stands_in_the_self_check(tmp_path):
    found = checks(tmp_path / "p.csv", PERSONS.format(first="2025-12-31", second="2025-12-31"))
    (day,) = [check for check in found if check.check == "reference_day"]
    assert day.severity == "info" and "31 December 2025" in day.text
    found = checks(tmp_path / "p.csv", PERSONS.format(first="2026-01-15", second="2026-01-31"))
    (day,) = [check for check in found if check.check == "reference_day"]
    assert day.severity == "warning" and "2 days" in day.text
    found = checks(tmp_path / "p.csv", PERSONS.format(first="2026-01", second="2026-01"))
    assert not [check for check in found if check.check == "reference_day"]


def test_columns_with_one_value_are_one_finding(tmp_path):
    found = checks(tmp_path / "p.csv", PERSONS.format(first="2026-01", second="2026-01"))
    (same,) = [check for check in found if check.check == "constant"]
    assert same.field == "x, y, age" and same.rows == 2 and same.text.count(",") == 2


def test_what_is_told_while_counting_is_kept_with_the_run_once(tmp_path):
    path = tmp_path / "p.csv"
    path.write_text(PERSONS.format(first="2026-01", second="2026-01") + ";;;\n", encoding="utf-8")
    references = tmp_path / "ref.csv"
    references.write_text(
        "level;code;period;indicator;value\nnation;;2025;fremmed;3\n", encoding="utf-8"
    )
    given = inputs([grid(1, 1)], file_sources(path), references=file_sources(references))
    silent = Silent()
    known = checks(path, path.read_text(encoding="utf-8"))
    add_period(given, Choices(), MonitorFile(tmp_path / "m.gpkg"), silent, checks=as_table(known))
    with sqlite3.connect(tmp_path / "m.gpkg") as connection:
        kept = connection.execute("SELECT register, severity, text FROM checks").fetchall()
    assert all(
        any(text in said for _, _, text in kept if text) or any(said in text for _, _, text in kept)
        for said in silent.warnings
    )
    assert sum("separators alone" in text for _, _, text in kept) == 1
    assert [severity for _, severity, text in kept if "fremmed" in text] == ["warning"]
    assert len({text for _, _, text in kept}) == len(kept)


def test_a_warning_is_of_the_register_whose_file_it_names():
    findings = CheckList("persons", 1)
    findings.add("remark", "warning", 1, "a.csv: something", "", file="a.csv")
    found = warned(
        ["a.csv: something", "b.csv: more", "nothing named"],
        findings.checks,
        {"a.csv": "persons", "b.csv": "figures"},
    )
    assert [(check.register, check.text) for check in found] == [
        ("figures", "b.csv: more"),
        ("", "nothing named"),
    ]


def test_what_is_refused_is_nothing_to_go_on_from():
    def errors(*checks):
        findings = CheckList("references", 0)
        for check in checks:
            findings.add(check, "error", 0, "x", "y")
        return findings.checks

    assert not stops(errors("refused")) and stops(errors("unreadable"))


@pytest.mark.parametrize("pass_on", [True, False])
def test_warnings_are_heard_once_and_passed_on_or_not(pass_on):
    silent = Silent()
    heard = Listening(silent, pass_on)
    heard.warn("one")
    heard.warn("one")
    assert heard.warnings == ["one"] and silent.warnings == (["one", "one"] if pass_on else [])


def test_whole_rows_and_columns_are_told_without_a_field_or_row_of_theirs():
    rows = ReadingProblem(
        file="a.csv",
        role="",
        field="",
        message="left out",
        next_step="",
        rows=2,
        first_row=4,
        blocks=False,
        reason="empty_rows",
    )
    columns = ReadingProblem(
        file="a.csv",
        role="",
        field="note",
        message="not read",
        next_step="",
        rows=1,
        first_row=0,
        blocks=False,
        reason="columns",
    )
    assert sentence(rows) == "a.csv: left out (2 in all, the first in row 4)."
    assert sentence(columns) == "a.csv, note: not read (1 in all)."


def test_values_are_shown_as_they_are_written_in_danish_files():
    try:
        i18n.install(lambda text: text, "da")
        assert (shortest(0.0071), shortest(310000.0), shortest(0.71)) == (
            "0,0071",
            "310000",
            "0,71",
        )
    finally:
        i18n.uninstall()
    assert shortest(0.0071) == "0.0071"


def test_a_cell_of_finished_figures_that_cannot_be_read_is_told_once_and_kept(tmp_path):
    persons, figures = tmp_path / "p.csv", tmp_path / "f.csv"
    persons.write_text(PERSONS.format(first="2026-01", second="2026-01"), encoding="utf-8")
    figures.write_text(
        "area_code;period;indicator;value\nc0r0;2026-01;turnout;tolv\n", encoding="utf-8"
    )
    given = inputs([grid(1, 1)], file_sources(persons), figures=file_sources(figures))
    silent = Silent()
    counted = count_areas(given, Choices(go_on=True), silent)
    found = counted.findings["figures"]
    assert dict(found.unreadable) == {"value": 1} and not found.told
    assert sum("f.csv" in text for text in silent.warnings) == 1


def test_figures_that_are_never_counted_are_not_missed_in_the_months(tmp_path):
    persons, figures = tmp_path / "p.csv", tmp_path / "f.csv"
    persons.write_text(PERSONS.format(first="2026-01", second="2026-01"), encoding="utf-8")
    figures.write_text("area_code;period;indicator;value\nc0r0;2025;turnout;60\n", encoding="utf-8")
    silent = Silent()
    count_areas(
        inputs([grid(1, 1)], file_sources(persons), figures=file_sources(figures)),
        Choices(),
        silent,
    )
    assert not any("no period has both" in text for text in silent.warnings)

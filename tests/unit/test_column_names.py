"""A table without a heading has a person's row for names: no message says them. All people are invented."""

from __future__ import annotations

import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.registers.kinds import register_kind
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.column_names import (
    has_year_headings,
    looks_like_data,
    safe_names,
)
from geofa_sociodemografi.core.registers.columns.mapping import complete_mapping
from geofa_sociodemografi.core.registers.sources import TableSource, file_sources
from geofa_sociodemografi.core.registers.tables.register import open_register

PERSONS = (
    ["010170-1234", "Anna Opfundet", "Nørregade 12, 2. tv", "k", "gift"],
    ["0101701234_1", "anna opfundet", "nørregade_12", "k", "gift"],
    ["_0101701234", "Opfundet", "Aaby", "m", "ugift"],
    ["Anna Opfundet", "Opdigtet Allé 4", "k", "gift", "Odense"],
    ["1970-01-01", "Anna", "Opfundet", "k", "dansk"],
    ["field_1", "44", "anna@opfundet.dk", "k", "gift"],
    ["Anna", "Opfundet", "1984", "vold", "2026-01"],
    ["Opfundet", "12 34 56 78", "k", "5000 Odense C", "gift"],
)
HEADINGS = (
    ["Område", "2021", "2022", "Antal personer"],
    ["pnr", "alder", "koen", "opr_land"],
    ["cc", "dd", "ee"],
    ["Afdeling", "Valg / Valgdeltagelse", "Alder 0-17 år", "65+"],
    ["fid", "objekt_id", "prog_distrikt_nr", "h2"],
    ["Kolonne 1", "Kolonne 2"],
    ["bygning_anvendelse_119", "adr_id"],
)


@pytest.mark.parametrize("row", PERSONS)
def test_a_row_of_a_person_is_told_by_numbers(row):
    assert safe_names(row) == ", ".join(f"(column {n})" for n in range(1, 6))
    assert safe_names([row[0]]) in (row[0], "(a name that looks like a value)")


@pytest.mark.parametrize("names", HEADINGS)
def test_headings_are_told_as_they_are(names):
    assert safe_names(names) == ", ".join(names) and not looks_like_data(names)


def test_a_name_among_headings_that_looks_like_a_value_is_told_by_its_number():
    assert safe_names(["alder", "Anna Opfundet", "koen"]) == "alder, (column 2), koen"
    assert safe_names(["010170-1234"]) == "(a name that looks like a value)"


@pytest.mark.parametrize("row", PERSONS)
@pytest.mark.parametrize("kind", ["persons", "households", "figures"])
def test_no_error_of_opening_quotes_the_row(row, kind):
    table = TableSource("borgere", pd.DataFrame([row], columns=row))
    for attempt in (
        lambda: open_register(kind, [table], {"age": "alder"}, "2026-01"),
        lambda: open_register(kind, [table], {}, "2026-01"),
        lambda: open_register(kind, [table], {"age": row[0]}, "2026-01"),
        lambda: list(
            open_register(
                kind, [table], {"age": row[0], "x": row[1], "y": row[2]}, "2026-01"
            ).pieces(["age", "x"], Silent())
        ),
        lambda: complete_mapping({"age": "alder"}, row, register_kind("persons"), "borgere"),
    ):
        try:
            attempt()
        except InputError as error:
            said = f"{error.message} {error.next_step} {error.details}"
            assert not [name for name in row if len(name) > 2 and name in said], said


def test_two_columns_of_one_name_are_told_by_their_number(tmp_path):
    file = tmp_path / "borgere.csv"
    file.write_text(
        "Anna Opfundet;Anna Opfundet;k;gift\nBo Opfundet;Bo Opfundet;m;ugift\n", encoding="utf-8"
    )
    with pytest.raises(InputError) as error:
        file_sources(file)
    assert "Opfundet" not in str(error.value) and "column 1" in str(error.value)


@pytest.mark.parametrize(
    ("names", "are"),
    [
        (["område", "2024"], True),
        (["kode", "2023", "2024"], True),
        (["kode", "2024", "2023"], True),
        (["område", "2010", "2020"], True),
        (["Aaby", "1965"], False),
        (["Aaby", "1950", "1990"], False),
        (["1000", "1950", "1951"], False),
        (["område", "2024", "2024"], False),
        (["område"], False),
    ],
)
def test_years_head_columns_where_they_follow_each_other_or_stand_beside_a_known_name(names, are):
    assert has_year_headings(names) == are

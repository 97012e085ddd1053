"""Invariant of the readers: however a file is written, its rows are used or told, and its sums are those that were
written; or it is refused in words. Never anything else."""

from __future__ import annotations

import numpy as np
import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.catalogue.registers.kinds import (
    ALL_KINDS,
    COUNTED_KINDS,
    register_kind,
)
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.measures.references import read_references
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.problems import ReadingProblems
from geofa_sociodemografi.core.registers.sources import file_sources
from geofa_sociodemografi.core.registers.tables.figures import read_figures
from geofa_sociodemografi.core.registers.tables.register import open_register
from geofa_sociodemografi.core.registers.tables.table import read_table
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

FEW = settings(
    max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
NUMERIC = ("number", "integer", "coordinate")
GARBAGE = (
    "abc",
    "1.2.3",
    "<5",
    "#REF!",
    "*",
    "-",
    "x",
    "NA",
    '5" rør',
    "1.234",
    "31-02-2026",
    "2099-01",
    "9" * 40,
    " ",
)
WRITTEN_OUT = {"convicted": (0.1, 5.0), "income": (200_000.0, 500_000.0)}

STYLES = st.fixed_dictionaries(
    {
        "separator": st.sampled_from(";,\t|"),
        "decimal": st.sampled_from(",."),
        "decimals": st.sampled_from([0, 1, 2, 3]),
        "thousands": st.sampled_from(["", "other", " ", "\u00a0"]),
        "quoted": st.booleans(),
        "bom": st.booleans(),
        "encoding": st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "cp1252", "utf-16"]),
        "newline": st.sampled_from(["\n", "\r\n", "\r"]),
        "filled": st.sampled_from([1.0, 0.9, 0.5]),
        "empty_rows": st.integers(0, 3),
        "blank_lines": st.integers(0, 2),
        "doubled": st.booleans(),
        "trailing": st.booleans(),
        "seed": st.integers(0, 2**31),
        "text": st.sampled_from(["Åby", 'Hus 5" tv', "a, b; c"]),
    }
)


def number_text(value, style):
    """``value`` as a table of that style writes it."""
    other = {",": ".", ".": ","}[style["decimal"]]
    apart = other if style["thousands"] == "other" else style["thousands"]
    return (
        f"{value:,.{style['decimals']}f}".replace(",", "\0")
        .replace(".", style["decimal"])
        .replace("\0", apart)
    )


def a_number(column, rng, style):
    if column.type == "coordinate":
        low, high = (500_000, 600_000) if column.name == "x" else (6_100_000, 6_200_000)
    else:
        low, high = column.usual or (1, 100)
    if column.type == "integer":
        return float(rng.integers(max(low, 1), high + 1)) if high > 1 else float(rng.integers(0, 2))
    return round(float(rng.uniform(low, high)), style["decimals"])


def a_text(column, rng, style, row):
    if column.type == "code":
        return str(rng.choice([code for code in column.codes]))
    return {
        "period": "2026-01",
        "identifier": f"id{row}",
        "boolean": str(rng.integers(0, 2)),
        "education": "10",
        "date": "05-01-2026" if column.name == "date" else "05-01-1990",
        "key": f"04610855__{row % 90 + 10}__1__tv",
        "digits": "1".zfill(column.width or 1),
        "text": style["text"],
    }[column.type]


def rows_of(kind, style, rng):
    """Names, rows of texts, and what each numeric column sums up to."""
    columns = list(kind.columns)
    rng.shuffle(columns)
    must = {
        "period",
        kind.period_from,
        *(c.name for c in kind.columns if c.required),
        "indicator",
        "area_code",
    }
    rows, sums = [], {c.name: 0.0 for c in columns if c.type in NUMERIC}
    plain = dict(style, decimals=0)
    for row in range(int(rng.integers(1, 12))):
        cells, indicator = [], str(rng.choice(list(WRITTEN_OUT)))
        for column in columns:
            if column.name not in must and rng.random() > style["filled"]:
                cells.append("")
            elif kind.kind in ("figures", "references") and column.type == "text":
                cells.append(
                    {
                        "indicator": indicator if kind.kind == "references" else "turnout",
                        "area_code": f"omr{row}",
                    }.get(column.name, "1084")
                )
            elif kind.kind == "references" and column.type == "period":  # one value a year
                cells.append(str(2010 + row))
            elif kind.kind == "figures" and column.name == "value":
                cells.append("")
            elif column.type in NUMERIC:
                value = a_number(column, rng, style)
                if kind.kind == "references":
                    value = round(float(rng.uniform(*WRITTEN_OUT[indicator])), style["decimals"])
                if kind.kind == "figures":
                    value = float(rng.integers(1000, 2000) + 5000 * (column.name == "denominator"))
                whole = column.type == "integer" or kind.kind == "figures"
                sums[column.name] += value
                cells.append(number_text(value, plain if whole else style))
            else:
                cells.append(a_text(column, rng, style, row))
        rows.append(cells)
    if style["doubled"]:
        rows, sums = rows * 2, {name: 2 * total for name, total in sums.items()}
    return [c.name for c in columns], rows, sums


def file_text(names, rows, style, rng):
    """The file, and how many lines of it are rows."""
    separator = style["separator"]

    def cell(text):
        quote = style["quoted"] or separator in text or text.startswith('"')
        return '"' + text.replace('"', '""') + '"' if quote else text

    lines = [separator.join(map(cell, row)) + separator * style["trailing"] for row in rows]
    for _ in range(style["empty_rows"]):
        lines.insert(
            int(rng.integers(0, len(lines) + 1)), separator * (len(names) - 1 + style["trailing"])
        )
    count = len(lines)
    for _ in range(style["blank_lines"]):
        lines.insert(int(rng.integers(0, len(lines) + 1)), "")
    return style["newline"].join([separator.join(map(cell, names)), *lines, ""]), count


def read(kind, path, go_on=False):
    """(rows used, rows told, sums) of the file."""
    notes, silent = ReadingProblems(), Silent()
    problems = ReadingProblems() if go_on else None
    told, sources = 0, file_sources(path)
    if kind.kind in COUNTED_KINDS:
        register = open_register(kind.kind, sources, with_addresses=True)
        pieces = list(
            register.pieces(
                [c for c in kind.names if c in register.columns], silent, problems, notes
            )
        )
        told += (
            sum(p.rows for p in problems.all() if "the row is left out" in p.message)
            if go_on
            else 0
        )
    elif kind.kind == "figures":
        pieces = [read_figures(sources, {}, all_indicators(), silent, "", problems, notes)]
    elif kind.kind == "references":
        pieces = [read_references(sources, silent)]
    else:
        pieces = [read_table(kind, sources, silent)]
    if kind.kind in ("references", "addresses"):
        told += sum(
            int(warning.rsplit("(", 1)[1].split()[0])
            for warning in silent.warnings
            if "separators alone" in warning
        )
        told += sum(
            int(warning.split()[0]) for warning in silent.warnings if "repeat another" in warning
        )
    told += sum(note.rows for note in notes.all() if note.reason in ("empty_rows", "no_area"))
    return (
        sum(map(len, pieces)),
        told,
        {
            name: float(
                sum(piece[name].astype("float64").sum() for piece in pieces if name in piece)
            )
            for name in kind.names
            if kind.column(name).type in NUMERIC
        },
        silent.warnings,
    )


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("rows") / "f_2026-01.csv"


@pytest.mark.slow
@pytest.mark.parametrize("name", ALL_KINDS)
@FEW
@given(style=STYLES)
def test_rows_in_are_rows_used_and_rows_told_and_sums_are_those_written(path, name, style):
    kind, rng = register_kind(name), np.random.default_rng(style["seed"])
    names, rows, sums = rows_of(kind, style, rng)
    text, count = file_text(names, rows, style, rng)
    path.write_bytes(text.encode(style["encoding"], errors="replace"))
    try:
        used, told, read_sums, _ = read(kind, path)
    except InputError as error:
        assert error.message and error.next_step
        return
    assert used + told == count
    if (
        style["doubled"] and name == "references"
    ):  # the second of two equal ones is told, and not used
        sums = {column: total / 2 for column, total in sums.items()}
    for column, total in sums.items():
        if column != "age" or "birth_date" not in names:  # an empty age is worked out
            assert read_sums[column] == pytest.approx(total, rel=1e-6, abs=1e-6), column


@pytest.mark.slow
@pytest.mark.parametrize("name", ALL_KINDS)
@FEW
@given(style=STYLES)
def test_a_file_as_danes_write_it_is_read_and_not_refused(path, name, style):
    style = {
        **style,
        "encoding": "utf-8-sig",
        "separator": ";",
        "decimal": ",",
        "decimals": 2,
        "text": "Åby",
        "newline": "\r\n",
    }
    kind, rng = register_kind(name), np.random.default_rng(style["seed"])
    names, rows, _ = rows_of(kind, style, rng)
    text, count = file_text(names, rows, style, rng)
    path.write_bytes(text.encode("utf-8-sig"))
    used, told, _, _ = read(kind, path)
    assert used + told == count


@pytest.mark.slow
@pytest.mark.parametrize("name", ALL_KINDS)
@FEW
@given(
    style=STYLES,
    cut=st.integers(1, 4000),
    hits=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), max_size=4),
    go_on=st.booleans(),
)
def test_a_damaged_file_is_read_or_refused_in_words(path, name, style, cut, hits, go_on):
    kind, rng = register_kind(name), np.random.default_rng(style["seed"])
    names, rows, _ = rows_of(kind, style, rng)
    for row, column in hits:
        rows[row % len(rows)][column % len(names)] = GARBAGE[(row + column) % len(GARBAGE)]
    text, _ = file_text(names, rows, style, rng)
    path.write_bytes(text.encode(style["encoding"], errors="replace")[:cut])
    try:
        read(kind, path, go_on)
    except InputError as error:
        assert error.message and error.next_step


@pytest.mark.slow
@pytest.mark.parametrize("name", ALL_KINDS)
def test_a_cut_file_loses_no_row_without_a_word(path, name):
    """Cut at many a byte: as many rows as there are whole lines, or one more and a word about the end, or refused."""
    style = {
        "separator": ";",
        "decimal": ",",
        "decimals": 2,
        "thousands": "",
        "quoted": False,
        "newline": "\n",
        "filled": 1.0,
        "empty_rows": 1,
        "blank_lines": 0,
        "doubled": False,
        "trailing": False,
        "text": "Åby",
    }
    kind, rng = register_kind(name), np.random.default_rng(7)
    names, rows, _ = rows_of(kind, style, rng)
    data = file_text(names, rows[:3], style, rng)[0].encode()
    read_once = 0
    ends = [
        n
        for n in range(len(";".join(names)) + 2, len(data))
        if n % 4 == 0 or b"\n" in data[n - 2 : n + 2]
    ]
    for end in ends:
        path.write_bytes(data[:end])
        try:
            used, told, _, warnings = read(kind, path)
        except InputError:
            continue
        read_once += 1
        whole = data[:end].count(b"\n") - 1
        assert used + told == whole or (
            used + told == whole + 1 and any("cut off" in text for text in warnings)
        )
    assert read_once

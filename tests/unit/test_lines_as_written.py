"""Lines of text files: no row is lost, shifted or swallowed without a word."""

from __future__ import annotations

import csv
import io

import numpy as np
import pytest
from geofa_sociodemografi.core.catalogue.registers.kinds import register_kind
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.problems import ReadingProblems
from geofa_sociodemografi.core.registers.sources import file_sources
from geofa_sociodemografi.core.registers.tables.register import open_register
from geofa_sociodemografi.core.registers.texts import text_file
from geofa_sociodemografi.core.registers.texts.line_shape import CheckedStream

from tests.unit.helpers import write

PERSONS = register_kind("persons")
HEADER = "person_id;navn;x;y;age;period;convicted\n"


def read(path, columns=("age", "convicted")):
    notes = ReadingProblems()
    pieces = list(
        open_register("persons", file_sources(path)).pieces(list(columns), Silent(), None, notes)
    )
    return [row for piece in pieces for row in piece[list(columns)].values.tolist()], {
        (note.reason, note.rows, note.first_row) for note in notes.all()
    }


@pytest.mark.parametrize("name", ["p.csv", "p_2026-01.csv"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_rows_of_separators_alone_are_left_out_and_counted(tmp_path, name, newline):
    text = "x;y;age;period;convicted\n1;2;30;2026-01;0\n;;;;\n\n1;2;40;2026-01;1\n;;;;\n;;;;\n".replace(
        "1;2", "500005;6200005"
    )
    rows, told = read(write(tmp_path / name, text.replace("\n", newline)))
    assert rows == [[30, 0], [40, 1]] and told == {("empty_rows", 3, 3)}


@pytest.mark.parametrize(
    "text",
    [
        "x;y;age\r500005;6200005;30\r",
        "x;y;age\n500005;6200005;30\r;;40\n",
        "x;y;age\n500005;6200\r005;30\n500005;6200005;30\n",
        "x;y;age\r\n500005;6200005;30\r500005;6200005;3\r\n",
    ],
)
def test_a_carriage_return_alone_is_refused(tmp_path, text):
    with pytest.raises(
        InputError, match="line [12]: there is a carriage return without a line end after it"
    ):
        read(write(tmp_path / "p_2026-01.csv", text), ["age"])


def test_rows_left_out_do_not_move_the_numbers_of_the_rows_below(tmp_path):
    file = write(
        tmp_path / "p_2026-01.csv", "x;y;age\n500005;6200005;30\n;;\n;;\n500005;6200005;fejl\n"
    )
    with pytest.raises(InputError, match="row 5, field age"):
        read(file, ["age"])


def test_rows_of_separators_are_found_in_every_piece(tmp_path, monkeypatch):
    monkeypatch.setattr(text_file.TextFile.pieces, "__defaults__", (7,))
    lines = [f"500005;6200005;{n % 90}" if n % 5 else ";;" for n in range(1000)]
    rows, told = read(
        write(tmp_path / "p_2026-01.csv", "\n".join(["x;y;age", *lines]) + "\n"), ["age"]
    )
    assert rows == [[n % 90] for n in range(1000) if n % 5] and told == {("empty_rows", 200, 2)}


def test_one_separator_more_than_the_header_in_every_line_is_read(tmp_path):
    text = HEADER + "a;A;500005;6200005;30;2026-01;0;\nb;B;500005;6200005;40;2026-01;1;\n"
    assert read(write(tmp_path / "p.csv", text))[0] == [[30, 0], [40, 1]]
    with pytest.raises(InputError, match="line 4: there are 8 fields where the header has 7"):
        read(write(tmp_path / "q.csv", text + "c;C;500005;6200005;40;2026-01;;1\n"))
    with pytest.raises(InputError, match="line 2: there are 8 fields where the header has 7"):
        read(write(tmp_path / "s.csv", HEADER + "a;A;500005;6200005;30;2026-01;0;x\n" * 3))
    with pytest.raises(InputError, match="line 4: there are 7 fields where most lines have 8"):
        read(write(tmp_path / "r.csv", text + "c;C;500005;6200005;40;2026-01;1\n"))


@pytest.mark.parametrize("mark", ['Hus 5" tv', 'Hus 5"', '5" og 6"', 'a"b', '"Hus" 5'])
@pytest.mark.parametrize(
    ("line", "fields"),
    [("b;Lis;500005;6200005;40;2026-01", 6), ("b;Li;s;500005;6200005;40;2026-01;0", 8)],
)
@pytest.mark.parametrize("after", [0, 40_000])
def test_a_stray_quotation_mark_does_not_switch_off_the_check(tmp_path, mark, line, fields, after):
    first = f"a;{mark};500005;6200005;30;2026-01;0\n"
    file = write(
        tmp_path / "p.csv",
        HEADER + first * (1 + after) + line + "\nc;Eva;500005;6200005;50;2026-01;1\n",
    )
    with pytest.raises(
        InputError, match=f"line {after + 3}: there are {fields} fields where the header has 7"
    ):
        read(file)


@pytest.mark.parametrize(
    "mark", ['Hus 5" tv', 'Hus 5"', 'a"b', '"Hus" 5', '"a;b"', '"a ""b"" c"', '""', '"""a"']
)
def test_a_quotation_mark_that_does_no_harm_is_read(tmp_path, mark):
    text = HEADER + f"a;{mark};500005;6200005;30;2026-01;0\nb;Lis;500005;6200005;40;2026-01;1\n"
    assert read(write(tmp_path / "p.csv", text)) == ([[30, 0], [40, 1]], set())


@pytest.mark.parametrize(
    "closing",
    [
        'b;Lis";500005;6200005;40;2026-01;1\n',
        'b;Lis;500005;6200005;40;2026-01;1\nc;Bo";500005;6200005;50;2026-01;1\n',
        "",
    ],
)
def test_a_cell_that_swallows_lines_is_refused_by_the_line_it_begins_in(tmp_path, closing):
    text = (
        HEADER + 'z;Z;500005;6200005;30;2026-01;0\na;"Pelle;500005;6200005;30;2026-01;0\n' + closing
    )
    file = write(
        tmp_path / "p.csv", text + ("d;Eva;500005;6200005;50;2026-01;1\n" if closing else "")
    )
    with pytest.raises(InputError, match="p.csv, line 3: a cell begins with a quotation mark"):
        read(file)


def test_a_cell_with_line_ends_of_its_own_is_read_and_told(tmp_path):
    text = (
        HEADER
        + 'a;"Pelle\nHansen; fru";500005;6200005;30;2026-01;0\nb;Lis;500005;6200005;40;2026-01;1\n'
    )
    rows, told = read(write(tmp_path / "p.csv", text))
    assert rows == [[30, 0], [40, 1]] and {(reason, count) for reason, count, _ in told} == {
        ("over_lines", 1)
    }


def test_blocks_may_cut_a_line_anywhere():
    """Against Python's own reader: the same text handed on in blocks of every size is judged alike."""
    rng = np.random.default_rng(3)
    pool = ["a", "5", "", '"a;b"', '"a""b"', '""', 'x"y', '5"', '"a\nb"', '"a\r\nb";'[:-1]]
    for _ in range(20):
        rows = [[str(rng.choice(pool)) for _ in range(3)] for _ in range(6)]
        rows = [row if any(row) else ["1", "", ""] for row in rows]
        newline = str(rng.choice(["\n", "\r\n"]))
        data = newline.join(["a;b;c", *[";".join(row) for row in rows], ""]).encode()
        short = newline.join(["a;b;c", *[";".join(row) for row in rows], "1;2", ""]).encode()
        records = list(csv.reader(io.StringIO(data.decode(), newline=""), delimiter=";"))
        assert {len(record) for record in records} == {3}
        for size in (1, 2, 5, 1000):
            assert judged(data, size) is None
            assert "2 fields where the header has 3" in str(judged(short, size))


def judged(data, size):
    class Dribble(io.RawIOBase):
        at = 0

        def readinto(self, buffer):
            part = data[self.at : self.at + min(size, len(buffer))]
            buffer[: len(part)] = part
            self.at += len(part)
            return len(part)

    stream = CheckedStream(Dribble(), ";", 3, "f.csv")
    try:
        while stream.read(1000):
            pass
    except InputError as error:
        return error
    return None


@pytest.mark.parametrize(
    ("row", "x"), [("500005,5;6200005,5;34,0", 500005.5), ("500,005;6,200,005;34", 500005.0)]
)
def test_commas_in_every_number_do_not_make_a_row_the_heading(tmp_path, row, x):
    file = write(tmp_path / "p_2026-01.csv", f"x;y;age\n{row}\n{row}\n")
    assert read(file, ["x", "age"]) == ([[x, 34], [x, 34]], set())


def test_names_over_several_lines_are_no_cells_over_several_lines(tmp_path):
    head = '"x\n(øst)";"y";"age\n(år)"'
    file = write(tmp_path / "p_2026-01.csv", head + "\n500005;6200005;34\n")
    (source,) = file_sources(file)
    notes = ReadingProblems()
    roles = {"x": source.columns[0], "y": "y", "age": source.columns[2]}
    assert [
        len(piece)
        for piece in open_register("persons", [source], roles).pieces(
            ["age"], Silent(), None, notes
        )
    ] == [1]
    assert notes.all() == []
    file = write(tmp_path / "p_2026-02.csv", head + ';"navn"\n500005;6200005;34;"a\nb"\n')
    (source,) = file_sources(file)
    list(open_register("persons", [source], roles).pieces(["age"], Silent(), None, notes))
    assert [(note.reason, note.rows) for note in notes.all()] == [("over_lines", 1)]

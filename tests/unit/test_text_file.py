"""How a text file is found out: separator, decimal sign, encoding, header."""

from __future__ import annotations

import pytest
from geofa_sociodemografi.core.catalogue.registers.kinds import register_kind
from geofa_sociodemografi.core.errors import CancelledError, InputError
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.texts.text_file import open_text_file

from tests.unit.helpers import write

PERSONS = register_kind("persons")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize(
    ("separator", "cell", "decimal"),
    [(";", "0,25", ","), (",", "0.25", "."), ("\t", "0,25", ","), (";", "0.25", ".")],
)
def test_every_danish_way_to_write_a_file_gives_the_same_number(
    tmp_path, encoding, separator, cell, decimal
):
    lines = [
        separator.join(row)
        for row in (["køn", "outside_work", "note"], ["m", cell, "æøå"], ["k", cell, "ø"])
    ]
    file = open_text_file(write(tmp_path / "f.csv", "\n".join(lines), encoding))
    assert (file.separator, file.decimal) == (separator, decimal)
    assert file.columns[0] == "køn"
    _, piece = next(file.pieces({"outside_work": "outside_work"}, PERSONS, Silent()))
    assert piece["outside_work"].tolist() == [0.25, 0.25]


def test_a_quoted_separator_is_not_a_separator(tmp_path):
    file = open_text_file(write(tmp_path / "f.csv", 'name,x\n"A, B",1.5\n"C, D",2.5\n'))
    assert file.separator == "," and file.columns == ("name", "x")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        ("   \n", "empty"),
        ("just one column\n1\n2\n", "separator"),
        ("a;a\n1;2\n", "more than one column"),
    ],
)
def test_files_that_cannot_be_used_are_named(tmp_path, text, says):
    with pytest.raises(InputError) as error:
        open_text_file(write(tmp_path / "dårlig fil.csv", text))
    assert (
        says in str(error.value) and "dårlig fil.csv" in str(error.value) and error.value.next_step
    )


def test_a_binary_file_is_refused(tmp_path):
    (tmp_path / "f.csv").write_bytes(b"PK\x03\x04\x00\x00binary")
    with pytest.raises(InputError, match="not a text file"):
        open_text_file(tmp_path / "f.csv")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match="nowhere.csv"):
        open_text_file(tmp_path / "nowhere.csv")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("line", ["4;m;k;m", "4"])
@pytest.mark.parametrize("after", [0, 30, 90_000])
def test_a_line_with_other_fields_is_an_error_not_a_shift(tmp_path, line, newline, after):
    lines = ["age;sex", *["4;m"] * 400_000]
    lines.insert(391_007, line)
    lines = lines[: 391_008 + after]
    file = open_text_file(write(tmp_path / "f.csv", newline.join(lines)))
    with pytest.raises(InputError, match="f.csv, line 391008"):
        list(file.pieces({"age": "age"}, PERSONS, Silent()))


@pytest.mark.parametrize("row", ['"40";"a;b"', '"40";"a;b";"c";"d"'])
def test_quoted_files_are_checked_too(tmp_path, row):
    good = '"40";"a;b";"c ""d"""\n'
    file = open_text_file(
        write(tmp_path / "f.csv", '"age";"note";"more"\n' + good * 300_000 + row + "\n" + good * 10)
    )
    with pytest.raises(InputError, match="line 300002"):
        list(file.pieces({"age": "age"}, PERSONS, Silent()))


def test_a_quotation_mark_inside_a_cell_is_no_quotation(tmp_path):
    file = open_text_file(write(tmp_path / "f.csv", 'age;note\n4;rør 5" ved\n5;b\n'))
    assert sum(len(piece) for _, piece in file.pieces({"age": "age"}, PERSONS, Silent())) == 2


def test_a_file_without_column_names_is_refused_without_showing_the_row(tmp_path):
    file = write(tmp_path / "f.csv", "0101701234;Jens Hansen;34;m\n0202801234;Ole Olsen;44;m\n")
    with pytest.raises(InputError, match="looks like data") as error:
        open_text_file(file)
    assert "Hansen" not in str(error.value) and "0101" not in str(error.value)


def test_names_with_blanks_around_them_are_found(tmp_path):
    file = open_text_file(write(tmp_path / "f.csv", "age ; sex \n40;m\n"))
    assert next(file.pieces({"age": "age"}, PERSONS, Silent()))[1]["age"].tolist() == [40]


def test_a_late_danish_letter_in_cp1252_is_read(tmp_path):
    rows = "40;a\n" * 100_000 + "41;Åvej\n"
    file = open_text_file(write(tmp_path / "f.csv", "age;road\n" + rows, "cp1252"))
    assert file.encoding == "cp1252"
    assert sum(len(piece) for _, piece in file.pieces({"age": "age"}, PERSONS, Silent())) == 100_001


def test_blank_lines_and_quoted_cells_are_no_faults(tmp_path):
    file = open_text_file(write(tmp_path / "f.csv", 'age;note\n4;a\n\n5;"b;c"\n6;d\n\n'))
    assert sum(len(piece) for _, piece in file.pieces({"age": "age"}, PERSONS, Silent())) == 3


def test_pieces_count_rows_as_the_user_does(tmp_path):
    file = open_text_file(
        write(tmp_path / "f.csv", "age;sex\n" + "".join(f"{n};m\n" for n in range(10)))
    )
    starts = [
        (first, len(piece))
        for first, piece in file.pieces({"age": "age"}, PERSONS, Silent(), rows=4)
    ]
    assert starts == [(2, 4), (6, 4), (10, 2)]


def test_reading_stops_when_the_user_cancels(tmp_path):
    file = open_text_file(write(tmp_path / "f.csv", "age;sex\n" + "4;m\n" * 100))

    class CancelAfterTwo(Silent):
        asked = 0

        def is_cancelled(self):
            self.asked += 1
            return self.asked > 2

    read = []
    with pytest.raises(CancelledError):
        for _, piece in file.pieces({"age": "age"}, PERSONS, CancelAfterTwo(), rows=10):
            read.append(len(piece))
    assert read == [10, 10]

"""200 files damaged by a script end in a clear error, or a warning with the right count; never otherwise.

Each damage is done to a good register of 60 residents whose figures are known. What is allowed: an ``InputError``
that says what to do; or a count in which what was lost is told and all the rest is right.
"""

from __future__ import annotations

import random

import pandas as pd
import pytest
from geofa_sociodemografi.core.errors import InputError

from tests.unit.rows_of_a_register import HEADER, PEOPLE, count, good_rows, truth

CASES = 200


def text_of(rows, header=HEADER):
    return "\n".join(";".join(row) for row in [header, *rows]) + "\n"


# -- damages: (bytes or a function that writes the file), and the truth where the file is still whole ----------


def cut(rows, rng):
    data = text_of(rows).encode()
    return data[: rng.randrange(len(HEADER) * 12, len(data) - 12)], None


def cut_at_a_line(rows, rng):
    kept = rows[: rng.randrange(1, PEOPLE)]
    return text_of(kept).encode(), truth(kept)


def wrong_encoding(rows, rng):
    name = rng.choice(["utf-16", "cp1252", "utf-8-sig", "cp850", "utf-32"])
    return text_of(rows).encode(name), truth(rows)


def mixed_encoding(rows, rng):
    data = bytearray(text_of(rows).encode())
    at = data.index("Æ".encode(), rng.randrange(200, 1500))
    return bytes(data[:at] + b"\xc6" + data[at + 2 :]), truth(rows)


def shifted(rows, rng):
    rows = [list(row) for row in rows]
    row = rows[rng.randrange(PEOPLE)]
    row.insert(rng.randrange(1, 6), rng.choice(["", "7"]))
    return text_of(rows).encode(), None


def shifted_and_cut(rows, rng):
    rows = [list(row) for row in rows]
    row = rows[rng.randrange(PEOPLE)]
    row.insert(rng.randrange(1, 4), "kloakmester")
    row.pop()
    return text_of(rows).encode(), None


def quote(rows, rng):
    rows = [list(row) for row in rows]
    row, column = rows[rng.randrange(PEOPLE)], rng.choice([0, 4, 8])
    row[column] = rng.choice(['"', 'a"b', '"a']) + row[column]
    return text_of(rows).encode(), None


def quoted_well(rows, rng):
    rows = [list(row) for row in rows]
    rows[rng.randrange(PEOPLE)][8] = '"to; linjer\nmed ""citat"""'
    return text_of(rows).encode(), truth(rows)


def zero_bytes(rows, rng):
    data = bytearray(text_of(rows).encode())
    data[rng.randrange(len(data))] = 0
    return bytes(data), None


def huge_cell(rows, rng):
    rows = [list(row) for row in rows]
    rows[rng.randrange(PEOPLE)][8] = "z" * rng.choice([200_000, 3_000_000])
    return text_of(rows).encode(), truth(rows)


def formula(rows, rng):
    rows = [list(row) for row in rows]
    rows[rng.randrange(PEOPLE)][3] = rng.choice(["=B2+1", "=SUM(A1:A9)", "#REF!", "=2+2"])
    return text_of(rows).encode(), None


def excel_text(rows, rng):
    rows = [list(row) for row in rows]
    for row in rows:
        row[4] = f'="{row[4]}"'
    return text_of(rows).encode(), truth([[*r[:4], r[4][2:-1], *r[5:]] for r in rows])


def merged_header(rows, rng):
    header = list(HEADER)
    header[rng.randrange(3, 7)] = ""
    return text_of(rows, header).encode(), "some"


def title_lines(rows, rng):
    titles = "".join(
        rng.choice(["Udtræk fra CPR\n", "Kørt 1. januar 2026;;;;;;;;\n", "\n"]) for _ in range(3)
    )
    return (titles + text_of(rows)).encode(), truth(rows)


def doubled_header(rows, rng):
    rows = [list(row) for row in rows]
    rows.insert(rng.randrange(1, PEOPLE), list(HEADER))
    return text_of(rows).encode(), None


def names_twice(rows, rng):
    header = list(HEADER)
    header[8] = rng.choice(["age", "x", "origin"])
    return text_of(rows, header).encode(), None


def impossible_value(rows, rng):
    rows = [list(row) for row in rows]
    row = rows[rng.randrange(PEOPLE)]
    column, value = rng.choice(
        [
            (1, "12,5"),
            (3, "-4"),
            (3, "1e9"),
            (3, "4O"),
            (4, "mars"),
            (5, "3,5"),
            (6, "7"),
            (7, "2026-13"),
            (7, ""),
            (7, "2199-01"),
            (1, "inf"),
        ]
    )
    row[column] = value
    return text_of(rows).encode(), None


def blank_values(rows, rng):
    rows = [list(row) for row in rows]
    for row in rng.sample(rows, 5):
        row[4] = rng.choice(["", "..", "-", "uoplyst", " "])
    kept = [
        [*r[:4], r[4] if len(r[4]) > 3 and r[4] != "uoplyst" else "ukendt", *r[5:]] for r in rows
    ]
    return text_of(rows).encode(), truth(kept)


def old_line_ends(rows, rng):
    return text_of(rows).replace("\n", rng.choice(["\r\n", "\r"])).encode(), truth(rows)


def not_a_table(rows, rng):
    return rng.choice(
        [
            b"",
            b"\n\n",
            b"PK\x03\x04" + bytes(range(256)),
            b"%PDF-1.4\n%\xe2\xe3\n1 0 obj\n",
            b"x" * 5000,
            b"<html><body>Log ind</body></html>\n<p>x</p>\n",
        ]
    ), None


DAMAGES = (
    cut,
    cut_at_a_line,
    wrong_encoding,
    mixed_encoding,
    shifted,
    shifted_and_cut,
    quote,
    quoted_well,
    zero_bytes,
    huge_cell,
    formula,
    excel_text,
    merged_header,
    title_lines,
    doubled_header,
    names_twice,
    impossible_value,
    blank_values,
    old_line_ends,
    not_a_table,
)


@pytest.mark.slow
@pytest.mark.parametrize("case", range(CASES))
def test_a_damaged_file_ends_in_an_error_or_the_right_numbers(tmp_path, case):
    rng = random.Random(case)
    damage = DAMAGES[case % len(DAMAGES)]
    data, expected = damage(good_rows(), rng)
    path = tmp_path / "borgere.csv"
    path.write_bytes(data)
    try:
        found, findings, silent = count(path)
    except InputError as error:
        assert error.message and error.next_step
        assert "P00" not in f"{error.message}{error.details}", "an identifier is told"
        assert damage not in (cut_at_a_line, quoted_well, excel_text, title_lines, blank_values), (
            str(error)
        )
        return
    if damage is cut:  # in its last cell: as many rows as there are left, and a word about it
        assert any("may have been cut off" in warning for warning in silent.warnings)
        rows = data.decode("utf-8", "ignore").count("\n")
        assert sum(findings.rows.values()) == found["population"][0] == rows
        return
    if (
        expected is None
    ):  # the damage did not show: then every number must be as if it were not there
        expected = truth(good_rows())
    elif (
        expected == "some"
    ):  # a column has lost its name: the others are right, and the loss is told
        assert any("Left out" in warning for warning in silent.warnings)
        expected = {i: figures for i, figures in truth(good_rows()).items() if i in found}
    for indicator, (numerator, denominator) in expected.items():
        assert found[indicator][0] == pytest.approx(numerator), (damage.__name__, indicator)
        if denominator is not None:
            assert found[indicator][1] == denominator, (damage.__name__, indicator)
    assert sum(findings.rows.values()) == expected["population"][0]


def test_the_good_file_is_good(tmp_path):
    (tmp_path / "borgere.csv").write_text(text_of(good_rows()), encoding="utf-8")
    found, findings, silent = count(tmp_path / "borgere.csv")
    for indicator, (numerator, denominator) in truth(good_rows()).items():
        assert found[indicator][0] == pytest.approx(numerator)
        assert denominator is None or found[indicator][1] == denominator
    assert len(DAMAGES) == 20 and CASES == 200
    assert pd.Series(findings.rows).sum() == PEOPLE

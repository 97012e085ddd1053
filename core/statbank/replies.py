"""StatBank's answers read: tableinfo, JSONSTAT, BULK and errors.

The API's documentation: https://www.dst.dk/en/Statistik/hjaelp-til-statistikbanken/api. JSONSTAT is
the old form, with ``id``, ``size`` and ``role`` inside ``dimension``.
"""

from __future__ import annotations

import csv
import io
import itertools
import math
from dataclasses import dataclass
from typing import Any, List, Mapping, Optional, Tuple

import pandas as pd

from ..catalogue.json_text import JsonError, parse
from ..catalogue.limits import limits
from ..confidential import quoted
from ..errors import ServiceError
from ..i18n import tr
from ..numbers import number

CONTENTS = "ContentsCode"
MISSING = ("..", ".", "-", "")
VALUE = "value"
TABLE_COLUMNS = ("id", "text", "unit", "updated", "firstPeriod", "latestPeriod")
LONGEST_CODE, LONGEST_SAID = 40, 300


class StatBankError(ServiceError):
    """StatBank refused a request; ``code`` is its ``errorTypeCode``."""

    def __init__(self, code: str, message: str, next_step: str, details: str = ""):
        super().__init__(message, next_step, details)
        self.code = code


@dataclass(frozen=True)
class Variable:
    """A variable of a table: may it be left out (``elimination``), is it time, and code → label of
    its values.

    Where it is left out StatBank sums over it or takes a code of its own choice, which is not
    always the total.
    """

    code: str
    text: str
    elimination: bool
    time: bool
    values: Mapping[str, str]


@dataclass(frozen=True)
class TableInfo:
    """What a table is: ``unit``, ``updated`` (ISO time), its variables, and footnote (or empty)."""

    table: str
    text: str
    unit: str
    updated: str
    variables: Tuple[Variable, ...]
    footnote: str

    def variable(self, code: str) -> Optional[Variable]:
        """The variable ``code``, whatever its case; None where there is none."""
        return next((v for v in self.variables if v.code.lower() == code.lower()), None)


def unreadable(table: str, details: str = "") -> ServiceError:
    """The error of an answer that is not what it should be."""
    return ServiceError(
        tr("StatBank's answer about {table} cannot be read; it may be cut off.", table=table),
        tr("Try again. If it goes on, look at the table on statistikbanken.dk."),
        details,
    )


def read_json(body: bytes, table: str) -> Any:
    """JSON, with or without a byte order mark; raises ``ServiceError``."""
    try:
        return parse(body)
    except JsonError as error:
        problem = error.reason
    raise unreadable(table, problem)


def read_tables(body: bytes) -> pd.DataFrame:
    """``TABLE_COLUMNS`` of an answer of ``tables``; raises ``ServiceError``."""
    rows = read_json(body, "tables")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise unreadable("tables", "rows")
    return pd.DataFrame(
        [{name: row.get(name) for name in TABLE_COLUMNS} for row in rows], columns=TABLE_COLUMNS
    )


def read_tableinfo(body: bytes, table: str) -> TableInfo:
    """The ``TableInfo`` of an answer of ``tableinfo``; raises ``ServiceError``."""
    content = read_json(body, table)
    try:
        return TableInfo(
            table=_text(content["id"]).upper(),
            text=_text(content["text"]),
            unit=_text(content["unit"]),
            updated=_text(content["updated"]),
            variables=tuple(map(_variable, content["variables"])),
            footnote=_text((content.get("footnote") or {}).get("text", "")),
        )
    except (KeyError, TypeError, AttributeError) as error:
        problem = type(error).__name__
    raise unreadable(table, problem)


def _variable(about: Mapping[str, Any]) -> Variable:
    return Variable(
        code=_text(about["id"]),
        text=_text(about["text"]),
        elimination=bool(about["elimination"]),
        time=bool(about["time"]),
        values={_text(value["id"]): _text(value["text"]).strip() for value in about["values"]},
    )


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError("text")
    return found


def read_jsonstat(body: bytes, table: str) -> pd.DataFrame:
    """A row per cell of a JSONSTAT answer: the codes of every variable, and ``value`` (NaN
    missing).

    Raises:
        ServiceError: it is cut off, or does not have as many values as its dimensions say.
    """
    content = read_json(body, table)
    try:
        dimension, values = content["dataset"]["dimension"], content["dataset"]["value"]
        names, size = dimension["id"], dimension["size"]
        codes = [_codes(dimension[_text(name)]["category"]["index"]) for name in names]
        cells = math.prod(len(part) for part in codes)
        fits = [len(part) for part in codes] == list(size) and isinstance(values, (list, dict))
        refuse_too_many(table, cells, limits("answers")["cells"])
        if fits and isinstance(values, dict):
            values = [values.get(str(position)) for position in range(cells)]
    except (KeyError, TypeError, AttributeError) as error:
        raise unreadable(table, type(error).__name__) from None
    if not fits or len(values) != cells:
        raise unreadable(table, tr("{count} cells", count=number(cells)))
    frame = pd.DataFrame(list(itertools.product(*codes)), columns=list(names), dtype=object)
    numbers = pd.to_numeric(pd.Series([_number(v) for v in values], dtype="float64"))
    return frame.drop(columns=[CONTENTS], errors="ignore").assign(**{VALUE: numbers.to_numpy()})


def _codes(index: Any) -> List[str]:
    """The codes of a dimension in their order: a list of them, or code → position."""
    if isinstance(index, dict):
        index = sorted(index, key=lambda code: index[code])
    return [_text(code) for code in index]


def refuse_too_many(table: str, count: int, most: float) -> None:
    """Raise ``ServiceError`` for more cells or fields than an answer may have."""
    if count > most:
        raise ServiceError(
            tr(
                "StatBank's answer about {table} has more than {count} values.",
                table=table,
                count=number(int(most)),
            ),
            tr("Choose fewer areas, periods or groups."),
        )


def read_bulk(body: bytes, info: TableInfo, decimal: str) -> pd.DataFrame:
    """A row per line of a BULK answer, in the form of ``read_jsonstat``; codes or labels are read
    as codes.

    Raises:
        ServiceError: cut off, another header, or a cell that is no number.
    """
    refuse_too_many(info.table, body.count(b";") + body.count(b"\n"), limits("answers")["fields"])
    try:
        text = body.decode("utf-8-sig")
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=";") if row]
    except (UnicodeDecodeError, csv.Error) as error:
        raise unreadable(info.table, type(error).__name__) from None
    if (
        len(rows) < 1
        or rows[0][-1].strip().upper() != "INDHOLD"
        or any(len(row) != len(rows[0]) for row in rows)
    ):
        raise unreadable(info.table, tr("{count} lines", count=number(len(rows))))
    found = [info.variable(name.strip()) for name in rows[0][:-1]]
    variables = [variable for variable in found if variable is not None]
    if len(variables) < len(found):
        raise unreadable(info.table, ", ".join(rows[0]))
    frame = pd.DataFrame(rows[1:], columns=[v.code for v in variables] + [VALUE], dtype=object)
    for variable in variables:
        labels = {label: code for code, label in variable.values.items()}
        cells = frame[variable.code].str.strip()
        frame[variable.code] = cells.where(cells.isin(list(variable.values)), cells.map(labels))
        if frame[variable.code].isna().any():
            raise unreadable(info.table, variable.code)
    frame[VALUE] = [
        _number(cell.strip().replace(decimal, ".") if cell.strip() not in MISSING else None)
        for cell in frame[VALUE]
    ]
    if text and not text.endswith("\n"):
        raise unreadable(info.table, tr("the last line has no end"))
    return frame


def _number(value: Any) -> float:
    if value is None or (isinstance(value, str) and value.strip() in MISSING):
        return float("nan")
    try:
        found = float(value)
    except (TypeError, ValueError, OverflowError):
        return float("nan")
    return found if abs(found) <= limits("files")["largest_figure"] else float("nan")


def error_of(body: bytes, table: str) -> ServiceError:
    """The error of an answer with status 400; a proxy's page is told as such. Branches on the code
    alone."""
    try:
        content: Any = parse(body)
        code = quoted(_text(content["errorTypeCode"]), LONGEST_CODE)
        details = quoted(str(content.get("message", "")), LONGEST_SAID)
    except (JsonError, KeyError, TypeError, AttributeError):
        return ServiceError(
            tr("StatBank refused the request about {table} without saying why.", table=table),
            tr(
                "A proxy may stand between. Try again, or ask the IT department about "
                "api.statbank.dk."
            ),
        )
    known = {
        "REQUEST-LIMIT": (
            tr("The extract of {table} has more cells than StatBank gives at once.", table=table),
            tr("Choose fewer areas, periods or groups."),
        ),
        "EXTRACT-NOTFOUND": (
            tr("StatBank does not have {table}, or one of the codes asked for.", table=table),
            tr(
                "The table may have been renamed or its codes changed. Look it up on "
                "statistikbanken.dk."
            ),
        ),
        "EXTRACT-NOTALLOWED": (
            tr("StatBank does not allow this extract of {table}.", table=table),
            tr("Choose values for every variable."),
        ),
        "REQUEST-MISSING": (
            tr("The request about {table} lacks something.", table=table),
            tr("Give the table, and values for its variables."),
        ),
        "REQUEST-EMPTY": (
            tr("The request to StatBank was empty."),
            tr("Try again."),
        ),
    }
    message, next_step = known.get(
        code,
        (
            tr("StatBank refused the request about {table} ({code}).", table=table, code=code),
            tr("Look the table up on statistikbanken.dk."),
        ),
    )
    return StatBankError(code, message, next_step, details)

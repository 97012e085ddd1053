"""The SQL statements sent to GeoFA's SQL APIs.

The wording stands in ``resources/catalogue/geofa_sql.json``. Only names of the catalogue, whole
numbers, uuids and times are put into a statement, and each is checked; values of the user travel as
parameters.
"""

from __future__ import annotations

import re
import uuid
from typing import Any, Iterable, List, Mapping, Optional, Sequence

from ...catalogue import files
from ...catalogue.geofa.themes import CodeTable, Theme
from ..server import LIMITS
from .wfs_words import DistrictFilter, equal_tests

FILE = "geofa_sql.json"
NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")
TIME = re.compile(r"\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d(\.\d{1,6})?)?")
END_OF_DAY = " 23:59:59.999999"


def _wording(key: str) -> Any:
    return files.read(FILE)[key]


def _condition(key: str, **values: object) -> str:
    return _wording("conditions")[key].format(**values)


def _name(text: str) -> str:
    if not NAME.fullmatch(text):
        raise ValueError(f"{text!r} is no name of a column or view")
    return text


def is_uuid(text: str) -> bool:
    """Is ``text`` what GeoFA's ids are?"""
    try:
        return bool(_uuid(text))
    except ValueError:
        return False


def _uuid(text: str) -> str:
    return str(uuid.UUID(str(text)))


def moment(text: str) -> str:
    """``text`` (ISO date or date and time, Danish time) as a statement takes it; a date means its
    end.

    Raises:
        ValueError: no such form.
    """
    plain = text.strip().replace("T", " ")
    if not TIME.fullmatch(plain):
        raise ValueError(f"{text!r} is no date")
    return plain + END_OF_DAY if len(plain) == 10 else plain


def conditions(
    theme: Theme,
    wanted: DistrictFilter,
    as_of: Optional[str] = None,
    ids: Optional[Iterable[str]] = None,
) -> List[str]:
    """The tests the server makes: of the filter, of the time (``as_of``), and of ``objekt_id``
    among ``ids``."""
    tests = [
        _condition("equal", column=_name(c), number=int(n)) for c, n in equal_tests(theme, wanted)
    ]
    if as_of is not None:
        tests.append(_condition("as_of", time=moment(as_of)))
    if ids is not None:
        tests.append(_condition("among", uuids=", ".join("'" + _uuid(i) + "'" for i in ids)))
    return tests or [_condition("all")]


def select_districts(
    theme: Theme, tests: Sequence[str], view: str, order: str, after: Optional[str], limit: int
) -> str:
    """Up to ``limit`` objects of ``view`` by the unique column ``order``, those after the value
    ``after``."""
    more = [] if after is None else [_condition("after", column=_name(order), uuid=_uuid(after))]
    columns = ", ".join(_name(column.name) for column in theme.columns)
    return _wording("districts").format(
        columns=columns,
        view=_name(view),
        conditions=" and ".join([*tests, *more]),
        order=_name(order),
        limit=int(limit),
    )


def select_versions(theme: Theme, tests: Sequence[str]) -> str:
    """``objekt_id``, ``versions_id`` and ``systid_fra`` of the current objects."""
    return _wording("versions").format(
        view=_name(theme.view), conditions=" and ".join(tests), limit=int(LIMITS["sql_rows"])
    )


def select_coverage(theme: Theme) -> str:
    """Objects per municipality with the newest change and the middle of their extent."""
    return _wording("coverage").format(
        view=_name(theme.view), conditions=_condition("known_municipality")
    )


def select_codes(table: CodeTable) -> str:
    """The active codes of a code list."""
    return _wording("codes").format(
        code=_name(table.code), text=_name(table.text), table=_name(table.table)
    )


def insert(theme: Theme, columns: Sequence[str]) -> str:
    """An insert with a parameter per column and one for the geometry (GeoJSON)."""
    names = [_name(column) for column in columns]
    return _wording("insert").format(
        view=_name(theme.view),
        columns=", ".join(names),
        values=", ".join(":" + name for name in names),
    )


def update(theme: Theme, columns: Sequence[str], with_geometry: bool) -> str:
    """An update of ``columns``, and of the geometry, of the object ``:objekt_id``."""
    parts = [_wording("assign").format(column=_name(column)) for column in columns]
    if with_geometry:
        parts.append(_wording("assign_geometry"))
    return _wording("update").format(view=_name(theme.view), assignments=", ".join(parts))


def delete(theme: Theme) -> str:
    """The end of the object ``:objekt_id``."""
    return _wording("delete").format(view=_name(theme.view))


def body(statement: str, parameters: "Sequence[Mapping[str, object]]" = ()) -> "dict[str, object]":
    """One statement as SQL API v4 takes it; answers with geometry come in EPSG:25832."""
    sent: "dict[str, object]" = {"q": statement, "srs": 25832}
    if parameters:
        sent["params"] = list(parameters)
    return sent

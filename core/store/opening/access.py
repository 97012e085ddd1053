"""How the monitor file is opened, and whose file it is."""

from __future__ import annotations

import os
import sqlite3
import urllib.parse
from pathlib import Path
from typing import Any, Sequence, Set, Type, TypeVar

from ...errors import StoreError
from ...i18n import tr
from ..form import schema

Connection = TypeVar("Connection", bound=sqlite3.Connection)
GEOPACKAGE = (0x47504B47, 0x47503130, 0x47503131)
"""``application_id`` of a GeoPackage, of version 1.2 and later, 1.0 and 1.1 (OGC 12-128r18,
requirement 2)."""


def connect(path: Path, seconds: float, factory: Type[Connection]) -> Connection:
    """Open the file, which is never made; another's save is waited for, ``seconds`` at most.

    Raises:
        sqlite3.Error: it cannot be opened.
    """
    name = Path(os.path.abspath(path)).as_posix()
    start = "file://" if name.startswith("/") else "file:///"
    return sqlite3.connect(
        f"{start}{urllib.parse.quote(name)}?mode=rw", timeout=seconds, factory=factory, uri=True
    )


def check_there(path: Path) -> None:
    """Refuse a path where there is no file.

    Raises:
        StoreError: there is nothing, or a folder.
    """
    if path.is_dir():
        raise StoreError(
            tr("{file} is a folder, not a monitor file.", file=str(path)),
            tr("Choose another file."),
        )
    if not path.exists():
        raise StoreError(
            tr("The monitor file {file} does not exist.", file=str(path)),
            tr("Choose another file, or make a new one."),
        )


def check_ours(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse what is no monitor file, and one whose form a newer version made.

    Raises:
        StoreError: says which.
    """
    if connection.execute("PRAGMA application_id").fetchone()[0] not in GEOPACKAGE:
        raise foreign(path)
    marked = _columns(connection, schema.MARK_TABLE) >= set(schema.column_names(schema.MARK_TABLE))
    marks = (
        connection.execute("SELECT mark, schema_version FROM monitor_file").fetchall()
        if marked
        else []
    )
    if any(mark != schema.MARK for mark, _ in marks):
        raise foreign(path)
    _refuse_newer(path, [version for _, version in marks])
    for table, wanted in schema.FIRST.items():
        if not _columns(connection, table) >= set(wanted):
            raise foreign(path)
    _refuse_newer(
        path,
        [version for (version,) in connection.execute("SELECT DISTINCT schema_version FROM runs")],
    )


def _columns(connection: sqlite3.Connection, table: str) -> Set[str]:
    return {row[1] for row in connection.execute("SELECT * FROM pragma_table_info(?)", (table,))}


def _refuse_newer(path: Path, versions: Sequence[Any]) -> None:
    known = int(schema.VERSION)
    for version in versions:
        if version is None:  # what the first versions wrote
            continue
        number = int(version) if str(version).isdecimal() else None
        if number is None or number > known:
            raise StoreError(
                tr(
                    "The monitor file {file} was made by a newer version of the plugin: its form "
                    "is {found}, this version knows {known}.",
                    file=str(path),
                    found="?" if number is None else number,
                    known=known,
                ),
                tr("Update the plugin. The file is as it was."),
            )


def foreign(path: Path) -> StoreError:
    """The file is somebody else's."""
    return StoreError(
        tr("The file {file} exists but is not a monitor file.", file=str(path)),
        tr(
            "Choose another file name. If it was one, its beginning is damaged: take your latest "
            "copy."
        ),
    )

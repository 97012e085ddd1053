"""Files of earlier versions are brought up to date before they are read or changed: a copy is set
aside, and everything happens in one transaction.

Form 6 keeps figures by part (``figures.parts``) and versions of areas; the forms before kept a row
per figure and run, of two runs. Forms 1 to 5 differ by tables and columns they lack.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from pathlib import Path
from typing import Any, BinaryIO, Dict, List, Tuple

import numpy as np
import pandas as pd

from ... import strays
from ...errors import StoreError
from ...i18n import tr
from ..figures.packing import packed
from ..figures.parts import write_figures
from ..form import making, schema, views
from ..form.geopackage import wkb_of

COMPANIONS = {
    "atom_counts": ("atom_sets", "concentrations"),
    "releases": ("release_sets", "release_cells"),
    "index_definitions": ("index_scores",),
}
"""Tables that came together: where one is there and another is not, the file is damaged, and what
disclosure control reads must not be found empty."""
IS_TABLE = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
OLD_OBSERVATIONS = """
SELECT * FROM old_observations WHERE run = ? AND area_set = ? ORDER BY fid
"""
OLD_RUNS = """
SELECT run, area_set FROM old_observations GROUP BY run, area_set ORDER BY run, min(fid)
"""
CHOICES = (
    *("rule_set", "use_origin", "closeness_percent", "allow_fewer_years"),
    "unknown_education_as_basic",
)
OLD_CHOICES = """
SELECT rule_set, use_origin, closeness_percent, allow_fewer_years, unknown_education_as_basic
FROM runs ORDER BY run DESC LIMIT 1
"""
GONE_AREA = """
INSERT INTO areas (geom, area_set, area_id, name, objekt_id, versions_id, position, valid_from,
valid_to) VALUES (NULL, ?, ?, ?, '', '', 0, '', strftime('%Y-%m-%d', 'now'))
"""
ONE_ASSESSMENT_EACH = """
DELETE FROM assessments WHERE run < (SELECT max(other.run) FROM assessments AS other
WHERE other.area_set = assessments.area_set AND other.period = assessments.period)
"""
AREA_OF_ASSESSMENT = """
UPDATE assessments SET area = (SELECT max(a.fid) FROM areas a
WHERE a.area_set = assessments.area_set AND a.area_id = assessments.area_id)
"""


def is_older(connection: sqlite3.Connection) -> bool:
    """Was the file made by a version that kept figures otherwise?"""
    return connection.execute(IS_TABLE, (schema.OBSERVATIONS,)).fetchone() is not None


def bring_up_to_date(path: Path, connection: sqlite3.Connection) -> None:
    """Change the file at ``path``, open as ``connection`` (which no transaction has begun on), to
    the form of today; a copy of what it was stays beside it.

    Raises:
        StoreError: it may not be written to. OSError, sqlite3.Error: it cannot be written.
        ValueError: it lacks what it cannot lack.
    """
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise StoreError(
            tr(
                "The monitor file {file} was made by an earlier version. It must be brought up to "
                "date before it is read, and it may not be written to here.",
                file=str(path),
            ),
            tr("Copy it to a folder that you may write to, and open the copy."),
        )
    # opened before and closed after the transaction: closing a file gives up the locks that this
    # process has on it (POSIX), and with them SQLite's
    with open(path, "rb") as source:
        connection.execute("BEGIN IMMEDIATE")
        try:
            if is_older(connection):  # else another session has done it meanwhile
                _check_companions(connection)
                set_aside(path, source, connection)
                _convert(connection)
                making.mark(connection)
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:  # SQLite itself rolls back where the disk is full
                connection.execute("ROLLBACK")


def set_aside(path: Path, source: BinaryIO, connection: sqlite3.Connection) -> Path:
    """A copy of the file, open as ``source``, beside it: ``monitor (form 5).gpkg``, numbered where
    there is one; made whole before it has its name."""
    form = _form(connection)
    copy = path.with_name(f"{path.stem} (form {form}){path.suffix}")
    number = 1
    while copy.exists():
        number += 1
        copy = path.with_name(f"{path.stem} (form {form}, {number}){path.suffix}")
    work = path.with_name(strays.aside(f".{path.stem}-", ".gpkg"))
    try:
        # nobody else writes while our transaction is open, and it has changed nothing yet
        _copy(source, work)
        os.rename(work, copy)
    finally:
        strays.remove_database(work)
    return copy


def _copy(source: BinaryIO, target: Path) -> None:
    with open(target, "wb") as copy:
        shutil.copyfileobj(source, copy, 1 << 22)
        copy.flush()
        os.fsync(copy.fileno())


def _form(connection: sqlite3.Connection) -> str:
    """The form of the file as it says itself; 1 where it says none."""
    if making.columns_of(connection, schema.MARK_TABLE):
        found = connection.execute("SELECT max(schema_version) FROM monitor_file").fetchone()[0]
        if found is not None:
            return str(found)
    if "schema_version" not in making.columns_of(connection, "runs"):
        return "1"
    return str(connection.execute("SELECT max(schema_version) FROM runs").fetchone()[0] or "1")


def _check_companions(connection: sqlite3.Connection) -> None:
    for table, companions in COMPANIONS.items():
        if connection.execute(IS_TABLE, (table,)).fetchone():
            for other in companions:
                if not connection.execute(IS_TABLE, (other,)).fetchone():
                    raise ValueError(other)


def _convert(connection: sqlite3.Connection) -> None:
    """The forms before 6, within the transaction that is open."""
    # somebody's own views of the observations go on reading them under their name
    connection.execute("PRAGMA legacy_alter_table = ON")
    connection.execute("ALTER TABLE observations RENAME TO old_observations")
    connection.execute("PRAGMA legacy_alter_table = OFF")
    if connection.execute(IS_TABLE, ("gpkg_ogr_contents",)).fetchone():
        connection.execute("DELETE FROM gpkg_ogr_contents WHERE table_name = 'observations'")
    views.drop_maps(connection)
    had_atoms = connection.execute(IS_TABLE, ("atom_counts",)).fetchone()
    making.add_lacking(connection)
    _number_areas(connection)
    _convert_figures(connection)
    connection.execute(ONE_ASSESSMENT_EACH)
    connection.execute(AREA_OF_ASSESSMENT)
    if had_atoms:
        _convert_atoms(connection)
    connection.execute("DROP TABLE old_observations")
    _keep_judged_as(connection)


def _keep_judged_as(connection: sqlite3.Connection) -> None:
    """How it was judged, as far as the newest run says."""
    found = connection.execute(OLD_CHOICES).fetchone()
    known = {name: one for name, one in zip(CHOICES, found or ()) if one is not None}
    connection.execute(
        "INSERT INTO settings (name, value) VALUES (?, ?)", (schema.JUDGED_AS, json.dumps(known))
    )


def _number_areas(connection: sqlite3.Connection) -> None:
    """Areas in the order they stood in; those that figures are of and that are no more, as areas of
    the past without a boundary."""
    connection.execute("UPDATE areas SET position = fid, valid_from = ''")
    known = set(connection.execute("SELECT area_set, area_id FROM areas"))
    for table in ("old_observations", "assessments"):
        found = connection.execute(
            "SELECT DISTINCT area_set, area_id FROM old_observations"
            if table == "old_observations"
            else "SELECT DISTINCT area_set, area_id FROM assessments"
        ).fetchall()
        for area_set, area_id in sorted(set(found) - known):
            connection.execute(GONE_AREA, (area_set, area_id, area_id))
            known.add((area_set, area_id))


def _convert_figures(connection: sqlite3.Connection) -> None:
    keys: Dict[str, Dict[str, int]] = {}
    for area_set, area_id, fid in connection.execute("SELECT area_set, area_id, fid FROM areas"):
        keys.setdefault(area_set, {})[area_id] = fid
    for run, area_set in connection.execute(OLD_RUNS).fetchall():
        table = pd.read_sql_query(OLD_OBSERVATIONS, connection, params=(run, area_set))
        for name in ("numerator", "denominator", "value", "persons", "households"):
            table[name] = _column(table, name).astype("float64")
        for name in ("status", "vintage", "facet", "facet_value"):
            table[name] = _column(table, name).fillna("")
        finished = table["status"].isin(["finished", "hidden"])
        pairs = list(zip(table["period"], table["indicator"]))
        of_figures = {pair for pair, is_finished in zip(pairs, finished) if is_finished}
        table["source"] = ["figures" if pair in of_figures else "register" for pair in pairs]
        write_figures(connection, int(run), area_set, table, {}, keys=keys[area_set])


def _column(table: pd.DataFrame, name: str) -> "pd.Series[Any]":
    return table[name] if name in table else pd.Series(np.nan, index=table.index, dtype=object)


def _convert_atoms(connection: sqlite3.Connection) -> None:
    """Arrays of float64 are packed, and the layout of each run is its own."""
    rows = connection.execute("SELECT fid FROM atom_counts").fetchall()
    for (fid,) in rows:
        blob = connection.execute(
            "SELECT amounts FROM atom_counts WHERE fid = ?", (fid,)
        ).fetchone()[0]
        connection.execute(
            "UPDATE atom_counts SET amounts = ?, layout = run WHERE fid = ?",
            (packed(np.frombuffer(blob, dtype="float64")), fid),
        )
    for area_set, ids, found in _fingerprints(connection):
        connection.execute(
            "UPDATE atom_sets SET fingerprint = ? WHERE area_set = ? AND area_ids = ?",
            (found, area_set, ids),
        )


def _fingerprints(connection: sqlite3.Connection) -> List[Tuple[str, str, str]]:
    """(area set, its areas' ids as JSON, fingerprint) of the boundaries there are."""
    from ...areas.area_set import fingerprint_of

    found: Dict[str, List[Tuple[str, bytes]]] = {}
    for area_set, area_id, blob in connection.execute(
        "SELECT area_set, area_id, geom FROM areas WHERE valid_to IS NULL ORDER BY fid"
    ):
        found.setdefault(area_set, []).append((area_id, wkb_of(blob)))
    return [
        (name, json.dumps([one for one, _ in areas], ensure_ascii=False), fingerprint_of(areas))
        for name, areas in found.items()
    ]

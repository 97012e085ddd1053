"""Reads and writes the monitor file.

A new file appears only when it is whole; an existing one is changed in one transaction, so a failure
or a cancel leaves it as it was. The run before the newest is kept.
"""

from __future__ import annotations

import datetime
import json
import os
import sqlite3
import uuid
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Iterator, List, Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ..areas.area_set import AreaSet, Provenance, make_area_set
from ..areas.wkb import rings
from ..catalogue.parts import is_part, part_id
from ..errors import StoreError
from ..i18n import tr
from ..measures.atom_counts import AtomCounts
from ..measures.findings import Findings
from . import schema
from .atom_tables import read_atoms, write_atoms
from .geopackage import create_file, geopackage_geometry, is_older, upgrade, wkb_of

RUNS_KEPT = 2
WAIT_SECONDS = 20

INSERT_AREA = """
INSERT INTO areas (geom, area_set, area_id, name, objekt_id, versions_id) VALUES (?, ?, ?, ?, ?, ?)
"""
FORGET_OLD_OF_SET = (
    "DELETE FROM observations WHERE area_set = ? AND run NOT IN "
    "(SELECT DISTINCT run FROM observations WHERE area_set = ? ORDER BY run DESC LIMIT ?)",
    "DELETE FROM assessments WHERE area_set = ? AND run NOT IN "
    "(SELECT DISTINCT run FROM assessments WHERE area_set = ? ORDER BY run DESC LIMIT ?)",
)
FORGET_UNUSED = (
    "DELETE FROM reference_values WHERE run NOT IN (SELECT run FROM observations)",
    "DELETE FROM findings WHERE run NOT IN (SELECT run FROM observations)",
    "DELETE FROM checks WHERE run NOT IN (SELECT run FROM observations)",
    "DELETE FROM runs WHERE run NOT IN (SELECT run FROM observations)",
    "DELETE FROM atom_sets WHERE run NOT IN (SELECT max(run) FROM runs)",
    "DELETE FROM atom_counts WHERE run NOT IN (SELECT max(run) FROM runs)",
    "DELETE FROM concentrations WHERE run NOT IN (SELECT max(run) FROM runs)",
)
SET_EXTENT = """
UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?,
last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE table_name IN ('areas', 'risk_map', 'index_map')
"""


@dataclass(frozen=True)
class Run:
    """One counting and judging, as the monitor file keeps it.

    ``observations`` and ``assessments`` are by area set id (columns of ``schema.TABLES`` without
    ``run`` and ``area_set``); ``findings`` by register; ``about`` holds the rest of the ``runs`` row;
    ``deliveries`` are records of what came (kept for ever); ``checks`` the self-check gone on from;
    ``atoms`` the sums by atom.
    """

    about: Dict[str, object]
    observations: Dict[str, pd.DataFrame]
    assessments: Dict[str, pd.DataFrame]
    findings: Mapping[str, Findings]
    references: Optional[pd.DataFrame]
    deliveries: Sequence[Dict[str, object]] = ()
    checks: Optional[pd.DataFrame] = None
    atoms: Optional[AtomCounts] = None


class _OneTransaction(sqlite3.Connection):
    """A connection on which ``commit`` waits: pandas commits after every table, we want all or nothing."""

    def commit(self) -> None:
        """Do nothing; ``finish`` commits."""

    def finish(self) -> None:
        """Commit everything since the beginning."""
        super().commit()


class MonitorFile:
    """The monitor file at ``path``; nothing is opened before it is needed."""

    def __init__(self, path: "str | Path"):
        self.path = Path(path)

    @contextmanager
    def changing(self) -> Iterator[_OneTransaction]:
        """A connection whose changes come whole or not at all.

        Raises:
            StoreError: the file or its folder cannot be written, or it is no monitor file.
        """
        target = self.path
        new = not target.exists()
        work = target.with_name(f".{target.stem}-{uuid.uuid4().hex[:8]}.gpkg") if new else target
        try:
            if new:
                if not target.parent.is_dir():
                    raise FileNotFoundError(target.parent)
                create_file(work)
            elif self._needs_upgrade():
                upgrade(work)
            connection = sqlite3.connect(work, factory=_OneTransaction, timeout=WAIT_SECONDS)
            try:
                self._refuse_foreign(connection)
                yield connection
                connection.finish()
            finally:
                connection.close()
            if new:
                os.replace(work, target)
        except (OSError, RuntimeError, sqlite3.Error) as error:
            raise StoreError(
                tr("The monitor file {file} cannot be written.", file=str(target)),
                tr("Check that the folder exists and may be written to, and that no other program holds the file."),
                str(error),
            ) from None
        finally:
            if new and work.exists():
                work.unlink()

    def _refuse_foreign(self, connection: sqlite3.Connection) -> None:
        found = connection.execute("SELECT count(*) FROM sqlite_master WHERE name IN ('areas', 'runs', 'risk_map')")
        if found.fetchone()[0] != 3:
            raise StoreError(tr("The file {file} exists but is not a monitor file.", file=str(self.path)),
                             tr("Choose another file name."))

    def _needs_upgrade(self) -> bool:
        with closing(sqlite3.connect(self.path, timeout=WAIT_SECONDS)) as connection:
            self._refuse_foreign(connection)
            return is_older(connection)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection to read by.

        Raises:
            StoreError: the file is not there, is no monitor file, or cannot be read.
        """
        self.check_there()
        try:
            with closing(sqlite3.connect(self.path, timeout=WAIT_SECONDS)) as connection:
                self._refuse_foreign(connection)
                yield connection
        except sqlite3.Error as error:
            raise StoreError(
                tr("The monitor file {file} cannot be read.", file=str(self.path)),
                tr("It may be damaged or held by another program."),
                str(error),
            ) from None

    def check_there(self) -> None:
        """Raise ``StoreError`` where there is no such file."""
        if not self.path.exists():
            raise StoreError(tr("The monitor file {file} does not exist.", file=str(self.path)),
                             tr("Choose another file, or make a new one."))

    def check_writable(self) -> None:
        """Raise ``StoreError`` when nothing could be saved here; leaves no trace of a new file."""
        if self.path.exists():
            with self.changing() as connection:
                connection.execute("BEGIN IMMEDIATE")
            return
        probe = self.path.with_name(f".{uuid.uuid4().hex[:8]}.tmp")
        try:
            probe.touch()
            probe.unlink()
        except OSError as error:
            raise StoreError(
                tr("The folder {folder} cannot be written to.", folder=str(self.path.parent)),
                tr("Choose a folder that exists and that you may write to."),
                str(error),
            ) from None

    def save_area_sets(self, area_sets: "List[AreaSet]") -> None:
        """Keep ``area_sets``; a set with the same id is replaced.

        Raises:
            StoreError: the file cannot be written; nothing is changed then.
        """
        with self.changing() as connection:
            self._write_area_sets(connection, area_sets)

    @staticmethod
    def _write_area_sets(connection: sqlite3.Connection, area_sets: "List[AreaSet]") -> None:
        for area_set in area_sets:
            connection.execute("DELETE FROM area_sets WHERE area_set = ?", (area_set.id,))
            connection.execute("DELETE FROM areas WHERE area_set = ?", (area_set.id,))
            about = area_set.provenance
            connection.execute(
                "INSERT INTO area_sets (area_set, name, kind, municipality, theme, source, retrieved, licence) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (area_set.id, area_set.name, area_set.kind, area_set.municipality, area_set.theme, about.source,
                 about.retrieved, about.licence),
            )
            connection.executemany(INSERT_AREA, (
                (geopackage_geometry(row.wkb), area_set.id, row.area_id, row.name, row.objekt_id, row.versions_id)
                for row in area_set.areas.itertuples(index=False)
            ))
        every = [wkb_of(blob) for (blob,) in connection.execute("SELECT geom FROM areas")]
        points = np.concatenate([ring for wkb in every for ring in rings(wkb)])
        connection.execute(SET_EXTENT, (*points.min(axis=0), *points.max(axis=0)))

    def save_run(self, run: Run, area_sets: "List[AreaSet]") -> int:
        """Keep ``run`` with the areas it counted; of each area set the newest run and the one before stay.

        Returns:
            The number of the run.
        Raises:
            StoreError: the file cannot be written; nothing is changed then.
        """
        with self.changing() as connection:
            number = connection.execute("SELECT coalesce(max(run), 0) + 1 FROM runs").fetchone()[0]
            self._write_area_sets(connection, area_sets)
            created = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
            about = {**run.about, "run": number, "created": created, "schema_version": schema.VERSION}
            _append(connection, "runs", pd.DataFrame([about]))
            for identifier, table in run.observations.items():
                _append(connection, "observations", table.assign(run=number, area_set=identifier))
            for identifier, table in run.assessments.items():
                _append(connection, "assessments", table.assign(run=number, area_set=identifier))
            if run.references is not None:
                _append(connection, "reference_values", run.references.assign(run=number))
            _append(connection, "findings", _findings_table(run.findings).assign(run=number))
            if run.deliveries:
                _append(connection, "deliveries", pd.DataFrame(list(run.deliveries)).assign(run=number))
            if run.checks is not None and len(run.checks):
                _append(connection, "checks", run.checks.assign(run=number))
            if run.atoms is not None:
                write_atoms(connection, number, run.atoms)
            for identifier in run.observations:
                for forget in FORGET_OLD_OF_SET:
                    connection.execute(forget, (identifier, identifier, RUNS_KEPT))
            for forget in FORGET_UNUSED:
                connection.execute(forget)
        return number

    def save_deliveries(self, records: Sequence[Dict[str, object]]) -> None:
        """Keep the ``records`` of what came, without counting; raises ``StoreError``, changing nothing."""
        with self.changing() as connection:
            _append(connection, "deliveries", pd.DataFrame(list(records)))

    def save_receipt(self, rows: pd.DataFrame) -> None:
        """Keep the ``rows`` of a receipt (``geofa.sending.RECEIPT_COLUMNS``); raises ``StoreError``."""
        with self.changing() as connection:
            _append(connection, "receipts", rows)

    def receipts(self) -> pd.DataFrame:
        """Everything ever sent to GeoFA, the newest sending first; columns of ``receipts``."""
        columns = list(schema.column_names("receipts"))
        with self.reading() as connection:
            if not connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'receipts'").fetchone()[0]:
                return pd.DataFrame(columns=columns)
            return pd.read_sql_query("SELECT * FROM receipts ORDER BY time DESC, fid", connection)[columns]

    def area_sets(self) -> pd.DataFrame:
        """The kept area sets: the columns of ``area_sets`` and ``areas``, the number of areas."""
        with self.reading() as connection:
            return pd.read_sql_query(
                "SELECT area_set, name, kind, municipality, theme, source, retrieved, licence, "
                "(SELECT count(*) FROM areas a WHERE a.area_set = s.area_set) AS areas FROM area_sets s", connection)

    def area_names(self) -> List[Tuple[str, str, str, str]]:
        """(area set, its name, area, its name) of every area kept, without geometry."""
        with self.reading() as connection:
            return connection.execute(
                "SELECT s.area_set, s.name, a.area_id, a.name FROM areas a JOIN area_sets s "
                "ON s.area_set = a.area_set ORDER BY a.fid").fetchall()

    def load_area_set(self, identifier: str) -> AreaSet:
        """The kept area set ``identifier``; raises ``StoreError`` when it is not there."""
        with self.reading() as connection:
            about = connection.execute(
                "SELECT name, kind, municipality, theme, source, retrieved, licence FROM area_sets WHERE area_set = ?",
                (identifier,),
            ).fetchone()
            if about is None:
                raise StoreError(
                    tr("The monitor file {file} has no area set {name}.", file=str(self.path), name=identifier),
                    tr("Load the districts again."),
                )
            areas = pd.read_sql_query(
                "SELECT area_id, name, objekt_id, versions_id, geom AS wkb FROM areas WHERE area_set = ? ORDER BY fid",
                connection, params=(identifier,),
            )
        areas["wkb"] = areas["wkb"].map(wkb_of)
        name, kind, municipality, theme, source, retrieved, licence = about
        return make_area_set(identifier, name, kind, areas, municipality=municipality, theme=theme,
                             provenance=Provenance(source, retrieved, licence))

    def newest_run(self) -> int:
        """The number of the newest run, 0 where nothing was counted."""
        with self.reading() as connection:
            return connection.execute("SELECT coalesce(max(run), 0) FROM runs").fetchone()[0]

    def newest_observations(self, area_set: str, indicators: Sequence[str] = ()) -> pd.DataFrame:
        """The observations of the newest run of ``area_set`` that are not broken down by a facet; of ``indicators``
        alone where some are named."""
        with self.reading() as connection:
            table = pd.read_sql_query(
                "SELECT area_id, period, indicator, numerator, denominator, value, persons FROM observations "
                "WHERE area_set = ? AND coalesce(facet, '') = '' "
                "AND run = (SELECT max(run) FROM observations WHERE area_set = ?) "
                "AND (? = '[]' OR indicator IN (SELECT value FROM json_each(?))) ORDER BY fid",
                connection, params=(area_set, area_set, json.dumps(list(indicators)), json.dumps(list(indicators))))
        for name in ("numerator", "denominator", "value", "persons"):
            table[name] = table[name].astype("float64")
        return table

    def newest_references(self) -> Optional[pd.DataFrame]:
        """The reference values of the newest run: ``level``, ``code``, ``period``, ``indicator``, ``value``; None
        where it had none."""
        with self.reading() as connection:
            table = pd.read_sql_query(
                "SELECT level, code, period, indicator, value FROM reference_values "
                "WHERE run = (SELECT max(run) FROM runs) ORDER BY fid", connection)
        return table if len(table) else None

    def newest_atoms(self, indicators: Sequence[str] = ()) -> Optional[AtomCounts]:
        """The sums by atom of the newest run, of ``indicators`` alone where some are named; None where an earlier
        version counted it, which kept none."""
        with self.reading() as connection:
            known = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'atom_counts'").fetchone()[0]
            newest = connection.execute("SELECT coalesce(max(run), 0) FROM runs").fetchone()[0]
            atoms = read_atoms(connection, newest, indicators) if known else None
        return atoms if atoms is not None and atoms.values else None

    def counted(self, run: int) -> Tuple[AtomCounts, Dict[str, pd.DataFrame]]:
        """What ``run`` counted: the sums by atom, and area set id → observations; those broken down by a facet as
        indicators of their own (``catalogue.parts``).

        Raises:
            StoreError: the run's sums by atom are not in the file: it was made by an earlier version.
        """
        with self.reading() as connection:
            known = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'atom_counts'").fetchone()[0]
            atoms = read_atoms(connection, run) if known else None
            if atoms is None or not atoms.values:
                raise StoreError(
                    tr("The monitor file {file} was counted by an earlier version, which kept no building blocks for "
                       "disclosure control.", file=str(self.path)),
                    tr("Compute again."))
            table = pd.read_sql_query("SELECT * FROM observations WHERE run = ? ORDER BY fid", connection,
                                      params=(run,))
        for name in ("numerator", "denominator", "value", "persons", "households"):
            table[name] = table[name].astype("float64")
        table["indicator"] = [
            part_id(indicator, facet, group) if facet else indicator
            for indicator, facet, group in zip(table["indicator"], table["facet"].fillna(""), table["facet_value"])]
        table = table[[(period, name) in atoms.values or not is_part(name)
                       for period, name in zip(table["period"], table["indicator"])]]
        return atoms, {name: part.reset_index(drop=True) for name, part in table.groupby("area_set", sort=False)}

    def deliveries(self) -> pd.DataFrame:
        """Every delivery ever counted: the columns of ``deliveries``, the newest first."""
        with self.reading() as connection:
            if not connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'deliveries'").fetchone()[0]:
                return pd.DataFrame(columns=list(schema.column_names("deliveries")))
            return pd.read_sql_query(
                "SELECT name, register, period, received, rows, checksum, profile, definitions, run FROM deliveries "
                "ORDER BY received DESC, register, period DESC", connection)

    def newest_assessments(self, area_set: str) -> pd.DataFrame:
        """The assessments of the newest run of ``area_set``, with the areas' names."""
        with self.reading() as connection:
            return pd.read_sql_query(
                "SELECT s.*, a.name FROM assessments s JOIN areas a "
                "ON a.area_set = s.area_set AND a.area_id = s.area_id WHERE s.area_set = ? "
                "AND s.run = (SELECT max(run) FROM assessments WHERE area_set = ?) ORDER BY s.fid",
                connection, params=(area_set, area_set))


def _findings_table(findings: Mapping[str, Findings]) -> pd.DataFrame:
    rows = []
    for register, found in findings.items():
        rows += [(register, "", period, "rows", count) for period, count in found.rows.items()]
        rows += [(register, s, period, "placed", count) for (s, period), count in found.placed.items()]
        rows += [(register, s, period, reason, count) for (s, period, reason), count in found.unplaced.items()]
        rows += [(register, "", period, f"missing {column}", count)
                 for (period, column), count in found.missing.items()]
        rows += [(register, "", period, "by_house", count) for period, count in found.by_house.items()]
        rows += [(register, "", "", f"unreadable {column}", count) for column, count in found.unreadable.items()]
    return pd.DataFrame(rows, columns=["register", "area_set", "period", "finding", "persons"])


def _append(connection: sqlite3.Connection, table: str, rows: pd.DataFrame) -> None:
    columns = [column for column in schema.column_names(table) if column in rows]
    rows[columns].to_sql(table, connection, if_exists="append", index=False)

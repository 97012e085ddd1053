"""Reads and writes the monitor file.

A new file appears only when it is whole; an existing one is changed in one transaction, so a failure
or a cancel leaves it as it was. The run before the newest is kept.
"""

from __future__ import annotations

import datetime
import os
import sqlite3
import struct
import uuid
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Iterator, List, Mapping, Optional, Sequence

import numpy as np
import pandas as pd
from osgeo import ogr, osr

from ..areas.area_set import AreaSet, Provenance, make_area_set
from ..areas.wkb import rings
from ..errors import StoreError
from ..i18n import tr
from ..measures.findings import Findings
from . import schema

EPSG = 25832
RUNS_KEPT = 2
WAIT_SECONDS = 20
OGR_TYPES = {"text": ogr.OFTString, "integer": ogr.OFTInteger64, "real": ogr.OFTReal, "date": ogr.OFTDate}

CREATE_RISK_MAP = """
CREATE VIEW risk_map AS
SELECT s.fid AS OGC_FID, a.geom AS geom, a.name AS name, s.*
FROM assessments AS s JOIN areas AS a ON a.area_set = s.area_set AND a.area_id = s.area_id
WHERE s.run = (SELECT max(r.run) FROM assessments AS r WHERE r.area_set = s.area_set)
"""
REGISTER_RISK_MAP = """
INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('risk_map', 'features', 'risk_map', 25832)
"""
REGISTER_RISK_MAP_GEOMETRY = """
INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m)
VALUES ('risk_map', 'geom', 'MULTIPOLYGON', 25832, 0, 0)
"""
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
)
SET_EXTENT = """
UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?,
last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE table_name IN ('areas', 'risk_map')
"""


@dataclass(frozen=True)
class Run:
    """One counting and judging, as the monitor file keeps it.

    ``observations`` and ``assessments`` are by area set id (columns of ``schema.TABLES`` without
    ``run`` and ``area_set``); ``findings`` by register; ``about`` holds the rest of the ``runs`` row;
    ``deliveries`` are records of what came (kept for ever); ``checks`` the self-check gone on from.
    """

    about: Dict[str, object]
    observations: Dict[str, pd.DataFrame]
    assessments: Dict[str, pd.DataFrame]
    findings: Mapping[str, Findings]
    references: Optional[pd.DataFrame]
    deliveries: Sequence[Dict[str, object]] = ()
    checks: Optional[pd.DataFrame] = None


class _OneTransaction(sqlite3.Connection):
    """A connection on which ``commit`` waits: pandas commits after every table, we want all or nothing."""

    def commit(self) -> None:
        """Do nothing; ``finish`` commits."""

    def finish(self) -> None:
        """Commit everything since the beginning."""
        super().commit()


def _create(path: Path) -> None:
    """An empty monitor file at ``path``."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(EPSG)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    if source is None:
        raise OSError(path)
    areas = source.CreateLayer(schema.AREAS, reference, ogr.wkbMultiPolygon,
                               options=["GEOMETRY_NAME=geom", "FID=fid", "SPATIAL_INDEX=NO"])
    _add_columns(areas, schema.AREA_COLUMNS)
    for table, columns in schema.TABLES.items():
        layer = source.CreateLayer(table, None, ogr.wkbNone, options=["FID=fid", "ASPATIAL_VARIANT=GPKG_ATTRIBUTES"])
        _add_columns(layer, columns)
        del layer
    del areas, source
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE INDEX assessments_by_run ON assessments (area_set, run)")
        connection.execute("CREATE INDEX observations_by_run ON observations (area_set, run)")
        connection.execute("CREATE INDEX areas_by_id ON areas (area_set, area_id)")
        connection.execute(CREATE_RISK_MAP)
        connection.execute(REGISTER_RISK_MAP)
        connection.execute(REGISTER_RISK_MAP_GEOMETRY)
        connection.commit()


def _add_columns(layer: ogr.Layer, columns: schema.Columns) -> None:
    for name, kind in columns:
        layer.CreateField(ogr.FieldDefn(name, OGR_TYPES[kind]))


def _geopackage_geometry(wkb: bytes) -> bytes:
    """``wkb`` as GeoPackage binary with envelope (OGC 12-128r18, 2.1.3)."""
    points = np.concatenate(rings(wkb))
    (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
    return b"GP" + struct.pack("<BBi4d", 0, 0b00000011, EPSG, west, east, south, north) + bytes(wkb)


def _wkb_of(blob: bytes) -> bytes:
    envelope = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
    return bytes(blob[8 + envelope:])


class MonitorFile:
    """The monitor file at ``path``; nothing is opened before it is needed."""

    def __init__(self, path: "str | Path"):
        self.path = Path(path)

    @contextmanager
    def _changing(self) -> Iterator[_OneTransaction]:
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
                _create(work)
            elif self._needs_upgrade():
                _upgrade(work)
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
            raise StoreError(
                tr("The file {file} exists but is not a monitor file.", file=str(self.path)),
                tr("Choose another file name."),
            )

    def _needs_upgrade(self) -> bool:
        with closing(sqlite3.connect(self.path, timeout=WAIT_SECONDS)) as connection:
            self._refuse_foreign(connection)
            return _is_older(connection)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        if not self.path.exists():
            raise StoreError(
                tr("The monitor file {file} does not exist.", file=str(self.path)),
                tr("Choose another file, or make a new one."),
            )
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

    def check_writable(self) -> None:
        """Raise ``StoreError`` when nothing could be saved here; leaves no trace of a new file."""
        if self.path.exists():
            with self._changing() as connection:
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
        with self._changing() as connection:
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
                (_geopackage_geometry(row.wkb), area_set.id, row.area_id, row.name, row.objekt_id, row.versions_id)
                for row in area_set.areas.itertuples(index=False)
            ))
        every = [_wkb_of(blob) for (blob,) in connection.execute("SELECT geom FROM areas")]
        points = np.concatenate([ring for wkb in every for ring in rings(wkb)])
        connection.execute(SET_EXTENT, (*points.min(axis=0), *points.max(axis=0)))

    def save_run(self, run: Run, area_sets: "List[AreaSet]") -> int:
        """Keep ``run`` with the areas it counted; of each area set the newest run and the one before stay.

        Returns:
            The number of the run.
        Raises:
            StoreError: the file cannot be written; nothing is changed then.
        """
        with self._changing() as connection:
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
            for identifier in run.observations:
                for forget in FORGET_OLD_OF_SET:
                    connection.execute(forget, (identifier, identifier, RUNS_KEPT))
            for forget in FORGET_UNUSED:
                connection.execute(forget)
        return number

    def save_deliveries(self, records: Sequence[Dict[str, object]]) -> None:
        """Keep the ``records`` of what came, without counting; raises ``StoreError``, changing nothing."""
        with self._changing() as connection:
            _append(connection, "deliveries", pd.DataFrame(list(records)))

    def save_receipt(self, rows: pd.DataFrame) -> None:
        """Keep the ``rows`` of a receipt (``geofa.sending.RECEIPT_COLUMNS``); raises ``StoreError``."""
        with self._changing() as connection:
            _append(connection, "receipts", rows)

    def receipts(self) -> pd.DataFrame:
        """Everything ever sent to GeoFA, the newest sending first; columns of ``receipts``."""
        columns = list(schema.column_names("receipts"))
        with self._reading() as connection:
            if not connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'receipts'").fetchone()[0]:
                return pd.DataFrame(columns=columns)
            return pd.read_sql_query("SELECT * FROM receipts ORDER BY time DESC, fid", connection)[columns]

    def area_sets(self) -> pd.DataFrame:
        """The kept area sets: the columns of ``area_sets`` and ``areas``, the number of areas."""
        with self._reading() as connection:
            return pd.read_sql_query(
                "SELECT area_set, name, kind, municipality, theme, source, retrieved, licence, "
                "(SELECT count(*) FROM areas a WHERE a.area_set = s.area_set) AS areas FROM area_sets s", connection)

    def load_area_set(self, identifier: str) -> AreaSet:
        """The kept area set ``identifier``; raises ``StoreError`` when it is not there."""
        with self._reading() as connection:
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
        areas["wkb"] = areas["wkb"].map(_wkb_of)
        name, kind, municipality, theme, source, retrieved, licence = about
        return make_area_set(identifier, name, kind, areas, municipality=municipality, theme=theme,
                             provenance=Provenance(source, retrieved, licence))

    def deliveries(self) -> pd.DataFrame:
        """Every delivery ever counted: the columns of ``deliveries``, the newest first."""
        with self._reading() as connection:
            if not connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'deliveries'").fetchone()[0]:
                return pd.DataFrame(columns=list(schema.column_names("deliveries")))
            return pd.read_sql_query(
                "SELECT name, register, period, received, rows, checksum, profile, definitions, run FROM deliveries "
                "ORDER BY received DESC, register, period DESC", connection)

    def newest_assessments(self, area_set: str) -> pd.DataFrame:
        """The assessments of the newest run of ``area_set``, with the areas' names."""
        with self._reading() as connection:
            return pd.read_sql_query(
                "SELECT s.*, a.name FROM assessments s JOIN areas a "
                "ON a.area_set = s.area_set AND a.area_id = s.area_id WHERE s.area_set = ? "
                "AND s.run = (SELECT max(run) FROM assessments WHERE area_set = ?) ORDER BY s.fid",
                connection, params=(area_set, area_set))


def _upgrade(path: Path) -> None:
    """Give a monitor file of an earlier version the tables and columns it lacks; nothing in it changes."""
    source = ogr.Open(str(path), 1)
    if source is None:
        raise OSError(path)
    for table, columns in schema.TABLES.items():
        layer = source.GetLayerByName(table)
        if layer is None:
            layer = source.CreateLayer(table, None, ogr.wkbNone,
                                       options=["FID=fid", "ASPATIAL_VARIANT=GPKG_ATTRIBUTES"])
        known = layer.GetLayerDefn()
        _add_columns(layer, [column for column in columns if known.GetFieldIndex(column[0]) < 0])


def _is_older(connection: sqlite3.Connection) -> bool:
    """Was the file made by a version that kept less?"""
    for table, columns in schema.TABLES.items():
        known = {row[1] for row in connection.execute("SELECT * FROM pragma_table_info(?)", (table,))}
        if not known >= {name for name, _ in columns}:
            return True
    return False


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

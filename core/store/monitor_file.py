"""Reads and writes the monitor file.

A new file appears only when it is whole; an existing one is changed in one transaction, so a
failure or a cancel leaves it as it was. The run before the newest is kept.
"""

from __future__ import annotations

import datetime
import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import ContextManager, Dict, List, Mapping, Optional, Sequence, Tuple

import pandas as pd

from .. import strays
from ..areas.area_set import AreaSet
from ..catalogue.protection.parts import is_part, part_id
from ..errors import StoreError
from ..i18n import tr
from ..measures.atom_counts import AtomCounts
from ..measures.findings import Findings
from . import access, schema, transaction
from .area_tables import read_area_set, write_area_sets
from .atom_tables import read_atoms, read_periods, write_atoms
from .geopackage import has
from .typed_tables import newest_run, read_table

RUNS_KEPT = 2
WAIT_SECONDS, WAIT_AT_ONCE = 20, 0.25
"""Seconds another's save is waited for, in a task and in the thread of the window."""

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


@dataclass(frozen=True)
class Run:
    """One counting and judging, as the monitor file keeps it.

    ``observations`` and ``assessments`` are by area set id (columns of ``schema.TABLES`` without
    ``run`` and ``area_set``); ``findings`` by register; ``about`` holds the rest of the ``runs``
    row; ``deliveries`` are records of what came (kept for ever); ``checks`` the self-check gone on
    from; ``atoms`` the sums by atom.
    """

    about: Dict[str, object]
    observations: Dict[str, pd.DataFrame]
    assessments: Dict[str, pd.DataFrame]
    findings: Mapping[str, Findings]
    references: Optional[pd.DataFrame]
    deliveries: Sequence[Dict[str, object]] = ()
    checks: Optional[pd.DataFrame] = None
    atoms: Optional[AtomCounts] = None


class MonitorFile:
    """The monitor file at ``path``; nothing is opened before it is needed.

    Args:
        at_once: for the thread of the window, which must not wait: another's save is waited for a
            quarter of a second, and a large file is looked through for damage by the next task, not
            here.
    """

    def __init__(self, path: "str | Path", at_once: bool = False):
        self.path = Path(path)
        self._at_once = at_once

    @property
    def _seconds(self) -> float:
        return WAIT_AT_ONCE if self._at_once else WAIT_SECONDS

    @property
    def is_small(self) -> bool:
        """Is it there, and so small that reading it holds nobody up?"""
        try:
            return self.path.stat().st_size <= access.SMALL_BYTES
        except OSError:  # whoever reads it is told
            return True

    def clear_strays(self, older_than: float = strays.SECONDS_KEPT) -> None:
        """Take away what saves that were killed left beside the file, ``older_than`` seconds
        ago."""
        transaction.clear_strays(self.path, older_than)

    def changing(self) -> ContextManager[sqlite3.Connection]:
        """A connection whose changes come whole or not at all (``transaction.changing``); raises
        ``StoreError``."""
        return transaction.changing(self.path, self._seconds, self._at_once)

    def reading(self) -> ContextManager[sqlite3.Connection]:
        """A connection to read by (``transaction.reading``); raises ``StoreError``."""
        return transaction.reading(self.path, self._seconds, self._at_once)

    def check_there(self) -> None:
        """Raise ``StoreError`` where there is no such file."""
        access.check_there(self.path)

    def check_writable(self) -> None:
        """Raise ``StoreError`` when nothing could be saved here; leaves no trace, and changes
        nothing."""
        transaction.check_writable(self.path, self._seconds, self._at_once)

    def save_area_sets(self, area_sets: "List[AreaSet]") -> None:
        """Keep ``area_sets``; a set with the same id is replaced.

        Raises:
            StoreError: the file cannot be written; nothing is changed then.
        """
        with self.changing() as connection:
            write_area_sets(connection, area_sets)

    def save_run(self, run: Run, area_sets: "List[AreaSet]") -> int:
        """Keep ``run`` with the areas it counted; of each area set the newest run and the one
        before stay.

        Returns:
            The number of the run.
        Raises:
            StoreError: the file cannot be written; nothing is changed then.
        """
        with self.changing() as connection:
            number = connection.execute("SELECT coalesce(max(run), 0) + 1 FROM runs").fetchone()[0]
            write_area_sets(connection, area_sets)
            created = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
            about = {
                **run.about,
                "run": number,
                "created": created,
                "schema_version": schema.VERSION,
            }
            _append(connection, "runs", pd.DataFrame([about]))
            for identifier, table in run.observations.items():
                _append(connection, "observations", table.assign(run=number, area_set=identifier))
            for identifier, table in run.assessments.items():
                _append(connection, "assessments", table.assign(run=number, area_set=identifier))
            if run.references is not None:
                _append(connection, "reference_values", run.references.assign(run=number))
            _append(connection, "findings", _findings_table(run.findings).assign(run=number))
            if run.deliveries:
                _append(
                    connection, "deliveries", pd.DataFrame(list(run.deliveries)).assign(run=number)
                )
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
        """Keep the ``records`` of what came, without counting; raises ``StoreError``, changing
        nothing."""
        with self.changing() as connection:
            _append(connection, "deliveries", pd.DataFrame(list(records)))

    def save_receipt(self, rows: pd.DataFrame) -> None:
        """Keep the ``rows`` of a receipt (``geofa.sending.RECEIPT_COLUMNS``); raises
        ``StoreError``."""
        with self.changing() as connection:
            _append(connection, "receipts", rows)

    def receipts(self) -> pd.DataFrame:
        """Everything ever sent to GeoFA, the newest sending first; columns of ``receipts``."""
        columns = list(schema.column_names("receipts"))
        with self.reading() as connection:
            if not has(connection, "receipts"):
                return pd.DataFrame(columns=columns)
            return read_table(
                connection, "receipts", "SELECT * FROM receipts ORDER BY time DESC, fid", whole=True
            )[columns]

    def area_sets(self) -> pd.DataFrame:
        """The kept area sets: the columns of ``area_sets`` and ``areas``, the number of areas."""
        with self.reading() as connection:
            return read_table(
                connection,
                "area_sets",
                "SELECT area_set, name, kind, municipality, theme, source, retrieved, "
                "licence, (SELECT count(*) FROM areas a WHERE a.area_set = s.area_set) AS areas "
                "FROM area_sets s",
            )

    def area_names(self) -> List[Tuple[str, str, str, str]]:
        """(area set, its name, area, its name) of every area kept, without geometry."""
        with self.reading() as connection:
            table = read_table(
                connection,
                "areas",
                "SELECT s.area_set, s.name AS set_name, a.area_id, a.name FROM areas a "
                "JOIN area_sets s ON s.area_set = a.area_set ORDER BY a.fid",
            )
        return list(table.itertuples(index=False, name=None))

    def load_area_set(self, identifier: str) -> AreaSet:
        """The kept area set ``identifier``; raises ``StoreError`` when it is not there."""
        with self.reading() as connection:
            found = read_area_set(connection, identifier)
        if found is None:
            raise StoreError(
                tr(
                    "The monitor file {file} has no area set {name}.",
                    file=str(self.path),
                    name=identifier,
                ),
                tr("Load the districts again."),
            )
        return found

    def newest_run(self) -> int:
        """The number of the newest run, 0 where nothing was counted."""
        with self.reading() as connection:
            return newest_run(connection)

    def newest_observations(self, area_set: str, indicators: Sequence[str] = ()) -> pd.DataFrame:
        """The observations of the newest run of ``area_set`` that are not broken down by a facet;
        of ``indicators`` alone where some are named."""
        wanted = json.dumps(list(indicators))
        with self.reading() as connection:
            return read_table(
                connection,
                "observations",
                "SELECT area_id, period, indicator, numerator, denominator, value, persons FROM "
                "observations "
                "WHERE area_set = ? AND coalesce(facet, '') = '' "
                "AND run = (SELECT max(run) FROM observations WHERE area_set = ?) "
                "AND (? = '[]' OR indicator IN (SELECT value FROM json_each(?))) ORDER BY fid",
                (area_set, area_set, wanted, wanted),
            )

    def newest_references(self) -> Optional[pd.DataFrame]:
        """The reference values of the newest run: ``level``, ``code``, ``period``, ``indicator``,
        ``value``; None where it had none."""
        with self.reading() as connection:
            table = read_table(
                connection,
                "reference_values",
                "SELECT level, code, period, indicator, value FROM reference_values "
                "WHERE run = (SELECT max(run) FROM runs) ORDER BY fid",
            )
        return table if len(table) else None

    def newest_atoms(self, indicators: Sequence[str] = ()) -> Optional[AtomCounts]:
        """The sums by atom of the newest run, of ``indicators`` alone where some are named; None
        where an earlier version counted it, which kept none."""
        with self.reading() as connection:
            atoms = read_atoms(connection, newest_run(connection), indicators)
        return atoms if atoms is not None and atoms.values else None

    def counted_periods(self, run: int) -> List[str]:
        """The periods whose sums by atom ``run`` kept, ascending; no figure is read.

        Raises:
            StoreError: the run's sums by atom are not in the file: it was made by an earlier
                version.
        """
        with self.reading() as connection:
            periods = read_periods(connection, run)
        if not periods:
            raise self._without_atoms()
        return periods

    def counted(
        self, run: int, periods: Sequence[str] = ()
    ) -> Tuple[AtomCounts, Dict[str, pd.DataFrame]]:
        """What ``run`` counted: the sums by atom, and area set id → observations; those broken down
        by a facet as indicators of their own (``catalogue.parts``). Of ``periods`` alone where some
        are named.

        Raises:
            StoreError: the run's sums by atom are not in the file: it was made by an earlier
                version.
        """
        wanted = json.dumps(list(periods))
        with self.reading() as connection:
            atoms = read_atoms(connection, run, periods=periods)
            if atoms is None or not atoms.values:
                raise self._without_atoms()
            table = read_table(
                connection,
                "observations",
                "SELECT * FROM observations WHERE run = ? "
                "AND (? = '[]' OR period IN (SELECT value FROM json_each(?))) ORDER BY fid",
                (run, wanted, wanted),
                whole=True,
            )
            table["indicator"] = [
                part_id(indicator, facet, group) if facet else indicator
                for indicator, facet, group in zip(
                    table["indicator"], table["facet"].fillna(""), table["facet_value"]
                )
            ]
        table = table[
            [
                (period, name) in atoms.values or not is_part(name)
                for period, name in zip(table["period"], table["indicator"])
            ]
        ]
        return atoms, {
            name: part.reset_index(drop=True)
            for name, part in table.groupby("area_set", sort=False)
        }

    def _without_atoms(self) -> StoreError:
        return StoreError(
            tr(
                "The monitor file {file} was counted by an earlier version, which kept no building "
                "blocks for "
                "disclosure control.",
                file=str(self.path),
            ),
            tr("Compute again."),
        )

    def deliveries(self) -> pd.DataFrame:
        """Every delivery ever counted: the columns of ``deliveries``, the newest first."""
        with self.reading() as connection:
            if not has(connection, "deliveries"):
                return pd.DataFrame(columns=list(schema.column_names("deliveries")))
            return read_table(
                connection,
                "deliveries",
                "SELECT * FROM deliveries ORDER BY received DESC, register, period DESC",
                whole=True,
            )[[*schema.column_names("deliveries")[1:], "run"]]

    def newest_assessments(self, area_set: str) -> pd.DataFrame:
        """The assessments of the newest run of ``area_set``, with the areas' names."""
        with self.reading() as connection:
            return read_table(
                connection,
                "assessments",
                "SELECT s.*, a.name FROM assessments s JOIN areas a "
                "ON a.area_set = s.area_set AND a.area_id = s.area_id WHERE s.area_set = ? "
                "AND s.run = (SELECT max(run) FROM assessments WHERE area_set = ?) ORDER BY s.fid",
                (area_set, area_set),
                whole=True,
            )


def _findings_table(findings: Mapping[str, Findings]) -> pd.DataFrame:
    rows = []
    for register, found in findings.items():
        rows += [(register, "", period, "rows", count) for period, count in found.rows.items()]
        rows += [
            (register, s, period, "placed", count) for (s, period), count in found.placed.items()
        ]
        rows += [
            (register, s, period, reason, count)
            for (s, period, reason), count in found.unplaced.items()
        ]
        rows += [
            (register, "", period, f"missing {column}", count)
            for (period, column), count in found.missing.items()
        ]
        rows += [
            (register, "", period, "by_house", count) for period, count in found.by_house.items()
        ]
        rows += [
            (register, "", period, "by_zeros", count) for period, count in found.by_zeros.items()
        ]
        rows += [
            (register, "", "", f"unreadable {column}", count)
            for column, count in found.unreadable.items()
        ]
        rows += [
            (register, "", "", f"told {p.reason} {p.role}".strip(), p.rows) for p in found.told
        ]
        rows += [
            (
                register,
                "",
                ", ".join(r.periods),
                " ".join(filter(None, (r.check, r.field, r.file))),
                r.rows,
            )
            for r in found.repeats
        ]
    return pd.DataFrame(rows, columns=["register", "area_set", "period", "finding", "persons"])


def _append(connection: sqlite3.Connection, table: str, rows: pd.DataFrame) -> None:
    columns = [column for column in schema.column_names(table) if column in rows]
    rows[columns].to_sql(table, connection, if_exists="append", index=False)

"""The additions to the monitor file: each one counting, kept with the areas it counted, and taken
back again."""

from __future__ import annotations

import datetime
import json
import sqlite3
from dataclasses import dataclass, field
from typing import Callable, Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ...areas.area_set import AreaSet
from ...catalogue.protection.parts import is_part, part_id
from ...errors import InputError, StoreError
from ...i18n import tr
from ...measures.atom_counts import AtomCounts
from ...measures.findings import Findings
from ..deliveries import Record
from ..figures.blocks import KEY, REGISTER
from ..figures.parts import undo_figures, write_figures
from ..figures.rows import read_observations, read_parts
from ..form import schema
from ..form.tables import append, read_table
from ..opening.database import Database
from ..settings import VINTAGES_KEPT, setting
from .area_changes import change_area_sets, take_areas_back
from .atoms import forget_atoms, read_atoms, read_periods
from .completing import Completing, keep_with_atoms
from .findings import findings_table
from .given import only_new
from .halves import forget_halves
from .judged_before import judged_before, keep_judged_before
from .judged_boundaries import in_their_boundaries
from .late import given_by, other_years
from .reader import Reader
from .retention import forget_vintages
from .standing import newest_not_undone

FORGET_OF_RUN = (
    "DELETE FROM reference_values WHERE run = ?",
    "DELETE FROM findings WHERE run = ?",
    "DELETE FROM checks WHERE run = ?",
    "DELETE FROM list_history WHERE run = ?",
    "DELETE FROM judged_before WHERE run = ?",
    "DELETE FROM atom_counts WHERE run = ?",
    "DELETE FROM halves WHERE run = ?",
    "DELETE FROM concentrations WHERE run = ?",
)
"""What belongs to one addition and goes with it; what was delivered stays on record."""
FORGET_JUDGED = {
    "assessments": (
        "DELETE FROM assessments WHERE area_set = ? "
        "AND period NOT IN (SELECT value FROM json_each(?))",
        "DELETE FROM assessments WHERE area_set = ? AND period IN (SELECT value FROM json_each(?))",
    ),
    "lists": (
        "DELETE FROM lists WHERE area_set = ? AND period NOT IN (SELECT value FROM json_each(?))",
        "DELETE FROM lists WHERE area_set = ? AND period IN (SELECT value FROM json_each(?))",
    ),
}
"""What is said of other periods than those named, and of them."""
FORGET_EMPTY = (
    "DELETE FROM assessments WHERE area_set NOT IN (SELECT area_set FROM parts WHERE in_force = 1)",
    "DELETE FROM lists WHERE area_set NOT IN (SELECT area_set FROM parts WHERE in_force = 1)",
)
"""What is said of area sets that there are no figures of any more."""


@dataclass(frozen=True)
class Run:
    """One addition, as the monitor file keeps it.

    Attributes:
        about: the columns of ``runs`` that the store does not know itself.
        observations: area set id → table, ``observations.COLUMNS`` (and ``facet``,
            ``facet_value``, ``source``).
        findings: by register.
        references: columns of ``reference_values`` without ``run``; None where there are none.
        deliveries: records of what came (kept for ever).
        checks: the self-check gone on from, columns of ``checks`` without ``run``.
        atoms: the sums by atom.
        definitions: indicator → digest of its definition.
        history: (area, list year) → category of earlier lists.
        first_source: the source that goes before the other, ``parts.REGISTER`` or ``FIGURES``.
    """

    about: Mapping[str, object]
    observations: Mapping[str, pd.DataFrame]
    findings: Mapping[str, Findings]
    references: Optional[pd.DataFrame] = None
    deliveries: Sequence[Record] = ()
    checks: Optional[pd.DataFrame] = None
    atoms: Optional[AtomCounts] = None
    definitions: Mapping[str, str] = field(default_factory=dict)
    history: Mapping[Tuple[str, int], str] = field(default_factory=dict)
    first_source: str = REGISTER


@dataclass(frozen=True)
class Judged:
    """What is judged anew: area set id → the assessments of whole periods (all columns of
    ``assessments`` but ``run``, ``area_set`` and ``area``), and → of whole lists; and by which
    choices (columns of ``runs``). ``periods`` and ``list_periods`` are those that an area set has
    assessments and lists of at all: others go."""

    assessments: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    lists: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    choices: Mapping[str, object] = field(default_factory=dict)
    periods: Mapping[str, Sequence[str]] = field(default_factory=dict)
    list_periods: Mapping[str, Sequence[str]] = field(default_factory=dict)


Judge = Callable[[Reader, Mapping[str, Sequence[str]]], Judged]
"""Judges what the figures in force now say, given the periods of each area set whose figures, or
what they are held against, changed."""


def nothing_judged(reader: Reader, changed: Mapping[str, Sequence[str]]) -> Judged:
    """A ``Judge`` of figures that are no law's."""
    return Judged()


def newest_run(connection: sqlite3.Connection) -> int:
    """The number of the newest addition, 0 where nothing was added."""
    return int(connection.execute("SELECT coalesce(max(run), 0) FROM runs").fetchone()[0])


class Runs:
    """The additions in one monitor file."""

    def __init__(self, database: Database):
        self._database = database

    def save(
        self,
        run: Run,
        area_sets: Sequence[AreaSet],
        judge: Judge = nothing_judged,
        completing: Optional[Completing] = None,
    ) -> int:
        """Add ``run`` with the areas it counted, the rates that ``completing`` makes of it and of
        what was there, and what ``judge`` then says, in one transaction.

        Returns:
            The number of the addition.
        Raises:
            StoreError: the file cannot be written; nothing is changed then.
        """
        created = _now()
        with self._database.changing() as connection:
            number = newest_run(connection) + 1
            about = {
                **run.about,
                "run": number,
                "created": created,
                "schema_version": schema.VERSION,
            }
            about["areas_changed"] = change_area_sets(connection, area_sets)
            others = other_years(Reader(connection).history(), run.history)
            run = only_new(run, Reader(connection))
            if run.references is not None:
                others = [*others, *sorted(set(run.references["period"]))]
            for table, rows in (("runs", pd.DataFrame([about])), *_tables(run)):
                append(connection, table, rows.assign(run=number))
            run = keep_with_atoms(connection, number, run, area_sets, completing)
            for area_set, observations in run.observations.items():
                write_figures(
                    connection, number, area_set, observations, run.definitions, run.first_source
                )
            changed = {
                area_set: sorted(set(table["period"]))
                for area_set, table in run.observations.items()
            }
            reader = Reader(connection)
            told = {name: [*changed.get(name, ()), *others] for name in reader.area_sets()}
            judged = judge(reader, told)
            keep_judged_before(connection, number, judged.assessments)
            _keep_judged(connection, number, judged)
            periods = sorted({period for every in changed.values() for period in every})
            forget_atoms(connection, forget_vintages(connection, periods))
            forget_halves(connection, periods, int(setting(connection, VINTAGES_KEPT)))
        return number

    def undo(self, judge: Judge = nothing_judged, wanted: int = 0) -> Dict[str, List[str]]:
        """Take the newest addition back: what it replaced is in force again, and ``judge`` says
        what that means. That it was there, and when it was undone, stays on record.

        Args:
            wanted: the number of the addition that somebody was shown; 0 where nobody was.

        Returns:
            Area set id → the periods whose figures changed.
        Raises:
            InputError: there is nothing to take back, or the newest is another than ``wanted``.
            StoreError: nothing is changed then.
        """
        with self._database.changing() as connection:
            number = newest_not_undone(connection)
            if not number:
                raise InputError(
                    tr("There is no addition to take back."), tr("Add a period first.")
                )
            if wanted and number != wanted:
                raise InputError(
                    tr("The newest addition is another than the one shown."),
                    tr("Look at what will be taken back once more."),
                )
            changed, others = undo_figures(connection, number), given_by(connection, number)
            for statement in FORGET_OF_RUN:
                connection.execute(statement, (number,))
            connection.execute("UPDATE runs SET undone = ? WHERE run = ?", (_now(), number))
            take_areas_back(connection, number)
            reader = Reader(connection)
            told = {name: [*changed.get(name, ()), *others] for name in reader.area_sets()}
            _keep_judged(connection, number, judge(reader, told))
            for statement in FORGET_EMPTY:
                connection.execute(statement)
        return changed

    def all(self) -> pd.DataFrame:
        """Every addition, the newest first: the columns of ``runs``, and ``periods``, ``first`` and
        ``last``: how many it brought, and from when to when."""
        with self._database.reading() as connection:
            table = read_table(
                connection, "runs", "SELECT * FROM runs ORDER BY run DESC", whole=True
            )
            spans = pd.DataFrame(
                connection.execute(
                    "SELECT run, count(DISTINCT period), min(period), max(period) "
                    "FROM parts GROUP BY run"
                ).fetchall(),
                columns=["run", "periods", "first", "last"],
            )
        return table.merge(spans, on="run", how="left").fillna(
            {"periods": 0, "first": "", "last": "", "undone": ""}
        )

    def revisions(self, run: int = 0, area_set: str = "") -> pd.DataFrame:
        """What the additions changed in figures that were there and are not broken down (of ``run``
        and ``area_set`` alone where they are named): the columns of ``revisions``, and the
        ``vintage`` (ISO date) of what was changed; the newest first."""
        with self._database.reading() as connection:
            return read_table(
                connection,
                "revisions",
                "SELECT r.*, p.vintage FROM revisions r LEFT JOIN parts p ON p.fid = r.before "
                "WHERE ? IN (0, r.run) AND ? IN ('', r.area_set) "
                "AND coalesce(p.facet, '') = '' ORDER BY r.run DESC, r.fid",
                (run, area_set),
                whole=True,
            )

    def judged_before(self, run: int, area_set: str) -> pd.DataFrame:
        """What ``run`` judged otherwise in the newest period judged before it: the columns of
        ``assessments`` as they stood, of the areas it changed."""
        with self._database.reading() as connection:
            return judged_before(connection, run, area_set)

    def newest(self) -> int:
        """The number of the newest addition that is not undone, 0 where there is none."""
        with self._database.reading() as connection:
            return newest_not_undone(connection)

    def periods(self, like: str = "") -> List[str]:
        """The periods whose sums by atom are kept, ascending; those alone that were counted in the
        same boundaries as the period ``like`` where it is named. No figure is read.

        Raises:
            StoreError: there are none: the file was made by an earlier version.
        """
        with self._database.reading() as connection:
            periods = read_periods(connection, like)
        if not periods:
            raise self._without_atoms()
        return periods

    def counted(
        self, periods: Sequence[str] = (), like: str = ""
    ) -> Tuple[AtomCounts, Dict[str, pd.DataFrame]]:
        """What is in force: the sums by atom, and area set id → observations; those broken down by
        a facet as indicators of their own (``catalogue.parts``). Of ``periods`` alone where some
        are named, in the boundaries of the period ``like`` (the newest where empty).

        Raises:
            StoreError: the sums by atom are not in the file: it was made by an earlier version.
        """
        with self._database.reading() as connection:
            atoms = read_atoms(connection, periods=periods, like=like)
            if atoms is None:
                raise self._without_atoms()
            return atoms, {
                name: _of_area_set(connection, name, atoms, periods) for name in atoms.area_ids
            }

    def _without_atoms(self) -> StoreError:
        return StoreError(
            tr(
                "The monitor file {file} was counted by an earlier version, which kept no building "
                "blocks for disclosure control.",
                file=str(self._database.path),
            ),
            tr("Compute again."),
        )


def _now() -> str:
    return datetime.datetime.now().astimezone().isoformat(timespec="seconds")


def _tables(run: Run) -> List[Tuple[str, pd.DataFrame]]:
    """(table of the file, its rows) of what is kept as it is."""
    tables = [("findings", findings_table(run.findings))]
    if run.references is not None:
        tables.append(("reference_values", run.references))
    if run.deliveries:
        tables.append(("deliveries", pd.DataFrame(list(run.deliveries))))
    if run.checks is not None and len(run.checks):
        tables.append(("checks", run.checks))
    if run.history:
        rows = [(area, year, category) for (area, year), category in run.history.items()]
        tables.append(("list_history", pd.DataFrame(rows, columns=["area_id", "year", "category"])))
    return tables


def _keep_judged(connection: sqlite3.Connection, run: int, judged: Judged) -> None:
    """Put what was ``judged`` in the place of what stood there of the same periods."""
    for table, periods, found in (
        ("assessments", judged.periods, judged.assessments),
        ("lists", judged.list_periods, judged.lists),
    ):
        forget_others, forget_same = FORGET_JUDGED[table]
        for area_set, kept in periods.items():
            connection.execute(forget_others, (area_set, json.dumps(list(kept))))
        for area_set, rows in found.items():
            if len(rows):
                same = json.dumps(sorted(set(rows["period"])))
                connection.execute(forget_same, (area_set, same))
                append(connection, table, in_their_boundaries(connection, area_set, rows, run))
    if judged.choices:
        connection.execute("DELETE FROM settings WHERE name = ?", (schema.JUDGED_AS,))
        connection.execute(
            "INSERT INTO settings (name, value) VALUES (?, ?)",
            (schema.JUDGED_AS, json.dumps(dict(judged.choices))),
        )


def _of_area_set(
    connection: sqlite3.Connection, area_set: str, atoms: AtomCounts, periods: Sequence[str]
) -> pd.DataFrame:
    """The observations of one area set; a part by a facet only where its sums by atom were kept,
    for disclosure control must know what every number is made of."""
    parts = read_parts(connection, area_set, periods=periods)
    table = read_observations(connection, parts, todays_areas=False)
    place = {area_id: n for n, area_id in enumerate(atoms.area_ids[area_set])}
    table = table[table["area_id"].isin(list(place))]
    of_part = table.groupby(list(KEY), sort=False, dropna=False).ngroup().to_numpy()
    table = table.iloc[np.lexsort((table["area_id"].map(place).to_numpy(dtype="int64"), of_part))]
    indicators = [
        part_id(indicator, facet, group) if facet else indicator
        for indicator, facet, group in zip(
            table["indicator"], table["facet"].fillna(""), table["facet_value"]
        )
    ]
    table = table.assign(indicator=indicators, area_set=area_set)
    known = [
        (period, name) in atoms.values or not is_part(name)
        for period, name in zip(table["period"], indicators)
    ]
    return table[known].reset_index(drop=True)

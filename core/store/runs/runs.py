"""The runs: each one counting and judging, kept with the areas it counted."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import pandas as pd

from ...areas.area_set import AreaSet
from ...catalogue.protection.parts import is_part, part_id
from ...errors import StoreError
from ...i18n import tr
from ...measures.atom_counts import AtomCounts
from ...measures.findings import Findings
from ..areas import write_area_sets
from ..deliveries import Record
from ..form import schema
from ..form.tables import append, read_table
from ..opening.database import Database
from .atoms import read_atoms, read_periods, write_atoms
from .findings import findings_table
from .in_force import newest_run
from .retention import forget_old


@dataclass(frozen=True)
class Run:
    """One counting and judging, as the monitor file keeps it.

    Attributes:
        about: the columns of ``runs`` that the store does not know itself.
        observations, assessments: area set id → table, the columns of ``schema.TABLES`` without
            ``run`` and ``area_set``.
        findings: by register.
        references: columns of ``reference_values`` without ``run``; None where there are none.
        deliveries: records of what came (kept for ever).
        checks: the self-check gone on from, columns of ``checks`` without ``run``.
        atoms: the sums by atom.
    """

    about: Mapping[str, object]
    observations: Mapping[str, pd.DataFrame]
    assessments: Mapping[str, pd.DataFrame]
    findings: Mapping[str, Findings]
    references: Optional[pd.DataFrame]
    deliveries: Sequence[Record] = ()
    checks: Optional[pd.DataFrame] = None
    atoms: Optional[AtomCounts] = None


class Runs:
    """The runs in one monitor file."""

    def __init__(self, database: Database):
        self._database = database

    def save(self, run: Run, area_sets: Sequence[AreaSet]) -> int:
        """Keep ``run`` with the areas it counted; what grows too old goes
        (``retention.forget_old``).

        Returns:
            The number of the run.
        Raises:
            StoreError: the file cannot be written; nothing is changed then.
        """
        created = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
        with self._database.changing() as connection:
            number = newest_run(connection) + 1
            about = {
                **run.about,
                "run": number,
                "created": created,
                "schema_version": schema.VERSION,
            }
            write_area_sets(connection, area_sets)
            for table, rows in (("runs", pd.DataFrame([about])), *_tables(run)):
                append(connection, table, rows.assign(run=number))
            if run.atoms is not None:
                write_atoms(connection, number, run.atoms)
            forget_old(connection, run.observations)
        return number

    def newest(self) -> int:
        """The number of the newest run, 0 where nothing was counted."""
        with self._database.reading() as connection:
            return newest_run(connection)

    def periods(self, run: int) -> List[str]:
        """The periods whose sums by atom ``run`` kept, ascending; no figure is read.

        Raises:
            StoreError: the run's sums by atom are not in the file: it was made by an earlier
                version.
        """
        with self._database.reading() as connection:
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
        with self._database.reading() as connection:
            atoms = read_atoms(connection, run, periods=periods)
            if atoms is None:
                raise self._without_atoms()
            table = read_table(
                connection,
                "observations",
                "SELECT * FROM observations WHERE run = ? "
                "AND (? = '[]' OR period IN (SELECT value FROM json_each(?))) ORDER BY fid",
                (run, wanted, wanted),
                whole=True,
            )
            return atoms, _by_area_set(table, atoms)

    def _without_atoms(self) -> StoreError:
        return StoreError(
            tr(
                "The monitor file {file} was counted by an earlier version, which kept no building "
                "blocks for disclosure control.",
                file=str(self._database.path),
            ),
            tr("Compute again."),
        )


def _tables(run: Run) -> List[Tuple[str, pd.DataFrame]]:
    """(table of the file, its rows) of what is kept as it is."""
    tables = [("observations", rows.assign(area_set=s)) for s, rows in run.observations.items()]
    tables += [("assessments", rows.assign(area_set=s)) for s, rows in run.assessments.items()]
    if run.references is not None:
        tables.append(("reference_values", run.references))
    tables.append(("findings", findings_table(run.findings)))
    if run.deliveries:
        tables.append(("deliveries", pd.DataFrame(list(run.deliveries))))
    if run.checks is not None and len(run.checks):
        tables.append(("checks", run.checks))
    return tables


def _by_area_set(table: pd.DataFrame, atoms: AtomCounts) -> Dict[str, pd.DataFrame]:
    """Area set id → its observations; a part by a facet only where its sums by atom were kept, for
    disclosure control must know what every number is made of."""
    indicators = [
        part_id(indicator, facet, group) if facet else indicator
        for indicator, facet, group in zip(
            table["indicator"], table["facet"].fillna(""), table["facet_value"]
        )
    ]
    table = table.assign(indicator=indicators)
    known = [
        (period, name) in atoms.values or not is_part(name)
        for period, name in zip(table["period"], indicators)
    ]
    return {
        str(name): part.reset_index(drop=True)
        for name, part in table[known].groupby("area_set", sort=False)
    }

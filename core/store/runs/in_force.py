"""What is in force: of every period the newest figures, whichever addition brought them.

Nobody else asks which addition a figure is to be taken from.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import Any, Dict, Iterator, List, Optional, Sequence, Tuple

import pandas as pd

from ...measures.atom_counts import AtomCounts
from ..opening.database import Database
from .atoms import read_atoms
from .reader import Reader


class InForce:
    """The figures in force in one monitor file."""

    def __init__(self, database: Database):
        self._database = database

    @contextmanager
    def _reader(self) -> Iterator[Reader]:
        with self._database.reading() as connection:
            yield Reader(connection)

    def observations(
        self,
        area_set: str,
        indicators: Sequence[str] = (),
        periods: Sequence[str] = (),
        gone: bool = False,
    ) -> pd.DataFrame:
        """The observations of ``area_set`` that are not broken down by a facet, of ``indicators``
        and ``periods`` alone where some are named.

        Args:
            gone: those of areas that there are no more, too.
        Returns:
            ``area_id``, ``period``, ``indicator``, ``numerator`` and ``denominator`` (in what the
            indicator counts), ``value`` (in its unit), ``persons``, ``households``, ``status``,
            ``vintage`` (ISO date), ``source``, ``area`` (its key): by period, by indicator in the
            catalogue's order, by area in the set's.
        """
        with self._reader() as reader:
            return reader.observations(area_set, indicators, periods, gone)

    def earlier(self, area_set: str, indicator: str) -> pd.DataFrame:
        """The figures of ``indicator`` that were in force before those that are, as far as they are
        kept: the columns of ``observations``, by period, the oldest vintage first."""
        with self._reader() as reader:
            return reader.earlier(area_set, indicator)

    def held(self, area_set: str) -> pd.DataFrame:
        """What there is of ``area_set``: a row of ``indicator`` and ``period`` for each two that
        have observations in force, by indicator and period; no figure is read."""
        with self._reader() as reader:
            table = reader.parts(area_set)[["indicator", "period"]].drop_duplicates()
        return table.sort_values(["indicator", "period"], ignore_index=True)

    def periods(self, area_set: str, indicators: Sequence[str] = ()) -> Dict[str, List[str]]:
        """Indicator → its periods in ``area_set``, ascending; no figure is read."""
        with self._reader() as reader:
            return reader.periods(area_set, indicators)

    def parts(self, area_set: str, indicators: Sequence[str] = ()) -> pd.DataFrame:
        """What is known of every series of ``area_set`` without its figures: ``period``,
        ``indicator``, ``run``, ``source``, ``vintage``, ``definition`` (another text where the
        definition changed), ``areas``, ``total``, ``persons``."""
        with self._reader() as reader:
            return reader.parts(area_set, indicators)

    def assessments(self, area_set: str, period: str = "") -> pd.DataFrame:
        """The assessments of ``area_set``, of ``period`` alone where it is named: the columns of
        ``assessments``, and the areas' ``name``."""
        with self._reader() as reader:
            return reader.assessments(area_set, period)

    def judged(self, area_set: str) -> List[str]:
        """The periods that there are assessments of in ``area_set``, ascending."""
        with self._reader() as reader:
            return reader.judged(area_set)

    def levels(self, area_set: str) -> pd.DataFrame:
        """The risk levels of ``area_set`` in every period: ``area_id``, ``period``, ``risk_level``,
        by period."""
        with self._reader() as reader:
            return reader.levels(area_set)

    def judged_as(self) -> Dict[str, Any]:
        """How the assessments were judged (columns of ``runs``); empty where that is not known."""
        with self._reader() as reader:
            return reader.judged_as()

    def history(self) -> Dict[Tuple[str, int], str]:
        """(area, list year) → category of the earlier lists that the file was given."""
        with self._reader() as reader:
            return reader.history()

    def knows_residents(self) -> bool:
        """Are the residents of any judged area known?"""
        with self._reader() as reader:
            return reader.knows_residents()

    def lists(self, area_set: str) -> pd.DataFrame:
        """The assessments of ``area_set`` by the law's own dates, list by list: the columns of
        ``lists``, and the areas' ``name``."""
        with self._reader() as reader:
            return reader.lists(area_set)

    def references(self) -> Optional[pd.DataFrame]:
        """The reference values: ``level``, ``code``, ``period``, ``indicator``, ``value`` (in the
        indicator's unit), ``persons`` (that it is the mean of); None where there are none."""
        with self._reader() as reader:
            return reader.references()

    def atoms(self, indicators: Sequence[str] = (), like: str = "") -> Optional[AtomCounts]:
        """The sums by atom, of ``indicators`` alone where some are named, of the periods counted in
        the boundaries of the period ``like`` (the newest where empty, or where it has none); None
        where an earlier version counted, which kept none."""
        with self._database.reading() as connection:
            return read_atoms(connection, indicators, like=like)

"""What an addition gives besides figures, which may bear on periods that were judged before it."""

from __future__ import annotations

import sqlite3
from typing import List, Mapping, Tuple

from ...periods import year_text

PERIODS_OF_REFERENCES = "SELECT DISTINCT period FROM reference_values WHERE run = ?"


def other_years(
    before: Mapping[Tuple[str, int], str], given: Mapping[Tuple[str, int], str]
) -> List[str]:
    """The years of which the lists ``given`` say something else than those ``before``."""
    return sorted(
        {year_text(key[1]) for key, category in given.items() if before.get(key) != category}
    )


def given_by(connection: sqlite3.Connection, run: int) -> List[str]:
    """The periods that an addition gave reference values and earlier lists of."""
    periods = {period for (period,) in connection.execute(PERIODS_OF_REFERENCES, (run,))}
    years = connection.execute("SELECT DISTINCT year FROM list_history WHERE run = ?", (run,))
    return sorted(periods | {year_text(year) for (year,) in years})

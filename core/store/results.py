"""What the window shows of the newest run, read in one go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, List, Optional, Sequence

import pandas as pd

from .monitor_file import MonitorFile
from .runs.standing import Addition, newest_addition, periods_there


@dataclass(frozen=True)
class Results:
    """The kept indices' ids, area set id → name, and area set id → assessments
    (``InForce.assessments``) where there are any; the periods that the file has figures of,
    judged or not, and its newest addition."""

    indices: List[str] = field(default_factory=list)
    set_names: Dict[str, str] = field(default_factory=dict)
    tables: Dict[str, pd.DataFrame] = field(default_factory=dict)
    periods: List[str] = field(default_factory=list)
    newest: Optional[Addition] = None

    @property
    def judged(self) -> List[str]:
        """The periods that there are assessments of, ascending."""
        return sorted({p for table in self.tables.values() for p in table["period"].unique()})


def read_results(store: MonitorFile, area_sets: Sequence[str]) -> Results:
    """The results of the ``area_sets`` that ``store`` has; raises ``StoreError``."""
    names = store.areas.sets().set_index("area_set")["name"].to_dict()
    tables = {
        identifier: store.in_force.assessments(identifier)
        for identifier in area_sets
        if identifier in names
    }
    return Results(
        store.indices.definitions()["index_id"].tolist(),
        names,
        {identifier: table for identifier, table in tables.items() if len(table)},
        periods_there(store),
        newest_addition(store),
    )

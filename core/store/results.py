"""What the window shows of the newest run, read in one go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, List, Optional, Sequence

from .monitor_file import MonitorFile
from .runs.standing import Addition, newest_addition, periods_there


@dataclass(frozen=True)
class Results:
    """What the window is told of a monitor file when it is opened; assessments are read when they
    are shown (``InForce.assessments``).

    Attributes:
        indices: the kept indices' ids, the newest first.
        set_names: area set id → name.
        judged: area set id → the periods there are assessments of, ascending, where there are any.
        residents: are the residents of any judged area known?
        periods: the periods that the file has figures of, judged or not.
        newest: the newest addition.
    """

    indices: List[str] = field(default_factory=list)
    set_names: Dict[str, str] = field(default_factory=dict)
    judged: Dict[str, List[str]] = field(default_factory=dict)
    residents: bool = False
    periods: List[str] = field(default_factory=list)
    newest: Optional[Addition] = None

    @property
    def judged_periods(self) -> List[str]:
        """The periods that there are assessments of in any area set, ascending."""
        return sorted({period for periods in self.judged.values() for period in periods})


def read_results(store: MonitorFile, area_sets: Sequence[str]) -> Results:
    """The results of the ``area_sets`` that ``store`` has; raises ``StoreError``."""
    names = store.areas.sets().set_index("area_set")["name"].to_dict()
    judged = {one: store.in_force.judged(one) for one in area_sets if one in names}
    return Results(
        indices=store.indices.definitions()["index_id"].tolist(),
        set_names=names,
        judged={one: periods for one, periods in judged.items() if periods},
        residents=store.in_force.knows_residents(),
        periods=periods_there(store),
        newest=newest_addition(store),
    )

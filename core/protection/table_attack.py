"""A finished table attacked as it is: does it tell what must not be known?"""

from __future__ import annotations

from typing import Collection, Sequence

from ..catalogue.indicators.definitions import Indicator
from ..catalogue.protection.rules import Profile
from ..i18n import tr
from ..measures.atom_counts import AtomCounts
from ..progress import Progress, checkpoint
from .methods.protected import Protected
from .methods.suppression import attack_shown
from .period_systems import PeriodSystems, was_counted
from .system.numbers import NumberKey


def attack_table(
    counts: AtomCounts,
    indicators: Sequence[Indicator],
    period: str,
    profile: Profile,
    shown: Collection[NumberKey],
    progress: Progress,
) -> Protected:
    """Attack a table that shows the numbers ``shown`` (area set, area, indicator, kind) of
    ``period`` and no other; the rules are those without regard to earlier releases.

    Raises:
        AttackError: the audit was not carried through.
    """
    wanted = tuple(i for i in indicators if was_counted(i, counts, period))
    numbers = PeriodSystems(counts, wanted, period, profile)
    systems = numbers.systems(numbers.places(), numbers.context())
    outcome = Protected()
    for done, system in enumerate(systems):
        checkpoint(progress)
        progress.report(done / len(systems), tr("Auditing"))
        outcome.add(attack_shown(system, shown, progress))
    return outcome

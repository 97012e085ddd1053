"""One system protected: what must not be known, what is hidden with it, and the audit that proves
it.

Secondary suppression is by Gaussian elimination over all numbers at once (``elimination.py``); what
it leaves exactly computable is nothing, but not everything it leaves is wide enough, so the outcome
is attacked, and more is hidden where the attack succeeds.
Sources: Ø. Langsrud, "Secondary cell suppression by Gaussian elimination", PSD 2024; Handbook on
Statistical Disclosure Control, 2nd ed. 2024, sections 4.2-4.4.
"""

from __future__ import annotations

from typing import Collection, Optional

import numpy as np

from ...progress import Progress
from ..attack.audit import LARGE
from ..system.number_system import NumberSystem
from ..system.numbers import DENOMINATOR, NUMERATOR, NumberKey
from .protected import Protected
from .suppression_plan import SuppressionPlan


def protect_numbers(
    system: NumberSystem,
    released: Collection[NumberKey] = (),
    progress: Optional[Progress] = None,
    absent: Collection[str] = (),
    shown_to_others: Collection[NumberKey] = (),
) -> Protected:
    """Hide what must be hidden of a family, and attack the rest.

    Args:
        released: numbers that earlier releases of the same period showed: they are known, hidden or
            not.
        absent: indicators that are not shown, but of which released numbers are known.
        shown_to_others: numbers that other editions showed: whoever has both must not learn more
            than from those alone.
    """
    plan = SuppressionPlan(system, frozenset(released), frozenset(absent))
    hidden = plan.hide(progress)
    outcome = plan.attack(hidden, plan.guarded(), progress, near_only=True)
    # in a large system the repair is begun at once: what the totals alone leave open takes whole
    # programmes to find, and most of what is exposed there was only not cleared near by
    if len(system.rows) <= LARGE:
        plan.expect_no_more_than_is_open(hidden, outcome, progress)
    hidden, outcome = plan.repair(hidden, outcome, progress)
    if outcome.exposed:
        plan.expect_no_more_than_is_open(hidden, outcome, progress)
        hidden, outcome = plan.repair(hidden, outcome, progress)
    hidden = plan.without_what_follows(
        plan.protect_for_other_readers(frozenset(shown_to_others), hidden, outcome, progress)
    )
    numbers = system.numbers
    result = Protected(audit=outcome, primary=len(plan.primary), columns=len(numbers))
    # the certificate tells the narrowest of those that can have as many values as the profile asks
    # for; groups that are too small for that are told apart, all of their values are possible
    wanted = max([n.values for n in numbers], default=0)
    full = [
        count
        for n, count in outcome.possible.items()
        if numbers[n].values == wanted and n not in plan.narrow_anyway
    ]
    result.narrow_anyway = len(plan.narrow_anyway)
    result.narrowest = min(full, default=np.inf)
    result.open_groups = (
        len(outcome.possible) - len(full) - len(plan.narrow_anyway.keys() & outcome.possible.keys())
    )
    result.unsafe = [numbers[n].key for n in plan.unsafe]
    for position in sorted(n for n in hidden if n < len(numbers)):
        number = numbers[position]
        if number.kind in (NUMERATOR, DENOMINATOR) and number.place.shown:
            result.hidden[number.key] = plan.reason(position, hidden)
    return result


def attack_shown(
    system: NumberSystem, shown: Collection[NumberKey], progress: Optional[Progress] = None
) -> Protected:
    """Attack a table as it is: what is ``shown`` is known, everything else of the system hidden.

    Returns:
        ``Protected``; ``unsafe`` are numbers that are shown though they must not be known.
    """
    plan = SuppressionPlan(system, frozenset())
    numbers = system.numbers
    published = {
        n for n, number in enumerate(numbers) if number.key in shown and number.place.shown
    }
    plan.unsafe = tuple(n for n in plan.primary if n in published)
    hidden = set(plan.candidates) - published
    outcome = plan.attack(hidden, plan.guarded(), progress)
    if outcome.exposed:
        plan.expect_no_more_than_is_open(hidden, outcome, progress)
    return Protected(
        audit=outcome,
        unsafe=[numbers[n].key for n in plan.unsafe],
        primary=len(plan.primary),
        columns=len(numbers),
    )

"""The audit: can anything hidden be worked out, or narrowed to too few values?

Every guarded number is attacked with everything the reader knows: that it is not exactly computable
(``methods/elimination.py``) does not keep it from lying between two ends too near each other.
Source: Handbook on Statistical Disclosure Control, 2nd ed. 2024, section 4.2.2 (the attacker's
problems and their feasibility intervals).
"""

from __future__ import annotations

from typing import Dict, List, Optional, Sequence, Tuple

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from ...progress import Progress
from .bounds import Known, matrix_of
from .component import ComponentAttack
from .findings import Audit, Exposed, Guarded
from .reduction import Start, reduced

LARGE = 6000
"""From so many rows on a component is first attacked near the true rows: whole programmes over it
take minutes each."""


def audit(
    known: Known,
    guarded: Sequence[Guarded],
    progress: Optional[Progress] = None,
    first_only: bool = False,
    start: Optional[Start] = None,
    near_only: bool = False,
    count_all: bool = False,
) -> Audit:
    """Attack every one of ``guarded`` with everything ``known``; ``first_only`` until the first is
    exposed.

    Args:
        near_only: in a large system with a ``start``, what is not cleared near by is called exposed
            without asking the whole system, which errs on the safe side.
        count_all: find every whole value that what is exposed can have, not only enough to know
            that they are few.
    Raises:
        AttackError: a programme was not solved; then nothing may be released.
        CancelledError: the user stopped.
    """
    outcome = Audit(checked=len(guarded))
    if not guarded:
        return outcome
    wanted = matrix_of([g.column for g in guarded], known.rows)
    smaller = reduced(known, wanted)
    known, wanted, numbers = smaller.known, smaller.wanted, smaller.numbers
    begin = start and smaller.start(start)
    outcome.rows, outcome.numbers = known.rows, known.matrix.shape[0]
    _, part_of_row = connected_components(
        sparse.bmat([[None, known.matrix.T], [known.matrix, None]]), directed=False
    )
    # numbers in different components say nothing of each other, so each is a programme of its own
    groups: Dict[Tuple[int, ...], List[int]] = {}
    for position in range(len(guarded)):
        rows = wanted[position].indices
        groups.setdefault(tuple(sorted(set(part_of_row[rows]))), []).append(position)
    for touched, positions in groups.items():
        if not touched:  # made of rows known to be zero alone
            outcome.exposed += [
                Exposed(guarded[p], 0.0, 0.0, ()) for p in positions if guarded[p].values > 1
            ]
            continue
        rows = np.flatnonzero(np.isin(part_of_row[: known.rows], touched))
        here = np.flatnonzero(np.isin(part_of_row[known.rows :], touched))
        attack = ComponentAttack(
            known=known.only(here, rows),
            wanted=wanted[positions][:, rows],
            guarded=[guarded[p] for p in positions],
            numbers=numbers[here],
            outcome=outcome,
            progress=progress,
            first_only=first_only,
            count_all=count_all,
        )
        if begin is not None:
            attack.take_in(begin.worlds[:, rows])
        if begin is not None and len(rows) > LARGE:
            attack.search_nearby(begin.rows[rows], begin.moves[rows])
        attack.run(near_only and begin is not None and len(rows) > LARGE)
        if start is not None:
            outcome.worlds += [smaller.spread(found, rows, start.rows) for found in attack.worlds]
        if first_only and outcome.exposed:
            break
    return outcome

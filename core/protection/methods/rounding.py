"""Small count rounding: small numbers become 0 or the base, and every total still adds up.

Inner cells behind small published numbers are set to 0 or the base, chosen so that the published
numbers change as little as possible; every number is then added up from the changed cells, so map,
table and total agree. Source: Ø. Langsrud and J. Heldal, "An algorithm for small count rounding of
tabular data", PSD 2018.
"""

from __future__ import annotations

from typing import Callable, List, Optional, Sequence

import numpy as np
from scipy import sparse

from ...errors import InputError
from ...i18n import tr
from ...progress import Progress, checkpoint

AT_ONCE = 1000
"""Cells rounded together: the fit looks at every pair of them."""
EXTRA_SWAPS = 100
"""Swaps tried beyond one per cell; they end by themselves when nothing is gained any more."""
MOST_PASSES = 10_000
Order = Callable[[int], Sequence[int]]
"""How ties are broken: the order in which so many cells are looked at."""


def in_order(count: int) -> Sequence[int]:
    """The cells as they come."""
    return range(count)


def round_small_counts(
    numbers: sparse.csr_matrix,
    counts: np.ndarray,
    base: int,
    largest: Optional[int] = None,
    zero_candidates: bool = False,
    look_again: bool = True,
    order: Order = in_order,
    progress: Optional[Progress] = None,
) -> np.ndarray:
    """Inner cells so changed that no published number from 1 to ``largest`` is shown but multiples
    of ``base``.

    Args:
        numbers: (published numbers × inner cells), 0 and 1.
        counts: the inner cells, whole numbers from 0.
        base: what is rounded to.
        largest: the largest number that is small; ``base`` − 1 when None.
        zero_candidates: cells of 0 may be rounded up too.
        look_again: round too what has become small by the rounding.
        order: how ties are broken.
    Returns:
        The changed inner cells.
    Raises:
        InputError: the base is below 2, or the largest small number below it.
    """
    limit = (base - 1 if largest is None else largest) + 1
    if base < 2 or limit < base:
        raise InputError(
            tr(
                "Counts cannot be rounded to {base} where {largest} is small.",
                base=base,
                largest=limit - 1,
            ),
            tr("Choose a base from 2, and a limit not below it."),
        )
    matrix = numbers.tocsc().astype("float64")
    exact, cells = counts.astype("int64"), counts.astype("int64").copy()
    published_exact = matrix @ exact
    published = published_exact.copy()
    may_rise = (cells % base == 0) if zero_candidates else np.zeros(len(cells), dtype=bool)
    small = (published > 0) & (published < limit)
    forced = _behind(matrix, small) & (cells < limit) & ((cells % base > 0) | may_rise)
    first = True
    # a pass may make other published numbers small, or leave one from which a cell follows (a zero,
    # or a number whose other cells are known): those are rounded in the next
    for _ in range(MOST_PASSES):
        if progress is not None:
            checkpoint(progress)
        rows = forced.copy()
        if look_again and not first:
            fresh = (
                (cells < limit) & (cells % base > 0)
                if limit != base
                else (cells > 0) & (cells < base)
            )
            rows |= _behind(matrix, small) & fresh
        changed = _round_once(
            matrix,
            cells,
            rows,
            forced.any(),
            base,
            published_exact - published,
            int(exact.sum() - cells.sum()),
            order,
        )
        forced[changed] = False
        published, first = matrix @ cells, False
        small = (
            (published < limit) & (published % base > 0)
            if limit != base
            else (published > 0) & (published < base)
        )
        if forced.any() or (look_again and small.any() and len(changed)):
            continue
        revealed = _computable(matrix, published) & (cells < limit) & (cells % base > 0)
        if not revealed.any():
            break
        forced = revealed
    return cells


def _behind(matrix: sparse.csc_matrix, small: np.ndarray) -> np.ndarray:
    """The cells that a small published number is made of."""
    return (
        (matrix[small].sum(axis=0).A1 > 0) if small.any() else np.zeros(matrix.shape[1], dtype=bool)
    )


def _round_once(
    matrix: sparse.csc_matrix,
    cells: np.ndarray,
    rows: np.ndarray,
    any_forced: bool,
    base: int,
    correction: np.ndarray,
    missing: int,
    order: Order,
) -> np.ndarray:
    """Round the cells ``rows`` (in place), at most ``AT_ONCE``; the positions rounded."""
    where = np.flatnonzero(rows)
    if len(where) > AT_ONCE:
        where = np.sort(where[np.asarray(order(len(where)))[:AT_ONCE]])
    part = matrix[:, where]
    # numbers with none or all of the cells say nothing of which of them should get the base
    of_cells = part.sum(axis=1).A1
    partly = (of_cells > 0) & (of_cells < len(where))
    part = part[partly]
    values = cells[where]
    kept = (
        values - values % base
        if any_forced and partly.any() and len(where)
        else np.zeros(len(where), dtype="int64")
    )
    values = values - kept
    residual = part @ values + correction[partly]
    # as many get the base as keep the sum of the cells
    ups = int(min(max(np.round((values.sum() + missing) / base), 0), len(where)))
    chosen = np.zeros(len(where), dtype=bool)
    if ups and not partly.any():
        chosen[np.asarray(order(len(where)))[:ups]] = True
    elif ups:
        chosen = _fit(part, residual, ups, base, order(len(where)))
    cells[where] = kept + base * chosen
    return where


def _fit(
    part: sparse.csc_matrix, residual: np.ndarray, ups: int, base: int, order: Sequence[int]
) -> np.ndarray:
    """Which ``ups`` cells get the base, so that the published numbers fit best.

    Greedy, as the source has it: the cell with the largest ``pull`` (covariance with what the
    published numbers still lack) rises, and what it takes away from the others' pull is
    base · PᵀP; then the worst that has risen is swapped with the best that has not.
    """
    count = part.shape[1]
    chosen = np.zeros(count, dtype=bool)
    if ups == count:
        return ~chosen
    pull = part.T @ residual
    cross = (base * (part.T @ part)).tocsc()
    down = [int(o) for o in order]
    up: List[int] = []

    def move(position: int, sign: float) -> None:
        column = slice(cross.indptr[position], cross.indptr[position + 1])
        pull[cross.indices[column]] -= sign * cross.data[column]

    def rise() -> None:
        best = int(np.argmax(pull[down]))
        position = down.pop(best)
        up.insert(0, position)
        chosen[position] = True
        move(position, 1.0)

    for _ in range(ups):
        rise()
    for _ in range(ups + EXTRA_SWAPS):
        worst = int(np.argmin(pull[up]))
        if worst == 0:  # the one that rose last would fall: nothing is gained any more
            break
        position = up.pop(worst)
        down.insert(0, position)
        chosen[position] = False
        move(position, -1.0)
        rise()
    return chosen


def _computable(matrix: sparse.csc_matrix, published: np.ndarray) -> np.ndarray:
    """The cells that follow from one published number at a time: of a zero, or where all others are
    known."""
    known = np.zeros(matrix.shape[1], dtype=bool)
    rows = matrix.tocsr()
    while True:
        unknown = rows[:, np.flatnonzero(~known)]
        left = np.diff(unknown.indptr)
        telling = ((left == 1) | (published == 0)) & (left > 0)
        if not telling.any():
            return known
        fresh = np.flatnonzero(~known)[np.unique(unknown[np.flatnonzero(telling)].indices)]
        known[fresh] = True

"""Core demographics beside the numbers of a family: they are printed everywhere, so what they leave
of a number is known too.

Whoever knows that 150 of a group are set against something, and that 152 live there, knows of the
other two.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Callable, Dict, List, Mapping, Sequence, Tuple

import numpy as np

from ...catalogue.indicators.definitions import Indicator
from ...catalogue.protection.row_classes import TooManyClassesError
from ...measures.atom_counts import AtomCounts
from ...measures.plan.terms import plan
from .blocks import MOST_IN_BLOCK, Block, Blocks, Counted, Universe, block_of, counted, universe_of

NEARLY_ZERO = 1e-9
Vector = Mapping[int, int]


@dataclass(frozen=True)
class Demographic:
    """What core demographics count, a filter as text, and how many that are in every atom."""

    text: str
    amount: np.ndarray


def demographics(
    kernel: Sequence[Indicator], counts: AtomCounts, period: str
) -> Dict[Universe, List[Demographic]]:
    """Universe → what the indicators ``kernel`` tell of it, each count once."""
    found: Dict[Universe, Dict[str, Demographic]] = {}
    for indicator in kernel:
        amounts, one = counts.values.get((period, indicator.id), {}), plan(indicator)
        for role, term in (("numerator", one.numerator), ("denominator", one.denominator)):
            count: Counted = counted(term)
            if role in amounts and not term.column and len(count) == 1:
                text = count[0][0]
                found.setdefault(universe_of(term), {}).setdefault(
                    text, Demographic(text, amounts[role])
                )
    return {universe: list(of.values()) for universe, of in found.items()}


def with_demographics(
    blocks: Blocks,
    fixed: Callable[[Blocks], Sequence[Vector]],
    known: Sequence[Demographic],
    register: str,
) -> Tuple[Blocks, List[Demographic]]:
    """``blocks`` with those of ``known`` that tell something of them, and these.

    A count that cuts through the groups of residents whom the filters take together tells nothing
    of them.

    Args:
        fixed: the cells, of blocks, of denominators that everybody knows.
    """
    useful = [
        one
        for one in known
        if all(_cuts_no_class(block, one.text, register) for block in blocks.blocks)
    ]
    if not useful:
        return blocks, []
    texts = [one.text for one in useful]
    try:
        wider = replace(
            blocks,
            blocks=[
                block_of(list(dict.fromkeys([*block.filters, *texts])), register, MOST_IN_BLOCK)
                for block in blocks.blocks
            ],
        )
    except TooManyClassesError:
        return replace(blocks, whole=False), []
    told = [vector for text in texts for vector in wider.vectors(text)]
    return (wider, useful) if _tells_more(blocks, wider, fixed(wider), told) else (blocks, [])


def _tells_more(
    blocks: Blocks, wider: Blocks, fixed: Sequence[Vector], told: Sequence[Vector]
) -> bool:
    """Do the numbers ``told`` tell, together with those ``fixed``, more of the cells that are the
    family's own than these do alone? What they count besides is in cells of which nothing else is
    known."""
    own = np.array(
        [
            any(position < len(block.filters) for position in one.holds)
            for block, wide in zip(blocks.blocks, wider.blocks)
            for one in wide.classes
        ]
    )
    both, alone = (
        np.array(
            [[float(vector.get(n, 0)) for n in range(len(own))] for vector in vectors]
        ).reshape(-1, len(own))
        for vectors in ([*fixed, *told], fixed)
    )
    others = both[:, ~own]
    left, sizes, _ = (
        np.linalg.svd(others) if others.size else (np.eye(len(both)), np.zeros(0), None)
    )
    rank = int((sizes > NEARLY_ZERO).sum())
    combinations = left[:, rank:].T @ both  # those in which nothing but the own cells is left
    before = np.linalg.matrix_rank(alone, tol=NEARLY_ZERO) if len(alone) else 0
    return bool(np.linalg.matrix_rank(np.vstack([alone, combinations]), tol=NEARLY_ZERO) > before)


def _cuts_no_class(block: Block, text: str, register: str) -> bool:
    """Has no class of the block both rows in the filter ``text`` and rows that are not?"""
    if text in block.filters:
        return True
    try:
        wider = block_of([*block.filters, text], register, MOST_IN_BLOCK)
    except TooManyClassesError:
        return False
    return sum(bool(one.holds - {len(block.filters)}) for one in wider.classes) == len(
        block.classes
    )

"""Blocks of row classes: what the numbers of a family are made of, found from the filters of their
definitions.

A block is a set of filters with the classes of rows they tell apart (``catalogue.row_classes``).
Filters that read the same columns stand in one block. Where that gives too many classes, every set
of columns gets a block of its own and the blocks are tied: they count the same rows of whatever
they can both tell apart. Ties along a tree say all there is, ties in a circle do not: then one
block is made after all, as long as it is not too large.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Dict, FrozenSet, List, Mapping, Sequence, Set, Tuple

from ...catalogue.indicators.filters import both, filter_text
from ...catalogue.protection.row_classes import (
    SHARE_OF,
    RowClass,
    TooManyClassesError,
    base_columns,
    row_classes,
    shared_groups,
)
from ...catalogue.protection.rules import is_kernel, kernel_columns
from ...catalogue.registers.kinds import RegisterKind, register_kind
from ...measures.plan.terms import Term

MOST_TOGETHER, MOST_ROUND, MOST_IN_BLOCK = 24, 80, 400
"""Filters of one block tell at most so many classes apart: before its columns are parted; where the
parts would hang together in a circle, which their ties do not say all of; and after."""
Universe = Tuple[str, str]
"""(register, column added up; empty where rows are counted): numbers of different universes share
no cells."""
Counted = Tuple[Tuple[str, int], ...]
"""What a number counts: filters as texts, each with its factor."""


@dataclass
class Block:
    """Filters as texts, and the classes of rows that they tell apart (``holds`` are positions in
    ``filters``)."""

    filters: List[str]
    classes: List[RowClass]


@dataclass
class Blocks:
    """The blocks of one family.

    Attributes:
        blocks: their classes, one after the other, are the cells of the family.
        ties: (block, block, filter as text that both count alike).
        columns: what the filters read.
        whole: are all relations that follow from the filters in it?
    """

    blocks: List[Block]
    ties: List[Tuple[int, int, str]] = field(default_factory=list)
    columns: FrozenSet[str] = frozenset()
    whole: bool = True

    def vector(self, text: str, block_with: str = "") -> Dict[int, int]:
        """The cells (class by class over all blocks) of a filter; of the block that has the filter
        ``block_with`` too, where there is one."""
        offsets = self._offsets()
        there = [n for n, block in enumerate(self.blocks) if text in block.filters]
        near = [n for n in there if block_with in self.blocks[n].filters]
        return self._of_block((near or there)[0], text, offsets)

    def zeros(self) -> List[Dict[int, int]]:
        """Combinations of cells that are 0 in every atom: what two blocks count alike."""
        offsets = self._offsets()
        found = []
        for first, second, text in self.ties:
            zero = self._of_block(first, text, offsets)
            for cell in self._of_block(second, text, offsets):
                zero[cell] = -1
            found.append(zero)
        return found

    def vectors(self, text: str) -> List[Dict[int, int]]:
        """The cells of a filter in every block that has it."""
        offsets = self._offsets()
        return [
            self._of_block(n, text, offsets)
            for n, block in enumerate(self.blocks)
            if text in block.filters
        ]

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return self._offsets()[-1]

    def _of_block(self, number: int, text: str, offsets: Sequence[int]) -> Dict[int, int]:
        block = self.blocks[number]
        position = block.filters.index(text)
        return {
            offsets[number] + n: 1 for n, one in enumerate(block.classes) if position in one.holds
        }

    def _offsets(self) -> List[int]:
        offsets = [0]
        for block in self.blocks:
            offsets.append(offsets[-1] + len(block.classes))
        return offsets


def universe_of(term: Term) -> Universe:
    """The universe of a term: sums that may be anything are no part of a count of rows."""
    return term.register, "" if is_part_of_rows(term) else term.column


def counted(term: Term) -> Counted:
    """What ``term`` counts in its universe."""
    kind, node = register_kind(term.register), term.node
    if not term.column:
        for column in term.given:
            node = both(node, {"not": {"column": column, "operator": "missing"}})
        return ((filter_text(node), 1),)
    if not is_part_of_rows(term):
        return ((filter_text(node), 1),)
    derived = _code_values(kind, term.column)
    if derived:
        source, values = derived
        return tuple(
            (filter_text(both(node, {"column": source, "operator": "=", "value": code})), times)
            for code, times in values.items()
        )
    column = (
        term.column if kind.countable[term.column].type == "boolean" else SHARE_OF + term.column
    )
    return ((filter_text(both(node, {"column": column, "operator": "=", "value": 1})), 1),)


def is_part_of_rows(term: Term) -> bool:
    """Does the term count rows, whole or in parts?"""
    if not term.column:
        return True
    kind = register_kind(term.register)
    column = kind.countable[term.column]
    bounded = (
        column.minimum is not None
        and column.minimum >= 0
        and column.maximum is not None
        and column.maximum <= 1
    )
    return column.type == "boolean" or bounded or bool(_code_values(kind, term.column))


def _code_values(kind: RegisterKind, column: str) -> "Tuple[str, Dict[str, int]] | None":
    """(column of codes, code → whole number) that ``column`` is made of; None where it is not."""
    for derived in kind.derived:
        if derived.name == column and derived.rule == "codes":
            return derived.sources[0], {code: int(value) for code, value in derived.values.items()}
    return None


def groups_of(filters: Mapping[str, Tuple[str, ...]], register: str) -> List[List[str]]:
    """The names whose ``filters`` (texts) read a column together that is not known to everybody.

    Such columns tie numbers; the columns of core demographics, which are known, do not. The number
    of all rows, where it is not known, is tied to everything.
    """
    known = kernel_columns(register)
    of: Dict[str, int] = {name: number for number, name in enumerate(filters)}
    by_column: Dict[str, Set[str]] = {}
    for name, texts in filters.items():
        for node in map(_node, texts):
            for column in base_columns(node) - known:
                by_column.setdefault(column, set()).add(name)
            if base_columns(node) <= known and not is_kernel(register, [node]):
                by_column.setdefault("", set()).update(filters)
    for names in by_column.values():
        numbers = {of[name] for name in names}
        of.update({name: min(numbers) for name, number in of.items() if number in numbers})
    found: Dict[int, List[str]] = {}
    for name, number in of.items():
        found.setdefault(number, []).append(name)
    return list(found.values())


def make_blocks(filters: Sequence[Tuple[str, ...]], register: str) -> Blocks:
    """The blocks of the ``filters`` (texts) of several numbers, each with those it must stand in
    one block with."""
    every = list(dict.fromkeys(text for texts in filters for text in texts))
    read = frozenset().union(*(base_columns(_node(text)) for text in every))
    with suppress(TooManyClassesError):
        return Blocks([block_of(every, register, MOST_TOGETHER)], columns=read)
    parted = None
    with suppress(TooManyClassesError):
        parted = _parted(filters, register, read)
    if parted is not None and parted.whole:
        return parted
    with suppress(TooManyClassesError):
        return Blocks([block_of(every, register, MOST_ROUND)], columns=read)
    return parted or apart(filters, register)


def apart(filters: Sequence[Tuple[str, ...]], register: str) -> Blocks:
    """A block for each of ``filters``, untied."""
    read = frozenset().union(*(base_columns(_node(text)) for texts in filters for text in texts))
    return Blocks(
        [block_of(list(dict.fromkeys(texts)), register, MOST_IN_BLOCK) for texts in filters],
        columns=read,
        whole=False,
    )


def _parted(filters: Sequence[Tuple[str, ...]], register: str, read: FrozenSet[str]) -> Blocks:
    """A block for every set of columns that is in no other, tied where they share columns."""
    known = kernel_columns(register)
    sets = [
        frozenset().union(*(base_columns(_node(text)) for text in texts)) - known
        for texts in filters
    ]
    largest = [one for one in dict.fromkeys(sets) if not any(one < other for other in sets)]
    of = [next(n for n, one in enumerate(largest) if columns <= one) for columns in sets]
    members = [
        list(dict.fromkeys(text for texts, at in zip(filters, of) if at == n for text in texts))
        for n in range(len(largest))
    ]
    columns = register_kind(register).countable
    ties = []
    tree, others = _pairs(largest)
    for first, second in (*tree, *others):
        shared = sorted((largest[first] & largest[second]) | known)
        for node in shared_groups(
            [[_node(t) for t in members[n]] for n in (first, second)], shared, columns
        ):
            ties.append((first, second, filter_text(node)))
    for first, second, text in ties:
        for number in (first, second):
            if text not in members[number]:
                members[number].append(text)
    return Blocks(
        [block_of(texts, register, MOST_IN_BLOCK) for texts in members],
        ties,
        read,
        whole=not others,
    )


def _pairs(sets: Sequence[FrozenSet[str]]) -> Tuple[List[Tuple[int, int]], List[Tuple[int, int]]]:
    """Pairs of ``sets`` that share something: those that join them to trees, those that share most
    first; and those that share what is not told on the way between them. Where there are none of
    these, the ties of the first say all there is (a junction tree).

    Source: R. G. Cowell et al., Probabilistic Networks and Expert Systems, 1999, section 4.3.
    """
    pairs = sorted(
        ((a, b) for a in range(len(sets)) for b in range(a + 1, len(sets)) if sets[a] & sets[b]),
        key=lambda pair: (-len(sets[pair[0]] & sets[pair[1]]), pair),
    )
    tree: List[Tuple[int, int]] = []
    others = []
    for first, second in pairs:
        if not _joins(tree, first, second):
            tree.append((first, second))
            continue
        shared = sets[first] & sets[second]
        if not _joins([(a, b) for a, b in tree if shared <= sets[a] & sets[b]], first, second):
            others.append((first, second))
    return tree, others


def _joins(pairs: Sequence[Tuple[int, int]], first: int, second: int) -> bool:
    """Is there a way from ``first`` to ``second`` over ``pairs``?"""
    reached, before = {first}, 0
    while len(reached) > before:
        before = len(reached)
        reached |= {n for pair in pairs if reached & set(pair) for n in pair}
    return second in reached


def block_of(texts: Sequence[str], register: str, most: int) -> Block:
    """The block of some filters (texts).

    Raises:
        TooManyClassesError: they tell more than ``most`` classes apart.
    """
    nodes = [_node(text) for text in texts]
    known = tuple(sorted(kernel_columns(register)))
    return Block(list(texts), row_classes(nodes, register_kind(register).countable, known, most))


def _node(text: str) -> dict:
    return json.loads(text)

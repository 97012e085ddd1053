"""An edition by rounding: small counts become 0 or the base, and every total is added up from the same changed cells.

Rounding protects counts whose whole is not near by. Where the whole is known to everybody and nearly all have it, who
have it not would follow from a count that was not changed; such an indicator is left out. What is not counted in
whole numbers, or is a difference of others, cannot be rounded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Collection, Dict, FrozenSet, List, Mapping, Optional, Sequence, Set, Tuple

import numpy as np
import pandas as pd
from scipy import sparse

from ..catalogue.indicators import Indicator
from ..catalogue.protection import Profile
from ..progress import Progress, checkpoint
from .elimination import NONE, suppress
from .families import ALMOST, Family, Vector, amount, combined
from .numbers import DENOMINATOR, GATE, NUMERATOR, SECONDARY, Households, Place
from .rounding import round_small_counts

Key = Tuple[str, str, str, str]
Cell = Tuple[str, str, str]


@dataclass
class Rounded:
    """What rounding gave.

    Attributes:
        counts: (area set, area, indicator, ``numerator`` or ``denominator``) → rounded; of what is known to
            everybody, such as the number of residents, there is none.
        unfit: indicators that cannot be rounded, or that rounding does not protect.
        numbers: numbers rounded, shown or not. small: of them from 1 to below the base before.
        largest, total: the largest change of a shown count, and the sum of all.
    """

    counts: Dict[Key, float] = field(default_factory=dict)
    unfit: Set[str] = field(default_factory=set)
    numbers: int = 0
    small: int = 0
    largest: float = 0.0
    total: float = 0.0

    def leave_out(self, indicators: Collection[str]) -> None:
        """Show nothing of ``indicators``."""
        self.unfit |= set(indicators)
        self.counts = {key: count for key, count in self.counts.items() if key[2] not in self.unfit}

    @property
    def indicators(self) -> FrozenSet[str]:
        """The indicators with rounded counts."""
        return frozenset(key[2] for key in self.counts)

    @property
    def mean(self) -> float:
        """The mean change of a shown count."""
        return self.total / len(self.counts) if self.counts else 0.0

    def put_into(self, table: pd.DataFrame, about: Mapping[str, Indicator]) -> pd.DataFrame:
        """The edition's ``table`` (``edition.COLUMNS``) with rounded counts, and values worked out from them."""
        table = table.copy()
        for kind in (NUMERATOR, DENOMINATOR):
            keys = zip(table["area_set"], table["area_id"], table["indicator"])
            table[kind] = [self.counts.get((*key, kind), old) for key, old in zip(keys, table[kind])]
        changed = table["indicator"].isin(list(self.indicators))
        scale = table["indicator"].map(lambda name: about[name].scale).astype("float64")
        with np.errstate(invalid="ignore", divide="ignore"):
            share = scale * table["numerator"] / table["denominator"].where(table["denominator"] > 0)
        table["value"] = table["value"].mask(changed, share.where(scale.notna(), table["numerator"]))
        return table


def round_families(families: Sequence[Family], places: Sequence[Place], profile: Profile,
                   households: Mapping[str, Households], progress: Optional[Progress] = None) -> Rounded:
    """Round the counts of ``families`` over ``places``, the groups among them that can only be worked out too.

    The base is the profile's, or the least count that it shows of one of the family's indicators where that is more.
    An indicator with a count from the base up that comes from too few ``households`` is left out.
    """
    found = Rounded()
    for family in families:
        if progress is not None:
            checkpoint(progress)
        vectors = [*family.numerators.values(), *family.denominators.values()]
        whole = np.all(np.abs(family.values - np.round(family.values)) < ALMOST)
        if not whole or family.zeros or any(times < 0 for vector in vectors for times in vector.values()):
            found.unfit |= set(family.indicators)
        else:
            base = max([profile.base, *(profile.least_persons(one) for one in family.indicators.values())])
            _round(family, places, base, found, progress)
            found.leave_out({name for name in family.indicators
                             if _of_few_homes(family, name, households.get(name), places, profile, base)})
    return found


def hidden_with_gated(gated: Collection[Cell], areas: Sequence[Place], indicators: Collection[str]) -> Dict[Cell, str]:
    """The cells (area set, area, indicator) of areas that are too small, and of others that must be hidden so that
    they do not follow from what adds up; each with its reason."""
    columns = [{int(atom): 1 for atom in place.atoms} for place in areas]
    order = sorted((n for n, place in enumerate(areas) if columns[n]), key=lambda n: -len(columns[n]))
    found: Dict[Cell, str] = {}
    for indicator in indicators:
        small = [n for n, place in enumerate(areas) if (*place.key, indicator) in gated]
        more = suppress(columns, order, small, method=NONE).secondary if small else ()
        found.update({(*areas[n].key, indicator): SECONDARY for n in more})
        found.update({(*areas[n].key, indicator): GATE for n in small})
    return found


def _of_few_homes(family: Family, name: str, homes: Optional[Households], places: Sequence[Place], profile: Profile,
                  base: int) -> bool:
    """Is a count shown as it is, or nearly so, of fewer households than the profile asks for?"""
    if homes is None or homes.have is None:
        return False
    have = amount(family.values, family.numerators[name])
    return any(have[place.atoms].sum() >= base and homes.have[place.atoms].sum() < profile.households
               for place in places if place.shown)


def _round(family: Family, places: Sequence[Place], base: int, found: Rounded, progress: Optional[Progress]) -> None:
    told = _told(family)
    cells = family.values.shape[1]
    inside = sparse.csr_matrix(
        (np.ones(sum(len(p.atoms) for p in places)), np.concatenate([p.atoms for p in places]),
         np.r_[0, np.cumsum([len(p.atoms) for p in places])]), shape=(len(places), len(family.values)))
    of_cells = sparse.csr_matrix(np.array([[vector.get(c, 0) for c in range(cells)] for _, vector in told], float))
    numbers = sparse.kron(inside, of_cells).tocsr()
    counts = np.round(family.values).astype("int64").ravel()
    rounded = round_small_counts(numbers, counts, base, progress=progress)
    before, after = ((numbers @ c).reshape(len(places), len(told)) for c in (counts, rounded))
    found.numbers += before.size
    found.small += int(((before > 0) & (before < base)).sum())
    for position, (name, _) in enumerate(told):
        if name is None:
            continue
        indicator, kind = name
        if kind == NUMERATOR and indicator in family.fixed and _few_lack(
                after[:, position], inside @ amount(family.values, family.denominators[indicator]), base):
            found.unfit.add(indicator)
            continue
        for place, old, new in zip(places, before[:, position], after[:, position]):
            if place.shown:
                found.counts[(*place.key, indicator, kind)] = float(new)
                found.largest = max(found.largest, abs(float(new - old)))
                found.total += abs(float(new - old))


def _told(family: Family) -> List[Tuple[Optional[Tuple[str, str]], Vector]]:
    """The numbers of a place: (indicator, kind), or None where a number can only be worked out, and its cells."""
    told: List[Tuple[Optional[Tuple[str, str]], Vector]] = []
    for name, part in family.numerators.items():
        told.append(((name, NUMERATOR), part))
        group = family.denominators.get(name)
        if group is not None and name not in family.fixed:
            told += [((name, DENOMINATOR), group), (None, combined(group, part, -1))]
    told += [(None, combined(family.numerators[outer], family.numerators[inner], -1))
             for inner, outer in family.within]
    return told


def _few_lack(shown: np.ndarray, group: np.ndarray, base: int) -> bool:
    """Does a count that is not small itself leave fewer than the base of a known whole?"""
    return bool(((shown >= base) & (group - shown < base)).any())

"""An edition by rounding: small counts become 0 or the base, and every total is added up from the
same changed cells.

Rounding protects counts whose whole is not near by. Where the whole is known to everybody and
nearly all have it, who have it not would follow from a count that was not changed; such an
indicator is left out. What is not counted in whole numbers, or is a difference of others, cannot be
rounded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Collection, Dict, FrozenSet, List, Mapping, Optional, Sequence, Set, Tuple

import numpy as np
import pandas as pd
from scipy import sparse

from ...catalogue.indicators.definitions import Indicator
from ...catalogue.protection.rules import Profile
from ...errors import InputError
from ...i18n import tr
from ...progress import Progress, checkpoint
from ..statuses import HIDDEN, SHOWN
from ..system.context import Households
from ..system.families import ALMOST, Family, Vector, amount, combined
from ..system.numbers import DENOMINATOR, NUMERATOR
from ..system.places import Place
from ..system.reasons import SECONDARY
from .elimination import NONE, suppress
from .rounding import round_small_counts

Key = Tuple[str, str, str, str]
Cell = Tuple[str, str, str]


@dataclass
class Rounded:
    """What rounding gave.

    Attributes:
        counts: (area set, area, indicator, ``numerator`` or ``denominator``) → rounded; of what is
            known to everybody, such as the number of residents, there is none.
        few_homes: (area set, area, indicator) with a count from the base up of too few households.
        unfit: indicators that cannot be rounded, or that rounding does not protect.
        numbers: numbers rounded, shown or not.
        largest, total: the largest change of a shown count, and the sum of all.
    """

    counts: Dict[Key, float] = field(default_factory=dict)
    few_homes: Set[Cell] = field(default_factory=set)
    unfit: Set[str] = field(default_factory=set)
    numbers: int = 0
    largest: float = 0.0
    total: float = 0.0

    @property
    def indicators(self) -> FrozenSet[str]:
        """The indicators with rounded counts."""
        return frozenset(key[2] for key in self.counts)

    @property
    def mean(self) -> float:
        """The mean change of a shown count."""
        return self.total / len(self.counts) if self.counts else 0.0

    def put_into(self, table: pd.DataFrame, about: Mapping[str, Indicator]) -> pd.DataFrame:
        """The edition's ``table`` (``edition.COLUMNS``) with rounded counts, and values worked out
        from them."""
        table = table.copy()
        for kind in (NUMERATOR, DENOMINATOR):
            keys = zip(table["area_set"], table["area_id"], table["indicator"])
            table[kind] = [
                self.counts.get((*key, kind), old) for key, old in zip(keys, table[kind])
            ]
        changed = table["indicator"].isin(list(self.indicators))
        scale = table["indicator"].map(lambda name: about[name].scale).astype("float64")
        with np.errstate(invalid="ignore", divide="ignore"):
            share = (
                scale * table["numerator"] / table["denominator"].where(table["denominator"] > 0)
            )
        table["value"] = table["value"].mask(
            changed, share.where(scale.notna(), table["numerator"])
        )
        return table


def round_families(
    families: Sequence[Family],
    places: Sequence[Place],
    profile: Profile,
    households: Mapping[str, Households],
    progress: Optional[Progress] = None,
) -> Rounded:
    """Round the counts of ``families`` over ``places``, the groups among them that can only be
    worked out too.

    The base is the profile's, or the least count that it shows of one of the family's indicators
    where that is more. Counts from the base up that come from too few ``households`` are noted.
    """
    found = Rounded()
    for family in families:
        if progress is not None:
            checkpoint(progress)
        vectors = [*family.numerators.values(), *family.denominators.values()]
        whole = np.all(np.abs(family.values - np.round(family.values)) < ALMOST)
        if (
            not whole
            or family.zeros
            or any(times < 0 for vector in vectors for times in vector.values())
        ):
            found.unfit |= set(family.indicators)
        else:
            base = max(
                [profile.base, *(profile.least_persons(one) for one in family.indicators.values())]
            )
            _round(family, places, base, found, progress)
            for name in family.indicators:
                found.few_homes |= _of_few_homes(
                    family, name, households.get(name), places, profile, base
                )
    return found


def hidden_with(
    first: Mapping[Cell, str],
    areas: Sequence[Place],
    residents: np.ndarray,
    indicators: Collection[str],
    released: pd.DataFrame,
) -> Dict[Cell, str]:
    """The cells (area set, area, indicator) that are hidden: ``first`` with their reasons, and
    others, so that those do not follow from what adds up.

    Args:
        residents: by atom; where nobody lives there is nothing to work out.
        released: the figures already released of the period: what was shown is known, what was
            hidden stays so.
    Raises:
        InputError: a cell follows from what was released.
    """
    columns = [{int(atom): 1 for atom in place.atoms if residents[atom] > 0} for place in areas]
    order = sorted(
        (n for n, place in enumerate(areas) if columns[n]),
        key=lambda n: (-residents[areas[n].atoms].sum(), areas[n].key),
    )
    status = dict(
        zip(
            zip(released["area_set"], released["area_id"], released["indicator"]),
            released["status"],
        )
    )
    found: Dict[Cell, str] = {}
    for indicator in indicators:
        cells = {n: (*place.key, indicator) for n, place in enumerate(areas) if columns[n]}
        before = {n for n, cell in cells.items() if status.get(cell) == HIDDEN}
        hidden = [n for n, cell in cells.items() if cell in first or n in before]
        if not hidden:
            continue
        known = [n for n, cell in cells.items() if status.get(cell) == SHOWN and n not in hidden]
        more = suppress(columns, order, hidden, known, method=NONE)
        if more.unsafe:
            raise InputError(
                tr(
                    "What must be hidden of {indicator} follows from figures that have been "
                    "released.",
                    indicator=indicator,
                ),
                tr("Publish the same area sets as then."),
            )
        found.update({cells[n]: SECONDARY for n in (*more.secondary, *before)})
        found.update({cells[n]: first[cells[n]] for n in hidden if cells[n] in first})
    return found


def _of_few_homes(
    family: Family,
    name: str,
    homes: Optional[Households],
    places: Sequence[Place],
    profile: Profile,
    base: int,
) -> Set[Cell]:
    """The cells with a count that is shown as it is, or nearly so, of fewer households than the
    profile asks for."""
    if homes is None or homes.have is None:
        return set()
    have = amount(family.values, family.numerators[name])
    return {
        (*place.key, name)
        for place in places
        if place.shown
        and have[place.atoms].sum() >= base
        and homes.have.within(place.atoms) < profile.households
    }


def _round(
    family: Family, places: Sequence[Place], base: int, found: Rounded, progress: Optional[Progress]
) -> None:
    numbers_told = _numbers_of_place(family)
    cells = family.values.shape[1]
    inside = sparse.csr_matrix(
        (
            np.ones(sum(len(p.atoms) for p in places)),
            np.concatenate([p.atoms for p in places]),
            np.r_[0, np.cumsum([len(p.atoms) for p in places])],
        ),
        shape=(len(places), len(family.values)),
    )
    of_cells = sparse.csr_matrix(
        np.array([[vector.get(c, 0) for c in range(cells)] for _, vector in numbers_told], float)
    )
    numbers = sparse.kron(inside, of_cells).tocsr()
    counts = np.round(family.values).astype("int64").ravel()
    rounded = round_small_counts(numbers, counts, base, progress=progress)
    before, after = (
        (numbers @ c).reshape(len(places), len(numbers_told)) for c in (counts, rounded)
    )
    found.numbers += before.size
    for position, (name, _) in enumerate(numbers_told):
        if name is None:
            continue
        indicator, kind = name
        if (
            kind == NUMERATOR
            and indicator in family.fixed
            and _few_lack(
                after[:, position],
                inside @ amount(family.values, family.denominators[indicator]),
                base,
            )
        ):
            found.unfit.add(indicator)
            continue
        for place, old, new in zip(places, before[:, position], after[:, position]):
            if place.shown:
                found.counts[(*place.key, indicator, kind)] = float(new)
                found.largest = max(found.largest, abs(float(new - old)))
                found.total += abs(float(new - old))


def _numbers_of_place(family: Family) -> List[Tuple[Optional[Tuple[str, str]], Vector]]:
    """The numbers of a place: (indicator, kind), or None where a number can only be worked out, and
    its cells."""
    numbers_told: List[Tuple[Optional[Tuple[str, str]], Vector]] = []
    for name, part in family.numerators.items():
        numbers_told.append(((name, NUMERATOR), part))
        group = family.denominators.get(name)
        if group is not None and name not in family.fixed:
            numbers_told += [((name, DENOMINATOR), group), (None, combined(group, part, -1))]
    numbers_told += [
        (None, combined(family.numerators[outer], family.numerators[inner], -1))
        for inner, outer in family.within
    ]
    return numbers_told


def _few_lack(shown: np.ndarray, group: np.ndarray, base: int) -> bool:
    """Does a count that is not small itself leave fewer than the base of a known whole?"""
    return bool(((shown >= base) & (group - shown < base)).any())

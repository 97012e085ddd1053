"""An edition: the figures of one period as one audience may have them, and the proof that nobody is
in them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Collection, Dict, FrozenSet, List, Mapping, Optional, Sequence, Tuple

import numpy as np
import pandas as pd

from ..catalogue.indicators.definitions import Indicator
from ..catalogue.protection.parts import is_part, sums_of_parts, sums_within_parts
from ..catalogue.protection.rules import ROUNDING, Profile, harmless, identities
from ..errors import InputError
from ..i18n import in_language, tr
from ..measures.atom_counts import AtomCounts
from ..progress import Part, Progress, checkpoint
from .edition_table import Figures
from .methods.rounded import Rounded, hidden_with, round_families
from .methods.suppression import Protected, System, attack_shown, protect_numbers
from .statuses import HIDDEN, KEPT
from .system.families import KERNEL, MEDIAN, RATE, SHARE, SUM, Family, families, holds, kind_of
from .system.numbers import (
    CARRIED,
    FEW,
    FEW_HOUSEHOLDS,
    GATE,
    MISSING,
    NUMERATOR,
    UNKNOWN,
    Context,
    Households,
    Numbers,
    Place,
)
from .system.places import areas_of, derivable, gated, residents_of
from .system.relations import Relations
from .system.sums import LEAST_UNITS, Sums
from .time import releases as ledger
from .time.binding import Bonds, Cell, Shown
from .time.releases import Releases


@dataclass
class Edition:
    """The figures of one period for one audience.

    Attributes:
        table: ``COLUMNS``; hidden figures are not in it, only their ``status``; the municipality
            has empty ids.
        reasons: (area set, area, indicator) → why hidden; for the municipality alone, never in what
            is written.
        outcome: what the audit found, of all families together.
        left_out: indicators the profile does not share.
        households_known: were households counted?
        releases: the ledger's releases that were taken into account. systems: families protected on
            their own.
        fingerprints: area set → fingerprint of its boundaries.
        rounded: what rounding gave; None where figures are hidden instead.
        relations: how the numbers hang together by their definitions, as far as that was taken into
            account.
        carried_within: a value carried over is at most so far from the new one.
    """

    profile: Profile
    period: str
    table: pd.DataFrame
    reasons: Dict[Cell, str]
    outcome: Protected
    indicators: Tuple[Indicator, ...]
    left_out: Tuple[str, ...]
    households_known: bool
    releases: Tuple[str, ...] = ()
    systems: int = 0
    fingerprints: Mapping[str, str] = field(default_factory=dict)
    rounded: Optional[Rounded] = None
    relations: Tuple[Relations, ...] = ()
    carried_within: float = 0.0

    @property
    def safe(self) -> bool:
        """May it leave the municipality?"""
        return self.profile.protects and self.outcome.safe

    @property
    def hidden(self) -> int:
        """How many figures are hidden."""
        return int((self.table["status"] == HIDDEN).sum())

    @property
    def carried(self) -> int:
        """How many figures keep the value of the release before."""
        return int((self.table["status"] == KEPT).sum())


def make_edition(
    counts: AtomCounts,
    observations: Mapping[str, pd.DataFrame],
    indicators: Sequence[Indicator],
    period: str,
    profile: Profile,
    progress: Progress,
    releases: Optional[Releases] = None,
    fingerprints: Optional[Mapping[str, str]] = None,
) -> Edition:
    """The edition of ``period`` for ``profile``.

    Args:
        counts: sums by atom; every area set that an earlier release of the period used among them.
        observations: area set id → observations (the whole, not broken down).
        releases: the ledger.
        fingerprints: area set id → fingerprint of its boundaries.
    Raises:
        InputError: the period was not counted, no indicator may be shown, or an earlier release
            cannot be checked against.
        AttackError: the audit was not carried through; nothing may be released.
        CancelledError: the user stopped.
    """
    counted = [
        i
        for i in indicators
        if _is_there(i, counts, period) or _in_observations(i, observations, period)
    ]
    wanted = tuple(i for i in counted if profile.may_hold(i))
    if not wanted:
        raise _nothing_left(period, profile)
    known = releases or ledger.no_releases()
    also = (
        _known_too(known.by(profile.method), period, indicators, wanted, counts)
        if profile.protects
        else ()
    )
    kernel = frozenset(i.id for i in indicators if kind_of(i) == KERNEL)
    work = _Work(
        counts, observations, wanted, period, profile, known, fingerprints or {}, also, kernel
    )
    edition = work.edition(progress)
    held = {i.id for i in edition.indicators}
    edition.left_out = tuple(i.id for i in counted if i.id not in held)
    return edition


def _nothing_left(period: str, profile: Profile) -> InputError:
    return InputError(
        tr(
            "No indicator of {period} may be in the edition {profile}.",
            period=period,
            profile=in_language(profile.name),
        ),
        tr("Count more indicators, choose another period, or change what the edition may hold."),
    )


def _known_too(
    known: Releases,
    period: str,
    indicators: Sequence[Indicator],
    wanted: Sequence[Indicator],
    counts: AtomCounts,
) -> Tuple[Indicator, ...]:
    """The indicators that somebody knows of ``period`` already and that this edition does not hold.

    Those that the catalogue has no more are not among them.

    Raises:
        InputError: one of them was not counted now, so what it tells together with the new ones
            cannot be known.
    """
    about = {i.id: i for i in indicators}
    released = (ledger.released_indicators(known, period) & set(about)) - {i.id for i in wanted}
    for one in sorted(released):
        if kind_of(about[one]) in (SHARE, RATE) and (period, one) not in counts.values:
            raise InputError(
                tr(
                    "{indicator} was released of {period} and is not counted now.",
                    indicator=one,
                    period=period,
                ),
                tr("Count it along with the others, so that they can be checked together."),
            )
    return tuple(i for i in indicators if i.id in released and (period, i.id) in counts.values)


def attack_table(
    counts: AtomCounts,
    indicators: Sequence[Indicator],
    period: str,
    profile: Profile,
    shown: Collection[Tuple[str, str, str, str]],
    progress: Progress,
) -> Protected:
    """Attack a table that shows the numbers ``shown`` (area set, area, indicator, kind) of
    ``period`` and no other.

    Raises:
        AttackError: the audit was not carried through.
    """
    wanted = tuple(i for i in indicators if _is_there(i, counts, period))
    work = _Work(counts, {}, wanted, period, profile, ledger.no_releases(), {})
    outcome = Protected()
    jobs = work.systems()
    for number, system in enumerate(jobs):
        checkpoint(progress)
        progress.report(number / len(jobs), tr("Auditing"))
        outcome.add(attack_shown(system, shown, progress))
    return outcome


def _is_there(indicator: Indicator, counts: AtomCounts, period: str) -> bool:
    """Was it counted? Of a part that nobody in the municipality is in there are no figures, which
    says so."""
    values = counts.values.get((period, indicator.id))
    if values is None or not is_part(indicator.id):
        return values is not None
    return bool(values.get("denominator", values["numerator"]).sum() > 0)


def _in_observations(
    indicator: Indicator, observations: Mapping[str, pd.DataFrame], period: str
) -> bool:
    return any(
        ((t["indicator"] == indicator.id) & (t["period"] == period)).any()
        for t in observations.values()
    )


class _Work:
    """Everything one edition is made of."""

    def __init__(
        self,
        counts: AtomCounts,
        observations: Mapping[str, pd.DataFrame],
        indicators: Tuple[Indicator, ...],
        period: str,
        profile: Profile,
        releases: Releases,
        fingerprints: Mapping[str, str],
        also: Tuple[Indicator, ...] = (),
        kernel: FrozenSet[str] = frozenset(),
    ):
        self._counts, self._observations, self._indicators = counts, observations, indicators
        self._period, self._profile, self._fingerprints = period, profile, dict(fingerprints)
        self._releases, self._bonds = releases, Bonds(releases, profile.audience, counts, period)
        self._by_id = {i.id: i for i in indicators}
        self._kinds = {
            i.id: kind_of(i) if (period, i.id) in counts.values else ""
            for i in (*indicators, *also)
        }
        self._also, self._kernel = also, kernel
        self._reasons: Dict[Cell, str] = {}
        self._carried: Dict[Cell, Shown] = {}
        self._relations: List[Relations] = []

    def edition(self, progress: Progress) -> Edition:
        """Protect, audit, and put together."""
        outcome, systems, rounded = Protected(), 0, None
        residents, homes = residents_of(self._counts, self._period)
        self._areas = areas_of(self._counts)
        if self._profile.protects:
            ledger.check_boundaries(self._releases, self._period, self._fingerprints)
            ledger.check_method(
                self._releases,
                self._period,
                self._profile.method,
                [i.id for i in self._indicators if self._kinds[i.id] != KERNEL],
                self._kernel,
            )
            places, context = self._places(residents), self._context(residents, homes)
            if self._profile.method == ROUNDING:
                rounded = self._round(places, context, residents, progress)
            else:
                systems = self._suppress(places, context, outcome, progress)
        self._hide_unknown()
        figures = Figures(
            self._counts,
            self._observations,
            self._indicators,
            self._kinds,
            self._period,
            self._profile,
        )
        table = figures.table(self._reasons, self._carried, rounded)
        if rounded is not None:
            ledger.same_rounding(self._releases, self._period, rounded.counts)
        elif self._profile.protects:
            ledger.agrees_without_counts(self._releases, self._period, table)
        progress.report(1.0)
        return Edition(
            self._profile,
            self._period,
            table,
            self._reasons,
            outcome,
            self._indicators,
            (),
            homes is not None,
            tuple(self._releases.ids),
            systems,
            self._fingerprints,
            rounded,
            tuple(self._relations),
            self._carried_within(),
        )

    def _suppress(
        self, places: Sequence[Place], context: Context, outcome: Protected, progress: Progress
    ) -> int:
        """Hide what must be hidden; how many systems there were."""
        ledger.agrees(self._releases, self._period, self._counts)
        bound = self._bonds.binding(
            self._kinds,
            self._of(SHARE, SUM),
            places,
            self._profile.turnover,
            Part(progress, 0.0, 0.1),
        )
        self._carried = self._bonds.shown_before(bound.carried)
        shares = {
            cell: (have, whole)
            for cell, (have, whole, _) in self._carried.items()
            if self._kinds[cell[2]] == SHARE
        }
        context = replace(
            context,
            earlier=bound.earlier,
            carried=bound.carried,
            shown_before=shares,
            kept=ledger.kept_counts(self._releases, self._period),
        )
        jobs = self._systems(places, context)
        released = ledger.released_numbers(self._bonds.known, self._period)
        beside = ledger.released_numbers(self._releases.without(self._bonds.known), self._period)
        absent = {i.id for i in self._also}
        for number, system in enumerate(jobs):
            checkpoint(progress)
            progress.report(0.1 + 0.85 * number / len(jobs), tr("Protecting and auditing"))
            self._take(protect_numbers(system, released, progress, absent, beside), outcome)
        self._hide_alone(context)
        return len(jobs)

    def _round(
        self, places: Sequence[Place], context: Context, residents: np.ndarray, progress: Progress
    ) -> Rounded:
        """Round what can be rounded and leave the rest out; areas that are too small are hidden all
        the same."""
        progress.report(0.1, tr("Rounding"))
        wanted = [*self._of(SHARE, RATE), *self._also_of(SHARE, RATE)]
        rounded = round_families(
            self._families([i for i in wanted if not is_part(i.id)]),
            places,
            self._profile,
            context.households,
            progress,
        )
        self._indicators = tuple(
            i for i in self._indicators if self._kinds[i.id] == KERNEL or i.id in rounded.indicators
        )
        self._by_id = {i.id: i for i in self._indicators}
        if not self._indicators:
            raise _nothing_left(self._period, self._profile)
        first = {cell: GATE for cell in context.gated if cell[2] in rounded.indicators}
        first.update({cell: FEW_HOUSEHOLDS for cell in rounded.few_homes - set(first)})
        self._reasons.update(
            hidden_with(
                first,
                self._areas,
                residents,
                rounded.indicators,
                self._releases.by(ROUNDING).of_period(self._period),
            )
        )
        return rounded

    def systems(self) -> List[System]:
        """The systems of numbers, as the rules see them without regard to earlier releases."""
        residents, homes = residents_of(self._counts, self._period)
        self._areas = areas_of(self._counts)
        return self._systems(self._places(residents), self._context(residents, homes))

    def _places(self, residents: np.ndarray) -> List[Place]:
        return [
            *self._areas,
            *derivable(self._counts, self._areas, residents, self._profile.persons),
        ]

    def _context(self, residents: np.ndarray, homes: Optional[np.ndarray]) -> Context:
        judged_by_size = [*self._of(SHARE, RATE, SUM, MEDIAN), *self._also_of(SHARE, RATE)]
        return Context(
            self._households(),
            harmless(),
            gated(self._areas, residents, homes, judged_by_size, self._profile),
            inhabited=residents > 0,
        )

    def _of(self, *kinds: str) -> List[Indicator]:
        return [i for i in self._indicators if self._kinds[i.id] in kinds]

    def _also_of(self, *kinds: str) -> List[Indicator]:
        return [i for i in self._also if self._kinds[i.id] in kinds]

    def _households(self) -> Dict[str, Households]:
        found = {}
        for indicator in (*self._indicators, *self._also):
            name = (
                "households"
                if self._kinds[indicator.id] in (SUM, MEDIAN)
                else "numerator_households"
            )
            have, rest = (
                self._counts.homes(self._period, indicator.id, one)
                for one in (name, "rest_households")
            )
            found[indicator.id] = Households(have, rest)
        return found

    def _systems(self, places: Sequence[Place], context: Context) -> List[System]:
        found: List[System] = [
            Numbers(family, places, self._profile, context)
            for family in self._families(
                [*self._of(KERNEL, SHARE, RATE, SUM), *self._also_of(KERNEL, SHARE, RATE)]
            )
        ]
        for indicator in self._of(SUM):
            values = self._counts.values[(self._period, indicator.id)]
            about = self._counts.concentration
            here = about[(about["indicator"] == indicator.id) & (about["period"] == self._period)]
            weights = dict(
                zip(zip(here["area_set"], here["area_id"]), zip(here["rest"], here["two"]))
            )
            found.append(
                Sums(
                    indicator,
                    values["numerator"],
                    values["persons"],
                    places,
                    self._profile,
                    context,
                    weights,
                )
            )
        return found

    def _families(self, indicators: Sequence[Indicator]) -> List[Family]:
        names = [i.id for i in indicators]
        declared = [*identities(), *self._profile.own_sums]
        sums = [*declared, *sums_within_parts(declared, names), *sums_of_parts(names)]
        for one in self._profile.own_sums:
            if {one.whole, *one.parts} <= {i.id for i in indicators} and not holds(
                one, self._counts, self._period
            ):
                raise InputError(
                    tr(
                        "The sum declared for {indicator} does not hold in {period}.",
                        indicator=one.whole,
                        period=self._period,
                    ),
                    tr(
                        "Correct the identities in diskretion.json: the parts must add up to the "
                        "whole everywhere."
                    ),
                )
        found = families(indicators, self._counts, self._period, sums)
        self._relations = [family.relations for family in found if family.relations is not None]
        return found

    def _take(self, found: Protected, outcome: Protected) -> None:
        for (area_set, area, indicator, kind), reason in found.hidden.items():
            cell = (area_set, area, indicator)
            if indicator not in self._by_id:
                continue
            if kind == NUMERATOR:
                self._reasons[cell] = reason
            else:
                self._reasons.setdefault(cell, reason)
        outcome.add(found)

    def _hide_alone(self, context: Context) -> None:
        """Hide what no system binds: medians and finished figures, each by its own persons and its
        area's size."""
        for indicator in self._indicators:
            if self._kinds[indicator.id] not in (MEDIAN, ""):
                continue
            least = max(self._profile.least_persons(indicator), LEAST_UNITS)
            for area_set, table in self._observations.items():
                rows = table[
                    (table["indicator"] == indicator.id) & (table["period"] == self._period)
                ]
                for area, numerator, denominator, persons in zip(
                    rows["area_id"], rows["numerator"], rows["denominator"], rows["persons"]
                ):
                    cell = (area_set, area, indicator.id)
                    counts = (
                        [persons]
                        if self._kinds[indicator.id] == MEDIAN
                        else [numerator, denominator, denominator - numerator]
                    )
                    if cell in context.gated:
                        self._reasons[cell] = GATE
                    elif any(n < least for n in counts):
                        self._reasons[cell] = FEW
                    elif any(np.isnan(n) for n in counts):
                        self._reasons[cell] = UNKNOWN

    def _hide_unknown(self) -> None:
        """Hide what is known of nobody, and would be shown as none of those it is of."""
        places = [
            *((place.key, place.atoms) for place in self._areas),
            (("", ""), np.arange(self._counts.atoms)),
        ]
        for indicator in self._indicators:
            for key, atoms in places:
                if self._counts.unknown(self._period, indicator.id, atoms):
                    self._reasons.setdefault((*key, indicator.id), MISSING)

    def _carried_within(self) -> float:
        """How far the carried counts are from the new ones at the most, as the readers are told:
        rounded up, for the largest change itself would be an equation to whoever knows the
        rules."""
        inside = {place.key: place.atoms for place in self._areas}
        least, largest = float(max(self._profile.turnover - 1, 0)), 0.0
        for cell, (have, whole, _) in self._carried.items():
            if self._reasons.get(cell) != CARRIED or self._kinds[cell[2]] != SHARE:
                continue
            now = self._counts.values[(self._period, cell[2])]
            numerator, denominator = (
                float(now[kind][inside[cell[:2]]].sum()) for kind in ("numerator", "denominator")
            )
            largest = max(
                largest,
                abs(numerator - have),
                abs(denominator - whole),
                abs((denominator - numerator) - (whole - have)),
            )
        if not self._carried:
            return 0.0
        return (
            least
            if largest <= least
            else float(
                next(
                    times * 10**power
                    for power in range(1, 20)
                    for times in (1, 2, 5)
                    if times * 10**power >= largest
                )
            )
        )

"""How an edition is made: what must not be known is hidden or rounded, what earlier releases bind
is kept, and the rest attacked."""

from __future__ import annotations

from dataclasses import replace
from typing import Dict, FrozenSet, Mapping, Optional, Sequence, Tuple

import pandas as pd

from ..catalogue.indicators.definitions import Indicator
from ..catalogue.protection.entries import ROUNDING
from ..catalogue.protection.parts import is_part
from ..catalogue.protection.rules import Profile
from ..errors import InputError
from ..i18n import in_language, tr
from ..measures.atom_counts import AtomCounts
from ..progress import Part, Progress, checkpoint
from .edition import Edition
from .edition_table import Figures
from .methods.protected import Protected
from .methods.rounded import Rounded, hidden_with, round_families
from .methods.suppression import protect_numbers
from .period_systems import PeriodSystems, was_counted
from .standing_alone import hidden_alone, known_of_nobody
from .system.context import Context
from .system.families import KERNEL, RATE, SHARE, SUM, kind_of
from .system.numbers import NUMERATOR
from .system.places import Cell, Place
from .system.reasons import CARRIED, FEW_HOUSEHOLDS, GATE
from .time import releases as ledger
from .time.binding import Bonds, Shown
from .time.carried import largest_distance_told
from .time.releases import Releases


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
        if was_counted(i, counts, period) or _in_observations(i, observations, period)
    ]
    wanted = tuple(i for i in counted if profile.may_hold(i))
    if not wanted:
        raise _nothing_left(period, profile)
    known = releases or ledger.no_releases()
    known_too: Tuple[Indicator, ...] = ()
    if profile.protects:
        known_too = _known_too(known.by(profile.method), period, indicators, wanted, counts)
    making = _Making(
        PeriodSystems(counts, wanted, period, profile, known_too),
        observations,
        known,
        fingerprints or {},
        frozenset(i.id for i in indicators if kind_of(i) == KERNEL),
    )
    edition = making.edition(progress)
    held = {i.id for i in edition.indicators}
    return replace(edition, left_out=tuple(i.id for i in counted if i.id not in held))


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


def _in_observations(
    indicator: Indicator, observations: Mapping[str, pd.DataFrame], period: str
) -> bool:
    return any(
        ((t["indicator"] == indicator.id) & (t["period"] == period)).any()
        for t in observations.values()
    )


class _Making:
    """One edition in the making.

    Args:
        kernel: ids of core demographics, the same by whatever method.
    """

    def __init__(
        self,
        systems: PeriodSystems,
        observations: Mapping[str, pd.DataFrame],
        releases: Releases,
        fingerprints: Mapping[str, str],
        kernel: FrozenSet[str],
    ):
        self._systems, self._observations, self._kernel = systems, observations, kernel
        self._period, self._profile = systems.period, systems.profile
        self._fingerprints = dict(fingerprints)
        self._releases = releases
        self._bonds = Bonds(releases, self._profile.audience, systems.counts, self._period)
        self._shown = systems.indicators
        self._reasons: Dict[Cell, str] = {}
        self._carried: Dict[Cell, Shown] = {}

    def edition(self, progress: Progress) -> Edition:
        """Protect, audit, and put together."""
        outcome, count, rounded = Protected(), 0, None
        systems = self._systems
        if self._profile.protects:
            ledger.check_boundaries(self._releases, self._period, self._fingerprints)
            ledger.check_method(
                self._releases,
                self._period,
                self._profile.method,
                [i.id for i in systems.indicators if systems.kinds[i.id] != KERNEL],
                self._kernel,
            )
            places, context = systems.places(), systems.context()
            if self._profile.method == ROUNDING:
                rounded = self._round(places, context, progress)
            else:
                count = self._suppress(places, context, outcome, progress)
        for cell, reason in known_of_nobody(systems, self._shown).items():
            self._reasons.setdefault(cell, reason)
        figures = Figures(
            systems.counts,
            self._observations,
            self._shown,
            systems.kinds,
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
            profile=self._profile,
            period=self._period,
            table=table,
            reasons=self._reasons,
            outcome=outcome,
            indicators=self._shown,
            left_out=(),
            households_known=systems.homes is not None,
            releases=tuple(self._releases.ids),
            systems=count,
            fingerprints=self._fingerprints,
            rounded=rounded,
            relations=systems.relations,
            carried_within=self._carried_within(),
        )

    def _suppress(
        self, places: Sequence[Place], context: Context, outcome: Protected, progress: Progress
    ) -> int:
        """Hide what must be hidden; how many systems there were."""
        ledger.agrees(self._releases, self._period, self._systems.counts)
        bound = self._bonds.binding(
            self._systems.kinds,
            self._systems.of(SHARE, SUM),
            places,
            self._profile.turnover,
            Part(progress, 0.0, 0.1),
        )
        self._carried = self._bonds.shown_before(bound.carried)
        context = replace(
            context,
            earlier=bound.earlier,
            carried=bound.carried,
            shown_before={cell: shown[:2] for cell, shown in self._carried_shares().items()},
            kept=ledger.kept_counts(self._releases, self._period),
        )
        systems = self._systems.systems(places, context)
        released = ledger.released_numbers(self._bonds.known, self._period)
        to_others = ledger.released_numbers(self._releases.without(self._bonds.known), self._period)
        absent = {i.id for i in self._systems.known_too}
        for number, system in enumerate(systems):
            checkpoint(progress)
            progress.report(0.1 + 0.85 * number / len(systems), tr("Protecting and auditing"))
            self._take(protect_numbers(system, released, progress, absent, to_others), outcome)
        self._reasons.update(hidden_alone(self._systems, self._observations, context.gated))
        return len(systems)

    def _carried_shares(self) -> Dict[Cell, Shown]:
        """What was carried over of shares; a sum or a mean says nothing of counts."""
        kinds = self._systems.kinds
        return {cell: shown for cell, shown in self._carried.items() if kinds[cell[2]] == SHARE}

    def _round(self, places: Sequence[Place], context: Context, progress: Progress) -> Rounded:
        """Round what can be rounded and leave the rest out; areas that are too small are hidden all
        the same."""
        progress.report(0.1, tr("Rounding"))
        systems = self._systems
        wanted = [*systems.of(SHARE, RATE), *systems.known_too_of(SHARE, RATE)]
        rounded = round_families(
            systems.families([i for i in wanted if not is_part(i.id)]),
            places,
            self._profile,
            context.households,
            progress,
        )
        self._shown = tuple(
            i
            for i in systems.indicators
            if systems.kinds[i.id] == KERNEL or i.id in rounded.indicators
        )
        if not self._shown:
            raise _nothing_left(self._period, self._profile)
        first = {cell: GATE for cell in context.gated if cell[2] in rounded.indicators}
        first.update({cell: FEW_HOUSEHOLDS for cell in rounded.few_homes - set(first)})
        self._reasons.update(
            hidden_with(
                first,
                systems.areas,
                systems.residents,
                rounded.indicators,
                self._releases.by(ROUNDING).of_period(self._period),
            )
        )
        return rounded

    def _take(self, found: Protected, outcome: Protected) -> None:
        """Take over what a system hides: a figure is hidden with its numerator or its denominator,
        and the numerator's reason is the one that is told."""
        shown = {i.id for i in self._shown}
        for (area_set, area, indicator, kind), reason in found.hidden.items():
            cell = (area_set, area, indicator)
            if indicator not in shown:
                continue
            if kind == NUMERATOR:
                self._reasons[cell] = reason
            else:
                self._reasons.setdefault(cell, reason)
        outcome.add(found)

    def _carried_within(self) -> float:
        """How far the carried counts are from the new ones at the most, as the readers are told."""
        if not self._carried:
            return 0.0
        stayed = {
            cell: shown
            for cell, shown in self._carried_shares().items()
            if self._reasons.get(cell) == CARRIED
        }
        return largest_distance_told(
            stayed,
            self._systems.counts,
            self._period,
            self._systems.areas,
            self._profile.turnover,
        )

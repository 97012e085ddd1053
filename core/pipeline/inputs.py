"""What the job is given: inputs and choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Mapping, Optional, Sequence, Tuple

from ..areas.area_set import AreaSet
from ..catalogue.law.recommended import AUTO, RECOMMENDED
from ..catalogue.law.rule_sets import rule_set, rule_set_for_year
from ..catalogue.law.rules import RuleSet
from ..catalogue.registers.kinds import COUNTED_KINDS
from ..registers.delivery import Delivery
from ..registers.sources import RegisterSource
from ..registers.tables.register import Register, open_register

ALL, LAW = "all", "law"
REGISTERS_FIRST, FIGURES_FIRST = "registers first", "figures first"
SOURCE_ORDERS = (REGISTERS_FIRST, FIGURES_FIRST)
"""Which of two sources gives a figure that both have of one period."""


@dataclass(frozen=True)
class Inputs:
    """What the municipality hands in.

    Attributes:
        area_sets: the areas to count, several sets at once.
        deliveries: one for each kind of register there is; finished figures among them.
        addresses: sources of the address list, empty when rows have coordinates.
        references: sources of national and regional values, empty when there are none.
        history: (area_id, list year) → category, None when earlier years are not to be looked at.
        figure_areas: the areas the finished figures are of, where they are others than the area
            sets'.
        figure_map: sources of the table that says which areas the units lie in that the finished
            figures are of (``registers.tables.figure_map``), empty where they are of areas.
    """

    area_sets: Sequence[AreaSet]
    deliveries: Sequence[Delivery]
    addresses: Sequence[RegisterSource] = ()
    references: Sequence[RegisterSource] = ()
    history: Optional[Mapping[Tuple[str, int], str]] = None
    figure_areas: Optional[AreaSet] = None
    figure_map: Sequence[RegisterSource] = ()

    def registers_by_source(self) -> Dict[str, str]:
        """Name of every file or layer → the kind of its register."""
        return {
            source.name: kind
            for kind, sources in (
                ("references", self.references),
                ("addresses", self.addresses),
                ("figures", self.figure_map),
                *((delivery.register, delivery.sources) for delivery in self.deliveries),
            )
            for source in sources
        }

    def delivery(self, register: str) -> Optional[Delivery]:
        """The delivery of one kind, None where there is none."""
        return next((d for d in self.deliveries if d.register == register and d.sources), None)


@dataclass(frozen=True)
class Choices:
    """How to count and judge; the defaults follow the law.

    Attributes:
        period: count this period alone (``2026-01``); also the period of files that name none.
        indicators: ids; empty for all of the ``scope`` that the registers have columns for.
        scope: ``all`` indicators, or those of the ``law``.
        catalogue: folder with the municipality's own indicators, or empty.
        facets: what to break the numbers down by (``sex``, ``sex*age_band``).
        go_on: count although cells cannot be read; they are unknown then, and the run says so.
        rule_set: ``auto`` (by the year of each period) or the id of a rule set.
        region: region code for references that hold several regions.
        allow_fewer_years: take the mean of the years there are where the law wants more.
        unknown_education_as_basic: count unknown education as basic school.
        source_order: which source gives a figure of a period that a register and the finished
            figures both have, one of ``SOURCE_ORDERS``.
        reading: which periods' figures are judged (``measures.readings``): ``current`` the newest
            known in each period, ``period`` those of the same period, ``list`` the law's own dates.
    """

    period: str = ""
    indicators: Tuple[str, ...] = ()
    scope: str = ALL
    catalogue: str = ""
    facets: Tuple[str, ...] = ()
    go_on: bool = False
    rule_set: str = RECOMMENDED.rule_set
    region: str = ""
    municipality: str = ""
    use_origin: bool = RECOMMENDED.use_origin
    closeness_percent: float = RECOMMENDED.closeness_percent
    allow_fewer_years: bool = RECOMMENDED.allow_fewer_years
    unknown_education_as_basic: bool = RECOMMENDED.unknown_education_as_basic
    source_order: str = REGISTERS_FIRST
    reading: str = RECOMMENDED.reading


def open_registers(inputs: Inputs, choices: Choices, with_addresses: bool) -> Dict[str, Register]:
    """The registers of the deliveries, by kind, in the catalogue's order."""
    return {
        kind: open_register(
            kind,
            delivery.sources,
            delivery.mapping,
            choices.period or delivery.period,
            with_addresses,
            delivery.values,
        )
        for kind, delivery in ((kind, inputs.delivery(kind)) for kind in COUNTED_KINDS)
        if delivery is not None
    }


def rules_of(year: Optional[int], choice: str) -> RuleSet:
    """The rules that ``year`` (None: the newest) is judged by: the year's own where ``choice`` is
    ``auto``.

    Raises:
        InputError: none are behind it, or there are none of that id.
    """
    return rule_set_for_year(year) if choice == AUTO else rule_set(choice)

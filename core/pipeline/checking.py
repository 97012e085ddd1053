"""Step 0: what is worth knowing about the registers before they are counted."""

from __future__ import annotations

from typing import Dict, List, Mapping, Optional, Set

from ..measures.plan.places import Places
from ..measures.self_check.check import Check, CheckList
from ..measures.self_check.jumps import STANDARD_DEVIATIONS
from ..measures.self_check.register_check import check_register
from ..measures.self_check.values import report_offers
from ..progress import Part, Progress
from ..registers.delivery import Delivery
from ..registers.tables.addresses import read_addresses
from ..registers.tables.register import Register, open_register
from ..registers.values.questions import ColumnValues
from .inputs import Choices, Inputs, open_registers


def check_inputs(
    inputs: Inputs,
    choices: Choices,
    progress: Progress,
    previous: Optional[Mapping[str, Delivery]] = None,
    standard_deviations: float = STANDARD_DEVIATIONS,
    met: Optional[Set[str]] = None,
    values: Optional[Dict[str, List[ColumnValues]]] = None,
    of_file: Optional[Mapping[str, Mapping[str, float]]] = None,
) -> Dict[str, List[Check]]:
    """The self-check of every register, before anything is counted; register kind → findings.

    Args:
        previous: an earlier delivery by kind, to find jumps against.
        met: gets the periods that rows are of.
        values: gets the values of the columns of codes by kind, but for those of persons.
        of_file: by kind, period → rows that a monitor file was made of (``half_files``).
    """
    addresses = (
        read_addresses(inputs.addresses, Part(progress, 0.0, 0.05)) if inputs.addresses else None
    )
    registers = open_registers(inputs, choices, addresses is not None)
    known = addresses is not None or inputs.area_sets
    places = Places(addresses, inputs.area_sets, progress) if known else None
    found = {}
    for position, (kind, register) in enumerate(registers.items()):
        before = (previous or {}).get(kind)
        earlier = (
            open_register(
                kind,
                before.sources,
                before.mapping,
                before.period,
                addresses is not None,
                before.values,
            )
            if before is not None
            else None
        )
        part = Part(
            progress,
            0.05 + 0.95 * position / len(registers),
            0.05 + 0.95 * (position + 1) / len(registers),
        )
        of_kind = values.setdefault(kind, []) if values is not None else None
        found[kind] = check_register(
            register,
            places,
            part,
            earlier,
            standard_deviations,
            met,
            of_kind,
            (of_file or {}).get(kind),
        ) + _offered(inputs.delivery(kind), register)
    return found


def _offered(delivery: Optional[Delivery], register: Register) -> List[Check]:
    """The columns that could play a role that an earlier file had no column for."""
    findings = CheckList(register.kind.kind, 0)
    if delivery is not None:
        report_offers(delivery, register, register.kind, findings)
    return findings.checks

"""What the user has chosen on the Data page, and the pipeline's inputs made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Mapping, Optional, Sequence, Tuple

from qgis.core import QgsCoordinateTransformContext

from ...areas.area_set import AreaSet
from ...i18n import tr
from ...pipeline.inputs import Inputs
from ...progress import Progress
from ...registers.delivery import Delivery, DeliveryProfile
from ...registers.tables.figure_columns import CONSTANT
from ..sources.register_source import Readable, point_mapping, sources_of


@dataclass(frozen=True)
class ChosenSources:
    """What the user has chosen on the Data page.

    Attributes:
        registers: kind → where the rows are, and the profile they are read by.
        period: the one period asked for, or empty.
        figure_map: the table of units and areas of the finished figures.
    """

    registers: Mapping[str, Tuple[Readable, DeliveryProfile]]
    addresses: Optional[Readable] = None
    references: Optional[Readable] = None
    period: str = ""
    figure_map: Optional[Readable] = None


def inputs_of(
    chosen: ChosenSources,
    area_sets: Sequence[AreaSet],
    context: QgsCoordinateTransformContext,
    progress: Progress,
) -> Inputs:
    """The pipeline's inputs of what the user has ``chosen``.

    Columns that the new file of a profile does not have are told, and their roles guessed.
    """
    deliveries = []
    for kind, (rows, profile) in chosen.registers.items():
        sources = sources_of(rows, context, profile.reading)
        there = {
            role: column
            for role, column in profile.mapping.items()
            if not column or column.startswith(CONSTANT) or column in sources[0].columns
        }
        gone = sorted(set(profile.mapping) - set(there))
        if gone:
            progress.warn(
                tr(
                    "{file} has not the columns chosen for {roles}; they are guessed again.",
                    file=sources[0].name,
                    roles=", ".join(gone),
                )
            )
        mapping = point_mapping(sources, there)
        deliveries.append(Delivery(kind, sources, replace(profile, mapping=mapping), chosen.period))
    return Inputs(
        area_sets,
        deliveries,
        addresses=sources_of(chosen.addresses, context) if chosen.addresses else (),
        references=sources_of(chosen.references, context) if chosen.references else (),
        figure_map=sources_of(chosen.figure_map, context) if chosen.figure_map else (),
    )

"""What is chosen for the next count, made ready for the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProject, QgsVectorLayer

from ..core.gis.host.project_state import ProjectState

if TYPE_CHECKING:
    from ..core.gis.jobs.inputs import ChosenSources
    from ..core.gis.sources.register_source import Readable
    from ..core.pipeline.inputs import Choices
    from ..core.registers.delivery import DeliveryProfile


def profile_of(state: ProjectState, kind: str) -> "DeliveryProfile":
    """How the register of the ``kind`` is read."""
    from ..core.registers.delivery import DeliveryProfile
    from ..core.registers.reading import reading_of

    return DeliveryProfile(
        state.names.get(kind, ""),
        kind,
        state.mappings.get(kind, {}),
        reading_of(state.readings.get(kind, {})),
        state.values.get(kind, {}),
        state.declined.get(kind, {}),
    )


def choices_of(state: ProjectState) -> "Choices":
    """How to count and judge."""
    from ..core.catalogue.law.municipalities import municipalities
    from ..core.pipeline.inputs import Choices

    municipality = municipalities().get(state.municipality)
    return Choices(
        period=state.period,
        indicators=tuple(state.indicators),
        rule_set=state.rule_set,
        region=municipality.region if municipality else "",
        municipality=state.municipality,
        use_origin=state.use_origin,
        closeness_percent=state.closeness_percent,
        allow_fewer_years=state.allow_fewer_years,
        unknown_education_as_basic=state.unknown_education_as_basic,
        reading=state.reading,
        catalogue=state.catalogue,
        go_on=state.go_on,
        source_order=state.source_order,
    )


def sources_of(state: ProjectState) -> "ChosenSources":
    """The chosen registers with their profiles.

    Raises:
        InputError: a layer cannot be read.
    """
    from ..core.gis.jobs.inputs import ChosenSources

    registers = {
        kind: (readable_of(value), profile_of(state, kind))
        for kind, value in state.registers.items()
    }
    addresses, references, figure_map = (
        readable_of(value) if value else None
        for value in (state.addresses, state.references, state.figure_map)
    )
    return ChosenSources(registers, addresses, references, state.period, figure_map)


def readable_of(value: str) -> "Readable":
    """What a source edit holds, ready for the background: the path, or sources made of the layer.

    Raises:
        InputError: the layer cannot be read.
    """
    layer = QgsProject.instance().mapLayer(value)
    if not isinstance(layer, QgsVectorLayer):
        return value
    from ..core.gis.sources.register_source import sources_of

    return sources_of(layer, QgsProject.instance().transformContext())

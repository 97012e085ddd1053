"""A register of persons counted, and where its persons live."""

from __future__ import annotations

from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.progress import Silent

from tests.unit.helpers import inputs

X, Y = 500_005.0, 6_200_005.0


def count(source, area_set, **choices):
    """(observations, findings) of a register of persons."""
    counted = count_areas(inputs([area_set], [source]), Choices(**choices), Silent())
    return counted.observations[area_set.id], counted.findings["persons"]

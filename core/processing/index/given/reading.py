"""What an index algorithm was given: the index, and the figures it is to be computed of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Dict, List, Mapping, Sequence, Tuple

from qgis.core import QgsFeatureSource, QgsProcessingContext

from ....errors import InputError
from ....gis.sources.field_names import guess_field
from ....i18n import tr
from ....registers.column_names import safe_names
from ...base import SociodemografiAlgorithm
from ...law.figures import source_of
from ...parameters import CATALOGUE
from ..parameters import (
    AGGREGATION,
    BASELINE,
    CLASSES,
    CUTS,
    DEFINITION,
    DIRECTIONS,
    FIELDS,
    MINIMUM_POPULATION,
    MISSING,
    NORMALISATION,
    OPTIONS,
    POPULATION_FIELD,
    WEIGHTS,
)
from .ad_hoc import names_of_fields, put_together
from .cube_of_table import RESIDENTS, read_cube

if TYPE_CHECKING:
    from ....catalogue.index.definitions import IndexDefinition
    from ....catalogue.indicators.definitions import Indicator
    from ....index.cube import Cube

OF_ORIGIN = ("nonwestern", "non_western", "ikke_vest", "ikkevest")
SAID_BY_THE_INDEX = (
    DIRECTIONS,
    WEIGHTS,
    NORMALISATION,
    OPTIONS,
    AGGREGATION,
    MISSING,
    BASELINE,
    CLASSES,
    CUTS,
)
"""Parameters that are not used beside an index by name."""


@dataclass(frozen=True)
class IndexInput:
    """What an index algorithm was given.

    Attributes:
        places: (period, area) positions of every feature, in their order.
        known: the catalogue by id.
        warnings: sentences to push before anything is computed.
    """

    source: QgsFeatureSource
    cube: "Cube"
    definition: "IndexDefinition"
    places: List[Tuple[int, int]]
    known: "Mapping[str, Indicator]"
    warnings: Tuple[str, ...]


def read_index_input(
    algorithm: SociodemografiAlgorithm, parameters: Dict[str, Any], context: QgsProcessingContext
) -> IndexInput:
    """The index and the figures it is to be computed of.

    Raises:
        InputError: a field is missing, an area is there twice in a period, a cell is no number.
        CatalogueError: the index says something impossible; names the key.
    """
    from ....catalogue.own import catalogue

    source = source_of(algorithm, parameters, context)
    folder = algorithm.parameterAsString(parameters, CATALOGUE, context)
    name = algorithm.parameterAsString(parameters, DEFINITION, context).strip()
    fields = names_of_fields(parameters.get(FIELDS))
    if bool(name) == bool(fields):
        raise InputError(
            tr("Give either an index (DEFINITION) or its fields (FIELDS)."),
            tr("Presets: berlin_mss, dansk_kommunal, england_imd, hamburg, nzdep."),
        )
    known = {indicator.id: indicator for indicator in catalogue(folder)}
    if name:
        definition, warnings = _by_name(algorithm, parameters, context, name, folder)
    else:
        definition = put_together(algorithm, parameters, context, fields)
        warnings = _of_origin(fields, known)
    cube, places = read_cube(algorithm, parameters, context, source, definition)
    guessed = guess_field(source.fields().names(), RESIDENTS)
    chosen = parameters.get(POPULATION_FIELD) or guessed == RESIDENTS[0]
    if guessed and definition.minimum_population and not chosen:
        said = tr("Residents are read from the field {field}.", field=safe_names([guessed]))
        warnings = (*warnings, said)
    return IndexInput(source, cube, definition, places, known, warnings)


def _by_name(
    algorithm: SociodemografiAlgorithm,
    parameters: Dict[str, Any],
    context: QgsProcessingContext,
    name: str,
    folder: str,
) -> "Tuple[IndexDefinition, Tuple[str, ...]]":
    """The definition named, with MINIMUM_POPULATION where that is given; other choices beside it
    are told."""
    from ....catalogue.index.presets import definition_of

    definition = definition_of(name, folder)
    least = algorithm.parameterAsInt(parameters, MINIMUM_POPULATION, context)
    if least:
        definition = replace(definition, minimum_population=least)
    ignored = [
        key
        for key in SAID_BY_THE_INDEX
        if parameters.get(key) not in (None, "")
        and parameters[key] != algorithm.parameterDefinition(key).defaultValue()
    ]
    if not ignored:
        return definition, ()
    said = tr(
        "The index {name} says itself what {parameters} say; they are not used.",
        name=name,
        parameters=", ".join(ignored),
    )
    return definition, (said,)


def _of_origin(fields: Sequence[str], known: "Mapping[str, Indicator]") -> Tuple[str, ...]:
    """The ruling, where a field looks like the share of non-western origin."""
    from ....i18n import in_language

    note = in_language(known["nonwestern"].legal_note)
    return tuple(
        tr("{indicator} is part of the score. {note}", indicator=field, note=note)
        for field in fields
        if field not in known and any(text in field.lower() for text in OF_ORIGIN)
    )

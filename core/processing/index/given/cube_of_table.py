"""The figures of an index, read from a table with a row per area and period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, List, Mapping, Sequence, Tuple

from qgis.core import QgsFeatureSource, QgsProcessingContext

from ....errors import InputError
from ....gis.host.compat import text_of
from ....gis.law.figures import column_numbers, given_or_guessed, unit_of
from ....gis.sources.field_names import AREA_FIELDS
from ....i18n import tr
from ....periods import is_period
from ....registers.column_names import safe_names
from ...base import SociodemografiAlgorithm
from ..parameters import ID_FIELD, PERIOD_FIELD, POPULATION_FIELD

if TYPE_CHECKING:
    import numpy as np

    from ....catalogue.index.definitions import IndexDefinition
    from ....index.cube import Cube

RESIDENTS = ("population", "beboere", "residents")
PERIODS = ("period", "periode")
"""What the fields are called where nobody chooses them."""
RESIDENTS_OF_AREA = ("population", "population")
Figure = Tuple[str, str]
"""(indicator, ``value``, ``numerator`` or ``denominator``)."""


def read_cube(
    algorithm: SociodemografiAlgorithm,
    parameters: Dict[str, Any],
    context: QgsProcessingContext,
    source: QgsFeatureSource,
    definition: "IndexDefinition",
) -> "Tuple[Cube, List[Tuple[int, int]]]":
    """The figures of ``definition`` in the table ``source``, and where every feature's stand:
    (period, area) positions, in the features' order.

    Raises:
        InputError: a field is missing, an area is there twice in a period, a cell is no number.
    """
    import numpy as np

    from ....index.cube import Cube

    names = source.fields().names()
    field_of = _found(names, source.sourceName())

    def chosen(parameter: str, guesses: Sequence[str]) -> str:
        given = algorithm.parameterAsString(parameters, parameter, context).strip()
        return given_or_guessed(given, guesses, names, parameter, source.sourceName()) or ""

    id_field, period_field = chosen(ID_FIELD, AREA_FIELDS), chosen(PERIOD_FIELD, PERIODS)
    population = chosen(POPULATION_FIELD, RESIDENTS)
    wanted = {one: field_of(one) for one in definition.indicators}
    lacking = [one for one, field in wanted.items() if not field]
    if lacking:
        raise InputError(
            tr(
                "The index {name} needs fields that {table} lacks: {fields}.",
                name=definition.id,
                table=source.sourceName(),
                fields=", ".join(lacking),
            ),
            tr("Name the fields as the indicators, or choose the fields as FIELDS."),
        )
    columns = {(one, "value"): field for one, field in wanted.items()}
    for one in wanted:
        for part in ("numerator", "denominator"):
            if field_of(f"{one}_{part}"):
                columns[(one, part)] = field_of(f"{one}_{part}")
    if population:
        columns[RESIDENTS_OF_AREA] = population
    keys, cells = _cells(source, id_field, period_field, columns)
    areas = list(dict.fromkeys(area for _, area in keys))
    periods = sorted({period for period, _ in keys})
    at = {name: place for place, name in enumerate(areas)}
    when = {name: place for place, name in enumerate(periods)}
    places = [(when[period], at[area]) for period, area in keys]
    arrays: Dict[Tuple[str, str], np.ndarray] = {
        key: np.full((len(periods), len(areas)), np.nan) for key in (*columns, RESIDENTS_OF_AREA)
    }
    for (row, column), values in zip(places, cells):
        for key, value in values.items():
            arrays[key][row, column] = value

    def of(part: str) -> Dict[str, np.ndarray]:
        return {one: array for (one, kind), array in arrays.items() if kind == part}

    cube = Cube(
        areas=tuple(areas),
        periods=tuple(periods),
        values=of("value"),
        population=arrays[RESIDENTS_OF_AREA],
        numerators=of("numerator"),
        denominators=of("denominator"),
    )
    return cube, places


def _found(names: Sequence[str], table: str) -> Callable[[str], str]:
    """Name → the field of that name, else the only one that differs in upper and lower case, else
    an empty text.

    Raises:
        InputError: (the function) several differ only so.
    """

    def of(wanted: str) -> str:
        alike = [name for name in names if name.lower() == wanted.lower()]
        if wanted in names or len(alike) < 2:
            return wanted if wanted in names else "".join(alike)
        raise InputError(
            tr(
                "{table} has the fields {fields}, which differ in upper and lower case alone; none "
                "is "
                "{field}.",
                table=table,
                fields=safe_names(alike, names),
                field=safe_names([wanted], names),
            ),
            tr("Choose the field by its name as it is written."),
        )

    return of


def _cells(
    source: QgsFeatureSource,
    id_field: str,
    period_field: str,
    columns: Mapping[Figure, str],
) -> Tuple[List[Tuple[str, str]], List[Dict[Tuple[str, str], float]]]:
    """((period, area) of every feature, its figures)."""
    keys, seen = [], set()
    cells: Dict[Tuple[str, str], List[object]] = {name: [] for name in columns}
    for row, feature in enumerate(source.getFeatures(), start=1):
        key = (
            text_of(feature[period_field]) if period_field else "",
            text_of(feature[id_field]) if id_field else str(row),
        )
        if period_field and not is_period(key[0]):
            raise InputError(
                tr(
                    "{table}, row {row}: {period} is no period.",
                    table=source.sourceName(),
                    row=row,
                    period=key[0] or "NULL",
                ),
                tr("Choose a field with YYYY-MM or YYYY as PERIOD_FIELD."),
            )
        if id_field and not key[1]:
            raise InputError(
                tr("{table}, row {row}: the area has no id.", table=source.sourceName(), row=row),
                tr("Choose a field that every area has a value in as ID_FIELD."),
            )
        if key in seen:
            raise InputError(
                tr(
                    "{table}, row {row}: the area {area} is there twice.",
                    table=source.sourceName(),
                    row=row,
                    area=key[1],
                ),
                tr(
                    "Choose the field with the area's id as ID_FIELD, and the period as "
                    "PERIOD_FIELD."
                ),
            )
        seen.add(key)
        keys.append(key)
        for name, field in columns.items():
            cells[name].append(feature[field])
    read = {
        (one, part): column_numbers(
            cells[one, part],
            field,
            source.sourceName(),
            unit_of(one if part in ("value", "population") else f"{one}_{part}"),
        )
        for (one, part), field in columns.items()
    }
    return keys, [{name: float(read[name][row]) for name in columns} for row in range(len(keys))]

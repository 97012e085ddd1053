"""Parameters of an index, ready-made or put together on the spot, and how its figures are read from
a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable, Dict, List, Mapping, Sequence, Tuple

from qgis.core import (
    QgsFeatureSource,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...catalogue.index.definitions import GIVEN, HIGHER, LOWER, THIS_PERIOD
from ...catalogue.index.methods import class_traits, default_options, methods
from ...catalogue.index.parser import parse_definition
from ...catalogue.json_text import JsonError, parse
from ...errors import InputError
from ...gis.host import compat
from ...gis.host.compat import text_of
from ...gis.law.figures import column_numbers, given_or_guessed, unit_of
from ...gis.sources.field_names import AREA_FIELDS, guess_field
from ...i18n import tr
from ...numbers import typed_number
from ...periods import is_period
from ...registers.column_names import safe_names
from ..base import SociodemografiAlgorithm
from ..law.figures import INPUT, add_field, source_of
from ..parameters import CATALOGUE, names_of

if TYPE_CHECKING:
    from ...catalogue.index.definitions import IndexDefinition
    from ...catalogue.indicators.definitions import Indicator
    from ...index.cube import Cube

ID_FIELD, PERIOD_FIELD, POPULATION_FIELD = "ID_FIELD", "PERIOD_FIELD", "POPULATION_FIELD"
DEFINITION, FIELDS, DIRECTIONS, WEIGHTS = "DEFINITION", "FIELDS", "DIRECTIONS", "WEIGHTS"
NORMALISATION, OPTIONS, AGGREGATION, MISSING = "NORMALISATION", "OPTIONS", "AGGREGATION", "MISSING"
MISSING_SHARE, BASELINE, BASELINE_PERIOD = "MISSING_SHARE", "BASELINE", "BASELINE_PERIOD"
CLASSES, CLASS_COUNT, CUTS, MINIMUM_POPULATION = (
    "CLASSES",
    "CLASS_COUNT",
    "CUTS",
    "MINIMUM_POPULATION",
)
OF_ORIGIN = ("nonwestern", "non_western", "ikke_vest", "ikkevest")
AD_HOC = "ad_hoc"
RESIDENTS = ("population", "beboere", "residents")
IGNORED_BESIDE = (
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
"""What a definition says itself."""


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


def add_index_parameters(algorithm: SociodemografiAlgorithm) -> None:
    """The table, the index by name, or its parts."""
    algorithm.addParameter(
        QgsProcessingParameterFeatureSource(
            INPUT, tr("Areas or table with figures"), [compat.ANY_VECTOR_SOURCE]
        )
    )
    add_field(algorithm, ID_FIELD, tr("Field with the area id"))
    algorithm.addParameter(
        QgsProcessingParameterString(
            DEFINITION,
            tr(
                "Index: a preset (berlin_mss, dansk_kommunal, england_imd, hamburg, nzdep), an own "
                "one, or a "
                "JSON file"
            ),
            None,
            False,
            True,
        )
    )
    algorithm.addParameter(
        QgsProcessingParameterField(
            FIELDS,
            tr("… or the fields of an index put together here"),
            None,
            INPUT,
            QgsProcessingParameterField.DataType.Numeric,
            True,
            True,
        )
    )
    algorithm.addParameter(
        QgsProcessingParameterString(
            DIRECTIONS,
            tr(
                "Direction of each field: + more is worse, - less is worse (with comma; empty: all "
                "+)"
            ),
            None,
            False,
            True,
        )
    )
    algorithm.addParameter(
        QgsProcessingParameterString(
            WEIGHTS, tr("Weight of each field (with comma; empty: all equal)"), None, False, True
        )
    )
    for name, text, step, default in (
        (NORMALISATION, tr("Normalisation"), "normalisation", "z"),
        (AGGREGATION, tr("Aggregation"), "aggregation", "arithmetic"),
        (MISSING, tr("Missing figures (must be chosen for fields)"), "missing", None),
    ):
        algorithm.addParameter(
            QgsProcessingParameterEnum(name, text, list(methods(step)), False, default, True, True)
        )
    algorithm.addParameter(
        QgsProcessingParameterEnum(
            CLASSES, tr("Classes"), list(methods("classes")), False, "sd", True, True
        )
    )
    algorithm.addParameter(
        QgsProcessingParameterNumber(
            MINIMUM_POPULATION,
            tr("Leave out areas with fewer residents than"),
            QgsProcessingParameterNumber.Type.Integer,
            0,
            False,
            0,
        )
    )
    _add_advanced(algorithm)


def _add_advanced(algorithm: SociodemografiAlgorithm) -> None:
    text = QgsProcessingParameterString
    number, real = QgsProcessingParameterNumber, QgsProcessingParameterNumber.Type.Double
    advanced: List[QgsProcessingParameterDefinition] = [
        text(
            OPTIONS,
            tr(
                "Options of the normalisation (JSON: one object, or a list with one for each field)"
            ),
            None,
            True,
            True,
        ),
        text("AGGREGATION_OPTIONS", tr("Options of the aggregation (JSON)"), None, False, True),
        number(
            MISSING_SHARE,
            tr("Share of the weight that must be there (threshold)"),
            real,
            0.66,
            False,
            0.0,
            1.0,
        ),
        QgsProcessingParameterEnum(
            BASELINE,
            tr("Measured against"),
            [one for one in methods("baseline") if one != GIVEN],
            False,
            "this_period",
            True,
            True,
        ),
        text(BASELINE_PERIOD, tr("Period of the frozen baseline (YYYY-MM)"), None, False, True),
        number(
            CLASS_COUNT,
            tr("Number of classes (quantiles, natural_breaks)"),
            QgsProcessingParameterNumber.Type.Integer,
            5,
            False,
            2,
            20,
        ),
        text(
            CUTS,
            tr("Cuts (sd: in standard deviations; fixed: in scores; with comma)"),
            "-1, 1, 1.5",
            False,
            True,
        ),
        QgsProcessingParameterField(
            PERIOD_FIELD,
            tr("Field with the period (YYYY-MM), where there are several"),
            None,
            INPUT,
            QgsProcessingParameterField.DataType.Any,
            False,
            True,
        ),
        QgsProcessingParameterField(
            POPULATION_FIELD,
            tr("Residents"),
            None,
            INPUT,
            QgsProcessingParameterField.DataType.Numeric,
            False,
            True,
        ),
        QgsProcessingParameterFile(
            CATALOGUE,
            tr("Folder with the municipality's own indicators"),
            QgsProcessingParameterFile.Behavior.Folder,
            "",
            None,
            True,
        ),
    ]
    for parameter in advanced:
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        algorithm.addParameter(parameter)


def read_index_input(
    algorithm: SociodemografiAlgorithm, parameters: dict, context: QgsProcessingContext
) -> IndexInput:
    """The index and the figures it is to be computed of.

    Raises:
        InputError: a field is missing, an area is there twice in a period, a cell is no number.
        CatalogueError: the index says something impossible; names the key.
    """
    from ...catalogue.own import catalogue

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
        definition = _put_together(algorithm, parameters, context, fields)
        warnings = _of_origin(fields, known)
    cube, places = _read_cube(algorithm, parameters, context, source, definition)
    guessed = guess_field(source.fields().names(), RESIDENTS)
    if (
        guessed
        and guessed != RESIDENTS[0]
        and definition.minimum_population
        and not parameters.get(POPULATION_FIELD)
    ):
        warnings = (
            *warnings,
            tr("Residents are read from the field {field}.", field=safe_names([guessed])),
        )
    return IndexInput(source, cube, definition, places, known, warnings)


def _by_name(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    context: QgsProcessingContext,
    name: str,
    folder: str,
) -> "Tuple[IndexDefinition, Tuple[str, ...]]":
    """The definition named, with MINIMUM_POPULATION where that is given; other choices beside it
    are told."""
    from dataclasses import replace

    from ...catalogue.index.presets import definition_of

    definition = definition_of(name, folder)
    least = algorithm.parameterAsInt(parameters, MINIMUM_POPULATION, context)
    if least:
        definition = replace(definition, minimum_population=least)
    beside = [
        key
        for key in IGNORED_BESIDE
        if parameters.get(key) not in (None, "")
        and parameters[key] != algorithm.parameterDefinition(key).defaultValue()
    ]
    return definition, () if not beside else (
        tr(
            "The index {name} says itself what {parameters} say; they are not used.",
            name=name,
            parameters=", ".join(beside),
        ),
    )


def names_of_fields(given: object) -> List[str]:
    """Field names from a list, or a text with semicolons."""
    if isinstance(given, str):
        return [name for name in (part.strip() for part in given.split(";")) if name]
    return [str(name) for name in given or ()]


def _of_origin(fields: Sequence[str], known: "Mapping[str, Indicator]") -> Tuple[str, ...]:
    """The ruling, where a field looks like the share of non-western origin."""
    from ...i18n import in_language

    note = in_language(known["nonwestern"].legal_note)
    return tuple(
        tr("{indicator} is part of the score. {note}", indicator=field, note=note)
        for field in fields
        if field not in known and any(text in field.lower() for text in OF_ORIGIN)
    )


def check_count(parts: Sequence[object], count: int, parameter: str) -> None:
    """Raise ``InputError`` unless there is one part for each field."""
    if len(parts) != count:
        raise InputError(
            tr(
                "{parameter} has {found} entries for {count} fields.",
                parameter=parameter,
                found=len(parts),
                count=count,
            ),
            tr("Write one for each field, with comma."),
        )


def numbers_of(text: str, parameter: str) -> List[float]:
    """Numbers parted by semicolons (then with decimal comma or point), or by commas (then with
    points).

    Raises:
        InputError: a part is no number; names it.
    """
    parts = [part.strip() for part in text.split(";" if ";" in text else ",")]
    found = []
    for part in filter(None, parts):
        try:
            found.append(typed_number(part))
        except ValueError:
            raise InputError(
                tr("{parameter}: {found} is no number.", parameter=parameter, found=part),
                tr("Write for example {example}.", example="1; 0,5; 2"),
            ) from None
    return found


def _json(text: str, parameter: str, kinds: tuple = (dict,)) -> object:
    try:
        found = parse(text) if text.strip() else {}
        inside = found if isinstance(found, list) else ()
        if isinstance(found, kinds) and all(isinstance(one, dict) for one in inside):
            return found
        raise InputError(
            tr("{parameter} is no JSON object.", parameter=parameter),
            tr("Write for example {example}.", example='{"ddof": 1}'),
        )
    except JsonError as error:
        raise InputError(
            tr(
                "{parameter} is no JSON (column {column}).", parameter=parameter, column=error.colno
            ),
            tr("Write for example {example}.", example='{"ddof": 1}'),
        ) from None


def _put_together(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    context: QgsProcessingContext,
    fields: Sequence[str],
) -> "IndexDefinition":
    def text(name: str) -> str:
        return algorithm.parameterAsString(parameters, name, context).strip()

    directions = list(names_of(text(DIRECTIONS))) or ["+"] * len(fields)
    check_count(directions, len(fields), DIRECTIONS)
    words = {
        "+": HIGHER,
        "1": HIGHER,
        HIGHER: HIGHER,
        "-": LOWER,
        "-1": LOWER,
        "−": LOWER,
        LOWER: LOWER,
    }
    wrong = [direction for direction in directions if direction not in words]
    if wrong:
        raise InputError(
            tr("DIRECTIONS: {found} is no direction.", found=wrong[0]),
            tr("Write + or -, with comma."),
        )
    weights = numbers_of(text(WEIGHTS), WEIGHTS) or [1.0] * len(fields)
    check_count(weights, len(fields), WEIGHTS)
    options = _json(text(OPTIONS), OPTIONS, (dict, list))
    per_field = options if isinstance(options, list) else [options] * len(fields)
    check_count(per_field, len(fields), OPTIONS)
    method = text(NORMALISATION) or "z"
    members = [
        {
            "indicator": field,
            "direction": words[direction],
            "weight": weight,
            "normalisation": {"method": method, **own},
        }
        for field, direction, weight, own in zip(fields, directions, weights, per_field)
    ]
    aggregation = {
        "method": text(AGGREGATION) or "arithmetic",
        **_json(text("AGGREGATION_OPTIONS"), "AGGREGATION_OPTIONS"),
    }
    if not text(MISSING):
        raise InputError(
            tr("MISSING: what to do with missing figures is not chosen."),
            tr("Use one of {choices}.", choices=", ".join(methods("missing"))),
        )
    missing = {"policy": text(MISSING)}
    if "share" in default_options("missing", missing["policy"]):
        missing["share"] = algorithm.parameterAsDouble(parameters, MISSING_SHARE, context)
    period = {"period": text(BASELINE_PERIOD)} if text(BASELINE_PERIOD) else {}
    return parse_definition(
        {
            "format": 1,
            "id": AD_HOC,
            "name": {"da": AD_HOC, "en": AD_HOC},
            "weighting": "given",
            "themes": [{"id": AD_HOC, "name": {"da": AD_HOC, "en": AD_HOC}, "indicators": members}],
            "normalisation": members[0]["normalisation"],
            "aggregation": {"themes": aggregation, "index": {"method": "arithmetic"}},
            "missing": missing,
            "baseline": {"kind": text(BASELINE) or THIS_PERIOD, **period},
            "classes": _classes(algorithm, parameters, context, text(CLASSES) or "sd"),
            "minimum_population": algorithm.parameterAsInt(parameters, MINIMUM_POPULATION, context),
        },
        "FIELDS",
    )


def _classes(
    algorithm: SociodemografiAlgorithm, parameters: dict, context: QgsProcessingContext, method: str
) -> Dict[str, object]:
    if not class_traits(method).cuts:
        return {
            "method": method,
            "count": algorithm.parameterAsInt(parameters, CLASS_COUNT, context),
        }
    cuts = numbers_of(algorithm.parameterAsString(parameters, CUTS, context), CUTS)
    # as in Berlin's monitor, a score just at a cut belongs to the class nearer the middle
    return {
        "method": method,
        "cuts": [{"at": cut, "in": "above" if cut < 0 else "below"} for cut in cuts],
    }


def _read_cube(
    algorithm: SociodemografiAlgorithm,
    parameters: dict,
    context: QgsProcessingContext,
    source: QgsFeatureSource,
    definition: "IndexDefinition",
) -> "Tuple[Cube, List[Tuple[int, int]]]":
    import numpy as np

    from ...index.cube import Cube

    names = source.fields().names()
    field_of = _found(names, source.sourceName())

    def chosen(parameter: str, guesses: Sequence[str]) -> str:
        given = algorithm.parameterAsString(parameters, parameter, context).strip()
        return given_or_guessed(given, guesses, names, parameter, source.sourceName()) or ""

    id_field, period_field = (
        chosen(ID_FIELD, AREA_FIELDS),
        chosen(PERIOD_FIELD, ("period", "periode")),
    )
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
        columns[("population", "population")] = population
    keys, cells = _cells(source, id_field, period_field, columns)
    areas, periods = (
        list(dict.fromkeys(area for _, area in keys)),
        sorted({period for period, _ in keys}),
    )
    at = {name: place for place, name in enumerate(areas)}
    when = {name: place for place, name in enumerate(periods)}
    places = [(when[period], at[area]) for period, area in keys]
    arrays: Dict[Tuple[str, str], np.ndarray] = {
        key: np.full((len(periods), len(areas)), np.nan)
        for key in (*columns, ("population", "population"))
    }
    for (row, column), values in zip(places, cells):
        for key, value in values.items():
            arrays[key][row, column] = value

    def of(part: str) -> Dict[str, np.ndarray]:
        return {one: array for (one, kind), array in arrays.items() if kind == part}

    return Cube(
        tuple(areas),
        tuple(periods),
        of("value"),
        arrays[("population", "population")],
        of("numerator"),
        of("denominator"),
    ), places


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
    columns: Mapping[Tuple[str, str], str],
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

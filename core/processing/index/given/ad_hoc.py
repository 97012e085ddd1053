"""An index put together on the spot of the fields of a table."""

from __future__ import annotations

from typing import Any, Dict, List, Sequence, Tuple

from qgis.core import QgsProcessingContext

from ....catalogue.index.definitions import HIGHER, LOWER, IndexDefinition
from ....catalogue.index.methods import THIS_PERIOD, default_options, methods
from ....catalogue.index.traits import class_traits
from ....catalogue.json_text import JsonError, parse
from ....errors import InputError
from ....i18n import tr
from ....numbers import typed_number
from ...base import SociodemografiAlgorithm
from ...parameters import names_of
from ..parameters import (
    AGGREGATION,
    AGGREGATION_OPTIONS,
    BASELINE,
    BASELINE_PERIOD,
    CLASS_COUNT,
    CLASSES,
    CUTS,
    DIRECTIONS,
    FIELDS,
    MINIMUM_POPULATION,
    MISSING,
    MISSING_SHARE,
    NORMALISATION,
    OPTIONS,
    WEIGHTS,
)

AD_HOC = "ad_hoc"
DIRECTION_WORDS = {
    "+": HIGHER,
    "1": HIGHER,
    HIGHER: HIGHER,
    "-": LOWER,
    "-1": LOWER,
    "−": LOWER,
    LOWER: LOWER,
}


def put_together(
    algorithm: SociodemografiAlgorithm,
    parameters: Dict[str, Any],
    context: QgsProcessingContext,
    fields: Sequence[str],
) -> IndexDefinition:
    """An index of ``fields``, each with its direction, weight and options.

    Raises:
        InputError: there is not one of them for each field, or no rule for missing figures.
        CatalogueError: together they make no sense.
    """
    from ....catalogue.index.parser import parse_definition

    def text(name: str) -> str:
        return algorithm.parameterAsString(parameters, name, context).strip()

    directions = list(names_of(text(DIRECTIONS))) or ["+"] * len(fields)
    check_count(directions, len(fields), DIRECTIONS)
    wrong = [direction for direction in directions if direction not in DIRECTION_WORDS]
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
            "direction": DIRECTION_WORDS[direction],
            "weight": weight,
            "normalisation": {"method": method, **own},
        }
        for field, direction, weight, own in zip(fields, directions, weights, per_field)
    ]
    aggregation = {
        "method": text(AGGREGATION) or "arithmetic",
        **_json(text(AGGREGATION_OPTIONS), AGGREGATION_OPTIONS),
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
        FIELDS,
    )


def _classes(
    algorithm: SociodemografiAlgorithm,
    parameters: Dict[str, Any],
    context: QgsProcessingContext,
    method: str,
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


def names_of_fields(given: Any) -> List[str]:
    """Field names from a list, or a text with semicolons."""
    if isinstance(given, str):
        return [name for name in (part.strip() for part in given.split(";")) if name]
    return [str(name) for name in given or ()]


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


def _json(text: str, parameter: str, kinds: Tuple[type, ...] = (dict,)) -> Any:
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

"""Reads index definitions, and refuses what makes no sense: by file, key and entry."""

from __future__ import annotations

import re
from typing import Dict, Optional, Tuple

from ...errors import CatalogueError
from ...i18n import tr
from .. import files
from .definitions import (
    ALL_PERIODS,
    FROZEN,
    GIVEN,
    HIGHER,
    LOWER,
    METHODS_FILE,
    NEED_POSITIVE,
    Classes,
    Dynamics,
    IndexDefinition,
    Member,
    Method,
    Theme,
    method_name,
    methods,
    needed,
)

SCHEMA = "index.schema.json"
ID = re.compile(r"^[a-z][a-z0-9_]{2,59}$")
SIDES = ("below", "above")
RANGES = {
    "winsorised": {"lower": (0.0, 1.0), "upper": (0.0, 1.0)},
    "exponential": {"scale": (5.0, 1000.0)},
    "power": {"p": (-20.0, 20.0)},
    "threshold": {"share": (0.01, 1.0)},
    "carried_forward": {"months": (1.0, 600.0)},
}
MEMBERS_ALONE = ("log", "reference", "goalposts", "target")
"""Normalisations of figures, which have a unit and a place; scores have neither."""
ORDINAL = "ordinal"
LEAST_WEIGHT, LEAST_CLASSES, MOST_CLASSES = 1e-12, 2, 20


def refuse(key: str, entry: str, file: str, problem: str, next_step: str) -> None:
    """Raise a ``CatalogueError`` that names file, key and entry."""
    raise CatalogueError(
        tr(
            "The index definition {file}: {key} in {entry}: {problem}",
            file=file,
            key=key,
            entry=entry,
            problem=problem,
        ),
        next_step,
    )


def _choice(
    found: object, choices: "Tuple[str, ...] | list", key: str, entry: str, file: str
) -> str:
    if found not in choices:
        refuse(
            key,
            entry,
            file,
            tr("{found} is not known.", found=str(found)),
            tr("Use one of {choices}.", choices=", ".join(choices)),
        )
    return str(found)


def _number(found: object, key: str, entry: str, file: str, least: Optional[float] = None) -> float:
    if (
        isinstance(found, bool)
        or not isinstance(found, (int, float))
        or found != found
        or abs(found) == float("inf")
    ):
        refuse(
            key, entry, file, tr("{found} is no number.", found=str(found)), tr("Write a number.")
        )
    if least is not None and found < least:
        refuse(
            key,
            entry,
            file,
            tr("{found} is too small.", found=str(found)),
            tr("Write a number from {least}.", least=least),
        )
    return float(found)


def parse_method(
    node: dict, step: str, key: str, entry: str, file: str, name_key: str = "method"
) -> Method:
    """A step's method from its JSON object, whose shape is checked; defaults are filled in, and
    ``CatalogueError`` names what is wrong."""
    name = _choice(node[name_key], list(methods(step)), key, entry, file)
    known = methods(step)[name]
    numbers = tuple(known.get("needs", ()))
    for option in set(node) - {name_key} - set(known["options"]) - set(numbers):
        refuse(
            f"{key}.{option}",
            entry,
            file,
            tr("{method} has no such option.", method=name),
            tr(
                "Its options are: {choices}.",
                choices=", ".join((*known["options"], *numbers)) or "-",
            ),
        )
    given = {option: node[option] for option in node if option != name_key}
    options = {**known["options"], **given}
    for option, value in options.items():
        default = known["options"].get(option, 0)
        if option == "ties":
            _choice(value, files.read(METHODS_FILE)["ties"], f"{key}.ties", entry, file)
        elif option == "zero":
            _choice(value, ["refuse", "plus_one"], f"{key}.zero", entry, file)
        elif not isinstance(default, (bool, str)):
            options[option] = _number(value, f"{key}.{option}", entry, file)
    return Method(name, options)


def _check_options(method: Method, key: str, entry: str, file: str) -> None:
    """Options that exclude each other."""
    options = method.options
    for low, high in (("low", "high"), ("lower", "upper")):
        if low in options and not options[low] < options[high]:
            refuse(
                f"{key}.{low}",
                entry,
                file,
                tr("it is not below {other}.", other=high),
                tr("Swap the two."),
            )
    if "from" in options and options["from"] == options["to"]:
        refuse(
            f"{key}.from",
            entry,
            file,
            tr("it is the same as {other}.", other="to"),
            tr("Write two numbers."),
        )
    if method.name == "power" and options["p"] == 0:
        refuse(f"{key}.p", entry, file, tr("p = 0 is the geometric mean."), tr("Choose geometric."))
    if "ddof" in options and options["ddof"] not in (0, 1):
        refuse(
            f"{key}.ddof",
            entry,
            file,
            tr("it is neither 0 nor 1."),
            tr("Write 0 (population) or 1 (sample)."),
        )
    for option, (low, high) in RANGES.get(method.name, {}).items():
        if not low <= options[option] <= high:
            refuse(
                f"{key}.{option}",
                entry,
                file,
                tr("{found} is out of bounds.", found=str(options[option])),
                tr("Write a number from {low} to {high}.", low=low, high=high),
            )


def _normalisation(node: object, key: str, entry: str, file: str) -> Method:
    method = parse_method(node, "normalisation", key, entry, file)
    for name in needed(method):
        if name not in method.options:
            refuse(
                f"{key}.{name}",
                entry,
                file,
                tr("it is missing."),
                tr("Write it for each indicator, in the indicator's unit."),
            )
    _check_options(method, key, entry, file)
    return method


def _of_scores(node: dict, key: str, entry: str, file: str) -> Method:
    """A normalisation of scores, which have neither a unit nor a place, nor an order to stand
    in."""
    method = _normalisation(node, key, entry, file)
    if method.name in MEMBERS_ALONE or method.options.get("ties") == ORDINAL:
        refuse(
            key,
            entry,
            file,
            tr(
                "scores cannot be normalised by {method}.",
                method=" ".join(filter(None, (method.name, method.options.get("ties", "")))),
            ),
            tr("Choose z, min_max or ranks."),
        )
    return method


def _member(node: dict, theme: str, file: str) -> Member:
    identifier = str(node["indicator"])
    direction = node.get("direction", "")
    if direction:
        _choice(direction, [HIGHER, LOWER], "direction", identifier, file)
    own = (
        _normalisation(node["normalisation"], "normalisation", identifier, file)
        if "normalisation" in node
        else None
    )
    scale = (
        {
            name: _number(value, f"scale.{name}", identifier, file)
            for name, value in node["scale"].items()
        }
        if "scale" in node
        else None
    )
    if scale is not None and not scale.get("sd", 1.0) > 0:
        refuse(
            "scale.sd",
            identifier,
            file,
            tr("{found} is too small.", found=str(scale["sd"])),
            tr("Write a number above zero."),
        )
    return Member(
        identifier,
        direction,
        _number(node.get("weight", 1.0), "weight", identifier, file, 0.0),
        own,
        scale,
    )


def _themes(content: dict, entry: str, file: str) -> Tuple[Theme, ...]:
    themes = []
    for node in content["themes"]:
        identifier = str(node["id"])
        members = tuple(_member(child, identifier, file) for child in node["indicators"])
        if not members:
            refuse(
                "indicators",
                identifier,
                file,
                tr("the theme has no indicators."),
                tr("Add one, or remove the theme."),
            )
        weight = _number(node.get("weight", 1.0), "weight", identifier, file, 0.0)
        themes.append(Theme(identifier, node["name"], members, weight))
    if not themes:
        refuse(
            "themes",
            entry,
            file,
            tr("there are none."),
            tr("Add at least one theme with indicators."),
        )
    return tuple(themes)


def parse_classes(node: dict, key: str, entry: str, file: str) -> Classes:
    """Classes from their JSON object; ``CatalogueError`` names what is wrong."""
    method = _choice(node.get("method"), list(methods("classes")), f"{key}.method", entry, file)
    cuts, count = [], 0
    if method in ("sd", "fixed"):
        for cut in node.get("cuts", ()):
            side = _choice(cut.get("in", "below"), SIDES, f"{key}.cuts.in", entry, file)
            cuts.append((_number(cut.get("at"), f"{key}.cuts.at", entry, file), side == "below"))
        if not cuts or [at for at, _ in cuts] != sorted({at for at, _ in cuts}):
            refuse(
                f"{key}.cuts",
                entry,
                file,
                tr("they do not ascend."),
                tr("Write each cut once, the lowest first."),
            )
    else:
        count = int(_number(node.get("count"), f"{key}.count", entry, file, LEAST_CLASSES))
        if count > MOST_CLASSES:
            refuse(
                f"{key}.count",
                entry,
                file,
                tr("{found} is too large.", found=count),
                tr("Write a number up to {most}.", most=MOST_CLASSES),
            )
    classes = Classes(method, tuple(cuts), count, tuple(node.get("labels", ())))
    if classes.labels and len(classes.labels) != classes.number:
        refuse(
            f"{key}.labels",
            entry,
            file,
            tr("there are {count} classes.", count=classes.number),
            tr("Write as many names as classes, or none."),
        )
    return classes


def _dynamics(node: Optional[dict], entry: str, file: str) -> Optional[Dynamics]:
    if node is None:
        return None
    lag = int(_number(node.get("lag_months"), "dynamics.lag_months", entry, file, 1))
    return Dynamics(
        lag,
        _normalisation(node.get("normalisation"), "dynamics.normalisation", entry, file),
        _of_scores(node.get("rescale", {"method": "none"}), "dynamics.rescale", entry, file),
        parse_classes(node["classes"], "dynamics.classes", entry, file),
    )


def parse_definition(content: dict, file: str) -> IndexDefinition:
    """The index definition of a JSON object.

    Raises:
        CatalogueError: a key is missing, unknown or says something impossible; names file, key and
            entry.
    """
    files.check(content, SCHEMA, file)
    entry = str(content["id"])
    if not ID.match(entry):
        refuse(
            "id",
            entry,
            file,
            tr("it cannot name an index."),
            tr("Use 3-60 small letters a-z, digits and _, beginning with a letter."),
        )
    node = content["aggregation"]
    aggregations = {}
    for level in ("themes", "index"):
        method = parse_method(node.get(level), "aggregation", f"aggregation.{level}", entry, file)
        _check_options(method, f"aggregation.{level}", entry, file)
        aggregations[level] = method
    baseline = content.get("baseline", {})
    kind = _choice(baseline.get("kind"), list(methods("baseline")), "baseline.kind", entry, file)
    if kind == FROZEN and not baseline.get("period"):
        refuse("baseline.period", entry, file, tr("it is missing."), tr("Write YYYY-MM."))
    optional: Dict[str, Optional[Method]] = {
        key: _of_scores(content[key], key, entry, file) if content.get(key) else None
        for key in ("theme_normalisation", "rescale")
    }
    missing = parse_method(content.get("missing"), "missing", "missing", entry, file, "policy")
    _check_options(missing, "missing", entry, file)
    definition = IndexDefinition(
        entry,
        content["name"],
        content.get("description") or {"da": "", "en": ""},
        tuple(content.get("sources", ())),
        content.get("origin", "own"),
        _choice(content.get("weighting"), list(methods("weighting")), "weighting", entry, file),
        _themes(content, entry, file),
        _normalisation(content["normalisation"], "normalisation", entry, file),
        aggregations["themes"],
        aggregations["index"],
        optional["theme_normalisation"],
        optional["rescale"],
        missing,
        kind,
        str(baseline.get("period", "")),
        parse_classes(content["classes"], "classes", entry, file),
        _dynamics(content.get("dynamics"), entry, file),
        int(_number(content.get("minimum_population", 0), "minimum_population", entry, file, 0)),
        bool(content.get("shrinkage", False)),
    )
    check_definition(definition, file)
    return definition


def check_definition(definition: IndexDefinition, file: str) -> None:
    """Refuse what no data could make right: the same indicator twice, weights that sum to zero, a
    mean of what may be negative."""
    seen: set = set()
    for identifier in definition.indicators:
        if identifier in seen:
            refuse(
                "indicators",
                identifier,
                file,
                tr("the indicator is there twice."),
                tr("Remove one."),
            )
        seen.add(identifier)
    outer, inner = definition.weights()
    if sum(outer) < LEAST_WEIGHT:
        refuse(
            "themes.weight",
            definition.id,
            file,
            tr("the weights sum to zero."),
            tr("Give a theme a weight."),
        )
    for theme, row in zip(definition.themes, inner):
        if sum(row) < LEAST_WEIGHT:
            refuse(
                "indicators.weight",
                theme.id,
                file,
                tr("the weights sum to zero."),
                tr("Give an indicator a weight."),
            )
    for member in definition.members:
        method = definition.normalisation_of(member).name
        if method == "reference" and definition.baseline == ALL_PERIODS:
            refuse(
                "baseline",
                member.indicator,
                file,
                tr("all months together have no reference area."),
                tr("Measure each month by itself, or against a frozen month."),
            )
        if (
            definition.baseline in (ALL_PERIODS, FROZEN)
            and definition.normalisation_of(member).options.get("ties") == ORDINAL
        ):
            refuse(
                "ties",
                member.indicator,
                file,
                tr("the order in which areas stand is each month's own."),
                tr("Choose min, max, average or dense."),
            )
        if definition.baseline == GIVEN and not member.scale and method != "goalposts":
            refuse(
                "scale",
                member.indicator,
                file,
                tr("it is missing."),
                tr("Write mean and sd, or low and high, or choose another baseline."),
            )
    _check_signs(definition, file)


def _check_signs(definition: IndexDefinition, file: str) -> None:
    """A geometric, harmonic or power mean needs numbers above (or from) zero."""
    for member in definition.members:
        _check_sign(
            definition.normalisation_of(member),
            definition.theme_aggregation,
            member.indicator,
            file,
        )
    if definition.theme_normalisation is not None:
        _check_sign(
            definition.theme_normalisation, definition.index_aggregation, definition.id, file
        )
    elif definition.theme_aggregation.name in ("arithmetic", "weighted_median"):
        for member in definition.members:
            _check_sign(
                definition.normalisation_of(member),
                definition.index_aggregation,
                member.indicator,
                file,
            )
    elif definition.theme_aggregation.name not in NEED_POSITIVE and _needs_above_zero(
        definition.index_aggregation
    ):
        refuse(
            "aggregation",
            definition.id,
            file,
            tr(
                "a {aggregation} needs numbers above zero, and {normalisation} can give others.",
                aggregation=method_name("aggregation", definition.index_aggregation.name).lower(),
                normalisation=method_name("aggregation", definition.theme_aggregation.name).lower(),
            ),
            tr("Normalise the themes with min_max from 1 to 100, or choose the arithmetic mean."),
        )


def _needs_above_zero(aggregation: Method) -> bool:
    return "above" in methods("aggregation")[aggregation.name] or (
        aggregation.name == "power" and aggregation.options["p"] < 0
    )


def _check_sign(normalisation: Method, aggregation: Method, entry: str, file: str) -> None:
    if normalisation.name == "none":  # figures as they are; looked at when they are known
        return
    lowest = methods("normalisation")[normalisation.name]["lowest"]
    lowest = normalisation.options.get(lowest) if isinstance(lowest, str) else lowest
    about = methods("aggregation")[aggregation.name]
    negative_power = aggregation.name == "power" and aggregation.options["p"] < 0
    above = about.get("above", 0 if negative_power else None)
    if (above is not None and (lowest is None or lowest <= above)) or (
        "from" in about and (lowest is None or lowest < about["from"])
    ):
        refuse(
            "aggregation",
            entry,
            file,
            tr(
                "a {aggregation} needs numbers above zero, and {normalisation} can give others.",
                aggregation=method_name("aggregation", aggregation.name).lower(),
                normalisation=method_name("normalisation", normalisation.name).lower(),
            ),
            tr("Normalise with min_max from 1 to 100, or choose the arithmetic mean."),
        )

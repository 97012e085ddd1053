"""Reads index definitions: their shape by the schema, then what their numbers say together, refused
by file, key and entry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Dict, Mapping, NoReturn, Optional, Tuple

from ...i18n import tr
from .. import files
from .checks import check_definition, refuse
from .definitions import (
    ORDINAL,
    Classes,
    Dynamics,
    IndexDefinition,
    IndexTheme,
    Member,
    Method,
    needed,
)
from .methods import FROZEN, bounds, default_options
from .traits import class_traits, normalisation_traits

SCHEMA = "index.schema.json"
ID = re.compile(r"^[a-z][a-z0-9_]{2,59}$")
ORDERED_OPTIONS = (("low", "high"), ("lower", "upper"))
Node = Mapping[str, Any]


@dataclass(frozen=True)
class _Place:
    """Where a fault is: the file, the entry (an index, theme or indicator) and the key."""

    file: str
    entry: str
    key: str = ""

    def at(self, key: str) -> "_Place":
        """The place of ``key`` below this one."""
        return _Place(self.file, self.entry, f"{self.key}.{key}" if self.key else key)

    def refuse(self, problem: str, next_step: str) -> NoReturn:
        """Raise a ``CatalogueError`` that names the place."""
        refuse(self.key, self.entry, self.file, problem, next_step)


def parse_definition(content: Any, file: str) -> IndexDefinition:
    """The index definition of a JSON object.

    Raises:
        CatalogueError: a key is missing, unknown or says something impossible; names file, key and
            entry.
    """
    files.check(content, SCHEMA, file)
    place = _Place(file, content["id"])
    if not ID.match(content["id"]):
        place.at("id").refuse(
            tr("it cannot name an index."),
            tr("Use 3-60 small letters a-z, digits and _, beginning with a letter."),
        )
    aggregations = {
        level: _method(
            content["aggregation"][level], "aggregation", place.at(f"aggregation.{level}")
        )
        for level in ("themes", "index")
    }
    baseline = content["baseline"]
    if baseline["kind"] == FROZEN and not baseline.get("period"):
        place.at("baseline.period").refuse(tr("it is missing."), tr("Write YYYY-MM."))
    of_scores: Dict[str, Optional[Method]] = {
        key: _of_scores(content[key], place.at(key)) if key in content else None
        for key in ("theme_normalisation", "rescale")
    }
    definition = IndexDefinition(
        id=content["id"],
        name=content["name"],
        description=content.get("description") or {"da": "", "en": ""},
        sources=tuple(content.get("sources", ())),
        origin=content.get("origin", "own"),
        weighting=content["weighting"],
        themes=tuple(_theme(node, file) for node in content["themes"]),
        normalisation=_normalisation(content["normalisation"], place.at("normalisation")),
        theme_aggregation=aggregations["themes"],
        index_aggregation=aggregations["index"],
        theme_normalisation=of_scores["theme_normalisation"],
        rescale=of_scores["rescale"],
        missing=_method(content["missing"], "missing", place.at("missing"), "policy"),
        baseline=baseline["kind"],
        baseline_period=baseline.get("period", ""),
        classes=_classes(content["classes"], place.at("classes")),
        dynamics=_dynamics(content["dynamics"], place) if "dynamics" in content else None,
        minimum_population=int(content.get("minimum_population", 0)),
        shrinkage=content.get("shrinkage", False),
    )
    check_definition(definition, file)
    return definition


def _theme(node: Node, file: str) -> IndexTheme:
    members = tuple(_member(child, file) for child in node["indicators"])
    return IndexTheme(node["id"], node["name"], members, float(node.get("weight", 1.0)))


def _member(node: Node, file: str) -> Member:
    place = _Place(file, node["indicator"])
    own = node.get("normalisation")
    scale = (
        {name: float(value) for name, value in node["scale"].items()} if "scale" in node else None
    )
    if scale is not None and not scale.get("sd", 1.0) > 0:
        place.at("scale.sd").refuse(
            tr("{found} is too small.", found=str(node["scale"]["sd"])),
            tr("Write a number above zero."),
        )
    return Member(
        indicator=node["indicator"],
        direction=node.get("direction", ""),
        weight=float(node.get("weight", 1.0)),
        normalisation=None if own is None else _normalisation(own, place.at("normalisation")),
        scale=scale,
    )


def _normalisation(node: Node, place: _Place) -> Method:
    return _method(node, "normalisation", place)


def _of_scores(node: Node, place: _Place) -> Method:
    """A normalisation of scores, which have neither a unit nor a place, nor an order to stand
    in."""
    method = _normalisation(node, place)
    ties = method.options.get("ties", "")
    if normalisation_traits(method.name).members_alone or ties == ORDINAL:
        place.refuse(
            tr(
                "scores cannot be normalised by {method}.",
                method=" ".join(filter(None, (method.name, ties))),
            ),
            tr("Choose z, min_max or ranks."),
        )
    return method


def _method(node: Node, step: str, place: _Place, name_key: str = "method") -> Method:
    """A step's method from its JSON object; defaults are filled in."""
    name = node[name_key]
    given = {option: value for option, value in node.items() if option != name_key}
    options = {**default_options(step, name), **given}
    method = Method(name, {option: _as_number(value) for option, value in options.items()})
    numbers = needed(method) if step == "normalisation" else ()
    known = (*default_options(step, name), *numbers)
    for option in given:
        if option not in known:
            place.at(option).refuse(
                tr("{method} has no such option.", method=name),
                tr("Its options are: {choices}.", choices=", ".join(known) or "-"),
            )
    for option in numbers:
        if option not in given:
            place.at(option).refuse(
                tr("it is missing."), tr("Write it for each indicator, in the indicator's unit.")
            )
    _check_options(method, step, place)
    return method


def _as_number(value: Any) -> Any:
    return value if isinstance(value, (bool, str)) else float(value)


def _check_options(method: Method, step: str, place: _Place) -> None:
    """Options that exclude each other, or lie where the method makes no sense."""
    options = method.options
    for low, high in ORDERED_OPTIONS:
        if low in options and not options[low] < options[high]:
            place.at(low).refuse(tr("it is not below {other}.", other=high), tr("Swap the two."))
    if "from" in options and options["from"] == options["to"]:
        place.at("from").refuse(
            tr("it is the same as {other}.", other="to"), tr("Write two numbers.")
        )
    if options.get("p") == 0:
        place.at("p").refuse(tr("p = 0 is the geometric mean."), tr("Choose geometric."))
    if options.get("ddof", 0) not in (0, 1):
        place.at("ddof").refuse(
            tr("it is neither 0 nor 1."), tr("Write 0 (population) or 1 (sample).")
        )
    for option, (least, most) in bounds(step, method.name).items():
        if not least <= options[option] <= most:
            place.at(option).refuse(
                tr("{found} is out of bounds.", found=str(options[option])),
                tr("Write a number from {low} to {high}.", low=float(least), high=float(most)),
            )


def _classes(node: Node, place: _Place) -> Classes:
    cuts: Tuple[Tuple[float, bool], ...] = ()
    count = 0
    if class_traits(node["method"]).cuts:
        cuts = tuple(
            (float(cut["at"]), cut.get("in", "below") == "below") for cut in node.get("cuts", ())
        )
        if not cuts or [at for at, _ in cuts] != sorted({at for at, _ in cuts}):
            place.at("cuts").refuse(
                tr("they do not ascend."), tr("Write each cut once, the lowest first.")
            )
    else:
        if "count" not in node:
            place.at("count").refuse(tr("it is missing."), tr("Write a number."))
        count = int(node["count"])
    classes = Classes(node["method"], cuts, count, tuple(node.get("labels", ())))
    if classes.labels and len(classes.labels) != classes.number:
        place.at("labels").refuse(
            tr("there are {count} classes.", count=classes.number),
            tr("Write as many names as classes, or none."),
        )
    return classes


def _dynamics(node: Node, place: _Place) -> Dynamics:
    rescale = node.get("rescale", {"method": "none"})
    return Dynamics(
        lag_months=int(node["lag_months"]),
        normalisation=_normalisation(node["normalisation"], place.at("dynamics.normalisation")),
        rescale=_of_scores(rescale, place.at("dynamics.rescale")),
        classes=_classes(node["classes"], place.at("dynamics.classes")),
    )

"""Does a document keep its JSON Schema (draft 7, the keywords of ``CHECKS``)?

QGIS' Python has no ``jsonschema``, so the plugin brings this small checker; a test compares it with
that package. One checker serves the plugin's own catalogue and the files of others alike. What the
values mean together is their reader's business.
"""

from __future__ import annotations

import re
from typing import Any, Callable, Dict, List, Mapping, NamedTuple, Optional, Tuple

from ..errors import CatalogueError
from ..i18n import tr

Node = Mapping[str, Any]
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
CHOICES = ("const", "enum")
LANGUAGES = ("da", "en")
LONGEST_QUOTED = 30


class Fault(NamedTuple):
    """Where a document breaks its schema: the path to the value, the keyword it breaks, what was
    found there and what the keyword wants."""

    path: Tuple[str, ...]
    keyword: str
    found: Any
    wanted: Any

    def within(self, name: object) -> "Fault":
        """The same fault, seen from the value that holds this one as ``name``."""
        return self._replace(path=(str(name), *self.path))


Check = Callable[[Any], Optional[Fault]]
"""Gives the first fault of a value."""


class Schema:
    """A schema document; ``load`` gives the schema of a file that a ``$ref`` names.

    A node is turned into a check once and then judges many values: the plugin reads its catalogue
    while QGIS starts. ``checks`` are those of the nodes, by their ``id``; the document keeps the
    nodes alive.
    """

    def __init__(self, document: Node, load: "Callable[[str], Schema]"):
        self.document, self.load = document, load
        self.checks: Dict[int, Check] = {}

    def first_fault(self, found: object, node: Optional[Node] = None) -> Optional[Fault]:
        """The first fault of the value ``found`` against ``node`` (the whole document when None);
        None where there is none."""
        return self.check_of(self.document if node is None else node)(found)

    def check_of(self, node: Node) -> Check:
        """The check of a value against ``node``: its keywords one by one, in their order."""
        check = self.checks.get(id(node))
        if check is None:
            check = self.checks[id(node)] = self._made(node)
        return check

    def _made(self, node: Node) -> Check:
        if "$ref" in node:  # what stands beside it does not count
            return _reference(node, self)
        made = [make(node, self) for keyword, make in CHECKS.items() if keyword in node]
        return made[0] if len(made) == 1 else _first_of(made)

    def named(self, reference: str) -> "Tuple[Schema, Node]":
        """(schema, node) of ``#/definitions/texts`` or ``other.schema.json#/definitions/texts``."""
        file, _, name = reference.partition("#/definitions/")
        schema = self.load(file) if file else self
        return schema, schema.document["definitions"][name]


def check_shape(content: object, schema: Schema, file: str, definition: str = "") -> None:
    """Raise ``CatalogueError`` unless ``content`` keeps ``schema``, or its ``definition``; names
    ``file`` and the path in it, as ``themes.0.indicators``."""
    node = schema.document
    known = node.get("properties", {}).get("format", {}).get("const")
    if definition:
        schema, node = schema.named(f"#/definitions/{definition}")
    elif known is not None and isinstance(content, dict) and content.get("format", known) != known:
        raise CatalogueError(
            tr("The file {file}: format: this version reads {known}.", file=file, known=known),
            tr("Update the plugin, or fetch an older file."),
        )
    fault = schema.first_fault(content, node)
    if fault is not None:
        problem, next_step = _in_words(fault)
        path = ".".join(fault.path) or "-"
        raise CatalogueError(
            tr("The file {file}: {key}: {problem}", file=file, key=path, problem=problem), next_step
        )


def _first_of(checks: List[Check]) -> Check:
    def check(found: Any) -> Optional[Fault]:
        for one in checks:
            fault = one(found)
            if fault is not None:
                return fault
        return None

    return check


def _reference(node: Node, schema: Schema) -> Check:
    where: List[Check] = []

    def check(found: Any) -> Optional[Fault]:
        if not where:  # found when it is first needed: a node may refer to one that holds it
            other, named = schema.named(node["$ref"])
            where.append(other.check_of(named))
        return where[0](found)

    return check


def _is_finite(found: Any) -> bool:
    """Stricter than JSON Schema, which knows no infinity: such a number is none."""
    return _is_number(found) and abs(found) < float("inf")


def _is_whole(found: Any) -> bool:
    return _is_finite(found) and bool(found == int(found))


def _is_number(found: object) -> bool:
    return isinstance(found, (int, float)) and not isinstance(found, bool)


def _same(found: object, wanted: object) -> bool:
    """Python takes ``True`` for 1, JSON does not."""
    return isinstance(found, bool) == isinstance(wanted, bool) and found == wanted


def _unless(fits: Callable[[Any], bool], keyword: str, wanted: object) -> Check:
    """The check that finds a fault of ``keyword`` in every value that does not fit."""
    return lambda found: None if fits(found) else Fault((), keyword, found, wanted)


def _type(node: Node, schema: Schema) -> Check:
    names = node["type"] if isinstance(node["type"], list) else [node["type"]]
    classes = tuple(TYPES[name] for name in names if name in TYPES)
    tests = [NUMBERS[name] for name in names if name in NUMBERS]

    def check(found: Any) -> Optional[Fault]:  # most checks are this one: it calls nothing
        if isinstance(found, classes):
            return None
        for test in tests:
            if test(found):
                return None
        return Fault((), "type", found, node["type"])

    return check


def _const(node: Node, schema: Schema) -> Check:
    wanted = node["const"]
    return _unless(lambda found: _same(found, wanted), "const", [wanted])


def _enum(node: Node, schema: Schema) -> Check:
    choices = node["enum"]
    if all(isinstance(one, str) for one in choices):
        texts = frozenset(choices)
        return _unless(lambda found: isinstance(found, str) and found in texts, "enum", choices)
    return _unless(lambda found: any(_same(found, one) for one in choices), "enum", choices)


def _minimum(node: Node, schema: Schema) -> Check:
    least = node["minimum"]
    return _unless(lambda found: not _is_number(found) or found >= least, "minimum", least)


def _maximum(node: Node, schema: Schema) -> Check:
    most = node["maximum"]
    return _unless(lambda found: not _is_number(found) or found <= most, "maximum", most)


def _min_length(node: Node, schema: Schema) -> Check:
    least = node["minLength"]
    return _unless(
        lambda found: not isinstance(found, str) or len(found) >= least, "minLength", least
    )


def _pattern(node: Node, schema: Schema) -> Check:
    pattern = node["pattern"]
    return _unless(
        lambda found: not isinstance(found, str) or re.search(pattern, found) is not None,
        "pattern",
        node.get("description", pattern),
    )


def _min_items(node: Node, schema: Schema) -> Check:
    least = node["minItems"]
    return _unless(
        lambda found: not isinstance(found, list) or len(found) >= least, "minItems", least
    )


def _max_items(node: Node, schema: Schema) -> Check:
    most = node["maxItems"]
    return _unless(
        lambda found: not isinstance(found, list) or len(found) <= most, "maxItems", most
    )


def _properties(node: Node, schema: Schema) -> Check:
    children = [(name, schema.check_of(child)) for name, child in node["properties"].items()]

    def check(found: Any) -> Optional[Fault]:
        if isinstance(found, dict):
            for name, child in children:
                fault = child(found[name]) if name in found else None
                if fault is not None:
                    return fault.within(name)
        return None

    return check


def _required(node: Node, schema: Schema) -> Check:
    wanted = node["required"]

    def check(found: Any) -> Optional[Fault]:
        if isinstance(found, dict):
            for name in wanted:
                if name not in found:
                    choices = node.get("properties", {}).get(name, {}).get("enum", ())
                    return Fault((name,), "required", None, choices)
        return None

    return check


def _additional(node: Node, schema: Schema) -> Check:
    known, others = node.get("properties", {}), node["additionalProperties"]
    judged = None if isinstance(others, bool) else schema.check_of(others)

    def check(found: Any) -> Optional[Fault]:
        if not isinstance(found, dict) or others is True:
            return None
        for name in found:
            if name in known:
                continue
            if judged is None:
                return Fault((name,), "additionalProperties", name, list(known))
            fault = judged(found[name])
            if fault is not None:
                return fault.within(name)
        return None

    return check


def _items(node: Node, schema: Schema) -> Check:
    judged = schema.check_of(node["items"])

    def check(found: Any) -> Optional[Fault]:
        if isinstance(found, list):
            for position, value in enumerate(found):
                fault = judged(value)
                if fault is not None:
                    return fault.within(position)
        return None

    return check


def _one_of(node: Node, schema: Schema) -> Check:
    branches = [schema.check_of(branch) for branch in node["oneOf"]]

    def check(found: Any) -> Optional[Fault]:
        faults = [branch(found) for branch in branches]
        fitting = sum(fault is None for fault in faults)
        if fitting == 1:
            return None
        if fitting > 1:
            return Fault((), "oneOf", found, None)
        broken = [fault for fault in faults if fault is not None]
        return _likeliest(found, node["oneOf"], broken)

    return check


def _likeliest(found: object, branches: List[Node], faults: List[Fault]) -> Fault:
    """The fault against the branch that was most likely meant: the one with most of the same names,
    and whose telling value (its ``operator``) is not of another branch. Where no branch knows the
    telling value, all their choices are told."""
    names = set(found) if isinstance(found, dict) else set()
    shared = [len(names & set(branch.get("properties", ()))) for branch in branches]
    close = [fault for fault, count in zip(faults, shared) if count == max(shared)]
    best = next((fault for fault in close if fault.keyword not in CHOICES), close[0])
    if best.keyword not in CHOICES:
        return best
    alike = [fault.wanted for fault in close if fault.path == best.path]
    return best._replace(keyword="enum", wanted=[choice for wanted in alike for choice in wanted])


NUMBERS = {"number": _is_finite, "integer": _is_whole}
CHECKS: Dict[str, Callable[[Node, Schema], Check]] = {
    "type": _type,
    "const": _const,
    "enum": _enum,
    "minimum": _minimum,
    "maximum": _maximum,
    "minLength": _min_length,
    "pattern": _pattern,
    "minItems": _min_items,
    "maxItems": _max_items,
    "properties": _properties,
    "required": _required,
    "additionalProperties": _additional,
    "items": _items,
    "oneOf": _one_of,
}
"""Keyword → what makes its check, in the order in which a user is best told: the kind of a value
first."""


def _in_words(fault: Fault) -> Tuple[str, str]:
    """(what is wrong, what to do next)."""
    found, wanted = _short(fault.found), fault.wanted
    blank = isinstance(fault.found, str) and not fault.found.strip()
    if fault.keyword == "required" or (blank and fault.keyword in ("minLength", "pattern")):
        if fault.path[-1] in LANGUAGES:
            return tr("it is missing."), tr("Write both da and en.")
        return tr("it is missing."), _next_step(wanted if fault.keyword == "required" else ())
    if fault.keyword in (*CHOICES, "additionalProperties"):
        return tr("{found} is not known.", found=found), _next_step(wanted)
    if fault.keyword == "minimum":
        problem = tr("{found} is too small.", found=found)
        return problem, tr("Write a number from {least}.", least=wanted)
    if fault.keyword == "maximum":
        problem = tr("{found} is too large.", found=found)
        return problem, tr("Write a number up to {most}.", most=wanted)
    if fault.keyword == "minItems" and not fault.found:
        return tr("there are none."), _next_step()
    if fault.keyword in ("minItems", "maxItems"):
        count = len(fault.found)
        problem = tr("it has {count} entries, {wanted} are expected.", count=count, wanted=wanted)
        return problem, _next_step()
    kind = ", ".join(map(str, wanted)) if isinstance(wanted, list) else str(wanted or "?")
    if isinstance(fault.found, str) and wanted in ("number", "integer"):
        found = f'"{found}"'  # "5" is of the wrong kind where 5 is not
    return tr(
        "{found} is of the wrong kind, {wanted} is expected.", found=found, wanted=kind
    ), _next_step()


def _next_step(choices: Any = ()) -> str:
    if choices:
        return tr("Use one of {choices}.", choices=", ".join(map(str, choices)))
    return tr("Correct the file, or fetch it again.")


def _short(found: object) -> str:
    text = str(found)
    return text if len(text) <= LONGEST_QUOTED else f"{text[:LONGEST_QUOTED]}…"

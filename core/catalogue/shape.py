"""Does a document keep its JSON Schema (draft 7, the keywords of ``CHECKS``)?

QGIS' Python has no ``jsonschema``, so the plugin brings this small checker; a test compares it with
that package. One checker serves the plugin's own catalogue and the files of others alike. What the
values mean together is their reader's business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Schema:
    """A schema document; ``load`` gives the document of a file that a ``$ref`` names."""

    document: Node
    load: Callable[[str], Node]

    def first_fault(self, found: object, node: Optional[Node] = None) -> Optional[Fault]:
        """The first fault of the value ``found`` against ``node`` (the whole document when None);
        None where there is none."""
        node = self.document if node is None else node
        if "$ref" in node:
            schema, named = self.named(node["$ref"])
            return schema.first_fault(found, named)
        faults: Dict[str, Fault] = {}
        for keyword in node:  # a node has few of the keywords, and most values no fault
            check = CHECKS.get(keyword)
            fault = check(found, node, self) if check is not None else None
            if fault is not None:
                faults[keyword] = fault
        if not faults:
            return None
        return next(faults[keyword] for keyword in CHECKS if keyword in faults)

    def named(self, reference: str) -> "Tuple[Schema, Node]":
        """(schema, node) of ``#/definitions/texts`` or ``other.schema.json#/definitions/texts``."""
        file, _, name = reference.partition("#/definitions/")
        schema = Schema(self.load(file), self.load) if file else self
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


def _of_type(found: object, wanted: object) -> bool:
    if isinstance(wanted, list):
        return any(_of_type(found, one) for one in wanted)
    if wanted in ("number", "integer"):
        # Stricter than JSON Schema, which knows no infinity: such a number is none.
        if isinstance(found, bool) or not isinstance(found, (int, float)):
            return False
        return abs(found) < float("inf") and (wanted == "number" or found == int(found))
    return isinstance(found, TYPES[str(wanted)])


def _is_number(found: object) -> bool:
    return isinstance(found, (int, float)) and not isinstance(found, bool)


def _same(found: object, wanted: object) -> bool:
    """Python takes ``True`` for 1, JSON does not."""
    return isinstance(found, bool) == isinstance(wanted, bool) and found == wanted


def _type(found: object, node: Node, schema: Schema) -> Optional[Fault]:
    fits = _of_type(found, node["type"])
    return None if fits else Fault((), "type", found, node["type"])


def _const(found: object, node: Node, schema: Schema) -> Optional[Fault]:
    fits = _same(found, node["const"])
    return None if fits else Fault((), "const", found, [node["const"]])


def _enum(found: object, node: Node, schema: Schema) -> Optional[Fault]:
    fits = any(_same(found, one) for one in node["enum"])
    return None if fits else Fault((), "enum", found, node["enum"])


def _minimum(found: Any, node: Node, schema: Schema) -> Optional[Fault]:
    too_small = _is_number(found) and not found >= node["minimum"]
    return Fault((), "minimum", found, node["minimum"]) if too_small else None


def _maximum(found: Any, node: Node, schema: Schema) -> Optional[Fault]:
    too_large = _is_number(found) and not found <= node["maximum"]
    return Fault((), "maximum", found, node["maximum"]) if too_large else None


def _min_length(found: object, node: Node, schema: Schema) -> Optional[Fault]:
    too_short = isinstance(found, str) and len(found) < node["minLength"]
    return Fault((), "minLength", found, node["minLength"]) if too_short else None


def _pattern(found: object, node: Node, schema: Schema) -> Optional[Fault]:
    if not isinstance(found, str) or re.search(node["pattern"], found):
        return None
    return Fault((), "pattern", found, node.get("description", node["pattern"]))


def _min_items(found: object, node: Node, schema: Schema) -> Optional[Fault]:
    too_few = isinstance(found, list) and len(found) < node["minItems"]
    return Fault((), "minItems", found, node["minItems"]) if too_few else None


def _max_items(found: object, node: Node, schema: Schema) -> Optional[Fault]:
    too_many = isinstance(found, list) and len(found) > node["maxItems"]
    return Fault((), "maxItems", found, node["maxItems"]) if too_many else None


def _properties(found: object, node: Node, schema: Schema) -> Optional[Fault]:
    if isinstance(found, dict):
        for name, child in node["properties"].items():
            fault = schema.first_fault(found[name], child) if name in found else None
            if fault is not None:
                return fault.within(name)
    return None


def _required(found: object, node: Node, schema: Schema) -> Optional[Fault]:
    if isinstance(found, dict):
        for name in node["required"]:
            if name not in found:
                choices = node.get("properties", {}).get(name, {}).get("enum", ())
                return Fault((name,), "required", None, choices)
    return None


def _additional(found: object, node: Node, schema: Schema) -> Optional[Fault]:
    if not isinstance(found, dict):
        return None
    known, others = node.get("properties", {}), node["additionalProperties"]
    for name, value in found.items():
        if name in known or others is True:
            continue
        if others is False:
            return Fault((name,), "additionalProperties", name, list(known))
        fault = schema.first_fault(value, others)
        if fault is not None:
            return fault.within(name)
    return None


def _items(found: object, node: Node, schema: Schema) -> Optional[Fault]:
    if isinstance(found, list):
        for position, value in enumerate(found):
            fault = schema.first_fault(value, node["items"])
            if fault is not None:
                return fault.within(position)
    return None


def _one_of(found: object, node: Node, schema: Schema) -> Optional[Fault]:
    faults = [schema.first_fault(found, branch) for branch in node["oneOf"]]
    fitting = sum(fault is None for fault in faults)
    if fitting == 1:
        return None
    if fitting > 1:
        return Fault((), "oneOf", found, None)
    return _likeliest(found, node["oneOf"], [fault for fault in faults if fault is not None])


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


CHECKS: Dict[str, Callable[[Any, Node, Schema], Optional[Fault]]] = {
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
"""Keyword → its check, in the order in which a user is best told: the kind of a value first."""


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

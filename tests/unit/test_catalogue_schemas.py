"""Every catalogue file keeps its schema, and the plugin's checker says what ``jsonschema`` says."""

from __future__ import annotations

import copy
import json

import jsonschema
import pytest
from geofa_sociodemografi.core.catalogue import files
from geofa_sociodemografi.core.catalogue.shape import CHECKS, Schema, check_shape
from geofa_sociodemografi.core.errors import CatalogueError
from hypothesis import given, settings
from hypothesis import strategies as st
from referencing import Registry, Resource

SCHEMAS = {
    path.name: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(files.ROOT.glob("*.schema.json"))
}
NAMES = sorted(
    path.relative_to(files.ROOT).as_posix()
    for path in files.ROOT.rglob("*.json")
    if path.name not in SCHEMAS
)
OF_OTHERS = {"package.schema.json", "diskretion.schema.json"}
"""Schemas of files that no catalogue of the plugin's holds."""
NOTES = {"$schema", "$ref", "$comment", "title", "description", "definitions"}
REGISTRY = Registry().with_resources(
    (name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items()
)


def theirs(name):
    return jsonschema.Draft7Validator(SCHEMAS[name], registry=REGISTRY)


def ours(name):
    return Schema(SCHEMAS[name], ours)


def nodes(node):
    yield node
    for key in ("properties", "definitions"):
        for child in node.get(key, {}).values():
            yield from nodes(child)
    for child in (node.get("items"), node.get("additionalProperties"), *node.get("oneOf", ())):
        if isinstance(child, dict):
            yield from nodes(child)


@pytest.mark.parametrize("name", NAMES)
def test_every_catalogue_file_keeps_its_schema(name):
    assert files.read(name) and not list(
        theirs(files.schema_of(name)).iter_errors(files.read(name))
    )


def test_every_schema_is_one_and_of_some_file():
    assert {files.schema_of(name) for name in NAMES} | OF_OTHERS == set(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_use_only_what_the_checker_knows(name):
    jsonschema.Draft7Validator.check_schema(SCHEMAS[name])
    for node in nodes(SCHEMAS[name]):
        assert set(node) <= {*CHECKS, *NOTES}, set(node)
        for choice in (*node.get("enum", ()), node.get("const")):
            assert not isinstance(choice, (dict, list))


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from([0, 1, -1, 1.0, 0.5, 1e16, "", "x", "2026-01-01", "#123456", [], {}]),
    st.builds(
        lambda key, value: {key: value}, st.sampled_from(["all", "column", "da"]), st.just(1)
    ),
)


def places(content):
    """(container, key) of everything in a document."""
    for key, value in list(content.items() if isinstance(content, dict) else enumerate(content)):
        yield content, key
        if isinstance(value, (dict, list)):
            yield from places(value)


def broken(content, data):
    """A copy of ``content`` with one or two values changed, taken away or put in."""
    made = copy.deepcopy(content)
    for _ in range(data.draw(st.integers(1, 2))):
        there = list(places(made))
        container, key = there[data.draw(st.integers(0, len(there) - 1))]
        change = data.draw(st.sampled_from(["value", "away", "more"]))
        if change == "value":
            container[key] = data.draw(VALUES)
        elif change == "away":
            del container[key]
        elif isinstance(container, dict):
            container[data.draw(st.sampled_from(["more", "id", "value", "sum"]))] = data.draw(
                VALUES
            )
        else:
            container.append(data.draw(VALUES))
    return made


ALIKE = {files.schema_of(name): name for name in NAMES}  # one file of every schema


@pytest.mark.slow
@pytest.mark.parametrize("schema", ALIKE)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_good_and_broken_documents_are_judged_as_jsonschema_does(schema, data):
    document = broken(files.read(ALIKE[schema]), data)
    fault, errors = ours(schema).first_fault(document), list(theirs(schema).iter_errors(document))
    assert (fault is None) == (not errors), (fault, errors[:1])
    if fault is not None:
        paths = {".".join(map(str, error.absolute_path)) for error in errors}
        path = ".".join(fault.path)
        assert any(path == one or path.startswith(f"{one}.") or not one for one in paths)


SMALL = {
    "properties": {
        "format": {"const": 1},
        "kind": {"enum": ["a", "b"]},
        "count": {"type": "integer", "minimum": 2, "maximum": 5},
        "day": {"pattern": "^\\d{4}$", "description": "YYYY"},
        "pair": {"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "number"}},
        "name": {"minLength": 1},
        "test": {
            "oneOf": [
                {
                    "properties": {"operator": {"enum": ["=", "<"]}, "value": {"type": "number"}},
                    "required": ["operator", "value"],
                },
                {
                    "properties": {"operator": {"const": "in"}, "value": {"type": "array"}},
                    "required": ["operator", "value"],
                },
            ]
        },
        "either": {"oneOf": [{"type": "number"}, {"type": "integer"}]},
    },
    "required": ["kind"],
    "additionalProperties": False,
}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ({"format": 2}, "format: this version reads 1"),
        ({}, "kind: it is missing. Use one of a, b"),
        ({"kind": "c"}, "kind: c is not known. Use one of a, b"),
        ({"kind": "a", "more": 1}, "more: more is not known. Use one of format, kind"),
        ({"kind": "a", "count": 1}, "count: 1 is too small. Write a number from 2"),
        ({"kind": "a", "count": 9}, "count: 9 is too large. Write a number up to 5"),
        ({"kind": "a", "count": True}, "count: True is of the wrong kind, integer is expected"),
        ({"kind": "a", "count": 2.5}, "count: 2.5 is of the wrong kind"),
        ({"kind": "a", "day": "x"}, "day: x is of the wrong kind, YYYY is expected"),
        ({"kind": "a", "pair": [1]}, "pair: it has 1 entries, 2 are expected"),
        ({"kind": "a", "pair": []}, "pair: there are none"),
        ({"kind": "a", "pair": [1, 2, 3]}, "pair: it has 3 entries, 2 are expected"),
        ({"kind": "a", "pair": [1, "x"]}, 'pair.1: "x" is of the wrong kind, number is expected'),
        ({"kind": "a", "pair": [1, float("inf")]}, "pair.1: inf is of the wrong kind"),
        ({"kind": "a", "name": ""}, "name: it is missing"),
        ({"kind": "a", "test": {"operator": "is"}}, "test.operator: is is not known. .* =, <, in"),
        ({"kind": "a", "test": {"operator": "in", "value": 1}}, "test.value: 1 is of the wrong"),
        ({"kind": "a", "test": {"operator": "<"}}, "test.value: it is missing"),
        ({"kind": "a", "either": 1}, "either: 1 is of the wrong kind"),
    ],
)
def test_a_fault_is_told_by_file_and_path(content, says):
    with pytest.raises(CatalogueError, match=f"The file own.json: {says}"):
        check_shape(content, Schema(SMALL, ours), "own.json")


def test_a_broken_file_of_the_catalogue_is_named_when_it_is_read(tmp_path):
    content = copy.deepcopy(files.read("regions.json"))
    content["regions"][2]["name"] = 4
    (tmp_path / "regions.json").write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(CatalogueError, match="regions.json: regions.2.name: 4 is of the wrong"):
        files.read("regions.json", tmp_path)

"""Definitions: the schema and the reader agree, and what is wrong is refused with its key."""

from __future__ import annotations

import copy
import dataclasses
import json

import jsonschema
import pytest
from geofa_sociodemografi.core.catalogue import files
from geofa_sociodemografi.core.catalogue.index.methods import methods
from geofa_sociodemografi.core.catalogue.index.parser import parse_definition
from geofa_sociodemografi.core.catalogue.index.presets import (
    as_json,
    definition_of,
    origin_notes,
    own_definitions,
    presets,
    read_definition,
    save_definition,
)
from geofa_sociodemografi.core.catalogue.index.traits import (
    AggregationTraits,
    ClassTraits,
    MissingTraits,
    NormalisationTraits,
    WeightingTraits,
)
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.errors import CatalogueError, InputError, StoreError
from geofa_sociodemografi.core.index.composite import signs

from tests.unit.index_helpers import content, definition

KNOWN = {indicator.id: indicator for indicator in all_indicators()}


def schema_of(name):
    return json.loads((files.ROOT / f"{name}.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def schema():
    return schema_of("index")


@pytest.mark.parametrize("preset", presets(), ids=lambda one: one.id)
def test_presets_keep_the_schema_and_survive_being_written(preset, schema):
    written = as_json(preset)
    jsonschema.validate(files.read(f"indices/{preset.id}.json"), schema)
    jsonschema.validate(written, schema)
    assert parse_definition(written, "again.json") == preset


def test_the_schema_names_the_methods_the_plugin_has(schema):
    for step, key in (
        ("normalisation", "normalisation"),
        ("aggregation", "aggregation_method"),
        ("missing", "missing"),
        ("classes", "classes"),
    ):
        name = "policy" if step == "missing" else "method"
        assert schema["definitions"][key]["properties"][name]["enum"] == list(methods(step))


@pytest.mark.parametrize(
    ("step", "traits"),
    [
        ("normalisation", NormalisationTraits),
        ("aggregation", AggregationTraits),
        ("missing", MissingTraits),
        ("weighting", WeightingTraits),
        ("classes", ClassTraits),
    ],
)
def test_every_trait_of_a_method_is_one_the_code_asks_for(step, traits):
    entry = schema_of("index_methods")["definitions"][step]
    known = {field.name for field in dataclasses.fields(traits) if field.type == "bool"}
    assert set(entry["properties"]["traits"]["items"]["enum"]) == known
    assert {t for method in methods(step).values() for t in method.get("traits", ())} == known


GEOMETRIC = {"themes": {"method": "geometric"}, "index": {"method": "arithmetic"}}
BAD = {
    "twice": (
        {
            "themes": [
                {
                    "id": "t",
                    "name": {"da": "t", "en": "t"},
                    "indicators": [{"indicator": "a"}, {"indicator": "a"}],
                }
            ]
        },
        "indicators in a: the indicator is there twice",
    ),
    "twice in two themes": (
        {
            "themes": [
                {"id": i, "name": {"da": "t", "en": "t"}, "indicators": [{"indicator": "a"}]}
                for i in "tu"
            ]
        },
        "there twice",
    ),
    "weights of a theme": (
        {
            "themes": [
                {
                    "id": "t",
                    "name": {"da": "t", "en": "t"},
                    "indicators": [{"indicator": "a", "weight": 0}],
                }
            ]
        },
        "indicators.weight in t: the weights sum to zero",
    ),
    "weights of themes": (
        {
            "themes": [
                {
                    "id": "t",
                    "name": {"da": "t", "en": "t"},
                    "weight": 0,
                    "indicators": [{"indicator": "a"}],
                }
            ]
        },
        "themes.weight in test: the weights sum to zero",
    ),
    "negative weight": (
        {
            "themes": [
                {
                    "id": "t",
                    "name": {"da": "t", "en": "t"},
                    "indicators": [{"indicator": "a", "weight": -1}],
                }
            ]
        },
        "themes.0.indicators.0.weight: -1 is too small",
    ),
    "weight that is no number": (
        {
            "themes": [
                {
                    "id": "t",
                    "name": {"da": "t", "en": "t"},
                    "indicators": [{"indicator": "a", "weight": "much"}],
                }
            ]
        },
        '0.weight: "much" is of the wrong kind',
    ),
    "no themes": ({"themes": []}, "themes: there are none"),
    "empty theme": (
        {"themes": [{"id": "t", "name": {"da": "t", "en": "t"}, "indicators": []}]},
        "themes.0.indicators: there are none",
    ),
    "geometric of z": (
        {"aggregation": GEOMETRIC, "normalisation": {"method": "z"}},
        "aggregation in a: .*above zero",
    ),
    "geometric of zero": (
        {"aggregation": GEOMETRIC, "normalisation": {"method": "min_max"}},
        "above zero",
    ),
    "geometric of percentiles": (
        {"aggregation": GEOMETRIC, "normalisation": {"method": "percentile_rank"}},
        "above",
    ),
    "geometric of themes": (
        {
            "aggregation": {"themes": {"method": "arithmetic"}, "index": {"method": "geometric"}},
            "normalisation": {"method": "z"},
        },
        "above zero",
    ),
    "power of z": (
        {
            "aggregation": {
                "themes": {"method": "power", "p": 2},
                "index": {"method": "arithmetic"},
            },
            "normalisation": {"method": "z"},
        },
        "above zero",
    ),
    "power of zero": (
        {"aggregation": {"themes": {"method": "power", "p": 0}, "index": {"method": "arithmetic"}}},
        "p in test: p = 0 is the geometric mean",
    ),
    "no missing policy": (
        {"missing": {}},
        r"missing.policy: it is missing. Use one of drop, threshold, none",
    ),
    "unknown missing policy": (
        {"missing": {"policy": "zero"}},
        "missing.policy: zero is not known. Use one of drop, threshold",
    ),
    "unknown normalisation": (
        {"normalisation": {"method": "magic"}},
        "normalisation.method: magic is not known. Use one of none, z",
    ),
    "unknown option": (
        {"normalisation": {"method": "z", "dof": 1}},
        "normalisation.dof in test: z has no such option. Its options are: ddof, mean, sd",
    ),
    "unknown option of an aggregation": (
        {
            "aggregation": {
                "themes": {"method": "power", "exponent": 2},
                "index": {"method": "arithmetic"},
            }
        },
        "aggregation.themes.exponent in test: power has no such option. Its options are: p",
    ),
    "option of another method": (
        {"normalisation": {"method": "borda", "ddof": 1}},
        "normalisation.ddof in test: borda has no such option",
    ),
    "goalposts without posts": (
        {"normalisation": {"method": "goalposts"}},
        "normalisation.from in test: it is missing",
    ),
    "min above max": (
        {"normalisation": {"method": "min_max", "low": 9, "high": 1}},
        "normalisation.low in test",
    ),
    "ddof 2": (
        {"normalisation": {"method": "z", "ddof": 2}},
        "ddof in test: it is neither 0 nor 1",
    ),
    "frozen without a date": (
        {"baseline": {"kind": "frozen"}},
        "baseline.period in test: it is missing",
    ),
    "given without numbers": ({"baseline": {"kind": "given"}}, "scale in a: it is missing"),
    "cuts that fall": (
        {"classes": {"method": "sd", "cuts": [{"at": 1}, {"at": -1}]}},
        "classes.cuts .*do not ascend",
    ),
    "one class": (
        {"classes": {"method": "quantiles", "count": 1}},
        "classes.count: 1 is too small",
    ),
    "too many classes": ({"classes": {"method": "quantiles", "count": 99}}, "99 is too large"),
    "names and classes": (
        {"classes": {"method": "quantiles", "count": 3, "labels": [{"da": "x", "en": "x"}]}},
        "there are 3 classes",
    ),
    "weighting": (
        {"weighting": "magic"},
        "weighting: magic is not known. Use one of equal, by_theme",
    ),
    "id that leads elsewhere": (
        {"id": "../elsewhere"},
        "id in ../elsewhere: it cannot name an index",
    ),
    "format": ({"format": 9}, "format: this version reads 1. Update the plugin"),
    "lag": (
        {
            "dynamics": {
                "lag_months": 0,
                "normalisation": {"method": "z"},
                "classes": {"method": "quantiles", "count": 3},
            }
        },
        "dynamics.lag_months: 0 is too small",
    ),
}


@pytest.mark.parametrize("name", list(BAD))
def test_bad_definitions_are_refused_with_reason_and_key(name):
    keys, message = BAD[name]
    with pytest.raises(CatalogueError, match=message) as told:
        parse_definition(content("a", **keys), "test.json")
    assert told.value.next_step


@pytest.mark.parametrize("key", ["themes", "normalisation", "aggregation", "classes", "name", "id"])
def test_a_key_that_is_missing_is_named(key):
    whole = content("a")
    del whole[key]
    with pytest.raises(CatalogueError, match=key):
        parse_definition(whole, "test.json")


def test_unknown_and_undirected_indicators_are_refused():
    with pytest.raises(CatalogueError, match="indicator in unicorns: the catalogue has no such"):
        signs(definition({"indicator": "unicorns"}), KNOWN)
    with pytest.raises(CatalogueError, match="direction in nonwestern"):
        signs(definition({"indicator": "nonwestern"}), KNOWN)
    assert signs(
        definition(
            {"indicator": "unicorns", "direction": "lower_is_worse"}, {"indicator": "no_work"}
        ),
        KNOWN,
    ) == {"unicorns": -1.0, "no_work": 1.0}


def test_a_user_who_adds_the_origin_share_is_told_of_the_ruling():
    told = origin_notes(
        definition({"indicator": "nonwestern", "direction": "higher_is_worse"}, "no_work"), KNOWN
    )
    assert len(told) == 1 and "C-417/23" in told[0]
    assert not any(origin_notes(preset, KNOWN) for preset in presets())


def test_own_definitions_are_kept_found_and_refused(tmp_path):
    own = definition("no_work", id="our_index")
    path = save_definition(tmp_path, own)
    assert own_definitions(tmp_path) == (own,) and definition_of("our_index", tmp_path) == own
    assert definition_of(str(path)) == own and not list(path.parent.glob(".*"))
    with pytest.raises(CatalogueError, match="berlin_mss is a preset"):
        save_definition(tmp_path, definition_of("berlin_mss"))
    with pytest.raises(InputError, match="There is no index nothing"):
        definition_of("nothing", tmp_path)
    broken = copy.deepcopy(as_json(own))
    broken["weighting"] = "magic"
    path.write_text(json.dumps(broken), encoding="utf-8")
    with pytest.raises(CatalogueError, match="our_index.json"):
        own_definitions(tmp_path)
    path.write_text("{ broken", encoding="utf-8")
    with pytest.raises(CatalogueError, match="line 1"):
        read_definition(path)
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(CatalogueError, match="of another kind"):
        read_definition(path)
    with pytest.raises(CatalogueError, match="cannot be opened"):
        read_definition(tmp_path / "gone.json")
    with pytest.raises(StoreError):
        save_definition(path, own)

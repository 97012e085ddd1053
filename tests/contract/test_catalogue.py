"""The catalogue against GeoFA's own published schema and the published lists of municipalities."""

from __future__ import annotations

import csv
import json

import pytest
from geofa_sociodemografi.core.catalogue import files
from geofa_sociodemografi.core.catalogue.geofa.themes import all_themes, code_list, grade_order
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.catalogue.indicators.definitions import parse as parse_indicator
from geofa_sociodemografi.core.catalogue.law.measured import judged_indicators, law_indicators
from geofa_sociodemografi.core.catalogue.law.municipalities import municipalities, municipality_code
from geofa_sociodemografi.core.catalogue.law.rule_sets import all_rule_sets
from geofa_sociodemografi.core.catalogue.law.rules import parse as parse_rule_set
from geofa_sociodemografi.core.errors import CatalogueError, InputError

from tests.commands.docs import pages
from tests.package import ROOT


@pytest.mark.parametrize("about", all_themes(), ids=lambda t: t.code)
def test_themes_are_as_geofa_publishes_them(shared, about):
    schema = shared / "geofa_schema"
    if not (schema / f"fkg.{about.view}.json").exists():
        pytest.skip(f"no published schema of theme {about.code} at hand")
    published = json.loads((schema / f"fkg.{about.view}.json").read_text(encoding="utf-8"))[
        "fields"
    ]
    table = json.loads((schema / f"{about.view}_t.json").read_text(encoding="utf-8"))["columns"]
    table = {column["name"]: column for column in table}
    assert [c.name for c in about.columns] == list(published)
    for column in about.columns:
        theirs = published[column.name]
        if theirs["_character_maximum_length"] and theirs["_character_maximum_length"] > 0:
            assert column.length == theirs["_character_maximum_length"], column.name
        if column.name in table and column.filled_by == "user":
            assert column.required == (not table[column.name]["is_nullable"]), column.name
            assert table[column.name]["_short_name"] in (None, column.short_name), column.name
        if column.code_list and theirs["_restriction"] and "value" in theirs["_restriction"][0]:
            assert code_list(column.code_list) == {
                r["value"]: r["alias"].strip() for r in theirs["_restriction"]
            }
    assert about.fields["type"] in published and about.default_type in {
        None,
        *code_list(f"{about.code}_type"),
    }


def test_municipalities_are_the_98(shared):
    with (shared / "kommuner.csv").open(encoding="utf-8") as stream:
        theirs = {row["code"]: (row["name"], row["region_code"]) for row in csv.DictReader(stream)}
    ours = {code: (m.name, m.region) for code, m in municipalities().items() if m.region}
    assert ours == theirs and len(theirs) == 98
    assert all(m.cvr and len(str(m.cvr)) == 8 for m in municipalities().values() if m.region)


@pytest.mark.parametrize("text", ["0461", "461", "461.0", " 0461 "])
def test_municipality_codes_that_lost_their_zero(text):
    assert municipality_code(text) == "0461"


@pytest.mark.parametrize("text", ["", "Odense", "04611", "0000"])
def test_wrong_municipality_codes(text):
    with pytest.raises(InputError):
        municipality_code(text)


def test_grades_are_in_order():
    assert sorted(range(1, 13), key=grade_order) == [12, 11, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    assert grade_order(97) is None


def test_every_rule_and_indicator_names_its_source_and_both_languages():
    for rules in all_rule_sets():
        assert all(c.law for c in rules.criteria.values())
        for names in [rules.name] + [c.label for c in rules.categories]:
            assert names["da"] and names["en"]
    for name in files.names("rulesets"):
        assert files.read(name)["sources"]
    for indicator in all_indicators():
        assert indicator.name["da"] and indicator.definition["en"] and indicator.source["da"]
    assert {i.id for i in law_indicators()} == {
        "population",
        "no_work",
        "convicted",
        "basic_education",
        "income",
        "nonwestern",
    }
    assert {i.id for i in judged_indicators()} - {i.id for i in law_indicators()} == {
        "no_work_benefits"
    }


def test_the_concept_pages_are_made_of_the_catalogue_as_it_is():
    for name, text in pages().items():
        assert (ROOT / "docs" / name).read_text(encoding="utf-8") == text, "run make docs"


def test_the_proposed_theme_has_geofas_form():
    about = files.read("proposal_6300.json")
    short = [c["short_name"] for c in about["columns"]]
    assert (
        6300 <= int(about["code"]) <= 6399
        and len(set(short)) == len(short)
        and max(map(len, short)) <= 10
    )
    codes = set(about["code_lists"]["6300_indikator"].values())
    assert codes == {i.id for i in all_indicators() if i.sharing != "municipality"}


def broken(name, change):
    entry = json.loads(json.dumps(files.read(name)))
    change(entry)
    return entry


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda e: e.pop("criteria"), "criteria: it is missing"),
        (
            lambda e: e["criteria"]["no_work"].update(operator="~"),
            "criteria.no_work.operator: ~ is not known. Use one of >, >=, <, <=",
        ),
        (lambda e: e["criteria"]["no_work"].pop("threshold"), "either threshold or times_national"),
        (lambda e: e["categories"][0].update(gate=["nonsense"]), "unknown criterion nonsense"),
    ],
)
def test_a_damaged_rule_set_names_file_and_key(change, says):
    content = broken("rulesets/2021.json", change)
    with pytest.raises(CatalogueError, match=says) as error:
        files.check(content, "ruleset.schema.json", "rulesets/2021.json")
        parse_rule_set(content, "rulesets/2021.json")
    assert "rulesets/2021.json" in str(error.value)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda i: i.update(unit="bananas"), "unit: bananas is not known. Use one of persons"),
        (
            lambda i: i.update(population={"column": "age", "operator": "is"}),
            "population.operator: is is not known",
        ),
        (
            lambda i: i.update(population={"column": "age", "operator": ">="}),
            "population.value: it is missing",
        ),
        (lambda i: i.update(numerator={}), "numerator.count: it is missing"),
        (
            lambda i: i.pop("law_missing", i.pop("direction")),
            "direction: it is missing. Use one of higher_is_worse",
        ),
    ],
)
def test_a_damaged_indicator_names_file_and_key(change, says):
    entry = broken("indicators/statutory.json", lambda e: change(e["indicators"][1]))["indicators"][
        1
    ]
    with pytest.raises(CatalogueError, match=says):
        parse_indicator(entry, "indicators/statutory.json")


def test_a_file_that_is_no_json_names_the_line(tmp_path):
    (tmp_path / "x.json").write_text('{\n"a": 1,\n}', encoding="utf-8")
    with pytest.raises(CatalogueError, match="line [23]"):  # newer Python points at the comma
        files.read("x.json", tmp_path)
    with pytest.raises(CatalogueError, match="missing"):
        files.read("y.json", tmp_path)

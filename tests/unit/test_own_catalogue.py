"""The municipality's own indicators: kept, shared, and counted."""

from __future__ import annotations

import json

import jsonschema
import pytest
from geofa_sociodemografi.core.catalogue import files, own
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.errors import CatalogueError, InputError, StoreError
from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.progress import Silent

from tests.unit.helpers import grid, inputs, persons

YOUNG = {"column": "age", "operator": "between", "value": [0, 24]}


def changed(**more):
    return {**own.entry_of("employed"), "id": "unge_i_job", "population": YOUNG, **more}


def test_a_copy_has_its_own_id_and_leaves_the_law_behind():
    copy = own.entry_of("no_work")
    assert copy["id"] == "no_work_1" and "law" not in copy
    with pytest.raises(InputError, match="no indicator nonsense"):
        own.entry_of("nonsense")


def test_an_own_indicator_is_saved_counted_exported_and_imported(tmp_path):
    folder = tmp_path / "katalog"
    own.save_own(folder, changed())
    own.save_own(folder, changed(direction="neutral"))
    assert [i.id for i in own.catalogue(folder) if i.own] == ["unge_i_job"]
    source = persons(
        x=[500_005.0] * 3,
        y=[6_200_005.0] * 3,
        age=[20, 24, 25],
        employed=[1, 0, 1],
        period="2026-01",
    )
    counted = count_areas(
        inputs([grid(1, 1)], [source]),
        Choices(indicators=("unge_i_job",), catalogue=str(folder)),
        Silent(),
    )
    assert counted.observations["grid"]["value"].tolist() == [50.0]
    assert own.export_own(folder, tmp_path / "del.json") == 1
    other = tmp_path / "anden kommune"
    assert own.import_own(tmp_path / "del.json", other) == (1, 0)
    assert own.import_own(tmp_path / "del.json", other) == (0, 1)
    own.remove_own(other, "unge_i_job")
    assert own.own_entries(other) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"id": "no_work"}, "already an indicator no_work"),
        ({"id": "Unge i job"}, "is no id"),
        ({"direction": "up"}, "direction: up is not known"),
        (
            {"population": {"column": "height", "operator": "=", "value": 1}},
            "column height.*persons",
        ),
        (
            {"population": {"column": "age", "operator": "between", "value": [1]}},
            "population.value: it has 1 entries, 2 are expected",
        ),
        (
            {"population": {"column": "age", "operator": "=", "value": "young"}},
            "compares the column age",
        ),
        (
            {"population": {"column": "benefit", "operator": "in", "value": ["nonsense"]}},
            "compares the column benefit",
        ),
        ({"numerator": {"sum": "benefit"}, "unit": "litres"}, "unit: litres is not known"),
        ({"name": {"da": "x"}}, "name.en: it is missing. Write both da and en"),
        ({"valid_from": "1. januar"}, "valid_from: 1. januar is of the wrong kind, YYYY-MM-DD"),
        ({"valid_from": "2026-02-30"}, "no date in valid_from"),
        ({"averaging_years": 0}, "averaging_years: 0 is too small. Write a number from 1"),
        ({"denominator": {"register": "figures"}}, "unknown register figures"),
    ],
)
def test_what_is_no_indicator_is_refused_and_nothing_is_written(tmp_path, change, says):
    with pytest.raises(CatalogueError, match=says):
        own.save_own(tmp_path / "katalog", changed(**change))
    assert not (tmp_path / "katalog").exists()


def test_an_impossible_id_in_a_file_is_refused_without_a_pattern(tmp_path):
    entry = {**own.entry_of("employed"), "id": "Å"}
    theme = {"da": "a", "en": "a"}
    content = {"format": 1, "theme": theme, "indicators": [entry]}
    (tmp_path / "own.json").write_text(json.dumps(content))
    with pytest.raises(CatalogueError, match=r"indicators.0.id: Å is .* a-z, 0-9, _ \(3-50\)"):
        own.catalogue(tmp_path)


def test_damaged_and_foreign_files_are_named(tmp_path):
    (tmp_path / "own.json").write_text('{"format": 1,\n"theme"', encoding="utf-8")
    with pytest.raises(CatalogueError, match="own.json is damaged in line 2"):
        own.catalogue(tmp_path)
    (tmp_path / "own.json").write_text(
        '{"format": 9, "theme": {}, "indicators": []}', encoding="utf-8"
    )
    with pytest.raises(CatalogueError, match="own.json: format: this version reads 1"):
        own.catalogue(tmp_path)
    with pytest.raises(InputError, match="does not exist"):
        own.catalogue(tmp_path / "nowhere")
    with pytest.raises(InputError, match="no own indicators"):
        own.export_own(tmp_path / "empty", tmp_path / "x.json")
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be written"):
        own.save_own(tmp_path / "fil", changed())


def test_the_schema_accepts_every_catalogue_file_and_refuses_broken_ones():
    schema = json.loads((files.ROOT / "indicator.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    for name in files.names("indicators"):
        assert list(validator.iter_errors(files.read(name))) == [], name
    good = {"format": 1, "theme": own.THEME, "indicators": [changed()]}
    assert not list(validator.iter_errors(good))
    for key in (
        "id",
        "name",
        "register",
        "population",
        "numerator",
        "unit",
        "disclosure_class",
        "sharing",
    ):
        broken = {**good, "indicators": [{k: v for k, v in changed().items() if k != key}]}
        assert list(validator.iter_errors(broken)), key
    assert list(
        validator.iter_errors(
            {**good, "indicators": [changed(population={"column": "age", "op": "="})]}
        )
    )
    assert list(validator.iter_errors({**good, "indicators": [changed(colour="red")]}))


def test_every_indicator_says_all_that_the_concept_asks():
    for indicator in all_indicators():
        assert (
            indicator.frequency
            and indicator.lag_months >= 0
            and indicator.sharing
            and indicator.disclosure_class
        )
        assert indicator.source["da"] and indicator.valid_from and indicator.theme["da"]
    special = {i.id for i in all_indicators() if i.disclosure_class == "special"}
    assert {"convicted", "nonwestern", "overweight"} <= special

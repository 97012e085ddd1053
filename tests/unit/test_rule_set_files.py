"""What is wrong with rule set files is told by file and field, and takes down no other rules."""

from __future__ import annotations

import copy
import json
import shutil

import pytest
from geofa_sociodemografi.core.catalogue import files
from geofa_sociodemografi.core.catalogue.law import rule_files, rule_sets
from geofa_sociodemografi.core.catalogue.law.dates import ListDate
from geofa_sociodemografi.core.catalogue.law.rule_files import read_law
from geofa_sociodemografi.core.errors import CatalogueError, InputError
from hypothesis import given, settings
from hypothesis import strategies as st

ALL = ["2010", "2014", "2018", "2021"]
EMPLOYED = {
    "indicator": "employed",
    "unit": "percent",
    "label": {"da": "I arbejde", "en": "Work"},
    "span": [0, 100],
}


def content_of(name):
    return copy.deepcopy(files.read(f"rulesets/{name}.json"))


@pytest.fixture
def catalogue(tmp_path):
    """A copy of the catalogue; give it files (name → content, text or bytes), and read its law."""
    root = tmp_path / "catalogue"
    shutil.copytree(files.ROOT, root)

    def read(**contents):
        files.read.cache_clear()
        for name, content in contents.items():
            if not isinstance(content, bytes):
                text = content if isinstance(content, str) else json.dumps(content)
                content = text.encode("utf-8")
            (root / f"rulesets/{name.strip('_')}.json").write_bytes(content)
        law = read_law(root)
        return [rules.id for rules in law.rule_sets], [str(one) for one in law.faults], law

    yield read
    files.read.cache_clear()


def test_the_plugins_own_files_have_no_fault(catalogue):
    ids, faults, law = catalogue()
    assert (ids, faults) == (ALL, [])
    assert list(law.figures) == [
        *("population", "nonwestern", "no_work", "convicted", "basic_education", "income")
    ]


def of_2027(**more):
    return {**content_of("2021"), "id": "2027", "list_years": [2027, None], **more}


def test_rules_without_a_last_year_end_where_the_next_begin(catalogue):
    ids, faults, law = catalogue(_2027=of_2027())
    assert (ids, faults) == ([*ALL, "2027"], [])
    assert [(one.first_year, one.last_year) for one in law.rule_sets][-2:] == [
        (2021, 2026),
        (2027, None),
    ]


DATES = {"years_back": [2], "moment": "year", "source": "the municipality's own"}


def test_a_rule_sets_own_dates_go_before_the_figures(catalogue):
    content = of_2027()
    content.update(published_month=11, list_dates={"income": DATES})
    _, faults, law = catalogue(_2027=content)
    before, own = law.rule_sets[-2:]
    income, no_work = law.figures["income"], law.figures["no_work"]
    assert not faults and own.published_month == 11 and before.published_month == 12
    assert own.dates_of(income) == ListDate((2,), "year") != before.dates_of(income)
    assert own.dates_of(no_work) == before.dates_of(no_work) == ListDate((1, 2), "year")


def test_a_longer_mean_begins_at_the_figures_newest_year(catalogue):
    content = of_2027()
    for criterion in content["criteria"].values():
        if criterion["figure"] == "no_work":
            criterion["averaging_years"] = 3
    _, faults, law = catalogue(_2027=content)
    assert not faults
    assert law.rule_sets[-1].dates_of(law.figures["no_work"]) == ListDate((1, 2, 3), "year")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda e: e.update(list_years=[2020, 2030]), "2027.json: list_years: the years overlap"),
        (lambda e: e.update(list_years=[2021, None]), "2027.json: list_years: the years overlap"),
        (
            lambda e: e["criteria"]["no_work"].update(averaging_years=2026),
            "criteria.no_work.averaging_years: 2026 is too large",
        ),
        (lambda e: e.update(list_years=[2030, 2027]), "list_years: the last year is before"),
        (lambda e: e.update(list_years=[None, 2027]), "list_years: the first year is missing"),
        (lambda e: e.update(list_years=[2027]), "list_years: it has 1 entries, 2 are expected"),
        (lambda e: e.update(id="2018"), "2027.json: id: rulesets/2018.json has it already"),
        (
            lambda e: e["criteria"]["no_work"].update(figure="happiness"),
            "criteria.no_work.figure: happiness is no figure of the law. Use one of population",
        ),
        (
            lambda e: e["criteria"]["no_work"].update(operator="~"),
            "criteria.no_work.operator: ~ is not known. Use one of >, >=, <, <=",
        ),
        (
            lambda e: e["criteria"]["no_work"].update(figure="convicted"),
            "criteria.no_work.figure: in rulesets/2010.json it is no_work",
        ),
        (
            lambda e: e["criteria"]["no_work"].update(averaging_years=3),
            "averaging_years: another criterion takes no_work as the mean of other years",
        ),
        (
            lambda e: e["criteria"]["basic_education"].update(variant="guess"),
            "criteria.basic_education.variant: The indicator basic_education has no variant guess",
        ),
        (
            lambda e: (
                e["criteria"]["no_work"].pop("threshold"),
                e["criteria"]["no_work"].update(times_national=2),
            ),
            "criteria.no_work.times_national: no_work is not set against the nation's",
        ),
        (lambda e: e["floor"].update(figure="x"), "2027.json: floor.figure: x is no figure"),
        (lambda e: e["floor"].pop("threshold"), "2027.json: floor.threshold: it is missing"),
        (
            lambda e: e.update(figures={"employed": {**EMPLOYED, "indicator": "unicorns"}}),
            "figures.employed.indicator: The catalogue has no indicator unicorns",
        ),
        (
            lambda e: e.update(figures={"employed": {**EMPLOYED, "unit": "persons"}}),
            "figures.employed.unit: persons is not the unit of employed. Use one of percent",
        ),
        (
            lambda e: e.update(figures={"no_work": {**EMPLOYED, "indicator": "no_work"}}),
            "figures.no_work: rulesets/2010.json describes it already",
        ),
        (
            lambda e: e.update(figures={"employed": {**EMPLOYED, "denominator": "everybody"}}),
            "figures.employed.denominator: everybody is no figure of the law",
        ),
        (
            lambda e: e.update(list_dates={"unicorns": DATES}),
            "list_dates.unicorns: unicorns is no figure of the law. Use one of population",
        ),
        (
            lambda e: e.update(list_dates={"income": {**DATES, "years_back": [2, 3]}}),
            "list_dates.income.years_back: income is the mean of 1 years, and 2 are named",
        ),
        (
            lambda e: e.update(list_dates={"income": {**DATES, "moment": "31-12"}}),
            "2027.json: list_dates.income.moment",
        ),
        (
            lambda e: e.update(list_dates={"income": {**DATES, "years_back": []}}),
            "2027.json: list_dates.income.years_back",
        ),
        (lambda e: e.update(published_month=13), "2027.json: published_month: 13 is too large"),
        (lambda e: e.update(counted=["nonsense"]), "unknown criterion nonsense in counted"),
        (lambda e: e.update(origin_criterion="x"), "unknown criterion x in origin_criterion"),
        (
            lambda e: e["categories"][-1]["memory"].update(category="x"),
            "categories.3.memory.category: x is not known. Use one of forebyggelse, udsat",
        ),
    ],
)
def test_a_faulty_file_is_left_out_and_named_with_its_field(catalogue, change, says):
    content = of_2027()
    change(content)
    ids, faults, _ = catalogue(_2027=content)
    assert any(says in fault for fault in faults) and all("2027.json" in one for one in faults)
    assert set(ALL) <= set(ids)


@pytest.mark.parametrize(
    "content",
    ["{", "[]", "", b"\xff\xfe", '"text"', "{}", "[" * 100_000],
    ids=lambda content: repr(content[:9]),
)
def test_a_file_that_is_no_rule_set_takes_nothing_down(catalogue, content):
    ids, faults, _ = catalogue(_2027=content)
    assert ids == ALL and len(faults) == 1 and "2027.json" in faults[0]


def test_a_year_without_rules_is_told_where_no_faulty_file_has_it(catalogue):
    late = {**content_of("2018"), "list_years": [2019, 2020]}
    ids, faults, _ = catalogue(_2018=late)
    assert ids == ALL and len(faults) == 1
    assert "2018.json: list_years: no rules are given for the years before it: 2018" in faults[0]
    late["criteria"]["no_work"]["figure"] = "happiness"
    late["list_years"] = [2018, 2020]
    ids, faults, _ = catalogue(_2018=late)
    assert ids == ["2010", "2014", "2021"]
    assert len(faults) == 1 and "no figure of the law" in faults[0]


def test_figures_of_a_file_whose_rules_are_faulty_serve_the_others(catalogue):
    content = content_of("2010")
    content["counted"] = ["nonsense"]
    ids, faults, law = catalogue(_2010=content)
    assert ids == ["2014", "2018", "2021"] and len(faults) == 1 and "population" in law.figures


def test_what_is_wrong_is_told_where_a_year_has_no_rules(catalogue, monkeypatch):
    content = content_of("2018")
    content["criteria"]["no_work"]["figure"] = "happiness"
    *_, law = catalogue(_2018=content)
    monkeypatch.setattr(rule_sets, "the_law", lambda: law)
    assert rule_sets.rule_set_for_year(2021).id == "2021"
    with pytest.raises(InputError, match="for the year 2019.*2018.json.*happiness"):
        rule_sets.rule_set_for_year(2019)
    monkeypatch.setattr(rule_sets, "the_law", lambda: rule_files.Law((), {}, law.faults))
    with pytest.raises(CatalogueError, match="No rule set can be used.*happiness"):
        rule_sets.rule_set_for_year(None)


def places(content):
    """(container, key) of everything in a document."""
    pairs = content.items() if isinstance(content, dict) else enumerate(content)
    for key, value in list(pairs):
        yield content, key
        if isinstance(value, (dict, list)):
            yield from places(value)


VALUES = st.sampled_from([None, True, 0, -1, 2.5, "", "x", "income", [], ["x"], {}, {"x": 1}])


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_no_damage_to_a_file_is_more_than_a_fault_of_it(data, tmp_path_factory):
    content = of_2027()
    for _ in range(data.draw(st.integers(1, 2))):
        there = list(places(content))
        container, key = there[data.draw(st.integers(0, len(there) - 1))]
        if data.draw(st.booleans()):
            container[key] = data.draw(VALUES)
        else:
            del container[key]
    root = tmp_path_factory.mktemp("damaged")
    shutil.copytree(files.ROOT / "rulesets", root / "rulesets")
    (root / "rulesets/2027.json").write_text(json.dumps(content), encoding="utf-8")
    law = read_law(root)
    assert {rules.id for rules in law.rule_sets} >= set(ALL)

"""Editions with facets: women and men among the employed are numbers of the same system as the employed."""

import itertools
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.catalogue.indicators.facets import breakdowns
from geofa_sociodemografi.core.catalogue.protection.parts import (
    is_part,
    may_be_parted,
    parts_of,
    sums_of_parts,
    sums_within_parts,
    with_parts,
)
from geofa_sociodemografi.core.catalogue.protection.rules import Identity, profile
from geofa_sociodemografi.core.measures.atom_counts import CONCENTRATION_COLUMNS, AtomCounts
from geofa_sociodemografi.core.pipeline.adding import add_period
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.pipeline.protecting import prepare_edition
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.protection.methods.suppression import protect_numbers
from geofa_sociodemografi.core.protection.system.context import Context
from geofa_sociodemografi.core.protection.system.families import families
from geofa_sociodemografi.core.protection.system.family_numbers import FamilyNumbers
from geofa_sociodemografi.core.protection.system.places import Place
from geofa_sociodemografi.core.store.monitor_file import MonitorFile

from tests.unit.helpers import grid, inputs, persons
from tests.unit.invented_town import LAST, people, slices
from tests.unit.test_disclosure_brute_force import LEAST, MOST_SOLUTIONS, RULES
from tests.unit.test_edition import cell

ABOUT = {i.id: i for i in all_indicators()}
SEX = breakdowns(["sex"])[0]
WOMEN, MEN = "employed|sex=k", "employed|sex=m"


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """The invented town, every third resident a man, broken down by sex."""
    table = people()
    table["sex"] = ["m" if n % 3 == 0 else "k" for n in range(len(table["x"]))]
    path = tmp_path_factory.mktemp("town") / "m.gpkg"
    given = inputs([grid(3, 2), slices()], [persons(**table)])
    add_period(
        given,
        Choices(allow_fewer_years=True, facets=("sex",)),
        MonitorFile(path),
        Silent(),
        "test",
    )
    return path, table


def test_parts_say_who_is_in_them_and_add_up():
    parts = parts_of(ABOUT["employed"], breakdowns(["sex*age_band"])[0])
    assert len(parts) == 3 * 8 and "employed|sex*age_band=k*18-29" in {p.id for p in parts}
    assert all("Køn".lower() in p.name["da"] for p in parts)
    ids = ["employed", *(p.id for p in parts_of(ABOUT["employed"], SEX)), *(p.id for p in parts)]
    sums = {i.whole: set(i.parts) for i in sums_of_parts(ids) if len(i.parts) != 24}
    assert sums["employed"] == {WOMEN, MEN, "employed|sex=ukendt"}
    assert len(sums[WOMEN]) == 8 and all(
        name.startswith("employed|sex*age_band=k*") for name in sums[WOMEN]
    )


def test_an_edition_holds_the_parts_that_were_counted(town):
    path, table = town
    internal = prepare_edition(path, "intern", "", "", Silent()).edition
    here = [
        n for n in range(len(table["x"])) if table["x"][n] < 500_010 and table["y"][n] < 6_200_010
    ]
    women = [n for n in here if table["sex"][n] == "k"]
    found = cell(internal, "grid", "c0r0", WOMEN)
    assert (found["numerator"], found["denominator"]) == (
        sum(table["employed"][n] for n in women),
        len(women),
    )
    assert not [i for i in internal.table["indicator"] if i.endswith("=ukendt")], (
        "nobody's sex is unknown"
    )
    edition = prepare_edition(path, "parter", "", "", Silent()).edition
    assert edition.safe and {WOMEN, MEN} <= {i.id for i in edition.indicators}
    assert cell(edition, "grid", "c0r0", "population|sex=k")["status"] == "shown", (
        "core demographics"
    )


def test_a_hidden_part_does_not_follow_from_the_others(town):
    """Where one sex is hidden in an area, the other or the whole is hidden too."""
    path, _ = town
    edition = prepare_edition(path, "parter", "", "", Silent()).edition
    status = edition.table.set_index(["area_set", "area_id", "indicator"])["status"]
    hidden = 0
    for whole in ("employed", "convicted", "low_income"):
        for area_set, area in {(s, a) for s, a, i in status.index if i == whole}:
            each = [
                status[(area_set, area, name)]
                for name in (whole, f"{whole}|sex=k", f"{whole}|sex=m")
            ]
            hidden += "hidden" in each
            assert each.count("hidden") != 1, (area_set, area, whole, each)
    assert hidden > 4


def random_counts(seed):
    """Men and women, employed or not, by atom: (cells (atom, sex, employed), counts, places)."""
    random = np.random.default_rng(seed)
    atoms = int(random.integers(2, 4))
    cells = random.integers(0, 5, (atoms, 2, 2)).astype(float)
    values = {}
    for name, sexes in (("employed", [0, 1]), (WOMEN, [0]), (MEN, [1])):
        values[(LAST, name)] = {
            "numerator": cells[:, sexes, 1].sum(axis=1),
            "denominator": cells[:, sexes].sum(axis=(1, 2)),
        }
    counts = AtomCounts(atoms, {}, {}, values, pd.DataFrame(columns=list(CONCENTRATION_COLUMNS)))
    places = [Place("", "", np.arange(atoms))]
    places += [Place("s", f"a{n}", np.flatnonzero(random.random(atoms) < 0.6)) for n in range(2)]
    places += [Place("", f"#{n}", np.array([n]), shown=False) for n in range(atoms)]
    return cells, counts, [p for p in places if len(p.atoms)]


def solutions(cells, shown):
    """All whole (atom, sex) numbers of employed that fit what is shown; the numbers of men and women are known."""
    groups = cells.sum(axis=2).astype(int)
    ranges = [range(groups[a, s] + 1) for a in range(len(cells)) for s in (0, 1)]
    if np.prod([len(r) for r in ranges]) > 20 * MOST_SOLUTIONS:
        return None
    every = np.array(list(itertools.product(*ranges)), dtype=float).reshape(-1, len(cells), 2)
    fits = np.ones(len(every), dtype=bool)
    for atoms, sexes, value in shown:
        fits &= every[:, atoms][:, :, sexes].sum(axis=(1, 2)) == value
    return every[fits]


@pytest.mark.slow
def test_no_part_has_fewer_values_than_promised():
    """Brute force: employed, employed women and employed men over overlapping areas."""
    tables = guarded = narrow = 0
    indicators = [
        ABOUT["employed"],
        *(p for p in parts_of(ABOUT["employed"], SEX) if p.id in (WOMEN, MEN)),
    ]
    rules = replace(RULES, persons=LEAST)
    sexes_of = {"employed": [0, 1], WOMEN: [0], MEN: [1]}
    for seed in range(250):
        cells, counts, places = random_counts(seed)
        (family,) = families(indicators, counts, LAST, sums_of_parts([i.id for i in indicators]))
        system = FamilyNumbers(family, places, rules, Context())
        found = protect_numbers(system)
        if not found.safe:
            continue
        shown = [
            (place.atoms, sexes, cells[place.atoms][:, sexes, 1].sum())
            for place in places
            if place.shown
            for name, sexes in sexes_of.items()
            if (*place.key, name, "numerator") not in found.hidden
            and cells[place.atoms][:, sexes].sum() > 0
        ]
        every = solutions(cells, shown)
        if every is None or not len(every):
            continue
        tables += 1
        for number in system.numbers:
            if number.reason and number.kind in ("numerator", "rest"):
                sexes, atoms = sexes_of[number.indicator], number.place.atoms
                told = set(every[:, atoms][:, :, sexes].sum(axis=(1, 2)))
                if len(told) < number.values:  # then the municipality's own totals leave no more
                    before = solutions(cells, [one for one in shown if len(one[0]) == len(cells)])
                    assert told == set(before[:, atoms][:, :, sexes].sum(axis=(1, 2))), (
                        seed,
                        number.key,
                        told,
                    )
                    narrow += 1
                guarded += 1
    assert tables > 60 and guarded > 600 and narrow < guarded / 4


def test_core_demographics_are_parted_by_age_and_sex_alone():
    """Residents are always shown: of three origins two shown would give the third away."""
    residents = ABOUT["population"]
    assert may_be_parted(residents, SEX) and not may_be_parted(residents, breakdowns(["origin"])[0])
    assert may_be_parted(ABOUT["employed"], breakdowns(["origin"])[0])
    assert not may_be_parted(residents, breakdowns(["sex*origin"])[0])


def test_a_part_is_as_sensitive_as_what_it_is_parted_by():
    """Origin is special and for authorities, whatever is counted; what the municipality withholds, it withholds in
    parts too."""
    by_origin = parts_of(ABOUT["low_income"], breakdowns(["origin"])[0])[0]
    assert (by_origin.disclosure_class, by_origin.sharing) == ("special", "authorities")
    told_to_all = replace(
        profile("offentlig"), shared={"low_income": "public", "employed": "public"}
    )
    assert told_to_all.may_hold(ABOUT["low_income"]) and not told_to_all.may_hold(by_origin)
    women = parts_of(ABOUT["employed"], SEX)[0]
    assert told_to_all.may_hold(women)
    assert not replace(profile("parter"), shared={"employed": "municipality"}).may_hold(women)


def test_declared_sums_hold_for_the_parts_too():
    """20 women in all, 18 of them in one part: the other two women must not follow."""
    base = replace(ABOUT["employed"], population={"all": []}, denominator_population={"all": []})
    column = {"whole": "employed", "a": "student", "b": "convicted"}
    wholes = [
        replace(base, id=name, numerator={"column": one, "operator": "=", "value": 1})
        for name, one in column.items()
    ]
    indicators = [i for one in wholes for i in (one, *parts_of(one, SEX)[:2])]
    women = {"a": np.array([18.0, 30, 40]), "b": np.array([2.0, 25, 30])}
    men = {"a": np.array([40.0, 50, 30]), "b": np.array([30.0, 30, 41])}
    values = {}
    for indicator in indicators:
        name, _, group = indicator.id.partition("|")
        groups = {"sex=k": [women], "sex=m": [men]}.get(group, [women, men])
        parts = ["a", "b"] if name == "whole" else [name]
        values[(LAST, indicator.id)] = {
            "numerator": sum(g[p] for g in groups for p in parts),
            "denominator": np.full(3, 300.0) * len(groups),
        }
    counts = AtomCounts(3, {}, {}, values, pd.DataFrame(columns=list(CONCENTRATION_COLUMNS)))
    names, declared = [i.id for i in indicators], [Identity("whole", {"a": 1, "b": 1})]
    (family,) = families(
        indicators,
        counts,
        LAST,
        [*declared, *sums_within_parts(declared, names), *sums_of_parts(names)],
    )
    places = [Place("", "", np.arange(3)), *(Place("s", f"a{n}", np.array([n])) for n in range(3))]
    found = protect_numbers(FamilyNumbers(family, places, profile("parter"), Context()))
    hidden = {
        name for area_set, area, name, kind in found.hidden if area == "a0" and kind == "numerator"
    }
    assert found.safe and "b|sex=k" in hidden and hidden & {"whole|sex=k", "a|sex=k"}


def test_parts_stand_behind_their_whole():
    convicted, employed = ABOUT["convicted"], ABOUT["employed"]
    assert [i.id for i in with_parts([employed, convicted], {WOMEN, MEN, "convicted"})] == [
        "employed",
        MEN,
        WOMEN,
        "convicted",
    ]
    assert is_part(WOMEN) and not is_part("employed")
    assert profile("parter").may_hold(parts_of(ABOUT["employed"], SEX)[0])

"""Editions by rounding: nothing small is shown or follows, all adds up, and they stand alone."""

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.catalogue.indicators.definitions import all_indicators
from geofa_sociodemografi.core.catalogue.protection.rules import OWN_FILE, profile
from geofa_sociodemografi.core.errors import CatalogueError, InputError
from geofa_sociodemografi.core.pipeline.protecting import prepare_edition
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.protection.certificate import certificate, proof_in_words
from geofa_sociodemografi.core.protection.methods.rounded import hidden_with, round_families
from geofa_sociodemografi.core.protection.system.families import Family
from geofa_sociodemografi.core.protection.system.places import Place

from tests.unit.invented_town import FEW_AREA, LAST, monitor, people
from tests.unit.test_edition import cell, enter

BASE = 5
RULES = replace(profile("afrundet"), persons=BASE, special_persons=BASE)
SHARE = next(i for i in all_indicators() if i.id == "convicted")


@pytest.fixture
def own(tmp_path):
    """The rounded edition may hold the convicted, the employed and the incomes."""
    folder = tmp_path / "katalog"
    folder.mkdir()
    (folder / OWN_FILE).write_text(
        json.dumps(
            {
                "profiles": {
                    "afrundet": {
                        "shared": {"convicted": "public", "employed": "public", "income": "public"}
                    }
                }
            }
        ),
        encoding="utf-8",
    )
    return folder


def prepare(path, own, profile="afrundet", period=""):
    return prepare_edition(path, profile, period, str(own), Silent())


def test_counts_are_rounded_and_add_up(tmp_path, own):
    path = monitor(tmp_path / "m.gpkg")
    prepared = prepare(path, own)
    edition, true = (
        prepared.edition,
        prepare_edition(path, "intern", "", "", Silent()).edition,
    )
    assert edition.safe and "convicted" in {i.id for i in edition.indicators}
    assert "income" in edition.left_out, "a mean"
    rows = edition.table[edition.table["indicator"] == "convicted"]
    shown = rows[rows["status"] == "shown"]
    assert not ((shown["numerator"] > 0) & (shown["numerator"] < BASE)).any()
    assert (
        shown["numerator"]
        != [
            cell(true, s, a, "convicted")["numerator"]
            for s, a in zip(shown["area_set"], shown["area_id"])
        ]
    ).any()
    assert cell(edition, "grid", FEW_AREA, "convicted")["status"] == "hidden"
    whole = cell(edition, "", "", "convicted")
    here = shown[shown["area_set"] == "slices"]
    assert len(here) == 3 and here["numerator"].sum() == whole["numerator"], (
        "everybody lies in one of the slices"
    )
    assert (
        here["value"] == np.floor(100 * here["numerator"] / here["denominator"] + 0.5)
    ).all() or (here["denominator"] >= 1000).any()
    assert cell(edition, "grid", "c0r0", "population")["value"] == 400, (
        "core demographics stay as they are"
    )


def test_the_certificate_says_how_it_was_rounded(tmp_path, own):
    prepared = prepare(monitor(tmp_path / "m.gpkg"), own)
    proof = certificate(
        prepared.edition, "U1", "2026-02-01", "s", prepared.counts, prepared.names, "1.0"
    )
    assert proof["method"] == "rounding" and proof["rounding"]["base"] == BASE
    assert 0 < proof["rounding"]["largest_change"] < 3 * BASE and proof["smallest_interval"] is None
    assert "0 or at least 5" in proof["promise"] and "rounded to 5" in proof_in_words(
        prepared.edition
    )


def test_a_rounded_table_stands_alone(tmp_path, own):
    path = monitor(tmp_path / "m.gpkg", people(period="2025-12"), people(period=LAST))
    first = prepare(path, own)
    enter(path, first)
    assert prepare(path, own).edition.table.equals(first.edition.table)
    with pytest.raises(InputError, match="Rounded tables stand alone"):
        prepare(path, own, period="2025-12")
    with pytest.raises(InputError, match="by another method"):
        prepare(path, own, "parter")
    with pytest.raises(InputError, match="by another method"):
        prepare(path, own, "offentlig")  # it has the mean age
    (own / OWN_FILE).write_text(
        '{"profiles": {"offentlig": {"shared": {"mean_age": "municipality"}}}}', encoding="utf-8"
    )
    assert prepare(path, own, "offentlig").edition.safe, "it shares residents alone"


def test_what_differs_from_an_earlier_rounding_is_refused(tmp_path, own):
    path = monitor(tmp_path / "m.gpkg")
    enter(path, prepare(path, own))
    table = people()
    table["convicted"][:8] = [1 - n for n in table["convicted"][:8]]
    monitor(path, table)
    with pytest.raises(InputError, match="have been revised"):
        prepare(path, own)


def test_a_base_below_the_floor_is_refused(tmp_path, own):
    (own / OWN_FILE).write_text('{"profiles": {"afrundet": {"base": 2}}}', encoding="utf-8")
    with pytest.raises(CatalogueError, match="base of the profile afrundet is below 3"):
        prepare(monitor(tmp_path / "m.gpkg"), own)


def test_nothing_small_follows_in_many_random_towns():
    """Every number shown, every group that follows, and the rest of each known whole: 0 or at least the base."""
    random = np.random.default_rng(8)
    fit = 0
    for _ in range(200):
        atoms = int(random.integers(3, 12))
        values = random.integers(0, [3, 40], (atoms, 2)).astype(float)
        family = Family(
            indicators={"convicted": SHARE},
            values=values,
            numerators={"convicted": {0: 1}},
            denominators={"convicted": {0: 1, 1: 1}},
            fixed={"convicted"},
        )
        places = [Place("", "", np.arange(atoms))]
        places += [
            Place("s", f"a{n}", np.flatnonzero(random.random(atoms) < 0.5)) for n in range(4)
        ]
        places += [Place("", f"#{n}", np.array([n]), shown=False) for n in range(atoms)]
        found = round_families([family], places, RULES, {})
        if found.unfit:
            assert not found.counts
            continue
        fit += 1
        for place in places[:5]:
            count = found.counts[(*place.key, "convicted", "numerator")]
            rest = values[place.atoms].sum() - count
            assert count == 0 or (count >= BASE and rest >= BASE)
    assert fit > 100


def test_what_is_not_counted_in_whole_numbers_is_not_rounded(tmp_path, own):
    """Full-time persons: the register gives parts of persons."""
    (own / OWN_FILE).write_text(
        '{"profiles": {"afrundet": {"shared": {"no_work": "public"}}}}', encoding="utf-8"
    )
    edition = prepare(monitor(tmp_path / "m.gpkg"), own).edition
    assert "no_work" in edition.left_out and "no_work" not in set(edition.table["indicator"])


def test_special_counts_are_rounded_to_their_own_limit_and_few_homes_hidden(tmp_path, own):
    """Seven convicted: below ten for the special ones. Twelve of one household are too few homes."""
    table = people()
    table["convicted"] = [0] * len(table["x"])
    for n in (*range(0, 14, 2), *range(500, 560, 2)):
        table["convicted"][n] = 1
    edition = prepare(monitor(tmp_path / "m.gpkg", table), own).edition
    shown = edition.table[
        (edition.table["indicator"] == "convicted") & (edition.table["status"] == "shown")
    ]
    assert len(shown) and not ((shown["numerator"] > 0) & (shown["numerator"] < 10)).any()
    for n in range(0, 24):
        table["convicted"][n], table["household_id"][n] = int(n < 12), "one"
    edition = prepare(monitor(tmp_path / "n.gpkg", table), own).edition
    assert edition.reasons[("grid", "c0r0", "convicted")] == "few_households"
    assert (
        len([cell for cell in edition.reasons if cell[0] == "grid" and cell[2] == "convicted"]) > 1
    )


def test_a_small_area_does_not_follow_from_the_others(tmp_path, own):
    """Where one area of a set is too small, another is hidden with it, for the rest adds up."""
    table = people()
    kept = [n for n in range(len(table["x"])) if n < 1430 + 60]
    path = monitor(
        tmp_path / "m.gpkg", {name: [values[n] for n in kept] for name, values in table.items()}
    )
    edition = prepare(path, own).edition
    rows = edition.table[
        (edition.table["indicator"] == "convicted") & (edition.table["area_set"] == "grid")
    ]
    assert (rows["status"] == "hidden").sum() >= 2 and (
        "grid",
        "c1r1",
        "convicted",
    ) in edition.reasons


def areas_of_two_sets():
    """Three areas of set s over atoms 0-3, and one of set t; nobody lives in atom 3."""
    return [
        Place("", "", np.arange(4)),
        Place("s", "a", np.array([0])),
        Place("s", "b", np.array([1])),
        Place("s", "c", np.array([2, 3])),
        Place("t", "d", np.array([2])),
    ]


def released(**status):
    rows = [("s", area, "convicted", state) for area, state in status.items()]
    return pd.DataFrame(rows, columns=["area_set", "area_id", "indicator", "status"])


def test_what_is_hidden_with_a_small_area_takes_empty_places_and_earlier_releases_into_account():
    """a is small: b or c is hidden with it. c and d are the same where people live. What was shown before is known."""
    residents, small = np.array([30.0, 400, 500, 0]), {("s", "a", "convicted"): "gate"}
    found = hidden_with(small, areas_of_two_sets(), residents, ["convicted"], released())
    assert found == {("s", "a", "convicted"): "gate", ("s", "b", "convicted"): "secondary"}
    found = hidden_with(small, areas_of_two_sets(), residents, ["convicted"], released(b="shown"))
    assert {("s", "c", "convicted"), ("t", "d", "convicted")} <= set(found) and (
        "s",
        "b",
        "convicted",
    ) not in found
    with pytest.raises(InputError, match="follows from figures that have been released"):
        told = pd.concat(
            [
                released(c="shown"),
                pd.DataFrame([("", "", "convicted", "shown")], columns=list(released())),
            ]
        )
        hidden_with(
            {("s", "b", "convicted"): "gate"},
            areas_of_two_sets(),
            np.array([0.0, 400, 500, 0]),
            ["convicted"],
            told,
        )

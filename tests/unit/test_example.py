"""The example municipality behaves as promised."""

from __future__ import annotations

import filecmp
import re

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.errors import CancelledError, InputError, StoreError
from geofa_sociodemografi.core.example.districts import all_districts
from geofa_sociodemografi.core.example.geography import make_land
from geofa_sociodemografi.core.example.municipality import make_example
from geofa_sociodemografi.core.progress import Silent
from osgeo import ogr


def month(example, position):
    file = sorted(example.persons.iterdir())[position]
    return pd.read_csv(file, sep=";", decimal=",", dtype={"education": str})


def test_the_first_month_has_the_residents_asked_for_and_later_ones_stay_near(example):
    sizes = [len(month(example, position)) for position in (0, 12, 24)]
    assert sizes[0] == 6_000 and all(abs(size - 6_000) < 120 for size in sizes)


def test_everybody_lives_at_a_listed_address_and_people_move(example):
    spots = pd.read_csv(example.addresses, sep=";")["address_key"]
    first, last = month(example, 0), month(example, 24)
    assert set(first["address_key"]) | set(last["address_key"]) <= set(spots)
    both = first.merge(last, on="person_id")
    moved = (both["address_key_x"] != both["address_key_y"]).mean()
    assert 0.1 < moved < 0.4
    assert 0.02 < 1 - len(both) / len(first) < 0.3
    assert spots.str.fullmatch(r"0999\d{4}.{11}").all() and spots.is_unique


def test_distributions_are_plausible(example):
    people = month(example, 0)
    assert 0.15 < (people["age"] < 18).mean() < 0.28 and 0.12 < (people["age"] >= 65).mean() < 0.3
    adults = people[people["age"].between(18, 64)]
    assert 0.1 < adults["outside_work"].mean() < 0.35
    assert 0.45 < (people["sex"] == "m").mean() < 0.55
    assert (
        people["age"].between(0, 125).all() and people["outside_work"].dropna().between(0, 1).all()
    )
    assert 1.7 < people.groupby("household_id").size().mean() < 2.7


def test_a_seed_gives_the_same_municipality_every_time_and_another_seed_another(tmp_path):
    one, two, three = (
        make_example(tmp_path / n, Silent(), 1_000, 3, seed)
        for n, seed in (("a", 5), ("b", 5), ("c", 6))
    )
    for name in ("persons/persons_2026-01.csv", "addresses.csv"):
        assert filecmp.cmp(one.folder / name, two.folder / name, shallow=False)
        assert not filecmp.cmp(one.folder / name, three.folder / name, shallow=False)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_partitions_have_no_overlap_and_no_hole(seed):
    for code, districts in all_districts(make_land(np.random.default_rng(seed))).items():
        by_kind = {}
        for _, _, columns, wkb in districts:
            by_kind.setdefault((columns["type"], columns.get("starttrin")), []).append(
                ogr.CreateGeometryFromWkb(wkb)
            )
        for shapes in by_kind.values():
            whole = shapes[0].Clone()
            for shape in shapes[1:]:
                assert shape.IsValid()
                whole = whole.Union(shape)
            assert whole.GetArea() == pytest.approx(sum(s.GetArea() for s in shapes), rel=1e-9), (
                code
            )
            assert ogr.ForceToPolygon(whole).GetGeometryCount() == 1, "a hole"


def test_nothing_looks_like_a_cpr_number_and_all_is_marked_fictional(example):
    text = sorted(example.persons.iterdir())[0].read_text(encoding="utf-8")
    assert not re.search(
        r"(?<![\d.,_])(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}-?\d{4}(?![\d_])", text
    )
    assert "fiktiv" in (example.folder / "LÆS MIG.txt").read_text(encoding="utf-8")


def test_files_of_ones_own_are_not_replaced_but_an_earlier_example_is(tmp_path):
    (tmp_path / "persons").mkdir()
    (tmp_path / "persons" / "real.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="no example: persons"):
        make_example(tmp_path, Silent(), 1_000, 1)
    assert (tmp_path / "persons" / "real.csv").read_text(encoding="utf-8") == "mine"
    make_example(tmp_path / "ex", Silent(), 1_000, 2)
    make_example(tmp_path / "ex", Silent(), 1_000, 1)
    assert len(list((tmp_path / "ex" / "persons").iterdir())) == 1


def test_numbers_out_of_bounds_are_refused_and_cancelling_leaves_nothing(tmp_path):
    with pytest.raises(InputError):
        make_example(tmp_path / "x", Silent(), 999)

    class CancelSoon(Silent):
        asked = 0

        def is_cancelled(self):
            self.asked += 1
            return self.asked > 2

    with pytest.raises(CancelledError):
        make_example(tmp_path / "x", CancelSoon(), 1_000, 12)
    assert list(tmp_path.iterdir()) == []

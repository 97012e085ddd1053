"""Areas users draw: the same persons give the same change however they are drawn, and nothing small is shown."""

import hashlib
import hmac

import numpy as np
import pytest
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.pipeline.drawn import drawn_areas
from geofa_sociodemografi.core.pipeline.inputs import ALL, Choices
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.protection.methods.cell_key import perturbation

from tests.unit.helpers import areas, inputs, persons, polygon_wkb
from tests.unit.invented_town import people

SECRET = bytes(range(32))
NAMES = ("population", "employed", "convicted")


def box(x, y, width, height):
    left, bottom = 500_000 + x, 6_200_000 + y
    return polygon_wkb(
        [
            (left, bottom),
            (left + width, bottom),
            (left + width, bottom + height),
            (left, bottom + height),
        ]
    )


SHAPES = {
    "one": box(0, 0, 10, 10),
    "again": box(-5, -5, 15, 15),
    "half": box(0, 0, 10, 5),
    "few": box(20, 10, 10, 10),
    "empty": box(50, 50, 5, 5),
}


def draw(table=None, shapes=None, secret=SECRET, profile="parter", names=NAMES):
    table = dict(table or people())
    table.setdefault("person_id", [f"P{n}" for n in range(len(table["x"]))])
    given = inputs([areas(shapes or SHAPES, "drawn", "free")], [persons(**table)])
    return drawn_areas(given, Choices(indicators=names, scope=ALL), profile, secret, Silent())


def figure(drawn, area, indicator, kind):
    rows = drawn.figures
    return float(rows[(rows["area_id"] == area) & (rows["indicator"] == indicator)][kind].iloc[0])


def test_the_same_persons_are_changed_the_same_way():
    drawn = draw()
    for indicator in NAMES:
        for kind in ("numerator", "denominator", "value"):
            assert figure(drawn, "one", indicator, kind) == pytest.approx(
                figure(drawn, "again", indicator, kind), nan_ok=True
            )
    alone = draw(shapes={"other": box(0, 0, 10, 10)})
    assert figure(alone, "other", "employed", "numerator") == figure(
        drawn, "one", "employed", "numerator"
    )
    rows = list(reversed(range(len(people()["x"]))))
    turned = {name: [values[n] for n in rows] for name, values in people().items()}
    turned["person_id"] = [f"P{n}" for n in rows]
    assert draw(turned).figures.equals(drawn.figures)


def test_the_change_is_that_of_the_persons_keys():
    """By hand: the hash pandas gives an id, HMAC-SHA256 of it as text, four bytes, summed, the fraction looked up."""
    import pandas as pd

    table = people()
    here = [
        n for n in range(len(table["x"])) if table["x"][n] < 500_010 and table["y"][n] < 6_200_010
    ]
    employed = [n for n in here if table["employed"][n]]
    ids = np.array([f"P{n}" for n in employed], dtype=object)
    total = sum(
        int.from_bytes(hmac.new(SECRET, str(one).encode(), hashlib.sha256).digest()[:4], "big")
        for one in pd.util.hash_array(ids, categorize=False)
    )
    up_to = np.cumsum(perturbation(5, 3, 4).probability[-1])
    change = int(np.searchsorted(up_to, total % 2**32 / 2**32)) - (
        len(perturbation(5, 3, 4).probability) - 1
    )
    assert figure(draw(), "one", "employed", "numerator") == len(employed) + change


def test_counts_are_changed_by_at_most_five_and_nothing_small_is_shown():
    table = people()
    shapes = {f"a{n}": box(*np.random.default_rng(n).uniform(0, 15, 2), 12, 12) for n in range(60)}
    drawn = draw(shapes=shapes)
    changes = []
    for name in shapes:
        left, bottom = np.random.default_rng(int(name[1:])).uniform(0, 15, 2)
        true = sum(
            500_000 + left <= x < 500_012 + left and 6_200_000 + bottom <= y < 6_200_012 + bottom
            for x, y in zip(table["x"], table["y"])
        )
        shown = figure(drawn, name, "population", "numerator")
        assert (true < 50) == np.isnan(shown)
        changes += [] if np.isnan(shown) else [shown - true]
    assert max(map(abs, changes)) <= 5 and len(set(changes)) > 4 and abs(np.mean(changes)) < 1
    for kind in ("numerator", "denominator"):
        told = drawn.figures[kind].dropna()
        assert not ((told >= 1) & (told <= 4)).any()
    assert (
        (drawn.figures["numerator"] <= drawn.figures["denominator"].fillna(np.inf))
        .where(drawn.figures["numerator"].notna(), True)
        .all()
    )


def test_another_secret_changes_otherwise_and_a_short_one_is_refused():
    one, other = draw(), draw(secret=SECRET[::-1])
    assert not one.figures["numerator"].equals(other.figures["numerator"])
    with pytest.raises(InputError, match="shorter than 32 bytes"):
        draw(secret=b"short")


def test_small_areas_show_nothing_and_what_may_not_be_shown_is_left_out():
    drawn = draw(names=("employed", "income", "convicted"))
    assert "income" in drawn.left_out and np.isnan(figure(drawn, "few", "employed", "numerator"))
    assert (
        drawn.figures[drawn.figures["area_id"].isin(["few", "empty"])]["status"] == "hidden"
    ).all()
    assert "employed" in draw(profile="offentlig").left_out
    wide = drawn.wide()
    assert list(wide["area_id"]) == sorted(SHAPES) and {
        "employed",
        "employed_antal",
        "employed_af",
    } <= set(wide)


def test_persons_without_an_identifier_and_the_internal_edition_are_refused():
    given = inputs([areas(SHAPES, "drawn", "free")], [persons(**people())])
    with pytest.raises(InputError, match="person_id"):
        drawn_areas(given, Choices(indicators=NAMES, scope=ALL), "parter", SECRET, Silent())
    with pytest.raises(InputError, match="internal edition"):
        draw(profile="intern")

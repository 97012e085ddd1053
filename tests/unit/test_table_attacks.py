"""A finished table and a system of numbers are attacked: every figure a table tells, and totals that are known."""

import json

import numpy as np
import pytest
from geofa_sociodemografi.core.catalogue.protection.rules import OWN_FILE, profile
from geofa_sociodemografi.core.errors import CatalogueError, InputError
from geofa_sociodemografi.core.pipeline.auditing import audit_table
from geofa_sociodemografi.core.pipeline.protecting import prepare_edition
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.protection.certificate import NotSafeError
from geofa_sociodemografi.core.protection.methods.suppression import protect_numbers
from geofa_sociodemografi.core.protection.system.numbers import Number
from geofa_sociodemografi.core.protection.system.places import Place
from scipy import sparse

from tests.unit.invented_town import FEW_AREA, monitor

pytestmark = pytest.mark.slow  # many editions are made, and each is attacked


def prepare(path, profile, period="", own=""):
    return prepare_edition(path, profile, period, str(own), Silent())


def written(path, edition, tell=()):
    """``udgave.csv`` of an edition; ``tell``: (cell, columns → figures) put in where it hid them."""
    table = edition.table.copy()
    for where, figures in tell:
        here = (table[["area_set", "area_id", "indicator"]] == list(where)).all(axis=1)
        for column, figure in figures.items():
            table.loc[here, column] = figure
    table.to_csv(path, sep=";", index=False, encoding="utf-8-sig")
    return path


@pytest.mark.parametrize("figures", [{"value": 271_828.0}, {"value": 66.7}, {"numerator": 2.0}])
def test_a_table_is_attacked_with_every_figure_it_tells(tmp_path, figures):
    """A mean or a share without its counts is a number shown all the same."""
    path = monitor(tmp_path / "m.gpkg")
    edition = prepare(path, "parter").edition
    indicator = "income" if figures.get("value", 0) > 100 else "employed"
    table = written(tmp_path / "udgave.csv", edition)
    assert audit_table(path, table, "parter", "", Silent()).shown > 0
    written(table, edition, [(("grid", FEW_AREA, indicator), figures)])
    with pytest.raises(NotSafeError):
        audit_table(path, table, "parter", "", Silent())


def test_a_declared_sum_must_hold(tmp_path):
    """It is read, and refused where the figures say otherwise."""
    folder = tmp_path / "katalog"
    folder.mkdir()
    (folder / OWN_FILE).write_text(
        json.dumps(
            {"identities": [{"whole": "nonwestern", "parts": {"descendants": 1, "immigrants": 1}}]}
        ),
        encoding="utf-8",
    )
    assert profile("parter", folder).own_sums[0].parts == {"descendants": 1, "immigrants": 1}
    (folder / OWN_FILE).write_text(
        json.dumps(
            {"identities": [{"whole": "employed", "parts": {"convicted": 1, "low_income": 1}}]}
        ),
        encoding="utf-8",
    )
    with pytest.raises(InputError, match="sum declared for employed does not hold"):
        prepare(monitor(tmp_path / "m.gpkg"), "parter", own=folder)
    (folder / OWN_FILE).write_text('{"identities": [{"whole": "employed"}]}', encoding="utf-8")
    with pytest.raises(
        CatalogueError, match=r"diskretion.json: identities\.0\.parts: it is missing"
    ):
        prepare(monitor(tmp_path / "m.gpkg"), "parter", own=folder)


class OneByOne:
    """A system of rows that are numbers of their own: x1 + x2 = 3 known, x1 + x3 may be shown."""

    floor, zeros = 0.0, []

    def __init__(self):
        self.rows = np.array([0.0, 3.0, 1.0, 9.0])
        places = {
            name: Place("s" * bool(name), name, np.array([0])) for name in ("", "x1", "y", "z")
        }
        self.numbers = [
            Number(kind="numerator", indicator="i", place=places[""], column={0: 1, 1: 1}, value=3),
            Number(
                kind="numerator",
                indicator="i",
                place=places["x1"],
                column={0: 1},
                value=0,
                reason="few",
                values=5,
            ),
            Number(
                kind="numerator", indicator="i", place=places["y"], column={0: 1, 2: 1}, value=1
            ),
            Number(
                kind="numerator", indicator="i", place=places["z"], column={2: 1, 3: 1}, value=10
            ),
        ]

    def moves(self):
        return sparse.identity(4, format="csr")

    def in_free_rows(self, column):
        return column

    def singletons(self):
        return []

    def whole_numbers(self):
        return True


def test_a_number_that_known_totals_narrow_is_not_narrowed_further():
    """x1 can be 0 to 3 by the known total; with x1 + x3 = 1 it could be 0 or 1."""
    found = protect_numbers(OneByOne())
    assert found.safe and found.narrow_anyway == 1
    assert ("s", "y", "i", "numerator") in found.hidden

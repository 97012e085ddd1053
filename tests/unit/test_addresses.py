"""Keys looked up in an address list, in all the forms they come in."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.pipeline.counting.count_areas import count_areas
from geofa_sociodemografi.core.pipeline.inputs import Choices
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.sources import TableSource
from geofa_sociodemografi.core.registers.tables.addresses import make_address_list, read_addresses

from tests.unit.helpers import grid, inputs, persons

UUID, HOUSE_UUID = "0a3f507d-f270-32b8-e044-0003ba298018", "0a3f507d-f271-32b8-e044-0003ba298018"


def listed():
    return pd.DataFrame(
        {
            "address_key": ["04610855__18__1__tv", "04610855__18_st__th", "01851640_60C_______"],
            "address_id": [UUID, None, None],
            "access_address_id": [HOUSE_UUID, HOUSE_UUID, None],
            "x": [500_005.0, 500_005.0, 500_015.0],
            "y": [6_200_005.0, 6_200_005.0, 6_200_005.0],
        }
    )


@pytest.mark.parametrize(
    ("key", "row", "by_house"),
    [
        ("04610855__18__1__tv", 0, False),
        ("4610855__18__1__tv", 0, False),
        ("04610855018 01TV  ", 0, False),
        (f"{{{UUID.upper()}}}", 0, False),
        (HOUSE_UUID, 0, False),
        ("01851640060C", 2, False),
        ("01851640_60C", 2, False),
        ("04610855__18", 0, False),
        ("04610855018", 0, False),
        ("04610855__18__7__mf", 0, True),
        ("04610855__19__1__tv", -1, False),
        ("nonsense", -1, False),
    ],
)
def test_a_key_is_found_in_every_form(key, row, by_house):
    addresses, unlike = make_address_list(listed())
    found, houses = addresses.find([key])
    assert (found[0], houses[0], unlike) == (row, by_house, 0)


def test_flats_that_the_list_lacks_lie_where_their_house_lies_and_that_is_told():
    source = persons(
        address_key=["04610855__18__9__tv", "04610855__18__1__tv"], age=[4, 5], period="2026-01"
    )
    silent = Silent()
    counted = count_areas(
        inputs([grid(1, 1)], [source], [TableSource("a", listed())]), Choices(), silent
    )
    assert counted.findings["persons"].by_house == {"2026-01": 1}
    assert counted.findings["persons"].placed[("grid", "2026-01")] == 2
    assert any("1 rows are placed by house number" in warning for warning in silent.warnings)


def test_a_key_of_separate_columns_is_put_together():
    source = persons(
        kommunekode=[461, 461],
        vejkode=[855, 855],
        husnr=["018", "18"],
        etage=["01", None],
        sidedoer=["TV", None],
        alder=[4, 5],
        period="2026-01",
    )
    counted = count_areas(
        inputs([grid(1, 1)], [source], [TableSource("a", listed())]), Choices(), Silent()
    )
    found = counted.findings["persons"]
    assert found.placed[("grid", "2026-01")] == 2 and not found.by_house


def test_an_area_code_places_a_row_by_id_or_objekt_id():
    area_set = grid(2, 1)
    area_set.areas["objekt_id"] = ["", "6f3b1f5e-5d5e-4a55-9c6a-0d2f5c1f0999"]
    source = persons(
        omraadekode=["c0r0", "6f3b1f5e-5d5e-4a55-9c6a-0d2f5c1f0999", "c9r9", None],
        age=[1, 2, 3, 4],
        period="2026-01",
    )
    counted = count_areas(inputs([area_set], [source]), Choices(), Silent())
    population = counted.observations["grid"].query("indicator == 'population'")
    assert population["numerator"].tolist() == [1, 1]
    assert dict(counted.findings["persons"].total_unplaced("grid")) == {
        "unknown_code": 1,
        "no_key": 1,
    }


def test_a_key_a_spreadsheet_made_a_number_of_is_refused_by_row():
    source = persons(
        address_key=["04610855__18__1__tv", "4,61085E+17"], age=[4, 5], period="2026-01"
    )
    with pytest.raises(InputError, match="row 2.*last digits are lost"):
        count_areas(
            inputs([grid(1, 1)], [source], [TableSource("a", listed())]),
            Choices(),
            Silent(),
        )


def test_keys_with_several_coordinates_are_told_and_houses_are_not():
    table = pd.concat([listed(), listed().iloc[:1].assign(x=500_015.0)], ignore_index=True)
    addresses, unlike = make_address_list(table)
    assert unlike == 2  # the KVHX and the DAR id
    assert addresses.find(["04610855__18__1__tv"])[0][0] == 0
    np.testing.assert_array_equal(addresses.x[:1], [500_005.0])


def test_rows_of_the_address_list_without_a_key_are_told():
    list_of = listed()
    keys = [name for name in list_of if "key" in name or name.endswith("_id")]
    silent = Silent()
    read_addresses(
        [
            TableSource(
                "a", pd.concat([list_of, list_of.head(2).assign(**dict.fromkeys(keys, None))])
            )
        ],
        silent,
    )
    assert [
        warning
        for warning in silent.warnings
        if "2 rows of the address list have no key" in warning
    ]


@pytest.mark.parametrize(
    ("ids", "codes", "counts"),
    [
        (("001", "002", "01"), [1, 2, 2, None], (0, 2, 0)),  # 1 is 001 or 01
        (("1", "2", "3"), ["001", "002", "003", "2"], (1, 2, 1)),
        (("0101", "101", "3"), ["101", "3.0", "03", "9"], (0, 1, 2)),
    ],
)
def test_an_area_code_that_lost_its_zeros_is_the_one_areas_that_has_it_so_and_it_is_told(
    ids, codes, counts
):
    area_set = grid(3, 1)
    area_set.areas["area_id"] = list(ids)
    silent = Silent()
    counted = count_areas(
        inputs([area_set], [persons(omraadekode=codes, age=[1, 2, 3, 4], period="2026-01")]),
        Choices(),
        silent,
    )
    population = counted.observations["grid"].query("indicator == 'population'")
    assert tuple(population["numerator"]) == counts
    exact = sum(str(code) in ids for code in codes) + ("3.0" in codes)
    assert counted.findings["persons"].by_zeros["2026-01"] == sum(counts) - exact
    assert any(
        f"{sum(counts) - exact} rows are placed by an area code" in text for text in silent.warnings
    )
    assert sum(counted.findings["persons"].total_unplaced("grid").values()) == 4 - sum(counts)


def test_a_code_that_is_an_area_of_one_set_is_not_taken_for_another_of_another():
    first, second = grid(1, 1), grid(1, 1, identifier="second")
    first.areas["area_id"], second.areas["area_id"] = ["101"], ["0101"]
    counted = count_areas(
        inputs([first, second], [persons(area_code=["101"], age=[4], period="2026-01")]),
        Choices(),
        Silent(),
    )
    assert [counted.findings["persons"].placed[(one, "2026-01")] for one in ("grid", "second")] == [
        1,
        0,
    ]

"""Addresses with the persons who live there."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.sources import TableSource
from geofa_sociodemografi.core.registers.tables.inhabited import read_inhabited


def source(**columns):
    return TableSource("adresser", pd.DataFrame(columns), first_row=2)


def test_points_and_persons_are_read_and_what_they_lack_is_told():
    silent = Silent()
    table = read_inhabited(
        [source(oest=[500_000.0, None], nord=[6_200_000.0] * 2, antal_personer=[None, 3])],
        {},
        silent,
    )
    assert list(table) == ["x", "y", "persons"] and table["persons"].tolist()[1] == 3
    assert np.isnan(table["x"].iloc[1])
    assert any("1 addresses have no coordinates" in text for text in silent.warnings)
    assert any("1 addresses do not say how many" in text for text in silent.warnings)


def test_persons_need_not_be_given_and_may_have_any_name():
    table = source(x=[500_000.0], y=[6_200_000.0], hoveder=[4])
    assert list(read_inhabited([table], {}, Silent())) == ["x", "y"]
    assert read_inhabited([table], {"persons": "hoveder"}, Silent())["persons"].tolist() == [4]
    with pytest.raises(InputError, match="has no column folk"):
        read_inhabited([table], {"persons": "folk"}, Silent())
    with pytest.raises(InputError, match="row 2, field hoveder"):
        negative = source(x=[500_000.0], y=[6_200_000.0], hoveder=[-4])
        read_inhabited([negative], {"persons": "hoveder"}, Silent())

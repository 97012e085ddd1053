"""A text says one and many by the number in its field."""

from __future__ import annotations

import pytest
from geofa_sociodemografi.core import i18n
from geofa_sociodemografi.core.i18n import tr
from geofa_sociodemografi.core.numbers import number

DANISH = {"{count} areas": "{count} [count: område|områder]"}


@pytest.fixture(autouse=True)
def danish():
    i18n.install(lambda text: DANISH.get(text, text), "da")
    yield
    i18n.uninstall()


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 områder"),
        (1, "1 område"),
        (2, "2 områder"),
        (1_001, "1.001 områder"),
        (21, "21 områder"),
    ],
)
def test_the_word_fits_the_number(count, said):
    assert tr("{count} areas", count=number(count)) == said


def test_what_comes_from_outside_is_no_markup():
    assert tr("{name}", name="[name: a|b]") == "[name: a|b]"
    assert tr("[2, 3] of {count} [other: a|b]", count=1) == "[2, 3] of 1 [other: a|b]"

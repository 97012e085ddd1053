"""Decimal marks and thousands: what one text can be, and what the user is shown."""

from __future__ import annotations

import pytest
from geofa_sociodemografi.core import i18n
from geofa_sociodemografi.core.numbers import (
    COMMA,
    EITHER,
    POINT,
    WHOLE,
    WITH_COMMA,
    WITH_POINT,
    bare,
    form_of,
    mark_among,
    number,
    shortest,
    signed,
    typed_number,
    value_of,
    with_mark,
)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("312450", WHOLE),
        ("1e3", WHOLE),
        ("312.450", EITHER),
        ("312,450", EITHER),
        ("0,250", WITH_COMMA),
        ("312.450,5", WITH_COMMA),
        ("1.312.450", WITH_COMMA),
        ("2,5E2", WITH_COMMA),
        (",5", WITH_COMMA),
        ("0.250", WITH_POINT),
        ("312,450.5", WITH_POINT),
        ("1,312,450", WITH_POINT),
        ("-1234.5", WITH_POINT),
        ("1.23.456", ""),
        ("1,2,3", ""),
        ("1.234,567.8", ""),
        ("", ""),
    ],
)
def test_a_text_has_one_form(text, form):
    assert form_of(text) == form


def test_the_mark_counts_only_where_a_text_can_be_read_with_either():
    assert [value_of("1.234", EITHER, mark) for mark in (COMMA, POINT)] == [1234, 1.234]
    assert [value_of("1.234,5", WITH_COMMA, mark) for mark in (COMMA, POINT)] == [1234.5, 1234.5]


def test_spaces_between_thousands_are_none():
    assert bare("\u2212312\u00a0450,5") == "-312450,5" and bare("12 34") == "12 34"


def test_what_is_typed_and_written():
    assert [typed_number(text) for text in ("1,5", "1.5", "\u22123")] == [1.5, 1.5, -3]
    with pytest.raises(ValueError):
        typed_number("1.234,5")
    assert with_mark("1.5") == "1,5" and with_mark("1.5", POINT) == "1.5"


def test_a_file_has_a_comma_as_soon_as_one_number_has():
    assert mark_among(["a", "1.5", "2,5"], POINT) == COMMA
    assert mark_among(["a", "1.5"], COMMA) == POINT
    assert mark_among(["a", "1.500"], COMMA) == COMMA


def test_numbers_are_shown_in_the_language_in_use():
    shown = {}
    for language in ("en", "da"):
        i18n.install(None, language)
        shown[language] = (number(58914.25, 1), signed(-0.2), signed(1.5), shortest(1250.5))
    i18n.uninstall()
    assert shown["en"] == ("58,914.2", "\u22120.2", "+1.5", "1250.5")
    assert shown["da"] == ("58.914,2", "\u22120,2", "+1,5", "1250,5")


def test_a_shown_number_below_nothing_has_a_true_minus_and_nothing_has_none():
    from geofa_sociodemografi.core.numbers import number

    assert number(-3.72, 1) == "\u22123.7" and number(-1_234) == "\u22121,234"
    assert number(-0.04, 1) == "0.0" and number(0) == "0"


def test_messages_name_columns_as_the_catalogue_does_and_not_by_id():
    import pandas as pd
    import pytest
    from geofa_sociodemografi.core.catalogue.registers.kinds import register_kind
    from geofa_sociodemografi.core.errors import InputError
    from geofa_sociodemografi.core.measures.reference_values import reference_values

    kind = register_kind("figures")
    assert kind.title("area_code") != "area_code" and kind.title("nothing") == "nothing"
    table = pd.DataFrame(
        [("region", code, "2025", "income", 1.0) for code in ("1083", "1084")],
        columns=["level", "code", "period", "indicator", "value"],
    )
    with pytest.raises(InputError) as told:
        reference_values(table, "region", "income", ["2025"], "")
    assert "The reference table has income at" not in told.value.message
    assert "gross income" in told.value.message

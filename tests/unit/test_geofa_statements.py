"""What is sent: no text breaks out of it, and alike changes go together."""

from __future__ import annotations

from geofa_sociodemografi.core.geofa.comparison.compare import compare
from geofa_sociodemografi.core.geofa.sending.sql_transaction import statements_of
from geofa_sociodemografi.core.geofa.sending.wfs_transaction import transaction
from osgeo import gdal

from tests.unit.geofa_tables import THEME, area, there, wanted


def test_texts_cannot_break_out_of_a_transaction():
    nasty = '</wfs:Value> "q=\'1\'" & word="væk" ;drop table'
    rows = wanted({"noegle": "a", "note": nasty}, {"noegle": "ny", "note": nasty, "wkb": area()})
    comparison = compare(THEME, "0461", rows, there({"noegle": "a"}), "mig")
    sent = transaction(THEME, comparison.to_send)
    tree = gdal.ParseXMLString(sent)
    assert [text for text in texts_of(tree) if "drop" in text] == [
        nasty,
        nasty,
    ] and '"q=' not in sent
    assert sent.count("<wfs:Insert ") == 1 and sent.count("<wfs:Update ") == 1
    statements = [body for _, body in statements_of(comparison)]
    assert all(
        "drop" not in body["q"] and body["params"][0]["note"] == nasty for body in statements
    )


def texts_of(node):
    """Every text of a tree parsed by GDAL."""
    kind, value, *children = node
    yield from [value] if kind == gdal.CXT_Text else ()
    for child in children:
        yield from texts_of(child)


def test_updates_of_the_same_columns_are_one_statement_with_many_parameter_sets():
    current = there(*({"noegle": str(n)} for n in range(10)))
    comparison = compare(
        THEME, "0461", wanted(*({"noegle": str(n), "note": "ny"} for n in range(10))), current
    )
    ((kind, body),) = statements_of(comparison)
    assert kind == "update" and len(body["params"]) == 10 and body["srs"] == 25832
    assert (
        body["q"] == "update fkg.t_5713_prog_stat_dis set note = :note where objekt_id = :objekt_id"
    )

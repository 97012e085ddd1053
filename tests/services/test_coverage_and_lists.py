"""What GeoFA holds of every municipality, and its code lists."""

from __future__ import annotations

import pytest
from geofa_sociodemografi.core.catalogue.geofa.themes import all_themes, code_list, theme
from geofa_sociodemografi.core.geofa.reading.coverage import by_municipality, uptake
from geofa_sociodemografi.core.progress import Silent

from tests.services.geofa.districts import shape
from tests.services.readers import THEME, public


def test_coverage_counts_the_municipalities(geofa, algorithm):
    about = theme("5701")
    geofa.sql(
        "INSERT INTO fkg.t_5701_lok_omr (cvr_kode, bruger_id, oprindkode, statuskode, off_kode, lokaludv_type_kode,"
        " lokaludv_navn, geometri) SELECT cvr_kode, 'x', 0, 3, 1, 1, 'L', ST_GeomFromWKB("
        f"'\\x{shape(1).hex()}'::bytea, 25832) FROM fkg.d_basis_ansvarlig_myndighed WHERE kommunekode IN (461, 851)"
    )
    try:
        found = public(geofa.url).coverage([about, THEME], Silent())
        ours = found[found["theme"] == "5701"].set_index("municipality")
        assert (
            ours["objects"].to_dict() == {"0461": 1, "0851": 1, "0999": 3}
            and ours["newest"].str.startswith("20").all()
        )
        assert (ours.loc["0461", "x"], ours.loc["0461", "y"]) == (580_100, 6_130_100)
        share = uptake(found, [about])["5701"]
        assert (share.municipalities, share.of) == (2, 98) and not share.reached, (
            "the example is no municipality"
        )
        assert len(by_municipality(found)) == 99
        done = algorithm("geofacoverage", THEMES="5701", URL=geofa.url, TABLE="memory:")
        assert {f["municipality"] for f in done["OUTPUT"].getFeatures()} == {"0461", "0851", "0999"}
        assert done["TABLE"].featureCount() == 3 and any(
            "2 of 98 municipalities (2.0 %)" in t for t in algorithm.said
        )
    finally:
        geofa.forget(about, "kommunekode <> 999")


def test_coverage_on_the_municipalities_areas(geofa, algorithm, shared):
    areas = f"{shared / 'geo' / 'dk_admin_25832.gpkg'}|layername=dk_kommuner_2026"
    done = algorithm("geofacoverage", THEMES="5713", MUNICIPALITIES=areas, URL=geofa.url)
    codes = {f["municipality"] for f in done["OUTPUT"].getFeatures() if f.hasGeometry()}
    assert len(codes) == 98 and "0461" in codes


@pytest.mark.parametrize("about", all_themes(), ids=lambda t: t.code)
def test_code_lists_are_geofas_own_active_ones(geofa, about):
    found = public(geofa.url).code_lists(about, Silent())
    assert found == {name: code_list(name) for name in found} and f"{about.code}_type" in found


def test_a_withdrawn_code_is_not_offered_and_the_plugins_lists_serve_when_geofa_is_away(geofa):
    geofa.sql("UPDATE fkg.d_basis_status SET aktiv = 0 WHERE statuskode = 2")
    try:
        assert 2 not in public(geofa.url).code_lists(theme("5713"), Silent())["status"]
    finally:
        geofa.sql("UPDATE fkg.d_basis_status SET aktiv = 1")
    silent = Silent()
    assert public("http://127.0.0.1:9").code_lists(theme("5713"), silent)["status"] == code_list(
        "status"
    )
    assert len(silent.warnings) == 1 and "are the plugin's own" in silent.warnings[0]

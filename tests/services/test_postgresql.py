"""Registers that lie in a PostgreSQL, by a connection QGIS keeps."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer


def test_a_table_of_a_saved_postgresql_connection_is_a_register(geofa, algorithm, example):
    from geofa_sociodemografi.core.errors import InputError
    from geofa_sociodemografi.core.gis.host import connections as database_source
    from qgis.core import QgsProviderRegistry

    geofa.sql(
        "CREATE TABLE IF NOT EXISTS public.borgere (id serial PRIMARY KEY, x float, y float, alder int, periode text);"
        "TRUNCATE public.borgere; INSERT INTO public.borgere (x, y, alder, periode) "
        "VALUES (660000, 6268000, 40, '2026-01'), (660000, 6268000, 7, '2026-01');"
    )
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    uri = f"host=127.0.0.1 port={geofa.postgres_port} user='fkg' dbname='fkg'"
    metadata.saveConnection(metadata.createConnection(uri, {"saveUsername": True}), "kommunen")
    try:
        assert "kommunen" in database_source.connections()
        assert ("public", "borgere") in database_source.tables("kommunen")
        areas = QgsVectorLayer(f"{example.districts}|layername=t_5713_prog_stat_dis", "d", "ogr")
        areas.setSubsetString('"prog_distrikt_type_kode" = 11')
        algorithm.outputs["countindicators"] = ("OUTPUT", "OBSERVATIONS")
        done = algorithm(
            "countindicators",
            AREAS=areas,
            AREA_ID_FIELD="noegle",
            PERSONS="postgres:kommunen/public/borgere",
            INDICATORS="population",
        )
        assert sum(f["numerator"] for f in done["OBSERVATIONS"].getFeatures()) == 2
        with pytest.raises(QgsProcessingException, match="no saved PostgreSQL connection nabo"):
            algorithm("countindicators", AREAS=areas, PERSONS="postgres:nabo/public/borgere")
        with pytest.raises(
            InputError, match="public.nonsense of the connection kommunen cannot be read"
        ):
            database_source.database_layer("postgres:kommunen/public/nonsense")
        metadata.saveConnection(
            metadata.createConnection("host=127.0.0.1 port=9 dbname='x'", {}), "lukket"
        )
        with pytest.raises(InputError, match="connection lukket cannot be reached"):
            database_source.tables("lukket")
    finally:
        for name in metadata.connections():
            metadata.deleteConnection(name)


def test_a_view_is_read_by_a_column_that_tells_its_rows_apart(geofa, algorithm, example):
    from geofa_sociodemografi.core.errors import InputError
    from geofa_sociodemografi.core.gis.host.connections import database_layer
    from geofa_sociodemografi.core.gis.sources.register_source import sources_of
    from qgis.core import QgsCoordinateTransformContext, QgsProviderRegistry

    geofa.sql(
        "CREATE SCHEMA IF NOT EXISTS visninger; DROP TABLE IF EXISTS visninger.folk CASCADE;"
        "CREATE TABLE visninger.folk (nr bigint, x float, y float, alder int, periode text);"
        "INSERT INTO visninger.folk VALUES (1234567890123456788, 660000, 6268000, 40, '2026-01'), "
        "(1234567890123456789, 660000, 6268000, 40, '2026-01'), (NULL, 660000, 6268000, 7, '2026-01');"
        "CREATE VIEW visninger.med AS SELECT alder, periode, x, y, row_number() OVER () AS id, nr FROM visninger.folk;"
        "CREATE VIEW visninger.uden AS SELECT alder, periode, x, y FROM visninger.folk;"
        "CREATE MATERIALIZED VIEW visninger.gemt AS SELECT * FROM visninger.med;"
    )
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    uri = f"host=127.0.0.1 port={geofa.postgres_port} user='fkg' dbname='fkg'"
    metadata.saveConnection(metadata.createConnection(uri, {"saveUsername": True}), "visninger")
    try:
        areas = QgsVectorLayer(f"{example.districts}|layername=t_5713_prog_stat_dis", "d", "ogr")
        areas.setSubsetString('"prog_distrikt_type_kode" = 11')
        algorithm.outputs["countindicators"] = ("OUTPUT", "OBSERVATIONS")
        for view in ("med", "gemt", "med/id", "med/nr"):
            done = algorithm(
                "countindicators",
                AREAS=areas,
                AREA_ID_FIELD="noegle",
                PERSONS=f"postgres:visninger/visninger/{view}",
                INDICATORS="population",
            )
            assert sum(f["numerator"] for f in done["OBSERVATIONS"].getFeatures()) == 3, view
        with pytest.raises(InputError, match="No column of the view visninger.uden") as error:
            database_layer("postgres:visninger/visninger/uden")
        assert "row_number" in error.value.next_step
        with pytest.raises(
            InputError, match="The column alder of visninger.med in the connection visninger"
        ):
            database_layer("postgres:visninger/visninger/med/alder")
        with pytest.raises(InputError, match="is not there, or has a value several times"):
            database_layer("postgres:visninger/visninger/med/findes_ikke")
        from geofa_sociodemografi.core.catalogue.registers.kinds import register_kind
        from geofa_sociodemografi.core.progress import Silent

        (source,) = sources_of("postgres:visninger/visninger/folk", QgsCoordinateTransformContext())
        ((_, piece),) = source.pieces({"household_id": "nr"}, register_kind("persons"), Silent())
        assert [str(key) for key in piece["household_id"]] == [
            "1234567890123456788",
            "1234567890123456789",
            "None",
        ]
    finally:
        metadata.deleteConnection("visninger")
        geofa.sql("DROP SCHEMA visninger CASCADE")

"""``drawnareas`` through Processing: the secret lies in QGIS' store of passwords and stays the same."""

import pytest
from geofa_sociodemografi.core.errors import InputError
from geofa_sociodemografi.core.gis.host.cell_secret import NAME, cell_secret
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsProcessingException, QgsVectorLayer

from tests.unit.invented_town import people


@pytest.fixture
def store(qgis_application):
    """QGIS' store of passwords, open; what the plugin put there is taken out again."""
    manager = QgsApplication.authManager()
    assert manager.setMasterPassword("hovedkode", True)
    yield manager
    for identifier, config in manager.availableAuthMethodConfigs().items():
        if config.name() in (NAME, "another"):
            manager.removeAuthenticationConfig(identifier)


@pytest.fixture
def register(tmp_path):
    table = {"person_id": [f"P{n}" for n in range(len(people()["x"]))], **people()}
    lines = [";".join(table), *(";".join(str(v) for v in row) for row in zip(*table.values()))]
    path = tmp_path / "personer.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def drawn():
    layer = QgsVectorLayer("Polygon?crs=EPSG:25832&field=navn:string", "tegnet", "memory")
    from qgis.core import QgsFeature, QgsGeometry, QgsRectangle

    for name, (x, y, width) in {"a": (0, 0, 20), "b": (5, 0, 20)}.items():
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name])
        feature.setGeometry(
            QgsGeometry.fromRect(
                QgsRectangle(500_000 + x, 6_200_000 + y, 500_000 + x + width, 6_200_020)
            )
        )
        layer.dataProvider().addFeature(feature)
    return layer


def test_the_secret_is_made_once_and_kept(store):
    first = cell_secret()
    assert len(first) == 32 and cell_secret() == first
    config = QgsAuthMethodConfig("Basic")
    config.setName("another")
    config.setConfig("username", "u")
    config.setConfig("password", "no secret")
    stored = store.storeAuthenticationConfig(config)
    identifier = (stored[1] if isinstance(stored, tuple) else config).id()
    with pytest.raises(InputError, match="holds no secret"):
        cell_secret(identifier)
    with pytest.raises(InputError, match="holds no secret"):
        cell_secret("nowhere")


def test_drawn_areas_get_changed_figures_twice_the_same(store, register, drawn, algorithm):
    def run():
        made = algorithm(
            "drawnareas",
            AREAS=drawn,
            AREA_ID_FIELD="navn",
            PERSONS=str(register),
            EDITION="parter",
            INDICATORS="employed,income",
        )["OUTPUT"]
        return [
            [
                f[name]
                for name in ("area_id", "population", "employed_antal", "employed_af", "employed")
            ]
            for f in made.getFeatures()
        ]

    first = run()
    assert first == run() and [row[0] for row in first] == ["a", "b"]
    assert any("income" in text for text in algorithm.said)
    inside = sum(x < 500_020 for x in people()["x"])
    assert abs(first[0][1] - inside) <= 5 and first[0][2] <= first[0][3]
    secret = cell_secret().hex()
    assert not any(secret in text for text in algorithm.said)
    with pytest.raises(QgsProcessingException, match="holds no secret"):
        algorithm(
            "drawnareas",
            AREAS=drawn,
            AREA_ID_FIELD="navn",
            PERSONS=str(register),
            AUTHCFG="abc1234",
        )

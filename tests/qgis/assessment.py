"""The page Assessment opened on an invented town with an index of its own."""

from __future__ import annotations

import json

import pytest
from geofa_sociodemografi.core.gis.host.project_state import ProjectState
from qgis.core import QgsProject

from tests.qgis.test_dock import dock, wait  # noqa: F401 (a fixture)
from tests.unit.index_helpers import content
from tests.unit.invented_town import monitor, people

OURS = content(
    {"indicator": "no_work"},
    {"indicator": "low_income", "weight": 2.0},
    id="ours",
    origin="own",
    normalisation={"method": "z"},
    rescale={"method": "z"},
    classes={"method": "sd", "cuts": [{"at": -1, "in": "above"}, {"at": 0.5}, {"at": 1}]},
    dynamics={
        "lag_months": 12,
        "normalisation": {"method": "z"},
        "rescale": {"method": "z"},
        "classes": {"method": "sd", "cuts": [{"at": -1, "in": "above"}, {"at": 1}]},
    },
)


@pytest.fixture
def page(dock, tmp_path):  # noqa: F811
    path = monitor(tmp_path / "monitor.gpkg", people(2, "2025-01"), people())
    own = tmp_path / "egne"
    (own / "indices").mkdir(parents=True)
    (own / "indices" / "ours.json").write_text(json.dumps(OURS), encoding="utf-8")
    dock.session.open_monitor(
        path,
        ProjectState(
            monitor=str(path), area_sets=["grid", "slices"], catalogue=str(own), index="ours"
        ),
    )
    dock.go_to("assessment")
    dock.page("assessment").dock = dock
    wait(lambda: not dock.session.busy and dock.page("assessment").index.definition is not None)
    return dock.page("assessment")


def live(role="live_index"):
    return [
        layer
        for layer in QgsProject.instance().mapLayers().values()
        if str(layer.customProperty("sociodemografi/role")).startswith(role)
    ]


def shown(layer, field="index_class"):
    return {f["area_id"]: f[field] for f in layer.getFeatures()}

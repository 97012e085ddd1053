"""Every door by which the monitor file is read, with what it gives."""

from __future__ import annotations

import pandas as pd
from geofa_sociodemografi.core.pipeline.exchange import public_releases
from geofa_sociodemografi.core.pipeline.indexing import cube_in
from geofa_sociodemografi.core.pipeline.protecting import periods_of
from geofa_sociodemografi.core.pipeline.what_if import areas_to_take, ground_of


def _counted(store):
    atoms, tables = store.runs.counted()
    return atoms.values, atoms.members, atoms.concentration, tables


DOORS = {
    "area_sets": lambda store: store.areas.sets(),
    "area_names": lambda store: store.areas.names(),
    "load_area_set": lambda store: store.areas.load("grid").areas,
    "newest_run": lambda store: store.runs.newest(),
    "newest_observations": lambda store: store.in_force.observations("grid"),
    "newest_references": lambda store: store.in_force.references(),
    "newest_atoms": lambda store: getattr(store.in_force.atoms(), "values", None),
    "newest_assessments": lambda store: store.in_force.assessments("grid"),
    "counted": _counted,
    "deliveries": lambda store: store.deliveries.all(),
    "receipts": lambda store: store.receipts.all(),
    "releases": lambda store: store.ledger.releases().cells,
    "entries": lambda store: store.ledger.entries(),
    "public_releases": public_releases,
    "definitions": lambda store: store.indices.definitions(),
    "scores": lambda store: store.indices.scores("dansk_kommunal", "grid"),
    "packages": lambda store: store.packages.all(),
    "periods_of": lambda store: periods_of(store.path),
    "areas_to_take": areas_to_take,
    "cube": lambda store: cube_in(store, "grid").values,
    "ground": lambda store: ground_of(store, "grid").observations,
    "check_writable": lambda store: store.check_writable(),
}


def plain(found):
    """``found`` in a form that compares: tables as lists of texts, arrays as bytes."""
    if isinstance(found, pd.DataFrame):
        return found.to_csv()
    if isinstance(found, dict):
        return {key: plain(value) for key, value in found.items()}
    if isinstance(found, (list, tuple)):
        return [plain(one) for one in found]
    return found.tobytes() if hasattr(found, "tobytes") else found

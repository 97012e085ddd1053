"""Every door by which the monitor file is read, with what it gives."""

from __future__ import annotations

import pandas as pd
from geofa_sociodemografi.core.pipeline.exchange import public_releases
from geofa_sociodemografi.core.pipeline.indexing import cube_in
from geofa_sociodemografi.core.pipeline.protecting import periods_of
from geofa_sociodemografi.core.pipeline.what_if import areas_to_take, ground_of
from geofa_sociodemografi.core.store.index_shelf import IndexShelf
from geofa_sociodemografi.core.store.ledger import Ledger
from geofa_sociodemografi.core.store.package_file import SharedPackages


def _counted(store):
    atoms, tables = store.counted(store.newest_run())
    return atoms.values, atoms.members, atoms.concentration, tables


DOORS = {
    "area_sets": lambda store: store.area_sets(),
    "area_names": lambda store: store.area_names(),
    "load_area_set": lambda store: store.load_area_set("grid").areas,
    "newest_run": lambda store: store.newest_run(),
    "newest_observations": lambda store: store.newest_observations("grid"),
    "newest_references": lambda store: store.newest_references(),
    "newest_atoms": lambda store: getattr(store.newest_atoms(), "values", None),
    "newest_assessments": lambda store: store.newest_assessments("grid"),
    "counted": _counted,
    "deliveries": lambda store: store.deliveries(),
    "receipts": lambda store: store.receipts(),
    "releases": lambda store: Ledger(store).releases().cells,
    "entries": lambda store: Ledger(store).entries(),
    "public_releases": public_releases,
    "definitions": lambda store: IndexShelf(store).definitions(),
    "scores": lambda store: IndexShelf(store).scores("dansk_kommunal", "grid"),
    "packages": lambda store: SharedPackages(store).all(),
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

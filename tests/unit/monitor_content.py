"""What a reader sees of a monitor file, whichever additions made it."""

from __future__ import annotations

import pandas as pd
from geofa_sociodemografi.core.store.monitor_file import MonitorFile


def content(path, names=("grid", "slices")):
    """Everything a reader sees of a file, without when and by which addition."""
    store = MonitorFile(path)
    found = {}
    for name in names:
        found[name] = store.in_force.observations(name).drop(columns=["vintage", "area"])
        found[f"{name} judged"] = store.in_force.assessments(name).drop(
            columns=["fid", "run", "area"]
        )
        found[f"{name} lists"] = store.in_force.lists(name).drop(columns=["fid", "run", "area"])
    atoms, tables = store.runs.counted()
    for name, table in tables.items():
        found[f"{name} counted"] = table.drop(columns=["vintage", "area"])
    found["atoms"] = (atoms.atoms, atoms.area_ids, atoms.periods)
    found["members"] = {n: [a.tolist() for a in pair] for n, pair in atoms.members.items()}
    found["values"] = {
        key: {name: row.tolist() for name, row in sorted(of.items())}
        for key, of in sorted(atoms.values.items())
    }
    found["several"] = {
        key: [sorted(zip(h.number.tolist(), h.atom.tolist())), h.times.tolist()]
        for key, h in sorted(atoms.several.items())
    }
    found["concentration"] = atoms.concentration.sort_values(
        ["area_set", "area_id", "period", "indicator"]
    ).reset_index(drop=True)
    return found


def assert_same(one, other):
    assert one.keys() == other.keys()
    for key, value in one.items():
        if isinstance(value, pd.DataFrame):
            pd.testing.assert_frame_equal(value, other[key], check_exact=True, obj=key)
        else:
            assert value == other[key], key

"""Packages of released figures between municipalities."""

from __future__ import annotations

import json

import numpy as np
import pytest
from geofa_sociodemografi.core.catalogue.index.presets import definition_of, own_definitions
from geofa_sociodemografi.core.errors import CatalogueError, InputError
from geofa_sociodemografi.core.pipeline.exchange import (
    export_package,
    import_package,
    public_releases,
)
from geofa_sociodemografi.core.pipeline.indexing import cube_in
from geofa_sociodemografi.core.pipeline.twin_areas import twin_areas
from geofa_sociodemografi.core.store.packages.content import figures_of_package
from geofa_sociodemografi.core.store.packages.file import content_hash, read_package, write_package

from tests.unit.helpers import grid
from tests.unit.index_helpers import Z, definition
from tests.unit.index_town import INDICATORS, kept_town, observations, released


@pytest.fixture
def monitor(tmp_path):
    return kept_town(tmp_path / "monitor.gpkg")


def test_a_package_holds_what_was_released_and_no_more(monitor, tmp_path):
    path = tmp_path / "deling.json"
    with pytest.raises(InputError, match="Nothing has been released"):
        export_package(monitor, path, "0999", [], "1")
    released(monitor, audience=1, release="narrow")
    with pytest.raises(InputError, match="Nothing has been released"):
        export_package(monitor, path, "0999", [], "1")
    released(monitor, hidden=[("c0r0", "unemployed"), ("c1r0", "unemployed")])
    assert public_releases(monitor)["release"].tolist() == ["first"]
    about = definition_of("berlin_mss")
    done = export_package(monitor, path, "999", [about, definition_of("england_imd")], "1")
    content = read_package(path)
    assert content["sha256"] == done.sha256 and done.figures == 46
    assert done.without_scale == (
        "berlin_mss",
        "england_imd",
    )  # the residents were not released; ranks have no numbers
    cells = figures_of_package(content)
    assert (
        len(cells) == 46
        and not ((cells["area_id"] == "c0r0") & (cells["indicator"] == "unemployed")).any()
    )
    text = path.read_text(encoding="utf-8")
    secret = observations()
    hidden = secret[
        (secret["period"] == "2026-01")
        & (secret["indicator"] == "unemployed")
        & (secret["area_id"] == "c0r0")
    ]
    assert repr(float(hidden["value"].iloc[0])) not in text and "2025-01" not in text
    with pytest.raises(InputError, match="no public release second"):
        export_package(monitor, path, "0999", [], "1", "second")


def test_shared_scales_and_breaks_are_those_of_the_released_figures(monitor, tmp_path):
    hidden = [("c0r0", "unemployed")]
    released(monitor, hidden=hidden)
    about = definition(
        *({"indicator": i} for i in INDICATORS),
        id="ours",
        normalisation=Z,
        rescale=Z,
        classes={"method": "sd", "cuts": [{"at": -1, "in": "above"}, {"at": 1}]},
    )
    export_package(monitor, tmp_path / "p.json", "0999", [about], "1")
    shared = read_package(tmp_path / "p.json")["indices"][0]
    table = observations()
    public = table[
        (table["period"] == "2026-01") & (table["area_id"] != "c0r0")
    ]  # drop: the whole area is out
    for member in shared["themes"][0]["indicators"]:
        values = public.loc[public["indicator"] == member["indicator"], "value"]
        assert member["scale"] == {
            "mean": pytest.approx(values.mean()),
            "sd": pytest.approx(values.std(ddof=0)),
        }
    assert shared["baseline"] == {"kind": "given"} and shared["classes"]["method"] == "fixed"
    z = np.mean(
        [
            (v - v.mean()) / v.std(ddof=0)
            for v in (
                public[public["indicator"] == i].set_index("area_id")["value"] for i in INDICATORS
            )
        ],
        axis=0,
    )
    assert [cut["at"] for cut in shared["classes"]["cuts"]] == pytest.approx(
        [z.mean() - z.std(), z.mean() + z.std()]
    )


def test_a_package_that_was_touched_is_refused(monitor, tmp_path):
    released(monitor)
    path = tmp_path / "p.json"
    export_package(monitor, path, "0999", [], "1")
    whole = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(whole), encoding="utf-8")  # laid out otherwise, still whole
    read_package(path)
    for change, message in (
        (lambda w: w["content"]["edition"]["cells"][0].__setitem__(3, 1.5), "hash does not fit"),
        (lambda w: w.__setitem__("format", 2), "format 2"),
        (lambda w: w.__setitem__("kind", "other"), "no indicator package"),
    ):
        touched = json.loads(json.dumps(whole))
        change(touched)
        path.write_text(json.dumps(touched), encoding="utf-8")
        with pytest.raises(InputError, match=message):
            import_package(path, monitor)
    path.write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match="damaged in line 1"):
        read_package(path)
    with pytest.raises(InputError, match="cannot be opened"):
        read_package(tmp_path / "gone.json")
    assert (
        content_hash({"b": 1, "a": [1, 2]})
        == content_hash({"a": [1, 2], "b": 1})
        != content_hash({"a": [2, 1], "b": 1})
    )


def test_twins_across_municipalities_by_the_same_definition_alone(monitor, tmp_path):
    released(monitor)
    export_package(monitor, tmp_path / "p.json", "0461", [definition_of("berlin_mss")], "1")
    cube, names = cube_in(monitor, "grid"), {area: area.upper() for area in grid(4, 3).area_ids}

    def twins():
        return twin_areas(cube, names, monitor.packages.all(), INDICATORS, "2026-01", 2)

    found, warnings = twins()
    assert (
        set(found["neighbour_from"]) == {""}
        and not warnings
        and found["neighbour_name"].str.isupper().all()
    )
    import_package(tmp_path / "p.json", monitor, tmp_path / "own")
    assert own_definitions(tmp_path / "own")[0].id == "berlin_mss_0461"
    found, warnings = twins()
    first = found[found["rank"] == 1]
    assert (
        first["neighbour_id"].tolist() == first["area_id"].tolist()
    )  # its own copy from elsewhere is as alike as can be
    assert first["distance"].max() == pytest.approx(0.0) and set(first["neighbour_from"]) == {
        "Odense, grid"
    }
    content = read_package(tmp_path / "p.json")
    content["indicators"][0]["definition"]["en"] = "counted otherwise, with the fingerprint it had"
    content["created"] = "2999"
    monitor.packages.keep(content, "now")
    found, warnings = twins()
    assert (
        len(warnings) == 1
        and content["indicators"][0]["id"] in warnings[0]
        and "Odense 2026-01" in warnings[0]
    )
    with pytest.raises(InputError, match="Not counted in 2026-01: car"):
        twin_areas(cube, names, [], ["unemployed", "car"])
    one = twin_areas(cube, names, [], INDICATORS, of=["c2r1"])[0]
    assert set(one["area_id"]) == {"c2r1"} and one["rank"].tolist() == [1, 2, 3, 4, 5]


def test_an_index_of_a_package_that_makes_no_sense_is_refused_before_anything_is_kept(
    monitor,
    tmp_path,
):
    released(monitor)
    export_package(monitor, tmp_path / "p.json", "0461", [definition_of("berlin_mss")], "1")
    content = read_package(tmp_path / "p.json")
    content.pop("sha256")
    content["indices"][0]["weighting"] = "magic"
    write_package(tmp_path / "p.json", content)
    with pytest.raises(CatalogueError, match="weighting"):
        import_package(tmp_path / "p.json", monitor, tmp_path / "own")
    assert monitor.packages.all() == [] and not (tmp_path / "own").exists()


WRONG = {
    "no edition": lambda c: c.pop("edition"),
    "no municipality": lambda c: c["municipality"].pop("code"),
    "elsewhere": lambda c: c["municipality"].__setitem__("code", "../../evil"),
    "indices": lambda c: c.__setitem__("indices", 5),
    "index": lambda c: c["indices"].append([]),
    "cells": lambda c: c["edition"].__setitem__("cells", 5),
    "short cell": lambda c: c["edition"]["cells"].append(["a"]),
    "text cell": lambda c: c["edition"]["cells"].append(["grid", "a", "b", "1", 1, 1]),
    "nameless cell": lambda c: c["edition"]["cells"].append([1, "a", "b", 1, 1, 1]),
    "period": lambda c: c["edition"].__setitem__("period", "last week"),
    "no time": lambda c: c.pop("created"),
    "areas": lambda c: c["edition"]["area_sets"].append({}),
    "fingerprint": lambda c: c["indicators"][0].pop("fingerprint"),
}


@pytest.mark.parametrize("name", list(WRONG))
def test_a_package_with_a_good_hash_and_a_bad_content_is_refused_and_nothing_is_kept(
    monitor,
    tmp_path,
    name,
):
    released(monitor)
    export_package(monitor, tmp_path / "p.json", "0461", [definition_of("berlin_mss")], "1")
    content = read_package(tmp_path / "p.json")
    content.pop("sha256")
    WRONG[name](content)
    write_package(tmp_path / "p.json", content)
    with pytest.raises((InputError, CatalogueError)):
        import_package(tmp_path / "p.json", monitor, tmp_path / "own")
    assert monitor.packages.all() == [] and not (tmp_path / "own").exists()


@pytest.mark.parametrize(
    "text", ['{"kind": NaN}', "[" * 100_000, '"\\ud800"', '{"content": "\\ud800"}']
)
def test_files_that_are_hardly_json_are_told(monitor, tmp_path, text):
    (tmp_path / "p.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        read_package(tmp_path / "p.json")


def test_an_older_package_does_not_replace_a_newer(monitor, tmp_path):
    released(monitor)
    export_package(monitor, tmp_path / "p.json", "0461", [], "1")
    content = read_package(tmp_path / "p.json")
    monitor.packages.keep({**content, "created": "2999"}, "now")
    with pytest.raises(InputError, match="A newer package of Odense, 2026-01"):
        import_package(tmp_path / "p.json", monitor)


def test_what_goes_by_ranks_or_names_an_area_gives_no_numbers_away(monitor, tmp_path):
    released(monitor)
    member = {"indicator": "unemployed"}
    given = definition(
        {**member, "scale": {"mean": 12.3456789, "sd": 3.0}},
        id="given",
        normalisation=Z,
        baseline={"kind": "given"},
        classes={"method": "quantiles", "count": 3},
    )
    tied = definition(
        member,
        id="tied",
        normalisation=Z,
        rescale={"method": "percentile_rank"},
        classes={"method": "sd", "cuts": [{"at": -1}, {"at": 1}]},
    )
    export_package(monitor, tmp_path / "p.json", "0461", [given, tied], "1")
    text = (tmp_path / "p.json").read_text(encoding="utf-8")
    assert "12.3456789" not in text
    shared = read_package(tmp_path / "p.json")["indices"]
    assert shared[0]["themes"][0]["indicators"][0]["scale"]["mean"] == pytest.approx(
        observations().query("period == '2026-01' and indicator == 'unemployed'")["value"].mean()
    )
    assert (
        "scale" not in shared[1]["themes"][0]["indicators"][0]
        and shared[1]["rescale"]["method"] == "percentile_rank"
    )
    with pytest.raises(InputError, match="names an area"):
        export_package(
            monitor,
            tmp_path / "p.json",
            "0461",
            [definition(member, normalisation={"method": "reference", "area": "c0r0"})],
            "1",
        )


def test_the_municipalitys_own_totals_are_no_twin(monitor, tmp_path):
    table = observations()
    whole = table[
        (table["period"] == "2026-01")
        & table["indicator"].isin(INDICATORS)
        & (table["area_id"] == "c0r0")
    ]
    released(monitor)
    monitor.ledger.enter(
        {
            "release": "second",
            "created": "2026-03-01",
            "profile": "offentlig",
            "audience": 2,
            "method": "suppression",
            "period": "2026-01",
            "purpose": "",
            "place": "",
            "certificate": "",
            "salt": "",
        },
        whole.assign(area_set="", area_id="", status="shown", release="second"),
        {},
    )
    export_package(monitor, tmp_path / "p.json", "0461", [], "1")
    assert read_package(tmp_path / "p.json")["edition"]["cells"] == []

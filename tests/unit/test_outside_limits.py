"""What comes from elsewhere stays within bounds: JSON, packages of figures, answers kept on disk, secrets in words."""

from __future__ import annotations

import json
import random

import pytest
from geofa_sociodemografi.core import confidential
from geofa_sociodemografi.core.catalogue import json_text, json_weight
from geofa_sociodemografi.core.catalogue.json_text import JsonError, parse
from geofa_sociodemografi.core.errors import CatalogueError, InputError, SociodemografiError
from geofa_sociodemografi.core.store.packages.file import read_package, write_package
from geofa_sociodemografi.core.web.answer_cache import AnswerCache

from tests.unit.index_town import kept_town

CONTENT = {
    "municipality": {"code": "0461", "name": "Odense"},
    "created": "2026-01-01",
    "plugin_version": "1",
    "indicators": [],
    "indices": [],
    "edition": {
        "release": "r",
        "profile": "offentlig",
        "period": "2026-01",
        "cells": [["s", "a", "i", 1, 2, 0.5]],
        "area_sets": [{"id": "s", "name": "Sæt", "areas": [{"id": "a", "name": "Å"}]}],
    },
}


@pytest.fixture
def monitor(tmp_path):
    return kept_town(tmp_path / "monitor.gpkg")


def with_cell(*cell):
    return {
        **CONTENT,
        "edition": {**CONTENT["edition"], "cells": [*CONTENT["edition"]["cells"], list(cell)]},
    }


WRONG = {
    "10^400": with_cell("s", "b", "i", 10**400, 1, 1),
    "10^30": with_cell("s", "b", "i", 10**30, 1, 1),
    "1e300": with_cell("s", "b", "i", 1, 1, -1e300),
    "true": with_cell("s", "b", "i", True, 1, 1),
    "twice": with_cell("s", "a", "i", 1, 1, 1),
    "an essay for a code": with_cell("s", "b" * 5000, "i", 1, 1, 1),
    "lines": with_cell("s", "b\nc", "i", 1, 1, 1),
    "an essay for a name": {**CONTENT, "municipality": {"code": "0461", "name": "O" * 5000}},
    "an essay for a time": {**CONTENT, "created": "2" * 5000},
    "other digits": {**CONTENT, "edition": {**CONTENT["edition"], "period": "٢٠٢٦"}},
}


@pytest.mark.parametrize("name", WRONG)
def test_a_figure_or_a_text_out_of_all_proportion_is_refused_before_it_is_kept(tmp_path, name):
    write_package(tmp_path / "p.json", CONTENT)
    assert read_package(tmp_path / "p.json")["edition"]["cells"] == CONTENT["edition"]["cells"]
    write_package(tmp_path / "p.json", WRONG[name])
    with pytest.raises((InputError, CatalogueError)) as error:
        read_package(tmp_path / "p.json")
    assert len(str(error.value)) < 500


def test_what_an_older_version_kept_stops_no_comparison(monitor):
    store = monitor.packages
    store.keep(CONTENT, "now")
    with monitor.changing() as connection:
        bad = json.dumps(WRONG["10^400"])
        for key, content in (
            ("0461@2025-01", bad),
            ("0461@2025-02", "[" * 5000),
            ("0461@2025-03", "null"),
        ):
            connection.execute(
                "INSERT INTO shared_packages (package, municipality, created, imported, content) "
                "VALUES (?, '0461', '2025', '2025', ?)",
                (key, content),
            )
    assert store.all() == [CONTENT]
    good = {**CONTENT, "edition": {**CONTENT["edition"], "period": "2025-01"}}
    store.keep(good, "now")
    assert store.all() == [good, CONTENT], "a good file takes the place of the bad one"


@pytest.mark.parametrize(
    ("text", "says", "line"),
    [
        ('{"a":\n1e400}', "larger than any computer", 2),
        ("[1,\n\n1" + "0" * 400 + "]", "more than 40 digits", 3),
        ("[NaN]", "NaN", 1),
        ("[-Infinity]", "-Infinity", 1),
        ("[" * 61 + "]" * 61, "nested deeper", 1),
        ("[1,\n]", "damaged in line 2", 2),
        (b"\xff", "UTF-8", 1),
    ],
)
def test_what_is_hardly_json_says_why_and_where(text, says, line):
    with pytest.raises(JsonError, match=says) as error:
        parse(text)
    assert error.value.lineno == line


@pytest.mark.slow
def test_brackets_in_texts_are_no_depth_and_every_text_is_read_as_json_reads_it(monkeypatch):
    chance = random.Random(14)
    for _ in range(300):
        monkeypatch.setattr(json_weight, "BLOCK", chance.choice([1, 2, 3, 7, 1 << 20]))
        words = [
            "".join(chance.choice('[]{}"\\,:aå\n😀') for _ in range(chance.randrange(90)))
            for _ in range(4)
        ]
        value = [{word: [word, 1, -2.5, None, True]} for word in words]
        for written in (
            json.dumps(value),
            json.dumps(value, ensure_ascii=False).encode("utf-8-sig"),
        ):
            assert parse(written) == value


def test_too_many_different_names_are_too_much(monkeypatch):
    known = {**json_text.limits("json"), "names": 3}
    monkeypatch.setattr(json_text, "limits", lambda kind: known)
    assert len(parse('[{"a": 1, "b": 2, "c": 3}, {"a": 1}]')) == 2
    with pytest.raises(json_text.TooLargeError):
        parse('[{"a": 1, "b": 2}, {"c": 3, "d": 4}]')


def test_an_answer_changed_on_disk_is_none(tmp_path):
    cache = AnswerCache(tmp_path, 1)
    assert cache.put("k", b"first") and cache.put("k", b"second") and cache.put("other", b"more")
    assert cache.get("k") == b"second" and len(list(tmp_path.iterdir())) == 2
    for path in tmp_path.iterdir():
        path.write_bytes(path.read_bytes()[:-1])
    assert cache.get("k") is None and cache.kept("other") is None
    assert cache.put("k", b"third") and cache.get("k") == b"third"


def test_no_error_holds_a_secret_and_nothing_of_it_is_kept():
    secret = 'Æble&træ "kanarie" 4711'
    confidential.remember(secret)
    error = SociodemografiError(f"before {secret} after", secret, f"{secret}{secret}")
    assert (
        error.message == "before *** after"
        and error.next_step == "***"
        and error.details == "******"
    )
    assert secret not in repr(vars(confidential)) and "kanarie" not in repr(error.args)
    confidential.remember_name("kanariebruger")
    assert confidential.cleaned("kanariebruger") == "kanariebruger", "a user may read his own name"
    assert confidential.quoted("x" * 8 + "kanariebruger", 12) == "x" * 8 + "***", (
        "cut after it is cleaned"
    )
    assert confidential.cleaned("short words stay") == "short words stay"

"""Windows' sharing rules themselves: what they refuse, what they let through, and that they are lifted again."""

from __future__ import annotations

import mmap
import os
import shutil
import sqlite3
from contextlib import closing

import pytest
from osgeo import gdal

from tests.windows import Rules


@pytest.fixture
def rules(tmp_path):
    laid = Rules(tmp_path).lay()
    yield laid
    laid.lift()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "æble.csv"
    path.write_text("a", encoding="utf-8")
    return path


ACTS = {
    "replace it": lambda path: os.replace(path, path.with_name("b")),
    "replace by it": lambda path: path.with_name("b").touch() or path.with_name("b").replace(path),
    "rename": lambda path: path.rename(path.with_name("b")),
    "unlink": lambda path: path.unlink(),
    "remove": lambda path: os.remove(path),
    "move": lambda path: shutil.move(path, path.with_name("b")),
    "move the folder": lambda path: os.replace(path.parent / "folder", path.parent / "other"),
    "remove the folder": lambda path: shutil.rmtree(path.parent / "folder"),
}
OPENED = {
    "python": lambda path: path.open("rb"),
    "sqlite": lambda path: closing(sqlite3.connect(path)),
    "mapped": lambda path: _mapped(path),
}


def _mapped(path):
    with path.open("rb") as stream:
        return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)


@pytest.mark.parametrize("act", list(ACTS))
@pytest.mark.parametrize("opened", list(OPENED))
def test_what_is_open_is_neither_moved_nor_removed(rules, file, tmp_path, act, opened):
    (tmp_path / "folder").mkdir()
    inside = tmp_path / "folder" / "i.gpkg"
    inside.write_text("b", encoding="utf-8")
    held = inside if "folder" in act else file
    with OPENED[opened](held):
        with pytest.raises(PermissionError) as refused:
            ACTS[act](file)
        assert (
            refused.value.winerror in (5, 32) and file.read_text("utf-8") == "a" and inside.exists()
        )
        assert rules.refused
    ACTS[act](file)


def test_a_file_is_not_renamed_over_another_and_none_replaces_a_folder(rules, file, tmp_path):
    other = tmp_path / "b"
    other.mkdir()
    with pytest.raises(PermissionError):
        os.replace(file, other)
    other.rmdir()
    other.touch()
    with pytest.raises(FileExistsError) as refused:
        file.rename(other)
    assert refused.value.winerror == 183
    file.replace(other)


def test_a_write_protected_file_is_neither_replaced_nor_removed(rules, file, tmp_path):
    file.chmod(0o444)
    (tmp_path / "b").touch()
    for act in (file.unlink, lambda: (tmp_path / "b").replace(file)):
        with pytest.raises(PermissionError):
            act()
    file.rename(tmp_path / "c")


def test_the_folder_a_process_works_in_is_held(rules, tmp_path, monkeypatch):
    (tmp_path / "here" / "below").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here" / "below")
    with pytest.raises(PermissionError):
        os.replace(tmp_path / "here", tmp_path / "there")


def test_gdal_as_python_calls_it_is_under_the_rules(rules, file):
    with file.open("rb"):
        assert gdal.Unlink(str(file)) == -1 and file.exists()
    assert gdal.Unlink(str(file)) == 0 and not file.exists()


def test_what_was_removed_behind_their_back_is_found(rules, file):
    assert rules.removed_while_open() == set()
    with file.open("rb"):
        rules._real[(os, "unlink")](file)
        assert rules.removed_while_open() == {str(file)}


def test_outside_the_root_and_after_the_end_nothing_is_refused(tmp_path):
    inside, outside = tmp_path / "root", tmp_path / "b"
    inside.mkdir()
    outside.touch()
    laid = Rules(inside).lay()
    with outside.open("rb"):
        outside.unlink()
    real = os.replace
    laid.lift()
    assert os.replace is not real and not hasattr(os.replace, "__wrapped__")
    (inside / "c").touch()
    with (inside / "c").open("rb"):
        (inside / "c").unlink()

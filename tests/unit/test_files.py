"""Files put in their place under Windows' rules: patience, all or nothing, and true words on why not."""

from __future__ import annotations

import errno
import os
import threading
import time
from pathlib import Path

import pytest
from geofa_sociodemografi.core import files, strays
from geofa_sociodemografi.core.catalogue.json_file import write_object
from geofa_sociodemografi.core.errors import InputError, SociodemografiError, StoreError
from geofa_sociodemografi.core.example import municipality
from geofa_sociodemografi.core.pipeline.auditing import audit_table
from geofa_sociodemografi.core.progress import Silent
from geofa_sociodemografi.core.registers.delivery import DeliveryProfile, load_profile, save_profile
from geofa_sociodemografi.core.registers.texts.text_file import open_text_file
from geofa_sociodemografi.core.registers.workbooks.workbook import open_workbook_table
from geofa_sociodemografi.core.store.packages.file import read_package
from geofa_sociodemografi.core.web.answer_cache import AnswerCache

from tests.windows import Rules, open_paths


@pytest.fixture(autouse=True)
def rules(tmp_path):
    laid = Rules(tmp_path).lay()
    yield laid
    laid.lift()


@pytest.fixture
def impatient(monkeypatch):
    """No test waits for seconds."""
    monkeypatch.setattr(files, "WAITS", (0.01,) * 3)
    monkeypatch.setattr(files, "WAITS_OF_WINDOW", (0.01,) * 3)


def held(path, seconds):
    """Hold ``path`` like a virus scanner: for a while, in another thread."""
    stream = path.open("rb")
    threading.Timer(seconds, stream.close).start()


def tree(folder):
    return {
        str(p.relative_to(folder)): p.read_text("utf-8") if p.is_file() else None
        for p in folder.rglob("*")
    }


# -- patience ------------------------------------------------------------------------------------


def test_a_scanner_is_waited_for(tmp_path, rules):
    work, target = tmp_path / "w", tmp_path / "t.csv"
    work.write_text("new", "utf-8")
    target.write_text("old", "utf-8")
    held(target, 0.1)
    files.put_in_place(work, target)
    assert target.read_text("utf-8") == "new" and rules.refused


def test_the_window_waits_for_less_than_half_a_second_the_background_for_seconds():
    assert sum(files.WAITS_OF_WINDOW) < 0.5 < 3 < sum(files.WAITS) < 10
    waited = {}

    def wait(name):
        attempts = []

        def refused():
            attempts.append(1)
            raise PermissionError(errno.EACCES, "held")

        with pytest.raises(PermissionError):
            files.patiently(refused, Path("/tmp/nothing"))
        waited[name] = len(attempts)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "sleep", lambda seconds: None)
        wait("window")
        thread = threading.Thread(target=wait, args=("background",))
        thread.start()
        thread.join()
    assert waited == {"window": len(files.WAITS_OF_WINDOW) + 1, "background": len(files.WAITS) + 1}


def test_what_cannot_get_better_is_not_waited_for(tmp_path, monkeypatch):
    monkeypatch.setattr(time, "sleep", lambda seconds: pytest.fail("waited"))
    with pytest.raises(FileNotFoundError):
        files.put_in_place(tmp_path / "none", tmp_path / "t")
    protected = tmp_path / "p.csv"
    protected.touch()
    protected.chmod(0o444)
    (tmp_path / "w").touch()
    monkeypatch.setattr(
        os, "access", lambda path, mode: bool(os.stat(path).st_mode & 0o200)
    )  # root may all
    with pytest.raises(PermissionError):
        files.put_in_place(tmp_path / "w", protected)


# -- all or nothing ------------------------------------------------------------------------------


@pytest.fixture
def moves(tmp_path):
    """Three finished files and a folder with their targets, the third target held on demand."""
    found = []
    for name in ("a", "b", "c"):
        (tmp_path / f"new {name}").write_text(f"new {name}", "utf-8")
        (tmp_path / name).write_text(f"old {name}", "utf-8")
        found.append((tmp_path / f"new {name}", tmp_path / name))
    for name in ("new d", "d"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x").write_text(name, "utf-8")
    return [*found, (tmp_path / "new d", tmp_path / "d")]


@pytest.mark.parametrize("name", ["a", "c", "d/x", "new b", "new d/x"])
def test_where_one_is_held_nothing_has_changed(tmp_path, moves, impatient, name):
    before = tree(tmp_path)
    with (tmp_path / name).open("rb"), pytest.raises(PermissionError):
        files.put_all_in_place(moves)
    assert tree(tmp_path) == before


def test_all_are_put_in_place_and_nothing_stays_aside(tmp_path, moves):
    files.put_all_in_place(moves)
    assert tree(tmp_path) == {"a": "new a", "b": "new b", "c": "new c", "d": None, "d/x": "new d"}


def test_the_example_made_again_is_new_or_old_never_both(tmp_path, impatient):
    folder = tmp_path / "Eksempel å"
    made = municipality.make_example(folder, Silent(), 1_000, 2, 1)
    made.districts.write_text("stands for a database, which is no text", "utf-8")
    before = tree(folder)
    january = next(made.persons.iterdir())
    with january.open("rb"), pytest.raises(StoreError) as refused:
        municipality.make_example(folder, Silent(), 1_000, 2, 2)
    assert january.name in refused.value.message and "left as it is" in refused.value.message
    assert (
        "Remove its layers" in refused.value.next_step
        and "another folder" in refused.value.next_step
    )
    assert tree(folder) == before and [p.name for p in tmp_path.iterdir()] == [folder.name]
    municipality.make_example(folder, Silent(), 1_000, 2, 2)
    assert january.read_text("utf-8") != before[f"persons/{january.name}"]


# -- true words ----------------------------------------------------------------------------------

WINDOWS_HELD = PermissionError(errno.EACCES, "held")
CAUSES = {
    "held, as Python's open tells it": (WINDOWS_HELD, files.HELD),
    "busy": (OSError(errno.EBUSY, "busy"), files.HELD),
    "full": (OSError(errno.ENOSPC, "full"), files.FULL),
    "gone": (FileNotFoundError(errno.ENOENT, "gone"), files.MISSING),
    "read-only disk": (OSError(errno.EROFS, "read-only"), files.NO_RIGHT),
    "something else": (OSError(errno.EIO, "broken"), files.OTHER),
}


@pytest.mark.parametrize("name", list(CAUSES))
def test_the_cause_is_found_out(tmp_path, name):
    error, expected = CAUSES[name]
    (tmp_path / "a.csv").touch()
    assert files.reason(error, tmp_path / "a.csv") == expected
    assert not [p for p in tmp_path.iterdir() if p.name != "a.csv"]


def test_a_sharing_violation_is_known_by_windows_own_code(tmp_path):
    error = OSError(errno.EINVAL, "x")
    error.winerror = 32
    assert files.reason(error, tmp_path / "a.csv") == files.HELD


def test_denied_is_held_protected_or_without_rights(tmp_path, monkeypatch):
    path = tmp_path / "a.csv"
    path.touch()
    assert files.reason(WINDOWS_HELD, tmp_path / "no" / "a.csv") == files.NO_FOLDER
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert files.reason(WINDOWS_HELD, path) == files.READ_ONLY
    assert files.reason(WINDOWS_HELD, path, reading=True) == files.NO_RIGHT
    monkeypatch.undo()

    def refused(*_args, **_kwargs):
        raise PermissionError(errno.EACCES, "no right")

    monkeypatch.setattr(Path, "touch", refused)
    assert files.reason(WINDOWS_HELD, path) == files.NO_RIGHT


def denied(monkeypatch, path):
    """Let nobody open ``path``, as Windows while Excel has it."""
    real = open

    def opened(file, *args, **kwargs):
        if str(file) == str(path):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(file, *args, **kwargs)

    monkeypatch.setattr("builtins.open", opened)
    monkeypatch.setattr("io.open", opened)


READERS = {
    "workbook": ("a.xlsx", open_workbook_table),
    "text": ("a.csv", open_text_file),
    "profile": ("a.json", load_profile),
    "package": ("b.json", read_package),
}


@pytest.mark.parametrize("name", list(READERS))
def test_a_file_open_in_another_program_is_said_to_be_so(tmp_path, monkeypatch, name):
    file, read = READERS[name]
    (tmp_path / file).write_text("a;b\n1;2\n", "utf-8")
    denied(monkeypatch, tmp_path / file)
    with pytest.raises(SociodemografiError) as refused:
        read(tmp_path / file)
    said = str(refused.value)
    assert (
        "cannot be opened" in said
        and "open" in refused.value.next_step
        and file in refused.value.next_step
    )
    assert ("Excel" in said) == file.endswith((".xlsx", ".csv")) and "save it again" not in said


@pytest.mark.parametrize("name", list(READERS))
def test_a_file_that_is_not_there_is_not_said_to_be_held(tmp_path, name):
    file, read = READERS[name]
    with pytest.raises(SociodemografiError) as refused:
        read(tmp_path / file)
    assert "is not there" in refused.value.next_step


def test_a_released_table_open_in_excel_is_to_be_closed_there(tmp_path, monkeypatch):
    table = tmp_path / "udgave.csv"
    table.touch()
    denied(monkeypatch, table)
    monkeypatch.setattr("pandas.read_csv", lambda path, **_: Path(path).read_text("utf-8"))
    with pytest.raises(InputError, match="probably Excel. Close it there"):
        audit_table(tmp_path / "m.gpkg", table, "offentlig", "", Silent())


WRITERS = {
    "profile": lambda path: save_profile(DeliveryProfile("p", "persons"), path),
    "object": lambda path: write_object(path, {"a": 1}),
}


@pytest.mark.parametrize("name", list(WRITERS))
def test_a_file_that_is_held_stays_whole_and_the_user_is_told(tmp_path, impatient, name):
    path = tmp_path / "a.json"
    path.write_text("old", "utf-8")
    with path.open("rb"), pytest.raises(StoreError) as refused:
        WRITERS[name](path)
    assert "Another program has a.json open" in refused.value.next_step
    assert tree(tmp_path) == {"a.json": "old"}
    WRITERS[name](path)
    assert path.read_text("utf-8") != "old"
    with pytest.raises(StoreError) as refused:
        save_profile(DeliveryProfile("p", "persons"), tmp_path / "no" / "a.json")
    assert "is not there. Choose a folder that exists" in refused.value.next_step


def test_an_answer_that_is_held_is_replaced_all_the_same_and_forgotten_another_time(
    tmp_path, impatient
):
    cache = AnswerCache(tmp_path, 1)
    assert cache.put("a", b"1")
    old = next(tmp_path.iterdir())
    os.utime(old, (time.time() - 10,) * 2)
    with old.open("rb"):
        assert cache.put("a", b"2") and old.exists()
        assert cache.get("a") == b"2"
    assert cache.put("a", b"3") and cache.get("a") == b"3" and len(list(tmp_path.iterdir())) == 1


def test_a_workbook_is_closed_when_it_is_read_or_refused(tmp_path):
    import pandas as pd

    path = tmp_path / "a.xlsx"
    pd.DataFrame({"a": [1], "b": ["x"]}).to_excel(path, index=False)
    for _ in range(3):
        assert list(open_workbook_table(path).table.columns) == ["a", "b"]
        assert str(path) not in open_paths()
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(InputError, match="save it again"):
        open_workbook_table(path)
    assert str(path) not in open_paths()


# -- strays --------------------------------------------------------------------------------------


def test_a_stray_that_is_held_stays_for_the_next_time(tmp_path):
    stray = tmp_path / ".monitor-0123abcd.gpkg"
    stray.touch()
    os.utime(stray, (1, 1))
    with stray.open("rb"):
        assert strays.clear(tmp_path, (".monitor-",), suffix=".gpkg") == [] and stray.exists()
    assert strays.clear(tmp_path, (".monitor-",), suffix=".gpkg") == [stray]

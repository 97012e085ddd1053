"""Who may know whom, as the contracts of pyproject.toml say."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

from tests.package import NAME, ROOT

SHIPPED = [
    ROOT / "__init__.py",
    ROOT / "plugin.py",
    *sorted((ROOT / "core").rglob("*.py")),
    *sorted((ROOT / "ui").rglob("*.py")),
]


def test_import_contracts_hold(tmp_path):
    (tmp_path / NAME).symlink_to(ROOT, target_is_directory=True)
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [str(tool), "--config", str(ROOT / "pyproject.toml"), "--no-cache"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "13 kept, 0 broken" in done.stdout


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_core_knows_no_window():
    for path in SHIPPED:
        if "core" in path.parts:
            assert not [
                m for m in imported(path) if m.startswith(("qgis.gui", "qgis.PyQt.QtWidgets"))
            ], path


def test_only_compat_asks_for_the_version():
    for path in SHIPPED:
        if path.name != "compat.py":
            text = path.read_text(encoding="utf-8")
            assert (
                "QGIS_VERSION" not in text
                and "QT_VERSION" not in text
                and "PyQt5" not in text.replace("qgis.PyQt5", "")
            ), path


def test_the_syntax_is_that_of_python_39():
    for path in SHIPPED:
        ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 9))


def test_files_are_short_enough_to_read():
    long = {
        str(p.relative_to(ROOT)): n
        for p in SHIPPED
        if (n := len(p.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}


def documented(body, path):
    """(place, has a docstring) of every public class, method and module-level function."""
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            yield (
                f"{path.relative_to(ROOT)}:{node.lineno} {node.name}",
                bool(ast.get_docstring(node)),
            )
        if isinstance(node, ast.ClassDef):
            yield from documented(node.body, path)


def test_public_functions_and_classes_say_what_they_do():
    for path in SHIPPED:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), path
        assert [place for place, said in documented(tree.body, path) if not said] == []

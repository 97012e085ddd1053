"""Each package that some installations of QGIS lack stands behind the one door that needs it."""

from __future__ import annotations

import ast
import os
import subprocess
import sys

import pytest

from tests.contract.test_imports import SHIPPED
from tests.package import ROOT

DOORS = {
    "scipy": (
        "core/protection/attack/",
        "core/protection/methods/",
        "core/protection/system/",
        "core/protection/certificate.py",  # to state its version
    ),
    "openpyxl": ("core/registers/workbooks/",),
    "matplotlib": ("ui/widgets/chart.py",),
}
"""Package → where it may be imported."""
WHEN_USED = ("core/protection/certificate.py", *DOORS["openpyxl"], *DOORS["matplotlib"])
"""Where that may be in a function alone."""


def imports_of(path, package):
    """(line, is it in a function) of every import of ``package``."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {
        child
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        for child in ast.walk(node)
    }
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or ""]
        if any(name.split(".")[0] == package for name in names):
            yield node.lineno, node in inside


@pytest.mark.parametrize("package", list(DOORS))
def test_a_package_is_imported_at_its_own_door_alone(package):
    for path in SHIPPED:
        here = path.relative_to(ROOT).as_posix()
        for line, in_function in imports_of(path, package):
            assert here.startswith(DOORS[package] or "nowhere"), f"{here}:{line}"
            assert in_function or not here.startswith(WHEN_USED), f"{here}:{line}"


WITHOUT = """
import importlib, sys
from tests.package import NAME, ROOT

class Refused:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("scipy", "openpyxl", "matplotlib"):
            raise ModuleNotFoundError("refused: " + name, name=name)

sys.meta_path.insert(0, Refused())
met = []
for path in sorted([*(ROOT / "core").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]):
    parts = path.relative_to(ROOT).with_suffix("").parts
    if parts[:2] == ("core", "protection"):
        continue
    try:
        importlib.import_module(".".join([NAME, *parts]).replace(".__init__", ""))
    except ImportError as error:
        met.append((parts, str(error)))
print("MET", met)
for name in ("store.ledger", "protection.edition", "protection.certificate", "protection.statuses"):
    assert f"{NAME}.core.{name}" in sys.modules
"""


def test_no_room_but_protection_needs_any_of_them_to_be_imported():
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert "MET []" in done.stdout and done.returncode == 0, done.stdout + done.stderr[-2000:]


def test_the_dock_is_imported_without_any_of_them():
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from tests import package; import geofa_sociodemografi.ui.dock; "
            "print(sorted({'scipy', 'openpyxl', 'matplotlib'} & set(sys.modules)))",
        ],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.stdout.strip() == "[]", done.stdout + done.stderr[-2000:]

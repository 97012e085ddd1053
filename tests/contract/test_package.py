"""The zip and its metadata, as the plugin repository wants them."""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.commands.package import build
from tests.package import NAME, ROOT


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    return zipfile.ZipFile(build(tmp_path_factory.mktemp("zip") / f"{NAME}.zip"))


def test_metadata_has_what_is_required():
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    general = metadata["general"]
    for key in (
        "name",
        "description",
        "version",
        "qgisMinimumVersion",
        "author",
        "email",
        "about",
        "tracker",
        "repository",
    ):
        assert general[key].strip(), key
    assert (general["qgisMinimumVersion"], general["qgisMaximumVersion"]) == ("3.22", "4.99")
    assert "supportsQt6" not in general and general["hasProcessingProvider"] == "yes"
    assert re.fullmatch(r"\d+\.\d+\.\d+", general["version"])
    assert "plugin" not in general["name"].lower() and "<" not in general["about"]
    assert (ROOT / general["icon"]).exists()
    assert general["version"] in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_zip_holds_the_plugin_and_nothing_else(archive):
    names = archive.namelist()
    assert all(name.startswith(f"{NAME}/") for name in names)
    inside = {name[len(NAME) + 1 :] for name in names}
    assert {
        "__init__.py",
        "metadata.txt",
        "plugin.py",
        "LICENSE",
        "README.md",
        "CHANGELOG.md",
    } <= inside
    assert any(name.startswith("resources/catalogue/rulesets/") for name in inside)
    assert "resources/i18n/geofa_sociodemografi_da.qm" in inside
    tops = {name.split("/")[0] for name in inside if name}
    assert tops <= {
        "__init__.py",
        "metadata.txt",
        "plugin.py",
        "LICENSE",
        "README.md",
        "CHANGELOG.md",
        "core",
        "ui",
        "resources",
    }, tops
    assert not [
        n
        for n in names
        if n.endswith((".pyc", ".sh", ".bat", ".exe", ".dll", ".so")) or "__pycache__" in n
    ]
    assert sum(i.file_size for i in archive.infolist()) < 25_000_000


def test_the_zip_installs_and_loads_on_its_own(archive, tmp_path):
    archive.extractall(tmp_path / "plug ins æøå")
    code = (
        "import sys, os; sys.path.insert(0, sys.argv[1])\n"
        "os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        "from qgis.core import QgsApplication\n"
        "app = QgsApplication([], True); app.initQgis()\n"
        f"import {NAME}\nplugin = {NAME}.classFactory(None); plugin.initProcessing()\n"
        "print(len(plugin._provider.algorithms())); sys.stdout.flush(); os._exit(0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "plug ins æøå")],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=60,
    )
    assert done.stdout.strip() == "29", done.stderr


def test_the_repositorys_security_scan_finds_nothing(archive, tmp_path):
    archive.extractall(tmp_path)
    bandit = Path(sys.executable).with_name("bandit")
    done = subprocess.run(
        [str(bandit), "-q", "-r", str(tmp_path / NAME)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


def test_style():
    ruff = Path(sys.executable).with_name("ruff")
    done = subprocess.run(
        [str(ruff), "check", "--no-cache", str(ROOT)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


FORBIDDEN = {
    r"\bassert ": "assert",
    r"\beval\(": "eval",
    r"\bpickle\b": "pickle",
    r"\.exec_\(": "exec_",
    r"\bxml\.(etree|sax|dom|parsers)": "stdlib XML",
    r"QtWebEngine|QtWebKit": "a web view",
    r"resources_rc": "compiled resources",
    r"processEvents": "processEvents",
    r"except[^\n]*:\s*\n\s*pass": "a swallowed exception",
    r"\bprint\(": "print",
    r"Qt\.(AlignRight|AlignLeft|UserRole|Checked|RightDockWidgetArea|Horizontal|Vertical)\b": "an unscoped enum",
}


@pytest.mark.parametrize("pattern", list(FORBIDDEN), ids=list(FORBIDDEN.values()))
def test_shipped_code_has_none_of(pattern):
    for folder in ("core", "ui"):
        for path in (ROOT / folder).rglob("*.py"):
            assert not re.search(pattern, path.read_text(encoding="utf-8")), path

"""The lists of CONTRIBUTING.md, gone through in a copy of the plugin: what they name is enough, and nothing else is touched."""

from __future__ import annotations

import fnmatch
import json
import os
import re
import shutil
import subprocess
import sys

import pytest

from tests.package import NAME, ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SHIPPED = ("__init__.py", "plugin.py", "metadata.txt", "core", "ui", "resources")
LISTS = {
    part.split("\n", 1)[0]: part.split("\n", 1)[1]
    for part in re.split(r"^## ", TEXT, flags=re.M)[1:]
}
CATALOGUE = "resources/catalogue"
BOTH = {"da": "Prøve", "en": "Trial"}
PAGE = '''"""A page to try."""
from ..widgets.page import Page


class TrialPage(Page):
    """A page to try."""

    ID, PLACE = "trial", 99

    @staticmethod
    def title():
        return "Trial"
'''
ALGORITHM = '''"""An algorithm to try."""
from ..base import SociodemografiAlgorithm


class Trial(SociodemografiAlgorithm):
    """An algorithm to try."""

    ID = "trial"

    def displayName(self):
        return "Trial"

    def initAlgorithm(self, configuration=None):
        pass

    def compute(self, parameters, context, feedback):
        return {"TRIED": 1}
'''
RUN_ALGORITHM = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback
application = QgsApplication([], False)
from {NAME}.core.processing.provider import SociodemografiProvider
provider = SociodemografiProvider()
provider.refreshAlgorithms()
trial = provider.algorithm("trial")
assert trial.group() == "Maps" and "a trial" in trial.shortHelpString(), trial.shortHelpString()
assert trial.run({{}}, QgsProcessingContext(), QgsProcessingFeedback()) == ({{"TRIED": 1}}, True)
"""


def bullets(text):
    """The paths that a list names."""
    items = re.findall(r"^- (.*?) – ", text, flags=re.M)
    return [path for item in items for path in re.findall(r"`([^`]+)`", item)]


def edit(path, change):
    """Read JSON, let ``change`` work on it, write it."""
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def copy_json(source, target, **more):
    content = json.loads(source.read_text(encoding="utf-8"))
    write(target, json.dumps({**content, **more}, ensure_ascii=False))


def indicator(root):
    def add(content):
        like = next(one for one in content["indicators"] if one["id"] == "burglary")
        content["indicators"].append({**like, "id": "trial", "name": BOTH})

    edit(root / CATALOGUE / "indicators" / "safety.json", add)
    return (
        "from {n}.core.catalogue.indicators.definitions import all_indicators\n"
        "assert [one.name['en'] for one in all_indicators() if one.id == 'trial'] == ['Trial']"
    )


def law(root):
    folder = root / CATALOGUE / "rulesets"
    copy_json(folder / "2021.json", folder / "2027.json", id="2027", list_years=[2027, None])
    return (
        "from {n}.core.catalogue.law.rule_sets import rule_set\n"
        "assert rule_set('2027').first_year == 2027 and rule_set('2021').last_year == 2026"
    )


def theme(root):
    folder = root / CATALOGUE / "themes"
    copy_json(folder / "5716.json", folder / "5799.json", code="5799", title=BOTH)
    return (
        "from {n}.core.catalogue.geofa.themes import theme\n"
        "assert theme('5799').title['en'] == 'Trial'"
    )


def column(root):
    def add(content):
        like = next(one for one in content["columns"] if one["name"] == "vacant_months")
        content["columns"].append(
            {**like, "name": "trial", "name_text": BOTH, "aliases": ["proeve"]}
        )

    edit(root / CATALOGUE / "registers" / "dwellings.json", add)
    write(root.parent / "boliger.csv", "period;x;y;vacant;proeve\n2026-01;500000;6200000;0;7\n")
    return (
        "from {n}.core.registers.sources import file_sources\n"
        "from {n}.core.registers.tables.register import open_register\n"
        "from {n}.core.progress import Silent\n"
        "register = open_register('dwellings', file_sources('boliger.csv'))\n"
        "tables = list(register.pieces(('trial',), Silent()))\n"
        "assert [t['trial'].tolist() for t in tables] == [[7.0]], tables"
    )


def page(root):
    write(root / "ui" / "trial" / "__init__.py", '"""A page to try."""\n')
    write(root / "ui" / "trial" / "page.py", PAGE)
    return "from {n}.ui.dock import page_classes\nassert page_classes()[-1].ID == 'trial'"


def algorithm(root):
    write(root / "core" / "processing" / "maps" / "trial.py", ALGORITHM)
    for language in ("da", "en"):
        write(root / "resources" / "help" / language / "trial.html", "<p>This is a trial.</p>")
    return RUN_ALGORITHM.replace("{", "{{").replace("}", "}}")


def normalisation(root):
    def add(content):
        methods = content.get("normalisation", content)
        methods["trial"] = {**methods["z"], "name": BOTH, "options": {"ddof": 0}}

    edit(root / CATALOGUE / "index_methods.json", add)
    schema = root / CATALOGUE / "index.schema.json"
    schema.write_text(
        schema.read_text("utf-8").replace('"borda",', '"borda", "trial",', 1), "utf-8"
    )
    module = root / "core" / "index" / "steps" / "normalisation.py"
    text = module.read_text(encoding="utf-8")
    text = text.replace(
        '    "z": lambda reference', '    "trial": lambda r, o, s: {},\n    "z": lambda reference'
    )
    text = text.replace(
        '    "z": lambda values', '    "trial": lambda v, o, s: v * 2,\n    "z": lambda values'
    )
    module.write_text(text, encoding="utf-8")
    return (
        "import json, pathlib\n"
        "from {n}.core.catalogue.index.parser import parse_definition\n"
        "from {n}.core.index.steps import normalisation\n"
        "import numpy as np\n"
        "path = pathlib.Path({r!r}, 'resources/catalogue/indices/nzdep.json')\n"
        "content = json.loads(path.read_text('utf-8'))\n"
        "content['normalisation'] = {{'method': 'trial'}}\n"
        "method = parse_definition(content, path.name).normalisation\n"
        "figures = np.array([[1.0, 3.0]])\n"
        "placed = normalisation.apply(figures, method, normalisation.fit(figures, method))\n"
        "assert placed.tolist() == [[2.0, 6.0]]"
    )


WALKS = {
    "An indicator": indicator,
    "A rule set": law,
    "A theme": theme,
    "A register column": column,
    "A page": page,
    "An algorithm": algorithm,
    "A normalisation": normalisation,
}


def touched(root):
    """The files of the copy that are new or changed."""
    for path in root.rglob("*"):
        name = path.relative_to(root).as_posix()
        if path.is_file() and "__pycache__" not in name:
            original = ROOT / name
            if not original.exists() or original.read_bytes() != path.read_bytes():
                yield name


@pytest.mark.parametrize("name", WALKS)
def test_a_list_names_all_that_is_needed(name, tmp_path):
    root = tmp_path / NAME
    root.mkdir()
    for part in SHIPPED:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / part, root / part)
    seen = WALKS[name](root).format(n=NAME, r=str(root))
    paths = bullets(LISTS[name].split("\nand\n")[0])
    changed = sorted(touched(root))
    assert changed and not [
        one for one in changed if not any(fnmatch.fnmatch(one, path) for path in paths)
    ]
    assert all(any(fnmatch.fnmatch(one, path) for one in changed) for path in paths), "too many"
    done = subprocess.run(
        [sys.executable, "-c", seen],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr


def test_every_list_is_gone_through_and_names_what_is_there():
    assert list(LISTS) == list(WALKS)
    for name, text in LISTS.items():
        for path in bullets(text):
            assert list(ROOT.glob(path)), f"{name}: {path}"


@pytest.mark.parametrize(
    ("name", "example"),
    [
        ("An indicator", "child_low_income"),
        ("A theme", "5716"),
        ("A register column", "vacant_months"),
        ("An algorithm", "geofacoverage"),
        ("A normalisation", "winsorised"),
    ],
)
def test_no_other_code_names_one_of_the_kind(name, example):
    paths = bullets(LISTS[name])
    for folder in ("core", "ui"):
        for file in (ROOT / folder).rglob("*.py"):
            place = file.relative_to(ROOT).as_posix()
            if re.search(rf"\b{example}\b", file.read_text(encoding="utf-8")):
                assert any(fnmatch.fnmatch(place, path) for path in paths), place

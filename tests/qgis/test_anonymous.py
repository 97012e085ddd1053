"""No file of an edition names the employee who made it."""

from __future__ import annotations

import json
import zipfile

import pytest
from geofa_sociodemografi.core.gis.editions import publishing
from geofa_sociodemografi.core.gis.editions.audit import LeakError, audit_files
from geofa_sociodemografi.core.gis.host.anonymous import without_user
from qgis.core import QgsApplication, QgsProject, QgsProjectMetadata

from tests.qgis.test_publishing import SCALES, prepared, published, town  # noqa: F401 (fixtures)

NAME = "Hanne Ærlig <Hansen>"
AUTHOR = (b"<author></author>", b"<author/>")


def parts_of(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_project_loses_who_saved_it_and_nothing_else(tmp_path):
    project = QgsProject()
    about = QgsProjectMetadata(project.metadata())
    about.setTitle('saveUser="titel"')
    project.setMetadata(about)
    path = tmp_path / "å.qgz"
    assert project.write(str(path))
    before = parts_of(path)["å.qgs"].decode()
    assert "saveUser=" in before and QgsApplication.userLoginName() in before, (
        "QGIS itself names them"
    )
    without_user(path)
    after = parts_of(path)["å.qgs"].decode()
    left = {word.rstrip(">") for word in after.split()}  # Qt writes attributes in any order
    gone = [word for word in before.split() if word.rstrip(">") not in left]
    assert gone and all(
        word.startswith("saveUser") or word in NAME + QgsApplication.userFullName() + '"'
        for word in gone
    )
    again = QgsProject()
    assert (
        again.read(str(path))
        and again.metadata().title() == 'saveUser="titel"'
        and not again.saveUser()
    )
    assert [p.name for p in tmp_path.iterdir()] == ["å.qgz"]


def test_the_editions_project_has_no_author_and_no_account(published):  # noqa: F811
    _, _, folder = published
    project = QgsProject()
    assert project.read(str(folder / "udgave.qgz"))
    assert (project.metadata().author(), project.saveUser(), project.saveUserFullName()) == (
        "",
        "",
        "",
    )
    written = b"".join(parts_of(folder / "udgave.qgz").values())
    assert b"saveUser" not in written and any(tag in written for tag in AUTHOR)
    properties = b"".join(
        part
        for name, part in parts_of(folder / "udgave.xlsx").items()
        if name.startswith("docProps")
    )
    assert QgsApplication.userLoginName().encode() not in properties
    for pdf in folder.glob("*.pdf"):
        assert b"/Author" not in pdf.read_bytes()


@pytest.mark.parametrize(
    "said", [b'<qgis saveUserFull="Hanne Hansen" ', b"<author>hanhan</author>"]
)
def test_a_project_that_names_somebody_is_not_released(published, said):  # noqa: F811
    prepared, subject, folder = published  # noqa: F811
    certificate = json.loads((folder / "certifikat.json").read_text(encoding="utf-8"))
    content = publishing.Content(prepared.edition, prepared.area_sets, certificate)
    audit_files(content, subject, folder, SCALES[folder])
    parts = parts_of(folder / "udgave.qgz")
    with zipfile.ZipFile(folder / "udgave.qgz", "w") as archive:
        for name, part in parts.items():
            for before in AUTHOR if said.startswith(b"<author") else (b"<qgis ",):
                part = part.replace(before, said, 1)
            archive.writestr(name, part)
    with pytest.raises(LeakError, match="udgave.qgz"):
        audit_files(content, subject, folder, SCALES[folder])

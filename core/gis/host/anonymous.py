"""A project without its writer: QGIS puts the user's account and full name into every project it
saves."""

from __future__ import annotations

import os
import re
import uuid
import zipfile
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtXml import QDomDocument

SAVED_BY = re.compile(rb'(<qgis\b[^>]*?)\s+saveUser(?:Full)?="[^"]*"')


def forget_author(project: QgsProject) -> None:
    """Take the author that QGIS gives every new project out of it, and let paths be relative to its
    file."""
    about = project.metadata()
    about.setAuthor("")
    project.setMetadata(about)
    project.writeEntryBool("Paths", "/Absolute", False)


def without_user(path: Path) -> None:
    """Take who saved the project ``path`` (.qgz) out of the file.

    QGIS has a setting for it, which is the user's own and has another name in later versions.
    """
    work = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}")
    with zipfile.ZipFile(path) as saved, zipfile.ZipFile(work, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in saved.namelist():
            part = saved.read(name)
            while name.endswith(".qgs") and SAVED_BY.search(part):
                part = SAVED_BY.sub(rb"\1", part, count=1)
            kept.writestr(name, part)
    os.replace(work, path)


def names_somebody(document: QDomDocument) -> bool:
    """Does the project say who wrote or saved it?"""
    root = document.documentElement().attributes()
    saved_by = [root.item(n).toAttr() for n in range(root.count())]
    authors = document.elementsByTagName("author")
    return any(one.name().startswith("saveUser") and one.value() for one in saved_by) or any(
        authors.at(n).toElement().text() for n in range(authors.count())
    )

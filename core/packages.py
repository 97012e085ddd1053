"""Packages that some installations of QGIS lack: said in words, and never at start-up."""

from __future__ import annotations

import importlib
import sys

from .errors import MissingPackageError
from .i18n import tr


def missing(*names: str) -> list:
    """Those of ``names`` that cannot be imported here."""
    lacking = []
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError:
            lacking.append(name)
    return lacking


def how_to_install(names: list) -> str:
    """One sentence: how ``names`` are installed on this system."""
    packages = ", ".join(names)
    if sys.platform.startswith("win"):
        return tr(
            "Install {packages} with the OSGeo4W Setup (package python3-{first}), or install QGIS "
            "with the standalone installer, which has them.",
            packages=packages,
            first=names[0],
        )
    if sys.platform == "darwin":
        return tr(
            "Install {packages} into QGIS' own Python with pip, or use a newer QGIS that has them.",
            packages=packages,
        )
    return tr(
        "Install {packages} with the system's package manager, for example: sudo apt install "
        "python3-{first}",
        packages=packages,
        first=names[0],
    )


def require(*names: str) -> None:
    """Raise ``MissingPackageError`` with the way to install, unless all ``names`` can be imported."""
    lacking = missing(*names)
    if lacking:
        raise MissingPackageError(
            tr("This step needs the Python package {packages}, which this QGIS does not have.",
               packages=", ".join(lacking)),
            how_to_install(lacking),
        )

"""Packages that some installations of QGIS lack: said in words, and never at start-up."""

from __future__ import annotations

import importlib.util
import sys
from typing import List, Tuple

from .errors import InputError
from .i18n import tr

NEEDED: Tuple[str, ...] = ("numpy", "pandas", "requests")
FOR_DISCLOSURE = (*NEEDED, "scipy")
"""openpyxl is in neither: without it QGIS itself reads and writes workbooks."""


def missing(*names: str) -> List[str]:
    """Those of ``names`` that are not installed here; nothing is imported to find out."""
    return [name for name in names if not _is_there(name)]


def _is_there(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):  # an installation that refuses, or one half unloaded
        return False


def require(*names: str) -> None:
    """Go on only where all of ``names`` are installed: for a step that needs a package which the
    others can do without, before it is imported.

    Raises:
        InputError: says which package is missing and how it is installed here.
    """
    lacking = missing(*names)
    if lacking:
        raise InputError(_needs(lacking), how_to_install(lacking))


def how_to_install(names: List[str]) -> str:
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


def missing_text(names: List[str]) -> str:
    """What is missing and how to get it, in two sentences."""
    return f"{_needs(names)} {how_to_install(names)}"


def _needs(names: List[str]) -> str:
    return tr(
        "This step needs the Python package {packages}, which this QGIS does not have.",
        packages=", ".join(names),
    )

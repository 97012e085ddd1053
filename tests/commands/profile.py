"""Makes a QGIS profile of its own with the plugin linked and enabled."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.commands.deploy import link
from tests.package import NAME

SETTINGS = """[PythonPlugins]
{name}=true
processing=true
[qgis]
checkVersion=false
[locale]
overrideFlag=true
userLocale={language}
"""


def make_profile(folder: Path, language: str) -> Path:
    """A profiles folder for ``qgis --profiles-path``; settings already there are kept."""
    profile = folder / "profiles" / "default"
    settings = profile / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True, exist_ok=True)
    if not settings.exists():
        settings.write_text(SETTINGS.format(name=NAME, language=language), encoding="utf-8")
    link(profile)
    return folder


if __name__ == "__main__":
    make_profile(Path(sys.argv[1]), sys.argv[2])

"""Links the checkout into the default profiles of QGIS 3 and 4."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.package import NAME, ROOT


def profiles_folders() -> "list[Path]":
    """Where QGIS 3 and 4 keep the default profile on this system."""
    if sys.platform.startswith("win"):
        base = Path(os.environ["APPDATA"]) / "QGIS"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support" / "QGIS"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "QGIS"
    return [base / version / "profiles" / "default" for version in ("QGIS3", "QGIS4")]


def link(profile: Path) -> Path:
    """Link the checkout into ``profile``; an earlier link is replaced, a real folder is left alone."""
    target = profile / "python" / "plugins" / NAME
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_symlink():
        target.unlink()
    if target.exists():
        raise SystemExit(
            f"{target} is there already and is no link: remove the installed plugin first."
        )
    target.symlink_to(ROOT, target_is_directory=True)
    return target


if __name__ == "__main__":
    folders = profiles_folders()
    existing = [folder for folder in folders if folder.parent.parent.exists()] or folders[:1]
    for folder in existing:
        print(f"Linked {link(folder)}")
    print("Switch the plugin on in QGIS: Plugins > Manage and Install Plugins > Installed.")

"""Builds the zip for the Plugin Manager: what git tracks, less what is only for developers, and the .qm."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from tests.package import NAME, ROOT


def build(target: Path) -> Path:
    """Write the zip; the top folder is the package, ``.gitattributes`` says what stays out."""
    target.parent.mkdir(parents=True, exist_ok=True)
    # Files as they are on disk but only tracked ones: a stash commit when there are changes, else HEAD.
    identity = ["-c", "user.name=package", "-c", "user.email=package@localhost"]
    stash = subprocess.run(["git", *identity, "stash", "create"], cwd=ROOT, capture_output=True, text=True, check=True)
    tree = stash.stdout.strip() or "HEAD"
    subprocess.run(["git", "archive", f"--prefix={NAME}/", "--format=zip", "-o", str(target.resolve()), tree],
                   cwd=ROOT, check=True)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        for compiled in sorted((ROOT / "resources" / "i18n").glob("*.qm")):
            archive.write(compiled, f"{NAME}/resources/i18n/{compiled.name}")
    return target


if __name__ == "__main__":
    built = build(Path(sys.argv[1]))
    print(f"{built} ({built.stat().st_size / 1024:.0f} kB)")

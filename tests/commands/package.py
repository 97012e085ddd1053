"""Builds the zip for the Plugin Manager: what git tracks, less what is only for developers, and the .qm."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from tests.package import NAME, ROOT


def _git(*words: str, check: bool = True) -> subprocess.CompletedProcess:
    identity = ["-c", "user.name=package", "-c", "user.email=package@localhost"]
    return subprocess.run(
        ["git", *identity, *words], cwd=ROOT, capture_output=True, text=True, check=check
    )


def _tree_on_disk() -> str:
    """The tracked files as they are on disk: HEAD when nothing is changed, else a commit of the changes."""
    _git("update-index", "-q", "--refresh", check=False)
    if _git("diff", "--quiet", "HEAD", check=False).returncode == 0:
        return "HEAD"
    return _git("stash", "create").stdout.strip()


def build(target: Path) -> Path:
    """Write the zip; the top folder is the package, ``.gitattributes`` says what stays out."""
    target.parent.mkdir(parents=True, exist_ok=True)
    tree = _tree_on_disk()
    _git("archive", f"--prefix={NAME}/", "--format=zip", "-o", str(target.resolve()), tree)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        for compiled in sorted((ROOT / "resources" / "i18n").glob("*.qm")):
            archive.write(compiled, f"{NAME}/resources/i18n/{compiled.name}")
    return target


if __name__ == "__main__":
    built = build(Path(sys.argv[1]))
    print(f"{built} ({built.stat().st_size / 1024:.0f} kB)")

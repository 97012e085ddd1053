"""Monitor files as earlier versions made them (``monitors/README.md``)."""

from __future__ import annotations

import gzip
from pathlib import Path

FOLDER = Path(__file__).parent / "monitors"
VERSIONS = [f"0.{n}" for n in range(1, 8)]


def made_by(version, folder):
    """The monitor file of a version, in ``folder``."""
    path = folder / "m.gpkg"
    path.write_bytes(gzip.decompress((FOLDER / f"{version}.gpkg.gz").read_bytes()))
    return path

"""The files of an example municipality, and what they are called."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

READ_ME = "LÆS MIG.txt"
FOLDERS = ("persons", "households", "dwellings", "children")
"""Registers with one file per month."""
OTHER_REGISTERS = ("households", "dwellings", "moves", "events", "children", "figures")


@dataclass(frozen=True)
class ExampleFiles:
    """Where the parts of an example municipality lie."""

    folder: Path

    @property
    def districts(self) -> Path:
        """GeoPackage with the district layers."""
        return self.folder / "districts.gpkg"

    @property
    def addresses(self) -> Path:
        """Address list."""
        return self.folder / "addresses.csv"

    @property
    def persons(self) -> Path:
        """Folder with one file per month."""
        return self.register("persons")

    def register(self, kind: str) -> Path:
        """The folder or file of a register of the ``kind``."""
        return self.folder / kind if kind in FOLDERS else self.folder / f"{kind}.csv"

    @property
    def references(self) -> Path:
        """National and regional values."""
        return self.folder / "reference.csv"

    @property
    def history(self) -> Path:
        """Categories of earlier lists."""
        return self.folder / "history.csv"

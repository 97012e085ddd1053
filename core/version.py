"""The plugin's version, from ``metadata.txt``."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

METADATA = Path(__file__).resolve().parents[1] / "metadata.txt"


def plugin_version() -> str:
    """The version QGIS shows."""
    metadata = ConfigParser(interpolation=None)
    metadata.read(METADATA, encoding="utf-8")
    return metadata["general"]["version"]

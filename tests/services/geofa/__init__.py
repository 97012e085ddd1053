"""A stand-in for GeoFA on loopback."""

from tests import package  # noqa: F401 (makes the plugin importable)

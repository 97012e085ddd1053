"""Algorithms for GeoFA's districts."""

"""A stand-in for GeoFA on loopback."""

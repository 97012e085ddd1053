"""The objects GeoFA has: read by the way that works."""

"""GeoFA: districts and keys registered."""

"""GeoFA's themes and code lists."""

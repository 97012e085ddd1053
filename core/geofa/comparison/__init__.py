"""The municipality's own beside what GeoFA has: matched, and the difference."""

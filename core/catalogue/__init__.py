"""What can be measured and judged, read from ``resources/catalogue``."""

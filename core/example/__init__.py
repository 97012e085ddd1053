"""A fictional municipality that behaves like a real one, for workshops and tests."""

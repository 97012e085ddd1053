"""Algorithms that style maps."""

"""Algorithms for the open index."""

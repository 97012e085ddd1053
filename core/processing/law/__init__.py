"""Algorithms that judge by the law."""

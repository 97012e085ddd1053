"""Algorithms for what may leave the municipality."""

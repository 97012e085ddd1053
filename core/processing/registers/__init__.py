"""Algorithms that read registers and count them."""

"""Områder: the districts to count."""

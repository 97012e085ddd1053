"""Columns: which plays which role, and from its cells to canonical values."""

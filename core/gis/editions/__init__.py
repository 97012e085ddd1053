"""Editions written, audited and published."""

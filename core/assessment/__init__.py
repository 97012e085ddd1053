"""Judging: the law's dated rules."""

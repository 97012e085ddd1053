"""Beregning: which indicators, by which rules."""

"""Siden sidst: what the newest addition brought."""

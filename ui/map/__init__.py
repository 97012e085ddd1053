"""Kort: the areas by risk level, and one area's card."""

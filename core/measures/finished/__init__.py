"""Finished figures: completed, matched to areas, carried over to others, made observations."""

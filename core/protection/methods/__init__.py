"""The ways to protect: suppression, rounding, cell keys."""

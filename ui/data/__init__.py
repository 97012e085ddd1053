"""Data: the municipality's registers, their columns, and what the self-check says."""

"""The difference, sent in one transaction and read back."""

"""Delimited text files: how they are written, read in pieces."""

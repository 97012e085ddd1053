"""Indices: definitions, presets, their files and colours."""

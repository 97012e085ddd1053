"""Layers, styles and pictures of what was counted and judged."""

"""Kinds of registers, and the marks their cells may hold."""

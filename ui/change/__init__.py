"""Udvikling: how areas move from month to month."""

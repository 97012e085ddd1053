"""What has become of a figure in an edition."""

SHOWN, HIDDEN, KEPT = "shown", "hidden", "carried"
"""``status`` of a figure in an edition: shown, hidden, or the value shown before, carried over."""

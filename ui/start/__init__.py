"""Start: nothing is open yet."""

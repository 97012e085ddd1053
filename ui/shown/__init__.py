"""What the whole window shows: one choice, its table, and the map of it."""

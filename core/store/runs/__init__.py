"""What was counted and judged: written, kept for a while, and read as what is in force."""

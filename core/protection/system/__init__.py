"""What numbers there are, of which places, and what they are made of."""

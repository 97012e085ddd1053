"""What must be added up, and where: terms, atoms and places, before any engine does it."""

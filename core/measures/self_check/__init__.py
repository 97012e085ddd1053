"""What is worth knowing of a register before it is counted."""

"""The law's figures, earlier lists and the state's list, in tables the user points at."""

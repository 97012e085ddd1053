"""What the values of columns mean: the user's rules, columns that say several roles, questions."""

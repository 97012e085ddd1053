"""Step 1: the registers placed and counted, and finished figures beside them."""

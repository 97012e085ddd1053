"""Who adds it up: one contract, and the engines that keep it."""

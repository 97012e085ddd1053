"""How certain an index is: other weights, scales and samples, and confidence intervals."""

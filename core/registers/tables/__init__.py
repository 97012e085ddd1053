"""One typed table per kind: registers, finished figures, addresses, reference values."""

"""The dock: widgets only, no calculation."""

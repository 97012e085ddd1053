"""Disclosure control: nobody can be found in what leaves the municipality."""

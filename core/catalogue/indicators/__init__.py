"""Indicators: definitions, comparators, filters and facets."""

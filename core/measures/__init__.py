"""Counting: register × areas × period → observations."""

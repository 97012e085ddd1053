"""Geography: area sets, and which area a point lies in."""

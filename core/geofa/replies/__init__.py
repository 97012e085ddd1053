"""What GeoFA answers: whole and usable, refused, or lost on the way."""

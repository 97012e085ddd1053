"""What GeoFA is asked, in the words of each service."""

"""The client of GeoFA, the municipalities' shared geodata."""

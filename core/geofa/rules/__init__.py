"""GeoFA's rules for the values of an object, so that they are known before anything is sent."""

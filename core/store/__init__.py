"""The monitor file: one GeoPackage with areas once and figures in long tables."""

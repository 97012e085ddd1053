"""What the plugin adds to QGIS outside its panel; everything is taken back in reverse."""

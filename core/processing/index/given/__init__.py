"""What an index algorithm was given, read when it runs: QGIS' start collects the algorithms of the
folder above and needs none of it."""

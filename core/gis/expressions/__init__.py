"""The monitor file's figures as functions of QGIS' expressions."""

"""The dock's background work, a module per page: plain values in, plain data out.

A job is a function that a button of its page hands to ``Session.run`` with its name. It runs in the
background, so it touches no widget, no ``QgsProject`` and no layer of the project; what a layer
shows is taken down before (``sources/shown_layer.py``). It reports to its ``Progress``; where it
calls ``checkpoint`` Cancel works.
"""

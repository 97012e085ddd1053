"""The whole job, one module per step: registers checked, counted and judged, the result kept, and
editions protected.

The steps are called by the dock, by Processing and by Python alike, each imported from its own
module: whoever counts must not need the packages of disclosure control.
"""

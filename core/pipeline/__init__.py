"""The whole job, one module per step: registers checked, counted and judged, the result kept, and
editions protected.

The steps are called by the dock, by Processing and by Python alike.
"""

from .checking import check_inputs
from .counting import Counted, count_areas, lacking_of, warn_of, whole_of
from .importing import Imported, import_delivery
from .inputs import ALL, AUTO, LAW, Choices, Inputs, open_registers
from .judging import history_of, judge, levels_by_area, run
from .protecting import Prepared, periods_of, prepare_edition

__all__ = [
    "ALL",
    "AUTO",
    "LAW",
    "Choices",
    "Counted",
    "Imported",
    "Inputs",
    "Prepared",
    "check_inputs",
    "count_areas",
    "history_of",
    "import_delivery",
    "judge",
    "lacking_of",
    "levels_by_area",
    "open_registers",
    "periods_of",
    "prepare_edition",
    "run",
    "warn_of",
    "whole_of",
]

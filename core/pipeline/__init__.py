"""The whole job, one module per step: registers checked, counted and judged, the result kept.

The steps are called by the dock, by Processing and by Python alike.
"""

from .checking import check_inputs
from .counting import Counted, count_areas, lacking_of, warn_of, whole_of
from .importing import Imported, import_delivery
from .inputs import ALL, AUTO, LAW, Choices, Inputs, open_registers
from .judging import history_of, judge, levels_by_area, run

__all__ = ["ALL", "AUTO", "LAW", "Choices", "Counted", "Imported", "Inputs", "check_inputs", "count_areas",
           "history_of", "import_delivery", "judge", "lacking_of", "levels_by_area", "open_registers", "run", "warn_of",
           "whole_of"]

"""``sociodemografi:addperiod``."""

from __future__ import annotations

from ...i18n import tr
from .run_monitor import RunMonitor


class AddPeriod(RunMonitor):
    """What came – a month, several, or a table of figures alone – added to the monitor file."""

    ID = "addperiod"
    WITHOUT_PERSONS = True

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return tr("Add a period to the monitor file")

"""Natural breaks as QGIS finds them."""

from __future__ import annotations

from typing import List, Sequence

from qgis.core import QgsClassificationJenks


def natural_breaks(values: Sequence[float], count: int) -> List[float]:
    """The upper ends of ``count`` Fisher-Jenks classes of ``values``, without the last."""
    ranges = QgsClassificationJenks().classes([float(value) for value in values], count)
    return [one.upperBound() for one in ranges][:-1]

"""What a legend names is drawn."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("qgis.core")
pytest.importorskip("matplotlib")


def test_a_limit_of_one_year_alone_is_a_bar_and_one_of_several_a_line():
    from geofa_sociodemografi.core.change.lines import Lines
    from geofa_sociodemografi.core.gis.charts.look import Look
    from geofa_sociodemografi.core.gis.charts.trend import draw_trend
    from matplotlib.figure import Figure

    at = np.array([10.0, 22.0])
    lines = Lines(
        area="a",
        name="A",
        months=(np.empty(0), np.empty(0)),
        years=(at, np.array([190_000.0, 197_000.0])),
        beside={
            "threshold": (at, np.array([np.nan, 179_000.0])),
            "region": (at, np.array([316_000.0, 326_000.0])),
        },
        gaps=(),
    )
    figure = Figure()
    draw_trend(figure, Look("#000000", "#ffffff"), lines, "kroner", 22.0)
    by_label = {line.get_label(): line for line in figure.axes[0].get_lines()}
    limit = next(line for label, line in by_label.items() if "threshold" in label)
    assert limit.get_marker() == "_"
    assert by_label["Region"].get_marker() in ("None", None, "")

"""Light and dark: what the panel draws itself is seen on the window's ground, and nothing else has a colour of its own."""

from __future__ import annotations

import re

import pytest
from geofa_sociodemografi.core.gis.charts.look import LIMIT, MILD_LIMIT, OWN, WHOLE, contrast, seen
from geofa_sociodemografi.ui.index.contribution_bars import ContributionBars
from geofa_sociodemografi.ui.widgets.chart import Chart
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QApplication

from tests.package import ROOT

THEMES = {
    "light": ("#EFEFEF", "#000000"),
    "dark": ("#2B2B2B", "#E6E6E6"),
    "night": ("#323232", "#FFFFFF"),
}
WITH_A_GROUND_OF_THEIR_OWN = {
    "ui/change/matrix_model.py": "a cell is given its ground and its text together",
    "ui/registration/outline_marker.py": "drawn on the map",
    "ui/index/contribution_bars.py": "given the shade that is seen",
}
ENOUGH = 3.0
"""WCAG 2.2, 1.4.11."""


def palette(theme):
    ground, text = THEMES[theme]
    made = QPalette()
    made.setColor(QPalette.ColorRole.Window, QColor(ground))
    made.setColor(QPalette.ColorRole.WindowText, QColor(text))
    return made


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#ff0000", "#ffffff", 4.0)],
)
def test_contrast_is_the_standards(one, other, known):
    assert contrast(one, other) == pytest.approx(known, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_every_colour_of_the_charts_is_seen(theme):
    ground = THEMES[theme][0]
    for colour in (OWN, WHOLE, LIMIT, MILD_LIMIT):
        shade = seen(colour, ground)
        assert contrast(shade, ground) >= ENOUGH
        hue = abs(QColor(shade).hue() - QColor(colour).hue())
        assert min(hue, 360 - hue) < 12  # it is the same colour, lighter or darker
    assert seen(OWN, "#EFEFEF") == OWN.lower()  # what is seen stays


@pytest.mark.parametrize("theme", THEMES)
def test_lines_are_seen_in_the_window(theme):
    pytest.importorskip("matplotlib")
    from matplotlib.colors import to_hex

    chart = Chart(120)
    chart.setPalette(palette(theme))
    chart.show_drawing(lambda figure, look: figure.add_subplot().plot([1, 2], [1, 3], color=OWN))
    chart.show()
    QApplication.processEvents()
    (line,) = chart._canvas.figure.axes[0].lines
    assert contrast(to_hex(line.get_color()), THEMES[theme][0]) >= ENOUGH


@pytest.mark.parametrize("theme", THEMES)
def test_bars_are_seen_in_the_window(theme):
    bars = ContributionBars()
    bars.setPalette(palette(theme))
    bars.setAutoFillBackground(True)
    bars.show_contributions(0.0, [("", 2.0), ("", -3.0)], 0.0, -1.0)
    bars.resize(300, bars.height())
    picture = bars.grab().toImage()
    found = {
        QColor(picture.pixel(x, y)).name()
        for y in range(picture.height())
        for x in range(int(picture.width() * 0.55), int(picture.width() * 0.8))
    }
    ground = THEMES[theme][0].lower()
    coloured = {one for one in found if QColor(one).saturation() > 90}
    assert len(coloured) >= 2 and max(contrast(one, ground) for one in coloured) >= ENOUGH
    for wanted in ("#B5651D", "#3B6FA0"):
        assert seen(wanted, ground) in found


def test_no_other_widget_has_a_colour_of_its_own():
    found = []
    for path in sorted((ROOT / "ui").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        text = path.read_text(encoding="utf-8")
        if name not in WITH_A_GROUND_OF_THEIR_OWN:
            found += [
                f"{name}: {one}"
                for one in re.findall(
                    r"#[0-9A-Fa-f]{6}\b|setStyleSheet\((?!\"text-align)(?!PLACE)|[^-]color:", text
                )
            ]
    assert found == []

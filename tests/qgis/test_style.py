"""The risk map's classes, colours and texts."""

from __future__ import annotations

from geofa_sociodemografi.core.catalogue.law.risk_levels import risk_levels
from geofa_sociodemografi.core.gis.host import compat
from geofa_sociodemografi.core.gis.maps.style import map_tip, risk_renderer
from qgis.core import QgsExpression, QgsExpressionContext, QgsFeature, QgsFields


def luminance(colour):
    """Relative luminance of WCAG 2.1."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def seen_by(colour, matrix):
    """The colour as seen with a colour vision deficiency (Machado 2009, full severity, linear RGB)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return [max(0.0, sum(m * c for m, c in zip(row, linear))) for row in matrix]


DEFICIENCIES = {
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


def test_classes_are_the_promised_ones_in_fixed_order():
    assert [level.id for level in risk_levels()] == [
        "ingen",
        "tæt på",
        "forebyggelse",
        "udsat",
        "parallelsamfund",
        "omdannelse",
        "ingen data",
    ]
    categories = risk_renderer("risk_level").categories()
    assert [c.label() for c in categories][-1] == "No data or undecided" and categories[
        -1
    ].value() == ""
    assert categories[-1].symbol().symbolLayerCount() == 2, "no hatch"


def test_the_ramp_gets_darker_step_by_step_for_every_kind_of_colour_vision():
    ramp = [level.colour for level in risk_levels()[:-1]]
    shades = [luminance(c) for c in ramp]
    assert all(a - b > 0.03 for a, b in zip(shades, shades[1:]))
    for matrix in DEFICIENCIES.values():
        seen = [
            0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (seen_by(c, matrix) for c in ramp)
        ]
        assert all(a > b for a, b in zip(seen, seen[1:]))


def test_a_value_nobody_knows_falls_in_no_data():
    renderer = risk_renderer("risk_level")
    assert renderer.categoryIndexForValue("udsat") == 3
    labels = {c.value(): c.label() for c in renderer.categories()}
    assert set(labels) == {
        "ingen",
        "tæt på",
        "forebyggelse",
        "udsat",
        "parallelsamfund",
        "omdannelse",
        "",
    }


def test_map_tips_show_criteria_and_margins_also_when_figures_are_missing():
    fields = QgsFields()
    names = ["name", "period", "risk_level", "label", "no_work", "met_no_work", "margin_no_work"]
    for name in names:
        fields.append(compat.field(name, "text" if name in names[:4] else "real"))
    for values, expected in (
        (
            ["Parken", "2026-01", "udsat", "Udsat boligområde", 41.25, 1, -1.25],
            ["Udsat boligområde", "41.3", "●", "−1.3"],
        ),
        (["Parken", "2026-01", None, "", None, None, None], ["No data or undecided", "?", "–"]),
    ):
        feature = QgsFeature(fields)
        feature.setAttributes(values)
        context = QgsExpressionContext()
        context.setFeature(feature)
        context.setFields(fields)
        text = QgsExpression.replaceExpressionText(map_tip(names, "risk_level"), context)
        assert all(
            part in text for part in [*expected, "Parken", "the ministry's list is the decision"]
        ), text


def test_tip_and_card_say_what_is_approximated():
    from geofa_sociodemografi.core.catalogue.law.measured import figures_of_law
    from geofa_sociodemografi.core.i18n import in_language
    from geofa_sociodemografi.ui.map.area_card import card_html

    figure = figures_of_law()["no_work"]
    told = in_language(figure.approximated_by.label)
    row = {
        "name": "Parken",
        "period": "2026-01",
        "rule_set": "2021",
        "risk_level": "udsat",
        "no_work": 41.25,
        "met_no_work": 1,
        "margin_no_work": -1.25,
        figure.period_column: "2026-01",
        figure.age_column: 0,
    }
    for approximated in (0, 1):
        row[figure.approximation_column] = approximated
        fields = QgsFields()
        for name, value in row.items():
            fields.append(compat.field(name, "text" if isinstance(value, str) else "real"))
        feature = QgsFeature(fields)
        feature.setAttributes(list(row.values()))
        context = QgsExpressionContext()
        context.setFeature(feature)
        context.setFields(fields)
        tip = QgsExpression.replaceExpressionText(map_tip(list(row), "risk_level"), context)
        assert (told in tip) == (told in card_html("A", "2026-01", row)) == bool(approximated), tip

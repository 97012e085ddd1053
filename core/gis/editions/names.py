"""What an edition's project calls things: title, legend, columns and map tips, in the reader's
words."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from ...catalogue.law.municipalities import municipalities
from ...change.words import DECIMALS, unit_text
from ...i18n import in_language, tr
from ...plain_text import as_html, expression_field, expression_text, not_evaluated
from ..maps.style import shown_as_text
from .classes import UNIT_SIGNS, Subject
from .tables import DENOMINATOR, NUMERATOR, STATUS, VALUE, Content, title_of


def municipality_name(content: Content) -> str:
    """The name of the municipality that the areas say they lie in; empty where they say none, or
    several."""
    codes = {one.municipality for one in content.area_sets.values() if one.municipality}
    known = [municipalities()[code].name for code in codes if code in municipalities()]
    return known[0] if len(codes) == 1 and known else ""


def project_title(content: Content) -> str:
    """``Odense: Offentlig udgave, januar 2026``."""
    name, title = municipality_name(content), title_of(content.edition)
    return tr("{municipality}: {title}", municipality=name, title=title) if name else title


def legend_title(subject: Subject) -> str:
    """What the colours are of, and in which unit."""
    about = subject.indicator
    return tr("{name} ({unit})", name=in_language(about.name), unit=unit_text(about.unit))


def show_names(layer: QgsVectorLayer, content: Content, subject: Subject) -> None:
    """Give the columns of ``layer`` names for people, and the areas tips that tell the figure."""
    aliases = {"area_id": tr("Area id"), "name": tr("Name"), "period": tr("Period")}
    for about in content.edition.indicators:
        name = in_language(about.name)
        aliases[about.id + VALUE] = legend_title(Subject(subject.area_set, about))
        aliases[about.id + NUMERATOR] = tr("{name}, number", name=name)
        aliases[about.id + DENOMINATOR] = tr("{name}, out of", name=name)
        aliases[about.id + STATUS] = tr("{name}, shown or hidden", name=name)
    for place, field in enumerate(layer.fields()):
        if field.name() in aliases:
            layer.setFieldAlias(place, aliases[field.name()])
    layer.setDisplayExpression(expression_field("name"))
    layer.setMapTipTemplate(_tip(subject))


def _tip(subject: Subject) -> str:
    """The area's name, and its figure with the unit, or why there is none."""
    about = subject.indicator
    value, status = expression_field(about.id), expression_field(about.id + STATUS)
    figure = f"format_number({value}, {DECIMALS.get(about.unit, 0)})"
    sign = expression_text(UNIT_SIGNS.get(about.unit, ""))
    said = f"coalesce({figure} || {sign}, {status})"
    legend = not_evaluated(as_html(legend_title(subject)))
    name = shown_as_text(expression_field("name"))
    return f"<b>{name}</b><br/>{legend}<br/>{shown_as_text(said)}"

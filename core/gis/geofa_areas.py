"""Area sets from GeoFA's districts."""

from __future__ import annotations

import datetime

import pandas as pd

from ..areas.area_set import AreaSet, Provenance, make_area_set
from ..catalogue import themes
from ..catalogue.themes import Theme
from ..geofa.requests_text import LICENCE, DistrictFilter
from ..i18n import in_language


def area_set_id(theme: Theme, wanted: DistrictFilter) -> str:
    """A short stable id such as ``5713-11`` or ``5710-5-k0``."""
    parts = [theme.code]
    if wanted.district_type is not None:
        parts.append(str(wanted.district_type))
    if wanted.grade is not None:
        parts.append(f"k{themes.grade_order(wanted.grade)}")
    return "-".join(parts)


def as_area_set(table: pd.DataFrame, theme: Theme, wanted: DistrictFilter, url: str) -> AreaSet:
    """The districts of ``GeofaClient.districts`` as an area set, keyed by ``objekt_id``.

    It is a partition where the theme must cover the municipality and one type (and grade) was chosen;
    districts of several types or grades overlap by right.

    Raises:
        InputError: a district without id or geometry.
    """
    names = table[theme.fields["name"]].fillna("").astype(str)
    if theme.fields["number"]:
        numbers = table[theme.fields["number"]].map(lambda n: "" if pd.isna(n) else str(int(n)))
        names = names.where(names != "", numbers)
    areas = pd.DataFrame({
        "area_id": table["objekt_id"].fillna("").astype(str),
        "name": names.where(names != "", table["objekt_id"].astype(str)),
        "objekt_id": table["objekt_id"].fillna("").astype(str),
        "versions_id": table["versions_id"].fillna("").astype(str),
        "wkb": table["wkb"],
    })
    title = in_language(theme.title)
    if wanted.district_type is not None:
        title = f"{title}: {themes.district_types(theme.code).get(wanted.district_type, wanted.district_type)}"
    one_layer = wanted.district_type is not None and (wanted.grade is not None or not theme.has_grades)
    return make_area_set(
        area_set_id(theme, wanted), title, "partition" if theme.covers_municipality and one_layer else "free", areas,
        municipality=wanted.municipality, theme=theme.code,
        provenance=Provenance(
            f"GeoFA {theme.view}, {url}",
            datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
            LICENCE,
        ),
    )



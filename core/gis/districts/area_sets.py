"""Area sets from GeoFA's districts."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Tuple, cast

import pandas as pd

from ...areas.area_set import AreaSet, Provenance, make_area_set
from ...catalogue.geofa import themes
from ...catalogue.geofa.themes import Theme
from ...errors import InputError, ServiceError
from ...geofa.comparison.history import changed_ids
from ...geofa.reading.client import GeofaClient
from ...geofa.server import LICENCE
from ...geofa.shapes import with_geometry
from ...geofa.words.wfs_words import DistrictFilter
from ...i18n import in_language, tr
from ...periods import day_text
from ...progress import Progress

DAY = len("2026-01-31")


def area_set_id(theme: Theme, wanted: DistrictFilter, as_of: str = "") -> str:
    """A short stable id such as ``5713-11``, ``5710-5-k0``, or ``5713-11@2024-01-01`` of earlier
    boundaries."""
    parts = [theme.code]
    if wanted.district_type is not None:
        parts.append(str(wanted.district_type))
    if wanted.grade is not None:
        parts.append(f"k{themes.grade_order(wanted.grade)}")
    return "-".join(parts) + (f"@{as_of}" if as_of else "")


def as_area_set(
    table: pd.DataFrame, theme: Theme, wanted: DistrictFilter, url: str, as_of: str = ""
) -> AreaSet:
    """The districts of ``GeofaClient.districts`` as an area set, keyed by ``objekt_id``.

    It is a partition where the theme must cover the municipality and one type (and grade) was
    chosen; districts of several types or grades overlap by right.

    Raises:
        InputError: a district without id or geometry, no districts, or a theme of points.
    """
    if not theme.has_areas:
        raise InputError(
            tr("Theme {theme} has points, which nothing can be counted in.", theme=theme.code),
            tr("Show it on the map instead, or choose a theme of districts."),
        )
    # every theme of areas has a name for them
    names = table[cast(str, theme.fields["name"])].fillna("").astype(str)
    if theme.fields["number"]:
        numbers = table[theme.fields["number"]].map(lambda n: "" if pd.isna(n) else str(int(n)))
        names = names.where(names != "", numbers)
    areas = pd.DataFrame(
        {
            "area_id": table["objekt_id"].fillna("").astype(str),
            "name": names.where(names != "", table["objekt_id"].astype(str)),
            "objekt_id": table["objekt_id"].fillna("").astype(str),
            "versions_id": table["versions_id"].fillna("").astype(str),
            "noegle": table["noegle"].fillna("").astype(str),
            "wkb": table["wkb"],
        }
    )
    title = in_language(theme.title)
    if wanted.district_type is not None:
        types = themes.district_types(theme.code)
        title = f"{title}: {types.get(wanted.district_type, wanted.district_type)}"
    if as_of:
        title = tr("{name}, as on {date}", name=title, date=day_text(as_of[:DAY]))
    one_layer = wanted.district_type is not None and (
        wanted.grade is not None or not theme.has_grades
    )
    return make_area_set(
        area_set_id(theme, wanted, as_of),
        title,
        "partition" if theme.covers_municipality and one_layer else "free",
        areas,
        municipality=wanted.municipality,
        theme=theme.code,
        provenance=provenance_of(theme, url, as_of),
    )


def provenance_of(theme: Theme, url: str, as_of: str = "") -> Provenance:
    """Where objects fetched now come from; ``as_of`` is the day (ISO date) their boundaries were
    asked for, empty for those of now."""
    return Provenance(
        source=f"GeoFA {theme.view}, {url}",
        retrieved=datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        licence=LICENCE,
        valid_from=as_of,
    )


def refreshed(
    kept: AreaSet, client: GeofaClient, theme: Theme, wanted: DistrictFilter, progress: Progress
) -> Tuple[AreaSet, str]:
    """``kept`` as GeoFA has it now, and a sentence about what changed.

    The versions alone are asked for first; only objects with another version are fetched.

    Raises:
        ServiceError: GeoFA cannot be read, or has nothing left.
    """
    known = dict(zip(kept.areas["objekt_id"], kept.areas["versions_id"]))
    since = kept.provenance.retrieved[:10]
    try:
        now = client.versions(theme, wanted, progress)
    except ServiceError as error:
        progress.warn(tr("{problem} Another way to GeoFA was used.", problem=error.message))
        now = client.districts(theme, wanted, progress)
    changed, ended = changed_ids(known, now)
    if len(changed) > len(known) / 2 or len(ended) == len(known):
        area_set = as_area_set(
            client.districts(theme, wanted, progress), theme, wanted, client.server.address
        )
    else:
        same = kept.areas[~kept.areas["objekt_id"].isin([*changed, *ended])]
        fresh = [same]
        if changed:
            found = with_geometry(client.objects(theme, changed, progress), progress)
            if len(found):
                fresh.append(as_area_set(found, theme, wanted, client.server.address).areas)
        area_set = replace(
            kept,
            areas=pd.concat(fresh, ignore_index=True),
            provenance=provenance_of(theme, client.server.address),
        )
    new = [identifier for identifier in changed if identifier not in known]
    if not changed and not ended:
        return area_set, tr("Nothing has changed since {date}.", date=day_text(since[:DAY]))
    return area_set, tr(
        "Since {date}: {new} new, {changed} changed, {ended} ended.",
        date=since,
        new=len(new),
        changed=len(changed) - len(new),
        ended=len(ended),
    )

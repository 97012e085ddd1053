"""Profiles of disclosure control: for whom an edition is, and by which limits its numbers are
protected."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Dict, FrozenSet, Mapping, Optional, Sequence, Tuple

from ...errors import CatalogueError, InputError
from ...i18n import tr
from .. import files
from ..indicators.definitions import SHARING, Indicator
from ..indicators.filters import Filter, filter_columns
from ..json_file import read_bounded
from ..json_text import JsonError, parse
from ..limits import limits
from .entries import FILE, ROUNDING, SUPPRESSION, standard_entries

OWN_FILE, OWN_SCHEMA = "diskretion.json", "diskretion.schema.json"
LIMITS = (
    "persons",
    "special_persons",
    "households",
    "gate_persons",
    "gate_households",
    "values",
    "p_percent",
    "dominance_percent",
    "turnover",
)


@dataclass(frozen=True)
class Identity:
    """An indicator that is the sum of others: ``whole`` = Σ factor · part; ``of_denominators``: so
    is its denominator."""

    whole: str
    parts: Mapping[str, int]
    of_denominators: bool = False


@dataclass(frozen=True)
class Profile:
    """The rules of one edition.

    Attributes:
        audience: 0 the municipality itself, 1 its parties, 2 everybody; a larger one is wider.
        protects: False for the internal edition, which must not leave the municipality.
        sharing: the indicators' ``sharing`` that it may hold.
        persons, special_persons: a count from 1 to below is hidden; the second for indicators of
            health, origin and convictions.
        households: a count of persons of fewer households is hidden.
        gate_persons, gate_households: an area with fewer shows no register attributes.
        values: a hidden count must have at least so many possible values.
        p_percent: the p % rule of sums and means; dominance_percent: the most that two persons may
            have of them.
        turnover: a new value is released only when at least so many persons have changed.
        share_decimals: (denominator below, decimals of a percentage), ascending; None is no limit.
        shared: indicator → sharing, where the municipality decides otherwise than the catalogue.
        method: ``suppression`` or ``rounding``; base: what small counts are rounded to.
        own_sums: sums among indicators that the municipality has declared.
    """

    id: str
    name: Mapping[str, str]
    purpose: Mapping[str, str]
    audience: int
    protects: bool
    sharing: Tuple[str, ...]
    persons: int = 0
    special_persons: int = 0
    households: int = 0
    gate_persons: int = 0
    gate_households: int = 0
    values: int = 0
    p_percent: float = 0.0
    dominance_percent: float = 100.0
    turnover: int = 0
    share_decimals: Tuple[Tuple[Optional[int], int], ...] = ((1000, 0), (None, 1))
    shared: Mapping[str, str] = field(default_factory=dict)
    method: str = SUPPRESSION
    base: int = 0
    own_sums: Tuple[Identity, ...] = ()

    def may_hold(self, indicator: Indicator) -> bool:
        """May the edition hold the indicator?"""
        sharing = self.shared.get(indicator.part_of or indicator.id, indicator.sharing)
        return min(sharing, indicator.parts_sharing, key=SHARING.index) in self.sharing

    def least_persons(self, indicator: Indicator) -> int:
        """The smallest count of ``indicator`` that is shown."""
        return self.special_persons if indicator.disclosure_class == "special" else self.persons

    def gate(self, indicator: Indicator) -> Tuple[int, int]:
        """(residents, households) an area must have; the source's own limit where it is higher."""
        of_source = int((indicator.smallest_area or {}).get("persons", 0))
        return max(self.gate_persons, of_source), self.gate_households

    def decimals(self, denominator: float) -> int:
        """The decimals of a percentage of so many."""
        return next(d for below, d in self.share_decimals if below is None or denominator < below)


@dataclass(frozen=True)
class Harmless:
    """Directions of an indicator that tell nothing about a person: that ``none`` has it, that
    ``all`` have it."""

    none: bool = False
    all: bool = False


def _checked(profile: Profile, file: str) -> Profile:
    floor = files.read(FILE)["floor"]["persons"]
    keys = ["persons", "special_persons", "values"] + ["base"] * (profile.method == ROUNDING)
    for key in keys:
        if profile.protects and getattr(profile, key) < floor:
            raise CatalogueError(
                tr(
                    "The file {file}: {key} of the profile {profile} is below {floor}.",
                    file=file,
                    key=key,
                    profile=profile.id,
                    floor=floor,
                ),
                tr(
                    "Nothing may be shown of fewer than {floor}; write {floor} or more.",
                    floor=floor,
                ),
            )
    return profile


@cache
def standard_profiles() -> Tuple[Profile, ...]:
    """The plugin's own profiles, from the narrowest audience to the widest."""
    return tuple(_checked(_profile(entry), FILE) for entry in standard_entries())


def _profile(entry: Mapping[str, Any]) -> Profile:
    about = ("id", "name", "purpose", "audience", "protects", *LIMITS, "method", "base")
    more: Dict[str, Any] = {key: entry[key] for key in about if key in entry}
    if "share_decimals" in entry:
        more["share_decimals"] = tuple((below, d) for below, d in entry["share_decimals"])
    return Profile(sharing=tuple(entry["sharing"]), **more)


def profiles(folder: "str | Path" = "") -> Tuple[Profile, ...]:
    """The profiles as the municipality has them: the plugin's own, changed by ``diskretion.json``
    in ``folder``.

    The file holds ``{"profiles": {"offentlig": {"persons": 10, "shared": {"no_work":
    "public"}}}}``, and, where own indicators add up, ``"identities": [{"whole": "seekers", "parts":
    {"young": 1, "old": 1}}]``.

    Raises:
        CatalogueError: the file is damaged, names an unknown profile or limit, or goes below the
            floor.
    """
    path = Path(folder) / OWN_FILE if folder else None
    if path is None or not path.exists():
        return standard_profiles()
    try:
        content: Any = parse(read_bounded(path, limits("files")["catalogue_megabytes"]))
    except (OSError, JsonError):
        raise CatalogueError(
            tr("The file {file} cannot be read as profiles of disclosure control.", file=str(path)),
            tr("Mend it as the guide shows, or move it away."),
        ) from None
    files.check(content, OWN_SCHEMA, path.name)
    known = {profile.id: profile for profile in standard_profiles()}
    for identifier, changes in content.get("profiles", {}).items():
        if identifier not in known:
            raise CatalogueError(
                tr(
                    "The file {file} has the unknown {key} {found} in {entry}.",
                    file=path.name,
                    key="key",
                    found=identifier,
                    entry=identifier,
                ),
                tr("Use one of {choices}.", choices=" ".join(known)),
            )
        known[identifier] = _checked(_changed(known[identifier], changes), path.name)
    sums = tuple(Identity(one["whole"], one["parts"]) for one in content.get("identities", ()))
    return tuple(replace(one, own_sums=sums) for one in known.values())


def _changed(profile: Profile, changes: Mapping[str, Any]) -> Profile:
    more: Dict[str, Any] = dict(changes)
    if "sharing" in more:
        more["sharing"] = tuple(more["sharing"])
    return replace(profile, **more)


def profile(identifier: str, folder: "str | Path" = "") -> Profile:
    """The profile ``identifier``; raises ``InputError`` naming the choices."""
    known = {one.id: one for one in profiles(folder)}
    if identifier not in known:
        raise InputError(
            tr("There is no profile {name}.", name=identifier),
            tr("Choose among {choices}.", choices=", ".join(known)),
        )
    return known[identifier]


@dataclass(frozen=True)
class CellKeyRules:
    """How counts of drawn areas are changed: by at most ``deviation``, with ``variance``; 1 to
    ``blocked`` are never shown."""

    deviation: int
    variance: float
    blocked: int


@cache
def cell_key_rules() -> CellKeyRules:
    """The rules of the cell-key method."""
    found = files.read(FILE)["cell_key"]
    return CellKeyRules(found["deviation"], found["variance"], found["blocked"])


@dataclass(frozen=True)
class Look:
    """How an edition is shown: class colours light to dark, the one colour and hatch of what is
    hidden, and what the states of a figure are called (``hidden``, ``carried``, ``shown``,
    ``nobody``)."""

    classes: Tuple[str, ...]
    hidden_colour: str
    hidden_hatch: str
    names: Mapping[str, Mapping[str, str]]


@cache
def look() -> Look:
    """How editions are shown."""
    found = files.read(FILE)["look"]
    names = {
        "hidden": found["text"],
        "carried": found["carried"],
        "shown": found["shown"],
        "nobody": found["nobody"],
    }
    return Look(tuple(found["classes"]), found["hidden"]["colour"], found["hidden"]["hatch"], names)


@cache
def harmless() -> Mapping[str, Harmless]:
    """Indicator → its harmless directions; those not there have none."""
    return {
        entry["indicator"]: Harmless(entry["none"], entry["all"])
        for entry in files.read(FILE)["harmless"]
    }


@cache
def identities() -> Tuple[Identity, ...]:
    """The declared sums among indicators."""
    return tuple(
        Identity(entry["whole"], entry["parts"]) for entry in files.read(FILE)["identities"]
    )


def kernel_columns(register: str) -> FrozenSet[str]:
    """The columns of ``register`` whose numbers everybody may know."""
    return frozenset().union(
        *(one["columns"] for one in files.read(FILE)["kernel"] if one["register"] == register)
    )


def is_kernel(register: str, filters: Sequence[Filter], columns: Sequence[str] = ()) -> bool:
    """Does a number read nothing but what everybody may know: residents by age and sex, households,
    dwellings?"""
    read = set(columns).union(*(filter_columns(node) for node in filters))
    return any(
        register == one["register"] and read <= set(one["columns"])
        for one in files.read(FILE)["kernel"]
    )

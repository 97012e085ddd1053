"""The figures that the law measures, as the rule set files describe them: what each is counted
from, what it is held against, what it is called, and how tables and lists write it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, Mapping, Optional, Tuple

from ...errors import CatalogueError
from ...i18n import tr
from ..indicators.entries import Entry
from .dates import Approximation, ListDate, Serving, list_date, serving

PERSONS, PERCENT = "persons", "percent"
UNITS = (PERSONS, PERCENT)
Span = Tuple[float, float]
Texts = Mapping[str, str]


@dataclass(frozen=True)
class NationReference:
    """What the nation's figure is called: in a sentence, as a choice, as a field, and where another
    can be written instead."""

    name: Texts
    label: Texts
    field_label: Texts
    instead_label: Texts


@dataclass(frozen=True)
class RegionReference:
    """What the region's figure is called: as a choice, and where another can be written instead."""

    label: Texts
    instead_label: Texts


@dataclass(frozen=True)
class LawFigure:
    """One figure that criteria measure.

    Attributes:
        indicator: what it is counted from; ``mean_years`` how many years that is the mean of.
        unit: ``persons`` or ``percent``.
        label, field_label: its short name, and what its field is called.
        field_names: names of its field in tables from elsewhere.
        whole: the figure of persons that it is a share of where a table has no field with the
            denominator; empty where only such a field tells.
        full_time_persons: are its persons full-time persons?
        region: it is in percent of the region's.
        nation: criteria set it against the nation's.
        span: the least and the most that it can be.
        above_one_percent: is it above 1 percent in some area of any table?
        months_after_january, decimals: the month (from January of the list's year) that the state's
            list prints it of, and how.
        list_date: the dates that the lists take it of, None where no file says.
        serves: how long it serves, and when it usually comes.
        approximated_by: what may stand in for it, None where nothing may.
    """

    id: str
    indicator: str
    mean_years: int
    unit: str
    label: Texts
    field_label: Texts
    field_names: Tuple[str, ...]
    whole: str
    full_time_persons: bool
    region: Optional[RegionReference]
    nation: Optional[NationReference]
    span: Span
    above_one_percent: bool
    months_after_january: int
    decimals: int
    list_date: Optional[ListDate]
    serves: Serving
    approximated_by: Optional[Approximation] = None

    @property
    def share(self) -> bool:
        """Is it a share of persons? The others have no margin in persons."""
        return self.unit == PERCENT and self.region is None

    @property
    def denominator_column(self) -> str:
        """The column of how many persons it is a share of."""
        return f"{self.id}_denominator"

    @property
    def nation_column(self) -> str:
        """The column of the nation's figure in a table of the law's figures."""
        return f"{self.id}_national"

    @property
    def period_column(self) -> str:
        """The column of the period that the figure used is of."""
        return f"{self.id}_period"

    @property
    def age_column(self) -> str:
        """The column of how many months old the figure used is."""
        return f"{self.id}_age"

    @property
    def approximation_column(self) -> str:
        """The column that is 1 where the figure used is an approximation."""
        return f"{self.id}_approximated"

    @property
    def region_column(self) -> str:
        """The column of the code of the region that it is in percent of."""
        return f"{self.id}_region"

    @property
    def other_region_column(self) -> str:
        """The column of what it is in percent of the other region's, while one becomes part of
        another."""
        return f"{self.id}_other_region"

    @property
    def other_region_code_column(self) -> str:
        """The column of the other region's code."""
        return f"{self.id}_other_region_code"

    @property
    def region_field(self) -> str:
        """The field that a count writes it to, where it is in percent of the region's."""
        return f"{self.indicator}_region_pct"

    @property
    def nation_field(self) -> str:
        """The field that a count writes the nation's figure to."""
        return f"{self.indicator}_nation_{self.mean_years}y"

    @property
    def parameter(self) -> str:
        """The parameter by which Processing asks for its field."""
        return self.id.upper()

    @property
    def nation_parameter(self) -> str:
        """The parameter by which Processing asks for the nation's figure, or its field."""
        return f"{self.parameter}_NATIONAL"

    def mean_field(self, years: int) -> str:
        """The field that a count writes its mean of ``years`` to."""
        return f"{self.indicator}_{years}y"

    @property
    def fields(self) -> Tuple[str, ...]:
        """Names of its field in a table of finished figures, the surest first: what a count writes,
        its own, and those from elsewhere. The bare indicator of one in percent of the region's is
        in another unit, and none of them."""
        if self.region is not None:
            own: Tuple[str, ...] = (self.region_field,)
        elif self.mean_years > 1:
            own = (self.mean_field(self.mean_years), self.id)
        else:
            own = (self.id,)
        percent = () if self.unit == PERSONS else (f"{self.id}_pct",)
        return (*own, *percent, *self.field_names)

    @property
    def nation_fields(self) -> Tuple[str, ...]:
        """Names of the field with the nation's figure."""
        return (self.nation_field, self.nation_column)


def parse_figures(
    entries: Mapping[str, Mapping[str, Any]], known: Mapping[str, Entry], file: str
) -> Dict[str, LawFigure]:
    """The figures that the rule set ``file`` describes, by id; ``known`` the indicators' entries.

    Raises:
        CatalogueError: an indicator is not known, or is in another unit; names file and field.
    """
    return {
        identifier: _figure(identifier, entry, known, file) for identifier, entry in entries.items()
    }


def _figure(
    identifier: str, entry: Mapping[str, Any], known: Mapping[str, Entry], file: str
) -> LawFigure:
    indicator = known.get(entry["indicator"])
    if indicator is None:
        raise refusal(
            file,
            f"figures.{identifier}.indicator",
            tr("The catalogue has no indicator {name}.", name=entry["indicator"]),
        )
    approximation = entry.get("approximated_by")
    if approximation is not None and (
        approximation["indicator"] not in known
        or known[approximation["indicator"]]["unit"] != indicator["unit"]
    ):
        raise refusal(
            file,
            f"figures.{identifier}.approximated_by.indicator",
            tr("The catalogue has no indicator {name}.", name=approximation["indicator"]),
        )
    unit, region = entry["unit"], entry.get("region")
    if unit not in UNITS or (region is None and unit != indicator["unit"]):
        choices = (indicator["unit"],) if indicator["unit"] in UNITS else UNITS
        raise refusal(
            file,
            f"figures.{identifier}.unit",
            tr("{found} is not the unit of {indicator}.", found=unit, indicator=indicator["id"]),
            choices,
        )
    nation, listed = entry.get("nation"), entry.get("list", {})
    least, most = entry["span"]
    return LawFigure(
        id=identifier,
        indicator=indicator["id"],
        mean_years=int(indicator["averaging_years"]),
        unit=unit,
        label=entry["label"],
        field_label=entry.get("field_label", entry["label"]),
        field_names=tuple(entry.get("field_names", ())),
        whole=entry.get("denominator", ""),
        full_time_persons=entry.get("full_time_persons", False),
        region=None if region is None else RegionReference(**region),
        nation=None if nation is None else NationReference(**nation),
        span=(float(least), float(most)),
        above_one_percent=entry.get("above_one_percent", False),
        months_after_january=listed.get("months_after_january", 0),
        decimals=listed.get("decimals", 0 if unit == PERSONS else 1),
        list_date=list_date(entry.get("list_date")),
        serves=serving(entry.get("serves")),
        approximated_by=None
        if approximation is None
        else Approximation(
            approximation["indicator"],
            approximation["label"],
            approximation["months"],
            approximation["oldest_months"],
        ),
    )


def refusal(file: str, field: str, problem: str, choices: "Tuple[str, ...]" = ()) -> CatalogueError:
    """The error that says what is wrong in ``field`` of the catalogue's ``file``."""
    return CatalogueError(
        tr("The file {file}: {key}: {problem}", file=file, key=field, problem=problem),
        tr("Use one of {choices}.", choices=", ".join(choices))
        if choices
        else tr("Correct the file, or fetch it again."),
    )

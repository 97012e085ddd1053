"""Which field of a table of finished figures serves which criterion: never another than the law's
without a word."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Callable, Dict, List, Mapping, Optional, Sequence, Tuple

from ...catalogue.law.figures import PERSONS, LawFigure
from ...catalogue.law.measured import against_nation, figures_of_law
from ...catalogue.law.rule_sets import all_rule_sets, rule_set_for_year
from ...catalogue.law.rules import RuleSet
from ...errors import InputError
from ...i18n import tr
from ...measures.figure_notes import add_note, few_years_note
from ...registers.column_names import safe_names
from ..sources.field_names import guess_field
from .cut_names import CutNames
from .figures import given_or_guessed

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

UNSAID = 0
"""The years of a field whose name does not say how many it is the mean of."""


@dataclass
class LawFields:
    """The fields of a table that serve the law's figures.

    Attributes:
        offers: figure → years the field is the mean of (``UNSAID`` where its name does not say) →
            field.
        denominators: field → the field with its denominator.
        year_counts: field → the field with how many years there were.
        chosen: the fields the user has chosen.
        warnings: what a user must see before anything is computed.
        names: every field of the table, by which ``column_names.told`` sees whether they are names
            at all.
    """

    offers: Dict[str, Dict[int, str]] = field(default_factory=dict)
    denominators: Dict[str, str] = field(default_factory=dict)
    year_counts: Dict[str, str] = field(default_factory=dict)
    chosen: List[str] = field(default_factory=list)
    warnings: List[str] = field(default_factory=list)
    names: Tuple[str, ...] = ()

    def wanted(self) -> Dict[str, str]:
        """Every field to be read, by the column ``of_the_rules`` finds it in."""
        found = {
            key_of(figure, one): one
            for figure, offers in self.offers.items()
            for one in offers.values()
        }
        return {
            **found,
            **{
                key_of("", one): one
                for one in [*self.denominators.values(), *self.year_counts.values()]
            },
        }


def key_of(figure: str, field_name: str) -> str:
    """The column that the field ``field_name`` is read into; figures of persons (residents) by
    their name, since they are read as persons."""
    measured = figures_of_law().get(figure)
    return figure if measured is not None and measured.unit == PERSONS else f"={field_name}"


def law_fields(
    names: Sequence[str], cut: CutNames, given: Callable[[str], str], table: str
) -> LawFields:
    """The fields of ``names`` that serve, chosen by the user (``given`` a parameter's field, or
    empty) or by name.

    Raises:
        InputError: a field given is not there; or a figure would be taken from another field
            because it cannot be told what the names that were cut had been.
    """
    found = LawFields(names=tuple(names))
    by_column = {**{name: name for name in names}, **cut.columns}
    lookup = list(by_column)
    for figure in figures_of_law().values():
        parameter = figure.parameter
        chosen = given_or_guessed(given(parameter), (), names, parameter, table)
        if chosen:
            found.chosen.append(chosen)
            offers = {_years_of(figure, chosen, by_column): chosen}
        else:
            offers = _guessed(figure, lookup)
            if figure.indicator in cut.unclear:
                _tell_unclear(found, figure, offers, cut.unclear[figure.indicator], table)
        found.offers[figure.id] = {years: by_column[name] for years, name in offers.items()}
        for years, name in offers.items():
            _add_companions(found, figure.id, years, by_column[name], name, by_column, table)
    for figure in against_nation():
        national: Optional[str] = given(figure.nation_parameter)
        if not national:
            national = guess_field(lookup, figure.nation_fields)
        elif national not in names:
            national = None  # it is a number
        if national:
            found.offers[figure.nation_column] = {UNSAID: by_column[national]}
    if cut.columns:
        pairs = sorted(
            (one, column)
            for column, one in cut.columns.items()
            if any(one in offers.values() for offers in found.offers.values())
        )
        found.warnings += [
            tr(
                "{table}: the names of the fields are cut; {field} is read as {column}.",
                table=table,
                field=safe_names([one], names),
                column=column,
            )
            for one, column in pairs
        ]
    return found


def _means_of(figure: str) -> List[int]:
    """How many years the rules of any time take the mean of."""
    of_rules = (rules.averaging_years.get(figure, 1) for rules in all_rule_sets())
    return sorted({years for years in of_rules if years > 1})


def _years_of(figure: LawFigure, name: str, by_column: Mapping[str, str]) -> int:
    columns = {one.lower() for one, field_name in by_column.items() if field_name == name}
    means = _means_of(figure.id)
    return next((years for years in means if figure.mean_field(years) in columns), UNSAID)


def _guessed(figure: LawFigure, lookup: Sequence[str]) -> Dict[int, str]:
    """Years → column. Beside columns that say their years, one that does not is a single year's."""
    means = {years: figure.mean_field(years) for years in _means_of(figure.id)}
    there = {years: guess_field(lookup, (field,)) for years, field in means.items()}
    offers = {years: name for years, name in there.items() if name}
    if offers:
        return offers
    plain = guess_field(lookup, [name for name in figure.fields if name not in means.values()])
    return {UNSAID: plain} if plain else {}


def _tell_unclear(
    found: LawFields,
    figure: LawFigure,
    offers: Mapping[int, str],
    fields: Sequence[str],
    table: str,
) -> None:
    """Refuse to take another field where the law's may be among those that were cut; where none is
    taken, tell it."""
    means = _means_of(figure.id)
    sentence = tr(
        "{table}: the names of the fields {fields} are cut, and it cannot be told which of them is "
        "{column}.",
        table=table,
        fields=safe_names(fields),
        column=figure.mean_field(means[0]) if means else figure.fields[0],
    )
    way_on = tr(
        "Choose the field as {parameter}, or keep the figures as GeoPackage, where names are not "
        "cut.",
        parameter=figure.parameter,
    )
    if means and UNSAID in offers:
        raise InputError(sentence, way_on)
    if not offers:
        found.warnings.append(f"{sentence} {way_on}")


def _add_companions(
    found: LawFields,
    figure: str,
    years: int,
    field_name: str,
    name: str,
    by_column: Mapping[str, str],
    table: str,
) -> None:
    """The fields with the denominator, and the number of years, of the field ``field_name`` (column
    ``name``)."""
    own = guess_field(list(by_column), (f"{name}_denominator".lower(),))
    of_one_year = guess_field(list(by_column), (f"{figure}_denominator",))
    denominator = own or (of_one_year if years == UNSAID else None)
    if denominator:
        found.denominators[field_name] = by_column[denominator]
    elif of_one_year:
        found.warnings.append(
            tr(
                "{table} has no field {field}, so {figure} is given no margin in persons. Count "
                "again.",
                table=table,
                field=safe_names([f"{name}_denominator"], found.names),
                figure=figure,
            )
        )
    count = guess_field(list(by_column), (f"{name}_years".lower(),))
    if count:
        found.year_counts[field_name] = by_column[count]


def of_the_rules(
    table: "pd.DataFrame", fields: LawFields, rules: Optional[RuleSet]
) -> "pd.DataFrame":
    """The figures as ``criteria.assess`` takes them, each row by its own year's rules.

    Args:
        table: ``area_id``, ``year`` where it is known, and a column by the name of every field of
            ``fields``.
        rules: the rules, or None for by year.
    Returns:
        ``area_id``, ``year``, the figures, their denominators and ``figure_notes.NOTE``; a figure
        whose mean the table lacks is missing, and one taken from a field that does not say what the
        law asks is told there.
    """
    import numpy as np

    result = table[[name for name in ("area_id", "year") if name in table]].copy()
    asked = _asked(table, rules)
    for figure, offers in fields.offers.items():
        if not offers:
            continue
        values, whole = np.full(len(table), np.nan), np.full(len(table), np.nan)
        for years in sorted({int(one) for one in asked.get(figure, [1] * len(table))}):
            rows = np.asarray(asked.get(figure, [1] * len(table))) == years
            field_name, said = _offered(offers, years, fields.chosen)
            if field_name is None:
                fields.warnings.append(
                    tr(
                        "The table has no mean of {years} years of {figure} (a field {field}), "
                        "which the rules take. It "
                        "counts as missing; no other is taken instead.",
                        years=years,
                        figure=figure,
                        field=figures_of_law()[figure].mean_field(years),
                    )
                )
                continue
            values[rows] = table.loc[rows, key_of(figure, field_name)]
            if field_name in fields.denominators:
                whole[rows] = table.loc[rows, key_of("", fields.denominators[field_name])]
            _note(result, table, rows, fields, figure, years, field_name, said)
        result[figure] = values
        if any(field_name in fields.denominators for field_name in offers.values()):
            result[f"{figure}_denominator"] = whole
    return result


def _asked(table: "pd.DataFrame", rules: Optional[RuleSet]) -> Dict[str, List[int]]:
    """Figure → how many years the rules of each row take the mean of."""
    years = list(table["year"]) if "year" in table else [None] * len(table)
    sets = {
        year: rules or rule_set_for_year(None if year is None or year != year else int(year))
        for year in years
    }
    by_rules = {one.id: one.averaging_years for one in sets.values()}
    return {
        figure: [by_rules[sets[year].id].get(figure, 1) for year in years]
        for figure in figures_of_law()
        if _means_of(figure)
    }


def _offered(
    offers: Mapping[int, str], years: int, chosen: Sequence[str]
) -> Tuple[Optional[str], int]:
    """The field for a mean of ``years``, and the years its name says; None where only other means
    are there."""
    if years in offers:
        return offers[years], years
    if UNSAID in offers:
        return offers[UNSAID], UNSAID
    said, field_name = next(iter(offers.items()))
    return (field_name, said) if field_name in chosen or years == 1 else (None, UNSAID)


def _note(
    result: "pd.DataFrame",
    table: "pd.DataFrame",
    rows: "np.ndarray",
    fields: LawFields,
    figure: str,
    years: int,
    field_name: str,
    said: int,
) -> None:
    """Tell of rows whose field is not, or does not say that it is, the mean that the law takes."""
    import numpy as np

    there = rows & table[key_of(figure, field_name)].notna().to_numpy()
    if years > 1 and said not in (years, UNSAID):
        add_note(
            result,
            there,
            tr(
                "{field} is a mean of {found} years, where the rules take {years}.",
                field=safe_names([field_name], fields.names),
                found=said,
                years=years,
            ),
        )
    elif years > 1 and said == UNSAID and field_name not in fields.chosen:
        add_note(
            result,
            there,
            tr(
                "{field} is taken as the mean of {years} years, which its name does not say.",
                field=safe_names([field_name], fields.names),
                years=years,
            ),
        )
    if field_name in fields.year_counts:
        counts = table[key_of("", fields.year_counts[field_name])].to_numpy(dtype="float64")
        for count in np.unique(counts[there & (counts < years)]):
            add_note(result, there & (counts == count), few_years_note(figure, int(count), years))

"""The concept and data model, from the catalogue."""

from __future__ import annotations

from typing import Dict

from geofa_sociodemografi.core.catalogue.geofa.themes import district_themes
from geofa_sociodemografi.core.catalogue.indicators.definitions import (
    Indicator,
    all_indicators,
)
from geofa_sociodemografi.core.catalogue.indicators.facets import all_facets
from geofa_sociodemografi.core.catalogue.indicators.filters import EVERYONE
from geofa_sociodemografi.core.catalogue.law.regions import regions
from geofa_sociodemografi.core.catalogue.registers.kinds import (
    ALL_KINDS,
    register_kind,
)

from tests.commands.pages.table import table_lines
from tests.commands.pages.words import CONCEPTS, WORDS


def filter_words(node: dict, words: Dict[str, str]) -> str:
    """A filter in one line."""
    if node == EVERYONE:
        return words["everyone"]
    for joiner, between in (("all", " ∧ "), ("any", " ∨ ")):
        if joiner in node:
            return between.join(filter_words(child, words) for child in node[joiner])
    if "not" in node:
        return f"¬({filter_words(node['not'], words)})"
    value = node.get("value", "")
    shown = (
        "–".join(map(str, value))
        if node["operator"] == "between"
        else ", ".join(map(str, value))
        if isinstance(value, list)
        else value
    )
    operator = {"between": "∈", "in": "∈", "missing": "= ?"}.get(node["operator"], node["operator"])
    return f"`{node['column']}` {operator} {shown}".rstrip()


def _numerator(indicator: Indicator, words: Dict[str, str]) -> str:
    if indicator.numerator_kind == "count":
        return filter_words(indicator.numerator, words)
    if indicator.numerator_kind == "finished":
        return "–"
    sign = {"sum": "Σ", "mean": "x̄", "median": "x̃"}[indicator.numerator_kind]
    where = "" if indicator.where == EVERYONE else f" | {filter_words(indicator.where, words)}"
    return f"{sign} `{indicator.numerator}`{where}"


def _denominator(indicator: Indicator, words: Dict[str, str]) -> str:
    if indicator.scale is None or indicator.numerator_kind == "finished":
        return "–"
    text = filter_words(indicator.denominator_population, words)
    if indicator.denominator_sum:
        text = f"Σ `{indicator.denominator_sum}` | {text}"
    return f"{indicator.denominator_register}: {text}"


def model_page(language: str) -> str:
    """The concept and data model in one language."""
    words = WORDS[language]
    themes = ", ".join(theme.code for theme in district_themes())
    lines = [
        f"# {words['title']}",
        "",
        words["made"],
        "",
        f"## {words['how']}",
        "",
        words["key"].format(themes=themes),
        "",
        f"## {words['concepts']}",
        "",
    ]
    at = ("da", "en").index(language)
    lines += table_lines(
        [words["name"], words["meaning"]], [(name[at], text[at]) for name, text in CONCEPTS]
    )
    lines += [f"## {words['registers']}", ""]
    for kind in map(register_kind, ALL_KINDS):
        lines += [f"### {kind.text[language]} (`{kind.kind}`)", "", kind.about[language], ""]
        lines += table_lines(
            [
                words[k]
                for k in ("column", "meaning", "type", "unit", "codes", "needed", "personal")
            ],
            [
                (
                    f"`{c.name}`",
                    c.text[language],
                    c.type,
                    c.unit,
                    ", ".join(c.codes),
                    words["yes"] if c.required else "",
                    words["yes"] if c.hidden else "",
                )
                for c in kind.columns
            ],
        )
        if kind.needs:
            lines += [
                f"{words['needed']}: "
                + "; ".join(" / ".join(f"`{c}`" for c in group) for group in kind.needs),
                "",
            ]
        if kind.derived:
            lines += [
                f"{words['derived']}: "
                + "; ".join(
                    f"`{d.name}` ← " + ", ".join(f"`{s}`" for s in d.sources) for d in kind.derived
                ),
                "",
            ]
        lines += [f"{words['source']}: {kind.source}", ""]
    lines += [f"## {words['indicators']}", ""]
    for theme in dict.fromkeys(i.theme[language] for i in all_indicators()):
        lines += [f"### {theme}", ""]
        mine = [i for i in all_indicators() if i.theme[language] == theme]
        lines += table_lines(
            [
                words[k]
                for k in (
                    "id",
                    "name",
                    "definition",
                    "register",
                    "numerator",
                    "denominator",
                    "unit",
                    "direction",
                )
            ],
            [
                (
                    f"`{i.id}`",
                    i.name[language],
                    i.definition[language],
                    i.register,
                    _numerator(i, words),
                    _denominator(i, words),
                    i.unit,
                    i.direction,
                )
                for i in mine
            ],
        )
        lines += table_lines(
            [
                words[k]
                for k in (
                    "id",
                    "source",
                    "freq",
                    "lag",
                    "smallest",
                    "class",
                    "sharing",
                    "valid",
                    "note",
                )
            ],
            [
                (
                    f"`{i.id}`",
                    i.source[language],
                    i.frequency,
                    i.lag_months,
                    f"{i.smallest_area['persons']}: {i.smallest_area['rule'][language]}"
                    if i.smallest_area
                    else "–",
                    i.disclosure_class,
                    i.sharing,
                    f"{i.valid_from}–{i.valid_to}",
                    " ".join(filter(None, (i.law, i.legal_note.get(language, "")))),
                )
                for i in mine
            ],
        )
    lines += [f"## {words['facets']}", ""]
    lines += table_lines(
        [words["id"], words["name"], words["column"], words["bands"]],
        [
            (f"`{f.id}`", f.name[language], f"`{f.column}`", ", ".join(b[0] for b in f.bands))
            for f in all_facets().values()
        ],
    )
    lines += [f"## {words['regions']}", ""]
    lines += table_lines(
        [words["id"], words["name"], words["valid"]],
        [(r.code, r.name, f"{r.valid_from}–{r.valid_to}") for r in regions()],
    )
    return "\n".join(lines).rstrip() + "\n"

"""``make docs``: writes the concept and data model, and the proposal of a GeoFA theme, from the catalogue."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Dict, List, Sequence

from tests import package
from tests.package import ROOT

__all__ = ["package", "pages", "main"]

from geofa_sociodemografi.core.catalogue import files  # noqa: E402
from geofa_sociodemografi.core.catalogue.geofa.themes import district_themes  # noqa: E402
from geofa_sociodemografi.core.catalogue.indicators.definitions import (  # noqa: E402
    Indicator,
    all_indicators,
)
from geofa_sociodemografi.core.catalogue.indicators.facets import all_facets  # noqa: E402
from geofa_sociodemografi.core.catalogue.indicators.filters import EVERYONE  # noqa: E402
from geofa_sociodemografi.core.catalogue.law.regions import regions  # noqa: E402
from geofa_sociodemografi.core.catalogue.registers.kinds import (  # noqa: E402
    ALL_KINDS,
    register_kind,
)

PROPOSAL = "proposal_6300.json"
WORDS = {
    "da": {
        "title": "Begrebs- og datamodel",
        "made": "Skrevet af `make docs` ud fra kataloget i `resources/catalogue`. Ret kataloget, ikke denne side.",
        "how": "Sådan hænger det sammen",
        "key": "Kommunens distrikter registreres i GeoFA (tema {themes}). Hvert distrikt har et `objekt_id` (UUID, samme gennem alle versioner) og en `noegle`, som kommunen selv bestemmer: prognosens eller statistikkens nøgle. Et område i monitoren peger på sit distrikt med `objekt_id` og `versions_id` og hedder det, feltet `noegle` siger. Færdige tal og registre kan derfor kobles på med `noegle` eller `objekt_id` uden geometri. GeoFA har ingen talkolonner: tallene bliver i kommunens monitorfil.",
        "concepts": "Begreber",
        "registers": "Registre",
        "indicators": "Indikatorer",
        "facets": "Opdelinger",
        "regions": "Regioner",
        "column": "kolonne",
        "type": "type",
        "unit": "enhed",
        "codes": "koder",
        "meaning": "betydning",
        "needed": "krav",
        "yes": "ja",
        "derived": "Afledte kolonner",
        "source": "Kilde",
        "id": "id",
        "name": "navn",
        "definition": "definition",
        "numerator": "tæller",
        "denominator": "nævner",
        "direction": "retning",
        "freq": "frekvens",
        "lag": "forsinkelse (måneder)",
        "smallest": "mindste område",
        "class": "fortrolighed",
        "sharing": "deling",
        "valid": "gælder",
        "note": "note",
        "personal": "personoplysning",
        "everyone": "alle",
        "bands": "grupper",
        "register": "register",
    },
    "en": {
        "title": "Concept and data model",
        "made": "Written by `make docs` from the catalogue in `resources/catalogue`. Change the catalogue, not this page.",
        "how": "How it hangs together",
        "key": "The municipality registers its districts in GeoFA (themes {themes}). Every district has an `objekt_id` (UUID, the same through all versions) and a `noegle` that the municipality decides: the key of its forecast or statistics. An area of the monitor points to its district by `objekt_id` and `versions_id`, and is called what the field `noegle` says. So finished figures and registers can be attached by `noegle` or `objekt_id` without geometry. GeoFA has no columns for figures: they stay in the municipality's monitor file.",
        "concepts": "Concepts",
        "registers": "Registers",
        "indicators": "Indicators",
        "facets": "Facets",
        "regions": "Regions",
        "column": "column",
        "type": "type",
        "unit": "unit",
        "codes": "codes",
        "meaning": "meaning",
        "needed": "needed",
        "yes": "yes",
        "derived": "Derived columns",
        "source": "Source",
        "id": "id",
        "name": "name",
        "definition": "definition",
        "numerator": "numerator",
        "denominator": "denominator",
        "direction": "direction",
        "freq": "frequency",
        "lag": "lag (months)",
        "smallest": "smallest area",
        "class": "disclosure class",
        "sharing": "sharing",
        "valid": "valid",
        "note": "note",
        "personal": "personal data",
        "everyone": "everyone",
        "bands": "groups",
        "register": "register",
    },
}
CONCEPTS = (
    (
        ("Område", "Area"),
        (
            "En flade, der tælles i; `area_id` er entydigt i områdesættet.",
            "A polygon that is counted in; `area_id` is unique in its area set.",
        ),
    ),
    (
        ("Områdesæt", "Area set"),
        (
            "Områder, der tælles sammen: en opdeling (dækker uden overlap) eller frit.",
            "Areas counted together: a partition (covers without overlap) or free.",
        ),
    ),
    (
        ("Register", "Register"),
        (
            "Rækker af én slags (borgere, boliger, flytninger …) med kanoniske kolonner.",
            "Rows of one kind (persons, dwellings, moves …) with canonical columns.",
        ),
    ),
    (
        ("Leverance", "Delivery"),
        (
            "Det, der kom på én gang: navn, periode, modtaget, rækker, kontrolsum, profil, definitioner.",
            "What came at one time: name, period, received, rows, checksum, profile, definitions.",
        ),
    ),
    (
        ("Profil", "Profile"),
        (
            "Hvordan en leverance læses (kolonnevalg, tegnsæt, ark). Indeholder ingen data og kan deles.",
            "How a delivery is read (mapping, encoding, sheet). Holds no data and can be shared.",
        ),
    ),
    (
        ("Indikator", "Indicator"),
        (
            "Tæller, nævner, enhed, retning og kilde, skrevet som data.",
            "Numerator, denominator, unit, direction and source, written as data.",
        ),
    ),
    (
        ("Observation", "Observation"),
        (
            "En indikator i et område og en periode: tæller, nævner, værdi, personer, husstande, status, årgang.",
            "An indicator in an area and a period: numerator, denominator, value, persons, households, status, vintage.",
        ),
    ),
    (
        ("Vurdering", "Assessment"),
        (
            "Observationer holdt op mod et dateret regelsæt.",
            "Observations held against a dated rule set.",
        ),
    ),
)


def _row(cells: Sequence[object]) -> str:
    return (
        "| " + " | ".join(str(cell).replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
    )


def _table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> List[str]:
    return [_row(header), "|" + "---|" * len(header), *(_row(row) for row in rows), ""]


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
    lines += _table(
        [words["name"], words["meaning"]], [(name[at], text[at]) for name, text in CONCEPTS]
    )
    lines += [f"## {words['registers']}", ""]
    for kind in map(register_kind, ALL_KINDS):
        lines += [f"### {kind.text[language]} (`{kind.kind}`)", "", kind.about[language], ""]
        lines += _table(
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
        lines += _table(
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
        lines += _table(
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
    lines += _table(
        [words["id"], words["name"], words["column"], words["bands"]],
        [
            (f"`{f.id}`", f.name[language], f"`{f.column}`", ", ".join(b[0] for b in f.bands))
            for f in all_facets().values()
        ],
    )
    lines += [f"## {words['regions']}", ""]
    lines += _table(
        [words["id"], words["name"], words["valid"]],
        [(r.code, r.name, f"{r.valid_from}–{r.valid_to}") for r in regions()],
    )
    return "\n".join(lines).rstrip() + "\n"


SQL_TYPES = {"integer": "integer", "uuid": "uuid", "date": "date"}


def _sql_type(column: dict) -> str:
    if column["type"] == "text":
        return f"character varying({column['length']})"
    if column["type"] == "numeric":
        return f"numeric({column['precision']},{column['scale']})"
    return SQL_TYPES[column["type"]]


def proposal_page() -> str:
    """The proposed theme in the form of GeoFA's theme tables."""
    about = files.read(PROPOSAL)
    lines = [
        f"# Forslag: tema {about['code']} {about['title']['da']}",
        "",
        WORDS["da"]["made"],
        "",
        f"**{about['status']['da']}** {about['definition']['da']}",
        "",
        about["registration"]["da"],
        "",
        f"*{about['status']['en']} {about['definition']['en']} {about['registration']['en']}*",
        "",
        f"View `fkg.{about['view']}`, tabel `fkg.{about['view']}_t`, {about['geometry_type']}, {about['crs']}. Temaets egne "
        "felter ud over de fælles (`temakode`, `objekt_id`, `versions_id`, `cvr_kode`, `bruger_id`, `oprindkode`, "
        "`statuskode`, `off_kode`, `noegle`, `note`, …):",
        "",
    ]
    lines += _table(
        ["felt", "10 tegn", "type", "O/F/S", "kodeliste", "krav", "betydning"],
        [
            (
                f"`{c['name']}`",
                f"`{c['short_name']}`",
                _sql_type(c),
                "S" if c["filled_by"] == "lookup" else "O" if c["required"] else "F",
                c.get("code_list", ""),
                c.get("check") or (f"{c['minimum']}–{c['maximum']}" if "minimum" in c else ""),
                c["alias"]["da"],
            )
            for c in about["columns"]
        ],
    )
    lines += ["## Regler", ""] + [f"- {c['text']['da']}" for c in about["constraints"]] + [""]
    names = {i.id: i.name["da"] for i in all_indicators()}
    for name, codes in about["code_lists"].items():
        lines += [f"## Kodeliste `d_{name}`", ""]
        lines += _table(
            ["kode", "tekst"],
            [
                (code, f"`{text}` {names[text]}" if text in names else text)
                for code, text in codes.items()
            ],
        )
    lines += [f"Kilde: {about['source']}", "", "DDL: [geofa-6300.sql](geofa-6300.sql)"]
    return "\n".join(lines).rstrip() + "\n"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def proposal_sql() -> str:
    """The proposed theme as PostgreSQL DDL, on top of GeoFA's ``fkg.generel``."""
    about = files.read(PROPOSAL)
    lines = [
        "-- Forslag til GeoFA: tema 6300 Sociodemografi. Skrevet af make docs; forudsætter fkg.generel og PostGIS.",
        "",
    ]
    names = {i.id: i.name["da"] for i in all_indicators()}
    for name, codes in about["code_lists"].items():
        short = name.split("_", 1)[1]
        lines += [
            f"CREATE TABLE fkg.d_{name} (",
            f"  {short}_kode integer PRIMARY KEY,",
            f"  {short} character varying(128) NOT NULL,",
            "  noegle character varying(64),",
            "  aktiv integer NOT NULL DEFAULT 1 CHECK (aktiv IN (0, 1))",
            ");",
        ]
        rows = [
            f"  ({code}, {_quoted(names.get(text, text))}, {_quoted(text) if text in names else 'NULL'})"
            for code, text in codes.items()
        ]
        lines += [
            f"INSERT INTO fkg.d_{name} ({short}_kode, {short}, noegle) VALUES",
            ",\n".join(rows) + ";",
            "",
        ]
    table = f"fkg.{about['view']}_t"
    columns = ["  versions_id uuid PRIMARY KEY REFERENCES fkg.generel (versions_id)"]
    for column in about["columns"]:
        if column["filled_by"] == "lookup":
            continue
        text = f"  {column['name']} {_sql_type(column)}" + (
            " NOT NULL" if column["required"] else ""
        )
        if "code_list" in column:
            text += f" REFERENCES fkg.d_{column['code_list']}"
        if "minimum" in column:
            text += f" CHECK ({column['name']} BETWEEN {column['minimum']} AND {column['maximum']})"
        if "check" in column:
            text += f" CHECK ({column['check']})"
        columns.append(text)
    columns.append("  geometri geometry(MultiPolygon, 25832) NOT NULL CHECK (ST_IsValid(geometri))")
    columns += [
        f"  CONSTRAINT {c['name']} CHECK ({c['check']})"
        for c in about["constraints"]
        if "check" in c
    ]
    lines += [
        f"CREATE TABLE {table} (",
        ",\n".join(columns),
        ");",
        f"CREATE INDEX ON {table} USING gist (geometri);",
    ]
    for constraint in about["constraints"]:
        if "unique" in constraint:
            names_ = ", ".join(constraint["unique"])
            lines += [
                f"-- {constraint['text']['da']} Gældende objekter er dem med systid_til IS NULL i fkg.generel;",
                "-- reglen håndhæves derfor i temaets trigger, og dette indeks gør opslaget hurtigt.",
                f"CREATE INDEX {constraint['name']} ON {table} ({names_});",
            ]
    own = ", ".join(
        f"t.{c['name']}" if c["filled_by"] == "user" else f"d_{c['name']}.{c['name']}"
        for c in about["columns"]
    )
    joins = "\n".join(
        f"JOIN fkg.d_{c['code_list']} AS d_{c['name'][:-5]} USING ({c['code_list'].split('_', 1)[1]}_kode)"
        for c in about["columns"]
        if "code_list" in c
    )
    lines += [
        "",
        f"CREATE VIEW fkg.{about['view']} AS",
        f"SELECT {about['code']} AS temakode, {_quoted(about['view'])}::text AS temanavn, g.objekt_id, g.versions_id,",
        "  g.systid_fra, g.systid_til, g.oprettet, g.cvr_kode, g.bruger_id, g.oprindkode, g.statuskode, g.off_kode,",
        f"  g.noegle, g.note, {own}, t.geometri",
        f"FROM fkg.generel AS g JOIN {table} AS t USING (versions_id)",
        joins,
        "WHERE g.systid_til IS NULL;",
    ]
    lines += [f"COMMENT ON TABLE {table} IS {_quoted(about['definition']['da'])};"]
    return "\n".join(lines) + "\n"


def pages() -> Dict[str, str]:
    """File name → content of every page that is made."""
    return {
        "begrebsmodel.md": model_page("da"),
        "concept-model.md": model_page("en"),
        "geofa-6300.md": proposal_page(),
        "geofa-6300.sql": proposal_sql(),
    }


def main() -> None:
    """Write the pages to ``docs/``."""
    for name, text in pages().items():
        (ROOT / "docs" / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"docs/{name}\n")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    main()

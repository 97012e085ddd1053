"""What a Dane reads is Danish: whole words, one and many, dates and numbers, and names instead of ids.

``resources/i18n/*.ts`` holds what the window says, ``resources/help/da`` what Processing explains, ``resources/guide/da`` what the pages' "?" opens, the catalogue's
``da`` what figures are called.
"""

from __future__ import annotations

import json
import re

import pytest

from tests.contract.test_translations import FIELD, translations
from tests.package import ROOT

SAME = frozenset(
    (
        "data",
        "definition",
        "kr",
        "kroner",
        "login",
        "margin",
        "matrix",
        "over",
        "point",
        "region",
        "register",
        "score",
        "send",
        "server",
        "start",
        "status",
        "type",
    )
)
"""Words that are the same in both languages."""
TYPED = set(
    [
        "objekt_id",
        "bruger_id",
        "index_class",
        "plus_one",
        "row_number",
        "header_row",
        "geofa_proposed_theme",
        "geofa_sociodemografi",
        "times_national",
        "area_id",
        "area_set",
        "min_max",
        "_numerator",
        "_denominator",
        "berlin_mss",
        "dansk_kommunal",
        "england_imd",
    ]
)
"""Ids that the user writes, in a file, an advanced setting or Processing, or that GeoFA's own columns bear."""
TECHNICAL = {
    r"monitorfil": "opgørelsesfil",
    r"\bkørsle|\bkørsel\b": "gennemregning, opgørelse",
    r"målestok": "sammenligningsgrundlag (målestok is the scale of a map)",
    r"angrebet|angribe": "prøvet udregnet",
    r"uden overlap": "hver adresse i højst ét område",
    r"\btoken\b|\bcache\b|\bdefault\b|\bmapping\b(?! \(rolle)|\bdataset\b|\bfeature\b|\blayer\b|\bsuppressed\b": "Danish",
    r"\b(?-i:the|and|with|missing|not|are)\b": "Danish",
}
MANY = set(
    [
        "områder",
        "rækker",
        "objekter",
        "indikatorer",
        "personer",
        "beboere",
        "borgere",
        "måneder",
        "celler",
        "distrikter",
        "felter",
        "perioder",
        "advarsler",
        "værdier",
        "kriterier",
        "kommuner",
        "cifre",
        "husstande",
        "fuldtidspersoner",
        "kørsler",
        "klasser",
        "dage",
        "enheder",
        "adresser",
        "nøgler",
        "steder",
        "sekunder",
        "linjer",
        "timer",
        "kolonner",
        "niveauer",
        "poster",
        "gange",
        "filer",
        "registre",
        "boliger",
        "mdr",
        "ændrede",
        "uændrede",
        "ophørte",
        "slettede",
        "skjulte",
        "udgivne",
        "gennemregninger",
        "programmer",
        "uger",
        "udgaver",
        "grupper",
        "leverancer",
        "skoler",
    ]
)
NUMBERED = re.compile(r"\[(\w+): ([^][|]+)\|([^][|]+)\]")
HOW_TO_WRITE = re.compile(r"\b(som|eksempel|skriv \w+ som|eller)\s+(et år som )?$", re.IGNORECASE)


def said():
    return [(source, translation.text or "") for source, translation in translations().items()]


def bare(text):
    """``text`` without its fields."""
    return NUMBERED.sub(r"\3", FIELD.sub("", text))


def english_left(pairs):
    return [
        source
        for source, text in pairs
        if text == source
        and {word.lower() for word in re.findall(r"[A-Za-zæøå]{3,}", bare(text))} - SAME
    ]


def ids_shown(pairs):
    found = [
        (text, set(re.findall(r"\b[a-z]+_[a-z_]+\b", bare(text))) - TYPED) for _, text in pairs
    ]
    return [(text, sorted(ids)) for text, ids in found if ids]


def many_of_one(pairs):
    """Texts that say "1 områder"."""
    return [
        text
        for _, text in pairs
        for name, word in re.findall(r"\{(\w+)\} (\w+)", text)
        if word in MANY and name not in ("persons", "households", "label")
    ]


def foreign_numbers(pairs):
    found = []
    for _, text in pairs:
        for number in re.finditer(r"\b\d{4}-\d\d(-\d\d)?\b|\b\d+\.\d{1,2}\b(?!\.)", bare(text)):
            before = bare(text)[: number.start()]
            if not (HOW_TO_WRITE.search(before) or before.endswith(("(", "BY "))):
                found.append(text)
    return found


def technical(pairs):
    return [
        (text, wanted)
        for _, text in pairs
        for word, wanted in TECHNICAL.items()
        if re.search(word, bare(text), re.IGNORECASE)
    ]


CHECKS = (english_left, ids_shown, many_of_one, foreign_numbers, technical)


@pytest.mark.parametrize("check", CHECKS)
def test_the_window_speaks_danish(check):
    assert check(said()) == []


@pytest.mark.parametrize(
    ("check", "source", "text"),
    [
        (english_left, "Suppressed cells", "Suppressed cells"),
        (ids_shown, "Lower it", "Sænk minimum_population."),
        (many_of_one, "{count} areas", "{count} områder"),
        (foreign_numbers, "Since 2026-01-31", "Siden 2026-01-31"),
        (foreign_numbers, "0.7 percent", "0.7 procent"),
        (technical, "Monitor file", "Ny monitorfil"),
        (technical, "{count} missing", "{count} missing"),
    ],
)
def test_each_kind_is_found(check, source, text):
    assert check([(source, text)]) != []


def test_one_and_many_are_of_a_field_of_the_text():
    for source, text in said():
        for name, _, _ in NUMBERED.findall(text):
            assert name in FIELD.findall(source), text


def test_the_catalogue_says_everything_in_danish():
    def texts(entry):
        if isinstance(entry, dict):
            if isinstance(entry.get("da"), str) and isinstance(entry.get("en"), str):
                yield entry["en"], entry["da"]
            for one in entry.values():
                yield from texts(one)
        elif isinstance(entry, list):
            for one in entry:
                yield from texts(one)

    pairs = [
        pair
        for path in sorted((ROOT / "resources" / "catalogue").rglob("*.json"))
        for pair in texts(json.loads(path.read_text(encoding="utf-8")))
    ]
    assert len(pairs) > 500
    assert technical(pairs) == [] and many_of_one(pairs) == []
    assert set(english_left(pairs)) <= {"Social status"}


def test_the_help_uses_the_windows_words():
    for path in sorted((ROOT / "resources").glob("[gh]*/da/*.html")):
        text = re.sub(r"<code>.*?</code>|<[^>]+>", " ", path.read_text(encoding="utf-8"))
        told = [found for found in technical([("", text)]) if found[1] != "Danish"]
        assert told == [], path.name


def test_the_plugin_manager_tells_it_in_danish():
    lines = (ROOT / "metadata.txt").read_text(encoding="utf-8").splitlines()
    told = dict(line.split("=", 1) for line in lines if "=" in line)
    for key in ("description", "about"):
        danish = told[f"{key}[da]"]
        assert re.search("[æøå]", danish) and technical([("", danish)]) == []
        assert danish != told[key] and danish not in told[key]

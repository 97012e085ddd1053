"""Texts in the user's language.

Source texts are English and constant; values go in after translation, so a translator sees the
whole sentence. The rooms above ``gis/`` do not know Qt: until ``install`` is called (by the plugin)
texts stay English.

A text says one and many by ``[count: area|areas]``: the first where the field is 1.
"""

from __future__ import annotations

import re
from typing import Callable, Mapping, Match, Optional

NUMBERED = re.compile(r"\[(\w+): ([^][|]*)\|([^][|]*)\]")
"""A field, the words for one of it, and those for none or many."""
ONE = "1"


class _Installed:
    """What serves the texts of this process."""

    def __init__(self) -> None:
        self.translate: Optional[Callable[[str], str]] = None
        self.language = "en"


_installed = _Installed()


def install(translate: Optional[Callable[[str], str]], language: str) -> None:
    """Let ``translate`` (text → text; None leaves texts English) and the two-letter ``language``
    serve all later texts."""
    _installed.translate, _installed.language = translate, language


def uninstall() -> None:
    """Go back to the English source texts."""
    install(None, "en")


def language() -> str:
    """The two-letter language in use, ``da`` or ``en``."""
    return _installed.language


def tr(text: str, /, **values: object) -> str:
    """The translated ``text`` with ``{name}`` fields filled from ``values``, and of
    ``[name: one|many]`` what fits the number in the field."""
    translate = _installed.translate
    translated = translate(text) if translate else text
    return in_number(translated, values).format(**values) if values else translated


def in_number(text: str, values: Mapping[str, object]) -> str:
    """``text`` with the words of each ``[name: one|many]`` that fit ``values``; a field that is not
    among them is left as it is written."""

    def fitting(found: Match[str]) -> str:
        name, one, many = found.groups()
        if name not in values:
            return found.group()
        return one if str(values[name]).lstrip("-−") == ONE else many

    return NUMBERED.sub(fitting, text)


def in_language(names: Mapping[str, str]) -> str:
    """The entry of a catalogue text (``{"da": …, "en": …}``) in the language in use.

    Terms of Danish law and of GeoFA may have a Danish name alone.
    """
    return names.get(_installed.language) or names["da"]


def capitalised(text: str) -> str:
    """``text`` as the beginning of a sentence: its first letter a capital, the others as they
    are."""
    return text[:1].upper() + text[1:]

"""Texts in the user's language.

Source texts are English and constant; values go in after translation, so a translator sees the
whole sentence. The rooms above ``gis/`` do not know Qt: until ``install`` is called (by the plugin)
texts stay English.
"""

from __future__ import annotations

from typing import Callable, Mapping, Optional


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
    """The translated ``text`` with ``{name}`` fields filled from ``values``."""
    translate = _installed.translate
    translated = translate(text) if translate else text
    return translated.format(**values) if values else translated


def in_language(names: Mapping[str, str]) -> str:
    """The entry of a catalogue text (``{"da": …, "en": …}``) in the language in use.

    Terms of Danish law and of GeoFA may have a Danish name alone.
    """
    return names.get(_installed.language) or names["da"]


def capitalised(text: str) -> str:
    """``text`` as the beginning of a sentence: its first letter a capital, the others as they
    are."""
    return text[:1].upper() + text[1:]

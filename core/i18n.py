"""Texts in the user's language.

Source texts are English and constant; values go in after translation, so a translator sees the
whole sentence. The rooms above ``gis/`` do not know Qt: until ``install`` is called (by the plugin)
texts stay English.
"""

from __future__ import annotations

from typing import Callable, Mapping

_state = {"translate": None, "language": "en"}


def install(translate: Callable[[str], str], language: str) -> None:
    """Let ``translate`` (text → text) and the two-letter ``language`` serve all later texts."""
    _state["translate"] = translate
    _state["language"] = language


def uninstall() -> None:
    """Go back to the English source texts."""
    install(None, "en")


def language() -> str:
    """The two-letter language in use, ``da`` or ``en``."""
    return _state["language"]


def tr(text: str, /, **values: object) -> str:
    """The translated ``text`` with ``{name}`` fields filled from ``values``."""
    translate = _state["translate"]
    translated = translate(text) if translate else text
    return translated.format(**values) if values else translated


def in_language(names: Mapping[str, str]) -> str:
    """The entry of a catalogue text (``{"da": …, "en": …}``) in the language in use.

    Terms of Danish law and of GeoFA may have a Danish name alone.
    """
    return names.get(_state["language"]) or names["da"]


def number(value: float, decimals: int = 0) -> str:
    """``value`` with the separators of the language in use: ``58.914`` and ``43,7`` in Danish."""
    text = f"{value:,.{decimals}f}"
    if language() == "da":
        return text.translate(str.maketrans({",": ".", ".": ","}))
    return text


def shortest(value: float) -> str:
    """``value`` with the decimals it has and no separators of thousands, as it may be written in a
    file."""
    text = f"{value:.10g}"
    return text.replace(".", ",") if language() == "da" else text


def signed(value: float, decimals: int = 1) -> str:
    """``value`` with its sign, and the separators of the language in use: ``+1,5`` and ``−0,2`` in
    Danish."""
    return ("+" if value >= 0 else "−") + number(abs(value), decimals)

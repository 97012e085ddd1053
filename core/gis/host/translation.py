"""Brings the texts into QGIS' language."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from ... import i18n

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "i18n"
CONTEXT = "@default"


def user_language() -> str:
    """The two letters of QGIS' language (``da``, ``en``)."""
    return (QgsApplication.locale() or "en")[:2].lower()


def install(language: Optional[str] = None) -> Optional[QTranslator]:
    """Translate all texts to ``language`` (QGIS' own by default).

    Returns:
        The translator, to be kept and given to ``remove``; None where English is used.
    """
    language = language or user_language()
    translator = QTranslator()
    if not translator.load(str(FOLDER / f"geofa_sociodemografi_{language}.qm")):
        i18n.install(None, "en")
        return None
    QCoreApplication.installTranslator(translator)
    i18n.install(lambda text: QCoreApplication.translate(CONTEXT, text), language)
    return translator


def remove(translator: Optional[QTranslator]) -> None:
    """Undo ``install``."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
    i18n.uninstall()

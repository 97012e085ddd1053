"""The guide: a page for each page of the panel, in the user's language."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from ...core.i18n import language

GUIDE = Path(__file__).resolve().parents[2] / "resources" / "guide"


def has(identifier: str) -> bool:
    """Is there a page of the guide for the panel's page of the id?"""
    return _file(identifier) is not None


def page(identifier: str) -> str:
    """The page as HTML; empty where there is none."""
    file = _file(identifier)
    return "" if file is None else file.read_text(encoding="utf-8")


def _file(identifier: str) -> Optional[Path]:
    files = (GUIDE / code / f"{identifier}.html" for code in (language(), "en"))
    return next((file for file in files if file.exists()), None)

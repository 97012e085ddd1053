"""``make docs``: writes the concept and data model, and the proposal of a GeoFA theme, from the catalogue."""

from __future__ import annotations

import sys
from typing import Dict

from tests.commands.pages.model import model_page
from tests.commands.pages.proposal import proposal_page, proposal_sql
from tests.package import ROOT


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
    main()

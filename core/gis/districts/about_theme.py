"""What a theme is, for people."""

from __future__ import annotations

from typing import Dict

from ...catalogue.geofa.themes import Theme, common_columns, district_types
from ...i18n import in_language, tr
from ...plain_text import as_html


def about_html(theme: Theme) -> str:
    """Definition, purpose, how to register, the type codes and the mandatory columns of
    ``theme``."""
    types = district_types(theme.code)
    mandatory = [
        in_language(c.alias) for c in theme.user_columns if c.required and c not in common_columns()
    ]
    parts: Dict[str, str] = {
        tr("Definition"): in_language(theme.definition),
        tr("Purpose"): in_language(theme.purpose),
        tr("How to register"): in_language(theme.instruction),
        tr("Types"): ", ".join(f"{code} {text}" for code, text in types.items()),
        tr("Mandatory, besides authority, user, origin, status and visibility"): ", ".join(
            mandatory
        ),
    }
    body = "".join(
        f"<p><b>{as_html(name)}</b><br/>{as_html(text)}</p>" for name, text in parts.items() if text
    )
    return f"<h3>{as_html(theme.code)} {as_html(in_language(theme.title))}</h3>{body}"

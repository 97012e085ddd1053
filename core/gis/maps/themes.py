"""What the map can show of the areas of a set in a period."""

from __future__ import annotations

LAW, INDEX, INDICATOR, CHANGE = "law", "index", "indicator", "change"
THEMES = (LAW, INDEX, INDICATOR, CHANGE)

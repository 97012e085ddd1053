"""What a user does to the themes of an index, as plain functions: themes in, themes out."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, List, Mapping, Optional, Sequence

from ...core.catalogue.index.definitions import HIGHER, LOWER, IndexTheme, Member, Method

THEME = "theme:"
Themes = Sequence[IndexTheme]


def theme_key(theme: IndexTheme) -> str:
    """What a theme is called among the keys of indicators and themes."""
    return f"{THEME}{theme.id}"


def with_member(
    themes: Themes, indicator: str, change: Callable[[Member], Member]
) -> List[IndexTheme]:
    """``themes`` with the member ``indicator`` changed."""

    def changed(member: Member) -> Member:
        return change(member) if member.indicator == indicator else member

    return [replace(theme, members=tuple(map(changed, theme.members))) for theme in themes]


def with_indicator(themes: Themes, at: int, indicator: str, direction: str) -> List[IndexTheme]:
    """``themes`` with an ``indicator`` more in the theme at the position ``at``; an indicator that
    is neither good nor bad of itself (``direction``) counts as worse where there is more."""
    own = "" if direction in (HIGHER, LOWER) else HIGHER
    theme = themes[at]
    more = replace(theme, members=(*theme.members, Member(indicator, own)))
    return [*themes[:at], more, *themes[at + 1 :]]


def without(themes: Themes, key: str) -> List[IndexTheme]:
    """``themes`` without the indicator or theme ``key``; a theme left empty goes too. Empty where
    nothing would be left."""
    left = [
        replace(theme, members=tuple(m for m in theme.members if m.indicator != key))
        for theme in themes
        if theme_key(theme) != key
    ]
    left = [theme for theme in left if theme.members]
    if len(left) == 1 and not left[0].weight:  # a theme alone has no field to write a weight in
        return [replace(left[0], weight=1.0)]
    return left


def weighed(themes: Themes, weights: Mapping[str, float]) -> List[IndexTheme]:
    """``themes`` with ``weights`` by indicator and theme key; a theme alone keeps its own."""

    def member_weighed(member: Member) -> Member:
        return replace(member, weight=weights[member.indicator])

    return [
        replace(
            theme,
            weight=weights.get(theme_key(theme), theme.weight),
            members=tuple(map(member_weighed, theme.members)),
        )
        for theme in themes
    ]


def turned(member: Member, direction: str, method: Optional[Method]) -> Member:
    """``member``, which counts in ``direction`` and is normalised by ``method``, the other way
    round: its least and most disadvantage change places too, where it has such numbers."""
    other = LOWER if direction == HIGHER else HIGHER
    if method is None or "from" not in method.options:
        return replace(member, direction=other)
    ends = {"from": method.options["to"], "to": method.options["from"]}
    own = replace(method, options={**method.options, **ends})
    return replace(member, direction=other, normalisation=own)

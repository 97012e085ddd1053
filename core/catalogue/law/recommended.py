"""How it is recommended to judge: every default of a choice by the law is taken from here, and the
panel resets to it."""

from __future__ import annotations

from dataclasses import dataclass

from .dates import CURRENT

AUTO = "auto"
"""The rules of the period's own year."""


@dataclass(frozen=True)
class JudgingRules:
    """What a user chooses of how to judge; the values that stand here are the recommended ones.

    Attributes:
        rule_set: ``auto`` (by the year of each period) or the id of a rule set.
        reading: which periods' figures are judged, one of ``dates.READINGS``.
        closeness_percent: an area is close when figures this share of a threshold away would change
            its category.
        use_origin: False leaves the origin criterion out (EU Court, C-417/23).
        allow_fewer_years: take the mean of the years there are where the law wants more.
        unknown_education_as_basic: count unknown education as basic school.
    """

    rule_set: str = AUTO
    reading: str = CURRENT
    closeness_percent: float = 5.0
    use_origin: bool = True
    allow_fewer_years: bool = False
    unknown_education_as_basic: bool = False


RECOMMENDED = JudgingRules()

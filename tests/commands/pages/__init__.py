"""The pages that ``make docs`` writes."""

from tests import package  # noqa: F401 (makes the plugin importable)

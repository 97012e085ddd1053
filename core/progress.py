"""How long work tells where it is and learns that it must stop."""

from __future__ import annotations

from typing import List, Protocol

from .errors import CancelledError
from .i18n import tr


class Progress(Protocol):
    """What a step needs from whoever runs it; QGIS' feedback is wrapped to look like this."""

    def report(self, fraction: float, text: str = "") -> None:
        """Say that ``fraction`` (0-1) is done and, optionally, what is going on."""

    def warn(self, text: str) -> None:
        """Tell the user something that does not stop the work."""

    def is_cancelled(self) -> bool:
        """Has the user asked to stop?"""


class Silent:
    """Progress for callers that do not listen; keeps the warnings."""

    def __init__(self) -> None:
        self.warnings: List[str] = []

    def report(self, fraction: float, text: str = "") -> None:
        """Nobody listens."""

    def warn(self, text: str) -> None:
        """Keep ``text`` for whoever looks afterwards."""
        self.warnings.append(text)

    def is_cancelled(self) -> bool:
        """Nobody can cancel."""
        return False


class Part:
    """A stretch of a longer job: maps its own 0-1 to ``start``-``end`` of ``whole``."""

    def __init__(self, whole: Progress, start: float, end: float) -> None:
        self._whole, self._start, self._end = whole, start, end

    def report(self, fraction: float, text: str = "") -> None:
        """Report ``fraction`` of this stretch to the whole."""
        self._whole.report(self._start + (self._end - self._start) * fraction, text)

    def warn(self, text: str) -> None:
        """Pass the warning on."""
        self._whole.warn(text)

    def is_cancelled(self) -> bool:
        """Ask the whole."""
        return self._whole.is_cancelled()


class Unstoppable(Part):
    """Tells how far the work is, and hears no Cancel: for work that cannot be called back."""

    def __init__(self, whole: Progress) -> None:
        super().__init__(whole, 0.0, 1.0)

    def is_cancelled(self) -> bool:
        """Nobody can cancel."""
        return False


class Listening(Part):
    """Keeps every warning once, and passes it on unless it is to be told in another way
    (``pass_on``)."""

    def __init__(self, whole: Progress, pass_on: bool = True) -> None:
        super().__init__(whole, 0.0, 1.0)
        self._pass_on = pass_on
        self.warnings: List[str] = []

    def warn(self, text: str) -> None:
        """Keep the warning."""
        if text not in self.warnings:
            self.warnings.append(text)
        if self._pass_on:
            super().warn(text)


def checkpoint(progress: Progress) -> None:
    """Raise ``CancelledError`` when the user has asked to stop."""
    if progress.is_cancelled():
        raise CancelledError(tr("Cancelled. Nothing was changed."))

"""QGIS' feedback objects as the progress the core knows."""

from __future__ import annotations

from typing import List

from qgis.core import QgsFeedback, QgsProcessingFeedback


class FeedbackProgress:
    """Reports to ``feedback`` and keeps the warnings for whoever shows them at the end."""

    def __init__(self, feedback: QgsFeedback):
        self._feedback = feedback
        self._speaks = isinstance(feedback, QgsProcessingFeedback)
        self.warnings: List[str] = []

    def report(self, fraction: float, text: str = "") -> None:
        """Move the bar; name the step."""
        self._feedback.setProgress(100.0 * fraction)
        if text and self._speaks:
            self._feedback.setProgressText(text)

    def warn(self, text: str) -> None:
        """Show ``text`` in the algorithm's log, once: a file that is read twice says it twice."""
        if text in self.warnings:
            return
        self.warnings.append(text)
        if self._speaks:
            self._feedback.pushWarning(text)

    def is_cancelled(self) -> bool:
        """Has the user pressed Cancel?"""
        return self._feedback.isCanceled()

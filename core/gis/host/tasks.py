"""Long work in three steps: prepare on the main thread, work on plain data, publish on the main
thread."""

from __future__ import annotations

import traceback
from typing import Callable, Optional, Set

from qgis.core import QgsApplication, QgsFeedback, QgsTask

from ...errors import CancelledError, SociodemografiError
from ...i18n import tr
from . import compat
from .feedback import FeedbackProgress

Work = Callable[[FeedbackProgress, QgsFeedback], object]
WAIT_MS = 3000
_running: "Set[WorkTask]" = set()


def unexpected(error: BaseException) -> SociodemografiError:
    """An error nobody foresaw, without its message: the message may hold a cell of a register."""
    steps = [
        f"{frame.filename}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    return SociodemografiError(
        tr("Something unforeseen happened ({kind}).", kind=type(error).__name__),
        tr("Nothing was changed. Send the details to the plugin's issue tracker."),
        "\n".join([type(error).__name__] + steps),
    )


def _nobody(*_: object) -> None:
    """Nobody listens."""


class WorkTask(QgsTask):
    """Runs ``work`` in the background and hands its result, or its error, to the main thread.

    ``work`` gets the progress and the feedback, must not touch widgets, ``QgsProject`` or its
    layers, and returns plain data. A task without a reference never reports back, so running tasks
    are kept here.
    """

    def __init__(
        self,
        description: str,
        work: Work,
        publish: Callable[[object, list], None],
        fail: Callable[[SociodemografiError], None],
        step: Callable[[str], None],
    ):
        super().__init__(description, compat.TASK_FLAGS)
        self._work, self._publish, self._fail = work, publish, fail
        self._feedback = QgsFeedback()
        self._progress = _StepProgress(self._feedback, step)
        self._feedback.progressChanged.connect(self.setProgress)
        self._result: object = None
        self._error: Optional[SociodemografiError] = None

    def run(self) -> bool:
        """Work; never raises."""
        try:
            self._result = self._work(self._progress, self._feedback)
            return True
        except SociodemografiError as error:
            self._error = error.with_traceback(
                None
            )  # frames may hold iterators that outlive their layer
            self._error.__context__ = None
        except Exception as error:  # noqa: BLE001 (a raise here would crash QGIS)
            self._error = unexpected(error)
        return False

    def orphan(self) -> None:
        """Cancel, and tell nobody any more: whoever listened is about to go."""
        self._publish, self._fail = _nobody, _nobody
        self._progress.fall_silent()
        self.cancel()

    def cancel(self) -> None:
        """Ask the work to stop at its next checkpoint."""
        self._feedback.cancel()
        super().cancel()

    def finished(self, result: bool) -> None:
        """On the main thread: publish, or tell why not."""
        _running.discard(self)
        if result:
            self._publish(self._result, self._progress.warnings)
        else:
            self._fail(self._error or CancelledError(tr("Cancelled. Nothing was changed.")))


class _StepProgress(FeedbackProgress):
    """Progress that also names the step to the listener (a thread-safe signal)."""

    def __init__(self, feedback: QgsFeedback, step: Callable[[str], None]):
        super().__init__(feedback)
        self._step = step

    def fall_silent(self) -> None:
        """Name no more steps."""
        self._step = _nobody

    def report(self, fraction: float, text: str = "") -> None:
        """Move the bar and name the step."""
        super().report(fraction, text)
        if text:
            self._step(text)


def start(task: WorkTask) -> WorkTask:
    """Hand ``task`` to QGIS' task manager and keep it until it has reported back."""
    _running.add(task)
    QgsApplication.taskManager().addTask(task)
    return task


def end_all() -> None:
    """Cancel every running task of the plugin and wait a moment for each; nobody is told."""
    for task in list(_running):
        task.orphan()
        task.waitForFinished(WAIT_MS)

"""What the pages share: the project's state, the monitor file, and the one task that may run."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, List, Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import SociodemografiError
from ..core.gis import tasks
from ..core.gis.settings import ProjectState, Settings, load_settings, load_state, save_settings, save_state


class Session(QObject):
    """State of the dock for the open project.

    Signals:
        changed: something the pages show has changed.
        started, step, moved, ended: a task begins, names a step, moves on (0-100), has ended.
        failed: an error to be told; done: a result text and warnings.
    """

    changed = pyqtSignal()
    started = pyqtSignal(str)
    step = pyqtSignal(str)
    moved = pyqtSignal(float)
    ended = pyqtSignal()
    failed = pyqtSignal(object)
    done = pyqtSignal(str, list)

    def __init__(self, parent: Optional[QObject] = None):
        super().__init__(parent)
        self.settings: Settings = load_settings()
        self.state: ProjectState = load_state(QgsProject.instance())
        self.servable: List[str] = []
        self.results: dict = {}
        self._task: Optional[tasks.WorkTask] = None

    @property
    def monitor_path(self) -> Optional[Path]:
        """The open monitor file, if it is there."""
        path = Path(self.state.monitor) if self.state.monitor else None
        return path if path and path.exists() else None

    @property
    def busy(self) -> bool:
        """Is a task running?"""
        return self._task is not None

    def reload(self) -> None:
        """Take over the state of the project just opened."""
        self.state = load_state(QgsProject.instance())
        self.results = {}
        self.servable = []
        self.changed.emit()

    def save(self) -> None:
        """Keep the state in the project and the settings in the profile; tell the pages."""
        save_state(QgsProject.instance(), self.state)
        save_settings(self.settings)
        self.changed.emit()

    def run(self, description: str, work: Callable[..., object], publish: Callable[[object, list], None]) -> None:
        """Run ``work(progress, feedback)`` in the background, then ``publish(result, warnings)`` here."""
        if self.busy:
            return

        def ended() -> None:
            self._task = None
            self.ended.emit()

        def published(result: object, warnings: list) -> None:
            ended()
            publish(result, warnings)

        def failed(error: SociodemografiError) -> None:
            ended()
            self.failed.emit(error)

        self._task = tasks.WorkTask(description, work, published, failed, self.step.emit)
        self._task.progressChanged.connect(self.moved)
        self.started.emit(description)
        tasks.start(self._task)

    def cancel(self) -> None:
        """Ask the running task to stop."""
        if self._task is not None:
            self._task.cancel()


def thing_of(value: str) -> object:
    """What a source edit holds, ready for the background: the path, or sources made of the layer.

    Raises:
        InputError: the layer cannot be read.
    """
    layer = QgsProject.instance().mapLayer(value)
    if not isinstance(layer, QgsVectorLayer):
        return value
    from ..core.gis.register_source import sources_of

    return sources_of(layer, QgsProject.instance().transformContext())

"""The monitor file: one GeoPackage with everything a municipality keeps, whole or not at all.

A new file appears only when it is whole; an existing one is changed in one transaction, so a
failure or a cancel leaves it as it was.
"""

from __future__ import annotations

from pathlib import Path

from .areas import Areas
from .deliveries import Deliveries
from .index_shelf import IndexShelf
from .ledger import Ledger
from .opening.database import Database
from .packages.shelf import SharedPackages
from .receipts import Receipts
from .runs.in_force import InForce
from .runs.retention import Retention
from .runs.runs import Runs
from .settings import Settings


class MonitorFile(Database):
    """The monitor file at ``path``, by its parts; nothing is opened before it is needed.

    Attributes:
        areas: area sets, with their geometry.
        runs: what was added, addition by addition.
        in_force: the figures, assessments and reference values in force.
        deliveries: what came.
        receipts: what was sent to GeoFA.
        indices: indices as they were defined, and what they gave.
        packages: what other municipalities shared.
        ledger: what has left the municipality.
        settings: what the municipality has chosen for the file.
        retention: how long its months stay.
    """

    def __init__(self, path: "str | Path", at_once: bool = False):
        super().__init__(path, at_once)
        self.areas = Areas(self)
        self.runs = Runs(self)
        self.in_force = InForce(self)
        self.deliveries = Deliveries(self)
        self.receipts = Receipts(self)
        self.indices = IndexShelf(self)
        self.packages = SharedPackages(self)
        self.ledger = Ledger(self)
        self.settings = Settings(self)
        self.retention = Retention(self)

"""The page "since last": a monitor file and plain values in, plain data out; no widget, no
project."""

from __future__ import annotations

from ...pipeline.since import Since, since_last
from ...store.monitor_file import MonitorFile


def read_since(store: MonitorFile, area_set: str, folder: str, within_percent: float) -> Since:
    """What is new in ``area_set`` today.

    Raises:
        StoreError: the file cannot be read.
    """
    return since_last(store, area_set, folder, within_percent)

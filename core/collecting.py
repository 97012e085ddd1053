"""Finds what states itself: the dock's pages and the algorithms of Processing are collected from
their folders and stand in no list."""

from __future__ import annotations

import pkgutil
from types import ModuleType
from typing import List, Type, TypeVar

Stated = TypeVar("Stated")


def stated_in(package: str, base: Type[Stated], only: str = "") -> List[Type[Stated]]:
    """The classes under ``base`` that state an ``ID`` in the folders of ``package``, by folder and
    module.

    Args:
        package: its full name; each folder directly in it is looked through.
        only: the one module of a folder that is looked at; all of them where it is empty.
    """
    found = []
    for folder in _names(_imported(package), folders=True):
        inside = _imported(f"{package}.{folder}")
        for name in _names(inside, folders=False):
            if only in ("", name):
                found += _own(_imported(f"{package}.{folder}.{name}"), base)
    return found


def _names(package: ModuleType, folders: bool) -> List[str]:
    return [
        entry.name for entry in pkgutil.iter_modules(package.__path__) if entry.ispkg == folders
    ]


def _own(module: ModuleType, base: Type[Stated]) -> List[Type[Stated]]:
    """The classes that ``module`` defines itself, those it imports left out."""
    return [
        one
        for one in vars(module).values()
        if isinstance(one, type)
        and issubclass(one, base)
        and one is not base
        and one.__module__ == module.__name__
        and "ID" in vars(one)
    ]


def _imported(name: str) -> ModuleType:
    """The module ``name``, by the statement's own door.

    QGIS listens at ``__import__`` to learn which modules a plugin has, and forgets these when it is
    updated; what ``importlib.import_module`` brings in would stay as it was in the old version.
    """
    return __import__(name, fromlist=["__name__"])

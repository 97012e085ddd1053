"""Which indices can be chosen: presets, own ones, and one read from a file."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from qgis.PyQt.QtWidgets import QComboBox

from ...core.catalogue.index.definitions import IndexDefinition
from ...core.errors import SociodemografiError
from ...core.i18n import in_language
from ..session import Session


class IndexChoice:
    """Fills a combo with indices by id, and finds the definition of the one that is chosen."""

    def __init__(self, combo: QComboBox, session: Session):
        self.combo, self.session = combo, session
        self._from_file: Optional[IndexDefinition] = None

    def forget(self) -> None:
        """Another project or file is open: the index read from a file goes."""
        self._from_file = None

    def fill(self, folder: str) -> Optional[SociodemografiError]:
        """The indices there are, with the project's chosen, and nobody told; why own ones are left
        out, if they are."""
        from ...core.catalogue.index.presets import own_definitions, presets

        problem, own = None, ()
        try:
            own = own_definitions(folder)
        except SociodemografiError as error:
            problem = error
        self.combo.blockSignals(True)
        self.combo.clear()
        for one in (*presets(), *own, *([self._from_file] if self._from_file is not None else ())):
            self.combo.addItem(in_language(one.name), one.id)
        self.combo.setCurrentIndex(max(0, self.combo.findData(self.session.state.index)))
        self.combo.blockSignals(False)
        return problem

    def definition(self, folder: str) -> IndexDefinition:
        """The index that is chosen, which becomes the project's; raises ``SociodemografiError``."""
        from ...core.catalogue.index.presets import definition_of

        identifier = self.combo.currentData()
        from_file = self._from_file is not None and identifier == self._from_file.id
        found = self._from_file if from_file else definition_of(identifier, folder)
        self.session.state.index = identifier
        return found

    def add_from_file(self, definition: IndexDefinition, folder: str) -> None:
        """Let ``definition`` be chosen, under an id and a name of its own where there is one of its
        id already.

        Raises:
            SociodemografiError: the own ones cannot be read.
        """
        from ...core.catalogue.index.presets import own_definitions, presets

        taken = {one.id for one in (*presets(), *own_definitions(folder))}
        if definition.id in taken:
            ids = (f"{definition.id[:50]}_file{number or ''}" for number in range(len(taken) + 1))
            definition = replace(
                definition,
                id=next(one for one in ids if one not in taken),
                origin="own",
                name={
                    "da": f"{definition.name['da']} (fra fil)",
                    "en": f"{definition.name['en']} (from a file)",
                },
            )
        self._from_file = definition
        self.session.state.index = definition.id
        self.fill(folder)

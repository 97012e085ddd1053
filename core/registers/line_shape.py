"""Checks, as a text file is read, that every line has as many fields as the header.

pandas fills short lines and cuts long ones when it reads chosen columns, so a shifted row would be
counted wrong without a word.
"""

from __future__ import annotations

import io
from typing import BinaryIO, Optional

import numpy as np

from ..errors import InputError
from ..i18n import tr

NEWLINE, RETURN, QUOTE = 10, 13, 34


class CheckedStream(io.RawIOBase):
    """Hands on the bytes of ``stream`` and looks at them on the way.

    Lines are judged by their separators while the file has no quotation mark; from the first one on
    nothing is judged, for a quoted cell may hold separators and line breaks.

    Attributes:
        fault: the error of the first line with another number of fields, or None. Also raised.
    """

    def __init__(self, stream: BinaryIO, separator: str, fields: int, name: str):
        super().__init__()
        self._stream, self._separator, self._name = stream, ord(separator), name
        self._wanted = fields - 1
        self._line, self._open_separators, self._open_bytes = 1, 0, 0
        self._judging = True
        self.fault: Optional[InputError] = None

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:
        """Read into ``buffer``; raises ``InputError`` naming file and line."""
        size = self._stream.readinto(buffer)
        if self._judging:
            block = np.frombuffer(buffer, dtype="uint8", count=size)
            if size and (block == QUOTE).any():
                self._judging = False
            elif size:
                self._judge(block)
            elif self._open_bytes:
                self._refuse_unless(self._line, self._open_separators)
        return size

    def tell(self) -> int:
        """How far the file has been read."""
        return self._stream.tell()

    def _judge(self, block: np.ndarray) -> None:
        ends = np.flatnonzero(block == NEWLINE)
        separators = np.flatnonzero(block == self._separator)
        if not len(ends):
            self._open_separators += len(separators)
            self._open_bytes += len(block)
            return
        counts = np.diff(np.searchsorted(separators, ends), prepend=0)
        lengths = np.diff(ends, prepend=-1) - 1
        counts[0] += self._open_separators
        lengths[0] += self._open_bytes
        blank = (lengths == 0) | ((lengths == 1) & (block[np.maximum(ends - 1, 0)] == RETURN))
        wrong = np.flatnonzero((counts != self._wanted) & ~blank)
        if len(wrong):
            self._refuse_unless(self._line + int(wrong[0]), int(counts[wrong[0]]))
        self._line += len(ends)
        self._open_separators = len(separators) - int(np.searchsorted(separators, ends[-1]))
        self._open_bytes = len(block) - int(ends[-1]) - 1

    def _refuse_unless(self, line: int, separators: int) -> None:
        if separators == self._wanted:
            return
        self.fault = InputError(
            tr("{file}, line {line}: there are {found} fields where the header has {wanted}.", file=self._name,
               line=line, found=separators + 1, wanted=self._wanted + 1),
            tr("Correct the line. If it is the last one, the file may have been cut off: fetch it again."),
        )
        raise self.fault

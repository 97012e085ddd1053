"""Checks, as a text file is read, that every line has as many fields as the header.

pandas fills short lines and cuts long ones when it reads chosen columns, so a shifted row would be
counted wrong without a word.
"""

from __future__ import annotations

import io
from typing import BinaryIO, Optional

import numpy as np

from ..catalogue.limits import MEGABYTE, limits
from ..errors import InputError
from ..i18n import tr

NEWLINE, RETURN, QUOTE, LAST_OF_BOM = 10, 13, 34, 0xBF


class CheckedStream(io.RawIOBase):
    """Hands on the bytes of ``stream`` and looks at them on the way.

    Separators and line ends inside quoted cells do not count. From the first quotation mark that
    neither begins nor ends a cell nothing is judged any more: what it means is anybody's guess.

    Attributes:
        fault: the error of the first line with another number of fields, of a zero byte, or of a line without
            end, or None. Also raised.
        unfinished: has the last line no line end?
    """

    def __init__(self, stream: BinaryIO, separator: str, fields: int, name: str, header_row: int = 1):
        super().__init__()
        self._header_row = header_row
        self._stream, self._separator, self._name = stream, ord(separator), name
        self._wanted = fields - 1
        self._line, self._open_separators, self._open_bytes = 1, 0, 0
        self._judging, self._quoted = True, 0
        self.fault: Optional[InputError] = None
        self.unfinished = False
        self._last = NEWLINE
        self._in_line, self._in_piece = 0, 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:
        """Read into ``buffer``; raises ``InputError`` naming file and line."""
        size = self._stream.readinto(buffer)
        block = np.frombuffer(buffer, dtype="uint8", count=size)
        self.unfinished = not size and self._last not in (NEWLINE, RETURN)
        self._last = int(block[-1]) if size else self._last
        self._refuse_without_end(block)
        if not block.all():
            self.fault = InputError(
                tr("The file {file} holds bytes that no text has, after line {line}.", file=self._name,
                   line=self._line),
                tr("The file is damaged, or it is no text file. Fetch it again, or save it as CSV (UTF-8)."),
            )
            raise self.fault
        if self._judging:
            if size:
                self._judge(block)
            elif self._open_bytes:
                self._refuse_unless(self._line, self._open_separators)
        return size

    def begin_piece(self) -> None:
        """The reader has handed on what it has read so far."""
        self._in_piece = 0

    def _refuse_without_end(self, block: np.ndarray) -> None:
        """A line, or a piece of so many lines, that does not end is held in memory whole by whoever reads it."""
        ends = np.flatnonzero((block == NEWLINE) | (block == RETURN))
        longest = int(np.diff(ends).max()) if len(ends) > 1 else 0
        longest = max(longest, self._in_line + (int(ends[0]) if len(ends) else len(block)))
        self._in_line = len(block) - int(ends[-1]) - 1 if len(ends) else self._in_line + len(block)
        self._in_piece += len(block)
        about = limits("text_file")
        if longest > about["line_megabytes"] * MEGABYTE or self._in_piece > about["piece_megabytes"] * MEGABYTE:
            self.fault = InputError(
                tr("The file {file} has a line after line {line} that is longer than any row.", file=self._name,
                   line=self._line),
                tr("A quotation mark or a line end may be missing, or it is no table. Correct the file."))
            raise self.fault

    def tell(self) -> int:
        """How far the file has been read."""
        return self._stream.tell()

    def _judge(self, block: np.ndarray) -> None:
        quotes = np.flatnonzero(block == QUOTE)
        if len(quotes) and not self._at_cell_edges(block, quotes):
            self._judging = False
            return
        outside = True
        if len(quotes) or self._quoted:
            depth = np.cumsum(block == QUOTE) + self._quoted
            outside = depth % 2 == 0
            self._quoted = int(depth[-1] % 2)
        ends = np.flatnonzero((block == NEWLINE) & outside)
        separators = np.flatnonzero((block == self._separator) & outside)
        if not len(ends):
            self._open_separators += len(separators)
            self._open_bytes += len(block)
            return
        counts = np.diff(np.searchsorted(separators, ends), prepend=0)
        lengths = np.diff(ends, prepend=-1) - 1
        counts[0] += self._open_separators
        lengths[0] += self._open_bytes
        blank = (lengths == 0) | ((lengths == 1) & (block[np.maximum(ends - 1, 0)] == RETURN))
        titles = self._line + np.arange(len(ends)) < self._header_row
        wrong = np.flatnonzero((counts != self._wanted) & ~blank & ~titles)
        if len(wrong):
            self._refuse_unless(self._line + int(wrong[0]), int(counts[wrong[0]]))
        self._line += len(ends)
        self._open_separators = len(separators) - int(np.searchsorted(separators, ends[-1]))
        self._open_bytes = len(block) - int(ends[-1]) - 1

    def _at_cell_edges(self, block: np.ndarray, quotes: np.ndarray) -> bool:
        """Does every quotation mark stand at the edge of a cell, beside another, or at the block's edge?"""
        edges = np.array([self._separator, NEWLINE, RETURN, QUOTE, LAST_OF_BOM], dtype="uint8")
        before = np.isin(block[np.maximum(quotes - 1, 0)], edges) | (quotes == 0)
        after = np.isin(block[np.minimum(quotes + 1, len(block) - 1)], edges) | (quotes == len(block) - 1)
        return bool((before | after).all())

    def _refuse_unless(self, line: int, separators: int) -> None:
        if separators == self._wanted:
            return
        self.fault = InputError(
            tr("{file}, line {line}: there are {found} fields where the header has {wanted}.", file=self._name,
               line=line, found=separators + 1, wanted=self._wanted + 1),
            tr("Correct the line. If it is the last one, the file may have been cut off: fetch it again."),
        )
        raise self.fault

"""Checks, as a text file is read, that every line has as many fields as the header.

pandas fills short lines and cuts long ones when it reads chosen columns, so a shifted row would be
counted wrong without a word.
"""

from __future__ import annotations

import io
from typing import List, Optional

import numpy as np

from ...catalogue.limits import MEGABYTE, limits
from ...errors import InputError
from ...i18n import tr

NEWLINE, RETURN, SPACE, QUOTE, BOM = 10, 13, 32, 34, b"\xef\xbb\xbf"
EVERYWHERE = np.array(True)


class CheckedStream(io.RawIOBase):
    """Hands on the bytes of ``stream`` and looks at them on the way.

    Separators and line ends inside quoted cells do not count. A quotation mark opens a cell only
    where the cell begins, as pandas reads it; any other is a mark like others, and the lines are
    judged all the same.

    Attributes:
        fault: the error of the first line with another number of fields, of a zero byte, of a line
            without end, or of a cell that holds whole lines, or None. Also raised.
        unfinished: has the last line no line end?
        empty_rows: the rows (counted from 0 below the header, lines without anything left out) of
            separators alone.
        over_lines: how many cells hold line ends, since the piece began.
    """

    def __init__(
        self,
        stream: io.FileIO,
        separator: str,
        fields: int,
        name: str,
        header_row: int = 1,
        header_differs: bool = False,
    ):
        super().__init__()
        self._header_row, self._titles_to = header_row, header_row + header_differs
        self._stream, self._separator, self._name = stream, ord(separator), name
        self._wanted = fields - 1
        self._line, self._open_separators, self._open_bytes, self._rows = 1, 0, 0, 0
        self._quoted, self._quoted_in, self._ends_within, self._separators_within = 0, 1, 0, 0
        self.fault: Optional[InputError] = None
        self.unfinished = False
        self.empty_rows: List[int] = []
        self.over_lines = 0
        self._last, self._closed_last = NEWLINE, False
        self._in_line, self._in_piece = 0, 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Read into ``buffer``; raises ``InputError`` naming file and line."""
        size = self._stream.readinto(buffer)
        block = np.frombuffer(buffer, dtype="uint8", count=size)
        self.unfinished = not size and self._last not in (NEWLINE, RETURN)
        self._refuse_without_end(block)
        if not block.all():
            self.fault = InputError(
                tr(
                    "The file {file} holds bytes that no text has, after line {line}.",
                    file=self._name,
                    line=self._line,
                ),
                tr(
                    "The file is damaged, or it is no text file. Fetch it again, or save it as CSV "
                    "(UTF-8)."
                ),
            )
            raise self.fault
        if size:
            self._judge(block)
            self._last = int(block[-1])
        elif self._quoted:
            self._refuse_swallowing(self._quoted_in)
        elif self._open_bytes:
            self._end_line()
        return size

    def begin_piece(self) -> None:
        """The reader has handed on what it has read so far."""
        self._in_piece, self.over_lines = 0, 0

    def _refuse_without_end(self, block: np.ndarray) -> None:
        """A line, or a piece of so many lines, that does not end is held in memory whole by whoever
        reads it."""
        ends = np.flatnonzero((block == NEWLINE) | (block == RETURN))
        longest = int(np.diff(ends).max()) if len(ends) > 1 else 0
        longest = max(longest, self._in_line + (int(ends[0]) if len(ends) else len(block)))
        self._in_line = len(block) - int(ends[-1]) - 1 if len(ends) else self._in_line + len(block)
        self._in_piece += len(block)
        about = limits("text_file")
        if (
            longest > about["line_megabytes"] * MEGABYTE
            or self._in_piece > about["piece_megabytes"] * MEGABYTE
        ):
            self.fault = InputError(
                tr(
                    "The file {file} has a line after line {line} that is longer than any row.",
                    file=self._name,
                    line=self._line,
                ),
                tr(
                    "A quotation mark or a line end may be missing, or it is no table. Correct the "
                    "file."
                ),
            )
            raise self.fault

    def tell(self) -> int:
        """How far the file has been read."""
        return self._stream.tell()

    def _judge(self, block: np.ndarray) -> None:
        """Look at the next bytes: the lines that end in them are judged, and what is left open is
        remembered."""
        if self._last == RETURN and block[0] != NEWLINE and not self._quoted:
            self._refuse_return(self._line)
        quotes = self._at_work(block, np.flatnonzero(block == QUOTE))
        outside = self._outside(block, quotes)
        ends = np.flatnonzero((block == NEWLINE) & outside)
        self._refuse_lone_returns(block, outside, ends)
        separators = np.flatnonzero((block == self._separator) & outside)
        if outside is not EVERYWHERE:
            self._look_within(block, quotes, ends, ~outside)
        self._quoted = (self._quoted + len(quotes)) % 2
        ends_quoted = len(quotes) > 0 and int(quotes[-1]) == len(block) - 1
        self._closed_last = ends_quoted and not self._quoted
        if len(ends):
            self._judge_lines(block, separators, ends)
        else:
            self._open_separators += len(separators)
            self._open_bytes += len(block)

    def _outside(self, block: np.ndarray, quotes: np.ndarray) -> np.ndarray:
        """Which bytes lie outside quoted cells; ``EVERYWHERE`` where none is quoted, as in most
        files, which is no work at all."""
        if not (len(quotes) or self._quoted):
            return EVERYWHERE
        at_work = np.zeros(len(block), dtype="uint8")
        at_work[quotes] = 1
        at_work[0] += self._quoted
        # sums of bytes wrap around at 256, which is even, and only odd or even is asked for
        return (np.cumsum(at_work, dtype="uint8") & 1) == 0

    def _refuse_lone_returns(
        self, block: np.ndarray, outside: np.ndarray, ends: np.ndarray
    ) -> None:
        if RETURN not in block.tobytes():
            return
        alone = (block[:-1] == RETURN) & (block[1:] != NEWLINE)
        if outside is not EVERYWHERE:
            alone &= outside[:-1]
        places = np.flatnonzero(alone)
        if len(places):
            self._refuse_return(self._line + int(np.searchsorted(ends, places[0])))

    def _judge_lines(self, block: np.ndarray, separators: np.ndarray, ends: np.ndarray) -> None:
        """Refuse the first line with another number of fields; note the rows that are empty."""
        counts = np.diff(np.searchsorted(separators, ends), prepend=0)
        lengths = np.diff(ends, prepend=-1) - 1
        counts[0] += self._open_separators
        lengths[0] += self._open_bytes
        lengths = lengths - ((lengths > 0) & (block[ends - 1] == RETURN))
        numbers = self._line + np.arange(len(ends))
        bare = counts == lengths  # nothing, or separators alone
        wrong = np.flatnonzero((counts != self._wanted) & ~bare & (numbers >= self._titles_to))
        if len(wrong):
            self._refuse_unless(int(numbers[wrong[0]]), int(counts[wrong[0]]))
        is_row = (lengths > 0) & (numbers > self._header_row)
        rows = np.cumsum(is_row)
        if bare.any():
            self.empty_rows += (self._rows + rows[bare & is_row] - 1).tolist()
        self._rows += int(rows[-1])
        self._line += len(ends)
        self._open_separators = len(separators) - int(np.searchsorted(separators, ends[-1]))
        self._open_bytes = len(block) - int(ends[-1]) - 1

    def _refuse_return(self, line: int) -> None:
        """A carriage return alone is a line end to some readers and none to others."""
        self.fault = InputError(
            tr(
                "{file}, line {line}: there is a carriage return without a line end after it.",
                file=self._name,
                line=line,
            ),
            tr("Save the file with the line ends of Windows (CRLF) or Unix (LF)."),
        )
        raise self.fault

    def _end_line(self) -> None:
        """Judge the last line, which has no line end."""
        length = self._open_bytes - (self._last == RETURN)
        if self._open_separators != length and self._line >= self._titles_to:
            self._refuse_unless(self._line, self._open_separators)
        if self._line > self._header_row and length:
            self.empty_rows += [self._rows] if self._open_separators == length else []
        self._open_separators, self._open_bytes = 0, 0

    def _at_work(self, block: np.ndarray, quotes: np.ndarray) -> np.ndarray:
        """Those of the ``quotes`` that open or close a cell, in turn; marks of a doubled one close
        and open again."""
        if not len(quotes):
            return quotes

        def edge(places: np.ndarray) -> np.ndarray:
            return (places == self._separator) | (places == NEWLINE) | (places == RETURN)

        opens = (np.arange(len(quotes)) + self._quoted) % 2 == 0
        before, after = block[quotes - 1], block[np.minimum(quotes + 1, len(block) - 1)]
        doubled = np.diff(quotes, prepend=-2) == 1
        first = quotes == 0
        right = np.where(
            opens,
            (edge(before) & ~first) | doubled,
            edge(after) | (after == QUOTE) | (quotes == len(block) - 1),
        )
        if first[0] and opens[0]:
            right[0] = self._last in (self._separator, NEWLINE, RETURN) or self._closed_last
        if self._line == 1 and bytes(block[:4]) == BOM + b'"':
            right[0] = True
        wrong = np.flatnonzero(~right)
        return quotes if not len(wrong) else self._one_by_one(block, quotes, int(wrong[0]))

    def _one_by_one(self, block: np.ndarray, quotes: np.ndarray, first: int) -> np.ndarray:
        """``_at_work`` where from the ``first`` on some stand where none opens or closes a cell."""
        found, text = quotes[:first].tolist(), block.tobytes()
        inside, passed = (first + self._quoted) % 2 == 1, -1
        for at in quotes[first:].tolist():
            if at == passed:
                found.append(at)
            elif inside:
                found.append(at)
                if text[at + 1 : at + 2] == b'"':
                    passed = at + 1
                else:
                    inside = False
            elif self._begins_cell(text, at):
                found.append(at)
                inside = True
        return np.array(found, dtype="int64")

    def _begins_cell(self, text: bytes, at: int) -> bool:
        """Does a cell begin at the quotation mark ``at``, blanks before it left out?"""
        before = at - 1
        while before >= 0 and text[before] == SPACE:
            before -= 1
        if before < 0:
            return self._last in (self._separator, NEWLINE, RETURN) or (
                self._closed_last and at == 0
            )
        return text[before] in (self._separator, NEWLINE, RETURN)

    def _look_within(
        self, block: np.ndarray, quotes: np.ndarray, ends: np.ndarray, inside: np.ndarray
    ) -> None:
        """Count the cells that hold line ends; one that holds as many separators as the lines it
        goes over would have has swallowed them."""
        within = np.flatnonzero((block == NEWLINE) & inside)
        goes_on = bool(inside[-1])
        if not (len(within) or goes_on or self._quoted):
            return
        opening = quotes[(np.arange(len(quotes)) + self._quoted) % 2 == 0]
        begins = opening[~np.isin(opening - 1, quotes)]
        separators = np.flatnonzero((block == self._separator) & inside)
        lines = np.bincount(np.searchsorted(begins, within, "right"), minlength=len(begins) + 1)
        held = np.bincount(np.searchsorted(begins, separators, "right"), minlength=len(begins) + 1)
        lines[0] += self._ends_within
        held[0] += self._separators_within
        swallowing = np.flatnonzero((lines > 0) & (held >= np.maximum(3, lines * self._wanted)))
        begun = self._line + np.searchsorted(ends, begins)
        if len(swallowing):
            cell = int(swallowing[0])
            self._refuse_swallowing(int(begun[cell - 1]) if cell else self._quoted_in)
        # not the header's: names are broken over lines to be narrow
        below = np.append(self._quoted_in, begun) > self._header_row
        not_ended = goes_on and lines[-1] > 0 and below[-1]
        self.over_lines += int(np.count_nonzero((lines > 0) & below)) - int(not_ended)
        self._ends_within = int(lines[-1]) if goes_on else 0
        self._separators_within = int(held[-1]) if goes_on else 0
        self._quoted_in = int(begun[-1]) if len(begun) else self._quoted_in

    def _refuse_swallowing(self, line: int) -> None:
        self.fault = InputError(
            tr(
                "{file}, line {line}: a cell begins with a quotation mark and goes on over the "
                "next lines.",
                file=self._name,
                line=line,
            ),
            tr(
                "Take the quotation mark away, or close it in the same cell, so that no row is "
                "lost."
            ),
        )
        raise self.fault

    def _refuse_unless(self, line: int, separators: int) -> None:
        if separators == self._wanted:
            return
        self.fault = InputError(
            tr(
                "{file}, line {line}: there are {found} fields where most lines have {wanted}.",
                file=self._name,
                line=line,
                found=separators + 1,
                wanted=self._wanted + 1,
            )
            if self._titles_to > self._header_row
            else tr(
                "{file}, line {line}: there are {found} fields where the header has {wanted}.",
                file=self._name,
                line=line,
                found=separators + 1,
                wanted=self._wanted + 1,
            ),
            tr(
                "Correct the line. If it is the last one, the file may have been cut off: fetch it "
                "again."
            ),
        )
        raise self.fault

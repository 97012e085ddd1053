"""Arrays of numbers as few bytes: whole numbers in the smallest type that holds them, deflated."""

from __future__ import annotations

import zlib

import numpy as np

TYPES = ("float64", "int8", "int16", "int32", "int64")
LEVEL = 1
"""Of deflation: the fastest; better ones save a tenth of the bytes for four times the time."""


def packed(numbers: np.ndarray) -> bytes:
    """``numbers`` (float64) exactly: the number of the type in ``TYPES``, then the deflated
    array."""
    kind = _smallest_type(numbers)
    return bytes([kind]) + zlib.compress(numbers.astype(TYPES[kind]).tobytes(), LEVEL)


def unpacked(blob: bytes) -> np.ndarray:
    """The numbers (float64) of ``packed``.

    Raises:
        ValueError: they were not packed so.
    """
    if not blob or blob[0] >= len(TYPES):
        raise ValueError("packed numbers")
    try:
        content = zlib.decompress(blob[1:])
    except zlib.error:
        raise ValueError("packed numbers") from None
    return np.frombuffer(content, dtype=TYPES[blob[0]]).astype("float64")


def _smallest_type(numbers: np.ndarray) -> int:
    if not len(numbers):
        return 1
    if not np.isfinite(numbers).all() or (numbers != np.rint(numbers)).any():
        return 0
    largest = float(np.abs(numbers).max())
    if np.signbit(numbers[numbers == 0]).any():
        return 0  # minus nothing is no whole number
    for kind, name in enumerate(TYPES[1:], 1):
        if largest <= min(np.iinfo(name).max, 2**53):
            return kind
    return 0

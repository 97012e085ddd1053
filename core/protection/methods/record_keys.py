"""Keys of the cell-key method: a secret number of every person, added up to that of a count.

Source: Handbook on Statistical Disclosure Control, 2nd ed. 2024, section 5.4.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Iterable

import numpy as np

from ...errors import InputError
from ...i18n import tr

KEY_BYTES = 4
KEYS = 2 ** (8 * KEY_BYTES)
"""A key is a whole number below this, so that sums of keys are exact in whatever order they are
added."""
SHORTEST_SECRET = 32


def record_keys(identifiers: Iterable[str], secret: bytes) -> np.ndarray:
    """A whole key from 0 to below ``KEYS`` per person, the same every time (HMAC-SHA256 of the id).

    Raises:
        InputError: the secret is too short to be one.
    """
    if len(secret) < SHORTEST_SECRET:
        raise InputError(
            tr("The secret of the cell keys is shorter than {count} bytes.", count=SHORTEST_SECRET),
            tr("Let the plugin make one; it is kept among QGIS' authentication configurations."),
        )
    return np.array(
        [
            float(
                int.from_bytes(
                    hmac.new(secret, one.encode("utf-8"), hashlib.sha256).digest()[:KEY_BYTES],
                    "big",
                )
            )
            for one in identifiers
        ]
    )


def cell_keys(sums: np.ndarray) -> np.ndarray:
    """The key in [0, 1) of every cell whose persons' keys have the ``sums``."""
    return np.mod(sums, KEYS) / KEYS

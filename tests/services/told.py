"""What a hostile case met, told in a line with the most memory that was needed."""

from __future__ import annotations

import resource

MB = 1_000_000
ZEROS = b"0" * MB


def met(work):
    """What ``work`` meets: the kind of error and its sentence."""
    from geofa_sociodemografi.core.errors import SociodemografiError

    try:
        work()
    except SociodemografiError as error:
        return f"told: {error} {error.details}"[:200].replace("\n", " ")
    except Exception as error:  # noqa: BLE001 (any kind is what is looked for)
        return f"NOT TOLD: {error!r}"[:200].replace("\n", " ")
    return "nothing"


def tell(name, work):
    """A line about ``name``."""
    found = met(work)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{name}\t{found}\t{peak}", flush=True)

"""What every engine gets and gives."""

from __future__ import annotations

from typing import Protocol, Tuple

from ...progress import Progress
from ...registers.tables.register import Register
from ..findings import Findings
from ..plan.places import Places
from ..plan.register_plan import RegisterPlan
from ..sums import Sums


class Engine(Protocol):
    """Adds up one register. Which engine did it shows in no figure.

    It gets:

    ``register``: where the rows are, and which column plays which role.

    ``plan``: what must be added up. A term counts a row where its filter ``where`` holds, every
    column of ``given`` has a value, and it is known whether ``decided`` holds. A missing value
    holds in no test but ``missing``, so the ``not`` of such a test holds of it. Whether a filter is
    known to hold is another matter, of three-valued logic (Kleene): one false part decides an
    ``all`` and one true part an ``any``, whatever the other parts are. A ``Remainder`` counts the
    rows of its whole that are not in its part. A breakdown divides the rows into groups by its
    facets; the rows without a value, or in no band, are a group of their own.

    ``places``: the areas, the addresses, and the atoms. Every row lies in one atom: the combination
    of areas of every set it lies in, which may be in none. ``Places.of_rows`` places the rows of a
    table; an engine that places rows itself asks ``places.atoms`` for the number of a combination.
    Rows that lie nowhere are counted in their atom like all others.

    ``go_on``: a cell that cannot be read counts as unknown and is told in the findings; else the
    first that is met is refused.

    It gives:

    ``Sums``: of every period of the register, whether it is asked for or not, for the months before
    serve as denominators. Sums of columns are of double precision.

    ``Findings``: of every period how many rows were read, placed and not placed, and why; the rows
    of every ``Lack`` by column, a row that several lacks of a column name once; what comes twice
    (in ``plan.periods``); and what the readers left out or took to mean something. A month that is
    known to have no rows is among the periods, with 0.

    It raises ``InputError`` where a cell cannot be read and ``go_on`` is false, and
    ``CancelledError`` where the user stops it: it asks often enough that nobody waits.
    """

    def __call__(
        self,
        register: Register,
        plan: RegisterPlan,
        places: Places,
        progress: Progress,
        go_on: bool,
    ) -> Tuple[Sums, Findings]:
        """The sums and findings of ``register``."""

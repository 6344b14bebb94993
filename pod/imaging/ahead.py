"""Work on two cores: what makes strips is one strip ahead of what writes them, in a thread of its own.

Decoding, resampling and deflating all let go of the interpreter's lock. The order, and so every byte, stays the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]


def ahead(strips: Iterator[Pixels]) -> Iterator[Pixels]:
    """The same strips; what goes wrong in making one is raised where it is asked for."""
    with ThreadPoolExecutor(1, "strips") as maker:
        coming = maker.submit(next, strips, None)
        while (strip := coming.result()) is not None:
            coming = maker.submit(next, strips, None)
            yield strip

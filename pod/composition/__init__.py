"""Composition: artwork is measured, repaired for free where possible, and explained in a shopper's words.

``inspect`` measures, ``mend`` repairs what is free and exact to repair, ``replay`` does a recipe's repairs again on the
master. Pictures are height × width × 4, sRGB, straight alpha; none is changed in place.
"""

from pod.composition.inspection import Inspection, inspect, inspect_for
from pod.composition.likeness import alike, fingerprint
from pod.composition.measured import Asked
from pod.composition.mending import Mended, mend
from pod.composition.steps import bleed_colour, replay

__all__ = [
    "Asked",
    "Inspection",
    "Mended",
    "alike",
    "bleed_colour",
    "fingerprint",
    "inspect",
    "inspect_for",
    "mend",
    "replay",
]

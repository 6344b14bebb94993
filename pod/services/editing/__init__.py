"""Changing a picture that is there: read by rule, drawn where that is needed, measured against the picture before."""

from pod.services.editing.batches import BatchAsked, EditBatches, counted
from pod.services.editing.bringing import Origin, origin_of
from pod.services.editing.regions import in_artwork
from pod.services.editing.sweeping import USUAL_PRODUCT, Sweeping, as_csv
from pod.services.editing.verbs import Edited, Edits, Wish

__all__ = [
    "USUAL_PRODUCT",
    "BatchAsked",
    "EditBatches",
    "Edited",
    "Edits",
    "Origin",
    "Sweeping",
    "Wish",
    "as_csv",
    "counted",
    "in_artwork",
    "origin_of",
]

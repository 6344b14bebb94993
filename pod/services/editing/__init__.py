"""Changing a picture that is there: read by rule, drawn where that is needed, measured against the picture before."""

from pod.services.editing.bringing import Origin, origin_of
from pod.services.editing.verbs import Edited, Edits, Wish

__all__ = ["Edited", "Edits", "Origin", "Wish", "origin_of"]

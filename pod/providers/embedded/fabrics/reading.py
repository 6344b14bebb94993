"""Whether a sentence is about a surface, or about somebody who only stands before one."""

from __future__ import annotations

from pod.providers.embedded.fabrics.asked import Fabric, fabric_asked
from pod.providers.embedded.layouts import LAYOUTS
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.motifs import MotifLibrary
from pod.providers.embedded.understanding import read

SURFACE = "surface"
"""The layout that shows one."""


def surface_of(said: str, understood: Understanding, library: MotifLibrary) -> tuple[Fabric | None, Understanding]:
    """The surface where nothing else is to be seen, and what the rest says; a hero that its words hid comes to light:
    “sunset stripes with palm trees”."""
    fabric = fabric_asked(said)
    if fabric is None:
        return None, understood
    rest = read(fabric.rest, library)
    if "sunset" in rest.weather:  # the stripes are those of its sky
        return None, rest
    if fabric.behind or not (rest.heroes or rest.scene):
        return fabric, rest
    return None, understood if understood.heroes or understood.scene else rest


def layout_of(fabric: Fabric) -> str:
    return fabric.name if fabric.name in LAYOUTS else SURFACE

"""Surfaces that are a design by themselves: chevrons, dots, plaid, camouflage; which one a sentence asks for, and in which inks."""

from pod.providers.embedded.fabrics.asked import Fabric, fabric_asked
from pod.providers.embedded.fabrics.free import FREE
from pod.providers.embedded.fabrics.sheet import PERIOD, Painter, Sheet
from pod.providers.embedded.fabrics.single import SINGLE
from pod.providers.embedded.fabrics.woven import WOVEN

PAINTERS: dict[str, Painter] = {**WOVEN, **FREE, **SINGLE}
"""Every surface by its name in ``data/fabrics.toml``."""

SEAMLESS = frozenset({*WOVEN, *FREE})
"""What is a tile of `PERIOD` each way: its right edge meets its left one, its lower the upper."""

__all__ = ["PAINTERS", "PERIOD", "SEAMLESS", "Fabric", "Painter", "Sheet", "fabric_asked"]

"""Layouts: which way a text is brought into its slot."""

from __future__ import annotations

from collections.abc import Callable

from pod.lettering.banners import lay_arch, lay_ribbon, lay_wave
from pod.lettering.blocks import lay_lines, lay_stacked
from pod.lettering.laid import Copy, Laid
from pod.lettering.rims import lay_arc, lay_rim
from pod.model.artwork import SlotKind
from pod.model.lettering import LetteringLayout

_LAYOUTS: dict[LetteringLayout, Callable[[Copy], Laid]] = {
    LetteringLayout.AS_PLANNED: lay_lines,
    LetteringLayout.LINES: lay_lines,
    LetteringLayout.STACKED: lay_stacked,
    LetteringLayout.ARC: lay_arc,
    LetteringLayout.ARCH: lay_arch,
    LetteringLayout.WAVE: lay_wave,
    LetteringLayout.RIBBON: lay_ribbon,
}


def lay(copy: Copy, layout: LetteringLayout) -> Laid:
    """The text in its slot. A rim is a rim: its artwork fills the middle, and no other layout has room there."""
    return lay_rim(copy) if copy.slot.kind is SlotKind.ARC else _LAYOUTS[layout](copy)

"""Which ink lettering takes: readable on what it is printed on."""

from __future__ import annotations

from pod.imaging.colour import contrast, from_oklch, oklch, parse_hex, to_hex

MIN_CONTRAST = 3.2
"""Lowest contrast of lettering against its ground, by WCAG 2.2's formula. Large type needs 3:1 there (1.4.3); the rest
is for cloth, which soaks up ink."""

DARK, LIGHT = "#1f1b24", "#fff6e5"
"""Near-black and cream: pure black and white look harsh beside printed colours."""


def ink_for(ground: str, planned: str = "") -> str:
    """`planned` where it reads on `ground`; else the same hue made darker or lighter until it does; else dark or cream.

    An unknown ground ("") takes whatever was planned, and dark ink where nothing was.
    """
    if not ground:
        return to_hex(parse_hex(planned)) if planned else DARK
    if planned:
        return _readable(to_hex(parse_hex(planned)), ground)
    return max((DARK, LIGHT), key=lambda ink: contrast(ink, ground))


def _readable(planned: str, ground: str) -> str:
    if contrast(planned, ground) >= MIN_CONTRAST:
        return planned
    lightness, chroma, hue = oklch(planned)
    away = 1 if contrast("#ffffff", ground) > contrast("#000000", ground) else -1
    for step in range(1, 20):
        shifted = from_oklch(min(1.0, max(0.0, lightness + away * step * 0.05)), chroma, hue)
        if contrast(shifted, ground) >= MIN_CONTRAST:
            return shifted
    return ink_for(ground)

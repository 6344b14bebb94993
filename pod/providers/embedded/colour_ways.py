"""Ways of colour that have a name, and what becomes of an ink in them: pastel, neon, earth tones, muted, greys."""

from __future__ import annotations

import re
from collections.abc import Callable, Set

from pod.drawing.display import Drawing
from pod.imaging.colour import from_oklch, hue_apart, mix, oklch
from pod.providers.embedded.inks import repainted
from pod.providers.embedded.palettes import HUES, Palette
from pod.providers.embedded.subjects import tone, visible_shares

Turn = Callable[[str], str]


def _pastel(ink: str) -> str:
    """Nothing dark and nothing loud: lines become plum."""
    lightness, chroma, hue = oklch(ink)
    if lightness < 0.4:
        return from_oklch(0.46 + 0.2 * lightness, max(0.05, min(chroma, 0.08)), hue if chroma > 0.05 else 305)
    if lightness >= 0.74 and chroma <= 0.1:
        return ink
    return from_oklch(0.68 + 0.27 * lightness, min(chroma, 0.1), hue)


_TUBES = (350.0, 45.0, 105.0, 142.0, 205.0, 300.0)
"""OKLCH hues of gas in glass: pink, orange, yellow, green, cyan, violet."""


def _neon(ink: str) -> str:
    """Black stays the night, greys become cyan and violet, and every hue is the nearest that glows."""
    lightness, chroma, hue = oklch(ink)
    if lightness < 0.4 and chroma < 0.09:
        return from_oklch(0.12 + 0.36 * lightness, 0.05, 295)
    if chroma < 0.045:
        return ink if lightness > 0.93 else from_oklch(*((0.84, 0.14, 205) if lightness > 0.68 else (0.6, 0.25, 300)))
    return from_oklch(min(0.88, max(0.7, lightness)), 0.24, min(_TUBES, key=lambda tube: hue_apart(tube, hue)))


_EARTHS = (
    (38, 38, 0.105),
    (60, 58, 0.1),
    (88, 80, 0.1),
    (140, 115, 0.05),
    (200, 130, 0.03),
    (255, 55, 0.055),
    (300, 322, 0.07),
    (350, 45, 0.06),
)
"""Hues, each with the hue of the clay, sand or leaf that it becomes, and how strong that is at most."""


def _earthen(ink: str) -> str:
    lightness, chroma, hue = oklch(ink)
    if chroma < 0.03:
        return from_oklch(min(0.96, lightness), 0.025, 70)
    _, to, most = min(_EARTHS, key=lambda earth: hue_apart(earth[0], hue))
    return from_oklch(min(0.9, max(0.3, lightness * 0.94)), min(chroma, most), to)


def _muted(ink: str) -> str:
    """Washed, and yellowed a little."""
    lightness, chroma, hue = oklch(ink)
    return mix(from_oklch(0.08 + 0.86 * lightness, 0.6 * chroma, hue), "#e8d3a8", 0.1)


def aged(ink: str) -> str:
    """As a print of long ago: a little washed, and on yellowed paper."""
    lightness, chroma, hue = oklch(ink)
    return mix(from_oklch(0.1 + 0.83 * lightness, 0.78 * chroma, hue), "#e2c48a", 0.12)


def _jewelled(ink: str) -> str:
    lightness, chroma, hue = oklch(ink)
    return ink if chroma < 0.03 else from_oklch(min(0.62, max(0.4, 0.8 * lightness)), max(0.13, chroma), hue)


def _bright(ink: str) -> str:
    lightness, chroma, hue = oklch(ink)
    return ink if chroma < 0.03 else from_oklch(min(0.86, max(0.6, lightness)), max(0.17, chroma), hue)


_GREYS = ("#16161a", "#4a4a52", "#b4b4bc", "#fdfdfb")
_STEPS = (0.34, 0.45, 0.6)
"""Lightness from which an ink is the next grey: what is not dark itself is paper, or its lines could not be seen."""

OF_INK = Palette("ink-and-paper", _GREYS[0], _GREYS[3], ("#f1f1f3", "#fdfdfb", "#d2d2d8", "#4a4a52", "#e4e4e8"))


_NO_HUE = 0.012


def grey(ink: str) -> str:
    lightness, chroma, _ = oklch(ink)
    return ink if chroma < _NO_HUE else _GREYS[sum(lightness > step for step in _STEPS)]


_OF_PARTS = ("#3f3f47", "#94949d", "#d6d6dc", "#fdfdfb")


def in_greys(drawing: Drawing, kept: Set[str] = frozenset()) -> Drawing:
    """Each part in a grey of its own rank, so that red and white stripes stay two; what is nearly black is ink. Inks that are
    `kept` stay."""
    inks = {ink: share for ink, share in visible_shares(drawing).items() if oklch(ink)[0] > _STEPS[0]}
    becomes = dict.fromkeys(drawing.inks(), _GREYS[0]) | tone(inks, _OF_PARTS)
    return repainted(drawing, {ink: grey for ink, grey in becomes.items() if ink not in kept})


COLOUR_WORDS = r"(?:colou?rs?|tones?|hues|shades|palette|inks?|colou?r (?:scheme|palette))"
_WAYS: tuple[tuple[str, Turn, tuple[str, ...]], ...] = (
    (r"candy[- ]colou?red|candy colou?rs", _pastel, ("candy", "pastel", "lavender", "mint")),
    (rf"pastels?(?! (?:{'|'.join(HUES)}|grey|gray)\b)(?: {COLOUR_WORDS})?", _pastel, ("pastel", "candy", "lavender", "mint")),
    (rf"(?:in|bright|of) neons?(?: {COLOUR_WORDS})?|neon(?:[- ]?coloured|[- ]?colored| {COLOUR_WORDS})|neon(?= [a-z])(?! (?:signs?|lights?|city|street|tubes?|lamps?)\b)", _neon, ("neon", "carnival", "berry", "midnight")),
    (
        rf"earth(?:y|en)?(?:[- ]?ton(?:es?|ed))?(?: {COLOUR_WORDS})|earth[- ]?ton(?:es?|ed)|earthy|(?:natural|neutral|desert|terracotta) {COLOUR_WORDS}|neutrals|boho|bohemian",
        _earthen,
        ("terracotta", "seventies", "desert", "cocoa"),
    ),
    (rf"(?:muted|faded|vintage|antique|dusty|washed[- ]out|distressed|old) {COLOUR_WORDS}|muted|sepia", _muted, ("seventies", "press", "retro", "autumn")),
    (r"vintage(?! (?:[a-z]+ )?(?:bicycles?|bikes?|campers?|vans?|campervan|trucks?|cars?|pickup|typewriter|cameras?|motorcycles?|radio|tractors?|train|plane|sewing|gas|binoculars)\b)|antique", aged, ("seventies", "press", "retro", "autumn")),
    (rf"jewel[- ]ton(?:es?|ed)|(?:jewel|gem) {COLOUR_WORDS}", _jewelled, ("berry", "midnight", "jungle", "carnival")),
    (rf"(?:bright|vivid|vibrant|bold|loud) {COLOUR_WORDS}", _bright, ("carnival", "citrus", "cherry", "ocean")),
)  # fmt: skip
"""What a sentence says, what becomes of an ink, and what the rest is in."""

WAYS_OF_COLOUR = tuple((re.compile(rf"\b(?:{said})\b", re.IGNORECASE), turn, names) for said, turn, names in _WAYS)

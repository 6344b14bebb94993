"""The flat colour behind a subject that will be cut out, chosen so that nothing of the subject is cut out with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

from pod.imaging.colour import delta_e, to_hex
from pod.model.errors import InputRefused
from prompts.sentence import colour_words

KEY_COLOURS = ("#00b140", "#ff00ff", "#00a2ff", "#ffffff", "#000000", "#7f7f7f")

LEAST_DISTANCE = 40.0
"""CIE76 to every colour of the subject: a model paints the ground up to 20 off and tints edges by as much again."""

_STEPS = (0, 51, 102, 153, 204, 255)


def key_colour(inks: Iterable[str], subject: str) -> str:
    """The key colour farthest from all inks and from the colours that the subject brings along.

    Where none of the usual ones is far enough, the 216 colours of a coarse cube are tried. `InputRefused` when even
    there nothing keeps the distance: the palette then covers all of the colour space.
    """
    near = set(inks) | colours_of(subject)
    if not near:
        return KEY_COLOURS[0]
    best = _farthest(KEY_COLOURS, near)
    if _distance(best, near) < LEAST_DISTANCE:
        best = _farthest([to_hex((r, g, b)) for r, g, b in product(_STEPS, repeat=3)], near)
    if (measured := _distance(best, near)) < LEAST_DISTANCE:
        raise InputRefused(
            "no_key_colour",
            f"No ground colour keeps apart from all {len(near)} colours of this design.",
            "Use fewer colours, or colours that are closer to each other.",
            measured=round(measured, 1),
            required=LEAST_DISTANCE,
        )
    return best


def colours_of(subject: str) -> set[str]:
    """Colours that the text names, and those of the things it names: a frog is green."""
    words = colour_words()
    known = words["named"] | words["things"]
    singular = (w.removesuffix("s") if w not in known else w for w in re.findall(r"\w+", subject.lower()))
    return {known[w] for w in singular if w in known}


def _distance(colour: str, near: Iterable[str]) -> float:
    return min(delta_e(colour, other) for other in near)


def _farthest(colours: Iterable[str], near: set[str]) -> str:
    return max(colours, key=lambda colour: _distance(colour, near))

"""Heads that are cut into facets by hand: where a net over a drawing would lose ears, eyes and muzzle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.imaging.colour import mix

_Spot = tuple[float, float]
_DARK, _LIGHT = "#1f1d24", "#ffffff"


@dataclass(frozen=True, slots=True)
class Build:
    """How a head differs from a wolf's, as shares: `ears` how high they are, `jaw` how long, `cheeks` how wide. `inks` are those
    of its coat, its face and its eyes."""

    ears: float
    jaw: float
    cheeks: float
    inks: tuple[str, str, str]


BUILDS: Mapping[str, Build] = {
    "wolf": Build(1.0, 1.0, 1.0, ("#7b8794", "#dfe4e8", "#f0b63f")),
    "husky": Build(1.0, 0.94, 0.96, ("#586474", "#f4f6f8", "#7cc0ec")),
    "german shepherd": Build(1.12, 1.0, 0.88, ("#6a4a33", "#c99355", "#a8652c")),
    "fox": Build(1.12, 0.96, 1.04, ("#e0702f", "#fbeedd", "#5b3a22")),
    "coyote": Build(1.1, 1.02, 0.92, ("#b08a62", "#ecdcc2", "#e0a93c")),
    "arctic fox": Build(0.94, 0.9, 1.08, ("#cfdbe6", "#fafcfd", "#4f8fc2")),
}
"""By what a hero is called."""

_POINTS: Mapping[str, _Spot] = {
    "crown": (0, -58), "ear in": (20, -64), "ear tip": (56, -126), "ear out": (72, -46), "ear mid": (46, -56),
    "brow": (0, -18), "brow in": (18, -22), "brow out": (54, -28), "tuft": (88, -8), "tip": (104, 26), "notch": (76, 32),
    "low tuft": (70, 62), "jaw": (34, 76), "cheek": (52, 16), "under eye": (34, 4), "muzzle": (26, 38), "bridge": (12, 6),
    "stop": (0, 10), "nose top": (0, 62), "nose side": (17, 64), "nose low": (0, 84), "chin side": (20, 102), "chin": (0, 114),
    "lobe": (54, -60), "lobe tip": (56, -104), "lobe out": (66, -54), "eye in": (18, -4), "eye top": (34, -17), "eye out": (47, -13), "eye low": (32, 3),
}  # fmt: skip
"""Of the right half, from the middle between the eyes."""

_COAT, _FACE = 0, 1

_FACETS: tuple[tuple[str, int, float], ...] = (
    ("ear in, ear tip, ear mid", _COAT, 0.06), ("ear tip, ear out, ear mid", _COAT, -0.3),
    ("lobe, lobe tip, lobe out", _FACE, -0.1), ("crown, ear in, brow in, brow", _COAT, 0.14),
    ("ear in, ear mid, brow in", _COAT, -0.02), ("ear mid, brow out, brow in", _COAT, -0.14), ("ear mid, ear out, brow out", _COAT, 0.1),
    ("ear out, tuft, brow out", _COAT, -0.12), ("brow out, tuft, cheek", _COAT, 0.04), ("tuft, tip, cheek", _COAT, -0.22),
    ("tip, notch, cheek", _FACE, -0.04), ("notch, low tuft, cheek", _FACE, 0.1), ("low tuft, jaw, cheek", _FACE, -0.12),
    ("cheek, jaw, muzzle", _FACE, 0.04), ("brow out, cheek, under eye", _COAT, -0.24), ("brow in, brow out, under eye", _COAT, -0.3),
    ("brow in, under eye, bridge", _COAT, -0.1), ("under eye, cheek, muzzle", _FACE, -0.16), ("under eye, muzzle, bridge", _FACE, 0.02),
    ("brow, brow in, bridge, stop", _COAT, 0.26), ("stop, bridge, nose side, nose top", _COAT, 0.12),
    ("bridge, muzzle, nose side", _FACE, 0.12), ("muzzle, jaw, nose side", _FACE, -0.06), ("nose side, jaw, chin side", _FACE, -0.18),
    ("nose side, chin side, chin, nose low", _FACE, -0.28),
)  # fmt: skip
"""Corners, which ink, and how much lighter or darker."""


def draw_head(canvas: Canvas, name: str, said: tuple[str, ...], middle: float, size: float) -> None:
    """Of one of `BUILDS`, in its own inks or in the one or two that were said, `size` wide."""
    build = BUILDS[name]
    coat, face, iris = _inks(build, said)
    for side in (1, -1):
        lit = 0.05 * side * -1
        for corners, ink, shade in _FACETS:
            shape = _shape(build, corners, side, middle, size)
            tone = _shaded((coat, face)[ink], shade + lit)
            canvas.fill(shape, tone)
            canvas.stroke(shape, tone, size / 300)  # no cloth shows between shapes that touch
        canvas.fill(_shape(build, "eye in, eye top, eye out, eye low", side, middle, size), iris)
        canvas.fill(_shape(build, "eye top, eye out, eye low", side, middle, size), mix(iris, _DARK, 0.62))
        canvas.fill(_shape(build, "nose top, nose side, nose low", side, middle, size), _DARK)


def _inks(build: Build, said: tuple[str, ...]) -> tuple[str, str, str]:
    if not said:
        return build.inks
    first, second = said[0], said[1] if len(said) > 1 else mix(said[0], _LIGHT, 0.7)
    return first, second, _LIGHT if len(said) == 1 else mix(second, _LIGHT, 0.4)


def _shape(build: Build, corners: str, side: int, middle: float, size: float) -> Path:
    at = Transform.scale(side * size / 208, size / 208).then(Transform.move(middle, middle))
    return Path.lines([_built(build, *_POINTS[name]) for name in corners.split(", ")]).transformed(at)


def _built(build: Build, x: float, y: float) -> _Spot:
    if y < -70:
        y = -70 + (y + 70) * build.ears
    elif y > 40:
        y = 40 + (y - 40) * build.jaw
    return (x if x < 60 or y < 0 else 60 + (x - 60) * build.cheeks), y


def _shaded(ink: str, by: float) -> str:
    return mix(ink, _LIGHT, by) if by > 0 else mix(ink, _DARK, -by)

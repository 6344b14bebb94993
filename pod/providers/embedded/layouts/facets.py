"""Heads that are cut into facets by hand: where a net over a drawing would lose ears, eyes and muzzle."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.imaging.colour import mix

_Spot = tuple[float, float]
_Piece = tuple[str, tuple[_Spot, ...]]
_DARK, _LIGHT = "#1f1d24", "#ffffff"


@dataclass(frozen=True, slots=True)
class Build:
    """How a head differs from a wolf's, as shares: `ears` how high they are, `jaw` how long, `cheeks` how wide. `inks` are those
    of its coat, its face and its eyes. `moved` are corners that are elsewhere, `behind` and `over` what else there is of its right half,
    each in its own ink: a mane, antlers, stripes; `down` how far below the middle the face is for them, `whole` how large it is."""

    ears: float
    jaw: float
    cheeks: float
    inks: tuple[str, str, str]
    moved: Mapping[str, _Spot] = field(default_factory=dict)
    behind: tuple[_Piece, ...] = ()
    over: tuple[_Piece, ...] = ()
    down: float = 0.0
    whole: float = 1.0


_NO_POINTS: Mapping[str, _Spot] = dict.fromkeys(
    ("ear in", "ear tip", "ear out", "ear mid", "lobe", "lobe tip", "lobe out"), (60.0, -50.0)
)
"""Ears that are pieces of their own."""

_BROAD: Mapping[str, _Spot] = {
    **_NO_POINTS, "crown": (0, -74), "ear in": (34, -70), "ear mid": (58, -54), "ear out": (88, -40), "ear tip": (66, -66), "tuft": (98, -12), "tip": (102, 26), "notch": (92, 52),
    "low tuft": (72, 84), "jaw": (44, 100), "muzzle": (36, 42), "nose top": (0, 38), "nose side": (22, 42), "nose low": (0, 64), "chin side": (26, 104), "chin": (0, 112),
}  # fmt: skip


def _round_ear(coat: str, inner: str) -> tuple[_Piece, ...]:
    return (
        (coat, ((36, -62), (42, -98), (66, -72))),
        (mix(coat, _LIGHT, 0.12), ((42, -98), (66, -114), (66, -72))),
        (mix(coat, _DARK, 0.1), ((66, -114), (94, -102), (66, -72))),
        (mix(coat, _DARK, 0.22), ((94, -102), (104, -70), (84, -44), (66, -72))),
        (inner, ((54, -70), (62, -94), (84, -90), (90, -68), (76, -52))),
    )


def _mane() -> tuple[_Piece, ...]:
    """Locks all around, by turns long and short."""
    tones = ("#8f4a24", "#a85a2c", "#7a3c1e", "#b9683a")
    rim = [
        (
            (148 if k % 2 else 118) * math.sin(math.radians(15 * k)),
            14 - (148 if k % 2 else 118) * math.cos(math.radians(15 * k)),
        )
        for k in range(13)
    ]
    return tuple((tones[k % 4], ((0.0, 14.0), rim[k], rim[k + 1])) for k in range(12))


_ANTLER = (
    ("#7a5638", ((16, -58), (38, -118), (84, -168), (80, -232), (92, -232), (102, -162), (54, -106), (32, -54))),
    ("#94704c", ((42, -122), (26, -182), (38, -184), (58, -128))),
    ("#94704c", ((80, -170), (132, -206), (134, -194), (92, -154))),
    ("#8a6644", ((62, -138), (116, -136), (114, -124), (58, -122))),
)
_STRIPES = tuple(
    ("#2a2230", spots)
    for spots in (
        ((0, -70), (9, -46), (0, -26)), ((30, -66), (38, -44), (24, -38)), ((56, -60), (58, -40), (44, -36)),
        ((102, -6), (66, -2), (68, 8)), ((103, 22), (64, 18), (68, 30)), ((94, 48), (62, 40), (66, 52)),
    )
)  # fmt: skip
_BEAR, _TIGER, _LION = "#8a5a3b", "#e8883a", "#d9973f"

BUILDS: Mapping[str, Build] = {
    "wolf": Build(1.0, 1.0, 1.0, ("#7b8794", "#dfe4e8", "#f0b63f")),
    "husky": Build(1.0, 0.94, 0.96, ("#586474", "#f4f6f8", "#7cc0ec")),
    "german shepherd": Build(1.12, 1.0, 0.88, ("#6a4a33", "#c99355", "#a8652c")),
    "fox": Build(1.12, 0.96, 1.04, ("#e0702f", "#fbeedd", "#5b3a22")),
    "bear": Build(1.0, 1.0, 1.0, (_BEAR, "#d9b48a", "#3a2418"), _BROAD, _round_ear(_BEAR, "#b98a62")),
    "polar bear": Build(1.0, 1.0, 1.0, ("#e3e8ec", "#fbfcfd", "#35404f"), _BROAD, _round_ear("#dbe1e6", "#c3ccd4")),
    "lion": Build(
        1.0, 1.0, 1.0, (_LION, "#f6dfb0", "#7a4a1f"), _BROAD, (*_mane(), *_round_ear(_LION, "#b5713a")), whole=0.86
    ),
    "tiger": Build(1.0, 1.0, 1.0, (_TIGER, "#fbeedd", "#7f9a3c"), _BROAD, _round_ear(_TIGER, "#3a2a2a"), _STRIPES),
    "deer": Build(
        1.0,
        1.0,
        1.0,
        ("#a8703f", "#ecd3ae", "#3a2418"),
        {
            "ear in": (26, -50),
            "ear tip": (116, -66),
            "ear out": (62, -22),
            "ear mid": (58, -42),
            "lobe": (56, -44),
            "lobe tip": (98, -60),
            "lobe out": (64, -30),
            "tuft": (66, -6),
            "tip": (64, 22),
            "notch": (56, 42),
            "low tuft": (46, 72),
            "jaw": (32, 92),
            "nose low": (0, 88),
            "chin side": (18, 108),
            "chin": (0, 116),
            "nose top": (0, 66),
            "nose side": (20, 68),
        },
        _ANTLER,
        down=64,
        whole=0.74,
    ),
    "cat": Build(
        1.0,
        1.0,
        1.0,
        ("#8b8796", "#efeaf0", "#9fc15a"),
        {
            "ear in": (22, -60),
            "ear tip": (78, -128),
            "ear out": (96, -36),
            "ear mid": (58, -50),
            "lobe": (60, -58),
            "lobe tip": (76, -108),
            "lobe out": (86, -48),
            "tuft": (100, -2),
            "tip": (106, 30),
            "notch": (92, 46),
            "low tuft": (72, 72),
            "jaw": (40, 84),
            "muzzle": (28, 44),
            "nose top": (0, 44),
            "nose side": (13, 46),
            "nose low": (0, 60),
            "chin side": (22, 90),
            "chin": (0, 96),
        },
    ),
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
    size *= build.whole
    for own, spots in build.behind:
        _pieces(canvas, build, own if not said else mix(said[0], own, 0.4), spots, middle, size)
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
    for own, spots in build.over:
        _pieces(canvas, build, own, spots, middle, size)


def _pieces(canvas: Canvas, build: Build, ink: str, corners: Sequence[_Spot], middle: float, size: float) -> None:
    for side in (1, -1):
        shape = Path.lines(list(corners)).transformed(_to_its_place(build, side, middle, size))
        canvas.fill(shape, ink)
        canvas.stroke(shape, ink, size / 300)


def _inks(build: Build, said: tuple[str, ...]) -> tuple[str, str, str]:
    if not said:
        return build.inks
    first, second = said[0], said[1] if len(said) > 1 else mix(said[0], _LIGHT, 0.7)
    return first, second, _LIGHT if len(said) == 1 else mix(second, _LIGHT, 0.4)


def _shape(build: Build, corners: str, side: int, middle: float, size: float) -> Path:
    spots = [
        build.moved[name] if name in build.moved else _built(build, *_POINTS[name]) for name in corners.split(", ")
    ]
    return Path.lines(spots).transformed(_to_its_place(build, side, middle, size))


def _to_its_place(build: Build, side: int, middle: float, size: float) -> Transform:
    k = size / 208
    return Transform.scale(side * k, k).then(Transform.move(middle, middle + build.down * k))


def _built(build: Build, x: float, y: float) -> _Spot:
    if y < -70:
        y = -70 + (y + 70) * build.ears
    elif y > 40:
        y = 40 + (y - 40) * build.jaw
    return (x if x < 60 or y < 0 else 60 + (x - 60) * build.cheeks), y


def _shaded(ink: str, by: float) -> str:
    return mix(ink, _LIGHT, by) if by > 0 else mix(ink, _DARK, -by)

"""What can be added to a cut-out drawing without an image model: an outline around it, a shadow behind it.

Both are hard-edged and of one ink, as shops print them: a soft shadow is half-transparent ink, which comes out as grey
dots on cloth. A drawing of paths stays one; a picture is grown by its own alpha.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from shapely import affinity
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.composition.labspace import Pixels
from pod.composition.prepared import strips
from pod.drawing import Canvas, Drawing, Path, Transform, rasterise
from pod.imaging.colour import delta_e, lab, mix, parse_hex
from pod.imaging.resample import resized
from pod.model.edit import Touch, TouchKind

OUTLINE: Final = 0.014
"""Width of an outline as a share of the picture's: 4 mm on a print 300 mm wide, as stickers are cut."""

SHADOW: Final = (0.018, 0.02)
"""How far a shadow falls, to the right and down."""

_ROOM: Final = 0.02
"""Least margin that a touched drawing keeps in its frame."""

_STANDS_OUT: Final = 25.0
"""CIE76 from which a shadow or an outline is seen on its cloth."""

_LOOK_PX: Final = 2048
_SOLID: Final = 128
_PAPER, _COAL = "#ffffff", "#1c1a19"


def touched_drawing(drawing: Drawing, touches: Sequence[Touch], inks: Sequence[str], cloth_rgb: str) -> Drawing:
    """With every touch behind it, the first one nearest; made smaller where its frame would not hold it."""
    for touch in touches:
        area = _ADDED[touch.kind](_silhouette(drawing), drawing.width)
        canvas = Canvas(drawing.width, drawing.height)
        canvas.fill(Path.from_geometry(area, smooth=True), ink_for(touch, inks, cloth_rgb))
        canvas.place(drawing)
        drawing = _in_frame(canvas.drawing())
    return drawing


def touched_pixels(pixels: Pixels, touches: Sequence[Touch], inks: Sequence[str], cloth_rgb: str) -> Pixels:
    for touch in touches:
        roomy = _with_room(pixels, _REACH[touch.kind] + _ROOM)
        cover = _COVERED[touch.kind](roomy[..., 3], roomy.shape[1])
        pixels = _laid_under(roomy, cover, ink_for(touch, inks, cloth_rgb))
    return pixels


def ink_for(touch: Touch, inks: Sequence[str], cloth_rgb: str) -> str:
    """The ink that was named; else the one of the drawing that does the work and is seen on the cloth."""
    if touch.ink:
        return touch.ink
    darkest_first = sorted((_COAL, *inks), key=lambda ink: lab(ink)[0])
    wanted = [_PAPER, *reversed(darkest_first)] if touch.kind is TouchKind.OUTLINE else darkest_first
    seen = (ink for ink in wanted if not cloth_rgb or delta_e(ink, cloth_rgb) >= _STANDS_OUT)
    return next(seen, mix(cloth_rgb or _PAPER, _COAL if lab(cloth_rgb or _PAPER)[0] > 50 else _PAPER, 0.6))


# --- as paths


def _silhouette(drawing: Drawing) -> BaseGeometry:
    """All that is covered, holes and all, as it is seen: knock-outs and clips have had their say."""
    unit = drawing.width / _LOOK_PX
    alpha = rasterise(drawing, _LOOK_PX, max(1, round(drawing.height / unit)))[..., 3]
    contours, tree = cv2.findContours((alpha >= _SOLID).astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    rings = [(ring.reshape(-1, 2).astype(np.float64) + 0.5) * unit for ring in contours]
    outer = [n for n in range(len(rings)) if tree[0][n][3] < 0 and len(rings[n]) >= 4]
    holes: dict[int, list[NDArray[np.float64]]] = {n: [] for n in outer}
    for n, ring in enumerate(rings):
        if tree[0][n][3] in holes and len(ring) >= 4:
            holes[tree[0][n][3]].append(ring)
    return unary_union([Polygon(rings[n], holes[n]).buffer(0) for n in outer]).simplify(unit / 2)


def _outlined(area: BaseGeometry, width: float) -> BaseGeometry:
    grown = area.buffer(OUTLINE * width, quad_segs=12)
    # what shows of the cloth between two strands of fur would be a speck
    return grown.buffer(OUTLINE * width / 2).buffer(-OUTLINE * width / 2).segmentize(width / 60)


def _shadowed(area: BaseGeometry, width: float) -> BaseGeometry:
    """Swept, not only moved: a thin arm and its shadow hang together."""
    steps = 6
    moved = [affinity.translate(area, *(share * width * n / steps for share in SHADOW)) for n in range(1, steps + 1)]
    return unary_union(moved).buffer(width / 2000).segmentize(width / 60)


_ADDED: Final[Mapping[TouchKind, Callable[[BaseGeometry, float], BaseGeometry]]] = {
    TouchKind.OUTLINE: _outlined,
    TouchKind.SHADOW: _shadowed,
}


def _in_frame(drawing: Drawing) -> Drawing:
    ink, room = drawing.ink_box(), _ROOM * drawing.width
    factor = min(1.0, (drawing.width - 2 * room) / ink.width, (drawing.height - 2 * room) / ink.height)
    inside = (
        ink.left >= room
        and ink.top >= room
        and ink.right <= drawing.width - room
        and ink.bottom <= drawing.height - room
    )
    if inside:
        return drawing
    (x, y), middle = ink.centre, (drawing.width / 2, drawing.height / 2)
    return drawing.transformed(Transform.move(-x, -y).then(Transform.scale(factor)).then(Transform.move(*middle)))


# --- as pixels


def _with_room(pixels: Pixels, least: float) -> Pixels:
    """The picture in a frame of the same shape that leaves room around its ink; itself where there is room."""
    height, width = pixels.shape[:2]
    left, top, ink_width, ink_height = cv2.boundingRect((pixels[..., 3] >= 8).astype(np.uint8))
    room = round(least * width)
    if min(left, top, width - left - ink_width, height - top - ink_height) >= room:
        return pixels
    ink = pixels[top : top + ink_height, left : left + ink_width]
    factor = min(1.0, (width - 2 * room) / ink_width, (height - 2 * room) / ink_height)
    smaller = resized(np.ascontiguousarray(ink), max(1, round(ink_width * factor)), max(1, round(ink_height * factor)))
    out = np.zeros_like(pixels)
    at_x, at_y = (width - smaller.shape[1]) // 2, (height - smaller.shape[0]) // 2
    out[at_y : at_y + smaller.shape[0], at_x : at_x + smaller.shape[1]] = smaller
    return out


def _outline_cover(alpha: NDArray[np.uint8], width: int) -> NDArray[np.uint8]:
    away = cv2.distanceTransform((alpha < _SOLID).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(np.rint(np.clip(OUTLINE * width + 0.5 - away, 0, 1) * 255), dtype=np.uint8)


def _shadow_cover(alpha: NDArray[np.uint8], width: int) -> NDArray[np.uint8]:
    across, down = (max(1, round(share * width)) for share in SHADOW)
    cover = np.zeros_like(alpha)
    for n in range(1, max(across, down) + 1):
        dx, dy = across * n // max(across, down), down * n // max(across, down)
        np.maximum(cover[dy:, dx:], alpha[: alpha.shape[0] - dy, : alpha.shape[1] - dx], out=cover[dy:, dx:])
    return cover


_COVERED: Final[Mapping[TouchKind, Callable[[NDArray[np.uint8], int], NDArray[np.uint8]]]] = {
    TouchKind.OUTLINE: _outline_cover,
    TouchKind.SHADOW: _shadow_cover,
}
_REACH: Final = {TouchKind.OUTLINE: OUTLINE, TouchKind.SHADOW: max(SHADOW)}


def _laid_under(pixels: Pixels, cover: NDArray[np.uint8], ink: str) -> Pixels:
    """The picture over a plane of one ink that is there where `cover` says."""
    out, rgb = np.empty_like(pixels), np.array(parse_hex(ink), np.float32)
    for top, bottom in strips(len(pixels), 256):
        rows = pixels[top:bottom].astype(np.float32)
        over, under = rows[..., 3:] / 255, cover[top:bottom, :, None].astype(np.float32) / 255
        behind = under * (1 - over)
        alpha = over + behind
        colour = (rows[..., :3] * over + rgb * behind) / np.maximum(alpha, 1e-6)
        out[top:bottom] = np.rint(np.concatenate((colour, alpha * 255), axis=-1))
    return out

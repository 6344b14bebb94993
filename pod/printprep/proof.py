"""The proof: a print file's own picture on its product, in its cloth colour, where it will be printed.

The scene is drawn in millimetres and scaled once, so the art stands within a pixel of its place. Cloth falls over both
alike: one shade map darkens and lightens cloth and ink together, and bends the ink by as much as the fold is deep. On a
mug the picture goes around the cylinder.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.drawing import Canvas, rasterise
from pod.drawing.paths import Path
from pod.drawing.shapes import circle
from pod.imaging.colour import parse_hex
from pod.imaging.load import load_picture
from pod.imaging.png import encode_png
from pod.imaging.resample import reduced, resized
from pod.model.geometry import MM_PER_INCH, Box
from pod.model.product import Cloth, PrintArea, Product
from pod.printprep.fit import Sheet
from pod.printprep.master import MAX_MASTER_BYTES, MAX_MASTER_PX, blend_over
from pod.printprep.mockups import GROUND, SCENES, Scene, plain_scene, shade

Pixels = NDArray[np.uint8]
Field = NDArray[np.float32]

_SHADE_DEPTH = 0.075
"""How much the deepest fold darkens or lightens."""

_BEND_MM = 0.6
"""How far a fold moves the ink sideways: less than the millimetre within which a proof has to be true."""

PROOF_PX = 1200

_FINER = 2.0
"""Art is kept this many times finer than the picture that it is resampled to."""

_MUG_DIAMETER_MM, _MUG_HEIGHT_MM, _MUG_TOP_MM = 82.0, 96.0, 34.0
_MUG_SCENE_MM = (290.0, 270.0)


@dataclass(frozen=True, slots=True)
class _View:
    """One look at the mug. `turn_degrees` is how far the middle of the wrap is turned; `side` is where the handle is."""

    centre_mm: float
    turn_degrees: float
    side: int


_MUG_VIEWS = (_View(88.0, -50.0, -1), _View(202.0, 50.0, 1))


def proof(print_png: bytes, product: Product, area: PrintArea, cloth: Cloth, *, width_px: int = PROOF_PX) -> bytes:
    """A PNG, `width_px` wide, of `area`'s print file on `product` in `cloth`."""
    return encode_png(on_product(print_pixels(print_png), product, area, cloth, width_px=width_px))


def print_pixels(print_png: bytes) -> Pixels:
    return load_picture(print_png, max_bytes=MAX_MASTER_BYTES, max_pixels=MAX_MASTER_PX).pixels


def on_product(art: Pixels | None, product: Product, area: PrintArea, cloth: Cloth, *, width_px: int) -> Pixels:
    """`art`, a print file's pixels with its bleed, on the product. None shows the product empty."""
    if product.mockup == "mug":
        return _mug(None if art is None else _seen(art, area, width_px / _MUG_SCENE_MM[0]), area, cloth, width_px)
    scene = _scene(product, area)
    return _flat(scene, None if art is None else _seen(art, area, width_px / scene.width_mm), area, cloth, width_px)


def as_layer(art: Pixels, product: Product, area: PrintArea, *, width_px: int) -> Pixels:
    """The art alone, where `on_product` shows it: laid over the empty product it makes the same picture."""
    if product.mockup == "mug":
        return _mug_layer(_seen(art, area, width_px / _MUG_SCENE_MM[0]), area, width_px)
    scene = _scene(product, area)
    seen = _seen(art, area, width_px / scene.width_mm)
    height_px = round(scene.height_mm * width_px / scene.width_mm)
    folds = _folds(scene, width_px, height_px)
    body = _mask(scene.body, scene.width_mm, width_px, height_px)
    return _shaded(_placed(scene, seen, area, folds, width_px), body, folds, scene.texture)


def enough_ppi(product: Product, area: PrintArea, *, width_px: int) -> int:
    """The resolution at which art is drawn for a picture `width_px` wide: what is finer would not be seen."""
    scene_mm = _MUG_SCENE_MM[0] if product.mockup == "mug" else _scene(product, area).width_mm
    return min(area.target_ppi, math.ceil(_FINER * MM_PER_INCH * width_px / scene_mm))


def _scene(product: Product, area: PrintArea) -> Scene:
    scene = SCENES.get(f"{product.mockup} {area.name}") or SCENES.get(product.mockup)
    if scene is None or area.name not in scene.area_mm:
        return plain_scene(Box(0, 0, area.width_mm, area.height_mm))
    return scene


def _seen(art: Pixels, area: PrintArea, px_per_mm: float) -> Pixels:
    """Without its bleed, which is cut off, and no finer than the picture can show."""
    sheet = Sheet(area, art.shape[1], art.shape[0])
    trim = sheet.trim_px
    cut = art[int(trim.top) : int(trim.bottom), int(trim.left) : int(trim.right)]
    return reduced(cut, int(cut.shape[1] / (_FINER * area.width_mm * px_per_mm)))


def _flat(scene: Scene, art: Pixels | None, area: PrintArea, cloth: Cloth, width_px: int) -> Pixels:
    height_px = round(scene.height_mm * width_px / scene.width_mm)
    picture = _backdrop(width_px, height_px)
    body = _mask(scene.body, scene.width_mm, width_px, height_px)
    _cast_shadow(picture, body)
    product = Canvas(scene.width_mm, scene.height_mm)
    scene.draw(product, cloth.rgb)
    blend_over(picture, _whole(picture), rasterise(product.drawing(), width_px, height_px))
    folds = _folds(scene, width_px, height_px)
    if art is not None:
        blend_over(picture, _whole(picture), _placed(scene, art, area, folds, width_px))
    return _shaded(picture, body, folds, scene.texture)


def _placed(scene: Scene, art: Pixels, area: PrintArea, folds: Field, width_px: int) -> Pixels:
    """The art at its place on the scene, bent by the folds; nothing else."""
    px_per_mm = width_px / scene.width_mm
    layer = np.zeros((*folds.shape, 4), dtype=np.uint8)
    left, top = area_corner(scene, area)
    at = Box(
        round(left * px_per_mm),
        round(top * px_per_mm),
        round(area.width_mm * px_per_mm),
        round(area.height_mm * px_per_mm),
    )
    blend_over(layer, at, _with_sticker_edge(resized(art, int(at.width), int(at.height)), area, px_per_mm))
    return _bent(layer, folds, px_per_mm)


def area_corner(scene: Scene, area: PrintArea) -> tuple[float, float]:
    """The trim's left upper corner on the scene, in the scene's millimetres."""
    centred = ((scene.width_mm - area.width_mm) / 2, (scene.height_mm - area.height_mm) / 2)
    return scene.area_mm.get(area.name, centred)


def _with_sticker_edge(art: Pixels, area: PrintArea, px_per_mm: float) -> Pixels:
    """A kiss-cut sticker: white vinyl to the cut, with the shadow of its edge on the backing."""
    if not area.cut:
        return art
    reach = max(1, round(2 * 2.0 * px_per_mm))
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach + 1, reach + 1))
    padded = cv2.copyMakeBorder(np.ascontiguousarray(art[..., 3]), 0, 0, 0, 0, cv2.BORDER_CONSTANT)
    vinyl = cv2.GaussianBlur(np.asarray(cv2.dilate(padded, disc)), (0, 0), 1.0)
    shadow = cv2.GaussianBlur(vinyl, (0, 0), 0.9 * px_per_mm)
    sticker = np.zeros_like(art)
    sticker[..., 3] = (np.roll(shadow, round(0.5 * px_per_mm), axis=0) * 0.35).astype(np.uint8)
    white = np.full_like(art, 255)
    white[..., 3] = vinyl
    blend_over(sticker, _whole(sticker), white)
    blend_over(sticker, _whole(sticker), art)
    return sticker


def _backdrop(width_px: int, height_px: int) -> Pixels:
    """Grey that falls off softly towards the corners."""
    y, x = np.mgrid[0:height_px, 0:width_px].astype(np.float32)
    away = ((x / width_px - 0.5) ** 2 + (y / height_px - 0.42) ** 2) * 0.22
    picture = np.full((height_px, width_px, 4), 255, dtype=np.uint8)
    picture[..., :3] = (np.array(parse_hex(GROUND), dtype=np.float32) * (1.03 - away)[..., None]).clip(0, 255)
    return picture


def _mask(path: Path, width_mm: float, width_px: int, height_px: int) -> Field:
    canvas = Canvas(width_mm, width_mm * height_px / width_px)
    canvas.fill(path, "#000000")
    return np.asarray(rasterise(canvas.drawing(), width_px, height_px)[..., 3], np.float32) / np.float32(255)


def _cast_shadow(picture: Pixels, body: Field) -> None:
    soft = cv2.GaussianBlur(body, (0, 0), max(1.0, 0.012 * len(body)))
    soft = np.roll(soft, round(0.012 * len(body)), axis=0)
    picture[..., :3] = (picture[..., :3] * (1 - 0.3 * soft[..., None])).astype(np.uint8)


def _folds(scene: Scene, width_px: int, height_px: int) -> Field:
    """-1 (hollow) to 1 (ridge) over the whole picture."""
    scale = 0.25
    field = np.zeros((round(height_px * scale), round(width_px * scale)), dtype=np.float32)
    per_mm = width_px * scale / scene.width_mm
    for x1, y1, x2, y2, width_mm, strength in scene.folds:
        line = np.zeros_like(field)
        ends = ((round(x1 * per_mm), round(y1 * per_mm)), (round(x2 * per_mm), round(y2 * per_mm)))
        cv2.line(line, *ends, 1.0, max(1, round(width_mm * per_mm * 0.4)), cv2.LINE_AA)
        soft = cv2.GaussianBlur(line, (0, 0), width_mm * per_mm * 0.45)
        field += strength * soft / max(1e-6, float(soft.max()))
    return np.asarray(cv2.resize(field.clip(-1, 1), (width_px, height_px), interpolation=cv2.INTER_CUBIC), np.float32)


def _bent(art: Pixels, folds: Field, px_per_mm: float) -> Pixels:
    """The art moved along the folds' slope, at most `_BEND_MM`."""
    if not folds.any():
        return art
    slope_x = cv2.Sobel(folds, cv2.CV_32F, 1, 0, ksize=5)
    slope_y = cv2.Sobel(folds, cv2.CV_32F, 0, 1, ksize=5)
    steepest = max(1e-6, float(np.hypot(slope_x, slope_y).max()))
    y, x = np.mgrid[0 : art.shape[0], 0 : art.shape[1]].astype(np.float32)
    reach = _BEND_MM * px_per_mm / steepest
    return _remapped(art, x + slope_x * reach, y + slope_y * reach)


def _remapped(art: Pixels, x: Field, y: Field) -> Pixels:
    """Premultiplied, so that no colour from under alpha 0 comes into an edge."""
    alpha = art[..., 3:].astype(np.float32) / 255
    planes = np.dstack([art[..., :3] * alpha, art[..., 3:].astype(np.float32)]).astype(np.float32)
    moved = cv2.remap(planes, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
    covered = np.maximum(moved[..., 3:], 1e-3) / 255
    out = np.empty_like(art, shape=moved.shape)
    out[..., :3] = np.rint((moved[..., :3] / covered).clip(0, 255))
    out[..., 3] = np.rint(moved[..., 3])
    return out


def _shaded(picture: Pixels, body: Field, folds: Field, texture: float) -> Pixels:
    light = 1 + _SHADE_DEPTH * folds
    if texture:
        # the same weave on every proof: a proof's bytes may not depend on chance
        grain = np.random.default_rng(7).standard_normal(picture.shape[:2]).astype(np.float32)
        light += texture * cv2.GaussianBlur(grain, (0, 0), 0.8)
    inner = cv2.erode(body, np.ones((3, 3), np.uint8))
    rim = body - cv2.GaussianBlur(inner, (0, 0), 0.006 * len(body))
    light -= 0.12 * rim.clip(0, 1) * body
    factor = 1 + (light - 1) * body
    rgb = picture[..., :3].astype(np.float32)
    # dark cloth shows its folds as light, not as darker dark
    lifted = rgb * factor[..., None] + 14 * np.maximum(0, (factor - 1))[..., None] * (rgb < 60)
    picture[..., :3] = lifted.clip(0, 255)
    return picture


def _mug(art: Pixels | None, area: PrintArea, cloth: Cloth, width_px: int) -> Pixels:
    """Two views, handle left and right, and the whole wrap below them."""
    px_per_mm = width_px / _MUG_SCENE_MM[0]
    picture = _backdrop(width_px, round(_MUG_SCENE_MM[1] * px_per_mm))
    for view in _MUG_VIEWS:
        _one_mug(picture, art, area, cloth, view, px_per_mm)
    strip = _wrap_strip(area, px_per_mm)
    paper = np.full((int(strip.height), int(strip.width), 4), (*parse_hex(cloth.rgb), 255), dtype=np.uint8)
    if art is not None:
        blend_over(paper, _whole(paper), resized(art, int(strip.width), int(strip.height)))
    blend_over(picture, strip, paper)
    return picture


def _mug_layer(art: Pixels, area: PrintArea, width_px: int) -> Pixels:
    px_per_mm = width_px / _MUG_SCENE_MM[0]
    layer = np.zeros((round(_MUG_SCENE_MM[1] * px_per_mm), width_px, 4), dtype=np.uint8)
    for view in _MUG_VIEWS:
        seen = _around(layer.shape, art, area, view, px_per_mm)
        _round_light(seen, np.ones(layer.shape[:2], np.float32), view.centre_mm, px_per_mm)
        blend_over(layer, _whole(layer), seen)
    strip = _wrap_strip(area, px_per_mm)
    blend_over(layer, strip, resized(art, int(strip.width), int(strip.height)))
    return layer


def _wrap_strip(area: PrintArea, px_per_mm: float) -> Box:
    return Box(
        round((_MUG_SCENE_MM[0] - area.width_mm) / 2 * px_per_mm),
        round(160 * px_per_mm),
        round(area.width_mm * px_per_mm),
        round(area.height_mm * px_per_mm),
    )


def _one_mug(picture: Pixels, art: Pixels | None, area: PrintArea, cloth: Cloth, view: _View, px_per_mm: float) -> None:
    radius, top_mm, centre_mm = _MUG_DIAMETER_MM / 2, _MUG_TOP_MM, view.centre_mm
    width_mm, height_mm = picture.shape[1] / px_per_mm, picture.shape[0] / px_per_mm
    bottom = top_mm + _MUG_HEIGHT_MM
    body = Path.parse(
        f"M {centre_mm - radius} {top_mm} L {centre_mm - radius} {bottom - 4} C {centre_mm - radius} {bottom + 5} "
        f"{centre_mm + radius} {bottom + 5} {centre_mm + radius} {bottom - 4} L {centre_mm + radius} {top_mm} "
        f"C {centre_mm + radius} {top_mm - 7} {centre_mm - radius} {top_mm - 7} {centre_mm - radius} {top_mm} Z"
    )
    mask = _mask(body, width_mm, picture.shape[1], picture.shape[0])
    _cast_shadow(picture, mask)
    canvas = Canvas(width_mm, height_mm)
    canvas.stroke(circle(centre_mm + view.side * (radius + 5), top_mm + 46, 22), shade(cloth.rgb, 0.16), 9)
    canvas.stroke(circle(centre_mm + view.side * (radius + 5), top_mm + 46, 22), shade(cloth.rgb, 0.05), 6)
    canvas.fill(body, cloth.rgb)
    blend_over(picture, _whole(picture), rasterise(canvas.drawing(), picture.shape[1], picture.shape[0]))
    if art is not None:
        blend_over(picture, _whole(picture), _around(picture.shape, art, area, view, px_per_mm))
    _round_light(picture, mask, centre_mm, px_per_mm)
    rim = Canvas(width_mm, height_mm)
    opening = Path.parse(
        f"M {centre_mm - radius} {top_mm} C {centre_mm - radius} {top_mm + 7} {centre_mm + radius} {top_mm + 7} "
        f"{centre_mm + radius} {top_mm} C {centre_mm + radius} {top_mm - 7} {centre_mm - radius} {top_mm - 7} "
        f"{centre_mm - radius} {top_mm} Z"
    )
    rim.fill(opening, shade(cloth.rgb, 0.22))
    rim.stroke(opening, shade(cloth.rgb, 0.03), 1.4)
    blend_over(picture, _whole(picture), rasterise(rim.drawing(), picture.shape[1], picture.shape[0]))


def _around(shape: tuple[int, ...], art: Pixels, area: PrintArea, view: _View, px_per_mm: float) -> Pixels:
    """The wrap on the cylinder, seen with its middle turned away from the eye."""
    height, width = shape[:2]
    small = resized(art, round(area.width_mm * px_per_mm * 1.5), round(area.height_mm * px_per_mm * 1.5))
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    across = (x / px_per_mm - view.centre_mm) / (_MUG_DIAMETER_MM / 2)
    inside = np.abs(across) < 1
    angle = np.arcsin(across.clip(-1, 1)) + math.radians(view.turn_degrees)
    along_mm = angle * _MUG_DIAMETER_MM / 2 + area.width_mm / 2
    sag = 4.0 * np.sqrt(np.maximum(0, 1 - across**2))
    down_mm = y / px_per_mm - _MUG_TOP_MM - sag - (_MUG_HEIGHT_MM - area.height_mm) / 2
    seen = np.where(inside, along_mm, -1e6).astype(np.float32)
    return _remapped(small, seen * px_per_mm * 1.5, (down_mm * px_per_mm * 1.5).astype(np.float32))


def _round_light(picture: Pixels, mask: Field, centre_mm: float, px_per_mm: float) -> None:
    """Glazed and round: darker to the sides, one bright line."""
    across = (np.arange(picture.shape[1], dtype=np.float32) / px_per_mm - centre_mm) / (_MUG_DIAMETER_MM / 2)
    light = 1 - 0.26 * np.abs(across.clip(-1, 1)) ** 3
    gleam = 30 * np.exp(-(((across + 0.55) / 0.07) ** 2))
    rgb = picture[..., :3].astype(np.float32)
    round_ = rgb * light[None, :, None] + gleam[None, :, None]
    picture[..., :3] = (rgb + (round_ - rgb) * mask[..., None]).clip(0, 255)


def _whole(pixels: Pixels) -> Box:
    return Box(0, 0, pixels.shape[1], pixels.shape[0])

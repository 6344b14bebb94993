"""Row 4: instead of the artwork, a product with the artwork on it. Proofs of our own, and products drawn flat by OpenCV."""

from __future__ import annotations

import functools

import cv2
import numpy as np

from pod.imaging.resample import resized
from pod.model.product import Product
from pod.paths import templates_dir
from pod.printprep import on_product
from pod.store.catalogue import FileCatalogue
from tests.composition.corpus.scene import SIDE, Scene, composed, moved

Random = np.random.Generator


def rendered(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    """A proof with folds and light, on its own backdrop."""
    del strength
    product = _products()[int(rng.integers(len(_products())))]
    area = product.areas[0]
    cloth = product.cloths[int(rng.integers(len(product.cloths)))]
    width, height = area.size_px
    art = resized(scene.art, 1200, max(1, round(1200 * height / width)))
    picture = on_product(art, product, area, cloth, _process(product), width_px=SIDE)
    square = np.full((SIDE, SIDE, 3), picture[0, 0], np.uint8)
    scale = SIDE / max(picture.shape[:2])
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    top, left = (SIDE - small.shape[0]) // 2, (SIDE - small.shape[1]) // 2
    square[top : top + small.shape[0], left : left + small.shape[1]] = small
    return scene.flattened(np.dstack([square, np.full((SIDE, SIDE), 255, np.uint8)]))


def flat(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    """A shirt, a mug, a tote or a framed sheet as a flat drawing on one colour, with the artwork in its middle."""
    ground = np.float32(rng.integers(190, 256, 3))
    body = np.float32((255, 255, 255) if rng.random() < 0.4 else [rng.integers(20, 240)] * 3) + rng.integers(-6, 7, 3)
    kind = int(rng.integers(4))
    mask, room = _OUTLINES[kind]()
    light = 1 + mixed_light(rng, 0.02 + 0.12 * strength)
    picture = np.broadcast_to(ground, (SIDE, SIDE, 3)).copy()
    part = cv2.GaussianBlur(mask, (0, 0), 0.8).astype(np.float32)[..., None] / 255
    picture = picture * (1 - part) + (body * light[..., None]).clip(0, 255) * part
    edge = cv2.morphologyEx(mask, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)) > 0
    picture[edge] *= 0.8
    art = moved(scene.art, room[0] - SIDE / 2, room[1] - SIDE / 2, room[2] / SIDE)
    return scene.flattened(composed(art, picture.clip(0, 255)))


def mixed_light(rng: Random, depth: float) -> np.ndarray:
    folds = cv2.resize(rng.normal(0, 1, (5, 7)).astype(np.float32), (SIDE, SIDE), interpolation=cv2.INTER_CUBIC)
    return folds * depth


def _shirt() -> tuple[np.ndarray, tuple[float, float, float]]:
    points = (
        (370, 130),
        (250, 170),
        (90, 380),
        (200, 470),
        (265, 400),
        (265, 920),
        (760, 920),
        (760, 400),
        (825, 470),
        (935, 380),
        (775, 170),
        (655, 130),
        (610, 190),
        (512, 215),
        (415, 190),
    )
    return _filled(points), (512, 480, 360)


def _mug() -> tuple[np.ndarray, tuple[float, float, float]]:
    mask = _filled(((200, 220), (720, 220), (720, 830), (200, 830)))
    cv2.ellipse(mask, (740, 520), (140, 190), 0, 0, 360, 255, 60)
    return mask, (460, 530, 360)


def _tote() -> tuple[np.ndarray, tuple[float, float, float]]:
    mask = _filled(((230, 380), (800, 380), (830, 940), (200, 940)))
    cv2.ellipse(mask, (512, 380), (150, 260), 0, 180, 360, 255, 34)
    return mask, (515, 660, 380)


def _framed() -> tuple[np.ndarray, tuple[float, float, float]]:
    return _filled(((180, 120), (844, 120), (844, 904), (180, 904))), (512, 512, 460)


def _filled(points: tuple[tuple[int, int], ...]) -> np.ndarray:
    mask = np.zeros((SIDE, SIDE), np.uint8)
    cv2.fillPoly(mask, [np.int32(points)], 255)
    return cv2.GaussianBlur(mask, (0, 0), 6).__gt__(127).astype(np.uint8) * 255


_OUTLINES = (_shirt, _mug, _tote, _framed)


@functools.cache
def _catalogue() -> FileCatalogue:
    return FileCatalogue(templates_dir())


@functools.cache
def _products() -> tuple[Product, ...]:
    wanted = ("tee", "hoodie", "mug-11oz", "tote", "poster-a3", "canvas", "framed", "pillow", "phone-case", "tank")
    found = tuple(p for p in _catalogue().products() if any(p.sku.startswith(w) for w in wanted))
    assert len(found) >= 6, [p.sku for p in _catalogue().products()]
    return found


def _process(product: Product):
    return _catalogue().process(product.process)

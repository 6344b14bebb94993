"""One function for each way in which a picture comes out wrong, with a strength from 0 (just a fault) to 1 (gross).

Each takes a correct `Scene` and gives the picture that would be delivered. The lowest strength lies a clear step outside
what the rule allows: a fault at the very limit is a matter of rounding, not of seeing.
"""

from __future__ import annotations

import functools
from collections.abc import Callable

import cv2
import fontpkg
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from tests.composition.corpus.scene import (
    SIDE,
    Colour,
    Scene,
    box_of,
    composed,
    laid_over,
    moved,
    solid_ink,
    well_placed,
)

Random = np.random.Generator
Damage = Callable[[Scene, float, Random], np.ndarray | None]
"""None where this artwork cannot be damaged so."""

PX_PER_MM = SIDE / 150
"""The made pictures are measured as prints 150 mm wide."""


def mixed(low: float, high: float, strength: float) -> float:
    return low + (high - low) * strength


# 1
def checkered(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    """Tiles of 8 to 64 px, from a faint to a strong difference in grey, light or dark; through a JPEG half of the time."""
    tile = int(rng.choice((8, 10, 12, 16, 20, 24, 32, 40, 64)))
    gap = int(mixed(12, 110, strength))
    light = int(rng.choice((255, 255, 250, 238, 204, max(gap + 20, 120))))
    y, x = np.mgrid[0:SIDE, 0:SIDE] + int(rng.integers(tile))
    grey = np.where((x // tile + y // tile) % 2, light - gap, light)
    return scene.flattened(composed(scene.art, np.dstack([grey] * 3)))


# 2
def vignetted(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    base = np.float32(rng.integers(150, 255, 3))
    y, x = np.mgrid[-1 : 1 : SIDE * 1j, -1 : 1 : SIDE * 1j]
    away = (x - rng.uniform(-0.4, 0.4)) ** 2 + (y - rng.uniform(-0.4, 0.4)) ** 2
    return scene.flattened(composed(scene.art, base * (1 - mixed(0.16, 0.4, strength) * away)[..., None].clip(0.1, 1)))


def in_a_scene(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    """Clouds of noise, a horizon, or paper fibres behind the artwork."""
    rough = rng.normal(0, 1, (int(rng.integers(6, 40)),) * 2).astype(np.float32)
    clouds = cv2.resize(rough, (SIDE, SIDE), interpolation=cv2.INTER_CUBIC)[..., None]
    base = np.float32(rng.integers(90, 230, 3))
    ground = base + clouds * mixed(16, 60, strength)
    if rng.random() < 0.4:
        horizon = int(rng.uniform(0.3, 0.8) * SIDE)
        ground[horizon:] = np.float32(rng.integers(30, 200, 3)) + clouds[horizon:] * 14
    return scene.flattened(composed(scene.art, ground.clip(0, 255)))


# 3
def opaque(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    grounds = ((255, 255, 255), (250, 250, 248), (240, 236, 228), (20, 20, 24), tuple(rng.integers(0, 255, 3)))
    return scene.flattened(composed(scene.art, grounds[int(strength * 4.99)]))


# 5 to 7
def off_centre(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    small = moved(scene.art, 0, 0, 0.75)
    way = rng.uniform(0, 2 * np.pi)
    reach = SIDE * mixed(0.03, 0.1, strength)
    dx, dy = reach * np.cos(way), reach * np.sin(way)
    return _like(scene, moved(small, dx, dy))


def cut_off(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    """Moved out of the frame until at least 3 % of a side is ink along it."""
    left, top, width, height = box_of(scene.art)
    for share in np.arange(mixed(0.04, 0.25, strength), 0.6, 0.02):
        side = int(rng.integers(4))
        dx = (-(left + share * width), SIDE - left - width + share * width, 0, 0)[side]
        dy = (0, 0, -(top + share * height), SIDE - top - height + share * height)[side]
        art = moved(scene.art, dx, dy)
        rows = (art[:, :2], art[:, -2:], art[:2].swapaxes(0, 1), art[-2:].swapaxes(0, 1))[side]
        if _longest(rows[..., 3].min(axis=1) > 200) > 0.03 * SIDE:
            break
    return _like(scene, art)


def _longest(line: np.ndarray) -> int:
    return max((len(run) for run in "".join("x" if v else " " for v in line).split()), default=0)


def too_near(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    del rng
    return _like(scene, well_placed(scene.art, mixed(0.93, 0.985, strength)))


def too_small(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    del rng
    return _like(scene, well_placed(scene.art, mixed(0.5, 0.15, strength)))


# 8
def dusty(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    art = scene.art.copy()
    left, top, width, height = box_of(art)
    ink = int((art[..., 3] > 128).sum())
    largest = np.sqrt(0.0003 * ink / np.pi)
    done = 0
    for _ in range(600):
        x, y = (int(v) for v in rng.integers(20, SIDE - 20, 2))
        clear = (x < left - 40) | (x > left + width + 40) | (y < top - 40) | (y > top + height + 40)
        if clear and done < mixed(1, 24, strength):
            colour = tuple(int(v) for v in seen_ink(scene, art, rng))
            cv2.circle(art, (x, y), max(1, int(largest * rng.uniform(0.4, 1))), (*colour, 255), -1)
            done += 1
    return _like(scene, art)


def seen_ink(scene: Scene, art: np.ndarray, rng: Random) -> np.ndarray:
    """An ink of the artwork that is seen on the scene's ground."""
    inks = solid_ink(art)
    ground = np.float32(scene.ground if scene.ground is not None else (128, 128, 128))
    for _ in range(50):
        ink = inks[int(rng.integers(len(inks)))]
        if np.abs(ink - ground).sum() > 150:
            return ink
    return 255 - ground


# 9
def airbrushed(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    """A soft light from one side over all ink."""
    art = scene.art.copy()
    left, top, width, height = box_of(art)
    way = rng.uniform(0, 2 * np.pi)
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    along = ((x - left - width / 2) * np.cos(way) + (y - top - height / 2) * np.sin(way)) / max(width, height)
    light = along * mixed(70, 180, strength)
    art[..., :3] = np.clip(art[..., :3] + light[..., None], 0, 255)
    return _like(scene, art)


def glowing(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    """A soft shine around the figure that runs out into the ground."""
    size = mixed(18, 60, strength)
    shine = cv2.GaussianBlur(cv2.dilate(scene.art[..., 3], np.ones((int(size) | 1,) * 2)), (0, 0), size)
    colour = np.float32(seen_ink(scene, scene.art, rng))
    ground = np.float32(scene.ground if scene.ground is not None else (255, 255, 255))
    part = shine[..., None].astype(np.float32) / 255
    return scene.flattened(composed(scene.art, colour * part + ground * (1 - part)))


# 10
def off_palette(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    """A part of the ink turns into colours that nobody asked for."""
    art = scene.art.copy()
    shift = rng.permutation(3) if rng.random() < 0.5 else np.array((2, 0, 1))
    where = side_of(art, mixed(0.15, 0.7, strength), rng)
    strange = 255 - art[..., :3][..., shift]
    strange[..., int(rng.integers(3))] //= 2
    art[where, :3] = strange[where]
    return _like(scene, art)


def side_of(art: np.ndarray, share: float, rng: Random) -> np.ndarray:
    """A side of the ink that holds about `share` of it."""
    way = rng.uniform(0, 2 * np.pi)
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    along = x * np.cos(way) + y * np.sin(way)
    ink = art[..., 3] > 128
    return ink & (along > np.quantile(along[ink], 1 - share))


# 11 and 26
@functools.cache
def _face(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(fontpkg.path(name)), size)


WORDS = ("Sarah K.", "2026-11-26", "Aurora", "SAMPLE", "Lorem ipsum", "vintage tee", "No. 17", "artist", "Moonlight Co")
PROMPT = (
    "A centered vector illustration, flat colors, bold clean outlines, isolated on a plain background, high contrast"
)


def signed(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    """A stray word, date or signature in a corner or below the figure."""
    art = moved(scene.art, 0, 0, 0.85)
    size = int(mixed(20, 52, strength))
    face = _face(str(rng.choice(("anton", "alfa-slab-one", "fredoka", "pacifico"))), size)
    word = str(rng.choice(WORDS))
    wide = int(face.getlength(word))
    corners = (
        (40, 40),
        (SIDE - 40 - wide, 40),
        (40, SIDE - 50 - size),
        (SIDE - 40 - wide, SIDE - 50 - size),
        ((SIDE - wide) // 2, SIDE - 50 - size),
    )
    return _like(scene, _written(art, [(word, corners[int(rng.integers(5))])], face, scene, rng))


def captioned(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    """Parts of the prompt, written into the picture in one to four lines."""
    art = moved(scene.art, 0, -SIDE * 0.1, 0.7)
    size = int(mixed(24, 40, strength))
    face = _face(str(rng.choice(("anton", "fredoka"))), size)
    words, lines = PROMPT.split(), []
    for n in range(1 + int(rng.integers(4))):
        line = " ".join(words[n * 4 : n * 4 + 4])
        lines.append((line, (int(SIDE - face.getlength(line)) // 2, int(SIDE * 0.76 + n * size * 1.3))))
    return _like(scene, _written(art, lines, face, scene, rng))


def _written(
    art: np.ndarray, lines: list[tuple[str, tuple[int, int]]], face: ImageFont.FreeTypeFont, scene: Scene, rng: Random
) -> np.ndarray:
    sheet = Image.new("L", (SIDE, SIDE))
    pen = ImageDraw.Draw(sheet)
    for text, at in lines:
        pen.text(at, text, fill=255, font=face)
    return _over(art, np.array(sheet), seen_ink(scene, art, rng))


def _over(art: np.ndarray, mask: np.ndarray, colour: np.ndarray) -> np.ndarray:
    return laid_over(art, np.dstack([np.full((SIDE, SIDE, 3), colour, np.float32), mask]))


def sparkled(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    """The four-pointed mark that some services leave in the lower right corner."""
    mask = np.zeros((SIDE, SIDE), np.uint8)
    r = int(mixed(14, 30, strength))
    x, y = SIDE - int(rng.integers(40, 70)), SIDE - int(rng.integers(40, 70))
    turn = np.arange(8) * np.pi / 4
    far = np.where(np.arange(8) % 2, 0.28 * r, r)
    cv2.fillPoly(mask, [np.int32(np.stack((x + far * np.cos(turn), y + far * np.sin(turn)), 1))], 255)
    art = moved(scene.art, 0, 0, 0.85)
    return _like(scene, _over(art, mask, seen_ink(scene, art, rng)))


# 12
def sheet_of_variants(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    """Three to nine of the same figure on a grid or in a row, each turned or tinted a little."""
    columns, rows = ((3, 1), (2, 2), (3, 2), (3, 3))[int(strength * 3.99)]
    art = np.zeros_like(scene.art)
    cell = SIDE / max(columns, rows) * 0.95
    for n in range(columns * rows):
        column, row = n % columns, n // columns
        one = moved(well_placed(scene.art), 0, 0, cell / SIDE)
        if rng.random() < 0.5:
            one = one[:, ::-1]
        dx = (column - (columns - 1) / 2) * cell
        dy = (row - (rows - 1) / 2) * cell
        placed = moved(np.ascontiguousarray(one), dx, dy)
        art = np.where(placed[..., 3:] > 0, placed, art)
    return _like(scene, art)


# 13
def bordered(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    """A line around the picture, straight or with round corners, near the edge."""
    mask = np.zeros((SIDE, SIDE), np.uint8)
    inset, width = int(rng.integers(20, 70)), int(mixed(4, 26, strength))
    radius = int(rng.choice((0, 0, 30, 80)))
    sheet = Image.fromarray(mask)
    ImageDraw.Draw(sheet).rounded_rectangle(
        (inset, inset, SIDE - inset, SIDE - inset), radius, outline=255, width=width
    )
    art = moved(scene.art, 0, 0, 0.85)
    return _like(scene, _over(art, np.array(sheet), seen_ink(scene, art, rng)))


# 16
def blank(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    colour = ((0, 0, 0), (255, 255, 255), (128, 128, 128), tuple(int(v) for v in rng.integers(0, 255, 3)))[
        int(rng.integers(4))
    ]
    picture = np.dstack([np.full((SIDE, SIDE, 3), colour, np.uint8), np.full((SIDE, SIDE), 255, np.uint8)])
    if strength < 0.5:  # nearly nothing on it
        at = tuple(int(v) for v in rng.integers(200, 800, 2))
        cv2.circle(picture, at, int(rng.integers(3, 30)), (*(255 - np.array(colour)).tolist(), 255), -1)
    return scene.flattened(picture)


# 17
def haloed(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    """Cut out too wide: a rim of the key colour is left around the ink. Its key is `scene.ground`."""
    del rng
    out = scene.delivered()
    rim = 2 * round(mixed(1, 4, strength)) + 1
    out[..., 3] = cv2.dilate(scene.art[..., 3], cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (rim, rim)))
    return out


# 18
def slabbed(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    art = scene.art.copy()
    left, top, width, height = box_of(art)
    size = mixed(0.16, 0.5, strength) * min(width, height)
    wide, high = int(size * rng.uniform(1, 1.9)), int(size * rng.uniform(1, 1.5))
    x, y = (int(v) for v in (left + rng.uniform(0, max(1, width - wide)), top + rng.uniform(0, max(1, height - high))))
    art[y : y + high, x : x + wide] = (*(rng.integers(0, 14, 3).tolist()), 255)
    return _like(scene, art)


# 19
def fringed(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    art = scene.art.copy()
    colour = (255, 255, 255) if strength > 0.3 else tuple(rng.integers(180, 255, 3))
    art[art[..., 3] == 0] = (*colour, 0)
    return art


# 20
def veiled(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    """A part of the ink is half see-through, or a soft shadow lies beside it."""
    art = scene.art.copy()
    if rng.random() < 0.5:
        where = side_of(art, mixed(0.06, 0.6, strength), rng)
        art[where, 3] = int(rng.integers(40, 200))
        return art
    shadow = cv2.GaussianBlur(np.roll(art[..., 3], 14, axis=(0, 1)), (0, 0), mixed(5, 18, strength)) // 2
    under = shadow > art[..., 3]
    art[under] = np.dstack([np.zeros((SIDE, SIDE, 3), np.uint8), shadow])[under]
    return art


# 21
def fine_lined(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    """Lines finer than 0.35 mm at the printed size, one of them at the least strength: whiskers, rays, hatching."""
    art = scene.art.copy()
    colour = np.uint8(seen_ink(scene, art, rng))
    left, top, width, height = box_of(art)
    mask = np.zeros((SIDE, SIDE), np.uint8)
    for _ in range(round(mixed(1, 10, strength))):
        side = int(rng.integers(4))
        long = int(rng.uniform(60, 90))
        x = (
            left - long + 4,
            left + width - 4,
            int(left + rng.uniform(0.2, 0.8) * width),
            int(left + rng.uniform(0.2, 0.8) * width),
        )[side]
        y = (
            int(top + rng.uniform(0.2, 0.8) * height),
            int(top + rng.uniform(0.2, 0.8) * height),
            top - long + 4,
            top + height - 4,
        )[side]
        end = (x + long, y + int(rng.integers(-15, 15))) if side < 2 else (x + int(rng.integers(-15, 15)), y + long)
        cv2.line(mask, (x, y), end, 255, 1)
    art[mask > 0] = (*colour.tolist(), 255)
    return _like(scene, art)


def fine_gapped(scene: Scene, strength: float, rng: Random) -> np.ndarray | None:
    """Slits narrower than 0.7 mm through the ink; None where no ink is broad enough for one."""
    art = scene.art.copy()
    cut = False
    for _ in range(round(mixed(1, 8, strength))):
        ink = np.argwhere(cv2.erode(art[..., 3], np.ones((93, 93))) == 255)
        if not len(ink):
            break
        cut = True
        y, x = ink[int(rng.integers(len(ink)))]
        wide = int(rng.integers(1, 4))
        if rng.random() < 0.5:
            art[y : y + wide, x - 45 : x + 45] = 0
        else:
            art[y - 45 : y + 45, x : x + wide] = 0
    return _like(scene, art) if cut else None


# 22
def lost_on(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    """A part of the ink takes the cloth's colour, give or take a shade. The cloth is `CLOTH`."""
    art = scene.art.copy()
    where = side_of(art, mixed(0.4, 1.0, strength), rng)
    art[where, :3] = np.clip(np.array(CLOTH) + rng.integers(-5, 6, 3), 0, 255)
    return art


CLOTH: Colour = (38, 40, 46)


# 23
def neon(scene: Scene, strength: float, rng: Random) -> np.ndarray:
    """Colours that no ink on paper makes."""
    art = scene.art.copy()
    loud = ((0, 255, 60), (0, 40, 255), (255, 0, 220), (60, 255, 255), (140, 0, 255))
    where = side_of(art, mixed(0.3, 1.0, strength), rng)
    art[where, :3] = loud[int(rng.integers(len(loud)))]
    return _like(scene, art)


def _like(scene: Scene, art: np.ndarray) -> np.ndarray:
    """The damaged artwork, delivered as the scene is."""
    return Scene(art, scene.ground, scene.codec, scene.quality, scene.noise, scene.seed).delivered()

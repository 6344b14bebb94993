"""Pictures drawn from their file are the pictures that are held, and one reading tells of them what all their pixels do."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pod.imaging.flat import flat_share
from pod.imaging.png import encode_png
from pod.imaging.sharpen import Sharpening
from pod.model.geometry import Box
from pod.printprep.first_look import FirstLook
from pod.printprep.source import FileRows, HeldPixels, PictureInFile

HEIGHT, WIDTH = 210, 170
SHARPENING = Sharpening(1.5, 0.7)


def grain(channels: int) -> np.ndarray:
    """Soft shapes; with alpha a disc off its centre, with a smooth edge and nothing around it."""
    noise = np.random.default_rng(7).normal(128, 400, (HEIGHT, WIDTH, 3)).astype(np.float32)
    colour = cv2.GaussianBlur(noise, (0, 0), 2).clip(0, 255).astype(np.uint8)
    if channels == 3:
        return colour
    y, x = np.ogrid[:HEIGHT, :WIDTH]
    alpha = np.clip(70 - np.hypot(x - 80, y - 100) + 0.5, 0, 1) * 255
    pixels = np.dstack([colour, np.rint(alpha).astype(np.uint8)])
    pixels[alpha == 0] = 0
    return pixels


def in_file(pixels: np.ndarray) -> PictureInFile:
    picture = PictureInFile.of(encode_png(pixels), max_pixels=10**6)
    assert picture is not None
    return picture


@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("factor", [0.3, 0.8, 1.0, 1.08, 1.4, 2.0])
@pytest.mark.parametrize("box", [Box(0, 0, WIDTH, HEIGHT), Box(10, 30, 141, 141)], ids=["whole", "cut"])
def test_a_picture_in_its_file_is_drawn_as_if_it_were_held(channels, factor, box):
    pixels = grain(channels)
    cut = pixels[int(box.top) : int(box.bottom), int(box.left) : int(box.right)]
    width, height = round(box.width * factor), round(box.height * factor)
    visible = Box(3, 5, width - 7, height - 9)
    sources = FileRows(in_file(pixels), box, channels), HeldPixels(np.ascontiguousarray(cut))
    made = [np.concatenate(list(source.strips(width, height, visible, SHARPENING))) for source in sources]
    assert made[0].shape == (height - 9, width - 7, channels)
    assert (made[0] == made[1]).all()
    assert (sources[0].samples()[..., :channels] == sources[1].samples()).all()


def test_alpha_that_is_full_everywhere_does_not_count():
    pixels = np.dstack([grain(3), np.full((HEIGHT, WIDTH), 255, np.uint8)])
    picture, whole = in_file(pixels), Box(0, 0, WIDTH, HEIGHT)
    assert picture.look.is_solid
    made = [
        np.concatenate(list(source.strips(190, 230, Box(0, 0, 190, 230), None)))
        for source in (FileRows(picture, whole, 3), HeldPixels(grain(3)))
    ]
    assert (made[0] == made[1]).all()


def looked(pixels: np.ndarray, rows: int = 32) -> FirstLook:
    look = FirstLook(pixels.shape[1])
    for top in range(0, len(pixels), rows):
        look.see(pixels[top : top + rows])
    return look


def opaque_at(box: Box) -> np.ndarray:
    pixels = np.zeros((HEIGHT, WIDTH, 4), dtype=np.uint8)
    pixels[int(box.top) : int(box.bottom), int(box.left) : int(box.right)] = (200, 30, 20, 255)
    return pixels


@pytest.mark.parametrize("rows", [1, 7, 32, 500])
def test_one_look_finds_the_ink_and_how_solid_it_is(rows):
    box = Box(11, 33, 90, 101)
    whole, holed, notched = opaque_at(box), opaque_at(box), opaque_at(box)
    holed[80, 60, 3] = 254
    notched[33, 40, 3] = 100
    faint = opaque_at(box)
    faint[5, 5] = (1, 2, 3, 7)
    told = {name: looked(p, rows) for name, p in (("whole", whole), ("holed", holed), ("notched", notched))}
    assert looked(faint, rows).ink == told["whole"].ink == box
    assert [(look.is_solid, look.has_solid_edges) for look in told.values()] == [
        (True, True),
        (False, True),
        (False, False),
    ]
    assert looked(faint, rows).most_alpha == 255


@pytest.mark.parametrize("side", ["left", "right", "bottom"])
def test_each_edge_is_looked_at(side):
    pixels = opaque_at(Box(11, 33, 90, 101))
    pixels[{"left": (50, 11), "right": (50, 100), "bottom": (133, 40)}[side]][3] = 9
    assert not looked(pixels).has_solid_edges


def test_nothing_visible_has_no_ink():
    look = looked(np.zeros((HEIGHT, WIDTH, 4), dtype=np.uint8))
    assert (look.ink, look.most_alpha, look.is_solid, look.has_solid_edges) == (None, 0, False, False)


@pytest.mark.parametrize("unequal", [0.1, 0.24, 0.26, 0.9])
def test_flat_is_what_is_flat_within_the_ink(unequal):
    """A look at bands and one at the whole agree on either side of the limit, far as they are from it."""
    pixels = np.dstack([np.zeros((HEIGHT, WIDTH, 3), np.uint8), np.full((HEIGHT, WIDTH), 255, np.uint8)])
    changes = np.arange(WIDTH) < unequal * (WIDTH - 1)
    pixels[..., 0] = np.cumsum(changes) % 256
    assert looked(pixels, 7).is_flat == (flat_share(pixels) >= 0.75) == (unequal < 0.25)

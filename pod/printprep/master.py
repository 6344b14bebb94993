"""The master of a recipe, opened: artwork and lettering as one thing that can be drawn at any size.

Art is measured in *design units*: the master's own width is 4096, y down, whatever its pixels. A vector master is drawn
at the print's own scale, so it is never enlarged; a picture is resampled once, straight to its final pixels.
"""

from __future__ import annotations

import weakref
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from pod import composition
from pod.drawing import UNITS, Canvas, Drawing, Transform, draw_page, page_of, rasterise, read_svg
from pod.imaging.flat import without_full_alpha
from pod.imaging.load import load_opaque, load_picture, refuse_invisible
from pod.imaging.resample import Resampling
from pod.imaging.rows import PictureFile, read_whole
from pod.imaging.sharpen import Sharpening
from pod.lettering import SetLine, Setting
from pod.model.artwork import MendKind, MendStep
from pod.model.errors import InputRefused
from pod.model.geometry import MM_PER_INCH, Box, Size
from pod.model.recipe import Recipe
from pod.printprep.first_look import SAMPLES_PX, ink_box_px
from pod.printprep.source import DecodedPicture, FileRows, HeldPixels, Picture, PictureInFile, Source

Pixels = NDArray[np.uint8]

MAX_MASTER_BYTES, MAX_MASTER_PX = 200_000_000, 120_000_000

_KEEPS_VECTOR = frozenset({MendKind.MOVE_AND_PAD, MendKind.BLEED_COLOUR})
"""Repairs that a vector master does not need: it is placed by its ink, and has no pixels under alpha 0."""


@dataclass(frozen=True, slots=True)
class Master:
    """The stored master picture (as bytes or where it lies), and the SVG it was drawn from where there is one."""

    picture: PictureFile
    vector: bytes | None = None


class Painter(Protocol):
    """Draws one piece of art onto the strips of one sheet, which come from the top, each once."""

    def paint(self, strip: Pixels, top_px: int) -> None:
        """Over what is on `strip`, whose first row is row `top_px` of the sheet; cut at its edges."""
        ...


class Art(Protocol):
    """`ink` is the box of everything that prints, in design units. `opaque`: it fills its frame, edge to edge.

    `drawing` is the art as paths, and None where it holds pixels. `is_rgb`: nothing in it is see-through, so that it can
    be painted onto strips without alpha. `set_lines` are its lines of type, their boxes in design units as well.
    """

    @property
    def ink(self) -> Box: ...
    @property
    def opaque(self) -> bool: ...
    @property
    def drawing(self) -> Drawing | None: ...
    @property
    def is_rgb(self) -> bool: ...
    @property
    def set_lines(self) -> tuple[SetLine, ...]: ...

    def lettered(self, setting: Setting) -> Art:
        """The same artwork with type over it."""
        ...

    def placed_like(self, other: Art) -> Art:
        """The same artwork without type, its ink box taken to be `other`'s: it lies where it lies in that."""
        ...

    def painter(self, onto_px: Box, within_px: Box, sharpening: Sharpening | None) -> Painter:
        """For drawing the ink box onto the whole-pixel box `onto_px` of a sheet, of which `within_px` will be painted.

        `sharpening` is for pictures that are enlarged.
        """
        ...

    def samples(self) -> Pixels:
        """Some of its pixels as they are, lettering left out, for a look at what stands where. Only of opaque art."""
        ...

    def source_ppi(self, size_mm: Size) -> float | None:
        """None where the art has no resolution of its own."""
        ...


def open_master(recipe: Recipe, master: Master) -> Art:
    """The mended artwork of `recipe`, still without its lettering: opened once for all print areas."""
    paths = paths_of(recipe, master)
    return VectorArt.of(paths) if paths else PictureArt.of(master.picture, recipe.mending)


def paths_of(recipe: Recipe, master: Master) -> Drawing | None:
    """What prints in place of the picture; None where its own pixels print."""
    if master.vector is None or any(step.kind not in _KEEPS_VECTOR for step in recipe.mending):
        return None
    return read_svg(master.vector.decode("utf-8"))


@dataclass(frozen=True, slots=True)
class VectorArt:
    """Never opaque: paths that fill their frame would need a bleed of paths, and are placed as a cut-out instead."""

    drawing: Drawing
    ink: Box
    opaque: bool = False
    is_rgb: bool = False
    set_lines: tuple[SetLine, ...] = ()

    @staticmethod
    def of(artwork: Drawing) -> VectorArt:
        canvas = Canvas(UNITS, UNITS * artwork.height / artwork.width)
        canvas.place(artwork, Transform.scale(UNITS / artwork.width))
        return VectorArt._measured(canvas)

    @staticmethod
    def _measured(canvas: Canvas) -> VectorArt:
        drawing = canvas.drawing()
        return VectorArt(drawing, _exact_ink(drawing))

    def lettered(self, setting: Setting) -> VectorArt:
        canvas = Canvas(self.drawing.width, self.drawing.height)
        canvas.place(self.drawing)
        canvas.place(setting.drawing)
        return replace(VectorArt._measured(canvas), set_lines=lines_in_units(setting))

    def placed_like(self, other: Art) -> VectorArt:
        return replace(self, ink=other.ink)

    def painter(self, onto_px: Box, within_px: Box, sharpening: Sharpening | None) -> Painter:  # noqa: ARG002 - paths are cut where they are drawn, and sharp
        return PathPainter.of(self.drawing, self.ink, onto_px)

    def samples(self) -> Pixels:
        height_px = max(1, round(SAMPLES_PX * self.ink.height / self.ink.width))
        return rasterise(_framed(self.drawing, self.ink, Box(0, 0, SAMPLES_PX, height_px)), SAMPLES_PX, height_px)

    def source_ppi(self, size_mm: Size) -> float | None:  # noqa: ARG002 - paths are sharp at any size
        return None


def lines_in_units(setting: Setting) -> tuple[SetLine, ...]:
    return tuple(replace(line, box=line.box.scaled(UNITS)) for line in setting.set_lines)


def _exact_ink(drawing: Drawing) -> Box:
    """What really prints: knock-outs and clips can hide paths that a box of all paths would count."""
    rough = drawing.ink_box()
    if rough is None or rough.width <= 0 or rough.height <= 0:
        raise _blank()
    look_px = Box(0, 0, 1024, max(1, round(1024 * rough.height / rough.width)))
    box = ink_box_px(rasterise(_framed(drawing, rough, look_px), 1024, int(look_px.height)))
    if box is None:
        raise _blank()
    unit = rough.width / 1024
    seen = Box(rough.left + box.left * unit, rough.top + box.top * unit, box.width * unit, box.height * unit)
    # the look is one pixel coarse: where it agrees with the paths, the paths are exact
    return rough if rough.grown(-2.5 * unit).width <= seen.width and rough.height - seen.height <= 5 * unit else seen


def _framed(drawing: Drawing, ink: Box, onto_px: Box) -> Drawing:
    """The ink box as a frame of as many units as `onto_px` has pixels."""
    canvas = Canvas(onto_px.width, onto_px.height)
    to_corner = Transform.move(-ink.left, -ink.top)
    canvas.place(drawing, to_corner.then(Transform.scale(onto_px.width / ink.width, onto_px.height / ink.height)))
    return canvas.drawing()


@dataclass(frozen=True, slots=True)
class PathPainter:
    """Paths whose frame is `onto_px`; `page` is made once and drawn on every strip."""

    page: bytes
    onto_px: Box

    @staticmethod
    def of(drawing: Drawing, ink: Box, onto_px: Box) -> PathPainter:
        return PathPainter(page_of(_framed(drawing, ink, onto_px)), onto_px)

    def paint(self, strip: Pixels, top_px: int) -> None:
        at = self.onto_px.moved(0, -top_px)
        if at.bottom > 0 and at.top < len(strip):
            draw_page(strip, self.page, at)


@dataclass(frozen=True, slots=True)
class PictureArt:
    """`source` is the picture's own ink box, which lies at `art`; `ink` is that and the lettering's."""

    source: Source
    unit_px: float
    art: Box
    ink: Box
    opaque: bool
    lettering: Drawing | None = None
    drawing: Drawing | None = None
    set_lines: tuple[SetLine, ...] = ()

    @staticmethod
    def of(picture: PictureFile, mending: tuple[MendStep, ...]) -> PictureArt:
        file = None if mending else _unmended(picture)
        return PictureArt._read(file) if file else PictureArt._loaded(picture, mending)

    @staticmethod
    def _read(file: Picture) -> PictureArt:
        """Without alpha nothing has to be looked at beforehand."""
        height, width, channels = file.shape
        if channels == 3:
            whole = Box(0, 0, width, height)
            return PictureArt._placed(FileRows(file, whole, 3), whole, width / UNITS, opaque=True)
        look = file.look
        refuse_invisible(look.most_alpha)
        if look.ink is None:
            raise _blank()
        source = FileRows(file, look.ink, 3 if look.is_solid else 4)
        return PictureArt._placed(source, look.ink, width / UNITS, opaque=look.has_solid_edges)

    @staticmethod
    def _placed(source: Source, ink_px: Box, unit_px: float, *, opaque: bool) -> PictureArt:
        art = ink_px.scaled(1 / unit_px)
        return PictureArt(source, unit_px, art, art, opaque)

    @staticmethod
    def _loaded(picture: PictureFile, mending: tuple[MendStep, ...]) -> PictureArt:
        pixels = load_picture(read_whole(picture), max_bytes=MAX_MASTER_BYTES, max_pixels=MAX_MASTER_PX).pixels
        unit_px = pixels.shape[1] / UNITS
        pixels = composition.replay(pixels, mending, in_place=True)
        # where the mended picture's left upper corner lies in the master that it was cut from
        moves = [s.values for s in mending if s.kind is MendKind.MOVE_AND_PAD]
        corner = (sum(float(v["left"]) for v in moves), sum(float(v["top"]) for v in moves))
        inked = ink_box_px(pixels)
        if inked is None:
            raise _blank()
        window = pixels[int(inked.top) : int(inked.bottom), int(inked.left) : int(inked.right)]
        source = HeldPixels(without_full_alpha(window))
        return PictureArt._placed(source, inked.moved(*corner), unit_px, opaque=_is_opaque(window))

    @property
    def is_rgb(self) -> bool:
        return self.source.shape[2] == 3 and self.lettering is None

    def lettered(self, setting: Setting) -> PictureArt:
        ink = self.art.union(setting.ink_box.scaled(UNITS))
        opaque = self.opaque and ink == self.art
        return replace(self, ink=ink, lettering=setting.drawing, opaque=opaque, set_lines=lines_in_units(setting))

    def placed_like(self, other: Art) -> PictureArt:
        return replace(self, ink=other.ink, opaque=other.opaque)

    def painter(self, onto_px: Box, within_px: Box, sharpening: Sharpening | None) -> Painter:
        x, y = onto_px.width / self.ink.width, onto_px.height / self.ink.height
        left, top = onto_px.left + (self.art.left - self.ink.left) * x, onto_px.top + (self.art.top - self.ink.top) * y
        right, bottom = left + self.art.width * x, top + self.art.height * y
        at = Box(round(left), round(top), max(1, round(right) - round(left)), max(1, round(bottom) - round(top)))
        picture = _PicturePainter(self.source, at, within_px, sharpening)
        if self.lettering is None:
            return picture
        return InTurn((picture, PathPainter.of(self.lettering, self.ink, onto_px)))

    def samples(self) -> Pixels:
        return self.source.samples()

    def source_ppi(self, size_mm: Size) -> float | None:
        """Master pixels per printed inch, the poorer of both directions: the file's own resolution tag is not asked."""
        inches = MM_PER_INCH * self.unit_px
        return min(self.ink.width * inches / size_mm.width, self.ink.height * inches / size_mm.height)


def _unmended(picture: PictureFile) -> Picture | None:
    """What can be read in bands as it is; None where all of it has to be held."""
    in_file = PictureInFile.of(picture, max_pixels=MAX_MASTER_PX)
    if in_file is not None:
        return in_file
    rows = load_opaque(read_whole(picture), max_bytes=MAX_MASTER_BYTES, max_pixels=MAX_MASTER_PX)
    return DecodedPicture(rows) if rows else None


@dataclass(frozen=True, slots=True)
class InTurn:
    painters: tuple[Painter, ...]

    def paint(self, strip: Pixels, top_px: int) -> None:
        for painter in self.painters:
            painter.paint(strip, top_px)


class _PicturePainter:
    """Draws the resampled picture straight onto the sheet's strips, as they ask for its rows."""

    def __init__(self, source: Source, at_px: Box, within_px: Box, sharpening: Sharpening | None) -> None:
        shown = at_px.within(within_px)
        self._left, self._right = int(shown.left), int(shown.right)
        self._row, self._bottom, self._above = int(shown.top), int(shown.bottom), int(at_px.top)
        self._has_alpha = source.shape[2] == 4
        visible = shown.moved(-at_px.left, -at_px.top)
        self._resampled = source.resampled(int(at_px.width), int(at_px.height), visible, sharpening)
        self._reading = ExitStack()
        weakref.finalize(self, self._reading.close)

    def paint(self, strip: Pixels, top_px: int) -> None:
        end = min(top_px + len(strip), self._bottom)
        if end <= self._row:
            return
        place = strip[self._row - top_px : end - top_px, self._left : self._right]
        self._draw(place, self._row - self._above)
        self._row = end
        if end == self._bottom:
            self._reading.close()

    @cached_property
    def _picture(self) -> Resampling:
        """Opened where the first rows are asked for."""
        return self._reading.enter_context(self._resampled)

    def _draw(self, place: Pixels, first: int) -> None:
        """Over a full ground, or where there is nothing yet."""
        if self._has_alpha and place[0, 0, 3]:
            art = np.empty_like(place)
            self._picture.draw(art, first)
            _blend(place, art)
        else:
            self._picture.draw(place, first)


def _is_opaque(pixels: Pixels) -> bool:
    alpha = pixels[..., 3]
    return all(bool((edge == 255).all()) for edge in (alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]))


def _blend(ground: Pixels, over: Pixels) -> None:
    """`over` an opaque ground."""
    cover = cv2.extractChannel(over, 3)
    cv2.copyTo(over, cv2.inRange(cover, 255, 255), ground)
    rows, columns = np.nonzero((cover > 0) & (cover < 255))
    share = cover[rows, columns, None].astype(np.float32) / 255
    colour = over[rows, columns, :3] * share + ground[rows, columns, :3] * (1 - share)
    ground[rows, columns, :3] = np.rint(colour).astype(np.uint8)


def _blank() -> InputRefused:
    return InputRefused(
        "blank_art", "There is no ink in this artwork: the print would be blank.", "Choose another picture."
    )

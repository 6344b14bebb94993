"""Picture work of an edit, in a child process: what the provider is given, and what is made of what comes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pod import composition
from pod.composition.cutout import cut_out, refuse_clear
from pod.composition.drift import compare, drift_findings, shown_beside
from pod.composition.putback import can_be_put_back, put_back
from pod.composition.touches import touched_drawing, touched_pixels
from pod.drawing import Drawing, rasterise, read_svg, write_svg
from pod.imaging.load import load_picture
from pod.imaging.png import encode_png
from pod.imaging.webp import encode_webp
from pod.model.artwork import MendKind, MendStep, Questions
from pod.model.change import Change
from pod.model.edit import Touch, TouchKind
from pod.model.geometry import Box
from pod.printprep.master import MAX_MASTER_BYTES, MAX_MASTER_PX
from pod.services.picturework import CheckedPicture, CheckTask, check_artwork
from pod.services.sentpictures import as_sent

Pixels = NDArray[np.uint8]

_PPI = 300.0


@dataclass(frozen=True, slots=True)
class Before:
    """The picture that is changed: its master, the SVG of it where there is one, and the repairs that belong to it."""

    master: Path
    vector: Path | None
    mending: tuple[MendStep, ...]


@dataclass(frozen=True, slots=True)
class ReferenceTask:
    """`ground` is laid behind what is clear."""

    before: Before
    ground: str


def reference_picture(task: ReferenceTask) -> bytes:
    """The picture as a service is given it."""
    return as_sent(_cut(task.before), task.ground)


@dataclass(frozen=True, slots=True)
class EditTask:
    """`data` and `vector` are what was drawn anew; without `data` the touches are made on the picture as it was. `whole`: the
    edit was to change all of it; `asked` is what the new picture is checked for; `region`: only this part of it, in shares of its sides."""

    before: Before
    touches: tuple[Touch, ...]
    asked: Questions
    data: bytes = b""
    vector: bytes | None = None
    whole: bool = False
    region: Box | None = None
    press_profile: str = ""


def make_edit(task: EditTask) -> CheckedPicture:
    """Checked and mended like any picture, its touches made, and compared with the one before."""
    old = _cut(task.before)
    data, vector = _drawn(task, old)
    delivered = None
    if task.region and task.data:
        data, delivered = _with_the_rest(data, old, task.region)
        vector = None if delivered else vector  # its paths draw the rest as it came
    checked = check_artwork(CheckTask(data, task.asked, task.press_profile))
    new = composition.replay(_loaded(checked.master), _in_place(checked.steps), in_place=True)
    compared = compare(old, new, asked=task.region)
    return replace(
        checked,
        findings=checked.findings + drift_findings(compared.change, whole=task.whole),
        change=delivered or compared.change,
        beside=encode_webp(shown_beside(compared)),
        vector=vector,
    )


def _loaded(data: bytes) -> Pixels:
    return load_picture(data, max_bytes=MAX_MASTER_BYTES, max_pixels=MAX_MASTER_PX).pixels


def _drawn(task: EditTask, old: Pixels) -> tuple[bytes, bytes | None]:
    """The new picture as PNG, and as SVG where it is one of paths."""
    svg = (task.vector if task.data else _read(task.before.vector)) or None
    removes = any(t.kind is TouchKind.REMOVE_GROUND for t in task.touches)
    added = [t for t in task.touches if t.kind is not TouchKind.REMOVE_GROUND]
    if svg and not removes:
        return _as_paths(read_svg(svg.decode("utf-8")), task, added) if added else (task.data, svg)
    if task.data and not task.touches:
        return task.data, None
    pixels = _keyed(_loaded(task.data)) if task.data else old
    if removes:
        refuse_clear(composition.inspect(pixels))
        pixels = cut_out(pixels)
    if added:
        pixels = touched_pixels(pixels, added, _inks(pixels), task.asked.cloth_rgb)
    return encode_png(pixels, ppi=_PPI), None


def _with_the_rest(data: bytes, old: Pixels, region: Box) -> tuple[bytes, Change | None]:
    """Around the region, the picture as it was, and how it had come; as it came, where the two do not lie on each other."""
    came = _loaded(data)
    new = _keyed(came) if bool((old[..., 3] < 255).any()) else came
    compared = compare(old, new, asked=region)
    if not can_be_put_back(compared):
        return data, None
    return encode_png(put_back(old, new, region, compared), ppi=_PPI), replace(compared.change, put_back=True)


def _as_paths(drawing: Drawing, task: EditTask, added: Sequence[Touch]) -> tuple[bytes, bytes]:
    touched = touched_drawing(drawing, added, drawing.inks()[:12], task.asked.cloth_rgb)
    width_px = round(touched.width)
    return encode_png(rasterise(touched, width_px, round(touched.height)), ppi=_PPI), write_svg(touched).encode()


def _read(path: Path | None) -> bytes | None:
    return path.read_bytes() if path else None


def _cut(before: Before) -> Pixels:
    """The picture before, repaired in its own frame."""
    return composition.replay(_loaded(before.master.read_bytes()), _in_place(before.mending), in_place=True)


def _keyed(pixels: Pixels) -> Pixels:
    return composition.replay(
        pixels, _in_place(composition.mend(pixels, composition.inspect(pixels)).steps), in_place=True
    )


def _in_place(steps: Sequence[MendStep]) -> tuple[MendStep, ...]:
    """Without what moves the picture in its frame: before and after are compared where they stand."""
    return tuple(step for step in steps if step.kind is not MendKind.MOVE_AND_PAD)


def _inks(pixels: Pixels) -> tuple[str, ...]:
    return tuple(ink for ink, _ in composition.inspect(pixels).inks)

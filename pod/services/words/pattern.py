"""Whether the yes to a pattern covers other words on it: measured, on the print files themselves.

It does where nothing but the words differs from what was approved, and these stand in the place of the sample, in its face and
its inks, in letters that the process holds, and the checks find nothing that they had not found in the pattern.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pod import printprep
from pod.model.caller import Caller
from pod.model.design import Version
from pod.model.findings import Severity
from pod.model.geometry import Box
from pod.model.printfile import PrintFile
from pod.model.recipe import LetteringLayer
from pod.printprep import WordsLaid
from pod.services.approving import why_not_approved
from pod.services.toolbox import Toolbox
from pod.services.words.changing import live_words
from pod.services.words.measuring import tried

_COMPARE_S, _COMPARE_MB = 120.0, 3072

_SOFT_EDGE_PX = 1
"""Letters end within a pixel of their outline."""


@dataclass(frozen=True, slots=True)
class CompareTask:
    """Two print files of one area, and where words stand on them, in mm from the trim's left upper corner."""

    before: Path
    after: Path
    per_mm: tuple[float, float]
    bleed_mm: float
    words_mm: tuple[Box, ...]


def differ_beside_words(task: CompareTask) -> int:
    """How many pixels look another beside the words; what is under alpha 0 is not seen."""
    before, after = (printprep.print_pixels(path.read_bytes()) for path in (task.before, task.after))
    if before.shape != after.shape:
        return max(before.size, after.size)
    other = (before != after).any(axis=2)
    if before.shape[2] == 4:
        other &= (before[..., 3] > 0) | (after[..., 3] > 0)
    for box in task.words_mm:
        _clear(other, box, task)
    return int(np.count_nonzero(other))


def _clear(other: NDArray[np.bool_], box: Box, task: CompareTask) -> None:
    (x, y), bleed, edge = task.per_mm, task.bleed_mm, _SOFT_EDGE_PX
    left, top = int((box.left + bleed) * x) - edge, int((box.top + bleed) * y) - edge
    right, bottom = int((box.right + bleed) * x) + 1 + edge, int((box.bottom + bleed) * y) + 1 + edge
    other[max(0, top) : max(0, bottom), max(0, left) : max(0, right)] = False


def why_not_covered(tools: Toolbox, caller: Caller, pattern: Version, made: Version) -> tuple[str, ...]:
    """Nothing where the pattern's approval covers the version that was made from it; else each reason in a sentence."""
    with tools.store.reading() as tx:
        unapproved = [e.message for e in why_not_approved(tx, caller, pattern, tools.approvals)]
        before, after = (tx.designs.print_files(caller.tenant_id, v.id) for v in (pattern, made))
    if unapproved:
        return ("The pattern itself is not approved as it stands now.",)
    old, new = live_words(pattern.recipe), live_words(made.recipe)
    first, laid = tried(tools, pattern.recipe, (old, new))
    told = [*_other_type(old, new), *_too_small(laid), *_other_findings(before, after)]
    return tuple(told or _other_pictures(tools, before, after, (first, laid)))


def _other_type(old: LetteringLayer, new: LetteringLayer) -> Iterator[str]:
    """Also where single letters are drawn by a face that stands in, or a line by one of its own."""
    inks = [(layer.ink, layer.outline_ink, layer.outline_mm) for layer in (old, new)]
    if old.font != new.font or not _faces(new) <= _faces(old) or inks[0] != inks[1]:
        yield "The face or the inks of the words are others than the pattern's."


def _faces(layer: LetteringLayer) -> frozenset[str]:
    return frozenset((layer.font, *layer.stand_ins, *layer.line_fonts))


def _too_small(laid: Sequence[WordsLaid]) -> Iterator[str]:
    for each in laid:
        if not each.held:
            yield f"On the {each.area} the words need more room than the sample has."
        elif each.x_height_mm < each.min_x_height_mm:
            yield (
                f"On the {each.area} the small letters are {each.x_height_mm:.1f} mm high; "
                f"{each.min_x_height_mm:.1f} mm are required."
            )


def _other_findings(before: Sequence[PrintFile], after: Sequence[PrintFile]) -> Iterator[str]:
    known = {(file.area, f.rule) for file in before for f in file.findings.found}
    for file in after:
        for f in file.findings.found:
            if f.severity is not Severity.FIXED and (file.area, f.rule) not in known:
                yield f.message


def _other_pictures(
    tools: Toolbox, before: Sequence[PrintFile], after: Sequence[PrintFile], laid: Sequence[Sequence[WordsLaid]]
) -> Iterator[str]:
    files = {file.area: file for file in before if file.format == "png"}
    boxes = {area: tuple(each.box_mm for found in laid for each in found if each.area == area) for area in files}
    for new in (file for file in after if file.format == "png"):
        old = files[new.area]
        size_mm = (new.trim_mm.width + 2 * new.bleed_mm, new.trim_mm.height + 2 * new.bleed_mm)
        per_mm = (new.width_px / size_mm[0], new.height_px / size_mm[1])
        paths = (tools.files.path(old.file.sha256), tools.files.path(new.file.sha256))
        task = CompareTask(*paths, per_mm, new.bleed_mm, boxes[new.area])
        other = tools.offload.call(differ_beside_words, task, timeout_s=_COMPARE_S, memory_mb=_COMPARE_MB)
        if other:
            yield f"On the {new.area} {other} pixels beside the words are others than on the approved print."

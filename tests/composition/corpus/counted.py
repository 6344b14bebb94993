"""How often each fault is found, and how often a correct picture is said to have it.

Two sets that share no seed, no drawing engine and no codec: *tuning*, which the limits were set with, and *unseen*.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from pod.composition import inspect
from pod.composition.inspection import ANY_PICTURE, KNOWN_INK
from pod.composition.measured import Asked, Measured
from pod.composition.prepared import prepare
from pod.imaging.colour import to_hex
from pod.imaging.press import PressProfile, changed_colours, separate
from pod.printprep import press_profile
from tests.composition.corpus import artwork, damage, drawn_products, faultless_cuts
from tests.composition.corpus.cloth_alike import SURROUNDED
from tests.composition.corpus.damage import CLOTH, PX_PER_MM, Damage
from tests.composition.corpus.scene import Colour, Scene, packed, solid_ink, unpacked

_GROUNDS = ((255, 255, 255), (0, 255, 0), (255, 0, 255), (0, 255, 255), (244, 240, 230), (255, 214, 0))


@dataclass(frozen=True)
class Set:
    """`codecs` with their qualities; `engines` of the artwork by name."""

    name: str
    first_seed: int
    engine: str
    codecs: tuple[tuple[str, int, float], ...]
    other: Callable[[int], np.ndarray]


TUNING = Set("tuning", 0, "pdfium", (("", 0, 0), ("JPEG", 92, 0), ("JPEG", 82, 1.0)), artwork.shapes)
UNSEEN = Set("unseen", 900_000, "cairo", (("", 0, 1.5), ("WEBP", 90, 0), ("JPEG", 88, 1.5)), artwork.stars)


@dataclass(frozen=True)
class Row:
    """`on` says of which correct pictures it could falsely be said, `alike` makes such as look like this fault alone."""

    number: int
    name: str
    rules: tuple[str, ...]
    damages: tuple[Damage, ...]
    recall: float
    false_alarms: float
    on: str = "any"
    alike: tuple[Callable[[int], np.ndarray], ...] = ()


def _row(
    number: int,
    name: str,
    rules: str,
    *damages: Damage,
    on: str = "any",
    need: tuple[float, float] = (0.9, 0.03),
    alike: tuple[Callable[[int], np.ndarray], ...] = (),
) -> Row:
    return Row(number, name, tuple(rules.split()), damages, *need, on, alike)


_SURE, _SOLID, _HARD = (0.97, 0.01), (0.95, 0.02), (0.8, 0.05)
ROWS = (
    _row(1, "painted checkerboard", "checkerboard", damage.checkered, need=_SURE, on="flat"),
    _row(2, "uneven ground", "ground_not_flat", damage.vignetted, damage.in_a_scene, on="flat"),
    _row(3, "opaque instead of alpha", "opaque_ground", damage.opaque, need=_SURE, on="clear"),
    _row(4, "product drawn", "drawn_product", drawn_products.rendered, drawn_products.flat, need=_HARD),
    _row(5, "off centre", "off_centre", damage.off_centre, need=_SURE),
    _row(6, "cut by the edge", "cut_by_edge", damage.cut_off, need=_SURE),
    _row(7, "margin", "margin", damage.too_near, need=_SURE),
    _row(7, "too small", "too_small", damage.too_small, need=_SURE),
    _row(8, "specks", "specks", damage.dusty, need=_SURE),
    _row(
        9, "gradient, glow", "gradients fades_out half_transparent ground_not_flat", damage.airbrushed, damage.glowing
    ),
    _row(10, "off palette", "off_palette", damage.off_palette),
    _row(11, "stray words, signature, mark", "stray_words", damage.signed, damage.sparkled, need=_HARD),
    _row(12, "several subjects", "several_subjects", damage.sheet_of_variants, need=_HARD),
    _row(13, "frame", "frame_line", damage.bordered, need=_SOLID),
    _row(16, "blank or black", "blank", damage.blank, need=_SURE, on="flat"),
    _row(17, "halo", "halo", damage.haloed, need=_SURE, on="key"),
    _row(18, "black slab", "black_slab", damage.slabbed, need=_SOLID),
    _row(19, "hidden fringe", "hidden_colour", damage.fringed, on="clear"),
    _row(20, "half see-through", "half_transparent", damage.veiled, on="clear"),
    _row(21, "hairlines", "hairlines", damage.fine_lined),
    _row(21, "tiny gaps", "tiny_gaps", damage.fine_gapped, on="coarse"),
    _row(22, "invisible on cloth", "invisible_on_cloth", damage.lost_on, need=_SURE, on="clear", alike=SURROUNDED),
    _row(23, "unprintable colours", "unprintable_colours", damage.neon),
    _row(26, "prompt written", "stray_words", damage.captioned, need=_HARD),
)


_ONE_ALIKE_IN = 3


@dataclass
class Count:
    found: int = 0
    of: int = 0
    falsely: int = 0
    clean: int = 0
    missed: list[tuple[int, float, str]] = field(default_factory=list)
    wrongly: list[tuple[int, str]] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.of)

    @property
    def false_alarms(self) -> float:
        return self.falsely / max(1, self.clean)


def correct(which: Set, number: int, data_dir: Path) -> tuple[str, np.ndarray]:
    """Correct artwork number n: half by the designer, a quarter by the other engine, a quarter innocent look-alikes."""
    seed = which.first_seed + number
    match number % 4:
        case 0 | 1:
            return "designed", artwork.designed(seed, data_dir, engine=which.engine)
        case 2:
            return which.other.__name__, which.other(seed)
        case _:
            make = artwork.INNOCENT[(number // 4) % len(artwork.INNOCENT)]
            return make.__name__, make(seed)


COARSE = frozenset({"shapes", "stars", "racing_flag", "cloth_pattern"})
"""Artwork that has no fine gaps of its own: line work and halftone do, and say so rightly."""


def scene_of(which: Set, number: int, art: np.ndarray, on: str) -> Scene:
    """Clear, or on a ground that its own ink keeps away from."""
    codec, quality, noise = which.codecs[number % len(which.codecs)]
    if on == "clear" or (on == "any" and number % 5 < 2):
        return Scene(art)
    grounds = _GROUNDS[1:4] if on == "key" else _GROUNDS
    ground = max((grounds[(number + n) % len(grounds)] for n in range(3)), key=lambda g: apart_from(art, g))
    return Scene(art, ground, codec, quality, noise, number)


def grounds_apart_from(art: np.ndarray) -> list[Colour]:
    """All of them, that which is farthest from its ink first."""
    return sorted(_GROUNDS, key=lambda ground: -apart_from(art, ground))


def apart_from(art: np.ndarray, ground: Colour) -> float:
    """Levels, summed over the channels, between a ground and all but a fiftieth of the ink."""
    ink = solid_ink(art, 97).astype(np.float32)
    away = np.abs(ink - np.float32(ground)).sum(axis=-1)
    return float(np.quantile(away, 0.02)) if len(away) else 0.0


def asked_of(scene: Scene) -> dict[str, Any]:
    shown = scene.art[scene.art[..., 3] > 128][:, :3]
    return {
        "expected_ground": to_hex(scene.ground) if scene.ground is not None else "",
        "cloth_rgb": to_hex(CLOTH) if _seen_on_cloth(shown) else "",
        "px_per_mm": PX_PER_MM,
        "palette": palette_of(scene.art),
        "press": _press() if _printable(scene.art) else None,
    }


def _seen_on_cloth(shown: np.ndarray) -> bool:
    return float((np.abs(shown[::50].astype(int) - np.array(CLOTH)).sum(axis=1) < 60).mean()) < 0.15


@functools.cache
def _press() -> PressProfile:
    return press_profile("")


def _printable(art: np.ndarray) -> bool:
    """Whether the artwork's own inks survive this press: seen on each of its pixels, not on its main inks."""
    rgb = solid_ink(art, 37)[None]
    return float(changed_colours(rgb, separate(rgb, _press()), _press()).mean()) < 0.03


def palette_of(art: np.ndarray) -> tuple[str, ...]:
    """The artwork's own inks, as many as cover 99 % of it: what a style would have asked for."""
    cells = solid_ink(art, 7).astype(np.int64) >> 3
    keys, counts = np.unique(cells @ (1 << 10, 1 << 5, 1), return_counts=True)
    order = np.argsort(-counts)
    needed = int(np.searchsorted(np.cumsum(counts[order]), 0.99 * counts.sum())) + 1
    return tuple(
        to_hex(tuple(float(key >> shift & 31) * 8 + 4 for shift in (10, 5, 0))) for key in keys[order[:needed]]
    )


def rules_found(pixels: np.ndarray, asked: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(f.rule for f in inspect(pixels, **asked).findings.found)


_DETECTORS = {detect.__name__: detect for detect in ANY_PICTURE + KNOWN_INK}


def is_found(row: Row, pixels: np.ndarray, asked: Mapping[str, Any]) -> bool:
    """By the row's own detectors alone, which is a good deal faster than all."""
    measured = Measured(prepare(pixels), Asked(**asked))
    known = ANY_PICTURE + (KNOWN_INK if measured.prepared.has_known_ink else ())
    asked_for = (_DETECTORS[rule] for rule in row.rules)
    return any(detect in known and detect(measured) is not None for detect in asked_for)


def count(
    which: Set, data_dir: Path, *, clean: int = 300, damaged: int = 100, only: tuple[int, ...] = ()
) -> dict[str, Count]:
    counts = {row.name: Count() for row in ROWS if not only or row.number in only}
    for number in range(clean):
        kind, art = correct(which, number, data_dir)
        _count_clean(counts, which, number, kind, art)
    for row in ROWS:
        if row.name in counts:
            _count_alike(counts[row.name], row, which, clean // _ONE_ALIKE_IN)
            _count_damaged(counts[row.name], row, which, damaged, data_dir)
    return counts


def _count_clean(counts: dict[str, Count], which: Set, number: int, kind: str, art: np.ndarray) -> None:
    scene = scene_of(which, number, art, "any")
    found = rules_found(scene.delivered(), asked_of(scene))
    for row in ROWS:
        if row.name not in counts or not _applies(row, scene, kind):
            continue
        rules = set(row.rules) - ({"ground_not_flat"} if row.number == 9 else set())
        falsely = found_on_a_cut(row, which, number, art) if row.on == "key" else bool(rules & found)
        if falsely is None:
            continue
        counts[row.name].clean += 1
        if falsely:
            counts[row.name].falsely += 1
            counts[row.name].wrongly.append((number, kind))


def _count_alike(count: Count, row: Row, which: Set, alike: int) -> None:
    """Look-alikes of this row alone, beside the quarter that all rows share."""
    for number in range(alike if row.alike else 0):
        make = row.alike[number % len(row.alike)]
        scene = Scene(make(which.first_seed + number))
        count.clean += 1
        if is_found(row, scene.delivered(), asked_of(scene) | questions_of(row)):
            count.falsely += 1
            count.wrongly.append((number, make.__name__))


def found_on_a_cut(row: Row, which: Set, number: int, art: np.ndarray) -> bool | None:
    """What a cut may leave is looked for on artwork that was cut without a fault, and not before the key colour is gone. None
    where this cut has one."""
    scene = scene_of(which, number, art, "key")
    cut = faultless_cuts.CUTS[number // 4 % len(faultless_cuts.CUTS)](scene)
    return None if cut is None else is_found(row, cut, asked_of(scene))


def _applies(row: Row, scene: Scene, kind: str) -> bool:
    match row.on:
        case "coarse":
            return kind in COARSE
        case "clear":
            return scene.ground is None
        case "flat":
            return scene.ground is not None
    return True


def _count_damaged(count: Count, row: Row, which: Set, damaged: int, data_dir: Path) -> None:
    for number, scene, strength in _scenes(row, which, damaged, data_dir):
        rng = np.random.default_rng((which.first_seed, row.number, number))
        hurt = row.damages[number % len(row.damages)]
        picture = hurt(scene, strength, rng)
        if picture is None:
            continue
        count.of += 1
        if is_found(row, picture, asked_of(scene) | questions_of(row)):
            count.found += 1
        else:
            count.missed.append((number, round(strength, 2), hurt.__name__))


def questions_of(row: Row) -> dict[str, Any]:
    """What this fault has to be asked for, whatever the artwork would be asked."""
    return {22: {"cloth_rgb": to_hex(CLOTH)}, 23: {"press": _press()}}.get(row.number, {})


def _scenes(row: Row, which: Set, damaged: int, data_dir: Path) -> Iterator[tuple[int, Scene, float]]:
    """The same hundred for every row: correct artwork that is not among the correct pictures, without the look-alikes."""
    for number in range(damaged):
        art = unpacked(_kept(which, number, data_dir))
        yield number, scene_of(which, number, art, row.on), (number // 2 % 8) / 7


@functools.cache
def _kept(which: Set, number: int, data_dir: Path) -> bytes:
    """Two thirds by the designer, and the other engine's in threes: the codecs change with every number, and it has all."""
    seed = which.first_seed + 20_000 + number
    return packed(artwork.designed(seed, data_dir, engine=which.engine) if number // 3 % 3 else which.other(seed))

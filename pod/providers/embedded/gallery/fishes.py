"""Fish from the side, one kit with the shape, bands and fins of each kind: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, Pen, blob, curve, limb, oval
from pod.providers.embedded.gallery.kit import CREAM, WHITE, Draw

_Y = 520.0


@dataclass(frozen=True, slots=True)
class Fish:
    """`half` is half its height; `marks` what is on its side, `tail` a kind of tail."""

    back: str
    belly: str
    fin: str
    half: float
    marks: tuple[str, ...] = ()
    ink: str = INK
    tail: str = "fork"
    dorsal: str = "soft"


def _outline(half: float) -> Path:
    return Path.parse(
        f"M940 {_Y}C900 {_Y - half * 0.7} 740 {_Y - half * 1.16} 560 {_Y - half}C400 {_Y - half * 0.84} 320 {_Y - half * 0.4} 220 {_Y - 46}L220 {_Y + 46}C320 {_Y + half * 0.4} 400 {_Y + half * 0.84} 560 {_Y + half}C740 {_Y + half * 1.1} 900 {_Y + half * 0.66} 940 {_Y}Z"
    )


_TAILS: Mapping[str, str] = {
    "fork": "M270 470L60 330Q140 520 60 710L270 570Z",
    "crescent": "M260 484Q130 400 110 220Q60 400 170 520Q60 640 110 820Q130 640 260 556Z",
    "fan": "M270 470Q140 380 60 380Q20 520 60 660Q140 660 270 570Z",
    "veil": "M300 440C180 260 40 260 20 420C60 470 40 520 10 560C40 640 20 740 60 820C180 800 240 680 300 600Z",
}


def _dorsal(fish: Fish) -> str:
    top = _Y - fish.half
    if fish.dorsal == "spiny":
        teeth = " ".join(f"L{720 - 42 * k} {top - (118, 60)[k % 2]}" for k in range(7))
        return f"M740 {top + 30}{teeth}L430 {top + 40}Z"
    if fish.dorsal == "veil":
        return (
            f"M760 {top + 40}C740 {top - 160} 560 {top - 240} 400 {top - 180}C380 {top - 60} 360 {top} 380 {top + 80}Z"
        )
    if fish.dorsal == "sickle":
        return f"M660 {top + 20}Q610 {top - 120} 520 {top - 150}Q540 {top - 40} 500 {top + 30}Z"
    return f"M690 {top + 20}Q620 {top - 100} 500 {top - 96}Q480 {top - 20} 470 {top + 40}Z"


def _below(fish: Fish) -> tuple[str, ...]:
    low = _Y + fish.half
    if fish.dorsal == "veil":
        return (
            f"M700 {low - 40}C640 {low + 200} 480 {low + 260} 340 {low + 200}C360 {low + 60} 360 {low} 380 {low - 80}Z",
        )
    return (
        f"M720 {low - 30}Q690 {low + 90} 600 {low + 100}Q620 {low + 30} 630 {low - 20}Z",
        f"M450 {low - 60}Q430 {low + 40} 360 {low + 60}Q370 {low - 20} 380 {low - 90}Z",
    )


def _side_band(pen: Pen, fish: Fish) -> None:
    pen.canvas.fill(blob(540, _Y + 4, 420, fish.half * 0.24, 2.6), fish.ink)


def _jagged_band(pen: Pen, fish: Fish) -> None:
    for k in range(8):
        pen.canvas.fill(blob(300 + 66 * k, _Y + 8, 44, fish.half * (0.2 + 0.1 * (k % 2)), 1.6), fish.ink)


def _spots(pen: Pen, fish: Fish) -> None:
    for k in range(15):
        x, y = 340 + 34 * k, _Y - fish.half * (0.28 + 0.22 * (k % 3))
        pen.canvas.fill(circle(x, y, 13 - 2 * (k % 2)), mix(fish.back, INK, 0.66))


def _pale_spots(pen: Pen, fish: Fish) -> None:
    for k in range(14):
        pen.canvas.fill(oval(300 + 34 * k, _Y + fish.half * 0.3 * ((k % 3) - 1), 18, 11), mix(fish.back, CREAM, 0.6))


def _white_bands(pen: Pen, _: Fish) -> None:
    for x, wide in ((740, 46), (520, 56), (300, 34)):
        for grow, ink in ((16, INK), (0, WHITE)):
            pen.canvas.stroke(Path.parse(f"M{x} 240Q{x + 60} 520 {x} 800"), ink, 2 * (wide + grow) * 0.72)


def _bars(pen: Pen, fish: Fish) -> None:
    for k in range(5):
        pen.canvas.fill(leaf(380 + 84 * k, _Y - fish.half, fish.half * 1.5, 46, 180), mix(fish.back, INK, 0.3))


def _red_gill(pen: Pen, fish: Fish) -> None:
    pen.canvas.fill(blob(770, _Y + fish.half * 0.3, 120, fish.half * 0.5, 2.2), fish.ink)


def _green_head(pen: Pen, fish: Fish) -> None:
    pen.canvas.fill(circle(900, _Y, 170), fish.ink)


_MARKS: Mapping[str, Callable[[Pen, Fish], None]] = {
    "band": _side_band,
    "jagged band": _jagged_band,
    "spots": _spots,
    "pale spots": _pale_spots,
    "white bands": _white_bands,
    "bars": _bars,
    "red gill": _red_gill,
    "green head": _green_head,
}


def _scales(pen: Pen, fish: Fish) -> None:
    for row in range(3):
        for k in range(5):
            x, y = 390 + 66 * k + 33 * (row % 2), _Y + fish.half * (0.34 * row - 0.3)
            pen.canvas.stroke(
                Path.parse(f"M{x + 16} {y - 24}Q{x - 16} {y} {x + 16} {y + 24}"), mix(fish.back, INK, 0.26), 8
            )


def _whiskers(pen: Pen) -> None:
    for start, bend, tip in (
        ((934, 540), (1010, 600), (960, 720)),
        ((890, 566), (930, 660), (860, 740)),
        ((920, 496), (1000, 450), (990, 360)),
    ):
        pen.part(limb(curve(start, bend, bend, tip), 12, 6), "#6b6f7a")


def _swims(fish: Fish) -> Draw:
    def draw(pen: Pen) -> None:
        for d in (_TAILS[fish.tail], _dorsal(fish), *_below(fish)):
            pen.part(Path.parse(d), fish.fin)
        body = _outline(fish.half)
        pen.part(body, fish.back)
        with pen.canvas.group(body):
            pen.canvas.fill(oval(600, _Y + fish.half * 0.98, 460, fish.half * 0.8), fish.belly)
            for mark in fish.marks:
                if mark in _MARKS:
                    _MARKS[mark](pen, fish)
        if "scales" in fish.marks:
            _scales(pen, fish)
        if "whiskers" in fish.marks:
            _whiskers(pen)
        gill = f"M730 {_Y - fish.half * 0.56}Q670 {_Y} 730 {_Y + fish.half * 0.56}"
        pen.canvas.stroke(Path.parse(gill), mix(fish.back, INK, 0.5), 14)
        pen.part(Path.parse(f"M690 {_Y + 30}Q600 {_Y + 30} 570 {_Y + 110}Q660 {_Y + 120} 700 {_Y + 70}Z"), fish.fin)
        pen.canvas.fill(circle(822, _Y - fish.half * 0.24, 34), WHITE)
        pen.canvas.fill(circle(828, _Y - fish.half * 0.24, 22), INK)
        pen.canvas.fill(circle(821, _Y - fish.half * 0.24 - 8, 8), WHITE)
        _mouth(pen, fish)

    return draw


def _mouth(pen: Pen, fish: Fish) -> None:
    if "big mouth" in fish.marks:
        pen.part(Path.parse(f"M946 {_Y - 12}L836 {_Y + 34}L916 {_Y + 76}Q952 {_Y + 40} 946 {_Y - 12}Z"), "#9c4450")
        return
    pen.canvas.stroke(Path.parse(f"M936 {_Y + 14}Q890 {_Y + 44} 850 {_Y + 34}"), INK, 13)


KINDS: Mapping[str, Fish] = {
    "rainbow trout": Fish("#7f9a78", "#f3ead9", "#8f9a80", 150, ("band", "spots"), "#e58a94"),
    "brown trout": Fish("#a5804a", "#f3dfb4", "#a9824f", 150, ("spots",), "#d9623c"),
    "largemouth bass": Fish(
        "#7a9a4f", "#f0efd2", "#6b8545", 196, ("jagged band", "big mouth"), "#3f5a34", "fan", "spiny"
    ),
    "salmon": Fish("#8f9fae", "#f6d9d0", "#7f8f9e", 150, ("spots",)),
    "sockeye salmon": Fish("#d5453c", "#e8766a", "#b53630", 170, ("green head",), "#5f7f4f"),
    "pike": Fish("#6f8a4f", "#eef0cf", "#c08a4a", 104, ("pale spots", "big mouth")),
    "catfish": Fish("#6f7684", "#d9dbe0", "#5b616e", 150, ("whiskers",), tail="fan"),
    "tuna": Fish("#3f6496", "#dfe7ef", "#f0c24a", 190, (), tail="crescent", dorsal="sickle"),
    "bluegill": Fish("#5f7f8f", "#f0b45a", "#4f6f80", 250, ("bars",), tail="fan", dorsal="spiny"),
    "walleye": Fish("#9a8f4f", "#f3edd0", "#8a7f45", 150, ("bars",), dorsal="spiny"),
    "clownfish": Fish("#f0812e", "#f5993f", "#f0812e", 210, ("white bands",), tail="fan"),
    "goldfish": Fish("#f2903a", "#f8b85a", "#f6a64f", 190, ("scales",), tail="veil"),
    "betta fish": Fish("#4a63c8", "#6f86e0", "#8a5fd0", 130, ("scales",), tail="veil", dorsal="veil"),
    "piranha": Fish("#7f8794", "#d9453c", "#6b727f", 230, ("red gill", "big mouth"), "#d9453c", dorsal="spiny"),
    "redfish": Fish("#c98a5a", "#f6dfc4", "#b5764a", 170, ("scales",), tail="fan", dorsal="spiny"),
    "mackerel": Fish("#3f7f8f", "#e6edf0", "#4f8a99", 124, ("bars",)),
}
FISHES: Mapping[str, Draw] = {name: _swims(fish) for name, fish in KINDS.items()}
"""By the name that the keyword table gives them."""

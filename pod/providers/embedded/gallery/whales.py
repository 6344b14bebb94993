"""Whales by kind, leaping to the right: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pod.drawing.paths import Path
from pod.drawing.shapes import circle
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, Pen, limb, oval
from pod.providers.embedded.gallery.kit import CREAM, WHITE, Draw

_ROUND = (
    "M970 540C970 390 810 300 600 320C420 340 300 420 190 420L150 500C260 640 420 730 640 730C850 730 970 670 970 540Z"
)
_LONG = "M1000 500C960 410 800 350 600 350C420 350 300 420 190 420L150 500C260 640 420 710 640 710C850 710 980 600 1000 500Z"
_BLUNT = "M990 420C980 310 900 290 760 300C500 310 330 410 190 420L150 500C260 630 420 700 620 710L640 650L960 660C1000 640 1000 520 990 420Z"
_FLUKES = "M210 430C140 400 70 310 10 320C20 420 80 470 120 500C80 540 50 610 70 670C140 650 190 580 230 500Z"


@dataclass(frozen=True, slots=True)
class Whale:
    """`shape` is its outline, `fin` the fin on its back, `marks` what else it is known by."""

    back: str
    belly: str
    shape: str
    fin: str = ""
    flipper: str = "M660 660C640 760 580 840 490 870C490 780 530 700 570 650Z"
    marks: tuple[str, ...] = ()


def _leaps(whale: Whale) -> Draw:
    def draw(pen: Pen) -> None:
        if "tusk" in whale.marks:
            pen.part(limb([(930, 450), (1260, 270)], 24, 5), CREAM)
            for k in range(6):
                x, y = 980 + 42 * k, 424 - 23 * k
                pen.canvas.stroke(
                    Path.parse(f"M{x - 8} {y - 20 + 2 * k}L{x + 14} {y + 16 - 2 * k}"), mix(CREAM, INK, 0.35), 8
                )
        pen.part(Path.parse(_FLUKES), whale.back)
        if whale.fin:
            pen.part(Path.parse(whale.fin), whale.back)
        body = Path.parse(whale.shape)
        pen.part(body, whale.back)
        with pen.canvas.group(body):
            _side(pen, whale)
        pen.part(Path.parse(whale.flipper), mix(whale.back, INK, 0.12))
        _face(pen, whale)

    return draw


def _side(pen: Pen, whale: Whale) -> None:
    pen.canvas.fill(
        Path.parse("M1010 560C880 640 640 600 520 640C420 680 330 640 260 600L300 780L1010 780Z"), whale.belly
    )
    if "grooves" in whale.marks:
        for k in range(5):
            groove = f"M{960 - 20 * k} {590 + 28 * k}Q760 {640 + 22 * k} {560 - 10 * k} {650 + 18 * k}"
            pen.canvas.stroke(Path.parse(groove), mix(whale.belly, INK, 0.3), 9)
    if "orca" in whale.marks:
        pen.canvas.fill(oval(800, 440, 80, 40, -12), WHITE)
        pen.canvas.fill(oval(420, 400, 120, 50, -8), mix(whale.back, WHITE, 0.4))
        pen.canvas.fill(Path.parse("M430 620Q380 520 300 560L320 640Z"), WHITE)
    if "mottled" in whale.marks:
        for k in range(16):
            x, y = 320 + 38 * k, 390 + 46 * (k % 4)
            pen.canvas.fill(oval(x, y, 18, 12), mix(whale.back, INK, 0.4))
    if "dotted" in whale.marks:
        for k in range(24):
            pen.canvas.fill(circle(270 + 29 * k, 400 + 50 * (k % 4), 13), mix(whale.back, WHITE, 0.75))
        for k in range(3):
            pen.canvas.stroke(
                Path.parse(f"M{700 - 34 * k} 470Q{670 - 34 * k} 540 {700 - 34 * k} 600"), mix(whale.back, INK, 0.5), 10
            )
    if "bumps" in whale.marks:
        for k in range(6):
            pen.canvas.fill(circle(760 + 36 * k, 380 + 16 * k, 13), mix(whale.back, WHITE, 0.4))


def _face(pen: Pen, whale: Whale) -> None:
    x, y = (800, 560) if whale.shape == _BLUNT else (836, 500)
    if "orca" in whale.marks:
        pen.canvas.fill(circle(x, y, 33), mix(whale.back, WHITE, 0.6))
    pen.canvas.fill(circle(x, y, 24), INK)
    pen.canvas.fill(circle(x - 7, y - 8, 8), WHITE)
    smile = f"M{x + 26} {y + 62}Q{x + 90} {y + 80} {x + 128} {y + 34}"
    pen.canvas.stroke(Path.parse(smile), mix(whale.back, WHITE, 0.6) if "orca" in whale.marks else INK, 12)
    pen.canvas.fill(oval(x - 30, y + 56, 30, 18), "#f2788f", 0.8)


WHALES: Mapping[str, Draw] = {
    "orca": _leaps(
        Whale("#33363f", WHITE, _ROUND, "M540 340C530 220 500 150 430 100C420 220 420 290 420 370Z", marks=("orca",))
    ),
    "whale shark": _leaps(
        Whale(
            "#4f7396", "#eef2f6", _LONG, "M480 370C470 270 430 220 380 200C380 290 380 340 390 390Z", marks=("dotted",)
        )
    ),
    "beluga": _leaps(Whale("#eef2f6", "#ffffff", _ROUND)),
    "narwhal": _leaps(Whale("#8fa9c4", "#eef3f8", _ROUND, marks=("tusk", "mottled"))),
    "sperm whale": _leaps(Whale("#6f7f94", "#a9b5c4", _BLUNT, marks=("bumps",))),
    "humpback whale": _leaps(
        Whale(
            "#46608a",
            "#e6edf4",
            _LONG,
            "M440 370C430 320 400 300 360 296C370 340 370 360 370 390Z",
            "M690 650C660 800 560 930 420 980C420 860 500 720 590 640Z",
            ("grooves", "bumps"),
        )
    ),
    "blue whale": _leaps(
        Whale(
            "#4f8fc4", "#dceaf5", _LONG, "M330 400C320 370 300 350 270 350C280 380 280 400 280 410Z", marks=("grooves",)
        )
    ),
}
"""By the name that the keyword table gives them."""

"""Skulls of beasts with what they had on their head: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pod.drawing.shapes import leaf
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, limb, oval
from pod.providers.embedded.gallery.flowers import MEADOW, TIED
from pod.providers.embedded.gallery.kit import GREEN, LEAF, C, Draw, Head
from pod.providers.embedded.objects.kit import fitted, line, shape, tube

_BONE, _ANTLER, _HORN = "#fbf4e2", "#b98d5c", "#c9ad7c"


def _head(pen: Pen) -> None:
    """Long and narrow, seen from the front."""
    shape(
        pen,
        "M512 420C640 420 690 500 670 600C660 660 620 690 610 760C600 860 590 990 512 1010C434 990 424 860 414 760C404 690 364 660 354 600C334 500 384 420 512 420Z",
        _BONE,
    )
    for side in SIDES:
        pen.canvas.fill(oval(C + side * 96, 600, 44, 58, side * 24), INK)
        pen.canvas.fill(oval(C + side * 30, 900, 19, 52, side * -8), INK)
    line(pen, "M512 460L502 540L520 600L508 690", 10, "#c9b48a")


def _antlers(pen: Pen) -> None:
    for side in SIDES:
        for root, tip in (((230, 330), (120, 150)), ((330, 190), (300, 0)), ((140, 420), (20, 300))):
            pen.part(limb([(C + side * root[0], root[1]), (C + side * tip[0], tip[1])], 26, 10), _ANTLER)
        pen.part(
            limb([(C + side * 80, 470), (C + side * 200, 400), (C + side * 320, 230), (C + side * 420, 40)], 36, 12),
            _ANTLER,
        )


def _curled(pen: Pen) -> None:
    for side in SIDES:
        tube(
            pen,
            f"M{C + side * 90} 460C{C + side * 150} 240 {C + side * 460} 240 {C + side * 450} 520"
            f"C{C + side * 440} 720 {C + side * 240} 720 {C + side * 250} 560",
            96,
            _HORN,
        )


def _swept(pen: Pen) -> None:
    for side in SIDES:
        pen.part(
            limb([(C + side * 80, 460), (C + side * 150, 300), (C + side * 250, 130), (C + side * 390, 10)], 52, 10),
            _HORN,
        )


def _cow_skull(pen: Pen) -> None:
    for side in SIDES:
        tube(pen, f"M{C + side * 150} 260C{C + side * 340} 300 {C + side * 470} 240 {C + side * 470} 70", 62, "#d9c7a0")
        shape(pen, f"M{C + side * 466} 90L{C + side * 440} 20L{C + side * 500} 60Z", "#7a5a3c")
    shape(
        pen,
        "M512 160C700 160 740 280 700 420C680 500 640 560 630 680C620 820 600 960 512 980C424 960 404 820 394 680C384 560 344 500 324 420C284 280 324 160 512 160Z",
        "#fbf4e2",
    )
    for side in SIDES:
        pen.canvas.fill(oval(C + side * 116, 440, 54, 76, side * 20), INK)
        pen.canvas.fill(oval(C + side * 40, 860, 24, 56, side * -10), INK)
    line(pen, "M512 230L500 320L524 380L506 460", 12, "#c9b48a")


def _skull(crown: Callable[[Pen], None]) -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        crown(pen)
        _head(pen)

    return draw


def _garlanded(skull: Callable[[Pen], None], brow: float, heads: Sequence[Head]) -> Draw:
    """Flowers over the brow, the largest in the middle."""

    def draw(pen: Pen) -> None:
        skull(pen)
        for side in SIDES:
            for lean in (52, 96):
                pen.part(leaf(C + side * 150, brow, 230, 76, side * lean), (GREEN, LEAF)[lean > 90])
        for k, (x, y, r) in enumerate(
            ((-190, 40, 92), (190, 40, 92), (-100, -10, 108), (100, -10, 108), (0, -20, 138))
        ):
            heads[k % len(heads)](pen, C + x, brow + y, r, x * 0.1)

    return fitted(draw)


_SKULLS: Mapping[str, tuple[Callable[[Pen], None], float]] = {
    "deer": (_skull(_antlers), 450.0),
    "ram": (_skull(_curled), 450.0),
    "goat": (_skull(_swept), 450.0),
    "cow": (_cow_skull, 210.0),
}
"""Each with the height of its brow."""

BONES: Mapping[str, Draw] = {
    **{f"{beast} skull": fitted(skull) for beast, (skull, _) in _SKULLS.items()},
    **{f"{beast} skull with flowers": _garlanded(skull, brow, MEADOW) for beast, (skull, brow) in _SKULLS.items()},
    **{
        f"{beast} skull with roses": _garlanded(skull, brow, (TIED["rose"],))
        for beast, (skull, brow) in _SKULLS.items()
    },
}

"""What a character can wear and hold, and the words that ask for it."""

from __future__ import annotations

from collections.abc import Callable

from pod.drawing.display import Canvas
from pod.drawing.paths import Path
from pod.drawing.shapes import circle, heart, leaf, polar, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.pen import INK, MIDDLE_X, oval


def apron(canvas: Canvas, colour: str) -> None:
    for side in (-1, 1):
        strap = Path.lines(
            [
                (MIDDLE_X + side * 122, 694),
                (MIDDLE_X + side * 98, 694),
                (MIDDLE_X + side * 128, 604),
                (MIDDLE_X + side * 152, 612),
            ]
        )
        canvas.fill(strap, colour)
    canvas.fill(Path.parse("M392 690L632 690L664 900Q512 948 360 900Z"), colour)
    canvas.fill(Path.parse("M450 806L574 806L568 868Q512 888 456 868Z"), mix(colour, INK, 0.28))


def _cup(canvas: Canvas) -> None:
    canvas.stroke(Path.parse("M596 742C664 726 664 826 590 812"), "#f3ead8", 24)
    canvas.fill(Path.parse("M420 712L604 712L584 862Q512 884 440 862Z"), "#fbf4e6")
    canvas.fill(Path.parse("M546 712L604 712L584 862Q570 868 552 871Z"), "#e6d9c0")
    canvas.fill(oval(MIDDLE_X, 712, 92, 24), "#e6d9c0")
    canvas.fill(oval(MIDDLE_X, 713, 76, 17), "#7b4a2d")
    canvas.fill(heart(MIDDLE_X, 786, 52), "#d96a6a")
    for x, lift in ((482, 0), (522, -16)):
        steam = Path((("M", (x, 684 + lift)), ("C", (x - 22, 662 + lift, x + 24, 648 + lift, x + 2, 622 + lift))))
        canvas.stroke(steam, "#fbf4e6", 11, 0.9)


def _book(canvas: Canvas) -> None:
    canvas.fill(
        Path.parse("M352 716Q432 690 512 726Q592 690 672 716L672 862Q592 838 512 872Q432 838 352 862Z"), "#3f6f8f"
    )
    canvas.fill(Path.parse("M368 706Q440 684 512 716L512 856Q440 826 368 846Z"), "#fdf6e6")
    canvas.fill(Path.parse("M656 706Q584 684 512 716L512 856Q584 826 656 846Z"), "#f3e8d0")
    for row in range(4):
        y = 736 + row * 26
        for side in (-1, 1):
            line = Path(
                (("M", (MIDDLE_X + side * 122, y)), ("Q", (MIDDLE_X + side * 70, y - 12, MIDDLE_X + side * 24, y + 12)))
            )
            canvas.stroke(line, "#b9a98d", 7)


def _flower(canvas: Canvas) -> None:
    canvas.stroke(Path.parse("M512 872C508 820 514 790 512 740"), "#4f8a56", 16)
    canvas.fill(leaf(512, 836, 74, 24, 62), "#5f9d63")
    for i in range(6):
        canvas.fill(circle(*polar(512, 690, 44, 60 * i), 34), "#f7b5c4" if i % 2 else "#f28da8")
    canvas.fill(circle(512, 690, 30), "#f6cf62")


def _heart_prop(canvas: Canvas) -> None:
    canvas.fill(heart(MIDDLE_X, 778, 196), "#c9445a")
    canvas.fill(heart(MIDDLE_X, 772, 176), "#e5637a")
    canvas.fill(oval(MIDDLE_X - 42, 738, 20, 12, -35), "#ffffff", 0.6)


def _orange(canvas: Canvas) -> None:
    canvas.fill(circle(MIDDLE_X, 776, 88), "#f0912f")
    canvas.fill(circle(MIDDLE_X - 14, 762, 66), "#f7a94a")
    canvas.fill(leaf(MIDDLE_X, 694, 78, 26, 58), "#5f9d63")


def _gamepad(canvas: Canvas) -> None:
    canvas.fill(
        Path.parse(
            "M400 722Q512 704 624 722C676 734 694 862 652 868C618 872 604 824 576 820L448 820C420 824 406 872 372 868C330 862 348 734 400 722Z"
        ),
        "#4b4f63",
    )
    canvas.fill(rounded_rect(398, 760, 62, 20, 6), "#d9dbe6")
    canvas.fill(rounded_rect(419, 739, 20, 62, 6), "#d9dbe6")
    for x, y, colour in ((592, 744, "#f2c14e"), (592, 788, "#e06a6a"), (570, 766, "#6fb7d8"), (614, 766, "#7cc47a")):
        canvas.fill(circle(x, y, 12), colour)


PROPS: dict[str, Callable[[Canvas], None]] = {
    "cup": _cup,
    "book": _book,
    "flower": _flower,
    "heart": _heart_prop,
    "orange": _orange,
    "gamepad": _gamepad,
}
"""What a character can hold."""

PROP_WORDS = {
    "cup": ("coffee", "tea", "latte", "espresso", "barista", "cocoa", "cafe", "café", "mug", "cappuccino"),
    "book": ("book", "books", "reading", "reads", "read", "library", "librarian", "bookworm", "studying"),
    "flower": ("flower", "flowers", "gardener", "gardening", "garden", "bouquet", "rose", "tulip"),
    "heart": ("love", "loves", "heart", "valentine", "hug", "hugs", "hugging"),
    "orange": ("orange", "mandarin", "tangerine", "fruit"),
    "gamepad": ("gamer", "gaming", "game", "games", "controller", "console"),
}
"""Words of a sentence that put a prop into the paws."""

APRON_WORDS = ("barista", "baker", "baking", "chef", "cook", "cooking", "gardener", "waiter", "bakery")

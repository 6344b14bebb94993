"""Of dressing tables, writing desks, counters and box offices. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import polar, rounded_rect, star
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, oval
from pod.providers.embedded.gallery.kit import BLUE, CREAM, DARK, GOLD, RED, STEEL, TEAL, WHITE, WOOD, C, Draw
from pod.providers.embedded.objects.kit import bar, box, deep, disc, dot, fitted, line, mark, pale, shape, tube, turned


def _kitchen_scale(pen: Pen) -> None:
    """A dial under a pan of flour."""
    pen.part(oval(C, 250, 250, 110), WHITE)
    shape(pen, "M150 240L874 240C860 380 760 420 512 420C264 420 164 380 150 240Z", STEEL)
    box(pen, 470, 410, 84, 90, STEEL, 10)
    shape(pen, "M260 480L764 480L850 980L174 980Z", TEAL)
    disc(pen, C, 730, 190, CREAM)
    for k in range(12):
        a, b = polar(C, 730, 160, 30 * k), polar(C, 730, 132, 30 * k)
        pen.canvas.stroke(Path.lines([a, b], closed=False), INK, 12)
    bar(pen, (C, 730), polar(C, 730, 110, 40), 10, RED, 5)
    dot(pen, C, 730, 22, INK)


def _mixing_bowl(pen: Pen) -> None:
    """With batter and a whisk in it."""
    for k in range(-3, 4):
        tube(pen, f"M420 500Q{440 + 56 * k} 330 {560 + 40 * k} {240 - 6 * k * k}", 14, STEEL)
    bar(pen, (600, 300), (840, 20), 34, WOOD)
    pen.part(oval(C, 470, 460, 110), "#f6dfa6")
    shape(pen, "M40 450L984 450C970 760 780 960 512 970C244 960 54 760 40 450Z", "#6f9fc0")
    mark(pen, "M70 560Q512 640 954 560L936 640Q512 720 88 640Z", CREAM)
    box(pen, 10, 420, 1004, 64, pale("#6f9fc0", 0.3), 32)
    shape(pen, "M330 470Q340 640 370 650Q410 640 410 560Q440 520 470 560Q500 600 520 470Z", "#f6dfa6")


def _tickets(pen: Pen) -> None:
    """Two, one over the other, each with a star."""
    for turn, ink in ((-18, GOLD), (10, RED)):
        body = turned(
            Path.parse(
                "M60 320L964 320L964 430Q884 440 884 512Q884 584 964 594L964 704L60 704L60 594Q140 584 140 512Q140 440 60 430Z"
            ),
            turn,
        )
        pen.part(body, ink)
        for y in (370, 450, 530, 610):
            pen.canvas.fill(turned(rounded_rect(724, y, 14, 50, 6), turn), deep(ink, 0.45))
        pen.canvas.fill(turned(rounded_rect(190, 372, 500, 280, 20), turn), pale(ink, 0.55))
        pen.canvas.fill(turned(star(440, 512, 110, 5, 0.46), turn), deep(ink, 0.25))


def _polish(pen: Pen) -> None:
    """Three bottles, each another red."""
    for x, y, ink in ((220, 1000, "#f2a3bd"), (804, 1000, "#8468c0"), (C, 1000, "#d1333f")):
        box(pen, x - 60, y - 760, 120, 330, DARK, 30)
        shape(
            pen,
            f"M{x - 150} {y - 360}Q{x - 150} {y - 440} {x - 60} {y - 440}L{x + 60} {y - 440}Q{x + 150} {y - 440} {x + 150} {y - 360}L{x + 130} {y}L{x - 130} {y}Z",
            ink,
        )
        mark(pen, f"M{x - 116} {y - 350}L{x - 86} {y - 370}L{x - 76} {y - 60}L{x - 104} {y - 60}Z", pale(ink, 0.5))


def _oil_lamp(pen: Pen) -> None:
    """With a glass chimney and a wick to turn."""
    shape(
        pen,
        "M420 90L604 90C600 200 720 270 720 400C720 500 640 540 600 600L424 600C384 540 304 500 304 400C304 270 424 200 420 90Z",
        "#fdf3cf",
    )
    shape(pen, "M512 300C570 380 590 430 560 490Q512 540 464 490C434 430 460 380 512 300Z", "#f2962e")
    mark(pen, "M512 390C540 430 546 460 530 490Q512 506 494 490C478 460 486 430 512 390Z", "#fbe08f")
    box(pen, 392, 590, 240, 70, GOLD, 16)
    bar(pen, (630, 630), (760, 630), 14, GOLD)
    disc(pen, 776, 630, 34, GOLD)
    shape(pen, "M400 650L624 650C760 700 800 760 790 820Q760 900 512 900Q264 900 234 820C224 760 264 700 400 650Z", RED)
    shape(pen, "M400 890L624 890L680 1000L344 1000Z", GOLD)
    tube(pen, "M330 360Q320 280 380 220", 14, WHITE)


def _quill_and_scroll(pen: Pen) -> None:
    """Ink, a feather and a page half unrolled."""
    shape(pen, "M100 250L700 250L700 860L100 860Z", "#f3e2b8")
    for y in (360, 440, 520, 600, 680):
        line(pen, f"M180 {y}Q280 {y - 20} 380 {y}Q480 {y + 20} 600 {y}", 13, deep("#f3e2b8", 0.5))
    for y in (230, 860):
        box(pen, 50, y - 50, 700, 100, deep("#f3e2b8", 0.15), 50)
    shape(pen, "M730 760L930 760L980 990L680 990Z", BLUE)
    box(pen, 760, 690, 140, 80, DARK, 16)
    shape(pen, "M840 720C760 520 800 240 1000 40C1030 260 1000 520 860 720Z", WHITE)
    line(pen, "M850 740Q860 420 980 120", 14)
    for y in (300, 400, 500):
        line(pen, f"M{905 - 0.1 * (y - 300)} {y}L{1000 - 0.1 * (y - 300)} {y - 70}", 10)


def _glasses_in_3d(pen: Pen) -> None:
    """Of card, one lens red, one blue."""
    for side in SIDES:
        shape(
            pen,
            f"M{C + side * 440} 380L{C + side * 510} 300L{C + side * 500} 560L{C + side * 440} 560Z",
            deep(WHITE, 0.12),
        )
    shape(
        pen,
        "M60 360L964 360L964 660Q964 700 920 700L620 700Q580 700 560 640Q512 560 464 640Q444 700 404 700L104 700Q60 700 60 660Z",
        WHITE,
    )
    for x, ink in ((130, RED), (584, "#3f8fd0")):
        box(pen, x, 430, 310, 200, ink, 24)
        mark(pen, f"M{x + 50} 460L{x + 110} 460L{x + 60} 600L{x + 30} 600Z", pale(ink, 0.5))


def _candle(pen: Pen) -> None:
    """Of coloured wax, so that it can be in any; the flame is never that."""
    wax = "#c9405a"
    pen.part(oval(C, 950, 330, 70), "#d9b23f")
    box(pen, 352, 420, 320, 540, wax, 40)
    mark(pen, "M392 500L432 500L432 900L392 880Z", pale(wax, 0.45))
    shape(
        pen,
        "M340 470Q330 400 420 400L604 400Q694 400 684 470L684 600Q660 660 630 600L620 520Q590 480 570 530L560 640Q530 700 500 640L490 540Q460 490 430 540L420 590Q380 640 350 590Z",
        pale(wax, 0.25),
    )
    line(pen, f"M{C} 400L{C} 310", 18)
    shape(pen, "M512 60C600 170 620 230 600 290Q570 350 512 350Q454 350 424 290C404 230 424 170 512 60Z", "#fbd24f")
    mark(pen, "M512 190C550 240 556 270 546 300Q530 326 512 326Q494 326 478 300C468 270 474 240 512 190Z", "#fff3c4")


COUNTERTOP: Mapping[str, Draw] = {
    "candle": fitted(_candle),
    "kitchen scale": fitted(_kitchen_scale),
    "mixing bowl": fitted(_mixing_bowl),
    "movie tickets": fitted(_tickets),
    "nail polish bottles": fitted(_polish),
    "oil lamp": fitted(_oil_lamp),
    "quill and scroll": fitted(_quill_and_scroll),
    "3d glasses": fitted(_glasses_in_3d),
}
"""By the name that the keyword table gives them."""

"""What is worn on the body for a living: shirts, coats, vests, robes, jerseys and what hangs on them. Original art.

The torso itself is in the garment's ink (`Worn.sleeves`), so these draw only what is on the cloth.
"""

from __future__ import annotations

from collections.abc import Callable

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, polar, rounded_rect, star
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import (
    BODY_Y,
    HEAD_Y,
    INK,
    MIDDLE_X,
    SIDES,
    Pen,
    at,
    blob,
    cloudlet,
    limb,
    oval,
)

_RED, _GOLD, _CREAM, _WHITE, _STEEL = "#d9503f", "#f3bf4b", "#fbf2df", "#fdfbf5", "#c3ccd8"

Draw = Callable[[Pen], None]


def _neck_y(pen: Pen) -> float:
    return HEAD_Y + pen.species.head[1] + 6


def _on_body(pen: Pen, *pieces: tuple[Path, str]) -> None:
    """Cut at the body's own outline."""
    with pen.canvas.group(blob(MIDDLE_X, BODY_Y, 208, 186, 2.5, 0.12)):
        for path, ink in pieces:
            pen.canvas.fill(path, ink)


def _collar(pen: Pen, ink: str) -> None:
    y = _neck_y(pen) - 6
    for side in SIDES:
        wing = Path.parse("M0 0L128 -24L104 66L44 74Z")
        pen.part(wing.transformed(Transform.scale(side, 1).then(Transform.move(MIDDLE_X, y))), ink)


def _buttons(pen: Pen, ink: str) -> None:
    seam = Path.lines([(MIDDLE_X, _neck_y(pen) + 20), (MIDDLE_X, 938)], closed=False)
    pen.canvas.stroke(seam, mix(ink, INK, 0.35), 8)
    for y in (740, 800, 860):
        pen.canvas.fill(circle(MIDDLE_X + 22, y, 11), _GOLD)


def _shield(pen: Pen) -> None:
    x, y = at(-1.0, 92, 728)
    pen.part(star(x, y, 44), _GOLD)
    pen.canvas.fill(circle(x, y, 14), mix(_GOLD, INK, 0.3))


def _name_tag(pen: Pen) -> None:
    pen.part(rounded_rect(MIDDLE_X - 136, 712, 76, 38, 8), _WHITE)


def shirt(ink: str, *, badge: bool = True, tie: str = "") -> Draw:
    """A uniform's, with a collar, buttons or a tie, and a badge on the breast."""

    def draw(pen: Pen) -> None:
        _buttons(pen, ink)
        if tie:
            y = _neck_y(pen) + 10
            pen.part(Path.parse("M-22 20L22 20L40 170L0 214L-40 170Z").transformed(Transform.move(MIDDLE_X, y)), tie)
        _collar(pen, mix(ink, _WHITE, 0.16))
        if badge:
            _shield(pen)
        _on_body(pen, (Path.parse("M260 880Q512 928 764 880L764 912Q512 960 260 912Z"), mix(ink, INK, 0.5)))

    return draw


def scrubs(pen: Pen) -> None:
    y = _neck_y(pen) - 14
    pen.part(Path.parse("M-104 0L0 106L104 0Z").transformed(Transform.move(MIDDLE_X, y)), pen.species.light)
    pen.part(rounded_rect(MIDDLE_X + 46, 776, 88, 78, 12), mix("#4fa5a0", INK, 0.18))
    _name_tag(pen)


def lab_coat(pen: Pen) -> None:
    _on_body(pen, (Path.parse("M448 590L576 590L548 960L476 960Z"), "#5a8fb8"))
    for x in (448, 576):
        pen.canvas.stroke(Path.lines([(x, 640), (512 + (x - 512) * 0.56, 940)], closed=False), INK, 9)
    _collar(pen, _WHITE)
    pen.part(rounded_rect(MIDDLE_X - 168, 770, 74, 70, 10), mix(_WHITE, INK, 0.08))
    for x, ink in ((-150, _RED), (-126, "#4f8fc0")):
        pen.part(rounded_rect(MIDDLE_X + x, 744, 14, 40, 6), ink)


def hi_vis_vest(pen: Pen) -> None:
    vest, stripe = "#f08a2c", "#f6f1c9"
    _on_body(
        pen,
        (Path.parse("M280 560L456 560L498 760L498 960L250 960Z"), vest),
        (Path.parse("M744 560L568 560L526 760L526 960L774 960Z"), vest),
        *((Path.parse(f"M{x} 560L{x + 34} 560L{x + 34} 960L{x} 960Z"), stripe) for x in (366, 624)),
        *(
            (Path.parse(f"M250 {y}Q512 {y + 40} 774 {y}L774 {y + 34}Q512 {y + 74} 250 {y + 34}Z"), stripe)
            for y in (820,)
        ),
    )
    pen.canvas.stroke(Path.lines([(MIDDLE_X, 690), (MIDDLE_X, 940)], closed=False), INK, 8)


def turnout_coat(pen: Pen) -> None:
    """A firefighter's: sand-coloured, bands of yellow and silver, clasps down the front."""
    coat, band = "#b98a4b", "#e9e24a"
    _on_body(
        pen,
        (Path.parse("M250 540L774 540L774 960L250 960Z"), coat),
        *(
            (Path.parse(f"M250 {y}Q512 {y + 40} 774 {y}L774 {y + 48}Q512 {y + 88} 250 {y + 48}Z"), band)
            for y in (700, 852)
        ),
        *(
            (Path.parse(f"M250 {y}Q512 {y + 40} 774 {y}L774 {y + 16}Q512 {y + 56} 250 {y + 16}Z"), "#d8dde3")
            for y in (716, 868)
        ),
    )
    pen.canvas.stroke(Path.lines([(MIDDLE_X, 650), (MIDDLE_X, 946)], closed=False), INK, 9)
    for y in (700, 780, 860):
        pen.part(rounded_rect(MIDDLE_X - 34, y, 68, 26, 8), "#3d3a48")


def striped_shirt(pen: Pen) -> None:
    """Black and white across: of mimes, gondoliers and referees."""
    bands = (
        Path.parse(f"M250 {y}Q512 {y + 44} 774 {y}L774 {y + 28}Q512 {y + 72} 250 {y + 28}Z")
        for y in range(610, 940, 62)
    )
    _on_body(pen, *((band, "#3a3947") for band in bands))


def bee_suit(pen: Pen) -> None:
    """Black bands on yellow; small wings at the sides."""
    bands = (
        Path.parse(f"M250 {y}Q512 {y + 44} 774 {y}L774 {y + 44}Q512 {y + 88} 250 {y + 44}Z") for y in (650, 760, 870)
    )
    _on_body(pen, *((band, "#3a3947") for band in bands))
    for side in SIDES:
        pen.part(oval(MIDDLE_X + side * 262, 690, 104, 62, side * -28), "#dff1f5")


def flannel(pen: Pen) -> None:
    """Checked red and black, with a row of buttons."""
    across = (Path.parse(f"M250 {y}L774 {y}L774 {y + 26}L250 {y + 26}Z") for y in (660, 750, 840, 930))
    down = (Path.parse(f"M{x} 560L{x + 26} 560L{x + 26} 970L{x} 970Z") for x in (330, 420, 580, 670))
    _on_body(pen, *((band, "#7d2c2b") for band in (*across, *down)))
    for y in (690, 780, 870):
        pen.canvas.fill(circle(MIDDLE_X, y, 12), _CREAM)


def jersey(trim: str) -> Draw:
    """What number is on it comes after."""

    def draw(pen: Pen) -> None:
        _on_body(pen, (Path.parse("M250 886Q512 934 774 886L774 960L250 960Z"), trim))
        y = _neck_y(pen) - 8
        pen.part(
            Path.parse("M-110 0Q0 78 110 0Q90 26 0 112Q-90 26 -110 0Z").transformed(Transform.move(MIDDLE_X, y)), trim
        )

    return draw


def robe(pen: Pen) -> None:
    """A judge's: black down to the ground, with white bands at the neck."""
    gown = "M330 650C300 750 272 860 252 950Q512 1004 772 950C752 860 724 750 694 650Q512 600 330 650Z"
    pen.part(Path.parse(gown), "#3a3947")
    for x in (-96, 0, 96):
        fold = Path.lines([(MIDDLE_X + x * 0.8, 740), (MIDDLE_X + x * 1.5, 950)], closed=False)
        pen.canvas.stroke(fold, "#56546a", 9)
    y = _neck_y(pen) - 6
    for side in SIDES:
        band = Path.parse("M2 0L46 0L60 108L12 112Z")
        pen.part(band.transformed(Transform.scale(side, 1).then(Transform.move(MIDDLE_X, y))), _WHITE)


def gi(pen: Pen) -> None:
    """Of judo and karate, with a black belt."""
    y = _neck_y(pen) - 12
    pen.part(Path.parse("M-128 0L-70 -12L34 160L-6 200Z").transformed(Transform.move(MIDDLE_X, y)), _CREAM)
    pen.part(Path.parse("M128 0L70 -12L-60 200L-10 220Z").transformed(Transform.move(MIDDLE_X, y)), _CREAM)
    pen.part(Path.parse("M282 836Q512 884 742 836L748 884Q512 932 276 884Z"), "#2f2e3a")
    for lean in (-26.0, 18.0):
        end = Path.parse("M-20 0L20 0L26 92L-18 96Z").transformed(Transform.rotate(-lean))
        pen.part(end.transformed(Transform.move(MIDDLE_X, 886)), "#2f2e3a")
    pen.part(rounded_rect(MIDDLE_X - 34, 854, 68, 52, 12), "#2f2e3a")


def kimono(pen: Pen) -> None:
    """Wide down to the ground, blossoms on it, a broad sash tied in the middle."""
    gown = "M330 650C300 750 276 860 262 950Q512 1004 762 950C748 860 724 750 694 650Q512 600 330 650Z"
    cloth = Path.parse(gown)
    pen.part(cloth, "#c8405a")
    with pen.canvas.group(cloth):
        for spot in ((340, 760), (404, 930), (520, 950), (640, 924), (690, 770), (310, 880), (716, 880)):
            for k in range(5):
                pen.canvas.fill(circle(*polar(*spot, 17, 72 * k), 15), "#f9d4dc")
            pen.canvas.fill(circle(*spot, 10), _GOLD)
    y = _neck_y(pen) - 12
    pen.part(Path.parse("M-128 0L-70 -12L34 150L-6 190Z").transformed(Transform.move(MIDDLE_X, y)), _CREAM)
    pen.part(Path.parse("M128 0L70 -12L-60 190L-10 210Z").transformed(Transform.move(MIDDLE_X, y)), _CREAM)
    pen.part(Path.parse("M296 796Q512 836 728 796L736 892Q512 936 288 892Z"), "#3f5f8f")
    pen.canvas.fill(Path.parse("M292 834Q512 876 732 834L734 852Q512 896 290 852Z"), _GOLD)


def tool_belt(pen: Pen) -> None:
    pen.part(Path.parse("M288 826Q512 874 736 826L742 876Q512 924 282 876Z"), "#8f5f3d")
    for x, ink in ((-150, _STEEL), (128, _RED)):
        pen.part(limb([(MIDDLE_X + x, 806), (MIDDLE_X + x + 10, 880)], 15, 13), ink)
        pen.part(rounded_rect(MIDDLE_X + x - 44, 854, 100, 88, 18), "#b07a48")
    pen.part(rounded_rect(MIDDLE_X - 36, 846, 72, 56, 10), _GOLD)


def life_vest(pen: Pen) -> None:
    for side in SIDES:
        half = Path.parse("M14 660Q90 620 150 640C196 700 214 800 206 900Q110 940 14 940Z")
        pen.part(half.transformed(Transform.scale(side, 1).then(Transform.move(MIDDLE_X, 0))), "#f0703a")
    for y in (740, 840):
        pen.part(rounded_rect(MIDDLE_X - 62, y, 124, 34, 10), INK)
        pen.canvas.fill(rounded_rect(MIDDLE_X - 26, y + 5, 52, 24, 6), _GOLD)


def red_trunks(pen: Pen) -> None:
    """Of a lifeguard, with a whistle on a cord."""
    _on_body(pen, (Path.parse("M240 846Q512 894 784 846L784 1000L240 1000Z"), _RED))
    for arm in (Path.parse("M500 880L524 880L524 936L500 936Z"), Path.parse("M484 896L540 896L540 920L484 920Z")):
        pen.canvas.fill(arm, _WHITE)
    y = _neck_y(pen)
    cord = Path.parse(f"M{MIDDLE_X - 104} {y}Q{MIDDLE_X} {y + 190} {MIDDLE_X + 104} {y}")
    pen.canvas.stroke(cord, INK, 12)
    pen.part(circle(MIDDLE_X - 6, y + 114, 30), _GOLD)
    pen.part(rounded_rect(MIDDLE_X - 2, y + 86, 66, 26, 6), _GOLD)


def mawashi(pen: Pen) -> None:
    """The belt of a sumo wrestler, its knot and fringe before a bare belly."""
    _on_body(pen, (Path.parse("M240 822Q512 772 784 822L784 1000L240 1000Z"), "#34507a"))
    pen.canvas.stroke(Path.parse("M300 820Q512 772 724 820"), "#f3bf4b", 14)
    pen.part(rounded_rect(MIDDLE_X - 62, 794, 124, 74, 24), "#34507a")
    for dx in (-66, -22, 22, 66):
        pen.part(rounded_rect(MIDDLE_X + dx - 13, 866, 26, 84, 10), "#f3bf4b")
    pen.canvas.stroke(Path.parse(f"M{MIDDLE_X - 90} 716Q{MIDDLE_X - 40} 746 {MIDDLE_X - 6} 716"), INK, 10)
    pen.canvas.stroke(Path.parse(f"M{MIDDLE_X + 6} 716Q{MIDDLE_X + 40} 746 {MIDDLE_X + 90} 716"), INK, 10)


def suit(pen: Pen) -> None:
    """A dark jacket with lapels over a white shirt; ties and bows go before it."""
    y = _neck_y(pen) - 10
    _on_body(pen, (Path.parse("M420 580L604 580L512 900Z"), _WHITE))
    for side in SIDES:
        lapel = Path.parse("M150 -6L74 -10L0 226L96 130L76 92L132 84Z")
        pen.part(lapel.transformed(Transform.scale(side, 1).then(Transform.move(MIDDLE_X, y))), "#565c78")
    for at_y in (858, 902):
        pen.canvas.fill(circle(MIDDLE_X + 10, at_y, 11), _CREAM)


def clown_ruff(pen: Pen) -> None:
    _on_body(
        pen,
        *(
            (circle(MIDDLE_X + x, y, 30), ink)
            for x, y, ink in (
                (-120, 720, _RED),
                (0, 760, "#4f9fc9"),
                (124, 726, "#5fa35a"),
                (-70, 850, "#f0843a"),
                (86, 856, _RED),
                (4, 920, _GOLD),
            )
        ),
    )
    pen.part(cloudlet(MIDDLE_X, _neck_y(pen) + 16, 460, 100, 8), _WHITE)


def hero_emblem(pen: Pen) -> None:
    """A star in a shield on the chest, and a belt."""
    _on_body(pen, (Path.parse("M250 860Q512 908 774 860L774 900Q512 948 250 900Z"), _GOLD))
    pen.part(Path.parse("M-78 -54L78 -54Q86 20 0 90Q-86 20 -78 -54Z").transformed(Transform.move(MIDDLE_X, 754)), _GOLD)
    pen.canvas.fill(star(MIDDLE_X, 756, 48), _RED)


def wet_suit(pen: Pen) -> None:
    pen.canvas.stroke(Path.lines([(MIDDLE_X, 630), (MIDDLE_X, 900)], closed=False), _STEEL, 10)
    _on_body(
        pen,
        (Path.parse("M250 600L340 600Q330 780 300 960L240 960Z"), "#f0843a"),
        (Path.parse("M774 600L684 600Q694 780 724 960L784 960Z"), "#f0843a"),
    )


def vest(pen: Pen) -> None:
    """A waistcoat, of barbers, bartenders and grooms."""
    y = _neck_y(pen) - 12
    for side in SIDES:
        half = Path.parse("M8 208L120 10Q170 0 176 30L200 320L60 352Z")
        pen.part(half.transformed(Transform.scale(side, 1).then(Transform.move(MIDDLE_X, y))), "#5b4a6b")
    for at_y in (856, 904):
        pen.canvas.fill(circle(MIDDLE_X + 2, at_y, 12), _GOLD)


def barber_coat(pen: Pen) -> None:
    """White, striped red and blue down the front, scissors in the pocket."""
    for k, y in enumerate(range(650, 940, 48)):
        _on_body(pen, (Path.parse(f"M482 {y + 24}L542 {y}L542 {y + 24}L482 {y + 48}Z"), ("#d9503f", "#3f6f9f")[k % 2]))
    for x in (480, 544):
        pen.canvas.stroke(Path.lines([(x, 640), (x, 942)], closed=False), INK, 7)
    _collar(pen, _WHITE)
    pen.part(rounded_rect(MIDDLE_X + 66, 756, 84, 80, 12), mix(_WHITE, INK, 0.08))
    for x in (88, 122):
        pen.part(circle(MIDDLE_X + x, 736, 20), _RED)


def sailor_collar(pen: Pen) -> None:
    y = _neck_y(pen) - 10
    pen.part(
        Path.parse("M-170 -6Q0 20 170 -6L150 78L0 150L-150 78Z").transformed(Transform.move(MIDDLE_X, y)), "#3f6f9f"
    )
    pen.canvas.stroke(
        Path.lines([(MIDDLE_X - 140, y + 64), (MIDDLE_X, y + 130), (MIDDLE_X + 140, y + 64)], closed=False), _WHITE, 9
    )
    for side in SIDES:
        tail = Path.parse("M0 0L70 84L26 104Z")
        pen.part(tail.transformed(Transform.scale(side, 1).then(Transform.move(MIDDLE_X, y + 124))), _RED)


def mail_bag(pen: Pen) -> None:
    strap = [at(-1.0, 128, 640), at(1.0, 150, 850)]
    pen.canvas.fill(limb(strap, 22, 22), INK)
    pen.canvas.fill(limb(strap, 14, 14), "#8f5f3d")
    for x, turn in ((600, -14), (650, 6)):
        pen.part(rounded_rect(x, 776, 84, 70, 6).transformed(Transform.rotate(turn, (x + 40, 810))), _WHITE)
    pen.part(rounded_rect(566, 822, 176, 124, 26), "#a9713f")
    pen.part(Path.parse("M566 836L742 836L714 894Q654 916 594 894Z"), "#8f5f3d")


def pajamas(pen: Pen) -> None:
    """Striped down, with a collar, and a moon on the pocket."""
    _on_body(
        pen, *((Path.parse(f"M{x} 560L{x + 26} 560L{x + 26} 960L{x} 960Z"), "#f2f7fa") for x in range(300, 740, 66))
    )
    _collar(pen, "#f2f7fa")
    pen.part(rounded_rect(MIDDLE_X + 48, 752, 84, 84, 12), "#f2f7fa")
    pen.canvas.fill(star(MIDDLE_X + 90, 794, 30), _GOLD)


def flowered_shirt(pen: Pen) -> None:
    """For a beach."""
    for x, y, ink in (
        (-120, 700, _WHITE),
        (120, 724, _GOLD),
        (-70, 806, _GOLD),
        (72, 836, _WHITE),
        (-140, 890, _WHITE),
        (0, 912, _GOLD),
    ):
        _on_body(
            pen,
            *(
                (circle(MIDDLE_X + x + dx, y + dy, 17), ink)
                for dx, dy in ((0, -22), (21, -7), (13, 18), (-13, 18), (-21, -7))
            ),
        )
        _on_body(pen, (circle(MIDDLE_X + x, y, 11), "#e8683c"))
    _collar(pen, mix("#2f9aa5", _WHITE, 0.2))


def leather_jacket(pen: Pen) -> None:
    y = _neck_y(pen) - 10
    _on_body(pen, (Path.parse("M420 580L604 580L548 960L476 960Z"), _WHITE))
    for side in SIDES:
        lapel = Path.parse("M150 -6L74 -10L20 120L112 130L86 84L150 70Z")
        pen.part(lapel.transformed(Transform.scale(side, 1).then(Transform.move(MIDDLE_X, y))), "#56546a")
        zip_line = Path.lines([(MIDDLE_X + side * 88, y + 60), (MIDDLE_X + side * 36, 940)], closed=False)
        pen.canvas.stroke(zip_line, _STEEL, 11)


def bathrobe(pen: Pen) -> None:
    y = _neck_y(pen) - 12
    for side in SIDES:
        edge = Path.parse("M128 0L70 -12L-34 200L20 220Z")
        pen.part(
            edge.transformed(Transform.scale(side, 1).then(Transform.move(MIDDLE_X, y))), mix("#f3d9e0", _WHITE, 0.5)
        )
    pen.part(Path.parse("M282 836Q512 884 742 836L748 880Q512 928 276 880Z"), "#e79aa8")
    pen.part(rounded_rect(MIDDLE_X - 30, 852, 60, 48, 12), "#e79aa8")

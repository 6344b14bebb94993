"""Animals and crews at what they are known for, from the side: a wolf that howls, ducklings after their mother, huskies before
a sled, a crew at its oars. Original art in a box of 1024 units, everybody facing left but the wolf."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, Pen, limb, oval
from pod.providers.embedded.gallery.kit import BLUE, CREAM, DARK, GOLD, ORANGE, RED, WHITE, WOOD, Draw, moved

_FUR, _PALE, _BACK = "#7f8a9a", "#eceef2", "#566072"
_BILL, _DOWN = "#f0a02f", "#f8d25c"


# --- a howl


def _howling(fur: str, pale: str, back: str, pen: Pen) -> None:
    """On its haunches, the head thrown back, its breath in the air."""
    pen.part(Path.parse("M330 930C200 990 60 960 50 830C44 740 90 690 110 640C150 720 150 800 330 800Z"), fur)
    pen.canvas.fill(Path.parse("M62 800C50 730 92 690 110 652C140 720 120 790 62 800Z"), pale)
    trunk = "M500 330C400 430 290 560 250 730C220 860 250 940 300 966L720 966C730 920 690 900 660 892L650 800C720 700 750 560 690 430Z"
    pen.part(Path.parse(trunk), fur)
    with pen.canvas.group(Path.parse(trunk)):
        pen.canvas.fill(Path.parse("M520 300C380 430 270 560 220 760L300 760C340 620 440 520 560 420Z"), back)
        bib = "M720 400L560 470L600 530L556 570L606 620L570 670L640 700L640 780L800 700Z"
        pen.canvas.fill(Path.parse(bib), pale)
    pen.part(Path.parse("M280 966C220 860 300 720 420 730C520 740 540 860 470 920L560 930Q590 966 560 966Z"), fur)
    pen.part(Path.parse("M560 660C540 780 556 880 580 966L700 966Q720 920 664 900C650 820 660 740 680 680"), fur)
    head = "M744 96C690 130 640 170 590 226C520 250 470 290 440 350C420 420 500 470 600 470C680 470 716 420 724 360L770 300C800 262 822 216 826 178L716 268C700 230 740 170 776 128Q772 92 744 96Z"
    pen.part(Path.parse("M560 250L396 196Q400 300 470 352Z"), back)
    pen.part(Path.parse(head), fur)
    with pen.canvas.group(Path.parse(head)):
        pen.canvas.fill(Path.parse("M726 268L830 170L800 300L720 380L640 470L560 470C620 420 640 330 726 268Z"), pale)
        pen.canvas.fill(Path.parse("M716 268C700 230 740 170 776 128L820 186Z"), "#9c4450")
    pen.part(Path.parse("M540 300L420 250Q436 330 486 366Z"), mix(fur, INK, 0.1))
    pen.part(oval(756, 108, 34, 26, -34), DARK)
    pen.canvas.stroke(Path.parse("M600 282Q630 300 654 276"), INK, 14)
    for d in ("M866 120Q900 160 886 214", "M922 76Q974 150 950 240"):
        pen.tube(Path.parse(d), CREAM, 12)


# --- in a row


_BOOTS = {"red": RED, "yellow": "#f2b01e", "blue": BLUE, "green": "#4f9a5c", "pink": "#e77f9a"}
_BOOT = "M-46 -150L46 -150L42 -36L42 0L-96 0Q-108 -46 -50 -58Z"
_WHITE_DOWN = ("#fffaf0", "#f0e4cc")
_YELLOW_DOWN = (_DOWN, "#efb93f")


def _duckling(pen: Pen, x: float, down: tuple[str, str], boots: str = "", k: float = 1.0) -> None:
    """Upright, facing left, its feet at 800, `k` times as large."""

    def part(d: str, ink: str) -> None:
        pen.part(moved(d, x, 800, k), ink)

    for dx in (-44, 74):
        if boots:
            part(f"M{dx - 20} -130L{dx + 20} -130L{dx + 20} -40L{dx - 20} -40Z", _BILL)
        else:
            part(f"M{dx - 14} -130L{dx + 14} -130L{dx + 14} -16Q{dx} 0 {dx - 74} 0Q{dx - 30} -34 {dx - 14} -50Z", _BILL)
    body = (
        "M-160 -330C-190 -170 -120 -96 20 -96C160 -96 210 -210 232 -350Q150 -306 90 -330C40 -400 -120 -420 -160 -330Z"
    )
    part(body, down[0])
    part("M-40 -290C40 -340 150 -320 190 -280C150 -190 0 -170 -40 -290Z", down[1])
    part("M-186 -490Q-272 -502 -300 -458Q-268 -408 -172 -420Z", _BILL)
    part("M-110 -590Q-100 -650 -60 -664Q-72 -630 -50 -596Z", down[0])
    pen.part(circle(x - 76 * k, 800 - 460 * k, 136 * k), down[0])
    pen.canvas.fill(circle(x - 116 * k, 800 - 490 * k, 22 * k), INK)
    pen.canvas.fill(circle(x - 124 * k, 800 - 498 * k, 7 * k), WHITE)
    pen.canvas.fill(oval(x - 100 * k, 800 - 420 * k, 34 * k, 22 * k), "#f2788f", 0.5)
    for dx in (-44, 74) if boots else ():
        part_of_boot = moved(_BOOT, x + dx * k, 800, k)
        pen.part(part_of_boot, boots)
        pen.canvas.fill(moved("M-100 -22L42 -22L42 0L-96 0Z", x + dx * k, 800, k), mix(boots, INK, 0.45))
        pen.canvas.fill(moved("M-46 -150L46 -150L45 -126L-46 -126Z", x + dx * k, 800, k), mix(boots, WHITE, 0.5))


_BANK, _REED, _CATTAIL = "#7fae5f", "#4f8a55", "#8a5a34"


def _by_the_water(pen: Pen, left: float, right: float) -> None:
    """Reeds and cattails behind a long row, which would be a thin strip without them, and the bank that it walks on."""
    for k in range(count := 4):
        x, tall = left + (right - left) * (k + 0.5) / count, (640, 800, 560)[k % 3]
        for lean in (-90, 80):
            pen.canvas.fill(
                Path.parse(
                    f"M{x - 24} 800Q{x + 0.3 * lean} {800 - 0.5 * tall} {x + lean} {800 - 0.8 * tall}Q{x + 0.7 * lean} {800 - 0.4 * tall} {x + 24} 800Z"
                ),
                _REED,
            )
        pen.tube(Path.parse(f"M{x} 800L{x} {800 - tall}"), _REED, 16)
        pen.part(rounded_rect(x - 34, 800 - tall - 150, 68, 210, 34), _CATTAIL)
    pen.part(rounded_rect(left - 60, 770, right - left + 120, 110, 55), _BANK)


_MOTHER_DOWN = ("#b98d63", "#8f6a48")
_YOUNG_SIZE, _YOUNG_STEP = 0.6, 268.0
_DUCK_STEP, _LONG = 430.0, 4


def _mother_and_young(young: int, pen: Pen) -> None:
    """All on one line, all the same way, the mother first and the largest."""
    if young >= _LONG:
        _by_the_water(pen, 0, 700 + _YOUNG_STEP * young)
    _duckling(pen, 250, _MOTHER_DOWN)
    for n in range(young):
        _duckling(pen, 656 + _YOUNG_STEP * n, _YELLOW_DOWN, k=_YOUNG_SIZE)


def _ducks_in_a_row(ducks: int, pen: Pen, *, boots: str = "") -> None:
    """All the same way, with air between one's bill and the next one; `boots` is their ink, and in yellow ones they are white."""
    down = _WHITE_DOWN if boots == _BOOTS["yellow"] else _YELLOW_DOWN
    if ducks >= _LONG:
        _by_the_water(pen, 0, 60 + _DUCK_STEP * ducks)
    for n in range(ducks):
        _duckling(pen, 250 + _DUCK_STEP * n, down, boots)


# --- before a sled


def _running_husky(pen: Pen, x: float, y: float, fur: str) -> None:
    """Facing left at a run, in a red harness."""
    far = mix(fur, INK, 0.3)
    for d in ("M-70 -110L-130 -40L-210 -60", "M110 -110L190 -60L250 -20"):
        pen.part(limb([(px + x, py + y) for px, py in _points(d)], 30, 20), far)
    pen.part(moved("M130 -210C200 -330 300 -330 300 -250C280 -270 240 -220 170 -150Z", x, y, 1), fur)
    pen.part(
        moved("M-150 -200C-100 -280 100 -270 160 -210C190 -150 160 -90 90 -90C0 -70 -110 -70 -150 -130Z", x, y, 1), fur
    )
    pen.canvas.fill(moved("M-140 -120C-80 -90 60 -90 120 -104C60 -74 -90 -66 -140 -120Z", x, y, 1), _PALE)
    for d in ("M-100 -120L-190 -70L-270 -90", "M90 -130L130 -40L210 -6"):
        pen.part(limb([(px + x, py + y) for px, py in _points(d)], 34, 22), fur)
    pen.part(moved("M-60 -262L-20 -268L-40 -84L-84 -86Z", x, y, 1), RED)
    pen.part(moved("M-150 -330L-130 -420L-80 -340Z", x, y, 1), far)
    head = "M-100 -220C-70 -290 -90 -360 -160 -360C-220 -360 -240 -320 -250 -290L-330 -270Q-340 -236 -310 -226L-220 -214C-190 -190 -130 -190 -100 -220Z"
    pen.part(moved(head, x, y, 1), fur)
    with pen.canvas.group(moved(head, x, y, 1)):
        pen.canvas.fill(
            moved("M-350 -280L-250 -280C-200 -290 -190 -230 -100 -236L-130 -180L-350 -180Z", x, y, 1), _PALE
        )
    pen.part(circle(x - 322, y - 262, 18), DARK)
    pen.canvas.fill(circle(x - 216, y - 302, 14), INK)
    pen.part(moved("M-200 -340L-186 -440L-120 -356Z", x, y, 1), fur)


def _points(d: str) -> list[tuple[float, float]]:
    pairs = d.replace("M", "").split("L")
    return [(float(a), float(b)) for a, b in (pair.split() for pair in pairs)]


def _sled_team(pen: Pen) -> None:
    """Two huskies on one line, a sled with runners behind."""
    pen.tube(Path.parse("M160 640Q560 700 960 650"), GOLD, 10)
    _running_husky(pen, 480, 760, _FUR)
    _running_husky(pen, 120, 830, DARK)
    pen.tube(Path.parse("M800 800Q750 800 750 740"), WOOD, 28)
    pen.tube(Path.parse("M800 800L1380 800"), WOOD, 28)
    pen.tube(Path.parse("M1320 800L1320 380Q1310 340 1250 344"), WOOD, 24)
    for x in (900, 1180):
        pen.tube(Path.parse(f"M{x} 800L{x} 640"), WOOD, 20)
    pen.part(rounded_rect(840, 630, 430, 50, 18), WOOD)
    pen.part(Path.parse("M870 630Q850 470 970 470L1200 440Q1280 440 1260 630Z"), RED)
    for x in (980, 1130):
        pen.canvas.stroke(Path.parse(f"M{x} 466L{x} 626"), CREAM, 18)
    pen.canvas.fill(rounded_rect(-220, 846, 1660, 24, 12), "#dcebf3")


# --- a crew


def _rower(pen: Pen, x: float, skin: str, hair: str, shirt: str) -> None:
    """Facing right, as crews do, pulling an oar."""
    pen.part(limb([(x + 10, 610), (x + 130, 560), (x + 180, 640)], 34, 26), DARK)
    pen.part(limb([(x, 600), (x - 40, 440)], 62, 56), shirt)
    pen.part(circle(x - 30, 320, 82), skin)
    pen.part(
        Path.parse(
            f"M{x - 112} 330C{x - 130} 200 {x + 50} 190 {x + 52} 300Q{x - 20} 250 {x - 60} 290Q{x - 70} 330 {x - 112} 330Z"
        ),
        hair,
    )
    pen.canvas.fill(circle(x + 18, 322, 10), INK)
    pen.part(limb([(x - 30, 450), (x + 60, 520), (x + 120, 500)], 27, 23), skin)


def _oar(pen: Pen, x: float) -> None:
    pen.part(limb([(x + 130, 494), (x - 80, 790)], 13, 13), CREAM)
    pen.part(oval(x - 108, 830, 34, 72, 34), RED)


_CREW = (
    ("#f2c19b", "#5b3a2a", BLUE),
    ("#8d5a3c", "#2b2028", BLUE),
    ("#f5cfae", "#d9a441", BLUE),
    ("#c98d62", "#2b2028", BLUE),
)
_SEAT = 225.0


def _rowing_crew(rowers: int, pen: Pen) -> None:
    """One behind the other in a long shell, every oar at the same slant."""
    long = _SEAT * rowers + 170
    for n in range(rowers):
        _rower(pen, 200 + _SEAT * n, *_CREW[n % len(_CREW)])
    pen.part(
        Path.parse(
            f"M-160 600L{long} 600Q{long + 120} 600 {long + 190} 574Q{long + 130} 700 {long} 706L0 706Q-110 690 -160 600Z"
        ),
        RED,
    )
    pen.canvas.fill(Path.parse(f"M-140 628L{long + 130} 628L{long + 100} 654L-110 654Z"), CREAM)
    for n in range(rowers):
        _oar(pen, 200 + _SEAT * n)
    for n in range(2 * rowers):
        x = -120 + 0.5 * _SEAT * n
        pen.canvas.stroke(Path.parse(f"M{x} 880Q{x + 60} 840 {x + 120} 880"), BLUE, 18)


# --- on its belly


def _sliding_penguin(pen: Pen) -> None:
    """Flat on the snow, its head up, flippers back, what it throws up behind it."""
    for x, y, r in ((960, 800, 44), (1040, 770, 30), (1010, 830, 34)):
        pen.part(circle(x, y, r), WHITE)
    for y in (500, 590, 680):
        pen.part(limb([(960, y), (1120, y)], 14, 8), CREAM)
    for dy in (0, 60):
        pen.part(oval(880, 730 + dy, 80, 34, 10), _BILL)
    pen.part(
        Path.parse(
            "M130 700C150 560 330 500 560 530C760 556 880 660 870 760C860 840 700 850 480 850C280 850 120 820 130 700Z"
        ),
        DARK,
    )
    pen.canvas.fill(
        Path.parse("M150 740C250 690 500 760 800 800C700 850 560 846 470 846C300 846 160 820 150 740Z"), WHITE
    )
    pen.part(
        Path.parse("M420 600C520 540 700 500 780 420C800 540 640 700 470 690Q400 660 420 600Z"), mix(DARK, WHITE, 0.12)
    )
    pen.part(circle(230, 520, 180), DARK)
    pen.canvas.fill(Path.parse("M70 560C60 470 120 420 190 460C250 430 300 500 290 570C270 660 130 670 70 560Z"), WHITE)
    pen.part(Path.parse("M92 556Q0 560 -30 600Q20 640 110 616Z"), ORANGE)
    pen.canvas.fill(oval(168, 524, 22, 28), INK)
    pen.canvas.fill(circle(160, 514, 8), WHITE)
    pen.canvas.fill(oval(228, 590, 30, 20), "#f2788f", 0.6)


_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}

DOERS: Mapping[str, Draw] = {
    "howling wolf": partial(_howling, _FUR, _PALE, _BACK),
    "howling coyote": partial(_howling, "#b58a5e", "#f0e2cc", "#8a6240"),
    "howling husky": partial(_howling, "#4a505c", "#f6f6f8", "#2f343d"),
    "howling beagle": partial(_howling, "#a8693a", "#fbf4e6", "#3d2f2c"),
    "sliding penguin": _sliding_penguin,
    "dog sled team": _sled_team,
    "ducks in a row": partial(_ducks_in_a_row, 4),
    **{f"file of {word} ducks": partial(_ducks_in_a_row, n) for n, word in _NUMBERS.items()},
    **{
        f"{word} ducks in {colour} boots": partial(_ducks_in_a_row, n, boots=ink)
        for n, word in _NUMBERS.items()
        for colour, ink in _BOOTS.items()
    },
    **{f"duck with {word} ducklings": partial(_mother_and_young, n) for n, word in _NUMBERS.items()},
    **{f"rowing crew of {_NUMBERS[n]}": partial(_rowing_crew, n) for n in (2, 4)},
}
"""By subject."""

"""What is ridden standing: boards, skis, skates, a kick scooter. Original art."""

from __future__ import annotations

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.bodies import BAR
from pod.providers.embedded.characters.pen import INK, MIDDLE_X, SIDES, Pen, cloudlet, limb, oval

_RED, _TEAL, _CREAM, _GOLD = "#dd5546", "#3f978f", "#fbf2df", "#f3bf4b"
_STEEL, _RUBBER, _WATER, _FOAM = "#a9b3c2", "#3d3a48", "#4f9fc0", "#f4fbfb"

_DECK = 1032.0
"""Where the soles are."""

_SNOW = _DECK - 20
"""Bindings lie higher than a deck."""


def wheel(pen: Pen, x: float, y: float, r: float) -> None:
    pen.part(circle(x, y, r), _RUBBER)
    pen.canvas.fill(circle(x, y, r * 0.56), _CREAM)
    pen.canvas.fill(circle(x, y, r * 0.26), _STEEL)


def skateboard(pen: Pen) -> None:
    for x in (MIDDLE_X - 250, MIDDLE_X + 250):
        pen.part(Path.lines([(x - 40, 1050), (x + 40, 1050), (x + 18, 1100), (x - 18, 1100)]), _STEEL)
        for dx in (-56, 56):
            wheel(pen, x + dx, 1112, 46)
    deck = "M-470 -52C-430 -50 -404 0 -350 0L350 0C404 0 430 -50 470 -52C486 -52 490 -30 478 -22C440 0 420 46 352 46L-352 46C-420 46 -440 0 -478 -22C-490 -30 -486 -52 -470 -52Z"
    pen.part(Path.parse(deck).transformed(Transform.move(MIDDLE_X, _DECK)), _RED)
    stripe = "M-408 16C-390 24 -380 32 -352 32L352 32C380 32 390 24 408 16L400 30C386 40 376 46 352 46L-352 46C-376 46 -386 40 -400 30Z"
    pen.canvas.fill(Path.parse(stripe).transformed(Transform.move(MIDDLE_X, _DECK)), _GOLD)


def surfboard(pen: Pen) -> None:
    pen.part(
        Path.parse("M-330 70L-250 70L-300 150Q-340 130 -330 70Z").transformed(Transform.move(MIDDLE_X, _DECK)), _GOLD
    )
    board = "M-500 10C-360 -34 280 -30 520 -70C480 20 360 66 120 70C-160 76 -420 60 -500 10Z"
    pen.part(Path.parse(board).transformed(Transform.move(MIDDLE_X, _DECK)), _TEAL)
    pen.canvas.fill(
        Path.parse("M-440 18C-300 -4 280 -8 466 -40C430 6 340 30 120 36C-140 40 -360 40 -440 18Z").transformed(
            Transform.move(MIDDLE_X, _DECK)
        ),
        _CREAM,
    )
    for k in range(3):
        pen.canvas.fill(rect(MIDDLE_X - 40 + 46 * k, _DECK + 35, 26, 34), _GOLD)


def wave_behind(pen: Pen) -> None:
    """A breaking wave that curls over the rider's shoulder."""
    to = Transform.move(MIDDLE_X, _DECK)
    wave = "M-700 190C-860 -80 -850 -480 -560 -690C-370 -820 -130 -800 -10 -660C60 -580 50 -490 10 -450C-20 -560 -150 -600 -250 -520C-390 -400 -380 -130 -180 40L640 80L690 190Z"
    pen.part(Path.parse(wave).transformed(to), _WATER)
    for d, share in (
        ("M-640 190C-780 -80 -760 -430 -540 -600C-640 -400 -620 -130 -420 70L-300 190Z", 0.42),
        ("M-470 190C-610 -20 -600 -300 -440 -460C-480 -280 -430 -90 -270 60L-130 190Z", 0.2),
    ):
        pen.canvas.fill(Path.parse(d).transformed(to), mix(_WATER, _FOAM, share))
    foam = ((10, -490, 56), (-30, -600, 74), (-130, -690, 86), (-250, -740, 92), (-380, -730, 84))
    for grow in (9, 0):
        for x, y, r in foam:
            pen.canvas.fill(circle(MIDDLE_X + x, _DECK + y, r + grow), INK if grow else _FOAM)


def surf_front(pen: Pen) -> None:
    surfboard(pen)
    spray = "M-760 150C-640 70 -540 136 -430 110C-330 90 -260 144 -160 116C-40 88 60 144 170 114C290 88 360 138 470 108C560 88 650 120 740 150C640 290 330 330 0 330C-330 330 -660 290 -760 150Z"
    pen.part(Path.parse(spray).transformed(Transform.move(MIDDLE_X, _DECK)), mix(_WATER, "#2a5f86", 0.4))
    for x, y in ((-500, 178), (-220, 210), (120, 196), (430, 176)):
        pen.canvas.fill(oval(MIDDLE_X + x, _DECK + y, 74, 14), mix(_WATER, _FOAM, 0.75))


def snowboard(pen: Pen) -> None:
    """In its snow."""
    snowboard_deck(pen)
    for x, width in ((-330, 360), (300, 420)):
        pen.part(cloudlet(MIDDLE_X + x, _SNOW + 92, width, 96), _FOAM)


def snowboard_deck(pen: Pen) -> None:
    board = "M-480 -46C-460 0 -420 10 -360 12L360 12C420 10 460 0 480 -46C500 -40 500 -10 480 20C460 50 410 56 350 56L-350 56C-410 56 -460 50 -480 20C-500 -10 -500 -40 -480 -46Z"
    pen.part(Path.parse(board).transformed(Transform.move(MIDDLE_X, _SNOW)), "#4f79b8")
    pen.canvas.fill(rect(MIDDLE_X - 200, _SNOW + 18, 400, 14), _GOLD)


def skis(pen: Pen) -> None:
    for side in SIDES:
        x = MIDDLE_X + side * 140
        pen.part(
            limb(
                [(x - 330, _SNOW + 26 * side), (x + 250, _SNOW + 26 * side), (x + 330, _SNOW - 40 + 26 * side)], 16, 14
            ),
            _RED if side > 0 else _TEAL,
        )
    pen.part(cloudlet(MIDDLE_X - 300, _SNOW + 84, 360, 90), _FOAM)


def _boot(pen: Pen, side: float, ink: str, band: str) -> float:
    """A skate's boot, its toe outwards; answers its middle."""
    x = MIDDLE_X + side * 132
    boot = "M-56 -96L40 -96L46 -30C84 -26 104 -6 104 30L-62 30Z"
    placed = Transform.scale(side, 1).then(Transform.move(x, 986))
    pen.part(Path.parse(boot).transformed(placed), ink)
    pen.canvas.fill(Path.parse("M-56 -40L44 -40L46 -22L-58 -22Z").transformed(placed), band)
    return x


def roller_skates(pen: Pen) -> None:
    for side in SIDES:
        x = _boot(pen, side, _CREAM, _RED)
        pen.part(rounded_rect(x - 74 + side * 20, 1012, 150, 26, 10), _STEEL)
        for dx in (-44, 60):
            wheel(pen, x + side * dx, 1052, 34)


def ice_skates(pen: Pen) -> None:
    """On blades, on a sheet of ice."""
    pen.part(oval(MIDDLE_X, 1082, 430, 44), "#cfe9f5")
    for x, y in ((MIDDLE_X - 300, 1086), (MIDDLE_X - 20, 1104), (MIDDLE_X + 250, 1084)):
        pen.canvas.fill(rounded_rect(x, y, 90, 9, 4), "#fdfeff")
    for side in SIDES:
        x = _boot(pen, side, _CREAM, "#4f9fc0")
        for dx in (-34, 54):
            pen.part(rounded_rect(x + side * dx - 9, 1014, 18, 44, 4), _STEEL)
        pen.part(
            Path.parse("M-92 0L96 0C126 0 132 -20 128 -36C150 -8 140 26 104 26L-92 26Z").transformed(
                Transform.scale(side, 1).then(Transform.move(x, 1052))
            ),
            _STEEL,
        )


def kick_scooter(pen: Pen) -> None:
    pen.part(limb([(800, 1050), (BAR[0] - 12, BAR[1] + 10)], 17, 15), _STEEL)
    pen.part(rounded_rect(MIDDLE_X - 300, _DECK, 500, 40, 20), _TEAL)
    pen.part(limb([(MIDDLE_X + 190, _DECK + 22), (800, 1050)], 18, 18), _TEAL)
    wheel(pen, MIDDLE_X - 280, 1092, 58)
    wheel(pen, 812, 1092, 58)


def scooter_bar(pen: Pen) -> None:
    pen.part(limb([(BAR[0] - 104, BAR[1] - 14), (BAR[0] + 66, BAR[1] - 2)], 15, 15), _RUBBER)

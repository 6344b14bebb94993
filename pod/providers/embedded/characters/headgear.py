"""What is worn on the head for a living: peaked caps, caps with a badge, helmets, wigs, a beret, goggles. Original art."""

from __future__ import annotations

from collections.abc import Callable

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, ring, rounded_rect, star
from pod.imaging.colour import mix
from pod.providers.embedded.characters.hats import crown_of, hat, on_hat
from pod.providers.embedded.characters.pen import (
    HEAD_Y,
    INK,
    LINE,
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
Badge = Callable[[Pen, float, float, float], None]
"""Draws on a hat: at x and y from the middle of its brim, of a radius."""


def no_mark(pen: Pen, x: float, y: float, r: float) -> None:
    """A seam from the button on top to the peak."""
    on_hat(pen, rounded_rect(x - 4, y - 1.6 * r, 8, 1.8 * r, 4), INK)
    on_hat(pen, circle(x, y - 1.8 * r, 0.34 * r), _CREAM)


def cross(pen: Pen, x: float, y: float, r: float) -> None:
    arm = r * 0.34
    on_hat(pen, rounded_rect(x - arm, y - r, 2 * arm, 2 * r, 4), _RED)
    on_hat(pen, rounded_rect(x - r, y - arm, 2 * r, 2 * arm, 4), _RED)


def gold_star(pen: Pen, x: float, y: float, r: float) -> None:
    on_hat(pen, star(x, y, r), _GOLD)


def letter_mark(pen: Pen, x: float, y: float, r: float) -> None:
    """An envelope."""
    on_hat(pen, rounded_rect(x - r, y - 0.7 * r, 2 * r, 1.4 * r, 4), _CREAM)
    on_hat(pen, Path.lines([(x - r, y - 0.66 * r), (x, y + 0.2 * r), (x + r, y - 0.66 * r)]), mix(_CREAM, INK, 0.3))


def wings_mark(pen: Pen, x: float, y: float, r: float) -> None:
    for side in SIDES:
        feather = Path.parse(
            f"M{x} {y - 4}L{x + side * 2 * r} {y - 0.8 * r}Q{x + side * 1.5 * r} {y + 0.7 * r} {x} {y + 8}Z"
        )
        on_hat(pen, feather, _GOLD)
    on_hat(pen, circle(x, y, 0.5 * r), _GOLD)


def anchor_mark(pen: Pen, x: float, y: float, r: float) -> None:
    on_hat(pen, rounded_rect(x - 5, y - r, 10, 2 * r, 5), _GOLD)
    on_hat(pen, rounded_rect(x - 0.5 * r, y - 0.6 * r, r, 9, 4), _GOLD)
    on_hat(
        pen, Path.parse(f"M{x - r} {y + 4}Q{x} {y + 2.2 * r} {x + r} {y + 4}Q{x} {y + 1.3 * r} {x - r} {y + 4}Z"), _GOLD
    )


def peaked_cap(ink: str, badge: Badge, band: str = INK) -> Draw:
    """Of police officers, pilots, conductors, captains."""

    def draw(pen: Pen) -> None:
        hat(
            pen,
            ("M-150 -36C-220 -120 -190 -178 0 -190C190 -178 220 -120 150 -36Q0 -2 -150 -36Z", ink),
            ("M-138 -62Q0 -30 138 -62L134 4Q0 38 -134 4Z", band),
            ("M-140 0C-110 -22 110 -22 140 0C120 54 -120 54 -140 0Z", mix("#26222e", ink, 0.15)),
        )
        badge(pen, 0, -104, 38)

    return draw


def badged_cap(ink: str, badge: Badge) -> Draw:
    """A soft cap with its peak to the front."""

    def draw(pen: Pen) -> None:
        hat(
            pen,
            ("M-140 4C-150 -130 -70 -172 0 -172C70 -172 150 -130 140 4Z", ink),
            ("M-152 2C-110 -34 110 -34 152 2C150 60 -150 60 -152 2Z", mix(ink, INK, 0.25)),
        )
        badge(pen, 0, -88, 44)

    return draw


def fire_helmet(pen: Pen) -> None:
    hat(
        pen,
        ("M-134 4C-150 -140 -70 -196 0 -196C70 -196 150 -140 134 4Z", _RED),
        ("M-216 22C-170 -36 170 -36 216 22C150 58 -150 58 -216 22Z", mix(_RED, INK, 0.16)),
        ("M-60 -20L-66 -136Q0 -184 66 -136L60 -20Q0 26 -60 -20Z", _GOLD),
    )
    on_hat(pen, Path.parse("M0 -142C34 -104 46 -80 40 -50C34 -22 -34 -22 -40 -50C-46 -76 -12 -92 0 -142Z"), _RED)


def nurse_cap(pen: Pen) -> None:
    hat(pen, ("M-128 8L-150 -104Q-76 -132 0 -150Q76 -132 150 -104L128 8Q0 44 -128 8Z", _WHITE))
    cross(pen, 0, -62, 40)


def sailor_cap(pen: Pen) -> None:
    hat(
        pen,
        ("M-104 -30C-120 -130 -60 -166 0 -166C60 -166 120 -130 104 -30Z", _WHITE),
        ("M-136 4L-146 -78Q0 -122 146 -78L136 4Q0 40 -136 4Z", _WHITE),
    )
    on_hat(pen, Path.parse("M-142 -46Q0 -88 142 -46L140 -28Q0 -70 -140 -28Z"), "#3f6f9f")


def mining_helmet(pen: Pen) -> None:
    hat(
        pen,
        ("M-136 4C-150 -136 -70 -186 0 -186C70 -186 150 -136 136 4Z", _GOLD),
        ("M-168 16C-130 -28 130 -28 168 16C120 52 -120 52 -168 16Z", mix(_GOLD, INK, 0.15)),
    )
    for r, ink in ((58, INK), (48, _STEEL), (34, "#fff6c9")):
        on_hat(pen, circle(0, -92, r), ink)


def ball_helmet(pen: Pen) -> None:
    """Of footballers and racing drivers: down over the ears, with a stripe."""
    rx, ry = pen.species.head
    shell = f"M{-rx - 26} 30C{-rx - 44} {-ry * 1.1} {-rx * 0.5} {-ry - 60} 0 {-ry - 60}C{rx * 0.5} {-ry - 60} {rx + 44} {-ry * 1.1} {rx + 26} 30C{rx - 30} {-ry * 0.2} {rx * 0.5} {-ry * 0.44} 0 {-ry * 0.44}C{-rx * 0.5} {-ry * 0.44} {-rx + 30} {-ry * 0.2} {-rx - 26} 30Z"
    to_head = Transform.move(MIDDLE_X, HEAD_Y)
    pen.part(Path.parse(shell).transformed(to_head), _RED)
    pen.canvas.fill(
        Path.parse(f"M-26 {-ry - 58}L26 {-ry - 58}L30 {-ry * 0.46}L-30 {-ry * 0.46}Z").transformed(to_head), _CREAM
    )


def welding_mask(pen: Pen) -> None:
    """Pushed up, so that the face shows."""
    hat(pen, ("M-160 -8L-178 -150Q-100 -232 0 -232Q100 -232 178 -150L160 -8Q0 50 -160 -8Z", "#5b6472"))
    on_hat(pen, rounded_rect(-104, -150, 208, 84, 18), INK)
    on_hat(pen, rounded_rect(-88, -136, 176, 56, 10), "#4f8f5a")
    on_hat(pen, Path.parse("M-60 -90L-20 -130L0 -130L-40 -90Z"), "#a9d9a0")


def judges_wig(pen: Pen) -> None:
    rx, ry = pen.species.head
    for side in SIDES:
        for k in range(4):
            x, y = at(side, rx * 0.98, HEAD_Y - ry * 0.42 + 96 * k)
            pen.part(oval(x, y, 66, 48), _WHITE)
            pen.canvas.stroke(Path.lines([(x - 30, y), (x + 30, y)], closed=False), "#cfc8ba", 9)
    y, half = crown_of(pen)
    pen.part(cloudlet(MIDDLE_X, y - 20, half * 2.7, 170, 6), _WHITE)
    for x in (-90, 0, 90):
        pen.canvas.stroke(
            Path((("M", (MIDDLE_X + x - 34, y - 34)), ("Q", (MIDDLE_X + x, y + 6, MIDDLE_X + x + 34, y - 34)))),
            "#cfc8ba",
            9,
        )


def beret(pen: Pen) -> None:
    hat(
        pen,
        ("M-130 6C-220 -60 -190 -130 -60 -156C80 -184 210 -130 206 -70C202 -30 160 0 130 8Q0 36 -130 6Z", "#c63d3f"),
        ("M-14 -150L-6 -192Q6 -202 16 -190L14 -150Z", "#c63d3f"),
    )


def diving_mask(pen: Pen) -> None:
    """Before the eyes, with a snorkel beside them."""
    _, apart, drop = pen.species.eyes
    rx, _ = pen.species.head
    y, r = HEAD_Y + drop, min(88.0, apart - 4)
    pipe = [(MIDDLE_X + rx * 0.55, y + 150), (MIDDLE_X + rx + 46, y + 130), (MIDDLE_X + rx + 50, HEAD_Y - 250)]
    pen.part(limb(pipe, 22, 22), "#f0843a")
    pen.part(limb([(MIDDLE_X + rx + 50, HEAD_Y - 230), (MIDDLE_X + rx + 50, HEAD_Y - 290)], 26, 26), _RED)
    pen.canvas.fill(limb([at(-1, rx - 4, y - 12), at(1, rx - 4, y - 12)], 20, 20), INK)
    frame = blob(MIDDLE_X, y, apart + r + 14, r + 16, 3.0)
    lens = blob(MIDDLE_X, y, apart + r - 12, r - 8, 3.0)
    pen.canvas.fill(Path((*frame.commands, *lens.commands)), "#2f6f8f", evenodd=True)
    pen.canvas.fill(lens, "#bfe3ef", 0.35)


def goggles_up(pen: Pen) -> None:
    """Pushed up on the forehead, as pilots and swimmers wear them."""
    y, half = crown_of(pen)
    pen.canvas.fill(
        limb([(MIDDLE_X - half * 1.4, y + 26), (MIDDLE_X, y - 10), (MIDDLE_X + half * 1.4, y + 26)], 18, 18), "#6d4224"
    )
    for side in SIDES:
        pen.part(circle(*at(side, half * 0.46, y - 6), half * 0.42), "#a9713f")
        pen.canvas.fill(circle(*at(side, half * 0.46, y - 6), half * 0.3), "#bfe3ef")


def flying_helmet(pen: Pen) -> None:
    """Leather, with flaps over the ears, and goggles on it."""
    hat(pen, ("M-146 30C-164 -130 -70 -176 0 -176C70 -176 164 -130 146 30Q0 -14 -146 30Z", "#8f5f3d"))
    goggles_up(pen)


def bunny_ears(pen: Pen) -> None:
    hat(
        pen,
        ("M-120 -10C-170 -120 -160 -290 -104 -300C-50 -300 -30 -120 -36 -20Z", _WHITE),
        ("M120 -10C170 -120 160 -290 104 -300C50 -300 30 -120 36 -20Z", _WHITE),
        ("M-150 14C-120 -34 120 -34 150 14C120 26 -120 26 -150 14Z", "#f7b6cb"),
    )
    for side in SIDES:
        inner = Path.parse("M108 -50C140 -130 132 -244 106 -258C76 -250 64 -130 66 -50Z")
        on_hat(pen, inner.transformed(Transform.scale(side, 1)), "#f7b6cb")


def clover_hat(pen: Pen) -> None:
    hat(
        pen,
        ("M-106 -16L-122 -206Q0 -240 122 -206L106 -16Z", "#3f9a54"),
        ("M-190 -6C-160 -44 160 -44 190 -6C150 40 -150 40 -190 -6Z", "#3f9a54"),
    )
    on_hat(pen, Path.parse("M-109 -40Q0 -10 109 -40L113 -92Q0 -62 -113 -92Z"), "#2f4034")
    on_hat(pen, rounded_rect(-34, -92, 68, 66, 8), _GOLD)
    on_hat(pen, rounded_rect(-18, -76, 36, 34, 4), "#2f4034")


def clown_wig(pen: Pen) -> None:
    rx, ry = pen.species.head
    for side in SIDES:
        pen.part(cloudlet(*at(side, rx * 1.12, HEAD_Y - ry * 0.42), 170, 210, 4), "#e8683c")
    hat(pen, ("M-62 -40L0 -206L62 -40Q0 -10 -62 -40Z", "#4f9fc9"))
    y, half = crown_of(pen)
    pen.part(circle(MIDDLE_X, y - 206 * half / 150, 34 * half / 150), _GOLD)


def clown_nose(pen: Pen) -> None:
    y = HEAD_Y + (60 if pen.species.muzzle != (0.0, 0.0) else 46)
    pen.part(circle(MIDDLE_X, y - 6, 52), _RED)
    pen.canvas.fill(circle(MIDDLE_X - 16, y - 24, 13), "#ffffff", 0.7)


def headband(pen: Pen) -> None:
    """Of a ninja, a runner, a karate master: tied at the side."""
    y, half = crown_of(pen)
    for turn in (150.0, 190.0):
        pen.part(limb([(MIDDLE_X + half * 1.26, y + 30), (MIDDLE_X + half * 1.26 + 110, y + turn)], 20, 26), _RED)
    pen.part(
        limb([(MIDDLE_X - half * 1.32, y + 34), (MIDDLE_X, y + 8), (MIDDLE_X + half * 1.32, y + 34)], 32, 32), _RED
    )


def topknot(pen: Pen) -> None:
    """Of a wrestler or a samurai, folded forward and tied."""
    y, _ = crown_of(pen)
    hair = pen.species.dark if pen.species.arms == "sleeve" else "#3a2430"
    pen.part(oval(MIDDLE_X, y - 2, 96, 52), hair)
    pen.part(limb([(MIDDLE_X + 20, y - 96), (MIDDLE_X - 30, y - 70)], 46, 40), hair)
    pen.part(rounded_rect(MIDDLE_X - 44, y - 58, 88, 34, 12), _CREAM)


def deerstalker(pen: Pen) -> None:
    hat(
        pen,
        ("M-138 6C-150 -130 -70 -176 0 -176C70 -176 150 -130 138 6Z", "#b08a58"),
        ("M-200 34C-170 -36 -60 -36 0 -18C60 -36 170 -36 200 34C120 44 60 24 0 34C-60 24 -120 44 -200 34Z", "#8f6a40"),
    )
    for x in (-70, 0, 70):
        on_hat(pen, rounded_rect(x - 6, -160 + abs(x) * 0.5, 12, 130 - abs(x) * 0.5, 4), "#8f6a40")
    on_hat(pen, oval(0, -170, 46, 22), "#d9503f")


def veil(pen: Pen) -> None:
    """A nun's: black down to the shoulders, white around the face."""
    rx, ry = pen.species.head
    outer = blob(MIDDLE_X, HEAD_Y + 40, rx + 66, ry + 110, 2.6).geometry()
    band = blob(MIDDLE_X, HEAD_Y + 26, rx * 0.98, ry * 0.98, 2.4).geometry()
    face = blob(MIDDLE_X, HEAD_Y + 46, rx * 0.82, ry * 0.8, 2.4).geometry()
    pen.part(Path.from_geometry(outer.difference(band)), "#3a3947")
    pen.part(Path.from_geometry(band.difference(face)), _WHITE)


def bee_veil(pen: Pen) -> None:
    """A wide hat with a net from its brim, through which a face is seen."""
    rx, ry = pen.species.head
    net = Path.parse(
        f"M{MIDDLE_X - rx - 6} {HEAD_Y - ry * 0.62}Q{MIDDLE_X - rx - 70} {HEAD_Y + ry * 0.7} {MIDDLE_X - rx - 20} {HEAD_Y + ry + 70}"
        f"Q{MIDDLE_X} {HEAD_Y + ry + 130} {MIDDLE_X + rx + 20} {HEAD_Y + ry + 70}Q{MIDDLE_X + rx + 70} {HEAD_Y + ry * 0.7} {MIDDLE_X + rx + 6} {HEAD_Y - ry * 0.62}Z"
    )
    pen.canvas.fill(net, _CREAM, 0.22)
    with pen.canvas.group(net):
        for k in range(-4, 5):
            for lean in (-260, 260):
                x = MIDDLE_X + k * 150
                mesh = Path.lines([(x - lean, HEAD_Y - ry), (x + lean, HEAD_Y + ry + 140)], closed=False)
                pen.canvas.stroke(mesh, _CREAM, 3, 0.7)
    pen.canvas.stroke(net, INK, 14)
    hem = Path.parse(
        f"M{MIDDLE_X - rx - 20} {HEAD_Y + ry + 70}Q{MIDDLE_X} {HEAD_Y + ry + 130} {MIDDLE_X + rx + 20} {HEAD_Y + ry + 70}"
    )
    pen.canvas.stroke(hem, INK, 40)
    pen.canvas.stroke(hem, "#f3e6c8", 26)
    hat(
        pen,
        ("M-128 -16C-132 -130 -60 -150 0 -150C60 -150 132 -130 128 -16Z", "#f3e6c8"),
        ("M-290 14C-220 -60 220 -60 290 14C200 54 -200 54 -290 14Z", "#f3e6c8"),
    )


def feelers(pen: Pen) -> None:
    """On a hairband, as worn to a party."""
    y, _ = crown_of(pen)
    for side in SIDES:
        pen.part(limb([(MIDDLE_X + side * 60, y + 20), (MIDDLE_X + side * 120, y - 110)], 12, 10), "#3a3947")
        pen.part(circle(MIDDLE_X + side * 126, y - 126, 34), "#3a3947")


def halo(pen: Pen) -> None:
    y, half = crown_of(pen)
    flat = Transform.scale(1, 0.34).then(Transform.move(MIDDLE_X, y - 110))
    for grow, ink in ((LINE, INK), (0.0, _GOLD)):
        pen.canvas.fill(ring(0, 0, half * 0.92 + grow, half * 0.66 - grow).transformed(flat), ink, evenodd=True)

"""Beasts with more heads than one: Cerberus, a hydra. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pod.drawing.display import Canvas
from pod.drawing.paths import Transform
from pod.providers.embedded.characters.bodies import Pose, arms, legs, tail, torso
from pod.providers.embedded.characters.faces import face, head
from pod.providers.embedded.characters.heads import behind_head, ears
from pod.providers.embedded.characters.pen import BOX, HEAD_Y, MIDDLE_X, Pen, curve, limb
from pod.providers.embedded.characters.species import SPECIES, Species
from pod.providers.embedded.gallery.kit import Draw
from pod.providers.embedded.objects.kit import fitted

_HEADS: Sequence[tuple[float, float, float]] = ((-330.0, 60.0, -14.0), (330.0, 60.0, 14.0), (0.0, -40.0, 0.0))
"""Where they are beside the middle and below where a head is, and how each leans; the one in the middle is in front."""

_SIZE = 0.72


def _three_headed(species: Species) -> Draw:
    def draw(pen: Pen) -> None:
        body = Pen(pen.canvas, species)
        tail(body)
        legs(body, Pose())
        torso(body)
        for x, y, _ in _HEADS:
            neck = curve((MIDDLE_X, 760), (MIDDLE_X, 660), (MIDDLE_X + x, 620), (MIDDLE_X + x, HEAD_Y + y + 60), 12)
            body.part(limb(neck, 104, 84), species.torso or species.base)
        arms(body, Pose())
        for x, y, lean in _HEADS:
            canvas = Canvas(BOX, BOX)
            one = Pen(canvas, species)
            behind_head(one)
            ears(one)
            head(one)
            face(one)
            to = Transform.move(-MIDDLE_X, -HEAD_Y).then(Transform.scale(_SIZE)).then(Transform.rotate(lean))
            pen.canvas.place(canvas.drawing(), to.then(Transform.move(MIDDLE_X + x, HEAD_Y + y)))

    return fitted(draw)


MANY_HEADS: Mapping[str, Draw] = {
    "cerberus": _three_headed(replace(SPECIES["black labrador"], marks=("brow", "fangs"), iris="#e2542f")),
    "hydra": _three_headed(SPECIES["dragon"]),
}
"""By the name that the keyword table gives them."""

"""The provider port on top of the designer: local, free, at once, and the same picture for the same request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pod.drawing.raster import rasterise
from pod.drawing.svg import write_svg
from pod.imaging.colour import srgb_icc
from pod.imaging.png import encode_png
from pod.model.brief import Prompt
from pod.model.errors import InputRefused, PodError
from pod.model.money import Money
from pod.providers.base import (
    Capabilities,
    Model,
    Outcome,
    OutcomeKind,
    Pending,
    Picture,
    ProviderRequest,
)
from pod.providers.embedded.packages import BASE, packages_there

if TYPE_CHECKING:
    from pod.providers.embedded.designer import Design
    from pod.providers.embedded.layouts.room import Asked

SIDE_PX = 4096
MODEL = "embedded-10"
"""Another number whenever the same sentence and seed draw something else: what was drawn before cannot be drawn again."""
_PPI = 300.0
_FREE = Money(0)


@dataclass(frozen=True, slots=True)
class EmbeddedSettings:
    """`data_dir` holds the motif packages and what was flattened of them."""

    data_dir: str = field(metadata={"default": "<data>", "help": "Folder of the motif packages."})


class Embedded:
    """Draws from the prompt's slots, not from its prose."""

    name = "embedded"

    def __init__(self, settings: EmbeddedSettings) -> None:
        self._data_dir = Path(settings.data_dir)

    @property
    def capabilities(self) -> Capabilities:
        return Capabilities(
            sizes_px=((SIDE_PX, SIDE_PX),),
            alpha=True,
            seed=True,
            edits=True,
            vector=True,
            redraws=True,
            local_cpu=True,
            idempotent=True,
            finds_by_key=True,
        )

    @property
    def models(self) -> tuple[Model, ...]:
        since = date(2026, 11, 24)
        return (Model(MODEL, self.name, (), None, "", _FREE, since, since),)

    def estimate(self, request: ProviderRequest) -> Money:
        """Nothing: it is this machine's own processor time."""
        del request
        return _FREE

    def submit(self, request: ProviderRequest, key: str) -> Outcome | Pending:
        """Draws at once. `key` is not needed: drawing again gives the same picture and costs nothing."""
        return self._drawn(request, "", key)

    def _drawn(self, request: ProviderRequest, instruction: str, key: str) -> Outcome | Pending:
        if request.model not in ("", MODEL):
            return _refused("unknown_model", f"The embedded designer has no model “{request.model}”; it has {MODEL}.")
        if (request.width_px, request.height_px) not in self.capabilities.sizes_px:
            return _refused(
                "unknown_size",
                f"The embedded designer draws {SIDE_PX} × {SIDE_PX} px, not {request.width_px} × {request.height_px};"
                " its SVG can be drawn at any size.",
            )
        if request.references and not instruction:
            return _refused("no_references", "The embedded designer draws from words alone; it takes no picture along.")
        try:
            design = self._design(request, instruction)
            picture = _picture(design)
        except InputRefused as error:
            return _refused(error.code, str(error))
        except PodError as error:
            return Outcome(OutcomeKind.UNAVAILABLE, model=MODEL, reason=str(error), provider_code=error.code)
        return Outcome(OutcomeKind.OK, picture, MODEL, request_id=key, cost=_FREE)

    def poll(self, task_id: str) -> Outcome | Pending:
        return _refused(
            "no_tasks", f"The embedded designer answers at once; there is no task “{task_id}” to ask about."
        )

    def find(self, key: str) -> Outcome | Pending | None:
        """None: nothing outlives a call that did not return, so it may be made again."""
        del key
        return None

    def edit(self, request: ProviderRequest, instruction: str, key: str) -> Outcome | Pending:
        """A colour or a mood of what this very request draws, which is drawn again: no picture needs to come along. A style
        stands in the request itself."""
        return self._drawn(request, instruction, key)

    def read_callback(self, headers: Mapping[str, str], body: bytes) -> str | None:
        del headers, body
        return None

    def check_key(self) -> str:
        if packages_there(self._data_dir) >= BASE:
            return ""
        return f"The motif packages are not in {self._data_dir}; run pod setup. Until then only Pod’s own characters and ornaments are drawn."

    def _design(self, request: ProviderRequest, instruction: str) -> Design:
        # with its word lists the designer takes a fifth of a second to import: only the child that draws needs it
        from pod.providers.embedded.changes import read_changes
        from pod.providers.embedded.designer import draw

        prompt = request.prompt
        slots = prompt.slots
        inks_by = slots.get("palette_by", "")
        changes = read_changes(instruction)
        if changes.unheard and not slots.get("layouts"):
            raise InputRefused(
                "not_understood",
                f"The embedded designer cannot do “{changes.unheard[0]}”.",
                "Ask for a colour, a mood or a style of what it has drawn; or for new drawings with another sentence.",
            )
        return draw(
            slots.get("subject") or prompt.text,
            data_dir=self._data_dir,
            seed=request.seed,
            layouts=slots.get("layouts", "").split(),
            cloth_rgb=slots.get("cloth", ""),
            palette=prompt.inks if inks_by == "shopper" else (),
            style_inks=prompt.inks if inks_by == "style" else (),
            room=_room(prompt),
            names=[name for name in slots.get("asked_names", "").split(", ") if name],
            changes=changes,
        )


def _room(prompt: Prompt) -> Asked:
    """What the words and the area ask of a layout."""
    from pod.providers.embedded.layouts.room import Asked

    width, height = (float(side) for side in (prompt.aspect or "1:1").split(":"))
    letters = int(prompt.slots.get("letters", "0")) or (1 if prompt.slots.get("room") else 0)
    return Asked(letters=letters, aspect=width / height, width_mm=float(prompt.slots.get("small_mm", "0")))


def _picture(design: Design) -> Picture:
    pixels = rasterise(design.drawing, SIDE_PX)
    return Picture(
        data=encode_png(pixels, ppi=_PPI, icc=srgb_icc()),
        vector=write_svg(design.drawing).encode(),
        slots=design.slots,
        palette=design.drawing.inks()[:12],
        credits=design.credits,
        notes=design.notes,
        facts={**design.facts, **({"words": design.words} if design.words else {})},
        border_meant=True,
    )


def _refused(code: str, reason: str) -> Outcome:
    return Outcome(OutcomeKind.INVALID_REQUEST, model=MODEL, reason=reason, provider_code=code)

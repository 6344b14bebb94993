"""Layouts by name, and the styles that may use them. A style's own file can name others."""

from collections.abc import Mapping

from pod.providers.embedded.layouts.badge import badge, crest
from pod.providers.embedded.layouts.base import Draft, Layout, Plan, Sketch, finish
from pod.providers.embedded.layouts.quiet import line_art, mandala, minimal, typographic, wreath
from pod.providers.embedded.layouts.scene import scene
from pod.providers.embedded.layouts.sticker import sticker
from pod.providers.embedded.layouts.sunset import sunset

LAYOUTS: Mapping[str, Layout] = {
    layout.name: layout
    for layout in (
        Layout("badge", badge),
        Layout("crest", crest),
        Layout("sunset", sunset, needs_subject=False),
        Layout("sticker", sticker, subjects=3),
        Layout("scene", scene, subjects=2),
        Layout("wreath", wreath),
        Layout("line_art", line_art, needs_subject=False),
        Layout("minimal", minimal, needs_subject=False),
        Layout("mandala", mandala, needs_subject=False),
        Layout("typographic", typographic, needs_subject=False),
    )
}

STYLE_LAYOUTS: Mapping[str, tuple[str, ...]] = {
    "retro-sunset": ("sunset",),
    "badge": ("badge", "crest"),
    "line-art": ("line_art",),
    "kawaii-sticker": ("sticker",),
    "minimal": ("minimal",),
    "typographic": ("typographic",),
    "botanical": ("wreath", "mandala"),
    "mascot": ("sticker", "crest"),
    "mid-century": ("minimal", "scene"),
    "woodcut": ("line_art",),
}
"""Which layouts draw a style. Without a style the sentence and the seed choose among all."""


def build(name: str, plan: Plan) -> Sketch:
    """The plan drawn by the layout of that name, fitted and centred."""
    draft = Draft()
    LAYOUTS[name].build(plan, draft)
    return finish(draft)


__all__ = ["LAYOUTS", "STYLE_LAYOUTS", "Draft", "Layout", "Plan", "Sketch", "build", "finish"]

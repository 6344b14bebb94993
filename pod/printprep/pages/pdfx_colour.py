"""What PDF/X says of colour and of the graphics state: each function gives what is wrong, in a few words."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from pod.printprep.pages.claim import COMPONENTS, Judged
from pod.printprep.pages.content import Mark
from pod.printprep.pages.opening import unfolded
from pod.printprep.pages.spaces import CMYK, GREY, RGB, Space

_BLEND_MODES = frozenset(
    [
        "/Normal",
        "/Compatible",
        "/Multiply",
        "/Screen",
        "/Overlay",
        "/Darken",
        "/Lighten",
        "/ColorDodge",
        "/ColorBurn",
        "/HardLight",
        "/SoftLight",
        "/Difference",
        "/Exclusion",
        "/Hue",
        "/Saturation",
        "/Color",
        "/Luminosity",
    ]
)
"""PDF 1.6, 11.3.5."""


_ALLOWED = {
    "CMYK": {CMYK.family, GREY.family},
    "RGB": {RGB.family, GREY.family},
    "GRAY": {GREY.family},
}
_DEFAULTS = {CMYK.family: "/DefaultCMYK", RGB.family: "/DefaultRGB", GREY.family: "/DefaultGray"}


def device_colour(judged: Judged) -> str:
    """A device space is the intent's, or has a default in its place; alternates of spots and bases count as well."""
    allowed = _ALLOWED.get(judged.intent_space, set()) | _defaulted(judged)
    used = {family for mark in _visible(judged) for family in _devices(mark.colour.space)}
    group = _group_space(judged)
    return ", ".join(sorted(f[1:] for f in (used | ({group} if group in _DEFAULTS else set())) - allowed))


def _defaulted(judged: Judged) -> set[str]:
    spaces = judged.read.page.resources.get("/ColorSpace")
    return {f for f, default in _DEFAULTS.items() if isinstance(spaces, Dictionary) and default in spaces}


def _group_space(judged: Judged) -> str:
    group = judged.read.page.obj.get("/Group")
    space = group.get("/CS") if isinstance(group, Dictionary) else None
    return str(space) if isinstance(space, Name) else ""


def _visible(judged: Judged) -> Iterator[Mark]:
    return (mark for mark in judged.read.marks if not mark.invisible)


def _devices(space: Space) -> Iterator[str]:
    """A stencil's or a spot's own family is no device; what it stands on may be one."""
    last: Space | None = space
    while last is not None:
        if last.family in _DEFAULTS:
            yield last.family
        last = last.base


def colour_of_inks(judged: Judged) -> str:
    allowed = {CMYK.family, GREY.family, "/Separation", "/DeviceN", "/Indexed", "/Pattern", ""}
    used = {family for mark in _visible(judged) for family in _families(mark.colour.space)}
    return ", ".join(sorted(f[1:] for f in used - allowed))


def _families(space: Space) -> Iterator[str]:
    last: Space | None = space
    while last is not None:
        yield last.family
        last = last.base


def icc_components(judged: Judged) -> str:
    wrong = set[str]()
    for thing in judged.read.document.objects:
        if (
            isinstance(thing, Array)
            and len(thing) == 2
            and str(thing[0]) == "/ICCBased"
            and isinstance(thing[1], Stream)
        ):
            wrong |= {w for w in [_wrong_icc(thing[1])] if w}
    return ", ".join(sorted(wrong))


def _wrong_icc(stream: Stream) -> str:
    profile = unfolded(stream)
    if len(profile) < 132 or profile[36:40] != b"acsp":
        return "a profile that is none"
    components = COMPONENTS.get(profile[16:20])
    said = int(stream.get("/N", 0))
    return "" if said == components else f"N {said} for {profile[16:20].decode('latin-1').strip()}"


def halftones(judged: Judged) -> str:
    found = set[str]()
    for state in _graphics_states(judged.read.document):
        keys = set(state.keys())
        found |= {key[1:] for key in ("/TR", "/HTP") if key in keys}
        found |= {"TR2"} if "/TR2" in keys and str(state.get("/TR2")) != "/Default" else set()
    return ", ".join(sorted(found))


def _graphics_states(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Those with a name of their type, and those in a page's or form's resources."""
    for thing in document.objects:
        if isinstance(thing, Dictionary) and str(thing.get("/Type")) == "/ExtGState":
            yield thing
        resources = thing.get("/Resources") if isinstance(thing, (Dictionary, Stream)) else None
        named = resources.get("/ExtGState") if isinstance(resources, Dictionary) else None
        yield from (s for s in (named.values() if isinstance(named, Dictionary) else ()) if isinstance(s, Dictionary))


def blend_modes(judged: Judged) -> str:
    return ", ".join(sorted({m.blend[1:] for m in judged.read.marks} - {b[1:] for b in _BLEND_MODES}))


def transparency(judged: Judged) -> str:
    """X-1a and X-3 know none: no soft mask, no group, no blend, everything opaque."""
    found = ["groups"] if judged.read.content.groups else []
    found += ["soft masks"] if any(m.soft_mask for m in judged.read.marks) else []
    found += ["opacity"] if any(m.alpha < 1 for m in judged.read.marks) else []
    found += ["blend modes"] if any(m.blend not in ("/Normal", "/Compatible") for m in judged.read.marks) else []
    return ", ".join(found)

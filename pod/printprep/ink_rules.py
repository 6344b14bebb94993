"""Rules over the inks in which a page is painted: what a press with plates, and what a printer of screen colours, does to it.

The numbers are the Ghent Workgroup's (GWG2015, sheetfed offset; 2022, digital print), by clause; house values say so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import pikepdf
from numpy.typing import NDArray

from pod.model.findings import Finding, Severity
from pod.model.geometry import pt_to_mm
from pod.model.product import PdfStandard
from pod.printprep import checks
from pod.printprep.pages.content import Kind, Mark, Sides
from pod.printprep.pages.painted import MACHINE_SPOTS
from pod.printprep.pages.read import PageRead, Rule
from pod.printprep.pages.spaces import CMYK, GREY, Colour, Space

_AN_INK = 0.02
"""An ink of less than this leaves no dot on the plate."""

_PAPER = 0.005
_FULL_BLACK = 0.995
_SMALL_TYPE_PT, _SMALL_TYPE_DIGITAL_PT = 8.0, 5.0
"""GWG2015 4.16 and GWG 2022, digital print: below this, type in white or in several inks shows where plates lie apart."""

_X_HEIGHT = 0.5
"""A small letter's height by its type's size: 0.45 to 0.55 in nearly every typeface."""

_RICH_BLACK, _RICH_SUM = 0.85, 2.8
"""GWG2015 4.15: black type of this much black ink and this much of all inks."""

_OVERPRINT_TYPE_PT, _OVERPRINT_LINE_PT = 12.0, 2.0
"""GWG2015 4.10 and 4.12: black type and black lines below this have to print over what lies under them."""

_THIN_PT, _THIN_IN_INKS_PT = 0.25, 0.5
"""GWG2015 4.17 for a line in one ink; two plates may lie 0.1 mm apart, so that a line in several has to be twice as thick
(house value)."""

_SLACK_PT = 0.01
_LONG = 4
_MOST_LOOKED_UNDER = 1000


# --- inks


def inks_in(colour: Colour) -> tuple[float, ...] | None:
    """How much of each ink, 0 to 1; None where the press decides (light, patterns) or the values are not told."""
    space, values = colour.space, colour.values
    if not values:
        return None
    if _is_grey(space):
        return (1 - values[0],)
    return values if (space.is_ink and space.base is None) or space.names else None


def _is_grey(space: Space) -> bool:
    return space.family in (GREY.family, "/CalGray") or (space.family == "/ICCBased" and space.components == 1)


def _is_light(space: Space) -> bool:
    return space.family in ("/DeviceRGB", "/CalRGB", "/Lab") or (space.family == "/ICCBased" and space.components == 3)


def _seen(space: Space) -> Space:
    """Of an index or a pattern the space that its colours are in."""
    return space.base if space.base is not None and not space.names else space


def _is_white_or_several(mark: Mark) -> bool:
    inks = inks_in(mark.colour)
    return inks is not None and (max(inks) <= _PAPER or sum(ink > _AN_INK for ink in inks) > 1)


def _is_black_alone(colour: Colour) -> bool:
    """Full black ink and no other: a process black, not a spot."""
    inks = inks_in(colour)
    if inks is None or colour.space.names:
        return False
    return inks[-1] >= _FULL_BLACK and max(inks[:-1], default=0.0) <= _PAPER


def _is_coloured_ink(mark: Mark) -> bool:
    """More than black alone, which is the same on every press; of a picture that is not told."""
    if not mark.colour.space.is_ink:
        return False
    inks = inks_in(mark.colour)
    return inks is None or max(inks[:-1], default=0.0) > _AN_INK


# --- type


def _type(read: PageRead) -> list[Mark]:
    return [m for m in read.marks if m.kind is Kind.TEXT and not m.invisible and read.frame.shows(m.box)]


def _small_type(read: PageRead) -> Iterator[Finding]:
    """Type of any ink whose small letters the process does not hold."""
    sizes = [(_x_height_mm(m), m) for m in _type(read)]
    small = [m for height_mm, m in sizes if height_mm < read.process.min_x_height_mm]
    if small:
        for found in checks.type_size(min(map(_x_height_mm, small)), read.process):
            yield read.frame.at(found, (m.box for m in small))


def _x_height_mm(mark: Mark) -> float:
    return pt_to_mm(mark.size_pt) * _X_HEIGHT


def _small_type_in_inks(read: PageRead) -> Iterator[Finding]:
    limit_pt = _SMALL_TYPE_PT if read.sheet.area.in_cmyk else _SMALL_TYPE_DIGITAL_PT
    small = [m for m in _type(read) if m.size_pt < limit_pt - _SLACK_PT and _is_white_or_several(m)]
    if small:
        found = Finding(
            "small_type_inks",
            Severity.CHOOSE,
            "Small type is printed in several inks, or left white: where the plates lie a little apart it blurs.",
            f"{min(m.size_pt for m in small):.1f} pt",
            f"{limit_pt:g} pt or more, or one ink",
            way_out="Set it in black alone, or larger.",
        )
        yield read.frame.at(found, (m.box for m in small))


def _rich_black_type(read: PageRead) -> Iterator[Finding]:
    rich = [(sum(inks), m) for m in _type(read) if (inks := _of_four(m)) and _is_rich(inks)]
    if rich:
        found = Finding(
            "rich_black_type",
            Severity.CHOOSE,
            "Black type is mixed of all inks: every letter gets a coloured rim where the plates lie a little apart.",
            f"{100 * max(total for total, _ in rich):.0f} % ink",
            "black ink alone",
            way_out="Set black type in K 100 % and nothing else.",
        )
        yield read.frame.at(found, (m.box for _, m in rich))


def _of_four(mark: Mark) -> tuple[float, ...] | None:
    return inks_in(mark.colour) if mark.colour.space.is_ink else None


def _is_rich(inks: Sequence[float]) -> bool:
    return inks[-1] >= _RICH_BLACK and sum(inks) > _RICH_SUM


def _black_knocks_out(read: PageRead) -> Iterator[Finding]:
    """Only for plates (a digital press lays all inks down at once), and only where there is something to knock out."""
    if not read.sheet.area.in_cmyk:
        return
    boxes = np.array([m.box for m in read.marks], dtype=np.float64).reshape(-1, 4)
    knocking = ((n, m) for n, m in _small_blacks(read) if not _overprints(m))
    cut_out = [m for n, m in knocking if _lies_on_ink(read.marks, boxes[:n], m.box)]
    if cut_out:
        found = Finding(
            "black_knocks_out",
            Severity.CHOOSE,
            "Small black type or a thin black line cuts a hole into the colour below it: white slits may show around it.",
            f"{len(cut_out)} knocked out",
            "black overprints",
            way_out="Colour black type and thin lines K 100 % and set them to overprint (mode 1).",
        )
        yield read.frame.at(found, (m.box for m in cut_out))


def _overprints(mark: Mark) -> bool:
    """Of process colours only DeviceCMYK leaves inks alone that it does not name, and only in mode 1 (11.7.4.3): a grey that
    is set to overprint knocks out all the same."""
    return mark.overprint and mark.colour.space == CMYK and mark.overprint_mode == 1


def _small_blacks(read: PageRead) -> list[tuple[int, Mark]]:
    found = [
        (n, m)
        for n, m in enumerate(read.marks)
        if _is_black_alone(m.colour) and not m.invisible and _is_small(m) and read.frame.shows(m.box)
    ]
    return found[:_MOST_LOOKED_UNDER]


def _is_small(mark: Mark) -> bool:
    if mark.kind is Kind.TEXT:
        return mark.size_pt < _OVERPRINT_TYPE_PT
    return mark.kind is Kind.STROKE and mark.width_pt < _OVERPRINT_LINE_PT


def _lies_on_ink(marks: Sequence[Mark], below: NDArray[np.float64], box: Sides) -> bool:
    """Whether what lies next below the middle of the box is neither paper nor black itself. `below` are the first marks' boxes."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    left, bottom, right, top = below.T
    under = np.flatnonzero((left < x) & (x < right) & (bottom < y) & (y < top))
    if not len(under):
        return False
    colour = marks[under[-1]].colour
    return not _is_paper(colour) and not _is_black_alone(colour)


def _is_paper(colour: Colour) -> bool:
    inks = inks_in(colour)
    if inks is not None:
        return max(inks) <= _PAPER
    return bool(colour.values) and _is_light(colour.space) and min(colour.values) >= 1 - _PAPER


# --- lines


def _thin_in_inks(read: PageRead) -> Iterator[Finding]:
    """A line that is thick enough in one ink and not in several; thinner ones are told whatever their ink."""
    if not read.sheet.area.in_cmyk:
        return
    strokes = [m for m in read.marks if m.kind is Kind.STROKE and read.frame.shows(m.box) and _is_white_or_several(m)]
    thin = [m for m in strokes if _THIN_PT - _SLACK_PT <= m.width_pt < _THIN_IN_INKS_PT - _SLACK_PT]
    if thin:
        found = Finding(
            "thin_stroke_inks",
            Severity.CHOOSE,
            "A thin line is printed in several inks, or left white: where the plates lie a little apart it blurs.",
            f"{min(m.width_pt for m in thin):.2f} pt",
            f"{_THIN_IN_INKS_PT} pt or more, or one ink",
            way_out="Draw it in one ink, or thicker.",
        )
        yield read.frame.at(found, (m.box for m in thin))


def _thin_fills(read: PageRead) -> Iterator[Finding]:
    """A line that was drawn as a filled box, as spreadsheets do. Strips of a shading lie side by side and are none."""
    fills = [m for m in read.marks if m.kind is Kind.FILL and not _is_machine(m)]
    beside = zip([None, *fills], fills, [*fills[1:], None], strict=False)
    thin = [
        m
        for before, m, after in beside
        if _is_thin(m.box) and read.frame.shows(m.box) and not (_touch(m, before) or _touch(m, after))
    ]
    if thin:
        found = Finding(
            "thin_fill",
            Severity.CHOOSE,
            "A filled shape is as thin as a hair and may not print.",
            f"{min(min(_sides(m.box)) for m in thin):.2f} pt",
            f"{_THIN_PT} pt or more",
            way_out="Draw it thicker.",
        )
        yield read.frame.at(found, (m.box for m in thin))


def _sides(box: Sides) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _is_thin(box: Sides) -> bool:
    narrow, long = sorted(_sides(box))
    return narrow < _THIN_PT - _SLACK_PT and long >= _LONG


def _touch(one: Mark, other: Mark | None) -> bool:
    if other is None:
        return False
    a, b = one.box, other.box
    return max(b[0] - a[2], a[0] - b[2], b[1] - a[3], a[1] - b[3]) <= _SLACK_PT


# --- spot colours


def _is_machine(mark: Mark) -> bool:
    return any(_plain(name) in _MACHINES for name in mark.colour.space.names)


def _plain(name: str) -> str:
    """A spot's name as people mean it: without case, gaps and the ending that says which paper a swatch book is on."""
    words = re.sub(r"[\s_-]+", " ", name.lower().replace("pantone", "pms")).strip()
    return re.sub(r"\s?\b(c|u|m|cv|cvc|cvu|cp|up|pc|ec)$|(?<=\d)(c|u|m|cv|cvc|cvu|cp|up|pc|ec)$", "", words).replace(
        " ", ""
    )


_MACHINES = frozenset(map(_plain, MACHINE_SPOTS))
_PROCESS = frozenset({"cyan", "magenta", "yellow", "black", "none", "all"})


def _spot_places(read: PageRead) -> dict[str, list[Sides]]:
    """Every spot colour that is an ink: the machine's own lines and the area's own plates are none."""
    known = {_plain(name) for name in (read.sheet.area.cut, read.sheet.area.white) if name} | _MACHINES
    places = defaultdict[str, list[Sides]](list)
    for mark in read.marks:
        for name in _seen(mark.colour.space).names:
            if name.lower() not in _PROCESS and _plain(name) not in known:
                places[name].append(mark.box)
    return places


def _spot_inks(read: PageRead) -> Iterator[Finding]:
    """GWG2015 4.18: none in a job of four inks."""
    places = _spot_places(read)
    if places:
        found = Finding(
            "spot_inks",
            Severity.CHOOSE,
            "The page asks for inks of its own; this printer mixes them from its usual inks, which may look different.",
            f"{len(places)} spot colours: {', '.join(sorted(places))}" if len(places) > 1 else next(iter(places)),
            "none",
            way_out="Convert spot colours to process colours, and look at them.",
        )
        yield read.frame.at(found, (box for boxes in places.values() for box in boxes))


def _spot_names_alike(read: PageRead) -> Iterator[Finding]:
    """GWG2015 4.20: names that mean one swatch. Those that differ in case alone are told by `spot_names_differ`."""
    places, meant = _spot_places(read), defaultdict[str, set[str]](set)
    for name in places:
        meant[_plain(name)].add(name)
    alike = [sorted(names) for names in meant.values() if len({name.lower() for name in names}) > 1]
    if alike:
        found = Finding(
            "spot_names_alike",
            Severity.CHOOSE,
            "Spot colours with nearly the same name are probably one colour; each would get a plate of its own.",
            "; ".join(" and ".join(names) for names in alike),
            "one name for each colour",
            way_out="Merge the swatches.",
        )
        yield read.frame.at(found, (box for names in alike for name in names for box in places[name]))


# --- which colours the printer was asked for


def _light_on_a_press(read: PageRead) -> Iterator[Finding]:
    """GWG2015 4.30, CMYK variants: what the press has to turn into ink itself comes out as its settings have it."""
    if not read.sheet.area.in_cmyk:
        return
    light = [m for m in read.marks if _is_light(_seen(m.colour.space)) and not m.invisible and read.frame.shows(m.box)]
    if light:
        found = Finding(
            "light_on_press",
            Severity.CHOOSE,
            "Colours are given as light (RGB); this printer wants amounts of ink (CMYK), and black type becomes four inks.",
            f"{len(light)} of {len(read.marks)} parts in RGB",
            "CMYK, grey and spots",
            way_out="Run `pod prepare` on the picture: it converts with the press profile.",
        )
        yield read.frame.at(found, (m.box for m in light))


def _inks_on_screen_colours(read: PageRead) -> Iterator[Finding]:
    """The reverse: a printer of sRGB files mixes its own inks, more of them and brighter ones than four."""
    if read.sheet.area.in_cmyk:
        return
    inks = [m for m in read.marks if _is_coloured_ink(m) and not m.invisible and read.frame.shows(m.box)]
    if inks:
        found = Finding(
            "inks_not_asked",
            Severity.CHOOSE,
            "Colours are given as amounts of ink (CMYK); this printer asks for screen colours and mixes its own inks.",
            f"{len(inks)} of {len(read.marks)} parts in CMYK",
            "sRGB",
            way_out="Export it in sRGB, or look at the proof: bright colours may be duller than they could be.",
        )
        yield read.frame.at(found, (m.box for m in inks))


def _unnamed_inks(read: PageRead) -> Iterator[Finding]:
    """ISO 15930-7, 6.2.2: amounts of ink mean a colour only on a press that is named."""
    inks = [m for m in read.marks if _seen(m.colour.space) == CMYK and _is_coloured_ink(m) and read.frame.shows(m.box)]
    if inks and not _names_press(read):
        found = Finding(
            "untagged_inks",
            Severity.CHOOSE,
            "The page does not say for which press its amounts of ink are meant; their colours are a guess.",
            "no output intent, no profile",
            "an output intent",
            way_out="Export it as PDF/X-4, which names its press.",
        )
        yield read.frame.at(found, (m.box for m in inks))


def _names_press(read: PageRead) -> bool:
    spaces = read.page.resources.get("/ColorSpace")
    by_default = isinstance(spaces, pikepdf.Dictionary) and "/DefaultCMYK" in spaces
    intents = read.document.Root.get("/OutputIntents")
    return by_default or (isinstance(intents, pikepdf.Array) and len(intents) > 0)


# --- see-through


def _see_through(read: PageRead) -> list[Mark]:
    return [m for m in read.marks if m.soft_mask or m.alpha < 1 or m.blend not in ("/Normal", "/Compatible")]


def _not_flat(read: PageRead) -> Iterator[Finding]:
    """ISO 15930-4, 6.6, for a page that does not claim PDF/X-1a itself but goes to a printer who takes nothing else."""
    through = _see_through(read)
    if through and read.sheet.area.pdf is PdfStandard.X1A:
        found = Finding(
            "see_through",
            Severity.BLOCKED,
            "Parts of the page are see-through; this printer takes flat pages (PDF/X-1a) only.",
            f"{len(through)} see-through parts",
            "0",
            way_out="Export it as PDF/X-1a, or run `pod prepare` on the picture.",
        )
        yield read.frame.at(found, (m.box for m in through))


def _blend_space(read: PageRead) -> Iterator[Finding]:
    """GWG2015 4.25: with inks on the page it blends in DeviceCMYK; in light they come back as other inks."""
    through = [m for m in _see_through(read) if read.frame.shows(m.box)]
    if not through or not any(map(_is_coloured_ink, read.marks)):
        return
    group = read.page.obj.get("/Group")
    space = str(group.get("/CS", "none")) if isinstance(group, pikepdf.Dictionary) else "none"
    if space in ("/DeviceRGB", "none"):
        found = Finding(
            "blend_space",
            Severity.CHOOSE,
            "See-through parts lie on a page of inks that blends in screen colours, or does not say in which: colours shift.",
            space.removeprefix("/"),
            "DeviceCMYK",
            way_out="Set the document's transparency blend space to CMYK and export again.",
        )
        yield read.frame.at(found, (m.box for m in through))


INK_RULES: tuple[Rule, ...] = (
    _small_type,
    _small_type_in_inks,
    _rich_black_type,
    _black_knocks_out,
    _thin_in_inks,
    _thin_fills,
    _spot_inks,
    _spot_names_alike,
    _light_on_a_press,
    _inks_on_screen_colours,
    _unnamed_inks,
    _not_flat,
    _blend_space,
)

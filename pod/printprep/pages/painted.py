"""Rules over what a page paints, mostly the Ghent Workgroup's of 2022: resolution, thin strokes, overprint, spot colours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pod.model.findings import Finding, Severity
from pod.printprep import checks
from pod.printprep.pages.content import Kind, Mark, Sides
from pod.printprep.pages.read import PageRead, Rule
from pod.printprep.pages.spaces import CMYK, GREY, Colour

_TINY_PX = 16
"""Pictures up to this size in both directions are patterns and dots: the Ghent Workgroup's checks exempt them."""

_BITMAP_BLOCK_PPI, _BITMAP_WARN_PPI = 349, 599
"""Ghent Workgroup 2022, digital print: one-bit pictures at or below the first are an error, at the second a warning."""

_THIN_PT = 0.25
_THIN_SLACK_PT = 0.01
_PAPER = 0.005
MACHINE_SPOTS = frozenset(
    {
        "cutcontour",
        "perfcutcontour",
        "cutpath",
        "thrucut",
        "throughcut",
        "thru-cut",
        "kisscut",
        "kiss-cut",
        "crease",
        "perforation",
        "dieline",
    }
)
"""Spot colours that a cutter follows; how thin they are drawn is no matter of ink."""


def _resolution(read: PageRead) -> Iterator[Finding]:
    """The coarsest picture on the page, at the size it is placed."""
    pictures = [m for m in _pictures(read) if not m.one_bit]
    if not pictures:
        return
    coarsest = min(pictures, key=lambda m: m.ppi)
    for found in checks.resolution(coarsest.ppi, read.sheet, read.process):
        limit = float(found.required.split()[0])
        yield read.frame.at(found, (m.box for m in pictures if m.ppi < limit))


def _bitmaps(read: PageRead) -> Iterator[Finding]:
    """One-bit pictures have hard steps where others have greys: they need about three times the resolution."""
    coarse = [m for m in _pictures(read) if m.one_bit and m.ppi <= _BITMAP_WARN_PPI]
    if coarse:
        least = min(m.ppi for m in coarse)
        found = Finding(
            "coarse_bitmap",
            Severity.BLOCKED if least <= _BITMAP_BLOCK_PPI else Severity.CHOOSE,
            "A black-and-white picture is so coarse that its edges show steps.",
            f"{least:.0f} ppi",
            f"over {_BITMAP_WARN_PPI} ppi",
            way_out="Use it as a grey picture, as paths, or with more pixels.",
        )
        yield read.frame.at(found, (m.box for m in coarse))


def _pictures(read: PageRead) -> Iterator[Mark]:
    return (m for m in read.marks if m.kind is Kind.PICTURE and max(m.pixels) > _TINY_PX and read.frame.shows(m.box))


def _thin_strokes(read: PageRead) -> Iterator[Finding]:
    """Ghent Workgroup 2022: strokes under 0.25 pt; width 0 means one device pixel, which is nothing on a press (8.4.3.2)."""
    strokes = [m for m in read.marks if m.kind is Kind.STROKE and not _is_machine(m.colour) and read.frame.shows(m.box)]
    nothing = [m for m in strokes if m.width_pt <= 0]
    if nothing:
        found = Finding(
            "zero_width_line",
            Severity.BLOCKED,
            "A line has the width 0: a screen shows it, a press prints it as thin as it can.",
            "0 pt",
            f"{_THIN_PT} pt or more",
            way_out="Give the line a width.",
        )
        yield read.frame.at(found, (m.box for m in nothing))
    thin = [m for m in strokes if 0 < m.width_pt < _THIN_PT - _THIN_SLACK_PT]
    if thin:
        found = Finding(
            "thin_stroke",
            Severity.CHOOSE,
            "A line is so thin that it may not print.",
            f"{min(m.width_pt for m in thin):.2f} pt",
            f"{_THIN_PT} pt or more",
            way_out="Draw it thicker.",
        )
        yield read.frame.at(found, (m.box for m in thin))


def _white_overprint(read: PageRead) -> Iterator[Finding]:
    """White that overprints is not there: nothing is knocked out of what lies below (8.6.7). Light has no overprint."""
    gone = [
        m for m in read.marks if m.overprint and m.kind is not Kind.PICTURE and not m.invisible and _is_paper(m.colour)
    ]
    if gone:
        found = Finding(
            "white_overprint",
            Severity.BLOCKED,
            "Something white is set to overprint: on press it vanishes.",
            f"{len(gone)} white overprinted",
            "white knocks out",
            way_out="Switch overprint off for everything white.",
        )
        yield read.frame.at(found, (m.box for m in gone))


def _is_paper(colour: Colour) -> bool:
    if not colour.values:
        return False
    if colour.space.family == GREY.family:
        return colour.values[0] >= 1 - _PAPER
    inks = colour.space.family == CMYK.family or bool(colour.space.names)
    return inks and max(colour.values) <= _PAPER


def _is_machine(colour: Colour) -> bool:
    return any(name.lower().replace(" ", "") in MACHINE_SPOTS for name in colour.space.names)


def _spot_names(read: PageRead) -> Iterator[Finding]:
    """Ghent Workgroup 2022: spot names that differ by case alone are two plates for one ink."""
    spelled = defaultdict[str, dict[str, list[Sides]]](lambda: defaultdict(list))
    for name, mark in _spots(read):
        spelled[name.lower()][name].append(mark.box)
    for names in spelled.values():
        if len(names) > 1:
            found = Finding(
                "spot_names_differ",
                Severity.BLOCKED,
                "One spot colour is spelled in several ways: the press would make a plate for each.",
                ", ".join(sorted(names)),
                "one name",
                way_out="Rename them alike.",
            )
            yield read.frame.at(found, (box for boxes in names.values() for box in boxes))


def _spot_meanings(read: PageRead) -> Iterator[Finding]:
    """ISO 15930-7, 6.2: one name, one alternate colour."""
    meanings = defaultdict[str, set[tuple[str, str]]](set)
    for name, mark in _spots(read):
        space = mark.colour.space
        if len(space.names) == 1:
            meanings[name].add((space.process, space.tint))
    twice = sorted(name for name, found in meanings.items() if len(found) > 1)
    if twice:
        yield Finding(
            "spot_means_two",
            Severity.CHOOSE,
            "A spot colour is described in two ways; on screens and other presses it looks now like this, now like that.",
            ", ".join(twice),
            "one description for each name",
            way_out="Merge the two swatches.",
        )


def _spots(read: PageRead) -> Iterator[tuple[str, Mark]]:
    for mark in read.marks:
        space = mark.colour.space.base if mark.colour.space.family in ("/Indexed", "/Pattern") else mark.colour.space
        yield from ((name, mark) for name in (space.names if space else ()) if name not in ("None", "All"))


def _registration(read: PageRead) -> Iterator[Finding]:
    """Ghent Workgroup 2022 warns of the colour All in the page itself: it prints on every plate, the cut's and the white's too."""
    trim = read.frame.trim
    inside = [m for m in read.marks if "All" in m.colour.space.names and _touches(m.box, trim)]
    if inside:
        found = Finding(
            "registration_colour",
            Severity.CHOOSE,
            "Something in the picture is in the colour of the register marks, which prints with every ink at once.",
            f"{len(inside)} in “All”",
            "marks outside the cut only",
            way_out="Use black.",
        )
        yield read.frame.at(found, (m.box for m in inside))


def _touches(box: Sides, within: Sides) -> bool:
    return box[0] < within[2] and box[2] > within[0] and box[1] < within[3] and box[3] > within[1]


def _loops(read: PageRead) -> Iterator[Finding]:
    if read.content.loops:
        yield Finding(
            "page_loop",
            Severity.BLOCKED,
            "A part of the page contains itself; every program draws it differently.",
            "a form in itself",
            "none",
            way_out="Export it again from the program that it comes from.",
        )
    elif read.content.tangled:
        yield Finding(
            "page_tangled",
            Severity.BLOCKED,
            "Parts of the page lie in each other so deeply or so often that a press may never finish drawing it.",
            "forms in forms",
            "a page that can be drawn",
            way_out="Flatten it, or print it to a new PDF.",
        )


PAINT_RULES: tuple[Rule, ...] = (
    _resolution,
    _bitmaps,
    _thin_strokes,
    _white_overprint,
    _spot_names,
    _spot_meanings,
    _registration,
    _loops,
)

"""What a page paints: every fill, stroke, text and picture with its place, colour and overprint, through all its forms.

An interpreter of content streams (ISO 32000-2, 8 and 9) that keeps only what rules ask for. Nothing is drawn.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Matrix, Stream

from pod.printprep.pages.opening import unfolded
from pod.printprep.pages.spaces import CMYK, GREY, RGB, Colour, Space, named, numbers_of, space_of

MOST_STEPS = 400_000
"""Operators read of one page; what comes after is told as not measured."""

_MOST_BYTES = 16_000_000
_FORMS_DEEP, _MOST_FORMS = 12, 5_000

Sides = tuple[float, float, float, float]
"""Left, bottom, right, top in points, y upwards."""


class Kind(StrEnum):
    FILL = "fill"
    STROKE = "stroke"
    TEXT = "text"
    PICTURE = "picture"
    SHADING = "shading"


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that is painted. `width_pt` of a stroke and `size_pt` of type are as they come out on the page.

    `ppi` and `pixels` (width, height) are a picture's; `one_bit` holds for stencils as well.
    """

    kind: Kind
    box: Sides
    colour: Colour
    overprint: bool = False
    overprint_mode: int = 0
    alpha: float = 1.0
    blend: str = "/Normal"
    soft_mask: bool = False
    width_pt: float = 0.0
    size_pt: float = 0.0
    invisible: bool = False
    font: str = ""
    ppi: float = 0.0
    pixels: tuple[int, int] = (0, 0)
    one_bit: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """`loops`: a form paints itself. `complete` is False where there was more than is read. `tangled`: forms within forms
    repeat each other so often that a program which draws them may never end."""

    marks: tuple[Mark, ...]
    loops: bool
    complete: bool
    tangled: bool
    groups: int


def read_content(document: pikepdf.Pdf, page: pikepdf.Page) -> Content:
    reader = _Reader(document)
    contents = page.obj.get("/Contents")
    streams = list(contents) if isinstance(contents, Array) else [contents]
    data = b"\n".join(unfolded(s) for s in streams if isinstance(s, Stream))
    reader.run(reader.steps_of(data), _resources(page.obj), _State())
    groups = reader.groups + ("/Group" in page.obj)
    return Content(tuple(reader.marks), reader.loops, not reader.is_full, reader.tangled, groups)


def _resources(node: pikepdf.Object) -> pikepdf.Object:
    """Inherited from the page tree (7.7.3.4), which may be damaged into a ring."""
    for _ in range(32):
        if (found := node.get("/Resources")) is not None:
            return found if isinstance(found, Dictionary) else Dictionary()
        parent = node.get("/Parent")
        if not isinstance(parent, Dictionary):
            break
        node = parent
    return Dictionary()


@dataclass(frozen=True, slots=True)
class _State:
    at: Matrix = field(default_factory=Matrix)
    fill: Colour = Colour()
    stroke: Colour = Colour()
    width: float = 1.0
    over_fill: bool = False
    over_stroke: bool = False
    over_mode: int = 0
    alpha_fill: float = 1.0
    alpha_stroke: float = 1.0
    blend: str = "/Normal"
    soft_mask: bool = False
    font: str = ""
    font_size: float = 0.0
    render: int = 0

    @property
    def scale(self) -> float:
        return math.sqrt(abs(self.at.a * self.at.d - self.at.b * self.at.c))


class _Reader:
    def __init__(self, document: pikepdf.Pdf) -> None:
        self._document = document
        self.marks = list[Mark]()
        self.steps = 0
        self.loops = self.tangled = self.is_full = False
        self.groups = 0
        self._bytes = self._forms = 0
        self._parsed = dict[tuple[int, int], Sequence[Any]]()
        self._inside = list[tuple[int, int]]()

    def steps_of(self, data: bytes) -> Sequence[Any]:
        """One stream's operators with their operands; none where all streams together are too long."""
        self._bytes += len(data)
        if self._bytes > _MOST_BYTES:
            self.stop()
            return ()
        return pikepdf.parse_content_stream(Stream(self._document, data))

    def run(self, steps: Sequence[Any], resources: pikepdf.Object, state: _State) -> None:
        """One stream of operators, from its start state."""
        _Stream(self, resources, state).run(steps)

    def stop(self) -> None:
        """Nothing more is read: the page is too long, or, within forms, too tangled to be drawn."""
        self.is_full = True
        self.tangled |= len(self._inside) > 1

    def form(self, form: Stream, outer: pikepdf.Object, state: _State) -> None:
        name = form.objgen
        if name in self._inside:
            self.loops = True
            return
        self._forms += 1
        if len(self._inside) >= _FORMS_DEEP or self._forms > _MOST_FORMS:
            self.stop()
        if self.is_full:
            return
        self.groups += "/Group" in form
        self._inside.append(name)
        if name not in self._parsed:
            self._parsed[name] = self.steps_of(unfolded(form))
        matrix = _matrix(form.get("/Matrix"))
        self.run(self._parsed[name], form.get("/Resources") or outer, replace(state, at=matrix @ state.at))
        self._inside.pop()


class _Stream:
    """One content stream at work: its graphics states, its path and its text position."""

    def __init__(self, reader: _Reader, resources: pikepdf.Object, state: _State) -> None:
        self._reader, self._resources = reader, resources
        self._state, self._outer = state, list[_State]()
        self._points, self._starts = list[tuple[float, float]](), list[int]()
        self._line = self._text = Matrix()
        self._leading = 0.0

    def run(self, steps: Iterable[Any]) -> None:
        for step in steps:
            self._reader.steps += 1
            if self._reader.steps > MOST_STEPS:
                self._reader.stop()
            if self._reader.is_full:
                return
            operator = str(step.operator)
            if operator == "INLINE IMAGE":
                self._inline(step.iimage)
            elif (act := _ACTS.get(operator)) is not None:
                act(self, list(step.operands))

    # --- state

    def push(self, _: list[Any]) -> None:
        self._outer.append(self._state)

    def pop(self, _: list[Any]) -> None:
        if self._outer:
            self._state = self._outer.pop()

    def concat(self, v: list[Any]) -> None:
        self._state = replace(self._state, at=_matrix(v) @ self._state.at)

    def set_width(self, v: list[Any]) -> None:
        self._state = replace(self._state, width=float(v[0]))

    def set_more(self, v: list[Any]) -> None:
        """ExtGState (8.4.5): OP alone sets both overprints."""
        more = named(self._resources, "/ExtGState", v[0])
        if not isinstance(more, Dictionary):
            return
        s = self._state
        over = bool(more.get("/OP", s.over_stroke))
        mask, blend = more.get("/SMask"), more.get("/BM")
        self._state = replace(
            s,
            width=float(more.get("/LW", s.width)),
            over_stroke=over,
            over_fill=bool(more.get("/op", over if "/OP" in more else s.over_fill)),
            over_mode=int(more.get("/OPM", s.over_mode)),
            alpha_stroke=float(more.get("/CA", s.alpha_stroke)),
            alpha_fill=float(more.get("/ca", s.alpha_fill)),
            blend=_blend(blend) if blend is not None else s.blend,
            soft_mask=s.soft_mask if mask is None else isinstance(mask, Dictionary),
        )

    # --- colour

    def set_space(self, v: list[Any], *, stroke: bool) -> None:
        space = space_of(v[0], self._resources)
        first = (1.0 if space.names else 0.0,) * space.components  # spots start full (8.6.6.4)
        self.colour(Colour(space, (0.0, 0.0, 0.0, 1.0) if space == CMYK else first), stroke=stroke)

    def set_values(self, v: list[Any], *, stroke: bool) -> None:
        now = self._state.stroke if stroke else self._state.fill
        self.colour(Colour(now.space, numbers_of(v)), stroke=stroke)
        if v and not stroke and isinstance(pattern := named(self._resources, "/Pattern", v[-1]), Stream):
            self._reader.form(pattern, self._resources, replace(self._state, fill=Colour(), stroke=Colour()))

    def colour(self, colour: Colour, *, stroke: bool) -> None:
        self._state = replace(self._state, stroke=colour) if stroke else replace(self._state, fill=colour)

    # --- paths

    def point(self, v: list[Any]) -> None:
        """Every pair of operands is a point of the path or of its hull."""
        numbers = numbers_of(v)
        self._points += zip(numbers[::2], numbers[1::2], strict=False)

    def move(self, v: list[Any]) -> None:
        self._starts.append(len(self._points))
        self.point(v)

    def rectangle(self, v: list[Any]) -> None:
        x, y, w, h = numbers_of(v)
        self._starts.append(len(self._points))
        self._points += [(x, y), (x + w, y), (x, y + h), (x + w, y + h)]

    def paint(self, *, fill: bool, stroke: bool) -> None:
        """A stroke is noted piece by piece: crop marks around a page are often one path, whose hull is the page."""
        s = self._state
        if self._points and fill:
            self._mark(Kind.FILL, self._box(self._points), s.fill, overprint=s.over_fill, alpha=s.alpha_fill)
        for piece in self._pieces() if stroke else ():
            box, width_pt = self._box(piece), s.width * s.scale
            self._mark(Kind.STROKE, box, s.stroke, overprint=s.over_stroke, alpha=s.alpha_stroke, width_pt=width_pt)
        self._points, self._starts = [], []

    def _pieces(self) -> Iterator[list[tuple[float, float]]]:
        ends = [0, *self._starts, len(self._points)]
        yield from (self._points[a:b] for a, b in pairwise(ends) if b > a)

    def shade(self, v: list[Any]) -> None:
        shading = named(self._resources, "/Shading", v[0])
        if shading is not None:
            space = space_of(shading.get("/ColorSpace"), self._resources)
            self._mark(Kind.SHADING, (0, 0, 0, 0), Colour(space, ()), overprint=False, alpha=self._state.alpha_fill)

    # --- type

    def begin_text(self, _: list[Any]) -> None:
        self._line = self._text = Matrix()

    def set_font(self, v: list[Any]) -> None:
        self._state = replace(self._state, font=str(v[0]), font_size=float(v[1]))

    def set_render(self, v: list[Any]) -> None:
        self._state = replace(self._state, render=int(v[0]))

    def set_leading(self, v: list[Any]) -> None:
        self._leading = float(v[0])

    def move_text(self, v: list[Any]) -> None:
        self._line = self._text = Matrix().translated(float(v[0]), float(v[1])) @ self._line

    def set_text(self, v: list[Any]) -> None:
        self._line = self._text = _matrix(v)

    def next_line(self, _: list[Any]) -> None:
        self._line = self._text = Matrix().translated(0, -self._leading) @ self._line

    def show(self, v: list[Any]) -> None:
        """Widths of letters are not looked up: half an em each places a word well enough to point at it."""
        s = self._state
        placed = self._text @ s.at
        letters = sum(len(bytes(t)) for t in _strings(v))
        size = abs(s.font_size)
        width = letters * size / 2
        box = _hull([placed.transform(p) for p in ((0.0, 0.0), (width, 0.0), (0.0, size), (width, size))])
        scale = math.sqrt(abs(placed.a * placed.d - placed.b * placed.c))
        stroked = s.render in (1, 5)
        self._mark(
            Kind.TEXT,
            box,
            s.stroke if stroked else s.fill,
            overprint=s.over_stroke if stroked else s.over_fill,
            alpha=s.alpha_fill,
            size_pt=size * scale,
            invisible=s.render in (3, 7),
            font=s.font,
        )

    # --- pictures and forms

    def do(self, v: list[Any]) -> None:
        thing = named(self._resources, "/XObject", v[0])
        if not isinstance(thing, Stream):
            return
        kind = str(thing.get("/Subtype"))
        if kind == "/Image":
            self._picture(thing, int(thing.get("/Width", 0)), int(thing.get("/Height", 0)))
        elif kind == "/Form":
            self._reader.form(thing, self._resources, self._state)

    def _inline(self, picture: Any) -> None:
        self._picture(picture.obj, int(picture.width), int(picture.height))

    def _picture(self, thing: Any, width: int, height: int) -> None:
        s, at = self._state, self._state.at
        box = _hull([at.transform(p) for p in ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0))])
        across, down = math.hypot(at.a, at.b) / 72, math.hypot(at.c, at.d) / 72
        stencil = bool(thing.get("/ImageMask", False))
        space = s.fill.space if stencil else space_of(thing.get("/ColorSpace"), self._resources)
        self._mark(
            Kind.PICTURE,
            box,
            s.fill if stencil else Colour(space, ()),
            overprint=s.over_fill,
            alpha=s.alpha_fill,
            soft_mask="/SMask" in thing,
            ppi=min(width / max(across, 1e-6), height / max(down, 1e-6)),
            pixels=(width, height),
            one_bit=stencil or int(thing.get("/BitsPerComponent", 8)) == 1,
        )

    # --- marks

    def _box(self, points: list[tuple[float, float]]) -> Sides:
        return _hull([self._state.at.transform(p) for p in points])

    def _mark(self, kind: Kind, box: Sides, colour: Colour, *, soft_mask: bool = False, **more: Any) -> None:
        s = self._state
        masked = soft_mask or s.soft_mask
        self._reader.marks.append(
            Mark(kind, box, colour, soft_mask=masked, blend=s.blend, overprint_mode=s.over_mode, **more)
        )


def _sets(space: Space, *, stroke: bool) -> Callable[[_Stream, list[Any]], None]:
    return lambda stream, v: stream.colour(Colour(space, numbers_of(v)), stroke=stroke)


def _paints(*, fill: bool, stroke: bool) -> Callable[[_Stream, list[Any]], None]:
    return lambda stream, _: stream.paint(fill=fill, stroke=stroke)


_ACTS: Mapping[str, Callable[[_Stream, list[Any]], None]] = {
    "q": _Stream.push,
    "Q": _Stream.pop,
    "cm": _Stream.concat,
    "w": _Stream.set_width,
    "gs": _Stream.set_more,
    "g": _sets(GREY, stroke=False),
    "G": _sets(GREY, stroke=True),
    "rg": _sets(RGB, stroke=False),
    "RG": _sets(RGB, stroke=True),
    "k": _sets(CMYK, stroke=False),
    "K": _sets(CMYK, stroke=True),
    "cs": lambda stream, v: stream.set_space(v, stroke=False),
    "CS": lambda stream, v: stream.set_space(v, stroke=True),
    **{name: (lambda stream, v: stream.set_values(v, stroke=False)) for name in ("sc", "scn")},
    **{name: (lambda stream, v: stream.set_values(v, stroke=True)) for name in ("SC", "SCN")},
    "m": _Stream.move,
    **dict.fromkeys(("l", "c", "v", "y"), _Stream.point),
    "re": _Stream.rectangle,
    "n": _paints(fill=False, stroke=False),
    **{name: _paints(fill=True, stroke=False) for name in ("f", "F", "f*")},
    **{name: _paints(fill=False, stroke=True) for name in ("S", "s")},
    **{name: _paints(fill=True, stroke=True) for name in ("B", "B*", "b", "b*")},
    "sh": _Stream.shade,
    "BT": _Stream.begin_text,
    "Tf": _Stream.set_font,
    "Tr": _Stream.set_render,
    "TL": _Stream.set_leading,
    "Td": _Stream.move_text,
    "TD": _Stream.move_text,
    "Tm": _Stream.set_text,
    "T*": _Stream.next_line,
    **dict.fromkeys(("Tj", "TJ", "'", '"'), _Stream.show),
    "Do": _Stream.do,
}
"""Operator to what it does here (annex A); clipping, compatibility and marked content change nothing that is asked for."""


def _matrix(v: Any) -> Matrix:
    """Six numbers; anything else is no change."""
    numbers = numbers_of(v) if v is not None else ()
    return Matrix(*numbers) if len(numbers) == 6 else Matrix()


def _strings(v: Iterable[Any]) -> Iterator[Any]:
    for part in v:
        if isinstance(part, pikepdf.String):
            yield part
        elif isinstance(part, Array):
            yield from (p for p in part if isinstance(p, pikepdf.String))


def _hull(points: list[tuple[float, float]]) -> Sides:
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)


def _blend(said: Any) -> str:
    """A name, or a list of which the first that is known counts (11.6.3)."""
    return str(said[0]) if isinstance(said, Array) and len(said) else str(said)

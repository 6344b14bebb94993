"""The display list: what a drawing is, and the canvas that builds it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from pod.drawing.paths import IDENTITY, Path, Transform
from pod.model.geometry import Box


@dataclass(frozen=True, slots=True)
class LinearGradient:
    """From (x1, y1) to (x2, y2) in design units; `stops` are (place 0–1, ``#rrggbb``)."""

    x1: float
    y1: float
    x2: float
    y2: float
    stops: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class RadialGradient:
    """From the centre out to `r`. It stays a circle: a transform that bends angles scales it by the mean of both axes."""

    cx: float
    cy: float
    r: float
    stops: tuple[tuple[float, str], ...]


Paint = str | LinearGradient | RadialGradient


@dataclass(frozen=True, slots=True)
class Fill:
    path: Path
    paint: Paint
    opacity: float = 1.0
    evenodd: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """Round joins and caps; `width` in design units; `dash` is (drawn, gap) or None."""

    path: Path
    paint: Paint
    width: float
    opacity: float = 1.0
    dash: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Items under one clip."""

    items: tuple[Item, ...]
    clip: Path


@dataclass(frozen=True, slots=True)
class KnockOut:
    """Takes away everything drawn before it within its own list: the cloth shows through."""

    path: Path
    evenodd: bool = False


Item = Fill | Stroke | Group | KnockOut


@dataclass(frozen=True, slots=True)
class Drawing:
    """A display list on a frame of `width` × `height` design units. Ink outside the frame is kept, and not rasterised."""

    width: float
    height: float
    items: tuple[Item, ...] = ()

    def transformed(self, by: Transform) -> Drawing:
        """Every item moved; the drawing's own frame stays."""
        return replace(self, items=tuple(_moved(item, by) for item in self.items))

    def ink_box(self) -> Box:
        """The box around all that is drawn, clips respected, knock-outs not counted."""
        boxes = [b for item in self.items for b in _boxes(item, None)]
        if not boxes:
            return Box(0, 0, 0, 0)
        whole = boxes[0]
        for box in boxes[1:]:
            whole = whole.union(box)
        return whole

    def fitted(self, into: Box) -> Drawing:
        """Scaled evenly and centred so that the ink fills `into`."""
        ink = self.ink_box()
        factor = min(into.width / ink.width, into.height / ink.height)
        (ink_x, ink_y), (to_x, to_y) = ink.centre, into.centre
        return self.transformed(
            Transform.move(-ink_x, -ink_y).then(Transform.scale(factor)).then(Transform.move(to_x, to_y))
        )

    @property
    def is_solid(self) -> bool:
        """Nothing is see-through and nothing is knocked out: each item simply covers what lies under it."""
        return all(_is_solid(item) for item in self.items)

    @property
    def is_hard(self) -> bool:
        """Nothing is drawn at less than full strength; what is knocked out is gone altogether."""
        return all(_is_hard(item) for item in self.items)

    def inks(self) -> tuple[str, ...]:
        """Every flat colour, in the order of first use."""
        return tuple(dict.fromkeys(ink for item in self.items for ink in _inks(item)))


@dataclass(slots=True)
class Canvas:
    """Builds a `Drawing`, back to front."""

    width: float
    height: float
    _items: list[Item] = field(default_factory=list)

    def fill(
        self, path: Path, paint: Paint, opacity: float = 1.0, *, evenodd: bool = False, transform: Transform = IDENTITY
    ) -> None:
        if path:
            self._items.append(_moved(Fill(path, paint, opacity, evenodd), transform))

    def stroke(
        self,
        path: Path,
        paint: Paint,
        width: float,
        opacity: float = 1.0,
        *,
        dash: tuple[float, float] | None = None,
        transform: Transform = IDENTITY,
    ) -> None:
        if path:
            self._items.append(_moved(Stroke(path, paint, width, opacity, dash), transform))

    def knock_out(self, path: Path, *, evenodd: bool = False, transform: Transform = IDENTITY) -> None:
        if path:
            self._items.append(_moved(KnockOut(path, evenodd), transform))

    @contextmanager
    def group(self, clip: Path | None = None, transform: Transform = IDENTITY) -> Iterator[None]:
        """Everything drawn inside the block is clipped to `clip`, then both are moved by `transform`."""
        outside, self._items = self._items, []
        try:
            yield
        finally:
            inside, self._items = self._items, outside
        if clip is not None and inside:
            inside = [Group(tuple(inside), clip)]
        self._items.extend(_moved(item, transform) for item in inside)

    def place(self, drawing: Drawing, transform: Transform = IDENTITY) -> None:
        self._items.extend(_moved(item, transform) for item in drawing.items)

    def drawing(self) -> Drawing:
        return Drawing(self.width, self.height, tuple(self._items))


def _moved(item: Item, by: Transform) -> Item:
    if by == IDENTITY:
        return item
    if isinstance(item, Group):
        return Group(tuple(_moved(i, by) for i in item.items), item.clip.transformed(by))
    if isinstance(item, KnockOut):
        return replace(item, path=item.path.transformed(by))
    moved_paint = _moved_paint(item.paint, by)
    if isinstance(item, Stroke):
        dash = (item.dash[0] * by.factor, item.dash[1] * by.factor) if item.dash else None
        return replace(item, path=item.path.transformed(by), paint=moved_paint, width=item.width * by.factor, dash=dash)
    return replace(item, path=item.path.transformed(by), paint=moved_paint)


def _moved_paint(paint: Paint, by: Transform) -> Paint:
    if isinstance(paint, LinearGradient):
        return _moved_linear(paint, by)
    if isinstance(paint, RadialGradient):
        return RadialGradient(*by.apply(paint.cx, paint.cy), paint.r * by.factor, paint.stops)
    return paint


def _moved_linear(paint: LinearGradient, by: Transform) -> LinearGradient:
    """The gradient whose lines of equal colour are the images of this one's: its axis stays at right angles to them."""
    dx, dy = paint.x2 - paint.x1, paint.y2 - paint.y1
    area = by.a * by.d - by.b * by.c
    x1, y1 = by.apply(paint.x1, paint.y1)
    if not area or not (dx or dy):
        return LinearGradient(x1, y1, *by.apply(paint.x2, paint.y2), paint.stops)
    across_x, across_y = (by.d * dx - by.b * dy) / area, (by.a * dy - by.c * dx) / area
    stretch = (dx * dx + dy * dy) / (across_x**2 + across_y**2)
    return LinearGradient(x1, y1, x1 + across_x * stretch, y1 + across_y * stretch, paint.stops)


def _boxes(item: Item, clip: Box | None) -> Iterator[Box]:
    if isinstance(item, Group):
        inner = item.clip.bounds()
        narrowed = inner if clip is None else _common(inner, clip)
        for child in item.items:
            yield from _boxes(child, narrowed)
    elif not isinstance(item, KnockOut):
        box = item.path.bounds()
        if isinstance(item, Stroke):
            box = box.grown(item.width / 2)
        shown = box if clip is None else _common(box, clip)
        if shown.width > 0 and shown.height > 0:
            yield shown


def _common(one: Box, other: Box) -> Box:
    left, top = max(one.left, other.left), max(one.top, other.top)
    return Box(left, top, max(0.0, min(one.right, other.right) - left), max(0.0, min(one.bottom, other.bottom) - top))


def _is_solid(item: Item) -> bool:
    if isinstance(item, Group):
        return all(_is_solid(inner) for inner in item.items)
    return not isinstance(item, KnockOut) and _is_hard(item)


def _is_hard(item: Item) -> bool:
    if isinstance(item, Group):
        return all(_is_hard(inner) for inner in item.items)
    return isinstance(item, KnockOut) or item.opacity >= 1


def _inks(item: Item) -> Iterator[str]:
    if isinstance(item, Group):
        for child in item.items:
            yield from _inks(child)
    elif not isinstance(item, KnockOut):
        if isinstance(item.paint, str):
            yield item.paint
        else:
            yield from (colour for _, colour in item.paint.stops)

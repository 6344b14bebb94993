"""A page's spot colours: which there are, and the page without what one of them strokes."""

from __future__ import annotations

import io
from typing import Any

import pikepdf


def spots_of(page: pikepdf.Page) -> dict[str, str]:
    """The name in the page's resources, and the name that the machine knows."""
    spaces = page.resources.get("/ColorSpace") or pikepdf.Dictionary()
    return {
        key: str(space[1])[1:]
        for key, space in spaces.items()
        if isinstance(space, pikepdf.Array) and len(space) > 1 and str(space[0]) == "/Separation"
    }


def without_strokes(document: pikepdf.Pdf, page: pikepdf.Page, spot: str) -> bytes:
    """The page as it is printed: the knife's line is no ink. It is taken away where it is stroked."""
    keys = {key for key, name in spots_of(page).items() if name == spot}
    kept, space, outer = list[Any](), "", list[str]()
    for step in pikepdf.parse_content_stream(page):
        operator = str(step.operator)
        if operator == "CS":
            space = str(step.operands[0])
        elif operator == "q":
            outer.append(space)
        elif operator == "Q":
            space = outer.pop() if outer else ""
        drop = operator in ("S", "s") and space in keys
        kept.append(pikepdf.ContentStreamInstruction([], pikepdf.Operator("n")) if drop else step)
    page.obj.Contents = document.make_stream(pikepdf.unparse_content_stream(kept))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()

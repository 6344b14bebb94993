"""Rules over the document around a page: pages, locks, scripts, notes, layers, fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary

from pod.model.findings import Finding, Severity
from pod.printprep.pages.content import Kind, Sides
from pod.printprep.pages.read import PageRead, Rule

_SIMPLE_FONTS = frozenset({"/Type1", "/MMType1", "/TrueType", "/CIDFontType0", "/CIDFontType2"})
"""Kinds whose outlines are a file of their own (9.6, 9.7); a Type 3 font is drawn on the page, a Type 0 is made of these."""

_UNSEEN_NOTES = frozenset({"/Link", "/Popup", "/PrinterMark", "/TrapNet"})
_HIDDEN_FLAGS = 0b10  # bit 2: Hidden (12.5.3)
_MOST_OBJECTS = 200_000

_TEMPLATE_LAYER = re.compile(
    r"\b(guide ?lines?|guides?|template|die ?lines?|safe(ty)?( area| zone| margin)?|do not print|no ?print|instructions|keyline)\b",
    re.IGNORECASE,
)


def _pages(read: PageRead) -> Iterator[Finding]:
    count = len(read.document.pages)
    if count != 1:
        yield Finding(
            "page_count",
            Severity.BLOCKED,
            "A print file is one page for each piece.",
            f"{count} pages",
            "1 page",
            way_out="Save each page as a file of its own.",
        )


def _locked(read: PageRead) -> Iterator[Finding]:
    if read.document.is_encrypted:
        yield Finding(
            "encrypted",
            Severity.BLOCKED,
            "The file is protected; a printer's software may refuse to open or change it.",
            "encrypted",
            "not encrypted",
            way_out="Export it again without protection.",
        )


def _scripts(read: PageRead) -> Iterator[Finding]:
    """A program in a page can change what it shows (12.6.4.17); nothing of the kind has a place in a print file."""
    found = sorted({str(d["/S"])[1:] for d in _dictionaries(read.document) if str(d.get("/S")) == "/JavaScript"})
    names = read.document.Root.get("/Names")
    if found or (isinstance(names, Dictionary) and "/JavaScript" in names):
        yield Finding(
            "javascript",
            Severity.BLOCKED,
            "The file holds a program (JavaScript) that can change the page when it is opened.",
            "JavaScript",
            "none",
            way_out="Print it to a new PDF, which leaves programs behind.",
        )


def _notes(read: PageRead) -> Iterator[Finding]:
    """Comments, stamps and form fields: some software prints them, some does not (12.5)."""
    notes = [(str(note.get("/Subtype")), _rect(note)) for note in _annotations(read) if _may_show(note)]
    inside = [(kind, box) for kind, box in notes if box and read.frame.shows(box)]
    if inside:
        found = Finding(
            "annotation",
            Severity.BLOCKED,
            "A comment, stamp or form field lies on the picture; some software would print it.",
            ", ".join(sorted({kind[1:] for kind, _ in inside})),
            "none on the picture",
            way_out="Delete it, or flatten it if it is meant to print.",
        )
        yield read.frame.at(found, (box for _, box in inside))


def annotation_boxes(read: PageRead) -> Iterator[tuple[str, Sides]]:
    """Every annotation's kind and place, shown or not."""
    for note in _annotations(read):
        if box := _rect(note):
            yield str(note.get("/Subtype")), box


def _annotations(read: PageRead) -> list[pikepdf.Object]:
    stated = read.page.obj.get("/Annots")
    return [n for n in stated if isinstance(n, Dictionary)] if isinstance(stated, Array) else []


def _may_show(note: pikepdf.Object) -> bool:
    return str(note.get("/Subtype")) not in _UNSEEN_NOTES and not int(note.get("/F", 0)) & _HIDDEN_FLAGS


def _rect(note: pikepdf.Object) -> Sides | None:
    rect = note.get("/Rect")
    if not isinstance(rect, Array) or len(rect) != 4:
        return None
    x1, y1, x2, y2 = (float(v) for v in rect)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _template_layers(read: PageRead) -> Iterator[Finding]:
    """A printer's template comes with its guides on a layer of their own, which is easily left on."""
    named = sorted(name for name in _shown_layers(read.document) if _TEMPLATE_LAYER.search(name))
    if named:
        yield Finding(
            "template_layer",
            Severity.BLOCKED,
            "A layer of the printer's template is still in the file, and it prints.",
            ", ".join(named),
            "artwork only",
            way_out="Delete that layer and export again.",
        )


def _shown_layers(document: pikepdf.Pdf) -> Iterator[str]:
    """Names of the layers that are on (8.11.4)."""
    optional = document.Root.get("/OCProperties")
    if not isinstance(optional, Dictionary):
        return
    default = optional.get("/D") or Dictionary()
    listed = {key: {o.objgen for o in default.get(key, ())} for key in ("/ON", "/OFF")}
    off_by_default = str(default.get("/BaseState", "/ON")) == "/OFF"
    for layer in optional.get("/OCGs", ()):
        is_on = layer.objgen in listed["/ON"] if off_by_default else layer.objgen not in listed["/OFF"]
        if is_on and isinstance(layer, Dictionary):
            yield str(layer.get("/Name", ""))


def _fonts(read: PageRead) -> Iterator[Finding]:
    loose = sorted({_font_name(font) for font in _font_dicts(read.document) if not _is_embedded(font)})
    if not loose:
        return
    found = Finding(
        "font_not_embedded",
        Severity.BLOCKED,
        "The file uses a font that it does not carry: the printer would replace it.",
        ", ".join(loose),
        "all fonts embedded",
        way_out="Turn text into outlines, or embed its fonts.",
    )
    yield read.frame.at(found, (m.box for m in read.marks if m.kind is Kind.TEXT and not m.invisible))


def _font_name(font: pikepdf.Object) -> str:
    return str(font.get("/BaseFont", "/?"))[1:]


def _font_dicts(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    return (d for d in _dictionaries(document) if str(d.get("/Subtype")) in _SIMPLE_FONTS)


def _dictionaries(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for count, thing in enumerate(document.objects):
        if count > _MOST_OBJECTS:
            return
        if isinstance(thing, Dictionary):
            yield thing
            yield from (v for v in _direct(thing) if isinstance(v, Dictionary))


def _direct(thing: pikepdf.Object) -> list[pikepdf.Object]:
    """Dictionaries that stand inside another: actions are often written so."""
    return [v for k, v in thing.items() if k in ("/A", "/OpenAction", "/AA", "/DescendantFonts")]


def _is_embedded(font: pikepdf.Object) -> bool:
    """The fourteen standard fonts have no descriptor at all, and no file."""
    descriptor = font.get("/FontDescriptor")
    return isinstance(descriptor, Dictionary) and bool(
        {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys())
    )


def damage(read: PageRead) -> Iterator[Finding]:
    """To be asked last: a fault is noticed where it is read."""
    faults = read.document.get_warnings()
    if faults:
        yield Finding(
            "damaged",
            Severity.CHOOSE,
            "The file is damaged in places; programs mend it, each in its own way.",
            f"{len(faults)} faults",
            "none",
            way_out="Export it again, and compare what you see.",
        )


DOCUMENT_RULES: tuple[Rule, ...] = (_pages, _locked, _scripts, _notes, _template_layers, _fonts)

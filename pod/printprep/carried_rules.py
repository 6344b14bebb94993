"""Rules over what a page carries beside its marks: fonts of an awkward kind, files within the file, pictures outside it."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary, Stream

from pod.model.findings import Finding, Severity
from pod.printprep.pages.content import Kind
from pod.printprep.pages.read import PageRead, Rule

_MOST_OBJECTS = 200_000
_STATES = {"/View": "/ViewState", "/Print": "/PrintState"}


def _things(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for count, thing in enumerate(document.objects):
        if count > _MOST_OBJECTS:
            return
        if isinstance(thing, (Dictionary, Stream)):
            yield thing


def _drawn_font(read: PageRead) -> Iterator[Finding]:
    """A Type 3 font is a set of little programs or pictures (9.6.4); presses draw it without hints, many as bitmaps."""
    drawn = [f for f in _things(read.document) if str(f.get("/Subtype")) == "/Type3" and "/CharProcs" in f]
    if drawn:
        found = Finding(
            "drawn_font",
            Severity.CHOOSE,
            "Letters are kept as small drawings (a Type 3 font); some presses print them coarse.",
            f"{len(drawn)} Type 3 font{'s' if len(drawn) > 1 else ''}",
            "none",
            way_out="Turn the text into outlines, or use another typeface.",
        )
        yield read.frame.at(found, (m.box for m in read.marks if m.kind is Kind.TEXT and not m.invisible))


def _courier(read: PageRead) -> Iterator[Finding]:
    """GWG2015 4.14: programs put it in the place of a font that they miss."""
    names = {str(f.get("/BaseFont", ""))[1:] for f in _things(read.document) if str(f.get("/Type")) == "/Font"}
    found = sorted(name for name in names if name.split("+")[-1].lower().startswith("courier"))
    if found:
        yield Finding(
            "courier",
            Severity.CHOOSE,
            "The page is set in Courier, which programs use in place of a font that is missing.",
            ", ".join(found),
            "the font that was meant",
            way_out="If it is not meant, install the right font and export again.",
        )


def _attachments(read: PageRead) -> Iterator[Finding]:
    """Files within the file (7.11.4): nothing of them prints, and whoever opens a portfolio sees its cover."""
    root = read.document.Root
    names = root.get("/Names")
    kept = [key for key in ("/Collection", "/AF") if key in root]
    kept += ["/EmbeddedFiles"] if isinstance(names, Dictionary) and "/EmbeddedFiles" in names else []
    if kept:
        yield Finding(
            "attachment",
            Severity.CHOOSE,
            "Other files are packed into this one; only its page is printed.",
            ", ".join(key[1:] for key in kept),
            "none",
            way_out="Send what is to be printed as a file of its own.",
        )


def _outside(read: PageRead) -> Iterator[Finding]:
    """External streams (7.3.8.2), reference XObjects (8.10.4) and OPI: what is here is a stand-in."""
    kinds = {"/F": "a stream in another file", "/Ref": "a page of another file", "/OPI": "a coarse stand-in (OPI)"}
    streams = [thing for thing in _things(read.document) if isinstance(thing, Stream)]
    found = sorted({said for key, said in kinds.items() if any(key in stream for stream in streams)})
    if found:
        yield Finding(
            "outside_content",
            Severity.BLOCKED,
            "A part of the page lies in another file, which the printer does not have.",
            ", ".join(found),
            "everything in one file",
            way_out="Embed all pictures and export again.",
        )


def _two_faced_layers(read: PageRead) -> Iterator[Finding]:
    """A layer's usage may say one thing for the screen and another for print (8.11.4.4): the proof is not what prints."""
    optional = read.document.Root.get("/OCProperties")
    layers = optional.get("/OCGs", ()) if isinstance(optional, Dictionary) else ()
    apart = sorted(str(layer.get("/Name", "")) for layer in layers if isinstance(layer, Dictionary) and _differs(layer))
    if apart:
        yield Finding(
            "layer_differs",
            Severity.CHOOSE,
            "A layer is shown on screens and not printed, or the other way round: what you see is not what prints.",
            ", ".join(apart),
            "the same on both",
            way_out="Flatten the layers, or delete what is not meant to print.",
        )


def _differs(layer: pikepdf.Object) -> bool:
    usage = layer.get("/Usage")
    if not isinstance(usage, Dictionary):
        return False
    said = {str(usage[kind].get(state)) for kind, state in _STATES.items() if isinstance(usage.get(kind), Dictionary)}
    return {"/ON", "/OFF"} <= said


CARRIED_RULES: tuple[Rule, ...] = (_drawn_font, _courier, _attachments, _outside, _two_faced_layers)

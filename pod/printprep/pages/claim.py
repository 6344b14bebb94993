"""What a page says that it is: the flavour of PDF/X that it claims, its metadata, and the press that it was made for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import pikepdf
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from pikepdf import Array, Dictionary, Stream

from pod.printprep.pages.opening import unfolded
from pod.printprep.pages.read import PageRead

_NS = {
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfx": "http://ns.adobe.com/pdfx/1.3/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


COMPONENTS = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4, b"Lab ": 3}
"""A profile's space (ICC.1, 7.2.6) to how many numbers it takes."""


class Flavour(StrEnum):
    X1A = "PDF/X-1a"
    X3 = "PDF/X-3"
    X4 = "PDF/X-4"


@dataclass(frozen=True, slots=True)
class Claim:
    """`xmp` holds the packet's simple values by prefixed name; `broken_xmp` that there is a packet nobody can read."""

    flavour: Flavour
    said: str
    info: Mapping[str, object]
    xmp: Mapping[str, str]
    broken_xmp: bool


@dataclass(frozen=True, slots=True)
class Intent:
    """The output intent for PDF/X: its dictionary, and its profile's bytes where one is embedded."""

    dictionary: pikepdf.Object
    profile: bytes

    @property
    def space(self) -> str:
        """GRAY, RGB or CMYK; a condition that is only named is a press, and a screen's profile names none."""
        is_output = len(self.profile) >= 128 and self.profile[12:16] == b"prtr"
        return self.profile[16:20].decode("latin-1").strip() if is_output else "CMYK"


@dataclass(frozen=True, slots=True)
class Judged:
    read: PageRead
    claim: Claim
    intents: tuple[Intent, ...]

    @property
    def intent_space(self) -> str:
        return self.intents[0].space if self.intents else "CMYK"


def claim_of(read: PageRead) -> Claim | None:
    info = _info(read.document)
    xmp, broken = _xmp(read.document)
    for said in (
        xmp.get("pdfxid:GTS_PDFXVersion", ""),
        str(info.get("/GTS_PDFXVersion", "")),
        xmp.get("pdfx:GTS_PDFXVersion", ""),
    ):
        flavour = next((f for f in Flavour if said.startswith((f.value, f.value.replace("-1a", "-1")))), None)
        if flavour:
            return Claim(flavour, said, info, xmp, broken)
    return None


def _info(document: pikepdf.Pdf) -> Mapping[str, object]:
    info = document.trailer.get("/Info")
    return dict(info.items()) if isinstance(info, Dictionary) else {}


def _xmp(document: pikepdf.Pdf) -> tuple[dict[str, str], bool]:
    """Simple values, attributes and the first item of lists alike; entities and other tricks make it unreadable."""
    stream = document.Root.get("/Metadata")
    if not isinstance(stream, Stream):
        return {}, False
    try:
        root = fromstring(unfolded(stream), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return {}, True
    found = dict[str, str]()
    for description in root.iter(f"{{{_NS['rdf']}}}Description"):
        for key, value in description.attrib.items():
            found[_prefixed(key)] = value
        for child in description:
            items = list(child.iter(f"{{{_NS['rdf']}}}li"))
            found[_prefixed(child.tag)] = ((items[0].text if items else child.text) or "").strip()
    return found, False


def _prefixed(tag: str) -> str:
    space, _, name = tag.removeprefix("{").partition("}")
    return next((f"{prefix}:{name}" for prefix, uri in _NS.items() if uri == space), tag)


def intents_of(document: pikepdf.Pdf) -> Iterator[Intent]:
    stated = document.Root.get("/OutputIntents")
    for intent in stated if isinstance(stated, Array) else ():
        if isinstance(intent, Dictionary) and str(intent.get("/S")) == "/GTS_PDFX":
            profile = intent.get("/DestOutputProfile")
            yield Intent(intent, unfolded(profile) if isinstance(profile, Stream) else b"")

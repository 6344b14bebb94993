"""A checker of PDF/X-4 and PDF/X-1a:2003 for our tests, on parsed objects, none of Pod's own code: the names of broken rules.

There is no trustworthy free validator, so the checklist lives here. Each rule is broken on purpose in `test_pdfx.py`.
"""

from __future__ import annotations

import io
import re
import struct
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
NS = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
}
BLEND_MODES = {
    "/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten", "/ColorDodge", "/ColorBurn",
    "/HardLight", "/SoftLight", "/Difference", "/Exclusion", "/Hue", "/Saturation", "/Color", "/Luminosity",
}  # fmt: skip


@dataclass(frozen=True)
class Read:
    raw: bytes
    document: pikepdf.Pdf
    trim: tuple[float, ...] | None
    bleed: tuple[float, ...] | None

    @property
    def page(self) -> Dictionary:
        return self.document.pages[0].obj

    def xmp(self, name: str) -> str:
        stream = self.document.Root.get("/Metadata")
        if stream is None:
            return ""
        root = ET.fromstring(stream.read_bytes().decode().strip())
        prefix, local = name.split(":")
        found = root.find(f".//{{{NS[prefix]}}}{local}")
        if found is None:
            return ""
        inner = found.find(f".//{RDF}li")
        return ((inner if inner is not None else found).text or "").strip()

    def info(self, name: str) -> str:
        info = self.document.trailer.get("/Info")
        return "" if info is None else str(info.get(name, ""))


def broken(path: Path, *, trim: tuple[float, ...] | None = None, bleed: tuple[float, ...] | None = None) -> set[str]:
    """Rules that the file breaks; the standard is the one that it claims. `trim` and `bleed` in pt are compared where given."""
    raw = path.read_bytes()
    with pikepdf.open(io.BytesIO(raw)) as document:
        read = Read(raw, document, trim, bleed)
        return {rule for rule, holds in {**RULES, **(X1A if claims_x1a(read) else X4)}.items() if not holds(read)}


def claims_x1a(read: Read) -> bool:
    return read.info("/GTS_PDFXVersion") == "PDF/X-1a:2003"


# --- file


def header(version: str) -> Callable[[Read], bool]:
    def holds(read: Read) -> bool:
        first, second = read.raw.split(b"\n", 2)[:2]
        major = re.fullmatch(rb"%PDF-(1\.\d)", first)
        marked = second.startswith(b"%") and sum(b > 127 for b in second) >= 4
        return bool(major) and major[1].decode() <= version and marked

    return holds


def has_id(read: Read) -> bool:
    ids = read.document.trailer.get("/ID")
    return (
        ids is not None
        and len(ids) == 2
        and all(len(bytes(i)) for i in ids)
        and "/Encrypt" not in read.document.trailer
    )


def streams(read: Read) -> list[Stream]:
    return [o for o in read.document.objects if isinstance(o, Stream)]


def dictionaries(read: Read) -> Iterator[Dictionary]:
    """Every dictionary in the file, direct ones inside others too."""
    seen = list(read.document.objects)
    while seen:
        thing = seen.pop()
        if isinstance(thing, (Stream, Dictionary)):
            yield thing
            seen += [v for k, v in thing.items() if k != "/Parent" and not getattr(v, "is_indirect", False)]
        elif isinstance(thing, Array):
            seen += [v for v in thing if isinstance(v, (Array, Dictionary)) and not v.is_indirect]


def filters(read: Read) -> set[str]:
    found = set()
    for stream in streams(read):
        used = stream.get("/Filter")
        found |= {str(f) for f in (used if isinstance(used, Array) else [used] if used is not None else [])}
    return found


def only_allowed_filters(read: Read) -> bool:
    return filters(read) <= {"/FlateDecode", "/DCTDecode"} and not any("/F" in s for s in streams(read))


def plain_cross_references(read: Read) -> bool:
    return not any(s.get("/Type") in ("/ObjStm", "/XRef") for s in streams(read)) and b"\nxref\n" in read.raw


# --- what it says of itself


def packet_is_plain(read: Read) -> bool:
    stream = read.document.Root.get("/Metadata")
    return (
        stream is not None
        and "/Filter" not in stream
        and stream.get("/Subtype") == "/XML"
        and b"<x:xmpmeta" in read.raw
    )


def dates_have_a_zone(read: Read) -> bool:
    dates = [read.xmp(f"xmp:{n}") for n in ("CreateDate", "ModifyDate", "MetadataDate")]
    return all(d and datetime.fromisoformat(d).tzinfo is not None for d in dates)


def identified(read: Read) -> bool:
    ids = [read.xmp("xmpMM:DocumentID"), read.xmp("xmpMM:InstanceID")]
    uuids = all(re.fullmatch(r"uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", i) for i in ids) and ids[0] != ids[1]
    return uuids and (read.xmp("xmpMM:VersionID"), read.xmp("xmpMM:RenditionClass")) == ("1", "default")


def trapped_is_known(read: Read) -> bool:
    info = read.document.trailer.Info.get("/Trapped")
    return (
        read.xmp("pdf:Trapped") in ("True", "False")
        and info in (Name("/True"), Name("/False"))
        and (str(info)[1:] == read.xmp("pdf:Trapped"))
    )


def info_and_xmp_agree(read: Read) -> bool:
    def pdf_date(text: str) -> datetime:
        return datetime.strptime(text.replace("'", ""), "D:%Y%m%d%H%M%S%z")

    try:
        return (
            read.info("/Title") == read.xmp("dc:title") != ""
            and read.info("/Creator") == read.xmp("xmp:CreatorTool") != ""
            and read.info("/Producer") == read.xmp("pdf:Producer") != ""
            and pdf_date(read.info("/CreationDate")) == datetime.fromisoformat(read.xmp("xmp:CreateDate"))
            and pdf_date(read.info("/ModDate")) == datetime.fromisoformat(read.xmp("xmp:ModifyDate"))
        )
    except ValueError:
        return False


# --- output intent


def intents(read: Read) -> list[Dictionary]:
    return [i for i in read.document.Root.get("/OutputIntents", []) if i.get("/S") == "/GTS_PDFX"]


def one_intent(read: Read) -> bool:
    return len(intents(read)) == 1


def intent_is_named(read: Read) -> bool:
    return all(
        str(i.get("/OutputConditionIdentifier", ""))
        and str(i.get("/Info", ""))
        and (str(i.OutputConditionIdentifier) == "Custom" or i.get("/RegistryName") == "http://www.color.org")
        for i in intents(read)
    )


def intent_profile_is_a_press(read: Read) -> bool:
    return all(_press(i.get("/DestOutputProfile")) for i in intents(read))


def _press(stream: Stream | None) -> bool:
    if stream is None:
        return False
    icc = stream.read_bytes()
    tags = {icc[132 + 12 * n : 136 + 12 * n] for n in range(struct.unpack(">I", icc[128:132])[0])}
    return icc[12:20] == b"prtrCMYK" and icc[36:40] == b"acsp" and {b"A2B0", b"B2A0"} <= tags and int(stream.N) == 4


# --- page


def box(read: Read, name: str) -> tuple[float, ...] | None:
    stated = read.page.get(name)
    return None if stated is None else tuple(float(v) for v in stated)


def boxes_nest(read: Read) -> bool:
    media, bleed, trim = (box(read, n) for n in ("/MediaBox", "/BleedBox", "/TrimBox"))
    if not (media and bleed and trim) or "/ArtBox" in read.page or media[:2] != (0, 0):
        return False

    def inside(inner: tuple[float, ...], outer: tuple[float, ...]) -> bool:
        lower = all(a >= b - 1e-6 for a, b in zip(inner[:2], outer[:2], strict=True))
        return lower and all(a <= b + 1e-6 for a, b in zip(inner[2:], outer[2:], strict=True))

    return inside(trim, bleed) and inside(bleed, media)


def boxes_are_exact(read: Read) -> bool:
    wanted = (("/TrimBox", read.trim), ("/BleedBox", read.bleed))
    return all(
        sides is None or all(abs(a - b) <= 0.01 for a, b in zip(box(read, n) or (1e9,) * 4, sides, strict=True))
        for n, sides in wanted
    )


def upright_and_quiet(read: Read) -> bool:
    page = {"/Rotate", "/UserUnit", "/CropBox", "/Annots", "/AA"} & set(read.page.keys())
    root = {"/OpenAction", "/AA", "/AcroForm"} & set(read.document.Root.keys())
    return not page and not root and len(read.document.pages) == 1 and b"/JavaScript" not in read.raw


def fonts_are_inside(read: Read) -> bool:
    """Every font that has outlines at all carries them; one that is made of another carries nothing itself (9.7)."""
    fonts = [d for d in dictionaries(read) if d.get("/Type") == "/Font" and d.get("/Subtype") != "/Type0"]
    return all(isinstance(font.get("/FontDescriptor", Dictionary()).get("/FontFile2"), Stream) for font in fonts)


# --- colour


def no_device_rgb(read: Read) -> bool:
    for thing in dictionaries(read):
        for key, value in thing.items():
            if key in ("/Parent", "/Alternate"):  # the alternate of an ICC profile is never used where it is read
                continue
            if "/DeviceRGB" in _names(value):
                return False
    return not re.search(rb"(?<![\w.])(rg|RG)\s", contents(read))


def _names(value: object) -> set[str]:
    if isinstance(value, Name):
        return {str(value)}
    if isinstance(value, Array):
        return set().union(*(_names(v) for v in value)) if len(value) else set()
    return set()


def contents(read: Read) -> bytes:
    parts = [read.page.Contents.read_bytes()]
    return b"\n".join(parts + [s.read_bytes() for s in streams(read) if s.get("/Subtype") == "/Form"])


def icc_spaces(read: Read) -> list[Stream]:
    arrays = [o for o in read.document.objects if isinstance(o, Array)]
    arrays += [v for d in dictionaries(read) for v in d.values() if isinstance(v, Array)]
    return [a[1] for a in arrays if len(a) == 2 and a[0] == "/ICCBased"]


def icc_spaces_are_rgb(read: Read) -> bool:
    """An ICC-based CMYK would defeat overprint; N says what the profile says."""
    return all(int(s.N) == 3 and s.read_bytes()[16:20] == b"RGB " for s in icc_spaces(read))


def spots_are_one_each(read: Read) -> bool:
    spaces = [o for o in read.document.objects if isinstance(o, Array) and len(o) == 4 and o[0] == "/Separation"]
    names = [str(s[1]) for s in spaces]
    return len({n.lower() for n in names}) == len(names) and all(s[2] == "/DeviceCMYK" for s in spaces)


def groups_blend_in_cmyk(read: Read) -> bool:
    groups = [d.Group for d in dictionaries(read) if "/Group" in d]
    spaces = [g.CS for g in groups if "/CS" in g]
    masks = [
        d.SMask.G.Group.get("/CS")
        for d in dictionaries(read)
        if isinstance(d.get("/SMask"), Dictionary) and not isinstance(d.SMask, Stream)
    ]
    return all(c == "/DeviceCMYK" for c in spaces if c not in masks)


def sees_through(read: Read) -> bool:
    states = [d for d in dictionaries(read) if {"/ca", "/CA", "/BM"} & set(d.keys())]
    masks = [d for d in dictionaries(read) if "/SMask" in d]
    return bool(masks) or any(
        float(d.get("/ca", 1)) < 1
        or float(d.get("/CA", 1)) < 1
        or d.get("/BM", "/Normal") not in ("/Normal", "/Compatible")
        for d in states
    )


def see_through_pages_have_a_group(read: Read) -> bool:
    return not sees_through(read) or "/Group" in read.page


def plain_graphics_states(read: Read) -> bool:
    return not any({"/TR", "/HTP"} & set(d.keys()) for d in dictionaries(read)) and all(
        str(d.BM) in BLEND_MODES for d in dictionaries(read) if "/BM" in d
    )


def layers_are_named(read: Read) -> bool:
    layers = read.document.Root.get("/OCProperties")
    return layers is None or ("/Name" in layers.D and "/AS" not in layers.D)


RULES: dict[str, Callable[[Read], bool]] = {
    "id": has_id,
    "filters": only_allowed_filters,
    "xref": plain_cross_references,
    "packet": packet_is_plain,
    "dates": dates_have_a_zone,
    "uuids": identified,
    "trapped": trapped_is_known,
    "info and xmp": info_and_xmp_agree,
    "one intent": one_intent,
    "intent named": intent_is_named,
    "intent profile": intent_profile_is_a_press,
    "boxes nest": boxes_nest,
    "boxes exact": boxes_are_exact,
    "quiet": upright_and_quiet,
    "fonts": fonts_are_inside,
    "DeviceRGB": no_device_rgb,
    "ICC spaces": icc_spaces_are_rgb,
    "spots": spots_are_one_each,
    "graphics states": plain_graphics_states,
}
X4: dict[str, Callable[[Read], bool]] = {
    "header": header("1.6"),
    "claim": lambda r: r.xmp("pdfxid:GTS_PDFXVersion") == "PDF/X-4" and not r.info("/GTS_PDFXVersion"),
    "group space": groups_blend_in_cmyk,
    "group": see_through_pages_have_a_group,
    "layers": layers_are_named,
}
X1A: dict[str, Callable[[Read], bool]] = {
    "header": header("1.4"),
    "claim": lambda r: not r.xmp("pdfxid:GTS_PDFXVersion"),
    "no transparency": lambda r: not sees_through(r) and not any("/Group" in d for d in dictionaries(r)),
    "no ICC colour": lambda r: not icc_spaces(r),
    "no layers": lambda r: "/OCProperties" not in r.document.Root,
    "profile version 2": lambda r: all(i.DestOutputProfile.read_bytes()[8] == 2 for i in intents(r)),
}

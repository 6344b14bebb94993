"""What a page claims to be, and whether it keeps it: the rules of PDF/X-4 and PDF/X-1a:2003, each by its name.

The ISO texts are not free; these are the rules that makers of PDF/X software document (ISO 15930-4 and 15930-7 by clause
where it is known), read strictly where they differ. A page that claims nothing is held to none of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from pod.model.findings import Finding, Severity
from pod.printprep.pages.claim import COMPONENTS, Flavour, Judged, claim_of, intents_of
from pod.printprep.pages.document import annotation_boxes
from pod.printprep.pages.opening import filters_of
from pod.printprep.pages.pdfx_colour import (
    blend_modes,
    colour_of_inks,
    device_colour,
    halftones,
    icc_components,
    transparency,
)
from pod.printprep.pages.read import PageRead

_MOST_OBJECTS = 200_000


_Check = Callable[[Judged], str]
"""What is wrong, in a few words; empty where nothing is."""


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    sentence: str
    required: str
    check: _Check
    flavours: frozenset[Flavour] = frozenset(Flavour)


def press_kept(read: PageRead) -> bytes | None:
    """The profile of the press for which the page is PDF/X; None where it claims nothing, or breaks a rule of it."""
    if claim_of(read) is None or any(claimed_rules(read)):
        return None
    return next((intent.profile for intent in intents_of(read.document)), None)


def claimed_rules(read: PageRead) -> Iterator[Finding]:
    claim = claim_of(read)
    if claim is None:
        return
    judged = Judged(read, claim, tuple(intents_of(read.document)))
    for rule in PDFX_RULES:
        if claim.flavour in rule.flavours and (wrong := rule.check(judged)):
            yield Finding(
                rule.name,
                Severity.BLOCKED,
                f"The file says that it is {claim.said}, and {rule.sentence}.",
                wrong,
                rule.required,
                way_out=f"Export it again as {claim.flavour.value}, or without that claim.",
            )


# --- the file


def _header(judged: Judged) -> str:
    head = judged.read.head
    version = re.match(rb"%PDF-(\d\.\d)", head)
    most = {Flavour.X4: "1.6"}.get(judged.claim.flavour, "1.4")
    catalog = str(judged.read.document.Root.get("/Version", ""))[1:]
    said = max(version[1].decode() if version else "?", catalog)
    if said > most:
        return f"PDF {said}"
    second = head.split(b"\n", 1)[-1] if b"\n" in head[:20] else head.split(b"\r", 1)[-1]
    return "" if second[:1] == b"%" and sum(b > 127 for b in second[1:5]) == 4 else "no line of four high bytes"


def _id(judged: Judged) -> str:
    pair = judged.read.document.trailer.get("/ID")
    whole = isinstance(pair, Array) and len(pair) == 2 and all(len(bytes(p)) for p in pair)
    return "" if whole else "no /ID of two strings"


def _encryption(judged: Judged) -> str:
    return "encrypted" if judged.read.document.is_encrypted else ""


_X4_FILTERS = frozenset(
    [
        "/FlateDecode",
        "/Fl",
        "/DCTDecode",
        "/DCT",
        "/CCITTFaxDecode",
        "/CCF",
        "/JBIG2Decode",
        "/JPXDecode",
        "/RunLengthDecode",
        "/RL",
        "/ASCII85Decode",
        "/A85",
        "/ASCIIHexDecode",
        "/AHx",
    ]
)
_FILTERS = {Flavour.X4: _X4_FILTERS}
_OLD_FILTERS = _X4_FILTERS - {"/JBIG2Decode", "/JPXDecode"}


def _filters(judged: Judged) -> str:
    allowed = _FILTERS.get(judged.claim.flavour, _OLD_FILTERS)
    used = {f for s in _streams(judged.read.document) for f in filters_of(s)}
    return ", ".join(sorted(f[1:] for f in used - allowed))


def _external(judged: Judged) -> str:
    """External streams, OPI, reference and PostScript XObjects, alternate pictures."""
    found = set[str]()
    for stream in _streams(judged.read.document):
        keys = set(stream.keys())
        found |= {key[1:] for key in ("/F", "/OPI", "/Ref", "/Alternates") if key in keys}
        found |= (
            {"PostScript"} if str(stream.get("/Subtype")) == "/PS" or str(stream.get("/Subtype2")) == "/PS" else set()
        )
    return ", ".join(sorted(found))


def _object_streams(judged: Judged) -> str:
    """Told by the file's own bytes of its trailer: a cross-reference stream has none."""
    kinds = {str(s.get("/Type")) for s in _streams(judged.read.document)}
    return (
        "object or cross-reference streams"
        if kinds & {"/ObjStm", "/XRef"} or b"trailer" not in judged.read.tail
        else ""
    )


def _streams(document: pikepdf.Pdf) -> Iterator[Stream]:
    for count, thing in enumerate(document.objects):
        if count > _MOST_OBJECTS:
            return
        if isinstance(thing, Stream):
            yield thing


# --- what the metadata says


def _metadata(judged: Judged) -> str:
    if judged.claim.broken_xmp:
        return "XMP that is not well-formed"
    stream = judged.read.document.Root.get("/Metadata")
    if not isinstance(stream, Stream):
        return "no XMP"
    return "" if str(stream.get("/Subtype")) == "/XML" else "Metadata of another subtype"


def _one_flavour(judged: Judged) -> str:
    xmp, info = judged.claim.xmp.get("pdfxid:GTS_PDFXVersion", ""), str(judged.claim.info.get("/GTS_PDFXVersion", ""))
    if judged.claim.broken_xmp:
        return ""
    if not xmp:
        return f"only Info says {info}" if info else "named in another namespace"
    if xmp != "PDF/X-4":
        return f"“{xmp}”"
    return f"XMP {xmp}, Info {info}" if info and not info.startswith("PDF/X-4") else ""


_X4_PROPERTIES = (
    "dc:title", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmpMM:DocumentID", "xmpMM:VersionID",
    "xmpMM:RenditionClass",
)  # fmt: skip


def _properties(judged: Judged) -> str:
    missing = [name for name in _X4_PROPERTIES if not judged.claim.xmp.get(name)]
    return f"no {', '.join(missing)}" if missing and not judged.claim.broken_xmp else ""


_X1A_INFO = ("/Title", "/CreationDate", "/ModDate")


def _info_entries(judged: Judged) -> str:
    missing = [key[1:] for key in _X1A_INFO if not str(judged.claim.info.get(key, ""))]
    return f"no {', '.join(missing)}" if missing else ""


def _trapped(judged: Judged) -> str:
    """A name in Info, text in XMP; both must say, and say the same."""
    raw = judged.claim.info.get("/Trapped")
    xmp = judged.claim.xmp.get("pdf:Trapped", "")
    info = str(raw)[1:] if isinstance(raw, Name) else str(raw) if raw is not None else ""
    said = [v for v in (info, xmp) if v]
    if raw is not None and not isinstance(raw, Name):
        return "Trapped is no name"
    if not said:
        return "Trapped is not said"
    wrong = [v for v in said if v not in ("True", "False")]
    return wrong[0] if wrong else "Info and XMP differ" if len(set(said)) > 1 else ""


_SAME = (("/Title", "dc:title"), ("/Creator", "xmp:CreatorTool"), ("/Producer", "pdf:Producer"))
_SAME_TIMES = (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate"))


def _info_agrees(judged: Judged) -> str:
    info, xmp = judged.claim.info, judged.claim.xmp
    apart = [a[1:] for a, b in _SAME if a in info and xmp.get(b) and str(info[a]) != xmp[b]]
    apart += [
        a[1:] for a, b in _SAME_TIMES if a in info and xmp.get(b) and _pdf_time(str(info[a])) != _iso_time(xmp[b])
    ]
    return f"{', '.join(apart)} differ" if apart else ""


def _pdf_time(text: str) -> datetime | None:
    """D:YYYYMMDDHHmmSSOHH'mm' (7.9.4)."""
    found = re.match(r"D:(\d{14})(?:(Z)|([+-])(\d\d)'?(\d\d)?)?", text)
    if not found:
        return None
    try:
        when = datetime.strptime(found[1], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    away = timedelta(hours=int(found[4] or 0), minutes=int(found[5] or 0))
    return when.replace(tzinfo=timezone(-away if found[3] == "-" else away)).astimezone(UTC)


def _iso_time(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(UTC).replace(microsecond=0)
    except ValueError:
        return None


# --- the output intent


def _one_intent(judged: Judged) -> str:
    return "" if len(judged.intents) == 1 else f"{len(judged.intents)} output intents"


def _condition(judged: Judged) -> str:
    if not judged.intents:
        return ""
    intent = judged.intents[0].dictionary
    missing = [key[1:] for key in ("/OutputConditionIdentifier", "/Info") if not str(intent.get(key, ""))]
    named = str(intent.get("/RegistryName", "")) and not judged.intents[0].profile
    return f"no {', '.join(missing)}" if missing and not (missing == ["Info"] and named) else ""


def _intent_profile(judged: Judged) -> str:
    """An output profile (class prtr) with N for its space; where it is CMYK, both ways through it."""
    if not judged.intents:
        return ""
    profile = judged.intents[0].profile
    if not profile:
        return "no profile embedded" if judged.claim.flavour is Flavour.X4 else ""
    if len(profile) < 132 or profile[36:40] != b"acsp":
        return "no ICC profile"
    if profile[12:16] != b"prtr":
        return f"a profile of class {profile[12:16].decode('latin-1')}"
    components = COMPONENTS.get(profile[16:20])
    stream = judged.intents[0].dictionary.DestOutputProfile
    if components is None or int(stream.get("/N", 0)) != components:
        return f"N {stream.get('/N', 0)} for {judged.intents[0].space}"
    missing = [tag for tag in (b"A2B0", b"B2A0") if components == 4 and tag not in profile[128:1500]]
    return f"no {missing[0].decode()} in the profile" if missing else ""


def _profile_version(judged: Judged) -> str:
    profile = judged.intents[0].profile if judged.intents else b""
    return f"ICC version {profile[8]}" if len(profile) > 8 and profile[8] > 2 else ""


# --- the page


def _trim_or_art(judged: Judged) -> str:
    have = [name[1:] for name in ("/TrimBox", "/ArtBox") if name in judged.read.page.obj]
    return "" if len(have) == 1 else " and ".join(have) or "neither TrimBox nor ArtBox"


def _annotations(judged: Judged) -> str:
    """All but printer's marks and traps lie outside the bleed, links too."""
    inside = {
        kind[1:]
        for kind, box in annotation_boxes(judged.read)
        if kind not in ("/PrinterMark", "/TrapNet") and judged.read.frame.shows(box)
    }
    return ", ".join(sorted(inside))


def _actions(judged: Judged) -> str:
    root = judged.read.document.Root
    found = ["OpenAction"] if isinstance(root.get("/OpenAction"), Dictionary) else []
    found += ["AA"] if "/AA" in root or "/AA" in judged.read.page.obj else []
    found += ["form fields"] if "/AcroForm" in root else []
    return ", ".join(found)


# --- layers


def _layers(judged: Judged) -> str:
    return "layers" if "/OCProperties" in judged.read.document.Root else ""


def _layer_names(judged: Judged) -> str:
    optional = judged.read.document.Root.get("/OCProperties")
    if not isinstance(optional, Dictionary):
        return ""
    configurations = [optional.get("/D"), *(optional.get("/Configs") or [])]
    plain = [c for c in configurations if isinstance(c, Dictionary)]
    if any("/Name" not in c for c in plain):
        return "a configuration without a name"
    return "AS" if any("/AS" in c for c in plain) else ""


_X4, _OLD = frozenset({Flavour.X4}), frozenset({Flavour.X1A, Flavour.X3})
_X1A = frozenset({Flavour.X1A})

PDFX_RULES: tuple[_Rule, ...] = (
    _Rule(
        "pdfx_header",
        "is of a newer PDF version or starts wrongly",
        "PDF 1.6 (X-4) or 1.4 (X-1a), then four high bytes",
        _header,
    ),
    _Rule("pdfx_id", "has no file identifier", "an /ID of two strings", _id),
    _Rule("pdfx_encryption", "is encrypted", "no encryption", _encryption),
    _Rule(
        "pdfx_filter",
        "is packed in a way that PDF/X forbids",
        "no LZW, no Crypt; for X-1a no JPEG 2000 or JBIG2",
        _filters,
    ),
    _Rule(
        "pdfx_external",
        "leans on things outside itself",
        "no external streams, OPI, references, PostScript, alternates",
        _external,
    ),
    _Rule(
        "pdfx_object_streams",
        "has a structure newer than its version",
        "plain objects and cross-reference table",
        _object_streams,
        _OLD,
    ),
    _Rule("pdfx_metadata", "has no readable metadata", "XMP, well-formed", _metadata, _X4),
    _Rule(
        "pdfx_flavour",
        "does not say so where it has to",
        "pdfxid:GTS_PDFXVersion PDF/X-4, and Info no other",
        _one_flavour,
        _X4,
    ),
    _Rule("pdfx_properties", "lacks what its metadata has to say", ", ".join(_X4_PROPERTIES), _properties, _X4),
    _Rule("pdfx_info", "lacks what its Info has to say", "Title, CreationDate, ModDate", _info_entries, _OLD),
    _Rule(
        "pdfx_trapped",
        "does not say plainly whether it is trapped",
        "True or False, a name in Info, the same in XMP",
        _trapped,
    ),
    _Rule("pdfx_info_differs", "says one thing in Info and another in its metadata", "the same", _info_agrees),
    _Rule("pdfx_intent", "does not name one press", "exactly one output intent for PDF/X", _one_intent),
    _Rule("pdfx_condition", "does not name the press in words", "OutputConditionIdentifier, Info", _condition),
    _Rule(
        "pdfx_intent_profile",
        "carries no right press profile",
        "an embedded output profile (prtr) with its N",
        _intent_profile,
    ),
    _Rule("pdfx_profile_version", "carries a profile of a newer version", "ICC version 2", _profile_version, _OLD),
    _Rule("pdfx_trim", "does not say where it is cut", "TrimBox or ArtBox, one of them", _trim_or_art),
    _Rule("pdfx_annotation", "has annotations on the picture", "annotations outside the bleed only", _annotations),
    _Rule("pdfx_action", "does something when it is opened", "no actions, no form fields", _actions),
    _Rule(
        "pdfx_device_colour",
        "uses device colours that are not its press's",
        "ICC-based colour, or the intent's own device space",
        device_colour,
        _X4,
    ),
    _Rule("pdfx_colour", "uses colours other than inks", "CMYK, grey and spots", colour_of_inks, _X1A),
    _Rule("pdfx_icc", "has a profile that does not fit its space", "N as in the profile", icc_components),
    _Rule("pdfx_halftone", "sets transfer functions or halftone phases", "none", halftones),
    _Rule(
        "pdfx_blend", "blends in a way that its version does not know", "the blend modes of PDF 1.6", blend_modes, _X4
    ),
    _Rule("pdfx_transparency", "is see-through in places", "no transparency", transparency, _OLD),
    _Rule("pdfx_layers", "has layers", "no layers", _layers, _OLD),
    _Rule(
        "pdfx_layer_names",
        "has layers that are set up as PDF/X forbids",
        "every configuration with a Name, none with AS",
        _layer_names,
        _X4,
    ),
)

"""What a page says of itself: output intent, Info and XMP, identifiers. All of it follows from the page's content.

Clauses are those of ISO 15930-7 (PDF/X-4) and ISO 15930-4 (PDF/X-1a:2003), as implementers publish them.
"""

from __future__ import annotations

import functools
import hashlib
import html
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
from isal import isal_zlib
from pikepdf import Array, Dictionary, Name, Stream, String

from pod.imaging.press import PressProfile
from pod.model.product import PdfStandard
from pod.printprep.pdf.apart import Packed, save

PRODUCER, CREATOR = "Pod", "Pod print preparation"

_LEVEL = 3
_REGISTRY = "http://www.color.org"
_IDS = uuid.UUID("6d2b4a56-7c0e-5f7e-9c35-0b1f5b1f1c5e")

PDF_VERSIONS = {PdfStandard.X4: "1.6", PdfStandard.X1A: "1.4", PdfStandard.PLAIN: "1.6"}
_INFO_VERSIONS = {PdfStandard.X1A: "PDF/X-1a:2003"}
"""X-4 is named in the XMP alone: an Info key of it would claim another flavour."""

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" \
xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate>
<xmp:ModifyDate>{made}</xmp:ModifyDate>
<xmp:MetadataDate>{made}</xmp:MetadataDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<xmpMM:DocumentID>uuid:{document}</xmpMM:DocumentID>
<xmpMM:InstanceID>uuid:{instance}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
{claim}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
_CLAIM = "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n"


def write_described(
    pdf: pikepdf.Pdf,
    path: Path,
    standard: PdfStandard,
    profile: PressProfile | None,
    title: str,
    when: datetime,
    *,
    apart: Sequence[Packed] = (),
) -> None:
    """Says what the file is, then writes it with the streams that are `apart`: the identifiers are made of everything that is
    in it by then."""
    if profile is not None:
        pdf.Root.OutputIntents = Array([_output_intent(pdf, profile)])
    _write_info(pdf, standard, title, when)
    pdf.Root.Metadata = _metadata(pdf, standard, title, when)
    save(
        pdf,
        path,
        apart,
        deterministic_id=True,
        compress_streams=True,
        recompress_flate=False,
        force_version=PDF_VERSIONS[standard],
        fix_metadata_version=False,
    )


def _output_intent(pdf: pikepdf.Pdf, profile: PressProfile) -> pikepdf.Object:
    """Exactly one, with the profile inside (6.2.2); the registry is named where the condition stands in it."""
    embedded = Stream(pdf, b"")
    embedded.write(_deflated(profile.icc), filter=Name.FlateDecode)
    embedded.N, embedded.Alternate = 4, Name.DeviceCMYK
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(profile.condition),
        Info=String(profile.name),
        DestOutputProfile=pdf.make_indirect(embedded),
    )
    if profile.registered:
        intent.RegistryName = String(_REGISTRY)
    return pdf.make_indirect(intent)


@functools.lru_cache(maxsize=4)
def _deflated(icc: bytes) -> bytes:
    """A press profile is a megabyte and goes into every page: it is packed once."""
    return bytes(isal_zlib.compress(icc, _LEVEL))


def _write_info(pdf: pikepdf.Pdf, standard: PdfStandard, title: str, when: datetime) -> None:
    made = when.astimezone(UTC).strftime("D:%Y%m%d%H%M%S+00'00'")
    info = pdf.docinfo
    info["/Title"], info["/Creator"], info["/Producer"] = title, CREATOR, PRODUCER
    info["/CreationDate"] = info["/ModDate"] = made
    info["/Trapped"] = Name("/False")  # Name.False_ would be the name /False_
    if (version := _INFO_VERSIONS.get(standard)) is not None:
        info["/GTS_PDFXVersion"] = version


def _metadata(pdf: pikepdf.Pdf, standard: PdfStandard, title: str, when: datetime) -> pikepdf.Object:
    """Written as it stands, unfiltered: some software looks for the packet in the raw file."""
    content = fingerprint(pdf)
    packet = _PACKET.format(
        title=html.escape(title, quote=False),
        creator=CREATOR,
        producer=PRODUCER,
        made=when.astimezone(UTC).replace(microsecond=0).isoformat(),
        document=uuid.uuid5(_IDS, f"document {content}"),
        instance=uuid.uuid5(_IDS, f"instance {content}"),
        claim=_CLAIM if standard is PdfStandard.X4 else "",
    )
    return pdf.make_indirect(Stream(pdf, packet.encode(), Type=Name.Metadata, Subtype=Name.XML))


def fingerprint(pdf: pikepdf.Pdf) -> str:
    """SHA-256 over every object and the packed bytes of every stream."""
    seen = hashlib.sha256()
    for thing in pdf.objects:
        seen.update(thing.unparse())
        if isinstance(thing, Stream):
            seen.update(thing.read_raw_bytes())
    return seen.hexdigest()

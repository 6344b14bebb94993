"""A print file: what the partner prints, and every number by which it can be checked."""

from __future__ import annotations

from dataclasses import dataclass

from pod.model.artwork import FileRef
from pod.model.findings import Findings
from pod.model.geometry import Box, Size


@dataclass(frozen=True, slots=True)
class PrintFile:
    """One file for one print area of one version.

    `art_mm` is where the art's ink box lies inside the trim, from the trim's left upper corner. `output_ppi` is the
    file's own, `source_ppi` what the master delivers at its placed size: upscaling satisfies the first, not the second.
    """

    id: str
    version_id: str
    area: str
    format: str
    file: FileRef
    width_px: int
    height_px: int
    trim_mm: Size
    bleed_mm: float
    art_mm: Box
    output_ppi: float
    source_ppi: float
    colour: str
    prep_version: str
    findings: Findings = Findings()

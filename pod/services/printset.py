"""What every print file of a version is made from, and how it is kept."""

from __future__ import annotations

import secrets
from pathlib import Path

from pod.model.design import Design, Version
from pod.model.printfile import PrintFile
from pod.printprep import PreparedFile
from pod.services.picturework import PrintTask
from pod.services.toolbox import Toolbox

PREPARE_S, PREPARE_MB = 240.0, 3072
"""What a child process may take for it."""

_MEDIA_TYPES = {"png": "image/png", "pdf": "application/pdf", "tiff": "image/tiff"}


def print_task(tools: Toolbox, design: Design, version: Version, folder: Path) -> PrintTask:
    recipe = version.recipe
    product = tools.catalogue.product(recipe.product)
    return PrintTask(
        recipe=recipe,
        product=product,
        process=tools.catalogue.process(product.process),
        master=tools.files.path(recipe.artwork.sha256),
        vector=tools.files.path(recipe.artwork.vector_sha256) if recipe.artwork.vector_sha256 else None,
        folder=folder,
        title=design.brief.subject[:120],
        when=version.created_at,
        press_profile=tools.press_profile,
    )


def kept(tools: Toolbox, version: Version, made: PreparedFile) -> PrintFile:
    return PrintFile(
        id=secrets.token_hex(16),
        version_id=version.id,
        area=made.area,
        format=made.format,
        file=tools.files.put_file(made.path, _MEDIA_TYPES[made.format]),
        width_px=made.width_px,
        height_px=made.height_px,
        trim_mm=made.trim_mm,
        bleed_mm=made.bleed_mm,
        art_mm=made.art_mm,
        output_ppi=made.output_ppi,
        source_ppi=made.source_ppi,
        colour=made.colour,
        prep_version=made.prep_version,
        findings=made.findings,
    )

"""`pod contact-sheet`: many embedded designs in one picture."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from pod.cli.files import name_of, read_file, write_file
from pod.cli.output import note, progress, say
from pod.cli.setup import motif_folder
from pod.model.errors import InputRefused
from pod.providers.embedded.packages import packages_missing
from pod.providers.embedded.sheet import CELL_PX
from pod.providers.embedded.sheet import contact_sheet as draw_sheet


def contact_sheet(
    sentences: Annotated[
        Path, typer.Argument(help="A text file with one sentence on each line; `-` reads standard input.")
    ],
    out: Annotated[Path, typer.Option("--out", help="The PNG to write, or a WebP.")],
    cell_px: Annotated[
        int, typer.Option("--cell-px", min=64, max=1024, help="The width of one design; 400 and more to judge by.")
    ] = CELL_PX,
) -> None:
    """Draws many embedded designs into one picture."""
    wanted = _sentences(sentences)
    motifs = motif_folder(os.environ)
    with progress(f"drawing {len(wanted)} designs"):
        write_file(out, draw_sheet(wanted, data_dir=motifs, cell_px=cell_px, webp=out.suffix.lower() == ".webp"))
    say(str(out))
    if without := packages_missing(motifs):
        note(f"The motif packages are not set up in {motifs}. Run pod setup. {without}")


def _sentences(path: Path) -> list[str]:
    try:
        text = read_file(path).decode("utf-8-sig")
    except UnicodeDecodeError as e:
        raise InputRefused("not_text", f"{name_of(path)} is not a text file in UTF-8.", "Save it as UTF-8.") from e
    lines = [line for line in map(str.strip, text.splitlines()) if line and not line.startswith("#")]
    if not lines:
        raise InputRefused("no_sentences", f"{name_of(path)} holds no sentence.", "Write one sentence on each line.")
    return lines

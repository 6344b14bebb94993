"""`pod gangsheet`: many pictures on as few sheets as they need."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from pod.cli.files import read_file, staged
from pod.cli.output import EXIT_CODES, JsonOption, note, print_json, progress, say
from pod.cli.pictures import UNDATED
from pod.cli.press import Colour, ProfileOption, chosen_profile
from pod.cli.sizes import parse_size_mm
from pod.model.errors import InputRefused
from pod.paths import templates_dir
from pod.printprep import press_profile
from pod.printprep.gang import SHEETS, Cut, Ganged, Setup, SheetSize, Wanted, gang
from pod.store.catalogue import FileCatalogue

_COPIES = re.compile(r"^(.+):(-?\d+)$")


def gangsheet(
    pieces: Annotated[
        list[str],
        typer.Argument(
            help="FILE[@WIDTHxHEIGHT][:COPIES] each, in mm: `fox.png@280:12`. Without a size a PNG's own counts,"
            " or a PDF page's trim."
        ),
    ],
    out: Annotated[Path, typer.Option("--out", help="Folder for the sheets.")],
    sheet: Annotated[str, typer.Option(help=f"One of {', '.join(SHEETS)}.")] = "",
    sheet_mm: Annotated[str, typer.Option(help="Width x height in mm, instead of --sheet.")] = "",
    roll: Annotated[
        bool, typer.Option("--roll", help="With --sheet-mm: cut off where the pieces end, at the height at most.")
    ] = False,
    gap_mm: Annotated[float, typer.Option(help="Kept between two pieces.")] = 3.0,
    margin_mm: Annotated[float, typer.Option(help="Kept free along the sheet's edges.")] = 5.0,
    rotate: Annotated[bool, typer.Option(help="Whether pieces may be turned.")] = True,
    nest: Annotated[bool, typer.Option("--nest", help="By the pieces' true shapes, for stickers.")] = False,
    labels: Annotated[bool, typer.Option("--labels", help="Job, copy and position under each piece.")] = False,
    cut: Annotated[Cut, typer.Option(help="Corner marks, or a CutContour line in the PDF.")] = Cut.NONE,
    border_mm: Annotated[float, typer.Option(help="What a contour cut leaves around the art.")] = 2.0,
    max_sheets: Annotated[int, typer.Option(help="No more than this; 0 is as many as are needed.", min=0)] = 0,
    profile: ProfileOption = "",
    white: Annotated[str, typer.Option(help="Spot colour of a white plate under every piece, as `White`.")] = "",
    ppi: Annotated[int, typer.Option("--ppi", "--dpi", help="Resolution of the sheets.")] = 300,
    formats: Annotated[str, typer.Option("--format", help="png, pdf or png,pdf.")] = "png,pdf",
    as_json: JsonOption = False,
) -> None:
    """Puts many pictures and PDF pages on as few sheets as they need.

    Says how many sheets, how full each is, and what found no place. Pixels of print files are not touched.
    """
    chosen = chosen_profile(profile)
    setup = Setup(
        _sheet(sheet, sheet_mm, roll=roll),
        gap_mm,
        margin_mm,
        ppi,
        may_turn=rotate,
        nested=nest,
        labels=labels,
        cut=cut,
        border_mm=border_mm,
        most_sheets=max_sheets,
        cmyk=chosen.colour is Colour.CMYK,
        white=white,
    )
    wanted = [_wanted(text) for text in pieces]
    made = _made(wanted, setup, tuple(f.strip() for f in formats.split(",")), chosen.press, out)
    if as_json:
        print_json(_report(made))
    else:
        _tell(made)
    if made.left:
        raise typer.Exit(EXIT_CODES["checks"])


def _made(wanted: list[Wanted], setup: Setup, formats: tuple[str, ...], press: str, out: Path) -> Ganged:
    """The sheets in `out`, all or none."""
    limits = FileCatalogue(templates_dir()).process("sticker")
    with progress(f"placing {sum(w.copies for w in wanted)} pieces"), staged(out) as folder:
        ganged = gang(wanted, setup, limits, folder, formats=formats, when=UNDATED, press=partial(press_profile, press))
    return replace(ganged, files=tuple(out / path.name for path in ganged.files))


def _sheet(name: str, size_mm: str, *, roll: bool) -> SheetSize:
    if bool(name) == bool(size_mm) or (name and roll):
        raise InputRefused(
            "which_sheet",
            "Say either which sheet to use, or its size.",
            "Use --sheet 22in-roll, or --sheet-mm 558.8x3048.",
        )
    if size_mm:
        size = parse_size_mm(size_mm)
        return SheetSize(size.width_mm, size.height_mm, roll=roll)
    if name.lower() not in SHEETS:
        raise InputRefused(
            "unknown_sheet", f"There is no sheet called “{name}”.", f"Use one of {', '.join(SHEETS)}, or --sheet-mm."
        )
    return SHEETS[name.lower()]


def _wanted(text: str) -> Wanted:
    """A piece as it is typed. A file that is called so wins over what its name could mean."""
    match = None if Path(text).exists() else _COPIES.match(text)
    rest, copies = (match[1], int(match[2])) if match else (text, 1)
    file, _, size = (rest, "", "") if Path(rest).exists() or "@" not in rest else rest.rpartition("@")
    width_mm, height_mm = _sides(size, text) if size else (None, None)
    path = Path(file)
    return Wanted(path.stem, partial(read_file, path), copies, width_mm, height_mm)


def _sides(size: str, text: str) -> tuple[float, float | None]:
    try:
        width, _, height = size.lower().replace("×", "x").partition("x")
        return float(width), float(height) if height else None
    except ValueError:
        raise InputRefused(
            "piece_unreadable",
            f"“{text}” does not say how large the piece is.",
            "Write FILE@WIDTH or FILE@WIDTHxHEIGHT in mm, then :COPIES, for example fox.png@280:12.",
        ) from None


def _report(made: Ganged) -> dict[str, Any]:
    return {
        "sheets_needed": len(made.sheets),
        "fill": round(made.fill, 4),
        "sheets": [
            {
                "number": s.number,
                "width_mm": round(s.size_mm.width, 2),
                "height_mm": round(s.size_mm.height, 2),
                "width_px": s.size_px[0],
                "height_px": s.size_px[1],
                "pieces": len(s.placed),
                "fill": round(s.fill, 4),
            }
            for s in made.sheets
        ],
        "pieces": [
            {"name": p.name, "copies": p.copies, "source_ppi": p.source_ppi and round(p.source_ppi, 1)}
            for p in made.pieces
        ],
        "left": made.left,
        "no_pdfx_because_of": made.unpromised,
        "files": made.files,
    }


def _tell(made: Ganged) -> None:
    for s in made.sheets:
        size = f"{s.size_mm.width:.0f} × {s.size_mm.height:.0f} mm"
        say(f"sheet {s.number}  {size}  {len(s.placed)} pieces  {s.fill:.0%} filled")
    say(f"{len(made.sheets)} sheet{'s' if len(made.sheets) != 1 else ''}, {made.fill:.0%} filled in all")
    for path in made.files:
        say(str(path))
    for left in made.left:
        say(f"left over: {left.copies} × {left.name}, {left.why}")
    if made.unpromised:
        names = ", ".join(made.unpromised)
        note(f"the PDFs are no PDF/X, as {names} {'is' if len(made.unpromised) == 1 else 'are'} none for this press")
    for piece in made.pieces:
        if piece.source_ppi is not None and piece.source_ppi < 150:
            note(f"{piece.name} has only {piece.source_ppi:.0f} pixels per inch at this size")

"""`pod reletter --names`: print files for each row of a list of names, gone on with where it stopped.

All of a list share one artwork, which stands once in the folder. A row is done when its recipe is there: it is written last,
after the files that it stands for.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

import typer

from pod import printprep
from pod.cli.files import make_folder, write_file
from pod.cli.output import EXIT_CODES, note, print_json, progress, say
from pod.cli.pictures import UNDATED
from pod.cli.recipes import ARTWORK_PNG, ARTWORK_SVG, load_recipe, master_of
from pod.cli.report import REPORT, write_report
from pod.imaging.rows import read_whole
from pod.model.errors import ChecksBlocked, InputRefused
from pod.model.findings import Findings
from pod.model.product import ProcessLimits, Product
from pod.model.recipe import Recipe
from pod.model.screening import HouseWords
from pod.paths import templates_dir
from pod.printprep import Master
from pod.services import briefs
from pod.services.words import Named, checked_names, read_names
from pod.store.catalogue import FileCatalogue

_AT_WORK = ".pod-names"


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one row. `piece` is what `pod gangsheet` takes for it: its first print and how often."""

    row: int
    words: str
    name: str
    sku: str
    quantity: int
    recipe: str
    files: str
    piece: str
    verdict: str
    findings: str = ""


@dataclass(frozen=True, slots=True)
class _Made:
    """What is kept of a row that is done, beside its recipe."""

    files: list[str]
    verdict: str
    findings: str


@dataclass(frozen=True, slots=True)
class _Bench:
    """What every row is made with."""

    recipe: Recipe
    product: Product
    process: ProcessLimits
    master: Master
    out: Path


def letter_all(recipe: Path, table: bytes, out: Path, *, as_json: bool) -> None:
    """Nothing is made where anything is wrong with any row. Writes ``report.csv`` and ``report.json``."""
    bench = _opened(recipe, out)
    named = _checked(bench, table)
    make_folder(out)
    _place_artwork(bench)
    with progress(f"setting {len(named)} names") as steps:
        rows = []
        for n, each in enumerate(named, 1):
            steps.show(f"{n} of {len(named)}: {each.line.name}")
            rows.append(_row(bench, each))
    write_report(Row, rows, out)
    _report(rows, out, as_json=as_json)


def _opened(recipe: Path, out: Path) -> _Bench:
    old, catalogue = load_recipe(recipe), FileCatalogue(templates_dir())
    product = catalogue.product(old.product)
    return _Bench(old, product, catalogue.process(product.process), master_of(old, recipe), out)


def _checked(bench: _Bench, table: bytes) -> list[Named]:
    try_on = partial(printprep.words_laid, bench.recipe, bench.product, bench.process, bench.master)
    named = checked_names(read_names(table), bench.recipe, bench.product, HouseWords(), try_on)
    briefs.refuse_all([(f"row {n.line.row}, name", _taken()) for n in named if n.line.name.casefold() == REPORT])
    return named


def _taken() -> InputRefused:
    return InputRefused(
        "name_taken", f"{REPORT}.json is the file that says what has become of every row.", "Name it otherwise."
    )


def _place_artwork(bench: _Bench) -> None:
    for name, data in ((ARTWORK_PNG, read_whole(bench.master.picture)), (ARTWORK_SVG, bench.master.vector)):
        path = bench.out / name
        if data and not (path.exists() and path.read_bytes() == data):
            write_file(path, data)


def _row(bench: _Bench, named: Named) -> Row:
    recipe = replace(bench.recipe, lettering=named.layer, prep_version=printprep.PREP_VERSION)
    made_before = bench.out / f"{named.line.name}.json"
    state = bench.out / _AT_WORK / f"{named.line.name}.json"
    if not _is_made(made_before, recipe, state):
        _make(bench, named, recipe, state)
    made, line = _Made(**json.loads(state.read_text(encoding="utf-8"))), named.line
    return Row(
        line.row,
        line.words,
        line.name,
        line.sku,
        line.quantity,
        str(made_before),
        " ".join(str(bench.out / file) for file in made.files),
        f"{bench.out / made.files[0]}:{line.quantity}",
        made.verdict,
        made.findings,
    )


def _is_made(own: Path, recipe: Recipe, state: Path) -> bool:
    if not (own.exists() and state.exists() and own.read_text(encoding="utf-8") == recipe.to_json()):
        return False
    return all((own.parent / file).exists() for file in json.loads(state.read_text(encoding="utf-8"))["files"])


def _make(bench: _Bench, named: Named, recipe: Recipe, state: Path) -> None:
    """Its files first, what is told of them, then the recipe: cut off before that, the row is made again."""
    folder = bench.out / _AT_WORK / "making"
    shutil.rmtree(folder, ignore_errors=True)
    make_folder(folder)
    make = partial(printprep.prepare, recipe, bench.product, bench.process, bench.master, folder, when=UNDATED)
    made, line = make(title=line_of(named.line.words)), named.line
    paths = [bench.out / f"{line.name}-{file.path.name}" for file in made]
    for file, path in zip(made, paths, strict=True):
        file.path.replace(path)
    findings = sum((file.findings for file in made), Findings())
    told = " ".join(dict.fromkeys(finding.message for finding in findings.found))
    kept = _Made([path.name for path in paths], findings.verdict, told)
    write_file(state, json.dumps(asdict(kept), ensure_ascii=False).encode())
    write_file(bench.out / f"{line.name}.json", recipe.to_json().encode())


def line_of(words: str) -> str:
    return " ".join(words.split())


def _report(rows: Sequence[Row], out: Path, *, as_json: bool) -> None:
    blocked = [row for row in rows if row.verdict == "blocked"]
    if as_json:
        print_json({"made": len(rows) - len(blocked), "blocked": len(blocked), "items": rows})
    else:
        for row in rows:
            say(f"{row.name}: “{line_of(row.words)}” {row.verdict}")
        note(f"{out / REPORT}.csv and .json say it all; its column `piece` is what `pod gangsheet` takes.")
    if blocked and as_json:
        raise typer.Exit(EXIT_CODES["checks"])  # a JSON object stays one object
    if blocked:
        raise ChecksBlocked(
            "some_blocked",
            f"{len(blocked)} of {len(rows)} cannot be printed.",
            f"{out / REPORT}.csv says why.",
        )

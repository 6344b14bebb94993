"""`pod reletter`: other words over the same artwork; a list of names, a design each. No server, and no picture is drawn."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from pod import printprep
from pod.cli.designing import OutOption
from pod.cli.files import read_file, staged, write_file
from pod.cli.names import letter_all
from pod.cli.output import JsonOption, print_findings, print_json, refuse_blocked, say
from pod.cli.pictures import UNDATED
from pod.cli.recipes import ARTWORK_PNG, ARTWORK_SVG, RECIPE_JSON, load_recipe, master_of
from pod.imaging.rows import read_whole
from pod.model.errors import InputRefused
from pod.model.findings import Findings
from pod.model.lettering import LetteringLook
from pod.model.product import ProcessLimits, Product
from pod.model.recipe import Recipe
from pod.paths import templates_dir
from pod.printprep import Master
from pod.services import briefs
from pod.services.recipes import other_words
from pod.services.words import against, live_words
from pod.store.catalogue import FileCatalogue


def reletter(
    recipe: Annotated[Path, typer.Argument(help="A recipe.json with its artwork beside it.")],
    words: Annotated[str, typer.Argument(help="The new words.")] = "",
    lettering: Annotated[str, typer.Option(help="The same as an option.")] = "",
    names: Annotated[
        Path | None,
        typer.Option(
            help="A CSV file instead: a design for each row. Columns: words, or line1 to line6; name, sku, quantity."
        ),
    ] = None,
    out: OutOption = Path("pod-out"),
    font: Annotated[str, typer.Option(help="Another face; the recipe's own if left out.")] = "",
    as_json: JsonOption = False,
) -> None:
    """Sets other words over the same artwork.

    The picture prints as before, to the pixel; words that do not fit their place are refused. Makes a new recipe and its
    print files. With --names, one of each for every row of a list: all rows are checked before the first is made, and the
    same command goes on with a list that was cut off.
    """
    wanted = words or lettering
    if names:
        _refuse_both(wanted, font)
        letter_all(recipe, read_file(names), out, as_json=as_json)
        return
    briefs.refuse_screened(lettering=wanted)
    old = load_recipe(recipe)
    master = master_of(old, recipe)
    catalogue = FileCatalogue(templates_dir())
    product = catalogue.product(old.product)
    process = catalogue.process(product.process)
    changed = _relettered(old, product, process, master, wanted, font)
    with staged(out) as folder:
        _write_recipe(folder, changed, master)
        made = printprep.prepare(changed, product, process, master, folder, title=wanted, when=UNDATED)
    prepared = [replace(p, path=out / p.path.name) for p in made]
    findings = sum((p.findings for p in prepared), Findings())
    if as_json:
        print_json({"recipe": out / RECIPE_JSON, "verdict": findings.verdict, "files": prepared})
    else:
        for p in prepared:
            say(f"{p.path}  {p.width_px} × {p.height_px} px")
        print_findings(findings)
    refuse_blocked(findings, as_json=as_json)


def _refuse_both(words: str, font: str) -> None:
    if words or font:
        raise InputRefused(
            "words_or_names",
            "A list of names is set as the recipe's own words are.",
            "Leave the words and --font out, or --names.",
        )


def _relettered(old: Recipe, product: Product, process: ProcessLimits, master: Master, words: str, font: str) -> Recipe:
    live = live_words(old)
    layer = other_words(words, live, product, old.cloth, LetteringLook(font=font))
    before, after = printprep.words_laid(old, product, process, master, (live, layer))
    briefs.refuse_all([("words", e) for e in against(before, after)])
    return replace(old, lettering=layer, prep_version=printprep.PREP_VERSION)


def _write_recipe(folder: Path, recipe: Recipe, master: Master) -> None:
    write_file(folder / RECIPE_JSON, recipe.to_json().encode())
    for name, data in ((ARTWORK_PNG, read_whole(master.picture)), (ARTWORK_SVG, master.vector)):
        if data:
            write_file(folder / name, data)

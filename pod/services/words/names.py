"""A list of names, read from a table and tried on a design: everything that is wrong with any row, before anything is made."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pod.model.errors import InputRefused, PodError, Problems
from pod.model.personal import RosterLine
from pod.model.product import Product
from pod.model.recipe import LetteringLayer, Recipe
from pod.model.screening import HouseWords
from pod.model.table import read_table
from pod.printprep import WordsLaid
from pod.services.briefs import too_long
from pod.services.recipes import other_words
from pod.services.screening import screened
from pod.services.words.changing import live_words
from pod.services.words.measuring import against

MAX_NAMES = 2000
MAX_QUANTITY = 10_000
_LINES = tuple(f"line{n}" for n in range(1, 7))
COLUMNS = ("words", *_LINES, "name", "sku", "quantity")
"""Of a list of names, in any order: `words`, or a line of them each; what its files are called; and as what it is wanted."""

_NAME = re.compile(r"\w[\w .-]{0,79}")
_FIRST_ROW = 2
"""As a spreadsheet counts: the first has the columns' names."""

Wrong = list[tuple[str, PodError]]


@dataclass(frozen=True, slots=True)
class Named:
    """A row that can be set: its line, and the layer that takes the place of the recipe's own."""

    line: RosterLine
    layer: LetteringLayer


def read_names(data: bytes) -> tuple[RosterLine, ...]:
    """`Problems` names every cell that is wrong, by row and column."""
    rows = read_table(data, COLUMNS, (), MAX_NAMES)
    if not {"words", *_LINES} & set(rows[0]):
        raise InputRefused("csv_file", "It has no column words.", f"The columns are: {', '.join(COLUMNS)}.")
    wrong: Wrong = [(where, e) for n, row in enumerate(rows, _FIRST_ROW) for where, e in _wrong_cells(n, row)]
    lines = [_line(n, row) for n, row in enumerate(rows, _FIRST_ROW)] if not wrong else []
    twice = {name for name, count in Counter(line.name.casefold() for line in lines).items() if count > 1}
    wrong += [(f"row {line.row}, name", _named_twice(line)) for line in lines if line.name.casefold() in twice]
    if wrong:
        raise _refused(wrong)
    return tuple(lines)


def checked_names(
    lines: Sequence[RosterLine],
    recipe: Recipe,
    product: Product,
    house: HouseWords,
    try_on: Callable[[Sequence[LetteringLayer]], Sequence[Sequence[WordsLaid]]],
) -> list[Named]:
    """Each row's layer, all of them measured on the design by `try_on`. `Problems` for everything that cannot be set, is not
    printed, does not fit, or is wanted as what the design is not for."""
    old, wrong, named = live_words(recipe), dict[int, list[tuple[str, PodError]]](), list[Named]()
    for line in lines:
        found = [*_not_printed(line, house), *_wrong_sku(line, product, recipe)]
        try:
            named.append(Named(line, other_words(line.words, old, product, recipe.cloth)))
        except Problems as e:
            found += [("words", problem) for _, problem in e.problems]
        except InputRefused as e:
            found.append(("words", e))
        wrong[line.row] = found
    before, *laid = try_on([old, *(each.layer for each in named)])
    for each, after in zip(named, laid, strict=True):
        wrong[each.line.row] += [("words", e) for e in against(before, after)]
    if any(wrong.values()):
        raise _refused([(f"row {row}, {column}", e) for row, found in wrong.items() for column, e in _once(found)])
    return named


def _line(n: int, row: Mapping[str, str]) -> RosterLine:
    words = _words(row)
    return RosterLine(
        n, words, row.get("name") or f"{n:04d}-{_slug(words)}", row.get("sku", ""), int(row.get("quantity") or 1)
    )


def _words(row: Mapping[str, str]) -> str:
    """A line of its own for each cell, or all of it in one, whatever a spreadsheet ends the lines of a cell with."""
    return "\n".join(row.get("words", "").splitlines() or filter(None, (row.get(name, "") for name in _LINES)))


def _wrong_cells(n: int, row: Mapping[str, str]) -> Iterator[tuple[str, InputRefused]]:
    if not _words(row):
        yield f"row {n}, words", InputRefused("csv_cell", "There are no words.", "Fill them in, or take the row out.")
    if row.get("words") and any(row.get(name) for name in _LINES):
        told = "The words are said twice: under words, and line by line."
        yield f"row {n}, words", InputRefused("csv_cell", told, "Use one of the two.")
    name = row.get("name", "")
    if name and not _NAME.fullmatch(name):
        hint = "Use up to 80 letters, digits, blanks, dots and hyphens."
        yield f"row {n}, name", InputRefused("csv_cell", f"“{name[:40]}” cannot be a file's name.", hint)
    quantity = row.get("quantity", "")
    if quantity and not (quantity.isascii() and quantity.isdecimal() and 1 <= int(quantity[:9]) <= MAX_QUANTITY):
        hint = f"Write a number from 1 to {MAX_QUANTITY}."
        yield f"row {n}, quantity", InputRefused("csv_cell", f"“{quantity[:20]}” is no quantity.", hint)


def _not_printed(line: RosterLine, house: HouseWords) -> list[tuple[str, PodError]]:
    return [("words", e) for _, e in (*too_long(line.words), *screened("", line.words, house))]


def _wrong_sku(line: RosterLine, product: Product, recipe: Recipe) -> Iterator[tuple[str, PodError]]:
    if not line.sku:
        return
    variant = next((v for v in product.variants if v.sku == line.sku), None)
    mine = [v.sku for v in product.variants if v.cloth == recipe.cloth]
    if variant is None or variant.cloth != recipe.cloth:
        told = f"“{line.sku[:60]}” is no {product.name} in {recipe.cloth}, for which the design was made."
        yield "sku", InputRefused("unknown_variant", told, f"Use one of: {', '.join(mine[:12])}.")


def _named_twice(line: RosterLine) -> InputRefused:
    return InputRefused("csv_cell", f"“{line.name}” is the name of several rows.", "Give each row a name of its own.")


def _once(found: Sequence[tuple[str, PodError]]) -> list[tuple[str, PodError]]:
    """What two looks at the same words have both found."""
    return list({(column, e.code, e.message): (column, e) for column, e in found}.values())


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:40] or "words"


def _refused(wrong: Wrong) -> Problems:
    return Problems("names_refused", f"Nothing was made: {len(wrong)} things are wrong in this list of names.", wrong)

"""A table that a person has written in a spreadsheet: its rows by column, whatever separates them; or what is wrong with it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from itertools import zip_longest

from pod.model.errors import InputRefused

_FIRST_ROW = 2
"""As a spreadsheet counts: the first has the columns' names."""

_SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab"}


def read_table(data: bytes, columns: Sequence[str], needed: Sequence[str], most_rows: int) -> list[dict[str, str]]:
    """Every row by the names of its columns, in small letters, its cells without blanks around them."""
    told = _text(data)
    first = told.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=first.count)
    try:
        reader = csv.reader(io.StringIO(told, newline=""), delimiter=separator, strict=True)
        head, *cells = [[cell.strip() for cell in row] for row in reader if row] or [[]]
    except csv.Error as e:
        raise InputRefused("csv_file", f"The file is not CSV: {e}.", "Write it with a spreadsheet.") from None
    names = [name.lower() for name in head]
    rows = [dict(zip_longest(names, row[: len(names)], fillvalue="")) for row in cells]
    missing = [name for name in needed if name not in names]
    strange = [name for name in names if name not in columns]
    twice = [name for name in columns if names.count(name) > 1]
    # the rest of a text that was cut at a separator of its own
    longer = [n for n, row in enumerate(cells, _FIRST_ROW) if any(row[len(names) :])]
    found = [
        f"It has no column {', '.join(missing)}." if missing else "",
        f"It has a column {', '.join(repr(s[:40]) for s in strange)} that nobody knows." if strange else "",
        f"It has more than one column {', '.join(twice)}." if twice else "",
        f"Row {longer[0]} has more cells than there are columns: write a text with a {_SEPARATORS[separator]} in quotes."
        if longer
        else "",
        "" if rows else "It has no rows.",
        f"It has {len(rows)} rows; {most_rows} can be taken at once." if len(rows) > most_rows else "",
    ]
    if any(found):
        raise InputRefused("csv_file", " ".join(filter(None, found)), f"The columns are: {', '.join(columns)}.")
    return rows


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        hint = "Save it as UTF-8 (in a spreadsheet: CSV UTF-8)."
        raise InputRefused("csv_file", f"Byte {e.start} of the file is not UTF-8.", hint) from None

"""A table that a person has written in a spreadsheet: its rows by column, whatever separates them; or what is wrong with it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from pod.model.errors import InputRefused


def read_table(data: bytes, columns: Sequence[str], needed: Sequence[str], most_rows: int) -> list[dict[str, str]]:
    """Every row by the names of its columns, in small letters, its cells without blanks around them."""
    told = _text(data)
    first = told.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        reader = csv.DictReader(io.StringIO(told, newline=""), delimiter=delimiter, strict=True)
        names = [name.strip().lower() for name in reader.fieldnames or ()]
        rows = [{n: (v or "").strip() for n, v in zip(names, row.values(), strict=False)} for row in reader]
    except csv.Error as e:
        raise InputRefused("csv_file", f"The file is not CSV: {e}.", "Write it with a spreadsheet.") from None
    missing = [name for name in needed if name not in names]
    strange = [name for name in names if name not in columns]
    if missing or strange or not rows or len(rows) > most_rows:
        found = [
            f"It has no column {', '.join(missing)}." if missing else "",
            f"It has a column {', '.join(repr(s[:40]) for s in strange)} that nobody knows." if strange else "",
            "" if rows else "It has no rows.",
            f"It has {len(rows)} rows; {most_rows} can be taken at once." if len(rows) > most_rows else "",
        ]
        raise InputRefused("csv_file", " ".join(filter(None, found)), f"The columns are: {', '.join(columns)}.")
    return rows


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        hint = "Save it as UTF-8 (in a spreadsheet: CSV UTF-8)."
        raise InputRefused("csv_file", f"Byte {e.start} of the file is not UTF-8.", hint) from None

"""What has become of each of many: ``report.csv`` for a table, ``report.json`` for a program."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pod.cli.files import write_file
from pod.services.editing import as_csv

REPORT = "report"


def write_report(kind: type, rows: Sequence[Any], out: Path) -> None:
    """`rows` are of the dataclass `kind`, whose fields are the columns."""
    write_file(out / f"{REPORT}.csv", as_csv(kind, rows).encode())
    write_file(out / f"{REPORT}.json", json.dumps([asdict(row) for row in rows], indent=1, ensure_ascii=False).encode())

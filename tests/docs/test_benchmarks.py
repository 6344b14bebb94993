"""The page of benchmarks names what is measured; its numbers are of one machine, and no test compares them."""

from __future__ import annotations

import pytest

from tests.bench.__main__ import PAGE, modules, rows_of, title_of

ROWS = [(module, name) for module in modules() for name, _ in rows_of(module)]


@pytest.mark.parametrize(("module", "name"), ROWS, ids=[name for _, name in ROWS])
def test_every_row_stands_on_the_page_with_numbers(module, name):
    text = PAGE.read_text(encoding="utf-8")
    section = text.split(f"## {title_of(module)}\n", 1)[1].split("\n## ", 1)[0]
    line = next((line for line in section.splitlines() if line.startswith(f"| {name} |")), "")
    assert line, f"{name} is missing: run `make bench`"
    wall_s, cpu_s, peak_mb = (float(cell) for cell in line.split("|")[2:5])
    assert min(wall_s, cpu_s, peak_mb) >= 0


def test_what_an_issue_of_speed_turns_on_is_measured():
    names = " ".join(name for _, name in ROWS)
    photo, alpha = "noisy photo to PNG", "flat art with alpha to PNG"
    for task in (
        "design",
        "check and mend 4096 px",
        f"{photo}: Pod",
        f"{alpha}: Pod",
        "plain Pillow",
        "libvips",
        "status polls",
    ):
        assert task in names

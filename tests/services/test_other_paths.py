"""Before paths print in place of a picture, they are held against it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pod.drawing import Canvas, write_svg
from pod.drawing.shapes import rect
from pod.model.errors import InputRefused
from pod.services.picturework import make_print_set
from pod.services.printset import print_task
from tests.services.bench import SHOPPER


def test_paths_that_show_another_drawing_than_the_chosen_picture_make_no_print_file(open_a_bench, tmp_path):
    bench = open_a_bench()
    design = bench.proofed()
    version = bench.designs.version(SHOPPER, design.id, design.current_version_id)
    canvas = Canvas(800, 800)
    canvas.fill(rect(100, 300, 600, 120), "#1e5c96")
    other, folder = tmp_path / "other.svg", tmp_path / "files"
    other.write_text(write_svg(canvas.drawing()))
    folder.mkdir()
    task = print_task(bench.tools, design, version, folder)
    task = replace(task, vector=other, recipe=replace(task.recipe, mending=()))
    with pytest.raises(InputRefused, match="something else than its picture"):
        make_print_set(task)
    assert list(folder.iterdir()) == []
    assert make_print_set(replace(task, vector=None)).files

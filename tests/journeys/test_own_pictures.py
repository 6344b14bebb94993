"""Pictures that people bring, from the upload to the print file: what is wrong with them is mended, asked or refused."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial

import numpy as np
import pytest
from PIL import Image

from pod.model.artwork import MendKind
from pod.model.design import Design, DesignState
from pod.model.errors import PodError
from pod.model.findings import Finding
from pod.model.proof import ApprovalRole
from tests.composition.pictures import BLUE, RED, box, checkered, clear, disc, filled, painted, subject
from tests.pictures import saved
from tests.services.bench import SHOPPER, Bench, open_bench
from tests.terminal import main_here

SHAPE = (1000, 1000)
STICKER = "sticker-3in"


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    opened = open_bench(tmp_path_factory.mktemp("own-pictures"))
    yield opened
    opened.store.close()


def proofed(bench: Bench, pixels: np.ndarray) -> Design:
    """As the shopper's page does it: the picture is sent, taken as it is, and prepared."""
    upload = bench.pictures.upload(SHOPPER, saved(Image.fromarray(pixels), "PNG", dpi=(300, 300)), "mine.png")
    return bench.proofed(subject="", upload_id=upload.id, product=STICKER, style="")


def told(bench: Bench, design: Design) -> dict[str, Finding]:
    return {f.rule: f for f in bench.candidate(design).findings.found}


def printed(bench: Bench, design: Design) -> np.ndarray:
    files, _ = bench.designs.files(SHOPPER, design.id, design.current_version_id)
    [made] = [f for f in files if f.format == "png"]
    return np.asarray(Image.open(io.BytesIO(bench.files.path(made.file).read_bytes())).convert("RGBA"))


def test_a_painted_checkerboard_is_taken_off_and_never_printed(bench):
    """Scenario 12. Beside it the control: the same board is in what was sent."""
    sent = painted(checkered(20), subject(), RED)
    design = proofed(bench, sent)
    found = told(bench, design)["checkerboard"]
    assert found.severity.value == "fixed"
    pixels = printed(bench, design)
    grey = np.ptp(pixels[..., :3].astype(int), axis=2) < 12
    board = grey & (pixels[..., 3] > 127)
    assert board.mean() < 0.001
    assert (np.ptp(sent[..., :3].astype(int), axis=2) < 12).mean() > 0.4
    assert not pixels[:40, :40, 3].any()


@pytest.mark.parametrize("ink", [(229, 229, 229), None], ids=["grey on the board", "one colour all over"])
def test_what_the_checks_of_the_artwork_block_is_never_proofed_nor_approved(bench, ink):
    """Scenario 12, the other half: art of the board's own tone, which nobody can tell from it; and no art at all."""
    sent = painted(checkered(20), subject(), ink) if ink else filled(RED)
    design = proofed(bench, sent)
    [found] = bench.candidate(design).findings.blocked
    assert design.state is DesignState.WAITING_CUSTOMER
    assert design.reason == found.message
    with pytest.raises(PodError):
        bench.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER)


def test_art_off_the_middle_with_a_narrow_margin_is_moved_and_both_numbers_are_told(bench):
    """Scenario 13."""
    aside = painted(clear(), np.maximum(box(SHAPE, 260, 400, 720, 200), box(SHAPE, 520, 100, 200, 800)), RED)
    design = proofed(bench, aside)
    found = told(bench, design)
    assert (found["off_centre"].measured, found["off_centre"].after) == ("12 %", "0.0 %")
    assert (found["margin"].measured, found["margin"].after) == ("2.0 %", "10 %")
    ink = printed(bench, design)[..., 3] > 127
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    assert columns[0] + columns[-1] == pytest.approx(ink.shape[1] - 1, abs=2)
    assert rows[0] + rows[-1] == pytest.approx(ink.shape[0] - 1, abs=2)


def test_art_that_an_edge_cuts_is_not_shrunk_into_looking_whole(bench):
    """Scenario 13: asked for anew, or printed to the edge on purpose; the cut stays where it was."""
    cut = painted(clear(), disc(SHAPE, 500, 1000, 320), BLUE)
    design = proofed(bench, cut)
    found = told(bench, design)["cut_by_edge"]
    assert found.severity.value == "choose"
    assert "whole figure" in found.way_out
    version = bench.designs.version(SHOPPER, design.id, design.current_version_id)
    assert not [step for step in version.recipe.mending if step.kind is MendKind.MOVE_AND_PAD]
    ink = printed(bench, design)[..., 3] > 127
    rows = np.flatnonzero(ink.any(axis=1))
    width_at = [int(np.count_nonzero(ink[row])) for row in (rows[0], rows[len(rows) // 2], rows[-2])]
    assert width_at[0] < width_at[1] < width_at[2], "half a disc, its cut side as wide as it ever was"


def test_a_large_poster_of_a_small_picture_is_blocked_with_its_real_resolution(tmp_path, monkeypatch):
    """Scenario 14: 1024 px on 60 × 90 cm. Neither a tag nor enlarging makes them more."""
    picture = np.dstack([np.full((1536, 1024), 40, np.uint8), *(np.indices((1536, 1024)) % 200).astype(np.uint8)])
    Image.fromarray(picture).save(tmp_path / "small.png", dpi=(300, 300))
    asked = (
        "prepare",
        "small.png",
        "--size-mm",
        "600x900",
        "--dpi",
        "120",
        "--format",
        "png",
        "--out",
        "out",
        "--json",
    )
    run = partial(main_here, monkeypatch, cwd=tmp_path, POD_DATA_DIR=str(tmp_path / "data"))
    said = run(*asked, exit_code=4).json
    [found] = {f["measured"]: f for f in _findings(said) if f["rule"] == "low_resolution"}.values()
    assert (found["severity"], found["measured"], found["required"]) == ("blocked", "43 ppi", "100 ppi")


def _findings(said: object) -> Iterator[dict[str, str]]:
    if isinstance(said, dict):
        if "rule" in said and "severity" in said:
            yield said
        for value in said.values():
            yield from _findings(value)
    elif isinstance(said, list):
        for value in said:
            yield from _findings(value)

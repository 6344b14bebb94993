"""`pod mockups`: asked for and shown on the shop's own data folder. The worker draws them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pod.bootstrap import Services, build
from pod.model.artwork import FileRef
from pod.model.caller import DEFAULT_TENANT
from pod.model.design import Design
from pod.model.findings import Findings
from pod.model.geometry import Box, Size
from pod.model.mockup import MockupState
from pod.model.printfile import PrintFile
from pod.settings import Settings
from tests.contracts.store_contract import OPERATOR, a_design, a_version

PICTURE = b"a picture, as it was kept"


@pytest.fixture
def environ(environ: dict[str, str]) -> dict[str, str]:
    return environ | {"POD_PRINTFUL_TOKEN": "planted-token", "POD_PUBLIC_URL": "https://shop.example"}


@pytest.fixture
def design(environ: dict[str, str]) -> Design:
    """With print files, written as it stands in a shop."""
    services = build(Settings.from_env(environ))
    design = a_design()
    version = a_version(design)
    with services.store.writing() as tx:
        tx.designs.add(design)
        tx.designs.add_version(DEFAULT_TENANT, version)
        tx.designs.add_print_set(DEFAULT_TENANT, version.id, [a_print_file(version.id)], [])
    services.close()
    return design


def a_print_file(version_id: str) -> PrintFile:
    file = FileRef("a" * 64, 10, "image/png")
    size = Size(100, 100)
    return PrintFile(
        "p1",
        version_id,
        "front",
        "png",
        file,
        1200,
        1200,
        size,
        0.0,
        Box(0, 0, 100, 100),
        300,
        300,
        "srgb",
        "1",
        Findings(),
    )


def drawn(services: Services, design: Design) -> None:
    with services.store.writing() as tx:
        version = tx.designs.versions(DEFAULT_TENANT, design.id)[0]
        [mockup] = tx.mockups.of_version(DEFAULT_TENANT, version.id)
        for state in (MockupState.ASKING, MockupState.DRAWING):
            mockup = tx.mockups.move(mockup, state, OPERATOR)
        picture = services.files.put(PICTURE, "image/png")
        tx.mockups.move(mockup, MockupState.DRAWN, OPERATOR, picture=picture, drawn_at=services.clock.now())


def test_a_mock_up_is_asked_for_once_and_its_picture_saved_when_it_is_there(run, design, environ, tmp_path: Path):
    version = f"v1-{design.id[:24]}"
    asked = json.loads(run("mockups", "ask", design.id, "--version", version, "--json").out)["mockups"]
    again = json.loads(run("mockups", "ask", design.id, "--version", version, "--json").out)["mockups"]
    assert [(m["id"], m["state"], m["area"]) for m in asked] == [(m["id"], "asked", "front") for m in again]
    services = build(Settings.from_env(environ))
    drawn(services, design)
    services.close()
    said = " ".join(run("mockups", "list", design.id, "--out", str(tmp_path / "seen")).errors.split())
    assert said.endswith("seen: 1.")
    [saved] = (tmp_path / "seen").iterdir()
    assert saved.read_bytes() == PICTURE
    assert saved.name.startswith("printful-front-")


def test_what_cannot_be_asked_for_is_refused_with_the_way_out(run, design):
    refused = run("mockups", "ask", design.id, "--version", f"v1-{design.id[:24]}", "--area", "hood", exit_code=3)
    assert "Nothing is printed on hood of it." in refused.errors
    assert "It is printed on front." in refused.errors

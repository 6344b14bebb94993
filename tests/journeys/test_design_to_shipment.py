"""The whole job over HTTP: a sentence becomes a design, a proof, an approved version, a paid order and a hand-off.

`pod serve` runs as a process of its own on an empty data folder. What it makes is read by others than us: Pillow,
pikepdf, poppler, hashlib. The steps are those of ``docs/api.md``.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from tests.servers.pod import Shop, served

BRIEF = {
    "subject": "a fox reading a book under the moon",
    "product": "tee",
    "cloth": "navy",
    "lettering": "READ ON",
    "candidates": 2,
    "seed": 7,
}
ADDRESS = {"name": "A. Reader", "line1": "1 Long Street", "city": "London", "postcode": "N1 1AA", "country": "GB"}
TEE_PX = (3600, 4800)
PATIENCE_S = 240


class Server(Shop):
    """A running Pod, asked as a page and a program ask it."""

    def wait(self, path: str, done: Callable[[dict[str, Any]], bool], **arguments: Any) -> dict[str, Any]:
        """Polls as a page does, with the last ETag, until `done`."""
        etag, shown = "", dict[str, Any]()
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            answer = self.session.get(
                self.address + path, headers={"If-None-Match": etag, **arguments.get("headers", {})}, timeout=60
            )
            if answer.status_code != 304:
                assert answer.status_code == 200, answer.text
                etag, shown = answer.headers.get("ETag", ""), answer.json()
                if done(shown):
                    return shown
            time.sleep(shown.get("next_poll_s") or 0.5)
        raise AssertionError(f"{path} did not get there: {json.dumps(shown, indent=1)[:3000]}")

    def file(self, ref: dict[str, Any]) -> bytes:
        """The file behind an answer's reference, checked against what the answer says of it."""
        data = self.call("GET", ref["url"], 200).content
        assert len(data) == ref["bytes"]
        assert hashlib.sha256(data).hexdigest() == ref["sha256"]
        return data


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Server]:
    with served(tmp_path_factory.mktemp("shop")) as shop:
        yield Server(shop.address, shop.data_dir, shop.operator, shop.session)


@pytest.fixture(scope="module")
def candidates(server) -> dict[str, Any]:
    """A sentence, asked for twice under one key and drawn once."""
    key = {"Idempotency-Key": "6f0c1a52-3b1e-4b0e-9d53-0f5f2c3f8a11"}
    accepted = server.call("POST", "/api/v1/designs", 202, json=BRIEF, headers=key)
    again = server.call("POST", "/api/v1/designs", 202, json=BRIEF, headers=key)
    assert again.content == accepted.content
    assert again.headers["Idempotent-Replayed"] == "true"
    return server.wait(accepted.json()["links"]["self"], lambda d: d["state"] not in ("briefed", "generating"))


@pytest.fixture(scope="module")
def proofed(server, candidates) -> dict[str, Any]:
    """The first candidate chosen, its words changed, and the proof of that version."""
    links = candidates["links"]
    server.call("POST", links["choose"], 202, json={"candidate": 1})
    first = server.wait(links["self"], lambda d: d["state"] not in ("artwork_ready", "preparing"))
    assert first["state"] == "proof_ready", first["reason"]
    server.call("POST", links["edits"], 202, json={"lettering": "READ MORE"})
    second = server.wait(links["self"], lambda d: d["state"] not in ("proof_ready", "preparing") or _is_second(d))
    assert second["state"] == "proof_ready", second["reason"]
    return second


def _is_second(design: dict[str, Any]) -> bool:
    return design["state"] == "proof_ready" and design["version"]["n"] == 2


@pytest.fixture(scope="module")
def ordered(server, proofed) -> dict[str, Any]:
    """The version approved and ordered, twice under one reference."""
    server.call("POST", proofed["links"]["approve"], 200, json={})
    line = {"version_id": proofed["current_version_id"], "sku": "tee", "variant": "tee/M/navy", "quantity": 2}
    order = {"external_ref": "shop-1001", "ship_to": ADDRESS, "items": [line]}
    taken = server.call("POST", "/api/v1/orders", 201, json=order).json()
    assert server.call("POST", "/api/v1/orders", 200, json=order).json() == taken
    # long enough for a hand-off that should not be
    time.sleep(1.5)
    return {**taken, "in_the_hot_folder": [p.name for p in server.data_dir.glob("handoff/job*")]}


@pytest.fixture(scope="module")
def handed_off(server, ordered) -> dict[str, Any]:
    """The order paid, and its hand-off accepted by the manual partner."""
    address, operator = ordered["links"]["self"], server.operator
    server.operate("POST", f"{address}/mark-paid", 200)
    shown = server.wait(address, _is_out, headers=operator)
    server.operate("POST", f"{address}/mark-paid", 409)
    return shown


def _is_out(order: dict[str, Any]) -> bool:
    [handoff] = order["handoffs"]
    assert handoff["state"] not in ("on_hold", "rejected", "failed", "unknown"), handoff["reason"]
    return handoff["state"] not in ("waiting", "prepared", "sending")


@pytest.fixture(scope="module")
def folder(server, handed_off) -> Path:
    return server.data_dir / "handoff" / handed_off["handoffs"][0]["reference"]


def test_a_key_for_a_role_that_is_none_is_refused(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "pod", "key", "storefront", "--role", "owner"],
        env={**os.environ, "POD_DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 3
    assert "owner" in done.stderr


def test_the_candidates_are_drawn_at_four_thousand_pixels(server, candidates):
    assert candidates["state"] == "artwork_ready", candidates["reason"]
    assert [c["state"] for c in candidates["candidates"]] == ["ready", "ready"]
    pictures = [server.file(c["artwork"]) for c in candidates["candidates"]]
    assert pictures[0] != pictures[1]
    for data in pictures:
        with Image.open(io.BytesIO(data)) as picture:
            assert (picture.mode, picture.size) == ("RGBA", (4096, 4096))


def test_the_print_file_has_the_size_of_its_area_and_real_transparency(server, proofed):
    data = server.file(_made(proofed, "png"))
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.size == TEE_PX
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.1)
        assert picture.getchannel("A").getextrema() == (0, 255)


def test_the_pdf_says_where_it_is_cut(server, proofed):
    with pikepdf.open(io.BytesIO(server.file(_made(proofed, "pdf")))) as pdf:
        assert len(pdf.pages) == 1
        left, top, right, bottom = (float(v) for v in pdf.pages[0].TrimBox)
    assert (right - left, bottom - top) == (pytest.approx(12 * 72, abs=0.01), pytest.approx(16 * 72, abs=0.01))


def test_another_program_reads_and_draws_the_pdf(server, proofed, tmp_path):
    if not shutil.which("pdfinfo") or not shutil.which("pdftoppm"):
        pytest.skip("poppler is not installed")
    made = tmp_path / "front.pdf"
    made.write_bytes(server.file(_made(proofed, "pdf")))
    assert "Pages:           1" in subprocess.run(["pdfinfo", made], capture_output=True, text=True, check=True).stdout
    subprocess.run(["pdftoppm", "-r", "30", "-png", "-singlefile", made, tmp_path / "drawn"], check=True)
    with Image.open(tmp_path / "drawn.png") as drawn:
        assert len(drawn.convert("RGB").getcolors(maxcolors=1_000_000)) > 2


def _made(design: dict[str, Any], kind: str) -> dict[str, Any]:
    [found] = [f["file"] for f in design["files"]["files"] if f["format"] == kind]
    return dict(found)


def test_the_proof_is_drawn_from_the_very_file_that_prints(server, proofed):
    [proof] = proofed["files"]["proofs"]
    assert proof["print_file_sha256"] == _made(proofed, "png")["sha256"]
    with Image.open(io.BytesIO(server.file(proof["picture"]))) as picture:
        assert min(picture.size) > 200


def test_other_words_cost_no_picture(server, proofed):
    book = server.operate("GET", f"/api/v1/ledger?design={proofed['id']}", 200).json()
    assert len(book["items"]) == BRIEF["candidates"]
    versions = server.call("GET", proofed["links"]["versions"], 200).json()["items"]
    assert [(v["n"], v["lettering"]) for v in versions] == [(1, "READ ON"), (2, "READ MORE")]


def test_an_unpaid_order_leaves_nothing_in_the_hot_folder(ordered):
    assert (ordered["state"], ordered["in_the_hot_folder"]) == ("received", [])


def test_the_hand_off_holds_its_papers_and_its_checksums_hold(folder):
    names = {path.name for path in folder.iterdir()}
    assert {*_papers(folder), f"{folder.name}.json", "SHA256SUMS"} <= names
    listed = dict(line.split("  ", 1)[::-1] for line in (folder / "SHA256SUMS").read_text().splitlines())
    assert listed.keys() == names - {"SHA256SUMS"}
    for name, sha256 in listed.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == sha256, name


def _papers(folder: Path) -> tuple[str, ...]:
    return tuple(f"{folder.name}_{paper}.pdf" for paper in ("packing-slip", "job-ticket-1"))


def test_what_was_approved_is_what_is_handed_off(folder, proofed):
    delivered = {hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
    assert {f["file"]["sha256"] for f in proofed["files"]["files"]} <= delivered


def test_the_ticket_names_order_variant_quantity_and_address(folder):
    text = (folder / f"{folder.name}.json").read_text(encoding="utf-8")
    json.loads(text)
    for word in ("shop-1001", "tee/M/navy", "1 Long Street"):
        assert word in text


def test_the_papers_can_be_read_by_others(folder):
    for name in _papers(folder):
        with pikepdf.open(folder / name) as pdf:
            assert len(pdf.pages) >= 1


def test_marking_it_paid_again_sends_nothing_again(server, handed_off, folder):
    assert len(handed_off["handoffs"]) == 1
    assert [p for p in folder.parent.iterdir() if p.name.startswith("job")] == [folder]
    history = server.operate("GET", handed_off["links"]["self"], 200).json()
    assert history["handoffs"][0]["attempts"] == 1

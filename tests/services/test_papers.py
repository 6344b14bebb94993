"""Job ticket and packing slip, read by poppler, pikepdf and a QR reader that is not ours."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import cv2
import numpy as np
import pikepdf
import pytest
from PIL import Image

from fulfillment.base import HandOffFile, HandOffItem, HandOffOrder
from pod.model.geometry import Box, Size
from pod.model.order import ShipTo
from pod.services import papers

REFERENCE = "job33cd0d4559553c14eeb6"
pytestmark = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")


def a_file(area: str, form: str) -> HandOffFile:
    return HandOffFile(
        area, form, "ab12" * 16, 12345, 3600, 4800, 300, Size(304.8, 406.4), 0, Box(6.3, 42, 292.1, 322.4), "srgb"
    )


@pytest.fixture
def order(tmp_path: Path) -> HandOffOrder:
    proof = tmp_path / "proof.png"
    Image.new("RGB", (1400, 1200), (33, 38, 66)).save(proof)
    item = HandOffItem(
        line=1,
        sku="tee",
        product_name="Unisex T-shirt",
        variant="tee/M/navy",
        size="M",
        cloth="navy",
        cloth_rgb="#212642",
        quantity=12,
        design_id="d" * 32,
        version=3,
        lettering="ÉTÉ & SUN\n2026",
        files=(a_file("front", "png"), a_file("front", "pdf"), a_file("back", "png")),
        thumbnail=proof,
        approved_by="shopper 2026-11-26 10:00 UTC",
        checks=("front: 300 ppi, source 300 ppi, ready",),
    )
    to = ShipTo(name="Ναταλία Жукова", line1="1 <b>Long</b> & Street", city="London", postcode="N1 1AA", country="GB")
    return HandOffOrder(REFERENCE, "shop-10442", datetime(2026, 11, 26, 10, tzinfo=UTC), to, (item,))


@pytest.fixture
def text_of(tmp_path: Path) -> Callable[[bytes], str]:
    def read(pdf: bytes) -> str:
        path = tmp_path / "paper.pdf"
        path.write_bytes(pdf)
        done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
        return done.stdout.decode()

    return read


def test_the_job_ticket_says_what_the_press_needs(order, text_of):
    text = text_of(papers.job_ticket(order, order.items[0]))
    for word in (
        REFERENCE, "shop-10442", "12 ×", "Unisex T-shirt", "Size M", "navy", "ÉTÉ & SUN", "2026", "Front", "Back",
        "292.1 × 322.4 mm", "6.3 mm from the left, 42.0 mm from the top", "304.8 × 406.4 mm", "3600 × 4800 px",
        f"{REFERENCE}_1_front_v3_12.pdf", "ab12ab12", "shopper 2026-11-26 10:00 UTC", "ready",
    ):  # fmt: skip
        assert word in text, word


def test_the_packing_slip_holds_the_address_as_it_was_given_and_no_price(order, text_of):
    text = text_of(papers.packing_slip(order))
    for word in ("Ναταλία Жукова", "1 <b>Long</b> & Street", "N1 1AA London", "GB", "12 × Unisex T-shirt", "12 pieces"):
        assert word in text, word
    assert "$" not in text
    assert "USD" not in text


@pytest.mark.parametrize(("draw", "says"), [("ticket", f"{REFERENCE}/1"), ("slip", REFERENCE)])
def test_the_qr_code_is_read_from_the_printed_page(order, tmp_path, draw, says):
    drawn = papers.job_ticket(order, order.items[0]) if draw == "ticket" else papers.packing_slip(order)
    (tmp_path / "p.pdf").write_bytes(drawn)
    subprocess.run(["pdftoppm", "-r", "200", "-png", "-singlefile", tmp_path / "p.pdf", tmp_path / "p"], check=True)
    page = np.asarray(Image.open(tmp_path / "p.png").convert("L"))
    assert cv2.QRCodeDetector().detectAndDecode(page)[0] == says


def test_papers_are_the_same_bytes_every_time(order):
    assert papers.job_ticket(order, order.items[0]) == papers.job_ticket(order, order.items[0])
    assert papers.packing_slip(order) == papers.packing_slip(order)


def test_every_font_is_embedded(order, tmp_path):
    (tmp_path / "p.pdf").write_bytes(papers.job_ticket(order, order.items[0]))
    with pikepdf.open(tmp_path / "p.pdf") as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_words_that_are_too_wide_are_broken_and_never_run_off_the_page(order, text_of):
    wide = replace(order.items[0], lettering="W" * 300, variant="tee/" + "x" * 200)
    text = text_of(papers.job_ticket(order, wide))
    assert text.count("W") == 300
    assert max(len(line.strip()) for line in text.splitlines() if "WWW" in line) < 60


def test_a_long_order_goes_on_to_more_pages_and_loses_no_line(order, text_of):
    many = replace(order, items=tuple(replace(order.items[0], line=n, quantity=n) for n in range(1, 41)))
    pdf = papers.packing_slip(many)
    text = text_of(pdf)
    assert all(f"{n} × Unisex T-shirt" in text for n in range(1, 41))
    assert "820 pieces" in text
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(opened.pages) >= 4

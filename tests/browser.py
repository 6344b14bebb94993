"""A real browser for the tests: the system's Chromium, driven by Playwright, and pages that complain.

A page that a test opens is watched: an error on its console, a broken rule of the content policy, a request to another
host or a part that does not fit the window fails the test.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.system import PACKAGES, TRIED

CHECKOUT_DATA = Path(__file__).resolve().parent.parent / "var"
WIDE, NARROW = (1280, 900), (360, 800)

_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_OVERFLOW = """() => [...document.querySelectorAll('body *')]
    .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1
        && !e.closest('.visually-hidden, .wide, dialog'))
    .map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40)).slice(0, 5)"""


def chromium() -> str | None:
    return next((path for path in map(shutil.which, PACKAGES["chromium"]) if path), None)


@contextmanager
def launched() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield launch(playwright)


def launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=chromium(), args=_FLAGS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the session. Without it tests are skipped, except where CI says that it must be there."""
    if chromium() is None:
        if os.environ.get("CI") == "true" and not TRIED.exists():
            pytest.fail("Chromium is missing, and nobody has tried to install it: run `make system`.")
        pytest.skip("Chromium is not installed; `make system` installs it where it may.")
    with launched() as running:
        yield running


@dataclass
class Watched:
    """What went wrong on the pages of a context."""

    context: BrowserContext
    host: str
    wrong: list[str] = field(default_factory=list)

    def page(self) -> Page:
        page = self.context.new_page()
        page.on("console", lambda message: self._heard(message.type, message.text))
        page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))
        page.on("request", lambda request: self._asked(request.url))
        return page

    def _heard(self, kind: str, text: str) -> None:
        # the browser reports an answer such as 409 or 422 by itself; the page has said it in words
        if kind in ("error", "warning") and "the server responded with a status of 4" not in text:
            self.wrong.append(f"console: {text}")

    def _asked(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") and parts.netloc != self.host:
            self.wrong.append(f"asked another host: {url}")


@contextmanager
def watched(browser: Browser, address: str, size: tuple[int, int] = WIDE, **options: object) -> Iterator[Watched]:
    """A fresh browser profile of a window `size`; nothing may have gone wrong when it is left."""
    context = browser.new_context(
        base_url=address, viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce", **options
    )
    context.set_default_timeout(20_000)
    seen = Watched(context, urlsplit(address).netloc)
    try:
        yield seen
    finally:
        context.close()
    assert seen.wrong == []


def assert_fits(page: Page) -> None:
    """Nothing is wider than the window."""
    assert page.evaluate(_OVERFLOW) == [], page.url
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), page.url


@dataclass
class Serving:
    """A running `pod serve`, and the password of its first start."""

    address: str
    data_dir: Path
    password: str


@contextmanager
def serving(data_dir: Path, **settings: str) -> Iterator[Serving]:
    """`pod serve` on a free port and on `data_dir`, with the motifs of the checkout."""
    environ = {**os.environ, "POD_DATA_DIR": str(data_dir), "POD_EMBEDDED_DATA_DIR": str(CHECKOUT_DATA), **settings}
    process = subprocess.Popen(
        [sys.executable, "-m", "pod", "serve", "--port", "0"], env=environ, stdout=subprocess.PIPE, text=True
    )
    try:
        yield _announced(process, data_dir)
        process.terminate()
        assert process.wait(timeout=60) == 0
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def _announced(process: subprocess.Popen[str], data_dir: Path) -> Serving:
    password = ""
    for line in process.stdout:
        if "First start" in line:
            password = line.split("“")[2].split("”")[0]
        if "Pod is at" in line:
            return Serving(line.split()[-1], data_dir, password)
    raise AssertionError("the server ended before it listened")

"""A headless Chromium and a Pod of its own for the tests that look at pages as a person does.

The fixtures `browser`, `server` and `visit` are known to all journeys. `visit` opens a page that
remembers everything that must not happen on it: console errors, refusals by the content policy, requests to others.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.servers.pod import Shop, served
from tests.system import PACKAGES, TRIED

PHONE = {"width": 360, "height": 800}
DESK = {"width": 1280, "height": 900}

CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

MISSING = "Chromium is not installed: run `make system`."


def chromium() -> str:
    """Its path, or ""."""
    return next((path for name in PACKAGES["chromium"] if (path := shutil.which(name))), "")


@contextmanager
def launched() -> Iterator[Browser]:
    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=chromium(), headless=True, args=list(CHROMIUM_ARGUMENTS))
        try:
            yield found
        finally:
            found.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for the session. Without it tests are skipped, except where CI says that it must be there."""
    if not chromium():
        if os.environ.get("CI") == "true" and not TRIED.exists():
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    with served(tmp_path_factory.mktemp("shop")) as shop:
        yield shop


@dataclass
class Visit:
    """A page, and what went wrong on it. `expected` are texts of console errors that a test causes itself."""

    page: Page
    address: str
    wrong: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page

    def check(self) -> None:
        """Nothing went wrong so far, and the page does not reach out of its window sideways."""
        unforeseen = [said for said in self.wrong if not any(text in said for text in self.expected)]
        assert unforeseen == [], unforeseen
        if self.page.is_closed():
            return
        over = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, f"{self.page.url} reaches {over} px out of its window"


def watched(context: BrowserContext, address: str) -> Visit:
    page = context.new_page()
    page.set_default_timeout(30_000)
    visit = Visit(page, address)
    page.on("console", lambda m: visit.wrong.append(f"{m.type}: {m.text}") if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: visit.wrong.append(f"script: {error}"))
    page.on("request", lambda request: visit.wrong.extend(_foreign(request.url, address)))
    return visit


def _foreign(url: str, address: str) -> list[str]:
    ours = urlsplit(url).netloc == urlsplit(address).netloc or urlsplit(url).scheme in ("data", "blob")
    return [] if ours else [f"request to another: {url}"]


@pytest.fixture
def visit(browser: Browser, server: Shop) -> Iterator[Callable[..., Visit]]:
    """``visit(PHONE)`` opens a page of that size; keywords go to the browser's context. All is checked at the end."""
    contexts, visits = list[BrowserContext](), list[Visit]()

    def opened(size: dict[str, int] = DESK, **options: Any) -> Visit:
        contexts.append(browser.new_context(viewport=size, locale="en-GB", **options))
        visits.append(watched(contexts[-1], server.address))
        return visits[-1]

    yield opened
    for made in visits:
        made.check()
    for context in contexts:
        context.close()

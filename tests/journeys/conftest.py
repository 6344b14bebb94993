"""One Chromium for all browser journeys: its driver cannot be started twice in a process."""

from __future__ import annotations

from tests.browser import browser, server, visit

__all__ = ["browser", "server", "visit"]

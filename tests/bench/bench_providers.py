"""Image services: what an answer that holds a whole 4K picture costs."""

from __future__ import annotations

import base64
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import requests

from pod.providers.base import OutcomeKind, ProviderRequest
from pod.providers.gemini import Gemini, GeminiSettings
from pod.providers.remote import Outside
from pod.store.local_files import LocalFiles
from tests.bench.rows import Row, Said, Work
from tests.contracts.provider_contract import a_prompt
from tests.servers.gemini import KEY

TITLE = "Image services: an answer with a 4096 px picture in it"

ROOT = Path(__file__).resolve().parents[2]


def rows() -> Iterator[Row]:
    yield "25 MB of JSON from a service: read, decoded, looked at and stored", _answered
    yield "25 MB of JSON from a service: read at one go, the base64 decoded", _naive


def _answered() -> Work:
    server, url = _serving()
    provider = Gemini(GeminiSettings(api_key=KEY, base_url=url), Outside())
    folder = tempfile.TemporaryDirectory()
    return partial(_draw, provider, LocalFiles(Path(folder.name)), server, folder)


def _draw(provider: Gemini, files: LocalFiles, server: subprocess.Popen[str], folder: object) -> Said:
    before_mb = _resident_mb()
    outcome = provider.submit(ProviderRequest(a_prompt("a fox"), 7, 4096, 4096), "row")
    assert outcome.kind is OutcomeKind.OK, outcome.reason
    ref = files.put(outcome.picture.data, "image/png")
    server.terminate()
    server.wait(timeout=30)
    return Said(f"{ref.bytes / 1e6:.1f} MB stored, {_peak_mb() - before_mb:.0f} MB above idle")


def _naive() -> Work:
    server, url = _serving()
    return partial(_draw_naively, url, server)


def _draw_naively(url: str, server: subprocess.Popen[str]) -> Said:
    before_mb = _resident_mb()
    answer = requests.post(f"{url}/v1beta/models/gemini-nano-banana-2.1:generateContent", timeout=60).json()
    data = base64.b64decode(answer["candidates"][0]["content"]["parts"][0]["inlineData"]["data"])
    server.terminate()
    server.wait(timeout=30)
    return Said(f"{len(data) / 1e6:.1f} MB, {_peak_mb() - before_mb:.0f} MB above idle")


def _serving() -> tuple[subprocess.Popen[str], str]:
    """In a process of its own, so that its memory is not ours."""
    command = [sys.executable, "-m", "tests.bench.picture_server"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert server.stdout is not None
    return server, server.stdout.readline().strip()


def _resident_mb() -> float:
    return _status_mb("VmRSS")


def _peak_mb() -> float:
    return _status_mb("VmHWM")


def _status_mb(field: str) -> float:
    """From the process's own status (proc(5)); 0 where there is none."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{field}:")), 0.0)

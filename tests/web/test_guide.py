"""Every command of ``docs/api.md`` runs, in its order, against a Pod that serves; and its log is lines of JSON."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from tests.servers.pod import CHECKOUT_DATA, ROOT, serving
from tests.web.shop import a_picture

GUIDE = ROOT / "docs" / "api.md"
STRICT = """set -euo pipefail
# a refusal ends the script: the guide shows what works
curl() { command curl --fail-with-body --max-time 60 "$@"; }
"""


def commands(text: str) -> str:
    """The indented blocks of the guide, one after the other."""
    return "\n".join(line[4:] for line in text.splitlines() if line.startswith("    "))


def test_every_command_of_the_guide_runs_in_its_order(tmp_path):
    if shutil.which("curl") is None:
        pytest.skip("needs curl")
    data, place, log = tmp_path / "data", tmp_path / "place", tmp_path / "log"
    place.mkdir()
    (place / "mine.png").write_bytes(a_picture(1200, 1200))
    script = commands(GUIDE.read_text(encoding="utf-8"))
    assert script.count("curl ") >= 15
    with serving(data, log, POD_EMBEDDED_DATA_DIR=str(CHECKOUT_DATA)) as pod:
        here = script.replace("http://127.0.0.1:8080", pod.address)
        path = f"{Path(sys.executable).parent}:{pod.environ['PATH']}"
        done = subprocess.run(
            ["bash", "-c", f'{STRICT}{here}\nprintf "\\n%s %s\\n" "$ORDER" "$KEY"'],
            cwd=place,
            env={**pod.environ, "PATH": path},
            capture_output=True,
            text=True,
            timeout=280,
        )
        assert done.returncode == 0, f"{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
        order_id, key = done.stdout.splitlines()[-1].split(" ", 1)
        order = requests.get(f"{pod.address}/api/v1/orders/{order_id}", headers=_header(key), timeout=30).json()
    assert order["state"] in ("paid", "in_progress")
    assert order["items"][0]["quantity"] == 2
    assert (place / "front.print").read_bytes()[:4] in (b"\x89PNG", b"%PDF")
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert {"http.request", "job.ended"} <= {line["event"] for line in lines}
    assert all(line.get("request_id") for line in lines if line["event"] == "http.request")
    assert key.removeprefix("Authorization: Bearer ") not in log.read_text(encoding="utf-8")


def _header(line: str) -> dict[str, str]:
    name, _, value = line.partition(": ")
    return {name: value}


def test_the_control_a_command_that_is_refused_ends_the_script(tmp_path):
    if shutil.which("curl") is None:
        pytest.skip("needs curl")
    with serving(tmp_path, POD_EMBEDDED_DATA_DIR=str(CHECKOUT_DATA)) as pod:
        done = subprocess.run(
            ["bash", "-c", f"{STRICT}curl -s {pod.address}/api/v1/orders\necho went on"], capture_output=True, text=True
        )
    assert done.returncode != 0
    assert "went on" not in done.stdout

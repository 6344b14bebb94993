"""Many who read slowly keep nobody else waiting."""

from __future__ import annotations

import random
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from urllib.parse import urlsplit

import pytest
import requests

from pod.web.files import file_url
from tests.servers.pod import CHECKOUT_DATA, serving

LARGE = 24 * 1024 * 1024
"""More than a server buffers and a kernel keeps for somebody who does not read."""

PATIENCE_S = 60


@contextmanager
def slow_readers(address: str, path: str, number: int, header: str = "") -> Iterator[None]:
    """So many that ask for `path`, read the first bytes of it, and then nothing more."""
    where = urlsplit(address)
    with ExitStack() as open_ones:
        for _ in range(number):
            reader = open_ones.enter_context(socket.socket())
            reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            reader.settimeout(PATIENCE_S)
            reader.connect((where.hostname, where.port))
            reader.sendall(f"GET {path} HTTP/1.1\r\nHost: {where.hostname}\r\n{header}\r\n".encode())
            assert reader.recv(12).startswith(b"HTTP/1.1 20")
        yield


@pytest.fixture
def large(shop, tmp_path):
    """A data folder with a design to ask for, and the address of a large file in it."""
    design_id = shop.design()
    ref = shop.services.files.put(random.Random(7).randbytes(LARGE), "image/png")
    with shop.app.test_request_context():
        address = file_url(ref)
    shop.services.close()
    return tmp_path / "data", f"/api/v1/designs/{design_id}", address


@pytest.mark.parametrize("header", ["", "Range: bytes=0-\r\n", f"Range: bytes=1-{LARGE - 2}\r\n"])
def test_polls_go_on_while_many_download_slowly(large, header):
    data_dir, poll, file = large
    with serving(data_dir, POD_EMBEDDED_DATA_DIR=str(CHECKOUT_DATA)) as pod:
        with slow_readers(pod.address, file, 24, header):
            for _ in range(20):
                assert requests.get(pod.address + poll, timeout=PATIENCE_S).status_code == 200
        whole = requests.get(pod.address + file, timeout=PATIENCE_S)
        assert (whole.status_code, len(whole.content)) == (200, LARGE)


PIECE_BY_PIECE = f"""
from flask import Flask
from waitress.server import create_server
app = Flask("control")
app.add_url_rule("/large", "large", lambda: app.response_class(bytes(65536) for _ in range({LARGE} // 65536)))
app.add_url_rule("/small", "small", lambda: "here")
server = create_server(app, host="127.0.0.1", port=0, threads=2, outbuf_high_watermark=1024 * 1024)
print(server.effective_port, flush=True)
server.run()
"""


def test_the_control_a_view_that_sends_piece_by_piece_keeps_everybody_waiting():
    """What slow readers do to a server whose threads send: the test above could fail."""
    with subprocess.Popen([sys.executable, "-c", PIECE_BY_PIECE], stdout=subprocess.PIPE, text=True) as server:
        try:
            address = f"http://127.0.0.1:{server.stdout.readline().strip()}"
            assert requests.get(f"{address}/small", timeout=PATIENCE_S).text == "here"
            with slow_readers(address, "/large", 2), pytest.raises(requests.Timeout):
                requests.get(f"{address}/small", timeout=1)
            assert requests.get(f"{address}/small", timeout=PATIENCE_S).text == "here"
        finally:
            server.kill()

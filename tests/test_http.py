"""Calls to the outside, against servers of our own on loopback that hang, lie, drip and redirect."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from pod.http import Client, Fetcher, Measured, Timeouts, Verdict, any_address, is_public
from pod.model.errors import InputRefused, NotConfigured, Unavailable

Answer = Callable[[BaseHTTPRequestHandler], None]
SHORT = Timeouts(connect_s=2.0, read_s=0.3, total_s=5.0)
SECRET = "tok_5f2c9a7d"


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request, client_address):
        """A client that hangs up is what these tests are about."""


@contextmanager
def serving(answer: Answer, certificate: Path | None = None) -> Iterator[tuple[int, list[str]]]:
    """A server on 127.0.0.1: its port, and the request lines it has seen."""
    seen: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            seen.append(self.requestline)
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            answer(self)

        def do_POST(self):
            self.do_GET()

        def log_message(self, *args):
            """Quiet."""

    server = Server(("127.0.0.1", 0), Handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server.server_address[1], seen
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def says(status: int, body: bytes = b"", **headers: str) -> Answer:
    def answer(h: BaseHTTPRequestHandler) -> None:
        h.send_response(status)
        h.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            h.send_header(name.replace("_", "-"), value)
        h.end_headers()
        h.wfile.write(body)

    return answer


def hangs(h: BaseHTTPRequestHandler) -> None:
    h.rfile.read(1)  # until the client gives up


def drips(h: BaseHTTPRequestHandler) -> None:
    """A byte every 50 ms, for ever: no single silence is long."""
    h.send_response(200)
    h.end_headers()
    pause = threading.Event()
    while not pause.wait(0.05):
        h.wfile.write(b".")
        h.wfile.flush()


def drips_headers(h: BaseHTTPRequestHandler) -> None:
    h.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    pause = threading.Event()
    while not pause.wait(0.05):
        h.wfile.write(b".")
        h.wfile.flush()


def hangs_up(h: BaseHTTPRequestHandler) -> None:
    h.connection.shutdown(socket.SHUT_RDWR)


def client(port: int, **more) -> Client:
    return Client(f"http://127.0.0.1:{port}", **{"timeouts": SHORT, **more})


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


# Verdicts


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (200, Verdict.OK),
        (201, Verdict.OK),
        (302, Verdict.REJECTED),
        (400, Verdict.REJECTED),
        (401, Verdict.REJECTED),
        (404, Verdict.REJECTED),
        (408, Verdict.UNKNOWN),
        (409, Verdict.REJECTED),
        (429, Verdict.THROTTLED),
        (500, Verdict.UNKNOWN),
        (503, Verdict.UNKNOWN),
    ],
)
def test_a_status_has_its_verdict(status, verdict):
    with serving(says(status, b"their own words")) as (port, _):
        reply = client(port).send("POST", "/orders", json={})
    assert (reply.verdict, reply.status) == (verdict, status)
    assert ("their own words" in reply.reason) is (verdict is not Verdict.OK)


@pytest.mark.parametrize("answer", [hangs, hangs_up], ids=["hangs", "hangs up"])
def test_no_answer_after_sending_is_unknown_and_nothing_is_sent_again(answer):
    with serving(answer) as (port, seen):
        reply = client(port).send("POST", "/orders", json={"n": 1})
    assert reply.verdict is Verdict.UNKNOWN
    assert len(seen) == 1


def test_a_closed_port_is_surely_not_sent():
    assert client(free_port()).send("POST", "/orders", json={}).verdict is Verdict.UNAVAILABLE_BEFORE_SEND


def test_a_name_that_does_not_resolve_is_surely_not_sent(monkeypatch):
    def no_name(*args):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", no_name)
    reply = Client("https://partner.example").send("POST", "/orders", json={})
    assert reply.verdict is Verdict.UNAVAILABLE_BEFORE_SEND


@pytest.mark.parametrize("answer", [drips, drips_headers], ids=["body", "headers"])
def test_a_server_that_drips_is_ended_by_the_total_limit(answer):
    with serving(answer) as (port, _):
        reply = client(port, timeouts=Timeouts(2.0, 2.0, 0.4)).send("GET", "/")
    assert reply.verdict is Verdict.UNKNOWN
    assert "more than 0.4 s" in reply.reason


def test_a_call_that_expires_while_a_name_is_looked_up_is_never_sent(monkeypatch):
    real, looked_up = socket.getaddrinfo, threading.Event()

    def slow(host, *args):
        looked_up.wait(0.5)  # longer than the whole call may take
        return real("127.0.0.1", *args)

    with serving(says(200)) as (port, seen):
        monkeypatch.setattr(socket, "getaddrinfo", slow)
        reply = client(port, timeouts=Timeouts(2.0, 2.0, 0.1)).send("POST", "/orders", json={})
    assert reply.verdict is Verdict.UNAVAILABLE_BEFORE_SEND
    assert "more than 0.1 s" in reply.reason
    assert seen == []


def test_a_name_with_many_dead_addresses_is_ended_by_the_total_limit(monkeypatch):
    tried = []

    def silent(self, target):
        tried.append(target)
        threading.Event().wait(0.05)
        raise TimeoutError

    many = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (f"93.184.215.{n}", 443)) for n in range(200)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args: many)
    monkeypatch.setattr(socket.socket, "connect", silent)
    reply = Client("https://partner.example", timeouts=Timeouts(2.0, 2.0, 0.2)).send("POST", "/orders", json={})
    assert reply.verdict is Verdict.UNAVAILABLE_BEFORE_SEND
    assert len(tried) < 100


def test_an_answer_past_the_cap_is_cut_off():
    with serving(says(200, b"x" * 5000)) as (port, _):
        reply = client(port, max_bytes=4999).send("GET", "/")
        whole = client(port, max_bytes=5000).send("GET", "/")
    assert reply.verdict is Verdict.UNKNOWN
    assert "larger than 4,999 bytes" in reply.reason
    assert len(whole.body) == 5000


def test_a_body_shorter_than_announced_is_no_answer():
    def short(h):
        h.send_response(200)
        h.send_header("Content-Length", "100")
        h.end_headers()
        h.wfile.write(b"only this")

    with serving(short) as (port, _):
        assert client(port).send("GET", "/").verdict is Verdict.UNKNOWN


def test_a_redirect_is_not_followed():
    with serving(says(302, Location="/elsewhere")) as (port, seen):
        client(port).send("GET", "/here")
    assert seen == ["GET /here HTTP/1.1"]


NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "until"),
    [
        ({"Retry_After": "90"}, NOW + timedelta(seconds=90)),
        ({"Retry_After": "Fri, 20 Nov 2026 12:05:00 GMT"}, NOW + timedelta(minutes=5)),
        ({"Retry_After": "Fri, 20 Nov 2026 12:05:00 -0000"}, NOW + timedelta(minutes=5)),
        ({"Retry_After": "soon"}, None),
        ({"Retry_After": "9" * 30}, None),
        ({}, None),
    ],
)
def test_throttled_says_until_when(told, until):
    with serving(says(429, **told)) as (port, _):
        assert client(port, clock=lambda: NOW).send("GET", "/").until == until


def test_json_is_sent_and_read():
    with serving(says(200, b'{"id": 7}')) as (port, _):
        assert client(port).send("POST", "/orders", json={"a": 1}).json() == {"id": 7}


@pytest.mark.parametrize("body", [b"<html>", b"", b"\xff", b"[" * 100_000], ids=["page", "nothing", "bytes", "deep"])
def test_a_body_that_is_not_json_is_an_error_of_its_own(body):
    with serving(says(200, body)) as (port, _):
        reply = client(port).send("GET", "/")
    with pytest.raises(ValueError):
        reply.json()


# Secrets and surroundings


def test_a_secret_never_shows_in_reasons_or_logs():
    with capture_logs() as logged:
        with serving(says(400, f"bad token {SECRET}".encode())) as (port, _):
            echoed = client(port, secrets=[SECRET], headers={"Authorization": f"Bearer {SECRET}"})
            told = echoed.send("POST", f"/hooks/{SECRET}", params={"key": SECRET})
        lost = client(free_port(), secrets=[SECRET]).send("GET", "/", params={"key": SECRET})
    assert [line["event"] for line in logged] == ["http.sent", "http.sent"]
    assert {"host": "127.0.0.1", "path": "/hooks/…", "status": 400, "verdict": "rejected"}.items() <= logged[0].items()
    for text in (told.reason, lost.reason, json.dumps(logged)):
        assert SECRET not in text


def test_proxies_and_passwords_of_the_environment_are_not_used(monkeypatch, tmp_path):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password mine\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{free_port()}")
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free_port()}")
    headers: list[str | None] = []

    def notes(h):
        headers.append(h.headers.get("Authorization"))
        says(200)(h)

    with serving(notes) as (port, _):
        assert client(port).send("GET", "/").verdict is Verdict.OK
    assert headers == [None]


@pytest.mark.parametrize(
    "url", ["http://partner.example", "ftp://127.0.0.1", "https://", "https://me:pw@partner.example"]
)
def test_a_base_address_is_https_or_loopback_without_passwords(url):
    with pytest.raises(NotConfigured) as refused:
        Client(url)
    assert "pw" not in str(refused.value)


# The guarded fetcher


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.88.99.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "::ffff:0:127.0.0.1",
        "::ffff:0:a9fe:a9fe",
        "192.0.0.8",
        "198.18.0.1",
        "240.0.0.1",
        "2001:0:7f00:1::",
        "3fff::1",
        "5f00::1",
        "2002:7f00:1::",
        "fe80::1%eth0",
        "fc00::1",
        "fec0::1",
        "ff02::1",
    ],
)
def test_an_address_that_leads_inside_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])
def test_an_address_of_the_internet_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "2130706433",  # 127.0.0.1 as one number
        "0x7f000001",
        "0177.0.0.1",
        "127.1",
        "0",
        "localhost",
        "[::1]",
        "[::ffff:127.0.0.1]",
    ],
)
def test_loopback_is_refused_however_it_is_written(host):
    with serving(says(200, b"inside")) as (port, seen), pytest.raises(InputRefused):
        Fetcher(None, schemes=("http",), timeouts=SHORT).fetch(f"http://{host}:{port}/")
    assert seen == []


@pytest.mark.parametrize(
    "host", ["169.254.169.254", "[64:ff9b::a9fe:a9fe]", "[2002:a9fe:a9fe::]", "[fec0::1]", "10.0.0.1"]
)
def test_an_inside_address_is_refused_before_anything_is_connected(host, monkeypatch):
    def never(*args):
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", never)
    with pytest.raises(InputRefused, match="must not be reached"):
        Fetcher(None).fetch(f"https://{host}/latest/meta-data/")


def test_a_name_is_looked_up_once_and_that_address_is_used(monkeypatch):
    """Rebinding: the second answer leads elsewhere, and nobody asks for it."""
    answers: list[str] = []

    with serving(says(200, b"picture")) as (port, seen):
        real = socket.getaddrinfo

        def rebinding(host, *args):
            answers.append(host)
            return real("127.0.0.1" if len(answers) == 1 else "127.0.0.2", *args)

        monkeypatch.setattr(socket, "getaddrinfo", rebinding)
        fetcher = Fetcher({"files.example"}, schemes=("http",), rule=lambda a: a == "127.0.0.1", timeouts=SHORT)
        assert fetcher.fetch(f"http://files.example:{port}/a.png") == b"picture"
        with pytest.raises(InputRefused, match=r"127\.0\.0\.2"):
            fetcher.fetch(f"http://files.example:{port}/a.png")
    assert answers == ["files.example"] * 2
    assert len(seen) == 1


def local(**more) -> Fetcher:
    return Fetcher({"127.0.0.1"}, **{"schemes": ("http",), "rule": any_address, "timeouts": SHORT, **more})


def test_a_redirect_inside_is_not_followed():
    with (
        serving(says(302, Location="http://169.254.169.254/")) as (port, seen),
        pytest.raises(Unavailable, match="answered 302"),
    ):
        local().fetch(f"http://127.0.0.1:{port}/")
    assert len(seen) == 1


@pytest.mark.parametrize("status", [200, 302, 404])
def test_what_a_stranger_gets_at_an_address_is_measured_whatever_it_is(status):
    body = b"0123456789" * 20_000
    with serving(says(status, body, Content_Type="image/png; charset=x", Location="/elsewhere")) as (port, seen):
        measured = local().measure(f"http://127.0.0.1:{port}/")
    assert measured == Measured(status, "image/png", len(body), hashlib.sha256(body).hexdigest())
    assert len(seen) == 1


def test_what_is_measured_is_guarded_like_what_is_fetched():
    with serving(says(200, b"x" * 100_001)) as (port, _), pytest.raises(Unavailable, match="larger than 100,000"):
        local(max_bytes=100_000).measure(f"http://127.0.0.1:{port}/")
    with pytest.raises(InputRefused, match="not on the list"):
        local().measure("http://files.example/a.png")


def test_a_file_past_the_cap_is_cut_off():
    with serving(says(200, b"x" * 100_001)) as (port, _), pytest.raises(Unavailable, match="larger than 100,000"):
        local(max_bytes=100_000).fetch(f"http://127.0.0.1:{port}/")


def test_a_small_file_that_unpacks_to_a_large_one_is_cut_off():
    packed = gzip.compress(b"0" * 20_000_000)
    assert len(packed) < 100_000
    with (
        serving(says(200, packed, Content_Encoding="gzip")) as (port, _),
        pytest.raises(Unavailable, match="larger than 100,000"),
    ):
        local(max_bytes=100_000).fetch(f"http://127.0.0.1:{port}/")


def test_a_download_that_drips_is_ended():
    with serving(drips) as (port, _), pytest.raises(Unavailable, match=r"more than 0\.4 s"):
        local(timeouts=Timeouts(2.0, 2.0, 0.4)).fetch(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    "url",
    [
        "http://files.example/a.png",
        "file:///etc/passwd",
        "ftp://files.example/a.png",
        "gopher://files.example/",
        "//files.example/a.png",
        "https://user@files.example/a.png",
        "https://user:pw@files.example/a.png",
        "https://files.example@evil.example/a.png",
        "https://evil.example/a.png",
        "https://files.example.evil.example/a.png",
        "https://evilfiles.example/a.png",
        "https://evil.example\\.cdn.example/a.png",
        "https://evil.example\\@files.example/a.png",
        "https://files.example\\@evil.example/a.png",
        "https://evil.example\t.cdn.example/a.png",
        "https://evil.example\n.cdn.example/a.png",
        "https://evil.example%2f.cdn.example/a.png",
        "https://evil.example#.cdn.example/a.png",
        "https://evil.example?.cdn.example/a.png",
        "https://ａ.cdn.example/a.png",
        "https://files.example\0.cdn.example/a.png",
        " https://files.example/a.png",
        "https:files.example/a.png",
        "https:///files.example/a.png",
        "https://files.example./a.png",
        "https://files.example:99999/a.png",
        "https://[::1/a.png",
        "not an address",
        "",
    ],
)
def test_an_address_off_the_list_or_in_disguise_is_refused(url, monkeypatch):
    def never(*args):
        raise AssertionError("a name was looked up")

    monkeypatch.setattr(socket, "getaddrinfo", never)
    with pytest.raises(InputRefused) as refused:
        Fetcher({"files.example", ".cdn.example"}).fetch(url)
    assert refused.value.hint


def test_a_signed_address_stays_out_of_messages():
    for get in (f"http://127.0.0.1:{free_port()}", "http://127.0.0.2"):
        with pytest.raises((Unavailable, InputRefused)) as failed:
            local().fetch(f"{get}/a.png?signature={SECRET}")
        assert SECRET not in f"{failed.value} {failed.value.details}"


def test_a_leading_dot_stands_for_every_name_under_it():
    listed = Fetcher({".cdn.example"})._listed
    assert listed("eu.cdn.example")
    assert not listed("cdn.example")
    assert not listed("evilcdn.example")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory) -> Path:
    """A certificate for files.example alone, that signs itself."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl")
    folder = tmp_path_factory.mktemp("tls")
    key, cert, both = folder / "key.pem", folder / "cert.pem", folder / "both.pem"
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=files.example", "-addext", "subjectAltName=DNS:files.example", "-keyout", key, "-out", cert],
        check=True, capture_output=True,
    )  # fmt: skip
    both.write_bytes(key.read_bytes() + cert.read_bytes())
    return both


def test_the_certificate_is_checked_against_the_name_though_the_address_was_chosen(certificate, monkeypatch):
    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *args: real("127.0.0.1", *args))
    hosts = {"files.example", "other.example"}
    with serving(says(200, b"picture"), certificate) as (port, seen):
        trusting = Fetcher(hosts, rule=any_address, timeouts=SHORT, ca_file=str(certificate))
        assert trusting.fetch(f"https://files.example:{port}/") == b"picture"
        with pytest.raises(Unavailable, match="did not arrive"):
            trusting.fetch(f"https://other.example:{port}/")
        with pytest.raises(Unavailable, match="did not arrive"):
            Fetcher(hosts, rule=any_address, timeouts=SHORT).fetch(f"https://files.example:{port}/")
    assert len(seen) == 1


def test_a_certificate_nobody_signed_is_surely_not_sent(certificate, monkeypatch):
    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *args: real("127.0.0.1", *args))
    with serving(says(200), certificate) as (port, seen):
        reply = Client(f"https://files.example:{port}", timeouts=SHORT).send("POST", "/orders", json={})
    assert reply.verdict is Verdict.UNAVAILABLE_BEFORE_SEND
    assert seen == []

"""HTTP on loopback for the test servers: calls in, replies out, and lines that are cut or never answered on purpose."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True, slots=True)
class Call:
    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def route(self) -> str:
        return urlsplit(self.path).path

    @property
    def query(self) -> dict[str, str]:
        return {name: values[-1] for name, values in parse_qs(urlsplit(self.path).query).items()}

    def header(self, name: str) -> str:
        return next((v for n, v in self.headers.items() if n.lower() == name.lower()), "")

    def json(self) -> Any:
        return json.loads(self.body)

    def with_json(self, body: Any) -> Call:
        return replace(self, body=json.dumps(body).encode())


@dataclass(frozen=True, slots=True)
class Reply:
    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: bool = False
    hang: bool = False
    """`cut` and `hang`: the line is closed at once, or nobody answers until the service is gone."""


class Refused(Exception):
    """The service refuses the request with this reply; nothing is charged."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.body.decode("utf-8", "replace"))
        self.reply = reply


def said(body: Any, status: int = 200, **headers: str) -> Reply:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status, json.dumps(body).encode(), {"Content-Type": "application/json", **named})


def posted(url: str, headers: Mapping[str, str], body: bytes) -> int:
    """How somebody answers who is told of something; 0 where nobody does."""
    parts = urlsplit(url)
    connection = HTTPConnection(parts.netloc, timeout=10)
    try:
        connection.request("POST", url.partition(parts.netloc)[2] or "/", body, dict(headers))
        return connection.getresponse().status
    except (OSError, HTTPException):
        return 0
    finally:
        connection.close()


class HttpServer:
    """A subclass says in `respond` what it answers. Used as a context manager, it serves."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.broken: list[Exception] = []
        """What went wrong in the server itself: its test fails of it when the server stops."""
        self._lock = threading.RLock()
        self._gone = threading.Event()

    def respond(self, call: Call) -> Reply:
        raise NotImplementedError

    def __enter__(self) -> Self:
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()
        self.address = f"127.0.0.1:{self._server.server_address[1]}"
        self.url = f"http://{self.address}"
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.stop()
        if self.broken and kind is None:
            raise self.broken[0]

    def stop(self) -> None:
        self._gone.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def send(self, call: Call) -> int:
        """The status with which a call ends that no adapter has made."""
        connection = HTTPConnection(self.address, timeout=20)
        try:
            connection.request(call.method, call.path, call.body, dict(call.headers))
            return connection.getresponse().status
        finally:
            connection.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no error here."""


def _handler(service: HttpServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            try:
                reply = service.respond(Call(self.command, self.path, dict(self.headers), body))
            except Exception as e:
                service.broken.append(e)
                raise
            if reply.hang:
                service._gone.wait(30)
            if reply.cut or reply.hang:
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            self.send_response(reply.status)
            for name, value in {"Content-Length": str(len(reply.body)), **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

        def do_GET(self) -> None:
            self.do_POST()

        def do_PUT(self) -> None:
            self.do_POST()

        def do_PATCH(self) -> None:
            self.do_POST()

        def do_DELETE(self) -> None:
            self.do_POST()

        def log_message(self, *args: Any) -> None:
            """Quiet."""

    return Handler

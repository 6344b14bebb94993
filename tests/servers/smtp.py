"""A mail server on loopback that speaks SMTP as RFC 5321 says, with STARTTLS (3207), AUTH (4954) and 8BITMIME (6152).

It keeps what it has taken, and refuses, delays or breaks off where a test says so. It is strict with its client: MAIL before
RCPT before DATA, lines that end in CRLF, no password without TLS unless it is told to take one.
"""

from __future__ import annotations

import base64
import email
import email.policy
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER, PASSWORD = "pod@shop.example", "correct horse battery"


@dataclass(frozen=True)
class Taken:
    sender: str
    recipients: tuple[str, ...]
    raw: bytes
    private: bool

    @property
    def mail(self) -> EmailMessage:
        parsed = email.message_from_bytes(self.raw, policy=email.policy.default)
        assert isinstance(parsed, EmailMessage)
        return parsed


@dataclass
class Post:
    """`answers` are given instead of its own, by the first word of a command; ``.`` stands for the end of the data.

    An answer ``!`` breaks the connection off; ``+!`` takes the mail and breaks off before it says so.
    """

    host: str
    port: int
    ca_file: str
    tls: str
    with_auth: bool
    taken: list[Taken] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    """Every command, without passwords."""


class _Session(socketserver.StreamRequestHandler):
    server: Any

    def handle(self) -> None:
        self.post: Post = self.server.post
        self.private = self.post.tls == "tls"
        self.signed_in, self.sender, self.recipients = False, "", list[str]()
        self._say("220 mail.test ready")
        while line := self.rfile.readline(2000):
            if not line.endswith(b"\r\n"):
                self._say("500 lines end in CRLF")
                return
            word, _, rest = line.decode("utf-8").strip().partition(" ")
            word = word.upper()
            self.post.said.append(word if word == "AUTH" else line.decode().strip())
            set_answer = self.post.answers.get(word, "")
            if set_answer == "!":
                return
            if set_answer:
                self._say(set_answer)
            elif not getattr(self, f"_{word.lower()}", self._unknown)(rest):
                return

    def _say(self, text: str) -> bool:
        self.wfile.write(f"{text}\r\n".encode())
        return True

    def _unknown(self, _: str) -> bool:
        return self._say("502 no such command")

    def _ehlo(self, _: str) -> bool:
        offered = ["mail.test", "8BITMIME", "SMTPUTF8"]
        if self.post.tls == "starttls" and not self.private:
            offered.append("STARTTLS")
        if self.post.with_auth and (self.private or self.post.tls == "none"):
            offered.append("AUTH PLAIN")
        for line in offered[:-1]:
            self._say(f"250-{line}")
        return self._say(f"250 {offered[-1]}")

    def _starttls(self, _: str) -> bool:
        self._say("220 go ahead")
        self.connection = self.server.context.wrap_socket(self.connection, server_side=True)
        self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", 0)
        self.private, self.sender = True, ""
        return True

    def _auth(self, rest: str) -> bool:
        kind, _, given = rest.partition(" ")
        if kind != "PLAIN" or not given:
            return self._say("504 PLAIN with its answer, please")
        _, user, password = base64.b64decode(given).decode().split("\0")
        self.signed_in = (user, password) == (USER, PASSWORD)
        return self._say("235 welcome" if self.signed_in else f"535 wrong name or password, {password} is not it")

    def _mail(self, rest: str) -> bool:
        if self.post.with_auth and not self.signed_in:
            return self._say("530 sign in first")
        self.sender, self.recipients = _path(rest, "FROM:"), []
        return self._say("250 ok")

    def _rcpt(self, rest: str) -> bool:
        if not self.sender:
            return self._say("503 MAIL first")
        self.recipients.append(_path(rest, "TO:"))
        return self._say("250 ok")

    def _data(self, _: str) -> bool:
        if not self.recipients:
            return self._say("503 RCPT first")
        self._say("354 end with a dot")
        lines = list[bytes]()
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                return False
            lines.append(line[1:] if line.startswith(b".") else line)
        answer = self.post.answers.get(".", "250 queued")
        if answer.startswith(("250", "+!")):
            self.post.taken.append(Taken(self.sender, tuple(self.recipients), b"".join(lines), self.private))
        if answer.endswith("!"):
            return False
        self.sender, self.recipients = "", []
        return self._say(answer)

    def _noop(self, _: str) -> bool:
        return self._say("250 ok")

    def _rset(self, _: str) -> bool:
        self.sender, self.recipients = "", []
        return self._say("250 ok")

    def _quit(self, _: str) -> bool:
        self._say("221 bye")
        return False


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address, daemon_threads = True, True
    post: Post
    context: ssl.SSLContext

    def get_request(self) -> Any:
        connection, address = super().get_request()
        if self.post.tls == "tls":
            connection = self.context.wrap_socket(connection, server_side=True)
        return connection, address

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away in the middle is what some tests are about."""


@contextmanager
def running(folder: Path, *, tls: str = "starttls", with_auth: bool = True) -> Iterator[Post]:
    key_file, ca_file = _certificate(folder)
    with _Server(("127.0.0.1", 0), _Session) as server:
        server.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        server.context.load_cert_chain(ca_file, key_file)
        server.post = Post("127.0.0.1", server.server_address[1], str(ca_file), tls, with_auth)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server.post
        server.shutdown()
        thread.join()


def _path(text: str, start: str) -> str:
    told = text.partition(">")[0]
    assert told.upper().startswith(f"{start}<"), text
    return told[len(start) + 1 :]


def _certificate(folder: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    key_file, ca_file = folder / "key.pem", folder / "ca.pem"
    key_file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    ca_file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    return key_file, ca_file

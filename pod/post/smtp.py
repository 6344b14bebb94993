"""Mail, by a mail server that speaks SMTP: TLS from the first byte or by STARTTLS, with or without a password.

What SMTP cannot do: when the connection breaks after the last dot and before the server's answer, nobody knows whether it
has the mail. It is sent again then, with the same Message-ID, by which most mailboxes show it once: at least once, never lost.
"""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import EmailMessage

from pod.http import is_loopback
from pod.model.errors import NotConfigured
from pod.model.message import Channel, Delivery, Message, Outcome
from pod.paths import templates_dir
from pod.post.base import CarrierFactory
from pod.post.letters import Letters

_TIMEOUT_S = 20.0
_ADDRESS = re.compile(r"[^\s@<>\"(),:;\\]{1,64}@[^\s@<>\"(),:;\\]{1,255}")
_PORTS = {"starttls": 587, "tls": 465, "none": 25}


@dataclass(frozen=True, slots=True)
class MailSettings:
    host: str = field(metadata={"help": "The mail server that takes Pod's mails."})
    sender: str = field(metadata={"help": "The address that mails come from."})
    port: str = field(
        default="", metadata={"help": "Its port; without one 587 for starttls, 465 for tls, 25 for none."}
    )
    tls: str = field(
        default="starttls",
        metadata={"help": "How the connection is kept private: starttls, tls, or none, on the same machine only."},
    )
    user: str = field(default="", metadata={"help": "The name to sign in with, where the server wants one."})
    password: str = field(default="", metadata={"help": "The password for it.", "secret": True})
    ca_file: str = field(default="", metadata={"help": "Certificates to trust instead of the system's (PEM)."})
    shop: str = field(default="", metadata={"help": "The shop's own address: what is held or refused is told there."})


class MailServer:
    channel = Channel.MAIL

    def __init__(self, settings: MailSettings) -> None:
        self._settings = settings
        self._port = _port(settings)
        _must_be_addresses(settings)
        if settings.tls == "none" and not is_loopback(settings.host):
            raise NotConfigured(
                "mail_not_private",
                "POD_MAIL_TLS is none: passwords and addresses would go over the network in the open.",
                "Use starttls or tls; none is for a server on 127.0.0.1.",
            )
        self._letters = Letters(templates_dir() / "mail", settings.sender)

    @property
    def shop(self) -> str:
        """Where the shop itself is told; "" where it has given no address."""
        return self._settings.shop

    def deliver(self, message: Message, sender_name: str) -> Delivery:
        if not _ADDRESS.fullmatch(message.recipient):
            return Delivery(Outcome.REFUSED, "This is no address that mail can be sent to.")
        mail = self._letters.written(message, sender_name)
        try:
            with self._signed_in() as server:
                return self._sent(server, mail, message.recipient)
        except (smtplib.SMTPException, OSError) as e:
            return Delivery(Outcome.AGAIN, self._words(e))

    def check(self) -> str:
        """ "" where the server lets us in, or the sentence that says what is wrong. Sends nothing."""
        try:
            with self._signed_in() as server:
                code, said = server.noop()
        except (smtplib.SMTPException, OSError) as e:
            return self._words(e)
        return "" if code == 250 else self._told(code, said)

    @contextmanager
    def _signed_in(self) -> Iterator[smtplib.SMTP]:
        """A session that ends with the block; how it ends changes nothing any more."""
        one, context = self._settings, ssl.create_default_context(cafile=self._settings.ca_file or None)
        # the sender's domain, not this machine's name, which is nobody's business
        named = self._letters.domain
        if one.tls == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(one.host, self._port, named, timeout=_TIMEOUT_S, context=context)
        else:
            server = smtplib.SMTP(one.host, self._port, named, timeout=_TIMEOUT_S)
        try:
            if one.tls == "starttls":
                server.starttls(context=context)
            server.ehlo_or_helo_if_needed()
            if one.user:
                server.login(one.user, one.password)
            yield server
            with suppress(smtplib.SMTPException, OSError):
                server.quit()
        finally:
            server.close()

    def _sent(self, server: smtplib.SMTP, mail: EmailMessage, recipient: str) -> Delivery:
        """Each answer of its own: a server that refuses the recipient has not refused us."""
        steps: tuple[Callable[[], tuple[int, bytes]], ...] = (
            lambda: server.mail(self._settings.sender, self._options(server, recipient)),
            lambda: server.rcpt(recipient),
            lambda: server.data(bytes(mail)),
        )
        for step in steps:
            code, said = step()
            if code // 100 != 2:
                return Delivery(Outcome.REFUSED if code // 100 == 5 else Outcome.AGAIN, self._told(code, said))
        return Delivery(Outcome.TAKEN)

    def _options(self, server: smtplib.SMTP, recipient: str) -> list[str]:
        """What a mail with letters beyond ASCII in its address needs (RFC 6531)."""
        international = not (recipient + self._settings.sender).isascii()
        return ["SMTPUTF8"] if international and server.has_extn("smtputf8") else []

    def _told(self, code: int, said: bytes) -> str:
        return self._redacted(f"{self._settings.host}: {code} {said.decode('utf-8', 'replace')}"[:300])

    def _words(self, error: Exception) -> str:
        if isinstance(error, smtplib.SMTPResponseException):
            said = error.smtp_error
            return self._told(error.smtp_code, said if isinstance(said, bytes) else str(said).encode())
        return self._redacted(f"{self._settings.host}: {type(error).__name__}: {error}"[:300])

    def _redacted(self, text: str) -> str:
        return text.replace(self._settings.password, "…") if self._settings.password else text


def _port(settings: MailSettings) -> int:
    if settings.tls not in _PORTS:
        raise NotConfigured("mail_tls", f"POD_MAIL_TLS is “{settings.tls}”.", f"Use one of: {', '.join(_PORTS)}.")
    if not settings.port:
        return _PORTS[settings.tls]
    if not re.fullmatch(r"[0-9]{1,5}", settings.port) or not 0 < int(settings.port) < 65536:
        raise NotConfigured("mail_port", f"POD_MAIL_PORT is “{settings.port}”.", "Use a number from 1 to 65535.")
    return int(settings.port)


def _must_be_addresses(settings: MailSettings) -> None:
    for name, told in (("SENDER", settings.sender), ("SHOP", settings.shop)):
        if told and not _ADDRESS.fullmatch(told):
            raise NotConfigured(
                "mail_address", f"POD_MAIL_{name} is “{told}”.", "Use one address, such as shop@shop.example."
            )


CARRIER = CarrierFactory("mail", MailSettings, MailServer, "Mail to customers and to the shop, by a mail server.")

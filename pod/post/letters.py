"""What mails say: ``templates/mail/strings.en.toml`` has every sentence, the two layouts beside it how they stand."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from pod.model.message import Message

_PLACES = Formatter()


@dataclass(frozen=True, slots=True)
class Letters:
    """Turns messages into mails. `folder` is ``templates/mail``; `sender` the address that mails come from."""

    folder: Path
    sender: str

    @property
    def domain(self) -> str:
        return self.sender.rpartition("@")[2]

    def written(self, message: Message, sender_name: str) -> EmailMessage:
        """The same mail for every try, byte by byte: its id, its date and its boundary come from the message."""
        said = _said(self.folder, f"{message.event}.{message.audience}", message.body)
        # letters of other alphabets in an address need what RFC 6531 added; everything else goes the old way
        plain = (self.sender + message.recipient).isascii()
        mail = EmailMessage(policy=SMTP if plain else SMTPUTF8)
        mail["From"] = _address(self.sender, sender_name)
        mail["To"] = _address(message.recipient)
        mail["Subject"] = one_line(said["subject"])
        mail["Date"] = message.created_at
        mail["Message-ID"] = f"<{message.id}@{self.domain}>"
        # RFC 3834: no machine answers what a machine has written
        mail["Auto-Submitted"] = "auto-generated"
        told = {**said, "sender": sender_name or self.domain, "link": message.body.get("link", "")}
        mail.set_content(_layouts(self.folder).get_template("letter.txt").render(told))
        mail.add_alternative(_layouts(self.folder).get_template("letter.html").render(told), subtype="html")
        mail.set_boundary(f"pod-{message.id}")
        return mail


def _address(address: str, name: str = "") -> Address:
    mailbox, _, domain = address.rpartition("@")
    return Address(name, mailbox, domain)


def one_line(text: str) -> str:
    """A header's value: what others have typed must not begin a header of its own."""
    return re.sub(r"[\s\x00-\x1f\x7f]+", " ", text).strip()[:200]


def _said(folder: Path, key: str, values: Mapping[str, str]) -> dict[str, Any]:
    """The sentences of one kind of mail; one whose places have nothing to stand in them is left out."""
    event, _, audience = key.partition(".")
    words = _catalogue(folder)[event][audience]
    return {
        "subject": words["subject"].format_map(values),
        "button": words.get("button", ""),
        "lines": [line.format_map(values) for line in words["lines"] if _all_there(line, values)],
    }


def _all_there(line: str, values: Mapping[str, str]) -> bool:
    return all(values.get(place) for _, place, _, _ in _PLACES.parse(line) if place)


@cache
def _catalogue(folder: Path) -> Mapping[str, Any]:
    return tomllib.loads((folder / "strings.en.toml").read_text(encoding="utf-8"))


@cache
def _layouts(folder: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=select_autoescape(("html",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

"""A print shop's hot folder over SFTP: files, then papers, then checksums, and the ticket last.

    <folder>/<reference>_…             print files and papers
    <folder>/<reference>.sha256        in the form that ``sha256sum -c`` reads
    <folder>/<reference>.json          the ticket: once it has this name, the job is delivered
    <folder>/accepted/ rejected/ shipped/ cancelled/    where the printer moves a ticket, or puts an answer named after it
    <folder>/.pod/<reference>.json     which upload was about to become the delivery: our own memory

Everything goes up under a name that the printer's program ignores, is read back and compared, and gets its own name by a
rename, which does not replace what is there. The name is the reference: a folder has no other way to recognise a second
delivery. Where the printer's program has taken the ticket away, our memory says that it was delivered.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from fulfillment.base import (
    Accepted,
    Capability,
    HandOffOrder,
    NotReady,
    NotSent,
    PartnerFactory,
    PartnerOrder,
    PrintSpec,
    Quote,
    Rejected,
    Unknown,
    payload_sha256,
)
from fulfillment.files import Checked, checked
from fulfillment.hotfolder import HotFolder
from fulfillment.sftpdrop import Away, Drop, Forbidden, Login, opened
from fulfillment.terms import CLAIM_DAYS, terms_of
from fulfillment.ticketforms import FORMS
from fulfillment.tickets import document_name, file_name, problems, ticket
from pod.model.errors import NotConfigured, PartnerFailed, PodError
from pod.model.freshness import OfferSeen
from pod.model.handoff import HandOffState
from pod.model.shipment import PartnerEvent

RECORDS = ".pod"
RETURN_FOLDERS: Mapping[str, HandOffState] = {
    "shipped": HandOffState.SHIPPED,
    "cancelled": HandOffState.CANCELLED,
    "rejected": HandOffState.REJECTED,
    "error": HandOffState.REJECTED,
    "accepted": HandOffState.CONFIRMED,
}
"""The latest word first: what was accepted may be shipped afterwards."""

_IN_THE_FOLDER = (HandOffState.ACCEPTED, HandOffState.ON_HOLD)

STYLES: Mapping[str, str] = {
    "tmp": "{name}.{once}.tmp",
    "partial": "{name}.{once}.partial",
    "dot": ".{name}.{once}",
}
"""What names printers' programs ignore."""


@dataclass(frozen=True, slots=True)
class SftpSettings:
    host: str = field(metadata={"help": "The print shop's SFTP server."})
    user: str = field(metadata={"help": "The account there."})
    host_key: str = field(
        metadata={
            "help": "The server's public key, as `ssh-keyscan` prints it: type and base64. Nothing is sent to another."
        }
    )
    password: str = field(default="", metadata={"help": "The account's password.", "secret": True})
    key: str = field(default="", metadata={"help": "The account's private key, instead of a password.", "secret": True})
    port: str = field(default="22", metadata={"help": "Port of the server."})
    folder: str = field(default=".", metadata={"help": "The hot folder there."})
    style: str = field(default="tmp", metadata={"help": "Which names the printer ignores: tmp, partial or dot."})
    tickets: str = field(
        default="json", metadata={"help": "Forms of the ticket: json, csv, jdf; several, separated by commas."}
    )
    answers: str = field(
        default="",
        metadata={"help": "Where accepted/, rejected/ and shipped/ are, from the hot folder; by itself inside it."},
    )
    trigger: str = field(
        default="", metadata={"help": "Ending of an empty file that is put last, where the printer waits for one: trg."}
    )
    claim_days: str = field(default="", metadata=CLAIM_DAYS)


class Sftp(HotFolder):
    name = "sftp"
    capability = Capability.WRITE_ONLY
    needs_confirm = False
    settle_s = 90.0
    fetches_files = False
    tells_of_delivery = False
    calls_per_minute = 0

    def __init__(self, settings: SftpSettings) -> None:
        self.terms = terms_of(self.name).as_agreed(self.name, settings.claim_days)
        self._forms = _forms(settings.tickets)
        self._style = _style(settings.style)
        self._trigger = settings.trigger.strip(". ")
        self._login = Login.of(
            settings.host, settings.port, settings.user, settings.password, settings.key, settings.host_key
        )
        self._folder, self._back = settings.folder, settings.answers

    def print_spec(self, sku: str, variant: str, area: str) -> PrintSpec | None:  # noqa: ARG002 - the port's signature
        """None: the printer is sent Pod's own print areas."""
        return None

    def quote(self, order: HandOffOrder) -> Quote:  # noqa: ARG002 - the port's signature
        return Quote(None, None, "A hot folder names no price.")

    def validate(self, order: HandOffOrder) -> list[PodError]:
        return problems(order)

    def submit(self, order: HandOffOrder) -> Accepted | Rejected | NotSent | NotReady | Unknown:
        refused = self.validate(order)
        if refused:
            return Rejected(" ".join(str(e) for e in refused))
        try:
            with opened(self._login, self._folder, self._back) as drop:
                there = _found(drop, order.reference)
                return _same(there, order) if there else self._deliver(drop, order)
        except Away as e:
            return NotSent(f"{e}. Nothing was delivered.")

    def find(self, reference: str, known_as: str = "") -> PartnerOrder | None:  # noqa: ARG002 - the name is the reference
        with self._in_words(), opened(self._login, self._folder, self._back) as drop:
            return _found(drop, reference)

    def get(self, reference: str, known_as: str = "") -> PartnerOrder | None:
        return self.find(reference, known_as)

    def confirm(self, reference: str, known_as: str = "") -> Accepted | Rejected | NotReady | Unknown:
        """A folder needs no second step: whatever is there counts as confirmed."""
        try:
            there = self.find(reference, known_as)
        except PartnerFailed as e:
            return NotReady(str(e))
        return Accepted(reference, there.state) if there else Rejected(f"There is no hand-off {reference}.")

    def cancel(self, reference: str, known_as: str = "") -> Accepted | Rejected | Unknown:  # noqa: ARG002
        """Only while the ticket lies in the hot folder: without it, the printer's program makes nothing of the files."""
        try:
            with opened(self._login, self._folder, self._back) as drop:
                there = _found(drop, reference)
                if there and there.state in _IN_THE_FOLDER:
                    drop.make_folder(drop.back("cancelled"))
                    drop.rename(f"{reference}.json", drop.back("cancelled", f"{reference}.json"))
                    there = _found(drop, reference)
        except Away as e:
            return Unknown(str(e), self.settle_s)
        if there is None:
            return Rejected(f"There is no hand-off {reference} to cancel.")
        if there.state is HandOffState.CANCELLED:
            return Accepted(reference, HandOffState.CANCELLED)
        return Rejected(f"Too late: {there.note or 'the printer has it'} ({reference}, {there.state.value}).")

    def place_of(self, reference: str) -> str:
        return f"sftp://{self._login.host}/{self._folder.strip('/')}/{reference}.json"

    def read_webhook(self, headers: Mapping[str, str], raw: bytes) -> list[PartnerEvent] | None:  # noqa: ARG002
        """None: a folder sends no messages, so every one is forged."""
        return None

    def recent(self, since: datetime) -> None:
        """None: what a printer has taken out of the folder is on no list."""

    def sold(self) -> Sequence[tuple[str, ...]]:
        return ()

    def seen(self, variants: Sequence[str]) -> Sequence[OfferSeen]:  # noqa: ARG002 - the port's signature
        return ()

    def check_account(self) -> str:
        try:
            with opened(self._login, self._folder, self._back) as drop:
                drop.names("")
        except Away as e:
            return f"{e}. See POD_SFTP_… in the settings."
        return ""

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except Away as e:
            hint = "It is asked again; if this goes on, call the printer."
            raise PartnerFailed("partner_away", f"{e}.", hint) from e

    # --- delivering

    def _deliver(self, drop: Drop, order: HandOffOrder) -> Accepted | Rejected | Unknown:
        """An error before the ticket's rename leaves nothing that a printer would touch; one during it leaves it open."""
        sums = _sums(order)
        told = ticket(order, {name: sum_ for name, (_, sum_) in sums.items()})
        for name, (path, sum_) in sums.items():
            if not self._published(drop, name, path, sum_):
                return Rejected(f"{name} is already there with other content; it is never replaced.", name_used=True)
        forms = {form: make(told) for form, make in self._forms.items()}
        listed = {name: sum_.sha256 for name, (_, sum_) in sums.items()}
        listed |= {f"{order.reference}.{form}": hashlib.sha256(data).hexdigest() for form, data in forms.items()}
        lines = "".join(f"{sha256}  {name}\n" for name, sha256 in sorted(listed.items()))
        drop.put_beside(f"{order.reference}.sha256", lines.encode())
        for form, data in forms.items():
            if form != "json":
                drop.put_beside(f"{order.reference}.{form}", data)
        return self._hand_over(drop, order, forms["json"])

    def _published(self, drop: Drop, name: str, path: Path, sum_: Checked) -> bool:
        """The file under its own name, read back. False where something else has that name."""
        if not drop.exists(name):
            once = self._style.format(name=name, once=secrets.token_hex(4))
            drop.upload(path, once)
            drop.must_be(once, sum_)
            drop.rename(once, name)
        return drop.is_same(name, sum_)

    def _hand_over(self, drop: Drop, order: HandOffOrder, data: bytes) -> Accepted | Rejected | Unknown:
        """What is about to become the delivery is written down first: once that upload is gone, it has been delivered."""
        name = f"{order.reference}.json"
        once = self._style.format(name=name, once=secrets.token_hex(4))
        drop.put(once, data)
        there = _found(drop, order.reference)
        if there:
            drop.remove(once)
            return _same(there, order)
        drop.make_folder(drop.back(RECORDS))
        record = {"upload": once, "payload_sha256": payload_sha256(order)}
        trigger = f"{order.reference}.{self._trigger}" if self._trigger else ""
        _remember(drop, name, {**record, "owed": trigger})
        try:
            drop.rename(once, name)
            if trigger:
                drop.put_beside(trigger, b"")
                _remember(drop, name, record)
        except Away as e:
            return Unknown(f"The ticket could not be put in its place: {e}.", self.settle_s)
        return Accepted(order.reference, HandOffState.ACCEPTED, {"ticket": name})


def _sums(order: HandOffOrder) -> dict[str, tuple[Path, Checked]]:
    """Every file that goes along, by its name there, hashed from our own copy."""
    named = {
        file_name(order.reference, item, file): file.path for item in order.items for file in item.files if file.path
    }
    named |= {document_name(order.reference, document): document.path for document in order.documents}
    return {name: (path, checked(path)) for name, path in named.items()}


def _found(drop: Drop, reference: str) -> PartnerOrder | None:
    return _returned(drop, reference) or _waiting(drop, reference) or _taken(drop, reference)


def _returned(drop: Drop, reference: str) -> PartnerOrder | None:
    """A ticket that the printer has moved, or an answer that is named after it."""
    for folder, state in RETURN_FOLDERS.items():
        for name in drop.names(drop.back(folder)):
            if name.split(".")[0].split("_")[0] == reference:
                note = (
                    drop.read(drop.back(folder, name))[:500].decode(errors="replace").strip()
                    if name.endswith(".txt")
                    else ""
                )
                told = _record(drop, reference)
                return PartnerOrder(
                    reference, reference, state, str(told.get("payload_sha256", "")), {"folder": folder}, note
                )
    return None


def _waiting(drop: Drop, reference: str) -> PartnerOrder | None:
    name = f"{reference}.json"
    if not drop.exists(name):
        return None
    try:
        sha256 = str(drop.read_json(name).get("payload_sha256", ""))
        owed = str(_record(drop, reference).get("owed") or "")
    except Forbidden:
        sha256 = owed = ""  # where nobody may read, the name has to do
    if owed and not drop.exists(owed):
        # a person's to decide: put there once more, it might have the job made twice
        note = f"{name} is there, and {owed}, which starts the job, may never have been: call the printer, or put it there."
        return PartnerOrder(reference, reference, HandOffState.ON_HOLD, sha256, {"folder": "."}, note)
    return PartnerOrder(reference, reference, HandOffState.ACCEPTED, sha256, {"folder": "."})


def _taken(drop: Drop, reference: str) -> PartnerOrder | None:
    """Delivered, and gone from where it was delivered: the printer's program has taken the ticket in."""
    told = _record(drop, reference)
    if not told or drop.exists(str(told.get("upload"))):
        return None
    again = _returned(drop, reference) or _waiting(drop, reference)  # it may have become visible since the first look
    note = "the ticket was taken out of the hot folder"
    sha256 = str(told.get("payload_sha256", ""))
    return again or PartnerOrder(reference, reference, HandOffState.CONFIRMED, sha256, {"folder": ""}, note)


def _remember(drop: Drop, name: str, record: Mapping[str, str]) -> None:
    drop.put_beside(drop.back(RECORDS, name), json.dumps(record).encode())


def _record(drop: Drop, reference: str) -> dict[str, Any]:
    name = drop.back(RECORDS, f"{reference}.json")
    return drop.read_json(name) if drop.exists(name) else {}


def _same(there: PartnerOrder, order: HandOffOrder) -> Accepted | Rejected:
    if there.state in (HandOffState.REJECTED, HandOffState.CANCELLED):
        reason = f"{order.reference} is in {there.raw['folder']}: its name is used up. Hand the order off anew."
        return Rejected(reason, there.raw, name_used=True)
    if not there.is_of(payload_sha256(order)):
        reason = f"{order.reference} is already there with other content; it is never replaced."
        return Rejected(reason, there.raw, name_used=True)
    return Accepted(order.reference, there.state, there.raw)


def _forms(text: str) -> dict[str, Any]:
    """JSON always goes along: it is the one that is looked for."""
    wanted = {"json", *(form.strip() for form in text.split(",") if form.strip())}
    if strange := wanted - set(FORMS):
        raise NotConfigured(
            "setting_wrong", f"POD_SFTP_TICKETS names {', '.join(strange)}.", f"Use {', '.join(FORMS)}."
        )
    return {form: make for form, make in FORMS.items() if form in wanted}


def _style(text: str) -> str:
    if text not in STYLES:
        raise NotConfigured("setting_wrong", f"POD_SFTP_STYLE cannot be “{text}”.", f"Use one of: {', '.join(STYLES)}.")
    return STYLES[text]


PARTNER = PartnerFactory(
    name="sftp",
    settings=SftpSettings,
    build=Sftp,
    capability=Capability.WRITE_ONLY,
    summary="A print shop’s hot folder over SFTP: print files, papers, checksums and a ticket",
)

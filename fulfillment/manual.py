"""The own press, or a printer who takes files: one folder for each hand-off in a hot folder.

    <folder>/<reference>/          what is to be printed; appears whole, by one rename, and is never replaced
    <folder>/.<reference>.….partial    being written; hidden, and nobody's business
    <folder>/accepted/  rejected/  shipped/    where the printer moves a hand-off, or puts a file named after it
    <folder>/cancelled/                where a hand-off goes that was withdrawn before anyone touched it
    <folder>/.handed-over/             what was delivered, under which name: our own memory, for folders that were taken away

A hand-off's folder holds the print files (``{reference}_{line}_{area}_v{n}_{quantity}.{ext}``), the papers, a ticket
``{reference}.json`` and ``SHA256SUMS`` in the form that ``sha256sum -c`` reads. The name is the reference: a folder has no
other way to recognise a second delivery.
"""

from __future__ import annotations

import fcntl
import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

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
from fulfillment.files import Checked, copied, sync_folder, verified, written
from fulfillment.hotfolder import HotFolder
from fulfillment.terms import CLAIM_DAYS, terms_of
from fulfillment.tickets import TICKET_VERSION, document_name, file_name, problems, ticket
from pod.model.errors import InputRefused, PartnerFailed, PodError
from pod.model.freshness import OfferSeen
from pod.model.handoff import HandOffState
from pod.model.shipment import PartnerEvent

RETURN_FOLDERS: Mapping[str, HandOffState] = {
    "shipped": HandOffState.SHIPPED,
    "cancelled": HandOffState.CANCELLED,
    "rejected": HandOffState.REJECTED,
    "accepted": HandOffState.CONFIRMED,
}
"""The latest word first: what was accepted may be shipped afterwards."""

SUMS = "SHA256SUMS"
RECORDS = ".handed-over"
_BUSY_S = 5.0


@dataclass(frozen=True, slots=True)
class ManualSettings:
    folder: str = field(metadata={"default": "<data>/handoff", "help": "The hot folder of the manual partner."})
    claim_days: str = field(default="", metadata=CLAIM_DAYS)


def _nowhere(point: str) -> None:
    """The crash points' stand-in: a running Pod passes `pod.failpoints.fail_at`."""


class Manual(HotFolder):
    name = "manual"
    capability = Capability.WRITE_ONLY
    needs_confirm = False
    settle_s = 0.0
    fetches_files = False
    tells_of_delivery = False
    calls_per_minute = 0

    def __init__(self, settings: ManualSettings, *, at: Callable[[str], None] = _nowhere) -> None:
        self.root = Path(settings.folder)
        self.terms = terms_of(self.name).as_agreed(self.name, settings.claim_days)
        self.at = at

    def print_spec(self, sku: str, variant: str, area: str) -> PrintSpec | None:  # noqa: ARG002 - the port's signature
        """None: the own press prints Pod's own print areas."""
        return None

    def quote(self, order: HandOffOrder) -> Quote:  # noqa: ARG002 - the port's signature
        return Quote(None, None, "Printed by hand or on the own press: there is no partner's price.")

    def validate(self, order: HandOffOrder) -> list[PodError]:
        return problems(order)

    def submit(self, order: HandOffOrder) -> Accepted | Rejected | NotSent | NotReady | Unknown:
        """One folder, whole or not at all. The same order again is the same folder; another one is refused."""
        refused = self.validate(order)
        if refused:
            return Rejected(" ".join(str(e) for e in refused))
        try:
            there = self.find(order.reference)
        except PartnerFailed as e:
            return NotSent(str(e)) if e.code == "handoff_folder_away" else Unknown(str(e))
        return self._same(there, order) if there else self._deliver(order)

    def find(self, reference: str, known_as: str = "") -> PartnerOrder | None:  # noqa: ARG002 - the name is the reference
        """Where the hand-off is, its files read and compared with their checksums while it is still in the hot folder.

        `PartnerFailed` when the folder cannot be read or a file in it is not what was written.
        """
        found = self.get(reference)
        if found and found.state is HandOffState.ACCEPTED:
            with self._in_words(reference):
                self._refuse_changed(reference)
        return found

    def get(self, reference: str, known_as: str = "") -> PartnerOrder | None:  # noqa: ARG002 - the name is the reference
        """Where it is, without a look into its files: cheap enough to be asked every minute."""
        with self._in_words(reference):
            self.root.mkdir(parents=True, exist_ok=True)
            return self._returned(reference) or self._waiting(reference) or self._taken(reference)

    @contextmanager
    def _in_words(self, reference: str) -> Iterator[None]:
        try:
            yield
        except OSError as e:
            raise PartnerFailed(
                "handoff_folder_away",
                f"The hand-off folder {self.root} cannot be read: {_words(e)}.",
                "Check that its disk is there and that Pod may read and write it, or set POD_MANUAL_FOLDER.",
            ) from e
        except ValueError as e:
            raise PartnerFailed(
                "handoff_ticket_unreadable",
                f"The ticket of hand-off {reference} cannot be read: {e}.",
                "Look at the folder before anything is sent again.",
            ) from e

    def confirm(self, reference: str, known_as: str = "") -> Accepted | Rejected | NotReady | Unknown:  # noqa: ARG002 - the name is the reference
        """A folder needs no second step: whatever is there counts as confirmed."""
        try:
            there = self.find(reference)
        except PartnerFailed as e:
            return Unknown(str(e))
        return Accepted(reference, there.state) if there else Rejected(f"Hand-off {reference} is not in {self.root}.")

    def cancel(self, reference: str, known_as: str = "") -> Accepted | Rejected | Unknown:  # noqa: ARG002 - the name is the reference
        """Only while nobody has touched the folder: it moves to ``cancelled/``, where its name stays taken."""
        try:
            there = self.find(reference)
            if there is None:
                return Rejected(f"Hand-off {reference} is not in {self.root}: there is nothing to cancel.")
            if there.state is HandOffState.ACCEPTED:
                self._move_to_cancelled(reference)
        except PartnerFailed as e:
            at_work = e.code == "handoff_folder_changed"
            return Rejected(f"Somebody is at work on it: {e.message}") if at_work else Unknown(str(e))
        except OSError as e:
            return Unknown(f"The folder of {reference} could not be moved: {_words(e)}.")
        if there.state in (HandOffState.ACCEPTED, HandOffState.CANCELLED):
            return Accepted(reference, HandOffState.CANCELLED)
        return Rejected(f"Too late: {there.note or 'the printer has it'} ({reference}, {there.state.value}).")

    def place_of(self, reference: str) -> str:
        return str(self.root / reference)

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
        nearest = next(p for p in (self.root, *self.root.absolute().parents) if p.exists())
        return "" if os.access(nearest, os.W_OK) else f"Pod may not write into {nearest}, where {self.root} belongs."

    # delivering

    def _deliver(self, order: HandOffOrder) -> Accepted | Rejected | NotSent | Unknown:
        partial = self._partial(order.reference)
        try:
            self._write(order, partial)
        except InputRefused as e:
            _discard(partial)
            return Rejected(str(e))
        except OSError as e:
            _discard(partial)
            return NotSent(f"The hand-off could not be written to {self.root}: {_words(e)}. Nothing was delivered.")
        self.at("hotfolder_before_rename")
        return self._publish(order, partial)

    def _write(self, order: HandOffOrder, partial: Path) -> None:
        """Print files and papers first, then the ticket that names them, then the checksums of all."""
        partial.mkdir(parents=True)
        sums: dict[str, Checked] = {}
        for item in order.items:
            for file in item.files:
                name = file_name(order.reference, item, file)
                sums[name] = _same_bytes(name, copied(Path(file.path or ""), partial / name), file.sha256)
        for document in order.documents:
            name = document_name(order.reference, document)
            sums[name] = copied(document.path, partial / name)
        text = json.dumps(ticket(order, sums), indent=2, ensure_ascii=False) + "\n"
        name = f"{order.reference}.json"
        sums[name] = written(text.encode(), partial / name)
        lines = "".join(f"{checked.sha256}  {name}\n" for name, checked in sorted(sums.items()))
        written(lines.encode(), partial / SUMS)
        sync_folder(partial)

    def _publish(self, order: HandOffOrder, partial: Path) -> Accepted | Rejected | NotSent | Unknown:
        """The rename is the delivery. A folder that is already there is not empty, so the rename refuses to replace it.

        A folder may also be gone again, because the printer's program takes it away. So it is written down beforehand which
        partial folder is about to become the delivery: once that one is gone, it has been delivered, whatever is seen.
        """
        try:
            with _alone(self.root / RECORDS) as alone:
                if not alone:
                    _discard(partial)
                    return NotSent("Another process is handing over at this moment.", _BUSY_S)
                there = self.find(order.reference)
                if there:
                    _discard(partial)
                    return self._same(there, order)
                self._record(order, partial)
                self.at("hotfolder_after_record")
                return self._rename(order, partial)
        except PartnerFailed as e:
            _discard(partial)
            return Unknown(str(e))
        except OSError as e:
            self._withdraw(order.reference, partial)
            return NotSent(f"The hand-off could not be written to {self.root}: {_words(e)}. Nothing was delivered.")

    def _rename(self, order: HandOffOrder, partial: Path) -> Accepted | Rejected | Unknown:
        try:
            partial.rename(self.root / order.reference)
            self.at("hotfolder_after_rename")
            sync_folder(self.root)
        except OSError as e:
            return self._after_failed_rename(order, partial, e)
        for leftover in self.root.glob(f".{order.reference}.*.partial"):
            _discard(leftover)
        return Accepted(order.reference, HandOffState.ACCEPTED, {"folder": order.reference})

    def _withdraw(self, reference: str, partial: Path) -> None:
        """The record first: one that names a folder which is gone says that it was delivered."""
        try:
            self._record_of(reference).unlink(missing_ok=True)
        except OSError:
            return
        _discard(partial)

    def _record(self, order: HandOffOrder, partial: Path) -> None:
        told = {"partial": partial.name, "payload_sha256": payload_sha256(order)}
        beside = self.root / RECORDS / f"{partial.name}.new"
        beside.unlink(missing_ok=True)
        written(json.dumps(told).encode(), beside)
        beside.replace(self._record_of(order.reference))
        sync_folder(beside.parent)

    def _record_of(self, reference: str) -> Path:
        return self.root / RECORDS / f"{reference}.json"

    def _after_failed_rename(self, order: HandOffOrder, partial: Path, error: OSError) -> Accepted | Rejected | Unknown:
        """On a network disk an error does not say whether it happened: look, and without an answer leave it open."""
        try:
            there = self.find(order.reference)
        except PartnerFailed as e:
            return Unknown(f"{_words(error)}; and the look-up failed: {e.message}")
        if there is None:
            return Unknown(f"The folder could not be put in its place: {_words(error)}.")
        _discard(partial)
        return self._same(there, order)

    def _same(self, there: PartnerOrder, order: HandOffOrder) -> Accepted | Rejected:
        if there.state in (HandOffState.REJECTED, HandOffState.CANCELLED):
            folder = there.raw["folder"]
            reason = f"{order.reference} is in {folder}: its name is used up. Hand the order off anew."
            return Rejected(reason, there.raw, name_used=True)
        if there.payload_sha256 and there.payload_sha256 != payload_sha256(order):
            reason = f"{order.reference} is already there with other content; it is never replaced."
            return Rejected(reason, there.raw, name_used=True)
        return Accepted(order.reference, there.state, there.raw)

    def _partial(self, reference: str) -> Path:
        """A new name each time: a process that was only paused must not write into its successor's folder."""
        return self.root / f".{reference}.{secrets.token_hex(4)}.partial"

    # looking

    def _waiting(self, reference: str) -> PartnerOrder | None:
        folder = self.root / reference
        return self._order(reference, HandOffState.ACCEPTED, folder, ".") if folder.is_dir() else None

    def _refuse_changed(self, reference: str) -> None:
        wrong = verified(self.root / reference, SUMS)
        if wrong:
            raise PartnerFailed(
                "handoff_folder_changed",
                f"The folder of hand-off {reference} is not as it was written: {'; '.join(wrong)}.",
                "Somebody is at work in it, or the disk is failing: look at the folder before anything is sent again.",
                problems=wrong,
            )

    def _returned(self, reference: str) -> PartnerOrder | None:
        for name, state in RETURN_FOLDERS.items():
            for path in sorted((self.root / name).glob(f"{reference}*")):
                if path.stem.split("_")[0] == reference:
                    return self._order(reference, state, path, name)
        return None

    def _taken(self, reference: str) -> PartnerOrder | None:
        """Delivered, and gone from where it was delivered: the printer's program has taken the folder in."""
        record = self._record_of(reference)
        if not record.is_file():
            return None
        told = json.loads(record.read_text(encoding="utf-8"))
        if (self.root / told["partial"]).is_dir():
            return None
        # it may have become visible since the first look
        return self._returned(reference) or self._waiting(reference) or _gone(reference, told["payload_sha256"])

    def _order(self, reference: str, state: HandOffState, path: Path, folder: str) -> PartnerOrder:
        """What the ticket says, where the printer has left it; he may have kept only an answer named after it."""
        ticket_path = path / f"{reference}.json"
        told = json.loads(ticket_path.read_text(encoding="utf-8")) if ticket_path.is_file() else {}
        raw = {"folder": folder, "ticket_version": told.get("ticket_version", TICKET_VERSION)}
        return PartnerOrder(reference, reference, state, told.get("payload_sha256", ""), raw, _note(path))

    def _move_to_cancelled(self, reference: str) -> None:
        aside = self.root / "cancelled"
        aside.mkdir(exist_ok=True)
        (self.root / reference).rename(aside / reference)
        sync_folder(aside)
        sync_folder(self.root)


@contextmanager
def _alone(folder: Path) -> Iterator[bool]:
    """True for the one process that hands over; a lock ends with its process, however it ends."""
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


def _gone(reference: str, sha256: str) -> PartnerOrder:
    note = "the folder was taken out of the hot folder"
    return PartnerOrder(reference, reference, HandOffState.CONFIRMED, sha256, {"folder": ""}, note)


def _same_bytes(name: str, checked: Checked, approved_sha256: str) -> Checked:
    if checked.sha256 != approved_sha256:
        raise InputRefused(
            "print_file_changed",
            f"{name} is not the file that was approved: its SHA-256 is {checked.sha256[:12]}…, not {approved_sha256[:12]}….",
            "Prepare the print files again.",
            measured=checked.sha256,
            required=approved_sha256,
        )
    return checked


def _note(path: Path) -> str:
    """The printer's own words, from a text file he left: at most the first 500 characters."""
    texts = [path] if path.suffix == ".txt" else sorted(path.glob("*.txt")) if path.is_dir() else []
    return texts[0].read_text(encoding="utf-8", errors="replace")[:500].strip() if texts else ""


def _discard(folder: Path) -> None:
    """Leftovers are hidden and harmless: failing to remove them is no failure of the hand-off."""
    shutil.rmtree(folder, ignore_errors=True)


def _words(error: OSError) -> str:
    return f"{error.strerror or error} ({Path(error.filename).name})" if error.filename else str(error)


PARTNER = PartnerFactory(
    name="manual",
    settings=ManualSettings,
    build=Manual,
    capability=Capability.WRITE_ONLY,
    summary="A hot folder with print files, papers and checksums, for the own press or a printer who takes files",
)

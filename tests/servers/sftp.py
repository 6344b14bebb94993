"""A trade printer's hot folder behind SFTP, and the program there that takes jobs in: our test server.

A real server of the protocol, on loopback. The program keeps to what printers' manuals say: it leaves names alone that say that
they are being written, waits for files that a ticket names and that are not there, rejects those whose checksum is another,
deletes files that no ticket names, and prints whatever comes, as often as it comes. It never answers; what it has taken in, or
rejected, is found in another folder.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import shutil
import socket
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import paramiko

from tests.servers.partner import NOON, Charge, Clock, Faults

USER, PASSWORD = "pod", "sftp test password"
INBOX, ACCEPTED, REJECTED, SHIPPED = "in", "accepted", "rejected", "shipped"
_BEING_WRITTEN = (".tmp", ".partial", ".part")
_FULL_AT = 40_000

PAGES = ("https://help.ricohsoftware.com/", "https://doku.pdi.elanders-germany.com/")
"""Of printers and of makers of their programs: how jobs are dropped into a folder."""

FAULTS: Mapping[str, str] = {
    "connect: cut": "the line is cut before a word is said",
    "login: refused": "the password or the key is not taken",
    "write: full": "the disk is full in the middle of a file",
    "write: cut": "the line is cut in the middle of a file",
    "write: short": "the end of a file is lost without a word",
    "rename: refused": "a name may not be changed",
    "rename: cut after": "a name is changed, and the line is cut before that is said",
    "rename: cut before": "the line is cut, and the name stays",
    "mkdir: refused": "a folder may not be made",
    "list: refused": "a folder may not be looked into",
}


@dataclass
class Job:
    """As the printer has it: how often it was taken in is how often it is printed."""

    id: str
    ticket: Mapping[str, Any]
    files: dict[str, str]
    """By name, each with its SHA-256."""
    state: str = ACCEPTED
    times: int = 1
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """One thing that was done to the printer's disk, in its order."""

    what: str
    path: str
    to: str = ""


@dataclass
class Unit:
    """A ticket, and the files that it names."""

    ticket: Path
    told: Mapping[str, Any]
    sums: Mapping[str, str]
    missing: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


class SftpServer:
    """`folder` is the printer's disk. `trigger` is a file that must stand beside a ticket (``.trg``, its own extension) or
    in its folder (``finished.sync``) before it is looked at; `reads` is whether what was written can be read back."""

    def __init__(
        self,
        folder: Path,
        *,
        user: str = USER,
        password: str = PASSWORD,
        key: paramiko.PKey | None = None,
        trigger: str = "",
        reads: bool = True,
        posix_rename: bool = True,
    ) -> None:
        self.folder, self.user, self.password, self.key = folder, user, password, key
        self.trigger, self.reads, self.posix_rename = trigger, reads, posix_rename
        self.host_key: paramiko.PKey = paramiko.ECDSAKey.generate()
        self.clock = Clock(NOON)
        self.faults = Faults(FAULTS)
        self.orders: dict[str, Job] = {}
        self.charges: list[Charge] = []
        self.orphans: list[str] = []
        self.done: list[Done] = []
        for name in (INBOX, ACCEPTED, REJECTED, SHIPPED):
            (folder / name).mkdir(parents=True, exist_ok=True)

    # --- serving

    def __enter__(self) -> Self:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._transports: list[paramiko.Transport] = []
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        self._listening.close()
        for transport in self._transports:
            transport.close()

    @property
    def base_url(self) -> str:
        return f"sftp://127.0.0.1:{self.port}"

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._listening.accept()
            except OSError:
                return
            if self.faults.due("connect") == "cut":
                line.close()
                continue
            transport = paramiko.Transport(line)
            transport.add_server_key(self.host_key)
            transport.set_subsystem_handler("sftp", paramiko.SFTPServer, _Disk)
            self._transports.append(transport)
            transport.start_server(event=threading.Event(), server=_Door(self, transport))

    # --- the program that takes jobs in

    def work(self) -> None:
        self.take_in()

    def state(self, job_id: str) -> str:
        return self.orders[job_id].state

    def take_in(self) -> list[str]:
        """One round of it; the jobs that it took."""
        taken = []
        for unit in list(self._units()):
            if unit.missing:
                continue
            if unit.wrong:
                self._reject(unit)
            else:
                taken.append(self._accept(unit))
        self._sweep()
        return taken

    def _units(self) -> Iterator[Unit]:
        for place in (self.folder / INBOX, *(p for p in sorted((self.folder / INBOX).iterdir()) if _is_job(p))):
            for ticket in sorted(p for p in place.iterdir() if p.suffix in (".json", ".csv") and not _being_written(p)):
                if self._triggered(ticket):
                    yield _unit(ticket)

    def _triggered(self, ticket: Path) -> bool:
        beside = ticket.with_suffix(self.trigger) if self.trigger.startswith(".") else ticket.parent / self.trigger
        return not self.trigger or beside.is_file()

    def _accept(self, unit: Unit) -> str:
        job_id = unit.ticket.stem
        self._moved(unit, ACCEPTED)
        if job_id in self.orders:
            self.orders[job_id].times += 1
        else:
            self.orders[job_id] = Job(job_id, unit.told, dict(unit.sums), folder=ACCEPTED)
        self.charges.append(Charge(job_id, 0))
        return job_id

    def _reject(self, unit: Unit) -> None:
        self._moved(unit, REJECTED)
        note = self.folder / REJECTED / f"{unit.ticket.stem}.error.txt"
        note.write_text("".join(f"{name}: checksum or size differs\n" for name in unit.wrong), encoding="utf-8")

    def _moved(self, unit: Unit, folder: str) -> None:
        """A job with a folder of its own goes as a whole."""
        if unit.ticket.parent != self.folder / INBOX:
            shutil.move(unit.ticket.parent, self.folder / folder / unit.ticket.parent.name)
            return
        for name in (unit.ticket.name, *unit.sums):
            shutil.move(unit.ticket.parent / name, self.folder / folder / name)

    def _sweep(self) -> None:
        """A file that lies about without a ticket is deleted; one whose ticket waits is not."""
        inbox = self.folder / INBOX
        loose = [p for p in inbox.iterdir() if p.is_file() and not _being_written(p)]
        tickets = [p for p in loose if p.suffix in (".json", ".csv")]
        named = {name for ticket in tickets for name in _unit(ticket).sums} | {p.name for p in tickets}
        stems = {p.stem for p in tickets}
        for path in loose:
            if path.name not in named and path.stem not in stems and path.name != self.trigger:
                self.orphans.append(path.name)
                path.unlink()

    def advance(self, job_id: str, state: str) -> None:
        """The printer says that a job is shipped, or rejected after all, by a file of its name in another folder."""
        job = self.orders[job_id]
        if (job.state, state) not in ((ACCEPTED, SHIPPED), (ACCEPTED, REJECTED)):
            raise ValueError(f"A job does not go from {job.state!r} to {state!r}.")
        job.state = state
        tracking = "tracking: JD0002000001\n" if state == SHIPPED else "reason: the file cannot be printed\n"
        (self.folder / state / f"{job_id}.txt").write_text(tracking, encoding="utf-8")


def _is_job(path: Path) -> bool:
    return path.is_dir() and not _being_written(path)


def _being_written(path: Path) -> bool:
    return path.name.startswith(".") or path.name.endswith(_BEING_WRITTEN)


def _unit(ticket: Path) -> Unit:
    """A ticket that cannot be read is wrong in itself."""
    try:
        text = ticket.read_text(encoding="utf-8")
        told = json.loads(text) if ticket.suffix == ".json" else {"rows": list(csv.DictReader(text.splitlines()))}
    except (ValueError, OSError):
        return Unit(ticket, {}, {}, wrong=[ticket.name])
    sums = {row["name"]: row["sha256"] for row in _named_files(told)}
    unit = Unit(ticket, told, sums, wrong=[] if sums else [ticket.name])
    for name, wanted in sums.items():
        path = ticket.parent / name
        if Path(name).name != name:
            # a path that only the sender's own machine knows
            unit.wrong.append(name)
        elif not path.is_file():
            unit.missing.append(name)
        elif hashlib.sha256(path.read_bytes()).hexdigest() != wanted:
            unit.wrong.append(name)
    return unit


def _named_files(told: Any) -> Iterator[Mapping[str, str]]:
    """Wherever in a ticket a file stands, by its name and its checksum."""
    if isinstance(told, dict):
        if "name" in told and "sha256" in told:
            yield told
        told = list(told.values())
    for inner in told if isinstance(told, list) else ():
        yield from _named_files(inner)


# --- the protocol


class _Door(paramiko.ServerInterface):
    def __init__(self, printer: SftpServer, transport: paramiko.Transport) -> None:
        self.printer, self.transport = printer, transport

    def get_allowed_auths(self, username: str) -> str:
        return "password,publickey"

    def check_auth_password(self, username: str, password: str) -> int:
        return self._let_in((username, password) == (self.printer.user, self.printer.password))

    def check_auth_publickey(self, username: str, key: paramiko.PKey) -> int:
        return self._let_in(username == self.printer.user and key == self.printer.key)

    def check_channel_request(self, kind: str, chanid: int) -> int:
        return int(paramiko.OPEN_SUCCEEDED)

    def _let_in(self, known: bool) -> int:
        refused = not known or self.printer.faults.due("login")
        return int(paramiko.AUTH_FAILED if refused else paramiko.AUTH_SUCCESSFUL)


class _Disk(paramiko.SFTPServerInterface):
    """The printer's disk as the one who is let in sees it."""

    def __init__(self, server: _Door, *args: Any, **kwargs: Any) -> None:
        self.printer, self._transport = server.printer, server.transport

    def _at(self, path: str) -> Path:
        return self.printer.folder / self.canonicalize(path).lstrip("/")

    def _noted(self, what: str, path: str, to: str = "") -> None:
        self.printer.done.append(Done(what, self.canonicalize(path), self.canonicalize(to) if to else ""))

    def cut(self) -> int:
        self._transport.close()
        return int(paramiko.SFTP_CONNECTION_LOST)

    def list_folder(self, path: str) -> Any:
        if self.printer.faults.due("list"):
            return paramiko.SFTP_PERMISSION_DENIED
        try:
            return [paramiko.SFTPAttributes.from_stat(p.lstat(), p.name) for p in sorted(self._at(path).iterdir())]
        except OSError as e:
            return paramiko.SFTPServer.convert_errno(e.errno or 0)

    def stat(self, path: str) -> Any:
        try:
            return paramiko.SFTPAttributes.from_stat(self._at(path).stat())
        except OSError as e:
            return paramiko.SFTPServer.convert_errno(e.errno or 0)

    def lstat(self, path: str) -> Any:
        return self.stat(path)

    def open(self, path: str, flags: int, attr: Any) -> Any:
        writes = bool(flags & (os.O_WRONLY | os.O_RDWR))
        if not writes and not self.printer.reads:
            return paramiko.SFTP_PERMISSION_DENIED
        try:
            number = os.open(self._at(path), flags, 0o644)
        except OSError as e:
            return paramiko.SFTPServer.convert_errno(e.errno or 0)
        handle = _File(self, flags)
        if writes:
            self._noted("write", path)
            handle.fault = self.printer.faults.due("write")
            handle.writefile = handle.readfile = os.fdopen(number, "r+b" if flags & os.O_RDWR else "wb")
        else:
            handle.readfile = os.fdopen(number, "rb")
        return handle

    def remove(self, path: str) -> int:
        return self._changed("remove", path, lambda: self._at(path).unlink())

    def mkdir(self, path: str, attr: Any) -> int:
        if self.printer.faults.due("mkdir"):
            return int(paramiko.SFTP_PERMISSION_DENIED)
        return self._changed("mkdir", path, lambda: self._at(path).mkdir())

    def rmdir(self, path: str) -> int:
        return self._changed("rmdir", path, lambda: self._at(path).rmdir())

    def rename(self, oldpath: str, newpath: str) -> int:
        """Never onto what is there already."""
        if self._at(newpath).exists():
            return int(paramiko.SFTP_FAILURE)
        return self._renamed(oldpath, newpath)

    def posix_rename(self, oldpath: str, newpath: str) -> int:
        if not self.printer.posix_rename:
            return int(paramiko.SFTP_OP_UNSUPPORTED)
        return self._renamed(oldpath, newpath)

    def _renamed(self, old: str, new: str) -> int:
        fault = self.printer.faults.due("rename")
        if fault == "refused":
            return int(paramiko.SFTP_PERMISSION_DENIED)
        if fault == "cut before":
            return self.cut()
        done = self._changed("rename", old, lambda: self._at(old).rename(self._at(new)), new)
        return self.cut() if fault == "cut after" else done

    def _changed(self, what: str, path: str, change: Any, to: str = "") -> int:
        try:
            change()
        except OSError as e:
            return int(paramiko.SFTPServer.convert_errno(e.errno or 0))
        self._noted(what, path, to)
        return int(paramiko.SFTP_OK)

    def chattr(self, path: str, attr: Any) -> int:
        return int(paramiko.SFTP_OK)


class _File(paramiko.SFTPHandle):
    def __init__(self, disk: _Disk, flags: int) -> None:
        super().__init__(flags)
        self.disk, self.fault = disk, ""

    def stat(self) -> Any:
        return paramiko.SFTPAttributes.from_stat(os.fstat(self.readfile.fileno()))

    def write(self, offset: int, data: bytes) -> Any:
        end = offset + len(data)
        if end <= _FULL_AT or not self.fault:
            return super().write(offset, data)
        if self.fault == "short":
            return paramiko.SFTP_OK
        return self.disk.cut() if self.fault == "cut" else paramiko.SFTP_FAILURE

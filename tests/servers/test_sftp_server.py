"""The trade printer's test server speaks SFTP, and its program treats a hot folder as the manuals say."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import paramiko
import pytest

from tests.servers.sftp import ACCEPTED, FAULTS, INBOX, PASSWORD, REJECTED, SHIPPED, USER, SftpServer

ART = b"%PDF art of a fox " * 5000
JOB = "job7f3a9c21b4d84e0f9a"


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[SftpServer]:
    with SftpServer(tmp_path) as server:
        yield server


def connected(server: SftpServer, password: str = PASSWORD) -> tuple[paramiko.SSHClient, paramiko.SFTPClient]:
    client = paramiko.SSHClient()
    name = f"[127.0.0.1]:{server.port}"
    client.get_host_keys().add(name, server.host_key.get_name(), server.host_key)
    client.connect("127.0.0.1", server.port, USER, password, look_for_keys=False, allow_agent=False, timeout=10)
    return client, client.open_sftp()


@pytest.fixture
def sftp(printer: SftpServer) -> Iterator[paramiko.SFTPClient]:
    client, sftp = connected(printer)
    yield sftp
    client.close()


def put(sftp: paramiko.SFTPClient, path: str, data: bytes) -> None:
    with sftp.open(path, "wb") as file:
        file.write(data)


def ticket(*names: str, data: bytes = ART) -> bytes:
    rows = [{"name": name, "sha256": hashlib.sha256(data).hexdigest()} for name in names]
    return json.dumps({"job_id": JOB, "items": [{"line": 1, "files": rows}]}).encode()


def test_a_job_is_taken_in_when_it_is_whole_and_its_name_says_so(printer, sftp):
    put(sftp, f"/{INBOX}/{JOB}_1.pdf.tmp", ART)
    put(sftp, f"/{INBOX}/{JOB}.json.tmp", ticket(f"{JOB}_1.pdf"))
    assert printer.take_in() == []
    sftp.rename(f"/{INBOX}/{JOB}.json.tmp", f"/{INBOX}/{JOB}.json")
    assert printer.take_in() == [], "it waits for what the ticket names"
    sftp.rename(f"/{INBOX}/{JOB}_1.pdf.tmp", f"/{INBOX}/{JOB}_1.pdf")
    assert printer.take_in() == [JOB]
    assert sftp.listdir(f"/{ACCEPTED}") == [f"{JOB}.json", f"{JOB}_1.pdf"]
    assert [d.what for d in printer.done] == ["write", "write", "rename", "rename"]


def test_a_job_in_a_folder_of_its_own_is_taken_in_when_the_folder_has_its_name(printer, sftp):
    sftp.mkdir(f"/{INBOX}/.{JOB}.partial")
    put(sftp, f"/{INBOX}/.{JOB}.partial/front.pdf", ART)
    put(sftp, f"/{INBOX}/.{JOB}.partial/{JOB}.json", ticket("front.pdf"))
    assert printer.take_in() == []
    sftp.posix_rename(f"/{INBOX}/.{JOB}.partial", f"/{INBOX}/{JOB}")
    assert printer.take_in() == [JOB]
    assert sftp.listdir(f"/{ACCEPTED}/{JOB}") == ["front.pdf", f"{JOB}.json"]


def test_what_comes_twice_is_printed_twice(printer, sftp):
    for _ in range(2):
        put(sftp, f"/{INBOX}/front.pdf", ART)
        put(sftp, f"/{INBOX}/{JOB}.json", ticket("front.pdf"))
        assert printer.take_in() == [JOB]
    assert (printer.orders[JOB].times, len(printer.charges)) == (2, 2)


@pytest.mark.parametrize(
    "wrong",
    [ticket("front.pdf", data=b"other"), ticket("../front.pdf"), b"{oh", b'{"items": []}'],
    ids=["another checksum", "a path", "no JSON", "no files"],
)
def test_a_ticket_that_is_wrong_is_rejected_with_a_note(printer, sftp, wrong):
    sftp.mkdir(f"/{INBOX}/{JOB}")
    put(sftp, f"/{INBOX}/{JOB}/front.pdf", ART)
    put(sftp, f"/{INBOX}/{JOB}/{JOB}.json", wrong)
    assert printer.take_in() == []
    assert f"{JOB}.error.txt" in sftp.listdir(f"/{REJECTED}")
    assert printer.orders == {}


def test_a_ticket_may_be_a_table(printer, sftp):
    put(sftp, f"/{INBOX}/front.pdf", ART)
    rows = f"line,name,sha256\n1,front.pdf,{hashlib.sha256(ART).hexdigest()}\n"
    put(sftp, f"/{INBOX}/{JOB}.csv", rows.encode())
    assert printer.take_in() == [JOB]


def test_a_file_that_no_ticket_names_is_deleted(printer, sftp):
    put(sftp, f"/{INBOX}/orphan.pdf", ART)
    put(sftp, f"/{INBOX}/waits.json", ticket("there.pdf", "missing.pdf"))
    put(sftp, f"/{INBOX}/there.pdf", ART)
    assert printer.take_in() == []
    assert printer.orphans == ["orphan.pdf"]
    assert sftp.listdir(f"/{INBOX}") == ["there.pdf", "waits.json"]


@pytest.mark.parametrize("trigger", [".trg", "finished.sync"])
def test_a_printer_may_wait_for_a_file_that_says_go(tmp_path, trigger):
    with SftpServer(tmp_path, trigger=trigger) as printer:
        client, sftp = connected(printer)
        put(sftp, f"/{INBOX}/front.pdf", ART)
        put(sftp, f"/{INBOX}/{JOB}.json", ticket("front.pdf"))
        assert printer.take_in() == []
        put(sftp, f"/{INBOX}/{JOB}.trg" if trigger == ".trg" else f"/{INBOX}/{trigger}", b"")
        assert printer.take_in() == [JOB]
        client.close()


def test_a_printer_says_what_has_become_of_a_job_in_another_folder(printer, sftp):
    put(sftp, f"/{INBOX}/front.pdf", ART)
    put(sftp, f"/{INBOX}/{JOB}.json", ticket("front.pdf"))
    printer.take_in()
    printer.advance(JOB, SHIPPED)
    with sftp.open(f"/{SHIPPED}/{JOB}.txt") as note:
        assert note.read().startswith(b"tracking: ")
    with pytest.raises(ValueError, match="does not go"):
        printer.advance(JOB, REJECTED)


# --- what goes wrong


@pytest.mark.parametrize("fault", ["full", "cut", "short"])
def test_a_file_can_break_off(printer, sftp, fault):
    printer.faults.append(f"write: {fault}")
    try:
        put(sftp, f"/{INBOX}/front.pdf.tmp", ART)
    except (OSError, EOFError, paramiko.SSHException):
        assert fault != "short"
    else:
        assert fault == "short", "nobody has said a word"
    assert (printer.folder / INBOX / "front.pdf.tmp").stat().st_size < len(ART)


@pytest.mark.parametrize(("fault", "renamed"), [("refused", False), ("cut before", False), ("cut after", True)])
def test_a_renaming_can_fail_or_only_its_answer_can(printer, sftp, fault, renamed):
    put(sftp, f"/{INBOX}/a.tmp", b"a")
    printer.faults.append(f"rename: {fault}")
    with pytest.raises((OSError, EOFError, paramiko.SSHException)):
        sftp.rename(f"/{INBOX}/a.tmp", f"/{INBOX}/a")
    assert (printer.folder / INBOX / "a").exists() == renamed


def test_a_name_that_is_there_is_not_replaced(printer, sftp):
    for name in ("a", "b"):
        put(sftp, f"/{INBOX}/{name}", name.encode())
    with pytest.raises(OSError, match="Failure"):
        sftp.rename(f"/{INBOX}/a", f"/{INBOX}/b")
    assert (printer.folder / INBOX / "b").read_bytes() == b"b"


def test_a_stranger_is_not_let_in_and_a_known_one_not_always(printer):
    with pytest.raises(paramiko.AuthenticationException):
        connected(printer, "guess")
    printer.faults.append("login: refused")
    with pytest.raises(paramiko.AuthenticationException):
        connected(printer)
    printer.faults.append("connect: cut")
    with pytest.raises((paramiko.SSHException, EOFError, OSError)):
        connected(printer)
    client, sftp = connected(printer)
    assert INBOX in sftp.listdir("/")
    client.close()


def test_another_key_of_the_host_is_noticed(printer):
    client = paramiko.SSHClient()
    other = paramiko.ECDSAKey.generate()
    client.get_host_keys().add(f"[127.0.0.1]:{printer.port}", other.get_name(), other)
    with pytest.raises(paramiko.BadHostKeyException):
        client.connect("127.0.0.1", printer.port, USER, PASSWORD, look_for_keys=False, allow_agent=False)


def test_a_printer_may_not_let_its_disk_be_read_or_looked_into(tmp_path):
    with SftpServer(tmp_path, reads=False, posix_rename=False) as printer:
        client, sftp = connected(printer)
        put(sftp, f"/{INBOX}/a", b"a")
        with pytest.raises(PermissionError):
            sftp.open(f"/{INBOX}/a")
        with pytest.raises(OSError, match="unsupported"):
            sftp.posix_rename(f"/{INBOX}/a", f"/{INBOX}/b")
        printer.faults.extend(["list: refused"])
        with pytest.raises(PermissionError):
            sftp.listdir(f"/{INBOX}")
        printer.faults.append("mkdir: refused")
        with pytest.raises(PermissionError):
            sftp.mkdir(f"/{INBOX}/c")
        client.close()


def test_a_fault_that_there_is_not_is_refused(printer):
    with pytest.raises(ValueError, match="no fault"):
        printer.faults.append("write: frobnicate")
    printer.faults.extend(FAULTS)

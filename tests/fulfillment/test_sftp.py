"""The hot folder over SFTP: the contract, against a real server on loopback with a printer's program behind it."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from dataclasses import replace

import pytest
from lxml import etree

from fulfillment.base import Accepted, HandOffOrder, NotSent, Rejected, Unknown, payload_sha256
from fulfillment.sftp import PARTNER, STYLES, Sftp, SftpSettings
from fulfillment.sftpdrop import Away, Drop
from pod.model.errors import NotConfigured, PartnerFailed
from pod.model.handoff import HandOffState
from tests.contracts.partner_contract import PartnerContract, an_order
from tests.servers.sftp import PASSWORD, USER, SftpServer


@pytest.fixture
def server(tmp_path):
    with SftpServer(tmp_path / "printer") as server:
        yield server


def sftp_at(server, **changes) -> Sftp:
    plain = {
        "host": "127.0.0.1",
        "port": str(server.port),
        "user": USER,
        "password": PASSWORD,
        "host_key": f"{server.host_key.get_name()} {server.host_key.get_base64()}",
        "folder": "in",
        "answers": "..",
    }
    return PARTNER.build(SftpSettings(**{**plain, **changes}))


@pytest.fixture
def partner(server) -> Sftp:
    return sftp_at(server)


@pytest.fixture
def order(tmp_path) -> HandOffOrder:
    """With a file in whose middle something can go wrong."""
    plain, data = an_order(tmp_path), b"\x89PNG a large print file " * 16_000
    path = tmp_path / "large.png"
    path.write_bytes(data)
    file = replace(plain.items[0].files[0], path=path, bytes=len(data), sha256=hashlib.sha256(data).hexdigest())
    return replace(plain, items=(replace(plain.items[0], files=(file,)),))


def inbox(server) -> set[str]:
    """What the printer's program sees."""
    return {p.name for p in (server.folder / "in").iterdir() if p.is_file()}


class TestContract(PartnerContract):
    factory = PARTNER

    @pytest.fixture
    def partner(self, server):
        self.server = server
        return sftp_at(server)

    @pytest.fixture(autouse=True)
    def _keep(self, server):
        self.printer = server

    def orders_there(self, partner, reference):
        return len(list(self.printer.folder.glob(f"in/{reference}.json")))

    def break_lookup(self, partner):
        self.printer.faults.extend(["login: refused"] * 3)


# --- what is delivered


def test_the_printers_program_takes_the_job_once_with_files_that_are_what_they_say(server, partner, order):
    assert isinstance(partner.submit(order), Accepted)
    assert not {n for n in inbox(server) if n.endswith((".tmp", ".new", ".partial"))}
    server.take_in()
    assert server.orders[order.reference].times == 1


def test_the_checksums_are_in_the_form_that_sha256sum_reads(server, partner, order):
    partner.submit(order)
    folder = server.folder / "in"
    lines = (folder / f"{order.reference}.sha256").read_text().splitlines()
    for line in lines:
        sha256, name = line.split("  ", 1)
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == sha256
    assert {line.split("  ", 1)[1] for line in lines} == inbox(server) - {f"{order.reference}.sha256"}


def test_the_ticket_comes_last_and_no_name_is_ever_seen_half_written(server, partner, order):
    partner.submit(order)
    renamed = [what for what in map(str, server.done) if "rename" in what]
    assert f"{order.reference}.json" in renamed[-1]


@pytest.mark.parametrize("style", STYLES)
def test_what_is_being_written_has_a_name_that_the_printer_ignores(server, order, style):
    server.faults.append("write: cut")
    partner = sftp_at(server, style=style)
    assert isinstance(partner.submit(order), NotSent)
    server.take_in()
    assert server.orders == {}
    assert isinstance(partner.submit(order), Accepted)
    server.take_in()
    assert server.orders[order.reference].times == 1


def test_a_ticket_as_csv_has_a_row_for_each_file_and_no_formula(tmp_path, server, order):
    to = replace(order.ship_to, name="=HYPERLINK(0)")
    sftp_at(server, tickets="csv").submit(replace(order, ship_to=to))
    rows = list(csv.DictReader(io.StringIO((server.folder / "in" / f"{order.reference}.csv").read_text())))
    (row,) = rows
    (file,) = order.items[0].files
    assert (row["job_id"], row["sha256"], row["quantity"]) == (order.reference, file.sha256, "2")
    assert row["ship_name"] == "'=HYPERLINK(0)"


def test_a_ticket_as_jdf_names_the_files_and_how_many(server, order):
    sftp_at(server, tickets="jdf").submit(order)
    root = etree.fromstring((server.folder / "in" / f"{order.reference}.jdf").read_bytes())
    jdf = {"j": "http://www.CIP4.org/JDFSchema_1_1"}
    assert root.get("JobID") == order.reference
    urls = root.xpath("//j:LayoutElement/j:FileSpec/@URL", namespaces=jdf)
    assert all((server.folder / "in" / url).is_file() for url in urls)
    assert root.xpath("//j:ComponentLink/@Amount", namespaces=jdf) == ["2"]
    linked = root.xpath("//j:ResourceLinkPool/*/@rRef", namespaces=jdf)
    assert set(linked) == set(root.xpath("//j:ResourcePool/*/@ID", namespaces=jdf))


def test_a_printer_that_waits_for_a_trigger_gets_it_last(tmp_path, order):
    with SftpServer(tmp_path / "waiting", trigger=".trg") as server:
        assert isinstance(sftp_at(server, trigger="trg").submit(order), Accepted)
        server.take_in()
        assert server.orders[order.reference].times == 1


@pytest.fixture
def untriggered(tmp_path, order, monkeypatch):
    """A printer that waits for a trigger, and was sent a job whose trigger never arrived."""
    put = Drop.put_beside

    def cut(drop: Drop, name: str, data: bytes) -> None:
        if name.endswith(".trg"):
            raise Away("cut off")
        put(drop, name, data)

    with SftpServer(tmp_path / "waiting", trigger=".trg") as server:
        partner = sftp_at(server, trigger="trg")
        monkeypatch.setattr(Drop, "put_beside", cut)
        assert isinstance(partner.submit(order), Unknown)
        monkeypatch.undo()
        server.take_in()
        assert order.reference not in server.orders
        yield server, partner


def test_a_job_whose_trigger_never_arrived_is_held_until_a_person_puts_it_there(untriggered, order):
    server, partner = untriggered
    found = partner.find(order.reference)
    assert found is not None
    assert (found.state, found.is_of(payload_sha256(order))) == (HandOffState.ON_HOLD, True)
    assert f"{order.reference}.trg" in found.note
    (server.folder / "in" / f"{order.reference}.trg").touch()
    server.take_in()
    assert server.orders[order.reference].times == 1
    taken = partner.find(order.reference)
    assert taken is not None
    assert taken.state is not HandOffState.ON_HOLD


def test_a_job_whose_trigger_never_arrived_can_be_cancelled(untriggered, order):
    server, partner = untriggered
    assert isinstance(partner.cancel(order.reference), Accepted)
    (server.folder / "in" / f"{order.reference}.trg").touch()
    server.take_in()
    assert order.reference not in server.orders


# --- what goes wrong


FATES = {
    "connect: cut": NotSent,
    "login: refused": NotSent,
    "write: full": NotSent,
    "write: cut": NotSent,
    "write: short": NotSent,
    "rename: refused": NotSent,
    "rename: cut before": NotSent,
    "rename: cut after": NotSent,
}


@pytest.mark.parametrize("fault", FATES)
def test_before_the_ticket_has_its_name_nothing_was_delivered(server, partner, order, fault):
    server.faults.append(fault)
    assert isinstance(partner.submit(order), FATES[fault])
    server.take_in()
    assert server.orders == {}
    assert partner.find(order.reference) is None
    assert isinstance(partner.submit(order), Accepted)
    server.take_in()
    assert server.orders[order.reference].times == 1


@pytest.mark.parametrize(("fault", "there"), [("rename: cut before", False), ("rename: cut after", True)])
def test_a_line_that_is_cut_while_the_ticket_gets_its_name_leaves_it_open(
    server, partner, order, monkeypatch, fault, there
):
    rename = Drop.rename

    def cut_at_the_ticket(drop, name, to):
        if to == f"{order.reference}.json":
            server.faults.append(fault)
        rename(drop, name, to)

    monkeypatch.setattr(Drop, "rename", cut_at_the_ticket)
    assert isinstance(partner.submit(order), Unknown)
    monkeypatch.undo()
    assert (partner.find(order.reference) is not None) is there
    assert isinstance(partner.submit(order), Accepted)
    server.take_in()
    assert server.orders[order.reference].times == 1


def test_what_the_printer_has_taken_in_is_not_delivered_again(server, partner, order):
    partner.submit(order)
    server.take_in()
    assert partner.find(order.reference).state in (HandOffState.CONFIRMED, HandOffState.IN_PRODUCTION)
    assert isinstance(partner.submit(order), Accepted)
    server.take_in()
    assert server.orders[order.reference].times == 1


def test_a_server_with_another_key_is_sent_nothing(server, order, tmp_path):
    with SftpServer(tmp_path / "stranger") as stranger:
        key = f"{server.host_key.get_name()} {server.host_key.get_base64()}"
        partner = sftp_at(stranger, host_key=key)
        if server.host_key.get_base64() == stranger.host_key.get_base64():
            pytest.skip("both servers of this test have one key")
        assert isinstance(partner.submit(order), NotSent)
        with pytest.raises(PartnerFailed, match="did not let us in"):
            partner.find(order.reference)
        assert inbox(stranger) == set()


def test_a_server_where_nobody_may_read_is_believed_by_names_and_lengths_and_then_a_person_is_asked(tmp_path, order):
    with SftpServer(tmp_path / "blind", reads=False) as server:
        partner = sftp_at(server)
        assert isinstance(partner.submit(order), Accepted)
        assert partner.find(order.reference).state is HandOffState.ACCEPTED
        assert isinstance(partner.submit(order), Accepted)
        server.take_in()
        assert server.orders[order.reference].times == 1
        with pytest.raises(PartnerFailed):
            partner.find(order.reference)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"style": "loud"}, "POD_SFTP_STYLE"),
        ({"tickets": "yaml"}, "POD_SFTP_TICKETS"),
        ({"port": "0"}, "POD_SFTP_PORT"),
        ({"password": ""}, "Neither a password nor a key"),
        ({"host_key": "nonsense"}, "POD_SFTP_HOST_KEY"),
        ({"key": "nonsense"}, "POD_SFTP_KEY"),
    ],
)
def test_a_wrong_setting_is_said_by_its_name(server, changes, said):
    with pytest.raises(NotConfigured, match=said):
        sftp_at(server, **changes)


# --- the printer's answers


@pytest.mark.parametrize(("word", "state"), [("shipped", HandOffState.SHIPPED), ("rejected", HandOffState.REJECTED)])
def test_the_printers_answers_are_read(server, partner, order, word, state):
    partner.submit(order)
    server.take_in()
    server.advance(order.reference, word)
    assert partner.find(order.reference).state is state


def test_the_account_is_looked_at_without_a_delivery(server, partner):
    assert partner.check_account() == ""
    assert "See POD_SFTP_" in sftp_at(server, password="wrong").check_account()
    assert "See POD_SFTP_" in sftp_at(server, folder="nowhere").check_account()
    assert inbox(server) == set()


def test_a_used_up_name_is_never_used_again(server, partner, order):
    partner.submit(order)
    partner.cancel(order.reference)
    verdict = partner.submit(order)
    assert isinstance(verdict, Rejected)
    assert verdict.name_used
    assert (
        json.loads((server.folder / "cancelled" / f"{order.reference}.json").read_text())["job_id"] == order.reference
    )

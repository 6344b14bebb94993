"""The hot folder: the partner contract, what stands in the folder, and what a crash or a full disk leaves behind."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import pickle
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from fulfillment.base import Accepted, HandOffOrder, NotSent, Rejected, Unknown
from fulfillment.files import written
from fulfillment.manual import PARTNER, RECORDS, Manual, ManualSettings
from pod.model.errors import PartnerFailed
from pod.model.handoff import HandOffState
from tests.contracts.partner_contract import PRINT, PartnerContract, an_order
from tests.small_disk import files_at_most


@pytest.fixture
def hot(tmp_path: Path) -> Path:
    return tmp_path / "hot"


@pytest.fixture
def manual(hot: Path) -> Manual:
    return PARTNER.build(ManualSettings(str(hot)))


@pytest.fixture
def order(tmp_path: Path) -> HandOffOrder:
    return an_order(tmp_path)


def visible(hot: Path) -> list[str]:
    return sorted(p.name for p in hot.iterdir() if not p.name.startswith("."))


def leftovers(hot: Path) -> list[str]:
    """Folders that were begun and not delivered."""
    return sorted(p.name for p in hot.iterdir() if p.name.endswith(".partial"))


class TestContract(PartnerContract):
    factory = PARTNER

    @pytest.fixture
    def partner(self, hot):
        return PARTNER.build(ManualSettings(str(hot)))

    def orders_there(self, partner, reference):
        return len(list(partner.root.glob(f"**/{reference}/{reference}.json"))) if partner.root.exists() else 0

    def break_lookup(self, partner):
        shutil.rmtree(partner.root)
        partner.root.write_bytes(b"a file where the folder was")


def test_the_folder_holds_files_papers_ticket_and_checksums(manual, hot, order):
    manual.submit(order)
    r = order.reference
    assert visible(hot) == [r]
    assert sorted(p.name for p in (hot / r).iterdir()) == [
        "SHA256SUMS",
        f"{r}.json",
        f"{r}_1_front_v1_2.png",
        f"{r}_packing-slip.pdf",
    ]
    assert (hot / r / f"{r}_1_front_v1_2.png").read_bytes() == PRINT


def test_the_ticket_has_every_number_a_press_needs(manual, hot, order):
    manual.submit(order)
    ticket = json.loads((hot / order.reference / f"{order.reference}.json").read_text())
    (item,) = ticket["items"]
    (file,) = item["files"]
    assert (ticket["job_id"], ticket["order_ref"], ticket["revision"]) == (order.reference, "A-10442", 1)
    assert ticket["ship"]["city"] == "Leeds"
    assert (item["quantity"], item["cloth"], item["size"], item["lettering"]) == (2, "navy", "L", "RIDE ON")
    assert (file["trim_mm"], file["art_mm"], file["ppi"]) == ([304.8, 406.4], [20.0, 30.0, 264.8, 264.8], 300.0)
    assert (file["bytes"], file["sha256"]) == (len(PRINT), hashlib.sha256(PRINT).hexdigest())
    assert file["md5"] == hashlib.md5(PRINT).hexdigest()
    assert [d["name"] for d in ticket["documents"]] == [f"{order.reference}_packing-slip.pdf"]
    assert "/" not in json.dumps([file["name"], ticket["documents"]])


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="needs sha256sum")
def test_an_independent_reader_agrees_with_the_checksums(manual, hot, order):
    manual.submit(order)
    told = subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=hot / order.reference, check=False)
    assert told.returncode == 0


def test_the_same_order_makes_the_same_bytes(tmp_path, order):
    for name in ("a", "b"):
        PARTNER.build(ManualSettings(str(tmp_path / name))).submit(order)
    sums = [(tmp_path / name / order.reference / "SHA256SUMS").read_bytes() for name in ("a", "b")]
    assert sums[0] == sums[1]


@pytest.mark.parametrize(
    ("meddle", "said"),
    [
        (lambda folder, r: (folder / f"{r}.json").unlink(), "is missing"),
        (lambda folder, r: (folder / f"{r}_1_front_v1_2.png").write_bytes(b"other"), "has changed"),
        (lambda folder, r: (folder / "done.txt").write_text("ok"), "was added"),
        (lambda folder, r: (folder / "SHA256SUMS").unlink(), "SHA256SUMS is missing"),
    ],
)
def test_a_folder_that_is_not_as_written_is_no_answer_and_cannot_be_cancelled(manual, hot, order, meddle, said):
    manual.submit(order)
    meddle(hot / order.reference, order.reference)
    with pytest.raises(PartnerFailed, match=said):
        manual.find(order.reference)
    cancelled = manual.cancel(order.reference)
    assert isinstance(cancelled, Rejected)
    assert said in cancelled.reason
    assert (hot / order.reference).is_dir()
    assert isinstance(manual.submit(order), Unknown)


@pytest.mark.parametrize(
    ("folder", "state"), [("accepted", HandOffState.CONFIRMED), ("rejected", HandOffState.REJECTED)]
)
def test_what_the_printer_moved_is_found_where_he_put_it_and_too_late_to_cancel(manual, hot, order, folder, state):
    manual.submit(order)
    (hot / folder).mkdir()
    (hot / order.reference).rename(hot / folder / order.reference)
    (hot / folder / order.reference / "why.txt").write_text("too thin")
    found = manual.find(order.reference)
    assert found.state is state
    assert found.note == "too thin"
    assert "Too late" in manual.cancel(order.reference).reason
    again = manual.submit(order)
    assert isinstance(again, Accepted if folder == "accepted" else Rejected)
    assert not (hot / order.reference).exists()


def test_an_answer_file_named_after_the_hand_off_counts(manual, hot, order):
    (hot / "rejected").mkdir(parents=True)
    (hot / "rejected" / f"{order.reference}_rejected.txt").write_text("no such cloth")
    (hot / "rejected" / f"{order.reference}x.txt").write_text("somebody else's")
    found = manual.find(order.reference)
    assert (found.state, found.note) == (HandOffState.REJECTED, "no such cloth")


def test_a_cancelled_name_stays_used(manual, hot, order):
    manual.submit(order)
    manual.cancel(order.reference)
    assert visible(hot) == ["cancelled"]
    assert isinstance(manual.submit(order), Rejected)
    assert visible(hot) == ["cancelled"]


def test_a_print_file_other_than_the_approved_one_is_rejected_and_leaves_nothing(manual, hot, order):
    order.items[0].files[0].path.write_bytes(b"another picture")
    sent = manual.submit(order)
    assert isinstance(sent, Rejected)
    assert "not the file that was approved" in sent.reason
    assert visible(hot) == leftovers(hot) == []


def test_without_room_nothing_is_sent_and_a_later_attempt_succeeds(manual, hot, order):
    with files_at_most(len(PRINT) // 2):
        sent = manual.submit(order)
    assert isinstance(sent, NotSent)
    assert "Nothing was delivered" in sent.reason
    assert visible(hot) == leftovers(hot) == []
    assert isinstance(manual.submit(order), Accepted)


def test_a_folder_that_cannot_be_is_not_sent_with_the_way_out(tmp_path, order):
    (tmp_path / "file").write_bytes(b"")
    sent = Manual(ManualSettings(str(tmp_path / "file" / "hot"))).submit(order)
    assert isinstance(sent, NotSent)
    assert "POD_MANUAL_FOLDER" in sent.reason


def test_a_rival_who_was_first_wins_and_nothing_is_replaced(hot, order):
    rival = Manual(ManualSettings(str(hot)))
    late = Manual(ManualSettings(str(hot)), at=lambda point: point.endswith("before_rename") and rival.submit(order))
    assert isinstance(late.submit(order), Accepted)
    assert visible(hot) == [order.reference]
    assert leftovers(hot) == []


def test_a_rival_with_other_content_is_not_taken_for_ours(hot, order):
    other = replace(order, order_ref="B-2")
    rival = Manual(ManualSettings(str(hot)))
    late = Manual(ManualSettings(str(hot)), at=lambda point: point.endswith("before_rename") and rival.submit(other))
    sent = late.submit(order)
    assert isinstance(sent, Rejected)
    assert "never replaced" in sent.reason
    assert rival.find(order.reference).payload_sha256


def test_two_files_of_one_name_are_a_problem_not_an_overwrite(manual, order):
    (item,) = order.items
    doubled = replace(order, items=(replace(item, files=item.files * 2),))
    assert "name_twice" in [e.code for e in manual.validate(doubled)]


@pytest.mark.parametrize("area", ["../front", "left chest", "fr\u00f6nt", "x" * 90])
def test_a_name_that_printers_do_not_take_is_a_problem(manual, order, area):
    (item,) = order.items
    renamed = replace(order, items=(replace(item, files=(replace(item.files[0], area=area),)),))
    assert [e.code for e in manual.validate(renamed)] == ["bad_name"]


# What the printer's own program takes out of the hot folder leaves nothing to look at; our record says that it was there.


def taken_in(hot: Path, reference: str) -> None:
    """As a controller does: it takes the folder in, and the folder is gone."""
    shutil.rmtree(hot / reference)


def test_a_folder_that_was_taken_in_is_known_and_never_delivered_again(manual, hot, order):
    manual.submit(order)
    taken_in(hot, order.reference)
    found = manual.find(order.reference)
    assert (found.state, found.note) == (HandOffState.CONFIRMED, "the folder was taken out of the hot folder")
    assert isinstance(manual.submit(order), Accepted)
    assert visible(hot) == []
    assert "Too late" in not_cancelled(manual, order.reference)


def not_cancelled(manual: Manual, reference: str) -> str:
    verdict = manual.cancel(reference)
    assert isinstance(verdict, Rejected)
    return verdict.reason


def test_another_order_under_the_name_of_one_that_was_taken_in_is_refused(manual, hot, order):
    manual.submit(order)
    taken_in(hot, order.reference)
    refused = manual.submit(replace(order, order_ref="B-2"))
    assert isinstance(refused, Rejected)
    assert refused.name_used
    assert visible(hot) == []


def test_a_rival_whose_folder_was_taken_in_is_not_doubled_by_one_who_was_paused(hot, order):
    """Both had it ready. The other was first, and the printer has it; then this one wakes up."""
    rival = Manual(ManualSettings(str(hot)))

    def paused(point: str) -> None:
        if point == "hotfolder_before_rename":
            rival.submit(order)
            taken_in(hot, order.reference)

    assert isinstance(Manual(ManualSettings(str(hot)), at=paused).submit(order), Accepted)
    assert visible(hot) == leftovers(hot) == []


def test_two_at_the_same_moment_deliver_one(hot, order):
    """The second comes while the first is between its record and its rename, and is told to come again."""
    verdicts = []
    rival = Manual(ManualSettings(str(hot)))

    def meanwhile(point: str) -> None:
        if point == "hotfolder_after_record":
            verdicts.append(rival.submit(order))

    assert isinstance(Manual(ManualSettings(str(hot)), at=meanwhile).submit(order), Accepted)
    assert [type(v) for v in verdicts] == [NotSent]
    assert isinstance(rival.submit(order), Accepted)
    assert visible(hot) == [order.reference]
    assert leftovers(hot) == []


def test_a_record_that_cannot_be_written_is_nothing_delivered(hot, order, monkeypatch):
    manual = Manual(ManualSettings(str(hot)))
    monkeypatch.setattr("fulfillment.manual.written", _full_disk_for(".new"))
    sent = manual.submit(order)
    assert isinstance(sent, NotSent)
    assert visible(hot) == leftovers(hot) == []
    assert manual.find(order.reference) is None
    monkeypatch.undo()
    assert isinstance(manual.submit(order), Accepted)


def _full_disk_for(ending: str):
    def full(data: bytes, target: Path):
        if target.name.endswith(ending):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))
        return written(data, target)

    return full


@pytest.mark.parametrize("answer", ["folder moved", "file put"])
def test_what_the_printer_has_shipped_is_found_and_is_his_last_word(manual, hot, order, answer):
    manual.submit(order)
    (hot / "accepted").mkdir()
    (hot / order.reference).rename(hot / "accepted" / order.reference)
    assert manual.find(order.reference).state is HandOffState.CONFIRMED
    (hot / "shipped").mkdir()
    if answer == "folder moved":
        (hot / "accepted" / order.reference).rename(hot / "shipped" / order.reference)
    else:
        (hot / "shipped" / f"{order.reference}.txt").write_text("UPS 1Z999")
    found = manual.find(order.reference)
    assert found.state is HandOffState.SHIPPED
    if answer == "file put":
        assert found.note == "UPS 1Z999"


# A process is killed at a named point, another one starts and is asked to do the same.

SUBMIT = """
import pickle, sys
from pathlib import Path
from fulfillment.manual import Manual, ManualSettings
from pod.failpoints import fail_at

class InPlace(Manual):
    "The control: writes under the final name."
    def _partial(self, reference):
        return self.root / reference

kind = {"manual": Manual, "in place": InPlace}[sys.argv[1]]
order = pickle.loads(Path(sys.argv[3]).read_bytes())
print(type(kind(ManualSettings(sys.argv[2]), at=fail_at).submit(order)).__name__)
"""


def submit_in_a_process(kind: str, hot: Path, order: HandOffOrder, fail_at: str = "") -> subprocess.CompletedProcess:
    pickled = hot.parent / "order.pickle"
    pickled.write_bytes(pickle.dumps(order))
    command = [sys.executable, "-c", SUBMIT, kind, str(hot), str(pickled)]
    environment = {**os.environ, "POD_FAIL_AT": fail_at}
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=environment)


@pytest.mark.crash
def test_killed_before_the_rename_nothing_is_visible_and_a_restart_delivers_once(manual, hot, order):
    assert submit_in_a_process("manual", hot, order, "hotfolder_before_rename").returncode == -signal.SIGKILL
    assert visible(hot) == []
    assert manual.find(order.reference) is None
    assert submit_in_a_process("manual", hot, order).stdout.strip() == "Accepted"
    assert visible(hot) == [order.reference]
    assert leftovers(hot) == []


@pytest.mark.crash
def test_killed_after_the_rename_it_is_there_and_a_restart_delivers_no_second(manual, hot, order):
    assert submit_in_a_process("manual", hot, order, "hotfolder_after_rename").returncode == -signal.SIGKILL
    found = manual.find(order.reference)
    assert found.state is HandOffState.ACCEPTED
    before = (hot / order.reference).stat().st_ino
    assert submit_in_a_process("manual", hot, order).stdout.strip() == "Accepted"
    assert visible(hot) == [order.reference]
    assert (hot / order.reference).stat().st_ino == before


@pytest.mark.crash
def test_killed_between_its_record_and_the_rename_it_is_surely_not_there_and_a_restart_delivers_once(
    manual, hot, order
):
    assert submit_in_a_process("manual", hot, order, "hotfolder_after_record").returncode == -signal.SIGKILL
    assert visible(hot) == []
    assert manual.find(order.reference) is None
    assert submit_in_a_process("manual", hot, order).stdout.strip() == "Accepted"
    assert visible(hot) == [order.reference]
    assert leftovers(hot) == []


@pytest.mark.crash
def test_killed_after_the_rename_and_taken_in_before_the_restart_it_is_not_delivered_again(manual, hot, order):
    """Nothing is to be seen of it any more. Without the record a look would find nothing, and send it a second time."""
    assert submit_in_a_process("manual", hot, order, "hotfolder_after_rename").returncode == -signal.SIGKILL
    taken_in(hot, order.reference)
    assert submit_in_a_process("manual", hot, order).stdout.strip() == "Accepted"
    assert visible(hot) == []


@pytest.mark.crash
def test_control_without_the_record_it_is_delivered_again(hot, order):
    assert submit_in_a_process("manual", hot, order, "hotfolder_after_rename").returncode == -signal.SIGKILL
    taken_in(hot, order.reference)
    shutil.rmtree(hot / RECORDS)
    assert submit_in_a_process("manual", hot, order).stdout.strip() == "Accepted"
    assert visible(hot) == [order.reference]


@pytest.mark.crash
def test_control_writing_under_the_final_name_shows_an_undelivered_folder(hot, order):
    killed = submit_in_a_process("in place", hot, order, "hotfolder_before_rename")
    assert killed.returncode == -signal.SIGKILL
    assert visible(hot) == [order.reference]

"""Mock-ups: asked for once, drawn by the partner from the approved file, and in nobody's way."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest
from PIL import Image

from fulfillment.printful import Printful, PrintfulSettings
from pod.model.caller import DEFAULT_TENANT
from pod.model.design import DesignState
from pod.model.errors import Conflict, InputRefused, NotAllowed, NotFound, NotSignedIn, Problems
from pod.model.mockup import MockupState
from pod.services.mockups import GIVEN_UP, Mockups, MockupWish
from pod.services.partnernews import PartnerNews
from pod.services.queue import parked
from tests.contracts.remote_partner_contract import QUICK, TOKEN
from tests.crash.broken_off import killed_at
from tests.fulfillment.conftest import files  # noqa: F401 - the host that partners fetch from
from tests.fulfillment.test_fates import Hosted
from tests.servers.printful import PrintfulServer
from tests.servers.printful_mockups import LOCKED_S, MOCKUP_S
from tests.services.bench import OPERATOR, SHOPPER, VIEWER, Bench

S = MockupState
ANY = MockupWish()


class Killed(BaseException):
    """As a process that ends between two statements."""


@pytest.fixture
def server() -> Iterator[PrintfulServer]:
    with PrintfulServer(token=TOKEN) as server:
        yield server


@pytest.fixture
def drawing(with_a_proof, server, files) -> Bench:  # noqa: F811
    """A shop with a proofed sticker, and Printful set up."""
    settings = PrintfulSettings(token=TOKEN, base_url=server.base_url, webhook_secret=server.secret)
    printful = Printful(settings, QUICK)
    bench = with_a_proof(more_partners={"printful": printful})
    bench.tools.links = Hosted(files, bench.clock, bench.files)
    server.clock.now = bench.clock.now()
    bench.mockups = Mockups(bench.tools)
    return bench


def passed(bench: Bench, server: PrintfulServer, seconds: float) -> None:
    """Time goes on here and there alike, in small steps."""
    for _ in range(int(seconds // 10)):
        server.clock.advance(10)
        bench.clock.forward(10)
        bench.run()


def asked(bench: Bench):
    design = bench.proofed()
    (mockup,) = bench.mockups.ask(OPERATOR, design.id, ANY)
    bench.run()
    return design, mockup


def now(bench: Bench):
    (mockup,) = bench.mockups.of_design(VIEWER, bench.proofed().id)
    return mockup


def test_a_mock_up_is_drawn_of_the_print_file_and_kept_by_its_hash(drawing, server):
    _, mockup = asked(drawing)
    assert (now(drawing).state, mockup.variant, mockup.area) == (S.DRAWING, "sticker-4in/4in/white", "front")
    passed(drawing, server, 60)
    found = now(drawing)
    assert (found.state, found.reason, found.drawn_at) == (S.DRAWN, "", found.drawn_at)
    with Image.open(drawing.files.path(found.picture)) as picture:
        assert (picture.format, picture.size) == ("PNG", (400, 400))
    with drawing.store.reading() as tx:
        (sent,) = [f for f in tx.designs.print_files(DEFAULT_TENANT, found.version_id) if f.format == "png"]
    assert [d.sha256 for d in server.downloads] == [sent.file.sha256]
    assert list(drawing.mockups.drawn(SHOPPER, found.version_id)) == [found]


def test_asked_for_again_it_is_the_same_and_one_task(drawing, server):
    design, first = asked(drawing)
    (again,) = drawing.mockups.ask(OPERATOR, design.id, MockupWish(size="4in", areas=("front",)))
    passed(drawing, server, 60)
    (after,) = drawing.mockups.ask(OPERATOR, design.id, ANY)
    drawing.run()
    assert (first.id, S.DRAWN) == (again.id, after.state)
    assert len(server.mockups) == 1


def test_nothing_waits_for_a_mock_up(drawing, server):
    server.refuses_all = True
    design, _ = asked(drawing)
    drawing._approved_now()
    assert drawing.design(design).state is DesignState.APPROVED
    assert now_of(drawing, design).state is S.ASKED


def now_of(bench, design):
    (mockup,) = bench.mockups.of_design(VIEWER, design.id)
    return mockup


def test_what_has_failed_says_why_and_is_begun_anew(drawing, server):
    server.mockups_fail = "The file is too small for this product."
    design, _ = asked(drawing)
    passed(drawing, server, 60)
    failed = now(drawing)
    assert failed.state is S.FAILED
    assert "printful could not draw it: The file is too small for this product." in failed.reason
    server.mockups_fail = ""
    drawing.mockups.ask(OPERATOR, design.id, ANY)
    drawing.run()
    passed(drawing, server, 60)
    assert (now(drawing).state, now(drawing).reason, len(server.mockups)) == (S.DRAWN, "", 2)
    assert drawing.parked() == []


def test_a_store_that_is_locked_out_waits_and_has_not_begun_any(drawing, server):
    server.mockups_per_minute = 0
    asked(drawing)
    waiting = now(drawing)
    assert (waiting.state, waiting.asks, server.mockups) == (S.ASKED, 0, {})
    server.mockups_per_minute = 10
    calls = len(server.calls)
    passed(drawing, server, LOCKED_S - 20)
    assert len(server.calls) == calls, "nobody knocks before it is time"
    passed(drawing, server, 120)
    assert (now(drawing).state, len(server.mockups)) == (S.DRAWN, 1)


def test_one_that_was_killed_after_its_task_was_kept_asks_for_no_other(drawing, server, monkeypatch):
    asked(drawing)
    kept = now(drawing).task_id

    def killed(self, task_id):
        raise Killed

    monkeypatch.setattr(Printful, "mockup", killed)
    with pytest.raises(Killed):
        passed(drawing, server, 20)
    monkeypatch.undo()
    passed(drawing, server, 120)
    assert (now(drawing).state, list(server.mockups)) == (S.DRAWN, [kept])


def killed_on_the_way(drawing: Bench, server: PrintfulServer, point: str) -> None:
    """And started again, when the lease of what it was doing has lapsed."""
    drawing.mockups.ask(OPERATOR, drawing.proofed().id, ANY)
    with killed_at(point):
        drawing.run()
        passed(drawing, server, 60)
    passed(drawing, server, 180)


@pytest.mark.parametrize(("point", "begun"), [("mockup_after_intent", 0), ("mockup_after_answer", 1)])
def test_killed_around_its_call_it_is_asked_for_once_and_a_person_is_told(drawing, server, point, begun):
    killed_on_the_way(drawing, server, point)
    assert (now(drawing).state, len(server.mockups)) == (S.FAILED, begun)
    assert "was asked for it and gave no answer. It may have begun one" in now(drawing).reason
    passed(drawing, server, 900)
    assert len(server.mockups) == begun, "nobody asks but a person"
    drawing.mockups.ask(OPERATOR, drawing.proofed().id, ANY)
    passed(drawing, server, 90)
    assert (now(drawing).state, now(drawing).reason, len(server.mockups)) == (S.DRAWN, "", begun + 1)


def test_killed_with_its_picture_fetched_and_not_kept_it_is_fetched_again_and_no_other_asked_for(drawing, server):
    killed_on_the_way(drawing, server, "mockup_after_picture")
    found = now(drawing)
    assert (found.state, list(server.mockups)) == (S.DRAWN, [found.task_id])
    assert drawing.files.verify(found.picture)


def test_control_asking_again_after_a_crash_draws_it_twice(drawing, server, monkeypatch):
    monkeypatch.setattr(Mockups, "_unanswered", Mockups._begin)
    killed_on_the_way(drawing, server, "mockup_after_answer")
    assert (now(drawing).state, len(server.mockups)) == (S.DRAWN, 2)


def test_a_call_without_an_answer_is_not_repeated(drawing, server):
    server.faults.extend(["change: 502 after"] * 20)
    asked(drawing)
    passed(drawing, server, 900)
    assert (now(drawing).state, len(server.mockups)) == (S.FAILED, 1)
    assert "gave no answer" in now(drawing).reason


def finished(server: PrintfulServer, number: str) -> tuple[dict[str, str], bytes]:
    """As Printful tells of a task that has ended."""
    data = {"id": int(number), "status": "completed", "catalog_variant_mockups": [], "failure_reasons": []}
    told = {"type": "mockup_task_finished", "occurred_at": server.stamp(), "retries": 0, "store_id": 1, "data": data}
    body = json.dumps(told).encode()
    return server.signed(body), body


def test_the_partners_word_that_it_is_drawn_brings_the_look_forward_and_is_not_read(drawing, server):
    asked(drawing)
    server.clock.advance(MOCKUP_S)
    headers, body = finished(server, now(drawing).task_id)
    for _ in range(2):
        PartnerNews(drawing.tools).hear("printful", headers, body)
    drawing.run()
    assert now(drawing).state is S.DRAWN, "no time has passed here"
    with drawing.store.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM inbox").scalar_one() == 1


def test_the_word_of_a_task_that_is_none_of_ours_or_is_forged_changes_nothing(drawing, server):
    asked(drawing)
    headers, body = finished(server, "4711")
    PartnerNews(drawing.tools).hear("printful", headers, body)
    with pytest.raises(NotSignedIn):
        PartnerNews(drawing.tools).hear("printful", headers, body.replace(b"4711", b"4712"))
    drawing.run()
    assert now(drawing).state is S.DRAWING


def test_a_picture_on_a_host_that_is_not_on_the_list_is_not_fetched_and_the_list_is_a_setting():
    printful = Printful(PrintfulSettings(token=TOKEN, picture_hosts="pictures.example"))
    with pytest.raises(InputRefused, match="not on the list"):
        printful.mockup_picture("https://printful-upload.s3-accelerate.amazonaws.com/tmp/a.jpg")
    assert printful._picture_hosts == ("pictures.example",)


def test_a_picture_that_cannot_be_used_ends_it(drawing, server, monkeypatch):
    asked(drawing)
    passed(drawing, server, 10)
    monkeypatch.setattr("tests.servers.printful_mockups._drawing", lambda _: b"GIF89a, it says")
    passed(drawing, server, 60)
    found = now(drawing)
    assert found.state is S.FAILED
    assert "printful’s picture cannot be used" in found.reason


def test_what_does_not_come_within_a_day_is_given_up(drawing, server, monkeypatch):
    asked(drawing)
    monkeypatch.setattr(PrintfulServer, "_work_on", lambda *_: None)
    drawing.clock.forward((GIVEN_UP + timedelta(seconds=1)).total_seconds())
    drawing.run()
    assert now(drawing).reason == "printful has not drawn it within a day. Ask for it again."


def test_a_partner_that_is_away_is_asked_again(drawing, server, monkeypatch):
    asked(drawing)
    server.faults.extend(["look: 500 before"] * 2)
    passed(drawing, server, 300)
    assert now(drawing).state is S.DRAWN


def test_one_of_a_design_that_was_deleted_is_let_go(drawing, server):
    design, mockup = asked(drawing)
    passed(drawing, server, 10)
    drawing.designs.delete(OPERATOR, design.id)
    passed(drawing, server, 60)
    with drawing.store.reading() as tx:
        assert tx.mockups.get(DEFAULT_TENANT, mockup.id).picture is None
    with pytest.raises(Conflict):
        drawing.mockups.ask(OPERATOR, design.id, ANY)


def test_what_cannot_be_asked_for_is_said_in_words(drawing, server):
    design = drawing.proofed()
    for wish, error in (
        (MockupWish(partner="printify"), InputRefused),
        (MockupWish(size="XL"), InputRefused),
        (MockupWish(areas=("hood",)), InputRefused),
        (MockupWish(version_id="0" * 32), NotFound),
    ):
        with pytest.raises(error):
            drawing.mockups.ask(OPERATOR, design.id, wish)
    with pytest.raises(NotAllowed):
        drawing.mockups.ask(SHOPPER, design.id, ANY)
    drawing.tools.links.address = lambda sha256, extension: f"http://shop.example/{sha256}.{extension}"
    with pytest.raises(Problems, match="cannot draw this") as refused:
        drawing.mockups.ask(OPERATOR, design.id, ANY)
    assert [(where, e.code) for where, e in refused.value.problems] == [("front", "no_public_address")]
    assert server.calls == []


def test_one_that_was_taken_away_with_the_print_files_that_it_shows_is_not_asked_about_any_more(drawing, server):
    _, mockup = asked(drawing)
    with drawing.store.writing() as tx:
        tx.designs.drop_print_set(DEFAULT_TENANT, mockup.version_id)
    passed(drawing, server, 60)
    with drawing.store.reading() as tx:
        assert parked(tx, DEFAULT_TENANT) == []

"""Killed at every named point, and started again: everything ends, and once.

Each case lets a process run the whole job until it kills itself with SIGKILL at the point, lets another one do it again from
the beginning, and then looks: at the database, at the files, at the image service's own books, and into the hot folder.
"""

from __future__ import annotations

import shutil
import signal
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from fulfillment.base import Capability
from pod.failpoints import ON_THE_WAY
from pod.model.design import CandidateState, DesignState
from pod.model.handoff import HandOffState
from pod.model.message import MessageState
from pod.model.order import OrderState
from pod.model.readdress import AddressState
from tests.crash.driver import LATER_S, Driver, started
from tests.crash.flow import MOVED, Kind, checksums_hold, hot_folders, look_into, the_order
from tests.doubles.carrier import Mailbox
from tests.doubles.studio import PRICE
from tests.services.bench import ADDRESS, OPERATOR, SHOPPER, Bench

pytestmark = pytest.mark.crash

KILLED = -signal.SIGKILL

WAITS = Kind(studio={"waits": True, "finds_by_key": True})
DRAFT = Kind(capability=Capability.DRAFT_THEN_CONFIRM)
SELLS = Kind(sells=True, capability=Capability.IDEMPOTENT_CREATE)
ROUTES = Kind(routes=True)
MOVES = Kind(moves=True, capability=Capability.IDEMPOTENT_CREATE)
HEARS = Kind(capability=Capability.IDEMPOTENT_CREATE, hears=True)

KINDS = {
    "task_after_commit": WAITS,
    **dict.fromkeys(("route_before_commit", "route_after_commit"), ROUTES),
    "handoff_after_confirm_intent": DRAFT,
    "handoff_after_confirm": DRAFT,
    "news_before_commit": HEARS,
    "news_after_commit": HEARS,
    "handoff_after_cancel": Kind(cancels=True),
    **dict.fromkeys(("address_before_commit", "address_after_commit", "handoff_after_readdress"), MOVES),
    **dict.fromkeys((p for p in ON_THE_WAY if p.startswith("shop_")), SELLS),
}
"""Points that only some kind of shop comes by."""

AGAIN = ("claim_after_commit:2", "file_before_rename:4", "route_before_commit:2", "route_after_commit:2")
"""Points that are passed more than once: the claim of another job, a file of the print set, the second choice."""


FROM_THE_ORDER = ON_THE_WAY[ON_THE_WAY.index("order_before_commit") :]
"""Points that lie behind the approval: their cases begin with a design that is approved already."""


@pytest.fixture(scope="module")
def driver() -> Iterator[Driver]:
    with started() as driver:
        yield driver


@pytest.fixture(scope="module")
def before_the_order(driver: Driver, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop that was killed when its design was approved and its order not yet taken."""
    folder = tmp_path_factory.mktemp("before") / "shop"
    assert driver.run(folder, Kind(), fail_at="order_before_commit") == KILLED
    return folder


@pytest.fixture
def restarted(driver: Driver, tmp_path: Path) -> Iterator[Callable[..., Bench]]:
    """Kills a shop at a point, starts it again to its end, and opens it for looking."""
    opened: list[Bench] = []

    def killed_and_started_again(point: str, kind: Kind, beginning: Path | None = None) -> Bench:
        folder = tmp_path / "shop"
        if beginning:
            shutil.copytree(beginning, folder)
        assert driver.run(folder, kind, fail_at=point, later_s=LATER_S) == KILLED, f"{point} was not passed"
        assert driver.run(folder, kind, later_s=2 * LATER_S) == 0
        opened.append(look_into(folder, kind))
        opened[0].clock.forward(3 * LATER_S)
        return opened[0]

    yield killed_and_started_again
    for bench in opened:
        bench.store.close()


MESSAGES = ("told_before_commit", "message_before_send", "message_after_send")
"""Points of messages out, whose promise is another one: `at least once` and under one name, not `once`."""

PUBLISHED = tuple(p for p in ON_THE_WAY if p.startswith("publication_"))
MOCKED_UP = tuple(p for p in ON_THE_WAY if p.startswith("mockup_"))
"""In `tests/services/test_mockups.py`, with the partner's own adapter and server."""

POLLED = ("shop_order_polled", "shop_order_polled:2", "shop_polled")


@pytest.mark.parametrize(
    "point", [*(p for p in ON_THE_WAY if p not in (*POLLED, *PUBLISHED, *MOCKED_UP, *MESSAGES)), *AGAIN]
)
def test_killed_anywhere_and_started_again_everything_ends_once(restarted, before_the_order, tmp_path, point):
    name = point.partition(":")[0]
    kind = KINDS.get(name, Kind())
    bench = restarted(point, kind, before_the_order if name in FROM_THE_ORDER else None)
    assert_database_is_sound(tmp_path / "shop" / "pod.db")
    assert_drawn_and_paid_for_once(bench)
    assert_prepared_and_approved_once(bench)
    assert_nothing_is_left_to_be_done(bench, kind)
    if kind.cancels:
        assert_cancelled(bench, tmp_path / "shop")
    else:
        assert_handed_off_once(bench, kind, tmp_path / "shop")
    if kind.sells:
        assert_told_once(bench)
    if kind.hears:
        assert rows(bench, "inbox") == 1
    if kind.moves:
        assert [order["to"] for order in bench.printshop.orders] == [asdict(MOVED)]
        [change] = bench.addresses.of_order(OPERATOR, the_order(bench).id)
        assert (change.state, change.was) == (AddressState.CHANGED, ADDRESS)


def assert_database_is_sound(path: Path) -> None:
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.close()


def assert_drawn_and_paid_for_once(bench: Bench) -> None:
    [design] = bench.designs.page(OPERATOR).items
    assert [c.state for c in design.candidates] == [CandidateState.READY]
    assert rows(bench, "artworks") == 1
    ended = [row.state.value for row in bench.ledger(design)]
    assert ended.count("settled") == 1
    assert set(ended) <= {"settled", "released"}
    assert len(bench.studio.charged) == 1, "the service's own books"
    assert bench.spent() == PRICE
    artwork = bench.designs.artwork(SHOPPER, design.candidates[0].artwork_id)
    assert bench.files.verify(artwork.file)


def assert_prepared_and_approved_once(bench: Bench) -> None:
    [design] = bench.designs.page(OPERATOR).items
    assert design.state is DesignState.APPROVED
    assert (rows(bench, "versions"), rows(bench, "print_sets"), rows(bench, "approvals")) == (1, 1, 1)
    files, proofs = bench.designs.files(SHOPPER, design.id)
    assert sorted(f.format for f in files) == ["pdf", "png"]
    assert all(bench.files.verify(ref) for ref in [*(f.file for f in files), *(p.picture for p in proofs)])


def assert_nothing_is_left_to_be_done(bench: Bench, kind: Kind) -> None:
    with bench.store.reading() as tx:
        counts = tx.jobs.counts()
    assert all(set(states) <= {"done"} for lane, states in counts.items() if lane != "handoff"), counts
    # what has been handed off is followed, by its one job, and so was what its partner refused; what a shop sold came in
    # by another, and one has found the partners of what named none
    assert sum(counts["handoff"].values()) == 1 + 2 * kind.sells + 2 * kind.routes
    assert set(counts["handoff"]) <= {"ready", "done"}


def assert_handed_off_once(bench: Bench, kind: Kind, folder: Path) -> None:
    order = the_order(bench)
    *refused, handoff = sorted(bench.orders.handoffs(OPERATOR, order.id), key=lambda h: bool(not h.refused))
    assert [(h.partner, h.state) for h in refused] == [("printshop", HandOffState.CANCELLED)] * kind.routes
    assert bench.printshop.orders == [] or not kind.routes
    confirmed = kind.capability is Capability.DRAFT_THEN_CONFIRM
    wanted = HandOffState.CONFIRMED if confirmed else HandOffState.ACCEPTED
    wanted = HandOffState.IN_PRODUCTION if kind.hears else wanted
    assert (order.state, handoff.state) == (OrderState.IN_PROGRESS, wanted)
    if kind.partner == "manual":
        [there] = hot_folders(folder)
        assert there.name == handoff.reference
        assert checksums_hold(there)
    else:
        assert bench.printshop.to_be_made == [handoff.reference]
        assert len(bench.printshop.orders) == 1


def assert_told_once(bench: Bench) -> None:
    assert [(order, parcel.tracking_number) for order, parcel in bench.storefront.parcels] == [("1001", "RM1")]
    assert rows(bench, "shop_parcels") == 1


def assert_cancelled(bench: Bench, folder: Path) -> None:
    order = the_order(bench)
    [handoff] = bench.orders.handoffs(OPERATOR, order.id)
    assert (order.state, handoff.state) == (OrderState.CANCELLED, HandOffState.CANCELLED)
    assert [p.name for p in hot_folders(folder)] == ["cancelled"]


def rows(bench: Bench, table: str) -> int:
    with bench.store.database.reading() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


@pytest.mark.parametrize("point", POLLED)
def test_killed_while_a_shop_is_read_no_order_is_lost_or_doubled(restarted, before_the_order, point):
    bench = restarted(point, Kind(polls=True), before_the_order)
    orders = bench.orders.page(OPERATOR).items
    assert sorted(order.external_ref for order in orders) == ["storefront:1001", "storefront:1002"]
    assert [len(bench.orders.handoffs(OPERATOR, order.id)) for order in orders] == [1, 1]


def test_control_noting_how_far_it_has_read_and_then_reading_loses_an_order(restarted, before_the_order):
    bench = restarted("shop_order_polled", Kind(polls=True, naive=True), before_the_order)
    assert [order.external_ref for order in bench.orders.page(OPERATOR).items] == ["storefront:1001"]


# --- the same points, at each kind of partner and of provider

OUT = (
    "claim_after_commit:3",
    "handoff_after_intent",
    "handoff_after_send",
    "handoff_in_finish",
    "handoff_after_finish",
)
OTHERS = [c for c in Capability if c is not Capability.WRITE_ONLY]


@pytest.mark.parametrize("capability", OTHERS)
@pytest.mark.parametrize("point", OUT)
def test_killed_on_the_way_out_every_kind_of_partner_makes_it_once(
    restarted, before_the_order, tmp_path, point, capability
):
    kind = Kind(capability=capability)
    assert_handed_off_once(restarted(point, kind, before_the_order), kind, tmp_path / "shop")


UNSENT = ("handoff_after_send", "handoff_after_intent:2", "handoff_after_send:2", "handoff_in_finish")
"""Of the first send, which does not arrive, and of the second, which does."""


@pytest.mark.parametrize("capability", OTHERS)
@pytest.mark.parametrize("point", UNSENT)
def test_killed_while_what_never_left_goes_to_another_address_one_goes_there_by_itself(
    restarted, before_the_order, tmp_path, point, capability
):
    kind = Kind(capability=capability, moves_unsent=True)
    bench = restarted(point, kind, before_the_order)
    assert_handed_off_once(bench, kind, tmp_path / "shop")
    assert [order["to"] for order in bench.printshop.orders] == [asdict(MOVED)]
    [change] = bench.addresses.of_order(OPERATOR, the_order(bench).id)
    assert change.state is AddressState.CHANGED


CALLS = ("ledger_after_intent", "model_after_answer")


@pytest.mark.parametrize("point", CALLS)
@pytest.mark.parametrize("abilities", [{"idempotent": True}, {"finds_by_key": True, "waits": True}], ids=str)
def test_killed_during_the_call_a_provider_that_can_tell_is_paid_once(restarted, point, abilities):
    assert_drawn_and_paid_for_once(restarted(point, Kind(studio=abilities, pictures=1)))


@pytest.mark.parametrize("point", CALLS)
def test_killed_during_the_call_of_a_provider_that_cannot_tell_a_person_decides(restarted, point):
    """It may have been charged for, so it counts as paid; it is asked for again only by an operator."""
    bench = restarted(point, Kind(studio={}, pictures=1))
    [design] = bench.designs.page(OPERATOR).items
    assert (design.state, bench.states(design)) == (DesignState.FAILED, ["unknown"])
    assert bench.spent() == PRICE
    assert len(bench.studio.charged) == (1 if point == "model_after_answer" else 0)
    bench.designs.try_again(OPERATOR, design.id)
    bench.run()
    assert bench.states(design) == ["unknown", "settled"]
    assert bench.design(design).state is DesignState.ARTWORK_READY


@pytest.mark.parametrize("point", CALLS)
def test_killed_during_the_call_the_written_policy_repeats_it_and_books_both(restarted, point):
    bench = restarted(point, Kind(studio={}, on_unknown="repeat", pictures=1))
    [design] = bench.designs.page(OPERATOR).items
    assert (design.state, bench.states(design)) == (DesignState.ARTWORK_READY, ["unknown", "settled"])
    assert bench.spent() == PRICE + PRICE


TELLS = Kind(capability=Capability.IDEMPOTENT_CREATE, tells=True)


@pytest.mark.parametrize("point", MESSAGES)
def test_killed_while_it_tells_of_a_parcel_the_shop_is_told_under_one_name(
    restarted, before_the_order, tmp_path, point
):
    bench = restarted(point, TELLS, before_the_order)
    told = Mailbox(tmp_path / "shop" / "told.jsonl").brought
    assert {(m["event"], m["tracking_number"]) for m in told} == {("shipped", "RM1")}
    assert len({m["id"] for m in told}) == 1
    assert len(told) == (2 if point == "message_after_send" else 1), "nobody can know that the first had arrived"
    [message] = bench.delivering.page(OPERATOR).items
    assert (message.state, message.id) == (MessageState.SENT, told[0]["id"])


# --- the controls: what these tests would find


def test_control_answering_a_message_and_then_keeping_it_loses_the_order(restarted, before_the_order):
    bench = restarted("shop_heard_before_commit", replace(SELLS, answers_first=True), before_the_order)
    assert not bench.orders.page(OPERATOR).items, "and nobody sends it again"


def test_control_taking_each_message_for_an_order_takes_it_twice(restarted, before_the_order):
    bench = restarted("shop_heard_after_commit", replace(SELLS, naive=True), before_the_order)
    assert len(bench.orders.page(OPERATOR).items) == 2


def test_control_saving_and_then_sending_tells_nobody(restarted, before_the_order, tmp_path):
    bench = restarted("message_after_send", replace(TELLS, naive=True), before_the_order)
    assert Mailbox(tmp_path / "shop" / "told.jsonl").brought == []
    [message] = bench.delivering.page(OPERATOR).items
    assert message.state is MessageState.SENT, "and the books say that it was sent"


def test_control_posting_and_then_saving_makes_it_twice(restarted, before_the_order):
    bench = restarted("handoff_after_send", Kind(capability=Capability.LOOKUP_ONLY, naive=True), before_the_order)
    assert len(bench.printshop.to_be_made) == 2
    assert len(set(bench.printshop.to_be_made)) == 1, "the same hand-off, made twice"


def test_control_posting_what_moved_and_then_saving_makes_it_twice(restarted, before_the_order):
    kind = Kind(capability=Capability.LOOKUP_ONLY, moves_unsent=True, naive=True)
    bench = restarted("handoff_after_send:2", kind, before_the_order)
    assert [order["to"] for order in bench.printshop.orders] == [asdict(MOVED)] * 2


def test_control_calling_again_after_a_crash_pays_twice(restarted):
    bench = restarted("model_after_answer", Kind(naive=True, pictures=1))
    assert len(bench.studio.charged) == 2
    [design] = bench.designs.page(OPERATOR).items
    assert bench.spent() == PRICE, "and the books would not even show it"
    assert len(bench.ledger(design)) == 1

"""A backup from before an erasure is brought back: the customer does not come back with it, and nothing is sent a second time."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pod.model.caller import DEFAULT_TENANT
from pod.model.errors import Problems
from pod.model.handoff import HandOffState
from pod.model.order import Order, OrderItem, OrderState
from pod.model.shoporder import IntakeState, Payment, ShopLine, ShopOrder
from pod.services.aftercare import Erasing, catch_up
from pod.services.shopdesk import ShopDesk
from pod.store.backup import Backup, back_up
from tests.doubles.storefront import GENUINE
from tests.services.bench import OPERATOR, SHOPPER, Bench, erased_beside, memory_beside, place_of, restored_in
from tests.services.test_erasing import ADMIN, READER, ended, ordered, traces

VARIANT = "sticker-4in/4in/white"


def backed_up(shop: Bench, folder: Path, into: str = "backups") -> Backup:
    shop.clock.forward(1)
    return back_up(place_of(folder / "shop"), folder / into, shop.clock)


@pytest.fixture
def restored(shop, open_a_bench, tmp_path) -> Callable[..., Bench]:
    """The shop as it is after its backup was brought back in another folder; partner and storefront have gone on."""

    def bringing(made: Backup) -> Bench:
        restored_in(made, tmp_path / "new", shop.clock)
        shutil.copytree(tmp_path / "shop" / "printshop", tmp_path / "new" / "printshop")
        new = open_a_bench(tmp_path / "new")
        new.clock.time, new.storefront.orders = shop.clock.time, shop.storefront.orders
        return new

    return bringing


def bought(shop: Bench) -> None:
    """In a shop, by the reader."""
    design, _ = shop.approved()
    line = ShopLine("1", VARIANT, 1, "A sticker", design.id)
    shop.storefront.orders["9"] = ShopOrder("9", "#9", Payment.PAID, shop.clock.now(), (line,), READER)
    told(shop)


def told(shop: Bench, event: str = "e1") -> None:
    shop.intake.hear("storefront", GENUINE, json.dumps({"event": event, "order": "9"}).encode())
    shop.run()


def taken(shop: Bench):
    with shop.store.reading() as tx:
        return tx.shops.get(DEFAULT_TENANT, "storefront", "9")


def the_order(shop: Bench) -> Order:
    [order] = shop.orders.page(OPERATOR).items
    return order


def privacy(shop: Bench) -> None:
    shop.intake.hear("storefront", GENUINE, b'{"event": "p1", "kind": "erase_customer", "order": "9"}')
    shop.run()


# --- what was erased stays so


def test_an_order_that_was_erased_since_the_backup_is_erased_in_it(shop, restored, tmp_path):
    order = ordered(shop)
    ended(shop, order)
    made = backed_up(shop, tmp_path)
    Erasing(shop.tools).erase(ADMIN, "zoe@home.example")
    again = restored(made)
    assert traces(again) == []
    assert again.order(order).ship_to.line1 == "(erased)"
    assert again.order(order).state is OrderState.DONE


def test_control_a_list_that_is_restored_with_the_data_brings_the_customer_back(shop, restored, tmp_path):
    order = ordered(shop)
    ended(shop, order)
    made = backed_up(shop, tmp_path)
    Erasing(shop.tools).erase(ADMIN, "zoe@home.example")
    erased_beside(tmp_path / "shop").unlink()
    assert traces(restored(made)) != []


def test_an_order_that_the_backup_has_on_its_way_is_held_and_not_sent_again(shop, restored, tmp_path):
    """It was shipped since, and then erased: the books of then would send it once more."""
    order = shop.orders.mark_paid(OPERATOR, placed(shop).id)
    made = backed_up(shop, tmp_path)
    shop.run()
    ended(shop, order)
    Erasing(shop.tools).erase(ADMIN, "shop-1")
    again = restored(made)
    again.wait(86_400)
    assert traces(again) == []
    held = again.order(order)
    assert (held.state, "cancel it here" in held.reason) == (OrderState.ON_HOLD, True)
    assert len(again.printshop.orders) == 1
    again.orders.release(OPERATOR, order.id)
    again.wait(3600)
    assert len(again.printshop.orders) == 1, "whatever is done with it, nothing leaves without an address"
    again.orders.cancel(OPERATOR, order.id)


def placed(shop: Bench) -> Order:
    _, version = shop.approved()
    item = OrderItem("", version.id, "sticker-4in", VARIANT, 1)
    order, _ = shop.orders.place(SHOPPER, "shop-1", READER, [item], shop.printshop.name)
    return order


def test_an_order_that_was_on_its_way_when_it_was_to_be_erased_is_erased_when_it_has_ended(shop, restored, tmp_path):
    order = ordered(shop)
    made = backed_up(shop, tmp_path)
    assert Erasing(shop.tools).erase(ADMIN, "shop-1").orders[0].state == "in progress"
    again = restored(made)
    assert again.order(order).ship_to == READER, "the parcel has to get there"
    ended(again, order)
    again.wait(86_400)
    assert traces(again) == []


def test_a_shops_privacy_message_outlives_the_backup(shop, restored, tmp_path):
    bought(shop)
    ended(shop, the_order(shop))
    made = backed_up(shop, tmp_path)
    privacy(shop)
    assert traces(shop) == []
    again = restored(made)
    assert traces(again) == []


def test_a_shops_privacy_message_reaches_what_was_cancelled_before_it_was_taken_anew(shop):
    bought(shop)
    shop.orders.cancel(OPERATOR, the_order(shop).id, "another size")
    shop.run()
    ShopDesk(shop.tools).take_anew(OPERATOR, "storefront", "9")
    shop.run()
    cancelled, anew = sorted(shop.orders.page(OPERATOR).items, key=lambda order: order.state != OrderState.CANCELLED)
    assert (anew.state, cancelled.state) == (OrderState.IN_PROGRESS, OrderState.CANCELLED)
    ended(shop, anew)
    privacy(shop)
    assert traces(shop) == []


def test_an_order_that_the_backup_does_not_know_is_not_written_down_and_not_made_again(shop, restored, tmp_path):
    """The shop tells of it once more, address and all."""
    made = backed_up(shop, tmp_path)
    bought(shop)
    ended(shop, the_order(shop))
    privacy(shop)
    again = restored(made)
    told(again, "e2")
    again.wait(3600)
    assert traces(again) == []
    assert (taken(again).state, "were erased" in taken(again).note) == (IntakeState.LEFT, True)
    assert again.orders.page(OPERATOR).items == ()
    assert len(again.printshop.orders) == 1


def test_one_that_was_on_its_way_and_that_the_backup_does_not_know_is_found_at_its_partner_and_erased_after(
    shop, restored, tmp_path
):
    made = backed_up(shop, tmp_path)
    bought(shop)
    privacy(shop)
    again = restored(made)
    told(again, "e2")
    again.wait(700)
    order = the_order(again)
    assert (len(again.printshop.orders), again.handoff(order).state) == (1, HandOffState.ACCEPTED)
    ended(again, order)
    again.wait(86_400)
    assert traces(again) == []


def test_an_order_of_the_api_that_is_sent_once_more_is_refused(shop, restored, tmp_path):
    made = backed_up(shop, tmp_path)
    order = ordered(shop)
    ended(shop, order)
    Erasing(shop.tools).erase(ADMIN, "shop-1")
    again = restored(made)
    with pytest.raises(Problems) as refused:
        placed(again)
    assert [e.code for _, e in refused.value.problems] == ["reference_erased"]
    assert traces(again) == []


def test_what_never_was_an_order_stays_erased_as_well(shop, restored, tmp_path):
    line = ShopLine("1", VARIANT, 1, "A sticker", "")
    shop.storefront.orders["9"] = ShopOrder("9", "#9", Payment.PAID, shop.clock.now(), (line,), READER)
    told(shop)
    made = backed_up(shop, tmp_path)
    assert Erasing(shop.tools).erase(ADMIN, "zoe@home.example").waiting == 1
    again = restored(made)
    assert traces(again) == []
    told(again, "e2")
    assert traces(again) == []
    assert taken(again).state is IntakeState.LEFT


# --- the list


def test_the_list_names_nobody_and_who_lacks_the_key_cannot_try_names_out(shop, tmp_path):
    order = ordered(shop)
    ended(shop, order)
    Erasing(shop.tools).erase(ADMIN, "zoe@home.example")
    said = erased_beside(tmp_path / "shop").read_text()
    assert len(said.splitlines()) == 2
    assert not any(word.lower() in said.lower() for word in ("zoe", "planted", "secret", "LS1", "shop-1", order.id))


def test_a_later_backup_tells_an_older_one_what_was_erased(shop, restored, tmp_path):
    """The data folder and the list beside it are both gone; the backups lie elsewhere."""
    order = ordered(shop)
    ended(shop, order)
    made = backed_up(shop, tmp_path)
    Erasing(shop.tools).erase(ADMIN, "shop-1")
    backed_up(shop, tmp_path)
    erased_beside(tmp_path / "shop").unlink()
    assert traces(restored(made)) == []


def test_a_list_that_was_lost_is_written_anew_from_the_rows(shop, tmp_path):
    ended(shop, ordered(shop))
    Erasing(shop.tools).erase(ADMIN, "shop-1")
    listed = erased_beside(tmp_path / "shop")
    before = listed.read_text()
    listed.unlink()
    catch_up(shop.store, shop.tools.erasures)
    assert listed.read_text() == before
    catch_up(shop.store, shop.tools.erasures)
    assert listed.read_text() == before


def test_where_the_list_cannot_be_written_nothing_is_erased_and_it_is_said(shop, tmp_path):
    ended(shop, ordered(shop))
    erased_beside(tmp_path / "shop").mkdir()
    with pytest.raises(Exception, match="POD_ERASED_LIST"):
        Erasing(shop.tools).erase(ADMIN, "shop-1")
    assert traces(shop) != []


def test_an_erasure_that_broke_off_after_the_list_is_made_at_the_next_start(shop, monkeypatch, tmp_path):
    order = ordered(shop)
    ended(shop, order)

    def breaks(*_):
        raise RuntimeError("killed")

    with monkeypatch.context() as broken:
        broken.setattr("pod.store.customers.SqlCustomers.erase", breaks)
        with pytest.raises(RuntimeError):
            Erasing(shop.tools).erase(ADMIN, "shop-1")
    assert traces(shop) != []
    assert catch_up(shop.store, memory_beside(tmp_path / "shop", shop.clock)) == 1
    assert traces(shop) == []

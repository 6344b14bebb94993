"""Orders of shops at the last look before they are made: still there, with the words that were bought, and of this tenant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pod.model.order import OrderState
from pod.model.shoporder import IntakeState, Payment, Repair, ShopLine
from pod.model.shopsku import read_sold, sold_as, variants_by_code
from pod.paths import templates_dir
from pod.services.shopdesk import ShopDesk
from pod.store.catalogue import FileCatalogue
from tests.services.bench import OPERATOR, VIEWER, Bench
from tests.services.test_intake import VARIANT, bought, csv, desk, hear, placed, taken

__all__ = ["bought", "desk"]


@pytest.fixture(autouse=True)
def press(shop: Bench) -> None:
    """What shops sell goes to the press, where nobody says otherwise."""
    shop.tools.partners["manual"] = shop.printshop


# --- gone in the shop


def test_an_order_that_was_deleted_in_the_shop_is_held_with_a_sentence_and_goes_on_when_a_person_says_so(shop, bought):
    bought(payment=Payment.UNPAID)
    shop.orders.hold(OPERATOR, placed(shop).id, "wait for the cloth")
    bought()
    del shop.storefront.orders["1001"]
    shop.orders.release(OPERATOR, placed(shop).id)
    shop.wait(600)
    held = placed(shop)
    assert (held.state, held.paid_at) == (OrderState.ON_HOLD, None)
    assert "no longer shows this order" in held.reason
    shop.orders.release(OPERATOR, held.id)
    shop.wait(600)
    assert placed(shop).state is not OrderState.ON_HOLD


def test_what_is_deleted_between_the_money_and_the_hand_off_does_not_leave(shop, bought):
    bought(payment=Payment.UNPAID)
    shop.orders.mark_paid(OPERATOR, placed(shop).id)
    del shop.storefront.orders["1001"]
    shop.run()
    assert placed(shop).state is OrderState.ON_HOLD
    assert shop.printshop.orders == []
    shop.orders.release(OPERATOR, placed(shop).id)
    shop.run()
    assert len(shop.printshop.orders) == 1


def test_what_is_cancelled_between_the_money_and_the_hand_off_does_not_leave(shop, bought):
    told = bought(payment=Payment.UNPAID)
    shop.orders.mark_paid(OPERATOR, placed(shop).id)
    shop.storefront.orders["1001"] = replace(told, cancelled=True, changed_at=shop.clock.now())
    shop.run()
    assert placed(shop).state is OrderState.CANCELLED
    assert shop.printshop.orders == []


def test_a_shop_that_cannot_be_asked_keeps_it_back_and_a_person_is_told(shop, bought):
    bought(payment=Payment.UNPAID)
    shop.orders.mark_paid(OPERATOR, placed(shop).id)
    shop.storefront.out_of_reach = True
    shop.wait(3600)
    assert shop.printshop.orders == []
    assert "could not be asked" in shop.handoff(placed(shop)).reason
    shop.storefront.out_of_reach = False
    shop.orders.hand_off(OPERATOR, placed(shop).id)
    shop.run()
    assert len(shop.printshop.orders) == 1


def test_an_order_that_was_deleted_before_it_was_taken_in_is_left_and_taken_in_when_it_is_there_again(shop, bought):
    told = bought(lines=(ShopLine("1", VARIANT, 2),))
    del shop.storefront.orders["1001"]
    hear(shop, "deleted")
    shop.run()
    assert (taken(shop).state, "no longer shows" in taken(shop).note) == (IntakeState.LEFT, True)
    design, _ = shop.approved()
    shop.storefront.orders["1001"] = replace(told, lines=(ShopLine("1", VARIANT, 2, design=design.id),))
    hear(shop, "restored")
    shop.run()
    assert (placed(shop).state, taken(shop).gone) == (OrderState.IN_PROGRESS, False)


# --- what a line is printed with


def test_a_sku_under_which_a_design_was_published_says_all_that_is_needed(shop, bought):
    design, version = shop.approved()
    bought(lines=(ShopLine("1", sold_as(design.id, VARIANT).lower(), 2),))
    assert [(i.version_id, i.variant) for i in placed(shop).items] == [(version.id, VARIANT)]


def test_a_published_sku_of_a_variant_that_there_is_no_longer_waits_for_a_person(shop, bought):
    design, _ = shop.approved()
    bought(lines=(ShopLine("1", sold_as(design.id, "tee/XXXXL/navy"), 2),))
    assert [trouble.code for trouble in taken(shop).troubles] == ["unknown_variant"]


@pytest.mark.parametrize("words", ["Ada & Grace", "Ada  &\nGrace"])
def test_a_buyers_own_words_that_are_not_in_the_design_wait_for_a_person_and_are_never_left_out(
    shop, bought, desk, words
):
    design, version = shop.approved()
    bought(lines=(ShopLine("1", VARIANT, 2, design=design.id, lettering=words),))
    [trouble] = taken(shop).troubles
    assert (trouble.code, trouble.line_id) == ("personalised", "1")
    assert "Ada" in trouble.message
    desk.repair(OPERATOR, "storefront", "1001", Repair("1", version.id))
    shop.run()
    assert placed(shop).items[0].version_id == version.id


def test_words_that_change_after_the_order_was_placed_hold_it(shop, bought, desk):
    design, _ = shop.approved()
    line = ShopLine("1", VARIANT, 2, design=design.id)
    bought(lines=(line,))
    bought(lines=(replace(line, lettering="Ada"),))
    assert (placed(shop).state, "other words" in placed(shop).reason) == (OrderState.ON_HOLD, True)


# --- whose a file is


def test_two_tenants_may_bring_files_with_the_same_numbers_and_each_has_its_own_order(shop):
    other = replace(OPERATOR, tenant_id="other")
    design, _ = shop.approved()
    rows = csv(f"7,{VARIANT},1,{design.id},yes,Test Recipient,1 Test Street,Leeds,GB,LS1 4AB")
    for caller in (OPERATOR, other):
        shop.intake.take_file(caller, rows)
    shop.run()
    desk = ShopDesk(shop.tools)
    mine, theirs = (desk.get(caller, "csv", "7") for caller in (OPERATOR, other))
    assert mine.state is IntakeState.PLACED
    # the design is not theirs: nobody prints another tenant's
    assert (theirs.state, theirs.order_id) == (IntakeState.NEEDS_REPAIR, "")
    assert [order.external_ref for order in shop.orders.page(replace(VIEWER, tenant_id="other")).items] == []


# --- the skus themselves


def test_every_variant_of_the_catalogue_is_told_by_its_code_and_every_sku_fits_where_it_is_sold():
    variants = [v.sku for product in FileCatalogue(templates_dir()).products() for v in product.variants]
    assert len(variants_by_code(variants)) == len(variants) > 300
    for design in ("0" * 32, "f" * 32, "0123456789abcdef0123456789abcdef"):
        sku = sold_as(design, VARIANT)
        assert len(sku) == 32
        assert read_sold(sku.lower())[0] == design
        assert variants_by_code(variants)[read_sold(sku)[1]] == VARIANT


@pytest.mark.parametrize("sku", ["", "tee/M/navy", "Z" * 25 + "-AAAAAA", "0" * 25 + "-AAAAA", "SKU-12345"])
def test_what_is_no_such_sku_names_no_design(sku):
    assert read_sold(sku) == ("", "")

"""Designs on sale: approved and nothing else, in words that may be printed, always the same product, and orders that come back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from fulfillment.shops.shopify import Shopify, ShopifySettings
from pod.model.caller import DEFAULT_TENANT, Caller, Role
from pod.model.design import DesignState
from pod.model.errors import Conflict, InputRefused, NotAllowed, NotFound, Problems
from pod.model.proof import ApprovalRole
from pod.model.publication import ListingLimits, PublicationState
from pod.model.shoporder import IntakeState, Repair
from pod.model.shopsku import sold_as
from pod.paths import templates_dir
from pod.services.editing import Wish
from pod.services.intake import Intake
from pod.services.listings import Words, read_template
from pod.services.publishing import Publishing
from pod.services.restoring import Restoring
from pod.services.shopdesk import ShopDesk
from tests.servers.shop import Bought
from tests.servers.shopify import DOMAIN, SECRET, TOKEN, ShopifyServer
from tests.services.bench import KEY, OPERATOR, SHOPPER, VIEWER, Bench

P = PublicationState
ADMIN = Caller(DEFAULT_TENANT, "cli", Role.ADMIN)
VARIANT = "sticker-4in/4in/white"


@pytest.fixture
def server() -> Iterator[ShopifyServer]:
    with ShopifyServer() as server:
        yield server


@pytest.fixture
def on_sale(shop: Bench, server: ShopifyServer) -> Bench:
    server.clock.now = shop.clock.now()
    shopify = Shopify(ShopifySettings(domain=DOMAIN, token=TOKEN, secret=SECRET, base_url=server.url))
    template = read_template(templates_dir() / "listings.toml")
    shop.publishing = Publishing(shop.tools, {"shopify": shopify.listings}, template)
    shop.intake = Intake(shop.tools, {"shopify": shopify}, shop.orders)
    return shop


def published(shop: Bench, words: Words | None = None) -> str:
    design, _ = shop.approved()
    shop.publishing.publish(OPERATOR, design.id, "shopify", words or Words())
    shop.run()
    return design.id


def there(shop: Bench, design_id: str):
    [publication] = shop.publishing.of_design(VIEWER, design_id)
    return publication


def test_an_approved_design_is_put_on_sale_and_what_is_bought_of_it_comes_back_without_repair(on_sale, server):
    design, version = on_sale.approved()
    published(on_sale)
    publication = there(on_sale, design.id)
    assert (publication.state, publication.done) == (P.PUBLISHED, 1)
    [product] = server.shelf.products.values()
    assert product["title"] == f"A fox under the moon – {on_sale.tools.catalogue.product('sticker-4in').name}"
    [sold] = product["variants"]
    assert (sold["sku"], sold["price"]) == (
        sold_as(design.id, VARIANT),
        str(publication.listing.variants[0].price).split()[0],
    )
    assert [m["data"] for m in product["media"]] == [on_sale.files.open(p.file) for p in publication.listing.pictures]
    order_id = server.buy(Bought(sold["sku"], 2))
    told = server.told("orders/paid", order_id)
    on_sale.intake.hear("shopify", told.headers, told.body)
    on_sale.run()
    [order] = on_sale.orders.page(VIEWER).items
    assert [(i.version_id, i.variant, i.quantity) for i in order.items] == [(version.id, VARIANT, 2)]
    assert order.paid_at


def test_published_again_it_is_the_same_product_and_off_sale_and_on_again_too(on_sale, server):
    design_id = published(on_sale)
    [before] = server.shelf.products
    published(on_sale, Words(title="A quiet fox", tags=("fox",), on_sale=True))
    on_sale.publishing.withdraw(OPERATOR, design_id, "shopify")
    on_sale.run()
    assert there(on_sale, design_id).state is P.WITHDRAWN
    published(on_sale, Words(title="A quiet fox", on_sale=True))
    [(number, product)] = server.shelf.products.items()
    assert (number, product["title"], product["status"]) == (before, "A quiet fox", "ACTIVE")
    assert len(on_sale.publishing.of_design(VIEWER, design_id)) == 1


def test_asked_for_once_more_while_it_is_at_work_what_was_asked_for_last_is_on_sale(on_sale, server):
    design, _ = on_sale.approved()
    for title in ("first", "second"):
        on_sale.publishing.publish(OPERATOR, design.id, "shopify", Words(title=title))
    on_sale.run()
    [product] = server.shelf.products.values()
    assert product["title"] == "second"


def test_only_operators_put_on_sale_and_only_in_shops_that_can(on_sale):
    design, _ = on_sale.approved()
    for caller in (VIEWER, SHOPPER, replace(VIEWER, role=Role.METRICS)):
        with pytest.raises(NotAllowed):
            on_sale.publishing.publish(caller, design.id, "shopify", Words())
    with pytest.raises(InputRefused, match="There is: shopify"):
        on_sale.publishing.publish(OPERATOR, design.id, "plain", Words())
    with pytest.raises(NotFound):
        on_sale.publishing.withdraw(OPERATOR, design.id, "shopify")


def test_another_tenants_design_is_not_put_on_sale(on_sale):
    design, _ = on_sale.approved()
    with pytest.raises(NotFound, match="There is no such design"):
        on_sale.publishing.publish(replace(OPERATOR, tenant_id="other"), design.id, "shopify", Words())


def test_what_is_not_approved_is_not_put_on_sale(on_sale, server):
    design, _ = on_sale.approved()
    drawn = on_sale.drawn(subject="a hare")
    words = Words(with_designs=(drawn.id, "0" * 32))
    with pytest.raises(Problems) as refused:
        on_sale.publishing.publish(OPERATOR, design.id, "shopify", words)
    assert [(where, e.code) for where, e in refused.value.problems] == [
        ("with_designs[1]", "nothing_chosen"),
        ("with_designs[2]", "no_design"),
    ]
    assert on_sale.publishing.of_design(VIEWER, design.id) == []


@pytest.mark.parametrize(
    ("words", "where", "passes"),
    [
        (Words(title="A Mickey Mouse sticker"), "title", "a cartoon mouse of your own"),
        (Words(tags=("fox", "nike shoes")), "tags", "sporty shoes"),
        (Words(paragraphs=("Just like Mickey Mouse.",)), "description", "a cartoon mouse of your own"),
    ],
)
def test_a_protected_name_is_not_put_on_sale_and_the_refusal_says_what_would_pass(on_sale, words, where, passes):
    design, _ = on_sale.approved()
    with pytest.raises(Problems) as refused:
        on_sale.publishing.publish(OPERATOR, design.id, "shopify", words)
    [(found, error)] = refused.value.problems
    assert (found, passes in error.hint) == (where, True)


def test_what_a_shop_does_not_take_is_refused_with_what_was_measured_and_what_is_allowed(on_sale):
    design, _ = on_sale.approved()
    on_sale.publishing._shops["shopify"].limits = ListingLimits(20, 1, 5, 1, 1)
    words = Words(title="A title that is too long for it", tags=("fox", "moonlight"))
    with pytest.raises(Problems) as refused:
        on_sale.publishing.publish(OPERATOR, design.id, "shopify", words)
    told = [(where, e.details["measured"], e.details["required"]) for where, e in refused.value.problems]
    assert told == [("title", 31, 20), ("tags", 2, 1), ("tags", 9, 5)]
    made = on_sale.publishing.preview(VIEWER, design.id, "shopify", Words(title="A fox"))
    assert (len(made.tags) <= 1, len(made.pictures)) == (True, 1)


def test_a_product_without_a_price_in_the_shops_currency_is_not_put_on_sale(on_sale):
    design, _ = on_sale.approved()
    lists = on_sale.publishing._shops["shopify"]
    lists.limits = replace(lists.limits, currency="CHF")
    with pytest.raises(Problems, match="no price in CHF"):
        on_sale.publishing.publish(OPERATOR, design.id, "shopify", Words())


def test_what_the_shop_refuses_is_said_of_its_sku_and_is_put_on_sale_when_it_is_mended(on_sale, server):
    design, _ = on_sale.approved()
    sku = sold_as(design.id, VARIANT)
    server.shelf.refused[sku] = "Price is too high."
    published(on_sale)
    failed = there(on_sale, design.id)
    assert (failed.state, dict(failed.troubles), failed.done) == (P.FAILED, {sku: "Price is too high."}, 0)
    assert "Price is too high" in failed.reason
    server.shelf.refused.clear()
    published(on_sale)
    assert (there(on_sale, design.id).state, there(on_sale, design.id).troubles) == (P.PUBLISHED, {})


def test_a_shop_that_is_away_is_asked_again_and_a_person_is_told_when_it_stays_away(on_sale, server):
    server.faults.extend(["read: 503 before"] * 2)
    design_id = published(on_sale)
    assert there(on_sale, design_id).state is P.PUBLISHING
    on_sale.wait(3600)
    assert there(on_sale, design_id).state is P.PUBLISHED
    server.faults.extend(["read: 503 before"] * 20)
    published(on_sale)
    on_sale.wait(24 * 3600)
    given_up = there(on_sale, design_id)
    assert (given_up.state, "could not be asked" in given_up.reason) == (P.FAILED, True)
    server.faults.clear()
    published(on_sale)
    assert there(on_sale, design_id).state is P.PUBLISHED
    assert len(server.shelf.products) == 1


def test_an_edit_withdraws_the_approval_and_it_is_not_published_again_before_it_is_approved(on_sale):
    design_id = published(on_sale)
    on_sale.edits.ask(SHOPPER, design_id, Wish(lettering="Moon"), idempotency_key=KEY)
    on_sale.run()
    with pytest.raises(Problems, match="not been approved"):
        on_sale.publishing.publish(OPERATOR, design_id, "shopify", Words())


def test_what_is_off_sale_is_not_taken_off_again(on_sale):
    design_id = published(on_sale)
    on_sale.publishing.withdraw(OPERATOR, design_id, "shopify")
    with pytest.raises(Conflict, match="already"):
        on_sale.publishing.withdraw(OPERATOR, design_id, "shopify")


# --- one product of several designs


def test_the_same_picture_on_several_products_is_one_product_with_options_and_each_sku_is_of_its_own_design(
    on_sale, server
):
    first, _ = on_sale.approved()
    second = on_sale.proofed(product="sticker-3in")
    on_sale.approvals.approve(SHOPPER, second.id, ApprovalRole.SHOPPER)
    assert [d.id for d in on_sale.publishing.siblings(VIEWER, first.id)] == [second.id]
    on_sale.publishing.publish(OPERATOR, first.id, "shopify", Words(with_designs=(second.id,)))
    on_sale.run()
    [product] = server.shelf.products.values()
    skus = {v["sku"]: {o["optionName"]: o["name"] for o in v["optionValues"]} for v in product["variants"]}
    assert skus.keys() == {sold_as(first.id, VARIANT), sold_as(second.id, "sticker-3in/3in/white")}
    assert {len({o.get(name) for o in skus.values()}) for name in ("Product", "Size")} == {2}
    assert len({m["alt"] for m in product["media"]}) == len(product["media"]) == 2
    # where a shop has too few options, product and colour are one
    lists = on_sale.publishing._shops["shopify"]
    lists.limits = replace(lists.limits, options=2)
    made = on_sale.publishing.preview(VIEWER, first.id, "shopify", Words(with_designs=(second.id,)))
    assert made.options == ("Product", "Size")
    assert all(value.endswith(", white") for value, _ in (v.options for v in made.variants))


def test_the_same_variant_of_two_designs_is_not_sold_in_one_product(on_sale):
    first, _ = on_sale.approved()
    other = on_sale.proofed(subject="a hare")
    assert on_sale.publishing.siblings(VIEWER, first.id) == []
    on_sale.approvals.approve(SHOPPER, other.id, ApprovalRole.SHOPPER)
    with pytest.raises(Problems, match="would be sold twice"):
        on_sale.publishing.publish(OPERATOR, first.id, "shopify", Words(with_designs=(other.id,)))


# --- after the restore of a backup


def restored(on_sale: Bench, server: ShopifyServer, *, newer_s: float) -> str:
    """A design on sale; its books are those of an hour ago, and somebody has changed its listing `newer_s` after that."""
    design_id = published(on_sale)
    on_sale.clock.forward(3600)
    backed_up_at = on_sale.clock.now()
    server.clock.now = backed_up_at + timedelta(seconds=newer_s)
    [product] = server.shelf.products.values()
    product |= {"title": "The newer words", "status": "ACTIVE", "updatedAt": server.stamp()}
    on_sale.clock.forward(3600)
    Restoring(on_sale.tools).begin(ADMIN, backed_up_at)
    on_sale.clock.forward(1)
    return design_id


def title(server: ShopifyServer) -> str:
    [product] = server.shelf.products.values()
    return str(product["title"])


def test_after_a_restore_what_is_newer_in_the_shop_is_overwritten_only_by_a_second_yes(on_sale, server):
    design_id = restored(on_sale, server, newer_s=60)
    published(on_sale, Words(title="Words of the backup"))
    held = there(on_sale, design_id)
    assert (held.state, title(server)) == (P.ON_HOLD, "The newer words")
    assert "shopify changed its listing at" in held.reason
    assert "publish it again to put what is here in its place, or leave it" in held.reason
    on_sale.wait(3 * 3600)
    assert title(server) == "The newer words", "silence changes nothing"
    published(on_sale, Words(title="Words of the backup"))
    assert (there(on_sale, design_id).state, title(server)) == (P.PUBLISHED, "Words of the backup")


def test_after_a_restore_what_is_no_newer_in_the_shop_is_published_as_ever(on_sale, server):
    design_id = restored(on_sale, server, newer_s=-60)
    published(on_sale, Words(title="A quiet fox"))
    assert (there(on_sale, design_id).state, title(server)) == (P.PUBLISHED, "A quiet fox")


@pytest.mark.parametrize("asked", [P.WAITING, P.PUBLISHING, P.WITHDRAWING])
def test_what_the_backup_had_under_way_does_not_change_what_is_newer_in_the_shop(on_sale, server, asked):
    """It was asked for before the backup, and something else has been since."""
    design_id = published(on_sale)
    server.faults.extend(["read: 503 before"] * 2)
    if asked is P.WITHDRAWING:
        on_sale.publishing.withdraw(OPERATOR, design_id, "shopify")
    else:
        on_sale.publishing.publish(OPERATOR, design_id, "shopify", Words(title="Old words"))
    if asked is P.PUBLISHING:
        on_sale.run()
    assert there(on_sale, design_id).state is asked
    [product] = server.shelf.products.values()
    server.clock.advance(3600)
    product |= {"title": "The newer words", "status": "ACTIVE", "updatedAt": server.stamp()}
    on_sale.clock.forward(7200)
    Restoring(on_sale.tools).begin(ADMIN, on_sale.clock.now() - timedelta(seconds=7100))
    on_sale.wait(3 * 3600)
    assert there(on_sale, design_id).state is P.ON_HOLD
    assert (product["title"], product["status"]) == ("The newer words", "ACTIVE")
    on_sale.publishing.withdraw(OPERATOR, design_id, "shopify")
    on_sale.run()
    assert (there(on_sale, design_id).state, product["status"]) == (P.WITHDRAWN, "DRAFT")


def test_what_was_first_published_since_the_backup_is_found_by_its_name(on_sale, server):
    design_id = restored(on_sale, server, newer_s=60)
    with on_sale.store.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM publications")
    published(on_sale, Words(title="Words of today"))
    held = there(on_sale, design_id)
    assert (held.state, title(server)) == (P.ON_HOLD, "The newer words")
    assert held.known_as == f"gid://shopify/Product/{next(iter(server.shelf.products))}"


# --- what is deleted


def test_a_design_that_is_deleted_goes_off_sale_by_itself_and_after_a_shop_that_was_away(on_sale, server):
    design_id = published(on_sale, Words(on_sale=True))
    server.faults.extend(["read: 503 before"] * 2)
    on_sale.designs.delete(SHOPPER, design_id)
    on_sale.run()
    [product] = server.shelf.products.values()
    assert (there(on_sale, design_id).state, product["status"]) == (P.WITHDRAWING, "ACTIVE")
    on_sale.wait(3600)
    assert (there(on_sale, design_id).state, product["status"]) == (P.WITHDRAWN, "DRAFT")


def test_what_is_bought_of_a_deleted_design_all_the_same_waits_for_another_and_is_never_made_blank(on_sale, server):
    design_id = published(on_sale, Words(on_sale=True))
    [product] = server.shelf.products.values()
    on_sale.designs.delete(SHOPPER, design_id)
    order_id = server.buy(Bought(product["variants"][0]["sku"]))
    told = server.told("orders/paid", order_id)
    on_sale.intake.hear("shopify", told.headers, told.body)
    on_sale.run()
    with on_sale.store.reading() as tx:
        taken = tx.shops.get(DEFAULT_TENANT, "shopify", order_id)
    assert (taken.state, [t.code for t in taken.troubles]) == (IntakeState.NEEDS_REPAIR, ["design_deleted"])
    assert not on_sale.orders.page(VIEWER).items
    other = on_sale.proofed(subject="a hare")
    on_sale.approvals.approve(SHOPPER, other.id, ApprovalRole.SHOPPER)
    chosen = on_sale.design(other).current_version_id
    desk = ShopDesk(on_sale.tools)
    desk.repair(OPERATOR, "shopify", order_id, Repair(taken.order.lines[0].id, chosen, ""))
    on_sale.run()
    [order] = on_sale.orders.page(VIEWER).items
    assert [item.version_id for item in order.items] == [chosen]


def test_what_another_designs_product_sells_of_a_deleted_one_goes_out_of_it_and_the_rest_stays_on_sale(on_sale, server):
    first, _ = on_sale.approved()
    second = on_sale.proofed(product="sticker-3in")
    on_sale.approvals.approve(SHOPPER, second.id, ApprovalRole.SHOPPER)
    on_sale.publishing.publish(OPERATOR, first.id, "shopify", Words(with_designs=(second.id,), on_sale=True))
    on_sale.run()
    on_sale.designs.delete(OPERATOR, second.id)
    on_sale.run()
    [product] = server.shelf.products.values()
    assert [v["sku"] for v in product["variants"]] == [sold_as(first.id, VARIANT)]
    assert (len(product["media"]), product["status"]) == (1, "ACTIVE")
    assert on_sale.design(second).state is DesignState.ARCHIVED
    assert (there(on_sale, first.id).state, there(on_sale, first.id).done) == (P.PUBLISHED, 1)
    on_sale.designs.delete(OPERATOR, first.id)
    on_sale.run()
    assert next(iter(server.shelf.products.values()))["status"] == "DRAFT"


def test_what_could_not_be_taken_off_sale_does_not_go_on_sale_again_because_a_design_of_it_is_deleted(on_sale, server):
    first, _ = on_sale.approved()
    second = on_sale.proofed(product="sticker-3in")
    on_sale.approvals.approve(SHOPPER, second.id, ApprovalRole.SHOPPER)
    on_sale.publishing.publish(OPERATOR, first.id, "shopify", Words(with_designs=(second.id,), on_sale=True))
    on_sale.run()
    going = on_sale.publishing.withdraw(OPERATOR, first.id, "shopify")
    with on_sale.store.writing() as tx:
        tx.publications.move(going, P.FAILED, OPERATOR, "the shop is away", reason="the shop is away")
    on_sale.designs.delete(OPERATOR, second.id)
    on_sale.run()
    assert there(on_sale, first.id).state is P.WITHDRAWN
    assert next(iter(server.shelf.products.values()))["status"] == "DRAFT"

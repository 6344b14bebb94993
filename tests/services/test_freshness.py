"""What partners say of our variants is read again every day, kept with its date, and changes nothing by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pod.model.errors import InputRefused, NotAllowed, PartnerFailed
from pod.model.freshness import AreaSeen, OfferSeen, Stock
from pod.model.handoff import HandOffState
from pod.model.order import OrderItem, OrderState
from pod.services.freshness import Doubts, PartnerStanding
from tests.doubles.house import House
from tests.services.bench import ADDRESS, OPERATOR, SHOPPER, VIEWER, Bench

VARIANT = "sticker-4in/4in/white"
OTHER = "tee/M/white"
AREA = AreaSeen("front", 1200, 1200, 300)


@pytest.fixture
def shop(open_a_bench):
    """A shop whose partner can be asked what has become of two variants, which it is about to be."""
    shop = open_a_bench()
    told(shop, Stock.IN)
    shop.freshness.schedule()
    return shop


def told(shop: Bench, stock: Stock, area: AreaSeen = AREA, partner: object = None) -> None:
    """What the partner says from now on."""
    asked = partner or shop.printshop
    asked.sold = lambda: ((VARIANT,), (OTHER,))
    asked.seen = lambda variants: [OfferSeen(asked.name, v, shop.clock.now(), stock, (area,)) for v in variants]


def standing(shop: Bench) -> PartnerStanding:
    (found,) = shop.freshness.standing(VIEWER)
    return found


def test_every_variant_is_read_once_a_day_and_kept_with_the_date(shop):
    shop.freshness.schedule()
    shop.run()
    assert [(o.variant, o.stock, o.areas, o.seen_at) for o in standing(shop).offers] == [
        (VARIANT, Stock.IN, (AREA,), shop.clock.now()),
        (OTHER, Stock.IN, (AREA,), shop.clock.now()),
    ]
    shop.clock.forward(86_400)
    shop.freshness.schedule()
    shop.run()
    assert standing(shop).seen_at == shop.clock.now()


def test_what_was_seen_more_than_thirty_days_ago_is_not_verified(shop):
    shop.run()
    shop.clock.forward(30 * 86_400)
    assert standing(shop).not_verified == ()
    shop.clock.forward(1)
    assert [offer.variant for offer in standing(shop).not_verified] == [VARIANT, OTHER]


def test_what_was_cut_off_goes_on_where_it_was(shop):
    seen, asked = shop.printshop.seen, []

    def away_once(variants):
        asked.append(variants)
        if len(asked) == 2:
            raise PartnerFailed("partner_away", "The print shop does not answer.", "Ask again later.")
        return seen(variants)

    shop.printshop.seen = away_once
    shop.run()
    assert [offer.variant for offer in standing(shop).offers] == [VARIANT]
    shop.wait(3600)
    assert asked == [(VARIANT,), (OTHER,), (OTHER,)]
    assert len(standing(shop).offers) == 2


def test_an_area_that_has_changed_is_a_finding_until_somebody_has_looked_at_it(shop):
    shop.run()
    shop.clock.forward(86_400)
    told(shop, Stock.IN, AreaSeen("front", 1500, 1200, 300))
    shop.freshness.schedule()
    shop.run()
    assert [o.changed for o in standing(shop).changed] == [
        "front 1200 × 1200 px at 300 is now front 1500 × 1200 px at 300"
    ] * 2
    assert "has changed print areas" in shop.parked()[-1]
    assert "No file was changed" in shop.parked()[-1]
    with pytest.raises(NotAllowed):
        shop.freshness.looked_at(VIEWER, "printshop")
    assert shop.freshness.looked_at(OPERATOR, "printshop") == 2
    assert standing(shop).changed == ()


def test_stock_is_known_before_anybody_orders_and_says_nothing_after_two_days(shop):
    told(shop, Stock.OUT)
    shop.run()
    assert shop.freshness.doubts([VARIANT]) == Doubts((VARIANT,), (), ())
    shop.clock.forward(2 * 86_400 + 1)
    assert shop.freshness.doubts([VARIANT]) == Doubts((), (), ())


def test_what_another_partner_still_has_is_in_no_doubt(shop):
    told(shop, Stock.GONE)
    shop.run()
    assert shop.freshness.doubts([VARIANT]).gone == (VARIANT,)
    other = replace(standing(shop).offers[0], partner="other", variant=VARIANT, stock=Stock.IN)
    shop.tools.partners = {**shop.tools.partners, "other": shop.printshop}
    with shop.store.writing() as tx:
        tx.offers.see(OPERATOR, [other])
    assert shop.freshness.doubts([VARIANT]) == Doubts((), (), ())
    shop.clock.forward(31 * 86_400)
    assert shop.freshness.doubts([VARIANT]) == Doubts((), (), (VARIANT,))


def test_an_operator_has_a_partner_asked_again_at_once(shop):
    shop.run()
    shop.clock.forward(2 * 3600)
    told(shop, Stock.OUT)
    shop.freshness.ask_again(OPERATOR, "printshop")
    shop.run()
    assert standing(shop).seen_at == shop.clock.now()
    with pytest.raises(InputRefused, match="no partner “eastern”"):
        shop.freshness.ask_again(OPERATOR, "eastern")


@pytest.mark.parametrize(
    ("stock", "said"), [(Stock.OUT, "out of stock at southern"), (Stock.GONE, "discontinued at southern")]
)
def test_what_a_partner_has_not_goes_to_another(open_a_shop, tmp_path, stock, said):
    southern, northern = (
        House(tmp_path / "houses", name, each=each) for name, each in (("southern", 1.0), ("northern", 9.0))
    )
    shop = open_a_shop(more_partners={h.name: h for h in (southern, northern)})
    shop.printshop.validate = lambda _: [InputRefused("not_offered", "We make nothing.", "Ask another.")]
    told(shop, stock, partner=southern)
    shop.freshness.schedule()
    shop.run()
    _, version = shop.approved()
    item = OrderItem("", version.id, "sticker-4in", VARIANT, 2)
    order, _ = shop.orders.place(SHOPPER, "shop-1", ADDRESS, [item])
    shop.orders.mark_paid(OPERATOR, order.id)
    shop.run()
    [routing] = shop.routes.of(OPERATOR, order.id)
    assert said in routing.lines[0].of("southern").unfit[0]
    assert shop.handoff(order).partner == "northern"


def test_what_the_only_partner_has_not_is_held_before_it_is_called(open_a_shop):
    shop = open_a_shop()
    told(shop, Stock.OUT)
    shop.freshness.schedule()
    shop.run()
    order = shop.paid()
    shop.run()
    held = shop.handoff(order)
    assert (held.state, shop.order(order).state) == (HandOffState.ON_HOLD, OrderState.PAID)
    assert "is out of stock at printshop" in held.reason
    assert shop.printshop.orders == []

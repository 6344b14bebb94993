"""A shop that sells, killed again and again, at named points and at any time, until all that was bought has been sent.

What was ordered is read from the shop's own books, what was made from the partners', and what Pod says of it from Pod's.
"""

from __future__ import annotations

import random
import signal
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pod.failpoints import ON_THE_WAY
from pod.model.handoff import HandOff, HandOffState
from pod.model.order import OrderState
from tests.crash.driver import Driver
from tests.crash.selling import PARTNERS, Selling, open_selling
from tests.crash.world import World
from tests.services.bench import OPERATOR, Bench, copied, open_bench

KILLED = -signal.SIGKILL
POINTS = ("claim_after_commit", *ON_THE_WAY[ON_THE_WAY.index("order_before_commit") :])
"""All that an order comes by."""

KILLS_A_SHOP = 20
LIVES = 26
LIFE_S, DEAD_S, LAST_LIFE_S = 120.0, 65.0, 3600.0
"""A process that is not killed lives for two minutes of the shop's time; when the next one begins, every lease has lapsed."""

NTH = (1, 1, 2, 3)
AT_ANY_TIME = 0.5
"""So many kills are not at a named point but somewhere in the first second or two, on the wall's clock."""

_SENT = (HandOffState.SHIPPED, HandOffState.DELIVERED)
_UNKNOWN = (HandOffState.UNKNOWN, HandOffState.SENDING, HandOffState.CONFIRMING)
WITHOUT_PARCELS = ("manual", "sftp", "printshop")
"""They say that it was sent, and not how."""


@dataclass(frozen=True)
class Bought:
    """What has become of one order. `made` is how often its partner was given it, `charged` how often it was paid for."""

    order_id: str
    partner: str
    state: str
    made: int
    charged: int
    told: int
    held: str
    """Why a person was asked; "" where nobody was."""

    @property
    def lost(self) -> bool:
        return self.made == 0

    @property
    def doubled(self) -> bool:
        return self.made > 1 or self.charged > 1 or self.told > 1

    @property
    def unknown(self) -> bool:
        return self.state in _UNKNOWN

    @property
    def stuck(self) -> bool:
        told = 0 if self.partner in WITHOUT_PARCELS else 1
        return self.state not in _SENT or self.told < told


@dataclass(frozen=True)
class Shop:
    """How much is bought in one shop, and what it is made of. The controls leave something out, to see that the torture
    would find it; they sell by the partner that makes whatever it is sent."""

    orders: int = 60
    partners: Sequence[str] = PARTNERS
    settle_s: float = 60.0
    naive: bool = False


CONTROLS: Mapping[str, Shop] = {
    "posts, and then saves": Shop(30, ("printshop",), naive=True),
    "looks without letting it settle": Shop(30, ("printshop",), settle_s=0.0),
}


def sold(
    driver: Driver, template: Path, folder: Path, seed: int, most_kills: int, shop: Shop = Shop()
) -> tuple[int, list[Bought]]:
    """How often the shop was killed, and what everything has come to."""
    bench = open_bench(copied(template, folder))
    design, _ = bench.approved()
    bench.store.close()
    with World(folder, design.id, random.Random(seed), shop.partners) as world:
        kind = Selling(world.url, world.addresses, shop.partners, (), shop.settle_s, shop.naive, LIFE_S)
        kills = _killed(driver, folder, world, kind, min(most_kills, KILLS_A_SHOP), shop.orders)
        return kills, list(_ends(folder, kind, world))


def _killed(driver: Driver, folder: Path, world: World, kind: Selling, most_kills: int, orders: int) -> int:
    kills, chance = 0, world.chance
    for life in range(LIVES):
        world.wanted = orders * (life + 1) // LIVES
        mishaps = world.break_things()
        kills += _one_life(driver, folder, chance, replace(kind, mishaps=mishaps), life, doomed=kills < most_kills)
        world.settle()
    world.mend()
    last = replace(kind, life_s=LAST_LIFE_S, step_s=60.0, operator=True)
    assert driver.run(folder, last, later_s=LIVES * (LIFE_S + DEAD_S)) == 0
    return kills


def _one_life(driver: Driver, folder: Path, chance: random.Random, kind: Selling, life: int, *, doomed: bool) -> bool:
    """Whether it was killed."""
    later_s, any_time = life * (LIFE_S + DEAD_S), chance.random() < AT_ANY_TIME
    point = f"{chance.choice(POINTS)}:{chance.choice(NTH)}" if doomed and not any_time else ""
    after_s = chance.uniform(0.05, 0.6) if doomed and any_time else None
    code = driver.run(folder, kind, fail_at=point, later_s=later_s, kill_after_s=after_s)
    assert code in (0, KILLED), f"{code} at {point or 'any time'}"
    return code == KILLED


def _ends(folder: Path, kind: Selling, world: World) -> Iterator[Bought]:
    bench = open_selling(folder, replace(kind, naive=False))
    try:
        assert len(bench.orders.page(OPERATOR, limit=200).items) <= len(world.orders), "none that nobody has bought"
        for order_id in world.orders:
            yield _end(bench, world, order_id)
    finally:
        bench.store.close()


def _end(bench: Bench, world: World, order_id: str) -> Bought:
    with bench.store.reading() as tx:
        order = tx.orders.by_external_ref("main", f"shopify:{order_id}")
        handoffs = tx.orders.handoffs("main", order.id) if order else ()
    if not order or not handoffs:
        return Bought(order_id, "nobody", order.state if order else "", 0, 0, 0, "")
    made = [world.made(handoff.partner, handoff.reference) for handoff in handoffs]
    last = handoffs[-1]
    state = last.state if order.state is OrderState.DONE or last.state not in _SENT else f"order {order.state}"
    return Bought(
        order_id,
        last.partner,
        state,
        sum(m.orders for m in made),
        sum(m.charges for m in made),
        world.parcels(order_id),
        held=" ".join(why for handoff in handoffs for why in _holds(bench, handoff)),
    )


def _holds(bench: Bench, handoff: HandOff) -> list[str]:
    with bench.store.reading() as tx:
        moves = tx.designs.history("main", handoff.reference)
    return [move.note for move in moves if move.became in (HandOffState.ON_HOLD, HandOffState.REJECTED)]


def table(bought: Sequence[Bought]) -> Iterator[str]:
    columns = ("orders", "live once", "doubled", "lost", "unknown", "stuck", "asked a person")
    yield f"{'partner':<12}" + "".join(f"{c:>16}" for c in columns)
    for partner in (*sorted({b.partner for b in bought}), "all"):
        mine = [b for b in bought if partner in (b.partner, "all")]
        counts = Counter(
            {
                "orders": len(mine),
                "live once": sum(b.made == 1 and not b.doubled for b in mine),
                "doubled": sum(b.doubled for b in mine),
                "lost": sum(b.lost for b in mine),
                "unknown": sum(b.unknown for b in mine),
                "stuck": sum(b.stuck for b in mine),
                "asked a person": sum(b.held != "" for b in mine),
            }
        )
        yield f"{partner:<12}" + "".join(f"{counts[c]:>16}" for c in columns)

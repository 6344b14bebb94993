"""Killed while a design is put on sale, and started again: one product in the shop, each picture and each sku once."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pod.failpoints import POINTS
from pod.model.publication import PublicationState
from tests.crash.driver import LATER_S, Driver, started
from tests.crash.flow import Kind, look_into
from tests.servers.etsy import REFRESH, EtsyServer
from tests.servers.shop import ShopServer
from tests.servers.shopify import ShopifyServer
from tests.services.bench import OPERATOR, Bench

pytestmark = pytest.mark.crash

KILLED = -signal.SIGKILL
SERVERS: dict[str, Callable[[], ShopServer]] = {"shopify": ShopifyServer, "etsy": EtsyServer}
AT = (
    *(p for p in POINTS if p.startswith("publication_")),
    # the next pieces: pictures, one after the other, and all the skus
    "publication_before_piece:2",
    "publication_after_piece:2",
)
AS_A_WHOLE = ("publication_after_intent", "publication_before_piece", "publication_after_answer")
"""A product that is set as a whole is noted as a whole: there is less to come between."""


@pytest.fixture(scope="module")
def driver() -> Iterator[Driver]:
    with started() as driver:
        yield driver


@pytest.fixture(scope="module")
def before(driver: Driver, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop that was killed when its design was approved."""
    folder = tmp_path_factory.mktemp("before") / "shop"
    assert driver.run(folder, Kind(), fail_at="order_before_commit") == KILLED
    return folder


@pytest.fixture
def restarted(driver: Driver, before: Path, tmp_path: Path) -> Iterator[Callable[..., tuple[Bench, ShopServer]]]:
    opened: list[Bench] = []
    servers: list[ShopServer] = []

    def killed_and_started_again(name: str, point: str, *, naive: bool = False) -> tuple[Bench, ShopServer]:
        server = SERVERS[name]()
        server.__enter__()
        servers.append(server)
        if isinstance(server, EtsyServer):
            # each process signs in for itself here: what is looked at is what it makes
            server.refresh_tokens = Endless()
            server.clock.now = datetime.now(UTC) + timedelta(days=-1)
        folder, kind = tmp_path / "shop", Kind(lists={name: server.url}, naive=naive)
        shutil.copytree(before, folder)
        assert driver.run(folder, kind, fail_at=point, later_s=LATER_S) == KILLED, f"{point} was not passed"
        assert driver.run(folder, kind, later_s=2 * LATER_S) == 0
        opened.append(look_into(folder, kind))
        return opened[0], server

    yield killed_and_started_again
    for bench in opened:
        bench.store.close()
    for server in servers:
        server.stop()


class Endless(set[str]):
    def __init__(self) -> None:
        super().__init__({REFRESH})

    def discard(self, _: str) -> None:
        """Good for ever."""


@pytest.mark.parametrize(("name", "point"), [*(("etsy", p) for p in AT), *(("shopify", p) for p in AS_A_WHOLE)])
def test_killed_anywhere_it_is_on_sale_once(restarted, name, point):
    bench, server = restarted(name, point)
    [publication] = bench.publishing.page(OPERATOR).items
    assert (publication.state, publication.reason) == (PublicationState.PUBLISHED, "")
    assert publication.done == len(publication.listing.variants) == 1
    [(pictures, skus)] = things(server)
    assert (pictures, skus) == (len(publication.listing.pictures), [v.sku for v in publication.listing.variants])


def test_control_a_shop_that_is_not_looked_at_first_gets_it_twice(restarted):
    """Its notes alone are not enough: what was made just before the process died is in none."""
    _, server = restarted("etsy", "publication_before_piece", naive=True)
    assert len(things(server)) == 2


def things(server: ShopServer) -> list[tuple[int, list[str]]]:
    """Of each product: how many pictures, and its skus."""
    if isinstance(server, EtsyServer):
        rows = server.shelf.listings.values()
        sold = [[p["sku"] for p in (row["inventory"] or {"products": ()})["products"] if p["sku"]] for row in rows]
        return [(len(row["images"]), skus) for row, skus in zip(rows, sold, strict=True)]
    assert isinstance(server, ShopifyServer)
    return [(len(p["media"]), [v["sku"] for v in p["variants"]]) for p in server.shelf.products.values()]

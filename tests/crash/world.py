"""Everything around a shop that sells: customers, the shop's own pages, partners with their presses, and the post between.

It keeps the books by which Pod is judged, and is not killed. Its chance comes from a seed. Messages are doubled, come out of
their order, come again until they are answered, and sometimes never come at all.
"""

from __future__ import annotations

import json
import logging
import random
import threading
import time
from base64 import b64encode
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from fulfillment.base import Capability
from pod.model.handoff import HandOffState
from pod.services.filelinks import FileLinks
from pod.store.local_files import LocalFiles
from tests.contracts.store_contract import NOON, HandClock
from tests.crash.selling import LINK_SECRET, PARTNERS
from tests.doubles.printshop import SIGNATURE, Printshop, PrintshopSettings
from tests.fulfillment.fates import SETTINGS
from tests.servers.serving import Call, HttpServer, Reply, said
from tests.servers.sftp import SHIPPED, SftpServer
from tests.servers.shop import Bought, Message
from tests.servers.shopify import ShopifyServer

VARIANT = "sticker-4in/4in/white"
WALKS: Mapping[str, Mapping[str, str]] = {
    "printful": {"inreview": "pending", "pending": "inprocess", "inprocess": "fulfilled", "fulfilled": "delivered"},
    "printify": {"in-production": "fulfilled", "fulfilled": "delivered"},
    "gelato": {
        "created": "in_production",
        "uploading": "in_production",
        "passed": "in_production",
        "in_production": "printed",
        "printed": "shipped",
        "shipped": "delivered",
    },
    "prodigi": {"InProgress": "inProduction", "inProduction": "shipping", "shipping": "Complete"},
    "sftp": {"accepted": SHIPPED},
}
"""How each partner goes on with an order of itself, once it has begun."""

MISHAPS: Mapping[str, Sequence[str]] = {
    "behind HTTP": (
        "create: cut after",
        "create: 500 after",
        "create: garbage after",
        "create: cut and late",
        "create: 504 and late",
        "create: cut before",
        "create: 503 before",
        "create: 429 before",
        "confirm: cut after",
        "confirm: 500 after",
        "confirm: 503 before",
        "look: cut before",
        "look: 429 before",
        "quote: 500 before",
    ),
    "sftp": ("connect: cut", "login: refused", "write: cut", "write: full", "rename: cut after", "rename: cut before"),
    "shopify": ("write: cut after", "write: 500 before", "read: cut before", "write: throttled"),
    "printshop": ("ANSWER_LOST", "LATE", "LATE", "REQUEST_LOST", "NOT_SENT", "NOT_READY"),
}
MISHAP_RATE = 0.2
DOUBLED_RATE, LOST_RATE, UNPAID_RATE, GOES_ON_RATE = 0.05, 0.1, 0.2, 0.5


@dataclass
class Posted:
    """A message on its way; `lost` ones nobody ever brings."""

    id: int
    to: str
    headers: Mapping[str, str]
    body: bytes
    lost: bool = False
    answered: bool = False


@dataclass(frozen=True)
class Made:
    """What a partner's books say of one reference: how often it was ordered there, and how often it was charged for."""

    orders: int
    charges: int


@dataclass
class World(HttpServer):
    """`design_id` is what customers buy, and `files` what partners fetch."""

    folder: Path
    design_id: str
    chance: random.Random
    partners: Sequence[str] = PARTNERS
    orders: list[str] = field(default_factory=list)
    post: list[Posted] = field(default_factory=list)
    wanted: int = 0
    calm: bool = False
    """Nothing more goes wrong, and no message is lost."""

    def __post_init__(self) -> None:
        super().__init__()
        self.clock = HandClock()
        self.shopify = ShopifyServer()
        self.servers = {n: SETTINGS[n].server(self.folder) for n in self.partners if n in SETTINGS}
        settings = PrintshopSettings(str(self.folder / "printshop"))
        self.printshop = Printshop(settings, capability=Capability.LOOKUP_ONLY, now=self.clock.now)
        self.files = LocalFiles(self.folder / "files")
        self.taken: Counter[str] = Counter()
        """What the press beside the hot folder has taken in, and how often."""
        self._seen: Counter[str] = Counter()
        for clock in self._clocks():
            clock.now = NOON

    def _clocks(self) -> list[Any]:
        return [self.shopify.clock, *(server.clock for server in self.servers.values())]

    def __enter__(self) -> Self:
        super().__enter__()
        logging.getLogger("paramiko").setLevel(logging.CRITICAL)  # lines are cut here on purpose
        self._open = ExitStack()
        for server in (self.shopify, *self.servers.values()):
            self._open.enter_context(server)
        self._links = FileLinks(self.url, LINK_SECRET, self.clock)
        return self

    def __exit__(self, *how: Any) -> None:
        self._open.close()
        super().__exit__(*how)

    @property
    def addresses(self) -> dict[str, str]:
        found = {name: SETTINGS[name].address(server) for name, server in self.servers.items()}
        return {**found, "shopify": self.shopify.url}

    # --- what Pod's process calls

    def respond(self, call: Call) -> Reply:
        return self._hour(call.json()) if call.method == "POST" else self._file(call)

    def _file(self, call: Call) -> Reply:
        _, _, signed, name = call.path.split("/")
        linked = self._links.read(signed, name)
        if linked is None:
            return Reply(404)
        return Reply(200, self.files.path(linked.sha256).read_bytes(), {"Content-Type": linked.media_type})

    def _hour(self, told: Mapping[str, Any]) -> Reply:
        for posted in self.post:
            posted.answered |= posted.id in told["answered"]
        self.go_on_until(datetime.fromtimestamp(told["now"], UTC))
        return said([_as_json(posted) for posted in self._brought()])

    # --- what happens by itself

    def go_on_until(self, now: datetime) -> None:
        self.clock.time = now
        for clock in self._clocks():
            clock.advance(max(0.0, (now - clock.now).total_seconds()))
        self._customers()
        for name in self.partners:
            self._partner_goes_on(name)
        for name, server in self.servers.items():
            for event in server.events[self._seen[name] :] if name != "sftp" else ():
                self._send(name, Message(event.headers, event.body))
                self._seen[name] += 1

    def _customers(self) -> None:
        while len(self.orders) < self.wanted:
            paid = self.calm or self.chance.random() > UNPAID_RATE
            line = Bought(VARIANT, 1, (("_design_id", self.design_id),))
            self.orders.append(self.shopify.buy(line, paid="PAID" if paid else "PENDING", email="ada@example.com"))
            self._tell_shop("orders/create", self.orders[-1])
            if paid:
                self._tell_shop("orders/paid", self.orders[-1])
        for order_id in self.orders:
            if self.shopify.orders[int(order_id)]["paid"] == "PENDING" and self._goes_on():
                self.shopify.pay(order_id)
                self._tell_shop("orders/paid", order_id)

    def _goes_on(self) -> bool:
        return self.calm or self.chance.random() < GOES_ON_RATE

    def _partner_goes_on(self, name: str) -> None:
        if name in self.servers:
            server = self.servers[name]
            server.work()
            for order_id in list(server.orders):
                further = WALKS[name].get(server.state(order_id))
                if further and self._goes_on():
                    self._advance(server, order_id, further)
        elif name == "manual":
            self._press()
        else:
            self._print_shop()

    def _advance(self, server: Any, order_id: str, further: str) -> None:
        try:
            server.advance(order_id, further)
        except ValueError:
            return  # delivered already

    def _press(self) -> None:
        """Takes folders out of the hot folder as they come, makes what is in them, and puts a word of it beside."""
        hot = self.folder / "hot"
        for there in hot.glob("job*") if hot.exists() else ():
            if self._goes_on():
                self.taken[there.name] += 1
                aside = self.folder / "press"
                aside.mkdir(exist_ok=True)
                there.rename(aside / f"{there.name}-{self.taken[there.name]}")
                (hot / "shipped").mkdir(exist_ok=True)
                (hot / "shipped" / f"{there.name}.txt").write_text("sent by post", encoding="utf-8")

    def _print_shop(self) -> None:
        further = {
            HandOffState.ACCEPTED.value: HandOffState.IN_PRODUCTION,
            HandOffState.IN_PRODUCTION.value: HandOffState.SHIPPED,
        }
        for order in self.printshop.orders:
            if order["state"] in further and self._goes_on():
                self.printshop.says(order["reference"], further[order["state"]])
                told = json.dumps({"event": f"e{len(self.post)}", "reference": order["reference"]}).encode()
                self._send("printshop", Message({"X-Printshop": SIGNATURE}, told))

    # --- the post

    def _tell_shop(self, topic: str, order_id: str) -> None:
        self._send("shopify", self.shopify.told(topic, order_id))

    def _send(self, to: str, told: Message) -> None:
        lost = not self.calm and self.chance.random() < LOST_RATE
        self.post.append(Posted(len(self.post), to, told.headers, told.body, lost))

    def _brought(self) -> list[Posted]:
        """In whatever order: what was not answered, and now and then what was."""
        due = [p for p in self.post if not p.lost and not p.answered]
        again = [p for p in self.post[-40:] if p.answered and not self.calm and self.chance.random() < DOUBLED_RATE]
        self.chance.shuffle(due)
        return [*due, *again]

    # --- what goes wrong, and what is left of it

    def break_things(self) -> list[str]:
        """Lets a few of the next calls go wrong; and what the print shop, which is no server, will let go wrong."""
        for name, server in {**self.servers, "shopify": self.shopify}.items():
            known = MISHAPS.get(name, MISHAPS["behind HTTP"])
            while self.chance.random() < MISHAP_RATE:
                server.faults.append(self.chance.choice([m for m in known if self._strikes(name, m)]))
        return [self.chance.choice(MISHAPS["printshop"]) for _ in range(2) if self.chance.random() < MISHAP_RATE]

    def _strikes(self, name: str, mishap: str) -> bool:
        """What takes one step has no second that could fail."""
        return name != "prodigi" or not mishap.startswith("confirm")

    def mend(self) -> None:
        self.calm = True
        for server in (self.shopify, *self.servers.values()):
            server.faults.clear()

    def settle(self) -> None:
        """Until nothing is under way any more that a process has asked for that is dead now: its calls end by themselves, and
        no process that is started again is as quick as the next one here."""
        for server in (self.shopify, *(s for s in self.servers.values() if isinstance(s, HttpServer))):
            server.send(Call("GET", "/nobody", {}, b""))
        while any("process_request_thread" in thread.name for thread in threading.enumerate()) or any(
            line.is_active() for s in self.servers.values() if isinstance(s, SftpServer) for line in s._transports
        ):
            time.sleep(0.002)

    # --- the books

    def made(self, partner: str, reference: str) -> Made:
        """Drafts and cancelled ones among them: nothing is ordered twice under one name."""
        if partner == "manual":
            there = (self.folder / "hot" / reference).exists()
            return Made(self.taken[reference] + there, 0)
        if partner == "printshop":
            return Made(sum(order["reference"] == reference for order in self.printshop.orders), 0)
        server = self.servers[partner]
        if isinstance(server, SftpServer):
            taken = server.orders.get(reference)
            return Made(taken.times if taken else 0, 0)
        ids = [number for number, order in server.orders.items() if reference in json.dumps(order, default=str)]
        return Made(len(ids), sum(charge.order_id in ids for charge in server.charges))

    def parcels(self, order_id: str) -> int:
        return len(self.shopify.parcels(order_id))


def _as_json(posted: Posted) -> dict[str, Any]:
    body = b64encode(posted.body).decode()
    return {"id": posted.id, "to": posted.to, "headers": dict(posted.headers), "body": body}

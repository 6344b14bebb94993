"""A shop in the middle of its day, made by the real services: designs and orders in every state that operators meet."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageDraw

from pod.bootstrap import Services, build
from pod.model.brief import DesignBrief
from pod.model.caller import DEFAULT_TENANT, Caller, Role, system_caller
from pod.model.design import Design
from pod.model.handoff import HandOff
from pod.model.job import Lane
from pod.model.ledger import LedgerState
from pod.model.money import Money
from pod.model.order import Order, OrderItem, ShipTo
from pod.model.proof import ApprovalRole
from pod.settings import Settings
from tests.servers.pod import CHECKOUT_DATA

SHOPPER = Caller(DEFAULT_TENANT, "shopper", Role.SHOPPER, "link")
OWNER = Caller(DEFAULT_TENANT, "user:admin", Role.ADMIN, "page 192.0.2.7")
PASSWORD = "correct horse battery"
SETTINGS = {"POD_APPROVALS": "both", "POD_DAILY_BUDGET": "20"}

_WAITING = (
    DesignBrief("a fox reading a book under the moon", "tee", "retro-sunset", lettering="READ ON", cloth="navy"),
    DesignBrief("a sleepy bear with a cup of coffee", "mug-11oz", "kawaii-sticker", lettering="Not before ten"),
    DesignBrief("a lighthouse in a storm", "tee", "woodcut", lettering="HOLD FAST", cloth="black"),
    DesignBrief("three mushrooms and a snail", "tote", "botanical", lettering="Slow & steady"),
)
_ORDERED = (
    DesignBrief("a mountain with pine trees and a river", "tee", "badge", lettering="EST. 1998", cloth="cream"),
    DesignBrief("a whale with a small hat", "sticker-4in", "kawaii-sticker", lettering="Big friend"),
    DesignBrief("a sunflower field and a bicycle", "tee", "retro-sunset", lettering="ÉTÉ & SUN 2026", cloth="white"),
)
_CUSTOMERS = (
    ("Grace Hopper", "1 Navy Yard", "Arlington", "22202", "US"),
    ("Ada Lovelace", "12 St James's Square", "London", "SW1Y 4JH", "GB"),
    ("Émilie du Châtelet", "3 rue du Bac", "Paris", "75007", "FR"),
    ("Sofja Kowalewskaja", "Sveavägen 166", "Stockholm", "113 46", "SE"),
    ("Emmy Noether", "Hauptstraße 23", "Erlangen", "91054", "DE"),
)


@contextmanager
def opened(data_dir: Path, **settings: str) -> Iterator[Services]:
    environ = {"POD_DATA_DIR": str(data_dir), "POD_EMBEDDED_DATA_DIR": str(CHECKOUT_DATA), **SETTINGS, **settings}
    services = build(Settings.from_env(environ))
    try:
        yield services
    finally:
        services.close()


class Day:
    """The steps of a shop's day, by the verbs that the doors call."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self._orders = 1000

    def proofed(self, brief: DesignBrief) -> Design:
        """A design with its proof, drawn and prepared."""
        asked = self.services.designs.request_design(SHOPPER, replace(brief, candidates=2, seed=7))
        self.services.runner.drain()
        self.services.designs.choose(SHOPPER, asked.id, 1)
        self.services.runner.drain()
        return self.services.designs.get(OWNER, asked.id)

    def approved(self, brief: DesignBrief) -> Design:
        design = self.proofed(brief)
        self.services.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER)
        self.services.approvals.approve(OWNER, design.id, ApprovalRole.SHOP)
        return self.services.designs.get(OWNER, design.id)

    def ordered(self, *designs: Design, quantity: int = 1) -> Order:
        """One order with a line for each design."""
        self._orders += 1
        name, line1, city, postcode, country = _CUSTOMERS[self._orders % len(_CUSTOMERS)]
        mail = f"{name.split()[0].lower()}@example.com"
        to = ShipTo(name, line1, city, country, postcode=postcode, email=mail)
        lines = [self._line(design, quantity + n) for n, design in enumerate(designs)]
        return self.services.orders.place(SHOPPER, f"shop-{self._orders}", to, lines)[0]

    def _line(self, design: Design, quantity: int) -> OrderItem:
        product = self.services.catalogue.product(design.brief.product)
        cloth = self.services.designs.version(OWNER, design.id, design.current_version_id).recipe.cloth
        size = product.sizes[len(product.sizes) // 2]
        return OrderItem("", design.current_version_id, product.sku, f"{product.sku}/{size}/{cloth}", quantity)

    def paid(self, order: Order) -> HandOff:
        self.services.orders.mark_paid(OWNER, order.id)
        self.services.runner.drain()
        return self.services.orders.handoffs(OWNER, order.id)[-1]

    def small_picture(self) -> Design:
        """An own picture that preflight stops: too small for a poster."""
        upload = self.services.pictures.upload(SHOPPER, _photo(), "holiday.png")
        asked = self.services.designs.request_design(
            SHOPPER, DesignBrief("", "poster-18x24", upload_id=upload.id, candidates=1)
        )
        self.services.runner.drain()
        self.services.designs.choose(SHOPPER, asked.id, 1)
        self.services.runner.drain()
        return self.services.designs.get(OWNER, asked.id)


def a_day(services: Services) -> dict[str, str]:
    """{what: id} of the things that a tour of the pages visits."""
    day = Day(services)
    services.accounts.add_user(OWNER, "admin", PASSWORD, Role.ADMIN)
    services.accounts.add_user(OWNER, "ada", PASSWORD, Role.OPERATOR)
    services.accounts.add_user(OWNER, "vera", PASSWORD, Role.VIEWER)
    services.accounts.add_api_key(OWNER, "the shop's till", Role.OPERATOR)
    waiting = [day.proofed(brief) for brief in _WAITING]
    services.approvals.approve(SHOPPER, waiting[0].id, ApprovalRole.SHOPPER)
    tee, sticker, summer = (day.approved(brief) for brief in _ORDERED)
    cactus = day.approved(DesignBrief("a cactus in a boot", "tote", "line-art", lettering="Stay sharp"))
    stopped = day.small_picture()
    services.designs.request_design(SHOPPER, DesignBrief("an owl on a stack of books", "tee", cloth="white", seed=3))
    services.runner.drain()
    asked = day.proofed(DesignBrief("a cat in a spacesuit", "tee", "mascot", lettering="MEOW", cloth="white"))
    services.approvals.send_back(
        OWNER, asked.id, "The design is hard to see on this cloth. Which other colour would you like?"
    )

    out = day.ordered(tee, sticker, quantity=2)
    day.paid(out)
    refused = day.ordered(summer)
    press_refuses(services, day.paid(refused))
    services.handoffs.look_up(OWNER, services.orders.handoffs(OWNER, refused.id)[0].reference)
    held_there = day.ordered(cactus)
    damage(services, cactus)
    day.paid(held_there)
    held = day.ordered(tee, quantity=12)
    services.orders.hold(OWNER, held.id, "The address must be checked with the customer.")
    unpaid = [day.ordered(design, quantity=n) for n, design in enumerate((sticker, summer, tee), 1)]
    lost_call(services, waiting[0].id)
    bought(services, tee)
    parked_job(services)
    return {
        "to approve": waiting[0].id,
        "approved": tee.id,
        "stopped": stopped.id,
        "out": out.id,
        "refused": refused.id,
        "held at the partner": held_there.id,
        "held": held.id,
        "unpaid": unpaid[0].id,
    }


def press_refuses(services: Services, handoff: HandOff) -> None:
    """What a printer does who will not print it: moves the folder aside and leaves a note."""
    root = services.settings.data_dir / "handoff"
    (root / "rejected").mkdir(exist_ok=True)
    (root / handoff.reference).rename(root / "rejected" / handoff.reference)
    (root / "rejected" / handoff.reference / "note.txt").write_text(
        "The thin letters fill in on this cloth. Thicker, please."
    )


def damage(services: Services, design: Design) -> None:
    """What a failing disk does to a stored print file."""
    files, _ = services.designs.files(OWNER, design.id)
    path = services.files.path(files[0].file)
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-1] + b"?")


def bought(services: Services, tee: Design) -> None:
    """A file of a shop's orders: one is placed, one does not say what it is printed with, one names no variant of ours."""
    head = "order,sku,quantity,design,paid,name,line1,city,postcode,country"
    variant = f"tee/M/{tee.brief.cloth}"
    to = "Ines Duarte,Rua da Rosa 12,Lisboa,1200-383,PT"
    rows = (
        f"2041,{variant},2,{tee.id},no,{to}",
        f"2042,{variant},1,,yes,{to}",
        f"2043,tee/XXL/plaid,1,{tee.id},yes,{to}",
    )
    services.intake.take_file(OWNER, "\n".join((head, *rows)).encode())
    services.runner.drain()


def lost_call(services: Services, design_id: str) -> None:
    """A paid call whose answer never came, as a provider that timed out leaves it."""
    worker = system_caller(DEFAULT_TENANT, "generate")
    with services.store.writing() as tx:
        settled = tx.ledger.page(DEFAULT_TENANT, design_id=design_id).items[-1]
        anew = replace(
            settled, id="e" * 32, attempt=9, provider="gemini", model="image-4k", state=LedgerState.RESERVED,
            estimate=Money(151_000), actual=None, created_at=services.clock.now(),
        )  # fmt: skip
        row = tx.ledger.move(tx.ledger.reserve(anew), LedgerState.SUBMITTING, worker)
        tx.ledger.move(row, LedgerState.UNKNOWN, worker, reason="No answer within 60 s.")


def parked_job(services: Services) -> None:
    """A job that broke its worker until it was put aside."""
    services.designs.request_design(SHOPPER, DesignBrief("a dragon made of autumn leaves", "tee", candidates=1, seed=1))
    with services.store.writing() as tx:
        job = tx.jobs.claim(Lane.MODEL, "worker", 60)
        tx.jobs.park(job, "It ended its worker every time it ran.")


def a_rush(services: Services, day: Day, design: Design, count: int) -> None:
    """Many small orders of one design."""
    for n in range(count):
        day.ordered(design, quantity=n % 7 + 1)


def _photo() -> bytes:
    picture = Image.new("RGBA", (320, 240), (120, 170, 210, 255))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((200, 30, 260, 90), fill=(250, 220, 120))
    draw.polygon([(0, 240), (110, 90), (190, 240)], fill=(70, 90, 80))
    made = io.BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()

"""What every shop must do in which designs are put on sale, against a server that was written from the shop's own documents."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from PIL import Image

from fulfillment.shops.listings import Hand, ListingRefused, Lists, Published
from pod.http import Timeouts
from pod.model.artwork import FileRef
from pod.model.errors import PartnerFailed
from pod.model.money import Money
from pod.model.publication import Listing, ListingPicture, ListingVariant
from pod.model.shopsku import sold_as
from tests.fulfillment.shops.contract import LOST, QUICK

DESIGN = "0123456789abcdef0123456789abcdef"


def png(shade: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), (shade, 80, 120)).save(out, "PNG")
    return out.getvalue()


FILES = {hashlib.sha256(data).hexdigest(): data for data in map(png, (10, 90, 170))}


def picture(n: int, alt: str) -> ListingPicture:
    sha256 = list(FILES)[n]
    return ListingPicture(FileRef(sha256, len(FILES[sha256]), "image/png"), alt)


def variant(size: str, cloth: str, price: str = "24.00") -> ListingVariant:
    name = f"tee/{size}/{cloth}"
    return ListingVariant(sold_as(DESIGN, name), name, "v1", (cloth, size), Money(round(float(price) * 1_000_000)))


LISTING = Listing(
    handle="pod-0a1b2c3d4e5f60718293",
    title="A fox under the moon – Unisex T-shirt",
    paragraphs=("A fox & a moon.", "Printed to order."),
    tags=("fox", "moon"),
    kind="shirts",
    options=("Colour", "Size"),
    variants=(variant("M", "navy"), variant("L", "navy"), variant("2XL", "navy", "26.00"), variant("M", "white")),
    pictures=(picture(0, "A fox on the front, navy"), picture(1, "A fox on the back, navy")),
)


@dataclass
class Notes:
    """What the job has noted: it outlives the process, and what was not noted is lost with it."""

    known: dict[str, str] = field(default_factory=dict)
    served: str = ""
    uploads: int = 0

    def hand(self) -> Hand:
        return Hand(dict(self.known), self.known.update, self._data, lambda p: f"{self.served}/{p.file.sha256}.png")

    def _data(self, wanted: ListingPicture) -> bytes:
        self.uploads += 1
        return FILES[wanted.file.sha256]


@dataclass(frozen=True)
class Shown:
    """A product as the shop's buyers see it."""

    known_as: str
    title: str
    on_sale: bool
    prices: dict[str, str]
    alts: list[str]


class ListingContract:
    """A subclass has the fixtures `server` and `lists`, and says what the shop shows."""

    def shown(self, server: Any) -> list[Shown]:
        raise NotImplementedError

    def adapter(self, server: Any, timeouts: Timeouts | None = None) -> Lists:
        raise NotImplementedError

    def refuse(self, server: Any, sku: str, words: str) -> None:
        raise NotImplementedError

    def delete(self, server: Any) -> None:
        """Somebody deletes the product in the shop."""
        raise NotImplementedError

    def notes(self, server: Any) -> Notes:
        return Notes()

    def put(self, lists: Lists, notes: Notes, listing: Listing = LISTING) -> Published:
        """Asked until it answers, as the job does."""
        for _ in range(40):
            try:
                return lists.publish(listing, notes.hand())
            except ListingRefused:
                raise
            except PartnerFailed:
                continue
        raise AssertionError("it never answers")

    def test_a_design_becomes_one_product_with_every_sku_its_price_and_its_pictures(self, server, lists):
        notes = self.notes(server)
        published = self.put(lists, notes)
        [product] = self.shown(server)
        assert (product.known_as, product.title, product.on_sale) == (published.known_as, LISTING.title, False)
        assert product.prices == {v.sku: f"{v.price.micros / 1e6:.2f}" for v in LISTING.variants}
        assert product.alts == [p.alt for p in LISTING.pictures]
        assert published.troubles == {}
        assert {v.sku for v in LISTING.variants} <= notes.known.keys()

    @pytest.mark.parametrize("fault", [*LOST, "500 before", "429 before"])
    def test_whatever_becomes_of_an_answer_there_is_one_product_with_each_thing_once(self, server, fault):
        """Each of the calls in its turn."""
        for nth in range(self.writes(server)):
            lists, notes = self.adapter(server, QUICK if fault.startswith("hang") else None), self.notes(server)
            self.strike(server, fault, nth)
            self.put(lists, notes)
            [product] = self.shown(server)
            assert len(product.prices) == 4
            assert product.alts == [p.alt for p in LISTING.pictures]
            self.delete(server)

    def writes(self, server: Any) -> int:
        """How many calls it takes that change something, so that each can be struck."""
        self.put(self.adapter(server), self.notes(server))
        made = sum(1 for call in server.calls if server.verb(call) == "write")
        self.delete(server)
        return made

    def strike(self, server: Any, fault: str, nth: int) -> None:
        """The nth write from now on."""
        server.strike_later(f"write: {fault}", nth)

    def test_what_is_looked_for_says_when_it_was_changed_and_is_not_changed_by_that(self, server, lists):
        assert lists.look(LISTING.handle, "") is None
        published = self.put(lists, self.notes(server), replace(LISTING, on_sale=True))
        first = lists.look(LISTING.handle, "")
        assert first == lists.look(LISTING.handle, published.known_as)
        assert (first.known_as, first.changed_at) == (published.known_as, server.clock.now.replace(microsecond=0))
        server.clock.advance(3600)
        assert lists.look(LISTING.handle, "") == first
        lists.withdraw(LISTING.handle, published.known_as)
        assert (lists.look(LISTING.handle, "").changed_at - first.changed_at).total_seconds() == 3600

    def test_a_process_that_lost_all_its_notes_makes_nothing_twice(self, server, lists):
        for _ in range(2):
            self.put(lists, self.notes(server))
        [product] = self.shown(server)
        assert len(product.prices) == 4
        assert product.alts == [p.alt for p in LISTING.pictures]

    def test_published_again_it_is_the_same_product_as_it_is_wanted_now(self, server, lists):
        notes = self.notes(server)
        self.put(lists, notes)
        [before], uploads = self.shown(server), notes.uploads
        dearer = (variant("M", "navy", "25.00"), LISTING.variants[1], variant("S", "white"))
        pictures = (LISTING.pictures[0], picture(2, "A fox on the sleeve, navy"))
        self.put(lists, notes, replace(LISTING, title="A fox", variants=dearer, pictures=pictures, on_sale=True))
        [after] = self.shown(server)
        assert (after.known_as, after.title, after.on_sale) == (before.known_as, "A fox", True)
        assert after.prices == {v.sku: f"{v.price.micros / 1e6:.2f}" for v in dearer}
        assert after.alts == [p.alt for p in pictures]
        assert notes.uploads <= uploads + 1

    def test_taken_off_sale_it_is_kept_and_is_the_same_when_it_is_published_again(self, server, lists):
        notes = self.notes(server)
        published = self.put(lists, notes, replace(LISTING, on_sale=True))
        for _ in range(2):
            lists.withdraw(LISTING.handle, published.known_as)
        [off] = self.shown(server)
        assert (off.known_as, off.on_sale) == (published.known_as, False)
        self.put(lists, notes, replace(LISTING, on_sale=True))
        [on] = self.shown(server)
        assert (on.known_as, on.on_sale) == (published.known_as, True)

    def test_what_was_never_there_is_off_sale(self, server, lists):
        lists.withdraw("pod-never", "")
        assert self.shown(server) == []

    def test_a_product_that_was_deleted_in_the_shop_is_made_anew(self, server, lists):
        notes = self.notes(server)
        self.put(lists, notes)
        self.delete(server)
        self.put(lists, notes)
        [product] = self.shown(server)
        assert len(product.prices) == 4
        assert product.alts == [p.alt for p in LISTING.pictures]

    def test_a_sku_that_the_shop_does_not_take_is_named_with_its_words(self, server, lists):
        bad = LISTING.variants[2].sku
        self.refuse(server, bad, "The price is too high.")
        try:
            troubles = self.put(lists, self.notes(server)).troubles
        except ListingRefused as e:
            troubles = e.details["troubles"]
        assert list(troubles) == [bad]
        assert "too high" in troubles[bad]

    def test_prices_in_another_currency_than_the_shops_are_refused_before_anything_is_made(self, server, lists):
        server.shelf.currency = "GBP"
        with pytest.raises(ListingRefused, match="sells in GBP; the prices are in USD"):
            self.put(lists, self.notes(server))
        assert self.shown(server) == []

    def test_a_shop_that_does_not_answer_is_asked_again_and_nothing_is_noted(self, server):
        notes, lists = self.notes(server), self.adapter(server)
        server.faults.append("read: 503 before")
        with pytest.raises(PartnerFailed) as failed:
            lists.publish(LISTING, notes.hand())
        assert failed.value.code == "shop_unreachable"
        assert notes.known == {}

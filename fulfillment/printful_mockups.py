"""Printful's mock-ups (API v2): the half of its adapter that has our art drawn on their products.

They cost nothing and are limited instead: ten tasks in a minute, of a new store two, and so many files a day. The pictures are
taken away after a day. Where no style is named they take the product's first, which may show another side than the one that is
printed; so the styles of the very placement are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from fulfillment.base import HandOffFile, HandOffItem, NotSent, Rejected, Unknown
from fulfillment.catalogue import Offer
from fulfillment.fitting import position
from fulfillment.mockups import MockupProgress, MockupTask
from fulfillment.remote import RemotePartner, readable
from pod.http import Fetcher, Verdict, any_address, is_loopback
from pod.model.errors import InputRefused, NotConfigured, PartnerFailed, PodError
from pod.model.geometry import MM_PER_INCH

_WIDTH_PX = 1000
PICTURE_HOSTS = "printful-upload.s3-accelerate.amazonaws.com,.printful.com"
"""Where results lie in the examples of their API v2 (`mockup_url` of `MockupGeneratorTask`, read in March 2026), and their own
names. They promise none, so it is a setting; a picture elsewhere is not fetched."""

_MAX_PICTURE_BYTES = 20_000_000
_STYLES_RETRY_S = 60.0


class PrintfulMockups(RemotePartner):
    mockups_per_minute = 2
    _picture_hosts: tuple[str, ...]

    def cannot_draw(self, variant: str, area: str, url: str) -> Sequence[PodError]:
        offer = self._by_variant().get(variant)
        if offer is None or offer.discontinued:
            why = "does not make it any more" if offer else "is not known to sell it"
            hint = f"Choose another variant; the file that POD_{self.name.upper()}_CATALOGUE names can add one."
            return [InputRefused("not_offered", f"{variant}: {self.name} {why}.", hint)]
        return [*self._no_place(area, offer), *self._no_link(url)]

    def _no_place(self, area: str, offer: Offer) -> Iterable[PodError]:
        if area not in offer.places:
            told, known = f"{self.name} prints nothing on {area} of it.", ", ".join(offer.places)
            yield InputRefused("no_placement", told, f"It prints on {known}.", measured=area, required=known)

    def _no_link(self, url: str) -> Iterable[PodError]:
        """A test server on this machine may fetch from this machine; nobody else can."""
        link = urlsplit(url)
        if link.scheme != "https" and not (self._is_near() and is_loopback(link.hostname or "")):
            yield NotConfigured(
                "no_public_address",
                f"{self.name} fetches the print file by itself, and Pod has no https address for it.",
                "Set POD_PUBLIC_URL to the https address under which Pod is reached from outside.",
                measured=f"{link.scheme}://{link.hostname}",
                required="https",
            )

    def _is_near(self) -> bool:
        return is_loopback(urlsplit(self._settings.base_url).hostname or "")

    def begin_mockup(self, item: HandOffItem, area: str) -> MockupTask | Rejected | NotSent | Unknown:
        file = next((f for f in self.chosen(item) if f.area == area), None)
        if file is None:
            return Rejected(f"There is no file of {area} that {self.name} takes.")
        if refused := [*self.cannot_draw(item.variant, area, file.url)]:
            return Rejected(" ".join(str(e) for e in refused))
        try:
            style = self._style(self.offer(item), area)
        except PartnerFailed as e:
            return NotSent(str(e), float(e.details.get("retry_after_s", _STYLES_RETRY_S)))
        reply = self._client.send("POST", "/v2/mockup-tasks", json=mockup_body(file, self.offer(item), style))
        if reply.verdict is not Verdict.OK:
            return self._not_created(reply)
        tasks = _tasks(readable(reply))
        return tasks[0] if tasks else self._unreadable()

    def _style(self, offer: Offer, area: str) -> int | None:
        """The first that shows this placement on this variant; None where they name none."""
        place, technique = offer.places[area], offer.options["technique"]
        asked = {"placements": place, "default_mockup_styles": "true"}
        told = (self._read(f"/v2/catalog-products/{offer.product}/mockup-styles", asked) or {}).get("data") or []
        rows = [row for row in told if (row.get("placement"), row.get("technique")) == (place, technique)]
        styles = (style for row in rows for style in row.get("mockup_styles") or [])
        return next((style["id"] for style in styles if _shows(style, offer.variant)), None)

    def mockup(self, task_id: str) -> MockupTask | None:
        tasks = _tasks(self._read("/v2/mockup-tasks", {"id": task_id}))
        return next((task for task in tasks if task.id == task_id), None)

    def mockup_picture(self, url: str) -> bytes:
        """From public addresses; a test server's from this machine."""
        if self._is_near():
            host = urlsplit(self._settings.base_url).hostname or ""
            fetcher = Fetcher((host,), rule=any_address, schemes=("http", "https"), max_bytes=_MAX_PICTURE_BYTES)
        else:
            fetcher = Fetcher(self._picture_hosts, max_bytes=_MAX_PICTURE_BYTES)
        return fetcher.fetch(url)


def mockup_body(file: HandOffFile, offer: Offer, style: int | None) -> dict[str, Any]:
    product: dict[str, Any] = {
        "source": "catalog",
        "catalog_product_id": int(offer.product),
        "catalog_variant_ids": [int(offer.variant)],
        "placements": [placed(file, offer)],
    }
    if style is not None:
        product["mockup_style_ids"] = [style]
    return {"format": "jpg", "mockup_width_px": _WIDTH_PX, "products": [product]}


def placed(file: HandOffFile, offer: Offer) -> dict[str, Any]:
    """The file on their placement: in an order and in a mock-up of it alike."""
    layer: dict[str, Any] = {"type": "file", "url": file.url}
    lies = position(file, may_turn=offer.may_turn)
    if lies:
        told = {"width": lies.width, "height": lies.height, "top": lies.top, "left": lies.left}
        layer["position"] = {name: round(mm / MM_PER_INCH, 3) for name, mm in told.items()}
    return {"placement": offer.places[file.area], "technique": offer.options["technique"], "layers": [layer]}


def _shows(style: Mapping[str, Any], variant: str) -> bool:
    only = style.get("restricted_to_variants")
    return isinstance(style.get("id"), int) and (only is None or variant in map(str, only))


def _tasks(told: Any) -> list[MockupTask]:
    rows = told.get("data") if isinstance(told, dict) else None
    return [_task(row) for row in rows or [] if isinstance(row, dict) and row.get("id")]


def _task(row: Mapping[str, Any]) -> MockupTask:
    """A word that nobody knows is waited for: whoever asked gives up after a while."""
    word = str(row.get("status"))
    progress = MockupProgress(word) if word in set(MockupProgress) else MockupProgress.PENDING
    pictures = [
        str(mockup["mockup_url"])
        for variant in row.get("catalog_variant_mockups") or []
        for mockup in variant.get("mockups") or []
        if mockup.get("mockup_url")
    ]
    reasons = [str(why.get("detail") or why.get("title") or "") for why in row.get("failure_reasons") or []]
    return MockupTask(str(row["id"]), progress, tuple(pictures), " ".join(filter(None, reasons)))

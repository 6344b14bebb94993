"""docs/partners.md: what each partner can do, and what becomes of an order when something goes wrong there."""

from __future__ import annotations

import importlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from fulfillment.base import Capability, PartnerFactory
from fulfillment.catalogue import offers_of
from fulfillment.remote import RemotePartnerSettings
from pod.bootstrap import Found, found_partners
from pod.model.freshness import VERIFIED_FOR
from pod.model.health import FAILURES_IN_A_ROW
from pod.services.filelinks import KEPT
from pod.services.refusals import PRICE_TOLERANCE
from tests.fulfillment.fates import MEANINGS, SETTINGS, WHEN

_CAPABILITIES = {
    Capability.IDEMPOTENT_CREATE: "takes our reference once: a second order under it is the first one",
    Capability.DRAFT_THEN_CONFIRM: "makes a draft, which costs nothing, and produces it when it is confirmed",
    Capability.LOOKUP_ONLY: "can be asked for our reference, and would make a second order",
    Capability.WRITE_ONLY: "takes files: the name is the reference, and is never replaced",
}
_STEPS = {"": "order", "confirm: ": "confirmation", "look: ": "look-up", "quote: ": "price"}


def partners() -> str:
    found = found_partners({}, lambda name: f"POD_PUBLIC_URL/webhooks/{name}/…")
    lines = [
        "# Fulfillment partners",
        "",
        *_BEFORE,
        *(line for partner in found for line in _partner(partner)),
        "## When something goes wrong",
        "",
        "Each row is played with the real hand-off, adapter and server of tests, written from the partner's published contract by",
        "somebody who had not seen the adapter. In every row the partner ends with one order at most, and with one charge at most.",
        "",
        *_table(),
        "",
        "Each server was written by the vendor's own pages, and refuses what they say is refused:",
        "",
        *(f"* {name}: {', '.join(f'<{page}>' for page in setting.pages)}" for name, setting in SETTINGS.items()),
    ]
    return "\n".join([*lines, ""])


_BEFORE = [
    "A hand-off is refused before its partner is called, with everything that speaks against it at once: not paid, not approved,",
    "no print file, a placement without a file, art that cannot be seen on its cloth, art that would come out in",
    "another size or place than was approved, a variant that is unknown there or made no more, an address beyond the partner's own limits, files that",
    "a stranger cannot fetch, and `live` not set where an order would really be made.",
    "",
    f"The price is asked for first. Where it has moved by more than {PRICE_TOLERANCE:.0%} when the order leaves, or when its draft is to be",
    "confirmed, a person decides.",
    "",
    f"Partners fetch print files by themselves, at signed https addresses that hold for {KEPT.days} days and have the file's hash in",
    "their path. Each is fetched through `POD_PUBLIC_URL`, without a cookie, before the order leaves: status, type, length and",
    "hash have to be right.",
    "",
    "An order that names no partner is routed when it is paid, where several are set up. Every partner is measured before every",
    "line: whether it makes the variant, has it, prints on that place and takes that address; how large the art comes out; what print",
    "and shipping cost; from which country and in how many days. The ways to have everything made are weighed by rules that are data",
    "(`fulfillment/routing.toml`, and over it the file that `POD_ROUTING` names, with rows of a tenant's own): what a day, a per",
    "cent of shrink, distance and one more parcel are worth. What was found stays with the order: on its page, in",
    "`GET /orders/{id}/routes` and `pod orders show`. A line is at one hand-off at a time; the store has a key for that.",
    "",
    "What a partner refuses before anything is charged goes to the next, once the first is known to have nothing of it. What has",
    "no answer, or is at a partner, goes nowhere else. An operator says otherwise with a reason: another partner, everything",
    "together, or each line where it is best made. What nobody can make is held with what each has said.",
    "",
    f"A partner is asked as often as it bears, by all workers together. One that asks to be left alone is; one that has failed {FAILURES_IN_A_ROW}",
    "times in a row is not asked for a while, then by one at a time. Whoever waits says until when. What partners say of print areas,",
    f"stock and prices is read every day: what is older than {VERIFIED_FOR.days} days is not verified, what is out of stock is not ordered there, and an area that has",
    "changed is told, and changes no file by itself. The page *Partners*, `GET /partners` and `pod partners` show it.",
    "",
    "Printify says only on an order what a product costs: its next quote has the price of the last order, and the first of a",
    "variant is compared with nothing.",
    "",
    "Messages of partners are hints: a genuine one brings the next look at its order forward, and what it says is not read. So",
    "one that is lost, doubled, late or forged changes nothing. `pod partners` shows each address; it ends in a word that nobody",
    "guesses, made from `POD_SECRET_KEY`.",
    "",
    "A partner may draw a version on its own product: Printful does. Somebody of the shop asks for it, on the page of the design, by",
    "`POST /designs/{id}/mockups` or by `pod mockups`, as it is limited: a new store begins two in a minute, and all have a day's",
    "allowance. It needs print files, an https `POD_PUBLIC_URL` and a variant that Printful sells; it costs nothing, and `live` need",
    "not be set. It is sent the file that an order would be made from. There is one task for each version, area and variant; a call",
    "without an answer is not repeated but by a person, who is told that it may have begun one. Printful's message",
    "`mockup_task_finished` brings the next look forward; without it there is one every 20 seconds. The picture is fetched from the",
    "hosts of `POD_PRINTFUL_PICTURE_HOSTS`, decoded like any stranger's, kept beside the proof as *drawn by Printful* with its day,",
    "and goes with its design. Nothing is approved by it, and nothing waits for it.",
    "",
    "What a partner calls our variants is in `fulfillment/catalogue/`. A shop's own file, named by `POD_<NAME>_CATALOGUE`, has",
    "the same form, and its rows win.",
    "",
]


def _partner(found: Found) -> Iterator[str]:
    factory: PartnerFactory = importlib.import_module(f"fulfillment.{found.name}").PARTNER
    yield from (f"## {found.name}", "", f"{found.summary}.", "")
    yield f"* Capability `{factory.capability}`: {_CAPABILITIES[factory.capability]}."
    if found.callback_url:
        yield f"* News: `{found.callback_url}`."
    if issubclass(factory.settings, RemotePartnerSettings):
        known = Counter(product for product, _, _ in offers_of(found.name))
        yield f"* Variants that come with Pod: {', '.join(f'`{p}` ({n})' for p, n in known.items())}."
    yield ""


def _table() -> Iterator[str]:
    fates: Mapping[str, dict[str, str]] = {
        name: {fault: state.value for fault, state in setting.fates.items()} for name, setting in SETTINGS.items()
    }
    own = {name: setting.meanings for name, setting in SETTINGS.items()}
    yield f"| at the | what happens | {' | '.join(fates)} |"
    yield "|---|---|" + "---|" * len(fates)
    for fault in dict.fromkeys(fault for told in fates.values() for fault in told):
        step = next(s for s in sorted(_STEPS, key=len, reverse=True) if fault.startswith(s))
        meaning = _meaning(fault.removeprefix(step), own)
        cells = " | ".join(told.get(fault, "").replace("_", " ") for told in fates.values())
        yield f"| {_STEPS[step]} | {meaning} | {cells} |"


def _meaning(fault: str, own: Mapping[str, Mapping[str, str]]) -> str:
    for faults in own.values():
        if fault in faults:
            return re.sub(r"^(\w+, )*(create|confirm|cancel): ", "", faults[fault])
    what = next(MEANINGS[word] for word in MEANINGS if fault.startswith(word))
    when = next(sentence for word, sentence in WHEN.items() if fault.endswith(word))
    return f"{what}; {when}"

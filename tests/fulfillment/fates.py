"""What becomes of a paid order when something goes wrong at its partner: the table that is played, and printed in the docs.

Every row is a mishap of the partners' test servers, played with the real hand-off job, adapter and server, until nothing
more happens by itself. Whatever it is, there is never a second order, and never a second charge.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from fulfillment.gelato import Gelato, GelatoSettings
from fulfillment.printful import Printful, PrintfulSettings
from fulfillment.printify import Printify, PrintifySettings
from fulfillment.prodigi import Prodigi, ProdigiSettings
from fulfillment.remote import RemotePartner
from pod.model.handoff import HandOffState
from tests.contracts.remote_partner_contract import QUICK, TOKEN, Variant, own_catalogue
from tests.servers.gelato import GelatoServer
from tests.servers.partner import EFFECTS, PartnerServer
from tests.servers.printful import PrintfulServer
from tests.servers.printify import PrintifyServer
from tests.servers.prodigi import ProdigiServer

STICKER = Variant("sticker-4in", "4in", "white", "front", (1200, 1200))
_H = HandOffState

MEANINGS = {
    "hang": "no answer within the time limit",
    "cut": "the line is cut",
    "500": "500",
    "502": "502",
    "503": "503",
    "504": "504",
    "garbage": "200, and a page of somebody else",
    "429": "429, too many calls",
    "moved": "a redirect, which is not followed",
}
WHEN = {
    "after": "it was carried out all the same",
    "before": "it was not carried out",
    "and late": "it is carried out half a minute later",
    "without a time": "it was not carried out, and nobody says how long to wait",
}


AT_CREATION = tuple(fault for fault in EFFECTS if fault not in ("502 after", "500 before", "502 before"))
"""These are told apart by nobody: the contract of partners behind HTTP plays them at the adapter."""

AT_CONFIRMATION = ("hang after", "cut after", "500 after", "garbage after", "503 before", "429 before", "moved before")
AT_LOOK_UP = ("cut before", "429 before")
AT_QUOTE = ("500 before",)


@dataclass(frozen=True)
class Setting:
    """An adapter and its server. `own` are the partner's own mishaps, with what becomes of an order by them."""

    server: Callable[[], PartnerServer]
    adapter: Callable[[PartnerServer, Path], RemotePartner]
    own: Mapping[str, HandOffState]
    two_steps: bool = True
    made: HandOffState = HandOffState.CONFIRMED

    @property
    def fates(self) -> dict[str, HandOffState]:
        """By mishap: ``confirm: …`` strikes the second step, ``look: …`` a look-up, ``quote: …`` the price, everything else
        the creation."""
        steps = [("", AT_CREATION), ("look: ", AT_LOOK_UP), ("quote: ", AT_QUOTE)]
        steps += [("confirm: ", AT_CONFIRMATION)] if self.two_steps else []
        made = {f"{step}{fault}": self.made for step, faults in steps for fault in faults}
        refused = {fault: HandOffState.REJECTED for fault in made if fault in ("moved before", "confirm: moved before")}
        return {**made, **refused, **self.own}


def _prodigi(server: PartnerServer, folder: Path) -> RemotePartner:
    row = {"theirs": '"GLOBAL-CAN-10X10"', "places": '{ front = "default" }', "options": '{ wrap = "Black" }'}
    catalogue = own_catalogue(folder, STICKER, row)
    settings = ProdigiSettings(api_key=TOKEN, base_url=f"{server.base_url}/v4.0", live="yes", catalogue=catalogue)
    return Prodigi(settings, QUICK)


def _printful(server: PartnerServer, folder: Path) -> RemotePartner:
    del folder
    return Printful(PrintfulSettings(token=TOKEN, base_url=server.base_url, live="yes"), QUICK)


def _gelato(server: PartnerServer, folder: Path) -> RemotePartner:
    uid = "apparel_product_gca_t-shirt_gsc_crewneck_gcu_unisex_gqa_classic_gsi_m_gco_white_gpr_4-0"
    row = {"theirs": '"t-shirt"', "variant": f'"{uid}"', "places": '{ front = "front" }'}
    catalogue = own_catalogue(folder, STICKER, row)
    return Gelato(GelatoSettings(api_key=TOKEN, base_url=server.base_url, live="yes", catalogue=catalogue), QUICK)


def _printify(server: PartnerServer, folder: Path) -> RemotePartner:
    row = {"theirs": '"282/99"', "variant": '"101110"', "places": '{ front = "front" }'}
    catalogue = own_catalogue(folder, STICKER, row)
    settings = PrintifySettings(
        token=TOKEN, shop_id="815", base_url=f"{server.base_url}/v1", live="yes", catalogue=catalogue
    )
    return Printify(settings, QUICK)


SETTINGS: Mapping[str, Setting] = {
    "gelato": Setting(
        lambda: GelatoServer(token=TOKEN), _gelato, {"in two orders": _H.CONFIRMED, "confirm: hold": _H.ON_HOLD}
    ),
    "printify": Setting(
        lambda: PrintifyServer(token=TOKEN),
        _printify,
        {"address refused": _H.REJECTED, "confirm: unpaid": _H.ON_HOLD},
        made=_H.IN_PRODUCTION,
    ),
    "printful": Setting(
        lambda: PrintfulServer(token=TOKEN),
        _printful,
        {
            "costs late": _H.CONFIRMED,
            "costs failed": _H.ON_HOLD,
            "confirm: hold": _H.ON_HOLD,
            "confirm: being updated": _H.CONFIRMED,
            "confirm: refused": _H.REJECTED,
        },
    ),
    "prodigi": Setting(
        lambda: ProdigiServer(token=TOKEN, live=True),
        _prodigi,
        {
            "on hold": _H.ON_HOLD,
            "with issues": _H.ON_HOLD,
            "to be paid": _H.ON_HOLD,
            "in two parcels": _H.CONFIRMED,
        },
        two_steps=False,
    ),
}

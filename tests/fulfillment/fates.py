"""What becomes of a paid order when something goes wrong at its partner: the table that is played, and printed in the docs.

Every row is a mishap of the partners' test servers, played with the real hand-off job, adapter and server, until nothing
more happens by itself. Whatever it is, there is never a second order, and never a second charge.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from fulfillment.printful import Printful, PrintfulSettings
from fulfillment.prodigi import Prodigi, ProdigiSettings
from fulfillment.remote import RemotePartner
from pod.model.handoff import HandOffState
from tests.contracts.remote_partner_contract import QUICK, TOKEN, Variant, own_catalogue
from tests.servers.partner import EFFECTS, PartnerServer
from tests.servers.printful import PrintfulServer
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


AT_CREATION = tuple(EFFECTS)
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

    @property
    def fates(self) -> dict[str, HandOffState]:
        """By mishap: ``confirm: …`` strikes the second step, ``look: …`` a look-up, ``quote: …`` the price, everything else
        the creation."""
        steps = [("", AT_CREATION), ("look: ", AT_LOOK_UP), ("quote: ", AT_QUOTE)]
        steps += [("confirm: ", AT_CONFIRMATION)] if self.two_steps else []
        made = {f"{step}{fault}": HandOffState.CONFIRMED for step, faults in steps for fault in faults}
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


SETTINGS: Mapping[str, Setting] = {
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

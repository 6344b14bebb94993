"""What becomes of a paid order when something goes wrong at its partner: the table that is played, and printed in the docs.

Every row is a mishap of the partners' test servers, played with the real hand-off job, adapter and server, until nothing
more happens by itself. Whatever it is, there is never a second order, and never a second charge.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from fulfillment.base import Partner
from fulfillment.gelato import Gelato, GelatoSettings
from fulfillment.printful import Printful, PrintfulSettings
from fulfillment.printify import Printify, PrintifySettings
from fulfillment.prodigi import Prodigi, ProdigiSettings
from fulfillment.remote import RemotePartner
from fulfillment.sftp import Sftp, SftpSettings
from pod.model.handoff import HandOffState
from pod.model.product import Product
from pod.store.catalogue import FileCatalogue
from tests.contracts.remote_partner_contract import QUICK, TOKEN, Variant, own_catalogue
from tests.servers import gelato, printful, printify, sftp
from tests.servers.gelato import GelatoServer
from tests.servers.partner import EFFECTS
from tests.servers.printful import PrintfulServer
from tests.servers.printify import PrintifyServer
from tests.servers.prodigi import ProdigiServer
from tests.servers.sftp import SftpServer

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
ONE_STEP: Mapping[str, Sequence[str]] = {"": AT_CREATION, "look: ": AT_LOOK_UP, "quote: ": AT_QUOTE}


class OneSizeForAll(FileCatalogue):
    """No partner asks for an area of its own: what a sticker is cut to elsewhere is not what is looked at here."""

    def product(self, sku: str) -> Product:
        product = super().product(sku)
        return replace(product, areas=tuple(replace(area, partners=()) for area in product.areas))


@dataclass(frozen=True)
class Setting:
    """An adapter and its server. `own` are the partner's own mishaps, with what becomes of an order by them; `meanings` says
    in words what each is, and `pages` by which pages of the vendor's the server was written. `address` is what the adapter has to know of its server."""

    server: Callable[[Path], Any]
    adapter: Callable[[str, Path], Partner]
    meanings: Mapping[str, str]
    own: Mapping[str, HandOffState]
    pages: Sequence[str]
    steps: Mapping[str, Sequence[str]] = field(default_factory=lambda: {**ONE_STEP, "confirm: ": AT_CONFIRMATION})
    made: HandOffState = HandOffState.CONFIRMED
    address: Callable[[Any], str] = lambda server: str(server.base_url)

    @property
    def fates(self) -> dict[str, HandOffState]:
        """By mishap: ``confirm: …`` strikes the second step, ``look: …`` a look-up, ``quote: …`` the price, everything else
        the creation."""
        made = {f"{step}{fault}": self.made for step, faults in self.steps.items() for fault in faults}
        refused = {fault: HandOffState.REJECTED for fault in made if fault in ("moved before", "confirm: moved before")}
        return {**made, **refused, **self.own}


def _prodigi(address: str, folder: Path) -> RemotePartner:
    row = {"theirs": '"GLOBAL-CAN-10X10"', "places": '{ front = "default" }', "options": '{ wrap = "Black" }'}
    catalogue = own_catalogue(folder, STICKER, row)
    settings = ProdigiSettings(api_key=TOKEN, base_url=f"{address}/v4.0", live="yes", catalogue=catalogue)
    return Prodigi(settings, QUICK)


def _printful(address: str, folder: Path) -> RemotePartner:
    del folder
    secret = printful.SECRET
    return Printful(PrintfulSettings(token=TOKEN, base_url=address, live="yes", webhook_secret=secret), QUICK)


def _gelato(address: str, folder: Path) -> RemotePartner:
    uid = "apparel_product_gca_t-shirt_gsc_crewneck_gcu_unisex_gqa_classic_gsi_m_gco_white_gpr_4-0"
    row = {"theirs": '"t-shirt"', "variant": f'"{uid}"', "places": '{ front = "front" }'}
    settings = GelatoSettings(
        api_key=TOKEN,
        base_url=address,
        live="yes",
        catalogue=own_catalogue(folder, STICKER, row),
        webhook_header=gelato.HOOK_HEADER,
        webhook_secret=gelato.HOOK_SECRET,
    )
    return Gelato(settings, QUICK)


def _printify(address: str, folder: Path) -> RemotePartner:
    row = {"theirs": '"282/99"', "variant": '"101110"', "places": '{ front = "front" }'}
    settings = PrintifySettings(
        token=TOKEN,
        shop_id="815",
        base_url=f"{address}/v1",
        live="yes",
        catalogue=own_catalogue(folder, STICKER, row),
        webhook_secret=printify.SECRET,
    )
    return Printify(settings, QUICK)


def _sftp(address: str, folder: Path) -> Sftp:
    del folder
    port, host_key = address.split(" ", 1)
    settings = SftpSettings("127.0.0.1", sftp.USER, host_key, sftp.PASSWORD, port=port, folder="in", answers="..")
    return Sftp(settings)


def _sftp_address(server: SftpServer) -> str:
    """Its port, and the key by which it is known."""
    return f"{server.port} {server.host_key.get_name()} {server.host_key.get_base64()}"


SETTINGS: Mapping[str, Setting] = {
    "gelato": Setting(
        lambda _: GelatoServer(token=TOKEN),
        _gelato,
        GelatoServer.FAULTS,
        {"in two orders": _H.CONFIRMED, "confirm: hold": _H.ON_HOLD},
        GelatoServer.PAGES,
    ),
    "printify": Setting(
        lambda _: PrintifyServer(token=TOKEN),
        _printify,
        PrintifyServer.FAULTS,
        {"address refused": _H.REJECTED, "confirm: unpaid": _H.ON_HOLD},
        PrintifyServer.PAGES,
        made=_H.IN_PRODUCTION,
    ),
    "printful": Setting(
        lambda _: PrintfulServer(token=TOKEN),
        _printful,
        PrintfulServer.FAULTS,
        {
            "costs late": _H.CONFIRMED,
            "costs failed": _H.ON_HOLD,
            "confirm: hold": _H.ON_HOLD,
            "confirm: being updated": _H.CONFIRMED,
            "confirm: refused": _H.REJECTED,
        },
        PrintfulServer.PAGES,
    ),
    "prodigi": Setting(
        lambda _: ProdigiServer(token=TOKEN, live=True),
        _prodigi,
        ProdigiServer.FAULTS,
        {
            "on hold": _H.ON_HOLD,
            "with issues": _H.ON_HOLD,
            "to be paid": _H.ON_HOLD,
            "in two parcels": _H.CONFIRMED,
        },
        ProdigiServer.PAGES,
        steps=ONE_STEP,
    ),
    "sftp": Setting(
        lambda folder: SftpServer(folder / "printer"),
        _sftp,
        sftp.FAULTS,
        dict.fromkeys(sftp.FAULTS, _H.CONFIRMED),
        sftp.PAGES,
        steps={},
        address=_sftp_address,
    ),
}

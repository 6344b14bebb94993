"""The lines of a shop's order, read as lines of ours: which are ours, what they are printed with, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property

from pod.model.caller import Caller
from pod.model.design import Version
from pod.model.errors import InputRefused, NotFound, PodError
from pod.model.order import OrderItem
from pod.model.product import Product
from pod.model.shoporder import SAID_CHARS, LineTrouble, Payment, Repair, ShopLine, ShopOrder, TakenOrder
from pod.model.shopsku import read_sold, variants_by_code
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox
from pod.services.words.buyers import Wanted, wanted_words, with_its_words

ADDRESS_CHANGED = "the address"


class ShopLines:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    @cached_property
    def _products(self) -> Mapping[str, Product]:
        """By the sku of each variant, as it is published to shops."""
        return {v.sku: product for product in self._tools.catalogue.products() for v in product.variants}

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        return variants_by_code(self._products)

    def ours(self, order: ShopOrder) -> tuple[ShopLine, ...]:
        """Lines that name a design or a variant of ours: a shop may sell other things besides."""
        return tuple(line for line in order.lines if line.quantity and self._is_ours(line))

    def _is_ours(self, line: ShopLine) -> bool:
        return bool(line.design or line.sku in self._products or read_sold(line.sku)[0])

    def as_sold(self, line: ShopLine) -> tuple[str, str]:
        """Design and variant, as the sku says under which it was published, or as the shop says besides."""
        design, code = read_sold(line.sku)
        return line.design or design, self._codes.get(code, "") if design else line.sku

    def wanted_words(self, tx: Tx, caller: Caller, taken: TakenOrder) -> list[Wanted]:
        """Lines whose buyers' own words are to be set on what they were sold as, unless a person has decided otherwise."""
        repaired = {repair.line_id for repair in taken.repairs}
        found = list[Wanted]()
        for line in self.ours(taken.order):
            with suppress(PodError):  # what is wrong with a line is said by `read`
                design, _ = self.as_sold(line)
                pattern = None if line.id in repaired else self._version(tx, caller, design, Repair(line.id, ""))
                wanted = wanted_words(tx, caller, line, pattern) if pattern else None
                found += [wanted] if wanted else []
        return found

    def read(
        self, tx: Tx, caller: Caller, taken: TakenOrder, refused: Mapping[str, PodError] | None = None
    ) -> tuple[tuple[OrderItem, ...], tuple[LineTrouble, ...]]:
        """The order's items, or else everything that keeps its lines from being any. `refused` is what speaks against the words
        that buyers want, by the line's id."""
        items, troubles = list[OrderItem](), list[LineTrouble]()
        repairs = {repair.line_id: repair for repair in taken.repairs}
        for line in self.ours(taken.order):
            repair = repairs.get(line.id, Repair(line.id, "", ""))
            try:
                design, variant = self.as_sold(line)
                variant = repair.variant or variant
                product = self._product(variant)
                version = self._version(tx, caller, design, repair)
                if not repair.version_id:
                    version = _worded(tx, caller, taken, line, version, (refused or {}).get(line.id))
                items.append(OrderItem("", version.id, product.sku, variant, line.quantity))
            except PodError as e:
                troubles.append(_trouble(line.id, e))
        return tuple(items), tuple(troubles)

    def refusals(self, taken: TakenOrder, problems: Sequence[tuple[str, PodError]]) -> tuple[LineTrouble, ...]:
        """What the order as a whole was refused for, each at its line, or at none."""
        lines = {f"items[{n}]": line.id for n, line in enumerate(self.ours(taken.order), 1)}
        return tuple(_trouble(lines.get(where, ""), e) for where, e in problems)

    def refuse_repair(self, tx: Tx, caller: Caller, taken: TakenOrder, repair: Repair) -> None:
        if repair.line_id not in {line.id for line in taken.order.lines}:
            raise NotFound("no_line", "The order has no such line.", "See its lines.")
        tx.designs.version(caller.tenant_id, repair.version_id)
        if repair.variant:
            self._product(repair.variant)

    def _product(self, variant: str) -> Product:
        if variant in self._products:
            return self._products[variant]
        raise InputRefused(
            "unknown_variant",
            f"There is no variant “{variant[:80]}”." if variant else "The line names no variant.",
            "Choose the variant; in the shop, use Pod's own sku of it.",
        )

    def _version(self, tx: Tx, caller: Caller, told: str, repair: Repair) -> Version:
        if repair.version_id:
            return tx.designs.version(caller.tenant_id, repair.version_id)
        if not told:
            raise InputRefused(
                "no_design",
                "The line does not say what it is printed with: it would be made blank.",
                "Choose the design, or leave the order if it is not made here.",
            )
        design_id, _, n = told.partition(".")
        if not n:
            design = tx.designs.get(caller.tenant_id, design_id)
            if not design.current_version_id:
                raise InputRefused(
                    "nothing_chosen", "No candidate of its design has been chosen.", "Choose and approve one."
                )
            return tx.designs.version(caller.tenant_id, design.current_version_id)
        version = next((v for v in tx.designs.versions(caller.tenant_id, design_id) if v.n == int(n)), None)
        if version is None:
            raise NotFound("no_version", f"Its design has no version {n}.", "Choose another version.")
        return version


def _worded(
    tx: Tx, caller: Caller, taken: TakenOrder, line: ShopLine, version: Version, refused: PodError | None
) -> Version:
    """What the line is printed with: a version with its buyer's words, where the design is open to them."""
    if refused:
        raise refused
    if tx.personal.offer(caller.tenant_id, version.design_id):
        return with_its_words(tx, caller, taken, line, version)
    _refuse_other_words(line, version)
    return version


def _refuse_other_words(line: ShopLine, version: Version) -> None:
    """A buyer's own words are printed to the letter, or a person decides: never left out unseen."""
    printed = version.recipe.lettering.text if version.recipe.lettering else ""
    if line.lettering and line.lettering.split() != printed.split():
        now = f"the approved design says “{printed[:80]}”" if printed else "the approved design carries no words"
        raise InputRefused(
            "personalised",
            f"The buyer wants “{line.lettering[:SAID_CHARS]}” on it, and {now}.",
            "Make a design with these words, approve it, and choose it here; or open the design to its buyers' words.",
        )


def changes_since(taken: TakenOrder) -> list[str]:
    """What is another now than when the order was taken in, in words for whoever decides."""
    return [*_line_changes(taken.agreed, taken.order.lines), *_other_changes(taken)]


def _line_changes(agreed: Sequence[ShopLine], now: Sequence[ShopLine]) -> Iterator[str]:
    was, become = {line.id: line for line in agreed}, {line.id: line for line in now}
    for line_id in dict.fromkeys((*was, *become)):
        before, after = was.get(line_id), become.get(line_id)
        name = (after or before or ShopLine("", "", 0)).sku or f"line {line_id}"
        if (before.quantity if before else 0) != (after.quantity if after else 0):
            yield f"{name}: {before.quantity if before else 0} became {after.quantity if after else 0}"
        elif before and after and (before.sku, before.design) != (after.sku, after.design):
            yield f"{name}: another variant or design"
        elif before and after and before.lettering != after.lettering:
            yield f"{name}: other words"


def _other_changes(taken: TakenOrder) -> Iterator[str]:
    if taken.agreed_paid and taken.order.payment is Payment.UNPAID:
        yield "it is no longer paid for"
    if taken.told_to != taken.agreed_to:
        yield ADDRESS_CHANGED if taken.order.payment is not Payment.PARTLY_REFUNDED else "the address, or what was paid"


def _trouble(line_id: str, e: PodError) -> LineTrouble:
    return LineTrouble(line_id, e.code, e.message, e.hint)

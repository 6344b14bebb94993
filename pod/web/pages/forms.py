"""What a shopper typed, and what is wrong with it: kept beside each other, so that a refused form comes back whole."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from werkzeug.datastructures import MultiDict

from pod.model.brief import DesignBrief
from pod.model.design import Design
from pod.model.errors import InputRefused, PodError, Problems
from pod.model.geometry import Box
from pod.model.lettering import LetteringEffect, LetteringLayout, LetteringLook
from pod.model.order import OrderItem, ShipTo
from pod.model.product import Product, Wrap
from pod.web.strings import text

Form = MultiDict[str, str]

ADDRESS_FIELDS = ("name", "line1", "line2", "city", "region", "postcode", "country", "email", "phone")

_FIELD_OF_CODE = {
    "screened": "subject",
    "empty_sentence": "subject",
    "sentence": "subject",
    "lettering": "lettering",
    "font_unknown": "font",
    "effect_too_fine": "font",
    "empty_instruction": "instruction",
    "instruction": "instruction",
    "no_editor": "instruction",
    "edit_at_work": "instruction",
    "may_be_paid": "instruction",
    "picture": "file",
    "too_much_work": "file",
    "unknown_cloth": "cloth",
    "no_wrap": "wrap",
    "no_black_choice": "black",
    "style": "style",
    "quantity": "quantity",
    "email": "email",
}
"""Where an error belongs that does not say so itself, by the beginning of its code."""

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, slots=True)
class Wrong:
    """Errors beside their fields, and those that belong to none."""

    fields: Mapping[str, tuple[PodError, ...]] = field(default_factory=dict)
    general: tuple[PodError, ...] = ()

    @staticmethod
    def of(error: PodError, fields: Iterable[str]) -> Wrong:
        known = frozenset(fields)
        lines = error.problems if isinstance(error, Problems) else ((str(error.details.get("field", "")), error),)
        beside: dict[str, tuple[PodError, ...]] = {}
        for where, e in lines:
            name = _field(where, e, known)
            beside[name] = (*beside.get(name, ()), e)
        return Wrong({name: found for name, found in beside.items() if name}, beside.get("", ()))

    def __bool__(self) -> bool:
        return bool(self.fields or self.general)

    def first(self, order: Iterable[str]) -> str:
        """The first field in the page's order that is wrong: where the focus goes."""
        return next((name for name in order if name in self.fields), "")


def _field(where: str, error: PodError, known: frozenset[str]) -> str:
    named = where.rsplit(".", 1)[-1].partition("[")[0]
    if named in known:
        return named
    by_code = next((name for start, name in _FIELD_OF_CODE.items() if error.code.startswith(start)), "")
    return by_code if by_code in known else ""


def wrap_of(said: str | None) -> Wrap | None:
    """What goes round a canvas's edge, as a form says it; None where it does not say."""
    if not said:
        return None
    try:
        return Wrap(said)
    except ValueError as e:
        raise InputRefused("no_wrap", text("design.no_such_wrap"), text("design.no_such_wrap_hint")) from e


def look_of(form: Form) -> LetteringLook:
    """How the words are to be set, as a form says it; what it does not know is left open."""
    layout = next((one for one in LetteringLayout if one.value == form.get("layout")), None)
    effect = next((one for one in LetteringEffect if one.value == form.get("effect")), None)
    return LetteringLook(form.get("font", "").strip(), layout, effect)


_PART = ("left", "top", "width", "height")


@dataclass(frozen=True, slots=True)
class PartForm:
    """A part of the picture as it is shown, in per cent of its sides; nothing typed is all of it."""

    typed: Mapping[str, str] = field(default_factory=dict)

    @staticmethod
    def sent(form: Form) -> PartForm:
        typed = {name: form.get(f"part-{name}", "").strip() for name in _PART}
        return PartForm(typed if any(typed.values()) else {})

    def box(self) -> Box | None:
        """In shares of the sides."""
        if not self.typed:
            return None
        numbers = [re.fullmatch(r"\d{1,3}(?:[.,]\d{1,3})?", self.typed[name]) for name in _PART]
        left, top, width, height = (float(n[0].replace(",", ".")) / 100 if n else -1.0 for n in numbers)
        if min(left, top, width, height) < 0 or max(left + width, top + height) > 1:
            raise InputRefused("region", text("edit.no_such_part"), text("edit.no_such_part_hint"), field="region")
        return Box(left, top, width, height)


@dataclass(frozen=True, slots=True)
class WishForm:
    """The form of a new design. `cloths` holds one choice for each product, so that none is lost by looking at another.

    `key` is made once for each form that is handed out.
    """

    FIELDS = ("subject", "product", "cloth", "lettering", "font", "style", "file")

    subject: str = ""
    product: str = ""
    cloths: Mapping[str, str] = field(default_factory=dict)
    lettering: str = ""
    style: str = ""
    upload_id: str = ""
    as_guide: bool = False
    look: LetteringLook = LetteringLook()
    key: str = field(default_factory=lambda: secrets.token_hex(16))

    @staticmethod
    def sent(form: Form, products: Iterable[Product]) -> WishForm:
        # a suggested wording is taken by its own button
        return WishForm(
            subject=form.get("use") or form.get("subject", ""),
            product=form.get("product", ""),
            cloths={p.sku: form.get(f"cloth-{p.sku}", "") for p in products},
            lettering=form.get("use_lettering") or form.get("lettering", "").strip(),
            style=form.get("style", ""),
            upload_id="" if form.get("remove_upload") else form.get("upload", ""),
            as_guide=form.get("use_as") == "guide",
            look=look_of(form),
            key=form.get("key", ""),
        )

    @staticmethod
    def like(design: Design) -> WishForm:
        brief = design.brief
        return WishForm(
            subject=brief.subject,
            product=brief.product,
            cloths={brief.product: brief.cloth},
            lettering=brief.lettering,
            style=brief.style,
            upload_id=brief.upload_id or brief.reference_id,
            as_guide=bool(brief.reference_id),
            look=brief.look,
        )

    def brief(self) -> DesignBrief:
        return DesignBrief(
            subject=self.subject,
            product=self.product,
            cloth=self.cloths.get(self.product, ""),
            lettering=self.lettering,
            style=self.style,
            upload_id="" if self.as_guide else self.upload_id,
            reference_id=self.upload_id if self.as_guide else "",
            look=self.look,
        )


@dataclass(frozen=True, slots=True)
class OrderForm:
    """The form of an order: one line and an address."""

    FIELDS = ("size", "quantity", *ADDRESS_FIELDS)

    size: str = ""
    quantity: str = "1"
    address: Mapping[str, str] = field(default_factory=dict)
    token: str = ""

    @staticmethod
    def sent(form: Form) -> OrderForm:
        return OrderForm(
            size=form.get("size", ""),
            quantity=form.get("quantity", "").strip(),
            address={name: form.get(name, "").strip() for name in ADDRESS_FIELDS},
            token=form.get("token", ""),
        )

    def item(self, version_id: str, product: Product, cloth: str) -> OrderItem:
        quantity = int(self.quantity) if re.fullmatch(r"\d{1,9}", self.quantity) else 0
        return OrderItem("", version_id, product.sku, f"{product.sku}/{self.size}/{cloth}", quantity)

    def ship_to(self) -> ShipTo:
        return ShipTo(**self.address)

    def wrong(self, sizes: Sequence[str]) -> Iterator[tuple[str, PodError]]:
        """What this page asks for in its own words, or beyond every order: no e-mail, and nobody can say how to pay."""
        if self.size not in sizes:
            yield (
                "size",
                InputRefused("size", text("order.no_size"), text("order.no_size_hint", sizes=", ".join(sizes))),
            )
        if not _EMAIL.fullmatch(self.address.get("email", "")):
            yield "email", InputRefused("email", text("order.no_email"), text("order.no_email_hint"))

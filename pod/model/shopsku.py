"""The sku under which a variant of a design is sold in shops. It says of itself what a line is printed with.

Marketplaces keep 32 characters of a sku (Etsy), and some write it in capitals: the design's 128 random bits take 25 letters and
digits, and the variant's own sku is told by six more, which the catalogue's variants are looked through for.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DESIGN_CHARS = 25
_VARIANT_CHARS = 6
_SOLD = re.compile(rf"([0-9A-Z]{{{_DESIGN_CHARS}}})-([0-9A-Z]{{{_VARIANT_CHARS}}})")
_DESIGN_BITS = 128


def sold_as(design_id: str, variant: str) -> str:
    return f"{_written(int(design_id, 16), _DESIGN_CHARS)}-{variant_code(variant)}"


def variant_code(variant: str) -> str:
    told = int.from_bytes(hashlib.sha256(variant.encode()).digest()[:8])
    return _written(told % 36**_VARIANT_CHARS, _VARIANT_CHARS)


def variants_by_code(variants: Iterable[str]) -> dict[str, str]:
    return {variant_code(variant): variant for variant in variants}


def read_sold(sku: str) -> tuple[str, str]:
    """The design's id and the variant's code; ("", "") for a sku that is not one of these."""
    found = _SOLD.fullmatch(sku.strip().upper())
    design = int(found[1], 36) if found else 1 << _DESIGN_BITS
    return (f"{design:032x}", found[2]) if found and design >> _DESIGN_BITS == 0 else ("", "")


def _written(number: int, chars: int) -> str:
    digits = []
    for _ in range(chars):
        number, digit = divmod(number, 36)
        digits.append(_DIGITS[digit])
    return "".join(reversed(digits))

"""What each partner calls our variants and print areas: one TOML file per partner, and the shop's own beside it.

    [[products]]
    product = "tee"                        # ours
    theirs = "GLOBAL-TEE-BC-3001"          # theirs
    variant = "tee_{size}_{cloth}"         # how they name one variant, with their words for size and cloth
    places = { front = "front" }           # our print areas → theirs; no others are printed there
    sizes = { S = "s", M = "m" }           # our sizes → their words; no others are offered
    cloths = { white = "white" }
    options = { color = "{cloth}" }        # what else their order asks for
    source = "…"
    checked_on = 2026-11-20

    [products.variants]                    # where names follow no rule: ours → theirs, instead of `variant`
    "M/white" = "4012"

`discontinued = ["2XL/navy"]` are variants that they have made and make no more, and `replaced_by = { "2XL/navy" = "2XL/black" }`
is what to offer instead. `may_turn` areas lie as the picture does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pod.model.datafile import Note, Reader, read_toml, refuse

_HERE = Path(__file__).parent
_KEYS = ("sku", "size", "cloth")


@dataclass(frozen=True, slots=True)
class Offer:
    """One variant of ours as the partner sells it. `places` leads from our print areas to theirs."""

    product: str
    variant: str
    places: Mapping[str, str]
    options: Mapping[str, str] = field(default_factory=dict)
    may_turn: bool = False
    discontinued: bool = False
    replacement: str = ""
    checked_on: date = date.min
    verified: bool = True


Offers = Mapping[tuple[str, str, str], Offer]
"""By our product, size and cloth."""


def offers_of(partner: str, own_file: str = "") -> Offers:
    """What the partner sells of ours. Rows of the shop's `own_file` win over those that come with Pod.

    `Problems` names everything that is wrong in the files.
    """
    notes: list[Note] = []
    found: dict[tuple[str, str, str], Offer] = {}
    for path in (_HERE / f"{partner}.toml", *([Path(own_file).expanduser()] if own_file else [])):
        raw = read_toml(path, notes)
        if raw is not None:
            for reader in Reader(raw, path.name, notes).tables("products"):
                found.update(_rows(reader))
    refuse(notes, f"catalogue of {partner}")
    return found


def _rows(r: Reader) -> dict[tuple[str, str, str], Offer]:
    sku, theirs, source = r.text("product"), r.text("theirs"), r.text("source")
    rule, variants = r.text("variant", ""), r.words("variants")
    sizes, cloths, gone = r.words("sizes"), r.words("cloths"), r.texts("discontinued", ())
    places, options = r.words("places"), r.words("options")
    instead = r.words("replaced_by")
    may_turn, checked_on = r.flag("may_turn", default=False), r.day("checked_on")
    verified = r.flag("verified", default=True)
    if not places or not source:
        r.note("places", "places is empty.", "Say which of their print areas ours are printed on.")
    r.done()

    def offer(size: str, cloth: str) -> Offer:
        words = {"size": sizes.get(size, size), "cloth": cloths.get(cloth, cloth)}
        return Offer(
            product=_filled(theirs, words),
            variant=variants.get(f"{size}/{cloth}") or _filled(rule, words),
            places=places,
            options={name: _filled(value, words) for name, value in options.items()},
            may_turn=may_turn,
            discontinued=f"{size}/{cloth}" in gone,
            replacement=instead.get(f"{size}/{cloth}", ""),
            checked_on=checked_on,
            verified=verified,
        )

    return {(sku, size, cloth): offer(size, cloth) for size, cloth in _sold(variants, sizes, cloths, gone)}


def _sold(
    variants: Mapping[str, str], sizes: Mapping[str, str], cloths: Mapping[str, str], gone: Sequence[str]
) -> list[tuple[str, str]]:
    """(size, cloth) of everything that is named, what is discontinued among it."""
    named = [*variants, *gone] if variants else [f"{size}/{cloth}" for size in sizes for cloth in cloths]
    return [(size, cloth) for size, _, cloth in (name.partition("/") for name in named)]


def _filled(text: str, words: Mapping[str, str]) -> str:
    for name, word in words.items():
        text = text.replace(f"{{{name}}}", word)
    return text

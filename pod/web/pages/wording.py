"""Values as a person reads them: money, sizes, colours, pictures and states in words of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import prompts
from pod.imaging.colour import delta_e
from pod.model.artwork import Artwork
from pod.model.design import Candidate
from pod.model.money import Money
from pod.model.printfile import PrintFile
from pod.web.strings import section_of, text
from prompts.sentence import colour_words

_TOLD_INKS = 3


def money(amount: Money) -> str:
    """$24.00 where the currency has a sign of its own, else 24.00 CHF."""
    number, currency = str(amount).split(" ")
    sign = section_of("money").get(currency)
    return sign.format(amount=number) if sign else f"{number} {currency}"


def money_range(amounts: Iterable[Money]) -> str:
    """One price, or from which to which."""
    found = sorted(set(amounts), key=lambda m: m.micros)
    if not found:
        return ""
    if len(found) == 1:
        return money(found[0])
    return text("home.price_range", least=money(found[0]), most=money(found[-1]))


def size_cm(made: PrintFile) -> str:
    """How large the ink will be, in centimetres."""
    box = made.art_mm
    return text("design.size", width=_cm(box.width), height=_cm(box.height), area=made.area)


def _cm(millimetres: float) -> str:
    return f"{millimetres / 10:.1f}"


def day(moment: datetime) -> str:
    return f"{moment.day} {section_of('month')[str(moment.month)]} {moment.year}"


def candidate_alt(candidate: Candidate, artwork: Artwork | None) -> str:
    """A drawing for someone who cannot see it, from what is known of it: hero, style and main colours."""
    if artwork is None:
        return text("design.alt_none", n=candidate.n)
    said = [text("design.alt", n=candidate.n)]
    if hero := artwork.facts.get("hero"):
        said.append(text("design.alt_hero", hero=hero))
    if title := style_title(candidate, artwork):
        said.append(text("design.alt_style", style=title))
    if inks := ink_names(artwork.palette):
        said.append(text("design.alt_inks", inks=", ".join(inks)))
    return " ".join(said)


def style_shown(candidate: Candidate, artwork: Artwork | None) -> str:
    """The style that a drawing is in. Where nobody asked for one, the embedded designer is free to draw another than was
    tried, and its layout says which."""
    if not candidate.prompt:
        return ""
    free = artwork is not None and "layout" in artwork.facts and not candidate.prompt.slots.get("layouts")
    tried = candidate.prompt.style
    return prompts.style_of_layout(artwork.facts["layout"], tried) if artwork and free else tried


def style_title(candidate: Candidate, artwork: Artwork | None) -> str:
    shown = style_shown(candidate, artwork)
    return prompts.style(shown).title if shown else ""


def ink_names(inks: Iterable[str]) -> tuple[str, ...]:
    """The first few different colours by their everyday names."""
    named = dict.fromkeys(colour_name(ink) for ink in inks)
    return tuple(named)[:_TOLD_INKS]


def colour_name(rgb: str) -> str:
    named = colour_words()["named"]
    return min(named, key=lambda word: delta_e(named[word], rgb))

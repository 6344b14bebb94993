"""A brief made whole: what the sentence says is read out of it, and everything wrong is said at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import replace

import prompts
from pod.imaging.colour import parse_hex
from pod.lettering import font_named, unsettable
from pod.model.brief import MAX_CANDIDATES, MAX_LETTERING_CHARS, MAX_SUBJECT_CHARS, DesignBrief, Wanted
from pod.model.caller import Caller
from pod.model.errors import InputRefused, PodError, Problems
from pod.model.product import Product
from pod.services.recipes import refuse_wrap
from pod.services.screening import Refused, screened
from pod.services.toolbox import Toolbox

DEFAULT_STYLE = ""
"""No style asked for: the sentence chooses, and where it is silent each candidate tries another."""

_SILENT = prompts.Sentence("", "")


def with_guide(tools: Toolbox, caller: Caller, brief: DesignBrief) -> DesignBrief:
    """The brief with the content of its guide beside its name; `NotFound` where there is no such upload."""
    if not brief.reference_id:
        return replace(brief, reference_sha256="")
    with tools.store.reading() as tx:
        upload = tx.uploads.get(caller.tenant_id, brief.reference_id)
    return replace(brief, reference_sha256=upload.file.sha256)


def completed(tools: Toolbox, brief: DesignBrief, refused: Refused = ()) -> DesignBrief:
    """The brief with lettering, style, cloth and placements filled in; `Problems` when it cannot be drawn or printed.

    `refused` is what screening found in it.
    """
    problems = list(_wrong(tools, brief))
    if problems:
        raise Problems("brief", "This design cannot be started yet.", problems)
    # an own picture needs no sentence
    read = prompts.read_sentence(brief.subject) if brief.subject.strip() else _SILENT
    lettering = brief.lettering or read.lettering
    refuse_all([*too_long(brief.lettering), *refused, *(("lettering", e) for e in unsettable(lettering))])
    product = tools.catalogue.product(brief.product)
    named = tuple(s for s in read.styles if not prompts.style(s).unsuited(brief.product))
    return replace(
        brief,
        lettering=lettering,
        style=brief.style or (named[0] if named else DEFAULT_STYLE),
        cloth=brief.cloth or _spoken_cloth(product, read.cloth) or product.cloths[0].name,
        placements=brief.placements or (Wanted(product.areas[0].name),),
    )


def _wrong(tools: Toolbox, brief: DesignBrief) -> Iterator[tuple[str, PodError]]:
    subject = brief.subject.strip()
    if not subject and not brief.upload_id:
        yield (
            "subject",
            InputRefused(
                "empty_sentence", "There is no sentence yet.", "Say what you would like to see: “a fox reading a book”."
            ),
        )
    if brief.upload_id and brief.reference_id:
        yield (
            "reference",
            InputRefused(
                "guide_beside_picture",
                "A picture of your own is printed as it is: nothing is drawn that a guide could lead.",
                "Send the one or the other.",
            ),
        )
    if len(subject) > MAX_SUBJECT_CHARS:
        yield (
            "subject",
            InputRefused(
                "sentence_too_long",
                f"The sentence has {len(subject)} characters; {MAX_SUBJECT_CHARS} can be read.",
                "Say it shorter: one subject and one or two details.",
                measured=len(subject),
                required=MAX_SUBJECT_CHARS,
            ),
        )
    if not 1 <= brief.candidates <= MAX_CANDIDATES:
        yield (
            "candidates",
            InputRefused(
                "candidates", f"{brief.candidates} candidates cannot be drawn.", f"Ask for 1 to {MAX_CANDIDATES}."
            ),
        )
    yield from _wrong_inks(brief)
    yield from _wrong_names(tools, brief)
    yield from _wrong_product(tools, brief)


def _wrong_inks(brief: DesignBrief) -> Iterator[tuple[str, PodError]]:
    if len(brief.palette) > 8:
        yield "palette", InputRefused("palette", f"{len(brief.palette)} inks are too many.", "Give at most 8.")
    for ink in brief.palette:
        try:
            parse_hex(ink)
        except PodError as e:
            yield "palette", e


def _wrong_names(tools: Toolbox, brief: DesignBrief) -> Iterator[tuple[str, PodError]]:
    if brief.style:
        try:
            prompts.style(brief.style)
        except PodError as e:
            yield "style", e
    if brief.look.font:
        try:
            font_named(brief.look.font)
        except PodError as e:
            yield "font", e
    if brief.provider and brief.provider not in tools.providers:
        yield (
            "provider",
            InputRefused(
                "unknown_provider",
                f"There is no provider “{brief.provider}” here.",
                f"Set up are: {', '.join(tools.providers)}.",
            ),
        )


def _wrong_product(tools: Toolbox, brief: DesignBrief) -> Iterator[tuple[str, PodError]]:
    try:
        product = tools.catalogue.product(brief.product)
    except PodError as e:
        yield "product", e
        return
    if brief.cloth and product.cloth(brief.cloth) is None:
        names = [c.name for c in product.cloths]
        near = difflib.get_close_matches(brief.cloth, names, 1)
        hint = f"Did you mean {near[0]}? " if near else ""
        yield (
            "cloth",
            InputRefused(
                "unknown_cloth",
                f"{product.name} does not come in “{brief.cloth}”.",
                f"{hint}It comes in: {', '.join(names)}.",
            ),
        )
    for wanted in brief.placements:
        if product.area(wanted.area) is None:
            areas = ", ".join(a.name for a in product.areas)
            yield (
                "placements",
                InputRefused("unknown_area", f"{product.name} has no print area “{wanted.area}”.", f"It has: {areas}."),
            )
    if len({w.area for w in brief.placements}) < len(brief.placements):
        yield "placements", InputRefused("area_twice", "A print area is named twice.", "Name each area once.")
    try:
        named = [area for w in brief.placements if (area := product.area(w.area))]
        refuse_wrap(product.name, named or product.areas[:1], brief.wrap)
    except InputRefused as e:
        yield "wrap", e


def _spoken_cloth(product: Product, spoken: str) -> str:
    return spoken if spoken and product.cloth(spoken) else ""


def refuse_screened(lettering: str) -> None:
    """What is not set in type, by the lists that are everybody's."""
    refuse_all([*too_long(lettering), *screened("", lettering)])


def too_long(lettering: str) -> Iterator[tuple[str, PodError]]:
    if len(lettering) > MAX_LETTERING_CHARS:
        yield (
            "lettering",
            InputRefused(
                "lettering_too_long",
                f"The words have {len(lettering)} characters; {MAX_LETTERING_CHARS} can be read.",
                "Shorten them.",
                measured=len(lettering),
                required=MAX_LETTERING_CHARS,
            ),
        )


def refuse_all(refused: Sequence[tuple[str, PodError]]) -> None:
    if len(refused) > 1:
        raise Problems("sentence_refused", "Some of these words cannot be printed.", refused)
    for field, e in refused:
        raise InputRefused(e.code, e.message, e.hint, field=field, **e.details)

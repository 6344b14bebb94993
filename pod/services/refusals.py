"""What speaks against a hand-off, found before its partner is called: all of it at once, with what was measured and what is
required."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from pod.model.errors import Conflict
from pod.model.money import Money
from pod.services.approving import missing_approvals
from pod.services.payloads import Line
from pod.services.toolbox import Toolbox

PRICE_TOLERANCE = 0.05
"""How far a partner's price may move between the quote and the order: taxes and rates are rounded anew."""

QUOTE_KEPT = timedelta(hours=1)
"""Partners' rates may change within the hour."""


def speaks_against(tools: Toolbox, lines: Sequence[Line]) -> list[str]:
    """Everything that is wrong with what would be printed."""
    return [reason for line in lines for reason in _wrong_line(tools, line)]


def _wrong_line(tools: Toolbox, line: Line) -> Iterator[str]:
    """Nothing when the line is approved, and its files are, byte for byte, what was approved and will be seen."""
    sku, recipe = line.item.sku, line.version.recipe
    missing = missing_approvals(tools.approvals, line.approvals)
    if missing:
        yield f"{sku} has no approval of the {' and the '.join(missing)}."
    if not line.files:
        yield f"{sku} has no print file: a blank product is never ordered."
        return
    files = tuple(sorted((f"{f.area}.{f.format}", f.file.sha256) for f in line.files))
    now = (files, recipe.sha256, recipe.artwork.sha256)
    if any((a.print_files, a.recipe_sha256, a.artwork_sha256) != now for a in line.approvals):
        yield f"{sku}: the files are not those that were approved. It needs a new approval."
    yield from (f"{sku}: {sentence}" for sentence in _not_placed(line))
    for file in line.files:
        yield from (f"{sku}: {f.message} {f.measured}; {f.required} is allowed." for f in file.findings.blocked)
        if not tools.files.verify(file.file):
            yield f"{sku}: the stored file for {file.area} is missing or damaged. Make it again from its recipe."


def _not_placed(line: Line) -> Iterator[str]:
    """A file for each placement of the recipe, with something in it, on the cloth that was looked at."""
    wanted, made = set(line.version.recipe.areas), {f.area for f in line.files}
    yield from (f"nothing was prepared for {area}, where the design has a placement." for area in sorted(wanted - made))
    empty = {f.area for f in line.files if f.art_mm.width <= 0 or f.art_mm.height <= 0}
    yield from (f"the file for {area} prints nothing." for area in sorted(empty))
    cloth = line.item.variant.rpartition("/")[2]
    if cloth != line.version.recipe.cloth:
        yield f"it was approved on {line.version.recipe.cloth}, and {cloth} was ordered."


NOT_FOR_PARTNER = "not_for_partner"
BY_PARTNER = frozenset({NOT_FOR_PARTNER, "refused_by_partner"})
"""Codes of what this partner does not want, and another might."""


def refuse(reasons: Sequence[str], code: str = "not_to_be_sent") -> None:
    if reasons:
        raise Conflict(code, " ".join(dict.fromkeys(reasons)))


def price_moved(quoted: Money | None, now: Money | None) -> str:
    """ "" where the price is what it was, or nobody can compare the two."""
    if quoted is None or now is None or quoted.currency != now.currency or not quoted.micros:
        return ""
    if abs(now.micros - quoted.micros) <= round(quoted.micros * PRICE_TOLERANCE):
        return ""
    moved = now.micros / quoted.micros - 1
    return (
        f"The partner’s price has moved from {quoted} to {now} ({moved:+.0%}; {PRICE_TOLERANCE:.0%} is allowed)."
        " Hand it off again to accept it, or cancel."
    )

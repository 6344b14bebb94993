"""The rules by which partners are chosen: data that comes with Pod, and the shop's own over it.

`fulfillment/routing.toml` shows the form. A row of the shop's own file changes only the fields that it names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pod.model.datafile import Note, Reader, read_toml, refuse
from pod.model.routing import Days, House, Nearness, RoutingRules, Weights

_HERE = Path(__file__).parent / "routing.toml"
_CURRENCY = r"[A-Z]{3}"


@dataclass(frozen=True, slots=True)
class RoutingBook:
    """The rules for every tenant that has none of its own, and those of the others."""

    for_all: RoutingRules
    own: Mapping[str, RoutingRules]

    def of(self, tenant_id: str) -> RoutingRules:
        return self.own.get(tenant_id, self.for_all)


def routing_book(own_file: str = "") -> RoutingBook:
    """`Problems` names everything that is wrong in the files."""
    notes: list[Note] = []
    paths = (_HERE, *([Path(own_file).expanduser()] if own_file else []))
    files = [Reader(raw, path.name, notes) for path in paths if (raw := read_toml(path, notes)) is not None]
    rows = [row for file in files for row in file.tables("rules")]
    regions = {name: lands for file in files for name, lands in _regions(file).items()}
    houses = dict(_house(row) for file in files for row in file.tables("partners"))
    for file in files:
        file.done()
    tenants = {str(row.raw.get("tenant", "")) for row in rows}
    book = {tenant: _rules(_over(rows, tenant), regions, houses) for tenant in sorted({"", *tenants})}
    refuse(notes, "routing rules")
    return RoutingBook(book.pop(""), book)


def _over(rows: Sequence[Reader], tenant: str) -> Reader:
    """The rows that hold for a tenant, laid over each other: later files and a tenant's own last."""
    mine = [row for row in rows if str(row.raw.get("tenant", "")) in ("", tenant)]
    mine.sort(key=lambda row: bool(row.raw.get("tenant")))
    raw: dict[str, Any] = {}
    for row in mine:
        nested = {name: {**raw.get(name, {}), **row.raw.get(name, {})} for name in ("weights", "rates")}
        raw = {**raw, **row.raw, **nested}
    return Reader(raw, mine[-1].where if mine else "routing rules", rows[0].notes if rows else [])


def _rules(r: Reader, regions: Mapping[str, tuple[str, ...]], houses: Mapping[str, House]) -> RoutingRules:
    r.text("tenant", "")
    r.text("source")
    r.day("checked_on")
    rules = RoutingRules(
        currency=r.text("currency", pattern=_CURRENCY),
        rates=_rates(r),
        prefer=r.texts("prefer", ()),
        last=r.texts("last", ()),
        never=r.texts("never", ()),
        weights=_weights(r.table("weights")),
        most_shrink_percent=r.number("most_shrink_percent", 0.0),
        most_days=r.whole("most_days", 0),
        lines_priced_alone=r.whole("lines_priced_alone", 0),
        regions=regions,
        houses=houses,
    )
    r.done()
    return rules


def _weights(r: Reader | None) -> Weights:
    if r is None:
        return Weights()
    weights = Weights(*(r.number(name, 0.0) for name in ("day", "shrink_percent", "near", "far", "parcel")))
    r.done()
    return weights


def _rates(r: Reader) -> dict[str, float]:
    rates = r.table("rates")
    return {name: rates.number(name, above=True) for name in rates.raw} if rates else {}


def _regions(r: Reader) -> dict[str, tuple[str, ...]]:
    regions = r.table("regions")
    return {name: regions.texts(name) for name in regions.raw} if regions else {}


def _house(r: Reader) -> tuple[str, House]:
    name, days = r.text("name"), r.table("days")
    house = House(
        made_in=r.texts("made_in", ()),
        days=_days(days) if days else {},
        source=r.text("source"),
        checked_on=r.day("checked_on"),
        verified=r.flag("verified", default=True),
    )
    r.done()
    return name, house


def _days(r: Reader) -> dict[Nearness, Days]:
    told = {nearness: r.pair(nearness.value) for nearness in Nearness}
    r.done()
    return {nearness: days for nearness, days in told.items() if days}

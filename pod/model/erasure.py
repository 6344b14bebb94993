"""What was erased of a customer, by what it was called: enough to find it again in an older backup, and to erase it there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """`ASKED`: it was still on its way, and is erased as soon as it has ended."""

    ASKED = "asked"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """`kind` says what `name` is the name of: an order's id, its reference, or its number in a shop."""

    stage: Stage
    tenant_id: str
    kind: str
    name: str


def of_order(tenant_id: str, order_id: str, external_ref: str, stage: Stage) -> tuple[Forgotten, Forgotten]:
    """By the reference as well: what comes in once more after a restore has another id."""
    return Forgotten(stage, tenant_id, "order", order_id), of_reference(tenant_id, external_ref, stage)


def of_reference(tenant_id: str, external_ref: str, stage: Stage) -> Forgotten:
    return Forgotten(stage, tenant_id, "reference", external_ref)


def of_shop_order(tenant_id: str, shop: str, order_id: str, stage: Stage) -> Forgotten:
    return Forgotten(stage, tenant_id, "shop order", f"{shop}:{order_id}")

"""The job that looks at a shop's order, and who has it look again."""

from __future__ import annotations

from pod.model.caller import DEFAULT_TENANT
from pod.model.job import Lane, NewJob
from pod.model.shoporder import TakenOrder
from pod.services.ports import Tx

_BATCH = "shop:"


def intake_job(shop: str, order_id: str, tenant_id: str) -> NewJob:
    whose = "" if tenant_id == DEFAULT_TENANT else f"{tenant_id}/"
    named: dict[str, str | int] = {"shop": shop, "id": order_id}
    return NewJob("intake", Lane.HANDOFF, f"intake:{whose}{shop}:{order_id}", f"{shop}:{order_id}"[:64], named)


def references_of(taken: TakenOrder) -> tuple[str, ...]:
    """Our orders' own references, the newest last: what is taken anew is another order."""
    first = f"{taken.shop}:{taken.order.id}"
    return (first, *(f"{first}.{n}" for n in range(2, taken.round + 1)))


def batch_of(shop: str, order_id: str) -> str:
    """What designs are made for that carry the words of an order's buyer."""
    return f"{_BATCH}{shop}:{order_id}"


def wake_its_order(tx: Tx, tenant_id: str, design_id: str) -> None:
    """Something has become of a design: the order whose buyer's words it carries is looked at again, if there is one. A job is
    woken before its design is moved."""
    made = tx.personal.get(tenant_id, design_id)
    if made and made.batch.startswith(_BATCH):
        shop, _, order_id = made.batch.removeprefix(_BATCH).partition(":")
        tx.jobs.wake(tenant_id, intake_job(shop, order_id, tenant_id))

"""What a shop has come to: rows and damage as verbs, workers and disks would have left them."""

from __future__ import annotations

from dataclasses import replace

from pod.model.caller import DEFAULT_TENANT, system_caller
from pod.model.design import CandidateState, DesignState
from pod.model.ledger import LedgerRow, LedgerState
from pod.model.money import Money
from pod.model.order import OrderItem, ShipTo
from tests.web.ops.desk import HOSTILE, OPERATOR
from tests.web.shop import a_brief


def damage(shop, order):
    """What a failing disk does to a stored print file."""
    [made] = shop.services.designs.files(OPERATOR, design_of_order(shop, order))[0]
    path = shop.services.files.path(made.file)
    path.chmod(0o600)
    path.write_bytes(b"?" * path.stat().st_size)


def design_of_order(shop, order):
    return shop.services.desk.order(OPERATOR, order.id).row.lines[0].design.id


def failed_design(shop):
    design_id = shop.browser().post("/api/v1/designs", json=a_brief()).json["id"]
    worker = system_caller(DEFAULT_TENANT, "generate")
    with shop.services.store.writing() as tx:
        design = tx.designs.move(tx.designs.get(DEFAULT_TENANT, design_id), DesignState.GENERATING, worker)
        drawing = tx.designs.move_candidate(DEFAULT_TENANT, design.candidates[0], CandidateState.DRAWING)
        tx.designs.move_candidate(DEFAULT_TENANT, drawing, CandidateState.FAILED, reason="The service does not answer.")
        return tx.designs.move(tx.designs.get(DEFAULT_TENANT, design_id), DesignState.FAILED, worker, "no answer")


def lost_row(shop, design_id):
    row = LedgerRow(
        "f" * 32, DEFAULT_TENANT, design_id, f"generate:{design_id}:1", 7, "gemini", HOSTILE, LedgerState.RESERVED,
        Money(151_000), None, "2026-11", shop.services.clock.now(), "job:generate",
    )  # fmt: skip
    worker = system_caller(DEFAULT_TENANT, "generate")
    with shop.services.store.writing() as tx:
        asked = tx.ledger.move(tx.ledger.reserve(row), LedgerState.SUBMITTING, worker)
        return tx.ledger.move(asked, LedgerState.UNKNOWN, worker, reason="No answer.")


def many(shop, designs, orders):
    """Rows enough to see what a page costs, written as the verbs would have left them."""
    if designs:
        shown = shop.proofed()
        template = shop.services.designs.get(OPERATOR, shown["id"])
        version = shop.services.designs.version(OPERATOR, template.id, template.current_version_id)
        for n in range(designs):
            add_copy(shop, template, version, f"{n:032x}")
    if orders:
        version_id = shop.approved()["current_version_id"]
        to = ShipTo("Ada", "7 Street", "London", "GB")
        for n in range(orders):
            line = OrderItem("", version_id, "tee", "tee/M/navy", n % 9 + 1)
            shop.services.orders.place(OPERATOR, f"bulk-{n:04d}", to, [line])


def add_copy(shop, template, version, key):
    with shop.services.store.writing() as tx:
        candidates = tuple(replace(c, design_id=key) for c in template.candidates)
        tx.designs.add(replace(template, id=key, candidates=candidates, current_version_id=key))
        tx.designs.add_version(DEFAULT_TENANT, replace(version, id=key, design_id=key))
        made = [
            replace(f, id=f"f{key[1:]}", version_id=key) for f in tx.designs.print_files(DEFAULT_TENANT, version.id)
        ]
        proofs = [replace(p, id=f"p{key[1:]}", version_id=key) for p in tx.designs.proofs(DEFAULT_TENANT, version.id)]
        tx.designs.add_print_set(DEFAULT_TENANT, key, made, proofs)

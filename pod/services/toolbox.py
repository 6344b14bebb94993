"""What every verb is given: the real things behind the ports, and a few rules of the shop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from fulfillment.base import Partner
from fulfillment.routingrules import RoutingBook
from pod.model.budget import Budgets
from pod.model.caller import Caller, Role
from pod.model.clock import Clock
from pod.model.design import Design
from pod.model.errors import Conflict, NotAllowed, Unavailable
from pod.model.job import Job, Lane
from pod.providers.base import Provider
from pod.services.erasures import Memory
from pod.services.filelinks import FileLinks
from pod.services.ports import Catalogue, Dispatcher, Files, Offload, Store, Tx


class NoDispatcher:
    """Nobody to hint at: jobs run when someone drains the table."""

    def kick(self, job_id: int, lane: Lane) -> None:
        """A hint may always be lost."""


@dataclass(slots=True)
class Toolbox:
    """`providers` are those that are set up, in order of preference; `dispatcher` is put in by the joining code. `repairs` is how many
    better pictures than the first may be paid for; `press_profile` is as `pod.printprep.press_profile` takes it."""

    store: Store
    files: Files
    catalogue: Catalogue
    offload: Offload
    clock: Clock
    providers: Mapping[str, Provider]
    partners: Mapping[str, Partner]
    budgets: Budgets
    approvals: str
    on_unknown: str
    on_wrong_size: str
    repairs: int
    route: str
    dispatcher: Dispatcher
    links: FileLinks
    routing: RoutingBook
    erasures: Memory
    press_profile: str = ""

    @contextmanager
    def fenced(self, job: Job) -> Iterator[Tx]:
        """A job's writing transaction: `LostLease`, and nothing is written, once a newer claim has the job.

        It also renews the lease, so that a call which the transaction announces has a whole one to happen in.
        """
        with self.store.writing() as tx:
            tx.jobs.renew(job, job.lease_s)
            yield tx


def must_look(caller: Caller) -> None:
    """Lists and histories are for the shop's people: a shopper sees what the link names."""
    if not caller.may_look():
        raise NotAllowed(
            "not_for_shoppers",
            "Only the shop's people may see this.",
            "Sign in to operations, or use an API key that may.",
        )


def must_operate(caller: Caller) -> None:
    """Shoppers hold a link, and a link is the right to see and approve one design: not to run the shop."""
    if not caller.may_operate():
        raise NotAllowed(
            "operators_only",
            "Only the shop's operators may do this.",
            "Sign in to operations, or use an API key that may.",
        )


def must_administer(caller: Caller) -> None:
    if not caller.may_administer():
        raise NotAllowed("admins_only", "Only administrators may do this.", "Ask an administrator.")


def must_be_seen(thing: str, revision: int, seen: int | None) -> None:
    """`seen` is the revision that a page showed: nobody says yes to what has changed behind the page."""
    if seen is not None and seen != revision:
        raise Conflict(
            "changed_meanwhile",
            f"This {thing} has changed since the page was loaded; nothing was done.",
            "Look at it again and repeat what still applies.",
        )


def design_as_seen(tx: Tx, caller: Caller, design_id: str, seen: int | None) -> Design:
    design = tx.designs.get(caller.tenant_id, design_id)
    must_be_seen("design", design.revision, seen)
    return design


_LONGEST_WAIT_S = 300.0
"""A picture that cannot be begun within this is not promised to a shopper."""


def must_not_wait_long(tx: Tx, caller: Caller) -> None:
    """The shop's own people may fill the night with four hundred jobs; a shopper is told to come back."""
    waited_s = tx.jobs.oldest_ready_s().get(Lane.MODEL, 0.0)
    if caller.role is Role.SHOPPER and waited_s > _LONGEST_WAIT_S:
        raise Unavailable(
            "queue_full",
            "So many pictures are waiting to be drawn that yours would take too long.",
            "Try again in a few minutes.",
            retry_after_s=120,
        )

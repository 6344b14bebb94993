"""Who is asking. Every verb takes a `Caller`; every row it writes carries its tenant and its actor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Role(StrEnum):
    """In rising order of what they may do. `METRICS` reads numbers and nobody's data; `SYSTEM` is Pod's own jobs."""

    SHOPPER = "shopper"
    METRICS = "metrics"
    VIEWER = "viewer"
    OPERATOR = "operator"
    ADMIN = "admin"
    SYSTEM = "system"


DEFAULT_TENANT = "main"
_CUSTOMER = "customer:"
_JOB, _SHOP = "job:", "shop:"


@dataclass(frozen=True, slots=True)
class Caller:
    """`actor` is stored on rows: ``shopper``, ``user:<name>``, ``key:<id>``, ``job:<kind>``, ``shop:<name>`` or ``cli``.

    `origin` is the door, and for the shop's own people and programs the address, for the history: ``page 192.0.2.7``.
    `visitor` tells apart whom pictures are drawn for on one day, and says nothing else about them: an address, or the
    customer that a shop's program named.
    """

    tenant_id: str
    actor: str
    role: Role
    origin: str = ""
    visitor: str = ""

    def on_behalf_of(self, fingerprint: str) -> Caller:
        """The same program, asking for one of its customers."""
        return replace(self, visitor=f"{_CUSTOMER}{fingerprint}")

    def may_look(self) -> bool:
        return self.role not in (Role.SHOPPER, Role.METRICS)

    def may_operate(self) -> bool:
        return self.role in (Role.OPERATOR, Role.ADMIN, Role.SYSTEM)

    def may_administer(self) -> bool:
        return self.role in (Role.ADMIN, Role.SYSTEM)


def is_customer(visitor: str) -> bool:
    return visitor.startswith(_CUSTOMER)


def system_caller(tenant_id: str, kind: str) -> Caller:
    return Caller(tenant_id, f"{_JOB}{kind}", Role.SYSTEM, "worker")


def shop_caller(name: str, tenant_id: str = DEFAULT_TENANT) -> Caller:
    """What a shop says. One that is set up is the default tenant's; a file may be anybody's."""
    return Caller(tenant_id, f"{_SHOP}{name}", Role.SYSTEM, "worker")


def is_nobody(actor: str) -> bool:
    """Whether it was Pod's own doing, or a shop's: nobody has read anything before it was done."""
    return actor.startswith((_JOB, _SHOP))

"""Who is asking. Every verb takes a `Caller`; every row it writes carries its tenant and its actor."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Caller:
    """`actor` is stored on rows: ``shopper``, ``user:<name>``, ``key:<id>``, ``job:<kind>`` or ``cli``.

    `origin` is the door, and for the shop's own people and programs the address, for the history: ``page 192.0.2.7``.
    `visitor` tells the visitors of one day apart and says nothing else about them.
    """

    tenant_id: str
    actor: str
    role: Role
    origin: str = ""
    visitor: str = ""

    def may_look(self) -> bool:
        return self.role not in (Role.SHOPPER, Role.METRICS)

    def may_operate(self) -> bool:
        return self.role in (Role.OPERATOR, Role.ADMIN, Role.SYSTEM)

    def may_administer(self) -> bool:
        return self.role in (Role.ADMIN, Role.SYSTEM)


def system_caller(tenant_id: str, kind: str) -> Caller:
    return Caller(tenant_id, f"job:{kind}", Role.SYSTEM, "worker")

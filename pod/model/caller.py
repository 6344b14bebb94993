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
    """`actor` is stored on rows: ``shopper``, ``user:<name>``, ``key:<id>``, ``job:<kind>`` or ``cli``."""

    tenant_id: str
    actor: str
    role: Role

    def may_look(self) -> bool:
        return self.role not in (Role.SHOPPER, Role.METRICS)

    def may_operate(self) -> bool:
        return self.role in (Role.OPERATOR, Role.ADMIN, Role.SYSTEM)


def system_caller(tenant_id: str, kind: str) -> Caller:
    return Caller(tenant_id, f"job:{kind}", Role.SYSTEM)

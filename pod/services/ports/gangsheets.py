"""The port of gang sheets in the store."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol

from pod.model.caller import Caller
from pod.model.gangsheet import GangSheets as Made
from pod.model.gangsheet import GangState
from pod.model.listing import Page


class GangSheets(Protocol):
    def add(self, made: Made) -> None: ...

    def get(self, tenant_id: str, sheets_id: str) -> Made: ...

    def move(self, made: Made, to: GangState, caller: Caller, **changes: Any) -> Made:
        """Compare-and-set, with a history row."""
        ...

    def page(self, tenant_id: str, *, cursor: str = "", limit: int = 50) -> Page[Made]:
        """Newest first."""
        ...

    def forget(self, before: datetime) -> int:
        """Of all tenants; how many. What is still to be made by then is forgotten with its job."""
        ...

    def files_in_use(self) -> set[str]:
        """Keys of every file of them, over all tenants."""
        ...

"""The port of publications in the store."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from pod.model.caller import Caller
from pod.model.listing import Page
from pod.model.publication import Publication, PublicationState


class Publications(Protocol):
    def add(self, publication: Publication, caller: Caller) -> None:
        """`Conflict` where this design has one in this shop already."""
        ...

    def get(self, tenant_id: str, publication_id: str) -> Publication: ...

    def of_design(self, tenant_id: str, design_id: str) -> Sequence[Publication]: ...

    def selling(self, tenant_id: str, design_id: str) -> Sequence[Publication]:
        """Those that have a sku of this design in their listing, of whichever design they are; oldest first."""
        ...

    def change(self, publication: Publication, **changes: Any) -> Publication:
        """Compare-and-set on `revision`; for everything but the state."""
        ...

    def move(
        self, publication: Publication, to: PublicationState, caller: Caller, note: str = "", **changes: Any
    ) -> Publication:
        """Compare-and-set, with a history row under the publication's id."""
        ...

    def page(self, tenant_id: str, *, state: str = "", cursor: str = "", limit: int = 50) -> Page[Publication]: ...

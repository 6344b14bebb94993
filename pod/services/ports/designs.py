"""Designs with their candidates, versions, print files and approvals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from pod.model.artwork import Artwork
from pod.model.caller import Caller
from pod.model.design import Candidate, CandidateState, Design, DesignState, Standing, Version
from pod.model.listing import History, Needs, Page
from pod.model.printfile import PrintFile
from pod.model.proof import Approval, Proof


class Designs(Protocol):
    """Every read is by tenant; another tenant's design is `NotFound`."""

    def add(self, design: Design) -> None: ...

    def get(self, tenant_id: str, design_id: str) -> Design: ...

    def lock(self, tenant_id: str, design_id: str) -> Design:
        """As `get`, its revision raised, and nobody else changes the design until this transaction ends."""
        ...

    def standing(self, tenant_id: str, design_id: str) -> Standing:
        """One short query."""
        ...

    def move(self, design: Design, to: DesignState, caller: Caller, reason: str = "") -> Design:
        """Compare-and-set from `design.state`; `Conflict` when someone else was first. Writes history."""
        ...

    def choose(self, design: Design, n: int, version_id: str) -> Design:
        """Records the chosen candidate and the current version."""
        ...

    def many(self, tenant_id: str, design_ids: Sequence[str]) -> Mapping[str, Design]:
        """By id; ids that are not there are left out. Like every read of many, a fixed number of queries."""
        ...

    def page(
        self,
        tenant_id: str,
        *,
        state: str = "",
        product: str = "",
        q: str = "",
        needs: Needs | None = None,
        cursor: str = "",
        limit: int = 50,
        oldest_first: bool = False,
    ) -> Page[Design]:
        """`q` looks in sentence, words and id, and in the number and the customer of the design's orders."""
        ...

    def add_candidate(self, tenant_id: str, candidate: Candidate) -> None: ...

    def move_candidate(self, tenant_id: str, candidate: Candidate, to: CandidateState, **changes: Any) -> Candidate:
        """Compare-and-set on the candidate's state; `changes` are other fields of `Candidate`. Raises the design's revision."""
        ...

    def add_artwork(self, tenant_id: str, artwork: Artwork) -> None: ...

    def artwork(self, tenant_id: str, artwork_id: str) -> Artwork: ...

    def artworks(self, tenant_id: str, artwork_ids: Sequence[str]) -> Mapping[str, Artwork]: ...

    def drawn_since(self, tenant_id: str, since: datetime) -> Sequence[Candidate]:
        """Those that are ready, of all designs, the oldest first."""
        ...

    def artworks_since(self, tenant_id: str, since: datetime) -> Mapping[str, Artwork]: ...

    def add_version(self, tenant_id: str, version: Version) -> None: ...

    def version(self, tenant_id: str, version_id: str) -> Version: ...

    def versions(self, tenant_id: str, design_id: str) -> Sequence[Version]: ...

    def versions_named(self, tenant_id: str, version_ids: Sequence[str]) -> Mapping[str, Version]: ...

    def add_print_set(
        self, tenant_id: str, version_id: str, files: Sequence[PrintFile], proofs: Sequence[Proof]
    ) -> None:
        """All of a version's files and proofs, or none: the set becomes visible in one commit. A second call for the same version replaces nothing and is ignored."""
        ...

    def drop_print_set(self, tenant_id: str, version_id: str) -> None:
        """With every yes to it, and what was drawn from it: nothing of a version's files is left but its history."""
        ...

    def print_files(self, tenant_id: str, version_id: str) -> Sequence[PrintFile]: ...

    def print_files_of(self, tenant_id: str, version_ids: Sequence[str]) -> Sequence[PrintFile]: ...

    def proofs(self, tenant_id: str, version_id: str) -> Sequence[Proof]: ...

    def proofs_of(self, tenant_id: str, version_ids: Sequence[str]) -> Sequence[Proof]: ...

    def note(self, design: Design, caller: Caller, text: str) -> None:
        """A history row of something that moved no state."""
        ...

    def add_approval(self, tenant_id: str, approval: Approval) -> None: ...

    def approvals(self, tenant_id: str, version_id: str) -> Sequence[Approval]: ...

    def approvals_of(self, tenant_id: str, version_ids: Sequence[str]) -> Sequence[Approval]: ...

    def history(self, tenant_id: str, *subjects: str) -> Sequence[History]: ...

    def files_in_use(self) -> set[str]:
        """Keys of every file that a design, an upload or an order may still need, over all tenants."""
        ...

"""One picture among many that are changed by the same sentence: from an upload to a design, a version and its edit.

`step` may be taken again after a crash: each has a key of its own, under which what was done before is found and not done
again. The command line goes through its files by it, a job through the pictures of a batch.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import asdict, fields, replace
from typing import Any

from pod.model.brief import DesignBrief
from pod.model.caller import Caller
from pod.model.design import Candidate, CandidateState, Design
from pod.model.editbatch import BatchItem, BatchRow, ItemState, Sweep
from pod.model.errors import PodError, Unavailable
from pod.model.ledger import LedgerRow, LedgerState
from pod.providers.base import OutcomeKind
from pod.services.asking import job_of
from pod.services.designs import Designs
from pod.services.editing.verbs import Edits, Wish
from pod.services.toolbox import Toolbox
from pod.services.versions import add_base

USUAL_PRODUCT = "tee"
_BOOKED = (LedgerState.SETTLED, LedgerState.UNKNOWN)
_IN_THE_WAY = ("edit_at_work", "changed_meanwhile", "in_progress")
"""What stands in the way of an edit for a moment only."""


class Sweeping:
    def __init__(self, tools: Toolbox, designs: Designs, edits: Edits) -> None:
        self._tools, self._designs, self._edits = tools, designs, edits

    def step(self, caller: Caller, item: BatchItem, sweep: Sweep, key: str) -> BatchItem:
        """As far as it goes without waiting for a picture. What refuses it is its `reason`; `Unavailable` refuses nothing."""
        if item.begun:
            return item
        try:
            return self._step(caller, item, sweep, key)
        except Unavailable:
            raise
        except PodError as e:
            return item if e.code in _IN_THE_WAY else replace(item, reason=str(e))

    def _step(self, caller: Caller, item: BatchItem, sweep: Sweep, key: str) -> BatchItem:
        if not item.design_id:
            item = replace(item, design_id=self._design_of(caller, item, sweep, key).id)
        design = self._designs.get(caller, item.design_id)
        if any(c.at_work for c in design.candidates):
            return item
        if not design.current_version_id:
            self._base(caller, design)
        wish = Wish(sweep.instruction)
        edited = self._edits.ask(caller, design.id, wish, idempotency_key=f"{key}-edit-{item.tries}")
        if edited.candidate:
            return replace(item, candidate=edited.candidate.n)
        return replace(item, version_id=edited.version.id if edited.version else "")

    def _design_of(self, caller: Caller, item: BatchItem, sweep: Sweep, key: str) -> Design:
        product = sweep.product or USUAL_PRODUCT
        brief = DesignBrief("", product, provider=sweep.provider, upload_id=item.upload_id)
        return self._designs.request_design(caller, brief, idempotency_key=f"{key}-design")

    def _base(self, caller: Caller, design: Design) -> None:
        """The picture as it came, as a version that is about to be changed: nothing is prepared of it."""
        recipe = self._designs.recipe_for(caller, design.id, 1)
        with self._tools.store.writing() as tx:
            there = tx.designs.lock(caller.tenant_id, design.id)
            if not there.current_version_id:
                add_base(tx, caller, there, recipe, 1, self._tools.clock.now())

    def again(self, caller: Caller, item: BatchItem) -> BatchItem:
        """As it is asked for once more: what has failed is, unless its answer was lost, and nothing that is done."""
        if not item.design_id:
            return replace(item, reason="", over=False)
        edits = [c for c in self._designs.get(caller, item.design_id).candidates if c.edit]
        mine = next((c for c in edits if c.n == item.candidate), None)
        if item.version_id or (mine and not _may_be_asked_again(mine)):
            return item
        return replace(item, reason="", candidate=0, tries=item.tries + (mine is not None), over=False)

    def found(self, caller: Caller, item: BatchItem, sweep: Sweep, key: str) -> BatchItem:
        """As an earlier run under the same key has left it; what failed there is asked for again."""
        design = self._design_of(caller, item, sweep, key)
        edits = [c for c in self._designs.get(caller, design.id).candidates if c.edit]
        item = replace(item, design_id=design.id)
        return self.again(caller, replace(item, candidate=edits[-1].n, tries=len(edits) - 1)) if edits else item

    def over(self, caller: Caller, item: BatchItem) -> bool:
        """Whether nothing more will become of it by itself."""
        if not item.candidate:
            return item.begun
        return not any(
            c.n == item.candidate and c.at_work for c in self._designs.get(caller, item.design_id).candidates
        )

    def row(self, caller: Caller, item: BatchItem) -> BatchRow:
        if not item.design_id:
            state = ItemState.FAILED if item.reason else ItemState.WAITING
            return BatchRow(item.upload_id, "", state, reason=item.reason)
        design = self._designs.get(caller, item.design_id)
        mine = next((c for c in design.candidates if c.n == item.candidate), None)
        own = next((c for c in design.drawings if c.state is CandidateState.FAILED), None) if item.upload_id else None
        state, reason = _standing(item, mine)
        row = BatchRow(item.upload_id, design.id, state, item.version_id, reason)
        if own and not mine:
            row = replace(row, reason=own.reason)
        return self._measured(caller, design, mine, row) if mine else row

    def _measured(self, caller: Caller, design: Design, mine: Candidate, row: BatchRow) -> BatchRow:
        cost = sum((r.actual or r.estimate).micros for r in self._booked(caller, mine)) / 1_000_000
        if mine.state is not CandidateState.READY:
            return replace(row, cost_usd=cost)
        artwork = self._designs.artwork(caller, mine.artwork_id)
        shown = (v for v in self._designs.versions(caller, design.id) if v.recipe.artwork.artwork_id == artwork.id)
        version, change = next(shown, None), artwork.change
        return replace(
            row,
            version=version.id if version else "",
            reason=" ".join(f.message for f in mine.findings.found if f.rule.startswith("edit_")),
            provider=artwork.provenance.provider,
            cost_usd=cost,
            changed=round(change.changed, 4) if change else None,
            elsewhere=round(change.elsewhere, 4) if change and change.registered else None,
        )

    def _booked(self, caller: Caller, mine: Candidate) -> list[LedgerRow]:
        """What was paid for it, or may have been, in all its rounds."""
        with self._tools.store.reading() as tx:
            rows = tx.ledger.page(caller.tenant_id, design_id=mine.design_id, limit=200).items
        return [row for row in rows if row.state in _BOOKED and job_of(row).payload["n"] == mine.n]


def _may_be_asked_again(mine: Candidate) -> bool:
    """What has failed may, unless its answer was lost: that may have been paid for."""
    return mine.state is CandidateState.FAILED and mine.outcome != OutcomeKind.UNKNOWN.value


def _standing(item: BatchItem, mine: Candidate | None) -> tuple[ItemState, str]:
    if item.reason or (mine and mine.state is CandidateState.FAILED):
        return ItemState.FAILED, item.reason or (mine.reason if mine else "")
    if item.version_id or (mine and mine.state is CandidateState.READY):
        return ItemState.DONE, ""
    return (ItemState.DRAWING if mine else ItemState.WAITING), ""


def as_csv(kind: type[Any], rows: Iterable[Any]) -> str:
    """Dataclass values as a table; a text that a spreadsheet would take for a formula is told not to be one."""
    table = io.StringIO()
    writer = csv.DictWriter(table, [f.name for f in fields(kind)])
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _plain(value) for name, value in asdict(row).items()})
    return table.getvalue()


def _plain(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value

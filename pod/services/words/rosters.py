"""Lists of names on a design: each row a design of its own, made by a job that begins again where it stopped."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from operator import itemgetter

from pod.model.artwork import FileRef
from pod.model.caller import Caller, system_caller
from pod.model.design import Design, DesignState, Version
from pod.model.job import Done, Job, JobOutcome, Lane, Later, NewJob
from pod.model.personal import PersonalDesign, Roster, RosterLine, RosterRow, RowState
from pod.model.printfile import PrintFile
from pod.model.proof import ApprovalRole
from pod.services import repeats
from pod.services.approving import Approvals
from pod.services.designs import Designs
from pod.services.ports import Tx
from pod.services.recipes import other_words
from pod.services.repeats import Request
from pod.services.toolbox import Toolbox, must_look, must_operate
from pod.services.words.changing import current_version, live_words
from pod.services.words.deriving import derive
from pod.services.words.measuring import tried
from pod.services.words.names import checked_names, read_names

_AT_A_TIME = 8
"""How many of a list are prepared at once: the others leave room for whoever waits for a single proof."""

_LOOK_AGAIN_S = 2.0
_D, _R = DesignState, RowState
_STATES: Mapping[DesignState, RowState] = {
    _D.ARTWORK_READY: _R.PREPARING,
    _D.PREPARING: _R.PREPARING,
    _D.PROOF_READY: _R.READY,
    _D.APPROVED: _R.APPROVED,
}


@dataclass(frozen=True, slots=True)
class RosterShown:
    roster: Roster
    rows: tuple[RosterRow, ...]

    @property
    def counts(self) -> dict[str, int]:
        return {state.value: sum(row.state is state for row in self.rows) for state in RowState}


class Rosters:
    def __init__(self, tools: Toolbox, designs: Designs) -> None:
        self._tools, self._designs, self._approvals = tools, designs, Approvals(tools)

    # --- asking and looking

    def begin_once(self, caller: Caller, design_id: str, table: bytes, idempotency_key: str) -> tuple[Roster, bool]:
        """The list, and whether it is new. `Problems` names everything that is wrong with any row, and nothing is made then."""
        must_operate(caller)
        lines = read_names(table)
        asked = Request(caller, idempotency_key, ["names", design_id, [asdict(line) for line in lines]])
        if earlier := repeats.made_before(self._tools.store, asked):
            return self.get(caller, earlier), False
        version = self._tried(caller, design_id, lines)
        now = self._tools.clock.now()
        roster = Roster(secrets.token_hex(16), caller.tenant_id, caller.actor, now, design_id, version.id, lines)
        begun, job_id = repeats.begun_once(self._tools.store, asked, now, roster.id, lambda tx: _added(tx, roster))
        if not job_id:
            return self.get(caller, begun), False
        self._tools.dispatcher.kick(job_id, Lane.UPKEEP)
        return roster, True

    def check(self, caller: Caller, design_id: str, table: bytes) -> tuple[RosterLine, ...]:
        """What `begin_once` would make; it refuses what that refuses, and nothing is made."""
        must_operate(caller)
        lines = read_names(table)
        self._tried(caller, design_id, lines)
        return lines

    def get(self, caller: Caller, roster_id: str) -> Roster:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.personal.roster(caller.tenant_id, roster_id)

    def of_design(self, caller: Caller, design_id: str) -> Sequence[Roster]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.personal.rosters_of(caller.tenant_id, design_id)

    def show(self, caller: Caller, roster_id: str) -> RosterShown:
        """With one row for each of its lines, in their order."""
        must_look(caller)
        with self._tools.store.reading() as tx:
            roster = tx.personal.roster(caller.tenant_id, roster_id)
            made = _made(tx, roster)
            rows = tuple(_row(tx, roster, line, made.get(str(line.row))) for line in roster.lines)
        return RosterShown(roster, rows)

    def approve(self, caller: Caller, roster_id: str, *, seen: Collection[str] | None = None) -> int:
        """The shop's yes to every row whose proof is there, as it stands now; how many that were. Rows whose proof comes later
        need another look: `seen` are the versions that were shown, None is all that there are."""
        must_operate(caller)
        rows = self.show(caller, roster_id).rows
        ready = [row for row in rows if row.state is RowState.READY and (seen is None or row.version in seen)]
        given = 0
        for row in ready:
            with self._tools.store.reading() as tx:
                before = tx.designs.approvals(caller.tenant_id, row.version)
            if all(yes.role is not ApprovalRole.SHOP for yes in before):
                self._approvals.approve(caller, row.design, ApprovalRole.SHOP, version_id=row.version)
                given += 1
        return given

    def files(self, caller: Caller, roster_id: str) -> list[tuple[str, FileRef]]:
        """The print files of every row that is approved, each by the name that its row has for it."""
        must_look(caller)
        rows = self.show(caller, roster_id).rows
        approved = {row.version: row.name for row in rows if row.state is RowState.APPROVED}
        with self._tools.store.reading() as tx:
            made = tx.designs.print_files_of(caller.tenant_id, list(approved))
        areas = {file.area for file in made}
        return sorted(
            ((_file_name(approved[f.version_id], f, several=len(areas) > 1), f.file) for f in made), key=itemgetter(0)
        )

    def _tried(self, caller: Caller, design_id: str, lines: Sequence[RosterLine]) -> Version:
        """The version that the words are set on: screened, set and measured, all of it, before anything is made."""
        version = current_version(self._designs, caller, self._designs.get(caller, design_id))
        product = self._tools.catalogue.product(version.recipe.product)
        with self._tools.store.reading() as tx:
            house = tx.screenings.house(caller.tenant_id)
        checked_names(lines, version.recipe, product, house, partial(tried, self._tools, version.recipe))
        return version

    # --- the job

    def go_on(self, job: Job) -> JobOutcome:
        """Job `roster`: begins the next rows, as many as may be prepared at once, and comes back until all are begun."""
        me = system_caller(job.tenant_id, "roster")
        with self._tools.store.reading() as tx:
            roster = tx.personal.roster(job.tenant_id, job.subject)
            version = tx.designs.version(job.tenant_id, roster.version_id)
            made = _made(tx, roster)
            under_way = sum(_at_work(tx.designs.get(job.tenant_id, each.design_id)) for each in made.values())
        waiting = [line for line in roster.lines if str(line.row) not in made] if not roster.stopped else []
        room = max(0, _AT_A_TIME - under_way)
        for line in waiting[:room]:
            self._begin(job, me, roster, version, line)
        left = len(waiting[room:])
        return Later(_LOOK_AGAIN_S, f"{left} names wait") if left else Done()

    def _begin(self, job: Job, me: Caller, roster: Roster, version: Version, line: RosterLine) -> None:
        """One row, in one commit: cut off anywhere, it is there as a whole or not at all."""
        product = self._tools.catalogue.product(version.recipe.product)
        layer = other_words(line.words, live_words(version.recipe), product, version.recipe.cloth)
        with self._tools.fenced(job) as tx:
            now = self._tools.clock.now()
            _, job_id = derive(tx, me, version, layer, _batch(roster), str(line.row), now)
        self._tools.dispatcher.kick(job_id, Lane.RENDER)

    def give_up(self, tx: Tx, job: Job, reason: str) -> None:
        """No further row is begun; those that were go on by themselves."""
        tx.personal.save_roster(replace(tx.personal.roster(job.tenant_id, job.subject), stopped=reason))

    def try_again(self, caller: Caller, roster_id: str) -> Roster:
        """Rows that were not begun, because the job had stopped, are begun after all."""
        must_operate(caller)
        with self._tools.store.writing() as tx:
            roster = replace(tx.personal.roster(caller.tenant_id, roster_id), stopped="")
            tx.personal.save_roster(roster)
            job_id = tx.jobs.wake(caller.tenant_id, _job(roster))
        self._tools.dispatcher.kick(job_id, Lane.UPKEEP)
        return roster


def _added(tx: Tx, roster: Roster) -> int:
    tx.personal.add_roster(roster)
    return tx.jobs.enqueue(roster.tenant_id, _job(roster))


def _job(roster: Roster) -> NewJob:
    return NewJob("roster", Lane.UPKEEP, f"roster:{roster.id}", roster.id)


def _batch(roster: Roster) -> str:
    return f"roster:{roster.id}"


def _file_name(name: str, file: PrintFile, *, several: bool) -> str:
    return f"{name}-{file.area}.{file.format}" if several else f"{name}.{file.format}"


def _made(tx: Tx, roster: Roster) -> dict[str, PersonalDesign]:
    return {made.place: made for made in tx.personal.of_batch(roster.tenant_id, _batch(roster))}


def _at_work(design: Design) -> bool:
    return design.state is DesignState.PREPARING


def _row(tx: Tx, roster: Roster, line: RosterLine, made: PersonalDesign | None) -> RosterRow:
    row = RosterRow(line.row, line.words, line.name, line.sku, line.quantity)
    if made is None:
        return replace(row, state=RowState.STOPPED, reason=roster.stopped) if roster.stopped else row
    design = tx.designs.get(roster.tenant_id, made.design_id)
    state = _STATES.get(design.state, RowState.STOPPED)
    return replace(row, state=state, design=design.id, version=design.current_version_id, reason=design.reason)

"""Gang sheets: approved print files of versions and orders on as few sheets as they need, made by a job and kept for a month.

The own press prints them. They move no order: what is to be handed off is handed off by itself.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from pod.model.caller import Caller, system_caller
from pod.model.errors import ChecksBlocked, InputRefused, NotFound, PodError, Problems, TooMuchWork
from pod.model.gangsheet import GangAsked, GangPiece, GangSheets, GangState, PieceLeft, SheetMade
from pod.model.job import Done, Job, JobOutcome, Lane, NewJob
from pod.model.listing import Page
from pod.model.order import Order, OrderState
from pod.model.printfile import PrintFile
from pod.model.states import in_words
from pod.printprep.gang import SHEETS, SheetSize, Wanted
from pod.printprep.gang.setup import refuse_wrong
from pod.services.approving import missing_approvals
from pod.services.gangwork import GangDone, GangTask, SheetDone, make_gang, setup_of
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox, must_look, must_operate

KEPT = timedelta(days=30)

_MAKE_S, _MAKE_MB = 900.0, 3072
_TRIES = 2
_PROCESS = "sticker"
"""Whose limits the command takes, too."""

_PRINTABLE = (OrderState.PAID, OrderState.IN_PROGRESS)


@dataclass(frozen=True, slots=True)
class PieceWanted:
    """A version's print file; `area` "" is every area that it has. `name` "" is made of the version's number."""

    version_id: str
    area: str = ""
    copies: int = 1
    name: str = ""


class Gangs:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def ask(
        self, caller: Caller, asked: GangAsked, pieces: Sequence[PieceWanted], order_ids: Sequence[str]
    ) -> GangSheets:
        """Queues it. Everything that is wrong with what is asked for is said at once, and nothing is made then.

        Of orders every line counts with its quantity; they have to be paid, and everything has to be approved.
        """
        must_operate(caller)
        with self._tools.store.writing() as tx:
            of_orders, wrong_orders = self._of_orders(tx, caller, order_ids)
            named, wrong_pieces = self._named(tx, caller, [*pieces, *of_orders])
            problems = [*wrong_orders, *wrong_pieces, *_wrong_sheet(replace(asked, pieces=named))]
            if problems:
                raise Problems("gang_sheets", "These gang sheets cannot be made as they were asked for.", problems)
            made = GangSheets(
                secrets.token_hex(16),
                caller.tenant_id,
                GangState.QUEUED,
                replace(asked, pieces=named),
                self._tools.clock.now(),
                caller.actor,
            )
            tx.gang_sheets.add(made)
            job = NewJob("gang_sheet", Lane.RENDER, f"gang_sheet:{made.id}", made.id)
            job_id = tx.jobs.enqueue(caller.tenant_id, job)
        self._tools.dispatcher.kick(job_id, Lane.RENDER)
        return made

    def get(self, caller: Caller, sheets_id: str) -> GangSheets:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.gang_sheets.get(caller.tenant_id, sheets_id)

    def page(self, caller: Caller, *, cursor: str = "", limit: int = 50) -> Page[GangSheets]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.gang_sheets.page(caller.tenant_id, cursor=cursor, limit=max(1, min(200, limit)))

    # --- what is put on them

    def _of_orders(
        self, tx: Tx, caller: Caller, order_ids: Sequence[str]
    ) -> tuple[list[PieceWanted], list[tuple[str, PodError]]]:
        """Every line, in its quantity; and what is wrong with the orders."""
        wanted, problems = list[PieceWanted](), list[tuple[str, PodError]]()
        for order_id in dict.fromkeys(order_ids):
            try:
                order = tx.orders.get(caller.tenant_id, order_id)
            except NotFound as e:
                problems.append((order_id, e))
                continue
            problems += [] if order.state in _PRINTABLE else [(order_id, _not_paid(order))]
            lines = enumerate(order.items, 1)
            wanted += [PieceWanted(i.version_id, "", i.quantity, f"{order.external_ref} {n}") for n, i in lines]
        return wanted, problems

    def _named(
        self, tx: Tx, caller: Caller, wanted: Sequence[PieceWanted]
    ) -> tuple[tuple[GangPiece, ...], list[tuple[str, PodError]]]:
        """A piece for each area, the same ones together; and what cannot be printed."""
        pieces, problems = list[GangPiece](), list[tuple[str, PodError]]()
        for want in wanted:
            try:
                version = tx.designs.version(caller.tenant_id, want.version_id)
            except NotFound as e:
                problems.append((want.version_id, e))
                continue
            made = {f.area for f in tx.designs.print_files(caller.tenant_id, version.id)}
            areas = [area for area in version.recipe.areas if area in made and want.area in ("", area)]
            missing = missing_approvals(self._tools.approvals, tx.designs.approvals(caller.tenant_id, version.id))
            problems += [(want.version_id, _not_approved(" and the ".join(missing)))] if missing else []
            problems += [] if areas else [(want.version_id, _no_file(want.area))]
            name = want.name or f"{version.design_id[:6]}-{version.n}"
            several = len(version.recipe.areas) > 1
            pieces += [GangPiece(f"{name} {a}" if several else name, version.id, a, want.copies) for a in areas]
        return _together(pieces), problems

    # --- the job

    def make(self, job: Job) -> JobOutcome:
        """Job `gang_sheet`: runs again after a crash make the same sheets."""
        me = system_caller(job.tenant_id, "gang_sheet")
        with self._tools.store.reading() as tx:
            try:
                queued = tx.gang_sheets.get(job.tenant_id, job.subject)
            except NotFound:
                return Done()
            files = {p: self._file(tx, job.tenant_id, p, queued.asked) for p in queued.asked.pieces}
        if queued.state is not GangState.QUEUED:
            return Done()
        try:
            sheets, left = self._made(queued, files)
        except (InputRefused, ChecksBlocked, NotFound) as e:
            if isinstance(e, TooMuchWork) and job.attempts < _TRIES:
                raise
            with self._tools.fenced(job) as tx:
                tx.gang_sheets.move(queued, GangState.FAILED, me, reason=str(e)[:1000])
            return Done()
        with self._tools.fenced(job) as tx:
            tx.gang_sheets.move(queued, GangState.MADE, me, sheets=sheets, left=left)
        return Done()

    def give_up(self, tx: Tx, job: Job, reason: str) -> None:
        queued = tx.gang_sheets.get(job.tenant_id, job.subject)
        if queued.state is GangState.QUEUED:
            tx.gang_sheets.move(queued, GangState.FAILED, system_caller(job.tenant_id, "gang_sheet"), reason=reason)

    def _file(self, tx: Tx, tenant_id: str, piece: GangPiece, asked: GangAsked) -> PrintFile | None:
        """The page where only pages are asked for, which keeps paths as paths; else the picture, which both can hold."""
        wanted = "pdf" if asked.formats == ("pdf",) else "png"
        files = tx.designs.print_files(tenant_id, piece.version_id)
        return next((f for f in files if (f.area, f.format) == (piece.area, wanted)), None)

    def _made(
        self, queued: GangSheets, files: dict[GangPiece, PrintFile | None]
    ) -> tuple[tuple[SheetMade, ...], tuple[PieceLeft, ...]]:
        if damaged := [p.name for p, f in files.items() if f is None or not self._tools.files.verify(f.file)]:
            raise _damaged(damaged)
        with self._tools.files.workspace() as folder:
            pieces = tuple((p.name, self._tools.files.path(f.file), p.copies) for p, f in files.items() if f)
            task = GangTask(
                queued.asked,
                pieces,
                self._tools.catalogue.process(_PROCESS),
                folder,
                queued.created_at,
                self._tools.press_profile,
            )
            done: GangDone = self._tools.offload.call(make_gang, task, timeout_s=_MAKE_S, memory_mb=_MAKE_MB)
            return tuple(self._kept(sheet) for sheet in done.sheets), tuple(PieceLeft(*left) for left in done.left)

    def _kept(self, sheet: SheetDone) -> SheetMade:
        files = tuple((f, self._tools.files.put_file(path, _MEDIA_TYPES[f])) for f, path in sheet.files)
        return SheetMade(sheet.number, sheet.width_mm, sheet.height_mm, sheet.pieces, sheet.fill, files)


_MEDIA_TYPES = {"png": "image/png", "pdf": "application/pdf"}


def sheet_size(name: str) -> SheetSize:
    if name.lower() not in SHEETS:
        raise InputRefused(
            "unknown_sheet", f"There is no sheet called “{name}”.", f"Use one of {', '.join(SHEETS)}, or its size."
        )
    return SHEETS[name.lower()]


def _wrong_sheet(asked: GangAsked) -> Sequence[tuple[str, PodError]]:
    """The same that the command refuses, before a file is opened."""
    wanted = [Wanted(p.name, bytes, p.copies) for p in asked.pieces]
    try:
        refuse_wrong(wanted, setup_of(asked))
    except Problems as e:
        return e.problems
    except InputRefused as e:
        return [("sheet", e)]
    return []


def _together(pieces: Sequence[GangPiece]) -> tuple[GangPiece, ...]:
    """The same piece of the same name once, with all of its copies."""
    copies = Counter[GangPiece]()
    for piece in pieces:
        copies[replace(piece, copies=1)] += piece.copies
    return tuple(replace(piece, copies=n) for piece, n in copies.items())


def _not_paid(order: Order) -> InputRefused:
    return InputRefused(
        "not_paid",
        f"The order {order.external_ref} is {in_words(order.state)}: nothing of it is printed now.",
        "Mark it paid, or release it, first.",
    )


def _not_approved(roles: str) -> InputRefused:
    return InputRefused(
        "not_approved", f"This version has not been approved by the {roles}.", "Approve its proof, then ask again."
    )


def _damaged(names: Sequence[str]) -> NotFound:
    return NotFound(
        "file_damaged",
        f"The stored print file of {', '.join(names)} is missing or damaged.",
        "Make its design again from its recipe, then ask for the sheets again.",
    )


def _no_file(area: str) -> InputRefused:
    return InputRefused(
        "no_print_file",
        f"This version has no print file{f' for “{area}”' if area else ''}.",
        "Look at its list of files, and name one of its areas.",
    )

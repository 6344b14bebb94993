"""Lists of names on a design: looked at before anything is made, then a design for each row, its yes, and its files."""

from __future__ import annotations

import csv
import io
import secrets
from collections.abc import Iterable

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pod.model.errors import InputRefused, PodError
from pod.model.gangsheet import GangAsked
from pod.model.personal import RosterLine, RosterRow, RowState
from pod.printprep.gang import SHEETS
from pod.services.editing import as_csv
from pod.services.gangsheets import PieceWanted, sheet_size
from pod.services.words import MAX_NAMES, RosterShown
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.limits import UPLOADS, WORK, limited
from pod.web.pages.ops.frame import ops, tell, watched
from pod.web.problems import STATUS
from pod.web.zipped import zipped

MOST_BYTES = 400_000
"""A list that is looked at first comes back with the page; longer ones go to the API, or to `pod reletter --names`."""

SHOWN_ROWS = 200
_STOPPED_FIRST = (RowState.STOPPED, RowState.READY, RowState.PREPARING, RowState.WAITING, RowState.APPROVED)
_COLUMNS = ("words", "name", "sku", "quantity")


@ops.get("/designs/<design_id>/names")
@allow("viewer")
def names_of_design(design_id: str) -> ResponseReturnValue:
    return _page(design_id)


@ops.post("/designs/<design_id>/names")
@allow("operator")
@limited(UPLOADS)
def take_names(design_id: str) -> ResponseReturnValue:
    """A look first, at all rows; it comes back with what is begun by the second step."""
    try:
        table = _table()
        if request.form.get("step") != "begin":
            return _page(design_id, lines=services().rosters.check(caller(), design_id, table))
        roster, _ = services().rosters.begin_once(caller(), design_id, table, request.form.get("key", ""))
    except PodError as e:
        return _page(design_id, error=e)
    tell("ops_names.begun", n=len(roster.lines))
    return redirect(url_for("ops.names", names_id=roster.id), 303)


@ops.get("/names/<names_id>")
@allow("viewer")
def names(names_id: str) -> ResponseReturnValue:
    return _progress(names_id)


@ops.post("/names/<names_id>/<any(approve, retry, sheets):act>")
@allow("operator")
@limited(WORK)
def act_on_names(names_id: str, act: str) -> ResponseReturnValue:
    rosters, me = services().rosters, caller()
    try:
        if act == "approve":
            tell("ops_names.approved", n=rosters.approve(me, names_id, seen=request.form.get("seen", "").split()))
        elif act == "retry":
            rosters.try_again(me, names_id)
            tell("ops_names.going_on")
        else:
            made = services().gangs.ask(me, _sheet(), _pieces(rosters.show(me, names_id)), ())
            tell("ops_gangs.asked", n=sum(piece.copies for piece in made.asked.pieces))
            return redirect(url_for("ops.gang_sheets"), 303)
    except PodError as e:
        return _progress(names_id, e)
    return redirect(url_for("ops.names", names_id=names_id), 303)


@ops.get("/names/<names_id>/report.csv")
@allow("viewer")
def names_report(names_id: str) -> Response:
    table = as_csv(RosterRow, services().rosters.show(caller(), names_id).rows)
    return _download(Response(table, mimetype="text/csv"), f"names-{names_id[:8]}.csv")


@ops.get("/names/<names_id>/files.zip")
@allow("viewer")
def names_files(names_id: str) -> Response:
    """The print files of all rows that are approved, under the names of their rows."""
    found, files = services().rosters.files(caller(), names_id), services().files
    packed = zipped((name, files.path(ref.key).open("rb")) for name, ref in found)
    return _download(Response(packed, mimetype="application/zip"), f"names-{names_id[:8]}.zip")


def _download(response: Response, name: str) -> Response:
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _table() -> bytes:
    """The file that was chosen, or what the page before has kept of it."""
    sent = request.files.get("file")
    # a form sends the ends of lines as it likes
    table = sent.read(MOST_BYTES + 1) if sent else request.form.get("table", "").replace("\r\n", "\n").encode()
    if not table.strip():
        raise InputRefused("no_names", "No list was chosen.", "Choose a CSV file; its first row names the columns.")
    if len(table) > MOST_BYTES:
        raise InputRefused(
            "names_too_large",
            "The list is too large for this page.",
            f"Here it may have {MOST_BYTES // 1000} kB; send it in parts, by the API, or use `pod reletter --names`.",
        )
    return table


def _kept(lines: Iterable[RosterLine]) -> str:
    """The list as it was read, to be sent once more."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows([getattr(line, column) for column in _COLUMNS] for line in lines)
    return table.getvalue()


def _pieces(shown: RosterShown) -> list[PieceWanted]:
    found = [PieceWanted(r.version, "", r.quantity, r.name) for r in shown.rows if r.state is RowState.APPROVED]
    if not found:
        raise InputRefused("nothing_approved", "No row is approved yet.", "Approve those whose proof is there first.")
    return found


def _sheet() -> GangAsked:
    size = sheet_size(request.form.get("sheet", ""))
    return GangAsked(pieces=(), width_mm=size.width_mm, height_mm=size.height_mm, roll=size.roll, labels=True)


def _page(design_id: str, *, lines: tuple[RosterLine, ...] = (), error: PodError | None = None) -> ResponseReturnValue:
    page = render_template(
        "ops/names.html",
        design=services().designs.get(caller(), design_id),
        rosters=services().rosters.of_design(caller(), design_id),
        lines=lines,
        table=_kept(lines),
        key=secrets.token_hex(16),
        most=MAX_NAMES,
        shown_rows=SHOWN_ROWS,
        error=error,
    )
    return page, STATUS[error.kind] if error else 200


def _progress(names_id: str, error: PodError | None = None) -> ResponseReturnValue:
    shown = services().rosters.show(caller(), names_id)
    rows = sorted(shown.rows, key=lambda row: (_STOPPED_FIRST.index(row.state), row.row))
    at_work = shown.counts[RowState.WAITING] + shown.counts[RowState.PREPARING] > 0
    page = watched(
        "ops/roster.html",
        shown,
        rows=rows[:SHOWN_ROWS],
        design=services().designs.get(caller(), shown.roster.design_id),
        at_work=at_work,
        sheets=SHEETS,
        ready=" ".join(row.version for row in shown.rows if row.state is RowState.READY),
        error=error,
    )
    if error:
        page.status_code = STATUS[error.kind]
    return page

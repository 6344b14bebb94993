"""A picture that came smaller than asked for is made larger by another service: a second call, with a ledger row of its own.

Whatever becomes of that call, the picture is there and is kept, also where what came of it shows another; the call is never
made twice. Only what answers at once is
asked, cheapest first: nothing waits for a picture that could be kept as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pod.imaging.header import read_header
from pod.model.caller import Caller, system_caller
from pod.model.errors import InputRefused, TooManyRequests
from pod.model.job import Job
from pod.model.ledger import LedgerRow, LedgerState
from pod.providers.base import Enlarger, Flow, Model, Outcome, OutcomeKind, Pending, Picture, ProviderRequest
from pod.providers.models import enlarged_px
from pod.services import ledger
from pod.services.picturework import PairTask, show_one_picture
from pod.services.ports import Tx
from pod.services.provider_call import Call
from pod.services.toolbox import Toolbox

_LOOK_S, _LOOK_MB = 60.0, 3072


@dataclass(frozen=True, slots=True)
class _Way:
    """Who makes it larger, by which of its models, and the sides that come of it."""

    provider: Enlarger
    model: Model
    sides: tuple[int, int]


class _AsItCame(Exception):
    """It is not made larger, for this reason."""


class Enlarging:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def enlarged(self, job: Job, call: Call, answer: Outcome, picture: Picture) -> Outcome:
        """The answer with a larger picture, or with the one that came; its notes say which, and why."""
        try:
            way = self._way(call, picture)
            data = self._made_larger(job, call, way, picture)
        except _AsItCame as e:
            return _with(answer, picture, f"It is kept as it came: {e}")
        note = f"It was made larger by {way.model.id} of {way.provider.name}: {way.sides[0]} × {way.sides[1]} px."
        return _with(answer, replace(picture, data=data), note)

    def _way(self, call: Call, picture: Picture) -> _Way:
        """The cheapest that reaches what was asked for; else the one that comes nearest to it."""
        header = read_header(picture.data)
        ways = [
            _Way(provider, model, sides)
            for provider in self._tools.providers.values()
            if isinstance(provider, Enlarger)
            for model in provider.enlargers
            if model.flow is Flow.SYNC and (sides := enlarged_px(model, header.width_px, header.height_px))
        ]
        if not ways:
            raise _AsItCame("no service that is set up makes it larger.")
        wanted_px = call.request.width_px
        return min(ways, key=lambda way: (max(0, wanted_px - way.sides[0]), way.model.price.micros))

    def _made_larger(self, job: Job, call: Call, way: _Way, picture: Picture) -> bytes:
        me = system_caller(job.tenant_id, "generate")
        request = replace(call.request, model=way.model.id, references=(picture.data,), mask=b"")
        row = self._announced(job, me, call, way, request)
        answer = way.provider.enlarge(request, row.id)
        if isinstance(answer, Pending):
            answer = Outcome(OutcomeKind.UNKNOWN, reason="It was taken on as a task, and is not waited for.")
        with self._tools.fenced(job) as tx:
            _close(tx, me, row, answer)
        if answer.kind is not OutcomeKind.OK or answer.picture is None:
            raise _AsItCame(f"making it larger has failed. {answer.reason}")
        self._refuse_another(picture.data, answer.picture.data, way)
        return answer.picture.data

    def _refuse_another(self, came: bytes, larger: bytes, way: _Way) -> None:
        """It was asked to enlarge what there is; some redraw it."""
        both = PairTask(came, larger)
        try:
            same = self._tools.offload.call(show_one_picture, both, timeout_s=_LOOK_S, memory_mb=_LOOK_MB)
        except InputRefused as e:
            raise _AsItCame(f"what {way.provider.name} made of it could not be looked at. {e.message}") from e
        if not same:
            raise _AsItCame(f"what {way.provider.name} made of it is another picture.")

    def _announced(self, job: Job, me: Caller, call: Call, way: _Way, request: ProviderRequest) -> LedgerRow:
        """Its row, committed before the call is made."""
        key, now = enlarging_key(call.row.job_key), self._tools.clock.now()
        with self._tools.fenced(job) as tx:
            if not tx.ledger.for_job(job.tenant_id, key):
                try:
                    row = ledger.reserve(tx, me, self._tools.budgets, now, call.design.id, key, way.provider, request)
                except TooManyRequests as e:
                    raise _AsItCame(e.message) from e
                return tx.ledger.move(row, LedgerState.SUBMITTING, me, note="it came smaller than asked for")
            close_enlarging(tx, me, call.row.job_key)
        raise _AsItCame("making it larger broke off, and is not paid for twice.")


def enlarging_key(job_key: str) -> str:
    """What the row of the call is found by that enlarges the picture of another row."""
    return f"{job_key}:enlarge"


def close_enlarging(tx: Tx, me: Caller, job_key: str) -> None:
    """A call whose answer nobody will hear any more counts as paid."""
    for row in tx.ledger.for_job(me.tenant_id, enlarging_key(job_key)):
        if row.state is LedgerState.SUBMITTING:
            tx.ledger.move(row, LedgerState.UNKNOWN, me, reason="Making the picture larger broke off.")


def _close(tx: Tx, me: Caller, row: LedgerRow, answer: Outcome) -> None:
    if answer.kind is OutcomeKind.UNKNOWN:
        tx.ledger.move(row, LedgerState.UNKNOWN, me, reason=answer.reason)
    elif answer.cost and answer.cost.micros:
        reason = "" if answer.kind is OutcomeKind.OK else answer.reason
        tx.ledger.move(row, LedgerState.SETTLED, me, actual=answer.cost, request_id=answer.request_id, reason=reason)
    else:
        tx.ledger.move(row, LedgerState.RELEASED, me, reason=answer.reason)


def _with(answer: Outcome, picture: Picture, note: str) -> Outcome:
    return replace(answer, kind=OutcomeKind.OK, picture=replace(picture, notes=(*picture.notes, note)))

"""Generation: a candidate from its prompt to checked artwork, paid for at most once.

The ledger row is committed as `submitting` before the provider is called. Whoever finds it there after a crash does not
simply call again: a provider that draws with this machine's own processor is free and deterministic and may; a paid one
is asked for the earlier result, and where it cannot say, the row becomes `unknown` and a person decides.
"""

from __future__ import annotations

import secrets

import prompts
from pod.failpoints import fail_at
from pod.model.artwork import Artwork, Provenance
from pod.model.brief import DesignBrief, Prompt
from pod.model.caller import Caller, system_caller
from pod.model.design import Candidate, CandidateState, Design, DesignState
from pod.model.errors import InputRefused, PodError, ProviderFailed
from pod.model.findings import Findings
from pod.model.job import Done, Job, JobOutcome, Later, Retry
from pod.model.ledger import LedgerRow, LedgerState
from pod.providers.base import SAFE_TO_REPEAT, Outcome, OutcomeKind, Pending, Provider, ProviderRequest
from pod.services import ledger
from pod.services.picturework import CheckedPicture, DrawTask, check_artwork, draw_and_check
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox

_DRAW_S, _DRAW_MB = 90.0, 2048

_NEXT_PROVIDER = frozenset({OutcomeKind.UNAVAILABLE, OutcomeKind.QUOTA, OutcomeKind.AUTH, OutcomeKind.MODEL_GONE})
"""Outcomes after which another provider may be asked. A block is final and is not among them."""

_SENTENCES = {
    OutcomeKind.BLOCKED: "The image service refused to draw this.",
    OutcomeKind.NO_IMAGE: "The image service answered without a picture.",
    OutcomeKind.WRONG_SIZE: "The picture came back smaller than asked for.",
    OutcomeKind.INVALID_REQUEST: "The image service could not use this request.",
    OutcomeKind.AUTH: "The image service did not accept our key.",
    OutcomeKind.QUOTA: "The image service's quota is used up.",
    OutcomeKind.RATE_LIMITED: "The image service asks us to wait.",
    OutcomeKind.UNAVAILABLE: "The image service does not answer.",
    OutcomeKind.MODEL_GONE: "The image model has been switched off.",
    OutcomeKind.UNKNOWN: "The answer was lost: the picture may have been paid for.",
}


def job_key(design_id: str, n: int) -> str:
    return f"generate:{design_id}:{n}"


def provider_for(tools: Toolbox, brief: DesignBrief, besides: frozenset[str] = frozenset()) -> Provider:
    """The brief's own provider, else the first that is set up and not in `besides`."""
    if brief.provider and brief.provider not in besides:
        return tools.providers[brief.provider]
    found = next((p for name, p in tools.providers.items() if name not in besides), None)
    if found is None:
        raise ProviderFailed(
            "no_provider", "No image provider is left to ask.", "Set one up (see `pod providers`), or try again later."
        )
    return found


def request_for(tools: Toolbox, design: Design, candidate: Candidate, provider: Provider) -> ProviderRequest:
    """The candidate's prompt in the provider's own manner, at the nearest size that it delivers."""
    prompt = prompt_for(tools, design, candidate, provider.capabilities.prompt_family)
    width_px, height_px = min(
        provider.capabilities.sizes_px or ((prompt.width_px, prompt.height_px),),
        key=lambda size: abs(size[0] / size[1] - prompt.width_px / prompt.height_px),
    )
    return ProviderRequest(prompt, candidate.seed, width_px, height_px)


def prompt_for(tools: Toolbox, design: Design, candidate: Candidate, family: str) -> Prompt:
    brief = design.brief
    product = tools.catalogue.product(brief.product)
    area = product.area(brief.placements[0].area) or product.areas[0]
    cloth = product.cloth(brief.cloth)
    style = prompts.style(brief.style) if brief.style else _any_style(brief, candidate)
    return prompts.compose(brief, style, area, cloth_rgb=cloth.rgb if cloth else "", family=family)


def _any_style(brief: DesignBrief, candidate: Candidate) -> prompts.Style:
    """Without a wish each candidate tries another style, in an order that the design's seed decides."""
    suited = [s for s in prompts.styles() if not s.unsuited(brief.product) and s.name not in _ONLY_WHEN_ASKED]
    first = (brief.seed or 0) % len(suited)
    return suited[(first + candidate.n - 1) % len(suited)]


_ONLY_WHEN_ASKED = frozenset({"typographic"})
"""Its field is for words: without lettering it shows only ornament."""


class Generation:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def generate(self, job: Job) -> JobOutcome:
        """Job `generate`: carries design and candidate number, looks at the state first, may run twice."""
        me = system_caller(job.tenant_id, "generate")
        with self._tools.store.reading() as tx:
            design = tx.designs.get(job.tenant_id, job.subject)
        candidate = next(c for c in design.candidates if c.n == job.payload["n"])
        if candidate.state in (CandidateState.READY, CandidateState.FAILED) or design.state is DesignState.ARCHIVED:
            return Done()
        if design.brief.upload_id:
            return self._take_upload(me, design, candidate)
        return self._draw(job, me, design, candidate)

    # --- an own picture

    def _take_upload(self, me: Caller, design: Design, candidate: Candidate) -> JobOutcome:
        with self._tools.store.writing() as tx:
            design, candidate = self._begun(tx, me, design, candidate)
            upload = tx.uploads.get(design.tenant_id, design.brief.upload_id)
        checked = self._check(self._tools.files.open(upload.file))
        provenance = Provenance("upload", "", "", self._tools.clock.now(), notes=("an own picture",))
        self._keep(me, design, candidate, checked, Outcome(OutcomeKind.OK), provenance, None)
        return Done()

    # --- a drawn one

    def _draw(self, job: Job, me: Caller, design: Design, candidate: Candidate) -> JobOutcome:
        try:
            provider = self._provider(job, design, candidate)
            request = request_for(self._tools, design, candidate, provider)
        except PodError as e:
            self._fail(me, design, candidate, None, Outcome(OutcomeKind.INVALID_REQUEST, reason=str(e)))
            return Done()
        key = job_key(design.id, candidate.n)
        with self._tools.store.writing() as tx:
            design, candidate = self._begun(tx, me, design, candidate, prompt=request.prompt)
            row, found_submitting = self._row(tx, me, design, key, provider, request)
        fail_at("ledger_after_intent")
        outcome, checked = self._ask(provider, request, row, found_submitting)
        fail_at("model_after_answer")
        return self._conclude(job, me, design, candidate, provider, row, request, outcome, checked)

    def _provider(self, job: Job, design: Design, candidate: Candidate) -> Provider:
        with self._tools.store.reading() as tx:
            rows = tx.ledger.for_job(design.tenant_id, job_key(design.id, candidate.n))
        # whoever was given up before a person said "try again" is asked again
        this_round = rows[int(job.payload.get("rows_before", 0)) :]
        given_up = frozenset(r.provider for r in this_round if r.state is LedgerState.RELEASED and r.reason)
        open_row = next((r for r in rows if r.state not in (LedgerState.RELEASED, LedgerState.SETTLED)), None)
        if open_row and open_row.provider in self._tools.providers:
            return self._tools.providers[open_row.provider]
        return provider_for(self._tools, design.brief, given_up)

    def _begun(
        self, tx: Tx, me: Caller, design: Design, candidate: Candidate, prompt: Prompt | None = None
    ) -> tuple[Design, Candidate]:
        """Design and candidate moved to being drawn, by this prompt, unless an earlier run has done so."""
        design = tx.designs.get(design.tenant_id, design.id)
        if design.state is DesignState.BRIEFED:
            design = tx.designs.move(design, DesignState.GENERATING, me)
        if candidate.state is CandidateState.QUEUED:
            candidate = tx.designs.move_candidate(design.tenant_id, candidate, CandidateState.DRAWING, prompt=prompt)
        return design, candidate

    def _row(
        self, tx: Tx, me: Caller, design: Design, key: str, provider: Provider, request: ProviderRequest
    ) -> tuple[LedgerRow, bool]:
        """The ledger row of this call, in `submitting` or further; True when an earlier run had left it there."""
        rows = [
            r
            for r in tx.ledger.for_job(design.tenant_id, key)
            if r.state not in (LedgerState.RELEASED, LedgerState.SETTLED)
        ]
        row = (
            rows[-1]
            if rows
            else ledger.reserve(
                tx, me, self._tools.daily_budget, self._tools.clock.now(), design.id, key, provider, request
            )
        )
        if row.state is not LedgerState.RESERVED:
            return row, True
        return tx.ledger.move(row, LedgerState.SUBMITTING, me), False

    def _ask(
        self, provider: Provider, request: ProviderRequest, row: LedgerRow, found_submitting: bool
    ) -> tuple[Outcome | Pending, CheckedPicture | None]:
        if provider.capabilities.local_cpu:
            try:
                return self._tools.offload.call(
                    draw_and_check, DrawTask(provider, request, row.id), timeout_s=_DRAW_S, memory_mb=_DRAW_MB
                )
            except InputRefused as e:
                return Outcome(OutcomeKind.INVALID_REQUEST, reason=str(e)), None
        if row.state is LedgerState.SUBMITTED:
            answer = provider.poll(row.task_id)
        elif found_submitting:
            answer = provider.find(row.id) or Outcome(OutcomeKind.UNAVAILABLE, reason="It surely never arrived.")
        else:
            answer = provider.submit(request, row.id)
        if isinstance(answer, Outcome) and answer.kind is OutcomeKind.OK and answer.picture:
            return answer, self._check(answer.picture.data)
        return answer, None

    def _conclude(
        self,
        job: Job,
        me: Caller,
        design: Design,
        candidate: Candidate,
        provider: Provider,
        row: LedgerRow,
        request: ProviderRequest,
        outcome: Outcome | Pending,
        checked: CheckedPicture | None,
    ) -> JobOutcome:
        if isinstance(outcome, Pending):
            if row.state is LedgerState.SUBMITTING:
                with self._tools.store.writing() as tx:
                    tx.ledger.move(row, LedgerState.SUBMITTED, me, task_id=outcome.task_id)
            return Later(outcome.poll_after_s, "the provider is at work")
        if outcome.kind is OutcomeKind.OK and checked:
            self._keep(
                me,
                design,
                candidate,
                checked,
                outcome,
                _provenance(provider, request, outcome, self._tools, checked),
                row,
            )
            return Done()
        if outcome.kind in SAFE_TO_REPEAT and job.attempts < job.max_attempts:
            self._release(me, row, "")
            return Retry(outcome.reason or _SENTENCES[outcome.kind])
        if outcome.kind in _NEXT_PROVIDER and self._another(design, provider, row, me, outcome):
            return Later(0.0, f"{provider.name}: {_SENTENCES[outcome.kind]}")
        self._fail(me, design, candidate, row, outcome)
        return Done()

    def _another(self, design: Design, provider: Provider, row: LedgerRow, me: Caller, outcome: Outcome) -> bool:
        """Releases the row so that the next run asks another provider; False when there is none."""
        if all(name == provider.name for name in self._tools.providers) or design.brief.provider:
            return False
        self._release(me, row, outcome.reason or _SENTENCES[outcome.kind])
        return True

    def _release(self, me: Caller, row: LedgerRow, reason: str) -> None:
        with self._tools.store.writing() as tx:
            tx.ledger.move(row, LedgerState.RELEASED, me, reason=reason)

    def _check(self, data: bytes) -> CheckedPicture:
        return self._tools.offload.call(check_artwork, data, timeout_s=60.0, memory_mb=2048)

    def _keep(
        self,
        me: Caller,
        design: Design,
        candidate: Candidate,
        checked: CheckedPicture,
        outcome: Outcome,
        provenance: Provenance,
        row: LedgerRow | None,
    ) -> None:
        """Files first, then one commit: artwork, candidate, ledger, and the design when this was the last one."""
        picture = outcome.picture
        artwork = Artwork(
            id=secrets.token_hex(16),
            design_id=design.id,
            file=self._tools.files.put(checked.master, "image/png"),
            width_px=checked.width_px,
            height_px=checked.height_px,
            mode=checked.source_mode,
            has_alpha=checked.has_alpha,
            provenance=provenance,
            vector=self._tools.files.put(picture.vector, "image/svg+xml") if picture and picture.vector else None,
            ground=checked.ground,
            slots=picture.slots if picture else (),
            palette=picture.palette if picture else (),
            mending=checked.steps,
            preview=self._tools.files.put(checked.preview, "image/png"),
            thumb=self._tools.files.put(checked.thumb, "image/png"),
            facts=picture.facts if picture else {},
        )
        with self._tools.store.writing() as tx:
            tx.designs.add_artwork(design.tenant_id, artwork)
            tx.designs.move_candidate(
                design.tenant_id,
                candidate,
                CandidateState.READY,
                artwork_id=artwork.id,
                outcome=OutcomeKind.OK.value,
                findings=checked.findings,
            )
            if row:
                tx.ledger.move(
                    row, LedgerState.SETTLED, me, actual=outcome.cost or row.estimate, request_id=outcome.request_id
                )
            self._completed(tx, me, design)
        fail_at("candidate_after_commit")

    def _fail(self, me: Caller, design: Design, candidate: Candidate, row: LedgerRow | None, outcome: Outcome) -> None:
        sentence = f"{_SENTENCES[outcome.kind]} {outcome.reason}".strip()
        with self._tools.store.writing() as tx:
            design, candidate = self._begun(tx, me, design, candidate)
            tx.designs.move_candidate(
                design.tenant_id,
                candidate,
                CandidateState.FAILED,
                outcome=outcome.kind.value,
                reason=sentence,
                findings=Findings(),
            )
            if row:
                lost = outcome.kind is OutcomeKind.UNKNOWN
                tx.ledger.move(row, LedgerState.UNKNOWN if lost else LedgerState.RELEASED, me, reason=sentence)
            self._completed(tx, me, design)

    def _completed(self, tx: Tx, me: Caller, design: Design) -> None:
        """When no candidate is at work any more, the design moves on."""
        now = tx.designs.get(design.tenant_id, design.id)
        if now.state is not DesignState.GENERATING or any(
            c.state in (CandidateState.QUEUED, CandidateState.DRAWING) for c in now.candidates
        ):
            return
        failed = [c for c in now.candidates if c.state is CandidateState.FAILED]
        if len(failed) < len(now.candidates):
            tx.designs.move(now, DesignState.ARTWORK_READY, me)
        elif all(c.outcome == OutcomeKind.BLOCKED.value for c in failed):
            tx.designs.move(now, DesignState.REFUSED, me, failed[0].reason)
        else:
            tx.designs.move(now, DesignState.FAILED, me, failed[0].reason)


def _provenance(
    provider: Provider, request: ProviderRequest, outcome: Outcome, tools: Toolbox, checked: CheckedPicture
) -> Provenance:
    picture = outcome.picture
    return Provenance(
        provider=provider.name,
        model=outcome.model,
        prompt_fingerprint=request.prompt.fingerprint,
        made_at=tools.clock.now(),
        request_id=outcome.request_id,
        seed=request.seed,
        cost=outcome.cost,
        credits=picture.credits if picture else (),
        notes=(*(picture.notes if picture else ()), *checked.notes),
    )

"""Designs: asking for one, choosing, changing, approving; and looking at it all."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from pod import composition, printprep
from pod.failpoints import fail_at
from pod.imaging.load import load_picture
from pod.imaging.png import encode_png
from pod.model.account import Upload
from pod.model.artwork import Artwork
from pod.model.brief import DesignBrief
from pod.model.caller import Caller, Role
from pod.model.design import Candidate, CandidateState, Design, DesignState, Version, new_design_id
from pod.model.errors import ChecksBlocked, Conflict, InputRefused, NotFound
from pod.model.findings import Findings
from pod.model.job import Lane, NewJob
from pod.model.listing import History, Page
from pod.model.printfile import PrintFile
from pod.model.product import PrintArea, ProcessLimits
from pod.model.proof import Approval, ApprovalRole, Proof
from pod.model.recipe import Recipe
from pod.services import ledger, recipes
from pod.services.briefs import completed, refuse_screened
from pod.services.generation import job_key, provider_for, request_for
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox, must_be_seen, must_look, must_operate, needed_approvals

_PICTURE_S, _PICTURE_MB = 20.0, 1024


@dataclass(frozen=True, slots=True)
class Progress:
    """What the page says while it waits: done out of total, a sentence, and when to look again."""

    done: int
    total: int
    text: str
    next_poll_s: float


_CHOOSABLE = (
    DesignState.ARTWORK_READY,
    DesignState.PROOF_READY,
    DesignState.WAITING_CUSTOMER,
    DesignState.APPROVED,
    DesignState.REJECTED,
)
RETURNABLE = (DesignState.ARTWORK_READY, DesignState.PROOF_READY)
"""Where a person may ask the customer; while print files are made, only the checks may."""

REDRAWABLE = (DesignState.ARTWORK_READY, DesignState.FAILED)

_WORKING = {
    DesignState.BRIEFED: "Reading your sentence",
    DesignState.GENERATING: "Drawing",
    DesignState.PREPARING: "Preparing print files and the proof",
}


class Designs:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    # --- asking

    def request_design(self, caller: Caller, brief: DesignBrief, *, idempotency_key: str = "") -> Design:
        """A design with its candidates queued. The same key with the same brief is the same design, charged once."""
        return self.request_once(caller, brief, idempotency_key)[0]

    def request_once(self, caller: Caller, brief: DesignBrief, idempotency_key: str) -> tuple[Design, bool]:
        """The design, and whether it is new: False when the key brought back an earlier one."""
        whole = completed(self._tools, brief)
        design = _new_design(caller, whole, self._tools)
        with self._tools.store.writing() as tx:
            earlier = self._earlier(tx, caller, brief, idempotency_key)
            if earlier:
                return earlier, False
            if whole.upload_id:
                tx.uploads.get(caller.tenant_id, whole.upload_id)
            jobs = self._add(tx, caller, design)
            if idempotency_key:
                tx.idempotency.finish(caller.tenant_id, "designs", idempotency_key, 202, design.id)
            fail_at("design_before_commit")
        fail_at("design_after_commit")
        for job_id in jobs:
            self._tools.dispatcher.kick(job_id, Lane.MODEL)
        return design, True

    def _earlier(self, tx: Tx, caller: Caller, brief: DesignBrief, key: str) -> Design | None:
        if not key:
            return None
        if len(key) > 255:
            raise InputRefused(
                "idempotency_key", f"The Idempotency-Key has {len(key)} characters; 255 are allowed.", "Use a UUID."
            )
        sha = hashlib.sha256(json.dumps(asdict(brief), sort_keys=True, default=str).encode()).hexdigest()
        stored = tx.idempotency.begin(caller.tenant_id, "designs", key, sha)
        if stored is None:
            return None
        if stored.request_sha256 != sha:
            raise InputRefused(
                "idempotency_mismatch",
                "This Idempotency-Key was used for another request.",
                "Use a new key for a new request.",
            )
        return tx.designs.get(caller.tenant_id, stored.body)

    def _add(self, tx: Tx, caller: Caller, design: Design) -> list[int]:
        tx.designs.add(design)
        provider = provider_for(self._tools, design.brief)
        jobs = []
        for candidate in design.candidates:
            key = job_key(design.id, candidate.n)
            if not design.brief.upload_id:
                request = request_for(self._tools, design, candidate, provider)
                ledger.reserve(
                    tx, caller, self._tools.daily_budget, self._tools.clock.now(), design.id, key, provider, request
                )
            jobs.append(
                tx.jobs.enqueue(design.tenant_id, NewJob("generate", Lane.MODEL, key, design.id, {"n": candidate.n}))
            )
        return jobs

    def upload(self, caller: Caller, data: bytes, name: str) -> Upload:
        """A customer's own picture, through the door and written anew: what they sent is not kept."""
        png, width_px, height_px = self._tools.offload.call(
            _rewritten, data, timeout_s=_PICTURE_S, memory_mb=_PICTURE_MB
        )
        ref = self._tools.files.put(png, "image/png")
        made = Upload(
            secrets.token_hex(16), caller.tenant_id, ref, width_px, height_px, name[:120], self._tools.clock.now()
        )
        with self._tools.store.writing() as tx:
            tx.uploads.add(made)
        return made

    # --- looking

    def get(self, caller: Caller, design_id: str) -> Design:
        with self._tools.store.reading() as tx:
            return tx.designs.get(caller.tenant_id, design_id)

    def progress(self, design: Design) -> Progress:
        total = len(design.candidates)
        done = sum(c.state in (CandidateState.READY, CandidateState.FAILED) for c in design.candidates)
        text = _WORKING.get(design.state, "")
        return Progress(
            done,
            total,
            f"{text} {done + 1} of {total}" if design.state is DesignState.GENERATING else text,
            0.7 if text else 0.0,
        )

    def artwork(self, caller: Caller, artwork_id: str) -> Artwork:
        with self._tools.store.reading() as tx:
            return tx.designs.artwork(caller.tenant_id, artwork_id)

    def version(self, caller: Caller, design_id: str, version_id: str) -> Version:
        with self._tools.store.reading() as tx:
            found = tx.designs.version(caller.tenant_id, version_id)
        if found.design_id != design_id:
            raise NotFound("no_version", "There is no such version of this design.", "See its list of versions.")
        return found

    def versions(self, caller: Caller, design_id: str) -> Sequence[Version]:
        with self._tools.store.reading() as tx:
            tx.designs.get(caller.tenant_id, design_id)
            return tx.designs.versions(caller.tenant_id, design_id)

    def files(
        self, caller: Caller, design_id: str, version_id: str = ""
    ) -> tuple[Sequence[PrintFile], Sequence[Proof]]:
        """Print files and proofs of a version, the current one unless named; empty while they are being made."""
        with self._tools.store.reading() as tx:
            wanted = version_id or tx.designs.get(caller.tenant_id, design_id).current_version_id
            if not wanted:
                return (), ()
            if tx.designs.version(caller.tenant_id, wanted).design_id != design_id:
                raise NotFound("no_version", "There is no such version of this design.", "See its list of versions.")
            return tx.designs.print_files(caller.tenant_id, wanted), tx.designs.proofs(caller.tenant_id, wanted)

    def approvals(self, caller: Caller, version_id: str) -> Sequence[Approval]:
        with self._tools.store.reading() as tx:
            return tx.designs.approvals(caller.tenant_id, version_id)

    def page(
        self, caller: Caller, *, state: str = "", product: str = "", q: str = "", cursor: str = "", limit: int = 50
    ) -> Page[Design]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.designs.page(
                caller.tenant_id, state=state, product=product, q=q, cursor=cursor, limit=max(1, min(200, limit))
            )

    def history(self, caller: Caller, design_id: str) -> Sequence[History]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            tx.designs.get(caller.tenant_id, design_id)
            return tx.designs.history(caller.tenant_id, design_id)

    def recipe_for(self, caller: Caller, design_id: str, n: int) -> Recipe:
        """The recipe that choosing this candidate would make."""
        design = self.get(caller, design_id)
        candidate = _ready(design, n)
        artwork = self.artwork(caller, candidate.artwork_id)
        product = self._tools.catalogue.product(design.brief.product)
        return recipes.recipe_for(design.brief, product, artwork, artwork.mending)

    # --- changing

    def choose(self, caller: Caller, design_id: str, n: int) -> Version:
        """The candidate becomes the next version, and its print files are prepared."""
        design = self.get(caller, design_id)
        _ready(design, n)
        if design.state not in _CHOOSABLE:
            raise Conflict(
                "not_choosable",
                f"A design that is {_words(design.state)} cannot take another choice.",
                "Wait a moment, then choose.",
            )
        return self._next_version(caller, design, self.recipe_for(caller, design_id, n), n)

    def edit(
        self,
        caller: Caller,
        design_id: str,
        *,
        lettering: str | None = None,
        cloth: str | None = None,
        instruction: str | None = None,
    ) -> Version:
        """Other words or another cloth: a new version and no new picture. The version before keeps its files."""
        if instruction:
            raise InputRefused(
                "edit_unsupported",
                "The provider that drew this cannot change a drawing by a sentence.",
                "Change the words or the cloth here, or ask for new candidates with another sentence.",
            )
        refuse_screened(lettering=lettering or "")
        design = self.get(caller, design_id)
        if not design.current_version_id:
            raise Conflict("nothing_chosen", "No candidate has been chosen yet.", "Choose one, then change it.")
        recipe = self.version(caller, design_id, design.current_version_id).recipe
        product = self._tools.catalogue.product(recipe.product)
        if cloth is not None and product.cloth(cloth) is None:
            names = ", ".join(c.name for c in product.cloths)
            raise InputRefused("unknown_cloth", f"{product.name} does not come in “{cloth}”.", f"It comes in: {names}.")
        artwork = self.artwork(caller, recipe.artwork.artwork_id)
        return self._next_version(
            caller,
            design,
            recipes.changed(recipe, artwork, product, lettering=lettering, cloth=cloth),
            design.chosen or 1,
        )

    def _next_version(self, caller: Caller, design: Design, recipe: Recipe, n: int) -> Version:
        with self._tools.store.writing() as tx:
            design = tx.designs.get(design.tenant_id, design.id)
            number = len(tx.designs.versions(design.tenant_id, design.id)) + 1
            version = Version(
                secrets.token_hex(16), design.id, number, recipe, recipe.sha256, self._tools.clock.now(), caller.actor
            )
            tx.designs.add_version(design.tenant_id, version)
            tx.designs.move(design, DesignState.PREPARING, caller)
            tx.designs.choose(tx.designs.get(design.tenant_id, design.id), n, version.id)
            job_id = tx.jobs.enqueue(
                design.tenant_id,
                NewJob("prepare", Lane.RENDER, f"prepare:{version.id}", design.id, {"version": version.id}),
            )
        self._tools.dispatcher.kick(job_id, Lane.RENDER)
        return version

    def approve(self, caller: Caller, design_id: str, role: ApprovalRole, *, seen: int | None = None) -> Approval:
        """Binds this person's yes to the hashes of artwork, recipe and print files, as they are now."""
        if role is ApprovalRole.SHOP:
            must_operate(caller)
        with self._tools.store.writing() as tx:
            design = _seen(tx, caller, design_id, seen)
            if design.state is not DesignState.PROOF_READY:
                raise Conflict(
                    "no_proof",
                    f"A design that is {_words(design.state)} cannot be approved.",
                    "Approve when its proof is there.",
                )
            approval = self._approval(tx, caller, design, role)
            tx.designs.add_approval(caller.tenant_id, approval)
            given = {a.role for a in tx.designs.approvals(caller.tenant_id, approval.version_id)}
            now, note = tx.designs.get(caller.tenant_id, design_id), f"approved by {approval.role}"
            if needed_approvals(self._tools.approvals) <= given:
                tx.designs.move(now, DesignState.APPROVED, caller, note)
            else:
                tx.designs.note(now, caller, note)
            fail_at("approve_before_commit")
        return approval

    def _approval(self, tx: Tx, caller: Caller, design: Design, role: ApprovalRole) -> Approval:
        version = tx.designs.version(caller.tenant_id, design.current_version_id)
        files = tx.designs.print_files(caller.tenant_id, version.id)
        blocked = [f for file in files for f in file.findings.blocked]
        if not files or blocked:
            raise ChecksBlocked(
                "nothing_to_approve",
                blocked[0].message if blocked else "There are no print files yet.",
                "Change the words, the cloth or the product.",
            )
        return Approval(
            version_id=version.id,
            role=role,
            actor=caller.actor,
            at=self._tools.clock.now(),
            artwork_sha256=version.recipe.artwork.sha256,
            recipe_sha256=version.recipe_sha256,
            print_files=tuple(sorted((f"{f.area}.{f.format}", f.file.sha256) for f in files)),
        )

    def reject(self, caller: Caller, design_id: str, reason: str, *, seen: int | None = None) -> Design:
        if not reason.strip():
            raise InputRefused(
                "no_reason", "A rejection needs a reason: the customer reads it.", "Say what should be different."
            )
        with self._tools.store.writing() as tx:
            design = _seen(tx, caller, design_id, seen)
            return tx.designs.move(design, DesignState.REJECTED, caller, reason.strip()[:500])

    def send_back(self, caller: Caller, design_id: str, question: str, *, seen: int | None = None) -> Design:
        """Asks the customer; whatever they choose comes back as a new version and a new proof."""
        must_operate(caller)
        if not question.strip():
            raise InputRefused(
                "no_reason", "Sending it back needs a question: the customer reads it.", "Say what they should decide."
            )
        with self._tools.store.writing() as tx:
            design = _seen(tx, caller, design_id, seen)
            if design.state not in RETURNABLE:
                raise Conflict(
                    "not_returnable",
                    f"A design that is {_words(design.state)} cannot be sent back.",
                    "Send it back when its artwork or its proof is there.",
                )
            return tx.designs.move(design, DesignState.WAITING_CUSTOMER, caller, question.strip()[:500])

    def take_back(self, caller: Caller, design_id: str, *, seen: int | None = None) -> Design:
        """Asks the customer nothing any more: the design is again where the question found it."""
        must_operate(caller)
        with self._tools.store.writing() as tx:
            design = _seen(tx, caller, design_id, seen)
            if design.state is not DesignState.WAITING_CUSTOMER:
                raise Conflict(
                    "not_waiting", f"The design is {_words(design.state)}: nobody has been asked.", "Nothing to do."
                )
            files = tx.designs.print_files(caller.tenant_id, design.current_version_id)
            blocked = [f for file in files for f in file.findings.blocked]
            if blocked:
                raise ChecksBlocked(
                    "still_blocked", f"A check has stopped it: {blocked[0].message}", "Only the customer can change it."
                )
            back = DesignState.PROOF_READY if files else DesignState.ARTWORK_READY
            return tx.designs.move(design, back, caller, "the question was taken back")

    def delete(self, caller: Caller, design_id: str) -> Design:
        """Puts the design away: it is seen by nobody but the history, and its files go with the next sweep."""
        with self._tools.store.writing() as tx:
            design = tx.designs.get(caller.tenant_id, design_id)
            return tx.designs.move(
                design,
                DesignState.ARCHIVED,
                caller,
                "deleted by its owner" if caller.role is Role.SHOPPER else "deleted",
            )

    def try_again(self, caller: Caller, design_id: str, *, seen: int | None = None) -> Design:
        """What has failed is queued once more, drawing or print files; what is ready stays."""
        with self._tools.store.writing() as tx:
            queued = self.queue_failed(tx, caller, _seen(tx, caller, design_id, seen))
            begun = tx.designs.get(caller.tenant_id, design_id)
        for job_id, lane in queued:
            self._tools.dispatcher.kick(job_id, lane)
        return begun

    def queue_failed(self, tx: Tx, caller: Caller, design: Design) -> list[tuple[int, Lane]]:
        """The part of `try_again` that belongs into another verb's transaction: the jobs, to be kicked after it."""
        if design.state is DesignState.FAILED and design.current_version_id:
            return [(self._prepare_again(tx, caller, design), Lane.RENDER)]
        failed = [c for c in design.candidates if c.state is CandidateState.FAILED]
        if design.state not in REDRAWABLE or not failed:
            raise Conflict(
                "nothing_failed",
                f"Nothing of this design can be tried again: it is {_words(design.state)}.",
                "Choose another candidate, or start a new design.",
            )
        moved = tx.designs.move(design, DesignState.GENERATING, caller, "tried again")
        return [(self._draw_again(tx, moved, candidate), Lane.MODEL) for candidate in failed]

    def _prepare_again(self, tx: Tx, caller: Caller, design: Design) -> int:
        moved = tx.designs.move(design, DesignState.PREPARING, caller, "tried again")
        key = f"prepare:{design.current_version_id}:{moved.revision}"
        job = NewJob("prepare", Lane.RENDER, key, design.id, {"version": design.current_version_id})
        return tx.jobs.enqueue(design.tenant_id, job)

    def _draw_again(self, tx: Tx, design: Design, candidate: Candidate) -> int:
        tx.designs.move_candidate(design.tenant_id, candidate, CandidateState.QUEUED, reason="", outcome="")
        key = job_key(design.id, candidate.n)
        payload: dict[str, str | int] = {
            "n": candidate.n,
            "rows_before": len(tx.ledger.for_job(design.tenant_id, key)),
        }
        job = NewJob("generate", Lane.MODEL, f"{key}:{design.revision}", design.id, payload)
        return tx.jobs.enqueue(design.tenant_id, job)

    # --- checks without a design

    def check_picture(self, data: bytes) -> Findings:
        return self._tools.offload.call(_checked, data, timeout_s=_PICTURE_S, memory_mb=_PICTURE_MB)

    def preflight_file(self, data: bytes, sku: str, area: str = "", cloth: str = "") -> Findings:
        product = self._tools.catalogue.product(sku)
        wanted = product.area(area) if area else product.areas[0]
        if wanted is None:
            raise InputRefused(
                "unknown_area",
                f"{product.name} has no print area “{area}”.",
                f"It has: {', '.join(a.name for a in product.areas)}.",
            )
        colour = product.cloth(cloth) if cloth else None
        task = (data, wanted, self._tools.catalogue.process(product.process), colour.rgb if colour else "")
        return self._tools.offload.call(_preflighted, task, timeout_s=60.0, memory_mb=_PICTURE_MB)


def _new_design(caller: Caller, brief: DesignBrief, tools: Toolbox) -> Design:
    design_id = new_design_id()
    seed = brief.seed if brief.seed is not None else secrets.randbelow(2**31)
    count = 1 if brief.upload_id else brief.candidates
    return Design(
        id=design_id,
        tenant_id=caller.tenant_id,
        brief=replace(brief, seed=seed, candidates=count),
        state=DesignState.BRIEFED,
        actor=caller.actor,
        created_at=tools.clock.now(),
        candidates=tuple(Candidate(design_id, n, CandidateState.QUEUED, seed + n - 1) for n in range(1, count + 1)),
    )


def _ready(design: Design, n: int) -> Candidate:
    found = next((c for c in design.candidates if c.n == n), None)
    if found is None:
        raise NotFound("no_candidate", f"This design has no candidate {n}.", f"It has 1 to {len(design.candidates)}.")
    if found.state is not CandidateState.READY:
        raise Conflict("candidate_not_ready", f"Candidate {n} is {found.state}.", "Choose one that is ready.")
    return found


def _seen(tx: Tx, caller: Caller, design_id: str, seen: int | None) -> Design:
    design = tx.designs.get(caller.tenant_id, design_id)
    must_be_seen("design", design.revision, seen)
    return design


def _words(state: DesignState) -> str:
    return state.value.replace("_", " ")


def _rewritten(data: bytes) -> tuple[bytes, int, int]:
    raster = load_picture(data)
    return encode_png(raster.pixels), raster.pixels.shape[1], raster.pixels.shape[0]


def _checked(data: bytes) -> Findings:
    pixels = load_picture(data).pixels
    return composition.mend(pixels, composition.inspect(pixels)).findings


def _preflighted(task: tuple[bytes, PrintArea, ProcessLimits, str]) -> Findings:
    data, area, process, cloth_rgb = task
    return printprep.preflight(data, area, process, cloth_rgb=cloth_rgb)

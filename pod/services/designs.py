"""Designs: asking for one, choosing, changing, approving; and looking at it all."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from pod import printprep
from pod.failpoints import fail_at
from pod.model.artwork import Artwork
from pod.model.brief import DesignBrief
from pod.model.caller import Caller, Role
from pod.model.design import Candidate, CandidateState, Design, DesignState, Standing, Version, new_design_id
from pod.model.errors import Conflict, InputRefused, NotAllowed, NotFound, PodError
from pod.model.job import Lane
from pod.model.lettering import LetteringLook
from pod.model.listing import History, Page
from pod.model.ownarea import OwnApproval, OwnPrint
from pod.model.printfile import PrintFile
from pod.model.product import BlackInk, Wrap
from pod.model.proof import Approval, Proof
from pod.model.recipe import LetteringLayer, Recipe
from pod.providers.base import OutcomeKind
from pod.services import recipes, repeats
from pod.services.asking import generate_job, provider_for, request_for, reserve
from pod.services.briefs import completed, refuse_all, too_long, with_guide
from pod.services.intakejobs import wake_its_order
from pod.services.offsale import take_off_sale
from pod.services.picturework import LookTask, draw_look
from pod.services.ports import Tx
from pod.services.preparation import prepare_job
from pod.services.repeats import Request
from pod.services.screening import judged
from pod.services.toolbox import Toolbox, design_as_seen, must_look, must_not_wait_long
from pod.services.versions import add_next, must_be_changeable, must_be_current

_ACCEPTED = 202
_AS_IT_IS = LetteringLook()
_LOOK_S, _LOOK_MB = 20.0, 2048


@dataclass(frozen=True, slots=True)
class Progress:
    """What the page says while it waits: done out of total, a sentence, and when to look again."""

    done: int
    total: int
    text: str
    next_poll_s: float


_WORKING = {
    DesignState.BRIEFED: "Reading your sentence",
    DesignState.GENERATING: "Drawing",
    DesignState.PREPARING: "Preparing print files and the proof",
}
_CHANGING = "Changing the picture"


class Designs:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    # --- asking

    def request_design(self, caller: Caller, brief: DesignBrief, *, idempotency_key: str = "") -> Design:
        """A design with its candidates queued. The same key with the same brief is the same design, charged once."""
        return self.request_once(caller, brief, idempotency_key)[0]

    def request_once(self, caller: Caller, brief: DesignBrief, idempotency_key: str) -> tuple[Design, bool]:
        """The design, and whether it is new: False when the key brought back an earlier one."""
        brief = with_guide(self._tools, caller, brief)
        asked = Request(caller, idempotency_key, ["design", _as_asked(brief)])
        # before the brief is read: a word that is screened today may have been drawn yesterday
        if earlier := repeats.made_before(self._tools.store, asked):
            return self.get(caller, earlier), False
        seen = judged(self._tools, caller, brief.subject, brief.lettering, brief=brief)
        design = _new_design(caller, completed(self._tools, brief, seen.refused), self._tools)
        with self._tools.store.writing() as tx:
            # key, design and jobs in one commit: of two that arrive at once, the second waits here and finds the first
            if there := repeats.begin(tx, asked, self._tools.clock.now()):
                return tx.designs.get(caller.tenant_id, there.body), False
            must_not_wait_long(tx, caller)
            if design.brief.upload_id:
                tx.uploads.get(caller.tenant_id, design.brief.upload_id)
            jobs = self._add(tx, caller, design)
            tx.screenings.keep(seen.passing(design.id))
            repeats.finish(tx, asked, _ACCEPTED, design.id)
            fail_at("design_before_commit")
        fail_at("design_after_commit")
        for job_id in jobs:
            self._tools.dispatcher.kick(job_id, Lane.MODEL)
        return design, True

    def _add(self, tx: Tx, caller: Caller, design: Design) -> list[int]:
        tx.designs.add(design)
        for candidate in design.candidates:
            self._reserve(tx, caller, design, candidate)
        return [tx.jobs.enqueue(design.tenant_id, generate_job(design.id, c.n)) for c in design.candidates]

    def _reserve(self, tx: Tx, caller: Caller, design: Design, candidate: Candidate) -> None:
        """What its drawing may cost, before anybody is told that it will be drawn; an own picture costs nothing."""
        if candidate.edit or not design.brief.upload_id:
            provider = provider_for(self._tools, tx, design, candidate)
            reserve(self._tools, tx, caller, candidate, provider, request_for(self._tools, design, candidate, provider))

    # --- looking

    def get(self, caller: Caller, design_id: str) -> Design:
        with self._tools.store.reading() as tx:
            return tx.designs.get(caller.tenant_id, design_id)

    def standing(self, caller: Caller, design_id: str) -> Standing:
        with self._tools.store.reading() as tx:
            return tx.designs.standing(caller.tenant_id, design_id)

    def progress(self, design: Design) -> Progress:
        total = len(design.drawings)
        done = sum(not c.at_work for c in design.drawings)
        text = _WORKING.get(design.state, "") or (_CHANGING if design.edit_at_work else "")
        return Progress(
            done,
            total,
            f"{text} {done + 1} of {total}" if design.state is DesignState.GENERATING else text,
            0.7 if text else 0.0,
        )

    def artwork(self, caller: Caller, artwork_id: str) -> Artwork:
        with self._tools.store.reading() as tx:
            return tx.designs.artwork(caller.tenant_id, artwork_id)

    def pictures_of(self, caller: Caller, candidate: Candidate) -> Mapping[str, Artwork]:
        """By id: its own, and those that its repairs began with and brought."""
        with self._tools.store.reading() as tx:
            return tx.designs.artworks(caller.tenant_id, sorted(candidate.artworks))

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
        """Print files and proofs of a version, the current one unless named, as its art is placed; empty while they are
        being made."""
        with self._tools.store.reading() as tx:
            wanted = version_id or tx.designs.get(caller.tenant_id, design_id).current_version_id
            if not wanted:
                return (), ()
            version = tx.designs.version(caller.tenant_id, wanted)
            if version.design_id != design_id:
                raise NotFound("no_version", "There is no such version of this design.", "See its list of versions.")
            files, proofs = (
                tx.designs.print_files(caller.tenant_id, wanted),
                tx.designs.proofs(caller.tenant_id, wanted),
            )
            return recipes.as_placed(version.recipe, files), recipes.as_placed(version.recipe, proofs)

    def own_prints(self, caller: Caller, version_id: str) -> tuple[Sequence[OwnPrint], Sequence[OwnApproval]]:
        """A version's files for partners' own areas, and every yes to them."""
        with self._tools.store.reading() as tx:
            prints = tx.own_prints.of(caller.tenant_id, version_id)
            return prints, tx.own_prints.approvals(caller.tenant_id, version_id)

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
        """The recipe that choosing this candidate would make: with the words and the cloth of the version before it."""
        design = self.get(caller, design_id)
        candidate = _ready(design, n)
        artwork = self.artwork(caller, candidate.artwork_id)
        product = self._tools.catalogue.product(design.brief.product)
        return recipes.recipe_for(self._brief_now(caller, design, artwork), product, artwork, candidate.repairs)

    def sets_own_words(self, caller: Caller, design: Design) -> bool:
        """Whether a drawing that is chosen comes with the words that it was made for: as long as nobody has said others, or
        that there are to be none."""
        with self._tools.store.reading() as tx:
            made = [version.recipe for version in tx.designs.versions(caller.tenant_id, design.id)]
            drawn = tx.designs.artworks(caller.tenant_id, sorted({recipe.artwork.artwork_id for recipe in made}))
        own = all(recipes.has_its_own_words(recipe, drawn[recipe.artwork.artwork_id]) for recipe in made)
        return own and not design.brief.lettering

    def on_its_first_cloth(self, caller: Caller, design: Design) -> bool:
        """Whether it is still in the cloth that was asked for: small pictures have words in the ink for that one."""
        current = design.current_version_id
        return not current or self.version(caller, design.id, current).recipe.cloth == design.brief.cloth

    def _brief_now(self, caller: Caller, design: Design, artwork: Artwork) -> DesignBrief:
        brief = design.brief
        if design.current_version_id:
            recipe = self.version(caller, design.id, design.current_version_id).recipe
            words = recipe.lettering.text if recipe.lettering else ""
            look = _looked(brief.look, recipe.lettering)
            brief = replace(brief, cloth=recipe.cloth, lettering=words, wrap=recipe.wrap, look=look)
        if not self.sets_own_words(caller, design):
            return brief
        return recipes.with_own_words(replace(brief, lettering="", look=design.brief.look), artwork)

    def look(
        self,
        caller: Caller,
        design_id: str,
        *,
        lettering: str | None = None,
        cloth: str | None = None,
        wrap: Wrap | None = None,
        layer: bool = False,
        lettered: LetteringLook = _AS_IT_IS,
    ) -> bytes:
        """What `edit` with the same arguments would print, as a light picture (WebP); nothing is made or kept.

        The product with its first print area's art; or as a `layer` the art alone, to be laid over the picture of the
        empty product in any cloth.
        """
        design = self.get(caller, design_id)
        recipe = self.recipe_after(caller, design, lettering=lettering, cloth=cloth, wrap=wrap, look=lettered)
        product = self._tools.catalogue.product(recipe.product)
        vector = recipe.artwork.vector_sha256
        task = LookTask(
            recipe,
            product,
            self._tools.catalogue.process(product.process),
            product.area(recipe.placements[0].area) or product.areas[0],
            self._tools.files.path(recipe.artwork.sha256),
            self._tools.files.path(vector) if vector else None,
            layer,
        )
        return self._tools.offload.call(draw_look, task, timeout_s=_LOOK_S, memory_mb=_LOOK_MB)

    def made_as(self, caller: Caller, version_id: str) -> tuple[Design, Version]:
        """The version of an order's line, and the design that it belongs to."""
        with self._tools.store.reading() as tx:
            version = tx.designs.version(caller.tenant_id, version_id)
            return tx.designs.get(caller.tenant_id, version.design_id), version

    # --- changing

    def choose(self, caller: Caller, design_id: str, n: int) -> Version:
        """The candidate becomes the next version, and its print files are prepared.

        The same choice again while these are prepared is still one choice.
        """
        design = self.get(caller, design_id)
        _ready(design, n)
        if design.state is DesignState.PREPARING and design.chosen == n:
            return self.version(caller, design_id, design.current_version_id)
        must_be_changeable(design)
        return self._next_version(caller, design, self.recipe_for(caller, design_id, n), n)

    def edit(
        self,
        caller: Caller,
        design_id: str,
        *,
        lettering: str | None = None,
        cloth: str | None = None,
        wrap: Wrap | None = None,
        black: BlackInk | None = None,
        look: LetteringLook = _AS_IT_IS,
    ) -> Version:
        """Other words, another cloth, another wrap, or black left out: a new version and no new picture. The version before keeps its files.

        What changes nothing makes no version: the current one is returned.
        """
        refuse_all([*too_long(lettering or "")])
        design = self.get(caller, design_id)
        self._look_at_words(caller, design, lettering or "")
        recipe = self.recipe_after(caller, design, lettering=lettering, cloth=cloth, wrap=wrap, black=black, look=look)
        current = self.version(caller, design_id, design.current_version_id)
        if recipe.sha256 == current.recipe_sha256:
            return current
        return self._next_version(caller, design, recipe, design.chosen or 1)

    def _look_at_words(self, caller: Caller, design: Design, lettering: str) -> None:
        """What is not set in type is refused; the decision about what is, is kept."""
        seen = judged(self._tools, caller, "", lettering, design_id=design.id)
        refuse_all(seen.refused)
        if lettering:
            with self._tools.store.writing() as tx:
                tx.screenings.keep(seen.passing(design.id))

    def go_back(self, caller: Caller, design_id: str, version_id: str) -> Version:
        """An older version's recipe becomes the next version: what came between stays, and nothing is drawn again."""
        design = self.get(caller, design_id)
        if version_id == design.current_version_id:
            return self.version(caller, design_id, version_id)
        recipe = replace(self.version(caller, design_id, version_id).recipe, prep_version=printprep.PREP_VERSION)
        shown = design.drawn_as(recipe.artwork.artwork_id)
        n = shown.n if shown else design.chosen or 1
        return self._next_version(caller, design, recipe, n)

    def recipe_after(
        self,
        caller: Caller,
        design: Design,
        *,
        lettering: str | None = None,
        cloth: str | None = None,
        wrap: Wrap | None = None,
        black: BlackInk | None = None,
        look: LetteringLook = _AS_IT_IS,
    ) -> Recipe:
        """The current version's recipe with these changed; a refusal says what cannot be had."""
        if not design.current_version_id:
            raise Conflict("nothing_chosen", "No candidate has been chosen yet.", "Choose one, then change it.")
        recipe = self.version(caller, design.id, design.current_version_id).recipe
        product = self._tools.catalogue.product(recipe.product)
        if cloth is not None and product.cloth(cloth) is None:
            names = ", ".join(c.name for c in product.cloths)
            raise InputRefused("unknown_cloth", f"{product.name} does not come in “{cloth}”.", f"It comes in: {names}.")
        if wrap is not None:
            recipes.refuse_wrap(product.name, [a for a in product.areas if a.name in recipe.areas], wrap)
        if black is not None:
            recipes.refuse_black(product, recipe.areas, recipe.cloth if cloth is None else cloth, black)
        artwork = self.artwork(caller, recipe.artwork.artwork_id)
        return recipes.changed(
            recipe, artwork, product, lettering=lettering, cloth=cloth, wrap=wrap, black=black, look=look
        )

    def _next_version(self, caller: Caller, seen: Design, recipe: Recipe, n: int) -> Version:
        """`recipe` was made from what `seen` showed; if somebody else has changed the design since, it is refused."""
        with self._tools.store.writing() as tx:
            design = tx.designs.get(seen.tenant_id, seen.id)
            must_be_current(design, seen.current_version_id)
            version, job_id = add_next(tx, caller, design, recipe, n, self._tools.clock.now())
        self._tools.dispatcher.kick(job_id, Lane.RENDER)
        return version

    def delete(self, caller: Caller, design_id: str) -> Design:
        """Puts the design away: it is seen by nobody but the history, and its files go with the next sweep. Where it is on sale,
        it is taken off."""
        self.get(caller, design_id)  # what there is none of is said before anything is looked for in the shops
        with self._tools.store.writing() as tx:
            wake_its_order(tx, caller.tenant_id, design_id)
            jobs = take_off_sale(tx, caller, design_id, self._tools.clock.now())
            design = tx.designs.get(caller.tenant_id, design_id)
            note = "deleted by its owner" if caller.role is Role.SHOPPER else "deleted"
            deleted = tx.designs.move(design, DesignState.ARCHIVED, caller, note)
        for job_id in jobs:
            self._tools.dispatcher.kick(job_id, Lane.UPKEEP)
        return deleted

    def try_again(self, caller: Caller, design_id: str, *, seen: int | None = None) -> Design:
        """What failed is done once more: the print files of the chosen version, or else the candidates that failed."""
        with self._tools.store.writing() as tx:
            queued = self.queue_failed(tx, caller, design_as_seen(tx, caller, design_id, seen))
            again = tx.designs.get(caller.tenant_id, design_id)
        for job_id, lane in queued:
            self._tools.dispatcher.kick(job_id, lane)
        return again

    def queue_failed(self, tx: Tx, caller: Caller, design: Design) -> list[tuple[int, Lane]]:
        """The part of `try_again` that belongs into another verb's transaction: the jobs, to be kicked after it."""
        if design.state is DesignState.FAILED and design.current_version_id:
            return [(self._prepare_again(tx, caller, design), Lane.RENDER)]
        last = design.candidates[-1]
        if last.edit and last.state is CandidateState.FAILED:
            return [(self._edit_again(tx, caller, design, last), Lane.MODEL)]
        return [(job_id, Lane.MODEL) for job_id in self._draw_again(tx, caller, design)]

    def _prepare_again(self, tx: Tx, caller: Caller, design: Design) -> int:
        job_id = tx.jobs.wake(
            design.tenant_id, prepare_job(tx.designs.version(design.tenant_id, design.current_version_id))
        )
        tx.designs.move(design, DesignState.PREPARING, caller, "tried again")
        return job_id

    def _edit_again(self, tx: Tx, caller: Caller, design: Design, last: Candidate) -> int:
        """A new round of an edit that failed; the design stays what it is meanwhile."""
        if last.outcome == OutcomeKind.UNKNOWN.value and not caller.may_operate():
            raise _nothing_to_repeat(lost=True)
        job_id = tx.jobs.wake(design.tenant_id, generate_job(design.id, last.n))
        again = _queued_again(tx, last, design.tenant_id)
        if last.edit and last.edit.told:
            self._reserve(tx, caller, design, again)
        return job_id

    def _draw_again(self, tx: Tx, caller: Caller, design: Design) -> list[int]:
        """A new round of each failed drawing, its cost reserved anew. A job is woken before the design's row is held."""
        failed = [c for c in design.drawings if c.state is CandidateState.FAILED]
        wanted = [c for c in failed if c.outcome != OutcomeKind.UNKNOWN.value or caller.may_operate()]
        if not wanted:
            raise _nothing_to_repeat(bool(failed))
        jobs = [tx.jobs.wake(design.tenant_id, generate_job(design.id, c.n)) for c in wanted]
        moved = tx.designs.move(design, DesignState.GENERATING, caller, "tried again")
        for candidate in wanted:
            again = _queued_again(tx, candidate, design.tenant_id)
            self._reserve(tx, caller, moved, again)
        return jobs


def _looked(asked: LetteringLook, now: LetteringLayer | None) -> LetteringLook:
    """As the words are now; the face is chosen anew, as it was asked for, since each picture plans another."""
    return replace(now.look, font=asked.font) if now else asked


def _as_asked(brief: DesignBrief) -> dict[str, Any]:
    """What makes two briefs the same: a guide is its content, however often it was sent. One without a guide, or without a look
    for its words, is asked for as it was before there were any."""
    asked = asdict(brief)
    guide, look = asked.pop("reference_sha256"), asked.pop("look")
    del asked["reference_id"]
    return asked | ({"reference_sha256": guide} if guide else {}) | ({"look": look} if brief.look else {})


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


def _queued_again(tx: Tx, candidate: Candidate, tenant_id: str) -> Candidate:
    return tx.designs.move_candidate(
        tenant_id, candidate, CandidateState.QUEUED, reason="", outcome="", round=candidate.round + 1
    )


def _ready(design: Design, n: int) -> Candidate:
    found = next((c for c in design.candidates if c.n == n), None)
    if found is None:
        raise NotFound("no_candidate", f"This design has no candidate {n}.", f"It has 1 to {len(design.candidates)}.")
    if found.state is not CandidateState.READY:
        raise Conflict("candidate_not_ready", f"Candidate {n} is {found.state}.", "Choose one that is ready.")
    return found


def _nothing_to_repeat(lost: bool) -> PodError:
    if lost:
        return NotAllowed(
            "may_be_paid",
            "The answer was lost, and the picture may have been paid for already.",
            "An operator can ask for it again; both calls are booked then.",
        )
    return Conflict(
        "nothing_failed", "Nothing of this design has failed.", "Choose a candidate, or start a new design."
    )

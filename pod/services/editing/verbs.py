"""Asking for a change: what of it is words or cloth becomes a version at once, the rest becomes a candidate that is drawn."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

import prompts
from pod.failpoints import fail_at
from pod.model.artwork import Provenance
from pod.model.brief import MAX_SUBJECT_CHARS
from pod.model.caller import Caller
from pod.model.design import Candidate, CandidateState, Design, Version
from pod.model.edit import Edit
from pod.model.errors import Conflict, InputRefused, NotAllowed
from pod.model.geometry import Box
from pod.model.job import Lane
from pod.model.lettering import LetteringLook
from pod.model.product import BlackInk, Product, Wrap
from pod.model.recipe import Recipe
from pod.providers.base import OutcomeKind
from pod.services import repeats
from pod.services.asking import generate_job, provider_for, request_for, reserve
from pod.services.briefs import refuse_all, too_long
from pod.services.designs import Designs
from pod.services.editing.bringing import Origin, bring_in
from pod.services.editing.regions import refuse_part_of, refuse_region, tidied
from pod.services.ports import Tx
from pod.services.repeats import Request
from pod.services.screening import judged, screened
from pod.services.toolbox import Toolbox, must_not_wait_long
from pod.services.versions import must_be_changeable, must_be_current

_ACCEPTED = 202


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants changed. An `instruction` is a sentence, which may speak of words and cloth as well; of a `region`
    it is about that part of the artwork alone, in shares of its sides."""

    instruction: str = ""
    lettering: str | None = None
    cloth: str | None = None
    wrap: Wrap | None = None
    region: Box | None = None
    black: BlackInk | None = None
    look: LetteringLook = LetteringLook()

    def as_asked(self) -> dict[str, Any]:
        """What makes two wishes the same; one about no part of the picture, as it was before there were any."""
        asked = {k: v for k, v in asdict(self).items() if k not in ("region", "black", "look") or v is not None}
        if not self.look:
            del asked["look"]
        return asked


@dataclass(frozen=True, slots=True)
class Edited:
    """`version` where nothing had to be drawn, else the `candidate` that becomes one. `new` is False for a repeat."""

    version: Version | None = None
    candidate: Candidate | None = None
    new: bool = True


class Edits:
    def __init__(self, tools: Toolbox, designs: Designs) -> None:
        self._tools, self._designs = tools, designs

    def ask(self, caller: Caller, design_id: str, wish: Wish, *, idempotency_key: str = "") -> Edited:
        """The change, begun or made. The same key with the same wish is the same change, charged once."""
        asked = Request(caller, idempotency_key, ["edit", design_id, wish.as_asked()])
        if earlier := repeats.made_before(self._tools.store, asked):
            return self._before(caller, design_id, earlier)
        if wish.region:
            refuse_region(wish.region)
        design = self._designs.get(caller, design_id)
        edit = self._understood(caller, design, wish)
        if not (edit.told or edit.touches):
            return self._at_once(caller, design, edit, wish, asked)
        if wish.wrap is not None or wish.black is not None or wish.look:
            raise InputRefused(
                "wrap_with_drawing",
                "What goes round the edge, what becomes of black, and how the words are set is changed by itself.",
                "Send it as a change of its own.",
            )
        return self._queue(caller, design, edit, asked)

    def bring_in(
        self, caller: Caller, recipe: Recipe, picture: bytes, vector: bytes | None, origin: Origin | None
    ) -> Design:
        """A version that was made elsewhere, as a design of this shop."""
        return bring_in(self._tools, caller, recipe, picture, vector, origin)

    def _before(self, caller: Caller, design_id: str, made: str) -> Edited:
        kind, _, name = made.partition(":")
        if kind == "version":
            return Edited(version=self._designs.version(caller, design_id, name), new=False)
        design = self._designs.get(caller, design_id)
        return Edited(candidate=next(c for c in design.candidates if c.n == int(name)), new=False)

    # --- understanding

    def _understood(self, caller: Caller, design: Design, wish: Wish) -> Edit:
        if not design.current_version_id:
            raise Conflict("nothing_chosen", "No candidate has been chosen yet.", "Choose one, then change it.")
        version = self._designs.version(caller, design.id, design.current_version_id)
        product = self._tools.catalogue.product(version.recipe.product)
        read = _read(wish.instruction, product, design)
        if wish.region:
            refuse_part_of(read, more=wish.lettering is not None or wish.cloth is not None)
        lettering = wish.lettering if wish.lettering is not None else read.lettering
        self._screen(caller, design, read.original, lettering or "")
        layer, before = version.recipe.artwork, design.drawn_as(version.recipe.artwork.artwork_id)
        made = self._designs.artwork(caller, layer.artwork_id).provenance
        edit = Edit(
            version_id=version.id,
            instruction=read.original,
            drawn_by=made.provider,
            root=before.edit.root if before and before.edit else before.n if before else 1,
            ratio=layer.width_px / layer.height_px,
            told=read.told,
            # a recipe is drawn again as a whole
            redraws=read.redraws and wish.region is None and self._draws_the_same(made),
            touches=read.touches,
            lettering=lettering,
            cloth=wish.cloth if wish.cloth is not None else read.cloth,
            region=tidied(wish.region) if wish.region else None,
        )
        return self._after(edit, before.edit if before else None)

    def _draws_the_same(self, made: Provenance) -> bool:
        """An earlier model's drawing would be another one, drawn again by today's."""
        owner = self._tools.providers.get(made.provider)
        return owner is None or made.model in {model.id for model in owner.models}

    def _screen(self, caller: Caller, design: Design, instruction: str, lettering: str) -> None:
        """What is neither drawn nor set in type, before anything is spent; the decision is kept either way."""
        refuse_all([*too_long(lettering)])
        if not instruction:
            return  # words alone are judged where they are set
        asked = _with_its_subject(instruction, design.brief.subject)
        seen = judged(self._tools, caller, asked, lettering, design_id=design.id)
        refuse_all([("instruction" if field == "subject" else field, e) for field, e in seen.refused])
        with self._tools.store.writing() as tx:
            tx.screenings.keep(seen.passing(design.id))

    def _after(self, edit: Edit, before: Edit | None) -> Edit:
        """With the memory of the edits before it, from which whoever redraws begins anew."""
        redrawn, touched = (before.redrawn, before.touched) if before else ("", ())
        owner = self._tools.providers.get(edit.drawn_by)
        by_recipe = edit.redraws and owner is not None and owner.capabilities.redraws
        if by_recipe:
            told = f"{redrawn}; {edit.told}" if redrawn else edit.told
            touches = (*touched, *edit.touches)
            return replace(edit, told=told, touches=touches, redrawn=told, touched=touches)
        if edit.told:
            return edit
        return replace(edit, redrawn=redrawn, touched=(*touched, *edit.touches))

    # --- doing

    def _at_once(self, caller: Caller, design: Design, edit: Edit, wish: Wish, asked: Request) -> Edited:
        """No model is asked, and asked again it is the same version: nothing can be paid twice."""
        version = self._designs.edit(
            caller,
            design.id,
            lettering=edit.lettering,
            cloth=edit.cloth,
            wrap=wish.wrap,
            black=wish.black,
            look=wish.look,
        )
        if asked.key:
            with self._tools.store.writing() as tx:
                if not repeats.begin(tx, asked, self._tools.clock.now()):
                    repeats.finish(tx, asked, _ACCEPTED, f"version:{version.id}")
        return Edited(version=version)

    def _queue(self, caller: Caller, design: Design, edit: Edit, asked: Request) -> Edited:
        self._designs.recipe_after(caller, design, lettering=edit.lettering, cloth=edit.cloth)
        with self._tools.store.writing() as tx:
            # key, candidate, reservation and job in one commit, as for a design
            if there := repeats.begin(tx, asked, self._tools.clock.now()):
                return self._before(caller, design.id, there.body)
            must_not_wait_long(tx, caller)
            seen = tx.designs.lock(caller.tenant_id, design.id)
            must_be_changeable(seen)
            must_be_current(seen, edit.version_id)
            _refuse_second(caller, seen, edit)
            candidate = self._candidate(seen, edit)
            tx.designs.add_candidate(caller.tenant_id, candidate)
            self._reserve(tx, caller, seen, candidate)
            tx.designs.note(seen, caller, "asked for a change of the picture")
            job_id = tx.jobs.enqueue(caller.tenant_id, generate_job(seen.id, candidate.n))
            repeats.finish(tx, asked, _ACCEPTED, f"candidate:{candidate.n}")
            fail_at("design_before_commit")
        fail_at("design_after_commit")
        self._tools.dispatcher.kick(job_id, Lane.MODEL)
        return Edited(candidate=candidate)

    def _candidate(self, design: Design, edit: Edit) -> Candidate:
        """With the seed of the drawing that it goes back to: whoever draws it again draws the same."""
        root = next((c for c in design.candidates if c.n == edit.root), design.candidates[0])
        n = max(c.n for c in design.candidates) + 1
        return Candidate(design.id, n, CandidateState.QUEUED, root.seed, edit=edit)

    def _reserve(self, tx: Tx, caller: Caller, design: Design, candidate: Candidate) -> None:
        """What its drawing may cost; what is done here costs nothing."""
        if candidate.edit and candidate.edit.told:
            provider = provider_for(self._tools, tx, design, candidate)
            reserve(self._tools, tx, caller, candidate, provider, request_for(self._tools, design, candidate, provider))


def _read(instruction: str, product: Product, design: Design) -> prompts.Instruction:
    if not instruction.strip():
        return prompts.Instruction("")
    return prompts.read_instruction(
        instruction,
        cloths=[c.name for c in product.cloths],
        product=product.sku,
        subject=design.brief.subject,
    )


def _with_its_subject(instruction: str, subject: str) -> str:
    """A name that only sentence and change together make is found as well. A subject that an operator has let through is not
    judged again."""
    room = MAX_SUBJECT_CHARS - len(instruction) - 1  # what is longer is not looked at
    tail = subject[-room:] if room > 0 else ""
    return instruction if not tail or screened(tail, "") else f"{tail}\n{instruction}"


def _refuse_second(caller: Caller, design: Design, edit: Edit) -> None:
    """One change at a time; and what may have been paid for is asked for again by an operator alone."""
    if design.edit_at_work:
        raise Conflict(
            "edit_at_work",
            "A change of this picture is being drawn already.",
            "Wait until it is there, then ask for the next one.",
        )
    lost = (c for c in design.candidates if c.edit and c.outcome == OutcomeKind.UNKNOWN.value)
    same = (c.edit for c in lost if c.edit)
    if not caller.may_operate() and any((e.version_id, e.told) == (edit.version_id, edit.told) for e in same):
        raise NotAllowed(
            "may_be_paid",
            "The answer to this very change was lost, and it may have been paid for already.",
            "Ask for another change, or let an operator ask again; both calls are booked then.",
        )

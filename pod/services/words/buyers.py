"""The words that a buyer wants on a line of a shop's order: a design of its own with them, which goes on where it has its yes.

Never the sample of the pattern, and never nothing: a line is printed with its buyer's words to the letter, or waits for a
person with the reason.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pod.model.artwork import FileRef
from pod.model.caller import Caller, system_caller
from pod.model.design import Design, DesignState, Version
from pod.model.errors import InputRefused, PodError
from pod.model.job import Lane
from pod.model.personal import Cover, PersonalOffer
from pod.model.shoporder import ShopLine, TakenOrder
from pod.services.approving import NEEDED, Approvals
from pod.services.briefs import refuse_all, too_long
from pod.services.intakejobs import batch_of
from pod.services.ports import Tx
from pod.services.preparation import prepare_job
from pod.services.recipes import other_words
from pod.services.screening import judged
from pod.services.toolbox import Toolbox
from pod.services.words.changing import live_words
from pod.services.words.deriving import derive
from pod.services.words.measuring import against, tried
from pod.services.words.pattern import why_not_covered

BEING_MADE = "words_being_set"
"""The code of a line for which nobody has to do anything."""

_NO_LONGER = "the order no longer wants these words"
_D = DesignState
_WAITS = {_D.ARTWORK_READY, _D.PREPARING}
_DECIDED = (_D.ARCHIVED, _D.REJECTED)
"""A no stays one, also to words that come back."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A line whose buyer has words of their own for it, and the version of the design that it was sold as."""

    line: ShopLine
    pattern: Version
    offer: PersonalOffer


class BuyersWords:
    def __init__(self, tools: Toolbox) -> None:
        self._tools, self._approvals = tools, Approvals(tools)

    def set_all(self, caller: Caller, taken: TakenOrder, wanted: Sequence[Wanted]) -> Mapping[str, PodError]:
        """A design for each line that has none yet, and the pattern's yes where it covers one that is ready. What speaks against
        it, by the line's id."""
        self.put_away(caller, taken, (place_of(each.line, each.pattern) for each in wanted))
        refused = dict[str, PodError]()
        for each in wanted:
            try:
                self._set(caller, taken, each)
            except PodError as e:
                refused[each.line.id] = e
        return refused

    def _set(self, caller: Caller, taken: TakenOrder, wanted: Wanted) -> None:
        with self._tools.store.reading() as tx:
            design = _made(tx, caller, taken, wanted.line, wanted.pattern)
        if design is None:
            self._make(caller, taken, wanted)
        elif _is_put_away(design):
            self._take_back(caller, wanted, design)
        elif design.state is DesignState.PROOF_READY and wanted.offer.cover is Cover.PATTERN:
            self._cover(caller, wanted, design)

    def _make(self, caller: Caller, taken: TakenOrder, wanted: Wanted) -> None:
        """Screened, set and measured first: what does not fit is no design."""
        words, recipe = wanted.line.lettering, wanted.pattern.recipe
        refuse_all([*too_long(words)])
        self._screen(caller, wanted)
        old = live_words(recipe)
        layer = other_words(words, old, self._tools.catalogue.product(recipe.product), recipe.cloth)
        before, laid = tried(self._tools, recipe, (old, layer))
        refuse_all([("lettering", e) for e in against(before, laid)])
        place = place_of(wanted.line, wanted.pattern)
        with self._tools.store.writing() as tx:
            _, job_id = derive(tx, caller, wanted.pattern, layer, _batch(taken), place, self._tools.clock.now())
        self._tools.dispatcher.kick(job_id, Lane.RENDER)

    def _screen(self, caller: Caller, wanted: Wanted) -> None:
        words, design_id = wanted.line.lettering, wanted.pattern.design_id
        refuse_all(judged(self._tools, caller, "", words, design_id=design_id).refused)

    def _take_back(self, caller: Caller, wanted: Wanted, design: Design) -> None:
        """Words that come back are the design that they were: its version's name is part of the name that a partner knows the
        order by, and may not depend on how often a buyer has thought otherwise. What the sweep has taken is made again. The shop may have other rules for
        words by now."""
        self._screen(caller, wanted)
        with self._tools.store.writing() as tx:
            version = tx.designs.version(caller.tenant_id, design.current_version_id)
            job_id = tx.jobs.wake(caller.tenant_id, prepare_job(version))
            if not all(self._tools.files.exists(ref) for ref in _files_of(tx, version, caller)):
                tx.designs.drop_print_set(caller.tenant_id, version.id)
            tx.designs.move(design, _D.PREPARING, caller, "the order wants these words again")
        self._tools.dispatcher.kick(job_id, Lane.RENDER)

    def _cover(self, caller: Caller, wanted: Wanted, design: Design) -> None:
        """The yes that the pattern has, where nothing but the words differs; else a person is asked, with the reasons."""
        with self._tools.store.reading() as tx:
            made = tx.designs.version(caller.tenant_id, design.current_version_id)
        if reasons := why_not_covered(self._tools, caller, wanted.pattern, made):
            raise _needs_yes(wanted.line, design, " ".join(reasons))
        me = system_caller(caller.tenant_id, "pattern")
        for role in sorted(NEEDED[self._tools.approvals]):
            self._approvals.approve(me, design.id, role, version_id=made.id, own_prints=())
        with self._tools.store.writing() as tx:
            told = f"covered by the yes to version {wanted.pattern.n} of {wanted.pattern.design_id}: its words alone differ"
            tx.designs.note(tx.designs.get(caller.tenant_id, design.id), me, told)

    def put_away(self, caller: Caller, taken: TakenOrder, keep: Iterable[str] = ()) -> None:
        """Designs for words that are no longer wanted, before anything was ordered with them."""
        if taken.order_id:
            return
        places = frozenset(keep)
        with self._tools.store.writing() as tx:
            chosen = tx.designs.versions_named(caller.tenant_id, [r.version_id for r in taken.repairs]).values()
            kept = {version.design_id for version in chosen}
            for made in tx.personal.of_batch(caller.tenant_id, _batch(taken)):
                design = tx.designs.get(caller.tenant_id, made.design_id)
                if made.place not in places and design.id not in kept and design.state not in _DECIDED:
                    tx.designs.move(design, _D.ARCHIVED, caller, _NO_LONGER)


def wanted_words(tx: Tx, caller: Caller, line: ShopLine, pattern: Version) -> Wanted | None:
    """None for a design that is not open to buyers' words, or was deleted, and where there is nothing else to set than what it
    says."""
    offer = tx.personal.offer(caller.tenant_id, pattern.design_id)
    if offer is None or not line.lettering.strip() or _is_deleted(tx, caller, pattern) or _says_so(line, pattern):
        return None
    return Wanted(line, pattern, offer)


def with_its_words(tx: Tx, caller: Caller, taken: TakenOrder, line: ShopLine, pattern: Version) -> Version:
    """The version that the line is printed with; a refusal says what it waits for."""
    if _is_deleted(tx, caller, pattern):
        raise InputRefused(
            "design_deleted",
            "The design was deleted, and no words are set on it any more.",
            "Choose another design, or pay back what was bought of it.",
        )
    if not line.lettering.strip():
        raise InputRefused(
            "no_words",
            "This design is sold with its buyer's own words, and the order brings none: it would carry the sample's.",
            "Ask the buyer, make a design with their words, and choose it here.",
        )
    if _says_so(line, pattern):
        return pattern
    design = _made(tx, caller, taken, line, pattern)
    if design is None or _is_put_away(design):
        raise InputRefused(
            BEING_MADE, f"“{_short(line)}” is about to be set on it.", "Nothing to do: it goes on by itself."
        )
    return _ready(tx, caller, line, design)


def _is_deleted(tx: Tx, caller: Caller, pattern: Version) -> bool:
    return tx.designs.get(caller.tenant_id, pattern.design_id).state is _D.ARCHIVED


def _ready(tx: Tx, caller: Caller, line: ShopLine, design: Design) -> Version:
    if design.state is DesignState.APPROVED:
        return tx.designs.version(caller.tenant_id, design.current_version_id)
    if design.state in _WAITS:
        raise InputRefused(BEING_MADE, f"“{_short(line)}” is being set on it.", "Nothing to do: it goes on by itself.")
    if design.state is DesignState.PROOF_READY:
        raise _needs_yes(line, design, "")
    raise InputRefused(
        "words_stopped",
        f"“{_short(line)}” cannot be printed as it is: {design.reason or 'it was stopped'}",
        f"Mend design {design.id}, or choose another version here.",
        design_id=design.id,
    )


def place_of(line: ShopLine, pattern: Version) -> str:
    """The same line with the same words on the same version is one design, however often it is looked at."""
    return hashlib.sha256(json.dumps([line.id, pattern.id, line.lettering]).encode()).hexdigest()[:40]


def _made(tx: Tx, caller: Caller, taken: TakenOrder, line: ShopLine, pattern: Version) -> Design | None:
    made = tx.personal.made_for(caller.tenant_id, _batch(taken), place_of(line, pattern))
    return tx.designs.get(caller.tenant_id, made.design_id) if made else None


def _is_put_away(design: Design) -> bool:
    """Because the order had other words for a while, or was cancelled; not by a person, and not for good."""
    return design.state is DesignState.ARCHIVED and design.reason == _NO_LONGER


def _files_of(tx: Tx, version: Version, caller: Caller) -> Iterator[FileRef]:
    yield from (made.file for made in tx.designs.print_files(caller.tenant_id, version.id))
    for proof in tx.designs.proofs(caller.tenant_id, version.id):
        yield from (ref for ref in (proof.picture, proof.shown) if ref)


def _batch(taken: TakenOrder) -> str:
    return batch_of(taken.shop, taken.order.id)


def _says_so(line: ShopLine, pattern: Version) -> bool:
    return line.lettering.split() == live_words(pattern.recipe).text.split()


def _needs_yes(line: ShopLine, design: Design, why: str) -> InputRefused:
    return InputRefused(
        "words_need_yes",
        f"“{_short(line)}” is set on it and needs a yes.{f' {why}' if why else ''}",
        f"Look at the proof of design {design.id} and approve it: the order goes on by itself.",
        design_id=design.id,
    )


def _short(line: ShopLine) -> str:
    return " / ".join(line.lettering.splitlines())[:120]

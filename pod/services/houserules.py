"""A shop's own rules: words it refuses or has a licence for, whether it asks image services outside, and what an operator
has decided about single sentences."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

import prompts
from pod.model.caller import Caller
from pod.model.design import Design
from pod.model.errors import Conflict, InputRefused, NotFound, PodError
from pod.model.listing import History, Page
from pod.model.screening import HouseWord, HouseWords, Rule, Screening, Verdict
from pod.services.designs import Designs
from pod.services.screening import screened
from pod.services.toolbox import Toolbox, must_administer, must_look, must_operate

_LEAST_CHARS, _MOST_CHARS = 2, 64
_MOST_WORDS = 500
"""Of each shop. More than that is a list file."""


@dataclass(frozen=True, slots=True)
class HouseRules:
    """`history` is who changed which word or rule."""

    words: HouseWords
    asks_outside: bool
    history: Sequence[History]


class Rules:
    def __init__(self, tools: Toolbox, designs: Designs) -> None:
        self._tools = tools
        self._designs = designs

    # --- looking

    def rules(self, caller: Caller) -> HouseRules:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return HouseRules(
                tx.screenings.house(caller.tenant_id),
                tx.screenings.asks_outside(caller.tenant_id),
                tx.designs.history(caller.tenant_id, "screening"),
            )

    def decisions(self, caller: Caller, *, verdict: str = "", cursor: str = "", limit: int = 50) -> Page[Screening]:
        """What was decided about every sentence, the newest first."""
        must_look(caller)
        if verdict and verdict not in tuple(Verdict):
            known = ", ".join(Verdict)
            raise InputRefused("unknown_verdict", f"There is no verdict “{verdict[:20]}”.", f"There are: {known}.")
        with self._tools.store.reading() as tx:
            return tx.screenings.page(caller.tenant_id, state=verdict, cursor=cursor, limit=max(1, min(200, limit)))

    def let_through(self, caller: Caller, decisions: Sequence[Screening]) -> frozenset[str]:
        """The SHA-256 of those sentences among them that an operator has let through, then or later."""
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.screenings.overruled(caller.tenant_id, {one.sentence_sha256 for one in decisions})

    def tried(self, caller: Caller, sentence: str) -> tuple[PodError, ...]:
        """What would be refused in this sentence; nothing is kept of it."""
        must_look(caller)
        with self._tools.store.reading() as tx:
            house = tx.screenings.house(caller.tenant_id)
        return tuple(e for _, e in screened(sentence, "", house))

    # --- the shop's own words

    def refuse_word(self, caller: Caller, words: str, instead: str = "") -> None:
        """From now on these are not printed here. `instead` is what a shopper is offered."""
        must_operate(caller)
        word = HouseWord(_spelled(words), instead=prompts.plain(instead))
        if refused := prompts.screen(word.instead, HouseWords(refused=(word,))):
            raise InputRefused(
                "instead_refused",
                f"“{word.instead}” would be refused itself: {refused[0].message}",
                "Offer a wording that passes.",
            )
        self._set(caller, word, Rule.REFUSE)

    def allow_word(self, caller: Caller, words: str, why: str) -> None:
        """From now on this name passes here: the shop has a licence, and says which."""
        must_operate(caller)
        word = HouseWord(
            _spelled(words), why=_reason(why, "Say why it may be printed: the licence and how long it runs.")
        )
        if any(e.details["category"] == "content" for e in prompts.screen(word.words)):
            raise InputRefused(
                "not_allowable",
                f"“{word.words}” stands for content that is not printed for anyone.",
                "Let a single sentence through by overruling its decision, with a reason.",
            )
        self._set(caller, word, Rule.ALLOW)

    def drop_word(self, caller: Caller, words: str) -> None:
        must_operate(caller)
        with self._tools.store.writing() as tx:
            if not tx.screenings.drop_word(caller, prompts.plain(words)):
                raise NotFound("no_word", f"“{words[:40]}” is not one of this shop's words.", "See the list of words.")

    def _set(self, caller: Caller, word: HouseWord, rule: Rule) -> None:
        with self._tools.store.writing() as tx:
            house = tx.screenings.house(caller.tenant_id)
            if len(house.refused) + len(house.allowed) >= _MOST_WORDS:
                raise Conflict("too_many_words", f"This shop has {_MOST_WORDS} words already.", "Drop some first.")
            tx.screenings.set_word(caller, word, rule)

    # --- services outside

    def ask_outside(self, caller: Caller, *, allowed: bool) -> None:
        """Whether this shop's sentences may leave the house. Pictures that are being made outside are still fetched."""
        must_administer(caller)
        with self._tools.store.writing() as tx:
            tx.screenings.set_asks_outside(caller, allowed=allowed)

    # --- a single sentence

    def overrule(self, caller: Caller, screening_id: str, reason: str) -> Design:
        """Lets this very sentence through from now on, and does what was asked for with it. The same again changes nothing."""
        must_operate(caller)
        reason = _reason(reason, "Say why this may be printed: whoever asks later reads it.")
        with self._tools.store.writing() as tx:
            refused = tx.screenings.get(caller.tenant_id, screening_id)
            if refused.verdict is not Verdict.REFUSED:
                raise Conflict("not_refused", "This sentence was not refused by this decision.", "Nothing to do.")
            tx.screenings.keep(_overruled(refused, caller, reason, self._tools))
        return self._taken_up(caller, refused)

    def _taken_up(self, caller: Caller, refused: Screening) -> Design:
        if refused.brief:
            return self._designs.request_design(caller, refused.brief, idempotency_key=f"overruled {refused.id}")
        self._designs.edit(caller, refused.design_id, lettering=refused.sentence)
        return self._designs.get(caller, refused.design_id)


def _overruled(refused: Screening, caller: Caller, reason: str, tools: Toolbox) -> Screening:
    return replace(
        refused,
        id=hashlib.sha256(f"overruled {refused.id}".encode()).hexdigest()[:32],
        verdict=Verdict.OVERRULED,
        actor=caller.actor,
        at=tools.clock.now(),
        reason=reason,
        brief=None,
    )


def _spelled(words: str) -> str:
    spelled = prompts.plain(words)
    if not _LEAST_CHARS <= len(spelled) <= _MOST_CHARS or not any(c.isalpha() for c in spelled):
        raise InputRefused(
            "house_word",
            f"“{spelled[:40]}” has {len(spelled)} characters; a word or name has {_LEAST_CHARS} to {_MOST_CHARS}.",
            "Give a name as people type it, without the rest of the sentence.",
            measured=len(spelled),
            required=f"{_LEAST_CHARS}–{_MOST_CHARS}",
        )
    return spelled


def _reason(text: str, hint: str) -> str:
    if not text.strip():
        raise InputRefused("no_reason", "This needs a reason.", hint)
    return text.strip()[:500]

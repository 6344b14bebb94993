"""Whether what is known of partners is still so: their print areas, stock and prices are read again every day, and kept with
the date.

What they say changes no file. An area that is another than it was is a finding that a person looks at; a variant that is out of
stock or made no more is known before anybody approves or orders it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from fulfillment.base import Partner
from pod.model.caller import DEFAULT_TENANT, Caller, system_caller
from pod.model.errors import InputRefused, PodError
from pod.model.freshness import OfferSeen, Stock
from pod.model.health import Health
from pod.model.job import Done, Job, JobOutcome, Lane, Later, NeedsHuman, NewJob
from pod.model.states import in_words
from pod.services.partnercare import PartnerCare, health_key, knocked
from pod.services.toolbox import Toolbox, must_look, must_operate

log = structlog.get_logger("pod.freshness")

_AGAIN_S = 3600.0
_JUST_READ = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class PartnerStanding:
    """One partner as the shop's people see it: how it does, and what was last seen of our variants there."""

    name: str
    health: Health
    offers: tuple[OfferSeen, ...]
    now: datetime

    @property
    def seen_at(self) -> datetime | None:
        """Of what was seen longest ago."""
        return min((offer.seen_at for offer in self.offers), default=None)

    @property
    def not_verified(self) -> tuple[OfferSeen, ...]:
        return tuple(offer for offer in self.offers if not offer.verified(self.now))

    @property
    def changed(self) -> tuple[OfferSeen, ...]:
        return tuple(offer for offer in self.offers if offer.changed)

    def of_stock(self, stock: Stock) -> tuple[OfferSeen, ...]:
        return tuple(offer for offer in self.offers if offer.unavailable(self.now) is stock)

    @property
    def closed(self) -> bool:
        return self.health.blocked_s(self.now) > 0


@dataclass(frozen=True, slots=True)
class Doubts:
    """Variants of which every partner that has told of them says so: not to be had just now, among these such as are made no
    more; and sizes that were read too long ago. One that no partner tells of is in no doubt."""

    out: tuple[str, ...]
    gone: tuple[str, ...]
    not_verified: tuple[str, ...]


def _where_all(offers: Sequence[OfferSeen], so: Callable[[OfferSeen], bool]) -> Iterator[str]:
    for variant in dict.fromkeys(offer.variant for offer in offers):
        if all(so(offer) for offer in offers if offer.variant == variant):
            yield variant


def missing_at(tools: Toolbox, partner: str, variants: Iterable[str]) -> list[str]:
    """What the partner has said that it has not, or makes no more, in a sentence for each."""
    now, wanted = tools.clock.now(), set(variants)
    with tools.store.reading() as tx:
        found = [o for o in tx.offers.of_variants(wanted) if o.partner == partner and o.unavailable(now)]
    return [
        f"{offer.variant} is {in_words(offer.stock)} at {partner}, as it said on {offer.seen_at:%d %b %Y, %H:%M} UTC."
        " It is read again every day; choose another partner or variant, or wait."
        for offer in found
    ]


class Freshness:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools
        self._care = PartnerCare(tools)

    # --- for people

    def standing(self, caller: Caller) -> tuple[PartnerStanding, ...]:
        must_look(caller)
        names, now = list(self._tools.partners), self._tools.clock.now()
        with self._tools.store.reading() as tx:
            health = tx.health.of([health_key(name) for name in names])
            return tuple(
                PartnerStanding(name, health[health_key(name)], tuple(tx.offers.of(name)), now) for name in names
            )

    def doubts(self, variants: Iterable[str]) -> Doubts:
        """For anybody who is about to say yes to one of the variants."""
        now = self._tools.clock.now()
        with self._tools.store.reading() as tx:
            offers = [o for o in tx.offers.of_variants(list(variants)) if o.partner in self._tools.partners]
        return Doubts(
            out=tuple(_where_all(offers, lambda o: o.unavailable(now) is not None)),
            gone=tuple(_where_all(offers, lambda o: o.unavailable(now) is Stock.GONE)),
            not_verified=tuple(_where_all(offers, lambda o: not o.verified(now))),
        )

    def ask_again(self, caller: Caller, partner: str) -> None:
        """It is asked as if nothing had been, and read again."""
        must_operate(caller)
        self._known(partner)
        with self._tools.store.writing() as tx:
            tx.health.change(health_key(partner), knocked)
            job_id = tx.jobs.wake(DEFAULT_TENANT, self._job(partner))
        self._tools.dispatcher.kick(job_id, Lane.UPKEEP)

    def looked_at(self, caller: Caller, partner: str) -> int:
        """Somebody has looked at the areas that changed there; how many there were."""
        must_operate(caller)
        self._known(partner)
        with self._tools.store.writing() as tx:
            return tx.offers.looked_at(caller, partner)

    def _known(self, partner: str) -> None:
        if partner not in self._tools.partners:
            known = ", ".join(self._tools.partners)
            raise InputRefused("unknown_partner", f"There is no partner “{partner}” here.", f"There are: {known}.")

    # --- the job

    def schedule(self) -> None:
        """One job a day for each partner that can be asked, whoever asks for it and how often."""
        with self._tools.store.writing() as tx:
            for name, partner in self._tools.partners.items():
                if partner.sold():
                    tx.jobs.enqueue(DEFAULT_TENANT, self._job(name))

    def _job(self, partner: str) -> NewJob:
        today = self._tools.clock.now().date().isoformat()
        return NewJob("freshen", Lane.UPKEEP, f"freshen:{partner}:{today}", partner)

    def freshen(self, job: Job) -> JobOutcome:
        """Job `freshen`: product by product, as fast as the partner bears; where it was cut off, it goes on."""
        me = system_caller(job.tenant_id, "freshen")
        partner = self._tools.partners.get(job.subject)
        if partner is None:
            return Done()
        for variants in self._to_be_read(partner):
            wait = self._care.wait_for(partner.name)
            if wait:
                return Later(wait.seconds, wait.why)
            try:
                with self._care.asking(partner.name):
                    seen = partner.seen(variants)
            except PodError as e:
                return Later(_AGAIN_S, str(e))
            with self._tools.fenced(job) as tx:
                tx.offers.see(me, seen)
        return self._told(partner)

    def _to_be_read(self, partner: Partner) -> list[tuple[str, ...]]:
        """What has not been read a moment ago, by a run of this job that was cut off or had to wait."""
        since = self._tools.clock.now() - _JUST_READ
        with self._tools.store.reading() as tx:
            read = {offer.variant for offer in tx.offers.of(partner.name) if offer.seen_at >= since}
        return [variants for variants in partner.sold() if not read.issuperset(variants)]

    def _told(self, partner: Partner) -> JobOutcome:
        with self._tools.store.reading() as tx:
            changed = [offer for offer in tx.offers.of(partner.name) if offer.changed]
        if not changed:
            return Done()
        first = f"{changed[0].variant}: {changed[0].changed}"
        more = f", and {len(changed) - 1} more" if len(changed) > 1 else ""
        return NeedsHuman(
            f"{partner.name} has changed print areas ({first}{more}). No file was changed: look at them on the page Partners."
        )

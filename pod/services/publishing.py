"""Designs on sale: what is wanted is written down, a job brings the shop in line with it, and each thing is made there once.

The row is committed before the shop is called. Cut off anywhere, the job begins anew: what it has noted is not made again, and what it
has not noted is looked for there first.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from fulfillment.shops.base import retry_after_s
from fulfillment.shops.listings import PRODUCT, Hand, ListingRefused, Lists
from pod.failpoints import fail_at
from pod.model.caller import Caller, system_caller
from pod.model.design import Design
from pod.model.errors import Conflict, InputRefused, NotFound, PartnerFailed
from pod.model.job import Done, Job, JobOutcome, Lane, Later, NeedsHuman, NewJob, Retry
from pod.model.listing import Page
from pod.model.publication import Listing, ListingPicture, Publication, PublicationState
from pod.model.restore import Restore
from pod.model.states import in_words
from pod.services.listings import Listings, Template, Words
from pod.services.ports import Tx
from pod.services.restoring import newer_in_shop, not_looked_for_in_shop
from pod.services.toolbox import Toolbox, must_look, must_operate

_P = PublicationState


class Publishing:
    """`shops` are those in which designs can be put on sale."""

    def __init__(self, tools: Toolbox, shops: Mapping[str, Lists], template: Template) -> None:
        self._tools = tools
        self._shops = shops
        self._listings = Listings(tools, template)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._shops)

    # --- looking

    def of_design(self, caller: Caller, design_id: str) -> Sequence[Publication]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.publications.of_design(caller.tenant_id, tx.designs.get(caller.tenant_id, design_id).id)

    def page(self, caller: Caller, *, state: str = "", cursor: str = "", limit: int = 50) -> Page[Publication]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.publications.page(caller.tenant_id, state=state, cursor=cursor, limit=max(1, min(200, limit)))

    def siblings(self, caller: Caller, design_id: str) -> Sequence[Design]:
        """Approved designs of the same artwork, for other products and cloths."""
        must_look(caller)
        with self._tools.store.reading() as tx:
            return self._listings.siblings(tx, caller, tx.designs.get(caller.tenant_id, design_id))

    def preview(self, caller: Caller, design_id: str, shop: str, words: Words) -> Listing:
        """What would be put on sale; nothing is."""
        must_look(caller)
        with self._tools.store.reading() as tx:
            return self._composed(tx, caller, design_id, shop, words)

    # --- asking for it

    def publish(self, caller: Caller, design_id: str, shop: str, words: Words) -> Publication:
        """Puts it on sale, or brings what is on sale there already to what it is now: always the same product."""
        must_operate(caller)
        publication_id = _publication_id(caller.tenant_id, shop, design_id)
        with self._tools.store.writing() as tx:
            listing = self._composed(tx, caller, design_id, shop, words)
            # a job is locked before its subject, here as by its worker
            job_id = tx.jobs.wake(caller.tenant_id, publishing_job(publication_id))
            there = _there(tx.publications.of_design(caller.tenant_id, design_id), shop)
            if there is None:
                wanted = self._new(caller, design_id, shop, listing)
                tx.publications.add(wanted, caller)
            else:
                kept = {name: known for name, known in there.pieces.items() if name not in _skus(there.listing)}
                changes = {"listing": listing, "pieces": kept, "troubles": {}, "reason": ""}
                wanted = tx.publications.move(there, _P.WAITING, caller, "published anew", **changes)
            fail_at("publication_before_commit")
        fail_at("publication_after_commit")
        self._tools.dispatcher.kick(job_id, Lane.UPKEEP)
        return wanted

    def withdraw(self, caller: Caller, design_id: str, shop: str) -> Publication:
        """Takes it off sale; the product stays where it is, and is the same when it is published again."""
        must_operate(caller)
        with self._tools.store.writing() as tx:
            job_id = tx.jobs.wake(caller.tenant_id, publishing_job(_publication_id(caller.tenant_id, shop, design_id)))
            there = _there(tx.publications.of_design(caller.tenant_id, design_id), shop)
            if there is None:
                raise NotFound("no_publication", f"This design is not published in {shop[:40]}.", "Publish it first.")
            if there.state in (_P.WITHDRAWN, _P.WITHDRAWING):
                raise Conflict("off_sale", f"It is {in_words(there.state)} already.", "There is nothing to do.")
            wanted = tx.publications.move(
                there, _P.WITHDRAWING, caller, "to be taken off sale", reason="", looked_at=self._tools.clock.now()
            )
        self._tools.dispatcher.kick(job_id, Lane.UPKEEP)
        return wanted

    def _composed(self, tx: Tx, caller: Caller, design_id: str, shop: str, words: Words) -> Listing:
        tx.designs.get(caller.tenant_id, design_id)
        lists = self._shops.get(shop)
        if lists is None:
            known = ", ".join(self._shops) or "none is set up; see `pod shops`"
            raise InputRefused("unknown_shop", f"Nothing can be put on sale in “{shop[:40]}”.", f"There is: {known}.")
        handle = f"pod-{_publication_id(caller.tenant_id, shop, design_id)}"
        return self._listings.compose(tx, caller, design_id, handle, words, lists.limits)

    def _new(self, caller: Caller, design_id: str, shop: str, listing: Listing) -> Publication:
        return Publication(
            id=_publication_id(caller.tenant_id, shop, design_id),
            tenant_id=caller.tenant_id,
            shop=shop,
            design_id=design_id,
            state=_P.WAITING,
            listing=listing,
            created_at=self._tools.clock.now(),
            actor=caller.actor,
        )

    # --- the job

    def advance(self, job: Job) -> JobOutcome:
        """Job `publish`."""
        me = system_caller(job.tenant_id, "publish")
        with self._tools.store.reading() as tx:
            publication = tx.publications.get(job.tenant_id, job.subject)
            restore = tx.restores.last()
        lists = self._shops.get(publication.shop)
        if publication.state not in (_P.WAITING, _P.PUBLISHING, _P.WITHDRAWING):
            return Done()
        if lists is None:
            return NeedsHuman(f"The shop {publication.shop} is not set up (any more).")
        try:
            if restore and not_looked_for_in_shop(restore, publication, self._tools.clock.now()):
                return self._look(job, me, lists, publication, restore)
            if publication.state is _P.WITHDRAWING:
                return self._withdraw(job, me, lists, publication)
            return self._publish(job, me, lists, publication)
        except ListingRefused as e:
            return self._refused(job, me, e)
        except PartnerFailed as e:
            return Retry(str(e), after_s=retry_after_s(e))
        except Conflict as e:
            # something else is wanted of it now
            return Later(1.0, str(e))

    def give_up(self, tx: Tx, job: Job, reason: str) -> None:
        publication = tx.publications.get(job.tenant_id, job.subject)
        if publication.state in (_P.WAITING, _P.PUBLISHING, _P.WITHDRAWING):
            me = system_caller(job.tenant_id, "publish")
            tx.publications.move(publication, _P.FAILED, me, reason, reason=reason[:500])

    def _look(self, job: Job, me: Caller, lists: Lists, publication: Publication, restore: Restore) -> JobOutcome:
        """What is newer in the shop than in our books is not overwritten by them: a person decides."""
        there = lists.look(publication.listing.handle, publication.known_as)
        newer = newer_in_shop(restore, publication, there)
        looked = {"looked_at": self._tools.clock.now(), "known_as": there.known_as if there else ""}
        with self._tools.fenced(job) as tx:
            if newer:
                tx.publications.move(publication, _P.ON_HOLD, me, newer, reason=newer, **looked)
                return Done()
            tx.publications.change(publication, **looked)
        return Later(0.0, "looked for")

    def _publish(self, job: Job, me: Caller, lists: Lists, publication: Publication) -> JobOutcome:
        at_work = [publication]
        if publication.state is _P.WAITING:
            with self._tools.fenced(job) as tx:
                at_work[0] = tx.publications.move(publication, _P.PUBLISHING, me)
        fail_at("publication_after_intent")

        def note(pieces: Mapping[str, str]) -> None:
            fail_at("publication_before_piece")
            with self._tools.fenced(job) as tx:
                was = at_work[0]
                at_work[0] = tx.publications.change(
                    was, pieces={**was.pieces, **pieces}, known_as=pieces.get(PRODUCT, was.known_as)
                )
            fail_at("publication_after_piece")

        hand = Hand(at_work[0].pieces, note, self._data, self._address)
        published = lists.publish(publication.listing, hand)
        fail_at("publication_after_answer")
        with self._tools.fenced(job) as tx:
            ended = at_work[0]
            bad = len(published.troubles)
            words = f"{bad} of {len(ended.listing.variants)} skus were not taken" if bad else ""
            changes = {"known_as": published.known_as, "troubles": dict(published.troubles), "reason": words}
            tx.publications.move(ended, _P.PUBLISHED, me, words, **changes)
        return Done()

    def _withdraw(self, job: Job, me: Caller, lists: Lists, publication: Publication) -> JobOutcome:
        lists.withdraw(publication.listing.handle, publication.known_as)
        with self._tools.fenced(job) as tx:
            tx.publications.move(publication, _P.WITHDRAWN, me)
        return Done()

    def _refused(self, job: Job, me: Caller, e: ListingRefused) -> JobOutcome:
        with self._tools.fenced(job) as tx:
            now = tx.publications.get(job.tenant_id, job.subject)
            troubles = dict(e.details["troubles"])
            tx.publications.move(now, _P.FAILED, me, e.message, reason=str(e)[:500], troubles=troubles)
        return Done()

    def _data(self, picture: ListingPicture) -> bytes:
        return self._tools.files.open(picture.file)

    def _address(self, picture: ListingPicture) -> str:
        return self._tools.links.address(picture.file.sha256, "png")


def publishing_job(publication_id: str) -> NewJob:
    return NewJob("publish", Lane.UPKEEP, f"publish:{publication_id}", publication_id)


def _there(found: Sequence[Publication], shop: str) -> Publication | None:
    return next((p for p in found if p.shop == shop), None)


def _skus(listing: Listing) -> frozenset[str]:
    return frozenset(v.sku for v in listing.variants)


def _publication_id(tenant_id: str, shop: str, design_id: str) -> str:
    return hashlib.sha256(f"{tenant_id}\0{shop}\0{design_id}".encode()).hexdigest()[:20]

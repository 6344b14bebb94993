"""What is deleted is sold no more: each shop that sells it is told, by the job of what it sells there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from pod.model.caller import Caller
from pod.model.publication import Listing, Publication, PublicationState
from pod.model.shopsku import read_sold
from pod.services.ports import Tx
from pod.services.publishing import publishing_job

_P = PublicationState
_OFF_SALE = (_P.WITHDRAWN, _P.WITHDRAWING)
_DELETED = "its design was deleted"


def take_off_sale(tx: Tx, caller: Caller, design_id: str, now: datetime) -> list[int]:
    """The part of a deletion that is the shops': what was published of it goes off sale, and what another design's product sells of
    it goes out of that product. The jobs, to be kicked after the commit."""
    selling = [p for p in tx.publications.selling(caller.tenant_id, design_id) if p.state not in _OFF_SALE]
    # jobs are locked before their subjects, and these before the design
    jobs = [tx.jobs.wake(caller.tenant_id, publishing_job(p.id)) for p in selling]
    for publication in selling:
        left = _without(tx, caller, publication.listing, design_id)
        if publication.design_id == design_id or not left.variants or _was_going(tx, publication):
            # whoever deletes it has said so, or has taken it off before, whatever the shop has of it
            tx.publications.move(publication, _P.WITHDRAWING, caller, _DELETED, reason="", looked_at=now)
        else:
            looked_at = None if publication.state is _P.ON_HOLD else publication.looked_at
            changes = {"listing": left, "pieces": _pieces(publication), "reason": "", "looked_at": looked_at}
            tx.publications.move(publication, _P.WAITING, caller, f"sold without {design_id}: {_DELETED}", **changes)
    return jobs


def _was_going(tx: Tx, publication: Publication) -> bool:
    """Whether it stopped on its way off sale: it does not come back for what another design of it does."""
    moves = [row for row in tx.designs.history(publication.tenant_id, publication.id) if row.became]
    stopped = publication.state in (_P.FAILED, _P.ON_HOLD)
    return stopped and bool(moves) and moves[-1].came_from == _P.WITHDRAWING


def _without(tx: Tx, caller: Caller, listing: Listing, design_id: str) -> Listing:
    gone = [v for v in listing.variants if read_sold(v.sku)[0] == design_id]
    shown = {
        proof.picture.sha256
        for version_id in {v.version_id for v in gone}
        for proof in tx.designs.proofs(caller.tenant_id, version_id)
    }
    return replace(
        listing,
        variants=tuple(v for v in listing.variants if v not in gone),
        pictures=tuple(p for p in listing.pictures if p.file.sha256 not in shown),
    )


def _pieces(publication: Publication) -> dict[str, str]:
    """What is noted as there, but for the skus: those that are left are set anew."""
    skus = {v.sku for v in publication.listing.variants}
    return {name: known for name, known in publication.pieces.items() if name not in skus}

"""Designs on sale in shops, as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from pod.model.caller import Caller
from pod.model.errors import Conflict, NotFound
from pod.model.listing import Page
from pod.model.publication import PUBLICATION_MOVES, Publication, PublicationState
from pod.model.shopsku import read_sold, sold_as
from pod.model.states import moved
from pod.store.codec import decode, encode, to_micros
from pod.store.columns import metadata, who
from pod.store.rows import Bench

publications = sa.Table(
    "publications",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    *who(),
    sa.Column("shop", sa.String(64), nullable=False),
    sa.Column("design_id", sa.String(32), nullable=False),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("body", sa.JSON, nullable=False),
    sa.UniqueConstraint("tenant_id", "shop", "design_id"),
    sa.Index(None, "tenant_id", "state", "created_at"),
)


@dataclass(frozen=True, slots=True)
class SqlPublications:
    bench: Bench

    def add(self, publication: Publication, caller: Caller) -> None:
        added = self.bench.insert_once(
            publications,
            id=publication.id,
            tenant_id=publication.tenant_id,
            actor=publication.actor,
            created_at=to_micros(publication.created_at),
            shop=publication.shop,
            design_id=publication.design_id,
            state=publication.state.value,
            revision=publication.revision,
            body=encode(publication),
        )
        if not added:
            raise Conflict(
                "already_there", "This design is published in this shop already.", "Publish it anew instead."
            )
        self.bench.remember(caller, publication.id, "", publication.state.value, f"for {publication.shop}")

    def get(self, tenant_id: str, publication_id: str) -> Publication:
        c = publications.c
        found = self.bench.one(sa.select(publications).where(c.tenant_id == tenant_id, c.id == publication_id))
        if found is None:
            raise NotFound("no_publication", "There is no such publication.", "See the design's publications.")
        return _publication(found)

    def of_design(self, tenant_id: str, design_id: str) -> Sequence[Publication]:
        c = publications.c
        query = sa.select(publications).where(c.tenant_id == tenant_id, c.design_id == design_id).order_by(c.shop)
        return _all(self.bench.all(query))

    def selling(self, tenant_id: str, design_id: str) -> Sequence[Publication]:
        c, sku = publications.c, sold_as(design_id, "").partition("-")[0]
        # the skus stand in the body: it is searched as text, and then read
        named = sa.cast(c.body, sa.Text).contains(f"{sku}-", autoescape=True)
        query = sa.select(publications).where(c.tenant_id == tenant_id, named).order_by(c.created_at, c.id)
        found = _all(self.bench.all(query))
        return [p for p in found if any(read_sold(v.sku)[0] == design_id for v in p.listing.variants)]

    def change(self, publication: Publication, **changes: Any) -> Publication:
        return self._swap(publication, replace(publication, **changes))

    def move(
        self, publication: Publication, to: PublicationState, caller: Caller, note: str = "", **changes: Any
    ) -> Publication:
        became = moved("publication", PUBLICATION_MOVES, publication.state, to)
        changed = self._swap(publication, replace(publication, state=became, **changes))
        self.bench.remember(caller, publication.id, publication.state.value, became.value, note[:500])
        return changed

    def _swap(self, was: Publication, becomes: Publication) -> Publication:
        c = publications.c
        changed = replace(becomes, revision=was.revision + 1)
        self.bench.swap(
            "publication",
            publications,
            sa.and_(c.tenant_id == was.tenant_id, c.id == was.id, c.revision == was.revision),
            state=changed.state.value,
            revision=changed.revision,
            body=encode(changed),
        )
        return changed

    def page(self, tenant_id: str, *, state: str = "", cursor: str = "", limit: int = 50) -> Page[Publication]:
        c = publications.c
        return self.bench.page(
            publications, c.id, [c.tenant_id == tenant_id], _all, state=state, cursor=cursor, limit=limit
        )


def _all(rows: Sequence[sa.RowMapping]) -> list[Publication]:
    return [_publication(row) for row in rows]


def _publication(row: sa.RowMapping) -> Publication:
    return replace(decode(Publication, row["body"]), revision=row["revision"])

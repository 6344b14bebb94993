"""Designs, candidates, artworks, versions, print files, proofs and approvals as rows."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from pod.model.artwork import Artwork, FileRef
from pod.model.brief import DesignBrief
from pod.model.caller import Caller
from pod.model.design import (
    CANDIDATE_MOVES,
    DESIGN_MOVES,
    Candidate,
    CandidateState,
    Design,
    DesignState,
    Standing,
    Version,
)
from pod.model.errors import NotFound
from pod.model.listing import History, Needs, Page
from pod.model.printfile import PrintFile
from pod.model.proof import Approval, ApprovalRole, Proof
from pod.model.recipe import Recipe
from pod.model.states import moved
from pod.store import schema as t
from pod.store.codec import decode, encode, from_micros, to_micros
from pod.store.mockups import mockups
from pod.store.ownprints import own_prints
from pod.store.rows import Bench, like


@dataclass(frozen=True, slots=True)
class SqlDesigns:
    bench: Bench

    def add(self, design: Design) -> None:
        self.bench.insert(
            t.designs,
            id=design.id,
            tenant_id=design.tenant_id,
            actor=design.actor,
            created_at=to_micros(design.created_at),
            state=design.state.value,
            revision=design.revision,
            product=design.brief.product,
            search=f"{design.id} {design.brief.subject} {design.brief.lettering}".lower(),
            reason=design.reason,
            chosen=design.chosen,
            current_version_id=design.current_version_id,
            brief=encode(design.brief),
        )
        for candidate in design.candidates:
            self.add_candidate(design.tenant_id, candidate)

    def get(self, tenant_id: str, design_id: str) -> Design:
        row = self.bench.one(
            sa.select(t.designs).where(t.designs.c.tenant_id == tenant_id, t.designs.c.id == design_id)
        )
        if row is None:
            raise _no("design", design_id)
        return self._designs([row])[0]

    def lock(self, tenant_id: str, design_id: str) -> Design:
        self.get(tenant_id, design_id)
        self._touch(tenant_id, design_id)
        return self.get(tenant_id, design_id)

    def standing(self, tenant_id: str, design_id: str) -> Standing:
        c = t.designs.c
        row = self.bench.one(sa.select(c.state, c.revision).where(c.tenant_id == tenant_id, c.id == design_id))
        if row is None:
            raise _no("design", design_id)
        return Standing(DesignState(row["state"]), row["revision"])

    def move(self, design: Design, to: DesignState, caller: Caller, reason: str = "") -> Design:
        became = moved("design", DESIGN_MOVES, design.state, to)
        self.bench.swap(
            "design",
            t.designs,
            sa.and_(
                t.designs.c.id == design.id,
                t.designs.c.tenant_id == design.tenant_id,
                t.designs.c.state == design.state.value,
            ),
            state=became.value,
            reason=reason,
            revision=t.designs.c.revision + 1,
        )
        self.bench.remember(caller, design.id, design.state.value, became.value, reason)
        return self.get(design.tenant_id, design.id)

    def choose(self, design: Design, n: int, version_id: str) -> Design:
        self._set(design, chosen=n, current_version_id=version_id)
        return self.get(design.tenant_id, design.id)

    def many(self, tenant_id: str, design_ids: Sequence[str]) -> dict[str, Design]:
        c = t.designs.c
        rows = self.bench.all(sa.select(t.designs).where(c.tenant_id == tenant_id, c.id.in_(design_ids)))
        return {design.id: design for design in self._designs(rows)}

    def page(
        self,
        tenant_id: str,
        *,
        state: str = "",
        product: str = "",
        q: str = "",
        needs: Needs | None = None,
        cursor: str = "",
        limit: int = 50,
        oldest_first: bool = False,
    ) -> Page[Design]:
        wanted = [t.designs.c.tenant_id == tenant_id]
        if product:
            wanted.append(t.designs.c.product == product)
        if needs:
            wanted.append(_NEEDS[needs])
        if q:
            wanted.append(sa.or_(t.designs.c.search.like(like(q), escape="\\"), t.designs.c.id.in_(_ordered_as(q))))
        return self.bench.page(
            t.designs,
            t.designs.c.id,
            wanted,
            self._designs,
            state=state,
            cursor=cursor,
            limit=limit,
            oldest_first=oldest_first,
        )

    def add_candidate(self, tenant_id: str, candidate: Candidate) -> None:
        self.bench.insert(
            t.candidates,
            design_id=candidate.design_id,
            n=candidate.n,
            tenant_id=tenant_id,
            actor="job:generate",
            created_at=self.bench.now(),
            state=candidate.state.value,
            body=encode(candidate),
        )

    def move_candidate(self, tenant_id: str, candidate: Candidate, to: CandidateState, **changes: Any) -> Candidate:
        became = replace(candidate, state=moved("candidate", CANDIDATE_MOVES, candidate.state, to), **changes)
        c = t.candidates.c
        self.bench.swap(
            "candidate",
            t.candidates,
            sa.and_(
                c.design_id == candidate.design_id,
                c.n == candidate.n,
                c.tenant_id == tenant_id,
                c.state == candidate.state.value,
            ),
            state=became.state.value,
            body=encode(became),
        )
        self._touch(tenant_id, candidate.design_id)
        return became

    def add_artwork(self, tenant_id: str, artwork: Artwork) -> None:
        self.bench.insert(
            t.artworks,
            id=artwork.id,
            tenant_id=tenant_id,
            actor=f"provider:{artwork.provenance.provider}",
            created_at=self.bench.now(),
            design_id=artwork.design_id,
            sha256=artwork.file.sha256,
            body=encode(artwork),
        )

    def artwork(self, tenant_id: str, artwork_id: str) -> Artwork:
        found = self.artworks(tenant_id, [artwork_id])
        if not found:
            raise _no("artwork", artwork_id)
        return found[artwork_id]

    def artworks(self, tenant_id: str, artwork_ids: Sequence[str]) -> dict[str, Artwork]:
        c = t.artworks.c
        rows = self.bench.all(sa.select(c.id, c.body).where(c.tenant_id == tenant_id, c.id.in_(artwork_ids)))
        return {row["id"]: decode(Artwork, row["body"]) for row in rows}

    def drawn_since(self, tenant_id: str, since: datetime) -> Sequence[Candidate]:
        c = t.candidates.c
        ready = (c.tenant_id == tenant_id, c.created_at >= to_micros(since), c.state == CandidateState.READY.value)
        query = sa.select(c.body).where(*ready).order_by(c.created_at, c.design_id, c.n)
        return [decode(Candidate, row["body"]) for row in self.bench.all(query)]

    def artworks_since(self, tenant_id: str, since: datetime) -> dict[str, Artwork]:
        c = t.artworks.c
        query = sa.select(c.id, c.body).where(c.tenant_id == tenant_id, c.created_at >= to_micros(since))
        return {row["id"]: decode(Artwork, row["body"]) for row in self.bench.all(query)}

    def add_version(self, tenant_id: str, version: Version) -> None:
        self.bench.insert(
            t.versions,
            id=version.id,
            tenant_id=tenant_id,
            actor=version.actor,
            created_at=to_micros(version.created_at),
            design_id=version.design_id,
            n=version.n,
            recipe=version.recipe.to_json(),
            recipe_sha256=version.recipe_sha256,
        )
        # the words of every version are found, not only those of the brief
        words = version.recipe.lettering.text.lower() if version.recipe.lettering else ""
        self._touch(tenant_id, version.design_id, search=_with_words(words))

    def version(self, tenant_id: str, version_id: str) -> Version:
        found = self.versions_named(tenant_id, [version_id])
        if not found:
            raise _no("version", version_id)
        return found[version_id]

    def versions_named(self, tenant_id: str, version_ids: Sequence[str]) -> dict[str, Version]:
        c = t.versions.c
        rows = self.bench.all(sa.select(t.versions).where(c.tenant_id == tenant_id, c.id.in_(version_ids)))
        return {row["id"]: _version(row) for row in rows}

    def versions(self, tenant_id: str, design_id: str) -> Sequence[Version]:
        query = (
            sa.select(t.versions)
            .where(t.versions.c.tenant_id == tenant_id, t.versions.c.design_id == design_id)
            .order_by(t.versions.c.n)
        )
        return [_version(row) for row in self.bench.all(query)]

    def add_print_set(
        self, tenant_id: str, version_id: str, files: Sequence[PrintFile], proofs: Sequence[Proof]
    ) -> None:
        who = {"tenant_id": tenant_id, "actor": "job:prepare", "created_at": self.bench.now(), "version_id": version_id}
        if not self.bench.insert_once(t.print_sets, **who):
            return
        for file in files:
            self.bench.insert(
                t.print_files,
                id=file.id,
                area=file.area,
                format=file.format,
                sha256=file.file.sha256,
                body=encode(file),
                **who,
            )
        for proof in proofs:
            self.bench.insert(t.proofs, id=proof.id, area=proof.area, body=encode(proof), **who)
        self._touch(tenant_id, self.version(tenant_id, version_id).design_id)

    def drop_print_set(self, tenant_id: str, version_id: str) -> None:
        for table in (t.approvals, own_prints, mockups, t.proofs, t.print_files, t.print_sets):
            its = sa.and_(table.c.tenant_id == tenant_id, table.c.version_id == version_id)
            self.bench.connection.execute(sa.delete(table).where(its))

    def print_files(self, tenant_id: str, version_id: str) -> Sequence[PrintFile]:
        return self.print_files_of(tenant_id, [version_id])

    def print_files_of(self, tenant_id: str, version_ids: Sequence[str]) -> Sequence[PrintFile]:
        c = t.print_files.c
        query = sa.select(c.body).where(c.tenant_id == tenant_id, c.version_id.in_(version_ids))
        return [decode(PrintFile, row["body"]) for row in self.bench.all(query.order_by(c.area, c.format))]

    def proofs(self, tenant_id: str, version_id: str) -> Sequence[Proof]:
        return self.proofs_of(tenant_id, [version_id])

    def proofs_of(self, tenant_id: str, version_ids: Sequence[str]) -> Sequence[Proof]:
        c = t.proofs.c
        query = sa.select(c.body).where(c.tenant_id == tenant_id, c.version_id.in_(version_ids)).order_by(c.area)
        return [decode(Proof, row["body"]) for row in self.bench.all(query)]

    def note(self, design: Design, caller: Caller, text: str) -> None:
        self.bench.remember(caller, design.id, design.state.value, design.state.value, text)

    def add_approval(self, tenant_id: str, approval: Approval) -> None:
        """The first approval of a role stands; the same again changes nothing."""
        self.bench.insert_once(
            t.approvals,
            version_id=approval.version_id,
            role=approval.role.value,
            tenant_id=tenant_id,
            actor=approval.actor,
            created_at=to_micros(approval.at),
            body=encode(approval),
        )
        self._touch(tenant_id, self.version(tenant_id, approval.version_id).design_id)

    def approvals(self, tenant_id: str, version_id: str) -> Sequence[Approval]:
        return self.approvals_of(tenant_id, [version_id])

    def approvals_of(self, tenant_id: str, version_ids: Sequence[str]) -> Sequence[Approval]:
        c = t.approvals.c
        query = sa.select(c.body).where(c.tenant_id == tenant_id, c.version_id.in_(version_ids))
        return [decode(Approval, row["body"]) for row in self.bench.all(query.order_by(c.role))]

    def history(self, tenant_id: str, *subjects: str) -> Sequence[History]:
        c = t.history.c
        query = sa.select(t.history).where(c.tenant_id == tenant_id, c.subject.in_(subjects)).order_by(c.id)
        return [_history(row) for row in self.bench.all(query)]

    def files_in_use(self) -> set[str]:
        """A design that was put away needs its files no more, unless one of its versions was ordered."""
        c = t.designs.c
        ordered = sa.select(t.versions.c.design_id).join(t.order_items, t.order_items.c.version_id == t.versions.c.id)
        needed = sa.or_(c.state != DesignState.ARCHIVED.value, c.id.in_(ordered))
        keys = set[str]()
        for body in self.bench.connection.execute(sa.select(t.claims.c.body)).scalars():
            keys.update(_files_named_in(body))
        for table in (t.artworks, t.print_files, t.proofs, own_prints, mockups):
            bodies = sa.select(table.c.body).select_from(_of_designs(table)).where(needed)
            for body in self.bench.connection.execute(bodies).scalars():
                keys.update(_files_named_in(body))
        return keys | self._uploads_in_use(needed)

    def _uploads_in_use(self, needed: sa.ColumnElement[bool]) -> set[str]:
        """Those of designs that are needed, and those that no design has taken yet."""
        uploads, needs = t.uploads.c, sa.case((needed, 1), else_=0).label("needed")
        ways = [t.designs.c.brief[name].as_string().label("upload") for name in ("upload_id", "reference_id")]
        taken = sa.union_all(*(sa.select(way, needs) for way in ways)).subquery().c
        whose = t.uploads.outerjoin(taken.upload.table, taken.upload == uploads.id)
        rows = self.bench.connection.execute(
            sa.select(uploads.sha256).select_from(whose).where(sa.or_(taken.upload.is_(None), taken.needed == 1))
        )
        return set(rows.scalars())

    def _designs(self, rows: Sequence[sa.RowMapping]) -> tuple[Design, ...]:
        c = t.candidates.c
        query = sa.select(c.design_id, c.body).where(c.design_id.in_([row["id"] for row in rows])).order_by(c.n)
        candidates: dict[str, list[Candidate]] = {row["id"]: [] for row in rows}
        for found in self.bench.all(query):
            candidates[found["design_id"]].append(decode(Candidate, found["body"]))
        return tuple(_design(row, candidates[row["id"]]) for row in rows)

    def _set(self, design: Design, **values: Any) -> None:
        where = sa.and_(t.designs.c.id == design.id, t.designs.c.tenant_id == design.tenant_id)
        self.bench.swap("design", t.designs, where, revision=t.designs.c.revision + 1, **values)

    def _touch(self, tenant_id: str, design_id: str, **values: Any) -> None:
        where = sa.and_(t.designs.c.id == design_id, t.designs.c.tenant_id == tenant_id)
        self.bench.swap("design", t.designs, where, revision=t.designs.c.revision + 1, **values)


_FILE_REF = frozenset(field.name for field in dataclasses.fields(FileRef))


def _files_named_in(body: Any) -> Iterator[str]:
    """The key of every file that a stored value names, wherever it stands in it: a field that is added is found as well."""
    if isinstance(body, dict) and body.keys() >= _FILE_REF:
        yield decode(FileRef, body).key
    elif isinstance(body, dict):
        for value in body.values():
            yield from _files_named_in(value)
    elif isinstance(body, list):
        for value in body:
            yield from _files_named_in(value)


def _of_designs(table: sa.Table) -> sa.Join:
    """`table` with the design that each of its rows belongs to."""
    if "design_id" in table.c:
        return table.join(t.designs, t.designs.c.id == table.c.design_id)
    return table.join(t.versions, t.versions.c.id == table.c.version_id).join(
        t.designs, t.designs.c.id == t.versions.c.design_id
    )


def _design(row: sa.RowMapping, candidates: Sequence[Candidate]) -> Design:
    return Design(
        id=row["id"],
        tenant_id=row["tenant_id"],
        brief=decode(DesignBrief, row["brief"]),
        state=DesignState(row["state"]),
        actor=row["actor"],
        created_at=from_micros(row["created_at"]),
        revision=row["revision"],
        reason=row["reason"],
        chosen=row["chosen"],
        current_version_id=row["current_version_id"],
        candidates=tuple(candidates),
    )


def _ordered_as(q: str) -> sa.Select[Any]:
    """Ids of designs with a version in an order whose number or customer `q` finds."""
    versions, items, orders, addresses = t.versions.c, t.order_items.c, t.orders.c, t.addresses.c
    return (
        sa.select(versions.design_id)
        .join(t.order_items, items.version_id == versions.id)
        .join(t.orders, orders.id == items.order_id)
        .join(t.addresses, addresses.order_id == orders.id)
        .where(sa.or_(orders.search.like(like(q), escape="\\"), addresses.search.like(like(q), escape="\\")))
    )


def _with_words(words: str) -> sa.ColumnElement[str]:
    search = t.designs.c.search
    return sa.case((search.like(like(words), escape="\\"), search), else_=search + f" {words}")


def _last_actor() -> sa.ScalarSelect[str]:
    c = t.history.c
    last = sa.select(c.actor).where(c.subject == t.designs.c.id).order_by(c.id.desc()).limit(1)
    return last.correlate(t.designs).scalar_subquery()


_state = t.designs.c.state
_NEEDS = {
    Needs.APPROVAL: sa.and_(
        _state == DesignState.PROOF_READY.value,
        ~sa.exists().where(
            t.approvals.c.version_id == t.designs.c.current_version_id, t.approvals.c.role == ApprovalRole.SHOP.value
        ),
    ),
    # where a person has sent it back, the customer's answer is waited for, not the shop
    Needs.REPAIR: sa.or_(
        _state == DesignState.FAILED.value,
        sa.and_(_state == DesignState.WAITING_CUSTOMER.value, _last_actor().like("job:%")),
    ),
}


def _history(row: sa.RowMapping) -> History:
    plain = {name: row[name] for name in ("subject", "came_from", "became", "actor", "note", "origin")}
    return History(**plain, at=from_micros(row["created_at"]))


def _version(row: sa.RowMapping) -> Version:
    return Version(
        id=row["id"],
        design_id=row["design_id"],
        n=row["n"],
        recipe=Recipe.from_json(row["recipe"]),
        recipe_sha256=row["recipe_sha256"],
        created_at=from_micros(row["created_at"]),
        actor=row["actor"],
    )


def _no(thing: str, key: str) -> NotFound:
    return NotFound(f"no_{thing}", f"There is no such {thing}.", "Check the link.", id=key)

"""Screening's decisions and a shop's own words and rules, in rows."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from pod.model.brief import DesignBrief
from pod.model.caller import Caller
from pod.model.errors import NotFound
from pod.model.listing import Page
from pod.model.privacy import ERASED_WORDS
from pod.model.screening import Hit, HouseWord, HouseWords, Rule, Screening, Verdict
from pod.store import screening_schema as t
from pod.store.codec import decode, encode, from_micros, to_micros
from pod.store.rows import Bench

_SUBJECT = "screening"


@dataclass(frozen=True, slots=True)
class SqlScreenings:
    bench: Bench

    def keep(self, screening: Screening) -> bool:
        return self.bench.insert_once(
            t.screenings,
            id=screening.id,
            tenant_id=screening.tenant_id,
            actor=screening.actor,
            created_at=to_micros(screening.at),
            state=screening.verdict.value,
            sentence=screening.sentence,
            sentence_sha256=screening.sentence_sha256,
            list_version=screening.list_version,
            design_id=screening.design_id,
            reason=screening.reason,
            hits=encode(screening.hits),
            brief=encode(screening.brief),
        )

    def get(self, tenant_id: str, screening_id: str) -> Screening:
        c = t.screenings.c
        row = self.bench.one(sa.select(t.screenings).where(c.tenant_id == tenant_id, c.id == screening_id))
        if row is None:
            raise NotFound("no_screening", "There is no such decision.", "See the list of decisions.")
        return _screening(row)

    def overruled(self, tenant_id: str, sentences_sha256: Collection[str]) -> frozenset[str]:
        c = t.screenings.c
        wanted = (c.tenant_id == tenant_id, c.sentence_sha256.in_(sentences_sha256), c.state == Verdict.OVERRULED.value)
        return frozenset(row["sentence_sha256"] for row in self.bench.all(sa.select(c.sentence_sha256).where(*wanted)))

    def unsay(self, tenant_id: str, screening_ids: Collection[str]) -> None:
        c = t.screenings.c
        known = sa.select(c.sentence_sha256).where(c.tenant_id == tenant_id, c.id.in_(screening_ids))
        same = sa.and_(
            c.tenant_id == tenant_id, c.sentence_sha256.in_(row["sentence_sha256"] for row in self.bench.all(known))
        )
        for row in self.bench.all(sa.select(t.screenings).where(same)):
            hits = [{**hit, "words": ERASED_WORDS, "reason": ""} for hit in row["hits"]]
            # a hash of a few words is found by trying them
            gone = {"sentence": ERASED_WORDS, "sentence_sha256": secrets.token_hex(32), "hits": hits, "brief": None}
            self.bench.connection.execute(sa.update(t.screenings).where(c.id == row["id"]).values(**gone))

    def page(self, tenant_id: str, *, state: str = "", cursor: str = "", limit: int = 50) -> Page[Screening]:
        wanted = [t.screenings.c.tenant_id == tenant_id]
        return self.bench.page(
            t.screenings, t.screenings.c.id, wanted, _screenings, state=state, cursor=cursor, limit=limit
        )

    def house(self, tenant_id: str) -> HouseWords:
        c = t.house_words.c
        rows = self.bench.all(sa.select(t.house_words).where(c.tenant_id == tenant_id).order_by(c.words))

        def of(rule: Rule) -> tuple[HouseWord, ...]:
            return tuple(HouseWord(r["words"], r["instead"], r["why"]) for r in rows if r["rule"] == rule.value)

        return HouseWords(of(Rule.REFUSE), of(Rule.ALLOW))

    def set_word(self, caller: Caller, word: HouseWord, rule: Rule) -> None:
        self._delete_word(caller, word.words)
        self.bench.insert(
            t.house_words,
            tenant_id=caller.tenant_id,
            actor=caller.actor,
            created_at=self.bench.now(),
            words=word.words,
            rule=rule.value,
            instead=word.instead,
            why=word.why,
        )
        self.bench.remember(caller, _SUBJECT, "", rule.value, word.words)

    def drop_word(self, caller: Caller, words: str) -> bool:
        if not self._delete_word(caller, words):
            return False
        self.bench.remember(caller, _SUBJECT, "", "dropped", words)
        return True

    def _delete_word(self, caller: Caller, words: str) -> bool:
        c = t.house_words.c
        where = sa.and_(c.tenant_id == caller.tenant_id, c.words == words)
        return self.bench.connection.execute(sa.delete(t.house_words).where(where)).rowcount > 0

    def asks_outside(self, tenant_id: str) -> bool:
        row = self.bench.one(sa.select(t.tenants).where(t.tenants.c.tenant_id == tenant_id))
        return True if row is None else bool(row["outside_providers"])

    def set_asks_outside(self, caller: Caller, *, allowed: bool) -> None:
        before = self.asks_outside(caller.tenant_id)
        who = {"actor": caller.actor, "created_at": self.bench.now(), "outside_providers": allowed}
        if not self.bench.insert_once(t.tenants, tenant_id=caller.tenant_id, **who):
            where = t.tenants.c.tenant_id == caller.tenant_id
            self.bench.connection.execute(sa.update(t.tenants).where(where).values(**who))
        if before != allowed:
            self.bench.remember(
                caller, _SUBJECT, _outside(before), _outside(allowed), "image services outside this machine"
            )


def _outside(allowed: bool) -> str:
    return "asked" if allowed else "forbidden"


def _screenings(rows: Sequence[sa.RowMapping]) -> Sequence[Screening]:
    return [_screening(row) for row in rows]


def _screening(row: sa.RowMapping) -> Screening:
    return Screening(
        id=row["id"],
        tenant_id=row["tenant_id"],
        sentence=row["sentence"],
        sentence_sha256=row["sentence_sha256"],
        verdict=Verdict(row["state"]),
        list_version=row["list_version"],
        hits=decode(tuple[Hit, ...], row["hits"]),
        actor=row["actor"],
        at=from_micros(row["created_at"]),
        design_id=row["design_id"],
        reason=row["reason"],
        brief=decode(DesignBrief, row["brief"]) if row["brief"] else None,
    )

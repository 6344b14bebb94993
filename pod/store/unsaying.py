"""A buyer's own words, taken out of everything that says them: the designs that were made of them, and what was written about these."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import sqlalchemy as sa

from pod.model.privacy import ERASED_WORDS, without_words
from pod.store import schema as t
from pod.store.mockups import mockups
from pod.store.orders import redacted
from pod.store.ownprints import own_prints
from pod.store.personal import personal_designs
from pod.store.rows import Bench

Clean = Callable[[str], str]


def unsay(bench: Bench, tenant_id: str, design_id: str) -> None:
    """The recipe keeps its hash, by which it was approved, and the print files stay: they go on a day of their own. What shows
    the words goes now."""
    design = bench.one(sa.select(t.designs).where(t.designs.c.id == design_id, t.designs.c.tenant_id == tenant_id))
    if design is None:
        return
    versions = bench.all(sa.select(t.versions).where(t.versions.c.design_id == design_id))
    recipes = {row["id"]: json.loads(row["recipe"]) for row in versions}
    said = {design["brief"]["lettering"], *(r["lettering"]["text"] for r in recipes.values() if r["lettering"])}
    said -= {"", ERASED_WORDS}

    def clean(text: str) -> str:
        return without_words(text, said)

    _of_design(bench, design, clean)
    for version_id, recipe in recipes.items():
        _of_version(bench, version_id, recipe, clean)
    _of_what_was_written(bench, {design_id, *recipes}, clean)


def _of_design(bench: Bench, design: sa.RowMapping, clean: Clean) -> None:
    c, brief = t.designs.c, design["brief"]
    bare = {**brief, "lettering": ERASED_WORDS if brief["lettering"] else ""}
    _set(
        bench,
        t.designs,
        c.id == design["id"],
        brief=bare,
        search=clean(design["search"]),
        reason=clean(design["reason"]),
    )
    _clean_json(bench, t.candidates, t.candidates.c.design_id == design["id"], clean)
    # what it was made for is named by a hash of its words
    made = personal_designs.c.design_id == design["id"]
    _set(bench, personal_designs, made, place=f"erased:{secrets.token_hex(16)}")


def _of_version(bench: Bench, version_id: str, recipe: dict[str, Any], clean: Clean) -> None:
    if recipe["lettering"]:
        layer = {**recipe["lettering"], "text": ERASED_WORDS}
        # the words by which the artwork was placed are the pattern's, or others that the same buyer had
        if layer.get("placed_by"):
            layer["placed_by"] = {**layer["placed_by"], "text": clean(layer["placed_by"]["text"])}
        bare = {**recipe, "lettering": layer}
        written = json.dumps(bare, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        _set(bench, t.versions, t.versions.c.id == version_id, recipe=written)
    for table in (t.proofs, mockups):
        bench.connection.execute(sa.delete(table).where(table.c.version_id == version_id))
    for table in (t.print_files, own_prints):
        _clean_json(bench, table, table.c.version_id == version_id, clean)


def _of_what_was_written(bench: Bench, subjects: AbstractSet[str], clean: Clean) -> None:
    columns = (
        t.history.c.note,
        t.jobs.c.last_error,
        t.jobs.c.payload,
        t.jobs_archive.c.payload,
        t.outbox.c.body,
        t.outbox.c.last_error,
    )
    for column in columns:
        _clean_column(bench, column, column.table.c.subject.in_(subjects), clean)


def _clean_column(bench: Bench, column: sa.Column[Any], where: sa.ColumnElement[bool], clean: Clean) -> None:
    key = column.table.c.id
    for row in bench.all(sa.select(key.label("key"), column.label("said")).where(where)):
        bare = redacted(row["said"], clean, words=True)
        if bare != row["said"]:
            _set(bench, column.table, key == row["key"], **{column.name: bare})


def _clean_json(bench: Bench, table: sa.Table, where: sa.ColumnElement[bool], clean: Clean) -> None:
    keys: Sequence[sa.Column[Any]] = list(table.primary_key.columns)
    for row in bench.all(sa.select(*keys, table.c.body).where(where)):
        this = sa.and_(*(key == row[key.name] for key in keys))
        _set(bench, table, this, body=redacted(row["body"], clean))


def _set(bench: Bench, table: Any, where: sa.ColumnElement[bool], **values: Any) -> None:
    bench.connection.execute(sa.update(table).where(where).values(**values))

"""Preparation: a version's print files, preflight and proofs, those of partners' own areas among them, visible all together or
not at all."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from pod.failpoints import fail_at
from pod.model.caller import Caller, system_caller
from pod.model.design import Design, DesignState, Version
from pod.model.errors import ChecksBlocked, InputRefused, NotFound, TooMuchWork
from pod.model.findings import Findings
from pod.model.job import Done, Job, JobOutcome, Lane, NewJob
from pod.model.message import Event
from pod.model.printfile import PrintFile
from pod.model.proof import Proof
from pod.services.intakejobs import wake_its_order
from pod.services.messages.announcing import announce, ask_customer
from pod.services.ownprints import OwnPrints
from pod.services.picturework import PrintSetMade, make_print_set
from pod.services.ports import Tx
from pod.services.printset import PREPARE_MB, PREPARE_S, kept, print_task
from pod.services.toolbox import Toolbox

OF_THE_CLOTH = "invisible_on_cloth"
"""The finding that another cloth makes untrue; print files are looked at for it by themselves."""

_TRIES = 2
"""How often print files that broke off are made again: the hour may be to blame, a third time it is the picture."""


class Preparation:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools
        self._own = OwnPrints(tools)

    def prepare(self, job: Job) -> JobOutcome:
        """Job `prepare`: carries a version id. Runs again after a crash make the same bytes and change nothing twice."""
        me = system_caller(job.tenant_id, "prepare")
        with self._tools.store.reading() as tx:
            version = tx.designs.version(job.tenant_id, str(job.payload["version"]))
            design = tx.designs.get(job.tenant_id, version.design_id)
        if not _waits_for(design, version):
            return Done()
        try:
            files, proofs = self._made_before(design, version) or self._make(design, version)
        except (InputRefused, ChecksBlocked, NotFound) as e:
            if isinstance(e, TooMuchWork) and job.attempts < _TRIES:
                raise
            with self._tools.fenced(job) as tx:
                _fail(tx, me, version, str(e))
            return Done()
        own = self._own.to_be_shown(design, version, files)
        fail_at("prepare_before_manifest")
        with self._tools.fenced(job) as tx:
            if tx.designs.get(job.tenant_id, design.id).state is DesignState.ARCHIVED:
                # deleted, or its buyer erased: what shows their words is not written down after that
                return Done()
            tx.designs.add_print_set(job.tenant_id, version.id, files, proofs)
            tx.own_prints.add(me, own)
            _move_on(tx, me, version)
        fail_at("prepare_after_commit")
        return Done()

    def give_up(self, tx: Tx, job: Job, reason: str) -> None:
        """No further try is made: the design has failed, unless a newer version has taken this one's place."""
        version = tx.designs.version(job.tenant_id, str(job.payload["version"]))
        _fail(tx, system_caller(job.tenant_id, "prepare"), version, reason)

    def _made_before(self, design: Design, version: Version) -> tuple[list[PrintFile], list[Proof]] | None:
        """Those that it has, or an older version with the very same recipe, where all of them are still there: who goes back to
        it gets the same bytes, also of files that carry a date."""
        with self._tools.store.reading() as tx:
            older = [v for v in tx.designs.versions(design.tenant_id, design.id) if v.n <= version.n]
            for same in (v.id for v in older if v.recipe_sha256 == version.recipe_sha256):
                files = tx.designs.print_files(design.tenant_id, same)
                proofs = tx.designs.proofs(design.tenant_id, same)
                if files and self._are_there(files, proofs):
                    return [_again(f, version) for f in files], [_again(p, version) for p in proofs]
        return None

    def _are_there(self, files: Sequence[PrintFile], proofs: Sequence[Proof]) -> bool:
        refs = [*(f.file for f in files), *(p.picture for p in proofs), *(p.shown for p in proofs if p.shown)]
        return all(self._tools.files.exists(ref) for ref in refs)

    def _make(self, design: Design, version: Version) -> tuple[list[PrintFile], list[Proof]]:
        with self._tools.files.workspace() as folder:
            task = print_task(self._tools, design, version, folder)
            made = self._tools.offload.call(make_print_set, task, timeout_s=PREPARE_S, memory_mb=PREPARE_MB)
            return self._stored(version, made)

    def _stored(self, version: Version, made: PrintSetMade) -> tuple[list[PrintFile], list[Proof]]:
        files, hashes = list[PrintFile](), dict[Path, str]()
        for prepared in made.files:
            files.append(kept(self._tools, version, prepared))
            hashes[prepared.path] = files[-1].file.sha256
            fail_at("prepare_between_files")
        proofs = [
            Proof(
                id=secrets.token_hex(16),
                version_id=version.id,
                area=proof.area,
                picture=self._tools.files.put_file(proof.path, "image/png"),
                print_file_sha256=hashes[proof.print_file],
                cloth=proof.cloth,
                shown=self._tools.files.put_file(proof.shown, "image/webp"),
            )
            for proof in made.proofs
        ]
        return files, proofs


def prepare_job(version: Version) -> NewJob:
    return NewJob("prepare", Lane.RENDER, f"prepare:{version.id}", version.design_id, {"version": version.id})


def _waits_for(design: Design, version: Version) -> bool:
    return design.state is DesignState.PREPARING and design.current_version_id == version.id


def _move_on(tx: Tx, me: Caller, version: Version) -> None:
    """To the proof, or to the customer where a check of the artwork or of a file has blocked it; nowhere when an edit has
    overtaken it."""
    design = tx.designs.get(me.tenant_id, version.design_id)
    if not _waits_for(design, version):
        return
    wake_its_order(tx, me.tenant_id, design.id)
    files = tx.designs.print_files(me.tenant_id, version.id)
    blocked = [*_found_in_art(design, version).blocked, *(f for made in files for f in made.findings.blocked)]
    if blocked:
        sentences = dict.fromkeys(f.message for f in blocked)
        ask_customer(tx, tx.designs.move(design, DesignState.WAITING_CUSTOMER, me, " ".join(sentences)))
    else:
        tx.designs.move(design, DesignState.PROOF_READY, me)
        announce(tx, design.tenant_id, Event.PROOF_READY, version.id, design=design.id)


def _found_in_art(design: Design, version: Version) -> Findings:
    """What its candidate's checks found: a print file shows a painted checkerboard as well as anything else. Not how it looks
    on the cloth, which may be another by now: the file's own check sees to that."""
    drawn = design.drawn_as(version.recipe.artwork.artwork_id)
    return drawn.findings.without(OF_THE_CLOTH) if drawn else Findings()


def _fail(tx: Tx, me: Caller, version: Version, reason: str) -> None:
    design = tx.designs.get(me.tenant_id, version.design_id)
    if _waits_for(design, version):
        wake_its_order(tx, me.tenant_id, design.id)
        tx.designs.move(design, DesignState.FAILED, me, reason)


_Made = TypeVar("_Made", PrintFile, Proof)


def _again(made: _Made, version: Version) -> _Made:
    """The same file as one of `version`."""
    return replace(made, id=secrets.token_hex(16), version_id=version.id)

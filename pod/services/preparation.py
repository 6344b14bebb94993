"""Preparation: a version's print files, preflight and proofs, visible all together or not at all."""

from __future__ import annotations

import secrets
from pathlib import Path

from pod.failpoints import fail_at
from pod.model.caller import Caller, system_caller
from pod.model.design import Design, DesignState, Version
from pod.model.errors import PodError
from pod.model.findings import Findings
from pod.model.job import Done, Job, JobOutcome
from pod.model.printfile import PrintFile
from pod.model.proof import Proof
from pod.printprep import PreparedFile
from pod.services.picturework import PrintSetMade, PrintTask, make_print_set
from pod.services.toolbox import Toolbox

_PREPARE_S, _PREPARE_MB = 240.0, 3072
_MEDIA_TYPES = {"png": "image/png", "pdf": "application/pdf"}


class Preparation:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def prepare(self, job: Job) -> JobOutcome:
        """Job `prepare`: carries a version id. Runs again after a crash make the same bytes and change nothing twice."""
        me = system_caller(job.tenant_id, "prepare")
        with self._tools.store.reading() as tx:
            version = tx.designs.version(job.tenant_id, str(job.payload["version"]))
            design = tx.designs.get(job.tenant_id, version.design_id)
            made = tx.designs.print_files(job.tenant_id, version.id)
        if design.current_version_id != version.id or design.state is not DesignState.PREPARING:
            return Done()
        if made:
            return self._moved_on(me, version, sum((f.findings for f in made), Findings()))
        try:
            files, proofs = self._make(design, version)
        except PodError as e:
            with self._tools.store.writing() as tx:
                tx.designs.move(tx.designs.get(job.tenant_id, design.id), DesignState.FAILED, me, str(e))
            return Done()
        fail_at("prepare_before_manifest")
        with self._tools.store.writing() as tx:
            tx.designs.add_print_set(job.tenant_id, version.id, files, proofs)
        return self._moved_on(me, version, sum((f.findings for f in files), Findings()))

    def _make(self, design: Design, version: Version) -> tuple[list[PrintFile], list[Proof]]:
        recipe = version.recipe
        product = self._tools.catalogue.product(recipe.product)
        with self._tools.files.workspace() as folder:
            task = PrintTask(
                recipe=recipe,
                product=product,
                process=self._tools.catalogue.process(product.process),
                master=self._tools.files.path(recipe.artwork.sha256),
                vector=self._tools.files.path(recipe.artwork.vector_sha256) if recipe.artwork.vector_sha256 else None,
                folder=folder,
                title=design.brief.subject[:120],
                when=version.created_at,
            )
            made = self._tools.offload.call(make_print_set, task, timeout_s=_PREPARE_S, memory_mb=_PREPARE_MB)
            return self._stored(version, made)

    def _stored(self, version: Version, made: PrintSetMade) -> tuple[list[PrintFile], list[Proof]]:
        files, hashes = list[PrintFile](), dict[Path, str]()
        for prepared in made.files:
            files.append(_print_file(version, prepared, self._tools))
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
            )
            for proof in made.proofs
        ]
        return files, proofs

    def _moved_on(self, me: Caller, version: Version, findings: Findings) -> JobOutcome:
        with self._tools.store.writing() as tx:
            design = tx.designs.get(me.tenant_id, version.design_id)
            if design.current_version_id == version.id and design.state is DesignState.PREPARING:
                if findings.blocked:
                    # PNG and PDF of an area mostly share their fault: it is said once
                    sentences = dict.fromkeys(f.message for f in findings.blocked)
                    tx.designs.move(design, DesignState.WAITING_CUSTOMER, me, " ".join(sentences))
                else:
                    tx.designs.move(design, DesignState.PROOF_READY, me)
        return Done()


def _print_file(version: Version, made: PreparedFile, tools: Toolbox) -> PrintFile:
    return PrintFile(
        id=secrets.token_hex(16),
        version_id=version.id,
        area=made.area,
        format=made.format,
        file=tools.files.put_file(made.path, _MEDIA_TYPES[made.format]),
        width_px=made.width_px,
        height_px=made.height_px,
        trim_mm=made.trim_mm,
        bleed_mm=made.bleed_mm,
        art_mm=made.art_mm,
        output_ppi=made.output_ppi,
        source_ppi=made.source_ppi,
        colour=made.colour,
        prep_version=made.prep_version,
        findings=made.findings,
    )

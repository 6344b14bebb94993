"""Versions with their print files, proofs and approvals, as the API shows them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Self

from pydantic import Field

from pod.model.design import Version
from pod.model.ownarea import OwnApproval, OwnPrint
from pod.model.printfile import PrintFile
from pod.model.product import BlackInk, Wrap
from pod.model.proof import Approval, Proof
from pod.web.api.shapes import Answer, BoxOut, FileOut, FindingsOut
from pod.web.context import caller


class PrintFileOut(Answer):
    area: str = Field(examples=["front"])
    format: str = Field(examples=["pdf"])
    file: FileOut
    width_px: int
    height_px: int
    trim_width_mm: float
    trim_height_mm: float
    bleed_mm: float
    art_mm: BoxOut = Field(description="Where the art lies inside the trim, from its left upper corner.")
    output_ppi: float
    source_ppi: float = Field(description="What the artwork itself delivers at this size.")
    colour: str
    prep_version: str
    checks: FindingsOut

    @classmethod
    def of(cls, made: PrintFile, name: str) -> Self:
        return cls(
            area=made.area,
            format=made.format,
            file=FileOut.of(made.file, f"{name}-{made.area}.{made.format}"),
            width_px=made.width_px,
            height_px=made.height_px,
            trim_width_mm=made.trim_mm.width,
            trim_height_mm=made.trim_mm.height,
            bleed_mm=made.bleed_mm,
            art_mm=BoxOut.of(made.art_mm),
            output_ppi=made.output_ppi,
            source_ppi=made.source_ppi,
            colour=made.colour,
            prep_version=made.prep_version,
            checks=FindingsOut.of(made.findings),
        )


class ProofOut(Answer):
    area: str
    cloth: str
    picture: FileOut
    shown: FileOut | None = Field(description="The same picture, light.")
    print_file_sha256: str = Field(description="The print file that this picture was drawn from.")
    checks: FindingsOut

    @classmethod
    def of(cls, proof: Proof) -> Self:
        return cls(
            area=proof.area,
            cloth=proof.cloth,
            picture=FileOut.of(proof.picture),
            shown=FileOut.of(proof.shown) if proof.shown else None,
            print_file_sha256=proof.print_file_sha256,
            checks=FindingsOut.of(proof.findings),
        )


class OwnPrintOut(Answer):
    """The art on a partner's own area. `needs_yes`: it departs further from the approved proof than an approval covers."""

    id: str
    partner: str = Field(description="Who prints it: for the shop's people only.")
    sizes: tuple[str, ...] = Field(description="Of the product, as far as they were asked for when it was made.")
    area: str
    width_mm: float = Field(description="Of the partner's area, bleed included.")
    height_mm: float
    change: float = Field(description="Of the art's size against the approved one: -0.1 is a tenth smaller.")
    moved_mm: float = Field(description="The edge of the art that is furthest from where it was approved.")
    cut: float = Field(description="The share of the art that is cut off and was not.")
    needs_yes: bool
    approved_by: tuple[str, ...]
    files: tuple[PrintFileOut, ...]
    proof: FileOut | None
    shown: FileOut | None = Field(description="The proof, light.")

    @classmethod
    def of(cls, own: OwnPrint, name: str, said: Sequence[OwnApproval]) -> Self:
        return cls(
            id=own.id,
            partner=own.partner if caller().may_look() else "",
            sizes=own.sizes,
            area=own.area,
            width_mm=round(own.size_mm.width, 2),
            height_mm=round(own.size_mm.height, 2),
            change=round(own.departure.change, 4),
            moved_mm=round(own.departure.moved_mm, 2),
            cut=round(own.departure.cut, 4),
            needs_yes=not own.departure.within,
            approved_by=tuple(a.role.value for a in said if a.own_print_id == own.id),
            files=tuple(PrintFileOut.of(f, name) for f in own.files),
            proof=FileOut.of(own.proof) if own.proof else None,
            shown=FileOut.of(own.shown) if own.shown else None,
        )


class FilesOut(Answer):
    version_id: str
    files: tuple[PrintFileOut, ...]
    proofs: tuple[ProofOut, ...]
    own_prints: tuple[OwnPrintOut, ...] = Field(description="Files for print areas of partners who have their own.")

    @classmethod
    def of(
        cls,
        version_id: str,
        name: str,
        files: Sequence[PrintFile],
        proofs: Sequence[Proof],
        own: tuple[Sequence[OwnPrint], Sequence[OwnApproval]],
    ) -> Self:
        prints, said = own
        return cls(
            version_id=version_id,
            files=tuple(PrintFileOut.of(f, name) for f in files),
            proofs=tuple(ProofOut.of(p) for p in proofs),
            own_prints=tuple(OwnPrintOut.of(o, name, said) for o in prints),
        )


class ApprovalOut(Answer):
    version_id: str
    role: str = Field(examples=["shopper"])
    actor: str = Field(description="Who exactly: for the shop's people only.")
    at: datetime
    artwork_sha256: str
    recipe_sha256: str
    print_files: dict[str, str] = Field(examples=[{"front.png": "9f86d08…"}], description="SHA-256 of each print file.")

    @classmethod
    def of(cls, approval: Approval) -> Self:
        return cls(
            version_id=approval.version_id,
            role=approval.role.value,
            actor=approval.actor if caller().may_look() else "",
            at=approval.at,
            artwork_sha256=approval.artwork_sha256,
            recipe_sha256=approval.recipe_sha256,
            print_files=dict(approval.print_files),
        )


class VersionOut(Answer):
    id: str
    n: int
    product: str
    cloth: str
    lettering: str
    wrap: Wrap
    black: BlackInk = Field(description="`cloth`: black art is left out, and the black cloth shows.")
    recipe_sha256: str
    created_at: datetime
    approvals: tuple[ApprovalOut, ...]

    @classmethod
    def of(cls, version: Version, approvals: Sequence[Approval]) -> Self:
        return cls(
            id=version.id,
            n=version.n,
            product=version.recipe.product,
            cloth=version.recipe.cloth,
            lettering=version.recipe.lettering.text if version.recipe.lettering else "",
            wrap=version.recipe.wrap,
            black=version.recipe.black,
            recipe_sha256=version.recipe_sha256,
            created_at=version.created_at,
            approvals=tuple(ApprovalOut.of(a) for a in approvals),
        )


class VersionsOut(Answer):
    items: tuple[VersionOut, ...]

"""Designs, their candidates and versions, as the API asks for them and shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from pod.model.artwork import Artwork, FileRef
from pod.model.brief import DesignBrief, Wanted
from pod.model.design import Candidate, Design, DesignState, Version
from pod.model.lettering import LetteringEffect, LetteringLayout, LetteringLook
from pod.model.listing import Page
from pod.model.ownarea import OwnApproval, OwnPrint
from pod.model.printfile import PrintFile
from pod.model.product import BlackInk, Wrap
from pod.model.proof import Approval, Proof
from pod.model.repair import Repair
from pod.services.designs import Progress
from pod.web.api.shapes import Answer, Asked, BoxOut, FileOut, FindingsOut, Listing, Text, Word, Words
from pod.web.context import caller

_EXAMPLE: dict[str, Any] = {
    "subject": "a fox reading a book under the moon",
    "product": "tee",
    "cloth": "navy",
    "lettering": "READ ON",
}


class DesignAsked(Asked):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})

    subject: Text = Field("", description="What should be seen, in a sentence of at most 500 characters.")
    product: Word
    style: Word = ""
    lettering: Text = ""
    font: Word = Field("", description="A face, a kind of face or a mood, from `GET /lettering`.", examples=["retro"])
    layout: LetteringLayout | None = Field(
        None, description="How the words are laid; as the picture keeps a place for them."
    )
    effect: LetteringEffect | None = Field(None, description="What is done to their letters.")
    palette: Word | list[Word] = Field("", max_length=200, description="A palette's name, or inks as #rrggbb.")
    placements: list[Word] = Field(
        [], max_length=20, description="Names of print areas; the product's first where empty."
    )
    wrap: Wrap = Field(Wrap.MIRROR, description="What goes round the edge of a canvas.")
    cloth: Word = ""
    candidates: int = 4
    provider: Word = ""
    seed: int | None = Field(None, ge=0, lt=2**31)
    artwork: Word = Field("", description="The id of an upload: your own picture instead of a drawing.")
    reference: Word = Field(
        "", description="The id of an upload: a picture as a guide, for image services that take one along."
    )
    customer: Word = Field(
        "", description="Whom your program asks for, as it calls them: whose budget of the day this counts towards."
    )

    def brief(self) -> DesignBrief:
        named = isinstance(self.palette, str)
        return DesignBrief(
            subject=self.subject,
            product=self.product,
            style=self.style,
            placements=tuple(Wanted(area) for area in self.placements),
            wrap=self.wrap,
            lettering=self.lettering,
            palette=() if named else tuple(self.palette),
            palette_name=str(self.palette) if named else "",
            cloth=self.cloth,
            candidates=self.candidates,
            provider=self.provider,
            seed=self.seed,
            upload_id=self.artwork,
            reference_id=self.reference,
            look=LetteringLook(self.font, self.layout, self.effect),
        )


class DesignPath(BaseModel):
    design_id: Word


class ChoiceAsked(Asked):
    candidate: int = Field(examples=[1], description="The candidate's number `n`.")


class ApprovalAsked(Asked):
    role: Literal["shopper", "shop"] = Field("shopper", description="`shop` is for operators.")
    version: Text = Field("", description="The version that was looked at: refused where another has taken its place.")
    own_prints: list[Text] | None = Field(
        None,
        max_length=200,
        description="Ids of the own prints whose proofs were looked at; left out, it is a yes to all that there are.",
    )


class LookAsked(Asked):
    lettering: Words | None = Field(None, examples=["READ MORE"])
    font: Word = ""
    layout: LetteringLayout | None = None
    effect: LetteringEffect | None = None
    cloth: Text | None = None
    wrap: Wrap | None = None
    layer: bool = Field(default=False, description="The art alone, to be laid over the empty product in any cloth.")


class RestoreAsked(Asked):
    version: Text = Field(description="The id of an older version of this design.")


class ReasonAsked(Asked):
    reason: Words = Field(examples=["The moon should be smaller."])


class DesignListing(Listing):
    state: Literal[""] | DesignState = ""
    product: Word = ""


class DesignAccepted(Answer):
    id: str
    state: str = Field(examples=["briefed"])
    links: dict[str, str]


class ProgressOut(Answer):
    done: int
    total: int
    text: str = Field(examples=["Drawing 2 of 4"])


class RepairOut(Answer):
    """A better picture that was asked for by itself, because of what the checks found."""

    way: str = Field(examples=["edit"], description="edit, reroll, elsewhere or embedded.")
    reasons: tuple[str, ...] = Field(examples=[["cut_by_edge"]])
    told: str = Field(description="What was said beside the prompt.")
    before: dict[str, str] = Field(
        examples=[{"cut_by_edge": "69 %"}], description="What was left to find, as measured."
    )
    after: dict[str, str] = Field(description="What is found in the picture that came.")
    worse: tuple[str, ...] = Field(description="The checks that only the new picture fails.")
    kept: bool = Field(description="Whether the new picture took the other's place.")
    outcome: str
    before_picture: FileOut | None
    after_picture: FileOut | None

    @classmethod
    def of(cls, repair: Repair, pictures: Mapping[str, FileRef | None]) -> Self:
        before, after = (pictures.get(name) for name in (repair.before, repair.after))
        return cls(
            way=repair.way.value,
            reasons=repair.reasons,
            told=repair.told,
            before=dict(repair.left),
            after=dict(repair.found),
            worse=repair.worse,
            kept=repair.kept,
            outcome=repair.outcome,
            before_picture=FileOut.of(before) if before else None,
            after_picture=FileOut.of(after) if after else None,
        )


class CandidateOut(Answer):
    n: int
    state: str = Field(examples=["ready"])
    style: str
    outcome: str
    reason: str
    checks: FindingsOut | None
    picture: FileOut | None = Field(description="A small picture of it, mended.")
    artwork: FileOut | None = Field(description="The master as it was drawn.")
    vector: FileOut | None = Field(description="Its SVG, where the provider drew one.")
    width_px: int
    height_px: int
    credits: tuple[str, ...]
    notes: tuple[str, ...] = Field(description="What could not be drawn as asked, and what was done instead.")
    words: str = Field(
        description="Words that nobody asked for and that are set when it is chosen: a saying, or a sentence that nothing shows."
    )
    repairs: tuple[RepairOut, ...] = Field(
        description="How often it was asked for again by itself, and what came of it."
    )

    @classmethod
    def of(cls, candidate: Candidate, artworks: Mapping[str, Artwork], *, own_words: bool) -> Self:
        """`artworks` are its own and those of its repairs; `own_words`: whether it is chosen with those that it was made for."""
        artwork = artworks.get(candidate.artwork_id)
        pictures = {name: drawn.preview for name, drawn in artworks.items()}
        return cls(
            n=candidate.n,
            state=candidate.state.value,
            style=candidate.prompt.style if candidate.prompt else "",
            outcome=candidate.outcome,
            reason=candidate.reason,
            checks=FindingsOut.of(candidate.findings) if artwork else None,
            picture=FileOut.of(artwork.preview) if artwork and artwork.preview else None,
            artwork=FileOut.of(artwork.file) if artwork else None,
            vector=FileOut.of(artwork.vector) if artwork and artwork.vector else None,
            width_px=artwork.width_px if artwork else 0,
            height_px=artwork.height_px if artwork else 0,
            credits=artwork.provenance.credits if artwork else (),
            notes=artwork.provenance.notes if artwork else (),
            words=artwork.facts.get("words", "") if artwork and own_words else "",
            repairs=tuple(RepairOut.of(r, pictures) for r in candidate.repairs if not r.under_way),
        )


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


class DesignRow(Answer):
    """A design in a list."""

    id: str
    state: str = Field(examples=["proof_ready"])
    reason: str
    subject: str
    product: str
    cloth: str
    style: str
    lettering: str
    created_at: datetime
    revision: int
    chosen: int | None
    current_version_id: str

    @classmethod
    def of(cls, design: Design) -> Self:
        return cls(**_row(design))


class DesignOut(DesignRow):
    """Everything a page or a program needs to show a design and go on with it."""

    progress: ProgressOut
    next_poll_s: float = Field(description="Seconds until it is worth asking again; 0 when a person is needed.")
    candidates: tuple[CandidateOut, ...]
    version: VersionOut | None
    files: FilesOut | None
    links: dict[str, str]

    @classmethod
    def whole(
        cls,
        design: Design,
        progress: Progress,
        candidates: tuple[CandidateOut, ...],
        version: VersionOut | None,
        files: FilesOut | None,
    ) -> Self:
        return cls(
            **_row(design),
            progress=ProgressOut(done=progress.done, total=progress.total, text=progress.text),
            next_poll_s=progress.next_poll_s,
            candidates=candidates,
            version=version,
            files=files,
            links=links(design.id),
        )


class DesignsOut(Answer):
    items: tuple[DesignRow, ...]
    next_cursor: str
    counts: dict[str, int] = Field(description="How many there are in each state, over the whole filter.")

    @classmethod
    def of(cls, page: Page[Design]) -> Self:
        return cls(items=tuple(DesignRow.of(d) for d in page.items), next_cursor=page.next_cursor, counts=page.counts)


def links(design_id: str) -> dict[str, str]:
    """Where a design is looked at and changed."""
    here = f"/api/v1/designs/{design_id}"
    return {"self": here, **{name: f"{here}/{name}" for name in _WAYS}}


_WAYS = ("choose", "edits", "words", "looks", "restore", "retry", "approve", "reject", "versions", "files")


def _row(design: Design) -> dict[str, Any]:
    brief = design.brief
    return {
        "id": design.id,
        "state": design.state.value,
        "reason": design.reason,
        "subject": brief.subject,
        "product": brief.product,
        "cloth": brief.cloth,
        "style": brief.style,
        "lettering": brief.lettering,
        "created_at": design.created_at,
        "revision": design.revision,
        "chosen": design.chosen,
        "current_version_id": design.current_version_id,
    }

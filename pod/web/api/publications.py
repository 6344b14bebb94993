"""``/designs/{id}/publications``: an approved design is put on sale in a shop, and what has become of it there."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from flask import Response
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import BaseModel, ConfigDict, Field

from pod.model.publication import ListingVariant, Publication
from pod.services.listings import Words as ListingWords
from pod.web.api.design_shapes import DesignPath
from pod.web.api.shapes import Answer, Asked, IdempotencyHeader, Word, Words, answered
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.idempotency import answered_once
from pod.web.limits import WORK, limited

api = APIBlueprint("publications", __name__, url_prefix="/api/v1/designs", abp_tags=[Tag(name="publications")])


class PublicationPath(BaseModel):
    design_id: Word
    shop: Word


class PublicationAsked(Asked):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"shop": "shopify", "on_sale": False}]})

    shop: Word = Field(examples=["shopify"], description="Where it is put on sale: see `pod shops`.")
    title: Words = Field("", description="Empty is made from the template `listings.toml`, as are the next two.")
    description: tuple[Words, ...] = Field((), max_length=20, description="A paragraph each.")
    tags: tuple[Word, ...] = Field((), max_length=250)
    with_designs: tuple[Word, ...] = Field(
        (),
        max_length=60,
        description="Other approved designs in the same product: other products, other cloths, each approved for itself.",
    )
    on_sale: bool = Field(
        default=False,
        description="Put on sale at once. Otherwise it is a draft, and a person puts it on sale in the shop.",
    )

    def words(self) -> ListingWords:
        return ListingWords(self.title, self.description, self.tags, self.with_designs, self.on_sale)


class SoldVariantOut(Answer):
    sku: str = Field(description="What it is sold under in the shop; it says design and variant by itself.")
    variant: str = Field(examples=["tee/M/navy"])
    price: str = Field(examples=["24.00 USD"])
    there: bool
    trouble: str = Field(description="What the shop said of it, where it did not take it.")

    @classmethod
    def of(cls, variant: ListingVariant, publication: Publication) -> Self:
        trouble = publication.troubles.get(variant.sku, "")
        there = variant.sku in publication.pieces and not trouble
        return cls(sku=variant.sku, variant=variant.variant, price=str(variant.price), there=there, trouble=trouble)


class PublicationOut(Answer):
    shop: str
    design_id: str
    state: str = Field(examples=["published"])
    reason: str
    title: str
    tags: tuple[str, ...]
    on_sale: bool
    known_as: str = Field(description="The shop's own id of its product; empty while there is none.")
    variants: tuple[SoldVariantOut, ...]
    created_at: datetime
    links: dict[str, str]

    @classmethod
    def of(cls, publication: Publication) -> Self:
        listing = publication.listing
        own = f"/api/v1/designs/{publication.design_id}"
        return cls(
            shop=publication.shop,
            design_id=publication.design_id,
            state=publication.state.value,
            reason=publication.reason,
            title=listing.title,
            tags=listing.tags,
            on_sale=listing.on_sale,
            known_as=publication.known_as,
            variants=tuple(SoldVariantOut.of(v, publication) for v in listing.variants),
            created_at=publication.created_at,
            links={"self": f"{own}/publications", "design": own},
        )


class PublicationsOut(Answer):
    items: tuple[PublicationOut, ...]
    shops: tuple[str, ...] = Field(description="Where designs can be put on sale here.")


@api.post("/<design_id>/publications", responses={202: PublicationOut})
@allow("operator")
@limited(WORK)
def publish_design(path: DesignPath, header: IdempotencyHeader, body: PublicationAsked) -> Response:
    """Puts an approved design on sale, or brings what is on sale there to what it is now.

    It is always the same product. The answer does not wait for the shop.
    """

    def publish() -> tuple[int, dict[str, object]]:
        wanted = services().publishing.publish(caller(), path.design_id, body.shop, body.words())
        return 202, PublicationOut.of(wanted).model_dump(mode="json")

    return answered_once(header.key, [path.design_id, body.model_dump()], publish)


@api.get("/<design_id>/publications", responses={200: PublicationsOut})
@allow("operator")
def list_publications(path: DesignPath) -> Response:
    """Where it is on sale, sku by sku."""
    found = services().publishing.of_design(caller(), path.design_id)
    return answered(PublicationsOut(items=tuple(map(PublicationOut.of, found)), shops=services().publishing.names))


@api.delete("/<design_id>/publications/<shop>", responses={202: PublicationOut})
@allow("operator")
def withdraw_design(path: PublicationPath) -> Response:
    """Takes it off sale. The shop keeps the product: published again, it is the same."""
    return answered(PublicationOut.of(services().publishing.withdraw(caller(), path.design_id, path.shop)), 202)

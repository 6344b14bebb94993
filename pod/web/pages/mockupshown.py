"""A version as partners have drawn it, on the shopper's page: beside the proof, and not instead of it."""

from __future__ import annotations

from dataclasses import dataclass

from pod.web.context import caller, services
from pod.web.files import file_url
from pod.web.pages import wording
from pod.web.strings import text


@dataclass(frozen=True, slots=True)
class MockupShown:
    picture: str
    alt: str
    drawn_text: str


def mockups(version_id: str, product_name: str) -> tuple[MockupShown, ...]:
    """Only what is drawn: what is under way or has failed is the shop's."""
    return tuple(
        MockupShown(
            file_url(m.picture),
            text("mockup.alt", product=product_name, area=m.area, partner=m.partner.capitalize()),
            text("mockup.drawn", partner=m.partner.capitalize(), day=wording.day(m.drawn_at)),
        )
        for m in services().mockups.drawn(caller(), version_id)
        if m.picture and m.drawn_at
    )

"""Addresses at which partners fetch print files by themselves: without cookies, for weeks, and never for another file.

The content's hash stands in the path, because partners keep what they once fetched by its address. The word before it is
signed: whoever has it may fetch that one file until it lapses. Each send signs anew.
"""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from itsdangerous import BadSignature, URLSafeSerializer

from fulfillment.base import HandOffFile, HandOffOrder
from pod.http import Fetcher, any_address
from pod.model.clock import Clock
from pod.model.errors import Conflict, PodError

KEPT = timedelta(days=45)
"""Longer than any hold: Printful cancels after 30 days, Prodigi tries ten times."""

_MAX_BYTES = 1_000_000_000
_MEDIA_TYPES = {"tiff": "image/tiff", "svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Linked:
    """What an address leads to."""

    sha256: str
    format: str
    ends: int

    @property
    def media_type(self) -> str:
        return media_type_of(self.format)


class FileLinks:
    def __init__(self, public_url: str, secret_key: str, clock: Clock) -> None:
        self._public_url = public_url
        self._clock = clock
        # 48 bytes fill 64 characters of base64 to the last bit: an address has one spelling
        self._signer = URLSafeSerializer(
            secret_key, salt="pod.partner-files", signer_kwargs={"digest_method": hashlib.sha384}
        )
        host = urlsplit(public_url).hostname or ""
        # our own address, as the operator has set it: it may be inside
        self._fetcher = Fetcher((host,), rule=any_address, schemes=("http", "https"), max_bytes=_MAX_BYTES)

    def address(self, sha256: str, extension: str) -> str:
        ends = int((self._clock.now() + KEPT).timestamp())
        signed = self._signer.dumps([sha256, extension, ends])
        return f"{self._public_url}/files/{signed}/{sha256}.{extension}"

    def read(self, signed: str, name: str) -> Linked | None:
        """None for an address that is not ours in every part."""
        try:
            claims: Any = self._signer.loads(signed)
        except BadSignature:
            return None
        if not isinstance(claims, list) or [type(claim) for claim in claims] != [str, str, int]:
            return None
        linked = Linked(*claims)
        return linked if name == f"{linked.sha256}.{linked.format}" else None

    def unreachable(self, order: HandOffOrder) -> list[str]:
        """Fetches every file as a partner would, and says of each what is not as it was promised."""
        return [wrong for item in order.items for file in item.files for wrong in self._wrong(file)]

    def _wrong(self, file: HandOffFile) -> Iterator[str]:
        seen = self._fetcher.measure(file.url)
        told = (
            ("status", seen.status, 200),
            ("type", seen.media_type, media_type_of(file.format)),
            ("length", seen.bytes, file.bytes),
            ("SHA-256", seen.sha256, file.sha256),
        )
        for what, measured, required in told:
            if measured != required:
                yield f"The file for {file.area} has {what} {measured} at its public address, not {required}."
                return


def media_type_of(extension: str) -> str:
    return _MEDIA_TYPES.get(extension) or mimetypes.types_map.get(f".{extension}", "application/octet-stream")


def not_reachable(wrong: list[str]) -> PodError:
    return Conflict(
        "files_not_reachable",
        " ".join(wrong),
        "A partner would fetch just that. Look at POD_PUBLIC_URL and at the proxy before Pod, then hand it off again.",
    )

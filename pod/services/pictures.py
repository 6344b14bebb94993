"""Pictures that people bring: kept for a design, or only checked."""

from __future__ import annotations

import hashlib
import secrets

from pod import composition
from pod.imaging.flat import without_full_alpha
from pod.imaging.load import load_picture
from pod.imaging.png import encode_png
from pod.model.account import Upload
from pod.model.artwork import FileRef
from pod.model.caller import Caller
from pod.model.errors import InputRefused, Unavailable
from pod.model.findings import Findings
from pod.services import repeats
from pod.services.picturework import PreflightTask, preflight_file
from pod.services.repeats import Request
from pod.services.toolbox import Toolbox

_PICTURE_S, _PICTURE_MB = 20.0, 1024
_ROOM_FOR_UPLOADS = 1_000_000_000
"""What strangers send may not take the last of the disk: print files and paid orders need it."""

_CREATED = 201


class Pictures:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def upload(self, caller: Caller, data: bytes, name: str) -> Upload:
        """A customer's own picture, through the door and written anew: what they sent is not kept."""
        return self.upload_once(caller, data, name, "")[0]

    def upload_once(self, caller: Caller, data: bytes, name: str, idempotency_key: str) -> tuple[Upload, bool]:
        """The upload, and whether it is new: False when the key brought back an earlier one."""
        asked = Request(caller, idempotency_key, ["upload", hashlib.sha256(data).hexdigest(), name])
        if earlier := repeats.made_before(self._tools.store, asked):
            return self._upload(caller, earlier), False
        made = self._rewritten(caller, data, name)
        with self._tools.store.writing() as tx:
            if there := repeats.begin(tx, asked, self._tools.clock.now()):
                return tx.uploads.get(caller.tenant_id, there.body), False
            tx.uploads.add(made)
            repeats.finish(tx, asked, _CREATED, made.id)
        return made, True

    def kept(self, data: bytes) -> FileRef:
        """A picture that shows something and is not to be printed: through the same door, and no upload of anybody's."""
        return self._written_anew(data)[0]

    def _rewritten(self, caller: Caller, data: bytes, name: str) -> Upload:
        ref, width_px, height_px = self._written_anew(data)
        return Upload(
            secrets.token_hex(16), caller.tenant_id, ref, width_px, height_px, _shown(name), self._tools.clock.now()
        )

    def _written_anew(self, data: bytes) -> tuple[FileRef, int, int]:
        if self._tools.files.free_bytes() < _ROOM_FOR_UPLOADS:
            raise Unavailable(
                "no_room", "There is no room for more pictures just now.", "Try again later. Designs and orders go on."
            )
        png, width_px, height_px = self._tools.offload.call(
            _rewritten, data, timeout_s=_PICTURE_S, memory_mb=_PICTURE_MB
        )
        return self._tools.files.put(png, "image/png"), width_px, height_px

    def _upload(self, caller: Caller, upload_id: str) -> Upload:
        with self._tools.store.reading() as tx:
            return tx.uploads.get(caller.tenant_id, upload_id)

    def uploaded(self, caller: Caller, upload_id: str) -> Upload:
        with self._tools.store.reading() as tx:
            return tx.uploads.get(caller.tenant_id, upload_id)

    def check(self, data: bytes) -> Findings:
        return self._tools.offload.call(_checked, data, timeout_s=_PICTURE_S, memory_mb=_PICTURE_MB)

    def preflight(
        self, data: bytes, sku: str, area: str = "", cloth: str = "", *, marked: bool = False
    ) -> tuple[Findings, bytes]:
        """The findings, and, where it is asked for and the file can be shown, a PNG with their places marked."""
        product = self._tools.catalogue.product(sku)
        wanted = product.area(area) if area else product.areas[0]
        if wanted is None:
            raise InputRefused(
                "unknown_area",
                f"{product.name} has no print area “{area}”.",
                f"It has: {', '.join(a.name for a in product.areas)}.",
            )
        colour = product.cloth(cloth) if cloth else None
        task = PreflightTask(
            data,
            wanted,
            self._tools.catalogue.process(product.process),
            colour.rgb if colour else "",
            self._tools.press_profile,
            marked,
        )
        return self._tools.offload.call(preflight_file, task, timeout_s=60.0, memory_mb=_PICTURE_MB)


def _shown(file_name: str) -> str:
    """What a customer called their file, to be read by people and for nothing else: no folders, no hidden signs."""
    last = file_name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(c for c in last if c.isprintable())[:120]


def _rewritten(data: bytes) -> tuple[bytes, int, int]:
    raster = load_picture(data)
    return encode_png(without_full_alpha(raster.pixels)), raster.pixels.shape[1], raster.pixels.shape[0]


def _checked(data: bytes) -> Findings:
    pixels = load_picture(data).pixels
    return composition.mend(pixels, composition.inspect(pixels)).findings

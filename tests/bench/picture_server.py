"""Answers every request with 25 MB of generateContent: a 4096 px picture of noise as PNG, in base64. Prints its address."""

from __future__ import annotations

import io
import random
import sys
import threading

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.servers.generate_content import Wanted, inline, result
from tests.servers.imageservice import Call, ImageService, Reply, said

SIDE_PX = 4096


def noise() -> bytes:
    """Its PNG weighs 19 MB and its base64 25 MB: noise does not compress, and a long remark does the rest."""
    chance = random.Random(7)
    picture = Image.frombytes("L", (SIDE_PX, SIDE_PX), chance.randbytes(SIDE_PX * SIDE_PX))
    remark = PngInfo()
    remark.add_text("Comment", chance.randbytes(1_000_000).hex())
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=0, pnginfo=remark)
    return out.getvalue()


class PictureService(ImageService):
    NAME = "pictures"
    MODES = ()

    def __init__(self) -> None:
        super().__init__()
        wanted = Wanted("gemini-nano-banana-2.1", "4K", "1:1", "")
        self._reply = said(result(wanted, inline(noise())))

    def route(self, call: Call) -> Reply:
        return self._reply


if __name__ == "__main__":
    with PictureService() as service:
        sys.stdout.write(f"{service.url}\n")
        sys.stdout.flush()
        threading.Event().wait(300)

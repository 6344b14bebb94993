"""JSON whose strings hold whole pictures, read without ever holding the text of one.

A 4K picture weighs 20 MB and its base64 text 27 MB; read at one go, such an answer takes five times as much. A `Lifter`
is fed the answer as it arrives: a string longer than `LONG_CHARS` is decoded on its way and taken out, and a name stands
in its place. What is left is small and read as usual.
"""

from __future__ import annotations

import binascii
import re

LONG_CHARS = 1 << 16
"""No word of a service is as long: only base64 is."""

_STOP = re.compile(rb'["\\]')
_NAME = re.compile(r"lifted:[0-9]+")
_DATA_URL = re.compile(rb"data:[\w.+-]+/[\w.+-]+;base64,")
_ESCAPES = ((b"\\/", b"/"), (b"\\n", b""), (b"\\r", b""), (b"\n", b""), (b"\r", b""))
"""What JSON writers and line-breaking encoders put into base64 (RFC 8259, 7; RFC 2045, 6.8)."""


class Lifter:
    def __init__(self) -> None:
        self._text = bytearray()
        self._lifted: dict[str, bytearray | None] = {}
        self._count = 0
        self._long: _Base64 | None = None
        self._began = -1
        self._escaped = False

    def feed(self, chunk: bytes) -> None:
        at = 0
        while at < len(chunk):
            at = self._outside(chunk, at) if self._began < 0 else self._inside(chunk, at)

    def text(self) -> bytes:
        """The JSON without its long strings."""
        return bytes(self._text)

    def picture(self, value: str) -> bytes:
        """The bytes that a string of the JSON stands for, lifted or short. `ValueError` when it is no whole base64.

        A lifted one is handed over, not kept: the second time it is not there any more.
        """
        if not _NAME.fullmatch(value):
            return _decoded(value)
        found = self._lifted.pop(value, None)
        if found is None:
            raise ValueError("the base64 text is damaged or cut off")
        return bytes(found)

    def _outside(self, chunk: bytes, at: int) -> int:
        quote = chunk.find(b'"', at)
        if quote < 0:
            self._text += chunk[at:]
            return len(chunk)
        self._text += chunk[at : quote + 1]
        self._began = len(self._text)
        return quote + 1

    def _inside(self, chunk: bytes, at: int) -> int:
        end = self._end_of_string(chunk, at)
        piece = chunk[at : len(chunk) if end < 0 else end]
        if self._long is not None:
            self._long.feed(piece)
        else:
            self._text += piece
            if len(self._text) - self._began > LONG_CHARS:
                self._begin_long()
        if end < 0:
            return len(chunk)
        self._finish_string()
        return end + 1

    def _end_of_string(self, chunk: bytes, at: int) -> int:
        """Where the closing quote stands, or -1 when it is not in this chunk."""
        if self._escaped:
            at, self._escaped = at + 1, False
        while (stop := _STOP.search(chunk, at)) is not None:
            if stop[0] == b'"':
                return stop.start()
            at = stop.start() + 2
        self._escaped = at > len(chunk)
        return -1

    def _begin_long(self) -> None:
        self._long = _Base64()
        self._long.feed(_DATA_URL.sub(b"", bytes(self._text[self._began :]), count=1))
        del self._text[self._began :]

    def _finish_string(self) -> None:
        if self._long is not None:
            self._count += 1
            name = f"lifted:{self._count}"
            self._text += name.encode()
            self._lifted[name] = self._long.whole()
            self._long = None
        self._text += b'"'
        self._began = -1


class _Base64:
    """Decodes a text that arrives in pieces of any length."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._rest = b""
        self._damaged = False

    def feed(self, piece: bytes) -> None:
        text = self._rest + piece
        # an escape may have been cut in two
        held = len(text) - 1 if text.endswith(b"\\") else len(text)
        plain = text[:held]
        for written, meant in _ESCAPES:
            plain = plain.replace(written, meant)
        whole = len(plain) // 4 * 4
        self._rest = plain[whole:] + text[held:]
        if whole and not self._damaged:
            self._decode(plain[:whole])

    def _decode(self, text: bytes) -> None:
        try:
            self._data += binascii.a2b_base64(text, strict_mode=True)
        except binascii.Error:
            self._damaged = True

    def whole(self) -> bytearray | None:
        return None if self._damaged or self._rest else self._data


def _decoded(text: str) -> bytes:
    try:
        plain = _DATA_URL.sub(b"", text.encode("ascii"), count=1)
        return binascii.a2b_base64(b"".join(plain.split()), strict_mode=True)
    except (UnicodeEncodeError, binascii.Error) as e:
        raise ValueError("the base64 text is damaged or cut off") from e

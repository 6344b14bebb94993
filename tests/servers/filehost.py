"""Where partners fetch print files from, on loopback; what it hands out can go wrong as at any host."""

from __future__ import annotations

from tests.servers.serving import Call, HttpServer, Reply

_LOGIN = Reply(200, b"<html>Please log in.</html>", {"Content-Type": "text/html; charset=utf-8"})
MISHAPS = {
    "gone": Reply(404, b"not found", {"Content-Type": "text/plain"}),
    "forbidden": Reply(403, b"", {"Content-Type": "text/plain"}),
    "login": _LOGIN,
    "moved": Reply(302, b"", {"Location": "https://login.invalid/"}),
    "cut": Reply(cut=True),
}


class FileHost(HttpServer):
    """`mishap` befalls every file until it is taken away again; `half` of a file is handed out where that is set."""

    def __init__(self) -> None:
        super().__init__()
        self.mishap = ""
        self.half = False
        self._files: dict[str, tuple[bytes, str]] = {}

    def put(self, name: str, data: bytes, media_type: str = "image/png") -> str:
        """The file's address."""
        self._files[f"/{name}"] = (data, media_type)
        return f"{self.url}/{name}"

    def respond(self, call: Call) -> Reply:
        self.calls.append(call)
        if self.mishap:
            return MISHAPS[self.mishap]
        if call.route not in self._files:
            return MISHAPS["gone"]
        data, media_type = self._files[call.route]
        return Reply(200, data[: len(data) // 2] if self.half else data, {"Content-Type": media_type})

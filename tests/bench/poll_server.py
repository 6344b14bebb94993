"""``python -m tests.bench.poll_server FOLDER``: a Pod with one design in it. Prints its address and the design's, and serves."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image

from pod.bootstrap import build
from pod.logs import log_as_json
from pod.settings import Settings
from pod.web.app import create_app
from pod.web.serve import serve

DATA = Path(__file__).resolve().parents[2] / "var"


def main(folder: str) -> None:
    log_as_json(sys.stderr)
    services = build(Settings.from_env({"POD_DATA_DIR": folder, "POD_EMBEDDED_DATA_DIR": str(DATA)}))
    app = create_app(services)
    serve(app, "127.0.0.1", 0, announce=lambda said: print(said, _a_design(app), flush=True))


def _a_design(app) -> str:
    """The path of a design of one's own picture, whose check is still to be done: what a shopper's browser polls."""
    stream = io.BytesIO()
    Image.new("RGBA", (400, 400), (200, 30, 30, 255)).save(stream, "PNG")
    browser = app.test_client()
    picture = browser.post("/api/v1/uploads", data={"file": (io.BytesIO(stream.getvalue()), "mine.png")})
    brief = {"subject": "", "artwork": picture.json["id"], "product": "tee", "cloth": "navy", "candidates": 1}
    return f"/api/v1/designs/{browser.post('/api/v1/designs', json=brief).json['id']}"


if __name__ == "__main__":
    main(sys.argv[1])

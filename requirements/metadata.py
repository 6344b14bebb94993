"""Build hook: the wheel's dependencies are the names in run.in, so that there is one list."""

from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_BUILD_ONLY = ("hatchling", "editables")


class RunList(MetadataHookInterface):
    def update(self, metadata: dict[str, Any]) -> None:
        lines = (Path(self.root) / "requirements" / "run.in").read_text().splitlines()
        wanted = (line.strip() for line in lines if line.strip() and not line.startswith("#"))
        metadata["dependencies"] = [line for line in wanted if not line.startswith(_BUILD_ONLY)]

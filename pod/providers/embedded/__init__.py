"""The offline designer: a sentence becomes a wordless vector design by motif, palette and layout."""

from pod.providers.embedded.designer import Design, draw
from pod.providers.embedded.provider import PROVIDER

__all__ = ["PROVIDER", "Design", "draw"]

"""The offline designer: a sentence becomes a wordless vector design by motif, palette and layout."""

from pod.providers.base import ProviderFactory
from pod.providers.embedded.provider import Embedded, EmbeddedSettings

PROVIDER = ProviderFactory(
    "embedded", EmbeddedSettings, Embedded, "Draws real vector designs on this machine, without a key or a network."
)

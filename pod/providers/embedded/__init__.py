"""The offline designer: real vector drawing from a sentence, no key and no network."""

"""Pictures that hold several of what they are of: as many as the sentence says are in them, rather than as many pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from pod.providers.embedded.gallery.fads import octopus_with_cups
from pod.providers.embedded.gallery.flowers import FLOWERS, MEADOW, TIED
from pod.providers.embedded.gallery.kit import Draw
from pod.providers.embedded.gallery.posies import CACTI, MOST_HELD, SUCCULENTS, fish_bowl, growing, in_jar, in_vase
from pod.providers.embedded.gallery.vases import GLAZED, KINDS, PLAIN
from pod.providers.embedded.words import NUMBERS, is_manner

_MEADOW = (*MEADOW, (FLOWERS | TIED)["rose"])

HELD: Mapping[str, Callable[[int], Draw]] = {
    **{flower: partial(growing, head) for flower, head in FLOWERS.items()},
    "succulents in pots": SUCCULENTS,
    "cacti in pots": CACTI,
    "fish bowl": fish_bowl,
    "octopus with eight cups": octopus_with_cups,
    "mason jar of flowers": partial(in_jar, _MEADOW),
    **{f"mason jar of {kind}": partial(in_jar, heads) for kind, heads in KINDS.items()},
    **{f"vase of {kind}": partial(in_vase, heads, *GLAZED) for kind, heads in KINDS.items()},
    **{f"{kind} in a vase": partial(in_vase, heads, *PLAIN) for kind, heads in KINDS.items()},
}
"""By label, how each is drawn with a number of them."""

_HOLDERS = frozenset(
    {"vases", "jars", "bowls", "pots", "baskets", "boxes", "bottles", "tanks", "octopuses", "aquariums", "mason"}
)
"""What a number may be of instead: three jars of roses."""

_TOLD = {**NUMBERS, "one": 1, "single": 1}


def number_held(label: str, words: Sequence[str]) -> int:
    """How many are said to be in it; 0 where none are, or so many pictures of it are asked for."""
    if label not in HELD:
        return 0
    told = next((i for i, word in enumerate(words) if word in _TOLD), -1)
    of = next((word for word in words[told + 1 :] if not is_manner(word) and word != "of"), "")
    potted = label.endswith(" pots")
    return min(_TOLD[words[told]], MOST_HELD) if told >= 0 and (potted or of not in _HOLDERS) else 0

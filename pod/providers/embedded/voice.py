"""Words that nobody asked for in so many words, as a design sets them: chosen before it is drawn, set after."""

from __future__ import annotations

from pod.lettering import letter, unsettable
from pod.model.artwork import LetteringSlot
from pod.model.errors import InputRefused
from pod.providers.embedded.keywords import index_of
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.motifs import MotifLibrary
from pod.providers.embedded.sayings import cased, own_words, saying


def spoken_words(said: str, understood: Understanding, library: MotifLibrary) -> str:
    """A saying, whatever is drawn beside it; all the sentence where nothing is."""
    index = index_of(library)

    def is_animal(word: str) -> bool:
        key = index.exact((word,))
        return bool(key) and index.is_creature(index.choices[key])

    words = saying(said, is_animal)
    a_letter = len(words) == 1
    if not understood.heroes and not understood.scene and not a_letter:
        words = own_words(said) or words
    return "" if unsettable(words) else words


def as_typed(words: str, subject: str) -> str:
    """The words where each line of them is one unbroken piece of the sentence: what was screened is what is set. "" where something
    was cut out between two halves."""
    whole = _spaced(subject)
    return words if all(_spaced(line) in whole for line in words.splitlines()) else ""


def _spaced(text: str) -> str:
    return " ".join(text.casefold().split())


def as_set(words: str, slot: LetteringSlot, cloth_rgb: str) -> str:
    """The words as the slot's face suits them; "" where they would come out too small there."""
    if not words:
        return ""
    for written in (cased(words, slot.font), words):
        try:
            letter(written, slot, cloth_rgb=cloth_rgb)
        except InputRefused:
            continue
        return written
    return ""

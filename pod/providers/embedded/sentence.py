"""All that a sentence says of its design: what is drawn, in which colours and inks, and which of its words are set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pod.providers.embedded.arcana import card_shown
from pod.providers.embedded.fabrics import Fabric
from pod.providers.embedded.fabrics.reading import surface_of
from pod.providers.embedded.faces import face_asked
from pod.providers.embedded.inks import asked_for_all_eyes, asked_inks
from pod.providers.embedded.landscaped import view_inside
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.motifs import MotifLibrary
from pod.providers.embedded.schemes import Scheme, scheme_of, without_scheme
from pod.providers.embedded.suiting import may_show_a_place
from pod.providers.embedded.voice import Voice, as_typed, in_letters, read_picture, spoken_words, voice_of
from pod.providers.embedded.whereabouts import at_home

_AS_ASCII = str.maketrans({"ı": "i", "İ": "I", "ſ": "s", "K": "K"})
"""Letters that a pattern takes for others whatever their case, and that no table has."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """`subject` as it was typed, `said` without the orders that it gives, `seen` without what all of it is to look like. `most_inks` is
    0 where any number will do; `face` is that of its words, "" where none is said; `spoken` are the words to set."""

    subject: str
    said: str
    seen: str
    voice: Voice
    understood: Understanding
    fabric: Fabric | None
    scheme: Scheme | None
    most_inks: int
    for_all_eyes: bool
    face: str
    spoken: str


def sentence_of(
    subject: str, names: Sequence[str], library: MotifLibrary, layouts: Sequence[str], *, plain: bool
) -> Sentence:
    """`names` are of whom it is for, `layouts` those that a style allows; `plain` says that the inks are given, and no words choose
    them."""
    subject = " ".join(subject.encode("utf-8", "replace").decode().split())  # half an emoji is no text and has no hash
    said, most_inks = asked_inks(subject.translate(_AS_ASCII))
    said, for_all_eyes = asked_for_all_eyes(said)
    said, face = face_asked(said)
    seen = card_shown(view_inside(without_scheme(said)))
    voice = in_letters(voice_of(seen, library, names), seen) if face else voice_of(seen, library, names)
    fabric, understood = surface_of(said, read_picture(voice, library), library)
    understood = at_home(understood) if may_show_a_place(understood, layouts) else understood
    return Sentence(
        subject=subject,
        said=said,
        seen=seen,
        voice=voice,
        understood=understood,
        fabric=fabric,
        scheme=None if fabric or plain else scheme_of(said, understood),
        most_inks=most_inks,
        for_all_eyes=for_all_eyes,
        face=face,
        spoken=as_typed(
            voice.asked_words if fabric else spoken_words(said, voice, understood), "\n".join((subject, *names))
        ),
    )

"""What a sentence was understood to mean: who is in the picture, what they do there, and what could not be found."""

from __future__ import annotations

from dataclasses import dataclass

from pod.providers.embedded.characters.doing import Doing
from pod.providers.embedded.keywords import Choice


@dataclass(frozen=True, slots=True)
class Understanding:
    """`heroes` best first, empty where nothing is sure enough; `companions` were named outright. `kin` are words of kinds
    that are drawn as what they are one of, and that picture's name.

    `weather` is what the sky does, by the names of `weather`. `doing` is what the hero can be shown doing, `held`, `balanced`, `ridden` and `seat` are pictures of the sets that it
    then holds, has on its head, rides or sits on. `count` is how many of the hero are wanted, `crossed` says that they lie
    crossed, `partner` is who does the same beside it, or does `act` (a name in `duos`) with it, `others` are characters that stand by those two, `hero_colour` is the colour word before it, `tints` those of
    others by label. `company` are labels of which there are several beside it, and how many, `giants` those that are said to be huge, `sizes` how large those are of whom that is said, `young` how many cubs are
    with it, `faced` labels of those that a face is said of, `leads`
    by label the word before it that says how the rest stands to it. `unknown` are the nouns nothing was found for, `unheard` those that
    a picture was not sure enough for; `acts` says that the sentence speaks of wearing, holding or riding. `words` are all
    words, for the choice of a palette.
    """

    heroes: tuple[Choice, ...]
    companions: tuple[Choice, ...]
    scene: str
    night: bool
    weather: frozenset[str]
    doing: Doing
    held: Choice | None
    balanced: Choice | None
    ridden: Choice | None
    seat: Choice | None
    colours: tuple[str, ...]
    words: tuple[str, ...]
    unknown: tuple[str, ...]
    unheard: tuple[str, ...]
    count: int
    acts: bool
    crossed: bool
    partner: Choice | None
    act: str
    others: tuple[str, ...]
    hero_colour: str
    tints: tuple[tuple[str, str], ...]
    company: tuple[tuple[str, int], ...]
    giants: tuple[str, ...]
    sizes: tuple[tuple[str, float], ...]
    young: int
    faced: tuple[str, ...]
    leads: tuple[tuple[str, str], ...]
    kin: tuple[tuple[str, str], ...]
    respelled: tuple[tuple[str, str], ...]

    @property
    def taken(self) -> tuple[Choice | None, ...]:
        """Pictures of the sets that are part of the hero: held, balanced, ridden, sat on."""
        return self.held, self.balanced, self.ridden, self.seat

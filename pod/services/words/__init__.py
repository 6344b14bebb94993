"""The words of a design that is finished: changed in place, or on a design of its own for each of a list of names."""

from pod.services.words.changing import Changed, Words, live_words
from pod.services.words.measuring import against, tried
from pod.services.words.names import MAX_NAMES, Named, checked_names, read_names
from pod.services.words.offering import Offers
from pod.services.words.rosters import Rosters, RosterShown

__all__ = [
    "MAX_NAMES",
    "Changed",
    "Named",
    "Offers",
    "RosterShown",
    "Rosters",
    "Words",
    "against",
    "checked_names",
    "live_words",
    "read_names",
    "tried",
]

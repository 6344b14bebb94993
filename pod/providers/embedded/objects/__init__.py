"""Things that people ask for and that no set of pictures has, by subject: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.providers.embedded.objects.everyday import EVERYDAY
from pod.providers.embedded.objects.festive import FESTIVE
from pod.providers.embedded.objects.furniture import FURNITURE
from pod.providers.embedded.objects.games import GAMES
from pod.providers.embedded.objects.hobbies import HOBBIES
from pod.providers.embedded.objects.house import HOUSE
from pod.providers.embedded.objects.kit import Draw
from pod.providers.embedded.objects.kitchen import KITCHEN
from pod.providers.embedded.objects.music import MUSIC
from pod.providers.embedded.objects.oddities import ODDITIES
from pod.providers.embedded.objects.pantry import PANTRY
from pod.providers.embedded.objects.shed import SHED
from pod.providers.embedded.objects.studio import STUDIO
from pod.providers.embedded.objects.toys import TOYS
from pod.providers.embedded.objects.worn import WORN

OBJECTS_DRAWN: Mapping[str, Draw] = {
    **FURNITURE,
    **HOUSE,
    **KITCHEN,
    **SHED,
    **STUDIO,
    **MUSIC,
    **GAMES,
    **WORN,
    **TOYS,
    **ODDITIES,
    **HOBBIES,
    **PANTRY,
    **FESTIVE,
    **EVERYDAY,
}
"""By the name that the curated table gives them (``thing:<name>``)."""

"""Words and small retellings that the rules of `retold` share: kin, numbers, flowers, vessels, as parts of patterns."""

from __future__ import annotations

import re
from collections.abc import Callable

from pod.providers.embedded.keywords import aliases
from pod.providers.embedded.words import COLOURS, NUMBERS

NUMBER = rf"(?:{'|'.join(sorted(NUMBERS))}|[4-9]|1[0-2])"
LITTLE = r"(?:little|baby|small|tiny|young)"
MOTHER = r"(?:mama|mamma|momma|mommy|mom|mum|mummy|mother|papa|dad|daddy|father|parent)"
RIDDEN = {"horseback": "horse", "motocross": "dirt bike", "bmx": "bicycle", "bronco": "horse"}
FLOWER = r"(?:sunflower|rose|daisy|tulip|lavender|peony|poppy|wildflower|hydrangea|lily|dahlia|carnation|daffodil|iris|orchid)"

FLOWER_PLURAL = r"(?:(?:sunflower|rose|tulip|poppie|daisie|peonie|lilie|dahlia|carnation|daffodil|cornflower|marigold|aster|hydrangea|anemone|zinnia)s|lavender|cosmos)"

KIN = (
    r"(?:great )?(?:grandma|grandmother|granny|nana|nan|gran|grandpa|grandad|granddad|grandfather|papa|mom|mum|mommy|mother|dad|daddy|father"
    r"|aunt|auntie|uncle|sister|brother|wife|husband|girlfriend|boyfriend|daughter|son|niece|nephew|best friend|friend|teacher|boss|coworker)"
)
GROWS = r"(?:growing|blooming|coming|sprouting|spilling|bursting|exploding|pouring|popping)(?: up| out)?(?: (?:of|from|out of))?"
SPROUTS = rf"{GROWS} (?:it|them|the top|its top|inside)"
HOLDER = r"(?:(?:ramen |noodle |soup |cereal |salad )?bowl|(?:tea )?cup|mug|teacup|basket|box|jar|pot|bucket|bathtub|vase|boot|hat)"
BLOOMS = r"(?:(?:wild)?flowers|roses|daisies|sunflowers|poppies|peonies|tulips|lilies|pansies|dahlias|marigolds)"
NO_VASE = r"(?:boots?|pumpkin|cauldron|watermelon|typewriter|camera|guitar|violin|skull|book|books|light ?bulb|gramophone|record player|helmet|hat|purse|handbag|backpack|suitcase|toaster|kettle|sewing machine|car|truck|television|tv|radio|telephone|phone|trumpet|tuba|sneakers?|shoes?|accordion|piano|drum|shell|hourglass|lantern|birdcage|bird cage|umbrella|heart|brain|ribcage|rib cage|gun|cannon|tire|microphone|saxophone|mailbox|rain ?boots?|wellies|wellingtons?)"
"""What flowers come out of that is made to hold none."""
NO_ANIMALS = r"(?:family|people|person|girls?|boys?|kids?|gnomes?|wom[ae]n|m[ae]n|reunion|the|a|our|my|happy|smith|johnson|snowm[ae]n|at|in|on|by|with|under|for|from|of|and|who|that|camping|hiking|skiing|christmas)"

BABIES = {
    "three": "a baby", "3": "a baby", "four": "two babies", "4": "two babies",
    "five": "three babies", "5": "three babies", "six": "four babies", "6": "four babies",
}  # fmt: skip


def wild(flowers: str) -> str:
    """What grows out of something is in no bunch."""
    return re.sub(r"\bflowers\b", "wildflowers", flowers, flags=re.IGNORECASE)


COLOUR = rf"(?:{'|'.join(sorted(COLOURS))}|ginger)"
MOTHERS = {"duckling": "duck", "kitten": "cat", "puppy": "dog", "chick": "hen", "piglet": "pig", "gosling": "goose"}


PETS = r"(?:dog|cat|puppy|kitten|horse|pony|donkey|cow|goat|sheep|pig|rabbit|bunny|hamster|fox|wolf|lion|tiger|bear|deer|pug|corgi|beagle|labrador|retriever|poodle|husky|dachshund|bulldog|frenchie|terrier|collie|shepherd|spaniel|boxer|dalmatian|doberman|rottweiler|chihuahua|pomeranian|schnauzer|shiba|greyhound|alpaca|llama)"

RIDES = {
    **dict.fromkeys(("skateboard",), "riding a skateboard"),
    **dict.fromkeys(("surf",), "riding a surfboard"),
    **dict.fromkeys(("rollerskate", "rollerblade"), "on roller skates"),
    "scooter": "riding a scooter",
    "bmx": "riding a bicycle",
    "snowboard": "riding a snowboard",
    "unicycle": "riding a unicycle",
}
"""What comes before “girl” → what she is shown doing."""


def two_inks(match: re.Match[str]) -> str:
    """“ginger cat and grey cat” are two, each in its own; of black and white ones it is not known which is which."""
    inks = [{"ginger": "orange"}.get(ink, ink) for ink in (match["a"].lower(), match["b"].lower())]
    return match[0] if set(inks) <= {"black", "white"} else f"two {match['x']}s, one {inks[0]}, one {inks[1]},"


HEAP_IN = r"(?:bowl|jar|paper bag|barrel|basket|bucket|crate|wheelbarrow|mug|box|nest|plate|suitcase|pail|flower ?pot)"
MAKE = (
    rf"(?:{'|'.join(sorted(COLOURS))}|wooden|wicker|woven|big|small|little|large|old|vintage|rustic|ceramic|clay|glass|tin"
    r"|metal|enamel|straw|giant|mason|light|dark|cardboard)"
)
NO_HEAP = (
    r"(?:noodles|chips|fries|matches|crayons|chocolates|beans|oats|wings|hearts|flowers|nuggets|greens|vegetables|golf)"
)


def contents_first(match: re.Match[str]) -> str:
    """“a blue bowl of cherries” are cherries in a blue bowl, unless the whole has a picture of its own."""
    if f"{match['holder']} of {match['what']}".lower() in aliases():
        return match[0]
    return f"{match['what']} in a {match['how'] or ''}{match['holder']}"


def doing(verb: str) -> str:
    """“play chess” → playing chess, “bake” → baking."""
    first, *rest = verb.split()
    stem = {"swim": "swimm", "knit": "knitt"}.get(first, first.removesuffix("e"))
    return " ".join([f"{stem}ing", *rest])


PERSON = dict.fromkeys(("boyfriend", "husband", "brother", "son", "dad", "uncle"), "man") | {
    "grandpa": "grandpa",
    "grandma": "grandma",
    **dict.fromkeys(("girlfriend", "wife", "sister", "daughter", "mom", "mum", "aunt"), "woman"),
}
"""Who is drawn for whom a sentence calls its own."""
PLAINLY = {"chick": "girl", "dude": "man", "guy": "man"}
SPORT_OF = {
    "skater": "skateboarding", "surfer": "surfing", "biker": "riding a motorcycle", "skier": "skiing", "boxer": "boxing",
    "snowboarder": "snowboarding", "cyclist": "riding a bicycle", "golfer": "playing golf", "ice skater": "ice skating",
}  # fmt: skip


def vase_of_several(match: re.Match[str]) -> str:
    """A vase of one kind has a picture of its own, which shows no other."""
    return f"{match['how'] or 'ceramic '}vase and {match['what']} on top"


Told = str | Callable[[re.Match[str]], str]
"""What a phrase becomes: a template, or a function of the match."""

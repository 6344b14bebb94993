"""A sentence as words: what is quoted, named or a mere frame is taken out before anything is looked up."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from pod.providers.embedded.characters.actions import PHRASES
from pod.providers.embedded.countings import plainly
from pod.providers.embedded.crews import peopled
from pod.providers.embedded.focus import dressed_for, parted, picture_first, presented
from pod.providers.embedded.keywords import ANIMALS, KeywordIndex, no_places, scene_words, weather_words
from pod.providers.embedded.kinds import OWN_PLANTS
from pod.providers.embedded.ornamental import animal_first
from pod.providers.embedded.people import people_called
from pod.providers.embedded.printed import shape_first
from pod.providers.embedded.retold import retold
from pod.providers.embedded.verbs import ACTING
from pod.providers.embedded.ways import in_one_word
from pod.providers.embedded.words import NOT_VERBS, VERBS, stems, tokens
from pod.providers.embedded.wreathed import wreathed

_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]+)[\"”“»]|(?<!\w)[‘']([^‘’']{3,})[’'](?!\w)")
_LITANY = re.compile(r"\beat,?\s+sleep,?\s+(.+?),?\s+repeat\b", re.IGNORECASE)
"""“eat sleep climb repeat” is about climbing."""

_NAMED = re.compile(r"\b(?P<who>[a-z]+) [A-Z][a-z]+\b(?![’'])")

_FRAME = re.compile(
    r"(\btarot) card\b|\btravel (?=posters?\b|prints?\b|stamps?\b|stickers?\b|patch)|\bletter (?=[a-z]\b)|\bin an? (?:row|line)\b",
    re.IGNORECASE,
)
"""What is called by the name of a thing: no placard on a tarot card, no envelope for the letter M, nobody rows in a row."""

_IN_A_ROW = re.compile(r"\bin an? (?:row|line)\b", re.IGNORECASE)

_GLASSES = re.compile(r"\b(two|three|four|five|six|a couple of) glasses\b(?! of)", re.IGNORECASE)
"""Nobody wears two pairs: two glasses are for wine."""

_CARD = re.compile(
    r"\b(valentine['’]?s?(?: day)?|christmas|birthday|easter|halloween|mother['’]?s day|father['’]?s day|thanksgiving|wedding|anniversary|graduation|engagement|sympathy|new baby) cards? (?:with|of|for) (?:an? )?",
    re.IGNORECASE,
)
"""A card is what it is printed on: what is on it is the picture."""

_MOTHER = re.compile(
    r"\b(?:mom|mum|mama|mother|dad|papa) and (?:her |his |its )?bab(?P<one>y|ies) (?P<who>(?!(?:[a-z]*ing|with|in|on|at|by|and|from)\b)[a-z]+)\b",
    re.IGNORECASE,
)
"""“mom and baby elephant” are two elephants."""

_HOLDER = re.compile(
    r"\b(?:an? )?(?P<holder>basket|box|bucket|teacup|cup|bathtub|flower pot) of (?P<who>[a-z]+)\b", re.IGNORECASE
)

_FULL = re.compile(
    r"(?:^|(?<=,))\s*(?:(?:an?|the|my) )?(?P<holder>watering can|basket|box|bucket|teacup|mug|vase|jar|mason jar|teapot|wagon|flower pot|pot)"
    r" (?:full of|filled with|of) (?P<who>[a-z]+(?: [a-z]+)?)\b",
    re.IGNORECASE,
)

_POTTED = re.compile(r"\bpotted (?P<who>[a-z]+)\b", re.IGNORECASE)

_INSIDE_IT = re.compile(
    r"\b(?:an? )?(?P<holder>[a-z]+(?: [a-z-]+){0,3}) with (?P<who>(?:an? |my |the )?(?:[a-z]+ ){0,2}?(?P<kind>[a-z]+)) "
    r"(?:in it|inside(?: (?:of )?it)?)\b",
    re.IGNORECASE,
)
"""“a snow globe with a fox in it”."""

_ON_IT = re.compile(
    r"\b(?:an? )?(?P<holder>[a-z]+(?: [a-z-]+){0,2}) with (?P<who>(?:an? |my |the )?(?:[a-z]+ ){0,2}?(?P<kind>[a-z]+)) "
    r"(?:(?P<does>sleeping|asleep|sitting|perched|standing|lying|resting|sat) )?on (?:top of )?(?:it|its (?:top|roof|rings?|branch(?:es)?))\b",
    re.IGNORECASE,
)
"""“saturn with a cat sleeping on its rings”."""

_RINGS = re.compile(r"\b(?:the )?(?:rings of (saturn)|(saturn)[’']s rings?)\b", re.IGNORECASE)

_TIED = re.compile(
    r"(\b(?:bouquet|bunch|sprig|bundle)\b.*?) (?:tied |wrapped )?(?:up )?(?:with|in) (?:an? )?(?:[a-z]+ )?(?:ribbons?|bows?|twine|string)\b",
    re.IGNORECASE,
)
"""A bouquet is tied with a ribbon as it is."""

_POURED = re.compile(
    r"\b(?P<drink>wine|champagne|prosecco)\b(?P<rest>(?:(?!\bwear|\breading\b)[^,;:.!?])*?) (?P<many>(?:two|three|four|some) )glasses\b",
    re.IGNORECASE,
)
"""“cheese and wine night with two glasses”: nobody’s spectacles."""

_UNDER_TREES = re.compile(
    r"\bunder (?:the |some |two |tall |an? )?(?P<kind>palm|pine|fir|cherry|redwood|birch|olive) trees\b", re.IGNORECASE
)
"""Trees of a land: nobody has one of them for a roof."""

_LINES = re.compile(
    r"\b(?:(?:single|one|continuous) )?line[- ](?:art|drawing|work|sketch|illustration)\b"
    r"|\b(?P<how>minimal|minimalist|fine|thin|simple|single|continuous|black) line(?:[- ](?:art|drawing|work|sketch|illustration))?\b",
    re.IGNORECASE,
)
"""A way to draw; washing hangs on another line."""

_ACACIA = re.compile(r"\bunder (?:an?|the|some) acacias?(?: trees?)?\b", re.IGNORECASE)
"""These are trees of one land, which has them."""

_CLAUSE = re.compile(r"[,;:.!?–—]+(?=\s|$)|\s[-–—]+\s")


@dataclass(frozen=True, slots=True)
class Heard:
    """`clauses` are the places of words that follow a comma or a stop; `quoted` are words of a quotation, `respelled` slips
    of the pen and what they were read as."""

    words: tuple[str, ...]
    clauses: frozenset[int]
    quoted: tuple[str, ...]
    respelled: tuple[tuple[str, str], ...]


_SHADE_OF = re.compile(
    r"\b(?:olive|mustard|rose|coral|wine|coffee|chocolate|peach|mint|lemon|lime|salmon|forest|sky|sea|ocean|royal|brick|cherry|plum"
    r"|sand|sage|emerald|ruby|strawberry|honey|butter|pumpkin|burnt)(?=[ -](?:red|orange|yellow|gold|green|teal|blue|purple|pink|brown|grey"
    r"|gray|blonde?|skinned|colou?red)\b)",
    re.IGNORECASE,
)
"""What only tells which red or blue: an olive green truck has no olive."""

_BAT = re.compile(r"\b(?:baseball|ball)s? (?:and|with|&) (?:an? )?bats?\b", re.IGNORECASE)
"""No animal beside a ball."""

_YARN = re.compile(r"\b(?:yarn ball|ball of wool|wool ball)s?\b", re.IGNORECASE)

_PICKLEBALL = re.compile(r"(?P<before>\b(?:with|and|holding) (?:an? )?)paddles?\b", re.IGNORECASE)
"""No paddle of a canoe."""

_ON_ICE = re.compile(
    r"(?P<who>\b(?:penguin|polar bear|snowman|santa|reindeer|elf|yeti|seal|winter|frozen|pond|ice)\b[^,;.]*?\b)(?<!ice )skating\b",
    re.IGNORECASE,
)
"""Who is at home on ice skates there."""

_ODD_HAT = re.compile(
    r"\b(?:with|wearing|in) an? (?P<what>mushroom|toadstool|leaf|acorn|pumpkin|strawberry|pineapple|watermelon|lemon|donut|pancake|taco|cupcake"
    r"|teacup|daisy|tulip|sunflower|bucket|teapot|cake|cactus|cabbage|pot) (?:hat|cap|helmet)\b",
    re.IGNORECASE,
)
"""“a frog with a mushroom hat” has a mushroom for one."""

_AN_ORANGE = re.compile(
    r"\ban orange(?!\s+on (?:its|his|her|their|the|top)\b)(?=\s*(?:$|[,.;!]|(?:with|and|on|in|wearing|riding|holding|who|that|is|reading|doing|mandala|pattern)\b))",
    re.IGNORECASE,
)
"""The fruit: “an orange truck” is a truck."""


def hear(text: str, index: KeywordIndex) -> Heard:
    text = _POURED.sub(lambda m: f"{m['drink']}{m['rest']} {m['many']}{m['drink']} glass", index.spelled(text))
    text = _MOTHER.sub(lambda m: f"{m['who']} with its {'cub' if m['one'] == 'y' else 'cubs'}", text)
    text = _who_first(wreathed(retold(peopled(animal_first(shape_first(text))))))
    text = _RINGS.sub(lambda m: m[1] or m[2], text)
    text = _LINES.sub(lambda m: f"{m['how'] or ''} lineart".strip(), text)
    text = plainly(in_one_word(text), index)
    text = _UNDER_TREES.sub(r"near \g<kind> trees", _ACACIA.sub("on the savanna", text))
    text = _GLASSES.sub(r"\1 wine glasses", text)
    text = _SHADE_OF.sub(" ", text)
    text = _BAT.sub("baseball bat", text)
    text = _YARN.sub("ball of yarn", text)
    text = _PICKLEBALL.sub(r"\g<before>pickleball paddle", text) if "pickleball" in text.lower() else text
    text = _ON_ICE.sub(r"\g<who>ice skating", text)
    text = _ODD_HAT.sub(r"with a \g<what> on its head", text)
    text = _AN_ORANGE.sub("a whole orange", text)
    quoted = [a or b for a, b in _QUOTED.findall(text)]
    spoken = _TIED.sub(r"\1", _LITANY.sub(r" \1 ", _QUOTED.sub(" ", text)))
    spoken = _in_holders(
        parted(
            presented(
                dressed_for(
                    _without_names(_CARD.sub(r"\1 ", _FRAME.sub(r" \1 ", _IN_A_ROW.sub(" inarow", spoken))), index),
                    index,
                ),
                index,
            ),
            index,
        ),
        index,
    )
    written = [tokens(clause) for clause in _CLAUSE.split(spoken)]
    mended = {word: index.respelled(word) for clause in written for word in clause}
    clauses = picture_first([tuple(mended[word] for word in clause) for clause in written], index)
    return Heard(
        words=tuple(word for clause in clauses for word in clause),
        clauses=frozenset(accumulate(len(clause) for clause in clauses[:-1])),
        quoted=tokens(" ".join(quoted)),
        respelled=tuple((word, meant) for word, meant in mended.items() if word != meant),
    )


_DOES_FIRST = re.compile(
    r"^(?P<before>(?:an? |the |my |our |two |three )?)(?P<does>[a-z]+ing) (?P<who>[a-z]+)\b", re.IGNORECASE
)


def _who_first(text: str) -> str:
    """“a reading girl in an armchair” is a girl who reads there."""
    match = _DOES_FIRST.match(text)
    does = match["does"].lower() if match else ""
    acts = does in VERBS | ACTING | _ALONE and does not in NOT_VERBS
    if match is None or not acts or not people_called(match["who"].lower()):
        return text
    return f"{match['before']}{match['who']} {does}{text[match.end() :]}"


_ALONE = frozenset({phrase[0] for phrase, _ in PHRASES if len(phrase) == 1})
"""What is done with nothing more said of it."""


def _without_names(text: str, index: KeywordIndex) -> str:
    """“my corgi Biscuit” is called Biscuit and is none: a capital right after an animal is a name."""

    def unnamed(match: re.Match[str]) -> str:
        key = index.exact((match["who"].lower(),))
        return match["who"] if key and index.choices[key].group == ANIMALS else match[0]

    return _NAMED.sub(unnamed, text)


def _in_holders(text: str, index: KeywordIndex) -> str:
    """“a basket of puppies” are puppies in a basket, “a cup of tea” is none; a sentence may begin with a vase of roses."""

    def grown(match: re.Match[str]) -> str:
        first, *rest = match["who"].split()
        named = (match["who"], *rest, first)  # “calla lilies”, “purple irises”, “roses on”
        flower = next((w for w in named if grows(index.exact(tuple(w.lower().split())))), "")
        if not flower:
            return match[0]
        later = "" if flower != first or not rest else " " + rest[0]
        return f" {first if flower in rest else ''} {flower} in a {match['holder']}{later}"

    def grows(key: str) -> bool:
        return bool(key) and (index.is_plant(index.choices[key]) or index.choices[key].label in OWN_PLANTS)

    def potted(match: re.Match[str]) -> str:
        return f"{match['who']} in a pot" if grows(index.exact((match["who"].lower(),))) else match[0]

    def inside(match: re.Match[str]) -> str:
        key = index.exact((match["who"].lower(),))
        held = key and index.choices[key].group == ANIMALS and not index.is_plant(index.choices[key])
        return f"{match['who']} in a {match['holder']}" if held else match[0]

    def looks_out(match: re.Match[str]) -> str:
        key = index.exact((match["kind"].lower(),))
        lives = bool(key) and bool(index.choices[key].can_be_character)
        return f"{match['who']} in a {match['holder']}" if lives else match[0]

    def is_on(match: re.Match[str]) -> str:
        key, below = (index.exact((match[name].lower().split()[-1],)) for name in ("kind", "holder"))
        lives = bool(key) and bool(index.choices[key].can_be_character)
        alive = bool(below) and bool(index.choices[below].can_be_character)
        return f"{match['who']} {match['does'] or ''} on a {match['holder']}" if lives and not alive else match[0]

    text = _ON_IT.sub(is_on, _INSIDE_IT.sub(looks_out, text))
    return _FULL.sub(grown, _HOLDER.sub(inside, _POTTED.sub(potted, text)))


def scene_of(words: Sequence[str]) -> str:
    """The scenery that a place word asks for: a place before a time of day, what is called by name before what it is one of,
    the longest phrase first."""
    return scene_words().get(place_said(words), "")


def place_said(words: Sequence[str]) -> str:
    """The phrase that names that scenery, or ""."""
    spoken = _without_other_names(words)
    named = scene_words()
    told = [w for w in named if f" {stems(w.split())} " in spoken]
    if " with mountain " in spoken:  # these stand behind whatever else is there
        told = [w for w in told if named[w] != "mountains"] or told
    if any(named[w] in _ABROAD for w in told):  # a street in Mexico is like none elsewhere
        told = [w for w in told if named[w] not in ("street", "city")]
    in_town = [w for w in told if named[w] in TOWNS]
    if in_town and any(named[w] == "snow" for w in told):  # a village in the snow has houses
        told = in_town
    return min(told, key=lambda w: (_BY_THE_WAY.get(named[w], 0), w in _KINDS_OF_PLACE, -len(w), w), default="")


def _without_other_names(words: Sequence[str]) -> str:
    """“mountain biker in moab” is in Moab."""
    spoken = f" {' '.join(words)} "
    for phrase in no_places():
        spoken = spoken.replace(f" {phrase} ", " ")
    return f" {stems(spoken.split())} "


def weather_of(words: Sequence[str]) -> Mapping[str, frozenset[int]]:
    """What the sky is said to do, and the places of the words that say so."""
    spoken, starts = " ".join(words), [0, *accumulate(len(word) + 1 for word in words)]
    return {
        name: frozenset(
            i
            for match in found
            for i in range(len(words))
            if starts[i] < match.end() and starts[i + 1] > match.start() + 1
        )
        for name, pattern in weather_words().items()
        if (found := list(pattern.finditer(spoken)))
    }


def by_night(words: Sequence[str]) -> bool:
    """“a cabin in the woods at night” is in the woods, and it is night there."""
    spoken = f" {' '.join(words)} "
    if any(
        f" {place} " in spoken
        for place in ("dark forest", "dark woods", "milky way", "haunted house", "haunted mansion", "haunted castle")
    ):
        return True
    return any(scene == "night" and f" {word} " in spoken for word, scene in scene_words().items())


_ABROAD = frozenset(
    [
        "mexico",
        "tuscany",
        "iceland",
        "tram_hill",
        "neon_street",
        "cliff_town",
        "holland",
        "rio",
        "egypt",
        "india",
        "kyoto",
        "china",
        "peru",
        "bavaria",
        "fuji",
        "highlands",
        "alps",
        "venice",
        "rome",
        "pisa",
        "terraces",
    ]
)
"""Lands whose streets and villages are their own."""

TOWNS = frozenset(
    {
        "snow_village",
        "christmas_village",
        "street",
        "city",
        "park",
        "new_york",
        "paris",
        "london",
        "amsterdam",
        "playground",
    }
    | {"barcelona", "istanbul", "berlin", "toronto", "moscow", "athens", "kyoto", "venice", "rome", "bavaria"}
)

_BY_THE_WAY = {"living_room": 1, "pines": 1, "blossom": 1, "night": 2}
"""Scenes that others have too: there are trees by a lake, and night falls everywhere."""

_STATES = (
    "texas california florida colorado montana wyoming tennessee utah oregon vermont michigan minnesota wisconsin alaska"
    " arizona nevada kentucky canada england scotland switzerland austria germany france italy greece mexico brazil japan"
    " africa australia iceland sweden finland"
)
_KINDS_OF_PLACE = frozenset(
    [
        *_STATES.split(),
        "national park",
        "ireland",
        "wales",
        "norway",
        "yorkshire",
        "cotswolds",
        "cornwall",
        "cornish",
        "devon",
        "brittany",
        "maine",
        "vacation",
        "holiday",
        "trail",
        "hiking",
        "camping",
        "street",
        "hill",
        "hills",
        "hillside",
        "rainforest",
        "rain forest",
        "jungle",
        "surfer",
        "surfing",
        "surfboard",
        "field",
        "fields",
        "park",
        "town",
        "village",
        "road",
        "garden",
        "gardens",
        "farm",
        "bar",
        "cafe",
        "stage",
    ]
)

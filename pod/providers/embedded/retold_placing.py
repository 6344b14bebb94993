"""Where somebody is, said in a roundabout way, said plainly: on whose nose, from what they hang, in whose boat. Rules for `retold`."""

from __future__ import annotations

import re

from pod.providers.embedded.retold_kit import COLOUR, Told
from pod.providers.embedded.roles import ROLES_TOLD

_SITS = (
    r"(?:(?:sitting|sits|perched|standing|resting|landing|landed|sleeping|asleep|balancing|balanced|riding|that is) )?"
)
_WHOSE = r"(?:an? |the |my |his |her |our )?"
_ONE = r"(?:an? |the )?(?:[a-z]+ )?[a-z]+"
_HANGERS = r"(?:sloth|monkey|opossum|possum|koala|orangutan|gibbon|lemur|chameleon|bat|cat|kitten|kitty|bear|panda|red panda|raccoon|squirrel)"
_BOATS = {"kayaking": "kayak", "canoeing": "canoe", "rowing": "rowing boat", "paddling": "canoe", "boating": "boat", "rafting": "raft", "sailing": "sailboat"}  # fmt: skip
_DOES_AT = r"(?:drinking|sipping|feeding|hovering|flying|perched|sitting)"
_SMALL = r"(?:ladybugs?|ladybirds?|bees?|bumble ?bees?|honey ?bees?|butterfly|butterflies|snails?|frogs?|tree frogs?|mouse|mice|dragonfly|caterpillars?|moths?|beetles?|grasshoppers?|cricket|spider|gecko|hedgehog|fairy)"

_SUITS = {
    "hotdog": r"(?:hot ?dog|sausage|glizzy)",
    "banana": "banana",
    "strawberry": "strawberry",
    "pumpkin": r"(?:pumpkin|jack[- ]o[- ]lantern)",
    "avocado": "avocado",
    "pineapple": "pineapple",
    "watermelon": "watermelon",
    "carrot": "carrot",
    "ladybug": r"(?:lady ?bug|ladybird)",
    "lobster": r"(?:lobster|crawfish)",
    "flower": r"(?:sun)?flower",
    "burger": r"(?:ham|cheese)?burger",
    "cupcake": "cupcake",
    "pizza": r"(?:slice of pizza|pizza slice|pizza)",
    "donut": r"(?:donut|doughnut)",
    "bread": r"(?:loaf of bread|slice of bread|slice of toast|bread|toast)",
    "mushroom": r"(?:mushroom|toadstool)",
    "cactus": "cactus",
    "christmastree": r"christmas tree",
    "ghost": r"(?:(?:sheet|white sheet) )?ghost(?: sheet)?",
    "sushi": r"(?:piece of )?sushi(?: roll)?",
}
"""What somebody is dressed as, by the costume."""
_DRESSED = r"\b(?:dressed|disguised)(?: up)? (?:as|like) (?:an? |the )?(?:(?:little|giant|cute|tiny|big) )?"
_COSTUME = r"(?:costume|outfit|suit|onesie)"
_BUN = r"(?<!dachshund )(?<!wiener dog )(?<!weiner dog )(?<!sausage dog )(?<!doxie )"


def _worn(name: str, what: str) -> tuple[str, Told]:
    """A dachshund lies in a bun, which is the costume that it is known in."""
    spare = _BUN if name == "hotdog" else ""
    return (
        rf"{spare}(?:{_DRESSED}{what}s?\b(?: for halloween)?|\b(?:in|wearing|with) an? (?:(?:little|cute|white|giant|tiny) )?{what} {_COSTUME}\b|\b(?:wearing|in|under) a (?:white )?sheet (?:ghost )?{_COSTUME}\b)"
        if name == "ghost"
        else rf"{spare}(?:{_DRESSED}{what}s?\b(?: for halloween)?|\b(?:in|wearing|with) an? (?:(?:little|cute|giant|tiny) )?{what} {_COSTUME}\b)",
        f"wearing a {name}suit",
    )


_TRADE = r"(?:chef|baker|firefighter|fireman|police|police officer|cop|doctor|nurse|pilot|sailor|farmer|construction worker|builder|mechanic|pirate|wizard|viking|detective|clown|magician|king|queen|princess|superhero|ninja|cowboy|cowgirl|judge|beekeeper|postman|mailman|painter|scientist|graduate|angel|devil|leprechaun|elf|gnome|fairy|witch|vampire|samurai|lumberjack|gardener|knight)"

SUITS_TOLD: tuple[tuple[str, Told], ...] = (
    *(_worn(name, what) for name, what in _SUITS.items()),
    (
        rf"{_DRESSED}santa(?: claus)?\b|\b(?:in|wearing|with) an? santa(?: claus)? {_COSTUME}\b",
        "wearing a santasuit and santa hat",
    ),
    (rf"\b(?:in|wearing|with) an? (?:astronaut|nasa|space|cosmonaut) {_COSTUME}\b", "wearing a spacesuit"),
    (rf"{_DRESSED}(?:bumble ?|honey ?)?bees?\b", "dressed as a bee"),
    (
        rf"\b(?:in|wearing|with) an? (?:(?:little|tiny|cute) )?(?P<who>{_TRADE})(?:['’]?s)? {_COSTUME}\b",
        r"dressed as a \g<who>",
    ),
)
"""Applied in order."""

_VIEWS = {
    "mountains": r"(?:mountain range|mountain landscape|mountain sunset|mountains?|landscape|campsite)",
    "forest": r"(?:pine forest|forest|woods|pine trees|trees)",
    "ocean": r"(?:ocean waves?|ocean|sea|beach|tropical island|island|big wave|waves?|surf)",
    "galaxy": r"(?:galaxy|outer space|space|universe|milky way|solar system|cosmos|nebula|planets|stars)",
    "nightsky": r"(?:night sky|starry night|starry sky|northern lights|aurora|moon and stars)",
}
_VESSELS = {
    "cup": r"(?:coffee cup|cup of coffee|tea ?cup|cup of tea|coffee mug|mug|cup)",
    "jar": r"(?:mason jar|glass jar|jar)",
    "bulb": r"(?:light ?bulb|bulb)",
    "bottle": r"(?:glass bottle|bottle|potion bottle)",
    "glass": r"(?:wine glass|glass of wine|cocktail glass|beer glass|pint glass|glass)",
}
_VIEWED: tuple[tuple[str, Told], ...] = tuple(
    (
        rf"^(?:an? |the )?(?:(?:tiny|little|retro|vintage|whole) )?{view} (?:inside|in|within) (?:of )?(?:an? |the |my )?{vessel}(?=\W*$)",
        f"{name}{held}",
    )
    for name, view in _VIEWS.items()
    for held, vessel in _VESSELS.items()
)
"""“ocean waves in a coffee cup”, in the one word that its picture is called by."""

PLACING_TOLD: tuple[tuple[str, Told], ...] = (
    *_VIEWED,
    *ROLES_TOLD,
    (r"\b(?P<does>drinking|sipping) (?:from|with|through|out of) an? (?:[a-z]+ )?straw\b", r"\g<does> a soda"),
    (
        r"^(?P<how>(?:an? |the |cute |little |egyptian |spooky )*)mummy (?=in an? (?:bath|bathtub|coffin|tomb|sarcophagus|hammock|pool)\b|(?:riding|dancing|unravell?ing|unwrapping|rising|surfing|skateboarding|with bandages)\b)",
        r"\g<how>wrapped mummy ",
    ),
    (r"\b(?P<does>carrying|carries|holding|hugging) (?:an? |his |her |its )?(?P<ink>(?:[a-z]+ )?)surf ?board\b", r"\g<does> a \g<ink>carriedboard"),
    (
        r"\b(?P<in>in|inside|inside of) (?:an? |the )(?:(?:big|giant|little|blooming|open) )?(?P<ink>(?:[a-z]+ )?)(?:flower|blossom|bloom)(?=$|,| (?:with|and|on|at|by|holding|reading|sleeping|while|wearing)\b)",
        lambda m: m[0] if m["ink"].strip() in ("every", "each") else f"in a {m['ink']}flowercup",
    ),
    (
        rf"^(?P<what>{_ONE}) (?:in|between) {_WHOSE}(?P<whose>(?:[a-z]+ )?[a-z]+)['’]s (?P<part>mouth|beak|jaws|teeth)$",
        r"\g<whose> with \g<what> in its \g<part>",
    ),
    (r"\bbaby (?:stroller|carriage|buggy|pram)\b", "pram"),
    (
        rf"^(?P<holder>{_ONE}) with (?P<who>(?:an? |the |two |three )?[a-z]+(?: [a-z]+)?) {_SITS}(?:under|beneath|underneath|below) (?:it|its (?:cap|leaves|branches|shade))$",
        lambda m: f"{m['who']} under a {re.sub(r'^(?:an?|the) ', '', m['holder'])}",
    ),
    (
        r"^(?:an? |the )?(?:[a-z]+ )?skull with (?P<who>an? (?:[a-z]+ )?snake) (?:coiled |wrapped |winding |slithering |coming |going )?(?:through|in|out of|around) (?:its|the|one|his) (?:eyes?|eye sockets?|mouth)$",
        r"\g<who> coming out of a skull",
    ),
    (r"\bon an? (?:(?:rope|wooden|tire) )?(?:tree )?swing (?:under|hanging from|in|on|tied to) an? (?:[a-z]+ )?tree\b|\bon an? tree swing\b", "on a treeswing"),
    (
        r"^(?P<pet>(?:an? |the |my )?(?:[a-z]+ )?(?:cat|kitten|dog|puppy|pug|corgi|rabbit|bunny|dachshund|chihuahua)) (?:(?:sleeping|purring|curled up|sitting|lying) )?(?:on|in) (?:an? |the |my |her |someone['’]s )lap(?:,? while (?P<does>knitting|reading|sewing|crocheting))?$",
        lambda m: f"woman {m['does'] or 'sitting'} with {m['pet']} in her lap",
    ),
    (
        r"\b(?P<does>swimming|floating|gliding) (?:over|above|through|around|near|past|by) (?:the |some |an? |pink |colou?rful )*(?:coral reefs?|corals?|reef)\b",
        r"\g<does> in a coral reef",
    ),
    (r"\bwearing (?P<what>an? [a-z]+(?: [a-z]+){0,2}) on (?P<whose>his|her|its) head\b", r"with \g<what> on \g<whose> head"),
    (
        r"\b(?:with|wearing|holding) (?:an? |his |her )?(?:pet |big |green |yellow )*(?:snake|python|boa(?: constrictor)?|cobra) (?:wrapped |draped |coiled |curled )?(?:a?round|over|on) (?:his|her|its|the) (?:neck|shoulders)\b",
        "wearing a necksnake",
    ),
    (
        r"\b(?:vintage|retro|old|antique|classic) (?P<what>bicycle|bike) with (?:an? |its |the )?(?:front )?basket (?:full of|of|filled with|overflowing with) (?P<y>[a-z]+)\b",
        r"\g<what> with a basket of \g<y>",
    ),
    (
        r"\b(?:all )?(?:tangled|wrapped|caught|stuck|wound)(?: up)? (?:in|with) (?:an? |some |the )?(?:ball of )?(?P<ink>(?:[a-z]+ )?)(?:yarn|wool)\b",
        r"wearing a \g<ink>yarntangle",
    ),
    (r"\b(?P<in>in|inside|into) an? (?:little |tiny |open )?(?:matchbox|shoe ?box|cereal box|gift box|present)\b", r"\g<in> a box"),
    (
        r"\b(?:(?:standing|sitting|hiding|lying|resting|walking|running) )?in (?:the )?(?:tall |long |high |green )+grass\b",
        "in a meadow",
    ),
    (
        rf"^(?P<who>{_ONE}) {_SITS}on (?:top of )?{_WHOSE}(?P<whose>(?:[a-z]+ )?[a-z]+)['’]s (?P<part>nose|snout|head)$",
        r"\g<whose> with \g<who> on its \g<part>",
    ),
    (
        rf"^(?P<who>{_ONE}) {_SITS}on (?:the )?(?P<part>nose|snout|head|shoulder) of {_WHOSE}(?P<whose>(?:[a-z]+ )?[a-z]+)$",
        r"\g<whose> with \g<who> on its \g<part>",
    ),
    (
        rf"\b(?P<who>{_HANGERS}s?) (?:hanging|hangs|dangling|swinging|hung) (?:upside down )?(?:(?:on|off|from|in) (?:an? |the )?(?:[a-z]+ )?(?:branch|tree|vine|limb) )?by (?:its|his|her|the|their) tails?\b(?: (?:on|off|from|in) (?:an? |the )?(?:[a-z]+ )?(?:branch|tree|vine|limb))?",
        r"\g<who> hanging by its tail",
    ),
    (
        rf"\b(?P<who>{_HANGERS}s?) (?P<does>hanging|hangs|dangling|swinging) (?P<how>upside down )?(?:on|off|in|onto|on to|out of)(?: to)? (?:an? |the )?(?:[a-z]+ )?(?:branch(?:es)?|tree|trees|vine|limb|rope)\b",
        lambda m: f"{m['who']} {m['does']} {m['how'] or ''}from a branch",
    ),
    (
        rf"\b(?P<who>{_HANGERS}s?) (?:clinging|holding|hanging|clings|holds|clutching|gripping|grabbing) (?:on )?(?:on ?to |to |onto )?(?:an? |the |its )?(?:[a-z]+ )?(?:branch|tree|tree trunk|trunk|eucalyptus|bamboo)\b",
        r"\g<who> hugging a tree",
    ),
    (
        r"\b(?P<does>kayaking|canoeing|rowing|paddling|boating|rafting|sailing)(?: (?:an? )?(?:boat|canoe|kayak|raft))? with (?P<pet>(?:an? |his |her |their |my |the )?(?:[a-z]+ )?[a-z]+)$",
        lambda m: f"and {m['pet']} in a {_BOATS[m['does'].lower()]}",
    ),
    (
        r"\b(?P<a>man|woman|girl|boy|bear|fox|dog|cat|couple|guy|lady) (?:in|on) an? (?P<boat>kayak|canoe|raft|rowboat|rowing boat|sailboat) with (?P<pet>(?:an? |his |her |the )?(?:[a-z]+ )?[a-z]+)$",
        r"\g<a> and \g<pet> in a \g<boat>",
    ),
    (
        r"\b(?:floating |lounging |relaxing |sitting |lying |chilling )?(?:on|in) an? (?:[a-z]+ )?(?:pool (?:float|floatie|floaty|ring|tube|inflatable)|inflatable(?: ring| float)?|floatie|inner ?tube|rubber ring)\b",
        "in a swim ring",
    ),
    (
        r"\bon (?:an? |the |some )?(?:big |giant |huge )?(?:wedge|slice|block|wheel|chunk|piece|hunk) of (?:swiss |yellow |blue )?cheese\b",
        "on a cheese",
    ),
    (
        rf"\b(?P<who>hummingbirds?) (?:{_DOES_AT} )?(?:on|at|with|and|from|near|by|visiting) (?:an? |the |some )?(?:(?P<ink>{COLOUR}) )?(?:flowers?|blossoms?|bloom)\b(?! (?:border|wreath|crown|pattern|field|garden))",
        lambda m: f"{m['who']} at a {m['ink']} hibiscus" if m["ink"] else m[0],
    ),
    (
        r"^(?P<what>(?:an? |the )?(?:[a-z]+ )?[a-z]+) (?:(?:sitting|resting|held|cupped|landing|perched) )?(?:in|on) (?:an? |the |two |my |your |his |her |open |cupped )*(?:hands?|palms?|fingers?)$",
        r"\g<what> on cuppedpalms",
    ),
    (
        r"^(?:two |a pair of |pair of |open |cupped )*hands? (?:holding|cupping|cradling|offering) (?P<what>(?:an? |the )?(?:[a-z]+ )?[a-z]+)$",
        r"\g<what> on cuppedpalms",
    ),
    (rf"^(?P<who>(?:an? |the )?(?:[a-z]+ )?{_SMALL}) {_SITS}on (?:an? |the )(?:(?P<ink>{COLOUR}) )?(?:flower|blossom|bloom)\b", lambda m: f"{m['who']} on a {m['ink'] + ' ' if m['ink'] else ''}{'daisy' if not m['ink'] or m['ink'].lower() == 'white' else 'zinnia'}"),
    (r"(?P<does>\b(?:curled|wrapped|coiled|wound|curling|twisted)(?: up)? (?:around|round|about) )(?:an? |the )?(?:tall |big |little )?(?:stack|pile|heap|set|tower) of (?P<what>dice|coins|gems|gold)\b", r"\g<does>\g<what>"),
    (
        r"\b(?P<who>rabbit|bunny|white rabbit|white bunny|cat|kitten|dove|hamster|mouse|ghost) (?:coming|popping|jumping|peeking|emerging|peeping|looking|pulled|hopping|appearing|climbing)(?: up| out)* (?:of|out of|from|inside) (?:an? |the )?(?:magician['’]?s |magic |black |top )*hat\b",
        r"\g<who> in a conjurerhat",
    ),
    (
        r"\b(?:(?:sitting|riding|standing|sat|sits|rides|looking out|hanging out) )?(?:in|on|from) (?:the )?(?:back|bed) of (?:an? |the |his |her |my |grandpa['’]?s )?(?P<how>(?:(?:old|vintage|retro|antique|farm|rusty|classic|little|big) )*)(?P<ink>(?:[a-z]+ )?)(?:pickup truck|pick up truck|truck|pickup)\b",
        r"in a \g<ink>truckbed",
    ),
    (r"\bin an? (?P<ink>(?:[a-z]+ )?)(?:truck|pickup) bed\b", r"in a \g<ink>truckbed"),
    (
        r"\b(?:(?:with|sticking|hanging|poking|leaning|looking|peeking) )?(?:(?:its|his|her|their|the) )?(?:heads? )?(?:hanging |sticking |poking )?(?:in|out|from)(?: of)? (?:an? |the )(?P<ink>(?:[a-z]+ )?)(?:car|truck|van|jeep) window\b",
        r"in a \g<ink>carwindow",
    ),
    (
        r"\b(?:in|on|riding in|sitting in) (?:an? |the )?(?P<ink>(?:(?!motor)[a-z]+ )?)(?:motorcycle |motorbike )?side ?car(?: of (?:an? |the )?(?:motorcycle|motorbike|vespa|scooter))?\b",
        r"in a \g<ink>sidecar",
    ),
)  # fmt: skip
"""Applied in order."""

"""What is said of animals in a roundabout way, said plainly: knights that are mice, loads, horns with flowers, beaks that carry. One
rule a line, applied in order among those of `retold`."""

from __future__ import annotations

import re
from collections.abc import Callable

from pod.providers.embedded.ornamental import ANIMAL
from pod.providers.embedded.retold_kit import COLOUR

_WAVE = r"(?:(?:japanese|great|big|kanagawa|traditional|ukiyo[- ]?e)(?: style)? )+waves?"


def _medusa(match: re.Match[str]) -> str:
    """Her snakes are green unless another colour is said; where there are lines alone, those are."""
    green = "green" in match[0].lower() and "line" in match.string[match.end() :].lower()
    snakes = f" with {match['ink']} snakes" if match["ink"] else ""
    return f"{match['how']}{'green ' if green else ''}head of medusa{snakes}"


OF_ANIMALS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"\b(?:red|yellow)[- ]eared slider(?P<s>s?)\b", r"turtle\g<s>"),
    (
        r"^(?!.*\b(?:construction|builder|building site|hard hat|bulldozer|digger|excavator|dump truck|cement|mixer|truck|tower crane)\b)(?P<before>.*?)\b(?<!origami )(?<!paper )cranes?\b(?! (?:birds?|truck|operator|driver|machine|lift|game|kick))",
        r"\g<before>crane bird",
    ),
    (rf"\b(?:knight (?P<a>{ANIMAL})|(?P<b>{ANIMAL}) knight)\b(?: in (?:shining )?armou?r)?", lambda m: f"{m['a'] or m['b']} in knight armour"),
    (
        r"\b(?:royal|renaissance|regal|aristocratic|napoleonic|military) (?:(?:pet|dog|cat|animal) )?portrait of (?P<who>(?:an? |my |our |the )?[a-z]+(?: [a-z]+)?)\b",
        r"\g<who> in a general uniform",
    ),
    (r"\bqueen bees?\b(?!.* crown)", "bee wearing a crown"),
    (r"\b(?P<what>beetle|moth|butterfly|dragonfly|feather|seashell|shell|mushroom|crystal|bug|leaf|teacup|fern) collection\b", r"six \g<what>s"),
    (
        r"\b(?P<who>snake|serpent|cobra|python|viper|rattlesnake) (?:wrapped in|entwined with|surrounded by|covered in|covered with|with|and|in|among|amongst) (?:an? |the )?(?:bouquet of )?(?:[a-z]+ )?(?:flowers|wildflowers|peonies|blossoms|floral)\b",
        r"\g<who> coiled around flowers",
    ),
    (r"\b(?P<who>kraken|giant squid|giant octopus|octopus|sea monster)\b.*?\b(?:attack|sink|destroy|grabb|wrapp|crush|pull|tak|eat|drag)[a-z]* (?:(?:a|the|around|down|under|an|old|sailing|pirate|tall) )*(?:ship|boat|galleon|sailboat|frigate)s?\b", "kraken and ship"),
    (r"\b(?P<link>with|and) (?:an? |some |pink |wild)*(?:flowers?|roses|daisies|blossoms|floral|wildflowers|flower crown) (?:in|on|around|growing (?:from|on|out of)|wrapped around|woven (?:in|into|through)) (?:its|his|her|the) (?:horns?|antlers?)\b", "wearing a flower crown"),
    (r"\b(?:blowing|chewing|popping|with|and|blows) (?:(?:an?|some|big|large|giant|pink|huge|its|his|her) )*(?:bubble ?gum(?: bubbles?)?|gum bubbles?)\b", "with a gum bubble"),
    (r"\b(?P<who>goose|geese|duck|seagull|gull|crow|raven|magpie|swan|pigeon|parrot|chicken|penguin|hen|rooster|robin|blue ?jay|cardinal|puffin|pelican|heron|egret|kingfisher|stork|sparrow|eagle|osprey|toucan|jackdaw|blackbird|wren|bluebird) (?:holding|with|carrying|catching) (?P<what>an? (?:big |kitchen |little |small |shiny )*(?:knife|key|letter|envelope|ring|rose|flower|worm|fish|fry|chip|cigarette|twig|olive branch|dagger))(?=$|,| and\b| in the)", r"\g<who> with \g<what> in its beak"),
    (r"\b(?P<who>hen|chicken|duck|goose|robin|bluebird|bird|owl|swan) (?:(?:sitting|sat|nesting) on|with|and|guarding|on) (?:(?:her|its|a|the|some|three|four|two|blue|brown|fresh|farm|golden) )*(?:nest (?:of|with|and) )?eggs?\b(?! (?:hunt|basket|cup|roll))", r"\g<who> sitting on a nest with eggs"),
    (rf"\balien (?P<who>{ANIMAL})\b", r"\g<who> with alien antennae"),
    (rf"\bskeleton (?!dinosaur|t-rex|trex)(?P<who>{ANIMAL})\b", r"\g<who> in a skeleton suit"),
    (r"\b(?P<what>baby [a-z]+|[a-z]+saur(?:us)?|dinosaur|dragon|chick|duckling|turtle|chameleon) hatching\b(?! (?:from|out))", r"\g<what> hatching from an egg"),
    (r"^(?:an? )?(?:vintage |antique |old )*(?:ink|pencil|pen|charcoal|graphite|pen and ink) (?:drawing|illustration|sketch)s? of (?=[a-z])", "lineart "),
    (r"^(?:an? )?(?:vintage |antique |old |victorian )*(?:scientific|botanical|natural history|zoological|encyclopedia) (?:illustration|drawing|print|plate)s? of (?=[a-z])", ""),
    (r"\b(?P<who>goose|geese|duck|seagull|gull|crow|raven|magpie|swan|pigeon|parrot|chicken|penguin|hen|rooster|robin|blue ?jay|cardinal|puffin|pelican|heron|egret|kingfisher|stork|sparrow|eagle|osprey|toucan|jackdaw|blackbird|wren|bluebird) (?:stealing|snatching|grabbing|nicking|stole|steals) (?:(?:a|an|the|some|your|my|french|hot|people's) )*(?:chips?|fry|fries)\b", r"\g<who> with french fries in its beak"),
    (r"\b(?P<who>goose|geese|duck|seagull|gull|crow|raven|magpie|swan|pigeon|parrot|chicken|penguin|hen|rooster|robin|blue ?jay|cardinal|puffin|pelican|heron|egret|kingfisher|stork|sparrow|eagle|osprey|toucan|jackdaw|blackbird|wren|bluebird) (?:stealing|snatching|grabbing|steals) (?P<what>an? [a-z]+(?: cream| sandwich| dog)?)(?=$|,)", r"\g<who> with \g<what> in its beak"),
    (r"\b(?:in|wearing|with) (?:an? )?(?:cute |little |honey ?)?(?:bumble ?)?bee (?:costume|outfit|suit|onesie)\b", "wearing a beesuit"),
    (r"\b(?:in|wearing) (?P<how>(?:[a-z]+ ){0,2})socks\b(?! (?:on|with sandals))", r"wearing \g<how>footsocks"),
    (r"\bhighland (?:calf|calves|baby|cow calf)\b", "little highland cow"),
    (r"\bpuss(?:y ?cat|y-cat)s?\b", "cat"),
    (rf"\bghost (?P<who>{ANIMAL})\b", r"\g<who> dressed as a ghost"),
    (r"\bmummy (?P<who>cat|dog|kitty|kitten|puppy|pug|corgi|dachshund|frog|raccoon|hamster|sloth|axolotl)\b(?!.*\b(?:kittens|puppies|pups|baby|babies|her|tadpoles|cubs)\b)", r"\g<who> in mummy bandages"),
    (rf"\bleprechaun (?P<who>{ANIMAL})\b", r"\g<who> in a leprechaun hat"),
    (rf"\b(?:devil|demon|satanic|evil) (?P<who>{ANIMAL})\b", r"\g<who> with devil horns"),
    (rf"\bgnome (?P<who>{ANIMAL})\b|\b(?P<b>{ANIMAL}) gnome\b", lambda m: f"{m['who'] or m['b']} in a gnome hat"),
    (r"\bboxer kangaroo\b", "boxing kangaroo"),
    (r"\b(?:vintage |antique |old )?etching(?: of(?: an?)?)?\b(?! (?:kit|tool|press))", "engraving"),
    (r"^(?:an? )?(?:minimal|minimalist|simple|fine|clean|delicate) (?P<what>.+?) (?:line drawing|line art|line work|linework|outline|line sketch)$", r"\g<what> lineart"),
    (r"(?P<bird>\bhumming ?birds?\b.*?\b(?:with|and|at|on|sipping from|drinking from)) (?:an? )?(?P<flower>trumpet vine|bee balm|honeysuckle|salvia)\b(?! flower)", r"\g<bird> a \g<flower> flower"),
    (r"\b(?:in|inside) (?:an? |the )?(?:hollow of an? (?:old )?tree|hole (?:in|of) (?:an? |the )?(?:old )?tree(?: trunk)?|hollow (?:old )?tree(?: trunk)?)\b", "in a hollow tree"),
    (r"\bwith (?P<what>(?:[a-z]+ )?(?:flowers|roses|daisies|wildflowers|blossoms|peonies|sunflowers)) (?:in|on|between|around|growing from|hanging from) (?:(?:its|his|her|the) )?(?:antlers|horns)\b|\bwith (?:floral|flowery|flower) antlers\b", "wearing a flower crown"),
    (
        r"^(?P<what>(?!.*\bwaves?\b)[a-z ]+?)(?: flying)?,? (?:(?:with|and|in front of|before|against|under|over) )?(?:an? |the )?(?:big |large |rising )?red (?:rising )?sun\b(?: behind(?: (?:it|him|her|them))?)?(?: japanese(?: style)?)?$",
        r"\g<what> and a red disc of the sun",
    ),
    (r"\b(?P<when>christmas|xmas|festive|holiday) (?P<who>[a-z]+(?: [a-z]+)?) (?P<link>with|in|wrapped in|tangled in) (?:string |fairy |coloured |colorful )?lights\b", r"\g<when> \g<who> \g<link> christmas lights"),
    (r"\b(?P<does>sleeping|sleeps|asleep|napping|curled up|sitting|reading|resting|fishing|snuggled up) in (?:an?|the) (?:crescent |half )?moon\b", r"\g<does> on a crescent moon"),
    (
        rf"^(?P<how>(?:an? |the )?(?:[a-z]+ ){{0,2}}?)(?:head of )?(?:medusa|gorgon)(?:['’]?s)?(?: (?:head|face|portrait|bust|statue))?(?:,? with (?:an? |her )?(?:hair of |a head of )?(?:(?:green|snaky|snakey|wild|many|little) )*(?:(?P<ink>{COLOUR}) )?(?:snakes?|serpents?)(?:(?: (?:for|as|in|in her|instead of))? hair)?)?(?=$|,| and\b| with\b| in (?:{COLOUR})\b|(?: in)? (?:line|black|vintage|retro|stained|pop|tattoo)\b)",
        _medusa,
    ),
    (r"\b(?P<who>snake|python|serpent|boa|anaconda|viper|tree snake) (?:(?:coiled|wrapped|curled|wound|twisted|draped) )?(?:around|round|over) (?P<what>(?:an? |the )?(?:tree |wooden |jungle )?branch)\b", r"\g<who> on \g<what>"),
    (r"\b(?:t[- ]?rex|dino(?:saur)?|raptor|tyrannosaurus) skull (?:with|and) (?:an? )?(?P<what>flowers|roses|wildflowers|daisies|peonies)\b", r"dinosaur skull and \g<what>"),
    (r"\b(?:sting|manta) rays?(?= famil)", "stingray"),
    (r"\b(?:(?:growing|blooming|sprouting|built|sitting) )?(?:on|from|out of) (?:top of )?(?:its|his|her|the|their) (?:shell|carapace)\b", "on its back"),
    (r"\b(?:welsh|wales) (?=dragons?\b)", "red "),
    (
        r"\b(?:a |two |2 |pair of |couple of )*(?P<who>(?:black )?swan|flamingo)(?:s|es)\b.*?\b(?:heart|hearts)\b(?: shape)?(?: (?:with|by|from|using) (?:their|the|its) (?:necks?|heads?|beaks?))?",
        lambda m: f"heartnecked {m['who'].lower()}",
    ),
    (r"\b(?P<how>curled|wrapped|coiled|wound|curling|twisted|entwined)(?P<up> up)? (?:round|about)\b", r"\g<how>\g<up> around"),
    (
        r"\b(?P<who>dragons?) (?:(?P<does>breathing|blowing|spitting) )fire (?:on|at|onto|into|above) (?P<what>(?:an? |the )?(?:[a-z]+ )?(?:castle|tower|village|house|fortress))\b",
        r"\g<who> \g<does> fire over \g<what>",
    ),
    (
        r"\b(?:bowl of ramen|ramen(?: noodles?)?(?: bowl)?|noodle bowl)(?: with chopsticks)?(?:,? (?:and|with)(?: an?)?)? (?:smiling|happy|kawaii|smiley) egg\b(?: (?:and|with) chopsticks)?",
        "ramen with a smiling egg",
    ),
    (
        rf"\b(?P<bowl>ramen(?: noodles?)?(?: bowl)?|bowl of ramen|noodle bowl)(?: with chopsticks)?,? (?:and|with|in)(?: (?:an?|the))? (?:{_WAVE}|waves?)(?: in it| inside)?(?: japanese(?: style)?)?\b",
        "ramen with a great wave",
    ),
    (
        rf"\b{_WAVE} (?:(?:in|out of|coming out of|rising from|over) (?:an? )?(?:ramen(?: bowl)?|bowl of ramen|noodle bowl)|ramen(?: bowl)?)\b",
        "ramen with a great wave",
    ),
    (
        rf"\b{_WAVE} (?:with|and) (?:an? |two |2 |some )?(?:(?:jumping|leaping|swimming|orange|red|gold) )*koi(?: fish| carp)?s?(?:,? (?:with|and) (?:an? |the )?(?:red |rising )*sun)?\b|\bkoi(?: fish| carp)?s? (?:(?:jumping|leaping|swimming) )?(?:and|with|in|out of|over|through|under) (?:an? |the )?{_WAVE}\b",
        "great wave with a koi",
    ),
    (
        r"\b(?P<who>(?:luna )?moths?|butterfly) with (?:an? |the )?(?:(?:crescent|full) )?moons?(?: phases?)? (?:and stars )?on (?:its|the|her) wings?\b",
        lambda m: f"{m['who']} with moon phases",
    ),
    (
        r"\b(?:an? |two |2 |pair of |couple of |the )*(?P<ink>(?:black and white|black|orange|gr[ae]y|ginger) )?(?:cats|kitties|kittens)\b.*\btails?\b.*\bheart\b(?: shape)?(?: (?:with|by|from|using) their tails?)?|\b(?:an? |two |2 |pair of |couple of |the )*(?P<i2>(?:black and white|black|orange|gr[ae]y|ginger) )?(?:cats|kitties|kittens)\b.*\bheart\b.*\btails?\b",
        lambda m: f"hearttailed {(m['ink'] or m['i2'] or '').lower().replace('ginger', 'orange').replace('gray', 'grey')}cats",
    ),
    (r"\b(?:an? |two |2 |pair of )*(?P<who>koi|cat)s?(?: fish)?\b.*?\byin[ -]?(?:and[ -])?yang\b(?: (?:sign|symbol|style|shape|design|circle))?", r"yin yang \g<who>"),
)  # fmt: skip

"""What shoppers say in a roundabout way, said the way the rest of the reading expects it: “two little bears and a mama bear” are
a mother with two cubs, and a mushroom forest is mushrooms in a forest. One rule a line, applied in order."""

from __future__ import annotations

import re
from collections.abc import Callable

from pod.providers.embedded.keywords import aliases
from pod.providers.embedded.retold_beasts import OF_ANIMALS
from pod.providers.embedded.retold_places import PLACES_TOLD
from pod.providers.embedded.words import COLOURS, NUMBERS

_NUMBER = rf"(?:{'|'.join(sorted(NUMBERS))}|[4-9]|1[0-2])"
_LITTLE = r"(?:little|baby|small|tiny|young)"
_MOTHER = r"(?:mama|mamma|momma|mommy|mom|mum|mummy|mother|papa|dad|daddy|father|parent)"
_RIDDEN = {"horseback": "horse", "motocross": "dirt bike", "bmx": "bicycle", "bronco": "horse"}
_FLOWER = r"(?:sunflower|rose|daisy|tulip|lavender|peony|poppy|wildflower|hydrangea|lily|dahlia|carnation|daffodil|iris|orchid)"

_FLOWER_PLURAL = r"(?:(?:sunflower|rose|tulip|poppie|daisie|peonie|lilie|dahlia|carnation|daffodil|cornflower|marigold|aster|hydrangea|anemone|zinnia)s|lavender|cosmos)"

_KIN = (
    r"(?:great )?(?:grandma|grandmother|granny|nana|nan|gran|grandpa|grandad|granddad|grandfather|papa|mom|mum|mommy|mother|dad|daddy|father"
    r"|aunt|auntie|uncle|sister|brother|wife|husband|girlfriend|boyfriend|daughter|son|niece|nephew|best friend|friend|teacher|boss|coworker)"
)
_GROWS = r"(?:growing|blooming|coming|sprouting|spilling|bursting|exploding|pouring|popping)(?: up| out)?(?: (?:of|from|out of))?"
_SPROUTS = rf"{_GROWS} (?:it|them|the top|its top|inside)"
_HOLDER = r"(?:(?:ramen |noodle |soup |cereal |salad )?bowl|(?:tea )?cup|mug|teacup|basket|box|jar|pot|bucket|bathtub|vase|boot|hat)"
_BLOOMS = r"(?:(?:wild)?flowers|roses|daisies|sunflowers|poppies|peonies|tulips|lilies|pansies|dahlias|marigolds)"
_NO_VASE = r"(?:boots?|pumpkin|cauldron|watermelon|typewriter|camera|guitar|violin|skull|book|books|light ?bulb|gramophone|record player|helmet|hat|purse|handbag|backpack|suitcase|toaster|kettle|sewing machine|car|truck|television|tv|radio|telephone|phone|trumpet|tuba|sneakers?|shoes?|accordion|piano|drum|shell|hourglass|lantern|birdcage|bird cage|umbrella|heart|brain|ribcage|rib cage|gun|cannon|tire|microphone|saxophone|mailbox|rain ?boots?|wellies|wellingtons?)"
"""What flowers come out of that is made to hold none."""
_NO_ANIMALS = r"(?:family|people|person|girls?|boys?|kids?|gnomes?|wom[ae]n|m[ae]n|reunion|the|a|our|my|happy|smith|johnson|snowm[ae]n|at|in|on|by|with|under|for|from|of|and|who|that|camping|hiking|skiing|christmas)"

_BABIES = {
    "three": "a baby", "3": "a baby", "four": "two babies", "4": "two babies",
    "five": "three babies", "5": "three babies", "six": "four babies", "6": "four babies",
}  # fmt: skip


def _wild(flowers: str) -> str:
    """What grows out of something is in no bunch."""
    return re.sub(r"\bflowers\b", "wildflowers", flowers, flags=re.IGNORECASE)


_COLOUR = rf"(?:{'|'.join(sorted(COLOURS))}|ginger)"
_MOTHERS = {"duckling": "duck", "kitten": "cat", "puppy": "dog", "chick": "hen", "piglet": "pig", "gosling": "goose"}


_PETS = r"(?:dog|cat|puppy|kitten|horse|pony|donkey|cow|goat|sheep|pig|rabbit|bunny|hamster|fox|wolf|lion|tiger|bear|deer|pug|corgi|beagle|labrador|retriever|poodle|husky|dachshund|bulldog|frenchie|terrier|collie|shepherd|spaniel|boxer|dalmatian|doberman|rottweiler|chihuahua|pomeranian|schnauzer|shiba|greyhound|alpaca|llama)"

_RIDES = {
    **dict.fromkeys(("skateboard",), "riding a skateboard"),
    **dict.fromkeys(("surf",), "riding a surfboard"),
    **dict.fromkeys(("rollerskate", "rollerblade"), "on roller skates"),
    "scooter": "riding a scooter",
    "bmx": "riding a bicycle",
    "snowboard": "riding a snowboard",
    "unicycle": "riding a unicycle",
}
"""What comes before “girl” → what she is shown doing."""


def _two_inks(match: re.Match[str]) -> str:
    """“ginger cat and grey cat” are two, each in its own; of black and white ones it is not known which is which."""
    inks = [{"ginger": "orange"}.get(ink, ink) for ink in (match["a"].lower(), match["b"].lower())]
    return match[0] if set(inks) <= {"black", "white"} else f"two {match['x']}s, one {inks[0]}, one {inks[1]},"


_HEAP_IN = r"(?:bowl|jar|paper bag|barrel|basket|bucket|crate|wheelbarrow|mug|box|nest|plate|suitcase|pail|flower ?pot)"
_MAKE = (
    rf"(?:{'|'.join(sorted(COLOURS))}|wooden|wicker|woven|big|small|little|large|old|vintage|rustic|ceramic|clay|glass|tin"
    r"|metal|enamel|straw|giant|mason|light|dark|cardboard)"
)
_NO_HEAP = (
    r"(?:noodles|chips|fries|matches|crayons|chocolates|beans|oats|wings|hearts|flowers|nuggets|greens|vegetables|golf)"
)


def _contents_first(match: re.Match[str]) -> str:
    """“a blue bowl of cherries” are cherries in a blue bowl, unless the whole has a picture of its own."""
    if f"{match['holder']} of {match['what']}".lower() in aliases():
        return match[0]
    return f"{match['what']} in a {match['how'] or ''}{match['holder']}"


def _doing(verb: str) -> str:
    """“play chess” → playing chess, “bake” → baking."""
    first, *rest = verb.split()
    stem = {"swim": "swimm", "knit": "knitt"}.get(first, first.removesuffix("e"))
    return " ".join([f"{stem}ing", *rest])


_PERSON = dict.fromkeys(("boyfriend", "husband", "brother", "son", "dad", "uncle"), "man") | {
    "grandpa": "grandpa",
    "grandma": "grandma",
    **dict.fromkeys(("girlfriend", "wife", "sister", "daughter", "mom", "mum", "aunt"), "woman"),
}
"""Who is drawn for whom a sentence calls its own."""
_PLAINLY = {"chick": "girl", "dude": "man", "guy": "man"}
_SPORT_OF = {
    "skater": "skateboarding", "surfer": "surfing", "biker": "riding a motorcycle", "skier": "skiing", "boxer": "boxing",
    "snowboarder": "snowboarding", "cyclist": "riding a bicycle", "golfer": "playing golf", "ice skater": "ice skating",
}  # fmt: skip


def _vase_of_several(match: re.Match[str]) -> str:
    """A vase of one kind has a picture of its own, which shows no other."""
    return f"{match['how'] or 'ceramic '}vase and {match['what']} on top"


_Told = str | Callable[[re.Match[str]], str]

_RULES: tuple[tuple[str, _Told], ...] = (
    (
        (
            r"\b(?P<what>(?:mountain |dirt |road )?bike|bmx|bicycle|motocross|motorcycle|motorbike|scooter|horse(?:back)?"
            r"|pony|bull|bronco|camel|donkey|unicycle) rider\b"
        ),
        lambda m: f"rider riding a {_RIDDEN.get(m['what'].lower(), m['what'])}",
    ),
    (
        (
            r"\b(?P<what>wildflowers|flowers|roses|sunflowers|pumpkins|hearts|hay bales|hay) in (?:the back of )?(?:an? |the )?"
            r"(?:(?:old|vintage|red|blue|retro|antique|classic|farm|little) )*(?:truck|pickup truck|pickup)\b"
        ),
        r"truck full of \g<what>",
    ),
    (rf"\b(?P<what>[a-z]+(?: [a-z]+)?) with (?P<y>(?:[a-z]+ ){{1,2}}?){_SPROUTS}\b", lambda m: f"{m['what']} with {_wild(m['y'])}on top"),
    (
        rf"^(?:an? )?(?P<y>(?:wild)?flowers|roses|daisies|sunflowers|mushrooms|succulents|plants|tulips|lavender|leaves|butterflies) {_GROWS} (?:an? |the )?(?P<what>.+)$",
        lambda m: f"{m['what']} with {_wild(m['y'])} on top",
    ),
    (
        rf"^(?:an? )?(?P<y>{_BLOOMS}) (?:in|inside|coming out of|out of) (?P<what>(?:an? |the |my )?(?:[a-z]+ ){{0,2}}{_NO_VASE})$",
        r"\g<what> with \g<y> on top",
    ),
    (
        rf"\b(?P<what>{_NO_VASE}) (?:filled with|full of|stuffed with|exploding with|bursting with|overflowing with) (?P<y>(?:[a-z]+ )?{_BLOOMS})\b",
        lambda m: f"{m['what']} with {_wild(m['y'])} on top",
    ),
    (
        rf"^(?:an? |the )?(?P<how>(?:{_MAKE} ){{1,2}})?(?P<holder>{_HEAP_IN}) (?:of|full of|filled with|overflowing with|(?<!box )(?<!mug )(?<!plate )(?<!suitcase )(?<!jar )(?<!bag )with) (?:some )?(?P<what>(?:[a-z]+ )?(?!{_NO_HEAP}\b)(?:[a-z]+[^su\W]s(?: and (?:[a-z]+ )?(?:[a-z]+s|yarn|cheese|wine|bread))?|(?:yarn|bread|candy)(?: and (?:cheese|wine|yarn|jam))?))$",
        _contents_first,
    ),
    (
        rf"^(?:an? |the )?(?P<how>(?:{_MAKE} )*)(?P<holder>{_HOLDER}|teapot|bottle|egg|snow ?globe|bird ?cage|suitcase|barrel|crate|nest|stocking) with (?P<who>(?:an? |two |three |some )?(?:[a-z]+ )?[a-z]+) (?:inside|in it)(?: of it| it)?$",
        lambda m: f"{m['who']} in a {m['how']}{m['holder'].replace('tea cup', 'teacup')}",
    ),
    (r"(?P<a>^(?!.*\b(?:flowers|roses|wildflowers|daisies)\b).+ with .+?) (?:in it|inside (?:of )?it|inside of|within it)$", r"\g<a> inside"),
    (
        r"^(?P<what>.+?) with (?P<y>(?:an? |the |two |three )?(?:[a-z]+ )?[a-z]+) (?:coming|rising|growing|popping|bursting|flying) out(?: of (?:it|the top|the pages|its pages))?$",
        lambda m: f"{m['what']} with {_wild(m['y'])} on top",
    ),
    (rf"\b(?P<what>boots?|wellies|wellingtons|sneakers|shoes) (?:full of|filled with) (?P<y>{_BLOOMS})\b", r"\g<what> with \g<y> on top"),
    (r"\bmoss and (?:mushrooms|ferns) in an? (?:glass |mason )?jar\b", "terrarium"),
    (
        rf"\b(?P<holder>{_HOLDER}) with (?P<y>[a-z]+) and (?P<who>an? (?:[a-z]+ )?[a-z]+) (?:inside|in it)(?: of it)?\b",
        r"\g<who> in a \g<holder> with \g<y>",
    ),
    (
        rf"\b(?!{_NO_ANIMALS}\b)(?P<who>[a-z]+?)s? family of (?P<n>three|four|five|six|[3-6])\b",
        lambda m: f"two {m['who']}s with {_BABIES[m['n'].lower()]}",
    ),
    (
        rf"\bfamily of (?P<n>three|four|five|six|[3-6]) (?!{_NO_ANIMALS}\b)(?P<who>[a-z]+)\b(?! (?:mum|mom|dad|mama))(?!,)",
        lambda m: f"two {m['who']} with {_BABIES[m['n'].lower()]}",
    ),
    (r"\b(?P<p>saturn|jupiter|mars|venus|neptune|uranus|pluto) with (?:its )?rings\b", r"\g<p>"),
    *OF_ANIMALS,
    (r"\b(?:(?:with (?:their )?(?:tails|necks|trunks) )?(?:making|forming|shaping|make|form) (?:an? |the shape of an? )?heart|in an? heart shape)(?: (?:shape )?with their [a-z]+)?\b(?! (?:out|of|from))", "in love"),
    (r"\bin an? (?:[a-z]+ )?hammock(?: (?:tied|strung|hung|hanging))? (?:between|under|in) (?:(?:two|the|some) )?(?:pine |oak |big )?trees\b", "in a tree hammock"),
    (r"\bin an? (?:hot ?dog|burger|burrito|taco) (?:costume|outfit|suit)\b", "in a hot dog bun"),
    (
        r"^(?:an? |the )?(?P<pile>(?:stack|pile) of (?:old )?books|books? (?:stack|pile)) with (?P<rest>.+ )?and an? (?P<how>sleeping|sleepy|napping) (?P<who>[a-z]+)$",
        lambda m: f"{m['who']} sleeping on a stack of books" + (f" with {m['rest'].strip()}" if m["rest"] else ""),
    ),
    (r"^(?P<how>retro|vintage|70s|80s) sun with (?P<rest>.*\b(?:waves?|palms?|mountains?|pines?)\b.*)$", r"\g<how> sunset with \g<rest>"),
    (r"\bsnow(?:man|men) family(?: of (?:three|3))?(?! of)\b|\bfamily of (?:(?:three|3) )?snowmen\b", "snow family"),
    (r"\b(?:snowman family of (?:four|4)|family of (?:four|4) snowmen)\b", "snow family of four"),
    (r"\bgamer (?P<who>girl|boy|chick|dude)(?:$|,)", r"\g<who> playing video games"),
    (r"\bgamer (?P<who>girl|boy|guy|dad|mom|mum|cat|girls|boys|chick|dude)\b(?= (?:with|wearing|in)\b)", r"\g<who> with a gamepad and"),
    (r"\b(?P<before>(?:waves?|beach|sun|sea|ocean) (?:and|with an?) )palm(?=$|,| and\b)", r"\g<before>palm tree"),
    (
        r"(?P<pre>^|\b(?:an?|the|two|three|four|five|of|and) )(?:wild )?(?P<coat>(?:brown|white|black|grey|gray|chestnut|pinto) )?(?P<who>horse|mustang|stallion|mare|pony|ponie)(?P<s>s?) (?P<does>running|galloping)(?! (?:a|late|out|for|shoes|club|with|free)\b)",
        lambda m: f"{m['pre']}{m['coat'] or 'brown '}horse{m['s']} {m['does']}".replace("gray", "grey"),
    ),
    (r"\bgalloping (?P<who>(?:wild )?(?:horses?|mustangs?|stallion))\b", r"\g<who> galloping"),
    (r"\bstrawberry cow\b", "pink cow holding a strawberry"),
    (r"\bdaisy chain(?: border)?\b", "border of daisies"),
    (
        r"\b(?P<mid>(?:by|on|at|near) (?:a|the) lake) (?:with|and|in front of|under) (?:mount|mt\.?) fuji\b",
        "in front of mount fuji",
    ),
    (r"\b(?P<a>(?:cute|little|halloween|spooky|funny|kawaii|silly|baby) )mummy(?= (?:with|holding|carrying|dancing|on|in|wearing|trick)\b|$)", r"\g<a>wrapped mummy"),
    (r"(?<!wrapped )\bmummy(?= (?:with|holding|carrying) (?:an? )?(?:candy|pumpkin|trick|bag of candy|bat|lantern)\b)", "wrapped mummy"),
    (rf"^(?P<what>(?:{_FLOWER}s?|[a-z]+ leaves|ferns?|daisies|peonies|wildflowers|flowers|eucalyptus|greenery)) in an? (?:circle|ring)(?: shape)?$", r"wreath of \g<what>"),
    (
        r"\b(?P<a>an? |the )?(?P<who>[a-z]+(?: [a-z]+)?) (?P<does>[a-z]+ing(?: [a-z]+)?) (?:with )?another (?P<again>[a-z]+)\b",
        lambda m: f"two {m['who']}s {m['does']}" if m["who"].lower().endswith(m["again"].lower()) else m[0],
    ),
    (r"\bfloating (?:with|among|between|around|past|through) (?=(?:the )?(?:planets|stars)\b)", "in space with "),
    (r"\b(?:in )?(?:all|every) (?:the )?colou?rs?(?: of the rainbow)?\b", "in different colours"),
    (
        r"^(?P<who>pug|corgi|dachshund|cat|kitten|dog|frenchie|chihuahua|bulldog|hamster|puppy) (?P<food>burrito|taco|hot ?dog|sandwich)$",
        lambda m: f"{m['who']} in a {'taco' if m['food'].lower() == 'taco' else 'hot dog bun'}",
    ),
    (r"\b(?:little )?mermaid girl\b", "mermaid"),
    (r"\b(?:woodland |forest |wild |farm )?(?:animals|critters|creatures) (?=(?:(?:gathered|sitting|dancing|standing|gathering|partying) )?(?:a?round|at|by) (?:an? |the )?(?:camp ?fire|fire|bonfire|table|cake|tree|piano)\b)", "bear and fox and rabbit "),
    (r"^(?:an? )?(?:(?:coquette|preppy|cute|big|satin|girly|dainty) )*(?P<ink>pink|red|black|white|blue|purple|lilac) (?:hair |ribbon )?bows?$", r"ribbon bow, \g<ink>"),
    (r"^(?:an? )?(?:(?:coquette|preppy|cute|big|satin|girly|dainty) )*(?:hair )?bows?$", "ribbon bow"),
    (r"\b(?P<who>(?:bald )?eagle|skull|(?:pickup )?truck|motorcycle|tractor|jeep|lion|deer|buck|guitar|anchor|helicopter|ship|bear|wolf|horse|bulldog) (?:with|and) (?:an? |the )?(?P<flag>[a-z]+ flag|flag of [a-z]+)\b", r"\g<who> in front of the \g<flag>"),
    (r"\bschool bus driver\b", "bus driver"),
    (r"\b(?P<bus>school bus|bus) full of (?:school )?(?:kids|children|students)\b", r"kids in a \g<bus>"),
    (r"\b(?:dentist )?tooth fairy\b", "fairy holding a tooth"),
    (r"\belectrician(?: with (?:an? )?| )(?:lightning )?bolts?\b", "electrician with lightning"),
    (r"\bmath(?:s|ematics)? teacher\b(?! (?:life|mode|squad))", "teacher at the blackboard"),
    (r"\bscience teacher\b(?! (?:life|mode|squad))", "teacher holding a beaker"),
    (r"\bart teacher\b(?! (?:life|mode|squad))", "teacher holding a paint brush"),
    (r"\b(?:geography|history) teacher\b(?! (?:life|mode|squad))", "teacher with a globe"),
    (r"\bmusic teacher\b(?! (?:life|mode|squad))", "teacher playing the guitar"),
    (r"\b(?P<who>(?:rock |mountain )?climbers?) (?:climbing )?(?:on|up) (?:an? |the )?(?:steep |high )?(?:cliff|rock|rock face|wall)\b", r"\g<who>"),
    (r"\bgirls['’]? (?=(?:weekend|trip|getaway|night|night out)\b)", "two women on a girls' "),
    (r"\bcheerleader (?P<what>megaphone|pom ?poms) and (?P<too>pom ?poms|megaphone)\b", r"cheerleader with pom poms and a megaphone"),
    (r"\b(?:emperor|king) penguin(?P<s>s?)\b", r"penguin\g<s>"),
    (r"\bspanish (?=flamenco\b)", ""),
    (r"^(?:an? )?(?:tango|salsa|waltz|swing|ballroom|bachata|ballroom dancing) (?:dance |dancing )?couple\b", "couple dancing"),
    (r"\b(?P<who>koala|cat|owl|squirrel|monkey|leopard|panda|sloth|bear|raccoon) in (?:an? |the )?(?:eucalyptus|gum|oak|apple|maple|pine|big|old|tall|bamboo) tree\b", r"\g<who> in a tree"),
    (r"\bin (?:a )?sheep['’]?s clothing\b", "in a sheep costume"),
    (r"\bvampire (?P<who>cat|dog|bat|bunny|rabbit|duck|frog|mouse|kitten|pug|corgi)(?: (?:with|in|wearing) an? (?:black |red )?cape)?\b", r"\g<who> in a vampire cape"),
    (r"\b(?:vampire cape)(?: with)? (?:and )?fangs\b", "vampire cape"),
    (r"\bzombie hand\b(?: (?:coming|reaching|rising|bursting|sticking|popping)(?: up| out)?(?: (?:of|from|out of))?(?: the)? (?:ground|grave|dirt|earth))?", "zombie hand"),
    (
        r"^(?:for )?my (?P<who>boyfriend|husband|brother|son|dad|grandpa|uncle|girlfriend|wife|sister|daughter|mom|mum|grandma|aunt) (?:plays|loves playing|loves to play|playing) (?:the )?(?P<what>[a-z ]+)$",
        lambda m: f"{_PERSON[m['who'].lower()]} playing the {m['what']}",
    ),
    (r"\bfly rods?\b", "fishing rod"),
    (r"^(?:an? )?(?P<what>coffee bean|sunflower|daisy|pebble|seashell|shell|leaf|wildflower|strawberry|candy cane|puzzle piece|key|feather|star) heart$", lambda m: f"heart made of {m['what']}{'es' if m['what'].lower().endswith(('s', 'x')) else 's'}".replace("leafs", "leaves").replace("daisys", "daisies").replace("strawberrys", "strawberries")),
    (r"^(?P<who>[a-z]+ )?running with scissors(?P<rest> skeleton| cat| girl| boy)?$", lambda m: f"{(m['who'] or m['rest'] or 'boy').strip()} running with scissors"),
    (r"\b(?P<what>shamrock|heart|sunflower|pumpkin|mushroom|strawberry|lemon|beer|coffee|candy cane|carrot|gift|tulip|rose|daisy) gnome\b", r"gnome holding a \g<what>"),
    (r"\bkids['’]? (?P<what>lemonade stand)\b", r"kids at a \g<what>"),
    (r"\b(?P<what>(?:christmas |string |fairy )?lights) (?:tangled|wrapped|strung|hanging) (?:in|around|on|from) (?:(?:its|his|her|their|the) )?antlers\b", r"lights in its antlers"),
    (r"\b(?:sea )?turtle hatchlings\b|\bbaby sea turtles\b", "three sea turtles"),
    (r"^(?:an? )?(?P<who>[a-z]+?)s? bride and groom$|^bride and groom (?P<too>[a-z]+?)s?$", lambda m: f"two {(m['who'] or m['too'])}s getting married"),
    (r"^(?:an? |the )?(?P<who>[a-z]+) couple getting married$", r"two \g<who>s getting married"),
    (r"\b(?:tropical |salt water |saltwater )?fish tank\b", "aquarium"),
    (r"\b(?:fire ?(?:fighter|department|man)?|fire rescue) maltese cross\b|\bmaltese cross\b", "firefighter cross"),
    (r"\bkite ?(?:surfing|surfer|boarder|boarding)\b", "man surfing and holding a kite"),
    (r"\bmountain bikers?\b", "rider riding a mountain bike"),
    (r"\bgold panning (?:prospector|miner)?", "prospector "),
    (r"\b(?:army|military|marine corps|usmc) (?P<what>helicopter|jeep|truck|tank|plane)\b", r"green \g<what>"),
    (r"\bice fishing (?:hut|shack|shanty|house)\b", "ice hut"),
    (rf"\bpattern,? (?P<ink>{_COLOUR}|navy|teal|mint|lilac)$", r"pattern in \g<ink>"),
    (r"^mama (?P<who>[a-z]+),? (?:and )?baby (?P=who)$", r"\g<who> with its cub"),
    (r"\b(?P<who>cat|corgi|pug|dog|kitten|bunny) loaf\b(?! of)", r"\g<who> sleeping"),
    (r"\b(?:shrimps?|prawns?) in an? cocktail glass\b", "shrimp cocktail"),
    (r"\b(?P<who>dad|daddy|father|papa|mom|mum|mama|mother) and (?:his |her |their )?(?:new)?(?:baby|newborn)(?: boy| girl)? (?:sleeping|asleep|napping)\b", r"\g<who> and baby"),
    (r"\b(?P<ink>blue|green|brown|amber|golden|yellow|hazel)[ -]eyed (?P<who>(?!susan|monster|peas?\b)[a-z]+(?: (?:retriever|shepherd|terrier|cat|dog))?)\b", r"\g<who> with \g<ink> eyes"),
    (r"\b(?:dressed|disguised)(?: up)? (?:as|like) (?:an? )?(?P<what>pumpkin|taco|hot ?dog|burrito|pineapple|cupcake|banana|strawberry|watermelon|mushroom|avocado|loaf of bread|flower ?pot)\b", r"in a \g<what> costume"),
    (r"\bred devils?\b", "devil"),
    (r"\bcat burglar\b", "burglar cat"),
    (r"\bshow[ -]?jump(?:ing|er)(?: (?:girl|boy|woman|man|rider|horse))?(?: on an? (?:[a-z]+ )?horse)?\b", "show jumper"),
    (r"\b(?:girl|boy|woman|man|rider|horse and rider|horse girl|girl and (?:her )?horse) (?:jumping|leaping) (?:over )?(?:an? |the )?(?:fence|hurdle|jump|gate)(?: on (?:an? |her |his )?(?:[a-z]+ )?horse)?\b", "show jumper"),
    (r"\b(?:with |shooting )?(?:lasers?|laser beams?)(?: (?:shooting|coming|beaming|blasting))?(?: out)?(?: of| from) (?:its|his|her|their|the) eyes\b", "with laser eyes"),
    (r"\b(?P<who>bear|grizzly(?: bear)?|eagle|osprey|otter|cat|seal|heron) (?:fishing|catching|hunting|eating) (?:for )?(?:an? )?(?P<what>salmon|trout|fish)\b", r"\g<who> with a \g<what> in its mouth"),
    (r"\bdinner table\b", "table"),
    (r"\bfamily (?=(?:gathered |sitting |eating )?around (?:an? |the )?(?:table|campfire|fire|tree|christmas tree|bonfire|piano)\b)", "mum and dad and girl "),
    (r"\bgathered around\b", "around"),
    (r"\bsailing trip\b", "sailboat"),
    (r"\btools crossed(?=,? [a-z]+ and [a-z]+)", "crossed"),
    (r"\bbowling ball (?:hitting|knocking (?:down|over)|striking|crashing into|smashing|rolling into) (?:the |some |ten )?(?:bowling )?pins\b", "bowling strike"),
    (r"\b(?:potted monstera(?: plant)?|monstera(?: plant)?(?= in an? (?:[a-z]+ ){0,2}pot\b))", "monstera plant"),
    (r"(?P<who>\bplant (?:lady|mom|mum|mama|dad|queen|lover)\b.*?)\bmonstera\b(?! (?:leaf|leaves|plant))", r"\g<who>monstera plant"),
    (rf"\b(?P<what>{_FLOWER})s? in an? (?:blue|aqua|teal|clear|glass|old|vintage|antique|ball|light blue) (?P<jar>mason jar|jar)\b", r"\g<what>s in a mason jar"),
    (
        r"\b(?P<who>monstera) (?P<rest>(?:and|with) (?:an? )?(?:[a-z]+ )?(?:cactus|cacti|succulents?|pothos|ferns?|snake plants?|aloe)\b)",
        r"\g<who> plant \g<rest>",
    ),
    (
        r"\briding (?:an? |her |his )?(?:[a-z]+ )?(?:bike|bicycle) with (?:an? |her |his )?(?:basket (?:full )?of|basket with) sunflowers\b",
        "riding a sunflower basket bike",
    ),
    (
        r"\briding (?:an? |her |his )?(?:[a-z]+ )?(?:bike|bicycle) with (?:an? |her |his )?(?:basket (?:full )?of|basket with) (?:wild)?(?:flowers|roses|tulips|daisies|blooms|lavender|peonies)\b",
        "riding a flower basket bike",
    ),
    (r"(?P<some>\b(?:two|three|four|five|six)\b.*?),? (?:and |with )?one (?:of them )?(?:is )?[a-z]+ing$", r"\g<some>"),
    (r"\b(?P<what>[a-z]+(?: [a-z]+)?) with (?P<y>(?:wild)?flowers|roses|daisies|sunflowers|tulips|succulents) (?:in|inside)(?: (?:it|them))$", lambda m: f"{m['what']} with {_wild(m['y'])} on top"),
    (r"\b(?:hiking |old |rain |cowboy |work |army |worn )*boots? with (?:wildflowers|flowers) on top\b", "boot with flowers growing out of it"),
    (r"\b(?:rice|tea) (?:fields?|padd(?:y|ies)|terraces?|plantations?)\b|\bterraced fields?\b", "terraces"),
    (
        r"^(?P<a>[a-z]+[^sui\W]s) (?P<b>[a-z]+[^sui\W]s) (?P<link>and|&) (?P<c>[a-z]+)$",
        r"\g<a>, \g<b> \g<link> \g<c>",
    ),
    (
        rf"^(?!.*\b(?:gifts?|presents?|mug|shirt|tee|card|poster|sticker|something|design)\b)(?P<what>.*[a-z]),? for (?:my|our|her|his) (?:little |dear |best )?{_KIN}$",
        r"\g<what>",
    ),
    (r"\b(?P<what>lavender|sunflower|tulip|wheat|strawberry) farms?\b", r"\g<what> field"),
    (r"\bpumpkin farm\b", "pumpkin patch"),
    (r"\bpopcorn (?:and |& )?movie night\b|\bmovie night (?:with |and )?popcorn\b", "popcorn and a clapper board"),
    (r"\b(?P<sport>basketball|volleyball) (?P<mid>hoop|net|rim)(?P<rest> (?:and|with) )(?:an? |the )?ball\b", r"\g<sport> \g<mid>\g<rest>a \g<sport>"),
    (
        r"\b(?P<does>holding|with|juggling|carrying) (?P<a>an? [a-z]+) (?P<b>an? [a-z]+) (?:and|&) (?P<c>an? [a-z]+)\b",
        r"\g<does> \g<a> and \g<b> and \g<c>",
    ),
    (
        rf"\b(?P<m>{_MOTHER}) (?P<who>[a-z]+) (?:and|with) (?:her |his |its |an? )?{_LITTLE}(?: (?P=who)| calf| cub| kit| pup)?(?=$| (?:and|with|in|on|under|by|at|walking|eating)\b)",
        r"\g<who> with its cub",
    ),
    (
        r"\b(?P<when>sunset|sunrise|beach|ocean) (?:with|and) (?P<who>an? [a-z]+) (?:and|with) (?:some )?palm trees?$",
        r"\g<who> on a palm beach at \g<when>",
    ),
    (r"\b(?P<a>[a-z]+(?: [a-z]+)?) crossed with (?:an? |the )?(?P<b>(?!yellow|ball)[a-z]+(?: [a-z]+)?)$", r"\g<a> and \g<b> crossed"),
    (r"\bold[- ]fashioned (?!cocktails?\b|drinks?\b|glass|with\b|and\b|recipe|on\b|in\b)(?=[a-z])", "vintage "),
    (r"\b(?:kid|child|kids|childs|children)(?:['’]?s)? (?:drawing|doodle|crayon)(?: style)? (?=[a-z])|\bin (?:a )?(?:kid|child)(?:ren)?['’]?s? drawing style\b", ""),
    (r"\b(?:full |crescent )?moon with an? (?:sleepy |sleeping |smiling |happy )?face\b", "full moon face"),
    (r"\b(?:hamster|exercise) ball\b", "hamsterball"),
    (r"\b(?:sheet music|music sheets?|sheets? of music)\b", "musical score"),
    (r"\bbee keep(?P<end>ers?|ing)\b", r"beekeep\g<end>"),
    (r"\bred velvet cupcakes?\b", "cupcake"),
    (r"\b(?:american |usa |us |patriotic )?flag bandana\b", "bandana"),
    (r"\bsnail mail(?: carrier)?(?: snail)?\b", "snail with an envelope"),
    (
        r"\b(?P<does>sitting|sits|reading|fishing|swinging|lounging|relaxing) on (?:the |a )?moon\b",
        r"\g<does> on a crescent moon",
    ),
    (r"\bcable car\b(?=.*\b(?:san francisco|street|hill)\b)", "tram"),
    (
        r"(?P<what>\b(?:train|locomotive|steam engine|railway|tram)\b) (?:going |driving |passing |running )?(?:over|crossing|on|across) (?:an? |the )?(?:[a-z]+ ){0,2}bridge\b",
        r"\g<what> on a viaduct",
    ),
    (r"\bsan francisco cable car\b", "san francisco tram"),
    (r"(?P<before>\b(?:ski|skier|skiers|skiing|snowy|snow|mountains?|alps)\b.*?)\bgondola\b", r"\g<before>ski gondola"),
    (
        r"^(?:an? |the )?(?P<where>(?:desert|country|open|winding|mountain|dirt|coastal|empty) (?:road|highway)) with (?P<what>an? [a-z ]+)$",
        r"\g<what> on a \g<where>",
    ),
    (
        r"\b(?P<what>tram|streetcar|trolley|car|truck|bus|van|bicycle|bike|jeep|scooter|motorcycle) on a (?:steep )?(?:hill|hillside|slope|street going uphill)\b",
        r"\g<what> down a hill",
    ),
    (r"^(?:an? |the )?(?:apple|orange|lemon|cherry|peach) orchard (?=with (?:an? )?(?:ladder|basket|bushel|swing))", "apple tree "),
    (
        r"(?:\b(?=sons?|daughters?|friends|couple|kids|family|women|men|girls|boys|dad|mom|grandpa)|^(?:an? |two |three )?(?!(?:i|we|go|gone|love|loves|happy|summer|winter|let)\b))(?P<who>[a-z]+) camping\b(?! (?:trip|crew|club|with|chair|at a fire|vibes|life|mode|season|queen|squad)| ?$)",
        r"\g<who> camping with a tent",
    ),
    (r"^(?:(?:two|some|happy|little|cute) )?(?:kids|children) (?=trick[- ]or[- ]treat)", "boy and girl "),
    (r"\bon (?:a|the) red planet\b", "on mars"),
    (r"^(?:an? |the )?(?:galaxy|outer space|universe|cosmos) with (?P<who>(?:an? |two |three )[a-z ]+)$", r"\g<who> in space"),
    (
        r"\b(?:swimming|floating|flying|drifting) (?:through|among|in|between) (?:the )?(?:stars|galaxy|space|outer space|universe|cosmos)\b",
        "in space",
    ),
    (r"\b(?:summer|spring|autumn|fall|sunny) (?=picnic\b)", ""),
    (r"^(?:an? |the )?picnic (?=(?:in|at|on|by|under)\b)", "picnic basket "),
    (r"^(?:an? |the |my |our )?(?:(?:little|old|small|family|happy|sunny) )?farm with (?P<what>.+)$", r"\g<what> on a farm"),
    (r"^(?:an? )?(?P<when>autumn|fall|spring|summer|winter|snowy) farm (?=with\b)", r"\g<when> day "),
    (
        r"(?P<before>\b(?:softball|baseball|little league)\b[^,]*?\b(?:team|league|squad|club|players?|mom|dad|coach)\b[^,]*?)(?<!baseball )\bbat(?P<s>s?)\b",
        r"\g<before>baseball bat\g<s>",
    ),
    (r"(?<!with a )(?<!with )(?<!with its )(?<!little )(?<!a cute )\b(?:smiley|happy)(?: face)s?(?! (?:cactus|sun|cloud|pumpkin|ghost|avocado))\b|(?<!with a )(?<!with )\bsmileys?$|\b(?P<c>checkerboard|checkered|retro|groovy|melting|trippy) smiley\b", lambda m: f"{m['c'] or ''} smile badge".strip()),
    (r"\b(?P<who>(?:tortoise|turtle|snail|hare|rabbit|dog|horse|camel|pig|duck)s?) race$", r"\g<who> running"),
    (r"\b(?P<paw>(?:dog |cat |pet |puppy )?paw ?prints?|paws?) (?:with|and|has) (?:an? |two |some )?(?:angel |white |little )?wings(?: and (?:an? )?(?:golden |gold )?halo)\b", "haloed winged paw print"),
    (r"\b(?:dog |cat |pet |puppy )?(?:paw ?prints?|paws?) (?:with|and|has) (?:an? )?(?:golden |gold )?halo and (?:angel )?wings\b", "haloed winged paw print"),
    (r"\b(?:dog |cat |pet |puppy )?(?:paw ?prints?|paws?) (?:with|and|has) (?:an? |two |some )?(?:angel |white |little )?wings\b", "winged paw print"),
    (r"\b(?:dog |cat |pet |puppy )?(?:paw ?prints?|paws?) (?:with|and|under) (?:an? )?(?:golden |gold |angel )?halo\b", "haloed paw print"),
    (r"\b(?:dog |cat |pet |puppy )?(?:paw ?prints?|paws?) (?:(?:in|inside|within|on) (?:an? |the |my |our )?(?:red |pink |love )?heart|heart)\b|\b(?P<ink>[a-z]+ )?heart with (?:an? )?(?:dog |cat |pet )?paw ?prints?(?: in it| inside)?\b", "paw print heart"),
    (r"\b(?:dog |cat |pet |puppy )?(?:paw ?print|paw) with (?:an? )?(?:little |small |tiny )?heart(?: in (?:it|the middle))?\b", "hearted paw print"),
    (r"\b(?:dog |cat |pet |puppy )?(?:paw ?prints?|paws?) (?:under|and|with|on) (?:an? |the )?rainbow\b", "rainbow paw print"),
    (r"\b(?:crossing|over|on|at|across|by|under|walking over|waiting at|from|beyond) the rainbow bridge\b", "on a rainbow bridge"),
    (r"^rainbow bridge (?P<who>dog|cat|pet|puppy|kitten|rabbit|bunny|horse|memorial)\b", lambda m: "paw print on a rainbow bridge" if m["who"].lower() in ("pet", "memorial") else f"{m['who']} on a rainbow bridge"),
    (
        r"\b(?P<pet>(?:an? )?(?:[a-z]+ )?[a-z]+) (?:sitting |perched |standing )?on (?:an?|the|my|his|her|our) (?P<who>man|woman|girl|boy|pirate|lady|guy|dad|mum|mom|grandpa|grandma|witch|wizard)['’]?s shoulder\b",
        r"\g<who> with \g<pet> on the shoulder",
    ),
    (
        r"\b(?P<who>(?:an? |old |young )*(?:man|woman|girl|boy|lady|guy|dad|mum|mom|grandpa|grandma|couple|kid)) (?:with|and) (?P<pet>(?:an? |her |his |their |two |three )?[a-z ]+?) on (?:an? )?(?:lead|leash|leads|leashes)\b",
        r"\g<who> walking \g<pet>",
    ),
    (
        r"\b(?P<on>skateboard|surf(?!er)|scooter|bmx|roller ?skate|rollerblade|snowboard|unicycle)(?:er|ing)? (?P<who>girl|boy|dude|kid|chick|grandma|grandpa|cat|dog)\b(?! (?:summer|vibes|gang))",
        lambda m: f"{m['who']} {_RIDES[m['on'].lower().replace(' ', '')]}",
    ),
    (r"\b(?P<both>[a-z]+ and (?:an? |the )?[a-z]+) (?:racing|having a race|in a race)(?: each other)?$", r"\g<both> running"),
    (r"\b(?:sticking|poking) (?:(?:his|her|its|their|a) )?tongue out\b|\b(?:sticking|poking) out (?:his|her|its|their|a) tongue\b", "with tongue out"),
    (r"\b(?:muddy|dirty|wet) (?=(?:wellies|wellingtons|boots|wellington boots|paws|feet)\b)", ""),
    (r"(?<!prize )\brosettes?\b", "prize rosette"),
    (r"\b(?P<how>peeking|peeping|peering)(?: (?:out|up|over))?(?=$|,)", r"\g<how> over the edge"),
    (r"\b(?:peeking|peeping|peering|looking) over (?:an?|the) (?:table|top|side|counter top|desk|shelf|edge of the (?:table|bed|sofa))\b", "peeking over the edge"),
    (
        r"\bwheelchair (?P<game>basketball|tennis|rugby|football) (?:player|athlete|star)\b|\b(?P<other>basketball|tennis|rugby) player in an? wheelchair\b",
        lambda m: f"boy in a wheelchair holding a {m['game'] or m['other']}",
    ),
    (r"\bin (?P<chair>an? wheelchair) playing (?P<game>basketball|tennis|rugby|football|soccer)\b", r"in \g<chair> holding a \g<game>"),
    (r"\bdifferent breeds? of (?P<who>dogs|cats|chickens|rabbits|cows|sheep|pigs)\b", r"\g<who> of different breeds"),
    (r"\b(?:wearing|in) (?:an? |the |his |her |its )?(?:little |cute )?(?:bumble ?)?bee (?:costume|outfit|suit)\b", "dressed as a bee"),
    (r"\bsafety goggles\b(?= |$)(?! (?:icon|alone))", "goggles"),
    (r"\b(?:bubbling|bubbly|science|chemistry|lab|laboratory|conical) flasks?\b", "alembic"),
    (rf"\b(?P<who>(?:{_PETS})) (?:head|headshot|head portrait|bust)(?=$|,| (?:with|wearing|in|and)\b)", r"\g<who> headshot"),
    (rf"\bhead (?:portrait )?of (?:an? |my |our |the )?(?P<who>(?:[a-z]+ )?{_PETS})\b", r"\g<who> headshot"),
    (
        rf"\b(?P<n>(?:{_NUMBER}|black|yellow|chocolate|brown|golden|my|our|fox red|silver) )lab(?P<s>s?)(?=$|,| (?:and|with|in|on|puppy|puppies|wearing|one|playing|running|at|dog|dogs|holding|sitting|sleeping)\b)",
        r"\g<n>labrador\g<s>",
    ),
    (r"\bwhistling(?: (?:music|musical) notes?| a (?:tune|song))?\b", "singing"),
    (r"\b(?:with|wearing|in) (?:an? |his |her |its |the )?police (?:vest|jacket|shirt|harness|uniform)\b", "in a police uniform"),
    (r"\b(?P<who>cat|kitten|kitty|rabbit|bunny) loaf\b|\bloaf(?:ing|ed)? (?P<too>cat|kitten|kitty|rabbit|bunny)\b", lambda m: f"sleeping {m['who'] or m['too']}"),
    (r"\b(?P<who>horses?|pony|ponies|donkeys?|oxen|ox|mule|shire horse|clydesdale(?: horse)?) pulling an? (?:old |wooden |farm |hay )?cart\b", r"\g<who> pulling a wagon"),
    (r"\bengaged couple(?: with (?:an? |the )?(?:diamond |engagement )?rings?)?\b", "man proposing to a woman"),
    (r"^(?:an? )?(?P<x>koi fish|koi|swan|lovebird|budgie|cat|dog|bird|penguin|goldfish|owl|flamingo|dolphin|parrot|rabbit|duck) pair\b", r"two \g<x>s"),
    (r"\b(?:rock )?climber on an? (?:rock climbing|climbing|rock|bouldering) wall\b", "woman rock climbing"),
    (r"\b(?:asleep|sleeping|napping) on (?:(?:his|her|their|a pile of|a stack of|some|the) )*books\b", "sleeping on a stack of books"),
    (
        r"\bdressed (?:up )?(?:as|like) (?P<x>superhero|pirate|witch|ghost|pumpkin|princess|knight|bee|skeleton|cat|dinosaur|unicorn|elf|viking|astronaut|clown|wizard|dragon|bunny|lion|tiger|bear|panda)(?:es|s)\b",
        r"dressed as a \g<x>",
    ),
    (
        r"\b(?P<who>girl|boy|baby|kid|toddler|woman|man|dog|cat|pug|corgi|puppy|kitten|dachshund|frenchie) as an? (?=[a-z]+(?: [a-z]+)?$)",
        r"\g<who> dressed as a ",
    ),
    (
        r"\b(?:in|wearing) an? (?P<x>bear|bunny|rabbit|lion|tiger|dinosaur|unicorn|panda|fox|cow|penguin|frog|shark|dragon|koala|duck|reindeer) (?:suit|onesie|romper|outfit|sleepsuit)\b",
        r"in a \g<x> costume",
    ),
    (r"\bflower girl(?: with (?:an? )?(?:basket (?:of|full of) (?:petals|flowers|roses)|flower basket))?\b", "girl in a white dress with a flower crown holding a basket of flowers"),
    (r"^(?:an? |the )?(?:marriage |wedding )?proposal (?=(?:under|on|at|in|by|with)\b)", "man proposing to a woman "),
    (r"\b(?:tattooed|inked) (?P<who>man|woman|guy|girl|dad|mum|mom|lady|grandma|grandpa|granny|biker|barber|chef|boy|couple)\b", r"\g<who> with tattoos"),
    (r"\bwith an? (?:[a-z]+ )?tattoo(?: on (?:his|her) arm)?\b(?! (?:gun|machine|artist|shop|needle))", "with tattoos"),
    (r"\bred[- ]eared (?=(?:slider|turtle|terrapin|tortoise)\b)", ""),
    (r"\bcollar (?:and|with) (?:an? )?(?:little |gold |small )?bell\b", "collar"),
    (
        r"\b(?P<who>boy|girl|man|woman|baby|toddler|grandpa|grandad|grandma|kid) (?:asleep|sleeping|napping|snoozing) with (?:his|her|an?|the|my|our) (?P<pet>[a-z]+(?: [a-z]+)?)$",
        r"\g<who> and \g<pet> sleeping",
    ),
    (r"\bwith an? (?:gold |cow |little )?bell (?:a?round|on) (?:its|her|his|the) neck\b", "with a collar"),
    (
        r"\b(?P<pet>(?:an? )?(?:[a-z]+ )?[a-z]+) on (?:an?|the) shoulder of (?:an? |the |my )?(?P<who>(?:old |young )?(?:man|woman|girl|boy|pirate|lady|wizard|witch))\b",
        r"\g<who> with \g<pet> on the shoulder",
    ),
    (r"\bcap and gown\b(?! only)", "graduation cap and robe"),
    (r"\bbookish (?P<who>girl|woman|lady|boy|guy|mom|cat|dragon|fox)\b", r"\g<who> reading a book"),
    (r"\btie[- ]dyed?\b", "tiedye"),
    (r"\b(?:jump|leap|burst)(?:ing|s) (?:up )?out of (?:the |a )?(?:water|sea|ocean|lake|river|waves)\b", "breaching"),
    (r"(?P<who>\b(?:goalkeeper|goalie|keeper|footballer|striker)\b[^,]*?) (?:an? |the )ball\b", r"\g<who> a soccer ball"),
    (
        rf"\b(?P<n>{_NUMBER}) (?P<who>duckling|kitten|puppy|chick|piglet|gosling)s? (?:in a (?:row|line) )?(?:following|behind|walking behind|after) (?:their |a |the )?{_MOTHER}$",
        lambda m: f"{_MOTHERS[m['who'].lower()]} with {m['n']} {m['who']}s",
    ),
    (
        rf"^(?:an? |the |some |cute |little |her )*(?:mama |mother |mum |mom )?duck (?:and|with|leading|followed by) (?:her |its |the )?(?:(?:line|row) of )?(?P<n>{_NUMBER} )?(?:baby ducks|ducklings)(?: (?:in a (?:row|line)|following(?: her)?|behind(?: her)?|walking|swimming))*$",
        lambda m: f"duck with {(m['n'] or 'four ').lower()}ducklings",
    ),
    (
        r"^(?:an? |the |lone |grey |gray )*(?P<how>geometric |low poly |watercolou?r )?(?:lone |grey |gray )?(?P<who>wolf|wolves|coyote|husky|beagle|basset hound|hound|werewolf) (?:is )?(?:howling|howls|baying)\b",
        lambda m: f"{m['how'] or ''}howling {m['who']}",
    ),
    (r"\b(?P<who>penguins?) (?:belly )?(?:sliding|slides) (?:on (?:its|his|her|their) (?:belly|bellies|tummy|stomach)\b)?", r"sliding \g<who> "),
    (
        r"^(?:an? |the |some |two |three |four |six |team of )*(?:huskies|sled dogs|husky dogs|dogs|alaskan huskies|malamutes) (?:pulling|pull|running with|racing with) an? (?:snow |wooden )?(?:sled|sledge|sleigh)\b",
        "dog sled team",
    ),
    (r"\b(?:(?:all )?(?:my|your|our|the|her) )?(?P<who>ducks|ducklings) (?:all )?in (?:a|one) (?:row|line)\b", r"row of \g<who>"),
    (r"(?P<a>\bcrochet\b.*?)(?<!crochet )\bhook\b", r"\g<a>crochet hook"),
    (
        r"^(?P<a>(?:an? |the )?[a-z]+(?: (?!being|getting|is)[a-z]+)?) (?:being |getting |is )?chased by (?P<b>(?:an? |the |some |two |three )?[a-z]+(?: [a-z]+)?)$",
        r"\g<b> chasing \g<a>",
    ),
    (
        r"\bteaching (?P<who>(?:(?:his|her|a|the|some) )?(?:(?:little|baby|young) )?[a-z]+) (?:how )?to (?P<does>fish|cook|paint|draw|ski|surf|knit|read|dance|skate|garden|swim|sew|cycle|play [a-z]+(?: [a-z]+)?|bake(?: [a-z]+)?)\b",
        lambda m: f"and {m['who']} {_doing(m['does'])}",
    ),
    (r"(?P<does>\bplaying (?:cards|poker|chess|checkers|dominoes|bridge|snap)) (?:around|at|round|on) (?:an?|the) (?:[a-z]+ )?table\b", r"\g<does>"),
    (r"\b(?P<with>an? |the |her |his )tray of (?P<what>[a-z]+)", r"\g<with>tray with \g<what>"),
    (r"\b(?:roping|lassoing) (?=an? |the )", "with a lasso and "),
    (r"\bmowing (?:the |a |his |her )?(?:lawn|grass)(?: with (?:an? )?(?:push |lawn )?mower)?\b", "pushing a lawn mower"),
    (r"\b(?:running|doing|in|having) an? (?:relay race|relay|marathon|sack race|race)\b(?! (?:cars?|tracks?|day|horses?|boat|suit|helmet|team)\b)|\bdoing (?:a )?relay\b", "running"),
    (r"\b(?:doing|practising|practicing) (?:parkour|free ?running)\b", "jumping"),
    (r"\barm[- ]wrestl(?P<end>ing|e|es)\b", r"armwrestl\g<end>"),
    (r"\b(?:carrying|serving|bringing) (?:the |some |a round of )?(?P<what>drinks|cocktails|beers|coffees)\b", lambda m: f"serving a tray with {'cocktails' if m['what'] == 'drinks' else m['what']}"),
    (r"\bpizza box(?:es)?\b", "pizza"),
    (r"\b(?:doing |swimming )?(?:the )?(?:butterfly|breast|back)[- ]?stroke\b|\b(?:doing )?front crawl\b", "swimming"),
    (
        r"\b(?P<who>frog|toad|chameleon|lizard|gecko|iguana) (?:catching|eating|snatching) (?P<what>(?:an? |the |some )?(?:fly|flies|bug|bugs|dragonfly|butterfly|mosquito|insect|firefly))(?: with (?:its|his|her|a long) (?:long )?tongue)?\b",
        lambda m: f"{m['who']} tonguing {'a fly' if m['what'].split()[-1] in ('flies', 'bug', 'bugs', 'insect') else m['what']}",
    ),
    (r"\b(?:digging|rummaging|rooting|going) (?:through|in) (?P<a>an? |the )?(?:trash|garbage|rubbish|bin|dustbin)(?: can| bin)?\b", "in a trash can"),
    (r"\b(?:ice|figure) danc(?:ing|ers?)\b", "ice skating hand in hand"),
    (r"\bplaying fetch\b(?! together)", "chasing a tennis ball"),
    (r"\b(?:standing |sitting )?(?:on (?:the )?top of|at the (?:top|summit|peak) of|on the (?:top|summit|peak) of) (?:an? |the |his |her )?(?P<what>mountain|hill|everest|summit|peak)\b", r"climbing a mountain"),
    (r"\b(?:fast |sound )?asleep\b", "sleeping"),
    (
        r"\b(?P<how>skater|surfer|biker|skier|snowboarder|cyclist|golfer|boxer|ice skater) (?P<who>girl|boy|woman|lady|chick|mom|mum|dad|grandma|grandpa|dude|guy)\b",
        lambda m: f"{_PLAINLY.get(m['who'].lower(), m['who'])} {_SPORT_OF[m['how'].lower()]}",
    ),
    (r"^(?P<who>.*) (?:playing )?in an? (?:jazz |rock |brass |marching |mariachi )?band$", r"\g<who> playing guitars in a band"),
    (r"\bjockey(?: (?:racing|riding|on))?(?: (?:an? |his |her )?(?:race ?)?horse)?\b", "jockey riding a horse"),
    (r"\b(?:christmas )?(?:carol singers|carolers|carollers|choir singing)\b", "boy and girl with scarves singing from a book"),
    (r"\b(?:fighting|arguing|squabbling|battling) over (?=an? |the )", "squabbling with "),
    (
        r"\b(?P<who>monkeys?|sloths?|orangutans?|opossums?|koalas?|gibbons?) (?P<does>hanging|swinging)(?: in a row| around| out| together)?$",
        r"\g<who> \g<does> from a branch",
    ),
    (r"\bwearing (?P<what>roller skates|ice skates|rollerblades|skis|snowshoes)\b", r"on \g<what>"),
    (r"\b(?:taking|making) (?:(?:his|her|its|their|the) )?first steps\b|\blearning to walk\b", "walking"),
    (r"\b(?:toasting|cheersing|saying cheers|clinking glasses) with\b|\bclinking\b", "with"),
    (r"^(?:the |three |3 )*(?:wise )?(?P<who>[a-z]+?)s?,? (?:doing |who )?(?:see|hear|speak) no evil\b.*$|^(?:see|hear|speak) no evil\b.*? (?P<who2>[a-z]+?)s?$", lambda m: f"{m['who'] or m['who2']} noevil"),
    (r"^(?:the )?(?:three|3) wise (?P<who>monkey|cat|owl|frog|skeleton|panda|dog|pug|gorilla)s?$", r"\g<who> noevil"),
    (
        r"^(?P<a>(?:an? )?[a-z]+(?: [a-z]+)?) racing (?P<b>an? (?!car|bike|horse|motor|boat|truck|drone|kart|go|bicycle|race|lawn)[a-z]+)(?P<rest>(?: on| in| down| across)? ?.*)$",
        r"\g<a> and \g<b> racing\g<rest>",
    ),
    (r"^(?:an? )?(?P<who>[a-z]+) (?:jazz |rock |mariachi |marching )?band playing (?:instruments|music)$", r"two \g<who>s playing guitars"),
    (
        r"^(?:an? |cute |little )*baby (?P<who>[a-z]+(?: bear)?) (?P<does>hugging|cuddling|snuggling|kissing|holding) (?:its|her|his|with its) (?:mom|mum|mama|mother|mommy|mummy)\b",
        r"mama \g<who> \g<does> her baby",
    ),
    (r"\b(?:having|in|fighting) an? (?P<what>boxing|wrestling|sumo|karate) (?:match|fight|bout)\b", r"\g<what>"),
    (r"\b(?:having|in|playing) an? (?P<what>tennis|football|soccer|chess|ping pong|hockey|volleyball|cricket|rugby) (?:match|game)\b", r"playing \g<what>"),
    (r"\b(?:getting|having|taking|takes|enjoying|gets) an? (?:hot |warm |bubble |relaxing )*bath\b", "in a bathtub"),
    (r"\bhorse (?:and|with) (?:its |a |her |his )?rider\b", "rider riding a horse"),
    (
        r"\b(?P<a>(?:an? |the )?[a-z]+) teaching (?P<b>(?:his|her|a|the) (?:(?:little|young) )?[a-z]+) (?:how )?to ride (?P<what>(?:an? |the )?[a-z]+)\b",
        r"\g<a> and \g<b> riding \g<what>",
    ),
    (r"^(?:an? )?(?P<who>[a-z]+) marching band$", r"two \g<who>s playing the trumpet"),
    (r"\b(?P<who>(?:kayak|raft|canoe)[a-z]*) (?:in|down|on|through|over|running) (?:the |some )?(?:wild |white ?water |river )?(?:rapids|white ?water)\b", r"\g<who> in the rapids"),
    (r"\bbull fighter\b", "bullfighter"),
    (r"\b(?:having|hosting) an? (?:backyard |summer )?(?:barbecue|bbq|cookout)\b", "grilling sausages"),
    (r"\bfootball(?= (?:at|into|in|towards) (?:an? |the )?(?:goal|net)\b)", "soccer ball"),
    (r"\bthrough an? (?P<how>(?:[a-z]+ )?)hoop\b(?! of)", r"through a \g<how>hula hoop"),
    (r"\bcouple (?=(?:roller|ice) skating\b)", "man and woman "),
    (
        r"^(?P<a>(?:an? |the )?[a-z]+(?: (?!running|is)[a-z]+)?) (?:running (?:away )?|is running away |fleeing |escaping )from (?P<b>an? (?!zoo|prison|jail|cage|farm|box|fire)[a-z]+(?: [a-z]+)?)$",
        r"\g<b> chasing \g<a>",
    ),
    (r"\bcat burglar\b", "burglar cat"),
    (r"\breading (?P<what>(?:an? |the )?(?:[a-z]+ )?(?:story|stories|book|books) )?to (?:the |some |her |his )?(?:children|kids|class|pupils|students)\b", r"reading a book with a boy and a girl"),
    (r"\breading (?:an? |the )?(?:[a-z]+ )?(?:story|stories|book|books)? ?to (?P<who>(?:an? |the |her |his |their )(?:(?:little|baby|sleepy) )?[a-z]+)\b", r"reading a book with \g<who>"),
    (r"(?P<does>\b(?:painting|paints) .+?),? (?:at|on) (?:an|her|his|the) easel\b", r"\g<does>"),
    (r"\b(?:having|throwing) an? (?:(?:birthday|big|little) )?party\b|\bpartying\b", "celebrating in party hats"),
    (r"\b(?P<a>fish(?:ing|es)) for (?:the )?stars?\b", r"\g<a> for a glowing star"),
    (r"\b(?:fawn|apricot) (?=(?:pug|frenchie|french bulldog|whippet|greyhound|boxer|great dane|staffie|chihuahua|bulldog|poodle|cockapoo|puppy|dog)s?\b)", "beige "),
    (r"\bred fox lab(?:rador)?\b", "fox red labrador"),
    (
        rf"\b(?P<a>{_COLOUR}) (?P<x>[a-z]+) and (?:an? |one )?(?P<b>{_COLOUR}) (?P=x)\b",
        _two_inks,
    ),
    (rf"^(?P<what>{_FLOWER_PLURAL}(?:,? (?:and )?{_FLOWER_PLURAL})+) in an? (?P<how>(?:[a-z]+ ){{0,2}})vase$", _vase_of_several),
    (rf"^(?:an? )?(?P<how>(?:[a-z]+ )?)vase of (?P<what>{_FLOWER_PLURAL}(?:,? (?:and )?{_FLOWER_PLURAL})+)$", _vase_of_several),
    (
        rf"\b(?P<what>(?:{_NUMBER} )?(?:{_COLOUR} )?{_FLOWER}s?) in an? (?P<how>(?:[a-z]+ )?{_COLOUR}) vase\b",
        r"\g<how> vase and \g<what> on top",
    ),
    (rf"\b(?P<what>(?:{_NUMBER} )?{_FLOWER}s?) in an? (?P<how>(?:[a-z]+ ){{0,2}})(?:jug|pitcher)\b", r"\g<how>jug with \g<what> on top"),
    (
        r"\brainbow (?=(?:mushrooms|butterflies|balloons|hearts|stars|feathers|cats|frogs|turtles|snails|fish|birds|daisies|flowers|tulips|roses|shells|gems|crystals|cupcakes|umbrellas|kites|leaves)\b)",
        "colourful ",
    ),
    (
        r"^(?:new york )?(?P<food>sushi|taco|pizza|donut|doughnut|burger|cupcake|pancake|waffle|watermelon|boba|croissant|bagel|toast) (?P<who>cat|kitty|dog|corgi|panda|bear|bunny|fox|frog|axolotl|hamster|otter|capybara|sloth|raccoon|penguin|rat|mouse|duck|pigeon|turtle|dinosaur|unicorn|pug|opossum|ferret|squirrel|seagull|goose)$",
        lambda m: f"{m['who']} {'in' if m['food'].lower() == 'taco' else 'holding'} a {m['food']}",
    ),
    (r"\bday of the dead (?:sugar )?(?=skulls?\b)", "sugar "),
    (r"\b(?P<whose>our|my|the) family (?P<who>cat|dog|pet|bunny|rabbit|horse|puppy|kitten|goldfish|hamster)\b", r"\g<whose> \g<who>"),
    (r"\b(?:custom |hand drawn |royal )?(?:pet |dog |cat |family )?portrait of (?:my |our |a |the )?", ""),
    (r"\b(?P<who>[a-z]+)s (?P<rest>(?:team )?mascot)\b", r"\g<who> \g<rest>"),
    (
        r"\b(?P<what>horse(?:back)?|bull|bronco|bike|motorcycle|skateboard|scooter|bicycle|surfboard|unicycle)[- ]riding (?P<who>[a-z]+)\b",
        lambda m: f"{m['who']} riding a {_RIDDEN.get(m['what'].lower(), m['what'])}",
    ),
    (r"\broller derby (?P<who>girl|woman|queen|mom|skater)s?\b", "woman on roller skates wearing a bike helmet"),
    (r"(?P<before>\b(?:clownfish|clown fish|reef|coral|sea|fish)\b.*?)(?<!sea )\banemones?\b", r"\g<before>sea anemone"),
    (
        r"^(?:an? )?(?P<what>(?:[a-z]+ )?[a-z]+(?<!s)s) (?:in|shaped like|forming) (?:an? |the )?(?:shape of an? )?(?P<shape>heart|star|tree|skull|moon)(?: shape)?\b(?! (?:pool|hands|box|pot|cloud))",
        r"\g<shape> made of \g<what>",
    ),
    (r"\b(?:egyptian mummy|mummy (?:wrapped in (?:toilet paper|bandages|linen)|walking|costume|with bandages|rising from a (?:coffin|tomb)))\b", "wrapped mummy"),
    (r"(?P<a>\b(?:ramadan|eid)\b.*?)(?<!ramadan )\blanterns?\b", r"\g<a>ramadan lantern"),
    (r"(?P<a>\b(?:chinese|lunar)(?: new year)?\b.*?)(?<!paper )\blanterns?\b", r"\g<a>red paper lantern"),
    (r"\b(?:chinese|lunar) new year (?P<who>dragon|rabbit|tiger|snake|rat|ox|horse|goat|monkey|rooster|dog|pig)\b", r"\g<who>"),
    (r"\b(?:holding|with|carrying) an? pumpkin (?:candy )?(?:bucket|basket|pail)\b", "trick or treating"),
    (r"(?P<what>\b(?:cabin|house|cottage|barn|village|church|mountains?|trees?|forest)\b.*?) with snow\b", r"\g<what> in the snow"),
    (
        r"\b(?P<what>[a-z]+) and orange\s*$",
        lambda m: m[0] if m["what"].lower() in COLOURS else f"{m['what']} and a whole orange",
    ),
    (rf"\b(?P<n>{_NUMBER}) glasses of (?:red |white |rosé |sparkling )?(?P<drink>wine|champagne|prosecco|beer|milk|whiskey|lemonade)\b", r"\g<n> \g<drink> glasses"),
    (
        rf"\b(?P<n>{_NUMBER}) (?:{_LITTLE} )?(?P<who>ducklings|kittens|puppies|chicks|piglets|goslings|cubs|lambs)(?: in a (?:row|line))? (?:following|behind|walking behind|after) (?:their |a |the )?(?P<m>{_MOTHER} [a-z]+)\b",
        r"\g<m> with \g<n> \g<who>",
    ),
    (
        r"\b(?P<who>[a-z]+) (?:riding|on|driving) (?:an? |the |his |her )?(?:(?:red|green|riding|ride[- ]on|zero turn|big) )*(?:lawn ?mower|mower|lawn tractor)\b",
        r"\g<who> riding a ride on mower",
    ),
    (r"\bbarrel rac(?:er|ing)(?: girl| cowgirl| horse)?(?: (?:on|with) (?:an? )?(?:[a-z]+ )?horse)?\b", "barrel racer"),
    (
        r"\b(?P<sport>tennis|soccer|golf|rugby|cricket)(?P<mid> (?!balls?\b)[a-z]+(?: [a-z]+)*? (?:and|with) (?:an? )?(?:yellow |white )?)balls?\b",
        r"\g<sport>\g<mid>\g<sport> ball",
    ),
    (r"\b(?:daisy|rose|hibiscus|sunflower|poppy|flower) (?:behind|over|tucked behind) (?P<whose>her|his|its|one|an|the) ear\b", r"flower behind \g<whose> ear"),
    (r"^(?:the |an? )?(?P<on>crescent moon|moon|cloud) with an? (?P<does>sleeping|reading|fishing) (?P<who>[a-z]+)\b", r"\g<who> \g<does> on the \g<on>"),
    (r"(?P<a>\b(?:yarn|wool|knitting)\b.*?)(?<!knitting )\bneedles?\b", r"\g<a>knitting needles"),
    (
        r"(?P<a>\b(?:scissors|sewing|needle|thread|thimble|seamstress|tailor|pins|buttons|fabric)\b.*?)(?<!soft )\b(?:measuring tape|tape measure)\b",
        r"\g<a>soft measuring tape",
    ),
    (
        r"\b(?P<shade>mint|sage|navy|emerald|mustard|lavender|lilac|peach|coral|cream|burgundy|turquoise|teal|maroon) (?:green|blue|yellow|purple|pink|orange|red|white)\b(?! and\b)",
        r"\g<shade>",
    ),
    (r"\b(?:home ?made|hand ?made|freshly baked|freshly picked|fresh baked|organic|delicious|yummy|locally grown|farm fresh) (?=[a-z])", ""),
    (r"^(?P<what>.*s) in rainbow colou?rs$", r"colourful \g<what>"),
    (r"\b(?P<ball>soccer|football)(?P<mid>(?: ball)? (?:and|with) (?:a pair of )?)boots\b", r"\g<ball>\g<mid>football boots"),
    (rf"^(?:an? )?tower of (?=(?:{_NUMBER} )?[a-z]+s\b)", "stack of "),
    (r"(?<=[a-z]) (?:with|and) (?:its |some |the )?(?:seeds|pips)$", ""),
    (
        rf"^(?P<what>(?!.*\bpattern)[a-z]+(?: [a-z]+)?s) in (?P<n>{_NUMBER}|different|many|all) (?:different )?(?:colou?rs|flavou?rs)$",
        lambda m: f"{m['n'] if m['n'].lower() in NUMBERS or m['n'].isdigit() else ''} colourful {m['what']}".strip(),
    ),
    (r"\b(?P<what>(?:baseball|softball|catcher['’]?s) (?:glove|mitt)) (?:with|and) (?:an? |the )?ball\b", r"\g<what>"),
    (rf"^(?P<what>{_FLOWER_PLURAL}(?:,? (?:and )?{_FLOWER_PLURAL})+) (?:bouquet|bunch)$", r"bouquet of \g<what>"),
    (r"\bbundle of asparagus\b|\bbunch of asparagus\b|\basparagus bundle\b", "asparagus"),
    (r" tied (?:together |up )?with (?:an? )?(?:piece of )?(?:string|twine|raffia)$", ""),
    (r"\b(?P<what>easel|canvas) with an? (?:[a-z]+ )?painting\b", r"\g<what>"),
    (r"^(?:an? )?(?:candy|sweet|glass) jar (?:with|of|full of|filled with) (?P<what>[a-z ]+s)$", r"\g<what> in a jar"),
    (r"\bsoap bars?\b|\bbars? of soap\b", "soap"),
    (r"\btoilet paper rolls?\b|\brolls? of toilet paper\b", "toilet paper"),
    (r"^(?P<what>(?:an? )?(?:school |vintage )?globe) (?P<link>with|and) (?=(?:an? )?(?:stack|pile|books|compass|map))", r"desk globe \g<link> "),
    (r"\bcrab ?apples?\b", "apples"),
    (r"\b(?P<holder>basket|crate|box|bowl) (?:full of|filled with|overflowing with) (?P<what>vegetables|veggies|fruits?)\b", r"\g<holder> of \g<what>"),
    (r"\b(?P<what>sled|toboggan|wagon|hand ?cart) (?:with|full of|loaded with|carrying) (?P<load>presents|gifts|firewood|logs|hay|pumpkins)\b", r"\g<what> with \g<load> on top"),
    (
        r"^(?:an? )?(?P<hat>(?:santa|witch|cowboy|party|top|straw|chef|wizard|pirate|birthday|elf) hat|sombrero|crown|beret) on (?:an? |the )(?P<who>(?!table|desk|fence|peg|hook|stand|chair|hay|post|rack|wall|star|moon)[a-z]+(?: [a-z]+)?)$",
        r"\g<who> wearing a \g<hat>",
    ),
    (r"\b(?:gold ?)?fish in an? (?:round |glass |little |small )?(?:fish ?)?bowl\b", "fish bowl"),
    (r"(?P<a>\b(?:baseball|softball) (?!and\b|with an? bat)[a-z][^,]*? (?:and|with) (?:an? |the )?(?:wooden )?)(?<!baseball )bat\b", r"\g<a>baseball bat"),
    (r"\bbowling (?P<what>shoes|pins|bag) (?P<link>and|with) (?:an? |the )?ball\b", r"bowling \g<what> \g<link> a bowling ball"),
    (r"^(?P<what>pumpkin|teacup|book|cat|turtle|frog|suitcase|record|cupcake|donut|burger|taco|sheep|panda|bear)s? stack\b", r"stack of \g<what>s"),
    (r"\bcheese knife\b", "table knife"),
    (r"^(?P<what>(?:[a-z]+ )?[a-z]+s) stacked(?: up| on top of each other)?$", r"stack of \g<what>"),
    (r"\b(?:toadstools|mushrooms) in a (?:ring|circle)\b", "fairy ring"),
    (r"\bsyrup bottle\b", "maple syrup bottle"),
    (r"\bburnt orange\b", "rust"),
    (r"\b(?P<sky>sky|baby|powder|ice|icy) blue\b", "azure"),
    (r"\b(?:forest|hunter|bottle|moss) green\b", "dark green"),
    (r"\b(?:dusty|blush|pale|pastel|baby) pink\b", "light pink"),
    (r"\bhot pink\b", "fuchsia"),
    (
        r"\b(?:bird|robin|bird['’]?s|birds|robin['’]?s)(?: and)? nest with (?P<eggs>(?:[a-z]+ ){0,2}eggs)\b",
        r"\g<eggs> in a nest",
    ),
    (r"\bterrarium with (?:(?:an?|tiny|small|little|and|with|green|some) |,)*(?:ferns?|plants?|succulents?|moss|mushrooms?)(?:(?:,| and| with) (?:(?:an?|tiny|small|little|some|green) )*(?:ferns?|plants?|succulents?|moss|mushrooms?))*$", "terrarium"),
    (rf"\b(?:{_NUMBER} )?(?P<what>cact(?:i|us(?:es)?)|succulents) in (?:[a-z]+ ){{0,2}}pots\b", lambda m: f"{'succulents' if m['what'].lower() == 'succulents' else 'cacti'} in pots"),
    (r"\breading glasses\b", "glasses"),
    (
        r"\bginger(?=(?: [a-z]+)?[ -](?:beard|hair|haired|bearded|moustache|mustache|braids|plaits|curls|pigtails|ponytail|bun)\b)",
        "red",
    ),
    (
        r"\bginger(?= (?:girl|boy|man|woman|kid|lady|baby|guy|girls|boys|kids|children|brothers|sisters|twins)\b)",
        "red haired",
    ),
    (r"\b(?:carpenter |carpentry |woodworking )?crossed (?P<a>[a-z]+) and (?P<b>[a-z]+)$", r"\g<a> and \g<b> crossed"),
    (
        r"\bfishing (?:rod|pole) (?P<link>and|with) (?P<fish>(?:an? )?(?:[a-z]+ )?(?:trout|bass|salmon|pike|catfish|walleye|tuna|carp|marlin|crappie|fish))\b",
        r"bare fishing rod \g<link> \g<fish>",
    ),
    (r"\blaptop keyboards?\b", "laptop"),
    (r"\b(?:an? )?aliens? abducting (?P<who>(?:an? |two |three )?[a-z]+)\b", r"\g<who> being abducted by a ufo"),
    (r"\b(?:hoarding|guarding|sitting on a hoard of|with a hoard of) books\b", "sitting on a pile of books"),
    (r"\b(?P<does>parking|towing|driving|washing|in|by) (?P<the>the|an?|our|my) camper$", r"\g<does> \g<the> camper van"),
    (r"^(?:an? |the |my |our )?(?:[a-z]+ )?(?<!happy )camper$", "camper van"),
    (r"\b(?:nursing |senior )?grad caps?\b", "graduation cap"),
    (r"\bcamper (?=(?:with|and|under|parked|on|van life)\b)", "camper van "),
    (r"\b(?:4|four)[- ]lea(?:f|ved) clovers?\b", "lucky clover"),
    (rf"\b{_NUMBER}[- ](?=(?:leaf|leaved|legged|eyed|tier|tiered|layer|storey|story|wheeled|door|piece|masted|string)\b)", ""),
    (
        rf"\b(?P<n>{_NUMBER}) {_LITTLE} (?P<who>[a-z]+?)s? and (?:an?|the|their|one) {_MOTHER} (?P=who)s?\b",
        r"mama \g<who> with \g<n> babies",
    ),
    (
        rf"\b(?:an? |the )?(?P<who>{_MOTHER} [a-z]+) and (?:her |his |the )?(?P<n>{_NUMBER} )?{_LITTLE} [a-z]+s\b",
        r"\g<who> with \g<n>babies",
    ),
    (
        rf"\b(?:family of )?{_NUMBER} (?P<who>[a-z]+s)\b(?P<does>(?: [a-z]+ing)?),?(?: family)?,? {_MOTHER},? (?:and )?{_MOTHER},? and (?P<n>{_NUMBER} )?(?:bab(?:y|ies)|kids|cubs|little ones)\b",
        r"two \g<who>\g<does> with \g<n>babies",
    ),
    (r"\b(?P<where>new england|vermont|colorado|maine|forest|mountains?|park|woods|countryside) (?:fall|autumn)\b(?! leaves)", r"\g<where> in autumn"),
    (r"\b(?:cozy |log |rustic )*(?:cabin|cottage|house|home) interior\b", "room"),
    (r"\bcamel caravan\b", "three camels"),
    (r"\bhorse[- ]drawn (?P<what>sleigh|carriage|wagon|cart|sled)\b", r"horse pulling a \g<what>"),
    (
        r"\b(?P<kind>ice cream|garbage|mail|tow|delivery|dump) (?P<who>man|woman|lady|driver) with (?:his|her|an?|the) truck\b",
        r"\g<kind> \g<who> with a \g<kind> truck",
    ),
    (r"\bwinter village\b", "snowy village"),
    *PLACES_TOLD,
    (r"\bsmoking chimneys?\b", "smoke from the chimney"),
    (
        r"(?P<what>\b(?:cabin|cottage|house|chalet|lodge|farmhouse)\b.*?) with smoke$",
        r"\g<what> with smoke from the chimney",
    ),
    (r"\bon (?:an? |the |its )?(?:small |melting |floating )?(?:iceberg|ice floe|ice float|block of ice)\b", "on the glacier"),
    (r"\b(?:winter|snowy) (?P<what>cabin|cottage|house|barn|farmhouse|church|chalet)\b(?! (?:in|on) (?:the )?snow)", r"\g<what> in the snow"),
    (rf"\b(?P<what>{_FLOWER})s? bouquet in (?P<where>an? (?:mason |glass )?jar)\b", r"\g<what>s in \g<where>"),
    (r"\b(?P<what>mushroom|toadstool) (?P<where>forest|woods|grove|patch|garden)\b", r"\g<what>s in a \g<where>"),
    (
        r"\b(?P<when>sunset|sunrise|beach|ocean) (?:with|and) palm trees?,? (?:and|with) (?P<who>an? [a-z]+(?: [a-z]+)?)$",
        r"\g<who> on a palm beach at \g<when>",
    ),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), to) for pattern, to in _RULES)


def retold(text: str) -> str:
    for pattern, to in _COMPILED:
        text = pattern.sub(to, text)
    return text

"""What is asked for by the thousand, said plainly: snowmen, ball hearts, costumes, ships; rules for `retold`."""

from __future__ import annotations

import re

from pod.providers.embedded.retold_kit import COLOUR, FLOWER, PERSON, Told


def _ducks(match: re.Match[str]) -> str:
    """A row of ducklings has a picture for each number, with boots and without; others swim as they are said to."""
    if not (match["row"] or match["boots"]):
        return match[0]
    number = {"2": "two", "3": "three", "4": "four", "5": "five", "6": "six"}.get(match["n"], match["n"].lower())
    return f"{number} ducks in {match['ink'] or 'red'} boots" if match["boots"] else f"file of {number} ducks"


_ANGLER = r"(?:man|guy|dad|daddy|grandpa|grandad|papa|uncle|boy|girl|woman|grandma|mom|mum|fisherman|angler|kid)"
_CATCH = r"(?:rainbow trout|trout|largemouth bass|bass|salmon|pike|catfish|walleye|tuna|carp|marlin|fish)"

FAVOURITES_TOLD: tuple[tuple[str, Told], ...] = (
    (r"\bin an? (?:[a-z]+ )?hammock(?: (?:tied|strung|hung|hanging))? (?:between|under|in) (?:(?:two|the|some) )?(?:pine |oak |big )?trees\b", "in a tree hammock"),
    (r"\b(?:in|wearing) an? (?:hot ?dog|burrito) (?:costume|outfit|suit)\b", "in a hot dog bun"),
    (r"\b(?:in|wearing) an? taco (?:costume|outfit|suit)\b", "in a taco"),
    (
        r"^(?:an? |the )?(?P<pile>(?:stack|pile) of (?:old )?books|books? (?:stack|pile)) with (?P<rest>.+ )?and an? (?P<how>sleeping|sleepy|napping) (?P<who>[a-z]+)$",
        lambda m: f"{m['who']} sleeping on a stack of books" + (f" with {m['rest'].strip()}" if m["rest"] else ""),
    ),
    (r"^(?P<how>retro|vintage|70s|80s) sun with (?P<rest>.*\b(?:waves?|palms?|mountains?|pines?)\b.*)$", r"\g<how> sunset with \g<rest>"),
    (r"\bsnow(?:man|men) family(?: of (?:three|3))?(?! of)\b|\bfamily of (?:(?:three|3) )?snowmen\b", "snow family"),
    (r"\b(?:snowman family of (?:four|4)|family of (?:four|4) snowmen)\b", "snow family of four"),
    (r"\b(?P<who>girl|woman|lady|boy|man|grandma|grandpa|mom|mum|dad) reading (?=(?:with|next to|beside) (?:an? |her |his |the )?(?:[a-z]+ )?(?:cats?|dogs?|kitten|puppy|tea|coffee|cup|mug|bunny)\b)", r"\g<who> reading a book "),
    (r"\b(?P<who>girl|boy|dude|chick) gamer\b", r"gamer \g<who>"),
    (r"^(?P<who>grandma|granny|nan|nana|gran|nonna|abuela|mom|mum|mama|grandpa|dad)['’]?s kitchen$", r"\g<who> cooking"),
    (r"\bgamer (?P<who>girl|boy|chick|dude)(?:$|,)", r"\g<who> playing video games"),
    (r"\bgamer (?P<who>girl|boy|guy|dad|mom|mum|cat|girls|boys|chick|dude)\b(?= (?:with|wearing|in)\b)", r"\g<who> with a gamepad and"),
    (r"\b(?P<before>(?:waves?|beach|sun|sea|ocean) (?:and|with an?) )palm(?=$|,| and\b)", r"\g<before>palm tree"),
    (
        r"^(?:an? |the |my )?(?:(?:beautiful|wild|racing|running) )*(?P<coat>(?:brown|white|black|grey|gray|chestnut|pinto) )?(?:horse|pony|stallion|mare|mustang) (?:jumping|leaping|jumps|leaps|hopping) (?:over |across )?(?:an? |the )?(?:[a-z]+ )?(?:fence|hurdle|gate|jump|wall|obstacle)s?$",
        lambda m: f"fence jumping {(m['coat'] or 'brown ').lower()}horse".replace("gray", "grey"),
    ),
    (
        r"(?P<pre>^|\b(?:an?|the|two|three|four|five|of|and) )(?:wild )?(?P<coat>(?:brown|white|black|grey|gray|chestnut|pinto) )?(?P<who>horse|mustang|stallion|mare|pony|ponie)(?P<s>s?) (?P<does>running|galloping)(?! (?:a|late|out|for|shoes|club|with|free)\b)",
        lambda m: f"{m['pre']}{m['coat'] or 'brown '}horse{m['s']} {m['does']}".replace("gray", "grey"),
    ),
    (r"\bgalloping (?P<who>(?:wild )?(?:horses?|mustangs?|stallion))\b", r"\g<who> galloping"),
    (r"(?P<who>\bfire ?(?:fighters?|man|men|woman)(?: (?:dad|mom|mum|guy))? with )(?:an? |his |her )?helmet and ", r"\g<who>"),
    (r"(?P<who>\bfire ?(?:fighters?|man|men|woman)(?: (?:dad|mom|mum|guy))? with [^,]*?) and (?:an? |his |her )?helmet\b", r"\g<who>"),
    (r"(?P<who>\bfire ?(?:fighters?|man|men|woman)\b(?! (?:dad|mom|mum|guy|with))[^,]*? )(?<!fire )helmet\b", r"\g<who>fire helmet"),
    (r"\b(?P<in>in|wearing|with) (?:an? )?(?:white )?(?:swan|feather) (?:dress|tutu|costume|gown)\b(?=$|,| (?:and|on|by|at|dancing)\b)", r"\g<in> a white tutu"),
    (r"\bswan lake (?=baller|dancer|ballet)", ""),
    (
        rf"(?P<who>\b(?:ever|dad|daddy|grandpa|grandad|papa|pop|uncle|man|brother|grandma|mom|mum|fisherman)\b)(?: with|,)? (?:an? |his |her )?(?:bare )?fishing (?:rod|pole) (?:and|with) (?P<fish>(?:an? |his |her )?(?:big |huge |large )?{_CATCH})\b",
        lambda m: f"{m['who']}, bare fishing rod and {m['fish']}" if m["who"].lower() == "ever" else f"{m['who']} fishing with {m['fish']}",
    ),
    (
        rf"(?P<who>\b{_ANGLER}) (?:holding|with|catching|who caught|showing(?: off)?|carrying) (?:up )?(?:an? |his |her |the )?(?:big |huge |giant |large |prize )*(?P<fish>{_CATCH})\b(?! (?:pond|tank|bowl|and chips|tattoo))",
        lambda m: f"{m['who']} holding a {'rainbow trout' if m['fish'].lower() == 'trout' else m['fish']}",
    ),
    (r"\bbeekeeper with (?:(?:some|her|his|two|three) )?bees and (?:an? |the |some )?(?P<jar>(?:honey ?)?(?:jar|pot)(?: of honey)?|honey)\b", "beekeeper with honey jar and bees"),
    (r"\bstrawberry cow\b", "pink cow holding a strawberry"),
    (r"\bdaisy chain(?: border)?\b", "border of daisies"),
    (
        r"\b(?P<mid>(?:by|on|at|near) (?:a|the) lake) (?:with|and|in front of|under) (?:mount|mt\.?) fuji\b",
        "in front of mount fuji",
    ),
    (r"\b(?P<a>(?:cute|little|halloween|spooky|funny|kawaii|silly|baby) )mummy(?= (?:with|holding|carrying|dancing|on|in|wearing|trick)\b|$)", r"\g<a>wrapped mummy"),
    (r"(?<!wrapped )\bmummy(?= (?:with|holding|carrying) (?:an? )?(?:candy|pumpkin|trick|bag of candy|bat|lantern)\b)", "wrapped mummy"),
    (rf"^(?P<what>(?:{FLOWER}s?|[a-z]+ leaves|ferns?|daisies|peonies|wildflowers|flowers|eucalyptus|greenery)) in an? (?:circle|ring)(?: shape)?$", r"wreath of \g<what>"),
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
    (
        rf"\b(?P<ink>{COLOUR}) (?:mushroom|toadstool) (?:house|cottage|home)\b",
        lambda m: "toadstool house" if m["ink"].lower() == "red" else f"{m['ink']} toadstool house",
    ),
    (
        r"\b(?P<ride>(?:[a-z]+ )?(?:motorcycle|motorbike|chopper|harley|pickup truck|semi truck|muscle car|truck)) (?:and|with) (?:an? |the )?(?P<bird>(?:bald )?eagle) (?:and|with|in|on) (?:flames|fire)\b",
        r"\g<ride> on fire with an eagle",
    ),
    (r"\bavocado halves (?=(?:holding hands|hugging|cuddling|kissing|dancing|in love)\b)", "avocado couple "),
    (
        r"\b(?:bald )?eagles? (?:(?:flying|soaring) )?(?:and|with|on) (?:an? |the )?(?P<ride>(?:[a-z]+ )?(?:motorcycle|motorbike|chopper|harley|pickup truck|semi truck|muscle car|truck))\b(?! (?:engine|club|gang|helmet|jacket))(?P<fire> (?:and|with|in|on) (?:flames|fire)\b)?",
        lambda m: f"{m['ride']}{' on fire' if m['fire'] else ''} with an eagle",
    ),
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
        lambda m: f"{PERSON[m['who'].lower()]} playing the {m['what']}",
    ),
    (r"\bfly rods?\b", "fishing rod"),
    (r"^(?:an? )?(?P<what>coffee bean|sunflower|daisy|pebble|seashell|shell|leaf|wildflower|strawberry|candy cane|puzzle piece|key|feather|star) heart$", lambda m: f"heart made of {m['what']}{'es' if m['what'].lower().endswith(('s', 'x')) else 's'}".replace("leafs", "leaves").replace("daisys", "daisies").replace("strawberrys", "strawberries")),
    (r"^(?P<who>[a-z]+ )?running with scissors(?P<rest> skeleton| cat| girl| boy)?$", lambda m: f"{(m['who'] or m['rest'] or 'boy').strip()} running with scissors"),
    (r"\b(?P<what>shamrock|heart|sunflower|pumpkin|mushroom|strawberry|lemon|beer|coffee|candy cane|carrot|gift|tulip|rose|daisy) gnome\b", r"gnome holding a \g<what>"),
    (r"\bkids['’]? (?P<what>lemonade stand)\b", r"kids at a \g<what>"),
    (r"\b(?P<what>(?:christmas |string |fairy )?lights) (?:tangled|wrapped|strung|hanging) (?:in|around|on|from) (?:(?:its|his|her|their|the) )?antlers\b", r"lights in its antlers"),
    (r"\b(?:(?:all )?tangled(?: up)?|wrapped(?: up)?|caught|stuck|covered) (?:in|with) (?:(?:the|some|a string of) )?(?:christmas |string |fairy |xmas |holiday )?lights\b|\b(?:with|in) (?:tangled(?: up)? )(?:christmas |string |fairy |xmas |holiday )?lights\b", "in christmas lights"),
    (r"^(?:an? )?horse girl\b", "girl with a horse"),
    (r"(?<!two )(?<!three )(?<!four )\blightning bolts\b(?! pattern)", "three lightning bolts"),
    (r"^(?P<what>(?!.*\b(?:with|and|in|of|on|burst|from|out|through|into|by|around|breathing|spitting|the|its)\b)[a-z0-9 ]+) (?:and )?flames$", r"\g<what> with flames"),
    (r"^(?:mama|papa|mommy|daddy|baby|grandma|grandpa|nana|auntie|uncle|brother|sister) bear,? (?:in )?(?:(?:red|black|buffalo) )*(?:plaid|flannel|check)(?: shirt)?$", "bear in a flannel shirt"),
    (r"\b(?:sea )?turtle hatchlings\b|\bbaby sea turtles\b", "three sea turtles"),
    (r"^(?:an? )?(?P<who>[a-z]+?)s? bride and groom$|^bride and groom (?P<too>(?![a-z]+ing$)[a-z]+?)s?$", lambda m: f"two {(m['who'] or m['too'])}s getting married"),
    (r"^(?:an? |the )?(?P<who>[a-z]+) couple getting married$", r"two \g<who>s getting married"),
    (r"\b(?:tropical |salt water |saltwater )?fish tank\b", "aquarium"),
    (r"\b(?:fire ?(?:fighter|department|man)?|fire rescue) maltese cross\b|\bmaltese cross\b", "firefighter cross"),
    (r"\bkite ?(?:surfing|surfer|boarder|boarding)\b", "man surfing and holding a kite"),
    (r"\bmountain bikers?\b", "rider riding a mountain bike"),
    (r"\bgold panning (?:prospector|miner)?", "prospector "),
    (r"\b(?:army|military|marine corps|usmc) (?P<what>helicopter|jeep|truck|tank|plane)\b", r"green \g<what>"),
    (r"\bice fishing (?:hut|shack|shanty|house)\b", "ice hut"),
    (rf"\bpattern,? (?P<ink>{COLOUR}|navy|teal|mint|lilac)$", r"pattern in \g<ink>"),
    (r"^mama (?P<who>[a-z]+),? (?:and )?baby (?P=who)$", r"\g<who> with its cub"),
    (r"\b(?P<who>cat|corgi|pug|dog|kitten|bunny) loaf\b(?! of)", r"\g<who> sleeping"),
    (r"\b(?:shrimps?|prawns?) in an? cocktail glass\b", "shrimp cocktail"),
    (r"\b(?P<who>dad|daddy|father|papa|mom|mum|mama|mother) and (?:his |her |their )?(?:new)?(?:baby|newborn)(?: boy| girl)? (?:sleeping|asleep|napping)\b", r"\g<who> and baby"),
    (r"\b(?P<ink>blue|green|brown|amber|golden|yellow|hazel)[ -]eyed (?P<who>(?!susan|monster|peas?\b)[a-z]+(?: (?:retriever|shepherd|terrier|cat|dog))?)\b", r"\g<who> with \g<ink> eyes"),
    (r"\b(?:dressed|disguised)(?: up)? (?:as|like) (?:an? )?(?P<what>taco|hot ?dog|burrito|flower ?pot)\b", lambda m: "in a hot dog bun" if m["what"].lower().startswith("hot") else f"in a {m['what']} costume"),
    (
        r"\b(?P<n>two|three|four|five|six|[2-6]) (?:(?:little|cute|baby|small|yellow|tiny) )*(?:ducks|ducklings)(?P<row> in a (?:row|line))?(?P<boots>,? (?:wearing|in|with) (?:(?P<ink>red|yellow|blue|green|pink) )?(?:(?:little|tiny|cute|matching) )*(?:rain ?boots|boots|wellies|wellingtons|rubber boots|gumboots))?(?! (?:following|with|and|on|by))",
        _ducks,
    ),
    (r"\bchristmas tree (?:in|on) (?:the (?:back|bed) of )?(?P<a>an? (?:(?!truck|pickup)[a-z]+ )*)(?P<t>pickup truck|pickup|truck)\b", r"\g<a>\g<t> with a christmas tree"),
    (r"\bpepperoni pizza slice\b|\bslice of pepperoni pizza\b", "pizza slice"),
    (r"\b(?P<who>nurse|doctor|vet) with (?:an? )?stethoscope (?:and (?:an? )?)?(?:red )?heart\b", r"\g<who> with a stethoscope holding a heart"),
    (r"\b(?P<what>lighthouse(?: at night)?(?: on a (?:rock|cliff))?) (?:in|with|and) (?:a |the )?(?:stormy|rough|wild|huge|big|high) (?:seas?|waves|ocean)\b", r"\g<what> on the stormy sea"),
    (r"\bon (?P<whose>her|his|its|their|grandma['’]?s|the) lap\b", r"in \g<whose> lap"),
    (
        r"\b(?P<who>penguin|otter|duck|owl|elephant|bear|polar bear|fox|wolf|lion|panda|koala|raccoon|hedgehog|whale|orca|dolphin|sea turtle|giraffe|deer|llama|sloth|cat|dog|rabbit|bunny|mouse|pig|goat|sheep|horse|monkey|gorilla|kangaroo|swan|goose|flamingo|seal) family\b(?! (?:of|reunion|vacation|trip|portrait|tree|name|photo|matching))",
        r"two \g<who>s with a baby",
    ),
    (r"\b(?:in |with )?earthy? (?:tones?|colou?rs?)\b", "in terracotta and brown"),
    (r"^(?:an? )?knight piece\b|\bchess club knight piece\b", "chess knight"),
    (r"\b(?P<who>nurse|doctor|vet|teacher|mechanic|plumber|electrician) friend\b", r"\g<who>"),
    (r"\boctopus (?:holding|with|carrying|juggling|drinking) (?:an? |eight |8 |its )?(?P<what>(?:coffee |tea )?)(?P<cup>cups?|mugs?|coffees)(?: of (?:tea|coffee))? (?:in|with) (?:each|every|all) (?:of its |eight |its )?(?:arms?|tentacles?|legs?)\b", "octopus with eight cups"),
    (r"\boctopus (?:holding|with|carrying|juggling) (?:its )?(?P<n>three|four|five|six|seven|eight|[3-8]) (?:coffee |tea )?(?:cups|mugs|coffees|teacups)(?: of (?:tea|coffee))?\b", r"\g<n> octopus with eight cups"),
    (r"\b(?P<how>retro |vintage )?mountains? (?P<when>sunset|sunrise)\b", lambda m: f"{m['how'] or ''}{m['when']} over the mountains"),
    (r"\bred devils?\b", "devil"),
    (r"\bshow[ -]?jump(?:ing|er)(?: (?:girl|boy|woman|man|rider|horse))?(?: on an? (?:[a-z]+ )?horse)?\b", "show jumper"),
    (r"\b(?:girl|boy|woman|man|rider|horse and rider|horse girl|girl and (?:her )?horse) (?:jumping|leaping) (?:over )?(?:an? |the )?(?:fence|hurdle|jump|gate)(?: on (?:an? |her |his )?(?:[a-z]+ )?horse)?\b", "show jumper"),
    (r"\b(?:with |shooting )?(?:lasers?|laser beams?)(?: (?:shooting|coming|beaming|blasting))?(?: out)?(?: of| from) (?:its|his|her|their|the) eyes\b", "with laser eyes"),
    (r"\b(?P<who>bear|grizzly(?: bear)?|eagle|osprey|otter|cat|seal|heron) (?:fishing|catching|hunting|eating) (?:for )?(?:an? )?(?P<what>salmon|trout|fish)\b", r"\g<who> with a \g<what> in its mouth"),
    (r"\bdinner table\b", "table"),
    (r"\bfamily (?=(?:gathered |sitting |eating )?around (?:an? |the )?(?:table|campfire|fire|tree|christmas tree|bonfire|piano)\b)", "mum and dad and girl "),
    (r"\bgathered around\b", "around"),
    (r"\bsailing trip\b", "sailboat"),
)  # fmt: skip
"""Applied in order."""

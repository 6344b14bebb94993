"""What shoppers say in a roundabout way, said the way the rest of the reading expects it: “two little bears and a mama bear” are
a mother with two cubs, and a mushroom forest is mushrooms in a forest. One rule a line, applied in order."""

from __future__ import annotations

import re

from pod.providers.embedded.hues import COMPOUNDS
from pod.providers.embedded.retold_acts import ACTS_TOLD
from pod.providers.embedded.retold_art import ART_TOLD
from pod.providers.embedded.retold_beasts import OF_ANIMALS
from pod.providers.embedded.retold_favourites import FAVOURITES_TOLD
from pod.providers.embedded.retold_kin import KIN_TOLD
from pod.providers.embedded.retold_kit import (
    BABIES,
    BLOOMS,
    COLOUR,
    FLOWER,
    FLOWER_PLURAL,
    GROWS,
    HEAP_IN,
    HOLDER,
    KIN,
    LITTLE,
    MAKE,
    MOTHER,
    MOTHERS,
    NO_ANIMALS,
    NO_HEAP,
    NO_VASE,
    NUMBER,
    RIDDEN,
    SPROUTS,
    Told,
    contents_first,
    two_inks,
    vase_of_several,
    wild,
)
from pod.providers.embedded.retold_places import PLACES_TOLD
from pod.providers.embedded.retold_placing import PLACING_TOLD, SUITS_TOLD
from pod.providers.embedded.words import COLOURS, NUMBERS

_RULES: tuple[tuple[str, Told], ...] = (
    *ART_TOLD,
    (r"\bmtb(?: bike)?\b", "mountain bike"),
    (
        (
            r"\b(?P<what>(?:mountain |dirt |road )?bike|bmx|bicycle|motocross|motorcycle|motorbike|scooter|horse(?:back)?"
            r"|pony|bull|bronco|camel|donkey|unicycle) rider\b"
        ),
        lambda m: f"rider riding a {RIDDEN.get(m['what'].lower(), m['what'])}",
    ),
    (
        (
            r"\b(?P<what>wildflowers|flowers|roses|sunflowers|pumpkins|hearts|hay bales|hay) in (?:the back of )?(?:an? |the )?"
            r"(?:(?:old|vintage|red|blue|retro|antique|classic|farm|little) )*(?:truck|pickup truck|pickup)\b"
        ),
        r"truck full of \g<what>",
    ),
    (rf"\b(?P<what>[a-z]+(?: [a-z]+)?) with (?P<y>(?:[a-z]+ ){{1,2}}?){SPROUTS}\b", lambda m: f"{m['what']} with {wild(m['y'])}on top"),
    (
        rf"^(?:an? )?(?P<y>(?:wild)?flowers|roses|daisies|sunflowers|mushrooms|succulents|plants|tulips|lavender|leaves|butterflies) {GROWS} (?:an? |the )?(?P<what>.+)$",
        lambda m: f"{m['what']} with {wild(m['y'])} on top",
    ),
    (
        rf"^(?:an? )?(?P<y>{BLOOMS}) (?:in|inside|coming out of|out of) (?P<what>(?:an? |the |my )?(?:[a-z]+ ){{0,2}}{NO_VASE})$",
        r"\g<what> with \g<y> on top",
    ),
    (
        rf"\b(?P<what>{NO_VASE}) (?:filled with|full of|stuffed with|exploding with|bursting with|overflowing with) (?P<y>(?:[a-z]+ )?{BLOOMS})\b",
        lambda m: f"{m['what']} with {wild(m['y'])} on top",
    ),
    (
        rf"^(?:an? |the )?(?P<how>(?:{MAKE} ){{1,2}})?(?P<holder>{HEAP_IN}) (?:of|full of|filled with|overflowing with|(?<!box )(?<!mug )(?<!plate )(?<!suitcase )(?<!jar )(?<!bag )with) (?:some )?(?P<what>(?:[a-z]+ )?(?!{NO_HEAP}\b)(?:[a-z]+[^su\W]s(?: and (?:[a-z]+ )?(?:[a-z]+s|yarn|cheese|wine|bread))?|(?:yarn|bread|candy)(?: and (?:cheese|wine|yarn|jam))?))$",
        contents_first,
    ),
    (
        rf"^(?:an? |the )?(?P<how>(?:{MAKE} )*)(?P<holder>{HOLDER}|teapot|bottle|egg|snow ?globe|bird ?cage|suitcase|barrel|crate|nest|stocking) with (?P<who>(?:an? |two |three |some )?(?:[a-z]+ )?[a-z]+) (?:inside|in it)(?: of it| it)?$",
        lambda m: f"{m['who']} in a {m['how']}{m['holder'].replace('tea cup', 'teacup')}",
    ),
    (r"(?P<a>^(?!.*\b(?:flowers|roses|wildflowers|daisies)\b).+ with .+?) (?:in it|inside (?:of )?it|inside of|within it)$", r"\g<a> inside"),
    (
        r"^(?P<what>.+?) with (?P<y>(?:an? |the |two |three )?(?:[a-z]+ )?[a-z]+) (?:coming|rising|growing|popping|bursting|flying) out(?: of (?:it|the top|the pages|its pages))?$",
        lambda m: f"{m['what']} with {wild(m['y'])} on top",
    ),
    (rf"\b(?P<what>boots?|wellies|wellingtons|sneakers|shoes) (?:full of|filled with) (?P<y>{BLOOMS})\b", r"\g<what> with \g<y> on top"),
    (r"\bmoss and (?:mushrooms|ferns) in an? (?:glass |mason )?jar\b", "terrarium"),
    (
        rf"\b(?P<holder>{HOLDER}) with (?P<y>[a-z]+) and (?P<who>an? (?:[a-z]+ )?[a-z]+) (?:inside|in it)(?: of it)?\b",
        r"\g<who> in a \g<holder> with \g<y>",
    ),
    (
        rf"\b(?!{NO_ANIMALS}\b)(?P<who>[a-z]+?)s? family of (?P<n>three|four|five|six|[3-6])\b",
        lambda m: f"two {m['who']}s with {BABIES[m['n'].lower()]}",
    ),
    (
        rf"\bfamily of (?P<n>three|four|five|six|[3-6]) (?!{NO_ANIMALS}\b)(?P<who>[a-z]+)\b(?! (?:mum|mom|dad|mama))(?!,)",
        lambda m: f"two {m['who']} with {BABIES[m['n'].lower()]}",
    ),
    (r"\b(?P<p>saturn|jupiter|mars|venus|neptune|uranus|pluto) with (?:its )?rings\b", r"\g<p>"),
    *OF_ANIMALS,
    (
        r"\bstethoscope (?:in|shaped (?:like|as)|forming|making|in the shape of) (?:an? |the )?heart(?: shape)?\b|\bheart (?:with|and|made (?:of|from)) (?:an? )?stethoscope\b",
        "stethoscope heart",
    ),
    (r"\b(?:(?:with (?:their )?(?:tails|necks|trunks) )?(?:making|forming|shaping|make|form) (?:an? |the shape of an? )?heart|in an? heart shape)(?: (?:shape )?with their [a-z]+)?\b(?! (?:out|of|from))", "in love"),
    *SUITS_TOLD,
    *FAVOURITES_TOLD,
    *PLACING_TOLD,
    (r"\btools crossed(?=,? [a-z]+ and [a-z]+)", "crossed"),
    (r"\bbowling ball (?:hitting|knocking (?:down|over)|striking|crashing into|smashing|rolling into) (?:the |some |ten )?(?:bowling )?pins\b", "bowling strike"),
    (r"\b(?:potted monstera(?: plant)?|monstera(?: plant| leaf| leaves)?(?= in an? (?:[a-z]+ ){0,2}(?:pot|planter)\b))", "monstera plant"),
    (r"(?P<who>\bplant (?:lady|mom|mum|mama|dad|queen|lover)\b.*?)\bmonstera\b(?! (?:leaf|leaves|plant))", r"\g<who>monstera plant"),
    (rf"\b(?P<what>{FLOWER})s? in an? (?:blue|aqua|teal|clear|glass|old|vintage|antique|ball|light blue) (?P<jar>mason jar|jar)\b", r"\g<what>s in a mason jar"),
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
    (r"\b(?P<what>[a-z]+(?: [a-z]+)?) with (?P<y>(?:wild)?flowers|roses|daisies|sunflowers|tulips|succulents) (?:in|inside)(?: (?:it|them))$", lambda m: f"{m['what']} with {wild(m['y'])} on top"),
    (r"\b(?:hiking |old |cowboy |work |army |worn )*boots? with (?:wildflowers|flowers) on top\b", "boot with flowers growing out of it"),
    (r"\b(?:rice|tea) (?:fields?|padd(?:y|ies)|terraces?|plantations?)\b|\bterraced fields?\b", "terraces"),
    (
        r"^(?P<a>[a-z]+[^sui\W]s) (?P<b>[a-z]+[^sui\W]s) (?P<link>and|&) (?P<c>[a-z]+)$",
        r"\g<a>, \g<b> \g<link> \g<c>",
    ),
    (
        rf"^(?!.*\b(?:gifts?|presents?|mug|shirt|tee|card|poster|sticker|something|design)\b)(?P<what>.*[a-z]),? for (?:my|our|her|his) (?:little |dear |best )?{KIN}$",
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
        rf"\b(?P<m>{MOTHER}) (?P<who>(?![a-z]+ing\b)[a-z]+) (?:and|with) (?:her |his |its |an? )?{LITTLE}(?: (?P=who)| calf| cub| kit| pup)?(?=$| (?:and|with|in|on|under|by|at|walking|eating)\b)",
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
    (r"\b(?:sheet music|music sheets?|sheets? of music|musical scores?)\b", "sheet of music"),
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
        r"\b(?P<what>car|truck|bus|van|bicycle|bike|jeep|scooter|motorcycle) on a (?:steep )?(?:hill|hillside|slope|street going uphill)\b",
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
    *KIN_TOLD,
    (r"\bbookish (?P<who>girl|woman|lady|boy|guy|mom|cat|dragon|fox)\b", r"\g<who> reading a book"),
    (r"\btie[- ]dyed?\b", "tiedye"),
    (r"\b(?:jump|leap|burst)(?:ing|s) (?:up )?out of (?:the |a )?(?:water|sea|ocean|lake|river|waves)\b", "breaching"),
    (r"(?P<who>\b(?:goalkeeper|goalie|keeper|footballer|striker)\b[^,]*?) (?:an? |the )ball\b", r"\g<who> a soccer ball"),
    (
        rf"\b(?P<n>{NUMBER}) (?P<who>duckling|kitten|puppy|chick|piglet|gosling)s? (?:in a (?:row|line) )?(?:following|behind|walking behind|after) (?:their |a |the )?{MOTHER}$",
        lambda m: f"{MOTHERS[m['who'].lower()]} with {m['n']} {m['who']}s",
    ),
    (
        rf"^(?:an? |the |some |cute |little |her )*(?:mama |mother |mum |mom )?duck (?:and|with|leading|followed by) (?:her |its |the )?(?:(?:line|row) of )?(?P<n>{NUMBER} )?(?:baby ducks|ducklings)(?: (?:in a (?:row|line)|following(?: her)?|behind(?: her)?|walking|swimming))*$",
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
    (r"\b(?:(?:all )?(?:my|your|our|the|her) )?(?P<who>ducks|ducklings) (?:all )?in (?:a|one) (?:row|line)\b(?! (?:following|behind|after|walking))", r"row of \g<who>"),
    (r"(?P<a>\bcrochet\b.*?)(?<!crochet )\bhook\b", r"\g<a>crochet hook"),
    *ACTS_TOLD,
    (r"\b(?:fawn|apricot) (?=(?:pug|frenchie|french bulldog|whippet|greyhound|boxer|great dane|staffie|chihuahua|bulldog|poodle|cockapoo|puppy|dog)s?\b)", "beige "),
    (r"\bred fox lab(?:rador)?\b", "fox red labrador"),
    (
        rf"\b(?P<a>{COLOUR}) (?P<x>[a-z]+) and (?:an? |one )?(?P<b>{COLOUR}) (?P=x)\b",
        two_inks,
    ),
    (rf"^(?P<what>{FLOWER_PLURAL}(?:,? (?:and )?{FLOWER_PLURAL})+) in an? (?P<how>(?:[a-z]+ ){{0,2}})vase$", vase_of_several),
    (rf"^(?:an? )?(?P<how>(?:[a-z]+ )?)vase of (?P<what>{FLOWER_PLURAL}(?:,? (?:and )?{FLOWER_PLURAL})+)$", vase_of_several),
    (
        rf"\b(?P<what>(?:{NUMBER} )?(?:{COLOUR} )?{FLOWER}s?) in an? (?P<how>(?:[a-z]+ )?{COLOUR}) vase\b",
        r"\g<how> vase and \g<what> on top",
    ),
    (rf"\b(?P<what>(?:{NUMBER} )?{FLOWER}s?) in an? (?P<how>(?:[a-z]+ ){{0,2}})(?:jug|pitcher)\b", r"\g<how>jug with \g<what> on top"),
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
        lambda m: f"{m['who']} riding a {RIDDEN.get(m['what'].lower(), m['what'])}",
    ),
    (r"\broller derby (?P<who>girl|woman|queen|mom|skater)s?\b", "woman on roller skates wearing a bike helmet"),
    (r"(?P<before>\b(?:clownfish|clown fish|reef|coral|sea|fish)\b.*?)(?<!sea )\banemones?\b", r"\g<before>sea anemone"),
    (
        r"^(?:an? )?(?P<what>(?:[a-z]+ )?[a-z]+(?<!s)s) (?:(?:in|shaped like|forming) (?:an? |the )?(?:shape of an? )?(?P<shape>heart|star|skull|moon)(?: shape)?|(?:shaped like|forming|in the shape of) an? (?P<tree>tree))\b(?! (?:pool|hands|box|pot|cloud))",
        lambda m: f"{m['shape'] or m['tree']} made of {m['what']}",
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
    (rf"\b(?P<n>{NUMBER}) glasses of (?:red |white |rosé |sparkling )?(?P<drink>wine|champagne|prosecco|beer|milk|whiskey)\b", r"\g<n> \g<drink> glasses"),
    (rf"\b(?P<n>{NUMBER}) (?:tall |cold |iced )?glasses of (?=[a-z])", r"\g<n> glass of "),
    (r"\b(?:wrench and (?:an? )?spanner|spanner and (?:an? )?wrench|two (?:crossed )?wrenches)\b", "crossed spanners"),
    (r"(?P<who>\b(?:nurse|doctor|vet|medic|midwife)\b[^,.]*? )with (?:an? )?stethoscope and (?:an? )?(?:little |red )?hearts?\b", r"\g<who>holding a heart"),
    (r"\b(?P<who>hens?|chickens?|roosters?|chicks?) in (?:an?|the|their) (?:chicken |hen )?coop\b", r"\g<who> with a barn"),
    (rf"\b(?P<n>{NUMBER}) (?:little |small |tiny )?(?:potted plants|plants in (?:little )?pots|house ?plants)\b", r"\g<n> succulents in pots"),
    (rf"\b{NUMBER} candles on (?:an? |the |top of an? )(?P<what>(?:birthday )?cake|cupcake)\b", r"birthday \g<what>"),
    (r"\bthree amigos(?: (?:with|in|wearing) (?P<hats>sombreros))?\b", "three men wearing sombreros"),
    (r"\b(?P<in>bucket|cooler|crate) of (?:cold |iced )?beers?\b", r"beer bottles in a \g<in>"),
    (r"\b(?<!coffee )(?<!beer )(?<!tea )(?<!travel )(?<!cocoa )mug and (?P<what>(?:an? )?[a-z]+)$", r"coffee mug and \g<what>"),
    (r"\b(?:the )?seven continents(?: of the)?(?: world)?(?: map)?\b", "world map"),
    (r"\b(?:an? )?row of (?P<kind>(?:[a-z]+ )?)houses\b", r"four \g<kind>house in a row"),
    (rf"\b(?P<n>{NUMBER}) (?P<kind>(?:[a-z]+ )?)houses\b", r"\g<n> \g<kind>house"),
    (r"\b(?P<many>pots|planters) of (?:fresh |kitchen |green )*herbs?\b", "pots of basil"),
    (r"\b(?:herb pots?|potted herbs?)\b", "pot of basil"),
    (
        rf"\b(?P<n>{NUMBER}) (?:{LITTLE} )?(?P<who>ducklings|kittens|puppies|chicks|piglets|goslings|cubs|lambs)(?: in a (?:row|line))? (?:following|behind|walking behind|after) (?:their |a |the )?(?P<m>{MOTHER} [a-z]+)\b",
        r"\g<m> with \g<n> \g<who>",
    ),
    (
        r"\b(?P<who>[a-z]+) (?:riding|on|driving) (?:an? |the |his |her )?(?:(?:red|green|riding|ride[- ]on|zero turn|big) )*(?:lawn ?mower|mower|lawn tractor)\b",
        r"\g<who> riding a ride on mower",
    ),
    (r"\bbarrel rac(?:er|ing)(?: girl| cowgirl| horse)?(?: (?:on|with) (?:an? )?(?:[a-z]+ )?horse)?\b", "barrel racer"),
    (r"\b(?P<sport>baseball|softball|football|hockey|motorcycle|bike)(?P<mid> (?:[a-z]+ )?(?:and|with) (?:an? )?)(?P<kit>glove|mitt|helmet)\b",
     lambda m: f"{m['sport']}{m['mid']}{m['sport'] if m['kit'].lower() == 'helmet' else 'baseball'} {'helmet' if m['kit'].lower() == 'helmet' else 'glove'}"),
    (r"(?P<before>\b(?:cow(?:boy|girl) boots|boots|guitar|banjo|horseshoes?|lasso|spurs|saddle)\b,? (?:and |with )?(?:an? )?)hat\b", r"\g<before>cowboy hat"),
    (r"(?P<before>\b(?:fishing (?:rod|pole)|flip flops|sunglasses|trowel|gardening gloves|picnic basket|beach bag|watering can)\b,? (?:and |with )(?:an? )?)(?:sun )?hat\b", r"\g<before>straw hat"),
    (
        r"\b(?P<sport>tennis|soccer|golf|rugby|cricket)(?P<mid> (?!balls?\b)[a-z]+(?: [a-z]+)*? (?:and|with) (?:an? )?(?:yellow |white )?)balls?\b",
        r"\g<sport>\g<mid>\g<sport> ball",
    ),
    (r"\b(?:daisy|rose|hibiscus|sunflower|poppy|flower) (?:behind|over|tucked behind) (?P<whose>her|his|its|one|an|the) ear\b", r"flower behind \g<whose> ear"),
    (r"^(?:the |an? )?(?P<on>crescent moon|moon|cloud) with an? (?P<does>sleeping|reading|fishing) (?P<who>[a-z]+)\b", r"\g<who> \g<does> on the \g<on>"),
    (r"\b(?:an? |one )?(?:ball of (?:yarn|wool)|(?:yarn|wool) ball),? (?:and|with) (?:(?:two|2|a pair of|some|crossed) )?(?:knitting )?needles\b", "yarn and needles"),
    (r"\b(?P<what>wrench|plunger|spanner|tap|faucet) and (?:an? )?(?:(?:water|lead|copper|plumbing) )?pipes?\b", r"\g<what> and plumbing pipes"),
    (r"\bdancing (?P<who>tacos?|avocados?|cact(?:us|i)|chil(?:l?i|es?)|burritos?|skeletons?|sloths?) (?:and|with|shaking) (?:two |some )?maracas\b", r"dancing \g<who> holding maracas"),
    (r"(?P<a>\b(?:yarn|wool|knitting)\b.*?)(?<!knitting )\bneedles?\b", r"\g<a>knitting needles"),
    (
        r"(?P<a>\b(?:scissors|sewing|needle|thread|thimble|seamstress|tailor|pins|buttons|fabric)\b.*?)(?<!soft )\b(?:measuring tape|tape measure)\b",
        r"\g<a>soft measuring tape",
    ),
    *COMPOUNDS,
    (
        r"\b(?P<shade>mint|sage|navy|emerald|mustard|lavender|lilac|peach|coral|cream|burgundy|turquoise|teal|maroon) (?:green|blue|yellow|purple|pink|orange|red|white)\b(?! and\b)",
        r"\g<shade>",
    ),
    (r"\b(?:home ?made|hand ?made|freshly baked|freshly picked|fresh baked|organic|delicious|yummy|locally grown|farm fresh) (?=[a-z])", ""),
    (r"^(?P<what>.*s) in rainbow colou?rs$", r"colourful \g<what>"),
    (r"\b(?P<ball>soccer|football)(?P<mid>(?: ball)? (?:and|with) (?:a pair of )?)boots\b", r"\g<ball>\g<mid>football boots"),
    (rf"^(?:an? )?tower of (?=(?:{NUMBER} )?[a-z]+s\b)", "stack of "),
    (r"(?<=[a-z]) (?:with|and) (?:its |some |the )?(?:seeds|pips)$", ""),
    (
        rf"^(?P<what>(?!.*\bpattern)[a-z]+(?: [a-z]+)?s) in (?P<n>{NUMBER}|different|many|all) (?:different )?(?:colou?rs|flavou?rs)$",
        lambda m: f"{m['n'] if m['n'].lower() in NUMBERS or m['n'].isdigit() else ''} colourful {m['what']}".strip(),
    ),
    (r"\b(?P<what>(?:baseball|softball|catcher['’]?s) (?:glove|mitt)) (?:with|and) (?:an? |the )?ball\b", r"\g<what>"),
    (rf"^(?P<what>{FLOWER_PLURAL}(?:,? (?:and )?{FLOWER_PLURAL})+) (?:bouquet|bunch)$", r"bouquet of \g<what>"),
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
    (r"\bpink wine\b", "rosé wine"),
    (r"\bmustard yellow\b", "mustard"),
    (
        r"\b(?:bird|robin|bird['’]?s|birds|robin['’]?s)(?: and)? nest with (?P<eggs>(?:[a-z]+ ){0,2}eggs)\b",
        r"\g<eggs> in a nest",
    ),
    (r"\bterrarium with (?:(?:an?|tiny|small|little|and|with|green|some) |,)*(?:ferns?|plants?|succulents?|moss|mushrooms?)(?:(?:,| and| with) (?:(?:an?|tiny|small|little|some|green) )*(?:ferns?|plants?|succulents?|moss|mushrooms?))*$", "terrarium"),
    (rf"\b(?:{NUMBER} )?(?P<what>cact(?:i|us(?:es)?)|succulents) in (?:[a-z]+ ){{0,2}}pots\b", lambda m: f"{'succulents' if m['what'].lower() == 'succulents' else 'cacti'} in pots"),
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
    (rf"\b{NUMBER}[- ](?=(?:leaf|leaved|legged|eyed|tier|tiered|layer|storey|story|wheeled|door|piece|masted|string)\b)", ""),
    (
        rf"\b(?P<n>{NUMBER}) {LITTLE} (?P<who>[a-z]+?)s? and (?:an?|the|their|one) {MOTHER} (?P=who)s?\b",
        r"mama \g<who> with \g<n> babies",
    ),
    (
        rf"\b(?:an? |the )?(?P<who>{MOTHER} [a-z]+) and (?:her |his |the )?(?P<n>{NUMBER} )?{LITTLE} [a-z]+s\b",
        r"\g<who> with \g<n>babies",
    ),
    (
        rf"\b(?:family of )?{NUMBER} (?P<who>[a-z]+s)\b(?P<does>(?: [a-z]+ing)?),?(?: family)?,? {MOTHER},? (?:and )?{MOTHER},? and (?P<n>{NUMBER} )?(?:bab(?:y|ies)|kids|cubs|little ones)\b",
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
    (rf"\b(?P<what>{FLOWER})s? bouquet in (?P<where>an? (?:mason |glass )?jar)\b", r"\g<what>s in \g<where>"),
    (r"\b(?P<what>mushroom|toadstool) (?P<where>forest|woods|grove|patch|garden)\b", r"\g<what>s in a \g<where>"),
    (
        r"\b(?P<when>sunset|sunrise),? (?:(?:with|and) )?palm trees?,? (?:(?:and|with) )?(?:an? )?(?P<who>surfer|surfer girl|surfer dude|surf girl)$",
        r"\g<when> with palm trees and a \g<who>",
    ),
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

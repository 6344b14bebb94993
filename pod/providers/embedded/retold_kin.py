"""What shoppers say of pets, people and families in a roundabout way, said plainly: rules for `retold`."""

from __future__ import annotations

from pod.providers.embedded.retold_kit import NUMBER, PETS, RIDES, Told

KIN_TOLD: tuple[tuple[str, Told], ...] = (
    (r"\b(?:dog |cat |pet |puppy )?(?:paw ?prints?|paws?) (?:under|and|with|on) (?:an? |the )?rainbow\b", "rainbow paw print"),
    (r"\b(?:crossing|over|on|at|across|by|under|walking over|waiting at|from|beyond) the rainbow bridge\b", "on a rainbow bridge"),
    (r"^rainbow bridge (?P<who>dog|cat|pet|puppy|kitten|rabbit|bunny|horse|memorial)\b", lambda m: "paw print on a rainbow bridge" if m["who"].lower() in ("pet", "memorial") else f"{m['who']} on a rainbow bridge"),
    (
        r"\b(?P<pet>(?:an? )?(?:[a-z]+ )?[a-z]+) (?:sitting |perched |standing )?on (?:an?|the|my|his|her|our) (?P<who>man|woman|girl|boy|pirate|lady|guy|dad|mum|mom|grandpa|grandma|witch|wizard|scarecrow|skeleton|zombie|robot|astronaut|knight|viking|gnome|santa|monk|nun|sailor|captain|farmer|gardener)['’]?s shoulder\b",
        r"\g<who> with \g<pet> on the shoulder",
    ),
    (
        r"\b(?P<who>(?:an? |old |young )*(?:man|woman|girl|boy|lady|guy|dad|mum|mom|grandpa|grandma|couple|kid)) (?:with|and) (?P<pet>(?:an? |her |his |their |two |three )?[a-z ]+?) on (?:an? )?(?:lead|leash|leads|leashes)\b",
        r"\g<who> walking \g<pet>",
    ),
    (
        r"\b(?P<on>skateboard|surf(?!er)|scooter|bmx|roller ?skate|rollerblade|snowboard|unicycle)(?:er|ing)? (?P<who>girl|boy|dude|kid|chick|grandma|grandpa|cat|dog)\b(?! (?:summer|vibes|gang))",
        lambda m: f"{m['who']} {RIDES[m['on'].lower().replace(' ', '')]}",
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
    (rf"\b(?P<who>(?:{PETS})) (?:head|headshot|head portrait|bust)(?=$|,| (?:with|wearing|in|and)\b)", r"\g<who> headshot"),
    (rf"\bhead (?:portrait )?of (?:an? |my |our |the )?(?P<who>(?:[a-z]+ )?{PETS})\b", r"\g<who> headshot"),
    (
        rf"\b(?P<n>(?:{NUMBER}|black|yellow|chocolate|brown|golden|my|our|fox red|silver) )lab(?P<s>s?)(?=$|,| (?:and|with|in|on|puppy|puppies|wearing|one|playing|running|at|dog|dogs|holding|sitting|sleeping)\b)",
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
)  # fmt: skip
"""Applied in order."""

"""What somebody does, said in a roundabout way, said plainly: rules for `retold`."""

from __future__ import annotations

from pod.providers.embedded.retold_kit import PLAINLY, SPORT_OF, Told, doing

ACTS_TOLD: tuple[tuple[str, Told], ...] = (
    (
        r"^(?P<a>(?:an? |the )?[a-z]+(?: (?!being|getting|is)[a-z]+)?) (?:being |getting |is )?chased by (?P<b>(?:an? |the |some |two |three )?[a-z]+(?: [a-z]+)?)$",
        r"\g<b> chasing \g<a>",
    ),
    (
        r"\bteaching (?P<who>(?:(?:his|her|a|the|some) )?(?:(?:little|baby|young) )?[a-z]+) (?:how )?to (?P<does>fish|cook|paint|draw|ski|surf|knit|read|dance|skate|garden|swim|sew|cycle|play [a-z]+(?: [a-z]+)?|bake(?: [a-z]+)?)\b",
        lambda m: f"and {m['who']} {doing(m['does'])}",
    ),
    (r"(?P<does>\bplaying (?:cards|poker|chess|checkers|dominoes|bridge|snap)) (?:around|at|round|on) (?:an?|the) (?:[a-z]+ )?table\b", r"\g<does>"),
    (r"\b(?P<with>an? |the |her |his )tray of (?P<what>[a-z]+)", r"\g<with>tray with \g<what>"),
    (r"\b(?:roping|lassoing) (?=an? |the )", "with a lasso and "),
    (r"\bmowing (?:the |a |his |her )?(?:lawn|grass)(?: with (?:an? )?(?:push |lawn )?mower)?\b", "pushing a lawn mower"),
    (r"\b(?:running|doing|in|having) an? (?:relay race|relay|marathon|sack race|race)\b(?! (?:cars?|tracks?|day|horses?|boat|suit|helmet|team)\b)|\bdoing (?:a )?relay\b", "running"),
    (r"^(?:an? |the )?mountain bik(?:ing|er)(?: (?:trail|track|adventure|life|day))?(?=$|[,.;]| [\"“'‘])", "man riding a mountain bike down a trail"),
    (r"\bstar[- ]?gazing (?P<who>couple|family|boy|girl|cat|dog|fox|kids)\b", r"\g<who> under the stars"),
    (r"\b(?:(?P<when>sunset|sunrise) )?(?P<where>beach|mountain|garden) (?:wedding|bridal) couple\b", lambda m: f"bride and groom at the {m['where']}" + (f" at {m['when']}" if m["when"] else "")),
    (r"\b(?:wedding|bridal) couple\b|\bcouple getting married\b", "bride and groom"),
    (r"^(?:stand ?up )?paddle ?boarding\b", "woman paddle boarding"),
    (r"^(?P<what>kayaking|canoeing|hiking|skiing|snowboarding|rowing|snorkel(?:l)?ing|scuba diving|rock climbing|horseback riding|rafting|sledding|ice skating)(?= (?:in|on|at|down|through|along|up|across|around|with my|with his|with her)\b)", r"man \g<what>"),
    (r"\b(?P<who>cowboy|cowgirl|cowboys) riding (?P<where>(?:off )?(?:into|in|through|across|at|past))\b", r"\g<who> riding a horse \g<where>"),
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
        lambda m: f"{PLAINLY.get(m['who'].lower(), m['who'])} {SPORT_OF[m['how'].lower()]}",
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
)  # fmt: skip
"""Applied in order."""

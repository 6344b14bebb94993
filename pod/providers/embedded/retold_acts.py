"""What somebody does, said in a roundabout way, said plainly: rules for `retold`."""

from __future__ import annotations

from pod.providers.embedded.retold_kit import PLAINLY, SPORT_OF, Told, doing

_SPORTSMAN = (
    r"(?:(?:ice )?hockey|lacrosse|tennis|badminton|cricket|baseball|softball|basketball|soccer|football|volleyball|rugby|golf|pickleball|table tennis) player"
    r"|golfer|batter|goalie|goalkeeper|pitcher|archer|quarterback"
)
_KIT = (
    r"(?:hockey |tennis |baseball |golf |lacrosse |rugby |soccer |cricket |big |puck and )?"
    r"(?:stick|bat|racket|racquet|ball|club|glove|mitt|puck|paddle|football|basketball|volleyball|bow|bow and arrow)"
)
"""What a sportsman has in hand anyway."""

ACTS_TOLD: tuple[tuple[str, Told], ...] = (
    (r"\b(?:female|woman|lady|girl) boxer\b(?! (?:dog|puppy|shorts))", "woman boxing"),
    (r"\b(?:male|man|boy) boxer\b(?! (?:dog|puppy|shorts))", "man boxing"),
    (r"^(?:an? )?horse rac(?:ing|e) jockey$|^jockey (?:horse )?racing$", "jockey"),
    (r"\bbusiness (?P<who>woman|man)\b", r"business\g<who>"),
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
    (
        r"\bboxer(?= (?:throwing|punching|in (?:the|a) (?:boxing )?ring|training|jabbing|fighting|boxing|with (?:red |his |her |two )?(?:boxing )?gloves\b))(?: throwing (?:an? |the )?(?:right |left )?(?:punch|hook|jab|uppercut)(?:es|s)?| punching| jabbing| fighting| boxing)?",
        "man boxing",
    ),
    (r"\bthrowing (?:an? |the )?(?:right |left )?(?:punch(?:es)?|hook|jab|uppercut)\b", "boxing"),
    (r"\bcricket (?:batsman|batter|player|bowler|fielder|boy|man)\b", "cricketer"),
    (r"\b(?:hitting|smashing|scoring|hits|scores) (?:an? |the )(?:six|four|home ?run|boundary|ball out of the park)\b", "batting"),
    (r"^(?:an? )?(?:karate|judo|taekwondo|kung fu|martial arts|kick ?boxing) (?:high |flying |side )?(?:kick|throw|chop|move|pose|stance)s?$", "karateka kicking high"),
    (r"\b(?P<who>girl|boy|woman|man|kid|lady|guy|teen|grandma|grandpa) (?:doing (?:an? )?|does )?(?:karate|judo|taekwondo|kung fu|martial arts)(?: kick(?:ing|s)?| moves?)?$", r"\g<who> kicking high in a karate gi"),
    (r"\b(?:doing|landing|pulling|doing some) (?:an? |the |some )?(?:kick ?flip|ollie|heel ?flip|grind|skateboard trick|sick trick|trick on (?:an? |his |her )?skateboard)s?\b", "jumping"),
    (r"\bplaying basketball (?:slam )?dunk(?:ing)?\b|\b(?:doing|making) an? (?:basketball |slam )?dunk\b|\bbasketball (?:slam )?dunk$", "dunking"),
    (r"^(?:an? )?(?:volleyball|beach volleyball) (?:spike|serve|smash)$", "volleyball player"),
    (r"^(?:an? )?(?:soccer|football) (?:kick|strike)$", "soccer player"),
    (r"^(?:an? )?(?P<sport>rugby|badminton|tennis|cricket) (?:tackle|try|smash|serve|shot|forehand|backhand)$", r"\g<sport> player"),
    (r"\bdiving in(?:to)? (?:an? |the )?(?:swimming )?pool\b", "diving into the pool"),
    (r"\b(?P<who>skier|skiing|snowboarder|snowboarding)(?: going| racing| coming| heading)? (?:downhill|down (?:an? |the )?(?:snowy |steep |big )?(?:hill|mountain|slope|mountainside|piste)s?)\b", r"\g<who> in the mountains"),
    (r"\b(?:cross[- ]country|nordic|alpine|downhill) ski(?P<end>er|ing)\b", r"ski\g<end>"),
    (r"\bhik(?P<end>er|ers|ing) (?:on|at|to|up) (?:the |a )?(?:top of )?(?:the |a )?(?:mountain|mountains|mountain ?top|summit|peak)\b(?! goat)", r"hik\g<end> in the mountains"),
    (r"^(?:an? )?(?:golf|tennis|baseball) swing$", lambda m: f"{m[0].split()[-2]} player"),
    (
        r"^(?P<does>rock climbing|bouldering|figure skating|skateboarding|surfing|running|hiking|kayaking|skiing|snowboarding|ice skating|roller skating|boxing|swimming|dancing|archery|biking|cycling|golfing|weightlifting) (?P<who>girl|boy|woman|lady|chick|mom|mum|dad|grandma|grandpa|dude|guy|man|kid|couple|babe)$",
        lambda m: f"{PLAINLY.get(m['who'].lower(), m['who'])} {m['does'].replace('figure', 'ice')}",
    ),
    (r"\bdoing (?:zumba|aerobics|jazzercise|hip hop|ballroom)\b", "dancing"),
    (r"\bdoing (?:pilates|stretches|sun salutations?)\b", "doing yoga"),
    (r"\bdoing (?:squats|deadlifts|crossfit|bicep curls|weights|a workout)\b", "lifting weights"),
    (r"\b(?:doing|swimming) (?:the )?(?:butterfly|breaststroke|backstroke|freestyle|laps)\b(?! tattoo)", "swimming"),
    (r"^(?:an? )?horse jumping (?:with|and) (?:an? )?(?:rider|girl|woman|jockey)$", "show jumper"),
    (r"^(?P<who>(?:an? )?(?:[a-z]+ )?(?:trombone|trumpet|saxophone|sax|clarinet|bass|guitar|piano|drum|banjo|violin|flute) player) (?:jazz|blues|rock|folk|soul|funk)$", r"\g<who>"),
    (r"\b(?:saving|rescuing) (?P<a>an? |the |some )(?P<what>(?:tiny |little |baby |orange |black |grey )?(?:cat|kitten|dog|puppy|baby|duck|duckling|bird|koala))\b", r"holding \g<a>\g<what>"),
    (r"\b(?:rock|metal|heavy metal|punk|jazz|blues|country|indie) (?P<who>drummer|guitarist|bassist|singer|pianist|saxophonist)\b", r"\g<who>"),
    (r"\b(?P<who>trucker|truck driver|bus driver|taxi driver|train driver|tractor driver|pilot|biker) (?:and|with|driving|in) (?:an? |his |her |the )(?:big |old |semi |red )?(?:truck|rig|semi|lorry|bus|school bus|taxi|cab|train|plane|motorcycle|bike)$", r"\g<who>"),
    (r"\b(?P<who>tattoo artist|barber|nurse|doctor|mechanic|welder|carpenter|potter|baker|chef|barista|farmer|vet|dentist|florist|hairdresser|plumber|electrician|beekeeper|artist|painter|blacksmith|photographer|tailor|seamstress|butcher) at work$", r"\g<who>"),
    (r"\bpotter at (?:the|a|her|his) (?:potter'?s )?wheel$", "potter making pottery"),
    (
        rf"\b(?P<who>{_SPORTSMAN}) (?:with|holding|and) (?:an? |his |her |the )?{_KIT}s?$",
        r"\g<who>",
    ),
    (r"^(?:golf|golfing) (?P<who>lady|girl|woman|grandma|grandpa|man|guy|boy|kid)$", lambda m: f"{PLAINLY.get(m['who'].lower(), m['who'])} playing golf"),
    (r"^(?:karate|judo|taekwondo) (?:kid|boy)$", "boy kicking high in a karate gi"),
    (r"\bballerina (?:pirouett(?:e|ing)|twirl(?:ing)?|spin(?:ning)?|en pointe|on her toes|on pointe)\b", "ballerina dancing"),
    (r"\bice climb(?P<end>er|ing)\b", r"rock climb\g<end>"),
    (r"^(?:a )?(?:relay race|relay runners?|track star|track runner|cross country runner|track and field runner)$", "runner"),
    (r"\b(?:hurdler|hurdle runner) (?:jumping|leaping|running|clearing)(?: over)? (?:the |a )?hurdles?$", "hurdler"),
    (r"\bcapoeira\b(?! (?:club|academy|school))", "karateka kicking high"),
    (
        r"\b(?:(?P<a>pickleball|ping pong|table tennis) (?:paddle|bat)s?(?: (?:and|with) (?:an? )?(?:pickle)?balls?)? crossed|crossed (?P<b>pickleball|ping pong|table tennis) (?:paddle|bat)s? (?:and|with) (?:an? )?(?:pickle)?balls?)\b",
        lambda m: f"crossed {'pickleball' if (m['a'] or m['b']).lower() == 'pickleball' else 'ping pong'} paddles with a ball",
    ),
    (r"^(?:an? )?(?:motocross|dirt ?bike|supercross|mx|moto) (?:rider|racer|boy|guy)(?: (?:jumping|doing a jump|in the air|doing a trick|doing a wheelie|riding))?$", "man jumping on a motorcycle"),
    (r"^(?:an? )?(?:motocross|dirt ?bike|moto|mx) (?P<who>girl|kid|dad|mom|woman)(?: jumping)?$", r"\g<who> jumping on a motorcycle"),
    (r"^(?:an? )?rider riding an? dirt bike(?: jumping)?$", "man jumping on a motorcycle"),
    (r"\b(?P<who>rock climber|climber|(?:girl|woman|man|boy|lady|guy) rock climbing) (?:on|up|climbing) (?:an? |the )?(?:steep |big |rocky |high )?(?:cliff|mountain|wall|rock|rock face|climbing wall|boulder)$", lambda m: m["who"] if "rock" in m["who"] else f"rock {m['who']}"),
    (r"\b(?P<who>girl|woman|man|boy|lady|guy|kid|dad|mom) climbing (?:an? |the )?(?:steep |big |rocky |high )?(?:cliff|rock face|climbing wall|boulder)$", r"\g<who> rock climbing"),
    (r"^(?P<sport>ice hockey|beach volleyball|hockey|softball|baseball|basketball|volleyball|soccer|tennis|rugby|lacrosse|cricket|football|badminton) (?P<who>girl|boy|kid|woman|lady|dude|guy|grandma|grandpa)$", lambda m: f"{PLAINLY.get(m['who'].lower(), m['who'])} playing {m['sport']}"),
    (r"\bpizza (?:chef|guy|man|maker|cook)(?: (?:tossing|throwing|spinning) (?:an? |the |his |some )?(?:pizza )?(?:dough|pizza|pie))?$", "chef tossing pizza"),
    (r"\b(?P<who>girl|boy|woman|man|lady|guy|kid|dad|mom|mum|grandpa|grandma|couple) (?:mountain |road |bmx )?(?:biking|cycling)\b", r"\g<who> riding a bicycle"),
    (r"^(?:track|track and field|cross country) (?P<who>girl|boy|kid|star|athlete)$", lambda m: f"{m['who'] if m['who'].lower() in ('girl', 'boy', 'kid') else 'woman'} running"),
    (r"^wrestling (?:kid|boy|girl|man|guy)$", "wrestler"),
    (
        r"^(?P<how>(?:retro |vintage |80s )?)(?P<who>surfer|skier|skateboarder|snowboarder|runner|cyclist|hiker|rock climber|golfer|fisherman|kayaker|cowboy|bigfoot|yeti) (?P<when>sunset|sunrise)$",
        r"\g<how>\g<who> at \g<when>",
    ),
    (r"\broller disco (?P<who>girl|boy|woman|mom|man)\b", r"\g<who> roller skating"),
    (
        r"\b(?:riding|on) (?:an? |her |his )?(?:vintage |old |red )?(?:bike|bicycle) with (?:an? )?(?:flowers|basket of flowers|flower basket|flowers in the basket|basket full of flowers)\b",
        "riding a flower basket bike",
    ),
    (r"\b(?:carrying|holding) (?:an? |his |her |their |its )?(?P<what>surfboard|skateboard|snowboard)\b", r"riding a \g<what>"),
    (r"\byoga (?P<who>girl|woman|lady|man|guy|mom|mum|grandma|grandpa|boy|kid|dude|couple)\b(?! doing )", lambda m: f"{PLAINLY.get(m['who'].lower(), m['who'])} doing yoga"),
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

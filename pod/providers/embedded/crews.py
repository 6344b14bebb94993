"""Crews, clubs, bands and families said as the people who are in them: “nurse team” are three nurses, a book club reads."""

from __future__ import annotations

import re
from collections.abc import Callable

from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.characters.trades import CALLED
from pod.providers.embedded.kindred import at_home
from pod.providers.embedded.words import NUMBERS

_CREW = r"(?:team|squad|crew|gang|club|group|society|class|besties|buddies)(?: of (?:little |young )?(?:girls|kids|boys|children|women|men))?"
_NO_PEOPLE = (
    r"(?! (?:logo|badge|sign|emblem|crest|mascot|poster|banner|shirts?|jersey|room|house|building|photo|gift|spirit|life|captain"
    r"|chicken|sandwich|music|poster|called|named|of|\d))"
)
"""After a crew: what shows its mark and nobody of it."""

_NO_MARK = r"(?! with (?:an?|the|crossed|two) (?!trophy|cup|medal|ball|flag)\b)"
"""What a crew is with that is its mark: “fishing club with a trout”; a trophy they hold."""

_GOES_ON = r"(?=$|,? (?:est\.?|established|since) \d{4}| (?:with|on|in|at|by|from|under|around|near|and|[a-z]+ing)\b)"
"""Where the name of a crew ends; of a “chess club knight” the knight is the picture."""

_AT_IT = {
    "soccer": "soccer players",
    "baseball": "baseball players",
    "softball": "softball players",
    "basketball": "basketball players",
    "volleyball": "volleyball players",
    "tennis": "tennis players",
    "pickleball": "pickleball players",
    "hockey": "hockey players",
    "cheer": "cheerleaders",
    "golf": "golfers",
    "fire": "firefighters",
    "construction": "construction workers",
    "hiking": "hikers",
    "cycling": "women riding bicycles",
    "running": "women running",
    "run": "women running",
    "yoga": "women doing yoga",
    "dance": "women dancing",
    "book": "women reading books",
    "wine": "women drinking wine",
    "coffee": "women drinking coffee",
    "knitting": "women knitting",
    "fishing": "men fishing",
    "gardening": "gardeners",
    "garden": "gardeners",
    "skiing": "skiers",
    "ski": "skiers",
    "surf": "surfers",
    "surfing": "surfers",
    "chess": "men playing chess",
    "camping": "friends camping",
    "nursing": "nurses",
    "crossfit": "women lifting weights",
    "roller derby": "roller skaters",
    "cleaning": "janitors",
    "road": "road workers",
    "motorcycle": "bikers",
    "skate": "skateboarders",
    "ballet": "ballerinas",
    "karate": "karatekas",
    "rowing": "women in a rowing boat",
    "cooking": "chefs",
    "sewing": "women sewing",
    "quilting": "women sewing",
    "painting": "women painting a picture",
    "swim": "a woman swimming",
    **dict.fromkeys(
        tuple(
            f"{where}{swim}"
            for where in ("", "wild ", "open water ", "cold water ", "sea ", "outdoor ", "winter ", "ice ")
            for swim in ("swimming", "swimmers")
        ),
        "a woman swimming",
    ),
    "track": "runners",
    "cross country": "runners",
    "search and rescue": "paramedics",
    "medical": "doctors",
    "kitchen": "chefs",
    "cousin": "kids",
    "cousins": "kids",
    "sister": "women",
    "mom": "women",
    "dad": "men",
    "grandma": "grandmas",
    "drinking": "friends drinking beer",
    "wine tasting": "women drinking wine",
}
"""What a crew is for → who is in it and what they do."""

_BANDS = {
    "jazz": "jazz musicians",
    "blues": "jazz musicians",
    "brass": "trumpeters",
    "marching": "trumpeters",
    "rock": "rockers",
    "garage": "rockers",
    "punk": "rockers",
    "metal": "rockers",
    "country": "guitar players",
    "bluegrass": "banjoists",
    "folk": "banjoists",
    "mariachi": "guitar players",
}
"""What a band plays → who is first in it; what the others play is in `_BAND_PLAYS` of the duos."""

_ALONE_THERE = (
    r"(?:kayaking|canoeing|skiing|snowboarding|surfing|paddleboarding|cycling|fishing|hiking|skateboarding|sailing|snorkeling|sledding"
    r"|gardening|knitting|painting|stargazing|birdwatching|jogging|backpacking|swimming|rock climbing)"
)
"""What a sentence may begin with that says of nobody that they do it."""

_WHOSE = rf"(?P<for>{'|'.join(sorted((*_AT_IT, *CALLED), key=len, reverse=True))})s?"
_NUMBER = rf"(?:{'|'.join(sorted(NUMBERS))}|[2-6])"
_PARENT = r"(?:mom|mum|mama|mommy|mother|dad|daddy|papa|father|grandma|grandpa|nana|granny|grandad|grandmother|grandfather|teacher|coach)"
_DRAWN_AS = {
    **dict.fromkeys(("mom", "mum", "mama", "mommy", "wife", "aunt", "lady", "chick", "babe"), "woman"),
    **dict.fromkeys(("dad", "daddy", "papa", "husband", "uncle", "guy", "dude"), "man"),
    **dict.fromkeys(("grandma", "nana", "granny"), "grandma"),
    **dict.fromkeys(("grandpa", "grandad", "gramps"), "grandpa"),
    "girl": "girl",
    "boy": "boy",
}
"""A relative after a trade → who is drawn at it."""

_KIDS = r"(?:kids|children|sons|daughters|boys|girls|grandkids|grandchildren|granddaughters|grandsons|little girls|little boys|students)"
_RIDERS = (
    rf"(?:(?:happy|little|some|{_NUMBER}) )*(?:kids|children|students|people|friends|girls|boys|women|men|grandparents)"
)
_CARRIER = r"(?:(?:[a-z]+ ){0,3})(?:bus|van|car|jeep|minivan|pickup|train|boat|canoe|kayak|rowboat|sailboat|speedboat|sleigh|wagon|sled|rocket|rv|camper|motorhome)"
_ACTS = r"(?:camping|hiking|fishing|skiing|sledding|biking|cycling|running|reading|gardening|roasting|dancing|riding|walking|surfing|swimming|kayaking|canoeing|picnicking|cooking|baking|building|decorating|playing|watching|sitting)"


def _crew(match: re.Match[str]) -> str:
    named = match["for"].lower()
    who = _AT_IT.get(named) or _several(CALLED[named].name)
    doing = match["doing"] or ""
    if who.startswith("a "):  # a row of whom would be all water
        return f"{who}{doing}"
    if doing and " " in who and not who.startswith(named):  # a club that does something else than read
        who = who.split()[0]
    return f"three {who}{doing}"


def _several(trade: str) -> str:
    return f"{trade.removesuffix('man')}men" if trade.endswith("man") else f"{trade}s"


def _band(match: re.Match[str]) -> str:
    where = f" in {match['where'].strip()}" if match["where"] else ""
    return f"three {_BANDS[match['plays'].lower()]} in a band{where}"


def _trip(match: re.Match[str]) -> str:
    who = {"guys": "men", "boys": "men"}.get(match["who"].lower(), "women")
    return f"three {who} at {match['where']}"


def _relative(match: re.Match[str]) -> str:
    """“nurse mom” is a woman who is one."""
    return f"a {_DRAWN_AS[match['who'].lower()]} {match['trade']}"


def _family(match: re.Match[str]) -> str:
    number = (match["n"] or "four").lower()
    kids = {"three": "a boy", "3": "a boy", "five": "three kids", "5": "three kids"}.get(number, "two kids")
    return f"a couple with {kids} {match['does']}"


def _young_player(match: re.Match[str]) -> str:
    who = {"girl": "girl"}.get(match["who"].lower(), "boy")
    return f"a {who} {match['sport']} player"


_LOVED = {
    "gardening": "gardening",
    "fishing": "fishing",
    "knitting": "knitting",
    "reading": "reading a book",
    "books": "reading a book",
    "to read": "reading a book",
    "painting": "painting",
    "golf": "golfing",
    "golfing": "golfing",
    "yoga": "doing yoga",
    "cycling": "riding a bicycle",
    "sewing": "sewing",
    "hiking": "hiking",
    "kayaking": "kayaking",
    "skiing": "skiing",
    "surfing": "surfing",
    "skateboarding": "skateboarding",
    "running": "running",
    "dancing": "dancing",
    "chess": "playing chess",
    "guitar": "playing the guitar",
    **{game: f"playing {game}" for game in ("tennis", "soccer", "basketball", "baseball", "pickleball", "piano")},
    "photography": "holding a camera",
    "gaming": "playing video games",
}
"""What somebody loves to do → what they are shown doing."""

_KIND = r"(?P<kin>mom|mum|mama|mommy|mother|dad|daddy|papa|father|grandma|grandpa|nana|nan|nanny|nanna|gran|nonna|granny|grandad|grandmother|grandfather|aunt|auntie|uncle|sister|brother|husband|wife|daughter|son|niece|nephew|girlfriend|boyfriend)"
_WHOSE_KIN = rf"(?:my|our|a) (?:(?:dear|lovely|sweet|little|big|best|old) )?{_KIND}"
_HOBBY = "|".join(sorted(_LOVED, key=len, reverse=True))


def _fond(match: re.Match[str]) -> str:
    """“for my grandma who loves gardening” shows her at it."""
    loved = match["loved"].lower()
    return f"a {match['kin']} {_LOVED.get(loved, loved)}"


def _players(match: re.Match[str]) -> str:
    of_girls = match["who"].lower() in ("girls", "ladies", "women", "womens")
    return f"three {'girl ' if of_girls else ''}{match['sport']} players"


_INSTRUMENT = r"(?:saxophone|sax|double bass|bass|drums|drum|piano|trumpet|guitar|trombone|clarinet|banjo|fiddle|violin|accordion|microphone|singer|keyboard)s?"

_MET_AT = {
    "bonfire": "around a campfire",
    "campfire": "around a campfire",
    "fire pit": "around a campfire",
    "barbecue": "with a grill",
    "bbq": "with a grill",
    "cookout": "with a grill",
    "picnic": "having a picnic",
}


def _met(match: re.Match[str]) -> str:
    """“beach bonfire with friends” shows them there."""
    who = "a couple with two kids" if match["who"].lower() == "family" else "three friends"
    place = {"beach ": " at the beach", "backyard ": " in the garden"}.get((match["where"] or "").lower(), "")
    return f"{who} {_MET_AT[match['at'].lower()]}{place}"


def _animal_player(match: re.Match[str]) -> str:
    """“ice hockey cat” is a cat that plays it."""
    return f"a {match['who']} {_PLAYERS.get(match['sport'].lower()) or match['sport'] + ' player'}"


_PLAYERS = {"golf": "golfer", "ice hockey": "hockey player", "ping pong": "table tennis player"}
_ANIMALS = [name for name, one in SPECIES.items() if one.arms != "sleeve" and one.body != "ghost"]

_Told = str | Callable[[re.Match[str]], str]

_TRADE = rf"(?P<trade>{'|'.join(sorted(CALLED, key=len, reverse=True))})"
_ANIMAL = rf"(?P<who>{'|'.join(sorted(_ANIMALS, key=len, reverse=True))})"
_TRADE_TOO = _TRADE.replace("<trade>", "<trade_too>")
_SPOT = r"(?P<where>(?:[a-z]+ )?(?:cave|forest|mountain|desert|jungle|arctic|beach|prairie|city|country))"
_OF_A_SAYING = r"(?! (?:and|who|loves|life|mode|fuel|jokes|to be|of)\b)"
_OURS = r"(?:an? |the |my |our |proud |cool |best |happy |cute )*"
_ABROAD = r"(?P<where>[a-z ]+ (?:park|mountains?|beach|canyon|lake|trail|island|alps))"
_THERE = r"(?:in|on|at|down|through|under|near|along|over|across|by)\b"
_OFF = r"(?P<who>girls|ladies|guys|boys|sisters|besties|friends)['’]?s?"
_TRIP = r"(?:road )?(?:trip|weekend|getaway|vacation|night out)(?: to| at| in| on| by)"
_WINDOW = r"(?P<window>(?:[a-z]+ )?window)"
_WHO = r"(?P<who>(?:an? |two |the )?(?:[a-z]+ )?[a-z]+)"
_SPORTS = "soccer|hockey|baseball|basketball|football|tennis|softball|volleyball|pickleball"
_PLACE = (
    r"(?P<where>(?:an? |the )?[a-z ]*?(?:forest|woods|park|trail|beach|lake|mountains?|rink|street|field|meadow|canyon|desert|garden"
    r"|vineyard|river|road|farm|jungle|valley|island|snow|pond|cafe|library|city|waterfall|village|greenhouse|kitchen|gym|garage|workshop|classroom|bar|pub|studio|bakery|stage|patch|orchard|aquarium|zoo))"
)
_SOMEBODY = (
    rf"(?P<who>(?:an? |{_NUMBER} |some )?(?:tiny |little |young |old |small )?(?:group of )?"
    r"(?:hikers?|couple|girls?|boys?|woman|women|man|men|kids|children|friends|family|surfers?|skiers?|campers?|cyclists?|fisherman|runners?|lady|ladies|mom|dad|grandma|grandpa))\b"
)
_OCCASIONS = "oktoberfest|christmas|halloween|beach|wedding|ski|winter|summer|autumn|spring|holiday|western|country|farm|boho|hippie|retro|vintage"
_DRINKS = "(?:wine|beers?|cocktails?|margaritas?|champagne|prosecco|tequila|whiskey)"
_READING = r"(?:reading|telling) (?:an? |the )?(?:bedtime )?(?:story|stories|books?|fairy tales?)"
_LITTLE_ONES = rf"(?P<kids>(?:{_NUMBER} )?(?:little )?{_KIDS})"
_OUT_THERE = r"(?P<who>hikers?|campers?|surfers?|skiers?|climbers?|kayakers?)"

_RULES: tuple[tuple[str, _Told], ...] = (
    (
        r"\b(?P<of>(?:with|and|carrying|hugging|holding|teaching) (?:his|her|their)) (?:(?:little|young|small|tiny) )+(?=(?:grand)?(?:sons?|daughters?|girls?|boys?|kids?|brother|sister|children)\b)",
        r"\g<of> ",
    ),
    (rf"(?P<before>\b{_PARENT} (?:[a-z ]*?)(?:to|with|and) )(?:her |his |the )?twins\b", r"\g<before>two kids"),
    (
        rf"^(?:an? )?(?:[a-z-]+ ){{0,3}}(?:for )?{_WHOSE_KIN} (?:who|that) (?:really |just )?(?:loves|likes|enjoys|adores|is into|is obsessed with) (?:to (?:play )?|going |playing )?(?P<loved>{_HOBBY}|(?!anything|nothing|everything|something)[a-z]+ing)\b",
        _fond,
    ),
    (
        rf"^{_OURS}{_WHOSE} {_CREW}\b{_NO_PEOPLE}{_GOES_ON}{_NO_MARK}(?P<doing> [a-z]+ing\b)?",
        _crew,
    ),
    (rf"^for (?={_WHOSE_KIN} (?:who|that) (?:really )?(?:loves|likes|enjoys)\b)", "gift for "),
    (rf"^{_OURS}{_TRADE} (?P<who>{'|'.join(_DRAWN_AS)})\b(?:{_OF_A_SAYING}|(?= and (?:his|her)\b))", _relative),
    (
        rf"^{_OURS}(?P<where>new orleans |nashville |street )?(?P<plays>{'|'.join(_BANDS)}) (?:band|trio|quartet|combo)(?: with (?:an? )?(?:{_INSTRUMENT})(?:(?:,| and|, and) (?:an? )?(?:{_INSTRUMENT}))*)?\b{_NO_PEOPLE}{_GOES_ON}{_NO_MARK}",
        _band,
    ),
    (rf"^{_OURS}{_OFF} {_TRIP} (?P<where>the [a-z]+|[a-z]+(?: [a-z]+)?)(?= with\b|$)", _trip),
    (
        rf"\b(?P<who>{_PARENT}) {_READING} to (?:her |his |the )?{_LITTLE_ONES}\b",
        r"\g<who> with \g<kids> reading a book",
    ),
    (rf"^{_OURS}dog walker with (?P<n>(?:{_NUMBER} )?dogs)\b", r"a woman walking \g<n>"),
    (rf"^yoga with (?:my |the |two |three )?{_ANIMAL}s\b", r"two \g<who>s doing yoga"),
    (rf"^{_OURS}(?:mr and mrs )?{_ANIMAL}s? (?:wedding|newlyweds)\b", r"two \g<who>s getting married"),
    (rf"^{_OURS}yoga (?:teacher|instructor)\b", "a woman doing yoga"),
    (
        rf"^(?:an? )?(?P<stand>(?:lemonade|ice cream|hot dog|fruit|coffee) (?:stand|stall|cart)) with {_SOMEBODY}$",
        r"\g<who> at a \g<stand>",
    ),
    (
        r"\b(?P<does>stargazing|sunbathing|birdwatching|snowboarding|snorkeling) (?P<who>couple|family|friends|girls|boys)\b",
        r"\g<who> \g<does>",
    ),
    (r"\b(?:hospital|school|er|icu|labor and delivery|pediatric|travel|night shift) nurse (?=with\b)", "nurse "),
    (
        rf"^{_OURS}{_TRADE} (?P<where>(?:in|at) (?:an? |the )?(?:kitchen|library|garage|workshop|bakery|classroom|garden|bookshop|cafe|studio)) with (?P<what>(?:an? |two |three )[a-z ]+)$",
        r"\g<trade> with \g<what> \g<where>",
    ),
    (rf"^{_PLACE} with {_SOMEBODY}(?P<rest>.*)$", r"\g<who>\g<rest> in \g<where>"),
    (rf"\b(?:an? )?(?:female|lady|woman) {_TRADE}\b", r"a woman \g<trade>"),
    (rf"\b(?:an? )?(?:male|man) {_TRADE}\b", r"a man \g<trade>"),
    (rf"^{_OURS}{_TRADE}(?= [^,.]*\bher\b)(?! (?:loves|who))", r"a woman \g<trade>"),
    (rf"^{_OURS}{_TRADE}(?= [^,.]*\bhis\b)(?! (?:loves|who))", r"a man \g<trade>"),
    (
        r"\bgraduation (?P<who>girl|boy|woman|man|guy|lady|student|dog|cat|bear|owl)\b",
        lambda m: f"{m['who']} in a graduation cap",
    ),
    (
        r"(?P<before>\bgraduat(?:ion|e|es|ing|ed)\b[^,.]*?(?<!graduation) )(?:an? |her |his |the )?(?:cap|hat)\b(?! and gown)",
        r"\g<before>graduation cap",
    ),
    (rf"^{_OURS}(?P<sport>{_SPORTS}) (?P<who>kid|boy|girl)\b", _young_player),
    (
        rf"^{_OURS}(?P<who>girls|boys|ladies|women|mens|womens|kids|youth)['’]?s? (?P<sport>{_SPORTS}) (?:team|squad)\b{_NO_PEOPLE}",
        _players,
    ),
    (
        r"\b(?:marching|school|jazz|rock|brass) band (?P<who>drummer|trumpeter|guitarist|singer|trombonist)\b",
        r"\g<who>",
    ),
    (rf"^{_OURS}dog walking (?:group|club|crew|squad)\b{_NO_PEOPLE}", "two women walking dogs"),
    (
        rf"\b(?P<who>{_PARENT}) teaching (?:his |her |a |the |their )?(?:little )?(?P<kid>daughter|son|boy|girl|kid) (?:how )?to (?:ride|riding) a (?P<on>bike|bicycle|skateboard|scooter|horse)\b",
        r"\g<kid> riding a \g<on> with \g<who>",
    ),
    (
        rf"^{_OURS}(?P<sport>{_SPORTS}|ice hockey|golf|ping pong|table tennis|rugby|lacrosse) {_ANIMAL}\b{_OF_A_SAYING}",
        _animal_player,
    ),
    (rf"^(?:{_NUMBER}) generations of (?P<who>fishermen)\b", r"three \g<who>"),
    (rf"^{_OURS}barbershop quartet\b", "four men with microphones"),
    (rf"^(?!{_TRADE}\b){_SPOT} {_TRADE_TOO}\b", r"\g<trade_too> in a \g<where>"),
    (
        rf"^{_OURS}family (?:road )?(?:trip|vacation) in (?P<in>(?:an? |the |our )?{_CARRIER})\b",
        r"a couple with two kids in \g<in>",
    ),
    (
        rf"^(?P<how>{_OCCASIONS}) (?P<who>couple|friends|sisters|brothers|girls|kids|family)(?P<rest> (?:with|{_THERE}).+)$",
        r"\g<who>\g<rest>, \g<how>",
    ),
    (rf"^{_OURS}(?P<sport>{_SPORTS}) (?:team )?(?P<who>girls|boys|kids|guys|players)\b", _players),
    (rf"^{_OURS}family (?=(?:at|on|in|by) (?:the|a|our) (?!{_CARRIER}\b))", "a couple with two kids "),
    (
        r"^(?P<one>mother|mom|father|dad)[- ](?P<other>daughter|son)\b(?: (?P<does>[a-z]+ing) trip)?",
        r"\g<one> and \g<other> \g<does>",
    ),
    (rf"\b(?:sisters|girls)\b(?=[^,.]* {_DRINKS}\b)", "women"),
    (rf"\b(?:brothers|boys)\b(?=[^,.]* {_DRINKS}\b)", "men"),
    (r"^(?:an? |the )?band playing\b", "three rockers in a band"),
    (rf"^(?:an? |the )?(?:church |gospel )?choir\b{_NO_PEOPLE}", "four singers"),
    (rf"^(?:an? |the )?wedding(?: party| couple)?(?= {_THERE})", "bride and groom"),
    (rf"^mountain biking\b(?= {_THERE})", "mountain biker"),
    (rf"\b(?:fly[- ])?fisherman\b(?= {_THERE})", "man fishing"),
    (r"\bfly[- ](?P<who>fisherman|fishermen|fisher)\b", r"\g<who>"),
    (rf"\bfly[- ]fishing\b(?= {_THERE})", "fishing"),
    (
        rf"^{_OURS}(?P<where>beach |backyard |winter |summer |autumn )?(?P<at>{'|'.join(_MET_AT)}) with (?:my |our |the |some )?(?P<who>friends|family|besties|buddies)\b",
        _met,
    ),
    (rf"^(?P<does>{_ALONE_THERE}) (?P<where>{_THERE} .+)$", r"a man \g<does> \g<where>"),
    (
        rf"\b(?:an? |the )?{_WINDOW} with {_WHO} (?:looking|staring|gazing|peeking) out(?:side)?\b",
        r"\g<who> looking out of a \g<window>",
    ),
    (rf"^{_ABROAD} {_OUT_THERE}$", r"\g<who> in \g<where>"),
    (rf"^{_OURS}(?P<does>{_ACTS}) (?P<who>family|couple|friends)\b", r"\g<who> \g<does>"),
    (rf"^{_OURS}family(?: of (?P<n>{_NUMBER}))?(?: (?:is|are))? (?P<does>{_ACTS})\b", _family),
    (
        rf"^{_OURS}family(?: of (?P<n>{_NUMBER}))? on (?P<does>bikes|bicycles|horses|skis|scooters|motorcycles)\b",
        lambda m: f"{_family(m).removesuffix(m['does'])}riding {m['does']}",
    ),
    (rf"^{_OURS}family (?P<in>(?:in|on) (?:an? |the |our )?{_CARRIER})\b", r"a couple with two kids \g<in>"),
    (rf"\b(?P<who>{_PARENT}) and (?:her |his |the )?(?P<n>(?:{_NUMBER} )?{_KIDS})\b", r"\g<who> with \g<n>"),
    (
        rf"^{_OURS}(?P<in>{_CARRIER}) (?:with|full of|filled with|carrying|and) (?P<who>{_RIDERS})\b(?: inside| in it)?",
        r"\g<who> in a \g<in>",
    ),
)
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), to) for pattern, to in _RULES)


def peopled(text: str) -> str:
    text = at_home(text)
    for pattern, to in _COMPILED:
        text = pattern.sub(to, text)
    return text

"""What shoppers say of places, vehicles and feasts in a roundabout way, said plainly: rules for `retold`."""

from __future__ import annotations

import re
from collections.abc import Callable

PLACES_TOLD: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"\bspooky (?=(?:forest|woods|trees?|graveyard|cemetery|swamp|hill)\b)", "dark "),
    (r"\bghost town(?: with| and)?(?: an?| the)?(?: old)?(?: saloon)?\b", "saloon in the desert"),
    (r"\b(?P<where>beach|ocean|seaside|sea) with (?:an? |the )?(?:[a-z]+ )?umbrellas? and (?:[a-z]+ )?chairs?\b", r"beach chair on the beach"),
    (r"\b(?P<where>on|at|by|in) the (?P<what>beach|sea|ocean)(?P<mid> with.*?)? (?:chairs?)\b", r"\g<where> the \g<what>\g<mid> beach chair"),
    (r"\b(?:tropical |sandy )?(?:beach|island|ocean) with (?:an? )?hammock\b|\bhammock (?:on|at) (?:the |an? )?(?:tropical )?(?:beach|island)\b", "hammock between palms"),
    (r" (?:oil |acrylic )?painting style\b| (?:oil|acrylic) painting$|^(?:an? |the )?(?:oil |acrylic |landscape )?painting of(?= )", ""),
    (r"^sailing (?=(?:off |away )?(?:into|at|on|in|under) )", "sailboat "),
    (r"^(?:an? |the )?(?:[a-z]+ )?swing (?:under|on|in|hanging from|from) (?:an? |the )?(?:[a-z]+ )?tree\b", "tree with a swing"),
    (r"\bmoon landing\b", "astronaut on the moon"),
    (
        r"^(?:an? |the )?(?P<where>(?:[a-z]+ )?(?:beach|lake|forest|desert|mountains?|city|farm|harbou?r|river|street|train station)) at (?P<when>night|sunset|sunrise|dawn|dusk) with (?P<what>(?!(?:an? |the )?(?:full )?(?:mountains?|stars?|snow|palms?|trees|pine|lights|waves|moon|reflections?)\b).+)$",
        r"\g<what> at the \g<where> at \g<when>",
    ),
    (r"^(?P<what>.+) at night with snow$", r"\g<what> in the snow at night"),
    (r"\bhaunted (?:village|town)\b", "three haunted houses at night"),
    (r"\bcherry blossoms? (?P<at>over|by|along|near|beside) (?P<a>an?|the) (?P<what>river|lake|pond|stream|canal)\b", r"cherry blossom tree by \g<a> \g<what>"),
    (r"\bmotor ?homes?\b", "camper van"),
    (r"\brainbow row(?: houses)?\b|\b(?:painted|colou?rful) row houses\b", "old town street"),
    (r"\b(?:sydney )?harbou?r bridge\b", "steel arch bridge"),
    (r"\bgingerbread (?:village|town)\b", "three gingerbread houses in the snow"),
    (r"\bfarm animals\b", "a cow and a pig and a sheep"),
    (r"\bbali(?:nese)? temple\b", "pagoda on terraces"),
    (r"(?P<a>\b(?:kyoto|japan|japanese|tokyo|china|chinatown|asian|shanghai)\b.*?)(?<!paper )\blanterns?\b", r"\g<a>red paper lantern"),
    (r"\b(?:carrying|with|has) (?:an? |the )?(?:city|town) on (?P<whose>its|his|her) back\b", r"with a city skyline on \g<whose> back"),
    (r"\b(?:christmas )?tree farm\b", "pine forest"),
    (r"\b(?P<where>cappadocia|istanbul|antalya|ephesus|bodrum|pamukkale),? turkey\b", r"\g<where>"),
    (r"\b(?P<what>truck|pickup) (?:loaded|filled|piled|packed) (?:up )?with\b|\b(?P<t>truck|pickup) (?:hauling|carrying|full of)\b", lambda m: f"{m['what'] or m['t']} with"),
    (r"\bcar with (?:luggage|suitcases?|bags) on (?:the |its )?(?:roof|top)(?: rack)?\b", "car with a suitcase on top"),
    (r"\boutside (?P<a>an?|the) (?P<what>bakery|pub|bookshop|bookstore|flower shop)\b", r"in front of \g<a> \g<what>"),
    (r"\b(?P<what>snowy|mountain|winding) (?P<b>road|highway) with (?P<car>an? [a-z ]*?(?:car|truck|van|jeep|bus|motorcycle|bike))\b", r"\g<car> on a \g<what> \g<b>"),
    (r"\b(?:sailing )?(?:yacht|sailboat|sailing)? ?regatta\b", "three sailboats at sea"),
    (r"\bpalm trees? (?:and|with) (?:an? )?hammock\b|\bhammock (?:between|under|on|in) (?:the |two )?palm(?: tree)?s?\b|\b(?:two )?palm trees? with (?:an? )?hammock\b", "hammock between palms"),
    (r"\bsnow globe with (?:an? )?(?:little |tiny |small |snowy |christmas )*(?:village|house|houses|cabin|church|town|trees?|cottage)(?: (?:inside|in it))?$", "snow globe"),
    (r"(?P<what>\b(?:truck|mixer|digger|excavator|bulldozer|construction)\b.*?\b)(?P<and>and|with) (?:an? )?crane\b", r"\g<what>\g<and> tower crane"),
    (r"\bsubway (?:train|car)\b|\bmetro train\b|\bunderground train\b|\btube train\b", "metro in the subway"),
    (r"\bhot air balloon (?:festival|fiesta|race)\b", "hot air balloons over a valley"),
    (r"\bpub with (?:an? )?(?:[a-z]+ )?door\b", "pub"),
    (r"\b(?:sail ?boat|ship|boat) in (?:an? |the )?(?:glass )?bottle\b", "ship in a bottle"),
    (r"\b(?P<what>tree ?house) (?:in|on|up) (?:an? |the )?(?:[a-z]+ )*(?:oak|tree|maple|pine)(?: tree)?\b", r"\g<what>"),
    (r"\b(?:decorated|trimmed|lit|lit up) (?P<what>tree|fir|pine)\b(?! (?:house|frog))", "christmas tree"),
    (r"\b(?:on|by|at) (?:an? |the )(?:thanksgiving|dinner|holiday) table\b", "on a table"),
    (r"\bturkey(?= (?:dinner |feast )?on (?:an? |the )?(?:[a-z]+ )?(?:table|platter|plate)\b)", "roast turkey"),
    (r"\b(?:red )?dragon on an? welsh flag\b|\bwelsh flag with (?:an? |the )?(?:red )?dragon\b", "welsh flag"),
    (r"\bleaning (?:on|against) (?P<a>an?|the) (?P<what>(?:[a-z]+ )?(?:fence|wall|tree|lamp post|gate))\b", r"in front of \g<a> \g<what>"),
    (r"\b(?P<who>[a-z]+) in an? (?P<what>pumpkin patch|pumpkin field)\b", r"\g<who> at the \g<what>"),
)  # fmt: skip

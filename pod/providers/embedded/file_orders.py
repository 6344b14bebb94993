"""What a sentence tells about the file or the product, at its end: “no background”, “vector”, “4k”, “for a tote bag”, “please”.

None of it is drawn or set. What is told about the drawing itself (“no text”, “in two colours”) stays.
"""

from __future__ import annotations

import re

_PRODUCT = r"(?:t[- ]?shirt|shirt|tee|tote(?: bag)?|mug|hoodie|sweatshirt|sweater|phone case|pillow|apron|cap|onesie|baby grow|jacket|tumbler)"
_ORDERS = (
    r"(?:with (?:an? )?)?(?:no|transparent|plain white|plain|clear|isolated) backgrounds?",
    r"without (?:an? |any )?background",
    r"isolated(?: on white)?",
    r"vector(?: (?:art|file|format|style|illustration|image|graphic))?",
    r"(?:as |in )?(?:an? )?(?:svg|png|eps|pdf|jpe?g)(?: (?:file|format))?",
    r"(?:in )?(?:4k|8k|u?hd|300 ?dpi)",
    r"(?:high|ultra|super|best|good) (?:res(?:olution)?|quality|detail(?:ed)?|def(?:inition)?)",
    r"print[- ]ready|ready to print|for (?:print(?:ing)?|screen ?print(?:ing)?|sublimation|cricut|dtf|vinyl)",
    r"clip ?art",
    r"(?:teacher|coach|nurse|boss|co-?worker|(?:mother|father|valentine)['’]?s['’]? day|housewarming) (?:gift|present)(?: idea)?",
    rf"for (?:an? |my |the |our )?(?:\w+ )?{_PRODUCT}s?(?: (?:design|print))?",
    rf"on (?:the |my )?(?:back|front|front pocket|pocket|left chest|chest|sleeve)(?: of (?:an? |the |my ){_PRODUCT})?",
    r"please|pls|plz|thx|ta|(?<=[,.!] )thanks(?: a lot| so much)?|(?<=please )(?:thanks|thank you)",
)
_SHORT = 2
_AT_THE_END = re.compile(rf"(?<=\w)[\s,;:.!]+(?:and )?(?:{'|'.join(_ORDERS)})\s*[.!]*$", re.IGNORECASE)


def without_file_orders(text: str) -> str:
    """The sentence without them; a short one (“beach please”) may be said as it is."""
    while len(text.split()) > _SHORT and (rest := _AT_THE_END.sub("", text)) != text:
        text = rest
    return text

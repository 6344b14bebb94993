"""What hangs on walls, said plainly: faces in a few lines, planets in a row, the sun and the moon in one; rules for `retold`."""

from __future__ import annotations

from pod.providers.embedded.retold_kit import COLOUR, Told

_FEW_LINES = r"(?:(?:abstract|minimal|minimalist|simple|modern|boho|single|continuous|one|fine)[ -])*(?:line|line art|line drawing|line drawn|outline)(?: art| drawing)?"
"""How a drawing of a few strokes is called."""
_LADY = r"(?:woman|lady|girl|female|women)(?:['’]?s)?"
_ADORNED = r"(?: with| and) (?:an? )?(?:[a-z]+ )?"

ART_TOLD: tuple[tuple[str, Told], ...] = (
    (
        r"\bmonstera(?: leaf| leaves| plant)?\b(?=.*\b(?:line ?art|line drawing|outline|one line|minimalist|minimal|single line)\b)",
        "slitted leaf",
    ),
    (
        r"\b(?P<style>(?:minimalist|minimal|line ?art|one line|outline|single line)\b.*?) monstera(?: leaf| leaves| plant)?\b",
        r"\g<style> slitted leaf",
    ),
    (
        r"\b(?:(?:old|tall|sailing|pirate|vintage|wooden|antique|tiny|little) )+(?:sail )?ship in (?:an? |the )?(?:glass )?bottle\b",
        "ship in a bottle",
    ),
    (r"\bfire[- ]breathing (?P<who>(?:[a-z]+ )?dragon)\b", r"\g<who> breathing fire"),
    (
        r"\b(?P<who>orca|killer whale|dolphin|humpback(?: whale)?|whale)(?P<s>s?) (?:jumping|leaping|breaching)(?! (?:out|over|through|into|from|up))",
        r"\g<who>\g<s> jumping out of the sea",
    ),
    (
        r"\b(?P<what>(?:steam |freight |old )?train (?:crossing|going over|driving over|passing over|on|over) (?:an? |the )?(?:[a-z]+ )?(?:bridge|viaduct)) (?:in|through|over|across) (?:the |some )?(?:mountains|valley|forest|highlands|alps|hills|countryside)\b",
        r"\g<what>",
    ),
    (
        rf"^(?:an? )?{_FEW_LINES} (?:of an? |of the )?(?:(?:{_LADY} )?face|{_LADY}|face of an? {_LADY}|portrait(?: of an? {_LADY})?|profile(?: of an? {_LADY})?){_ADORNED}(?P<on>flower crown|floral crown|flowers in her hair|flowers?|leaves|roses|plants)\b",
        lambda m: f"line face with {'leaves' if m['on'].lower() in ('leaves', 'plants') else 'flowers'}",
    ),
    (rf"^(?:an? )?{_FEW_LINES} (?:of )?(?P<n>two|three) (?:{_LADY} )?faces\b", r"\g<n> line faces"),
    (
        rf"^(?:an? )?(?:{_LADY} )?(?:face|portrait) (?:in )?{_FEW_LINES}{_ADORNED}(?P<on>flower crown|floral crown|flowers?|leaves|roses|plants)\b",
        lambda m: f"line face with {'leaves' if m['on'].lower() in ('leaves', 'plants') else 'flowers'}",
    ),
    (
        rf"^(?:an? )?{_FEW_LINES} (?:of an? )?(?:(?:{_LADY} )?face|portrait|{_LADY} portrait|{_LADY}|face of an? {_LADY})(?: art| drawing)?$",
        "line face",
    ),
    (
        r"^(?:an? )?(?:abstract|minimalist|boho|modern) (?:woman|female|lady|girl)(?:['’]?s)? (?:face|portrait)(?: art| line art)?$",
        "line face with leaves",
    ),
    (r"^(?:an? )?(?:abstract|minimalist|modern|boho) faces?(?: art| line art)?$", "line face"),
    (
        r"\b(?:the )?planets (?:of|in) (?:the|our) solar system(?: (?:in (?:order|a row|a line)|lined up))\b|\b(?:the )?sun and (?:the |all )?(?:eight |nine )?planets\b",
        "line of planets",
    ),
    (
        r"\b(?:the |all (?:the |eight )?|eight )?(?:solar system (?:with |planets |with the )?)?(?:the )?(?:planets )?(?:(?<=planets )|(?<=system ))(?:all )?(?:in a (?:row|line)|lined up|in order)\b",
        "line of planets",
    ),
    (
        r"\b(?:celestial )?(?:boho )?(?:sun (?:and|with|&) (?:the |a )?(?:crescent )?moon|moon (?:and|&) (?:the )?sun)(?: (?:face|faces|together|in one|kissing|hugging))?\b(?! (?:tarot|cats?|phases|over|above|behind|pattern))",
        "celestial face",
    ),
    (
        rf"\b(?P<inks>{COLOUR} and {COLOUR} )?(?:checker(?:board|ed)?|chequered)(?: pattern)? with (?:(?P<h>{COLOUR}) )?hearts\b",
        lambda m: f"checkered hearts in {m['inks'] or 'black and white '}and {m['h'] or 'red'}",
    ),
    (
        r"^(?=.*\b(?:pattern|seamless|print|wallpaper)\b)(?P<what>.*(?:and|with)) leaves\b",
        r"\g<what> green leaves",
    ),
    (r"\b(?:sound ?waves?|audio waves?|voice ?waves?)(?: art)?\b(?! pattern)", "voice waveform"),
)

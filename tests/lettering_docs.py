"""`docs/lettering.md`, from what the code offers."""

from __future__ import annotations

from pod.lettering import FaceChoice, choices
from pod.lettering.choices import SCRIPTS

_BEFORE = """\
# Lettering

Words are type: set with real fonts over wordless artwork, exactly as they were typed. The recipe keeps them as text, with
every decision about how they are set; the print file has outlines. Changing them costs no picture.

`pod fonts`, `GET /api/v1/lettering` and the choice *How the words are set* on the shopper's pages list what is here. A face
may be asked for by its name (`--font anton`), by its kind (`slab`) or by a mood (`retro`); of a kind or a mood the first face
that has every letter is taken. Left open, the picture's layout plans a face, or the sentence does: *gothic*, *medieval* and
*in old english letters* ask the offline designer for blackletter, *varsity* and *college* for college letters, *stencil* for
a stencil. Its own words in blackletter begin with capitals and go on without.

## Layouts and effects

![Every layout and every effect](images/lettering-ways.png)

"""

_RULES = """\

A picture that keeps a rim for its words keeps it, whatever layout is asked for: its middle is taken. Effects draw areas, never
holes: what lies under the words stays as it is. Letters and their shadow or outline are parted by a line of cloth, so that
each works in one ink; a second one may be given. The same words are the same bytes.

* **Size** is found by the ink, not by advances: words fill their place, and are centred by what is seen.
* **Lines** are broken where the type gets largest and most even, never with a hyphen. A little word stays with the next one.
  Japanese, Chinese and Thai, which write without blanks, are broken between phrases (BudouX); Korean between words.
* **Stacked** lines may each have another face of the same weight, wider or narrower, so that short and long words come out
  about as high as each other. The recipe keeps which.
* **On a curve** every letter is turned as a whole about the middle of its advance, kerning kept. Letters that hang together,
  Arabic and the Indic scripts, are bent instead: turned they would tear.
* **Small type** (below 40 pt on a print 300 mm wide) gets air between its letters, up to 0.05 em. Letters that join never do.
  Fraunces and Source Serif have optical sizes: small type gets sturdier hairlines.

Forty letters on an arc are shaped, kerned, turned and outlined in about 40 ms of processor time ([benchmarks](benchmarks.md)).

## Scripts

![Every script](images/lettering-scripts.png)

HarfBuzz shapes each stretch of one script, direction and face. Mixed writing is put in order by the Unicode Bidirectional
Algorithm (UAX #9), which the tests compare with an independent reader of it. Joiners are kept where they are letters, in
Persian and the Indic scripts. Han characters are drawn as in Japan beside kana, as in Korea beside hangul, else as in
mainland China.

What a face lacks is set in the face likest to it that has the whole stretch: one of its kind, then one of its mood, then the
one that looks as dark; with capitals as high. A letter that no face has is refused by its name and code point, as emoji are.

## How small

The small letters' height in print is measured for every area and held against what the process asks for
(`min_x_height_mm`, [limits](limits.md)) and against what the face itself does: fine hairlines and stencils' bridges fill in
earlier. Words below are refused with both numbers (`small_lettering`); nothing is shrunk below them to fit.

## What a page says

A page has the words twice: as outlines, which are printed, and as text that is not seen (render mode 3), in an embedded font
without outlines. It can be searched and read back: `pdftotext` gives the words that were typed, in every script here. In a
line that mixes Latin with Hebrew in brackets poppler puts one bracket elsewhere; the file says it right.

## Faces

![Every face](images/lettering-faces.png)

"""


def lettering() -> str:
    offered = choices()
    lines = [
        _BEFORE + "| layout | |\n|---|---|",
        *(f"| `{name.value}` | {title} |" for name, title in offered.layouts.items()),
        "",
        "| effect | |",
        "|---|---|",
        *(f"| `{name.value}` | {title} |" for name, title in offered.effects.items()),
        _RULES
        + f"{len(offered.faces)} faces, pinned by version and hash. All but two come in pip packages, with unmodified files; UnifrakturCook",
        "and Graduate in npm packages (`@fontsource/…`), which `pod setup` unpacks and installs beside them. Where that was not",
        "possible, a serif and a slab face stand in. Graduate has one light weight, and its strokes are set wider by 0.045 em. *x* is the",
        "height of small letters in that of capitals; *least* the x-height in print that the face asks for where the process does not",
        "ask for more.",
        "",
        "| face | kind | moods | scripts | x | least | licence |",
        "|---|---|---|---|---|---|---|",
        *map(_row, offered.faces),
        "",
        f"A script counts as there where a face has {', '.join(f'{some} ({script})' for script, some in SCRIPTS.items())}.",
        "Who made the faces is in [credits](credits.md).",
        "",
    ]
    return "\n".join(lines)


def _row(face: FaceChoice) -> str:
    least = f"{face.min_x_height_mm:g} mm" if face.min_x_height_mm else ""
    moods, scripts = ", ".join(face.moods), ", ".join(face.scripts)
    return f"| {face.family} (`{face.name}`) | {face.kind} | {moods} | {scripts} | {face.x_height} | {least} | {face.licence} |"

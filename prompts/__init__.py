"""From a brief to a prompt: styles as data, composed per model family, screened before anything is spent.

`read_sentence` takes a shopper's sentence apart, `screen` says what in it is not printed, `style` and `styles` are the
looks there are, `compose` makes the prompt.
"""

from prompts.cleaning import plain
from prompts.compose import compose, ground_of
from prompts.instruction import Instruction, instructed, read_instruction, style_asked
from prompts.repairs import sayable, told_by, wanting, ways_for
from prompts.screening import screen
from prompts.screening_lists import list_version
from prompts.seasons import Season, seasons
from prompts.sentence import Sentence, read_sentence
from prompts.styles import Style, style, style_of_layout, styles

__all__ = [
    "Instruction",
    "Season",
    "Sentence",
    "Style",
    "compose",
    "ground_of",
    "instructed",
    "list_version",
    "plain",
    "read_instruction",
    "read_sentence",
    "sayable",
    "screen",
    "seasons",
    "style",
    "style_asked",
    "style_of_layout",
    "styles",
    "told_by",
    "wanting",
    "ways_for",
]

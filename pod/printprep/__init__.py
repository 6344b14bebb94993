"""Print preparation: files that a printer accepts, and the proof drawn from them.

``prepare`` makes a recipe's print files: the art placed on each print area, at exact size, resolution, bleed and colour,
as PNG and PDF, preflighted. ``preflight`` checks a finished file, ours or another's; `preflight_marked` shows where. ``proof`` shows a print file on its
product, true to the millimetre. `refuse_other_paths` holds paths against the picture in whose place they print. `sketch` draws what `prepare` would print, small and for looking at only; `on_product`
and `as_layer` show pixels on a product. `tickets` draws the papers of a hand-off.
"""

from pod.printprep.files import PREP_VERSION, PreparedFile, WordsLaid, art_boxes, prepare, sketch, words_laid
from pod.printprep.likeness import Printed, unlike
from pod.printprep.master import Master
from pod.printprep.preflight import preflight, preflight_marked
from pod.printprep.presswork import soft_proof
from pod.printprep.profiles import press_profile
from pod.printprep.proof import PROOF_PX, as_layer, enough_ppi, on_product, print_pixels, proof
from pod.printprep.sameness import refuse_other_paths
from pod.printprep.soft import is_black

__all__ = [
    "PREP_VERSION",
    "PROOF_PX",
    "Master",
    "PreparedFile",
    "Printed",
    "WordsLaid",
    "art_boxes",
    "as_layer",
    "enough_ppi",
    "is_black",
    "on_product",
    "preflight",
    "preflight_marked",
    "prepare",
    "press_profile",
    "print_pixels",
    "proof",
    "refuse_other_paths",
    "sketch",
    "soft_proof",
    "unlike",
    "words_laid",
]

"""Print preparation: files that a printer accepts, and the proof drawn from them.

``prepare`` makes a recipe's print files: the art placed on each print area, at exact size, resolution, bleed and colour,
as PNG and PDF, preflighted. ``preflight`` checks a finished file, ours or another's. ``proof`` shows a print file on its
product, true to the millimetre. `tickets` draws the papers of a hand-off.
"""

from pod.printprep.files import PREP_VERSION, PreparedFile, prepare
from pod.printprep.master import Master
from pod.printprep.preflight import preflight
from pod.printprep.proof import proof

__all__ = ["PREP_VERSION", "Master", "PreparedFile", "preflight", "prepare", "proof"]

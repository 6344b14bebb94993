"""The print page: one piece, exact boxes, stated colour, nothing that a printer's software has to guess.

`Page` says what stands on it, `write_page` writes it. Boxes come from millimetres, never from pixel counts (ISO 32000-2,
14.11.2). Vector art stays paths; a picture goes in losslessly. Wherever a press profile is at hand the page is PDF/X-4,
or PDF/X-1a:2003 where a printer insists. The same input gives the same bytes.
"""

from pod.printprep.pdf.apart import PackedRows, RowsOfPng
from pod.printprep.pdf.page import Page, boxes_pt, drawn_as_paths, write_page
from pod.printprep.pdf.pictures import PackedPicture

__all__ = ["PackedPicture", "PackedRows", "Page", "RowsOfPng", "boxes_pt", "drawn_as_paths", "write_page"]

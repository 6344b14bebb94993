"""Print preparation: files that a printer accepts, and the proof drawn from them."""

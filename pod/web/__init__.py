"""The HTTP door: no decisions are made here."""
